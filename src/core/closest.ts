import { LevenshteinDistance } from 'natural/lib/natural/distance/index.js';

/**
 * The word a person likely meant.
 *
 * @returns the candidate within a third of the word's length in edits (at most 3), or null; a tie goes to the first
 */
export function closest(word: string, candidates: readonly string[]): string | null {
  const limit = Math.min(3, Math.max(1, Math.floor(word.length / 3)));
  let best: string | null = null;
  let fewest = limit + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > limit) continue;
    const edits = LevenshteinDistance(word.toLowerCase(), candidate.toLowerCase());
    if (edits < fewest) [best, fewest] = [candidate, edits];
  }
  return best;
}
