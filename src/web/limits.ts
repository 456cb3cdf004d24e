/**
 * How often strangers may press the buttons that make us write or send something: each network by itself, and all
 * together, whichever process they meet.
 */
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import ipaddr from 'ipaddr.js';
import type { SiteDeps } from './site-deps.ts';

export interface Limits {
  /** What is counted. */
  name: string;
  /** Times one network may do it, and all of them together, in `seconds`. */
  network: number;
  all: number;
  seconds: number;
}

/** Counts once more, or only looks. @returns how many seconds to wait; 0 when it may be done now */
export type Limiter = (c: Context, how?: 'count' | 'look') => Promise<number>;

/** `trustProxy`: a proxy of ours stands before us, and the last address in X-Forwarded-For is the one it saw. */
export function limiter(
  { name, network, all, seconds }: Limits,
  { counters, trustProxy }: Pick<SiteDeps, 'counters' | 'trustProxy'>,
): Limiter {
  const networks = counters(`${name} network`, network, seconds);
  const everyone = counters(`${name} all`, all, seconds);
  // A network that is over its own limit takes nothing from the others.
  return async (c, how) => (await networks(networkOf(visitor(c, trustProxy)), how)) || everyone('all', how);
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
