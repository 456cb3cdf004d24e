/** robots.txt as RFC 9309 has it: one per origin, kept a day at most, 4xx allows, 5xx and silence refuse. */
import robotsParser from 'robots-parser';
import { GiveUp, giveUp, TryLater, tryLater } from '../../errors.ts';
import type { Clock } from '../../ports.ts';

export const ROBOTS_LIMIT_BYTES = 500 * 1024;
const KEPT_MS = 24 * 3_600_000;
const KEPT_AFTER_FAILURE_MS = 30 * 60_000;
const LONGEST_CRAWL_DELAY_S = 60;
const MOST_ORIGINS = 5_000;

// The package is CommonJS whose types name a default export its module does not have under Node's resolution.
const parseRobots = robotsParser as unknown as (
  url: string,
  text: string,
) => {
  isAllowed(url: string, userAgent: string): boolean | undefined;
  getCrawlDelay(userAgent: string): number | undefined;
};

interface Kept {
  expires: number;
  rules: Promise<ReturnType<typeof parseRobots>>;
  crawlDelayMs: number;
}

export interface Robots {
  /** @throws GiveUp `robots` where refused; TryLater when robots.txt itself cannot be had */
  check(url: URL): Promise<void>;
  /** What a robots.txt already read asks for between requests. */
  crawlDelayMs(url: URL): number;
}

/**
 * @param read  fetches robots.txt under the same guard and manners; throws as `Web` does
 * @param token product token our rules are filed under
 */
export function makeRobots(read: (url: string) => Promise<Uint8Array>, token: string, now: Clock): Robots {
  const kept = new Map<string, Kept>();

  async function load(address: string): Promise<string> {
    try {
      return new TextDecoder().decode(await read(address));
    } catch (error) {
      const status = error instanceof TryLater || error instanceof GiveUp ? (error.details.status ?? 0) : 0;
      if (status >= 400 && status < 500 && status !== 429) return '';
      throw error;
    }
  }

  function entryFor(url: URL): Kept {
    const known = kept.get(url.origin);
    if (known && known.expires > now().getTime()) return known;
    if (kept.size >= MOST_ORIGINS) kept.delete(kept.keys().next().value!);
    const address = `${url.origin}/robots.txt`;
    const entry: Kept = {
      expires: now().getTime() + KEPT_MS,
      crawlDelayMs: known?.crawlDelayMs ?? 0,
      rules: load(address).then((text) => parseRobots(address, text)),
    };
    entry.rules.then(
      (rules) => {
        const delay = rules.getCrawlDelay(token) ?? 0;
        entry.crawlDelayMs = Math.min(Math.max(delay, 0), LONGEST_CRAWL_DELAY_S) * 1000;
      },
      () => {
        entry.expires = now().getTime() + KEPT_AFTER_FAILURE_MS;
      },
    );
    kept.delete(url.origin);
    kept.set(url.origin, entry);
    return entry;
  }

  return {
    async check(url) {
      let rules: ReturnType<typeof parseRobots>;
      try {
        rules = await entryFor(url).rules;
      } catch (cause) {
        const details = cause instanceof TryLater || cause instanceof GiveUp ? cause.details : {};
        const why = cause instanceof Error ? cause.message : String(cause);
        // An address we refuse stays refused; a robots.txt that cannot be had now may be had later.
        if (details.errorClass === 'blocked_address') throw cause;
        throw tryLater(`${url.origin}/robots.txt cannot be read, so nothing is asked: ${why}`, {
          ...details,
          cause,
          errorClass: details.status ? 'robots' : (details.errorClass ?? 'robots'),
        });
      }
      if (rules.isAllowed(url.href, token) === false)
        throw giveUp(`${url.href.slice(0, 300)}: ${url.host} asks robots not to read this (robots.txt)`, {
          errorClass: 'robots',
        });
    },
    crawlDelayMs: (url) => kept.get(url.origin)?.crawlDelayMs ?? 0,
  };
}
