/** From what is news to findings, and from the rest to history. */
import type { Claim, HistoryEntry } from '../types.ts';
import { atOdds } from './at-odds.ts';
import { claimOf } from './claims.ts';
import { historyOf } from './history.ts';
import { areasWhere, OFF_SCALE, type Rulebook } from './rules/rulebook.ts';
import { isWhole, type Statement } from './statement.ts';
import { mentionsIn, type Reading } from './text/reading.ts';
import type { Weighed } from './weigh.ts';
import { sameSince } from './when/same-since.ts';
import { isKept } from './when/settle-years.ts';

/** @returns claims, doubtful ones among them, and the earlier judgements that the text tells */
export function findingsOf(
  { news, mentioned }: Weighed,
  reading: Reading,
  rulebook: Rulebook,
): { claims: Claim[]; history: HistoryEntry[] } {
  const history = historyOf(
    [
      ...news.flatMap(({ group, authority }) =>
        group
          .filter((s) => isEarlier(s, group))
          .flatMap((s) => ofKeptWhole(s, group, reading))
          .map((s) => ({ ...s, authorities: [authority] })),
      ),
      ...mentioned.filter((s) => s.standing !== 'possible' && s.standing !== 'denied'),
    ],
    reading,
    rulebook,
  );
  const claims: Claim[] = [];
  for (const { group, authority, confidence } of news) {
    const own = history.filter((h) => h.authority === authority && h.service === group[0]?.service);
    const claim = claimOf({ authority, statements: group, history: own, confidence }, reading, rulebook);
    const odds = atOdds(group);
    if (odds !== null || isOutOfFramework(claim, group)) {
      // Never believed, nor lost: a person looks.
      const doubted = { ...claim, confidence: Math.min(confidence, rulebook.reviewBelow / 2) };
      claims.push(odds === null ? doubted : { ...doubted, atOdds: odds });
      continue;
    }
    if (isEmpty(claim) && !isCounted(claim, group)) continue;
    const implied = impliedEarlier(claim, group, history, reading);
    history.push(...implied);
    claims.push(
      implied.length > 0 && (claim.direction === null || implied.some((h) => isLast(h, own)) || !group.some(isPrevious))
        ? { ...claim, direction: 'same', previousGrade: claim.grade }
        : claim,
    );
  }
  return { claims, history };
}

/** An overall grade where the framework gives none, or a grade that the scale of then does not hold. */
const isOutOfFramework = (claim: Claim, group: Statement[]): boolean =>
  (claim.gradeState === 'none_by_framework' && isEmpty(claim) && !isCounted(claim, group)) ||
  (claim.gradeState === 'off_scale' && group.some((s) => s.standing === 'current' && s.rating.grade !== OFF_SCALE));

/** Whether a person is to look before the claim counts. */
export const waitsForReview = (claim: Claim, services: readonly string[], rulebook: Rulebook): boolean =>
  claim.confidence < rulebook.reviewBelow ||
  (services.length === 0 && isOfAgency(claim, rulebook)) ||
  (isEmpty(claim) && claim.gradeState !== 'none_by_framework');

/** "Northshire's fostering service is outstanding", and no word of its services for children: it may have been inspected as an agency. */
const isOfAgency = ({ grade, judgements }: Claim, rulebook: Rulebook): boolean =>
  grade === null &&
  judgements.length === 1 &&
  areasWhere(rulebook, ({ smallPart, providersToo }) => smallPart && providersToo).has(judgements[0]?.area ?? '');

/** "For the second time in a row", "as in 2018", "the same grade in 2015 and 2019": earlier judgements of the same grade, dated or not. */
function impliedEarlier(
  claim: Claim,
  statements: Statement[],
  history: HistoryEntry[],
  reading: Reading,
): HistoryEntry[] {
  const { authority, inspectorate, service, grade, streak, evidence } = claim;
  if (grade === null || history.some((h) => h.authority === authority && h.grade === grade)) return [];
  const since = sameSince(statements, authority, reading);
  const kept = statements.flatMap((s) => (isKept(s) ? (s.year ?? []) : []))[0] ?? null;
  if (streak !== 2 && kept === null && since === null) return [];
  const years = since !== null && since.length > 0 ? since : [kept];
  return years.map((year) => ({ authority, inspectorate, service, grade, year, evidence: evidence.slice(0, 1) }));
}

/** "Two of its four areas were good and two outstanding", "good in all four", where no grade is given to the whole. */
const isCounted = ({ gradeState }: Claim, group: Statement[]): boolean => {
  const current = group.filter((s) => s.standing === 'current');
  return (
    gradeState === 'none_by_framework' &&
    current.length > 0 &&
    current.every((s) => s.target.partial || s.target.everywhere)
  );
};

const isPrevious = (s: Statement) => s.standing === 'previous';

/** The same grade, given after every other earlier one that the text dates. */
const isLast = ({ year }: HistoryEntry, earlier: HistoryEntry[]): boolean =>
  year !== null && earlier.every((h) => h.year !== null && h.year < year);

const isEmpty = ({ grade, gradeState, judgements }: Claim) =>
  grade === null && judgements.length === 0 && gradeState !== 'off_scale';

/**
 * "It keeps its outstanding rating. Last time, in 2021, leadership had been good": at that inspection the whole had the grade
 * that it keeps; of when an undated area was good nothing more is told.
 */
function ofKeptWhole(s: Statement, group: Statement[], reading: Reading): Statement[] {
  const { from, to } = s.rating.sentence;
  const kept = group.find((o) => o.standing === 'current' && isWhole(o) && o.depth < 1 && isKeptOrStays(o));
  if (!kept || s.target.areas.length === 0 || s.target.overall || kept.rating.grade === s.rating.grade) return [s];
  if (mentionsIn(reading, 'previous_word', from, to).length === 0) return [s];
  return s.year === null ? [] : [{ ...s, target: kept.target, rating: { ...s.rating, grade: kept.rating.grade } }];
}
const isKeptOrStays = (s: Statement) => isKept(s) || s.rating.rules.includes('movement.stays');

/** Told in passing beside news of another grade, it is of before. */
const isEarlier = (s: Statement, group: Statement[]) =>
  s.standing === 'previous' ||
  (s.standing === 'background' &&
    s.target.areas.length === 0 &&
    !group.some((other) => other.standing === 'current' && other.rating.grade === s.rating.grade));
