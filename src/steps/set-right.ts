import { quotedReport } from '../core/deciding-quote.ts';
import { setRightWords } from '../core/sending/event-words.ts';
import type { JudgementEvent } from '../core/types.ts';
import type { Deps } from './deps.ts';

/** What a person set right of one report: why, and the article's own words. */
export interface ReportSetRight {
  /** As `setRightWords` says it. */
  words: string;
  quotes: string[];
}

/**
 * Reports of an event that a person set right, by finding. The one whose words are the event's evidence is not among them:
 * the event itself tells of it.
 */
export async function reportsSetRight(
  { store, names }: Pick<Deps, 'store' | 'names'>,
  event: JudgementEvent,
): Promise<Map<string, ReportSetRight>> {
  const quoted = quotedReport(event)?.findingId;
  const ids = event.reports.flatMap(({ setRight, findingId }) => (setRight ? [findingId] : []));
  const found = ids.length === 0 ? [] : await store.findings(ids);
  const said = new Map(found.map(({ id, claim }) => [id, claim.evidence.map(({ quote }) => quote)]));
  return new Map(
    event.reports.flatMap(({ setRight, findingId }): [string, ReportSetRight][] => {
      const words = setRight ? setRightWords({ ...event, setRight }, names) : null;
      const quotes = said.get(findingId) ?? [];
      return words === null || findingId === quoted ? [] : [[findingId, { words, quotes: [...new Set(quotes)] }]];
    }),
  );
}
