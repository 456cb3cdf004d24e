/** One article's assessment beside its labels, both as keys that can be counted. */
import type { Assessment, Claim } from '../types.ts';
import type { LabelledEvent, LabelledRecord } from './labels.ts';
import { type Keys, without } from './score.ts';

/** How names and phrases of the labels become ids. */
export interface LabelNames {
  /** A name as labelled in an article of that day → slug, null when the register does not know it. */
  authority(name: string, published: string | null): string | null;
  /** An area phrase → area id by the inspectorates' spellings, null when none knows it. */
  area(phrase: string, inspectorate: string, service: string): string | null;
}

/** Labelled words that the rule data has no spelling for. */
export interface Unknown {
  areas: Set<string>;
  authorities: Set<string>;
}

/** Keys begin `authority inspectorate service`; areas and history stand once each. */
export interface Compared {
  events: Keys;
  areas: Keys;
  history: Keys;
  /** Labelled events that wait for a person instead of standing among the events. */
  inReview: string[];
  /** Of every labelled direction. */
  directions: { expected: string; got: string }[];
}

/** @param unknown takes up what no spelling is known of */
export function compare(
  { labels, published = null }: LabelledRecord,
  { events, review, history }: Assessment,
  names: LabelNames,
  unknown: Unknown,
): Compared {
  const slug = (name: string): string => {
    const known = names.authority(name, published);
    if (known === null) unknown.authorities.add(name);
    return known ?? `?${name}`;
  };
  const labelled = labels.events.map((event) => ({ event, about: labelledAbout(event, slug) }));
  const found = {
    expected: labelled.map(({ event, about }) => `${about} ${event.grade}`),
    got: events.map((claim) => `${claimAbout(claim)} ${claim.grade}`),
  };
  const missing = without(found.expected, found.got);
  const waiting = review.map((claim) => `${claimAbout(claim)} ${claim.grade}`);
  const labelledAreas = labelled.flatMap(({ event, about }) =>
    event.judgements.flatMap(({ area, grade }) => {
      const id = names.area(area, event.inspectorate, event.service);
      if (id === null) unknown.areas.add(area);
      return id === null ? [] : [`${about} ${id} ${grade}`];
    }),
  );
  return {
    events: found,
    areas: distinct(
      labelledAreas,
      events.flatMap((claim) => areaGrades(claim).map(([area, grade]) => `${claimAbout(claim)} ${area} ${grade}`)),
    ),
    history: distinct(
      labels.history.map((entry) => `${slug(entry.authority)} ${entry.grade}`),
      history.map((entry) => `${entry.authority} ${entry.grade}`),
    ),
    inReview: without(missing, without(missing, waiting)),
    directions: labelled.flatMap(({ event, about }) =>
      event.direction
        ? [{ expected: `${about} ${event.direction}`, got: `${about} ${directionOf(event, about, events)}` }]
        : [],
    ),
  };
}

/** Of the claim with the labelled grade, else of any that is of the same; an event not found has none. */
function directionOf(event: LabelledEvent, about: string, events: Claim[]): string {
  const claims = events.filter((claim) => claimAbout(claim) === about);
  const claim = claims.find(({ grade }) => grade === event.grade) ?? claims[0];
  return claim ? String(claim.direction) : 'no event';
}

const labelledAbout = (event: LabelledEvent, slug: (name: string) => string): string =>
  `${slug(event.authority).replaceAll(' ', '_')} ${folded(event.inspectorate, NAMED_INSPECTORATES)} ${folded(event.service, NAMED_SERVICES)}`;

const claimAbout = ({ authority, inspectorate, service }: Claim): string =>
  `${authority} ${folded(inspectorate, NAMED_INSPECTORATES)} ${folded(service, NAMED_SERVICES)}`;

const NAMED_INSPECTORATES = ['ofsted', 'cqc'];
const NAMED_SERVICES = ['childrens_services', 'adult_social_care'];
const folded = (id: string, named: string[]): string => (named.includes(id) ? id : 'other');

function areaGrades({ judgements, headlines }: Claim): [area: string, grade: string][] {
  return [
    ...judgements.map(({ area, grade }): [string, string] => [area, grade]),
    ...headlines.filter(({ remit }) => remit !== 'overall').map(({ remit, grade }): [string, string] => [remit, grade]),
  ];
}

const distinct = (expected: string[], got: string[]): Keys => ({
  expected: [...new Set(expected)],
  got: [...new Set(got)],
});
