import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { closest } from '../../core/closest.ts';
import { isDay } from '../../core/dates.ts';
import { makeRegister, type Register } from '../../core/register.ts';
import { gradesOf, type LinePart, type Scales } from '../../core/register-line.ts';
import { type DayRange, INSPECTORATES, type RegisterJudgement, SERVICES } from '../../core/types.ts';
import { WrongUse } from '../../errors.ts';
import { type CsvRow, readCsvTable } from './csv-table.ts';

const id = z.string().regex(/^[a-z0-9][a-z0-9+-]*$/, 'must be small letters, digits and hyphens');
const word = z.string().regex(/^[a-z0-9_|]+$/, 'must be small letters, digits and underscores');
const day = z
  .string()
  .refine((text) => text === '' || isDay(text), 'must be a day that exists, as 2024-01-31, or empty');
const text = z.string();

export const JUDGEMENT = z.object({
  id,
  report: id,
  authority: id,
  inspectorate: z.enum(INSPECTORATES),
  service: z.enum(SERVICES),
  framework: word,
  inspected_from: day,
  inspected_until: day,
  published: day,
  published_from: day,
  published_until: day,
  grades_reported: z.enum(['overall+areas', 'overall', 'areas_only', 'headlines', 'none']),
  scale: text,
  source_url: text.refine((url) => url === '' || /^https?:\/\//.test(url), 'must be an http(s) address or empty'),
  read_from: z.enum(['inspectorate', 'council', 'press']).default('inspectorate'),
  basis: text.min(1, 'must say where the fact comes from'),
  confidence: z.enum(['high', 'medium', 'low']),
  note: text,
});

const GRADE = z.object({ judgement: id, kind: z.enum(['headline', 'area']), about: word, grade: word });

const LINE = z.object({ line: word, framework: word, remit: word, first_until: day, basis: text });

/**
 * Loads `register/judgements.csv`, `grades.csv` and `lines.csv` of a config folder; a folder without them has an empty
 * register.
 *
 * @param scales      what grades are checked against
 * @param authorities slugs that exist
 * @throws WrongUse naming every fault of the three tables by line
 */
export function loadRegister(configFolder: string, scales: Scales, authorities: ReadonlySet<string>): Register {
  const folder = path.join(configFolder, 'register');
  if (!existsSync(folder)) return makeRegister();
  const read = (name: string) => readFileSync(path.join(folder, name), 'utf8');
  const faults: string[] = [];
  const judgements = readJudgements(read('judgements.csv'), read('grades.csv'), scales, authorities, faults);
  const lines = readCsvTable(read('lines.csv'), 'register/lines.csv', LINE, faults).map(
    ({ value }): LinePart => ({
      line: value.line,
      framework: value.framework,
      remit: value.remit,
      firstUntil: value.first_until || null,
    }),
  );
  if (faults.length) throw new WrongUse(faults);
  return makeRegister(judgements, lines, scales);
}

/**
 * Reads the two tables of published judgements (columns: `config/register/README.md`). Faults are added to `faults`;
 * what is returned is complete only when there were none.
 */
export function readJudgements(
  judgementsCsv: string,
  gradesCsv: string,
  scales: Scales,
  authorities: ReadonlySet<string>,
  faults: string[],
): RegisterJudgement[] {
  const file = 'register/judgements.csv';
  const rows = readCsvTable(judgementsCsv, file, JUDGEMENT, faults);
  const found = new Map<string, { judgement: RegisterJudgement; line: number }>();
  for (const { line, value } of rows) {
    const where = `${file} line ${line}`;
    const before = found.get(value.id);
    if (before) faults.push(`${where}: id "${value.id}" stands on line ${before.line} too`);
    if (!authorities.has(value.authority)) {
      const meant = closest(value.authority, [...authorities]);
      faults.push(`${where}: no authority "${value.authority}"${meant ? `; did you mean "${meant}"?` : ''}`);
    }
    found.set(value.id, { line, judgement: judgementOf(value, where, scales, faults) });
  }
  addGrades(readCsvTable(gradesCsv, 'register/grades.csv', GRADE, faults), found, scales, faults);
  return [...found.values()].map(({ judgement }) => judgement);
}

/**
 * A row without its grades, its scale and times checked.
 *
 * @param isTimed it tells a time that cannot be read: another fault, told elsewhere
 */
export function judgementOf(
  value: z.infer<typeof JUDGEMENT>,
  where: string,
  scales: Scales,
  faults: string[],
  isTimed = false,
): RegisterJudgement {
  if (value.scale !== '' && !scales.has(value.scale)) {
    const meant = closest(value.scale, [...scales.keys()]);
    faults.push(`${where}: no scale "${value.scale}"${meant ? `; did you mean "${meant}"?` : ''}`);
  }
  const inspected = span(value.inspected_from, value.inspected_until, `${where}, inspected`, faults);
  const publishedWithin = span(value.published_from, value.published_until, `${where}, published`, faults);
  if (!value.published && !publishedWithin && !inspected && !isTimed)
    faults.push(`${where}: no day of inspection or publication; a judgement needs one of them`);
  return {
    id: value.id,
    reportId: value.report,
    authority: value.authority,
    inspectorate: value.inspectorate,
    service: value.service,
    framework: value.framework,
    inspected,
    published: value.published || null,
    publishedWithin: value.published ? null : publishedWithin,
    gradesReported: value.grades_reported,
    scale: value.scale || null,
    headlines: [],
    judgements: [],
    sourceUrl: value.source_url || null,
    ...(value.read_from === 'inspectorate' ? {} : { readFrom: value.read_from }),
    basis: value.basis,
    confidence: value.confidence,
    note: value.note || null,
  };
}

/** Adds one grade to its judgement, checked against its scale and those it has. */
export function addGrade(
  judgement: RegisterJudgement,
  { kind, about, grade }: { kind: 'headline' | 'area'; about: string; grade: string },
  where: string,
  scales: Scales,
  faults: string[],
): void {
  const grades = judgement.scale ? gradesOf(scales, judgement.scale) : [];
  if (!grades.includes(grade)) {
    const meant = closest(grade, grades);
    faults.push(
      `${where}: grade "${grade}" is not on scale "${judgement.scale ?? 'none'}"${meant ? `; did you mean "${meant}"?` : ''}`,
    );
  }
  const { headlines, judgements } = judgement;
  if (kind === 'headline' ? headlines.some((of) => of.remit === about) : judgements.some((of) => of.area === about))
    faults.push(`${where}: ${kind} "${about}" of "${judgement.id}" stands twice`);
  if (kind === 'headline') headlines.push({ remit: about, grade });
  else judgements.push({ area: about, grade });
}

function addGrades(
  rows: CsvRow<z.infer<typeof GRADE>>[],
  found: ReadonlyMap<string, { judgement: RegisterJudgement }>,
  scales: Scales,
  faults: string[],
): void {
  for (const { line, value } of rows) {
    const where = `register/grades.csv line ${line}`;
    const judgement = found.get(value.judgement)?.judgement;
    if (!judgement) {
      faults.push(`${where}: no judgement "${value.judgement}" in register/judgements.csv`);
      continue;
    }
    addGrade(judgement, value, where, scales, faults);
  }
}

function span(from: string, until: string, where: string, faults: string[]): DayRange | null {
  if (from === '' && until === '') return null;
  if (from === '' || until === '') faults.push(`${where}: give both ends of the span, or neither`);
  else if (from >= until)
    faults.push(`${where}: ends on ${until}, before it begins; the last day is not part of a span`);
  return { from, until };
}
