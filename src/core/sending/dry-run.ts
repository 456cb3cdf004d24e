/** What a subscription would have sent, had it existed: asked before subscribing, so that nobody is surprised. */
import { addDays, isInRange, isoWeekOf, type Week } from '../dates.ts';
import type { Cadence, Criteria, Day, DayRange, JudgementEvent } from '../types.ts';
import { eventLine } from './event-words.ts';
import type { Names } from './names.ts';
import { matches } from './route.ts';

export interface DryRun {
  from: Day;
  until: Day;
  /** Judgements that match. */
  matched: number;
  /** Messages they would have come in. */
  messages: number;
  perWeek: number;
  /** Newest first. */
  events: { key: string; day: Day; line: string }[];
}

/**
 * @param range days looked at, by publication; events without a date are left aside
 * @param storm single alerts an hour: more published on one day count as one summary, as they come within the hour
 */
export function dryRun(
  { criteria, every }: { criteria: Criteria; every: Cadence },
  events: readonly JudgementEvent[],
  range: DayRange,
  storm: number,
  names: Names,
): DryRun {
  const hits = events
    .flatMap((event) => (event.day === null ? [] : [{ event, day: event.day }]))
    .filter(({ event, day }) => isInRange(day, range) && !event.held && matches(criteria, event, names))
    .sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : a.event.key < b.event.key ? -1 : 1));
  const onDay = new Map<Day, number>();
  for (const { day } of hits) onDay.set(day, (onDay.get(day) ?? 0) + 1);
  const weeks = weeksOf(range);
  const messages =
    every === 'week'
      ? weeks.size // an empty week is told too
      : every === 'day'
        ? onDay.size
        : [...onDay.values()].reduce((sum, count) => sum + (count > storm ? 1 : count), 0);
  return {
    ...range,
    matched: hits.length,
    messages,
    perWeek: Math.round((messages / Math.max(1, weeks.size)) * 10) / 10,
    events: hits.map(({ event, day }) => ({ key: event.key, day, line: eventLine(event, names) })),
  };
}

function weeksOf({ from, until }: DayRange): Set<Week> {
  const weeks = new Set<Week>();
  for (let day = from; day < until; day = addDays(day, 7)) weeks.add(isoWeekOf(day));
  return weeks;
}
