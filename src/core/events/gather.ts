/**
 * Puts the reports of one (authority, inspectorate, service) together by inspection.
 *
 * The result depends on the set only. Units are taken in an order made from their content: those that state most of
 * which inspection they mean come first (framework family and date, then either, then neither), within a date by time,
 * as an article tells of the newest judgement before it. Each joins the one event that fits or begins its own; what fits
 * several equally well is left for a person. What came in after a person had taken something back is placed last, so that
 * what was ruled on is found where it was.
 */
import type { RegisterJudgement, Report } from '../types.ts';
import { type Facts, joinFacts } from './facts.ts';
import {
  accords,
  CLOSE_DAYS,
  compareHeadlines,
  conflicts,
  daysApart,
  differsInPast,
  discords,
  excludes,
  sharesGrade,
} from './likeness.ts';
import type { AfterTakenBack } from './taken-back.ts';

/** Reports and judgements that are of one inspection. */
export interface Group {
  facts: Facts;
  reports: Report[];
  judgements: RegisterJudgement[];
}

export interface Gathered {
  groups: Group[];
  doubtful: Doubtful[];
}

/** A unit that fits several groups alike, or tells again what a person took back: that group, or the report rejected. */
export interface Doubtful {
  unit: Group;
  between: Group[];
  rejected?: Report;
}

interface Ruled {
  /** Whether a person said that these findings are not of one inspection. */
  apart: (a: Report, b: Report) => boolean;
  after: AfterTakenBack;
}

/** @param texts by article id, one id for all that are nearly the same text */
export function gather(units: Group[], { apart, after }: Ruled, texts: ReadonlyMap<string, string>): Gathered {
  const groups: Group[] = [];
  const doubtful: Gathered['doubtful'] = [];
  const isLate = ({ reports }: Group) => reports.length > 0 && reports.every(after.isLate);
  const inTurn = [...units].sort((a, b) => Number(isLate(a)) - Number(isLate(b)) || byTelling(a, b));
  for (const unit of inTurn) {
    const fitting = groups.filter((group) => fits(unit, group, (a, b) => apart(a, b) || after.isOther(a, b)));
    const [found, ...others] = choose(unit, fitting, texts);
    const rejected = found ? null : rejectedBefore(unit);
    if (others.length > 0) doubtful.push({ unit, between: [found!, ...others] });
    else if (found && after.tellAgain(unit.reports, found.reports) && !isSameText(unit, found, texts))
      doubtful.push({ unit, between: [found] });
    else if (rejected) doubtful.push({ unit, between: [], rejected });
    else if (found) take(found, unit);
    else groups.push({ facts: unit.facts, reports: [...unit.reports], judgements: [...unit.judgements] });
  }
  return { groups: groups.filter(({ reports }) => reports.length > 0), doubtful };

  /** Of a unit all of whose reports are copies of rejected ones, the first of those. */
  function rejectedBefore({ reports }: Group): Report | null {
    const copies = reports.map((report) => after.rejectedCopy(report, texts));
    return copies.every((copy) => copy !== null) ? (copies[0] ?? null) : null;
  }
}

function take(group: Group, unit: Group) {
  group.facts = joinFacts(group.facts, unit.facts);
  group.reports.push(...unit.reports);
  group.judgements.push(...unit.judgements);
}

/** 0 for the register, then by how much a unit says of which inspection it means. */
function phase({ judgements, facts: { family, estimate } }: Group): number {
  if (judgements.length > 0) return 0;
  if (estimate) return 1 + (family === null ? 2 : 0) + (estimate.exact ? 0 : 1);
  return family === null ? 6 : 5;
}

const told = ({ facts }: Group) =>
  facts.headlines.size +
  facts.areas.size +
  facts.earlier.length +
  facts.previous.size +
  facts.directions.size +
  facts.streaks.size +
  facts.versions.size;
const idOf = ({ reports, judgements }: Group) => reports[0]?.findingId ?? judgements[0]?.id ?? '';

function byTelling(a: Group, b: Group): number {
  return (
    phase(a) - phase(b) ||
    (a.facts.estimate?.span.lo ?? 0) - (b.facts.estimate?.span.lo ?? 0) ||
    told(b) - told(a) ||
    (idOf(a) < idOf(b) ? -1 : 1)
  );
}

const isClose = (a: Facts, b: Facts) => {
  const days = daysApart(a, b);
  return days !== null && days <= CLOSE_DAYS;
};

function fits(unit: Group, group: Group, apart: (a: Report, b: Report) => boolean): boolean {
  if (excludes(unit.facts, group.facts)) return false;
  if (unit.reports.some((report) => group.reports.some((other) => apart(report, other)))) return false;
  if (unit.judgements.length > 0) return isSameReport(unit, group);
  if (!conflicts(unit.facts, group.facts)) return true;
  // One article that gives two grades for one remit tells of two inspections.
  const sameArticle = [...unit.facts.articles].some((article) => group.facts.articles.has(article));
  return !sameArticle && isClose(unit.facts, group.facts);
}

/** Rows of the register stay apart unless they are parts of one report, as safeguarding and looked after children were. */
const isSameReport = (unit: Group, group: Group) =>
  group.judgements.some((row) => unit.judgements.some(({ reportId }) => reportId === row.reportId)) ||
  (unit.facts.family !== null &&
    unit.facts.family === group.facts.family &&
    isClose(unit.facts, group.facts) &&
    !conflicts(unit.facts, group.facts));

/** The one group a unit belongs to, none where it begins its own, several where a person must say. */
function choose(unit: Group, fitting: Group[], texts: ReadonlyMap<string, string>): Group[] {
  const twin = fitting.find((group) => isSameText(unit, group, texts) && !conflicts(unit.facts, group.facts));
  if (twin) return [twin];
  const calm = fitting.filter((group) => !conflicts(unit.facts, group.facts));
  const pool = calm.length > 0 ? calm : fitting;
  if (unit.facts.estimate) return nearest(unit, pool);
  return narrowed(
    unit,
    pool.filter((group) => sharesGrade(unit.facts, group.facts) && !contradicts(unit, group)),
  );
}

/** Without a date, what came before must at least agree with a judgement that only the register has. */
const contradicts = (unit: Group, group: Group) => group.reports.length === 0 && differsInPast(unit.facts, group.facts);

/** A copy tells of what its original tells of. */
const isSameText = (unit: Group, group: Group, texts: ReadonlyMap<string, string>) =>
  unit.reports.some(({ articleId }) => {
    const text = texts.get(articleId);
    return text !== undefined && group.reports.some((other) => texts.get(other.articleId) === text);
  });

function nearest(unit: Group, pool: Group[]): Group[] {
  const distances = new Map(
    pool.map((group) => [group, daysApart(unit.facts, group.facts) ?? Number.POSITIVE_INFINITY]),
  );
  const least = Math.min(...distances.values());
  return narrowed(
    unit,
    pool.filter((group) => distances.get(group)! <= least + CLOSE_DAYS),
  );
}

/** By grade, then by what else they say, then what was reported; several judgements only the register has decide nothing. */
function narrowed(unit: Group, candidates: Group[]): Group[] {
  let left = candidates;
  const narrow = (keep: (group: Group) => boolean) => {
    const kept = left.filter(keep);
    if (kept.length > 0) left = kept;
  };
  if (left.length > 1) narrow(({ facts }) => compareHeadlines(unit.facts, facts) === 'equal');
  if (left.length > 1) narrowToBest((group) => -discords(unit.facts, group.facts));
  if (left.length > 1) narrowToBest((group) => accords(unit.facts, group.facts));
  if (left.length > 1) narrow(({ reports }) => reports.length > 0);
  return left.length === 1 || left.some(({ reports }) => reports.length > 0) ? left : [];

  function narrowToBest(score: (group: Group) => number) {
    const best = Math.max(...left.map(score));
    narrow((group) => score(group) === best);
  }
}
