/**
 * A judgement from when it first was news on its own, through all it became: renamed as more was known, part of another after
 * a merge, on its own again. Readers were told of each strand by itself, whichever event it is a part of today.
 */
import { isOfKey } from './joined.ts';
import { type Change, changesTogether } from './notices.ts';

/** What became of a key at a moment: it leads to itself while an event stands under it, to nothing once that is gone. */
export interface Step {
  leadsTo: string | null;
  at: Date;
}

/** By key, oldest first. */
export type Steps = ReadonlyMap<string, readonly Step[]>;

/** The key under which the event stood at a moment that once had this one; null where it stood no more. */
export function keyAt(steps: Steps, key: string, at: Date): string | null {
  const passed = new Set<string>();
  for (let now: string | null = key; now !== null && !passed.has(now); ) {
    const step: Step | undefined = steps.get(now)?.findLast((one) => one.at <= at);
    if (!step || step.leadsTo === now) return now;
    passed.add(now);
    now = step.leadsTo;
  }
  return null;
}

/** How it stood that was first told under a key, oldest first. @param revisions by key, oldest first */
export function strandOf<Revision extends { key: string; at: Date }>(
  key: string,
  steps: Steps,
  revisions: ReadonlyMap<string, readonly Revision[]>,
): Revision[] {
  const keys = new Set([key]);
  for (const one of keys) for (const { leadsTo } of steps.get(one) ?? []) if (leadsTo !== null) keys.add(leadsTo);
  return [...keys]
    .flatMap((one) => revisions.get(one) ?? [])
    .filter((one) => keyAt(steps, key, one.at) === one.key)
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** A correction as it was made: `key` is the event's of that time. */
export interface Correcting {
  key: string;
  made: Date;
  changes: readonly Change[];
}

interface Stood {
  at: Date;
  event: { key: string };
}

/** What a correction changes of a strand: that was told of it, not of another that had become, or becomes, one with it. */
export function changesOf({ key, made, changes }: Correcting, stood: readonly Stood[]): Change[] {
  if (stood.findLast(({ at }) => at <= made)?.event.key !== key) return [];
  const before = new Set(stood.flatMap(({ at, event }) => (at < made ? [event.key] : [])));
  return changes.filter(({ of = key }) => before.has(of));
}

/** A merge corrects every key that a strand had, its end the one that stands again: what its readers hear is the same, to and fro. */
export function asOneWord(changes: readonly Change[], stood: readonly Stood[]): Change[] {
  const field = `key.${stood[0]?.event.key}`;
  const words = changes.map((change): Change => {
    if (!isOfKey(change)) return change;
    const standsAgain = change.field === `key.${change.to}`;
    return { field, from: standsAgain ? 'part' : 'own', to: standsAgain ? 'own' : 'part' };
  });
  return changesTogether(words);
}

/**
 * For each of some strands those that were one event with it at a moment, itself among them. The first is the one that goes on as
 * what they are: its key is theirs or, where that is new to all, it was there first. The others are only parts of it.
 */
export function togetherAmong<Strand extends { key: string; stood: readonly Stood[] }>(
  strands: readonly Strand[],
): (strand: Strand, at: Date) => Strand[] {
  const byKey = new Map<string, Set<Strand>>();
  for (const strand of strands)
    for (const { event } of strand.stood) byKey.set(event.key, (byKey.get(event.key) ?? new Set()).add(strand));
  return (strand, at) => {
    const key = standingAt(strand, at)?.event.key;
    if (key === undefined) return [strand];
    return [...(byKey.get(key) ?? [])]
      .filter((one) => standingAt(one, at)?.event.key === key)
      .sort((a, b) => calledSince(a, key) - calledSince(b, key) || begunAt(a) - begunAt(b) || (a.key < b.key ? -1 : 1));
  };
}

const begunAt = ({ stood: [begun] }: { stood: readonly Stood[] }): number => begun?.at.getTime() ?? 0;

/** Since when it has had this key, of its own or as part of another. */
function calledSince({ key: own, stood }: { key: string; stood: readonly Stood[] }, key: string): number {
  return own === key ? 0 : (stood.find(({ event }) => event.key === key)?.at.getTime() ?? 0);
}

export const standingAt = <One extends Stood>({ stood }: { stood: readonly One[] }, at: Date): One | undefined =>
  stood.findLast((one) => one.at <= at);
