/** What correlating a group again would change, told event by event. */
import { distinctionKey } from '../distinctions.ts';
import { canonicalJson } from '../keys.ts';
import type { JudgementEvent } from '../types.ts';
import type { GroupDecision } from './decide.ts';
import { isTakenBack } from './notices.ts';

export interface EventDifference {
  /** Null for an event that appears. */
  before: JudgementEvent | null;
  /** Null for an event that vanishes, or is claimed no more: our mistake, or for a person to rule on. */
  after: JudgementEvent | null;
  changes: { field: string; from: string; to: string }[];
  /** Notices it would make. */
  notices: string[];
}

const FIELDS = {
  key: ({ key }) => key,
  headlines: ({ headlines }) => headlines.map(({ remit, grade }) => `${remit} ${grade}`).join(', '),
  areas: ({ judgements }) => judgements.map(({ area, grade }) => `${area} ${grade}`).join(', '),
  framework: ({ framework }) => framework ?? '',
  direction: ({ direction }) => direction ?? '',
  previousGrade: ({ previousGrade }) => previousGrade ?? '',
  day: ({ day }) => day ?? '',
  distinctions: ({ distinctions = [] }) => distinctions.map(distinctionKey).join('; '),
  jointWith: ({ jointWith }) => jointWith.join(', '),
  status: ({ status }) => status,
  register: ({ register }) => register.match,
  reports: ({ reports }) => reports.map(({ findingId }) => findingId).join(', '),
} satisfies Record<string, (event: JudgementEvent) => string>;

/** In order of key; events that stay as they are do not appear. */
export function differencesBetween(
  previous: readonly JudgementEvent[],
  { events, aliases, notices }: Pick<GroupDecision, 'events' | 'aliases' | 'notices'>,
): EventDifference[] {
  const heirOf = new Map(aliases.map(({ oldKey, newKey }) => [oldKey, newKey]));
  const now = new Map(events.map((event) => [event.key, event]));
  const noticesOf = (key: string) => notices.filter(({ eventKey }) => eventKey === key).map(({ notice }) => notice);
  const differences = previous.flatMap((before): EventDifference[] => {
    const found = now.get(heirOf.get(before.key) ?? before.key) ?? null;
    const gone =
      found === null || (isTakenBack(found) && !isTakenBack(before)) || (found.waits === true && before.waits !== true);
    const changes = found ? changesBetween(before, found) : [];
    if (!gone && changes.length === 0) return [];
    const told = noticesOf(found?.key ?? before.key);
    return [{ before, after: gone ? null : found, changes: gone ? [] : changes, notices: told }];
  });
  const known = new Set(previous.map(({ key }) => heirOf.get(key) ?? key));
  const appearing = events
    .filter(({ key }) => !known.has(key))
    .map(
      (after): EventDifference => ({
        before: null,
        after,
        changes: [],
        notices: noticesOf(after.key),
      }),
    );
  const keyOf = ({ before, after }: EventDifference) => after?.key ?? before?.key ?? '';
  return [...differences, ...appearing].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

function changesBetween(before: JudgementEvent, after: JudgementEvent): EventDifference['changes'] {
  if (canonicalJson(before) === canonicalJson(after)) return [];
  return Object.entries(FIELDS).flatMap(([field, of]) => {
    const [from, to] = [of(before), of(after)];
    return from === to ? [] : [{ field, from, to }];
  });
}
