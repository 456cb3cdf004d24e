/**
 * Counts in the database how often something was done, so that all processes that serve the pages count together. Hides
 * `rate-limiter-flexible`.
 */
import { createHmac } from 'node:crypto';
import type { Pool } from 'pg';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';

/** Counts one more, or only looks. @returns seconds to wait; 0 when it may be done now */
export type Counter = (who: string, how?: 'count' | 'look') => Promise<number>;
/** @param name what is counted; one name, one count */
export type Counters = (name: string, points: number, seconds: number) => Counter;

/** @param secret the same in all processes that count together */
export const makeCounters =
  (pool: Pool, secret: string): Counters =>
  (name, points, seconds) => {
    const limits = { points, duration: seconds };
    const limiter = new RateLimiterPostgres({
      ...limits,
      ...{ storeClient: nameless(pool), storeType: 'client' },
      ...{ schemaName: 'public', tableName: 'RateLimit', tableCreated: true },
      keyPrefix: name,
      // Who is over the limit costs no query more; where the database does not answer, this process counts alone.
      inMemoryBlockOnConsumed: points,
      insuranceLimiter: new RateLimiterMemory({ ...limits, keyPrefix: name }),
    });
    return async (who, how = 'count') => {
      // What tells two visitors apart; a plain hash would soon be undone, as there are few networks.
      const key = createHmac('sha256', secret).update(who).digest('hex').slice(0, 32);
      if (how === 'look') {
        const counted = await limiter.get(key);
        return counted && counted.consumedPoints >= points ? secondsOf(counted) : 0;
      }
      try {
        await limiter.consume(key);
        return 0;
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) throw refused;
        return secondsOf(refused);
      }
    };
  };

const secondsOf = ({ msBeforeNext }: RateLimiterRes): number => Math.max(1, Math.ceil(msBeforeNext / 1_000));

/** Names of prepared statements belong to a session, and the embedded database has one for all connections. */
const nameless = (pool: Pool) => ({
  query: ({ text, values }: { text: string; values: unknown[] }) => pool.query({ text, values }),
});
