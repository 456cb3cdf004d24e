import { LevenshteinDistance } from 'natural/lib/natural/distance/index.js';

/**
 * The words a person may have meant.
 *
 * @returns the candidates with the fewest edits, all with equally many, within a third of the word's length (at most 3)
 */
export function nearest(word: string, candidates: readonly string[]): string[] {
  const limit = Math.min(3, Math.max(1, Math.floor(word.length / 3)));
  let found: string[] = [];
  let fewest = limit;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > fewest) continue;
    const edits = LevenshteinDistance(word.toLowerCase(), candidate.toLowerCase());
    if (edits < fewest) [found, fewest] = [[candidate], edits];
    else if (edits === fewest) found.push(candidate);
  }
  return found;
}

/** The word a person likely meant, or null; a tie goes to the first. */
export const closest = (word: string, candidates: readonly string[]): string | null =>
  nearest(word, candidates)[0] ?? null;
