/** Where a list of areas opens after a grade, and where a semicolon ends it. */

import type { Rating } from '../statement.ts';
import { CLAUSES, everyFrom, mentionsIn, type Reading, someFrom, startsClass } from '../text/reading.ts';
import type { Mention } from '../text/trie.ts';
import { chain } from './area-lists.ts';

/** "… as was adoption; leadership was good": what the mark parts from the list is of the next grade. */
export function toSemicolon(list: Mention[], reading: Reading): Mention[] {
  const [next] = partedAt(list, reading);
  return next === undefined ? list : list.slice(0, next);
}

/** "good overall and for adoption; for leadership it goes higher, to outstanding": one such mark parts no items, but what is graded. */
export const toOneSemicolon = (list: Mention[], reading: Reading): Mention[] =>
  partedAt(list, reading).length === 1 ? toSemicolon(list, reading) : list;

/** Places in the list of what a semicolon stands before. */
const partedAt = (list: Mention[], { tokens }: Reading): number[] =>
  list.flatMap((area, n) => (n > 0 && tokens.slice(list[n - 1]?.to, area.from).some(({ w }) => w === ';') ? [n] : []));

/** "outstanding for overall effectiveness, and also for three of the areas beneath it: leadership, …" */
export function listedOnTop(reading: Reading, rest: Mention[], from: number): Mention[] {
  const next = rest[0];
  return next && opensList(reading, from, next.from) ? chain(reading, rest, 1) : [];
}

/** "good in three of the areas they looked at: leadership, …": a list after a colon is of the areas spoken of. */
export function opensList(reading: Reading, from: number, to: number): boolean {
  const before = ['the', 'its', 'their', 'for', 'on', 'in'].includes(reading.tokens[to - 1]?.w ?? '') ? to - 2 : to - 1;
  const opener = reading.tokens[before]?.w ?? '';
  // "good in all respects after an inspection at the start of the year: leadership, …"
  const ofAll = mentionsIn(reading, 'all_areas', from, from + ALL_REACH).length > 0;
  if (ofAll && opener === ':' && to - from <= ALL_LISTED) return everyFrom(from, before, (i) => !endsAll(i, reading));
  // "to the remaining two areas, leadership and adoption"
  // "outstanding in the fourth, leadership"
  const other = OTHERS.has(reading.tokens[before - 1]?.w ?? '') && reading.tokens[before - 2]?.w === 'the';
  const named = opener === ',' && (other || startsClass(reading, before - 1, 'judged_part'));
  if (to - from > 20 || !(named || ['–', ':'].includes(opener))) return false;
  // "as well" begins no clause.
  const clause = (i: number) => startsClass(reading, i, ...CLAUSES) && reading.tokens[i + 1]?.w !== 'well';
  if (someFrom(from, before, (i) => reading.tokens[i]?.w === ';' || clause(i))) return false;
  return (
    other || ['area_noun', 'some_areas', 'all_areas'].some((cls) => mentionsIn(reading, cls, from, before).length > 0)
  );
}

const OTHERS = new Set(['third', 'fourth', 'fifth', 'last', 'other', 'remaining']);

/** From the grade over "in all four areas", and on to where the list of them opens. */
const ALL_REACH = 6;
const ALL_LISTED = 30;

/** "inadequate in every respect but one, says Ofsted: adoption, which is good" */
const endsAll = (at: number, reading: Reading): boolean =>
  [';', 'but'].includes(reading.tokens[at]?.w ?? '') || startsClass(reading, at, 'excepting');

/** "That verdict takes in leadership", "The same grade covers adoption" */
export function isCovered({ mention }: Rating, area: Mention, reading: Reading): boolean {
  const covers = (reading.startsAt[mention.to] ?? []).find((m) => m.cls === 'covers');
  return covers !== undefined && everyFrom(covers.to, area.from, (i) => startsClass(reading, i, 'lister'));
}

/** "The area rated outstanding is support for care leavers", "Rated good were leadership and adoption", "The same grade went to adoption". */
export function isTold(reading: Reading, grade: Mention, to: number): boolean {
  // "The lowest mark, inadequate, was for adoption"
  const opens = reading.tokens[grade.from - 1]?.w === 'as' ? grade.from - 2 : grade.from - 1;
  const apposed = [opens, grade.to].every((i) => reading.tokens[i]?.w === ',');
  const from = apposed ? grade.to + 1 : grade.to;
  const verb = (reading.startsAt[from] ?? []).find((m) => m.cls === 'be');
  // "Good was the result for adoption"
  const result = (i: number) =>
    startsClass(reading, i, 'rating_word') && ['for', 'on', 'of', 'in'].includes(reading.tokens[i + 1]?.w ?? '');
  const told = (i: number) =>
    [':', ','].includes(reading.tokens[i]?.w ?? '') || startsClass(reading, i, 'told_of') || result(i) || isOthers(i);
  // "Good was the grade for the others, adoption and leadership"
  const isOthers = (i: number) =>
    OTHERS_TOLD.has(reading.tokens[i]?.w ?? '') && mentionsIn(reading, 'rating_word', from, i).length > 0;
  const named = thatOn(from, reading);
  if (named !== null) return everyFrom(named, to, told);
  if (startsClass(reading, from, 'went_to')) return everyFrom(from + 1, to, told);
  // "The good, which inspectors also gave for adoption, …"
  // "good, a grade it also gave to leadership"
  if (reading.tokens[from]?.w === ',' && (reading.tokens[from + 1]?.w === 'which' || isGradeWord(from + 1, reading))) {
    const gave = mentionsIn(reading, 'gave', from + 2, Math.min(to, from + WHICH_REACH))[0];
    return gave !== undefined && everyFrom(gave.to, to, told);
  }
  return verb !== undefined && verb.to <= to && everyFrom(verb.to, to, told);
}

const OTHERS_TOLD = new Set(['others', 'other', 'rest', 'remaining', 'two', 'three']);

/** "One judgement was good, that on adoption": past the words that say which it is. */
function thatOn(at: number, { tokens }: Reading): number | null {
  const w = (i: number) => tokens[i]?.w ?? '';
  const that =
    w(at + 1) === 'the' && w(at + 2) === 'one' ? at + 3 : ['that', 'those'].includes(w(at + 1)) ? at + 2 : null;
  return that !== null && [',', '–', ':'].includes(w(at)) && ['on', 'for', 'of'].includes(w(that)) ? that + 1 : null;
}

/** "a grade", "the same verdict" */
const isGradeWord = (at: number, { startsAt, tokens }: Reading): boolean =>
  ['a', 'the'].includes(tokens[at]?.w ?? '') &&
  (startsAt[tokens[at + 1]?.w === 'same' ? at + 2 : at + 1] ?? []).some((m) => m.cls === 'verdict_word');

/** "which the inspectors also gave" */
const WHICH_REACH = 7;
