/** Articles out of pages and reports out of PDFs, in threads that can be killed. */
import type { ReportSite } from '../../core/report-sites.ts';
import type { ExtractedPage } from '../../core/types.ts';
import type { PageReader } from '../../ports.ts';
import { makeThreads, type Threads } from '../threads.ts';
import type { ExtractTask } from './extract-worker.ts';
import type { PageRule } from './page-rules.ts';
import { isPdf } from './pdf-mark.ts';
import type { PdfTask } from './pdf-worker.ts';

export interface PageReaderOptions {
  threads?: number;
  /** After this a page's thread is killed. */
  timeoutMs?: number;
  pdfTimeoutMs?: number;
  /** From `config/pages.yaml`. */
  rules?: PageRule[];
  /** From `config/report-sites.yaml`: which links lead to an inspectorate's report. */
  sites?: ReportSite[];
}

export function makePageReader(options: PageReaderOptions = {}): PageReader {
  const { threads = 1, timeoutMs = 5_000, pdfTimeoutMs = 20_000, rules = [], sites = [] } = options;
  const worker = new URL('extract-worker', import.meta.url);
  const pages = makeThreads<ExtractTask, ExtractedPage>({ worker, threads, timeoutMs, given: { rules, sites } });
  // Reports are few: their thread, which is large, is there only while one is read.
  let pdfs: Threads<PdfTask, ExtractedPage> | undefined;
  return {
    extract(bytes, { headers, url }) {
      const where = url ?? 'the page';
      if (!isPdf(bytes)) return pages.run({ bytes, headers, url }, where);
      pdfs ??= makeThreads({
        worker: new URL('pdf-worker', import.meta.url),
        threads: 1,
        timeoutMs: pdfTimeoutMs,
        given: null,
      });
      return pdfs.run({ bytes, url }, where);
    },
    close: async () => void (await Promise.all([pages.close(), pdfs?.close()])),
  };
}
