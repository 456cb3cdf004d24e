/** Articles that say a report was taken back: which event they may mean. A person decides; nothing changes by itself. */
import { daysBetween } from '../dates.ts';
import type { Assessment, Day, JudgementEvent, UngradedActivity } from '../types.ts';

/** The longest an inspectorate's report stands before the next one may be meant. */
const WITHIN_DAYS = 730;

/**
 * @param verdict    of the article
 * @param articleDay its day, null where unknown: then the newest event is meant
 * @param events     of the authorities it names
 * @returns one event an activity at most: where the article states the grade, the newest given it, else the newest
 */
export function withdrawalsIn(
  { notices, history }: Pick<Assessment, 'notices' | 'history'>,
  articleDay: Day | null,
  events: readonly JudgementEvent[],
): { event: JudgementEvent; activity: UngradedActivity }[] {
  return notices
    .filter(({ kind }) => kind === 'withdrawn_report')
    .flatMap((activity) => {
      const standing = events
        .filter(({ authority, status }) => authority === activity.authority && status !== 'withdrawn')
        .filter(({ day }) => articleDay === null || day === null || isBefore(day, articleDay))
        .sort((a, b) => (b.day ?? '').localeCompare(a.day ?? '') || a.key.localeCompare(b.key));
      const told = standing.filter((event) =>
        history.some(
          (entry) =>
            entry.authority === event.authority &&
            entry.inspectorate === event.inspectorate &&
            entry.service === event.service &&
            event.headlines.some(({ grade }) => grade === entry.grade),
        ),
      );
      const [event] = told.length > 0 ? told : standing;
      return event ? [{ event, activity }] : [];
    });
}

function isBefore(day: Day, articleDay: Day): boolean {
  const days = daysBetween(day, articleDay);
  return days >= 0 && days <= WITHIN_DAYS;
}
