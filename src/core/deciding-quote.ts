import type { JudgementEvent } from './types.ts';

/**
 * What is quoted of a judgement where there is room for one quote: words of a text rather than a headline, which stands beside
 * it anyway; a headline whole, even where only a part of it is evidence. Null where nothing is quoted.
 */
export function decidingQuote({ evidence, reports }: Pick<JudgementEvent, 'evidence' | 'reports'>): string | null {
  const inText = evidence.find(({ field }) => field === 'text');
  if (inText) return inText.quote;
  const [first] = evidence;
  return first ? (reports.find(({ title }) => title.includes(first.quote))?.title ?? first.quote) : null;
}
