import { oneLine, shorten } from '../core/sending/safe.ts';

/**
 * A plain table for a terminal: columns as wide as their widest cell, two spaces between. Where that is wider than the
 * terminal only the last column is cut, so it holds what can be spared; piped output (infinite width) is never cut. Where a
 * cell holds nothing a dash stands.
 */
export function table(
  head: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
  width: number,
): string {
  const cells = [head, ...rows].map((row) => row.map((cell) => oneLine(String(cell ?? '')) || '–'));
  const widths = head.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  return cells
    .map((row) => {
      const line = row
        .map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0)))
        .join('  ');
      return shorten(line, Math.max(width, 20));
    })
    .join('\n');
}
