/** What runs in the thread: bytes to an article. A page that never ends takes this thread with it, nothing else. */
import { workerData } from 'node:worker_threads';
import type { ReportSite } from '../../core/report-sites.ts';
import type { ExtractedPage } from '../../core/types.ts';
import { GiveUp } from '../../errors.ts';
import { decode } from '../decode.ts';
import { challengeSign } from '../feeds/challenge.ts';
import { type Answer, failureOf } from '../threads.ts';
import { extractPage } from './extract.ts';
import type { PageRule } from './page-rules.ts';

export interface ExtractTask {
  bytes: Uint8Array;
  headers: Record<string, string>;
  url: string | null;
}

const { rules, sites } = workerData as { rules: PageRule[]; sites: ReportSite[] };

/** @param task a page, or null to ask whether the thread is up */
export default function extract(task: ExtractTask | null): Answer<ExtractedPage> | null {
  if (task === null) return null;
  const { bytes, headers, url } = task;
  const where = url ?? 'the page';
  const { text } = decode(bytes, headers['content-type']);
  const sign = challengeSign(text, headers);
  if (sign) return { failure: `${where}: a challenge page stands in the way (${sign})`, errorClass: 'challenge' };
  try {
    return { done: extractPage(text, { url, rules, sites }) };
  } catch (error) {
    if (error instanceof GiveUp) return { ...failureOf(error), failure: `${where}: ${error.message}` } as Answer<never>;
    if (error instanceof RangeError)
      return {
        failure: `${where}: built so that reading it exhausts the stack (${error.message})`,
        errorClass: 'parse',
      };
    throw error;
  }
}
