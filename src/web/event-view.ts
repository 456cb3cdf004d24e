/** Gathers what an event's page shows. */
import { reviveEvent } from '../adapters/store/event-body.ts';
import type { StoredEvent } from '../adapters/store/events.ts';
import { leadReport, quotedReport } from '../core/deciding-quote.ts';
import { precedingJudgement, registeredJudgement } from '../core/events/preceding.ts';
import { type Passage, passages } from '../core/quoted.ts';
import { officialReport } from '../core/report-sites.ts';
import type { Cited } from '../core/sending/citation.ts';
import type { EventReport, JudgementEvent, RegisterJudgement } from '../core/types.ts';
import { linkedReports } from '../steps/linked-reports.ts';
import { type ReportSetRight, reportsSetRight } from '../steps/set-right.ts';
import { type Said, saidOf } from '../steps/who-said.ts';
import type { SiteDeps } from './site-deps.ts';

export interface EventView {
  event: JudgementEvent;
  learntAt: Date;
  /** Earlier keys that lead here. */
  aliases: string[];
  /** How it stood before, oldest first, today's state last. */
  revisions: { at: Date; event: JudgementEvent }[];
  /** The words it rests on, in the article they stand in; null when that is no longer at hand. */
  quoted: { passages: Passage[]; report: EventReport } | null;
  /** Words of people in public roles, and the report that quotes them. */
  said: Said | null;
  /** By finding, what a person set right of reports that are not the one quoted. */
  setRight: Map<string, ReportSetRight>;
  /** What a citation names: the report quoted, else the most trusted one, as it was read. */
  cited: Cited | null;
  /** The inspectorate's own report. */
  officialReport: string | null;
  /** Inspectorates' reports its articles link to, besides. */
  linked: string[];
  /** The row of the register that is of the same inspection. */
  registered: RegisterJudgement | null;
  /** The one before it in the register, where that gave the grade before. */
  preceding: RegisterJudgement | null;
}

/** Where it is not known which report is quoted: the words stand in the best one, which is among the first. */
const MOST_LOOKED_AT = 8;

export async function eventView(deps: SiteDeps, { event, learntAt }: StoredEvent): Promise<EventView> {
  const { store } = deps;
  const register = deps.register();
  const [aliases, revisions, quoted, said, linked, setRight] = await Promise.all([
    store.aliasesOf(event.key),
    store.eventHistory(event.key),
    quotedWords(deps, event),
    saidOf(deps, event),
    linkedReports({ store, reportSites: deps.reportSites, register }, event),
    reportsSetRight(deps, event),
  ]);
  return {
    ...{ event, learntAt, aliases, quoted, said, linked, setRight },
    cited: await citedReport(deps, quoted?.report ?? leadReport(event)),
    revisions: revisions.map(({ at, body }) => ({ at, event: reviveEvent(body) })),
    registered: registeredJudgement(event, register),
    preceding: precedingJudgement(event, register),
    officialReport: officialReport(event, register, deps.reportSites),
  };
}

async function citedReport({ store }: SiteDeps, report: EventReport | null): Promise<Cited | null> {
  const read = report ? await store.assessmentOf(report.articleId) : null;
  return report && read ? { report, revision: read.revision, hash: read.hash } : null;
}

/** The evidence in its article, as long as its offsets still hold there. */
async function quotedWords({ store }: SiteDeps, event: JudgementEvent): Promise<EventView['quoted']> {
  const known = quotedReport(event);
  for (const report of known ? [known] : event.reports.slice(0, MOST_LOOKED_AT)) {
    const article = await store.assessmentOf(report.articleId);
    if (article && event.evidence.every(({ field, start, end, quote }) => article[field].slice(start, end) === quote))
      return { passages: passages(article, event.evidence), report };
  }
  return null;
}
