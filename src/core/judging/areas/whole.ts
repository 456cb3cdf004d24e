/** Whether a grade is said to be of the whole service, of every area or of some. */
import type { Rating, Statement } from '../statement.ts';
import { mentionsIn, type Reading, someFrom, startsClass } from '../text/reading.ts';
import type { Mention } from '../text/trie.ts';
import { countsRest } from './every-area.ts';

/** "good overall", "an overall good", "Overall, the service has kept the good rating" */
export function saysOverall(rating: Rating, reading: Reading): boolean {
  const { from, to } = rating.mention;
  return (
    opensOverall(rating, reading) ||
    mentionsIn(reading, 'overall_word', Math.max(rating.sentence.from, from - 4), from).some(
      (m) => !isBelow(reading, m),
    ) ||
    near(reading, 'overall_word', to, Math.min(rating.sentence.to, to + 2)) ||
    isForOverall(to, reading)
  );
}
/** "inadequate for its overall work with children" */
const isForOverall = (to: number, reading: Reading): boolean =>
  reading.tokens[to]?.w === 'for' &&
  ['its', 'the', 'their'].includes(reading.tokens[to + 1]?.w ?? '') &&
  startsClass(reading, to + 2, 'overall_word');

/** The sentence opens with the word, set off by a comma, and this is its first grade. */
function opensOverall({ mention, sentence }: Rating, reading: Reading): boolean {
  const at = ['but', 'and', 'so'].includes(reading.tokens[sentence.from]?.w ?? '') ? sentence.from + 1 : sentence.from;
  const overall = (reading.startsAt[at] ?? []).find((m) => m.cls === 'overall_word');
  if (!overall || reading.tokens[overall.to]?.w !== ',') return false;
  return mentionsIn(reading, 'grade', sentence.from, mention.from).length === 0;
}

/** "one of the judgements beneath the overall grade" */
const isBelow = (reading: Reading, overall: Mention): boolean =>
  someFrom(Math.max(0, overall.from - 2), overall.from, (i) => startsClass(reading, i, 'beneath'));

/** "inadequate in three areas as well as overall", "and on the service overall" */
export const addsOverall = ({ mention: { to: from }, sentence }: Rating, reading: Reading) =>
  isSoOverall(sentence, from, reading) ||
  near(reading, 'same_overall', from, Math.min(sentence.to, from + 20)) ||
  mentionsIn(reading, 'overall_word', from, Math.min(sentence.to, from + 20)).some((m) => {
    // "including the overall effectiveness of safeguarding": of a part. "as did the service overall at its last inspection": of before.
    if (reading.tokens[m.to]?.w === 'of' || isOfBefore(m, reading)) return false;
    // "good as the verdict on children's services overall and on adoption"
    const named = (reading.endsAt[m.from - 1] ?? []).some((a) => WHOLES.includes(a.cls));
    if (named && reading.tokens[m.to]?.w === 'and') return true;
    let i = m.from - 1;
    while (i > from && startsClass(reading, i, 'of_the_whole', 'council_word', 'thing_judged')) i--;
    const only = reading.tokens[i]?.w === 'but' && mentionsIn(reading, 'not_only', from, i).length > 0;
    return (
      only ||
      ['and', 'both'].includes(reading.tokens[i]?.w ?? '') ||
      (reading.endsAt[i] ?? []).some((a) => a.cls === 'adds_names')
    );
  });
const isOfBefore = ({ to }: Mention, reading: Reading): boolean =>
  ['at', 'in', 'on'].includes(reading.tokens[to]?.w ?? '') &&
  startsClass(reading, to + 1, 'last_occasion', 'previous_word', 'year');
const WHOLES = ['service', 'authority', 'council_word', 'thing_judged'];

/** "All three are good. So is the department overall.": the last grade of the sentence before. */
function isSoOverall({ index, to }: Rating['sentence'], from: number, reading: Reading): boolean {
  const next = reading.sentences[index + 1];
  if (next?.field !== 'text' || reading.tokens[next.from]?.w !== 'so') return false;
  if (!startsClass(reading, next.from + 1, 'be') || next.to - next.from > SO_OVERALL) return false;
  return (
    near(reading, 'overall_word', next.from, next.to) &&
    ![from, next.from].some((at, n) => near(reading, 'grade', at, n ? next.to : to))
  );
}
/** "So were the services of the council as a whole, inspectors said" */
const SO_OVERALL = 14;
const near = (reading: Reading, cls: string, from: number, to: number) => mentionsIn(reading, cls, from, to).length > 0;

/** "In none of them did it get anything but the lowest grade." */
const isOfNoneOther = ({ mention: { from }, sentence }: Rating, reading: Reading): boolean =>
  near(reading, 'none_of_them', sentence.from, from) &&
  mentionsIn(reading, 'nothing_but', Math.max(sentence.from, from - 6), from).some((m) => from - m.to <= 2);

/** "Two of the four areas were good", "Three out of four areas of the council's work with children and families require improvement" */
function countsSome({ mention: { from }, sentence }: Rating, reading: Reading): boolean {
  const some = mentionsIn(reading, 'some_of_them', Math.max(sentence.from, from - SOME_FAR), from).at(-1);
  const parts = (i: number) => !reading.tokens[i]?.word || startsClass(reading, i, 'grade', 'contrast');
  return some !== undefined && (from - some.from <= SOME_NEAR || !someFrom(some.to, from, parts));
}
const SOME_NEAR = 10;
const SOME_FAR = 20;

/** Whether the grade is said to be of every area, or of some that are counted or not named. */
export function qualifierOf(rating: Rating, reading: Reading, rightTo: number): 'all_areas' | 'some_areas' | null {
  const to = Math.min(rightTo, rating.mention.to + 9);
  const after = [
    ...mentionsIn(reading, 'all_areas', rating.mention.to, to),
    ...mentionsIn(reading, 'some_areas', rating.mention.to, to).filter((m) => !isOneOfAKind(m, reading)),
  ];
  after.sort((a, b) => a.from - b.from);
  const found = after[0]?.cls as 'all_areas' | 'some_areas' | undefined;
  if (found) return found;
  const { from } = rating.mention;
  if (isOfNoneOther(rating, reading)) return 'all_areas';
  if (countsSome(rating, reading) || startsClass(reading, rating.sentence.from, 'that_part')) return 'some_areas';
  if (countsRest(rating, reading) !== null) return 'some_areas';
  const isNear = ({ to }: Mention) => from - to <= ALL_NEAR || (reading.tokens[to]?.w === 'of' && !parts(to, from));
  const parts = (after: number, before: number) =>
    someFrom(
      after,
      before,
      (i) => reading.tokens[i]?.w === ',' || startsClass(reading, i, 'grade', 'contrast', 'relative'),
    );
  return mentionsIn(reading, 'all_areas', Math.max(rating.sentence.from, from - ALL_FAR), from).some(isNear)
    ? 'all_areas'
    : null;
}
const ALL_NEAR = 3;

/** "inadequate in one of the worst reports ever": what it was told in, and no part of it. */
const isOneOfAKind = ({ to }: Mention, { tokens }: Reading): boolean =>
  tokens[to - 1]?.w === 'of' &&
  tokens[to]?.w === 'the' &&
  (['most', 'more', 'worst', 'best'].includes(tokens[to + 1]?.w ?? '') ||
    (/^\p{L}{3,}e(st|r)$/u.test(tokens[to + 1]?.w ?? '') && !NO_COMPARATIVE.has(tokens[to + 1]?.w ?? '')));
const NO_COMPARATIVE = new Set(['other', 'further', 'former', 'latter', 'smaller', 'lesser', 'number']);
/** "all four areas of Northshire County Council's services for children and families to be good" */
const ALL_FAR = 16;

/**
 * "The requires improvement judgement covers leadership, adoption and help for care leavers", "rated services good in every
 * area: leadership, …": the one spoken of is that of the whole.
 */
export function gradeOverParts(current: Statement[], reading: Reading): string | null {
  const over = current.find(
    (s) => s.target.areas.length > 1 && (isSaidToCover(s, reading) || (s.target.everywhere && isOfListed(s, reading))),
  );
  return over?.rating.grade ?? null;
}

function isSaidToCover({ rating: { mention, sentence } }: Statement, reading: Reading): boolean {
  const word = (reading.startsAt[mention.to] ?? []).find((m) => m.cls === 'verdict_word');
  const the = reading.tokens.slice(Math.max(sentence.from, mention.from - 2), mention.from);
  const covers = word !== undefined && startsClass(reading, word.to, 'covers');
  return covers && the.some(({ w }) => ['the', 'its', 'their', 'that'].includes(w));
}

/** The service or the council stands before the grade, and its parts after. */
const isOfListed = ({ rating: { mention, sentence }, target }: Statement, reading: Reading): boolean =>
  target.areas.every((a) => a.from >= mention.to) &&
  (['service', 'authority', 'council_word', 'thing_judged'].some((cls) =>
    near(reading, cls, sentence.from, mention.from),
  ) ||
    someFrom(sentence.from, mention.from, (i) => OF_THEM.has(reading.tokens[i]?.w ?? '')));
const OF_THEM = new Set(["it's", "they're", "we're", 'they', 'we']);
