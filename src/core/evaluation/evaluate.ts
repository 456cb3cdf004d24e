import type { Assessment, Claim } from '../types.ts';
import type { LabelledEvent, LabelledRecord } from './labels.ts';
import { type Score, Tally, without } from './score.ts';

/** How names and phrases of the labels become ids. */
export interface LabelNames {
  /** A name as labelled → slug, null when the register does not know it. */
  authority(name: string): string | null;
  /** An area phrase → area id by the inspectorates' spellings, null when none knows it. */
  area(phrase: string, inspectorate: string, service: string): string | null;
}

export interface Miss {
  id: string;
  title: string;
  about: 'event' | 'area' | 'history' | 'direction' | 'review';
  /** What was labelled and not found, and what was found and not labelled. */
  expected: string[];
  got: string[];
}

export interface Evaluation {
  articles: number;
  relevant: number;
  events: Score;
  byGrade: Record<string, Score>;
  byInspectorate: Record<string, Score>;
  /** Articles with at least one event, out of the not relevant ones of each kind. */
  falseAlarms: { articles: number; alarms: number; byKind: Record<string, { articles: number; alarms: number }> };
  areas: Score;
  history: Score;
  direction: { labelled: number; right: number; share: number };
  /** True events that wait for a person instead of standing among the events. */
  review: { trueEvents: number; inReview: number; share: number };
  misses: Miss[];
  /** Labelled words the rule data has no spelling for: areas are not scored, authorities count as missed. */
  unknown: { areas: string[]; authorities: string[] };
}

/**
 * Compares assessments with labels, article by article: events as a multiset of (authority, inspectorate, service,
 * grade); area grades and history as sets; direction among the labelled ones, an event that was not found counting
 * as wrong. Inspectorates other than `ofsted` and `cqc`, and services other than children's and adults', count as
 * `other` on both sides. Headline grades of a report with two of them count as area grades too, as they are labelled.
 */
export function evaluate(
  records: readonly LabelledRecord[],
  assessOne: (record: LabelledRecord) => Assessment,
  names: LabelNames,
): Evaluation {
  const events = new Tally();
  const byGrade = new Tallies();
  const byInspectorate = new Tallies();
  const areas = new Tally();
  const history = new Tally();
  const direction = { labelled: 0, right: 0 };
  const review = { trueEvents: 0, inReview: 0 };
  const falseAlarms: Evaluation['falseAlarms'] = { articles: 0, alarms: 0, byKind: {} };
  const misses: Miss[] = [];
  const unknown = { areas: new Set<string>(), authorities: new Set<string>() };

  const slug = (name: string): string => {
    const known = names.authority(name);
    if (known === null) unknown.authorities.add(name);
    return known ?? `?${name}`;
  };

  for (const record of records) {
    const assessment = assessOne(record);
    const miss = (about: Miss['about'], expected: string[], got: string[]): void => {
      if (expected.length || got.length) misses.push({ id: record.id, title: record.title, about, expected, got });
    };

    const labelled = record.labels.events.map((event) => ({ event, about: labelledAbout(event, slug) }));
    const expected = labelled.map(({ event, about }) => `${about} ${event.grade}`);
    const got = assessment.events.map((claim) => `${claimAbout(claim)} ${claim.grade}`);
    events.add(expected, got);
    byGrade.add(expected, got, (key) => key.slice(key.lastIndexOf(' ') + 1));
    byInspectorate.add(expected, got, (key) => key.split(' ')[1] ?? 'other');
    const missing = without(expected, got);
    miss('event', missing, without(got, expected));

    const waiting = assessment.review.map((claim) => `${claimAbout(claim)} ${claim.grade}`);
    const missingEvenThere = without(missing, waiting);
    review.trueEvents += expected.length;
    review.inReview += missing.length - missingEvenThere.length;
    if (missing.length > missingEvenThere.length) miss('review', [], without(missing, missingEvenThere));

    if (!record.labels.relevant) {
      const kind = record.labels.negative_kind ?? 'unnamed';
      const ofKind = falseAlarms.byKind[kind] ?? { articles: 0, alarms: 0 };
      falseAlarms.byKind[kind] = ofKind;
      const alarms = assessment.events.length ? 1 : 0;
      for (const count of [falseAlarms, ofKind]) {
        count.articles += 1;
        count.alarms += alarms;
      }
    }

    const expectedAreas = labelled.flatMap(({ event, about }) =>
      event.judgements.flatMap(({ area, grade }) => {
        const id = names.area(area, event.inspectorate, event.service);
        if (id === null) unknown.areas.add(area);
        return id === null ? [] : [`${about} ${id} ${grade}`];
      }),
    );
    const gotAreas = assessment.events.flatMap((claim) =>
      areaGrades(claim).map(([area, grade]) => `${claimAbout(claim)} ${area} ${grade}`),
    );
    const areaSets = [distinct(expectedAreas), distinct(gotAreas)] as const;
    areas.add(...areaSets);
    miss('area', without(...areaSets), without(areaSets[1], areaSets[0]));

    const historySets = [
      distinct(record.labels.history.map((entry) => `${slug(entry.authority)} ${entry.grade}`)),
      distinct(assessment.history.map((entry) => `${entry.authority} ${entry.grade}`)),
    ] as const;
    history.add(...historySets);
    miss('history', without(...historySets), without(historySets[1], historySets[0]));

    for (const { event, about } of labelled) {
      if (!event.direction) continue;
      const claims = assessment.events.filter((claim) => claimAbout(claim) === about);
      const claim = claims.find(({ grade }) => grade === event.grade) ?? claims[0];
      direction.labelled += 1;
      if (claim?.direction === event.direction) direction.right += 1;
      else miss('direction', [`${about} ${event.direction}`], [`${about} ${claim ? claim.direction : 'no event'}`]);
    }
  }

  return {
    articles: records.length,
    relevant: records.filter(({ labels }) => labels.relevant).length,
    events: events.score(),
    byGrade: byGrade.scores(),
    byInspectorate: byInspectorate.scores(),
    falseAlarms,
    areas: areas.score(),
    history: history.score(),
    direction: { ...direction, share: shareOf(direction.right, direction.labelled, 1) },
    review: { ...review, share: shareOf(review.inReview, review.trueEvents, 0) },
    misses,
    unknown: { areas: [...unknown.areas].sort(), authorities: [...unknown.authorities].sort() },
  };
}

/** The figures a baseline holds: all between 0 and 1, all better when higher. */
export function figures(evaluation: Evaluation): Record<string, number> {
  const { events, areas, history, direction, falseAlarms, review } = evaluation;
  return {
    eventsF1: events.f1,
    eventsPrecision: events.precision,
    eventsRecall: events.recall,
    areasF1: areas.f1,
    historyF1: history.f1,
    directionShare: direction.share,
    quietOnOthers: 1 - shareOf(falseAlarms.alarms, falseAlarms.articles, 0),
    decidedAlone: 1 - review.share,
  };
}

/** Sentences for the figures that fell below a baseline by more than `tolerance`; empty when none did. */
export function fallen(baseline: Record<string, number>, now: Record<string, number>, tolerance = 0.0005): string[] {
  return Object.entries(baseline).flatMap(([figure, before]) => {
    const after = now[figure];
    if (after === undefined) return [`${figure} was ${before.toFixed(4)} and is no longer measured`];
    return after < before - tolerance ? [`${figure} fell from ${before.toFixed(4)} to ${after.toFixed(4)}`] : [];
  });
}

class Tallies {
  private readonly tallies = new Map<string, Tally>();

  add(expected: readonly string[], got: readonly string[], groupOf: (key: string) => string): void {
    for (const group of new Set([...expected, ...got].map(groupOf))) {
      const tally = this.tallies.get(group) ?? new Tally();
      this.tallies.set(group, tally);
      const inGroup = (key: string) => groupOf(key) === group;
      tally.add(expected.filter(inGroup), got.filter(inGroup));
    }
  }

  scores(): Record<string, Score> {
    return Object.fromEntries([...this.tallies].sort().map(([group, tally]) => [group, tally.score()]));
  }
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

const distinct = (keys: readonly string[]): string[] => [...new Set(keys)];
const shareOf = (part: number, whole: number, ofNothing: number): number => (whole ? part / whole : ofNothing);
