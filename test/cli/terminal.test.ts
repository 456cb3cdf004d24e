/** Results in a terminal: nothing a reader needs is cut, nothing hostile gets through. */
import { describe, expect, test } from 'vitest';
import { table } from '../../src/cli/table.ts';
import { labelled, wrap } from '../../src/cli/wrap.ts';

describe('wrap', () => {
  test.each([40, 80, 120])('no line is longer than %i columns, and no word is lost', (width) => {
    const text =
      'Northshire: requires improvement (Care Quality Commission, adult social care), down from good, twice. '.repeat(
        4,
      );
    const lines = `${'2026-06-18'.padEnd(12)}${wrap(text, 12, width)}`.split('\n');
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
    expect(lines.join(' ').replaceAll(/\s+/g, ' ').slice(11)).toBe(text.trim());
  });

  test('piped output is one line, whatever its length', () =>
    expect(wrap('word '.repeat(500), 12, Number.POSITIVE_INFINITY)).not.toContain('\n'));

  test('what a terminal would obey is taken out', () =>
    expect(wrap('good\u001b[2J\u0007 \u202enews', 0, 80)).toBe('good[2J news'));

  test('values stand beside their labels, further lines below', () =>
    expect(
      labelled(
        [
          ['key', 'a'],
          ['framework', 'one two three four five six seven eight'],
        ],
        42,
      ),
    ).toBe('key        a\nframework  one two three four five six\n           seven eight'));
});

describe('table', () => {
  const rows = [['failing', 'dns', 'test-1', 'A paper with a long name, longer than anybody needs it to be']];
  test('only the last column gives way to the width', () => {
    const [, line = ''] = table(['state', 'fault', 'id', 'name'], rows, 40).split('\n');
    expect(line.length).toBeLessThanOrEqual(40);
    expect(line).toMatch(/^failing {2}dns {4}test-1 {2}A paper.*…$/);
  });
  test('piped output is never cut', () =>
    expect(table(['state', 'fault', 'id', 'name'], rows, Number.POSITIVE_INFINITY)).toContain('needs it to be'));
});
