import { londonWeek, weekMoments } from '../dates.ts';

/**
 * Since when digests could tell an event that a person held for a while: the beginning of the first stretch without a
 * hold that lasted to the end of its week, when that week's digest is made.
 *
 * @param revisions of one event, oldest first
 * @returns null where there is no such stretch
 */
export function toldSince(revisions: readonly { at: Date; held: boolean }[]): Date | null {
  for (const [index, { at, held }] of revisions.entries()) {
    if (held || revisions[index - 1]?.held === false) continue;
    const again = revisions.slice(index).find((revision) => revision.held);
    if (!again || again.at >= weekMoments(londonWeek(at)).until) return at;
  }
  return null;
}
