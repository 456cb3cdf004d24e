/** The one order in which area grades, and grades, are told wherever they stand: the framework's own, and the scale's. */
import type { AreasOf, GradesOf, Names } from './names.ts';

const place = (order: readonly string[], id: string): number => {
  const at = order.indexOf(id);
  return at < 0 ? order.length : at;
};

/** As the framework lists them; areas it does not know come last, in the order given. */
export function areasInOrder<Judged extends { area: string }>(
  judgements: readonly Judged[],
  of: AreasOf,
  names: Pick<Names, 'areas'>,
): Judged[] {
  const order = names.areas(of);
  return [...judgements].sort((a, b) => place(order, a.area) - place(order, b.area));
}

/** How far from the best of its scale a grade stands: best first, what is on no scale behind them, none last. */
export function gradePlace(grade: string | null, of: GradesOf, names: Pick<Names, 'grades'>): number {
  return grade === null ? Number.POSITIVE_INFINITY : place(names.grades(of), grade);
}
