/** Comparing what two groups of reports tell: do they contradict, how far apart are they, what do they share. */
import type { Facts } from './facts.ts';
import { commonTime, type Estimate, meet, yearsOf } from './times.ts';

/** Times this close (days) show one inspection even where grades differ: a conflict to be shown, not a second event. */
export const CLOSE_DAYS = 31;

const share = <T>(a: Set<T>, b: Set<T>) => [...a].some((value) => b.has(value));
const differ = <T>(a: Set<T>, b: Set<T>) => a.size > 0 && b.size > 0 && !share(a, b);

/** Contradictions nothing else can outweigh. */
export function excludes(a: Facts, b: Facts): boolean {
  if (a.family !== null && b.family !== null && a.family !== b.family) return true;
  if (!meet(a.publishable, b.publishable) || !commonTime(a.known, b.known)) return true;
  // One of two visits was misread where both came out on one day: a council is not judged twice in one day's reports.
  return a.visit !== null && b.visit !== null && !meet(a.visit, b.visit) && !isSameDay(a.estimate, b.estimate);
}

const isSameDay = (a: Estimate | null, b: Estimate | null): boolean =>
  a?.basis === 'published' && b?.basis === 'published' && a.span.lo === b.span.lo && a.span.hi === b.span.hi;

/** Days between the likely publications; null where one has no date. An article long before the report it tells of is unlikely. */
export function daysApart(a: Facts, b: Facts): number | null {
  if (a.visit && b.visit) return 0;
  if (!a.estimate || !b.estimate) return null;
  const aEarlier = b.estimate.span.lo - a.estimate.span.hi;
  const bEarlier = a.estimate.span.lo - b.estimate.span.hi;
  const gap = Math.max(0, aEarlier, bEarlier);
  const early = aEarlier > 0 ? a.estimate : b.estimate;
  const late = aEarlier > 0 ? b.estimate : a.estimate;
  return early.basis === 'article' && late.basis !== 'article' ? gap * 3 : gap;
}

/** Headline grades: equal on one remit, different, or not comparable. */
export function compareHeadlines(a: Facts, b: Facts): 'equal' | 'differ' | 'unknown' {
  const shared = [...a.headlines.keys()].filter((remit) => b.headlines.has(remit));
  if (shared.length > 0)
    return shared.every((remit) => share(a.headlines.get(remit)!, b.headlines.get(remit)!)) ? 'equal' : 'differ';
  const [overall, others] = a.headlines.has('overall')
    ? [a.headlines.get('overall')!, b.headlines]
    : [b.headlines.get('overall'), a.headlines];
  if (!overall || others.size === 0) return 'unknown';
  // 2009 to 2012: an article that gives one grade gives one of the two, without saying which.
  if ([...others.values()].some((grades) => share(grades, overall))) return 'equal';
  return others.size > 1 ? 'differ' : 'unknown';
}

const saysEarlier = (a: Facts, b: Facts) =>
  a.earlier.some(
    ({ grade, year }) =>
      b.estimate !== null &&
      [...yearsOf(b.estimate.span), ...(b.visit ? yearsOf(b.visit) : [])].includes(year) &&
      (b.headlines.size === 0 || [...b.headlines.values()].some((grades) => grades.has(grade))),
  );

/** Contradictions that tell inspections apart unless their times agree closely. */
export const conflicts = (a: Facts, b: Facts): boolean =>
  compareHeadlines(a, b) === 'differ' ||
  differ(a.scales, b.scales) ||
  differ(a.versions, b.versions) ||
  saysEarlier(a, b) ||
  saysEarlier(b, a);

const sharedAreas = (a: Facts, b: Facts) =>
  [...a.areas].flatMap(([area, grades]) => {
    const others = b.areas.get(area);
    return others ? [share(grades, others)] : [];
  });

/** Whether two tell grades that differ: of the whole, or of areas where one of them gives no grade of the whole. */
export const tellsOtherGrades = (a: Facts, b: Facts): boolean => {
  const whole = compareHeadlines(a, b);
  return whole === 'differ' || (whole === 'unknown' && sharedAreas(a, b).includes(false));
};

const pastDiscords = (a: Facts, b: Facts): number =>
  Number(differ(a.previous, b.previous)) +
  Number(differ(a.directions, b.directions)) +
  Number(differ(a.streaks, b.streaks));

/** Facts beside the headline on which both speak and differ. */
export const discords = (a: Facts, b: Facts): number =>
  sharedAreas(a, b).filter((same) => !same).length + pastDiscords(a, b);

/** They tell of different grades before, or of another move from it. */
export const differsInPast = (a: Facts, b: Facts): boolean => pastDiscords(a, b) > 0;

/**
 * Facts beside the headline on which a report and an event agree. What nothing is known of on the event's side speaks
 * neither way: the first judgement the register holds of a council has no grade before it, and is no worse a fit for that.
 */
export const accords = (report: Facts, event: Facts): number =>
  sharedAreas(report, event).filter((same) => same).length +
  Number(report.family !== null && report.family === event.family) +
  Number(agreesOrUnknown(report.previous, event.previous)) +
  Number(agreesOrUnknown(report.directions, event.directions)) +
  Number(share(report.streaks, event.streaks));

const agreesOrUnknown = <T>(told: Set<T>, known: Set<T>) => told.size > 0 && (known.size === 0 || share(told, known));

/**
 * Whether something speaks for a report without a date being of an event: a grade in common, the other of the two
 * headlines of 2009 to 2012, one article. A report that gives no headline fits any event.
 */
export const sharesGrade = (report: Facts, event: Facts): boolean =>
  report.headlines.size === 0 ||
  compareHeadlines(report, event) === 'equal' ||
  sharedAreas(report, event).includes(true) ||
  isOtherHeadline(report, event) ||
  share(report.articles, event.articles);

function isOtherHeadline(a: Facts, b: Facts): boolean {
  const remits = [...a.headlines.keys(), ...b.headlines.keys()];
  return b.headlines.size > 0 && !remits.includes('overall') && new Set(remits).size === remits.length;
}
