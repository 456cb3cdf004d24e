/** What is quoted of a judgement where there is room for one quote, and the report whose words it is. */
import type { EventReport, JudgementEvent } from './types.ts';

type Quotable = Pick<JudgementEvent, 'evidence' | 'reports'>;

/**
 * Words of a text rather than a headline, which stands beside it anyway; a headline whole, even where only a part of it is
 * evidence. Null where nothing is quoted.
 */
export function decidingQuote(event: Quotable): string | null {
  const inText = event.evidence.find(({ field }) => field === 'text');
  if (inText) return inText.quote;
  const [first] = event.evidence;
  if (!first) return null;
  const title = quotedReport(event)?.title;
  return title?.includes(first.quote) ? title : first.quote;
}

/**
 * The report whose words the evidence is: not the most trusted one where that says otherwise than what stands. Null where
 * it is gone, or where an event of several reports was stored before this was kept.
 */
export function quotedReport({ evidence: [first], reports }: Quotable): EventReport | null {
  if (!first) return null;
  if (first.finding === undefined) return reports.length === 1 ? (reports[0] ?? null) : null;
  return reports.find(({ findingId }) => findingId === first.finding) ?? null;
}

/** The report to name where there is room for one: the one quoted, else the most trusted; null where there is none. */
export const leadReport = (event: Quotable): EventReport | null => quotedReport(event) ?? event.reports[0] ?? null;
