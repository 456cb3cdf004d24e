/**
 * What came before a judgement in the register: a *line* ties the headline grades that count as each other's predecessors
 * across frameworks (the safeguarding grade of 2012 precedes the overall grade of 2014); lines are data,
 * `config/register/lines.csv`.
 */
import { addDays, dayRange } from './dates.ts';
import type { Claim, Day, DayRange, Direction, Headline, RegisterJudgement, RegisterView } from './types.ts';

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

/** What judgements are compared by. */
export interface Lines {
  lines: readonly LinePart[];
  scales: Scales;
}

/** Ofsted's longest delay between visit and publication in the register's own rows (Devon). */
const LONGEST_DELAY_DAYS = 214;

/** When a judgement was published: the day, the span known, or the span that follows from the inspection. */
export function publication(row: RegisterJudgement): DayRange {
  if (row.published) return dayRange(row.published);
  if (row.publishedWithin) return row.publishedWithin;
  if (row.inspected) return { from: row.inspected.from, until: addDays(row.inspected.until, LONGEST_DELAY_DAYS) };
  return { from: '', until: '' };
}

/** Judgements of one inspectorate on one service. */
export const remitKey = ({ inspectorate, service }: Pick<Claim, 'inspectorate' | 'service'>): string =>
  `${inspectorate} ${service}`;

export type Succession = Pick<RegisterView, 'previousGrade' | 'direction' | 'streak'>;

/** @param rows oldest first, `judgement` among them. */
export function lineOf(judgement: RegisterJudgement, rows: readonly RegisterJudgement[], register: Lines): Succession {
  const before = precedes(judgement, rows);
  const lead = leadOf(judgement.headlines, null);
  const found = succession(lead, judgement.framework, before, register);
  if (!lead || found.previousGrade !== null) return found;
  const part = partOf(lead.remit, judgement.framework, register.lines);
  const isFirst = Boolean(part?.firstUntil && publication(judgement).from < part.firstUntil);
  return isFirst ? { ...found, direction: 'first' } : found;
}

/** Those of its remit that stand before it, oldest first. */
export const precedes = (judgement: RegisterJudgement, rows: readonly RegisterJudgement[]): RegisterJudgement[] =>
  rows.slice(0, rows.indexOf(judgement)).filter((row) => remitKey(row) === remitKey(judgement));

/**
 * Previous grade, direction and streak of a headline after the judgements `before` it, oldest first. Where no headline is given
 * (Ofsted's council inspections since April 2026) only the overall grade before it is known: nothing compares with it.
 */
export function succession(
  lead: Headline | null,
  framework: string | null,
  before: readonly RegisterJudgement[],
  register: Lines,
): Succession {
  const nothing: Succession = { previousGrade: null, direction: null, streak: null };
  const leading = lead?.remit ?? 'overall';
  // A claim without a framework continues the line its latest predecessor of the same remit stands in.
  const like = before.findLast(({ headlines }) => headlines.some(({ remit }) => remit === leading));
  const line = partOf(leading, framework ?? like?.framework, register.lines)?.line;
  const earlier = before
    .flatMap((row) =>
      row.headlines
        .filter(({ remit }) => line && partOf(remit, row.framework, register.lines)?.line === line)
        .map(({ grade }) => ({ grade, scale: row.scale })),
    )
    .reverse();
  const previous = earlier[0];
  if (!previous) return nothing;
  if (!lead) return { ...nothing, previousGrade: previous.grade };
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
export function leadOf(headlines: readonly Headline[], grade: string | null): Headline | null {
  return headlines.find((headline) => headline.grade === grade) ?? headlines[0] ?? null;
}
