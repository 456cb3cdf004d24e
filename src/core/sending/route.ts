/**
 * Which subscriptions an event is for.
 *
 * Matching is inverted: a subscription is stored with a few keys (`criteriaKeys`), an event names all its keys
 * (`eventKeys`), and only subscriptions that share one are looked at. In PostgreSQL: `keys text[]` with a GIN index and
 * `where keys && $1`. The keys may let through too much, never too little; `matches` decides. A subscription is
 * stored under the narrowest thing it asks for: its authorities if it names any, else its regions, and so on down to
 * `*`, which every event carries. So 100,000 subscriptions to one of 153 councils cost an event some 650 looks.
 */
import type { Criteria, JudgementEvent } from '../types.ts';
import { listWords, movement, type Names, readableId, statusName } from './names.ts';

/** In `Criteria.grades`: the event gives no headline grade (Ofsted's council inspections since April 2026). */
export const NO_HEADLINE = 'none';
/** Lets every judgement through. */
export const ANY: Criteria = {
  authorities: [],
  regions: [],
  inspectorates: [],
  services: [],
  grades: [],
  directions: [],
};
const EVERY = '*';

/** The headline grades criteria may name, or `NO_HEADLINE`. */
export const headlineGrades = (event: Pick<JudgementEvent, 'headlines' | 'grade'>): string[] => {
  const grades = event.headlines.map(({ grade }) => grade);
  if (grades.length === 0 && event.grade !== null) return [event.grade];
  return grades.length === 0 ? [NO_HEADLINE] : grades;
};

/** The values of a judgement that criteria speak of, under the criteria's own names. */
export type Facets = Record<Facet, readonly string[]>;

/** What of a judgement criteria look at. */
export type Askable = Pick<
  JudgementEvent,
  'authority' | 'inspectorate' | 'service' | 'status' | 'reportStatus' | 'headlines' | 'grade'
> &
  Parameters<typeof movement>[0];

function facets(event: Askable, names: Names) {
  const { direction } = movement(event);
  return {
    authorities: [event.authority],
    regions: [names.authority(event.authority).region],
    grades: headlineGrades(event),
    directions: direction === null ? [] : [direction],
    services: [event.service],
    inspectorates: [event.inspectorate],
    statuses: [event.status, ...(event.reportStatus ? [event.reportStatus] : [])],
  };
}
type Facet = keyof ReturnType<typeof facets>;

// About the share of events a value lets through: where a subscription is stored under the cheapest of its parts.
const SHARES: Record<Facet, number> = {
  authorities: 1 / 153,
  regions: 1 / 9,
  directions: 1 / 3,
  grades: 1 / 3,
  statuses: 1 / 2,
  services: 1 / 2,
  inspectorates: 1 / 2,
};
export const FACETS = Object.keys(SHARES) as Facet[];

const fold = (value: string): string => value.normalize('NFKC').toLowerCase();
/** Whether one of the values asked for is among those found, or none is asked for. */
export const overlaps = (wanted: readonly string[] | undefined, found: readonly string[]): boolean =>
  !wanted?.length || wanted.some((value) => found.some((other) => fold(other) === fold(value)));

/** Whether an event is what a subscription asked for. Exact; movement is the text's own, else the register's. */
export const matches = (criteria: Criteria, event: Askable, names: Names): boolean =>
  meets(criteria, facets(event, names));

/** The same of a judgement that is no event of ours. */
export function meets(criteria: Criteria, found: Facets): boolean {
  const fits = (part: Criteria): boolean =>
    FACETS.every((facet) => overlaps(part[facet], found[facet])) &&
    (!part.anyOf?.length || part.anyOf.some(fits)) &&
    !(part.except ?? []).some(fits);
  return fits(criteria);
}

/**
 * Since when events like this one are news to a subscription: its beginning or, for what it asks for only since it followed
 * an authority into its successors, the moment they took over.
 */
export function asksSince(
  { since, widened }: { since: Date; widened: readonly { criteria: Criteria; until: Date }[] | null },
  event: Askable,
  names: Names,
): Date {
  let from = since;
  for (const { criteria, until } of widened ?? []) {
    if (matches(criteria, event, names)) return from;
    if (until > from) from = until;
  }
  return from;
}

const keyOf = (facet: Facet, value: string): string => `${facet}:${fold(value)}`;

function cheapest(criteria: Criteria): { keys: string[]; share: number } {
  const ways = FACETS.flatMap((facet) => {
    const values = criteria[facet] ?? [];
    return values.length === 0
      ? []
      : [{ keys: values.map((value) => keyOf(facet, value)), share: SHARES[facet] * values.length }];
  });
  if (criteria.anyOf?.length) {
    const parts = criteria.anyOf.map(cheapest);
    ways.push({ keys: parts.flatMap(({ keys }) => keys), share: parts.reduce((sum, { share }) => sum + share, 0) });
  }
  const everything = { keys: [EVERY], share: 1 };
  return ways.reduce((best, way) => (way.share < best.share ? way : best), everything);
}

/** Keys to store with a subscription: every event it matches carries at least one of them. Sorted, no repeats. */
export const criteriaKeys = (criteria: Criteria): string[] => [...new Set(cheapest(criteria).keys)].sort();

/** Keys to look subscriptions up by. */
export function eventKeys(event: JudgementEvent, names: Names): string[] {
  const found = facets(event, names);
  return [EVERY, ...FACETS.flatMap((facet) => found[facet].map((value) => keyOf(facet, value)))];
}

/**
 * Criteria in words, for "why you get this", confirmations and lists:
 * `children's services in Northshire or Southshire, graded inadequate, gone down`; a combination as
 * `any service in London; or any service in any authority, graded inadequate; but not any service in Bexley`.
 */
export function criteriaWords(criteria: Criteria, names: Names): string {
  const { anyOf = [], except = [] } = criteria;
  const own = FACETS.some((facet) => criteria[facet]?.length);
  const inner = (part: Criteria) => {
    const words = criteriaWords(part, names);
    return part.anyOf?.length || part.except?.length ? `(${words})` : words;
  };
  const kinds = anyOf.map(inner).join('; or ');
  const whole = own || anyOf.length === 0 ? partWords(criteria, names) : kinds;
  return [
    own && anyOf.length > 0 ? `${whole}; and of these ${kinds}` : whole,
    ...(except.length > 0 ? [`but not ${except.map(inner).join('; nor ')}`] : []),
  ].join('; ');
}

function partWords(criteria: Criteria, names: Names): string {
  const { authorities, regions, inspectorates, services, grades, directions, statuses } = criteria;
  const list = <T extends string>(values: readonly T[] | undefined, word: (value: T) => string): string | null =>
    values?.length ? listWords(values.map(word), 'or') : null;
  const said = (prefix: string, words: string | null) => (words === null ? [] : [`${prefix}${words}`]);
  const places = [list(authorities, (slug) => names.authority(slug).shortName), list(regions, names.region)];
  const where = places.filter((place) => place !== null).join(' and in ') || 'any authority';
  const graded = grades.filter((grade) => grade !== NO_HEADLINE).map((grade) => names.grade(grade, null));
  const gradeWords = [
    ...(graded.length > 0 ? [`graded ${listWords(graded, 'or')}`] : []),
    ...(grades.includes(NO_HEADLINE) ? ['without a headline grade'] : []),
  ].join(' or ');
  return [
    `${list(services, names.service) ?? 'any service'} in ${where}`,
    ...said('inspected by ', list(inspectorates, names.inspectorate)),
    ...said('', gradeWords || null),
    ...said(
      '',
      list(directions, (direction) => DIRECTION_CRITERIA[direction] ?? readableId(direction)),
    ),
    ...said('', list(statuses, statusName)),
  ].join(', ');
}

const DIRECTION_CRITERIA: Record<string, string> = {
  up: 'gone up',
  down: 'gone down',
  same: 'unchanged',
  first: 'judged for the first time',
};

/**
 * Criteria after an authority ended: wherever it is named its successors are named too. It stays itself, as reports on it
 * may come out after its end.
 *
 * @returns the new criteria, or null where there is nothing to add
 */
export function followSuccession(criteria: Criteria, authority: string, successors: string[]): Criteria | null {
  let touched = false;
  const follow = (part: Criteria): Criteria => {
    const added = part.authorities.includes(authority)
      ? successors.filter((slug) => !part.authorities.includes(slug))
      : [];
    touched ||= added.length > 0;
    return {
      ...part,
      authorities: [...part.authorities, ...added],
      ...(part.anyOf && { anyOf: part.anyOf.map(follow) }),
      ...(part.except && { except: part.except.map(follow) }),
    };
  };
  const followed = follow(criteria);
  return touched ? followed : null;
}

/** Whether a reader asks to be told of an authority by name, rather than only that it be left out. */
export const asksFor = ({ authorities, anyOf = [] }: Criteria, authority: string): boolean =>
  authorities.includes(authority) || anyOf.some((part) => asksFor(part, authority));
