/** The one order in which area grades, and grades, are told wherever they stand: the framework's own, and the scale's. */
import type { JudgementEvent } from '../types.ts';
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

/** Kinds of fields as an alert tells them: grades, those of areas, then its details. */
const TOLD = [
  ...['headlines', 'judgements', 'framework', 'frameworkVersion', 'scale'],
  ...['previousGrade', 'direction', 'streak', 'published', 'distinctions'],
];

export type Conflicting = AreasOf & Pick<JudgementEvent, 'headlines' | 'conflicts'>;

/** What reports differ on, in the order in which an alert tells these things. */
export function conflictsInOrder(event: Conflicting, names: Pick<Names, 'areas'>): JudgementEvent['conflicts'] {
  const orders: Partial<Record<string, readonly string[]>> = {
    headlines: event.headlines.map(({ remit }) => remit),
    judgements: names.areas(event),
  };
  const within = (field: string) => {
    const [kind = '', of = ''] = field.split('.');
    return place(orders[kind] ?? [], of);
  };
  const kindPlace = (field: string) => place(TOLD, field.split('.')[0] ?? '');
  return [...event.conflicts].sort(
    (a, b) => kindPlace(a.field) - kindPlace(b.field) || within(a.field) - within(b.field),
  );
}

/** How far from the best of its scale a grade stands: best first, what is on no scale behind them, none last. */
export function gradePlace(grade: string | null, of: GradesOf, names: Pick<Names, 'grades'>): number {
  return grade === null ? Number.POSITIVE_INFINITY : place(names.grades(of), grade);
}
