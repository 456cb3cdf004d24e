import { parse } from 'csv-parse/sync';
import type { z } from 'zod';
import { closest } from '../../core/closest.ts';

export interface CsvRow<T> {
  /** 1-based line the row ends on. */
  line: number;
  value: T;
  /** Columns whose cell does not fit, or that the table lacks: empty in `value`. */
  unfit: ReadonlySet<string>;
}

/**
 * Reads a table of facts: a header line with the columns of `schema` in any order, one row a record, empty cells as
 * `''`. A column whose schema has a default may be left out. Faults (wrong columns, broken quotes,
 * cells that do not fit) are added to `faults`, each with file,
 * line, column and, where there is one, the word likely meant; rows without a fault are returned all the same, so that
 * later checks can name their faults in the same breath.
 *
 * @param file  what to call the table in a fault
 * @param unfit whether rows with cells that do not fit are returned too, for checks of what else they say
 */
export function readCsvTable<Shape extends z.ZodObject>(
  text: string,
  file: string,
  schema: Shape,
  faults: string[],
  unfit: 'dropped' | 'kept' = 'dropped',
): CsvRow<z.infer<Shape>>[] {
  const columns = Object.keys(schema.shape);
  let raw: { record: string[]; info: { lines: number } }[];
  try {
    const options = { bom: true, info: true, relax_column_count: true, skip_empty_lines: true, trim: true } as const;
    // The typings do not know that `info` wraps each record.
    raw = parse(text, options) as unknown as typeof raw;
  } catch (cause) {
    faults.push(`${file}: not a CSV table: ${cause instanceof Error ? cause.message : String(cause)}`);
    return [];
  }
  const header = raw[0]?.record ?? [];
  const needed = columns.filter((column) => !schema.shape[column].safeParse(undefined).success);
  faults.push(...checkHeader(header, columns, needed, file));
  // Rows can be read past a column nobody knows, not without one that is needed.
  const lacking = needed.filter((column) => !header.includes(column));
  if (lacking.length > 0 && unfit === 'dropped') return [];

  const rows: CsvRow<z.infer<Shape>>[] = [];
  for (const { record, info } of raw.slice(1)) {
    const where = `${file} line ${info.lines}`;
    if (record.length !== header.length) {
      faults.push(
        `${where}: ${record.length} cells where the header has ${header.length}; quote cells with commas in them`,
      );
      continue;
    }
    const cells = Object.fromEntries(
      columns.flatMap((column) => (header.includes(column) ? [[column, record[header.indexOf(column)] ?? '']] : [])),
    );
    const checked = schema.safeParse(cells);
    if (checked.success) {
      rows.push({ line: info.lines, value: checked.data, unfit: new Set() });
      continue;
    }
    // What the header lacks was told once.
    const issues = checked.error.issues.filter((issue) => !lacking.includes(String(issue.path[0])));
    for (const issue of issues) faults.push(`${where}, ${cellFault(issue, cells)}`);
    if (unfit === 'dropped') continue;
    const columnsUnfit = new Set([...lacking, ...issues.map((issue) => String(issue.path[0]))]);
    const blank = Object.fromEntries(
      columns.map((column) => [column, columnsUnfit.has(column) ? '' : (cells[column] ?? '')]),
    );
    rows.push({ line: info.lines, value: blank as z.infer<Shape>, unfit: columnsUnfit });
  }
  return rows;
}

/** One row of named texts. @returns null for one that does not fit; every fault has been noted, with its place */
export function checkCells<Shape extends z.ZodObject>(
  cells: Record<string, string>,
  where: string,
  schema: Shape,
  faults: string[],
): z.infer<Shape> | null {
  const checked = schema.safeParse(cells);
  if (checked.success) return checked.data;
  for (const issue of checked.error.issues) faults.push(`${where}, ${cellFault(issue, cells)}`);
  return null;
}

function checkHeader(header: string[], columns: string[], needed: string[], file: string): string[] {
  const faults: string[] = [];
  for (const [index, column] of header.entries()) {
    if (header.indexOf(column) !== index) faults.push(`${file}: column "${column}" stands twice`);
    if (columns.includes(column)) continue;
    const meant = closest(column, columns);
    faults.push(`${file}: unknown column "${column}"${meant ? `; did you mean "${meant}"?` : ''}`);
  }
  const missing = needed.filter((column) => !header.includes(column));
  if (missing.length)
    faults.push(`${file}: missing ${missing.length === 1 ? 'column' : 'columns'} ${missing.join(', ')}`);
  return faults;
}

function cellFault(issue: z.core.$ZodIssue, cells: Record<string, string>): string {
  const column = String(issue.path[0] ?? 'row');
  const cell = cells[column] ?? '';
  if (issue.code !== 'invalid_value') return `${column} "${cell}": ${issue.message}`;
  const words = issue.values.map(String);
  const meant = closest(cell, words);
  return `${column} "${cell}": ${meant ? `did you mean "${meant}"?` : `must be one of ${words.join(', ')}`}`;
}
