import { oneLine } from '../core/sending/safe.ts';

/** Narrower than this nothing can be laid out; longer lines are better then. */
const LEAST = 20;

/**
 * Text for a terminal after something of `indent` columns, folded at spaces; further lines start below it.
 *
 * @param text  cleaned of control characters here: titles and quotes come from strangers
 * @param width columns of the terminal; infinite where output is piped, which is never folded
 */
export function wrap(text: string, indent: number, width: number): string {
  const room = Math.max(width - indent, LEAST);
  const lines: string[] = [];
  let line = '';
  for (const word of oneLine(text).split(' ')) {
    if (line !== '' && line.length + 1 + word.length > room) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join(`\n${' '.repeat(indent)}`);
}

/** `label    value`, the value folded beside its label. */
export const labelled = (rows: readonly (readonly [string, string])[], width: number): string => {
  const column = Math.max(...rows.map(([label]) => label.length)) + 2;
  return rows.map(([label, value]) => `${label.padEnd(column)}${wrap(value, column, width)}`).join('\n');
};
