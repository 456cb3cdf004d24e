/** Reports whose whole news is an old judgement told again: "Rated good in 2019, the council is looking for carers". */
import { NO_OVERALL } from '../no-overall.ts';
import type { HistoryEntry, Report } from '../types.ts';
import { headlinesOf } from './facts.ts';
import { isLongAfter } from './times.ts';

/** Room for a dateline before the first sentence. */
const OPENING_CHARS = 80;

/**
 * The report dated by the year it gives the grade. Only its headline speaks of the grade as of something new, while the
 * text opens with it as of an earlier year: so it tells of that year's judgement, and of none before it.
 */
export function asRestated(report: Report): Report {
  const { claim, history } = report;
  const entry = hasOwnTime(report) ? undefined : history.find((one) => isOpening(one, report));
  if (!entry || entry.year === null) return report;
  const [from, until] = [`${entry.year}-01-01`, `${entry.year + 1}-01-01`];
  if (report.articleDay === null || !isLongAfter(report.articleDay, until)) return report;
  const isOwn = claim.previousGrade === entry.grade;
  return {
    ...report,
    history: history.filter((one) => one !== entry),
    claim: {
      ...claim,
      publishedWithin: { from, until, basis: 'stated' },
      previousGrade: isOwn ? null : claim.previousGrade,
      direction: isOwn ? null : claim.direction,
    },
  };
}

const hasOwnTime = ({ claim }: Report): boolean =>
  claim.published !== null ||
  claim.inspected !== null ||
  claim.publishedWithin?.basis === 'stated' ||
  claim.streak !== null ||
  claim.evidence.some(({ field, rule }) => field !== 'title' && rule !== NO_OVERALL);

const isOpening = (entry: HistoryEntry, { claim }: Report): boolean =>
  entry.authority === claim.authority &&
  entry.service === claim.service &&
  (entry.inspectorate === claim.inspectorate || entry.inspectorate === 'other') &&
  headlinesOf(claim).some(({ grade }) => grade === entry.grade) &&
  entry.evidence.some(({ field, start }) => field === 'text' && start <= OPENING_CHARS);
