/** One grade said of every area, where a framework gives none to the whole. */
import type { AreaJudgement } from '../../types.ts';
import type { Framework } from '../rules/rulebook.ts';
import type { Rating, Statement } from '../statement.ts';
import { numberOf } from '../text/counts.ts';
import { mentionsIn, type Reading, someFrom } from '../text/reading.ts';

/**
 * "Good in all four areas": each of the framework's areas with that grade, but for those the text grades otherwise. Nothing is
 * added where it leaves out areas that it does not grade ("in all but one").
 *
 * @param fitting frameworks it may be of: areas are added only where they agree on which there are
 * @param evidence of a statement, as its place in the list
 */
export function withEveryArea(
  judgements: AreaJudgement[],
  current: readonly Statement[],
  fitting: readonly Framework[],
  reading: Reading,
  evidence: (statement: Statement) => number,
): AreaJudgement[] {
  const [first, ...others] = fitting;
  const said = current.find((s) => s.target.everywhere);
  const isKnown = first && others.every(({ areas }) => areas.join() === first.areas.join());
  if (!said || !isKnown) return judgements;
  const { grade } = said.rating;
  if (leavesOut(said, reading) && judgements.every((j) => j.grade === grade)) return judgements;
  const graded = new Set(judgements.map((j) => j.area));
  const rest = first.areas.filter((area) => !graded.has(area));
  return [...judgements, ...rest.map((area) => ({ area, grade, evidence: [evidence(said)] }))];
}

/** "Help for care leavers is outstanding, and the remaining three areas good": those of the framework not graded otherwise, where they are as many. */
export function withRemaining(
  judgements: AreaJudgement[],
  current: readonly Statement[],
  fitting: readonly Framework[],
  reading: Reading,
  evidence: (statement: Statement) => number,
): AreaJudgement[] {
  const [every, ...others] = fitting.map(({ gradedAreas }) => gradedAreas);
  if (!every || others.some((areas) => areas?.join() !== every.join())) return judgements;
  const left = every.filter((area) => judgements.every((j) => j.area !== area));
  const said = current.find((s) => s.target.areas.length === 0 && countsRest(s.rating, reading) === left.length);
  return said
    ? [...judgements, ...left.map((area) => ({ area, grade: said.rating.grade, evidence: [evidence(said)] }))]
    : judgements;
}

/** How many "the remaining three areas" are; null where nothing counts them before the grade. */
export function countsRest({ mention, sentence }: Rating, reading: Reading): number | null {
  const rest = mentionsIn(reading, 'the_rest', Math.max(sentence.from, mention.from - REST_REACH), mention.from).at(-1);
  return rest ? (reading.tokens.slice(rest.from, rest.to).flatMap(({ w }) => numberOf(w) ?? [])[0] ?? null) : null;
}
const REST_REACH = 8;

const leavesOut = ({ rating: { sentence } }: Statement, reading: Reading): boolean =>
  mentionsIn(reading, 'excepting', sentence.from, sentence.to).length > 0 ||
  mentionsIn(reading, 'all_areas', sentence.from, sentence.to).some(({ to }) =>
    someFrom(to, Math.min(to + 2, sentence.to), (i) => ['but', 'bar'].includes(reading.tokens[i]?.w ?? '')),
  );
