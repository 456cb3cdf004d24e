/** What a subscription would have sent, had it existed: asked before subscribing, so that nobody is surprised. */
import { addDays, isInRange, isoWeekOf, londonDay, londonWeek, weekRange } from '../dates.ts';
import { type Change, isTakenBack } from '../events/notices.ts';
import type { Cadence, Criteria, Day, DayRange, JudgementEvent } from '../types.ts';
import { type QuietHours, wasToldByDay } from './cadence.ts';
import { eventLine } from './event-words.ts';
import type { Names } from './names.ts';
import { type Promised, rehearse } from './rehearsal.ts';
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
  /** What was told to whoever asked for it. */
  events: readonly Known[];
  /** Told before these days, and put right in them. */
  earlier?: readonly Known[];
  /** By key of an event: what was told of it at first, and when and how it was put right. */
  corrected: ReadonlyMap<string, { was: WasTold | null; times: readonly PutRight[] }>;
}

export interface Known {
  event: JudgementEvent;
  /** When it could first be told: nothing held it back. */
  learntAt: Date;
}

export interface PutRight {
  at: Date;
  changes: readonly Change[];
}

/** Whoever is asked about is taken to have been told what came before these days. */
const LONG_AGO = new Date(0);

interface Hit {
  event: JudgementEvent;
  day: Day;
  /** When a message for it alone comes. */
  at: Date;
  /** When it was put right to whom it had been told. */
  putRight: PutRight[];
}

/**
 * @param asked what and how often, in which hours not
 * @param past  by the rules that send: the caller leaves out what was no news, and what a person held before it could be told
 * @param range days looked at. Each judgement counts for the day on which it could first be told, whatever its date
 * @param storm single alerts an hour before they become one summary
 */
export function dryRun(
  { criteria, every, quiet = null }: { criteria: Criteria; every: Cadence; quiet?: QuietHours | null },
  { events, earlier = [], corrected }: Past,
  range: DayRange,
  storm: number,
  names: Names,
): DryRun {
  const found = events
    .map((one) => hitOf(one))
    .filter(({ day }) => isInRange(day, range))
    .filter(({ event, putRight }) => putRight.length > 0 || (isTold(event) && matches(criteria, event, names)))
    .sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : a.event.key < b.event.key ? -1 : 1));
  const before = earlier.flatMap(({ event, learntAt }) => promisesOf(event, putRight(event, learntAt)));
  const weeks = mondaysIn(range);
  const { hits, corrections, messages } = every === 'event' ? oneByOne() : summedUp();
  return {
    ...range,
    matched: hits.length,
    corrections,
    messages,
    perWeek: Math.round((messages / Math.max(1, weeks)) * 10) / 10,
    events: hits.map(({ event, day }) => ({ key: event.key, day, line: eventLine(event, names) })),
  };

  function oneByOne(): { hits: Hit[]; corrections: number; messages: number } {
    const first = ({ event: { key }, at }: Hit): Promised => ({ key, notice: 'first', at, changes: [] });
    const sent = rehearse(
      [...found.flatMap((hit) => [first(hit), ...promisesOf(hit.event, hit.putRight)]), ...before],
      storm,
      quiet,
    );
    return { ...sent, hits: found.filter(({ event }) => sent.told.has(event.key)) };
  }

  function summedUp(): { hits: Hit[]; corrections: number; messages: number } {
    const all = [...found.flatMap(({ event, putRight: times }) => promisesOf(event, times)), ...before];
    const days = new Set([...found.map(({ day }) => day), ...all.map(({ at }) => londonDay(at))]);
    // An empty week is told too.
    return { hits: found, corrections: all.length, messages: every === 'week' ? weeks : days.size };
  }

  function hitOf({ event, learntAt }: Known): Hit {
    return { event, day: londonDay(learntAt), at: learntAt, putRight: putRight(event, learntAt) };
  }

  function putRight(event: JudgementEvent, learntAt: Date): PutRight[] {
    const { was = null, times = [] } = corrected.get(event.key) ?? {};
    if (!matches(criteria, asTold(event, was), names)) return [];
    return times.filter(({ at }) => wasToldBefore(learntAt, at) && isInRange(londonDay(at), range));
  }

  /** Within its own day or week a message tells it once, right. */
  function wasToldBefore(learntAt: Date, at: Date): boolean {
    if (every === 'week') return londonWeek(learntAt) < londonWeek(at);
    return every === 'event' || wasToldByDay({ since: LONG_AGO, quiet }, { learntAt, at });
  }

  /** What was taken back before a summary could tell it is not told. */
  function isTold(event: JudgementEvent): boolean {
    return every === 'event' || !isTakenBack(event);
  }
}

const promisesOf = ({ key }: JudgementEvent, times: readonly PutRight[]): Promised[] =>
  times.map((time) => ({ key, notice: 'correction', ...time }));

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
