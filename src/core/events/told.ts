/** What a reader was told of an event, held against what it is now. */
import type { JudgementEvent } from '../types.ts';
import { changesBetween, isTakenBack } from './notices.ts';

/** One thing a reader was told, or may have been. */
export interface Told {
  readerId: string;
  /** Key of its time. */
  eventKey: string;
  notice: string;
  body: JudgementEvent;
  /** Whether it surely arrived, or is on its way; else nobody said so. */
  isSure: boolean;
}

/** Keys as readers were told of events under them, held against the event now. */
export interface KeysTold {
  /** The event's, every one it ever had. */
  own: ReadonlySet<string>;
  /** Of those the ones told as a judgement of its own that is only a part of this one. */
  joined: ReadonlySet<string>;
}

/** Events as one reader was told them, the newest first. */
export type Beliefs = readonly [JudgementEvent, ...JudgementEvent[]];

/** `own`: told as a judgement of its own, which it is not; `part`: told as part of another, which it is not. */
export type ToldAs = 'own' | 'part';

/** What is wrong about what an event was told as, whatever it says; null where nothing is, as of what was told not to stand. */
export function toldAs(event: Pick<JudgementEvent, 'key' | 'status'>, { own, joined }: KeysTold): ToldAs | null {
  const { key } = event;
  if (isTakenBack(event)) return null;
  if (joined.has(key)) return 'own';
  return own.has(key) ? null : 'part';
}

/**
 * Readers who believe something of the event that is not so. A correction takes the place of what the reader was told
 * before of the same reports, under whichever key: after a merge it speaks for both events, and once the merge is undone
 * it is what the reader knows of either. A correction that only may have arrived takes the place of nothing: the reader
 * may believe it, or what was told before. Wrong is also that it is a judgement of its own, or part of another, where it is not; of what
 * was told as no longer standing that is all the same.
 *
 * @param told of the event, oldest first, by any reader
 * @returns by reader, all that is believed and differs from the event now, the newest first; one object for all who believe the
 *   same. Readers who know it as it is are left out
 */
export function wronglyTold(told: readonly Told[], now: JudgementEvent, keys: KeysTold): Map<string, Beliefs> {
  const wrong = new Map<string, Beliefs>();
  const known: Beliefs[] = [];
  const byReader = new Map<string, Told[]>();
  for (const thing of told) byReader.set(thing.readerId, [...(byReader.get(thing.readerId) ?? []), thing]);
  for (const [reader, things] of byReader) {
    const believed = things.filter((thing, i) => !things.slice(i + 1).some((later) => replaces(later, thing)));
    const [newest, ...others] = believed
      .filter((thing) => changesBetween(thing.body, now).length > 0 || isAmiss(thing, things, keys))
      .map(({ body }) => body)
      .reverse();
    if (newest) wrong.set(reader, asKnown([newest, ...new Set(others)]));
  }
  return wrong;

  function asKnown(beliefs: Beliefs): Beliefs {
    const same = known.find(
      (one) => one.length === beliefs.length && one.every((belief, index) => belief === beliefs[index]),
    );
    if (!same) known.push(beliefs);
    return same ?? beliefs;
  }
}

/** Of another event's correction: only to whom it took the place of what they knew as this one. */
function isAmiss(thing: Told, things: readonly Told[], keys: KeysTold): boolean {
  const as = toldAs(thing.body, keys);
  if (as !== 'part') return as === 'own';
  const before = things.slice(0, things.indexOf(thing));
  return before.some((one) => keys.own.has(one.body.key) && replaces(thing, one));
}

function replaces(later: Told, before: Told): boolean {
  if (later.notice === 'first' || !later.isSure) return false;
  const articles = new Set(before.body.reports.map(({ articleId }) => articleId));
  return later.eventKey === before.eventKey || later.body.reports.some(({ articleId }) => articles.has(articleId));
}
