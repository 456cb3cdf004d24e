import { parse } from 'csv-parse/sync';
import type { z } from 'zod';
import { closest } from '../../core/closest.ts';

export interface CsvRow<T> {
  /** 1-based line the row begins on. */
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
  let read: { cells: string[]; line: number }[];
  try {
    read = recordsOf(text);
  } catch (cause) {
    faults.push(`${file}: not a CSV table: ${cause instanceof Error ? cause.message : String(cause)}`);
    return [];
  }
  const header = read[0]?.cells ?? [];
  const separator = otherSeparator(header, columns);
  if (separator !== null) {
    faults.push(`${file}: its cells are separated by ${separator}; save it with commas between them`);
    return [];
  }
  const needed = columns.filter((column) => !schema.shape[column].safeParse(undefined).success);
  faults.push(...checkHeader(header, columns, needed, file));
  // Rows can be read past a column nobody knows, not without one that is needed.
  const lacking = needed.filter((column) => !header.includes(column));
  if (lacking.length > 0 && unfit === 'dropped') return [];

  const rows: CsvRow<z.infer<Shape>>[] = [];
  for (const { cells: record, line } of read.slice(1)) {
    const where = `${file} line ${line}`;
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
      rows.push({ line, value: checked.data, unfit: new Set() });
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
    rows.push({ line, value: blank as z.infer<Shape>, unfit: columnsUnfit });
  }
  return rows;
}

/** @throws the parser's error, in words, for broken quotes */
function recordsOf(text: string): { cells: string[]; line: number }[] {
  const options = { bom: true, info: true, raw: true, relax_column_count: true, skip_empty_lines: true, trim: true };
  // The parser counts a line break of two characters within quotes as two lines.
  const unbroken = text.replaceAll('\r\n', '\n');
  // The typings do not know that `info` and `raw` wrap each record.
  const records = parse(unbroken, options) as unknown as { record: string[]; raw: string; info: { lines: number } }[];
  return records.map(({ record, raw, info }) => ({
    cells: record,
    // What it counts is the line a record ends on; breaks within its cells stand in quotes.
    line: info.lines - (raw.trim().match(/\n/g)?.length ?? 0),
  }));
}

const SEPARATORS = { ';': 'semicolons', '\t': 'tabs' };

/** What separates the cells where a spreadsheet program wrote something else than commas; null where it did not. */
function otherSeparator(header: readonly string[], columns: readonly string[]): string | null {
  const [only = ''] = header.length === 1 ? header : [];
  const found = Object.entries(SEPARATORS).find(([mark]) => {
    const cells = only.split(mark);
    return cells.length > 1 && cells.some((cell) => columns.includes(cell.trim()));
  });
  return found?.[1] ?? null;
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
