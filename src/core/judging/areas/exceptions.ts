/** Areas beside a grade that it is not of: "outstanding in every area except care leavers", and those of a grade of before. */
import type { Rating } from '../statement.ts';
import { mentionsIn, type Reading, startsClass } from '../text/reading.ts';
import type { Mention } from '../text/trie.ts';
import { chain } from './area-lists.ts';

const MOST_BETWEEN = 7;
/** "except in its work with care leavers", "all but one of the areas, care leavers" */
const PASSED = new Set([
  ',',
  ':',
  '–',
  'the',
  'its',
  'their',
  'in',
  'on',
  'for',
  'of',
  'with',
  'work',
  'help',
  'support',
  'services',
  'one',
  'areas',
  'judgements',
  'categories',
  'headings',
  'them',
  'these',
  'that',
  'those',
  'only',
]); // prettier-ignore

/** Whether the area is named as an exception to what this grade is of. */
export function isExcepted(area: Mention, { mention, sentence }: Rating, reading: Reading): boolean {
  if (area.from >= mention.to && exceptionAfter(area, reading) !== null) return true;
  const opening = exceptionBefore(area, sentence.from, reading);
  if (opening === null) return false;
  if (area.from >= mention.to) return true;
  // "apart from adoption, which is inadequate, all is good": what follows the comma at once is said of the exception.
  // … and "apart from adoption, fostering and leadership, which are", of all of them
  const { to } = chain(reading, [area, ...mentionsIn(reading, 'area', area.to, mention.from)], 1).at(-1) ?? area;
  const commas = reading.tokens.slice(to, mention.from).flatMap(({ w }, n) => (MARKS.has(w) ? [to + n] : []));
  const [first] = commas;
  if (first === undefined || first > to + 1 || commas.length !== 1) return true;
  return !opening.apposed ? !isOwn(first + 1, mention, reading) : true;
}
/** "with adoption the exception at good", "care leavers being the odd one out": where the words end that set the area apart. */
export function exceptionAfter({ to }: Mention, reading: Reading): number | null {
  let at = to;
  while (at < to + MOST_LEADING && LEADS.has(reading.tokens[at]?.w ?? '')) at++;
  const apart = (reading.startsAt[at] ?? []).find((m) => m.cls === 'singles_out');
  return apart && at > to ? apart.to : null;
}
const MOST_LEADING = 3;
const LEADS = new Set(['being', 'is', 'was', 'as', 'the', 'an', 'its']);

const MARKS = new Set([',', '–', '(', ':']);

const isOwn = (at: number, grade: Mention, reading: Reading): boolean =>
  at === grade.from ||
  ['a', 'an', 'at', 'with', 'which'].includes(reading.tokens[at]?.w ?? '') ||
  startsClass(reading, at, 'relative', 'judged', 'remain');

function exceptionBefore(area: Mention, from: number, reading: Reading): { apposed: boolean } | null {
  let apposed = false;
  for (let i = area.from - 1; i >= from && i >= area.from - MOST_BETWEEN; i--) {
    const w = reading.tokens[i]?.w ?? '';
    if ((reading.endsAt[i] ?? []).some((m) => m.cls === 'excepting')) return { apposed };
    if (w === 'but') return ofAll(i, from, reading) ? { apposed } : null;
    if (!PASSED.has(w)) return null;
    if (w === ',') apposed = true;
  }
  return null;
}

/** "all areas but", "everything but" */
const ofAll = (at: number, from: number, reading: Reading): boolean =>
  reading.tokens
    .slice(Math.max(from, at - 4), at)
    .some(({ w }) => ['all', 'every', 'everything', 'each', 'everywhere'].includes(w));

/** "good, the grade that it was given for safeguarding in 2012": of the grade of before. */
export function isOfThatTime(area: Mention, { mention: { to } }: Rating, { tokens, startsAt }: Reading): boolean {
  if (area.from < to || tokens[to]?.w !== ',' || tokens[to + 1]?.w !== 'the') return false;
  const at = tokens[to + 2]?.w === 'same' ? to + 3 : to + 2;
  const grade = (startsAt[at] ?? []).find((m) => m.cls === 'rating_word');
  return grade !== undefined && ['that', 'which', 'it', 'they'].includes(tokens[grade.to]?.w ?? '');
}
