/** Whether to be sure pays: how well confidence tells grades that are an article's news from grades it only mentions. */
import { logistic, logOddsOf, nudgeOf } from '../judging/confidence.ts';

/** Grades of one service of one authority in one article, news or not. */
export interface Candidate {
  points: number;
  /** What the relevance model makes of the article, 0 to 1. */
  relevance: number;
  /** The rules took it for news. */
  isFinding: boolean;
  /** Labelled as an event. */
  isNews: boolean;
}

export interface Sureness {
  /** How often of two candidates the one that is news has the higher confidence: 1 always, 0.5 by chance. */
  auc: number;
  /** The same among findings alone. */
  findingsAuc: number;
  /** Mean squared distance of a finding's confidence and the truth: 0 is perfect, 0.25 what a coin gets (Brier 1950). */
  brier: number;
}

export interface ConfidenceCheck {
  candidates: number;
  news: number;
  findings: number;
  rightFindings: number;
  byRules: Sureness;
  withRelevance: Sureness;
}

export function checkConfidence(candidates: readonly Candidate[]): ConfidenceCheck {
  const findings = candidates.filter(({ isFinding }) => isFinding);
  const sureness = (logOdds: (of: Candidate) => number): Sureness => {
    const rowsOf = (some: readonly Candidate[]) => some.map((of) => ({ logOdds: logOdds(of), isNews: of.isNews }));
    return {
      auc: areaUnderCurve(rowsOf(candidates)),
      findingsAuc: areaUnderCurve(rowsOf(findings)),
      brier: brierScore(rowsOf(findings)),
    };
  };
  return {
    candidates: candidates.length,
    news: countNews(candidates),
    findings: findings.length,
    rightFindings: countNews(findings),
    byRules: sureness(({ points }) => logOddsOf(points)),
    withRelevance: sureness(({ points, relevance }) => logOddsOf(points) + nudgeOf(relevance)),
  };
}

const countNews = (rows: readonly { isNews: boolean }[]): number => rows.filter(({ isNews }) => isNews).length;

type Row = { logOdds: number; isNews: boolean };

/** By ranks (Mann and Whitney); ties count half. 1 where there is nothing to tell apart. */
function areaUnderCurve(rows: readonly Row[]): number {
  const news = countNews(rows);
  const others = rows.length - news;
  if (news === 0 || others === 0) return 1;
  const ordered = [...rows].sort((a, b) => a.logOdds - b.logOdds);
  let ranks = 0;
  for (let from = 0; from < ordered.length; ) {
    let until = from + 1;
    while (ordered[until]?.logOdds === ordered[from]?.logOdds) until++;
    ranks += ((from + 1 + until) / 2) * countNews(ordered.slice(from, until));
    from = until;
  }
  return (ranks - (news * (news + 1)) / 2) / (news * others);
}

function brierScore(rows: readonly Row[]): number {
  const distances = rows.map(({ logOdds, isNews }) => (logistic(logOdds) - (isNews ? 1 : 0)) ** 2);
  return distances.reduce((sum, distance) => sum + distance, 0) / Math.max(1, rows.length);
}
