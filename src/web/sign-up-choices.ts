/** What can be asked for on the page for alerts. */
import { dayWords, type Names } from '../core/sending/names.ts';
import { isEnded } from '../core/sending/wishes.ts';
import { withoutOverallNote } from '../core/sending/without-overall.ts';
import { type Authority, type Day, type Direction, SERVICES } from '../core/types.ts';
import type { Choices } from './filters.ts';

const DIRECTIONS: readonly { value: Direction; label: string }[] = [
  { value: 'up', label: 'gone up' },
  { value: 'down', label: 'gone down' },
  { value: 'same', label: 'unchanged' },
  { value: 'first', label: 'judged for the first time' },
];

/** A field people do not see and programs fill in. */
export const TRAP = 'website';

export const FIELDS = ['region', 'inspectorate', 'service', 'grade', 'direction'] as const;
export type Field = (typeof FIELDS)[number];
export const LABELS: Record<Field, string> = {
  ...{ region: 'Region', inspectorate: 'Inspectorate', service: 'Service', grade: 'Grade' },
  direction: 'Direction since the judgement before',
};

export interface Choice {
  value: string;
  label: string;
}
export type SignUpChoices = Record<Field, readonly Choice[]> & {
  /** By region. */
  authorities: readonly { region: string; members: readonly Choice[] }[];
  /** Those that ended, and what took their place. */
  ended: readonly { slug: string; name: string; lastDay: Day; successors: readonly string[] }[];
  /** What to know before choosing a grade. */
  note: string | null;
};
/** @param today authorities that ended before it can be asked for no more; those still to come can */
export function signUpChoices(
  { region, inspectorate, grade }: Choices,
  authorities: readonly Authority[],
  names: Names,
  today: Day,
): SignUpChoices {
  const sorted = [...authorities].sort((a, b) => a.shortName.localeCompare(b.shortName, 'en-GB'));
  const there = sorted.filter((one) => !isEnded(one, today));
  const weekly = ({ value, label }: Choice, ungraded: readonly string[]) => ({
    value,
    label: ungraded.includes(value) ? `${label} (no grades: in the weekly digest only)` : label,
  });
  return {
    ...{ region, grade, direction: DIRECTIONS, note: withoutOverallNote(null, names) },
    inspectorate: inspectorate.map((one) => weekly(one, names.ungraded.inspectorates)),
    service: SERVICES.map((service) =>
      weekly({ value: service, label: names.service(service) }, names.ungraded.services),
    ),
    authorities: region.map(({ value }) => ({
      region: value,
      members: there
        .filter((one) => one.region === value)
        .map((one) => ({ value: one.slug, label: labelOf(one, today) })),
    })),
    ended: sorted.flatMap(({ slug, shortName, validTo, successors }) =>
      validTo !== null && isEnded({ validTo }, today) ? [{ slug, name: shortName, lastDay: validTo, successors }] : [],
    ),
  };
}

/** With the day from which, or until which, it is there, where that is not over. */
function labelOf({ shortName, validFrom, validTo }: Authority, today: Day): string {
  if (validFrom !== null && validFrom > today) return `${shortName} (from ${dayWords(validFrom)})`;
  return validTo === null ? shortName : `${shortName} (until ${dayWords(validTo)})`;
}

export const nameOf = ({ authorities, ended }: SignUpChoices, slug: string): string =>
  authorities.flatMap(({ members }) => members).find(({ value }) => value === slug)?.label ??
  ended.find((one) => one.slug === slug)?.name ??
  slug;
