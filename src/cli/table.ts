import { oneLine } from '../core/sending/safe.ts';

/**
 * A plain table for a terminal: columns as wide as their widest cell, two spaces between; a cell that would push the line
 * past the width is cut in the last column only.
 */
export function table(
  head: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
  width: number,
): string {
  const cells = [head, ...rows].map((row) => row.map((cell) => oneLine(cell === null ? '–' : String(cell))));
  const widths = head.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  return cells
    .map((row) => {
      const line = row
        .map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0)))
        .join('  ');
      return line.length > width ? `${line.slice(0, Math.max(width - 1, 20))}…` : line;
    })
    .join('\n');
}
