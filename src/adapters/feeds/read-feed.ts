/** Entries out of feeds, list pages and sitemaps; large documents in a thread, so that none holds up the others. */
import type { ParsedFeed } from '../../core/types.ts';
import type { FeedReader } from '../../ports.ts';
import { makeThreads, type Threads } from '../threads.ts';
import type { FeedTask } from './feed-worker.ts';
import type { ListRules } from './list-page.ts';
import { readFeed } from './parse-feed.ts';

/** Smaller ones are read at once: even built to harm they take a tenth of a second. */
const LARGE_BYTES = 200 * 1024;

/**
 * @param lists how the list pages of known content systems are read; without them lists are found by their shape
 * @param timeoutMs after this the thread of a large document is killed
 */
export function makeFeedReader(lists: ListRules = [], { timeoutMs = 5_000 } = {}): FeedReader {
  let pool: Threads<FeedTask, ParsedFeed> | undefined;
  return {
    async parse(bytes, hints) {
      if (bytes.byteLength <= LARGE_BYTES && bytes[0] !== 0x1f) return readFeed(bytes, hints, lists);
      pool ??= makeThreads({
        worker: new URL('feed-worker', import.meta.url),
        threads: 1,
        timeoutMs,
        given: { lists },
      });
      return pool.run({ bytes, hints }, hints.base ?? 'the document');
    },
    async close() {
      await pool?.close();
      pool = undefined;
    },
  };
}
