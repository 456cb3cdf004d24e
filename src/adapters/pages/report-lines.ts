/**
 * Text placed on pages as the lines a reader sees: paragraphs, and the rows of a two-column table ("area – grade") with
 * their wrapped cells put together. Pure; the places come from `pdf.ts`.
 */

/** A run of text; `y` is its base line and grows upwards, all in points. */
export interface Piece {
  text: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

interface Cell {
  text: string;
  x: number;
}
export interface Line {
  y: number;
  height: number;
  cells: Cell[];
}

/** Wider than this many heights, a gap parts cells; a word's gap is a quarter. */
const CELL_GAP = 1.3;
/** More than this many heights from base line to base line, and a new paragraph begins. */
const PARAGRAPH_GAP = 1.65;
/** Cells of one column begin within this many points. */
const ALIGNED = 4;
const LONGEST_GRADE = 60;

export function linesOf(pieces: readonly Piece[]): Line[] {
  const sorted = pieces.filter(({ text }) => text.trim() !== '').sort((a, b) => b.y - a.y || a.x - b.x);
  const rows: Piece[][] = [];
  for (const piece of sorted) {
    const row = rows.at(-1);
    if (row && Math.abs(row[0]!.y - piece.y) <= Math.max(piece.height, 4) * 0.4) row.push(piece);
    else rows.push([piece]);
  }
  return rows.map((row) => {
    row.sort((a, b) => a.x - b.x);
    const cells: Cell[] = [];
    let end = Number.NEGATIVE_INFINITY;
    for (const { text, x, width, height } of row) {
      const cell = cells.at(-1);
      if (!cell || x - end > height * CELL_GAP) cells.push({ text, x });
      else cell.text += x - end > height * 0.12 && !/\s$/.test(cell.text) && !/^\s/.test(text) ? ` ${text}` : text;
      end = x + width;
    }
    for (const cell of cells) cell.text = cell.text.replace(/\s+/g, ' ').trim();
    return { y: row[0]!.y, height: Math.max(...row.map((piece) => piece.height)), cells };
  });
}

const wordsOf = ({ cells }: Line) => cells.map(({ text }) => text).join(' ');

/** Where the second column of the page's table begins; null where there is none. */
function secondColumn(lines: readonly Line[]): number | null {
  const ends = lines.filter(({ cells }) => cells.length === 2 && cells[1]!.text.length <= LONGEST_GRADE);
  const best = ends
    .map(({ cells }) => cells[1]!.x)
    .map((x) => ({ x, members: ends.filter(({ cells }) => Math.abs(cells[1]!.x - x) <= ALIGNED).length }))
    .sort((a, b) => b.members - a.members)[0];
  return best && best.members >= 2 ? best.x : null;
}

const inColumn = (cell: Cell, x: number) => Math.abs(cell.x - x) <= ALIGNED;

/** First and last line of the table whose second column begins at `x`. */
function tableAt(lines: readonly Line[], x: number): [from: number, until: number] {
  const isRow = (line: Line) => line.cells.some((cell) => inColumn(cell, x)) && line.cells.length <= 2;
  const hasBoth = (line: Line) => isRow(line) && line.cells.length === 2;
  const near = (at: number) => {
    const [above, line] = [lines[at - 1]!, lines[at]!];
    return above.y - line.y <= Math.max(above.height, line.height) * 3.2;
  };
  let from = lines.findIndex(hasBoth);
  let until = from + 1;
  // A cell's words may go on above and below the line its neighbour stands on.
  for (let at = until; at < lines.length && near(at); at += 1) if (isRow(lines[at]!)) until = at + 1;
  for (let at = from - 1; at >= 0 && near(at + 1); at -= 1) if (isRow(lines[at]!)) from = at;
  const tight = (at: number) => lines[at - 1]!.y - lines[at]!.y <= lines[at]!.height * PARAGRAPH_GAP;
  while (until < lines.length && tight(until) && lines[until]!.cells.length === 1) until += 1;
  while (from > 0 && tight(from) && lines[from - 1]!.cells.length === 1) from -= 1;
  return [from, until];
}

interface Placed {
  text: string;
  /** Base lines of its first and last line. */
  top: number;
  bottom: number;
}

/** Lines of one column put together to cells, where the space between cells is wider than between lines. */
function cellsByGap(lines: readonly { text: string; y: number }[]): Placed[] {
  const gaps = lines.slice(1).map(({ y }, at) => lines[at]!.y - y);
  const usual = Math.min(...gaps);
  const cells: Placed[] = [];
  for (const [at, { text, y }] of lines.entries()) {
    const cell = cells.at(-1);
    if (cell && gaps[at - 1]! <= usual * 1.25) {
      cell.text += ` ${text}`;
      cell.bottom = y;
    } else cells.push({ text, top: y, bottom: y });
  }
  return cells;
}

/** A word in small letters goes on with the line above it. */
function cellsByCase(lines: readonly { text: string; y: number }[]): Placed[] {
  const cells: Placed[] = [];
  for (const { text, y } of lines) {
    const cell = cells.at(-1);
    if (cell && /^\p{Ll}/u.test(text)) {
      cell.text += ` ${text}`;
      cell.bottom = y;
    } else cells.push({ text, top: y, bottom: y });
  }
  return cells;
}

function rowsOf(table: readonly Line[], x: number): string[] {
  const column = (isSecond: boolean) =>
    table.flatMap(({ y, cells }) =>
      cells.filter((cell) => inColumn(cell, x) === isSecond).map(({ text }) => ({ text, y })),
    );
  const grades = cellsByCase(column(true));
  const names = column(false);
  const byGap = cellsByGap(names);
  if (byGap.length === grades.length) return grades.map(({ text }, at) => `${byGap[at]!.text} – ${text}`);
  // Rows without space between them: each line of names belongs to the grade it stands nearest to, the upper of two.
  const middle = ({ top, bottom }: Placed) => (top + bottom) / 2;
  const owned = grades.map(() => [] as string[]);
  for (const { text, y } of names) {
    const distances = grades.map((grade) => Math.abs(middle(grade) - y));
    owned[distances.indexOf(Math.min(...distances))]!.push(text);
  }
  return grades.map(({ text }, at) => (owned[at]!.length > 0 ? `${owned[at]!.join(' ')} – ${text}` : text));
}

/** Lines that stand on many pages at one height, numbers aside: running heads and page numbers. */
function withoutRunningLines(pages: readonly Line[][]): Line[][] {
  const name = (line: Line) => `${Math.round(line.y / 6)} ${wordsOf(line).replace(/\d+/g, '#')}`;
  const counts = new Map<string, number>();
  for (const page of pages) for (const key of new Set(page.map(name))) counts.set(key, (counts.get(key) ?? 0) + 1);
  return pages.map((page) =>
    page.filter(
      (line) => (counts.get(name(line)) ?? 0) < 3 && !/^(?:page )?\d{1,3}(?: of \d{1,3})?$/i.test(wordsOf(line)),
    ),
  );
}

/** The words set largest on the first page: the report's name. */
export function titleOf(firstPage: readonly Line[]): string {
  const largest = Math.max(0, ...firstPage.map(({ height }) => height));
  const start = firstPage.findIndex(({ height }) => height >= largest - 0.5);
  const end = firstPage.findIndex(({ height }, at) => at > start && height < largest - 0.5);
  return firstPage
    .slice(Math.max(start, 0), end < 0 ? undefined : end)
    .slice(0, 4)
    .map(wordsOf)
    .join(' ')
    .slice(0, 300);
}

/** @returns paragraphs parted by empty lines; rows of a table stand together, one a line */
export function reportText(pages: readonly Line[][]): string {
  return withoutRunningLines(pages).flatMap(blocksOf).join('\n\n');
}

function blocksOf(page: readonly Line[]): string[] {
  const x = secondColumn(page);
  if (x === null) return paragraphs(page);
  const [from, until] = tableAt(page, x);
  return [
    ...paragraphs(page.slice(0, from)),
    rowsOf(page.slice(from, until), x).join('\n'),
    ...blocksOf(page.slice(until)),
  ];
}

function paragraphs(lines: readonly Line[]): string[] {
  const blocks: string[] = [];
  for (const [at, line] of lines.entries()) {
    const above = lines[at - 1];
    const text = line.cells.map((cell) => cell.text).join(line.cells.length > 1 ? ' – ' : ' ');
    const begins =
      !above ||
      above.y - line.y > Math.max(above.height, line.height) * PARAGRAPH_GAP ||
      Math.abs(above.height - line.height) > 1.5 ||
      // A list's mark, or "Lead inspector: ..." on the report's face.
      /^(?:[•▪◼■●–-]\s|\p{Lu}[\p{L} ’']{2,30}: )/u.test(text);
    if (begins) blocks.push(text);
    else blocks[blocks.length - 1] += ` ${text}`;
  }
  return blocks;
}
