/**
 * What people decided about findings and events, applied to the set of findings before and after correlation.
 *
 * Decisions name findings, never keys, as keys follow the findings. They are taken in order of time, the later one
 * ruling, so that the same decisions always give the same events; an undone decision is as if never made.
 */
import { canonicalJson } from '../keys.ts';
import type { Claim, Report } from '../types.ts';
import { headlinesOf } from './facts.ts';

interface Decided {
  id: string;
  at: Date;
  by: string;
  reason: string;
}

export type PersonDecision = Decided &
  (
    | { kind: 'merge' | 'hold' | 'release' | 'retract' | 'withdraw' | 'accept' | 'reject'; findingIds: string[] }
    /** The findings are of another inspection than those in `from`. */
    | { kind: 'split'; findingIds: string[]; from: string[] }
    /** What the claim should have said. */
    | { kind: 'change'; findingIds: string[]; claim: Partial<Claim> }
    | { kind: 'undo'; decisionId: string }
  );

type StandingDecision = Exclude<PersonDecision, { kind: 'undo' }>;

export interface AppliedDecisions {
  /** Reports left, with changed claims. */
  reports: Report[];
  /** Findings a person took up: they stand as an event of their own where correlation cannot place them. */
  accepted: Set<string>;
  /** Findings a person put together, in lists. */
  together: string[][];
  apart: (a: Report, b: Report) => boolean;
  /** Flags and status of an event made of these findings. */
  ruling: (findingIds: string[]) => Ruling;
}

interface Ruling {
  held: boolean;
  status: 'retracted' | 'withdrawn' | null;
  /** Why the status is what it is; null where nobody gave it one. */
  reason: string | null;
}

/** Each once, oldest first. */
export const inOrder = (decisions: readonly PersonDecision[]): PersonDecision[] =>
  [...new Map(decisions.map((decision) => [decision.id, decision])).values()].sort(
    (a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1),
  );

/** Ids of decisions that were undone, each with the undo's. An undo may itself be undone: the last word is heard first. */
export function takenBack(decisions: readonly PersonDecision[]): Map<string, string> {
  const undone = new Map<string, string>();
  for (const decision of inOrder(decisions).toReversed())
    if (decision.kind === 'undo' && !undone.has(decision.id)) undone.set(decision.decisionId, decision.id);
  return undone;
}

/** Decisions in force, oldest first. */
export function standingDecisions(decisions: readonly PersonDecision[]): StandingDecision[] {
  const undone = takenBack(decisions);
  return inOrder(decisions).filter(
    (decision): decision is StandingDecision => decision.kind !== 'undo' && !undone.has(decision.id),
  );
}

/** What people said of one finding: the last word counts, changes add up. */
export interface FindingRuling {
  verdict: 'accepted' | 'rejected';
  /** When the last word was said. */
  at: Date;
  changes: Partial<Claim>;
  /** Of the last change; null where there was none. */
  reason: string | null;
}

/** By finding, what people said of it; findings nobody ruled on are not in it. */
export function findingRulings(decisions: readonly PersonDecision[]): Map<string, FindingRuling> {
  const rulings = new Map<string, FindingRuling>();
  for (const decision of standingDecisions(decisions)) {
    if (decision.kind !== 'accept' && decision.kind !== 'change' && decision.kind !== 'reject') continue;
    for (const id of decision.findingIds)
      rulings.set(id, {
        verdict: decision.kind === 'reject' ? 'rejected' : 'accepted',
        at: decision.at,
        changes: { ...rulings.get(id)?.changes, ...(decision.kind === 'change' ? decision.claim : {}) },
        reason: decision.kind === 'change' ? decision.reason : (rulings.get(id)?.reason ?? null),
      });
  }
  return rulings;
}

export function applyDecisions(reports: readonly Report[], decisions: readonly PersonDecision[]): AppliedDecisions {
  const standing = standingDecisions(decisions);
  const rulings = findingRulings(decisions);
  const pairs = new Map<string, 'together' | 'apart'>();
  for (const decision of standing) {
    if (decision.kind === 'merge')
      for (const a of decision.findingIds) for (const b of decision.findingIds) pairs.set(pairOf(a, b), 'together');
    if (decision.kind === 'split')
      for (const a of decision.findingIds) for (const b of decision.from) pairs.set(pairOf(a, b), 'apart');
  }
  const left = reports
    .filter(({ findingId }) => rulings.get(findingId)?.verdict !== 'rejected')
    .map((report) => ruled(report, rulings.get(report.findingId)));
  const accepted = [...rulings].filter(([, { verdict }]) => verdict === 'accepted').map(([id]) => id);
  return {
    reports: left,
    accepted: new Set(accepted),
    together: connected(left, (a, b) => pairs.get(pairOf(a.findingId, b.findingId)) === 'together'),
    apart: (a, b) => pairs.get(pairOf(a.findingId, b.findingId)) === 'apart',
    ruling: (findingIds) => rulingOn(findingIds, standing),
  };
}

function ruled(report: Report, ruling: FindingRuling | undefined): Report {
  if (!ruling) return report;
  const person = Object.keys(ruling.changes).length > 0 ? 'changed' : 'accepted';
  const claim = { ...report.claim, ...ruling.changes };
  const isOther = QUOTED.some((field) => canonicalJson(claim[field]) !== canonicalJson(report.claim[field]));
  if (ruling.reason === null || !isOther) return { ...report, claim, person };
  return { ...report, claim, person, setRight: { reason: ruling.reason, headlines: headlinesOf(report.claim) } };
}

/** What the evidence of a claim is quoted for. */
const QUOTED = ['authority', 'inspectorate', 'service', 'headlines', 'grade', 'judgements'] as const;

const pairOf = (a: string, b: string) => JSON.stringify(a < b ? [a, b] : [b, a]);

function connected(reports: Report[], linked: (a: Report, b: Report) => boolean): string[][] {
  const groups: Report[][] = [];
  for (const report of reports) {
    const touching = groups.filter((group) => group.some((other) => linked(report, other)));
    for (const group of touching) groups.splice(groups.indexOf(group), 1);
    groups.push([report, ...touching.flat()]);
  }
  return groups.map((group) => group.map(({ findingId }) => findingId).sort());
}

function rulingOn(findingIds: string[], standing: StandingDecision[]): Ruling {
  const ruling: Ruling = { held: false, status: null, reason: null };
  for (const [index, decision] of standing.entries()) {
    const { kind, reason } = decision;
    if (!ruledOn(decision, standing.slice(index + 1)).some((id) => findingIds.includes(id))) continue;
    if (kind === 'hold') ruling.held = true;
    if (kind === 'release') ruling.held = false;
    if (kind === 'retract') Object.assign(ruling, { status: 'retracted', reason });
    if (kind === 'withdraw') Object.assign(ruling, { status: 'withdrawn', reason });
  }
  return ruling;
}

/** The findings that a decision is about. What was told apart since from the others that were taken back is not taken back with them. */
function ruledOn({ kind, findingIds }: StandingDecision, later: readonly StandingDecision[]): string[] {
  if (kind !== 'retract' && kind !== 'withdraw') return findingIds;
  const isOff = (id: string) =>
    later.some(
      (one) =>
        one.kind === 'split' && one.findingIds.includes(id) && one.from.some((other) => findingIds.includes(other)),
    );
  return findingIds.filter((id) => !isOff(id));
}
