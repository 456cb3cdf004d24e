/** Where the clause of a grade begins that tells how things are now: what is said before it does not tell when the grade was given. */
import type { Reading } from '../text/reading.ts';
import type { Sentence } from '../text/sentences.ts';
import type { Mention } from '../text/trie.ts';

/** Words between the link and the grade. */
const LONGEST_CLAUSE = 14;
const LINKS = new Set(['but', 'yet', 'and', 'while', 'whereas', 'though']);
const PRESENT = new Set(['has', 'have', 'is', 'are', "it's", "they're", "we're"]);
const PAST = new Set(['was', 'were', 'had']);

/**
 * "It was inadequate two years ago but has been rated good": the clause of "good" begins after "but".
 *
 * @returns the first word of the clause; null where the grade is in the first clause, or in one that tells of before
 */
export function presentClause({ from }: Mention, sentence: Sentence, { tokens }: Reading): number | null {
  let present = false;
  for (let i = from - 1; i > sentence.from && i >= from - LONGEST_CLAUSE; i--) {
    const w = tokens[i]?.w ?? '';
    if (PAST.has(w) || w === ';') return null;
    if (PRESENT.has(w)) present = true;
    if (LINKS.has(w)) return present ? i + 1 : null;
  }
  return null;
}
