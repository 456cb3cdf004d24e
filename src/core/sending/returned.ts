/** Mail about mail of ours: what a report says of one that came back (RFC 3464), or of one its reader calls unwanted (RFC 5965). */
import type { EndedCode } from './ended.ts';
import { NO_MAILBOX, refusalOf } from './refusals.ts';
import { oneLine, shorten } from './safe.ts';

/** A report, as its parts stand in the mail. */
export interface Report {
  /** Of the original, as it was sent. */
  messageId: string;
  kind: 'delivery' | 'feedback';
  /** Fields of the machine-readable part, names in small letters; the first of each name counts. */
  fields: Readonly<Record<string, string>>;
}

/** What a report means for the reader it is about. */
export interface Returned {
  /** Why all that goes to them ends; null where it came back for another reason, which is kept. */
  ends: string | null;
  says: string;
}

const COMPLAINED: EndedCode = 'reported_unwanted';
const SAYS_CHARS = 200;

/** @returns null where it says nothing that matters: a delay, a delivery, a reader who takes a complaint back */
export function readReport({ kind, fields }: Report): Returned | null {
  if (kind === 'feedback') {
    const type = (fields['feedback-type'] ?? '').toLowerCase();
    return type === '' || type === 'not-spam' ? null : { ends: COMPLAINED, says: `feedback: ${words(type)}` };
  }
  if ((fields.action ?? '').toLowerCase() !== 'failed') return null;
  const answer = words(`${fields.status ?? ''} ${(fields['diagnostic-code'] ?? '').replace(/^\s*[\w-]+\s*;\s*/, '')}`);
  const [code] = /\b5\d\d\b/.exec(answer) ?? [];
  const ends = refusalOf(answer, code === undefined ? null : Number(code)) === 'no_mailbox' ? NO_MAILBOX : null;
  return { ends, says: `returned: ${answer}` };
}

/** Kept for long, so that no address stands in it. */
const words = (text: string): string => shorten(oneLine(text).replaceAll(/\S+@\S+/g, '[address]'), SAYS_CHARS);
