/** What sending would have made of alerts in the past: by the storm guard, the quiet hours and what became of each while it waited. */
import { type Change, changesTogether } from '../events/notices.ts';
import { afterQuiet, type QuietHours } from './cadence.ts';
import { goesOn, type Together } from './heard.ts';
import { MOST_IN_A_SUMMARY, type SentBefore, stormPlan } from './storm.ts';

/** A promise to one reader, as it was made. */
export interface Promised<Strand> {
  notice: 'first' | 'correction';
  at: Date;
  /** Of a correction: when it was made, which a person may have held back. */
  made?: Date;
  /** What it is of and, of a correction, what it changes of each. */
  of: readonly { strand: Strand; changes: readonly Change[] }[];
}

/** What is told by the strand: each was news by itself, and may be one with others at a moment. */
interface Told<Strand> {
  /** Those the reader knew before. */
  before: readonly Strand[];
  together: Together<Strand>;
}

export interface Rehearsed<Strand> {
  messages: number;
  /** Corrections among what they told. */
  corrections: number;
  /** What first news was told of, and when it was promised. */
  told: Map<Strand, Date>;
}

interface Waiting<Strand> {
  notice: Promised<Strand>['notice'];
  createdAt: Date;
  strands: readonly Strand[];
  changes: readonly Change[];
}

/** What told of an alert, and when. */
interface Message {
  at: Date;
  isSummary: boolean;
}

/** What is promised within this time of another is there when a sender takes that. */
const TOGETHER_MS = 5_000;
/** What is promised within this time of another comes of the same reading, for which the summary waits. */
const SAME_READING_MS = 60_000;
/** When what is promised leaves, where no storm delays it: a hold that comes later is too late. */
export const leavesAt = (promised: Date, quiet: QuietHours | null): Date =>
  afterQuiet(new Date(promised.getTime() + TOGETHER_MS), quiet);
const sentBefore = (messages: readonly Message[]): SentBefore => ({
  singlesAt: messages.filter(({ isSummary }) => !isSummary).map(({ at }) => at),
  summariesAt: messages.filter(({ isSummary }) => isSummary).map(({ at }) => at),
});
const isTakenBack = (changes: readonly Change[]) =>
  changes.some(({ field, to }) => field === 'status' && (to === 'retracted' || to === 'withdrawn'));

/**
 * Sends alerts of one reader as they would have been sent, every receiver answering. First news that was put right before it
 * left goes out once and right, or not at all while it is taken back; of two that became one while they waited one goes out,
 * and none where the reader knows the other. A correction is promised to whoever was told what it mends; of corrections that
 * wait one is left, or none where nothing is wrong any more.
 *
 * @param promises in any order; first news of one strand may be promised anew, which tells it where it was not told yet
 * @param limit single alerts an hour, `GRADEWATCH_STORM`
 */
export function rehearse<Strand>(
  promises: readonly Promised<Strand>[],
  { before, together }: Told<Strand>,
  limit: number,
  quiet: QuietHours | null,
): Rehearsed<Strand> {
  const place = ({ notice }: Promised<Strand>) => (notice === 'first' ? 0 : 1);
  const coming = promises.toSorted((a, b) => a.at.getTime() - b.at.getTime() || place(a) - place(b));
  const sent = { news: [] as Message[], corrections: [] as Message[] };
  let messages = 0;
  const knownSince = new Map(before.map((strand) => [strand, new Date(0)]));
  const done = { corrections: 0, told: new Map<Strand, Date>() };
  let waiting: Waiting<Strand>[] = [];
  let wake: Date | null = null;
  while (coming.length > 0 || wake !== null) {
    const next: Date | null = coming[0] ? leavesAt(coming[0].at, quiet) : null;
    const now: Date = wake !== null && (next === null || wake < next) ? wake : (next as Date);
    const later = coming.findIndex(({ at }) => at > now);
    for (const one of coming.splice(0, later === -1 ? coming.length : later)) promise(one);
    dropDoubles(now);
    const due = waiting.filter(({ notice, changes }) => notice === 'correction' || !isTakenBack(changes));
    wake = due.length > 0 ? send(due.slice(0, MOST_IN_A_SUMMARY), due.length, now) : null;
  }
  return { ...done, messages };

  /** @returns when to look at what is left */
  function send(due: Waiting<Strand>[], all: number, now: Date): Date | null {
    const last = Math.max(...due.map(({ createdAt }) => createdAt.getTime()));
    const next = coming[0] ? coming[0].at.getTime() : Number.POSITIVE_INFINITY;
    const plan = stormPlan(
      due,
      { news: sentBefore(sent.news), corrections: sentBefore(sent.corrections) },
      limit,
      now,
      next - last < SAME_READING_MS,
    );
    // What comes next wakes the sender.
    if (plan.kind === 'gather') return null;
    if (plan.kind === 'wait') return afterQuiet(plan.until, quiet);
    messages += plan.kind === 'summary' ? 1 : plan.alerts.length;
    for (const { notice, strands, createdAt } of plan.alerts) {
      sent[notice === 'correction' ? 'corrections' : 'news'].push({ at: now, isSummary: plan.kind === 'summary' });
      if (notice === 'correction') done.corrections += 1;
      else
        for (const strand of strands) {
          knownSince.set(strand, now);
          done.told.set(strand, createdAt);
        }
    }
    waiting = waiting.filter((one) => !plan.alerts.includes(one));
    return all > plan.alerts.length ? now : null;
  }

  function promise({ notice, at, made = at, of }: Promised<Strand>): void {
    if (notice === 'first') {
      const fresh = of.map(({ strand }) => strand).filter((strand) => !knownSince.has(strand));
      const strands = fresh.filter((strand) => !waiting.some((one) => one.strands.includes(strand)));
      if (strands.length > 0) waiting.push({ notice, createdAt: at, strands, changes: [] });
      return;
    }
    const told = of.filter(({ strand }) => (knownSince.get(strand) ?? made) < made);
    if (told.length > 0) correct(told, at);
    else
      waiting = waiting.map((one) => {
        const own = of.find(({ strand }) => one.notice === 'first' && one.strands.includes(strand));
        return own ? { ...one, changes: changesTogether([...one.changes, ...own.changes]) } : one;
      });
  }

  /** Of one event one correction waits, which says what is so by then. */
  function correct(told: Promised<Strand>['of'], at: Date): void {
    const strands = told.map(({ strand }) => strand);
    const own = [...new Set(told.flatMap(({ changes }) => changes))];
    const earlier = waiting.filter((one) => one.notice === 'correction' && isOne(one.strands, strands, at));
    const changes = changesTogether([...earlier.flatMap((one) => one.changes), ...own]);
    waiting = waiting.filter((one) => !earlier.includes(one));
    const all = [...new Set([...earlier.flatMap((one) => one.strands), ...strands])];
    if (changes.length > 0) waiting.push({ notice: 'correction', createdAt: at, strands: all, changes });
  }

  /** First news of what the reader knows, or is about to be told, as part of the same event: what goes on as that is told. */
  function dropDoubles(now: Date): void {
    const firsts = new Set<Strand>();
    const isPart = ({ strands }: Waiting<Strand>) => !strands.some((strand) => goesOn(strand, now, together));
    const inOrder = waiting.toSorted((a, b) => Number(isPart(a)) - Number(isPart(b)));
    const doubles = inOrder.filter(({ notice, strands }) => {
      if (notice === 'correction') return false;
      const whole = strands.flatMap((strand) => together(strand, now));
      if (whole.some((one) => knownSince.has(one) || firsts.has(one))) return true;
      for (const strand of strands) firsts.add(strand);
      return false;
    });
    waiting = waiting.filter((one) => !doubles.includes(one));
  }

  function isOne(strands: readonly Strand[], others: readonly Strand[], at: Date): boolean {
    return strands.some((strand) => together(strand, at).some((one) => others.includes(one)));
  }
}
