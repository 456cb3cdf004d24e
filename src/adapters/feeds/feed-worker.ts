/** What runs in the thread: a large document to its entries. */
import { workerData } from 'node:worker_threads';
import type { ParsedFeed } from '../../core/types.ts';
import { GiveUp } from '../../errors.ts';
import type { ReadHints } from '../../ports.ts';
import { type Answer, failureOf } from '../threads.ts';
import type { ListRules } from './list-page.ts';
import { readFeed } from './parse-feed.ts';

export interface FeedTask {
  bytes: Uint8Array;
  hints: ReadHints;
}

const { lists } = workerData as { lists: ListRules };

/** @param task a document, or null to ask whether the thread is up */
export default async function read(task: FeedTask | null): Promise<Answer<ParsedFeed> | null> {
  if (task === null) return null;
  try {
    return { done: await readFeed(task.bytes, task.hints, lists) };
  } catch (error) {
    if (error instanceof GiveUp) return failureOf(error);
    if (error instanceof RangeError)
      return { failure: `built so that reading it exhausts the stack (${error.message})`, errorClass: 'parse' };
    throw error;
  }
}
