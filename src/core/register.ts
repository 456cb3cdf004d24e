/**
 * The register of published judgements, and what it adds to a claim that was taken from a text alone.
 *
 * A *line* ties the headline grades that count as each other's predecessors across frameworks (the safeguarding grade
 * of 2012 precedes the overall grade of 2014); lines are data, `config/register/lines.csv`.
 */
import { addDays, dayRange, daysBetween, rangesOverlap } from './dates.ts';
import type {
  Assessment,
  Claim,
  Day,
  DayRange,
  Direction,
  Headline,
  RegisterJudgement,
  RegisterView,
} from './types.ts';

/** Scale id → its grades, best first. */
export type Scales = ReadonlyMap<string, { readonly grades: readonly { readonly id: string }[] }>;

/** One framework's remit as part of a line. */
export interface LinePart {
  line: string;
  framework: string;
  remit: string;
  /** A judgement published before this day and without a predecessor here is the authority's first; null where unknown. */
  firstUntil: Day | null;
}

export interface Register {
  /** Oldest first. */
  byAuthority: ReadonlyMap<string, readonly RegisterJudgement[]>;
  lines: readonly LinePart[];
  scales: Scales;
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
/** Ofsted's longest delay between visit and publication in the register's own rows (Devon). */
const LONGEST_DELAY_DAYS = 214;

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

/** When a judgement was published: the day, the span known, or the span that follows from the inspection. */
function publication(row: RegisterJudgement): DayRange {
  if (row.published) return dayRange(row.published);
  if (row.publishedWithin) return row.publishedWithin;
  if (row.inspected) return { from: row.inspected.from, until: addDays(row.inspected.until, LONGEST_DELAY_DAYS) };
  return { from: '', until: '' };
}

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

const remitKey = ({ inspectorate, service }: Pick<Claim, 'inspectorate' | 'service'>): string =>
  `${inspectorate} ${service}`;

// ---- what came before ----------------------------------------------------------------------------------------------

type Succession = Pick<RegisterView, 'previousGrade' | 'direction' | 'streak'>;

/** @param rows oldest first, `judgement` among them. */
function lineOf(judgement: RegisterJudgement, rows: readonly RegisterJudgement[], register: Register): Succession {
  const before = precedes(judgement, rows);
  const lead = leadOf(judgement.headlines, null);
  const found = succession(lead, judgement.framework, before, register);
  if (!lead || found.previousGrade !== null) return found;
  const part = partOf(lead.remit, judgement.framework, register.lines);
  const isFirst = Boolean(part?.firstUntil && publication(judgement).from < part.firstUntil);
  return isFirst ? { ...found, direction: 'first' } : found;
}

/** Those of its remit that stand before it, oldest first. */
const precedes = (judgement: RegisterJudgement, rows: readonly RegisterJudgement[]): RegisterJudgement[] =>
  rows.slice(0, rows.indexOf(judgement)).filter((row) => remitKey(row) === remitKey(judgement));

/** Previous grade, direction and streak of a headline after the judgements `before` it, oldest first. */
function succession(
  lead: Headline | null,
  framework: string | null,
  before: readonly RegisterJudgement[],
  register: Register,
): Succession {
  const nothing: Succession = { previousGrade: null, direction: null, streak: null };
  if (!lead) return nothing;
  // A claim without a framework continues the line its latest predecessor of the same remit stands in.
  const like = before.findLast(({ headlines }) => headlines.some(({ remit }) => remit === lead.remit));
  const line = partOf(lead.remit, framework ?? like?.framework, register.lines)?.line;
  const earlier = before
    .flatMap((row) =>
      row.headlines
        .filter(({ remit }) => line && partOf(remit, row.framework, register.lines)?.line === line)
        .map(({ grade }) => ({ grade, scale: row.scale })),
    )
    .reverse();
  const previous = earlier[0];
  if (!previous) return nothing;
  const otherAt = earlier.findIndex(({ grade }) => grade !== lead.grade);
  return {
    previousGrade: previous.grade,
    direction: movement(previous.grade, previous.scale, lead.grade, register.scales),
    streak: 1 + (otherAt === -1 ? earlier.length : otherAt),
  };
}

/**
 * Up, down or same by the place of each grade on its scale. Two different grades in the same place (`adequate` on the
 * scale to 2013, `requires_improvement` on the one after it) are never compared.
 */
function movement(from: string, fromScale: string | null, to: string, scales: Scales): Direction | null {
  if (from === to) return 'same';
  const old = fromScale ? gradesOf(scales, fromScale) : [];
  const all = [...scales.keys()].map((scale) => gradesOf(scales, scale));
  const next = old.includes(to) ? old : all.find((grades) => grades.includes(to) && grades.length === old.length);
  const [fromPlace, toPlace] = [old.indexOf(from), next?.indexOf(to) ?? -1];
  if (fromPlace < 0 || toPlace < 0 || fromPlace === toPlace) return null;
  return toPlace < fromPlace ? 'up' : 'down';
}

/** Grade ids of a scale, best first; none where the scale is unknown. */
export const gradesOf = (scales: Scales, scale: string): string[] =>
  scales.get(scale)?.grades.map(({ id }) => id) ?? [];

/** The part of a line a headline belongs to. */
function partOf(remit: string, framework: string | undefined, lines: readonly LinePart[]): LinePart | undefined {
  return lines.find((part) => part.remit === remit && part.framework === framework);
}

/** The headline to compare: the one of the leading grade, else the first. */
function leadOf(headlines: readonly Headline[], grade: string | null): Headline | null {
  return headlines.find((headline) => headline.grade === grade) ?? headlines[0] ?? null;
}
