/** What is wrong with a wish for alerts beyond its words: what it asks for would never come. */
import type { Authority, Cadence, Criteria, Day } from '../types.ts';
import { dayWords, listWords, type Names } from './names.ts';

/** Every part that asks for something; what is left out by `except` asks for nothing. */
const partsOf = (criteria: Criteria): Criteria[] => [criteria, ...(criteria.anyOf ?? []).flatMap(partsOf)];

/**
 * Authorities asked for that ended, a sentence each. Beside all of its successors one may stand, as reports on it may come out
 * after its end; alone it would be silent for ever.
 */
export function endedFaults(
  criteria: Criteria,
  authorities: readonly Authority[],
  today: Day,
  names: Pick<Names, 'authority'>,
): string[] {
  const name = (slug: string) => names.authority(slug).shortName;
  const faults = partsOf(criteria).flatMap(({ authorities: asked }) =>
    asked.flatMap((slug) => {
      const one = authorities.find((authority) => authority.slug === slug);
      if (!one || !isEnded(one, today) || isFollowed(one, asked)) return [];
      const instead = one.successors.map((successor) => `“${name(successor)}” (${successor})`);
      return [
        `${name(slug)} ended on ${dayWords(one.validTo ?? today)} and is inspected no more${instead.length > 0 ? `; ask for ${listWords(instead)}, which took its place` : ''}`,
      ];
    }),
  );
  return [...new Set(faults)];
}

/** Whether an authority was there, and is no more. */
export const isEnded = ({ validTo }: Pick<Authority, 'validTo'>, today: Day): boolean =>
  validTo !== null && validTo < today;

const isFollowed = ({ successors }: Authority, asked: readonly string[]): boolean =>
  successors.length > 0 && successors.every((slug) => asked.includes(slug));

/** What is asked for by name and is given no grade: no alert tells of it, the weekly digest does. Null where nothing is. */
export function ungradedNote(criteria: Criteria, names: Names): string | null {
  const { services, inspectorates } = names.ungraded;
  const parts = partsOf(criteria);
  const asked = [
    ...services.filter((id) => parts.some((part) => part.services.some((one) => one === id))).map(names.service),
    ...inspectorates
      .filter((id) => parts.some((part) => part.inspectorates.some((one) => one === id)))
      .map((id) => `inspections by ${names.inspectorate(id)}`),
  ];
  if (asked.length === 0) return null;
  return `No grades are given to ${listWords(asked)}: alerts and messages of a day tell grades and never speak of that. Its outcomes stand in the weekly digest, in its part on what has no grades.`;
}

/** Why what is asked for would never come, where it could come only in the weekly digest and is wanted otherwise. */
export function neverSent(criteria: Criteria, every: Cadence, names: Names): string[] {
  const note = every === 'week' || !isUngraded(criteria, names) ? null : ungradedNote(criteria, names);
  return note === null ? [] : [`${note.replace(/\.$/, '')}; ask to be told every week`];
}

/** No part lets through what is given a grade. */
export function isUngraded({ services, inspectorates, anyOf = [] }: Criteria, names: Names): boolean {
  const { ungraded } = names;
  const all = (asked: readonly string[], without: readonly string[]) =>
    asked.length > 0 && asked.every((id) => without.includes(id));
  return (
    all(services, ungraded.services) ||
    all(inspectorates, ungraded.inspectorates) ||
    (anyOf.length > 0 && anyOf.every((part) => isUngraded(part, names)))
  );
}
