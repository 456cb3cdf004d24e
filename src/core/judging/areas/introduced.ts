/** Whether the words between a grade and an area after it lead from one to the other. */
import { CLAUSES, everyFrom, mentionsIn, type Reading, startsClass } from '../text/reading.ts';
import { pastApposed } from './set-between.ts';

/** "good for adoption", "outstanding leadership", "inadequate across services: adoption", "good in areas such as". */
export function introduces(reading: Reading, grade: number, to: number): boolean {
  const from = pastApposed(grade, to, reading);
  if (to - from > 12) return false;
  if (from === to || namesParts(reading, from, to) || isKeptFor(reading, from, to)) return true;
  let said = false;
  let strangers = 0;
  // "inadequate, with too many care leavers waiting": how things are, where "good, with leadership outstanding" grades.
  const most = reading.tokens[from]?.w === ',' && reading.tokens[from + 1]?.w === 'with' ? 0 : 3;
  for (let i = from; i < to; ) {
    const w = reading.tokens[i]?.w ?? '';
    const mention = (reading.startsAt[i] ?? []).find((m) => INTRODUCERS.has(m.cls));
    // "inadequate for its work with families, for its leadership and for adoption": the same word leads to the next.
    if (w === ',' && strangers > 0 && leadsAgain(reading, from, i + 1, to)) return true;
    // "inadequate over help for care leavers": why, and not in what.
    if ((w === ',' && strangers > 0) || w === 'over' || startsClass(reading, i, 'worry_over')) return false;
    // "good as the judgement for adoption"
    const as = w === 'as' && THE.has(reading.tokens[i + 1]?.w ?? '') && startsClass(reading, i + 2, 'rating_word');
    if (mention || [':', '–', '('].includes(w)) said = true;
    else if (w === 'and' && startsClass(reading, i + 1, 'introduces')) said = true;
    else if (said && reading.tokens[i]?.word && !startsClass(reading, i, ...CLAUSES) && strangers < most) strangers++;
    else if (!as && !PASSED.has(w)) return false;
    i = mention ? mention.to : i + 1;
  }
  return said;
}
/** "has kept the good it received in 2018 for adoption": given then, and now, for what follows. */
function isKeptFor(reading: Reading, from: number, to: number): boolean {
  const w = (i: number) => reading.tokens[i]?.w ?? '';
  const verb = w(from) === 'that' || w(from) === 'which' ? from + 2 : from + 1;
  let prep = to - 1;
  while (prep > verb && THE.has(w(prep))) prep--;
  return (
    ['it', 'they'].includes(w(verb - 1)) &&
    startsClass(reading, verb, 'gave', 'has') &&
    w(prep) === 'for' &&
    mentionsIn(reading, 'remain', from - KEPT_REACH, from).length > 0 &&
    everyFrom(from, prep, (i) => reading.tokens[i]?.word === true)
  );
}
const KEPT_REACH = 4;

/** "outstanding in each of the four judgements, namely leadership", "…, among them adoption": which parts those are. */
function namesParts(reading: Reading, from: number, to: number): boolean {
  const naming = mentionsIn(reading, 'names_parts', from, to).at(-1);
  if (!naming || reading.tokens[naming.from - 1]?.w !== ',') return false;
  const parts = ['judged_part', 'area_noun'].some((cls) => mentionsIn(reading, cls, from, naming.from).length > 0);
  return (
    parts &&
    everyFrom(naming.to, to, (i) => THE.has(reading.tokens[i]?.w ?? '')) &&
    everyFrom(from, naming.from - 1, (i) => reading.tokens[i]?.word === true && !startsClass(reading, i, ...CLAUSES))
  );
}
const THE = new Set(['the', 'its', 'their']);

/** "good for …, for its leadership": the word that stands behind the grade, and then the area. */
const leadsAgain = ({ tokens }: Reading, grade: number, at: number, area: number): boolean =>
  ['for', 'in', 'on'].includes(tokens[at]?.w ?? '') &&
  tokens[at]?.w === tokens[grade]?.w &&
  everyFrom(at + 1, area, (i) => THE.has(tokens[i]?.w ?? ''));
/** "a good each for adoption and for leadership", "and a good one to fostering" */
const PASSED = new Set([',', 'and', 'the', 'both', 'its', 'their', 'each', 'apiece', 'one']);

const INTRODUCERS = new Set(['introduces', 'area_noun', 'rating_word', 'not_only', 'some_of_them']);
