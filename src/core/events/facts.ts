/**
 * What reports tell of *which inspection* they speak of, in a form that can be compared and joined.
 *
 * Times are day numbers (days since 1970-01-01) in closed spans. Every span of days on which a report can have been
 * published is an interval on one line, so if each two members of an event fit together, all of them do (Helly).
 */
import { dayNumber } from '../dates.ts';
import type { TimelineEntry } from '../register.ts';
import type { Day, DayRange, Direction, Headline, Report } from '../types.ts';

/** A family of frameworks and the inspection dates it covers, half-open; null where open or unknown. */
export interface Family {
  id: string;
  from: Day | null;
  until: Day | null;
}

export interface Span {
  lo: number;
  hi: number;
}

/** How well the publication is known: by its own date, by the visit, by the articles about it. */
export type TimeBasis = 'published' | 'visit' | 'article';

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
  estimate: { span: Span; basis: TimeBasis; exact: boolean } | null;
  /** Over all members' likely days of publication: the earliest end and the latest beginning. */
  known: { firstEnd: number; lastStart: number } | null;
  articles: Set<string>;
}

/**
 * Slack in days, from 573 dated reports of the register: the visit's first day precedes publication by 22 to 225 days,
 * its last by 18 to 214. The shortest gap between two judgements of one council is 85 days, so slack stays far below.
 */
const SLACK = {
  /** Two statements of one publication day or visit may differ by a fortnight: half of it on each side. */
  half: 7,
  leastAfterFirstDay: 22,
  leastAfterLastDay: 14,
  mostAfterVisit: 300,
  usuallyAfterVisit: 90,
  /** An inferred range is a guess from the usual delay. */
  inferred: 62,
  /** Known times of one event lie within twelve months. */
  twelveMonths: 365,
  articleEarly: 3,
};
/** A range wider than this places a report in a season, not at a date. */
const EXACT_DAYS = 62;

const ALWAYS: Span = { lo: Number.NEGATIVE_INFINITY, hi: Number.POSITIVE_INFINITY };

const spanOf = ({ from, until }: DayRange): Span => ({
  lo: dayNumber(from),
  hi: Math.max(dayNumber(from), dayNumber(until) - 1),
});
const onDay = (day: Day): Span => ({ lo: dayNumber(day), hi: dayNumber(day) });
const widen = (span: Span, before: number, after = before): Span => ({ lo: span.lo - before, hi: span.hi + after });
export const meet = (a: Span, b: Span): Span | null => {
  const both = { lo: Math.max(a.lo, b.lo), hi: Math.min(a.hi, b.hi) };
  return both.lo <= both.hi ? both : null;
};
const isExact = (span: Span) => span.hi - span.lo <= EXACT_DAYS;

interface Stated {
  family: string | null;
  inspected: DayRange | null;
  published: Day | null;
  publishedWithin: (DayRange & { basis?: 'stated' | 'inferred' }) | null;
  articleDay: Day | null;
  earlierYears: number[];
}

/** Narrows by what is surest first; what cannot be true with it is left out rather than believed. */
function publishableDays(stated: Stated, families: Family[]): Span {
  const bounds: Span[] = [];
  if (stated.published) bounds.push(widen(onDay(stated.published), SLACK.half));
  if (stated.publishedWithin && stated.publishedWithin.basis !== 'inferred')
    bounds.push(widen(spanOf(stated.publishedWithin), SLACK.half));
  if (stated.inspected) {
    const visit = spanOf(stated.inspected);
    bounds.push({ lo: visit.lo + SLACK.leastAfterFirstDay, hi: visit.hi + SLACK.mostAfterVisit });
  }
  if (isGuess(stated)) bounds.push(widen(spanOf(stated.publishedWithin!), SLACK.inferred));
  const family = families.find(({ id }) => id === stated.family);
  if (family)
    bounds.push({
      lo: family.from ? dayNumber(family.from) : ALWAYS.lo,
      hi: family.until ? dayNumber(family.until) + SLACK.mostAfterVisit : ALWAYS.hi,
    });
  if (stated.articleDay) bounds.push(widen(onDay(stated.articleDay), SLACK.twelveMonths, SLACK.articleEarly));
  for (const year of stated.earlierYears) bounds.push({ lo: dayNumber(`${year}-01-01`), hi: ALWAYS.hi });
  return bounds.reduce((known, bound) => meet(known, bound) ?? known, ALWAYS);
}

/** A range inferred from visit or article says no more than those do; without them it is all there is. */
const isGuess = ({ publishedWithin, inspected, articleDay }: Stated) =>
  publishedWithin?.basis === 'inferred' && !inspected && !articleDay;

function estimateOf(stated: Stated): Facts['estimate'] {
  if (stated.published) return { span: onDay(stated.published), basis: 'published', exact: true };
  const within = stated.publishedWithin ? spanOf(stated.publishedWithin) : null;
  const inferred = stated.publishedWithin?.basis === 'inferred';
  if (within && !inferred && isExact(within)) return { span: within, basis: 'published', exact: true };
  if (stated.inspected) {
    const visit = spanOf(stated.inspected);
    const exact = isExact(visit);
    const usual = {
      lo: (exact ? visit.hi : visit.lo) + SLACK.leastAfterLastDay,
      hi: visit.hi + SLACK.usuallyAfterVisit,
    };
    return { span: usual, basis: 'visit', exact };
  }
  if (stated.articleDay) return { span: onDay(stated.articleDay), basis: 'article', exact: false };
  return within ? { span: within, basis: 'published', exact: false } : null;
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
const knownFamily = (family: string | null, families: Family[]) =>
  families.length === 0 || families.some(({ id }) => id === family) ? family : null;

export const headlinesOf = (claim: { headlines: Headline[]; grade: string | null }): Headline[] =>
  claim.headlines.length > 0 || claim.grade === null ? claim.headlines : [{ remit: 'overall', grade: claim.grade }];

/** What one report tells. */
export function factsOfReport({ claim, history, articleDay, articleId }: Report, families: Family[]): Facts {
  const headlines = headlinesOf(claim);
  const family = knownFamily(claim.framework, families);
  const stated: Stated = { ...claim, family, articleDay, earlierYears: [] };
  const estimate = estimateOf(stated);
  const own = (grade: string, year: number) =>
    estimate !== null &&
    headlines.some((headline) => headline.grade === grade) &&
    yearsOf(estimate.span).includes(year);
  const earlier = history.flatMap(({ inspectorate, service, authority, grade, year }) =>
    authority === claim.authority &&
    (inspectorate === claim.inspectorate || inspectorate === 'other') &&
    service === claim.service &&
    year !== null
      ? own(grade, year) // the text repeats its own news with a year
        ? []
        : [{ grade, year }]
      : [],
  );
  stated.earlierYears = earlier.map(({ year }) => year);
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
    visit: claim.inspected ? widen(spanOf(claim.inspected), SLACK.half) : null,
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
    visit: row.inspected ? widen(spanOf(row.inspected), SLACK.half) : null,
    estimate,
    known: knownTime(estimate),
    articles: new Set(),
  };
}

export function yearsOf({ lo, hi }: Span): number[] {
  const [first, last] = [lo, hi].map((day) => new Date(day * 86_400_000).getUTCFullYear());
  return first === last ? [first!] : [first!, last!];
}

const knownTime = (estimate: Facts['estimate']): Facts['known'] =>
  estimate && { firstEnd: estimate.span.hi, lastStart: estimate.span.lo };

const joinKnown = (a: Facts['known'], b: Facts['known']): Facts['known'] =>
  a && b ? { firstEnd: Math.min(a.firstEnd, b.firstEnd), lastStart: Math.max(a.lastStart, b.lastStart) } : (a ?? b);

/** Known times of both as far as they lie within twelve months; null where they do not. */
export function commonTime(a: Facts, b: Facts): { known: Facts['known'] } | null {
  const known = joinKnown(a.known, b.known);
  return known && known.lastStart - known.firstEnd > SLACK.twelveMonths ? null : { known };
}

const union = <T>(a: Set<T>, b: Set<T>): Set<T> => new Set([...a, ...b]);
function unionOfSets(a: Map<string, Set<string>>, b: Map<string, Set<string>>) {
  const both = new Map(a);
  for (const [name, grades] of b) both.set(name, union(both.get(name) ?? new Set(), grades));
  return both;
}

const BASES: TimeBasis[] = ['published', 'visit', 'article'];
function betterEstimate(a: Facts['estimate'], b: Facts['estimate']): Facts['estimate'] {
  if (!a || !b) return a ?? b;
  if (a.exact !== b.exact) return a.exact ? a : b;
  if (a.basis !== b.basis) return BASES.indexOf(a.basis) < BASES.indexOf(b.basis) ? a : b;
  if (a.basis === 'article') return a.span.lo <= b.span.lo ? a : b;
  return {
    ...a,
    span: meet(a.span, b.span) ?? { lo: Math.min(a.span.lo, b.span.lo), hi: Math.max(a.span.hi, b.span.hi) },
  };
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
  known: (commonTime(a, b) ?? a).known,
  articles: union(a.articles, b.articles),
});
