/** What a subscription would have sent, had it existed: asked before subscribing, so that nobody is surprised. */
import { addDays, dayStart, isInRange, isoWeekOf, londonDay, londonWeek, weekRange } from '../dates.ts';
import { isTakenBack } from '../events/notices.ts';
import type { Cadence, Criteria, Day, DayRange, JudgementEvent } from '../types.ts';
import { wasToldByDay } from './cadence.ts';
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
  /** Newest first, with the day each counts for. */
  events: { key: string; day: Day; line: string }[];
}

export interface Past {
  events: readonly { event: JudgementEvent; learntAt: Date }[];
  /** By key of an event: what was told of it at first, and when it was put right. */
  corrected: ReadonlyMap<string, { was: WasTold | null; times: readonly Date[] }>;
}

interface Hit {
  event: JudgementEvent;
  day: Day;
  /** Days on which it was put right to whom it had been told. */
  putRight: Day[];
}

/**
 * @param range days looked at. A message for each judgement counts by publication, as if it had been watched for since;
 *   events without a date are left aside. One a day or a week tells what became known in it, whatever its date: the caller
 *   leaves out what was no news
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
    .flatMap((one) => hitOf(one))
    .filter(({ event, day }) => isInRange(day, range) && !event.held)
    .filter(({ event, putRight }) => putRight.length > 0 || (isTold(event) && matches(criteria, event, names)))
    .sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : a.event.key < b.event.key ? -1 : 1));
  const onDay = new Map<Day, number>();
  const corrections = hits.flatMap((hit) => hit.putRight);
  for (const day of [...hits.map((hit) => hit.day), ...corrections]) onDay.set(day, (onDay.get(day) ?? 0) + 1);
  const weeks = mondaysIn(range);
  const messages =
    every === 'week'
      ? weeks // an empty week is told too
      : every === 'day'
        ? onDay.size
        : [...onDay.values()].reduce((sum, count) => sum + (count > storm ? 1 : count), 0);
  return {
    ...range,
    matched: hits.length,
    corrections: corrections.length,
    messages,
    perWeek: Math.round((messages / Math.max(1, weeks)) * 10) / 10,
    events: hits.map(({ event, day }) => ({ key: event.key, day, line: eventLine(event, names) })),
  };

  function hitOf({ event, learntAt }: Past['events'][number]): Hit[] {
    const day = every === 'event' ? event.day : londonDay(learntAt);
    return day === null ? [] : [{ event, day, putRight: putRight(event, learntAt) }];
  }

  function putRight(event: JudgementEvent, learntAt: Date): Day[] {
    const { was = null, times = [] } = corrected.get(event.key) ?? {};
    if (!matches(criteria, asTold(event, was), names)) return [];
    return times
      .filter((at) => wasToldBefore(learntAt, at))
      .map(londonDay)
      .filter((at) => isInRange(at, range));
  }

  /** Within its own day or week a message tells it once, right. */
  function wasToldBefore(learntAt: Date, at: Date): boolean {
    if (every === 'week') return londonWeek(learntAt) < londonWeek(at);
    return every === 'event' || wasToldByDay({ since: dayStart(range.from), quiet: null }, { learntAt, at });
  }

  /** What was taken back before a summary could tell it is not told. */
  function isTold(event: JudgementEvent): boolean {
    return every === 'event' || !isTakenBack(event);
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

/** Weeks go out on the Monday after. */
function mondaysIn({ from, until }: DayRange): number {
  let count = 0;
  for (let day = weekRange(isoWeekOf(from)).from; day < until; day = addDays(day, 7)) count += day < from ? 0 : 1;
  return count;
}
