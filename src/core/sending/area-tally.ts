/** What a judgement says of its areas in a line, and of how many of them nothing is known. */
import type { JudgementEvent, RegisterJudgement } from '../types.ts';
import { gradePlace } from './in-order.ts';
import { type AreasOf, counted, type GradesOf, listWords, type Names, readableId } from './names.ts';

export type Tallied = Pick<JudgementEvent | RegisterJudgement, 'judgements'> &
  Partial<Pick<JudgementEvent, 'gradeState'>> &
  GradesOf &
  AreasOf;

/**
 * `2 of 4 areas outstanding, 1 good and 1 not known`: what a judgement without an overall grade says in a line, none of its
 * areas raised above the others. A single one is named: `care leavers good, the other 3 areas not known`. Where the
 * framework does not say how many each report grades, only those known are counted: `of the 2 areas known, both good`.
 */
export function areaTally(of: Tallied, names: Names): string {
  const { judgements, scale, inspectorate } = of;
  const unknown = areasUnknown(of, names);
  const [first] = judgements;
  if (judgements.length === 1 && first) {
    const one = `${readableId(first.area)} ${names.grade(first.grade, scale)}`;
    return unknown ? `${one}, the other ${counted(unknown, 'area')} not known` : one;
  }
  const counts = new Map<string, number>();
  for (const { grade } of judgements) counts.set(grade, (counts.get(grade) ?? 0) + 1);
  const best = (grade: string) => gradePlace(grade, { inspectorate, scale }, names);
  const grades = [...counts].sort(([a, n], [b, m]) => m - n || best(a) - best(b));
  const words = ([grade, times]: [string, number]) => gradeOfSeveral(names.grade(grade, scale), times);
  const [most = ['', 0], ...rest] = grades;
  const others = rest.map((one) => `${one[1]} ${words(one)}`);
  const all = judgements.length;
  if (unknown === null) {
    const known = `of the ${all} areas known, `;
    if (rest.length > 0) return `${known}${listWords([`${most[1]} ${words(most)}`, ...others])}`;
    return `${known}${all === 2 ? 'both' : 'all'} ${words(most)}`;
  }
  if (unknown > 0) others.push(`${unknown} not known`);
  if (others.length === 0) return `all ${all} areas ${words(most)}`;
  return listWords([`${most[1]} of ${all + unknown} areas ${words(most)}`, ...others]);
}

/** How many of the areas that each report grades no grade is known of; null where that cannot be said. */
function areasUnknown({ judgements, gradeState, ...of }: Tallied, names: Names): number | null {
  const graded = names.gradedAreas({ ...of, withoutOverall: gradeState === 'none_by_framework' });
  if (graded === null || judgements.some(({ area }) => !graded.includes(area))) return null;
  return graded.length - judgements.length;
}

/** `1 requires improvement`, `2 require improvement`: the one grade that is a verb. */
const gradeOfSeveral = (grade: string, count: number): string =>
  count === 1 ? grade : grade.replace(/^requires /, 'require ');
