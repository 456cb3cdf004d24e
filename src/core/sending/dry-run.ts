/** What a subscription would have sent, had it existed: asked before subscribing, so that nobody is surprised. */
import { dayStart, isInRange, londonDay, mondaysIn } from '../dates.ts';
import type { Change } from '../events/notices.ts';
import { asOneWord, changesOf, togetherAmong } from '../events/strands.ts';
import type { Cadence, Criteria, Day, DayRange } from '../types.ts';
import { dayPeriod, type QuietHours } from './cadence.ts';
import { summariesOf } from './dry-run-summaries.ts';
import { eventLine, publicationNote } from './event-words.ts';
import { goesOn, momentsOf } from './heard.ts';
import type { Names } from './names.ts';
import type { Hit, Known, Mended, Past, PutRight, Sent, Strand } from './past.ts';
import { leavesAt, rehearse } from './rehearsal.ts';
import { type Askable, matches } from './route.ts';
import { endOfWeek } from './told-since.ts';

export interface DryRun {
  from: Day;
  until: Day;
  /** Judgements that match, or did before they were put right; what was two then counts as two. */
  matched: number;
  /** Corrections of them. */
  corrections: number;
  /** Messages they would have come in. */
  messages: number;
  perWeek: number;
  /** Newest first, with the day each counts for; several that were told on one day and are parts of one now are one line. */
  events: { key: string; day: Day; line: string }[];
}

/**
 * @param asked what and how often, in which hours not
 * @param past  by the rules that send: the caller leaves out what was no news, and what a person held before it could be told
 * @param range days looked at. Each judgement counts for the day on which it could first be told to whoever asked for such, whatever its date
 * @param storm single alerts an hour before they become one summary
 */
export function dryRun(
  { criteria, every, quiet = null }: { criteria: Criteria; every: Cadence; quiet?: QuietHours | null },
  past: Past,
  range: DayRange,
  storm: number,
  names: Names,
): DryRun {
  const isWithin = (moment: Date) => isInRange(londonDay(moment), range);
  const asks = (event: Askable) => matches(criteria, event, names);
  const strands = past.strands.map((known): Strand => ({ ...known, moments: momentsWithin(known) }));
  const mended = past.corrections
    .filter(({ at }) => isWithin(at))
    .map((one): Mended => ({ ...one, of: strands.flatMap((strand) => mends(one, strand)) }))
    .filter(({ of }) => of.length > 0);
  const together = togetherAmong(strands);
  const told = { strands, mended, together };
  const { hits, corrections, messages } =
    every === 'event' ? oneByOne() : summariesOf(told, { every, quiet, asks, range });
  return {
    ...range,
    matched: hits.length,
    corrections,
    messages,
    perWeek: Math.round((messages / Math.max(1, mondaysIn(range))) * 10) / 10,
    events: listed(hits, (strand) => goesOn(strand, dayStart(range.until), together), names),
  };

  function oneByOne(): Sent {
    const firsts = strands.flatMap((strand) =>
      strand.moments
        .filter(isWithin)
        .map((at) => ({ notice: 'first' as const, at, of: [{ strand, changes: [] as Change[] }] })),
    );
    const before = strands.filter(({ moments }) => moments.some((at) => londonDay(at) < range.from));
    const corrected = mended.map(({ of, ...one }) => ({
      ...one,
      notice: 'correction' as const,
      of: of.map(({ strand, changes }) => ({ strand, changes: asOneWord(changes, strand.stood) })),
    }));
    const sent = rehearse([...firsts, ...corrected], { before, together }, storm, quiet);
    return { ...sent, hits: [...sent.told].map(([strand, at]) => ({ strand, at })) };
  }

  /** A week has only what it learnt; else what becomes such is told then. */
  function momentsWithin(known: Known): Date[] {
    const moments = momentsOf(known, asks, leaves);
    const [begun] = known.stood;
    return every === 'week' ? moments.filter((at) => at === begun?.at) : moments;
  }

  /** The message of a day tells what is so when it leaves, that of a week what was so at its end. */
  function leaves(at: Date): Date {
    if (every === 'week') return endOfWeek(at);
    return every === 'day' ? dayPeriod(londonDay(at), quiet).sendAt : leavesAt(at, quiet);
  }
}

/** Newest first. What was told by itself and is a part of another now says so, once a day; of two that read alike each says its day. */
function listed(hits: readonly Hit[], isWhole: (strand: Strand) => boolean, names: Names): DryRun['events'] {
  const told = hits.map((hit) => ({ ...hit, event: hit.strand.event, day: londonDay(hit.at) }));
  const groups = new Map<string, { event: Hit['strand']['event']; day: Day; whole: boolean; count: number }>();
  for (const { strand, event, day } of told) {
    const whole = isWhole(strand);
    const key = `${day} ${event.key} ${whole}`;
    groups.set(key, { event, day, whole, count: (groups.get(key)?.count ?? 0) + 1 });
  }
  const all = [...groups.values()];
  return all
    .map(({ event, day, whole, count }) => {
      const line = eventLine(event, names);
      const isAlike = all.some((one) => one.event.key !== event.key && eventLine(one.event, names) === line);
      const note = isAlike ? publicationNote(event) : null;
      return { key: event.key, day, line: [line, note, whole ? null : partWords(count)].filter(Boolean).join(', ') };
    })
    .sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}

const partWords = (count: number): string =>
  count === 1
    ? 'told as a judgement of its own, now a part of this one'
    : `told as ${count} judgements of their own, now parts of this one`;

function mends(one: PutRight, strand: Strand): Mended['of'] {
  const changes = changesOf(one, strand.stood);
  return changes.length > 0 ? [{ strand, changes }] : [];
}
