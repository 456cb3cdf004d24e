/** Rows of a table or list: a council, a mark and its grade. */
import type { Rating } from '../statement.ts';
import { mentionsIn, type Reading } from '../text/reading.ts';
import type { Sentence } from '../text/sentences.ts';
import type { Mention } from '../text/trie.ts';
import { otherWords } from './lines.ts';

const ROW_MARKS = new Set([':', '–', '|', '•']);
/** "Northshire: Now good", "Southshire – also good" */
const ROW_WORDS = new Set(['also', 'now', 'again', 'still', 'another', 'a', 'an', 'overall', 'remains', 'stays']);

/** "Northshire: good overall. It was good in 2019 too.": whom a row is of, and what goes on in its paragraph. */
export function rowName(reading: Reading, { from, field }: Sentence, [name, other]: Mention[]): Mention | null {
  if (field !== 'text' || !name || other || name.from - from > 2) return null;
  return [':', '–'].includes(reading.tokens[name.to]?.w ?? '') ? name : null;
}

/** "Northshire: Good", a row of a table or list. */
export function isRow(reading: Reading, rating: Rating): boolean {
  const { sentence, mention } = rating;
  const names = mentionsIn(reading, 'authority', sentence.from, sentence.to);
  const name = names[0];
  if (sentence.field !== 'text' || names.length !== 1 || !name) return false;
  if (otherWords(reading, sentence, [name, mention]) <= 2) return true;
  // "Northshire: Good (was inadequate in 2019)": nothing but a colon or dash stands between.
  const between = reading.tokens.slice(name.to, mention.from);
  const opens = name.from - sentence.from === (sentence.item ? 1 : 0);
  return opens && between.length > 0 && between.every((t) => ROW_MARKS.has(t.w) || ROW_WORDS.has(t.w));
}

/** "Northshire: Inadequate; it was adequate before": what a row goes on to say of other grades. */
export const goesOnInRow = (reading: Reading, { mention }: Rating, here: Rating[]): boolean =>
  here.some((other) => other.mention.to <= mention.from && isRow(reading, other));
