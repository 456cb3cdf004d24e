import { addDays, dayStart, londonDay, londonWeek, weekMoments } from '../dates.ts';

/** When the time that one message sums up, and that a moment lies in, is over. */
export type EndOf = (moment: Date) => Date;
export const endOfWeek: EndOf = (moment) => weekMoments(londonWeek(moment)).until;
export const endOfDay: EndOf = (moment) => dayStart(addDays(londonDay(moment), 1));

/**
 * Since when summaries could tell something of an event that a person held for a while: the beginning of the first stretch
 * without a hold that lasted to the end of its week or day, when that is summed up.
 *
 * @param revisions of one event, oldest first
 * @returns null where there is no such stretch
 */
export function toldSince(revisions: readonly { at: Date; held: boolean }[], endOf: EndOf): Date | null {
  for (const [index, { at, held }] of revisions.entries()) {
    if (held || revisions[index - 1]?.held === false) continue;
    const again = revisions.slice(index).find((revision) => revision.held);
    if (!again || again.at >= endOf(at)) return at;
  }
  return null;
}

/**
 * When each correction of one event is told: once nothing holds it back, or with a later one that is told before, as that
 * speaks of the same reports.
 *
 * @param corrections oldest first, `from` when a person let each be told; null while it waits for one
 * @param revisions   of the event, oldest first
 * @returns in the same order; null for what is still held back
 */
export function correctionsTold(
  corrections: readonly { from: Date | null }[],
  revisions: readonly { at: Date; held: boolean }[],
  endOf: EndOf,
): (Date | null)[] {
  const told: (Date | null)[] = [];
  let next: Date | null = null;
  for (const { from } of corrections.toReversed()) {
    const own = from && toldSince(revisionsFrom(from, revisions), endOf);
    if (own && (next === null || own < next)) next = own;
    told.unshift(next);
  }
  return told;
}

/** As it stood at a moment, and what came after. */
const revisionsFrom = (from: Date, revisions: readonly { at: Date; held: boolean }[]) => [
  { at: from, held: revisions.findLast(({ at }) => at <= from)?.held ?? false },
  ...revisions.filter(({ at }) => at > from),
];
