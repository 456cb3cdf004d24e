/** What runs in the thread: a PDF to its text. */
import type { ExtractedPage } from '../../core/types.ts';
import { GiveUp } from '../../errors.ts';
import { type Answer, failureOf } from '../threads.ts';
import { readPdf } from './pdf.ts';

export interface PdfTask {
  bytes: Uint8Array;
  url: string | null;
}

/** @param task a document, or null to ask whether the thread is up */
export default async function read(task: PdfTask | null): Promise<Answer<ExtractedPage> | null> {
  if (task === null) return null;
  try {
    return { done: await readPdf(task.bytes, task.url) };
  } catch (error) {
    if (error instanceof GiveUp) return failureOf(error);
    throw error;
  }
}
