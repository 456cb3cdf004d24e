/**
 * Counts in the database how often something was done, so that all processes that serve the pages count together. Hides
 * `rate-limiter-flexible`.
 */
import type { Pool } from 'pg';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { sha256 } from '../../core/keys.ts';

/** Counts one more, or only looks. @returns seconds to wait; 0 when it may be done now */
export type Counter = (who: string, how?: 'count' | 'look') => Promise<number>;
/** @param name what is counted; one name, one count */
export type Counters = (name: string, points: number, seconds: number) => Counter;

export const makeCounters =
  (pool: Pool): Counters =>
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
      // Visitors' networks are not kept, only what tells two apart.
      const key = sha256(who).slice(0, 32);
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
