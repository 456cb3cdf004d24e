/** What a subscription would have sent, had it existed: asked before subscribing, so that nobody is surprised. */
import { addDays, isInRange, isoWeekOf, londonDay, londonWeek, weekMoments, weekRange } from '../dates.ts';
import { type Change, isTakenBack } from '../events/notices.ts';
import type { Cadence, Criteria, Day, DayRange, JudgementEvent } from '../types.ts';
import { dayPeriod, type QuietHours, wasToldByDay } from './cadence.ts';
import { eventLine } from './event-words.ts';
import type { Names } from './names.ts';
import { type Promised, rehearse } from './rehearsal.ts';
import { type Askable, matches } from './route.ts';
import { endOfWeek } from './told-since.ts';

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
  /** What any reader was told in these days or, where it was put right in them, before. */
  events: readonly Known[];
  /** By key of an event: when and how it was put right. */
  corrected: ReadonlyMap<string, readonly PutRight[]>;
}

export interface Known {
  event: JudgementEvent;
  /** How it stood from when on, oldest first, the first from the moment it could first be told: nothing held it back. */
  stood: readonly Standing[];
}

export interface Standing {
  at: Date;
  event: Askable & Pick<JudgementEvent, 'held' | 'waits'>;
  /** Whether whoever it concerned by then, and not before, was told: it was news, and no reassessment made it. */
  tells: boolean;
}

export interface PutRight {
  /** When it was made, and when it was promised to whom the event had been told. */
  made: Date;
  at: Date;
  changes: readonly Change[];
}

/** Whoever is asked about is taken to have been told what came before these days. */
const LONG_AGO = new Date(0);

interface Hit {
  event: JudgementEvent;
  /** When a message for it alone comes, and its day; null where only corrections of it are told. */
  at: Date | null;
  day: Day | null;
  /** When it was put right to whom it had been told, in these days. */
  putRight: PutRight[];
}

type Found = Hit & { at: Date; day: Day };

/**
 * @param asked what and how often, in which hours not
 * @param past  by the rules that send: the caller leaves out what was no news, and what a person held before it could be told
 * @param range days looked at. Each judgement counts for the day on which it could first be told to whoever asked for such, whatever its date
 * @param storm single alerts an hour before they become one summary
 */
export function dryRun(
  { criteria, every, quiet = null }: { criteria: Criteria; every: Cadence; quiet?: QuietHours | null },
  { events, corrected }: Past,
  range: DayRange,
  storm: number,
  names: Names,
): DryRun {
  const told = events.flatMap(hitOf);
  const found = told
    .filter((hit): hit is Found => hit.day !== null && isInRange(hit.day, range))
    .sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : a.event.key < b.event.key ? -1 : 1));
  const promises = told.flatMap(({ event: { key }, putRight }) =>
    putRight.map(({ at, changes }): Promised => ({ key, notice: 'correction', at, changes })),
  );
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

  function oneByOne(): { hits: Found[]; corrections: number; messages: number } {
    const first = ({ event: { key }, at }: Found): Promised => ({ key, notice: 'first', at, changes: [] });
    const sent = rehearse([...found.map(first), ...promises], storm, quiet);
    return { ...sent, hits: found.filter(({ event }) => sent.told.has(event.key)) };
  }

  function summedUp(): { hits: Found[]; corrections: number; messages: number } {
    const days = new Set([...found.map(({ day }) => day), ...promises.map(({ at }) => londonDay(at))]);
    // An empty week is told too.
    return { hits: found, corrections: promises.length, messages: every === 'week' ? weeks : days.size };
  }

  function hitOf({ event, stood }: Known): Hit[] {
    const at = firstTold(stood);
    const [since = null] = every === 'week' ? stood.map((one) => one.at) : [at];
    if (since === null) return [];
    const putRight = (corrected.get(event.key) ?? []).filter(
      (one) => isInRange(londonDay(one.at), range) && wasToldBefore(since, one.at) && isFor(one, since, stood),
    );
    return [{ event, day: at && londonDay(at), at, putRight }];
  }

  /**
   * Of what was corrected before it concerned a reader, the correction was the news. A week lists corrections of what is asked
   * for now, and of what was when the week began.
   */
  function isFor({ made, at }: PutRight, since: Date, stood: readonly Standing[]): boolean {
    if (every !== 'week') return made > since;
    const { from, until } = weekMoments(londonWeek(at));
    return [from, until].some((moment) => {
      const then = stood.findLast((one) => one.at < moment)?.event;
      return then !== undefined && matches(criteria, then, names);
    });
  }

  /** When it first was what is asked for, and still was when the message that could tell it left. */
  function firstTold(stood: readonly Standing[]): Date | null {
    // A week has only what it learnt; else what becomes such is told then.
    const moments = every === 'week' ? stood.slice(0, 1) : stood;
    const first = moments.find(({ at, tells }) => {
      const then = stood.findLast((one) => one.at <= leaves(at) && one.at >= at)?.event;
      if (!tells || !then || then.held || then.waits || isTakenBack(then)) return false;
      return matches(criteria, then, names);
    });
    return first?.at ?? null;
  }

  /** The message of a day tells what is so when it leaves, that of a week what was so at its end. */
  function leaves(at: Date): Date {
    if (every === 'week') return endOfWeek(at);
    return every === 'day' ? dayPeriod(londonDay(at), quiet).sendAt : at;
  }

  /** Within its own day or week a message tells it once, right. */
  function wasToldBefore(learntAt: Date, at: Date): boolean {
    if (every === 'week') return londonWeek(learntAt) < londonWeek(at);
    return every === 'event' || wasToldByDay({ since: LONG_AGO, quiet }, { learntAt, at });
  }
}

/** Weeks go out on the Monday after. */
function mondaysIn({ from, until }: DayRange): number {
  let count = 0;
  for (let day = weekRange(isoWeekOf(from)).from; day < until; day = addDays(day, 7)) count += day < from ? 0 : 1;
  return count;
}
