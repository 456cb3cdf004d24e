/** Why mentions were not taken, for whoever asks why an article is no event. */
import type { HistoryEntry, Rejection } from '../types.ts';
import type { Standing } from './rules/rulebook.ts';
import type { Refused, Statement } from './statement.ts';
import { evidenceAt } from './text/evidence.ts';
import type { Reading } from './text/reading.ts';

const MOST_REJECTIONS = 60;

const NOT_TAKEN: Record<Standing, string> = {
  current: 'the grade is mentioned, and too little shows that it is the news',
  background: 'the grade is told in passing',
  previous: 'the grade is an earlier one',
  possible: 'the grade is only possible, hoped for or feared',
  denied: 'the text denies the grade',
};

/** What the article mentions and the verdict leaves out, each with its reason: names refused, grades refused, grades that are no news. */
export function rejectionsOf(
  reading: Reading,
  refused: Refused[],
  notNews: Statement[],
  history: HistoryEntry[],
): Rejection[] {
  const found: Rejection[] = [];
  const put = (rejection: Rejection) => {
    if (found.length < MOST_REJECTIONS) found.push(rejection);
  };
  for (const r of reading.refusals)
    put({
      authority: r.authority,
      code: r.code,
      reason: r.reason,
      evidence: [evidenceAt(reading, r.rule, r.from, r.to)],
    });
  for (const { rating, authorities, code, reason, rule } of refused)
    put({
      authority: authorities[0] ?? null,
      code,
      reason,
      evidence: [evidenceAt(reading, rule, rating.mention.from, rating.mention.to)],
    });
  for (const s of notNews) {
    const kept = history.some((h) => s.authorities.includes(h.authority) && h.grade === s.rating.grade);
    put({
      authority: s.authorities[0] ?? null,
      code: s.standing === 'current' ? 'not_news' : s.standing,
      reason: kept ? 'an earlier or known grade that the article mentions' : NOT_TAKEN[s.standing],
      evidence: [evidenceAt(reading, s.rating.rules[0] ?? 'area-grade', s.rating.mention.from, s.rating.mention.to)],
    });
  }
  return found;
}
