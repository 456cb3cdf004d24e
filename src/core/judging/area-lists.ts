/** Areas named in one list, and the area before a bracket that holds its grade. */

import type { Rating } from './ratings.ts';
import type { Reading } from './reading.ts';
import type { Mention } from './trie.ts';

/** Areas that stand in one list with the nearest. */
export function chain(reading: Reading, areas: Mention[], direction: 1 | -1): Mention[] {
  const list = direction === 1 ? areas : [...areas].reverse();
  const taken = [list[0] as Mention];
  for (const next of list.slice(1)) {
    const before = taken[taken.length - 1] as Mention;
    const [from, to] = direction === 1 ? [before.to, next.from] : [next.to, before.from];
    if (!isListGap(reading, from, to)) break;
    taken.push(next);
  }
  return direction === 1 ? taken : taken.reverse();
}

function isListGap(reading: Reading, from: number, to: number): boolean {
  if (to - from > 9) return false;
  let joined = false;
  let strangers = 0;
  for (let i = from; i < to; ) {
    const w = reading.tokens[i]?.w ?? '';
    // ", with care leavers graded higher" begins another thought.
    if (BREAKERS.has(w) || (w === 'with' && reading.tokens[i - 1]?.w === ',')) return false;
    const mention = (reading.startsAt[i] ?? []).find((m) => LISTERS.has(m.cls));
    if (w === ',' || w === 'and' || w === ';' || w === '•' || w === 'plus' || w === 'including') joined = true;
    else if (!mention && reading.tokens[i]?.word) strangers++;
    i = mention ? Math.max(mention.to, i + 1) : i + 1;
  }
  return joined && strangers <= 1;
}
/** Words that begin another thought. */
export const BREAKERS = new Set([
  'though',
  'although',
  'but',
  'while',
  'whereas',
  'which',
  'when',
  'after',
  'as',
  'so',
  'because',
]);
const LISTERS = new Set(['lister', 'service', 'authority']);

/** "leaders made their mark (good)", "care leavers (was good, now outstanding)": the area before the bracket. */
export function inBrackets({ mention }: Rating, left: Mention[], reading: Reading): Mention[] | null {
  const opening = bracketBefore(mention.from, reading);
  const area = left.findLast((a) => a.to <= (opening ?? 0));
  if (opening === null || !area || opening - area.to > LONGEST_REMARK) return null;
  return chain(reading, left.slice(0, left.indexOf(area) + 1), -1);
}
const LONGEST_REMARK = 12;

/** Where the bracket opens whose first words lead to a grade. */
export function bracketBefore(at: number, reading: Reading): number | null {
  for (let i = at - 1; i >= at - 3 && i >= 0; i--) if (reading.tokens[i]?.w === '(') return i;
  return null;
}

function inOneBracket(one: Rating, other: Rating, reading: Reading): boolean {
  // "care leavers: good (was inadequate)"
  if (bracketBefore(other.mention.from, reading) === one.mention.to) return true;
  const between = reading.tokens.slice(one.mention.to, other.mention.from);
  return bracketBefore(one.mention.from, reading) !== null && between.length <= 6 && between.every((t) => t.w !== ')');
}

/** Whether a grade is of the same as the grade before it in the sentence. */
export const isOfTheSame = (one: Rating, other: Rating, reading: Reading): boolean =>
  isPair(one, other, reading) || inOneBracket(one, other, reading) || comesFrom(one, other, reading);

/** "from adequate to good": both are of the same. */
function isPair(one: Rating, other: Rating, reading: Reading): boolean {
  const between = reading.tokens.slice(one.mention.to, other.mention.from).map((t) => t.w);
  return between.length <= 3 && between.includes('to') && reading.tokens[one.mention.from - 1]?.w === 'from';
}

/** "care leavers, previously outstanding, is now good": both are of the same. */
function comesFrom(one: Rating, other: Rating, reading: Reading): boolean {
  const between = reading.tokens.slice(one.mention.to, other.mention.from);
  const told = (reading.startsAt[one.mention.to + 1] ?? []).some((m) => m.cls === 'be' || m.cls === 'has');
  return one.standing === 'previous' && between[0]?.w === ',' && told && between.length <= 6;
}
