/** The register of published judgements, and what it adds to a claim that was taken from a text alone. */
import { addDays, dayRange, daysBetween, rangesOverlap } from './dates.ts';
import {
  type LinePart,
  type Lines,
  leadOf,
  lineOf,
  precedes,
  publication,
  remitKey,
  type Scales,
  type Succession,
  succession,
} from './register-line.ts';
import type { Assessment, Claim, Day, DayRange, Direction, RegisterJudgement, RegisterView } from './types.ts';

export interface Register extends Lines {
  /** Oldest first. */
  byAuthority: ReadonlyMap<string, readonly RegisterJudgement[]>;
  /** `inspectorate service` → the last day the register holds a publication of. */
  knownUntil: ReadonlyMap<string, Day>;
}

/** A judgement with what came before it in its line. */
export interface TimelineEntry {
  judgement: RegisterJudgement;
  /** Publication, or where only a span is known its first day. */
  day: Day;
  previousGrade: string | null;
  direction: Direction | null;
  streak: number | null;
}

/** Days a report is news: an article later than this restates it. */
const NEWS_DAYS = 60;
/** Councils and papers with an embargoed copy have been up to a few days early. */
const EARLY_DAYS = 7;
const NOTHING: RegisterView = { match: 'none', judgement: null, previousGrade: null, direction: null, streak: null };

/** Sorts judgements for looking up; with no arguments the empty register, against which every match is `none`. */
export function makeRegister(
  judgements: readonly RegisterJudgement[] = [],
  lines: readonly LinePart[] = [],
  scales: Scales = new Map(),
): Register {
  const byAuthority = new Map<string, RegisterJudgement[]>();
  const knownUntil = new Map<string, Day>();
  const oldestFirst = [...judgements].sort(
    (a, b) => publication(a).from.localeCompare(publication(b).from) || a.id.localeCompare(b.id),
  );
  for (const judgement of oldestFirst) {
    byAuthority.set(judgement.authority, [...(byAuthority.get(judgement.authority) ?? []), judgement]);
    knownUntil.set(remitKey(judgement), publication(judgement).from);
  }
  return { byAuthority, lines, scales, knownUntil };
}

/** The register with further judgements; one with a known id takes the known one's place. */
export function withJudgements(register: Register, more: readonly RegisterJudgement[]): Register {
  const byId = new Map([...judgementsOf(register), ...more].map((judgement) => [judgement.id, judgement]));
  return makeRegister([...byId.values()], register.lines, register.scales);
}

/** Every judgement of the register, by authority, oldest first. */
export const judgementsOf = ({ byAuthority }: Register): RegisterJudgement[] => [...byAuthority.values()].flat();

/**
 * What the register says of a claim.
 *
 * - `confirmed`: it holds this judgement, and every grade both state agrees (with `readFrom`, as others than the inspectorate have it);
 * - `contradicting`: it holds this judgement with another grade, or with none where the claim gives an overall one;
 * - `recycled`: a judgement restated long after its publication: by the dates the text gives, or because the register
 *   covers the article's day and holds no newer judgement it could be;
 * - `unpublished`: it knows this authority's service, but not this judgement;
 * - `none`: it cannot say (nothing known of the authority's service, or the claim has no time).
 *
 * @param articleDay day the article appeared, null where unknown
 */
export function registerView(claim: Claim, articleDay: Day | null, register: Register): RegisterView {
  const known = (register.byAuthority.get(claim.authority) ?? []).filter((row) => remitKey(row) === remitKey(claim));
  if (known.length === 0) return NOTHING;
  const candidates = known.filter((row) => mayBe(claim, articleDay, row));
  const match = candidates.findLast((row) => agreement(claim, row) !== 'differs') ?? candidates.at(-1);
  if (match) {
    const late = articleDay !== null && articleDay >= addDays(publication(match).until, NEWS_DAYS);
    const verdict = agreement(claim, match) === 'differs' ? 'contradicting' : late ? 'recycled' : 'confirmed';
    // "good, up from good" where the register has outstanding: the way it went is that of the grade that was told.
    const line =
      verdict === 'contradicting'
        ? succession(leadOf(claim.headlines, claim.grade), match.framework, precedes(match, known), register)
        : lineOf(match, known, register);
    return { match: verdict, judgement: match.id, ...line, ...readFromOf(match) };
  }
  const day = claim.published ?? claim.publishedWithin?.from ?? claim.inspected?.from ?? articleDay;
  if (day === null) return NOTHING;
  const before = known.filter((row) => publication(row).from < day && maySucceed(claim, row));
  const last = before.at(-1);
  const until = register.knownUntil.get(remitKey(claim));
  const covered = articleDay !== null && until !== undefined && articleDay <= until;
  if (last && covered && !hasOwnDates(claim) && restates(claim, last, lineOf(last, known, register)))
    return { match: 'recycled', judgement: last.id, ...lineOf(last, known, register), ...readFromOf(last) };
  return {
    match: 'unpublished',
    judgement: null,
    ...succession(leadOf(claim.headlines, claim.grade), claim.framework, before, register),
  };
}

const readFromOf = ({ readFrom }: RegisterJudgement): Pick<RegisterView, 'readFrom'> => (readFrom ? { readFrom } : {});

/** An authority's judgements, oldest first, each with its predecessor: what `authorities show` prints. */
export function timeline(authority: string, register: Register): TimelineEntry[] {
  const rows = register.byAuthority.get(authority) ?? [];
  return rows.map((judgement) => ({
    judgement,
    day: publication(judgement).from,
    ...lineOf(judgement, rows, register),
  }));
}

/** The assessment with the register's view on each claim, events and review alike; nothing else changes. */
export function withRegister(assessment: Assessment, articleDay: Day | null, register: Register): Assessment {
  const view = (claim: Claim): Claim => ({ ...claim, register: registerView(claim, articleDay, register) });
  return { ...assessment, events: assessment.events.map(view), review: assessment.review.map(view) };
}

// ---- which row a claim may be --------------------------------------------------------------------------------------

/** Nothing the claim states speaks against the row, and at least one of its times speaks for it. */
function mayBe(claim: Claim, articleDay: Day | null, row: RegisterJudgement): boolean {
  if (!sameFramework(claim.framework, row.framework)) return false;
  const published = publication(row);
  const inspectedThen = claim.inspected && row.inspected ? rangesOverlap(claim.inspected, row.inspected) : null;
  const stated = claim.published ? dayRange(claim.published) : claim.publishedWithin;
  const publishedThen = stated ? rangesOverlap(widened(stated), published) : null;
  const newsThen = articleDay
    ? rangesOverlap(dayRange(articleDay), {
        from: addDays(published.from, -EARLY_DAYS),
        until: addDays(published.until, NEWS_DAYS),
      })
    : null;
  if (inspectedThen === false || publishedThen === false) return false;
  // Stated dates decide over the article's own: an article of today may tell of the report of 2018.
  if ((inspectedThen && tells(claim.inspected)) || (publishedThen && tells(stated))) return true;
  return newsThen === true;
}

/** A span so wide that several inspections fit into it rules rows out, but points at none. */
const tells = (span: DayRange | null): boolean => span !== null && daysBetween(span.from, span.until) <= 366;

/**
 * Nothing but time separates the claim from an older judgement. A claim that tells of another past (the grade stayed,
 * where the older judgement had changed it; a longer streak) is of a newer inspection, also where the register lacks it:
 * Essex's pilot inspection of 2017 kept the good of 2014.
 */
function restates(claim: Claim, row: RegisterJudgement, past: Succession): boolean {
  if (!sameFramework(claim.framework, row.framework) || agreement(claim, row) !== 'agrees') return false;
  if (claim.streak !== null && claim.streak > (past.streak ?? 1)) return false;
  if (claim.previousGrade === null) return true;
  return past.previousGrade === null ? claim.previousGrade !== claim.grade : claim.previousGrade === past.previousGrade;
}

const hasOwnDates = ({ inspected, published, publishedWithin }: Claim): boolean =>
  Boolean(inspected ?? published ?? publishedWithin);

const widened = ({ from, until }: DayRange): DayRange => ({
  from: addDays(from, -EARLY_DAYS),
  until: addDays(until, EARLY_DAYS),
});

/** A row's framework may be one of several (`slac|cp`); a claim without one fits any. */
function sameFramework(claimed: string | null, framework: string): boolean {
  return claimed === null || framework.split('|').includes(claimed);
}

/** The claim's headline may stand in the row's line at all. */
function maySucceed(claim: Claim, row: RegisterJudgement): boolean {
  return claim.headlines.length === 0 || row.headlines.length > 0;
}

type Agreement = 'agrees' | 'differs' | 'silent';

function agreement(claim: Claim, row: RegisterJudgement): Agreement {
  if (claim.scale && row.scale && claim.scale !== row.scale) return 'differs';
  const overall = claim.headlines.some(({ remit }) => remit === 'overall');
  if (overall && row.gradesReported === 'areas_only') return 'differs';
  const pairs = claim.headlines.flatMap(({ remit, grade }) =>
    row.headlines.filter((of) => of.remit === remit).map((of) => of.grade === grade),
  );
  if (pairs.length) return pairs.every(Boolean) ? 'agrees' : 'differs';
  // A paper that says "rated inadequate" of a report with two headlines means one of them.
  if (overall && row.headlines.length)
    return row.headlines.some(({ grade }) => grade === claim.grade) ? 'agrees' : 'differs';
  const areas = claim.judgements.flatMap(({ area, grade }) =>
    row.judgements.filter((of) => of.area === area).map((of) => of.grade === grade),
  );
  if (areas.length === 0) return 'silent';
  return areas.every(Boolean) ? 'agrees' : 'differs';
}
