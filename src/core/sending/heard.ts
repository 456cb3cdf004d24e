/** What a reader was told of the parts of a judgement, held against what they are now: by it a correction is theirs, or none. */
import { changesBetween, isTakenBack } from '../events/notices.ts';
import { standingAt } from '../events/strands.ts';
import type { ToldAs } from '../events/told.ts';
import type { Known } from './past.ts';
import type { Askable } from './route.ts';

/** A strand, and those that were one event with it at a moment, first the one that goes on as what they are. */
export type Together<Strand> = (strand: Strand, at: Date) => readonly Strand[];

/**
 * When a strand was what is asked for, and still was when the message that could tell it left.
 *
 * @param leaves when that of a moment does; null where it told nobody
 */
export function momentsOf(
  { stood }: Pick<Known, 'stood'>,
  asks: (event: Askable) => boolean,
  leaves: (at: Date) => Date | null,
): Date[] {
  return stood.flatMap(({ at, tells }) => {
    const left = tells ? leaves(at) : null;
    const then = left && standingAt({ stood }, left)?.event;
    return then && !then.held && !then.waits && !isTakenBack(then) && asks(then) ? [at] : [];
  });
}

/** Whether it is anything else than it was: it says something else or, while it stands, is told as another, alone or as a part of it. */
export function isOtherwise<Strand extends Pick<Known, 'stood'>>(
  strand: Strand,
  { heardAt, now }: { heardAt: Date; now: Date },
  together: Together<Strand>,
): boolean {
  const [before, after] = [standingAt(strand, heardAt)?.event, standingAt(strand, now)?.event];
  if (!before || !after) return false;
  if (changesBetween(before, after).length > 0) return true;
  return !isTakenBack(before) && together(strand, heardAt)[0] !== together(strand, now)[0];
}

/** What is wrong about what it was told as; nothing of what was told not to stand. */
export function heardAs<Strand extends Pick<Known, 'stood'>>(
  strand: Strand,
  { heardAt, now }: { heardAt: Date; now: Date },
  together: Together<Strand>,
): ToldAs | null {
  const told = standingAt(strand, heardAt)?.event;
  if (told && isTakenBack(told)) return null;
  const [whole] = together(strand, heardAt);
  const parts = together(strand, now);
  if (!whole || whole === parts[0]) return null;
  return parts.includes(whole) ? 'own' : 'part';
}

/** Whether it goes on as what all of them are: that is told of them, the others as parts of it. */
export function goesOn<Strand>(strand: Strand, at: Date, together: Together<Strand>): boolean {
  return together(strand, at)[0] === strand;
}
