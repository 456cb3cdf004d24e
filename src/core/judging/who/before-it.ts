/** A new council inherits no grade: what was given before it was there is its predecessor's. */
import type { Rulebook } from '../rules/rulebook.ts';
import type { Statement } from '../statement.ts';
import { mentionsIn, type Reading } from '../text/reading.ts';

/**
 * Whose earlier grade it is: "the old county council had been inadequate" beside news of a council that took its place, or
 * a grade of a year in which that council did not exist yet. Where it took the place of several none is guessed.
 */
export function whoseEarlier(
  { names, year, rating: { sentence } }: Statement,
  authority: string,
  reading: Reading,
  rulebook: Rulebook,
): string {
  const before = rulebook.authorities.filter((a) => a.successors.includes(authority));
  const [only] = before;
  const heir = rulebook.index.get(authority);
  const from = heir?.validFrom ?? null;
  // A text calls both by one name where the new council bears the old one's.
  if (!heir || !only || before.length > 1 || from === null || only.shortName.startsWith(heir.shortName))
    return authority;
  const isTooEarly = year !== null && year < Number(from.slice(0, 4));
  const isOfOld = names.length === 0 && mentionsIn(reading, 'gone_council', sentence.from, sentence.to).length > 0;
  return isTooEarly || isOfOld ? only.slug : authority;
}
