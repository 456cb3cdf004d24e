/** What is wrong with a wish for alerts beyond its words: what it asks for would never come. */
import { TAKEN_BACK } from '../events/notices.ts';
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
  if (every === 'week') return [];
  const note = isUngraded(criteria, names) ? ungradedNote(criteria, names) : null;
  const all = [...(note === null ? [] : [note]), ...(isAll(criteria, isOnlyTakenBack) ? [TAKEN_BACK_NOTE] : [])];
  return all.map((one) => `${one.replace(/\.$/, '')}; ask to be told every week`);
}

/** What is asked for by status beside others and of which nothing is news; null where nothing is. */
export const takenBackNote = (criteria: Criteria): string | null =>
  partsOf(criteria).some(({ statuses = [] }) => statuses.some((status) => TAKEN_BACK.includes(status)))
    ? TAKEN_BACK_NOTE
    : null;

const TAKEN_BACK_NOTE =
  'That a judgement is retracted or withdrawn is told to whoever was told of it, whatever they ask for, and is news to nobody else: alerts and messages of a day bring nothing for that status. The weekly digest lists it among its corrections.';

const isOnlyTakenBack = ({ statuses = [] }: Criteria): boolean =>
  statuses.length > 0 && statuses.every((status) => TAKEN_BACK.includes(status));

/** Whether it is so of the whole, or of each of its kinds. */
const isAll = (criteria: Criteria, is: (part: Criteria) => boolean): boolean =>
  is(criteria) || ((criteria.anyOf?.length ?? 0) > 0 && (criteria.anyOf ?? []).every((part) => isAll(part, is)));

/** No part lets through what is given a grade. */
export function isUngraded(criteria: Criteria, { ungraded }: Names): boolean {
  const all = (asked: readonly string[], without: readonly string[]) =>
    asked.length > 0 && asked.every((id) => without.includes(id));
  return isAll(
    criteria,
    ({ services, inspectorates }) => all(services, ungraded.services) || all(inspectorates, ungraded.inspectorates),
  );
}
