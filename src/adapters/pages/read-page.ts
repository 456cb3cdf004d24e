/** Articles out of pages, in threads that can be killed. */
import type { ExtractedPage } from '../../core/types.ts';
import type { PageReader } from '../../ports.ts';
import { makeThreads } from '../threads.ts';
import type { ExtractTask } from './extract-worker.ts';
import type { PageRule } from './page-rules.ts';

export interface PageReaderOptions {
  threads?: number;
  /** After this a page's thread is killed. */
  timeoutMs?: number;
  /** From `config/pages.yaml`. */
  rules?: PageRule[];
}

export function makePageReader({ threads = 1, timeoutMs = 5_000, rules = [] }: PageReaderOptions = {}): PageReader {
  const worker = new URL('extract-worker', import.meta.url);
  const pool = makeThreads<ExtractTask, ExtractedPage>({ worker, threads, timeoutMs, given: { rules } });
  return {
    extract: (bytes, { headers, url }) => pool.run({ bytes, headers, url }, url ?? 'the page'),
    close: () => pool.close(),
  };
}
