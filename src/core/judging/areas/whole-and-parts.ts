/** A grade of the whole, told before it, and of its parts, told after. */
import type { Rating } from '../statement.ts';
import { everyFrom, mentionsIn, type Reading, startsClass } from '../text/reading.ts';
import type { Mention } from '../text/trie.ts';
import { isVerbLinked } from './linked.ts';

/** "Services are good, as is adoption": the service stands before the grade. */
export const speaksOfWhole = (from: number, { mention }: Rating, reading: Reading): boolean =>
  ['service', 'authority', 'council_word'].some((cls) => mentionsIn(reading, cls, from, mention.from).length > 0);

/** "Services are adequate, both at safeguarding and at looking after those in care", "…, a grade it also gave to leadership": the whole, and parts of it. */
export function isOfBoth({ mention: { to } }: Rating, [first]: Mention[], reading: Reading): boolean {
  const w = (i: number) => reading.tokens[i]?.w ?? '';
  if (first === undefined || first.from < to || w(to) !== ',') return false;
  // "…, and that goes for leadership too"
  return ['both', 'a'].includes(w(to + 1)) || (w(to + 1) === 'and' && startsClass(reading, to + 2, 'adds_names'));
}

/** "Arrangements to protect children were inadequate in overall effectiveness, in the quality of practice and in leadership", "… inadequate overall, in …": of the whole that stands before the grade, and of its parts after. */
export function isSpread({ mention }: Rating, before: Mention, first: Mention, reading: Reading): boolean {
  const w = (i: number) => reading.tokens[i]?.w ?? '';
  if (before.id === 'overall' || !isVerbLinked(reading, before.to, mention.from)) return false;
  const leads = (at: number) =>
    ['in', 'for', 'on'].includes(w(at)) && everyFrom(at + 1, first.from, (i) => ['the', 'its', 'their'].includes(w(i)));
  if (first.id === 'overall') return leads(mention.to);
  return (
    w(mention.to) === 'overall' &&
    (leads(mention.to + 1) || ([',', 'and'].includes(w(mention.to + 1)) && leads(mention.to + 2)))
  );
}
