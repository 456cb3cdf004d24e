/**
 * Reports that came in after a person had taken back what they seem to tell of: a judgement retracted or withdrawn, or a
 * finding rejected. Another grade is another judgement, and news. The same text is the same mistake. What else tells it
 * again may be either: a person decides.
 */
import type { Report } from '../types.ts';
import { findingRulings, type PersonDecision, standingDecisions } from './decisions.ts';
import { factsOfReport } from './facts.ts';
import { tellsOtherGrades } from './likeness.ts';
import type { Family } from './times.ts';

export interface AfterTakenBack {
  /** Whether a report came in after any such decision, which does not name it. */
  isLate: (report: Report) => boolean;
  /** Whether one of two came in after a person had taken back the other, and tells another grade than all that was. */
  isOther: (a: Report, b: Report) => boolean;
  /** Whether all of `late` came in after a person had taken back one of `reports`. */
  tellAgain: (late: readonly Report[], reports: readonly Report[]) => boolean;
  /** The report a person had rejected before this one of the same text came in. */
  rejectedCopy: (late: Report, texts: ReadonlyMap<string, string>) => Report | null;
}

interface TakenBack {
  at: Date;
  findingIds: ReadonlySet<string>;
}

const cameAfter = ({ findingId, firstSeen }: Report, { at, findingIds }: TakenBack) =>
  firstSeen > at && !findingIds.has(findingId);

/** @param reports of one group, as judged: rejected ones among them */
export function afterTakenBack(
  reports: readonly Report[],
  decisions: readonly PersonDecision[],
  families: Family[],
): AfterTakenBack {
  const retracted = standingDecisions(decisions).flatMap((decision): TakenBack[] =>
    decision.kind === 'retract' || decision.kind === 'withdraw'
      ? [{ at: decision.at, findingIds: new Set(decision.findingIds) }]
      : [],
  );
  const rejected = [...findingRulings(decisions)].flatMap(([id, { verdict, at }]): TakenBack[] =>
    verdict === 'rejected' ? [{ at, findingIds: new Set([id]) }] : [],
  );
  const reportsOf = ({ findingIds }: TakenBack) => reports.filter(({ findingId }) => findingIds.has(findingId));
  const differs = (a: Report, b: Report) => tellsOtherGrades(factsOfReport(a, families), factsOfReport(b, families));
  const isOtherThan = (late: Report, { findingId }: Report) =>
    retracted.some(
      (back) =>
        back.findingIds.has(findingId) &&
        cameAfter(late, back) &&
        reportsOf(back).every((report) => differs(late, report)),
    );
  return {
    isLate: (report) => [...retracted, ...rejected].some((back) => cameAfter(report, back)),
    isOther: (a, b) => isOtherThan(a, b) || isOtherThan(b, a),
    tellAgain: (late, others) =>
      retracted.some(
        (back) =>
          others.some(({ findingId }) => back.findingIds.has(findingId)) &&
          late.every((report) => cameAfter(report, back)),
      ),
    rejectedCopy: (late, texts) => {
      const text = texts.get(late.articleId);
      const before = rejected.filter((back) => cameAfter(late, back)).flatMap(reportsOf);
      const copied = (report: Report) => text !== undefined && texts.get(report.articleId) === text;
      return before.find((report) => copied(report) && !differs(late, report)) ?? null;
    },
  };
}
