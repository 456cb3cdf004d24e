/** The reports of an event as a reader is shown them: headline, address, who published it and how far it is to be trusted. */
import type { EventReport, Tier } from '../types.ts';
import { firstSeen, takenWords } from './event-words.ts';
import type { Linked } from './letter.ts';
import { dayWords, tierName } from './names.ts';
import { oneLine, safeUrl } from './safe.ts';

export interface NamedSource extends Linked {
  tier: Tier;
}

/** An event's reports as a reader is shown them: most trusted first, copies and the first of all marked. */
export function sourceList(reports: readonly EventReport[], most = Number.POSITIVE_INFINITY): NamedSource[] {
  const first = firstSeen(reports)?.getTime();
  return reports.slice(0, most).map((report) => {
    const notes = [
      report.publisher,
      // Of any other there is nothing to say.
      report.tier === 'other' ? null : tierName(report.tier),
      report.articleDay && dayWords(report.articleDay),
      reports.length > 1 && report.firstSeen.getTime() === first && 'first to report',
      takenWords(report, reports),
    ].filter((note) => typeof note === 'string' && note !== '');
    return {
      text: oneLine(report.title) || 'An article without headline',
      url: safeUrl(report.url),
      note: oneLine(notes.join(', ')),
      tier: report.tier,
    };
  });
}
