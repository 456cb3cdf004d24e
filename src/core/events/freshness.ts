/** Whether an event is news, or back catalogue: stored and shown, never alerted. */
import { daysBetween, londonDay } from '../dates.ts';
import type { Day, JudgementEvent } from '../types.ts';

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

/** Publication as it counts for freshness: the report's, else the earliest article's, else when we learnt of it. */
export const publicationDay = (event: Pick<JudgementEvent, 'day'>, learntAt: Date): Day =>
  event.day ?? londonDay(learntAt);

/** Whether a day lies within so many days of now, by London's calendar. */
export const isRecent = (day: Day, now: Date, freshDays: number): boolean =>
  Math.abs(daysBetween(day, londonDay(now))) <= freshDays;

/**
 * Whether an event is news to a subscription: published within the fresh days and not before the subscription's first
 * day. An old judgement restated never is, nor an undated one that any source carried as back catalogue.
 */
export function freshFor(
  event: Pick<JudgementEvent, 'day' | 'register'>,
  { now, freshDays, since, learntAt, alerting }: FreshnessTerms,
): boolean {
  if (alerting.includes('always')) return true;
  if (alerting.length > 0 && alerting.every((way) => way === 'never')) return false;
  if (event.day === null && alerting.includes('never')) return false;
  if (event.register.match === 'recycled') return false;
  const day = publicationDay(event, learntAt);
  return isRecent(day, now, freshDays) && day >= londonDay(since);
}
