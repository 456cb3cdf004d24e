/** What sending would have made of alerts in the past: by the storm guard, the quiet hours and what became of each while it waited. */
import { type Change, changesTogether } from '../events/notices.ts';
import { afterQuiet, type QuietHours } from './cadence.ts';
import { MOST_IN_A_SUMMARY, stormPlan } from './storm.ts';

/** A promise to one reader, as it was made. */
export interface Promised {
  /** Of the event. */
  key: string;
  notice: 'first' | 'correction';
  at: Date;
  /** Of a correction, what it changes. */
  changes: readonly Change[];
}

export interface Rehearsed {
  messages: number;
  /** Corrections among what they told. */
  corrections: number;
  /** Keys of events of which first news was told. */
  told: Set<string>;
}

/** What is promised within this time of another is there when a sender takes that. */
const TOGETHER_MS = 5_000;
/** When what is promised leaves, where no storm delays it: a hold that comes later is too late. */
export const leavesAt = (promised: Date, quiet: QuietHours | null): Date =>
  afterQuiet(new Date(promised.getTime() + TOGETHER_MS), quiet);
const isTakenBack = (changes: readonly Change[]) =>
  changes.some(({ field, to }) => field === 'status' && (to === 'retracted' || to === 'withdrawn'));

/**
 * Sends alerts of one reader as they would have been sent, every receiver answering. First news that was put right before it
 * left goes out once and right, or not at all while it is taken back; of corrections that wait one is left, or none where
 * nothing is wrong any more.
 *
 * @param promises in any order
 * @param limit single alerts an hour, `GRADEWATCH_STORM`
 */
export function rehearse(promises: readonly Promised[], limit: number, quiet: QuietHours | null): Rehearsed {
  const place = ({ notice }: Promised) => (notice === 'first' ? 0 : 1);
  const coming = promises.toSorted((a, b) => a.at.getTime() - b.at.getTime() || place(a) - place(b));
  const sent = { singlesAt: [] as Date[], correctionsAt: [] as Date[], summariesAt: [] as Date[] };
  const done: Rehearsed = { messages: 0, corrections: 0, told: new Set() };
  let waiting: Promised[] = [];
  let wake: Date | null = null;
  while (coming.length > 0 || wake !== null) {
    const next: Date | null = coming[0] ? leavesAt(coming[0].at, quiet) : null;
    const now: Date = wake !== null && (next === null || wake < next) ? wake : (next as Date);
    const later = coming.findIndex(({ at }) => at > now);
    for (const one of coming.splice(0, later === -1 ? coming.length : later)) waiting = withPromise(waiting, one);
    const due = waiting.filter(({ notice, changes }) => notice === 'correction' || !isTakenBack(changes));
    wake = due.length > 0 ? send(due.slice(0, MOST_IN_A_SUMMARY), due.length, now) : null;
  }
  return { ...done, messages: sent.singlesAt.length + sent.summariesAt.length };

  /** @returns when to look at what is left */
  function send(due: Promised[], all: number, now: Date): Date | null {
    const plan = stormPlan(due, sent, limit, now);
    if (plan.kind === 'wait') return afterQuiet(plan.until, quiet);
    if (plan.kind === 'summary') sent.summariesAt.push(now);
    for (const { key, notice } of plan.alerts) {
      if (plan.kind === 'single') sent.singlesAt.push(now);
      if (plan.kind === 'single' && notice === 'correction') sent.correctionsAt.push(now);
      if (notice === 'first') done.told.add(key);
      else done.corrections += 1;
    }
    waiting = waiting.filter((one) => !plan.alerts.includes(one));
    return all > plan.alerts.length ? now : null;
  }
}

/** What waits once another is promised: of one event one alert, which says what is so by then. */
function withPromise(waiting: readonly Promised[], one: Promised): Promised[] {
  const before = waiting.find(({ key }) => key === one.key);
  if (!before) return [...waiting, one];
  const changes = changesTogether([...before.changes, ...one.changes]);
  const others = waiting.filter((other) => other !== before);
  // Only a correction has nothing left to say.
  return before.notice === 'correction' && changes.length === 0 ? others : [...others, { ...before, changes }];
}
