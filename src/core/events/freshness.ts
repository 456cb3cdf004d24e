/** Whether an event is news, or back catalogue: stored and shown, never alerted. */
import { daysBetween, londonDay } from '../dates.ts';
import type { Day, JudgementEvent, Report } from '../types.ts';

/** How an article came in: `never` for a back catalogue, `always` where an operator asked for alerts. */
export type Alerting = 'normal' | 'never' | 'always';

export interface FreshnessTerms {
  now: Date;
  /** `GRADEWATCH_FRESH_DAYS`: how old a publication may be and still be news. */
  freshDays: number;
  /** When the subscription began. */
  since: Date;
  /** When the event was first stored under any key. */
  learntAt: Date;
  /** Of the articles that report it. */
  alerting: readonly Alerting[];
}

/**
 * Publication as it counts for freshness: the report's as the texts state it, else the earliest article's, else when we
 * learnt of it. The register's date does not count: what it says of age is its `recycled`.
 */
function publicationDay({ day, dayBasis, reports }: Dated, learntAt: Date): Day {
  if (day !== null && dayBasis !== 'register') return day;
  const [earliest] = reports.flatMap(({ articleDay }) => (articleDay === null ? [] : [articleDay])).sort();
  return earliest ?? day ?? londonDay(learntAt);
}
type Dated = Pick<JudgementEvent, 'day' | 'dayBasis'> & { reports: readonly Pick<Report, 'articleDay'>[] };

/** Whether a day lies within so many days of now, by London's calendar. */
const isRecent = (day: Day, now: Date, freshDays: number): boolean =>
  Math.abs(daysBetween(day, londonDay(now))) <= freshDays;

/** An old judgement restated, or an undated one that any source carried as back catalogue: no news of the time it is read in. */
export const isOldNews = (
  { day, register }: Pick<JudgementEvent, 'day' | 'register'>,
  alerting: readonly Alerting[],
): boolean => register.match === 'recycled' || (day === null && alerting.includes('never'));

/**
 * Whether an event is news to a subscription: published within the fresh days, and published or first learnt of after the
 * subscription began (a paper may bring on the reader's second day what was published a week before). Old news never is. What an operator
 * hands in to be alerted is news of any age, yet not to who asked only after it was learnt.
 */
export function freshFor(
  event: Dated & Pick<JudgementEvent, 'register'>,
  { now, freshDays, since, learntAt, alerting }: FreshnessTerms,
): boolean {
  const isAfterSince = (day: Day) => day >= londonDay(since) || learntAt >= since;
  if (alerting.includes('always')) return isAfterSince(publicationDay(event, learntAt));
  if (alerting.length > 0 && alerting.every((way) => way === 'never')) return false;
  if (isOldNews(event, alerting)) return false;
  const day = publicationDay(event, learntAt);
  return isRecent(day, now, freshDays) && isAfterSince(day);
}
