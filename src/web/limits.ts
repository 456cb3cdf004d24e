/**
 * How often strangers may press the buttons that make us write or send something: each network by itself, and all
 * together. Counted in this process's memory; addresses are not kept beyond that.
 */
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import ipaddr from 'ipaddr.js';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

export interface Limits {
  /** Times one network may do it, and all of them together, in `seconds`. */
  network: number;
  all: number;
  seconds: number;
}

/** @returns how many seconds to wait; 0 when it may be done now */
export type Limiter = (c: Context) => Promise<number>;

/** @param trustProxy a proxy of ours stands before us: the last address in X-Forwarded-For is the one it saw */
export function limiter({ network, all, seconds }: Limits, trustProxy: boolean): Limiter {
  const networks = new RateLimiterMemory({ points: network, duration: seconds });
  const everyone = new RateLimiterMemory({ points: all, duration: seconds });
  return async (c) => {
    try {
      // A network that is over its own limit takes nothing from the others.
      await networks.consume(networkOf(visitor(c, trustProxy)));
      await everyone.consume('all');
      return 0;
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      return Math.max(1, Math.ceil(refused.msBeforeNext / 1_000));
    }
  };
}

function visitor(c: Context, trustProxy: boolean): string {
  const forwarded = trustProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  return forwarded || (getConnInfo(c).remote.address ?? '');
}

/** Whoever has one address of a network easily has its others: /24, or /64 of IPv6. */
export function networkOf(text: string): string {
  if (!ipaddr.isValid(text)) return 'unknown';
  const address = ipaddr.process(text);
  return address
    .toByteArray()
    .slice(0, address.kind() === 'ipv4' ? 3 : 8)
    .join('.');
}
