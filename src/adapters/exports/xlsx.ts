/** Spreadsheets with the same bytes on every machine. Hides write-excel-file and fflate. */
import { unzipSync, zipSync } from 'fflate';
import writeXlsxFile from 'write-excel-file/node';
import type { CellValue } from '../../core/sending/columns.ts';
import { cell } from '../../core/sending/safe.ts';
import { type PrintedSheet, printing } from './xlsx-print.ts';

export interface Sheet {
  name: string;
  /** A header line first. */
  rows: readonly (readonly CellValue[])[];
  /** For people rather than programs: what is long goes on below, in columns narrow enough to be read on paper. */
  forReading?: true;
  /** Header of the column that says what a row is of; the first unless given. */
  named?: string;
}

/** What a program accepts in one sheet. */
const MOST_ROWS = 1_048_576;
/** Columns are as wide as what stands in them, within these bounds: a quote is not to push the rest off the screen. */
const NARROWEST = 8;
const WIDEST = 60;
const WIDEST_READ = 20;

const widthOf = ({ rows, forReading }: Sheet, column: number): number =>
  Math.min(
    forReading ? WIDEST_READ : WIDEST,
    rows.reduce((widest, row) => Math.max(widest, String(row[column] ?? '').length + 2), NARROWEST),
  );

const LINE_POINTS = 15;

/** A width counts digits; letters of running text are a little narrower. */
const LETTERS_PER_WIDTH = 1.1;

/** Lines a text takes in a column, words kept whole. */
function linesOf(text: string, width: number): number {
  const most = Math.floor(width * LETTERS_PER_WIDTH);
  let [lines, used] = [1, 0];
  for (const { length } of text.split(' ')) {
    if (used > 0 && used + 1 + length > most) [lines, used] = [lines + 1, 0];
    lines += Math.floor(Math.max(length - 1, 0) / most);
    used += (used > 0 ? 1 : 0) + length;
  }
  return lines;
}

/** How high a row is: not every program finds that out itself, and one that does not lets lines run over the next row. */
const heightOf = (row: readonly CellValue[], widths: readonly number[]): number =>
  LINE_POINTS * Math.max(...row.map((value, column) => linesOf(String(value), widths[column] ?? NARROWEST)));

/**
 * @param stamp the time every file inside the archive carries: the week's end, never the time of writing
 */
export async function xlsxBytes(sheets: readonly Sheet[], stamp: Date): Promise<Uint8Array> {
  const printed = sheets.map(printedOf);
  const book = await writeXlsxFile(
    sheets.map((sheet, index) => {
      const widths = printed[index]?.widths ?? [];
      return {
        sheet: sheet.name,
        stickyRowsCount: 1,
        columns: widths.map((width) => ({ width })),
        data: sheet.rows.slice(0, MOST_ROWS).map((row, line) => {
          const read = sheet.forReading && { ...READ, height: heightOf(row, widths) };
          return row.map((value) => cellOf(value, { ...(line === 0 ? BOLD : {}), ...read }));
        }),
      };
    }),
    { features: [{ files: { transform: printing(printed) } }] },
  ).toBuffer();
  return repack(book, stamp);
}

const BOLD = { fontWeight: 'bold' as const };
const READ = { wrap: true, alignVertical: 'top' as const };

function cellOf(value: CellValue, style: object) {
  const guarded = cell(value);
  // Text is typed as text: a program shows it and never reads a number, date or formula into it.
  return typeof guarded === 'number' ? { value: guarded, type: Number } : { value: guarded, type: String, ...style };
}

function printedOf(sheet: Sheet): PrintedSheet {
  const { name, rows, named } = sheet;
  const header = rows[0] ?? [];
  return {
    ...{ name, rows: Math.min(rows.length, MOST_ROWS) },
    widths: header.map((_, index) => widthOf(sheet, index)),
    repeats: Math.max(named === undefined ? 0 : header.indexOf(named), 0),
  };
}

/** Zips once more with fixed times, names in order. */
function repack(book: Uint8Array, stamp: Date): Uint8Array {
  // Zip times have no zone and fflate reads them off the machine's clock face: noon of the day, read in local time, shows
  // the same face everywhere, and no clock change falls on noon.
  const mtime = new Date(stamp.getUTCFullYear(), stamp.getUTCMonth(), stamp.getUTCDate(), 12);
  const files = Object.entries(unzipSync(book)).sort(([a], [b]) => (a < b ? -1 : 1));
  // os 0: fflate would otherwise leave room for a mark of the system it ran on.
  return zipSync(Object.fromEntries(files.map(([name, bytes]) => [name, [bytes, { mtime, os: 0, level: 6 }]])));
}
