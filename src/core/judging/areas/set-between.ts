/** Words set between an area and its grade that belong to neither: who says so, and which grade it is. */
import type { Rating } from '../statement.ts';
import { CLAUSES, everyFrom, mentionsIn, type Reading, someFrom, startsClass } from '../text/reading.ts';
import type { Mention } from '../text/trie.ts';

const LONGEST_SAYING = 5;
const LONGEST_APPOSED = 10;
const SAYS = new Set(['say', 'says', 'said', 'find', 'finds', 'found', 'add', 'adds', 'added', 'report', 'reports']);

/** "…, inspectors say, …": whether the place is between such commas, or one of them. */
export function isSaying(at: number, { tokens }: Reading): boolean {
  for (let open = at; open > at - LONGEST_SAYING - 1; open--) {
    if (tokens[open]?.w !== ',') continue;
    const words = tokens.slice(open + 1, open + 2 + LONGEST_SAYING).map(({ w }) => w);
    const close = words.indexOf(',');
    if (close >= 2 && open + 1 + close >= at && words.slice(0, close).some((w) => SAYS.has(w))) return true;
  }
  return false;
}

/** "inadequate, the lowest verdict in their book, for adoption": where the words end that say which grade it is; the place itself where there are none. */
export function pastApposed(from: number, to: number, reading: Reading): number {
  const w = (i: number) => reading.tokens[i]?.w ?? '';
  if (w(from) !== ',' || !['the', 'its', 'their'].includes(w(from + 1))) return from;
  const end = Math.min(to, from + 2 + LONGEST_APPOSED);
  const close = from + 3 + reading.tokens.slice(from + 3, end).findIndex((t) => t.w === ',');
  const ranked =
    RANKS.has(w(from + 2)) || (['second', 'third', 'next'].includes(w(from + 2)) && RANKS.has(w(from + 3)));
  const plain = (i: number) => reading.tokens[i]?.word === true && !startsClass(reading, i, ...CLAUSES, 'be', 'area');
  const graded = someFrom(from + 2, close, (i) => startsClass(reading, i, 'rating_word', 'verdict_word'));
  return close > from + 2 && ranked && graded && everyFrom(from + 1, close, plain) ? close : from;
}
const RANKS = new Set(['lowest', 'highest', 'worst', 'best', 'bottom', 'top', 'poorest', 'middle', 'weakest']);

/** "Northshire has been slapped with inadequate, the lowest verdict of all, for adoption and for leadership": given to the council, and then for what. */
export const isGivenToCouncil = ({ mention, sentence }: Rating, left: Mention[], reading: Reading): boolean =>
  left.length === 0 &&
  pastApposed(mention.to, sentence.to, reading) > mention.to &&
  mentionsIn(reading, 'authority', sentence.from, mention.from).some(({ from }) => from === sentence.from) &&
  mentionsIn(reading, 'gave', sentence.from, mention.from).length > 0;
