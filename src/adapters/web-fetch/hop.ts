/** One hop under the manners of the product: the host's silence, its robots.txt, its pause, then one exchange. */
import { DateTime } from 'luxon';
import { tryLater } from '../../errors.ts';
import type { Clock } from '../../ports.ts';
import type { makeGuardedAgent } from './connect.ts';
import { type Answer, exchange } from './exchange.ts';
import { type Holds, type Lanes, retryAfterMs } from './manners.ts';
import type { Robots } from './robots.ts';

export interface HopAsking {
  url: URL;
  headers: Record<string, string>;
  deadlineMs: number;
  limitBytes: number;
  beyond: 'refuse' | 'cut';
  /** Asks robots.txt first. */
  robots: boolean;
}

export interface HopAnswer extends Answer {
  /** What a 429 or 503 asked of everybody at this host. */
  hold: { retryAfterMs?: number; holdHost?: string };
  /** Time of the exchange, waiting for our turn not counted. */
  ms: number;
}

export interface Manners {
  agent: ReturnType<typeof makeGuardedAgent>;
  holds: Holds;
  lanes: Lanes;
  robots: Robots;
  /** The queue a host stands in. */
  laneOf(url: URL): string;
  gapMsAt(url: URL): number;
  now: Clock;
}

/** A 429 without Retry-After still means "slower". */
const UNSTATED_HOLD_MS = 60_000;

async function respectHold({ holds, now }: Manners, url: URL): Promise<void> {
  const until = await holds.until(url.host);
  const waitMs = until ? until.getTime() - now().getTime() : 0;
  if (!until || waitMs <= 0) return;
  const time = DateTime.fromJSDate(until).setZone('Europe/London').toFormat('d LLL HH:mm');
  throw tryLater(`[GET] ${url.href.slice(0, 300)}: not asked; ${url.host} wants silence until ${time}`, {
    errorClass: 'rate_limited',
    retryAfterMs: waitMs,
    holdHost: url.host,
  });
}

async function noteHold({ holds, now }: Manners, url: URL, answer: Answer): Promise<HopAnswer['hold']> {
  if (answer.status !== 429 && answer.status !== 503) return {};
  const asked = retryAfterMs(answer.headers['retry-after'], now());
  const holdMs = asked || (answer.status === 429 ? UNSTATED_HOLD_MS : 0);
  if (holdMs === 0) return {};
  await holds.hold(url.host, new Date(now().getTime() + holdMs));
  return { retryAfterMs: holdMs, holdHost: url.host };
}

/** @throws TryLater, GiveUp with `errorClass`; a status is the caller's to judge */
export async function askHop(manners: Manners, { robots, ...asking }: HopAsking): Promise<HopAnswer> {
  const { url } = asking;
  await respectHold(manners, url);
  if (robots) await manners.robots.check(url);
  const gapMs = Math.max(manners.gapMsAt(url), manners.robots.crawlDelayMs(url));
  return manners.lanes.run(manners.laneOf(url), gapMs, async () => {
    // Whoever stood before us in the queue may have been told to be silent.
    await respectHold(manners, url);
    const began = performance.now();
    const answer = await exchange({ ...asking, dispatcher: manners.agent.for(url), method: 'GET' });
    return { ...answer, hold: await noteHold(manners, url, answer), ms: performance.now() - began };
  });
}
