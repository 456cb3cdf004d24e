/** Areas that a later clause takes up by "that part of the service" or "that", and gives their grade. */
import type { Rating } from '../statement.ts';
import { everyFrom, mentionsIn, type Reading, startsClass } from '../text/reading.ts';
import type { Sentence } from '../text/sentences.ts';
import type { Mention } from '../text/trie.ts';
import { chain } from './area-lists.ts';
import { isInName } from './described.ts';

/** From the words that take an area up to the grade, and back to the area. */
const GRADE_REACH = 14;
const AREA_REACH = 30;
/** Words between the start of the sentence before and the area that it is about. */
const OPENING = 2;

/**
 * "Care leavers get a good deal, they found, and that part of the service was good", "Adoption fares best. The skill of its
 * staff earned that part of the service a good", "Once children are in care they do well, and the report marks that as good"
 *
 * @returns the area told last before those words, and what is in one list with it; none where no such words lead to the grade
 */
export function asThatPart({ mention, sentence }: Rating, reading: Reading): Mention[] {
  const cue = cueBefore(mention, sentence, reading);
  if (cue === null) return [];
  const here = areasIn(Math.max(sentence.from, cue - AREA_REACH), cue, reading);
  const last = here.at(-1);
  if (last) {
    const turns = (cls: string) => mentionsIn(reading, cls, last.to, cue).length > 0;
    return ['authority', 'overall_word', 'contrast'].some(turns) ? [] : chain(reading, here, -1);
  }
  const before = reading.sentences[sentence.index - 1];
  if (before?.field !== 'text' || mentionsIn(reading, 'grade', before.from, before.to).length > 0) return [];
  const areas = areasIn(before.from, before.to, reading);
  const [first] = areas;
  if (!first) return [];
  if (areas.length === 1 || first.from - before.from <= OPENING) return chain(reading, areas, 1);
  return hasOwnClause(areas.at(-1) as Mention, reading) ? areas.slice(-1) : [];
}

/** "Leaders are calm, although care leavers do not all have a home": the last one is what the last clause is about. */
const hasOwnClause = ({ from, to }: Mention, reading: Reading): boolean =>
  startsClass(reading, from - 1, 'contrast', 'adverb_clause') &&
  (startsClass(reading, to, 'be', 'has', 'fared', 'gave') ||
    ['do', 'does', 'did'].includes(reading.tokens[to]?.w ?? ''));

const areasIn = (from: number, to: number, reading: Reading): Mention[] =>
  mentionsIn(reading, 'area', from, to).filter((a) => a.id !== 'overall' && !isInName(a, reading));

/** Where the words begin that take an area up and lead to the grade; null where none do. */
function cueBefore({ from: grade }: Mention, { from }: Sentence, reading: Reading): number | null {
  const start = Math.max(from, grade - GRADE_REACH);
  const part = mentionsIn(reading, 'that_part', start, grade).at(-1);
  if (part && everyFrom(part.to, grade, (i) => leads(i, reading))) return part.from;
  // "The area was graded good.", of the one before it
  const the = reading.tokens[from]?.w === 'the' && THE_PART.has(reading.tokens[from + 1]?.w ?? '');
  if (the && grade - from > 3 && everyFrom(from + 2, grade, (i) => leads(i, reading))) return from;
  for (let i = grade - 2; i > start && i >= grade - MOST_AFTER; i--)
    if (['that', 'this'].includes(reading.tokens[i]?.w ?? '')) return isJudged(i, grade, reading) ? i : null;
  return null;
}
const THE_PART = new Set(['area', 'category', 'strand']);
/** "that as", "that to be" */
const MOST_AFTER = 4;

const leads = (at: number, reading: Reading): boolean =>
  ['a', 'an', 'the', 'at'].includes(reading.tokens[at]?.w ?? '') ||
  startsClass(reading, at, 'be', 'has', 'judged', 'gave', 'remain', 'also_word', 'link', 'rating_word', 'fared');

/** "marks that as good", and not "found that good work was done" */
function isJudged(at: number, grade: number, reading: Reading): boolean {
  const [next] = reading.tokens.slice(at + 1, at + 2).map(({ w }) => w);
  const verb =
    startsClass(reading, at - 1, 'rating_word') || (reading.endsAt[at - 1] ?? []).some((m) => JUDGES.has(m.cls));
  return verb && ['as', 'a', 'an', 'to'].includes(next ?? '') && everyFrom(at + 1, grade, (i) => leads(i, reading));
}
const JUDGES = new Set(['judged', 'gave', 'rating_word']);
