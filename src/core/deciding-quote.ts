/** What is quoted of a judgement where there is room for one quote, and the report whose words it is. */
import { NO_OVERALL } from './no-overall.ts';
import { withoutListMark } from './quotation.ts';
import type { EventReport, JudgementEvent } from './types.ts';

type Quotable = Pick<JudgementEvent, 'evidence' | 'reports'>;
type Graded = Quotable & Pick<JudgementEvent, 'headlines' | 'judgements'>;

/**
 * Words of a text rather than a headline, which stands beside it anyway; a headline whole, even where only a part of it is
 * evidence. Where areas alone are graded, the sentence that says most of them. Null where nothing is quoted.
 */
export function decidingQuote(event: Graded): string | null {
  const inText = mostTelling(event);
  if (inText) return withoutListMark(inText.quote);
  const [first] = event.evidence;
  if (!first) return null;
  const title = quotedReport(event)?.title;
  return withoutListMark(title?.includes(first.quote) ? title : first.quote);
}

/** Everything quoted of a judgement, what decides first. */
export const allQuotes = (event: Graded): string[] => [
  ...new Set(
    [decidingQuote(event) ?? '', ...event.evidence.map(({ quote }) => withoutListMark(quote))].filter(Boolean),
  ),
];

/** The first of a text where there is a headline grade. That none is given says more than the grade of one area, and less than those of two. */
function mostTelling({ evidence, headlines, judgements }: Graded): Quotable['evidence'][number] | null {
  const areasIn = (index: number) => judgements.filter((one) => one.evidence.includes(index)).length;
  const says = ({ rule }: Quotable['evidence'][number], index: number): number =>
    headlines.length > 0 ? 1 : rule === NO_OVERALL ? 1.5 : Math.max(1, areasIn(index));
  const [most] = evidence
    .map((words, index) => ({ words, says: says(words, index) }))
    .filter(({ words }) => words.field === 'text')
    .sort((a, b) => b.says - a.says);
  return most?.words ?? null;
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
