/**
 * Tables with a column a year: "Area | 2019 | 2023", and under it an area or a council with its grade in each. The newest
 * column is what is told, the others are what was. Cells stand in one line or one below the other.
 */
import type { Rating, Target } from '../statement.ts';
import { mentionsIn, type Reading } from '../text/reading.ts';
import type { Sentence } from '../text/sentences.ts';
import { otherWords } from './lines.ts';
import { target } from './lists.ts';

export interface Cell {
  target: Target;
  year: number;
  newest: boolean;
}

/** "Area inspected", "Judgement area": more words make a sentence of it. */
const MOST_HEADING_WORDS = 3;
const MOST_ROW_WORDS = 8;
/** Of more years than that nobody makes a table; hostile text may. */
const MOST_COLUMNS = 8;

interface Column {
  year: number;
  /** Which cell of the line, where lines are marked. */
  cell: number;
}

/** @returns for each grade under a year its place in the table */
export function yearCells(reading: Reading, ratings: Rating[]): Map<Rating, Cell> {
  const cells = new Map<Rating, Cell>();
  const bySentence = new Map<Sentence, Rating[]>();
  for (const rating of ratings) bySentence.set(rating.sentence, [...(bySentence.get(rating.sentence) ?? []), rating]);
  for (let n = 0; n < reading.sentences.length; n++) {
    const { columns, next } = headingAt(reading, n);
    if (columns.length < 2) continue;
    const newest = Math.max(...columns.map(({ year }) => year));
    let at = next;
    for (;;) {
      const row = rowAt(reading, at, columns, bySentence);
      if (!row) break;
      for (const [rating, year] of row.grades)
        cells.set(rating, {
          target: year === newest ? row.target : ofThePast(row.target),
          year,
          newest: year === newest,
        });
      at = row.next;
    }
    n = Math.max(n, at - 1);
  }
  return cells;
}

/** What an area once was is no grade of the whole. */
const ofThePast = (of: Target): Target => (of.areas.length > 0 ? { ...of, partial: true } : of);

function headingAt(reading: Reading, n: number): { columns: Column[]; next: number } {
  const columns: Column[] = [];
  let next = n;
  for (let sentence = reading.sentences[next]; sentence?.field === 'text'; sentence = reading.sentences[next]) {
    const years = mentionsIn(reading, 'year', sentence.from, sentence.to);
    if (years.length === 0 && next > n) break;
    if (mentionsIn(reading, 'grade', sentence.from, sentence.to).length > 0) break;
    if (otherWords(reading, sentence, years) > (next === n ? MOST_HEADING_WORDS : 0)) break;
    for (const { id, from } of years) columns.push({ year: Number(id), cell: cellOf(reading, sentence, from) });
    next++;
    if (years.length > 1 || columns.length >= MOST_COLUMNS) break;
  }
  const years = new Set(columns.map(({ year }) => year));
  return { columns: years.size === columns.length ? columns : [], next };
}

interface Row {
  target: Target;
  grades: [Rating, number][];
  next: number;
}

function rowAt(
  reading: Reading,
  at: number,
  columns: Column[],
  bySentence: ReadonlyMap<Sentence, Rating[]>,
): Row | null {
  const line = reading.sentences[at];
  if (line?.field !== 'text') return null;
  const areas = mentionsIn(reading, 'area', line.from, line.to).slice(0, 1);
  const names = mentionsIn(reading, 'authority', line.from, line.to);
  const said = bySentence.get(line) ?? [];
  const known = [...areas, ...names, ...said.map(({ mention }) => mention)];
  if (areas.length + names.length === 0 || otherWords(reading, line, known) > MOST_ROW_WORDS) return null;
  const found: Row = { target: target(areas), grades: [], next: at + 1 };
  if (said.length > 0) {
    const marked = cellOf(reading, line, line.to) > 0;
    if (!marked && said.length !== columns.length) return null;
    said.forEach((rating, n) => {
      const cell = cellOf(reading, line, rating.mention.from);
      const column = marked ? columns.find((c) => c.cell === cell) : columns[n];
      if (column) found.grades.push([rating, column.year]);
    });
    return found;
  }
  for (const { year } of columns) {
    const below = reading.sentences[found.next];
    const [lone, more] = below ? (bySentence.get(below) ?? []) : [];
    if (!below || !lone || more || otherWords(reading, below, [lone.mention]) > 0) return null;
    found.grades.push([lone, year]);
    found.next++;
  }
  return found;
}

/** How many cells of its line end before a place. */
function cellOf(reading: Reading, { from }: Sentence, at: number): number {
  let cells = 0;
  for (let i = from; i < at; i++) if (reading.tokens[i]?.w === '|') cells++;
  return cells;
}
