/** The reports of an event as a reader is shown them: headline, address, who published it and how far it is to be trusted. */
import { leadReport } from '../deciding-quote.ts';
import type { EventReport, JudgementEvent, Tier } from '../types.ts';
import { firstReport, takenWords } from './event-words.ts';
import type { Linked } from './letter.ts';
import { dayWords, type Names, tierName } from './names.ts';
import { otherwiseSaid } from './put-right.ts';
import { oneLine, safeUrl } from './safe.ts';

export interface NamedSource extends Linked {
  tier: Tier;
}

/**
 * An event's reports as a reader is shown them: most trusted first, behind them those that say otherwise than what stands;
 * copies marked, and the first of all where it is known.
 */
export function sourceList(event: JudgementEvent, names: Names, most = Number.POSITIVE_INFINITY): NamedSource[] {
  const otherwise = otherwiseSaid(event, names);
  const isOtherwise = ({ findingId }: EventReport) => otherwise.has(findingId);
  const { reports } = event;
  return [...reports.filter((report) => !isOtherwise(report)), ...reports.filter(isOtherwise)]
    .slice(0, most)
    .map((report) => named(report, reports, otherwise));
}

/** What stands above them. */
export function sourcesTitle(event: JudgementEvent, names: Names): string {
  const otherwise = otherwiseSaid(event, names).size;
  const isMixed = otherwise > 0 && otherwise < event.reports.length;
  return `Sources, most trusted first${isMixed ? '; last what says otherwise' : ''}`;
}

/** The one report that is named beside the quote; null where there is none. */
export function leadSource(event: JudgementEvent, names: Names): NamedSource | null {
  const lead = leadReport(event);
  return lead && named(lead, event.reports, otherwiseSaid(event, names));
}

/** Who speaks in a report, as it is named beside its words. */
export const speakerOf = ({ publisher, title }: EventReport): string =>
  oneLine(publisher || title) || 'an article without headline';

function named(
  report: EventReport,
  reports: readonly EventReport[],
  otherwise: ReadonlyMap<string, string>,
): NamedSource {
  const notes = [
    report.publisher,
    // Of any other there is nothing to say.
    report.tier === 'other' ? null : tierName(report.tier),
    report.articleDay && dayWords(report.articleDay),
    report === firstReport(reports) && 'first to report',
    takenWords(report, reports),
    otherwise.get(report.findingId),
  ].filter((note) => typeof note === 'string' && note !== '');
  return {
    text: oneLine(report.title) || 'An article without headline',
    url: safeUrl(report.url),
    note: oneLine(notes.join(', ')),
    tier: report.tier,
  };
}
