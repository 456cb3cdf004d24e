/** What reports and register tell of *which inspection* they speak of, in a form that can be compared and joined. */
import type { TimelineEntry } from '../register.ts';
import type { Day, Direction, Headline, Report } from '../types.ts';
import {
  betterEstimate,
  commonTime,
  type Estimate,
  estimateOf,
  type Family,
  isLongAfter,
  type KnownTime,
  knownTime,
  meet,
  publishableDays,
  type Span,
  type Stated,
  visitDays,
  yearsOf,
} from './times.ts';

export interface Facts {
  family: string | null;
  versions: Set<string>;
  scales: Set<string>;
  /** Headline grades by remit. More than one grade a remit only where reports conflict. */
  headlines: Map<string, Set<string>>;
  areas: Map<string, Set<string>>;
  previous: Set<string>;
  directions: Set<Direction>;
  streaks: Set<number>;
  /** Judgements said to be earlier than this one. */
  earlier: { grade: string; year: number }[];
  /** Days on which the report can have been published. */
  publishable: Span;
  /** The visit, half the allowed misprint wider on both sides. */
  visit: Span | null;
  /** Most likely days of publication and what they rest on. */
  estimate: Estimate | null;
  /** Over all members' likely days of publication: the earliest end and the latest beginning. */
  known: KnownTime | null;
  articles: Set<string>;
}

function byRemit(headlines: readonly Headline[]): Map<string, Set<string>> {
  const grades = new Map<string, Set<string>>();
  for (const { remit, grade } of headlines) grades.set(remit, (grades.get(remit) ?? new Set()).add(grade));
  return grades;
}
const byArea = (judgements: readonly { area: string; grade: string }[]) =>
  byRemit(judgements.map(({ area, grade }) => ({ remit: area, grade })));
const setOf = <T>(value: T | null): Set<T> => new Set(value === null ? [] : [value]);

/** A family the data does not know tells nothing. */
export const knownFamily = (family: string | null, families: Family[]) =>
  families.length === 0 || families.some(({ id }) => id === family) ? family : null;

export const headlinesOf = (claim: { headlines: Headline[]; grade: string | null }): Headline[] =>
  claim.headlines.length > 0 || claim.grade === null ? claim.headlines : [{ remit: 'overall', grade: claim.grade }];

/** Judgements of this service that the text calls earlier, but for its own news repeated with a year. */
function earlierOf({ claim, history, articleDay }: Report, headlines: Headline[]): Facts['earlier'] {
  const estimate = estimateOf({ ...claim, family: null, articleDay, earlierYears: [] });
  const own = (grade: string, year: number) =>
    estimate !== null &&
    headlines.some((headline) => headline.grade === grade) &&
    yearsOf(estimate.span).includes(year);
  return history.flatMap(({ inspectorate, service, authority, grade, year }) =>
    authority === claim.authority &&
    (inspectorate === claim.inspectorate || inspectorate === 'other') &&
    service === claim.service &&
    year !== null &&
    !own(grade, year)
      ? [{ grade, year }]
      : [],
  );
}

/** The report without a visit from before a judgement it calls earlier: that was the visit of another inspection. */
export function withoutStrayVisit(report: Report): Report {
  const { claim } = report;
  const visit = claim.inspected;
  const isStray = visit && earlierOf(report, headlinesOf(claim)).some(({ year }) => visit.until <= `${year}-01-01`);
  return isStray ? { ...report, claim: { ...claim, inspected: null, publishedWithin: null } } : report;
}

/** The article's day, unless it came long after the time of publication it states. */
function dayOfNews({ claim: { publishedWithin }, articleDay }: Report): Day | null {
  const isOld =
    publishedWithin?.basis === 'stated' && articleDay !== null && isLongAfter(articleDay, publishedWithin.until);
  return isOld ? null : articleDay;
}

/** What one report tells. */
export function factsOfReport(report: Report, families: Family[]): Facts {
  const { claim, articleId } = report;
  const headlines = headlinesOf(claim);
  const family = knownFamily(claim.framework, families);
  const earlier = earlierOf(report, headlines);
  const stated: Stated = {
    ...claim,
    family,
    articleDay: dayOfNews(report),
    earlierYears: earlier.map(({ year }) => year),
  };
  const estimate = estimateOf(stated);
  const again = claim.streak !== null && claim.streak > 1;
  const onlyGrade = headlines.length === 1 ? headlines[0]!.grade : null;
  const lastEarlier = [...earlier].sort((a, b) => b.year - a.year)[0]?.grade ?? null;
  return {
    family,
    versions: setOf(claim.frameworkVersion),
    scales: setOf(claim.scale),
    headlines: byRemit(headlines),
    areas: byArea(claim.judgements),
    previous: setOf(claim.previousGrade ?? (again ? onlyGrade : lastEarlier)),
    directions: setOf(claim.direction ?? (again ? 'same' : null)),
    streaks: setOf(claim.streak),
    earlier,
    publishable: publishableDays(stated, families),
    visit: visitDays(stated.inspected),
    estimate,
    known: knownTime(estimate),
    articles: new Set([articleId]),
  };
}

/** What a row of the register tells, with what came before it. */
export function factsOfJudgement(
  { judgement: row, previousGrade, direction, streak }: TimelineEntry,
  families: Family[],
): Facts {
  const stated: Stated = {
    family: knownFamily(row.framework, families),
    inspected: row.inspected,
    published: row.published,
    publishedWithin: row.publishedWithin,
    articleDay: null,
    earlierYears: [],
  };
  const estimate = estimateOf(stated);
  return {
    family: stated.family,
    versions: new Set(),
    scales: setOf(row.scale),
    headlines: byRemit(row.headlines),
    areas: byArea(row.judgements),
    previous: setOf(previousGrade),
    directions: setOf(direction),
    streaks: setOf(streak),
    earlier: [],
    publishable: publishableDays(stated, families),
    visit: visitDays(row.inspected),
    estimate,
    known: knownTime(estimate),
    articles: new Set(),
  };
}

const union = <T>(a: Set<T>, b: Set<T>): Set<T> => new Set([...a, ...b]);
function unionOfSets(a: Map<string, Set<string>>, b: Map<string, Set<string>>) {
  const both = new Map(a);
  for (const [name, grades] of b) both.set(name, union(both.get(name) ?? new Set(), grades));
  return both;
}

/** What two tell together. Where a person joined what contradicts, the first one's times stand. */
export const joinFacts = (a: Facts, b: Facts): Facts => ({
  family: a.family ?? b.family,
  versions: union(a.versions, b.versions),
  scales: union(a.scales, b.scales),
  headlines: unionOfSets(a.headlines, b.headlines),
  areas: unionOfSets(a.areas, b.areas),
  previous: union(a.previous, b.previous),
  directions: union(a.directions, b.directions),
  streaks: union(a.streaks, b.streaks),
  earlier: [...a.earlier, ...b.earlier],
  publishable: meet(a.publishable, b.publishable) ?? a.publishable,
  visit: a.visit && b.visit ? (meet(a.visit, b.visit) ?? a.visit) : (a.visit ?? b.visit),
  estimate: betterEstimate(a.estimate, b.estimate),
  known: (commonTime(a.known, b.known) ?? a).known,
  articles: union(a.articles, b.articles),
});
