/** What is asked for together and no inspectorate ever gives, as far as the frameworks we know tell. */
import type { Criteria } from '../types.ts';
import { UNGRADED_OF } from './digest-asked.ts';
import { listWords, type Names } from './names.ts';
import { NO_HEADLINE, overlaps } from './route.ts';

type Known = Pick<Names, 'inspectorate' | 'service' | 'grade' | 'judged'>;
type Judged = Known['judged'][number];

const isOf = (asked: readonly string[], one: string) => asked.length === 0 || overlaps(asked, [one]);

/** Inspectorates, services, grades and directions of which no framework brings together one of each. */
export function neverGiven(asked: Criteria, names: Known): string | null {
  const { inspectorates, services } = asked;
  // Of whom no framework is known nothing is known not to be.
  const isUnknown =
    inspectorates.some((id) => !names.judged.some((one) => one.inspectorate === id)) ||
    services.some((id) => !names.judged.some((one) => one.service === id));
  if (isUnknown) return null;
  const byWhom = names.judged.filter((one) => isOf(inspectorates, one.inspectorate));
  const pairs = byWhom.filter((one) => isOf(services, one.service));
  const graded = pairs.filter(({ grades }) => grades !== null);
  if (graded.length === 0) return unjudged(asked, byWhom, pairs, names) ?? ungraded(asked, names);
  return offScale(asked, graded, names) ?? unmoved(asked, graded, names);
}

function unjudged(
  { inspectorates, services }: Criteria,
  byWhom: readonly Judged[],
  pairs: readonly Judged[],
  names: Known,
): string | null {
  const isInspected = UNGRADED_OF.some((one) => isOf(inspectorates, one.inspectorate) && isOf(services, one.service));
  if (pairs.length > 0 || isInspected) return null;
  const what = [...new Set(byWhom.map(({ service }) => service))].map(names.service);
  const who = inspectorates.map((id) => names.inspectorate(id));
  return `nothing is ever both: ${listWords(who)} ${who.length > 1 ? 'judge' : 'judges'} ${listWords(what)}, not ${listWords(services.map(names.service), 'or')}; leave one of the two out`;
}

/** What is inspected and given no grade is told in the weekly digest whatever grade it is asked with, which it never has. */
function ungraded({ inspectorates, services, grades, directions }: Criteria, names: Known): string | null {
  const isGrade = grades.length > 0 && !grades.includes(NO_HEADLINE);
  if (!isGrade && directions.length === 0) return null;
  const what = services.length > 0 ? services.map(names.service) : inspectorates.map(inspectionsBy(names));
  const without = [...(isGrade ? ['the grade'] : []), ...(directions.length > 0 ? ['the direction'] : [])];
  return `no grades are given to ${listWords(what)}: leave out ${listWords(without)}`;
}

const inspectionsBy = (names: Known) => (id: string) => `inspections by ${names.inspectorate(id)}`;

function offScale(
  { inspectorates, services, grades }: Criteria,
  graded: readonly Judged[],
  names: Known,
): string | null {
  if (grades.length === 0 || grades.includes(NO_HEADLINE)) return null;
  if (graded.some((one) => overlaps(grades, one.grades ?? []))) return null;
  const of = [...services.map(names.service), ...inspectorates.map(names.inspectorate)];
  return `nothing is ever both: ${gradeWords(grades, names)} is no grade of ${listWords(of, 'or')}; leave one of the two out`;
}

const gradeWords = (grades: readonly string[], names: Known) =>
  listWords(
    grades.map((grade) => names.grade(grade, null)),
    'or',
  );

/** The lowest grade of a scale with "up", the highest with "down". A judgement without an overall grade may well have moved. */
function unmoved({ grades, directions }: Criteria, graded: readonly Judged[], names: Known): string | null {
  if (grades.length === 0 || grades.includes(NO_HEADLINE) || directions.length === 0) return null;
  const isReached = (grade: string, of: Judged) => {
    const place = of.grades?.findIndex((one) => overlaps([grade], [one])) ?? -1;
    if (place < 0) return false;
    // Of two headline grades one may have gone the other way.
    if (of.headlines > 1 || directions.some((way) => way === 'same' || way === 'first')) return true;
    const last = (of.grades?.length ?? 0) - 1;
    return (directions.includes('up') && place < last) || (directions.includes('down') && place > 0);
  };
  if (grades.some((grade) => graded.some((one) => isReached(grade, one)))) return null;
  const end = directions.includes('up') ? 'lowest' : 'highest';
  return `nothing is ever both: ${gradeWords(grades, names)} is the ${end} grade there is, and nothing goes ${directions[0]} to it; leave one of the two out`;
}
