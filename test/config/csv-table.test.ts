/** Tables people make in spreadsheet programs: what is wrong with them is said where it stands. */
import { expect, test } from 'vitest';
import { z } from 'zod';
import { readCsvTable } from '../../src/adapters/config/csv-table.ts';

const Row = z.object({ name: z.string(), size: z.enum(['small', 'large']) });
const read = (text: string) => {
  const faults: string[] = [];
  const rows = readCsvTable(text, 't.csv', Row, faults);
  return { faults, lines: rows.map(({ line, value }) => [line, value.name]) };
};

for (const [system, end] of [
  ['Unix', '\n'],
  ['Windows', '\r\n'],
] as const)
  test(`a row is named by the line it begins on, whatever breaks its cells hold (${system})`, () => {
    const text = ['name,size', '', '"a', '', 'b",small', 'c,huge', 'd,large', '"e', 'f",huge'].join(end);
    const { faults, lines } = read(text);
    expect(lines).toEqual([
      [3, 'a\n\nb'],
      [7, 'd'],
    ]);
    expect(faults.map((fault) => fault.split(',')[0])).toEqual(['t.csv line 6', 't.csv line 8']);
  });

const others = [
  [';', 'semicolons'],
  ['\t', 'tabs'],
] as const;
for (const [mark, word] of others)
  test(`cells separated by ${word} are said to be so, and nothing else`, () =>
    expect(read(`name${mark}size\na${mark}small`)).toEqual({
      ...{ faults: [`t.csv: its cells are separated by ${word}; save it with commas between them`], lines: [] },
    }));

test('one unknown column is told as that', () =>
  expect(read('nam\na').faults).toEqual([
    't.csv: unknown column "nam"; did you mean "name"?',
    't.csv: missing columns name, size',
  ]));
