/** How far assessments agree with labels: figures over all articles, and every miss. */
import type { Assessment } from '../types.ts';
import { type Compared, compare, type LabelNames, type Unknown } from './compare.ts';
import type { LabelledRecord } from './labels.ts';
import { type Keys, type Score, Tally, without } from './score.ts';

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
  const unknown: Unknown = { areas: new Set(), authorities: new Set() };
  for (const record of records) {
    const article = compare(record, assessOne(record), names, unknown);
    events.add(article.events);
    byGrade.add(article.events, (key) => key.slice(key.lastIndexOf(' ') + 1));
    byInspectorate.add(article.events, (key) => key.split(' ')[1] ?? 'other');
    areas.add(article.areas);
    history.add(article.history);
    review.trueEvents += article.events.expected.length;
    review.inReview += article.inReview.length;
    direction.labelled += article.directions.length;
    direction.right += article.directions.filter(isRight).length;
    if (!record.labels.relevant)
      countAlarm(falseAlarms, record.labels.negative_kind ?? 'unnamed', article.events.got.length > 0);
    misses.push(...missesOf(record, article));
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

function missesOf({ id, title }: LabelledRecord, { events, inReview, areas, history, directions }: Compared): Miss[] {
  const found: [about: Miss['about'], expected: string[], got: string[]][] = [
    ['event', ...apart(events)],
    ['review', [], inReview],
    ['area', ...apart(areas)],
    ['history', ...apart(history)],
    ...directions
      .filter((each) => !isRight(each))
      .map(({ expected, got }): [Miss['about'], string[], string[]] => ['direction', [expected], [got]]),
  ];
  return found
    .filter(([, expected, got]) => expected.length > 0 || got.length > 0)
    .map(([about, expected, got]) => ({ id, title, about, expected, got }));
}

/** What was labelled and not found, and what was found and not labelled. */
const apart = ({ expected, got }: Keys): [string[], string[]] => [without(expected, got), without(got, expected)];
const isRight = ({ expected, got }: { expected: string; got: string }): boolean => expected === got;

function countAlarm(falseAlarms: Evaluation['falseAlarms'], kind: string, isAlarm: boolean): void {
  const ofKind = falseAlarms.byKind[kind] ?? { articles: 0, alarms: 0 };
  falseAlarms.byKind[kind] = ofKind;
  for (const count of [falseAlarms, ofKind]) {
    count.articles += 1;
    count.alarms += isAlarm ? 1 : 0;
  }
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

class Tallies {
  private readonly tallies = new Map<string, Tally>();

  add({ expected, got }: Keys, groupOf: (key: string) => string): void {
    for (const group of new Set([...expected, ...got].map(groupOf))) {
      const tally = this.tallies.get(group) ?? new Tally();
      this.tallies.set(group, tally);
      const inGroup = (key: string) => groupOf(key) === group;
      tally.add({ expected: expected.filter(inGroup), got: got.filter(inGroup) });
    }
  }

  scores(): Record<string, Score> {
    return Object.fromEntries([...this.tallies].sort().map(([group, tally]) => [group, tally.score()]));
  }
}

const shareOf = (part: number, whole: number, ofNothing: number): number => (whole ? part / whole : ofNothing);
