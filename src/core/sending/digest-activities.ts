/** What a digest says of visits and outcomes without a grade. */
import { dayStart, londonDay } from '../dates.ts';
import type { ActivityCorrection, ListedActivity } from './activity-history.ts';
import type { Digest } from './digest.ts';
import type { Block, Linked } from './letter.ts';
import { dayWords, type Names, ungradedName } from './names.ts';

type Item = Linked & { note: string };

export function ungraded({ activities }: Digest, names: Names): Block[] {
  const own = activities.filter(({ late }) => !late);
  return listed(`Visits and outcomes without a grade (${own.length})`, own, names);
}

export function lateUngraded({ activities }: Digest, names: Names): Block[] {
  const late = activities.filter((activity) => activity.late);
  const unknown = late.some(({ day }) => day === null) ? ' or on a day not known' : '';
  const when = `published before this week${unknown}, learnt in it`;
  return listed(`Late visits and outcomes without a grade: ${when} (${late.length})`, late, names);
}

function listed(title: string, activities: readonly ListedActivity[], names: Names): Block[] {
  if (activities.length === 0) return [];
  return [
    { kind: 'section', title },
    {
      kind: 'items',
      items: activities.map((activity) => ({
        ...named(activity, names),
        text: `${named(activity, names).text}${activity.outcome === null ? '' : `, ${outcomeWords(activity.outcome)}`}`,
        note: about(activity),
      })),
    },
  ];
}

/** Items of the section of corrections. */
export const activitiesPutRight = ({ activityCorrections, range }: Digest, names: Names): Item[] =>
  activityCorrections.map((activity) => {
    const { was, outcome, stands, at } = activity;
    const before = was.stands ? `was told${asWords(was.outcome)}` : 'was told no more';
    const now = stands ? `now told${asWords(outcome)}` : 'its article says it no more';
    const since = at < dayStart(range.until) ? [] : [`put right on ${dayWords(londonDay(at))}`];
    return { ...named(activity, names), note: [`${before}; ${now}; ${about(activity)}`, ...since].join(', ') };
  });

const named = ({ authority, kind, url }: ListedActivity | ActivityCorrection, names: Names): Linked => ({
  text: `${names.authority(authority).shortName}: ${ungradedName(kind)}`,
  url,
});

const about = ({ title, publisher, day }: ListedActivity | ActivityCorrection): string =>
  [title, publisher, day && dayWords(day)].filter(Boolean).join(', ');

const outcomeWords = (outcome: string): string => outcome.replaceAll('_', ' ');
const asWords = (outcome: string | null): string => (outcome === null ? '' : ` as ${outcomeWords(outcome)}`);
