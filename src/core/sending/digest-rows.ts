/** The rows of a week's tables: which week, and which table of it, an event stands in. */
import { isInRange, type Week, weekMoments, weekRange } from '../dates.ts';
import { isOldNews } from '../events/freshness.ts';
import type { JudgementEvent } from '../types.ts';
import type { EventRow } from './columns.ts';

const ENDED = new Set(['retracted', 'withdrawn']);
/** What rows are made of besides their events: see `DigestInput`. */
export interface RowsOf {
  week: Week;
  sample: boolean;
  official: Readonly<Record<string, string>>;
  firstKeys: Readonly<Record<string, string>>;
}

/** Whether it stands, and nothing holds it back. */
export const isListed = ({ held, waits, status }: JudgementEvent): boolean => !held && !waits && !ENDED.has(status);

export const rowOf = (
  { week, sample, official, firstKeys }: RowsOf,
  row: Pick<EventRow, 'event' | 'learntAt' | 'changedAt' | 'section' | 'was' | 'told' | 'isMoved'>,
): EventRow => ({
  ...{ ...row, week, sample },
  official: official[row.event.key] ?? null,
  firstKey: firstKeys[row.event.key],
});

/**
 * The table it stands in; null where the week has nothing to tell of it.
 *
 * @param isOld old news, whatever its date: no judgement of this week
 */
export function sectionOf(
  event: Pick<JudgementEvent, 'day'>,
  learntAt: Date,
  { week, asKnown }: { week: Week; asKnown: 'then' | 'now' },
  isOld = false,
): 'judgement' | 'late' | null {
  const [range, moments] = [weekRange(week), weekMoments(week)];
  const learntIn = learntAt >= moments.from && learntAt < moments.until;
  if (asKnown === 'then' && learntAt >= moments.until) return null;
  if (isOld) return learntIn ? 'late' : null;
  if (event.day === null) return learntIn ? 'judgement' : null;
  if (isInRange(event.day, range)) return 'judgement';
  return learntIn && event.day < range.from ? 'late' : null;
}

/** Whether a week told it when it closed. @param stood as it was then */
export const tells = (week: Week, { event, learntAt }: { event: JudgementEvent; learntAt: Date }): boolean =>
  isListed(event) && sectionOf(event, learntAt, { week, asKnown: 'then' }, isOldNews(event, [])) !== null;

interface Tables {
  putRight: readonly { row: EventRow }[];
  rows: readonly EventRow[];
  late: readonly EventRow[];
  corrections: readonly { row: EventRow }[];
}

/**
 * Each event once, in the order of the tables, for formats that know an entry by its event: as a correction where it is one.
 */
export function rowsOnce({ rows, late, corrections, putRight }: Tables): EventRow[] {
  const corrected = new Map([...corrections, ...putRight].map(({ row }) => [row.event.key, row]));
  const listed = [...rows, ...late].map((row) => corrected.get(row.event.key) ?? row);
  return [...new Set([...listed, ...corrected.values()])];
}

export const byText =
  <T>(text: (value: T) => string) =>
  (a: T, b: T): number => {
    const [one, other] = [text(a), text(b)];
    return one < other ? -1 : one > other ? 1 : 0;
  };
