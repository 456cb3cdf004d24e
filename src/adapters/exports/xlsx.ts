/** Spreadsheets with the same bytes on every machine. Hides write-excel-file and fflate. */
import { unzipSync, zipSync } from 'fflate';
import writeXlsxFile from 'write-excel-file/node';
import type { CellValue } from '../../core/sending/columns.ts';
import { cellText } from '../../core/sending/safe.ts';
import type { ReadingSheet, ReadLine } from './reading-sheet.ts';
import { type PrintedSheet, printing } from './xlsx-print.ts';

/** For programs, and for people who filter: a header line, which stays in sight, over rows of the same shape. */
export interface DataSheet {
  name: string;
  /** The header line first. */
  rows: readonly (readonly CellValue[])[];
  /** Headers of the first and the last of the columns that come out on paper; all unless given. */
  paper?: readonly [string, string];
  /** What is said on paper where there is no row. */
  empty?: string;
}
export type Sheet = DataSheet | ReadingSheet;

/** What a program accepts in one sheet. */
const MOST_ROWS = 1_048_576;
/** Columns are as wide as what stands in them, within these bounds: a quote is not to push the rest off the screen. */
const NARROWEST = 8;
const WIDEST = 60;

const widthOf = ({ rows }: DataSheet, column: number): number =>
  Math.min(
    WIDEST,
    rows.reduce((widest, row) => Math.max(widest, String(row[column] ?? '').length + 2), NARROWEST),
  );

const LINE_POINTS = 15;
const STYLES: Record<ReadLine['kind'], { style: object; linePoints: number; abovePoints: number }> = {
  title: { style: { fontWeight: 'bold', fontSize: 15 }, linePoints: 21, abovePoints: 3 },
  section: { style: { fontWeight: 'bold', fontSize: 12, alignVertical: 'bottom' }, linePoints: 17, abovePoints: 13 },
  header: {
    style: { fontWeight: 'bold', backgroundColor: '#E8ECF0', bottomBorderStyle: 'thin', bottomBorderColor: '#66727D' },
    ...{ linePoints: LINE_POINTS, abovePoints: 2 },
  },
  strong: { style: { fontWeight: 'bold' }, linePoints: LINE_POINTS, abovePoints: 3 },
  text: { style: {}, linePoints: LINE_POINTS, abovePoints: 3 },
};
// What a style leaves out, typeface and size, each program takes as it likes.
const READ = { wrap: true, alignVertical: 'top' as const, fontFamily: 'Calibri', fontSize: 11 };

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

/** How high a line is: no program finds that out of joined cells, and lines would run over the next row. */
function heightOf({ kind, cells }: ReadLine, widths: readonly number[]): number {
  const { linePoints, abovePoints } = STYLES[kind];
  let column = 0;
  const lines = cells.map(({ text, span }) => {
    const width = widths.slice(column, column + span).reduce((sum, one) => sum + one, 0);
    column += span;
    // Larger letters and bold ones take more room.
    return linesOf(text, (width * LINE_POINTS) / (kind === 'text' ? linePoints : linePoints + 2));
  });
  return abovePoints + linePoints * Math.max(...lines);
}

/** A line to read as a row, the columns that a text takes besides its own left empty. */
function readRow(line: ReadLine, widths: readonly number[]) {
  const style = { ...READ, ...STYLES[line.kind].style, height: heightOf(line, widths) };
  return line.cells.flatMap(({ text, span }) => [
    cellOf(text, { ...style, ...(span > 1 ? { columnSpan: span } : {}) }),
    ...Array.from({ length: span - 1 }, () => null),
  ]);
}

const dataRow = (row: readonly CellValue[], line: number) =>
  row.map((value) => cellOf(value, line === 0 ? { fontWeight: 'bold' } : {}));

/**
 * @param stamp the time every file inside the archive carries: the week's end, never the time of writing
 */
export async function xlsxBytes(sheets: readonly Sheet[], stamp: Date): Promise<Uint8Array> {
  const printed = sheets.map(printedOf);
  const book = await writeXlsxFile(
    sheets.map((sheet, index) => ({
      sheet: sheet.name,
      stickyRowsCount: 1,
      columns: printed[index]!.widths.map((width) => ({ width })),
      data:
        'lines' in sheet
          ? sheet.lines.map((line) => readRow(line, sheet.widths))
          : sheet.rows.slice(0, MOST_ROWS).map(dataRow),
    })),
    { features: [{ files: { transform: printing(printed) } }] },
  ).toBuffer();
  return repack(book, stamp);
}

function cellOf(value: CellValue, style: object) {
  // Text is typed as text: a program shows it and never reads a number, date or formula into it. A guard would be shown too.
  return typeof value === 'number' ? { value, type: Number } : { value: cellText(value), type: String, ...style };
}

function printedOf(sheet: Sheet): PrintedSheet {
  if ('lines' in sheet) {
    const { name, title, lines, widths } = sheet;
    return { name, said: title, rows: lines.length, widths, filtered: false, paper: [0, widths.length - 1] };
  }
  const { name, rows, empty } = sheet;
  const header = rows[0] ?? [];
  const [first, last] = sheet.paper ?? [];
  const part = first && last ? `, columns ${first} to ${last}; the others are in the file` : '';
  return {
    ...{ name, said: rows.length < 2 && empty ? `${name}: ${empty}` : `${name}${part}`, filtered: true },
    rows: Math.min(rows.length, MOST_ROWS),
    widths: header.map((_, index) => widthOf(sheet, index)),
    paper: first && last ? [header.indexOf(first), header.indexOf(last)] : [0, header.length - 1],
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
