/** What a subscription would have sent, had it existed: asked before subscribing, so that nobody is surprised. */
import { addDays, isInRange, isoWeekOf, londonDay, type Week } from '../dates.ts';
import type { Cadence, Criteria, Day, DayRange, JudgementEvent } from '../types.ts';
import { eventLine } from './event-words.ts';
import type { Names } from './names.ts';
import { matches } from './route.ts';
import type { WasTold } from './was-told.ts';

export interface DryRun {
  from: Day;
  until: Day;
  /** Judgements that match, or did before they were put right. */
  matched: number;
  /** Corrections of them. */
  corrections: number;
  /** Messages they would have come in. */
  messages: number;
  perWeek: number;
  /** Newest first. */
  events: { key: string; day: Day; line: string }[];
}

export interface Past {
  events: readonly JudgementEvent[];
  /** By key of an event: what was told of it at first, and when it was put right. */
  corrected: ReadonlyMap<string, { was: WasTold | null; times: readonly Date[] }>;
}

/**
 * @param range days looked at, by publication; events without a date are left aside
 * @param storm single alerts an hour: more published on one day count as one summary, as they come within the hour
 */
export function dryRun(
  { criteria, every }: { criteria: Criteria; every: Cadence },
  { events, corrected }: Past,
  range: DayRange,
  storm: number,
  names: Names,
): DryRun {
  const hits = events
    .flatMap((event) => (event.day === null ? [] : [{ event, day: event.day, putRight: putRight(event, event.day) }]))
    .filter(({ event, day }) => isInRange(day, range) && !event.held)
    .filter(({ event, putRight: days }) => days.length > 0 || matches(criteria, event, names))
    .sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : a.event.key < b.event.key ? -1 : 1));
  const onDay = new Map<Day, number>();
  const corrections = hits.flatMap((hit) => hit.putRight);
  for (const day of [...hits.map((hit) => hit.day), ...corrections]) onDay.set(day, (onDay.get(day) ?? 0) + 1);
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
    corrections: corrections.length,
    messages,
    perWeek: Math.round((messages / Math.max(1, weeks.size)) * 10) / 10,
    events: hits.map(({ event, day }) => ({ key: event.key, day, line: eventLine(event, names) })),
  };

  /** Days on which it was put right to whom it had been told; within its own day a daily message tells it once, right. */
  function putRight(event: JudgementEvent, day: Day): Day[] {
    const { was = null, times = [] } = corrected.get(event.key) ?? {};
    if (!matches(criteria, asTold(event, was), names)) return [];
    return times.map(londonDay).filter((at) => isInRange(at, range) && (every === 'event' || at > day));
  }
}

/** As it was told at first, as far as a correction says. */
function asTold(event: JudgementEvent, was: WasTold | null): JudgementEvent {
  if (was === null) return event;
  const { authority, inspectorate, service, headlines } = was;
  const [only] = headlines.length === 1 ? headlines : [];
  return { ...event, ...({ authority, inspectorate, service } as Told), headlines, grade: only?.grade ?? null };
}
type Told = Pick<JudgementEvent, 'authority' | 'inspectorate' | 'service'>;

function weeksOf({ from, until }: DayRange): Set<Week> {
  const weeks = new Set<Week>();
  for (let day = from; day < until; day = addDays(day, 7)) weeks.add(isoWeekOf(day));
  return weeks;
}
