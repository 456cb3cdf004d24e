/**
 * What the reports of one inspection say together. The most trusted tier's word is shown, then what most voices say;
 * whatever differs is listed as a conflict, nothing is averaged.
 */
import { mergeDistinctions } from '../distinctions.ts';
import { gradesReported } from '../grades-reported.ts';
import type {
  AreaJudgement,
  Claim,
  EventReport,
  EventStatus,
  GradeState,
  Headline,
  JudgementEvent,
  RegisterJudgement,
  Report,
  Tier,
} from '../types.ts';
import { headlinesOf } from './facts.ts';
import type { Group } from './gather.ts';
import { isLongAfter } from './times.ts';

type Content = Omit<JudgementEvent, 'v' | 'key' | 'held' | 'register'>;
type Conflict = JudgementEvent['conflicts'][number];

const TIERS: Tier[] = ['inspectorate', 'council', 'trade', 'local', 'other'];
const LEGACY_REMITS = ['safeguarding', 'looked_after_children'];

const compare = <T extends string | number>(a: T, b: T) => (a < b ? -1 : a > b ? 1 : 0);
const isCopy = ({ articleId, copyOf }: Report) => copyOf !== null && copyOf !== articleId;

/** Most trusted first, then originals before copies, then oldest. */
function byTrust(a: Report, b: Report): number {
  return (
    TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier) ||
    Number(isCopy(a)) - Number(isCopy(b)) ||
    compare(a.articleDay ?? '9999', b.articleDay ?? '9999') ||
    b.claim.confidence - a.claim.confidence ||
    compare(a.findingId, b.findingId)
  );
}

/**
 * Content of the event that a group of reports makes.
 *
 * @param told grades that readers were told of it, by field (`headlines.overall`): of what reports say with equal weight it
 *   stays, so that who was told one side of a dispute is not told the other as a correction
 */
export function mergeReports(group: Group, told: ReadonlyMap<string, string> = new Map()): Content {
  const reports = [...group.reports].sort(byTrust);
  const conflicts: Conflict[] = [];
  const pick = <T extends string | number>(field: string, of: (report: Report) => T | null) =>
    pickTrusted(field, reports, of, conflicts);
  const headlines = mergeHeadlines(reports, group.judgements, told, conflicts);
  const agreeing = reports.filter(({ claim }) => agreesWith(claim, headlines));
  // An article that says what stands is quoted rather than one that a person set right.
  const best = agreeing.find(({ setRight }) => !setRight) ?? agreeing[0] ?? reports[0]!;
  const judgements = mergeAreas(best, reports, told, conflicts);
  const only = headlines.length === 1 ? headlines[0]!.grade : null;
  const published = pick('published', ({ claim }) => claim.published);
  const { claim } = best;
  const before = pick('previousGrade', (report) => report.claim.previousGrade);
  const gradeState = gradeStateOf(headlines, reports);
  // A move of the whole is no word on areas: only who knows that they stand alone tells how they moved.
  const tellsMove = (told: Claim) => gradeState !== 'none_by_framework' || told.gradeState === gradeState;
  const distinctions = mergeDistinctions(reports);
  return {
    authority: claim.authority,
    jointWith: [...new Set(reports.flatMap((report) => report.claim.jointWith))]
      .filter((slug) => slug !== claim.authority)
      .sort(),
    inspectorate: claim.inspectorate,
    service: claim.service,
    framework: pick('framework', (report) => report.claim.framework),
    frameworkVersion: pick('frameworkVersion', (report) => report.claim.frameworkVersion),
    scale: pick('scale', (report) => report.claim.scale),
    grade: only ?? (headlines.length > 1 ? claim.grade : null),
    gradeState,
    gradesReported: gradesReported(headlines.length, judgements.length),
    headlines,
    ...(gradeState === 'none_by_framework' && claim.overallTold ? { overallTold: claim.overallTold } : {}),
    judgements,
    previousGrade: before,
    ...yearOf(before, reports),
    direction: pick('direction', (report) => (tellsMove(report.claim) ? report.claim.direction : null)),
    streak: pick('streak', (report) => (tellsMove(report.claim) ? report.claim.streak : null)),
    inspected: narrowest(reports, (report) => report.claim.inspected),
    published,
    publishedWithin: publishedWithin(reports),
    confidence: Math.max(...reports.map((report) => report.claim.confidence)),
    evidence: claim.evidence.map((words) => ({ ...words, finding: best.findingId })),
    ...(distinctions.told.length > 0 ? { distinctions: distinctions.told } : {}),
    ...(best.setRight ? { setRight: best.setRight } : {}),
    status: statusOf(reports, conflicts),
    ...dayOf(published, reports, group.judgements),
    reports: reports.map(reportView),
    conflicts: [...conflicts, ...distinctions.conflicts].sort((a, b) => compare(a.field, b.field)),
  };
}

/**
 * The value of the most trusted tier that has one; inside the tier the one with most originals, then what was told before,
 * then the first named. Differing values go on the list of conflicts.
 *
 * @param known.published what the register has: of values that reports tell it decides between, and never adds one
 * @param known.told what readers were told: so it is with that
 */
function pickTrusted<T extends string | number>(
  field: string,
  reports: Report[],
  of: (report: Report) => T | null,
  conflicts: Conflict[],
  { published = null, told = null }: { published?: T | null; told?: T | null } = {},
): T | null {
  const voices = reports.flatMap((report) => {
    const value = of(report);
    return value === null ? [] : [{ report, value }];
  });
  const first = voices[0];
  if (!first) return null;
  const values = [...new Set(voices.map(({ value }) => value))];
  const weight = (value: T) =>
    voices.filter((voice) => voice.value === value && voice.report.tier === first.report.tier && !isCopy(voice.report))
      .length;
  // `values` stands in order of trust, and sorting keeps it where weights are equal.
  const isPublished = (value: T) => Number(value === published && first.report.tier !== 'inspectorate');
  const isTold = (value: T) => Number(value === told && weight(value) > 0);
  const ordered = values.sort(
    (a, b) => isPublished(b) - isPublished(a) || weight(b) - weight(a) || isTold(b) - isTold(a),
  );
  if (ordered.length > 1)
    conflicts.push({
      field,
      values: ordered.map((value) => ({
        value: String(value),
        findings: voices.filter((voice) => voice.value === value).map(({ report }) => report.findingId),
      })),
    });
  return ordered[0]!;
}

function mergeHeadlines(
  reports: Report[],
  judgements: RegisterJudgement[],
  told: ReadonlyMap<string, string>,
  conflicts: Conflict[],
): Headline[] {
  const remits = [...new Set(reports.flatMap(({ claim }) => headlinesOf(claim).map(({ remit }) => remit)))];
  const legacy = remits.some((remit) => LEGACY_REMITS.includes(remit));
  const publishedFor = (remit: string) =>
    judgements.flatMap((row) => (row.readFrom ? [] : row.headlines)).find((headline) => headline.remit === remit)
      ?.grade ?? null;
  const gradeFor = (remit: string) => (report: Report) =>
    headlinesOf(report.claim).find((headline) => headline.remit === remit)?.grade ?? null;
  const merged = remits
    // An article that gives one grade of a 2009 to 2012 report calls it the overall one.
    .filter((remit) => !(legacy && remit === 'overall'))
    .map((remit) => {
      const field = `headlines.${remit}`;
      const known = { published: publishedFor(remit), told: told.get(field) ?? null };
      return { remit, grade: pickTrusted(field, reports, gradeFor(remit), conflicts, known)! };
    });
  return merged.sort(
    (a, b) => LEGACY_REMITS.indexOf(a.remit) - LEGACY_REMITS.indexOf(b.remit) || compare(a.remit, b.remit),
  );
}

/** When the grade before was given, as the most trusted report tells that tells it. */
function yearOf(before: string | null, reports: Report[]): Pick<Content, 'previousYear'> {
  const years = reports.flatMap(({ claim, history, articleDay }) => {
    const latest = Number((claim.published ?? articleDay ?? '9999').slice(0, 4));
    const told = history.flatMap((entry) =>
      entry.grade === before &&
      entry.authority === claim.authority &&
      (entry.inspectorate === claim.inspectorate || entry.inspectorate === 'other') &&
      entry.service === claim.service &&
      entry.year !== null &&
      entry.year < latest
        ? [entry.year]
        : [],
    );
    return told.length > 0 ? [Math.max(...told)] : [];
  });
  return years[0] === undefined ? {} : { previousYear: years[0] };
}

function agreesWith(claim: Claim, headlines: Headline[]): boolean {
  const own = headlinesOf(claim);
  return (
    (own.length > 0 || headlines.length === 0) &&
    own.every(({ grade }) => headlines.some((headline) => headline.grade === grade))
  );
}

/** Evidence indexes point into the evidence of the event, which is the best report's. */
function mergeAreas(
  best: Report,
  reports: Report[],
  told: ReadonlyMap<string, string>,
  conflicts: Conflict[],
): AreaJudgement[] {
  const areas = [...new Set(reports.flatMap(({ claim }) => claim.judgements.map(({ area }) => area)))].sort();
  return areas.map((area) => {
    const judged = ({ claim }: Report) => claim.judgements.find((judgement) => judgement.area === area);
    const field = `judgements.${area}`;
    const gradeIn = (report: Report) => judged(report)?.grade ?? null;
    const grade = pickTrusted(field, reports, gradeIn, conflicts, { told: told.get(field) ?? null })!;
    const own = judged(best);
    return { area, grade, evidence: own?.grade === grade ? own.evidence : [] };
  });
}

function gradeStateOf(headlines: Headline[], reports: Report[]): GradeState {
  if (headlines.length > 1) return 'two_headlines';
  if (headlines.length === 1) return 'given';
  const states = reports.map(({ claim }) => claim.gradeState);
  return (['none_by_framework', 'off_scale'] as const).find((state) => states.includes(state)) ?? 'not_stated';
}

const lengthOf = ({ from, until }: { from: string; until: string }) => Date.parse(until) - Date.parse(from);

/** The narrowest range; the most trusted of equal ones. */
function narrowest<T extends { from: string; until: string }>(
  reports: Report[],
  of: (report: Report) => T | null,
): T | null {
  const ranges = reports.map(of).filter((range) => range !== null);
  return ranges.sort((a, b) => lengthOf(a) - lengthOf(b))[0] ?? null;
}

function publishedWithin(reports: Report[]): Claim['publishedWithin'] {
  const of = (basis: 'stated' | 'inferred') =>
    narrowest(reports, ({ claim }) => (claim.publishedWithin?.basis === basis ? claim.publishedWithin : null));
  return of('stated') ?? of('inferred');
}

/**
 * The report's own day, the register's, the month or year stated where that was long before the first article, that
 * article's; a month of the register only where nothing else is known.
 */
function dayOf(
  published: string | null,
  reports: Report[],
  judgements: RegisterJudgement[],
): Pick<JudgementEvent, 'day' | 'dayBasis' | 'dayUntil'> {
  const first = (days: (string | null | undefined)[]) => days.filter((day) => day != null).sort()[0] ?? null;
  const within = judgements.flatMap((row) => row.publishedWithin ?? []).sort((a, b) => compare(a.from, b.from))[0];
  const article = first(reports.map(({ articleDay }) => articleDay));
  const stated = publishedWithin(reports);
  const isOld = stated?.basis === 'stated' && article !== null && isLongAfter(article, stated.until);
  const known = [
    { day: published, dayBasis: 'report' as const, dayUntil: null },
    { day: first(judgements.map((row) => row.published)), dayBasis: 'register' as const, dayUntil: null },
    ...(isOld ? [{ day: stated.from, dayBasis: 'report' as const, dayUntil: stated.until }] : []),
    { day: article, dayBasis: 'article' as const, dayUntil: null },
    { day: within?.from ?? null, dayBasis: 'register' as const, dayUntil: within?.until ?? null },
  ];
  return known.find(({ day }) => day !== null) ?? { day: null, dayBasis: 'unknown', dayUntil: null };
}

/** Several publishers corroborate each other; copies of one text, and one publisher twice, do not. */
function statusOf(reports: Report[], conflicts: Conflict[]): EventStatus {
  if (reports.some(({ tier }) => tier === 'inspectorate')) return 'confirmed';
  if (conflicts.some(({ field }) => field.startsWith('headlines.'))) return 'disputed';
  const voices = new Set(
    reports.filter((report) => !isCopy(report)).map(({ publisher, articleId }) => publisher ?? articleId),
  );
  return voices.size > 1 ? 'corroborated' : 'reported';
}

function reportView(report: Report): EventReport {
  const { claim: _claim, history: _history, ...view } = report;
  return view;
}
