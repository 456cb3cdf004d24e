/**
 * When a report of an inspection can have been published and most likely was, from what is stated of its times.
 *
 * Times are day numbers (days since 1970-01-01) in closed spans. Every span of days on which a report can have been
 * published is an interval on one line, so if each two members of an event fit together, all of them do (Helly).
 */
import { dayNumber } from '../dates.ts';
import type { Day, DayRange } from '../types.ts';

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
type TimeBasis = 'published' | 'visit' | 'article';

/** Most likely days of publication and what they rest on. `exact`: they place it at a date, not in a season. */
export interface Estimate {
  span: Span;
  basis: TimeBasis;
  exact: boolean;
}

export interface KnownTime {
  firstEnd: number;
  lastStart: number;
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

/** What is stated of a report's times. `articleDay` is left out where the article came long after a publication it states. */
export interface Stated {
  family: string | null;
  inspected: DayRange | null;
  published: Day | null;
  publishedWithin: (DayRange & { basis?: 'stated' | 'inferred' }) | null;
  articleDay: Day | null;
  earlierYears: number[];
}

/** Narrows by what is surest first; what cannot be true with it is left out rather than believed. */
export function publishableDays(stated: Stated, families: Family[]): Span {
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

/** An article this long after the end of a time it states tells of what was, not of what is new. */
const NEWS_DAYS = 60;
export const isLongAfter = (articleDay: Day, until: Day): boolean =>
  dayNumber(articleDay) >= dayNumber(until) + NEWS_DAYS;

export function estimateOf(stated: Stated): Estimate | null {
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

/** The years a span begins and ends in. */
export function yearsOf({ lo, hi }: Span): number[] {
  const [first, last] = [lo, hi].map((day) => new Date(day * 86_400_000).getUTCFullYear());
  return first === last ? [first!] : [first!, last!];
}

export const knownTime = (estimate: Estimate | null): KnownTime | null =>
  estimate && { firstEnd: estimate.span.hi, lastStart: estimate.span.lo };

const joinKnown = (a: KnownTime | null, b: KnownTime | null): KnownTime | null =>
  a && b ? { firstEnd: Math.min(a.firstEnd, b.firstEnd), lastStart: Math.max(a.lastStart, b.lastStart) } : (a ?? b);

/** Known times of both as far as they lie within twelve months; null where they do not. */
export function commonTime(a: KnownTime | null, b: KnownTime | null): { known: KnownTime | null } | null {
  const known = joinKnown(a, b);
  return known && known.lastStart - known.firstEnd > SLACK.twelveMonths ? null : { known };
}

const BASES: TimeBasis[] = ['published', 'visit', 'article'];
/** The surer of two; of two equally sure ones what they agree on, of articles the first. */
export function betterEstimate(a: Estimate | null, b: Estimate | null): Estimate | null {
  if (!a || !b) return a ?? b;
  if (a.exact !== b.exact) return a.exact ? a : b;
  if (a.basis !== b.basis) return BASES.indexOf(a.basis) < BASES.indexOf(b.basis) ? a : b;
  if (a.basis === 'article') return a.span.lo <= b.span.lo ? a : b;
  return {
    ...a,
    span: meet(a.span, b.span) ?? { lo: Math.min(a.span.lo, b.span.lo), hi: Math.max(a.span.hi, b.span.hi) },
  };
}

/** Days of a visit, half the allowed misprint wider on both sides. */
export const visitDays = (inspected: DayRange | null): Span | null => inspected && widen(spanOf(inspected), SLACK.half);
