import { z } from 'zod';
import { gradesReported } from '../../core/grades-reported.ts';
import type { Rulebook } from '../../core/judging/rules/rulebook.ts';
import { officialAddress, type ReportSite } from '../../core/report-sites.ts';
import type { RegisterJudgement } from '../../core/types.ts';
import { readCsvTable } from './csv-table.ts';
import { addGrade, JUDGEMENT, judgementOf } from './register.ts';

const { shape } = JUDGEMENT;
const optional = shape.note.default('');

/** The columns of `judgements.csv`, most of them optional, and the grades of each row beside it: `config/register/README.md`. */
const ROW = z.object({
  id: shape.id,
  report: z.union([shape.report, z.literal('')]).default(''),
  authority: z.string().min(1, 'must name an authority'),
  inspectorate: shape.inspectorate,
  service: shape.service,
  framework: shape.framework,
  inspected_from: shape.inspected_from.default(''),
  inspected_until: shape.inspected_until.default(''),
  published: shape.published.default(''),
  published_from: shape.published_from.default(''),
  published_until: shape.published_until.default(''),
  scale: optional,
  headlines: optional,
  areas: optional,
  source_url: shape.source_url.default(''),
  read_from: z.enum(['inspectorate', 'council', 'press', '']).default(''),
  basis: shape.basis,
  confidence: shape.confidence.default('high'),
  note: optional,
});
type Row = z.infer<typeof ROW>;

interface Knowledge {
  rulebook: Rulebook;
  sites: readonly ReportSite[];
}

/**
 * Reads a table of published judgements that a person filled: one report a row, its grades in the row.
 * Faults are added to `faults` in order of line; what is returned is complete only when there were none.
 *
 * @param file  what to call the table in a fault
 * @param known judgements we have: one of theirs under another id is a double
 * @param sites where inspectorates publish: a row read from elsewhere, that does not say from whom, is the press's
 */
export function readRegisterImport(
  csv: string,
  file: string,
  rulebook: Rulebook,
  known: readonly RegisterJudgement[],
  sites: readonly ReportSite[],
  faults: string[],
): RegisterJudgement[] {
  const found: string[] = [];
  const judgements = readRows(csv, file, { rulebook, sites }, known, found);
  const lineOf = (fault: string) => Number(/^ line (\d+)/.exec(fault.slice(file.length))?.[1] ?? 0);
  faults.push(...found.sort((a, b) => lineOf(a) - lineOf(b)));
  return judgements;
}

function readRows(
  csv: string,
  file: string,
  knowledge: Knowledge,
  known: readonly RegisterJudgement[],
  faults: string[],
): RegisterJudgement[] {
  const before = new Map<string, number>();
  const ids = new Set(known.map(({ id }) => id));
  const same = new Map(known.map((judgement) => [identityOf(judgement), { id: judgement.id, line: 0 }]));
  return readCsvTable(csv, file, ROW, faults, 'kept').flatMap(({ line, value, unfit }) => {
    const where = `${file} line ${line}`;
    const twice = before.get(value.id);
    if (twice && !unfit.has('id')) faults.push(`${where}: id "${value.id}" stands on line ${twice} too`);
    before.set(value.id, line);
    return perAuthority(value, knowledge.rulebook).map((row) => {
      const judgement = read(row, { where, unfit }, knowledge, faults);
      if (IDENTITY.some((column) => unfit.has(column))) return judgement;
      const double = same.get(identityOf(judgement));
      if (double && double.id !== judgement.id && !ids.has(judgement.id))
        faults.push(
          `${where}: is the same judgement as "${double.id}"${double.line ? ` on line ${double.line}` : ', which is known'}; use that id to replace it`,
        );
      same.set(identityOf(judgement), { id: judgement.id, line });
      return judgement;
    });
  });
}

const isElsewhere = (address: string, sites: readonly ReportSite[]) =>
  address !== '' && officialAddress(address, sites) === null;

/** A joint report names its authorities joined by `|`: a judgement of each, under one report. */
function perAuthority(row: Row, { index }: Rulebook): Row[] {
  const named = row.authority
    .split('|')
    .map((name) => name.trim())
    .filter(Boolean);
  if (named.length < 2) return [row];
  return named.map((authority, n) => ({
    ...row,
    authority,
    id: `${row.id}+${index.find(authority).authority?.slug ?? n + 1}`,
    report: row.report || row.id,
  }));
}

/** Columns without which nothing can be said of doubles. */
const IDENTITY: (keyof Row)[] = [
  ...(['id', 'authority', 'inspectorate', 'service', 'framework'] as const),
  ...(['published', 'published_from', 'published_until', 'inspected_from', 'inspected_until'] as const),
];

/** Everything wrong with a row beside its cells that do not fit: those are told already, and nothing is concluded from them. */
function read(
  row: Row,
  { where, unfit }: { where: string; unfit: ReadonlySet<string> },
  { rulebook: { index, scales, areaOf }, sites }: Knowledge,
  faults: string[],
): RegisterJudgement {
  const value = withoutHalves(row, unfit);
  const found = index.find(value.authority);
  const { authority } = found;
  if (!found.authority && !unfit.has('authority'))
    faults.push(
      `${where}: no authority "${value.authority}"${found.suggestion ? `; did you mean "${found.suggestion}"?` : ''}`,
    );
  const headlines = pairs(value.headlines, `${where}, headlines`, faults);
  const areas = pairs(value.areas, `${where}, areas`, faults);
  if (value.scale === '' && headlines.length + areas.length > 0)
    faults.push(`${where}: has grades but no scale; known are ${[...scales.keys()].join(', ')}`);
  const judgement = judgementOf(
    {
      ...value,
      authority: authority?.slug ?? value.authority,
      report: value.report || value.id,
      read_from: value.read_from || (isElsewhere(value.source_url, sites) ? 'press' : 'inspectorate'),
      grades_reported: gradesReported(headlines.length, areas.length),
    },
    where,
    scales,
    faults,
    TIMES.some((column) => unfit.has(column)),
  );
  if (!scales.has(value.scale)) return judgement;
  for (const [about, grade] of headlines)
    addGrade(judgement, { kind: 'headline', about, grade }, where, scales, faults);
  for (const [phrase, grade] of areas) {
    const about = areaOf(phrase);
    if (about === null) faults.push(`${where}: no inspectorate’s file knows the judgement area "${phrase}"`);
    else addGrade(judgement, { kind: 'area', about, grade }, where, scales, faults);
  }
  return judgement;
}

const TIMES = ['published', 'published_from', 'published_until', 'inspected_from', 'inspected_until'] as const;

/** A span with one end that cannot be read is none. */
function withoutHalves(row: Row, unfit: ReadonlySet<string>): Row {
  const rest = { ...row };
  for (const span of ['published', 'inspected'] as const)
    if (unfit.has(`${span}_from`) || unfit.has(`${span}_until`))
      Object.assign(rest, { [`${span}_from`]: '', [`${span}_until`]: '' });
  return rest;
}

/** `overall=good|…`. */
function pairs(cell: string, where: string, faults: string[]): [string, string][] {
  if (cell.trim() === '') return [];
  return cell.split('|').flatMap((part): [string, string][] => {
    const [about = '', grade = '', ...more] = part.split('=').map((side) => side.trim());
    if (about && grade && more.length === 0) return [[about, grade.toLowerCase().replaceAll(/[ -]/g, '_')]];
    faults.push(`${where} "${part.trim()}": write name=grade, several joined by |, such as overall=good`);
    return [];
  });
}

/** Two rows that agree in this are one judgement. */
const identityOf = ({
  authority,
  inspectorate,
  service,
  framework,
  published,
  publishedWithin,
  inspected,
}: RegisterJudgement) =>
  [
    authority,
    inspectorate,
    service,
    framework,
    published ?? publishedWithin?.from ?? '',
    published ? '' : (inspected?.from ?? ''),
  ].join(' ');
