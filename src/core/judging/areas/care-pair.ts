/** Children in care and care leavers, named together: one judgement, or two. */
import { mentionsIn, type Reading, someFrom, startsClass } from '../text/reading.ts';
import type { Sentence } from '../text/sentences.ts';
import type { Mention } from '../text/trie.ts';

/**
 * "Leadership, children in care and care leavers were good": at the end of a list the pair is two areas;
 * elsewhere it is the one judgement that ILACS had until 2022.
 */
export function splitPair(all: Mention[], reading: Reading): Mention[] {
  const bound = joined(all, reading);
  const last = bound[bound.length - 1];
  const before = bound[bound.length - 2];
  const [first] = bound;
  // "Children in care and care leavers both came out as good, and so did leadership"
  if (first && first !== last && first.id === PAIR && areBoth(first, reading))
    return [...partsOf(first, [first], reading), ...bound.slice(1)];
  if (last?.id !== PAIR) return withMiddleSplit(bound, reading);
  // "both", "the other two,"
  const [two, near] = reading.tokens.slice(last.from - 2, last.from).map((t) => t.w);
  const both = near === 'both' || (two === 'two' && (near === ',' || near === ':'));
  if (!before && (both || areBoth(last, reading) || isEitherCase(last, reading) || isCountedTwo(last, reading)))
    return partsOf(last, bound, reading);
  const apart = isGradedApart(reading);
  // "leadership, help and protection, and children in care and care leavers": the "and" before it makes it one item.
  if (before && !apart && !both && reading.article.published && (near === 'and' || two === 'and')) return bound;
  if (apart && !(before && isCounted(bound, reading))) return partsOf(last, bound, reading);
  if ((!before && !both) || (before && isCounted(bound, reading))) return bound;
  const comma = reading.tokens[last.from - 1]?.w === ',' || reading.tokens[last.from - 2]?.w === ',';
  const words = reading.tokens.slice(last.from, last.to).map(({ w }) => w);
  // "those in care and those who have left it": long, and yet two items that are worded alike.
  const alike = words[0] === 'those' && words.lastIndexOf('those') > 0;
  const long = words.length > 6 && !alike;
  if (!both && (!comma || long)) return bound;
  return partsOf(last, bound, reading);
}

/** "The experiences of those in care and of care leavers": one noun for both, in years that gave them one grade. */
function joined(bound: Mention[], reading: Reading): Mention[] {
  const [inCare, leavers, ...others] = bound;
  if (inCare && leavers && others.length === 0 && isOneRow(inCare, leavers, reading))
    return [{ ...inCare, id: PAIR, to: leavers.to }];
  const pair = inCare?.id === 'children_in_care' && leavers?.id === 'care_leavers' && others.length === 0;
  if (!pair || leavers.from - inCare.to > MOST_JOINING || isGradedApart(reading)) return bound;
  const w = (i: number) => reading.tokens[i]?.w ?? '';
  const between = reading.tokens.slice(inCare.to, leavers.from).map((t) => t.w);
  const [of] = between.slice(-1);
  const noun = w(inCare.from - 1) === of ? inCare.from - 2 : inCare.from;
  const same = w(noun + 1) === of && ['of', 'for', 'with'].includes(of ?? '');
  const listed = between.slice(0, -1).every((word) => word === ',' || word === 'and');
  // "and in those areas the service is good"
  const apart = someFrom(leavers.to, leavers.to + CASE_REACH, (i) => APART.has(w(i)));
  return same &&
    listed &&
    !apart &&
    between.includes('and') &&
    startsClass(reading, noun, 'area_noun', 'department_word')
    ? [{ ...inCare, id: PAIR, to: leavers.to }]
    : bound;
}
const MOST_JOINING = 3;

/** "Children in care, care leavers: good": a row of their own, in years that gave them one grade. */
function isOneRow(inCare: Mention, leavers: Mention, reading: Reading): boolean {
  const { from } = reading.sentences[reading.sentenceOf[inCare.from] as number] as Sentence;
  const between = reading.tokens.slice(inCare.to, leavers.from).map(({ w }) => w);
  return (
    inCare.id === 'children_in_care' &&
    leavers.id === 'care_leavers' &&
    inCare.from === from &&
    between.length > 0 &&
    between.every((w) => [',', 'and', '/', '&'].includes(w)) &&
    [':', '–', '|'].includes(reading.tokens[leavers.to]?.w ?? '') &&
    startsClass(reading, leavers.to + 1, 'grade') &&
    !isGradedApart(reading)
  );
}

/** "Services for both are good", of children in care and care leavers: the two of them; as it is where it is no such pair. */
export const bothOf = (areas: Mention[], reading: Reading): Mention[] => {
  const [pair, ...others] = areas;
  return pair?.id === PAIR && others.length === 0 ? partsOf(pair, [pair], reading) : areas;
};
const APART = new Set(['areas', 'categories', 'headings', 'judgements', 'both', 'each', 'two']);

/** "Help and protection, children in care and care leavers, and leadership": in years that gave each its grade. */
function withMiddleSplit(bound: Mention[], reading: Reading): Mention[] {
  const pair = bound.find((a) => a.id === PAIR);
  if (!pair || isCounted(bound, reading) || isCounted(bound.slice(0, bound.indexOf(pair) + 1), reading)) return bound;
  if (!isGradedApart(reading)) return bound;
  return bound.flatMap((a) => (a === pair ? partsOf(a, [a], reading) : [a]));
}

const PAIR = 'children_in_care_and_care_leavers';
const areBoth = ({ to }: Mention, { tokens }: Reading): boolean =>
  tokens.slice(to, to + 3).some(({ w }) => w === 'both' || w === 'each');

/** "Children in care and care leavers are well served, in both cases graded good" */
const isEitherCase = ({ to }: Mention, { tokens }: Reading): boolean =>
  tokens
    .slice(to, to + CASE_REACH)
    .some(
      ({ w }, n) =>
        ['both', 'each', 'either'].includes(w) && /^(case|instance|respect)s?$/.test(tokens[to + n + 1]?.w ?? ''),
    );
const CASE_REACH = 12;

/** Months in which reports of the framework that gave the pair one grade came out. */
const ONE_GRADE = { from: '2018-01', to: '2023-04' };

/** Before 2018 and since 2023 children in care and care leavers each have a grade; adoption has one only where they do. */
function isGradedApart(reading: Reading): boolean {
  const month = reading.article.published?.slice(0, 7) ?? null;
  if (month !== null) return month < ONE_GRADE.from || month > ONE_GRADE.to;
  const graded = (at: number) => {
    const { from, to } = reading.sentences[reading.sentenceOf[at] as number] as Sentence;
    return mentionsIn(reading, 'grade', from, to).length > 0;
  };
  return ['adoption', 'leadership_management_and_governance'].some((id) =>
    reading.mentions.some((m) => m.cls === 'area' && m.id === id && graded(m.from)),
  );
}

/** In the order of the title, of those years: "those for children in care and care leavers" are the experiences of both. */
const isOneGrade = (at: number, reading: Reading): boolean =>
  reading.tokens[at]?.w === 'children' && reading.article.published !== null && !isGradedApart(reading);

/** "the remaining two judgements, on children in care and care leavers", "those for care leavers and children in care" */
function isCountedTwo({ from }: Mention, reading: Reading): boolean {
  const words = reading.tokens.slice(Math.max(0, from - 6), from).map((t) => t.w);
  const two = words.findLastIndex((w) => w === 'two' || w === 'both');
  const start = Math.max(0, from - 6);
  const ofGrades = (i: number) => startsClass(reading, i, 'rating_word', 'judged_part');
  const { from: opening } = reading.sentences[reading.sentenceOf[from] as number] as Sentence;
  return (
    (words.at(-2) === 'those' && !isOneGrade(from, reading) && someFrom(opening, from - 2, ofGrades)) ||
    (two >= 0 &&
      words.slice(two).some((_, n) => startsClass(reading, start + two + n, 'judged_part')) &&
      // "For both areas inspectors rated the experiences of children in care and care leavers": councils.
      !words.slice(two).some((_, n) => startsClass(reading, start + two + n, 'judged')))
  );
}

function partsOf(last: Mention, bound: Mention[], reading: Reading): Mention[] {
  const lookedAfter = reading.tokens.slice(last.from, last.to).some((t) => t.w === 'looked');
  const inCare = lookedAfter ? 'looked_after_children' : 'children_in_care';
  return [...bound.slice(0, -1), { ...last, id: inCare }, { ...last, id: 'care_leavers' }];
}

/** "Each of the three judgements – leadership, help and protection, and children in care and care leavers": the pair counts as one. */
function isCounted(bound: Mention[], reading: Reading): boolean {
  const from = bound[0]?.from ?? 0;
  const start = Math.max(0, from - COUNT_REACH);
  const words = reading.tokens.slice(start, from).map((t) => t.w);
  const noun = words.findIndex((_, n) => startsClass(reading, start + n, 'judged_part'));
  const end = (bound.at(-1) as Mention).to;
  // "Leaders, help and protection, and children in care and care leavers: all three are outstanding."
  const [, all, count] = reading.tokens.slice(end, end + 3).map(({ w }) => w);
  if (all === 'all' && COUNTED[bound.length]?.includes(count ?? '')) return true;
  // "The four judgements (leaders, …, and the overall one)": the whole is one of them.
  const whole = mentionsIn(reading, 'overall_word', end, end + WHOLE_NEXT).length;
  return words.slice(0, Math.max(0, noun)).some((w) => COUNTED[bound.length + whole]?.includes(w));
}
/** "all three of the areas that they looked at: …" */
const COUNT_REACH = 14;
const WHOLE_NEXT = 5;
const COUNTED = [[], [], ['both', 'two'], ['three'], ['four']];
