/** An event as others cite it. */
import type { EventReport } from '../types.ts';
import { dayWords } from './names.ts';
import { oneLine, safeUrl } from './safe.ts';

/** The report a citation names, and what it was read as: the hash says whether a copy is the same text. */
export interface Cited {
  report: EventReport;
  revision: number;
  /** SHA-256 of the JSON array of title and text. */
  hash: string;
}

/** `“Title”, Publisher, 18 November 2026, https://… Read as revision 1, SHA-256 ….`; an article without headline is named as one. */
export function citation({ report, revision, hash }: Cited): string {
  const day = report.articleDay === null ? 'no date' : dayWords(report.articleDay);
  const title = oneLine(report.title);
  const said = [title === '' ? 'An article without headline' : `“${title}”`, report.publisher, day, safeUrl(report.url)]
    .filter(Boolean)
    .join(', ');
  return `${said}. Read as revision ${revision}, SHA-256 ${hash}.`;
}
