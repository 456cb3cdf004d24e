import { stringify } from 'csv-stringify/sync';
import type { CellValue } from '../../core/sending/columns.ts';
import { cell } from '../../core/sending/safe.ts';

/**
 * RFC 4180 with every field quoted, guarded against formulas.
 * @param bom puts a byte order mark first, which some spreadsheet programs need to see UTF-8
 */
export function csvBytes(rows: readonly (readonly CellValue[])[], { bom = false } = {}): Uint8Array {
  const text = stringify(
    rows.map((row) => row.map(cell)),
    { quoted: true, quoted_empty: true, record_delimiter: '\r\n', bom },
  );
  return Buffer.from(text, 'utf8');
}
