/**
 * A letter as a sheet that is read on the screen and filed on paper: one page wide, its lines high enough for what wraps.
 * Nothing in it is for programs; their sheets stand beside it.
 */
import type { Block, Letter, Linked } from '../../core/sending/letter.ts';
import { oneLine } from '../../core/sending/safe.ts';

/** A text over several of the sheet's columns. */
export interface ReadCell {
  text: string;
  span: number;
}
export interface ReadLine {
  kind: 'title' | 'section' | 'header' | 'strong' | 'text';
  cells: readonly ReadCell[];
}
export interface ReadingSheet {
  name: string;
  /** Stands in its first line, which is repeated on every page. */
  title: string;
  /** Of its columns, in digits. */
  widths: readonly number[];
  lines: readonly ReadLine[];
}

/** Columns of the widest table, the week's judgements; other tables and lists take several of them together. */
const WIDTHS = [16, 17, 21, 25, 17, 32, 14, 18, 17] as const;
/** By its number of columns, how many of the sheet's a table's columns take: what is long gets the wider ones. */
const SPANS: Record<number, readonly number[]> = {
  4: [2, 3, 2, 2],
  9: [1, 1, 1, 1, 1, 1, 1, 1, 1],
};
/** Of a list: what it is about, and what is said of it. */
const LISTED = [2, 7] as const;

const textOf = (cell: string | Linked): string => oneLine(typeof cell === 'string' ? cell : cell.text);
const whole = (kind: ReadLine['kind'], text: string): ReadLine => ({
  kind,
  cells: [{ text: oneLine(text), span: WIDTHS.length }],
});

function tableLine(kind: ReadLine['kind'], row: readonly (string | Linked)[]): ReadLine {
  const spans = SPANS[row.length] ?? [];
  return { kind, cells: row.map((cell, column) => ({ text: textOf(cell), span: spans[column] ?? 1 })) };
}

function linesOf(block: Block): ReadLine[] {
  switch (block.kind) {
    case 'banner':
      return [whole('strong', block.text)];
    case 'section':
      return [whole('section', block.title)];
    case 'table':
      return [tableLine('header', block.columns), ...block.rows.map((row) => tableLine('text', row))];
    case 'items':
      return block.items.map((item) => {
        if (!item.note) return whole('text', item.text);
        const [about, said] = LISTED;
        const cells = [
          { text: oneLine(item.text), span: about },
          { text: oneLine(item.note), span: said },
        ];
        return { kind: 'text', cells };
      });
    case 'facts':
      return block.rows.map(({ label, value }) => whole('text', `${label}: ${value}`));
    case 'verdict':
      return [whole('strong', `${block.label}: ${block.text}`)];
    case 'quote':
      return [whole('text', `“${block.text}”`)];
    case 'paragraph':
      return [whole('text', block.text)];
    case 'action':
      return [];
  }
}

/** All that the letter says, in its order, its links left out: their addresses stand in the sheets for programs. */
export const readingSheet = (name: string, letter: Letter): ReadingSheet => ({
  ...{ name, title: oneLine(letter.title), widths: WIDTHS },
  lines: [
    whole('title', letter.title),
    ...letter.blocks.flatMap(linesOf),
    ...letter.footer.filter(({ url }) => !url).map(({ text }) => whole('text', text)),
  ],
});
