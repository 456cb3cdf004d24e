/** Visits and outcomes of a week that give no grade, as one clean table: stable once shipped, as the columns of judgements are. */
import type { ActivityCorrection, ListedActivity } from './activity-history.ts';
import type { CellValue } from './columns.ts';
import type { Digest } from './digest.ts';

const COLUMNS = ['authority', 'kind', 'outcome', 'day', 'title', 'publisher', 'url', 'section', 'was'];

/**
 * A header line first. Sections: `activity`; `late` (published before the week, or back catalogue on a day not known; learnt in
 * it); `correction` (an earlier week or, as known now, this one told the outcome in `was`); `set_aside` (likewise, but its
 * article says nothing of it any more).
 */
export const visitsTable = ({
  activities,
  activityCorrections,
}: Pick<Digest, 'activities' | 'activityCorrections'>): CellValue[][] => [
  COLUMNS,
  ...activities.map((activity) => [...told(activity), activity.late ? 'late' : 'activity', '']),
  ...activityCorrections.map((activity) => [
    ...told(activity),
    ...[activity.stands ? 'correction' : 'set_aside', activity.was.outcome ?? ''],
  ]),
];

const told = ({ authority, kind, outcome, day, title, publisher, url }: ListedActivity | ActivityCorrection) => [
  ...[authority, kind, outcome ?? '', day ?? '', title, publisher ?? '', url ?? ''],
];
