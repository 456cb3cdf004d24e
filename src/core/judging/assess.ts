/** What an article says: the one way in. Pure; the same article and rulebook give the same verdict. */
import { daysBetween } from '../dates.ts';
import type { ArticleText, Assessment, Claim, HistoryEntry, Subject } from '../types.ts';
import { claimOf } from './claims.ts';
import { confidenceOf } from './confidence.ts';
import { withDistinctions } from './distinctions.ts';
import { historyOf } from './history.ts';
import { isOthers, newsPoints, withoutTheirOwn } from './newness.ts';
import { noticesOf } from './notices.ts';
import { read } from './read.ts';
import { rejectionsOf } from './rejections.ts';
import { areasWhere, OFF_SCALE, type Rulebook } from './rules/rulebook.ts';
import { type Signals, signalsOf } from './rules/signals.ts';
import { isKept, settleBackground, settleLastMonth, settleRetold, settleYears } from './settle.ts';
import type { Refused, Statement } from './statement.ts';
import { statementsIn } from './statements.ts';
import { mentionsIn, type Reading } from './text/reading.ts';
import type { Meter } from './text/trie.ts';
import { matterOf, usualInspectorate } from './what.ts';
import { sameSince } from './when/same-since.ts';
import { tied } from './who/joint.ts';
import { type Subjects, subjectsOf } from './who/subjects.ts';

/** Everything looked at on the way to the verdict: what `classify --explain` shows. */
export interface Trace {
  reading: Reading;
  subjects: Subjects;
  statements: Statement[];
  refused: Refused[];
  signals: Signals;
  /** `current`: one of its grades is told as given now. */
  points: { authority: string; service: string; points: number; current: boolean }[];
  /** What the relevance model made of the article, 0 to 1; null where no finding had to be weighed. */
  relevance: number | null;
  meter: Meter;
}

/** Below this many points a grade is mentioned, not reported. */
export const NOT_NEWS_BELOW = 2.2;

export function assess(article: ArticleText, rulebook: Rulebook): Assessment {
  return assessTraced(article, rulebook).assessment;
}

export function assessTraced(article: ArticleText, rulebook: Rulebook): { assessment: Assessment; trace: Trace } {
  const meter: Meter = { steps: 0 };
  const reading = read(article, rulebook, meter);
  const subjects = subjectsOf(reading, rulebook);
  const matter = matterOf(reading, rulebook);
  const { statements, refused } = statementsIn(reading, rulebook, subjects, matter);
  const signals = signalsOf(reading, rulebook);
  settleYears(statements, reading);
  settleRetold(statements);
  settleLastMonth(statements, reading);
  settleBackground(statements, signals, reading, matter.providerTitle);
  const usable = statements
    .flatMap((s) => assumed(s, reading) ?? [])
    .map((s, _, all) => withoutTheirOwn(s, all))
    .filter(
      (s, _, all) =>
        s.authorities.length > 0 &&
        isWatched(s, rulebook) &&
        !isOldOffScale(s) &&
        !isOthers(s, all, subjects.titlePlural) &&
        !isOfHeirs(s, all, rulebook),
    );
  const groups = groupByClaim(usable);
  const unnamedTitle = subjects.inTitle.size === 0 && usable.some((s) => s.depth === -1);
  const found: Claim[] = [];
  const notNews: Statement[] = [];
  const points: Trace['points'] = [];
  const news: { group: Statement[]; authority: string; confidence: number }[] = [];
  let relevance: number | null = null;
  const totals = newsPoints(groups, { reading, refused, subjects, unnamedTitle, signals });
  for (const [n, { authority, group }] of groups.entries()) {
    const total = totals[n] as number;
    const current = group.some((s) => s.standing === 'current');
    points.push({ authority, service: group[0]?.service ?? '', points: total, current });
    if (!current || total < NOT_NEWS_BELOW || isLongGone(authority, article, rulebook))
      notNews.push(...group.map((s) => ({ ...s, authorities: [authority] })));
    else {
      // Asked only where a finding is to be weighed: most articles hold none.
      relevance ??= rulebook.relevance(article.title, article.text);
      news.push({ group, authority, confidence: confidenceOf(total, relevance) });
    }
  }
  const earlier = [
    ...news.flatMap(({ group, authority }) =>
      group.filter((s) => isEarlier(s, group)).map((s) => ({ ...s, authorities: [authority] })),
    ),
    ...notNews.filter((s) => s.standing !== 'possible' && s.standing !== 'denied'),
  ];
  const history = historyOf(earlier, reading, rulebook);
  for (const { group, authority, confidence } of news) {
    const own = history.filter((h) => h.authority === authority && h.service === group[0]?.service);
    const claim = claimOf({ authority, statements: group, history: own, confidence }, reading, rulebook);
    if (isEmpty(claim) && !isCounted(claim, group)) {
      // An overall grade where the framework gives none is never believed, nor lost: a person looks.
      if (claim.gradeState === 'none_by_framework')
        found.push({ ...claim, confidence: Math.min(confidence, rulebook.reviewBelow / 2) });
      continue;
    }
    // A grade that the scale of then does not hold is as doubtful.
    if (
      claim.gradeState === 'off_scale' &&
      group.some((g) => g.standing === 'current' && g.rating.grade !== OFF_SCALE)
    ) {
      found.push({ ...claim, confidence: Math.min(confidence, rulebook.reviewBelow / 2) });
      continue;
    }
    const implied = impliedEarlier(claim, group, history, reading);
    history.push(...implied);
    found.push(
      implied[0] && (claim.direction === null || isLast(implied[0], own) || !group.some(isPrevious))
        ? { ...claim, direction: 'same', previousGrade: claim.grade }
        : claim,
    );
  }
  const agencies = areasWhere(rulebook, ({ smallPart, providersToo }) => smallPart && providersToo);
  const waits = (claim: Claim) =>
    claim.confidence < rulebook.reviewBelow ||
    // "Northshire's fostering service is outstanding", and no word of its services for children: it may have been inspected as an agency.
    (matter.services.length === 0 &&
      claim.grade === null &&
      claim.judgements.length === 1 &&
      agencies.has(claim.judgements[0]?.area ?? '')) ||
    (isEmpty(claim) && claim.gradeState !== 'none_by_framework');
  const claims = withDistinctions(tied(found, reading, rulebook, subjects), reading, rulebook, subjects);
  const events = claims.filter((claim) => !waits(claim));
  const notices = noticesOf(reading, rulebook, subjects);
  const assessment: Assessment = {
    v: 1,
    id: article.id,
    relevant: events.length > 0,
    subject: subjectOf(events, signals, notices.length > 0, matter.providerTitle),
    rulesVersion: rulebook.version,
    events,
    review: claims.filter(waits),
    notices,
    history,
    rejected: rejectionsOf(reading, refused, notNews, history),
  };
  return { assessment, trace: { reading, subjects, statements, refused, signals, points, relevance, meter } };
}

/** Only what an inspectorate judges under a framework we know; police, fire and SEND have none here. */
const isWatched = ({ service, inspectorate }: Statement, rulebook: Rulebook): boolean =>
  rulebook.inspectorates.some(
    (i) => i.id === inspectorate && i.frameworks.some((f) => f.service === service && f.scale !== null),
  );

/** A council that ended this long before the article is judged no more: its grades are history. */
const GONE_DAYS = 120;
function isLongGone(authority: string, article: ArticleText, rulebook: Rulebook): boolean {
  const end = rulebook.index.get(authority)?.validTo ?? null;
  return end !== null && article.published !== null && daysBetween(end, article.published.slice(0, 10)) > GONE_DAYS;
}

/** "Help for older people in Oldshire is good" beside news of the councils that took its place: the name is of the place. */
const isOfHeirs = (s: Statement, all: Statement[], rulebook: Rulebook): boolean =>
  s.standing === 'current' &&
  s.authorities.every((slug) => {
    const heirs = rulebook.index.get(slug)?.successors ?? [];
    return all.some((o) => o !== s && o.standing === 'current' && o.authorities.some((a) => heirs.includes(a)));
  });

/** "For the second time in a row", "as in 2018": one earlier judgement of the same grade, dated or not. */
function impliedEarlier(
  claim: Claim,
  statements: Statement[],
  history: HistoryEntry[],
  reading: Reading,
): HistoryEntry[] {
  const { authority, inspectorate, service, grade, streak, evidence } = claim;
  if (grade === null || history.some((h) => h.authority === authority && h.grade === grade)) return [];
  const since = sameSince(statements, authority, reading);
  const year = since?.year ?? statements.find(isKept)?.year ?? null;
  if (streak !== 2 && year === null && since === null) return [];
  return [{ authority, inspectorate, service, grade, year, evidence: evidence.slice(0, 1) }];
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
/** That a council once had a rating of no scale says nothing of its history. */
const isOldOffScale = ({ rating, standing }: Statement) => rating.grade === OFF_SCALE && standing !== 'current';

/** An earlier grade may be told without saying who gave it; a new one may not, and is only known. */
function assumed(s: Statement, reading: Reading): Statement | null {
  if (s.inspectorate !== null) return s;
  const { from, to } = s.rating.sentence;
  const says = (words: Set<string>) => reading.tokens.slice(from, to).some(({ w }) => words.has(w));
  const own = says(OURS);
  if (s.standing === 'current' && s.names.length === 0 && !own) return s;
  // "The sum set aside was inadequate in 2022": of no service and no council.
  const speaksOf = (cls: string) => mentionsIn(reading, cls, from, to).length > 0;
  const byDate = s.rating.rules.every((rule) => !rule.startsWith('licence.') || rule === 'licence.dated');
  if (byDate && s.names.length === 0 && !own && !says(THEIRS) && !OF_COUNCILS.some(speaksOf)) return null;
  const standing = s.standing === 'current' ? 'background' : s.standing;
  return { ...s, standing, inspectorate: usualInspectorate(s.service) };
}

const OURS = new Set(['we', "we're", "we've", "we'd", 'our']);
const THEIRS = new Set(['it', 'they', 'service', 'services', 'department']);
const OF_COUNCILS = ['service', 'council_word', 'area'];

/** Told in passing beside news of another grade, it is of before. */
const isEarlier = (s: Statement, group: Statement[]) =>
  s.standing === 'previous' ||
  (s.standing === 'background' &&
    s.target.areas.length === 0 &&
    !group.some((other) => other.standing === 'current' && other.rating.grade === s.rating.grade));

function groupByClaim(statements: Statement[]): { authority: string; group: Statement[] }[] {
  const groups = new Map<string, { authority: string; group: Statement[] }>();
  for (const s of statements)
    for (const authority of s.authorities) {
      const key = `${authority} ${s.service} ${s.inspectorate}`;
      const at = groups.get(key) ?? { authority, group: [] };
      at.group.push(s);
      groups.set(key, at);
    }
  return [...groups.values()];
}

function subjectOf(events: Claim[], signals: Signals, noticed: boolean, provider: boolean): Subject {
  if (events.length > 0) return 'authority';
  if (signals.subject) return signals.subject;
  if (noticed) return 'visit';
  return provider ? 'provider' : 'other';
}
