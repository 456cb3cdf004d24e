/** "Ten were good and six inadequate. The six are …": of several counts in a sentence the one whose names come next. */
import type { Rating } from '../statement.ts';
import { numberOf } from '../text/counts.ts';
import type { Reading } from '../text/reading.ts';
import type { Mention } from '../text/trie.ts';

/**
 * @param here    the grades of the sentence, among them `rating`
 * @param opening the words that lead to the names: "the six are", "they are"
 * @returns whether the names are of this grade: of the count that they repeat, else of the last one
 */
export function isCountMeant(rating: Rating, here: Rating[], opening: Mention, reading: Reading): boolean {
  const counted = here.map((r, n) => countOf(r, here[n - 1], reading));
  if (counted.filter((count) => count !== null).length < 2) return true;
  const said = reading.tokens.slice(opening.from, opening.to).flatMap(({ w }) => numberOf(w) ?? [])[0];
  const meant = said === undefined ? -1 : counted.lastIndexOf(said);
  return here.indexOf(rating) === (meant < 0 ? here.length - 1 : meant);
}

/** "six" of "and six were inadequate" */
function countOf({ mention, sentence }: Rating, before: Rating | undefined, { tokens }: Reading): number | null {
  const from = before?.mention.to ?? sentence.from;
  return tokens.slice(from, mention.from).reduce<number | null>((last, { w }) => numberOf(w) ?? last, null);
}
