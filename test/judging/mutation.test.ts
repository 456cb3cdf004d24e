/**
 * Every mask and every risky name earns its place: without it, some sentence names a council that is not meant. The same
 * of rules, those about names among them, stands in `rules.test.ts`.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { describe, expect, test } from 'vitest';
import { loadRulebook } from '../../src/adapters/config/rulebook.ts';
import { checkMasks } from '../../src/core/judging/check-masks.ts';
import { read } from '../../src/core/judging/read.ts';
import type { Rulebook } from '../../src/core/judging/rules/rulebook.ts';
import { anArticle, CONFIG } from './support.ts';

type Row = Record<'slug' | 'short_name' | 'bare', string>;
const rows = parse(readFileSync(join(CONFIG, 'authorities.csv'), 'utf8'), { columns: true }) as Row[];

/** The shipped rules, were no name risky. */
function withoutRisks(): Rulebook {
  const folder = mkdtempSync(join(tmpdir(), 'gradewatch-mutation-'));
  try {
    const file = join(folder, 'authorities.csv');
    const emptied = rows.map((row) => ({ ...row, bare: '' }));
    writeFileSync(file, stringify(emptied, { header: true }));
    return loadRulebook(CONFIG, { authorities: file });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
const shipped = loadRulebook(CONFIG);
const names = (book: Rulebook, text: string, slug: string) =>
  read(anArticle({ text }), book).mentions.some(({ cls, id }) => cls === 'authority' && id === slug);

/** Acronyms need a second signal, flagged or not. */
const risky = rows.filter(({ bare, short_name }) => bare === 'signal' && !/^[A-Z]+$/.test(short_name));

describe('masks', () => {
  // Takes them out one by one: without any one of them its own example names an authority by mistake.
  test('each does what its example promises, and nothing else would do it', () => {
    expect(shipped.masks.length).toBeGreaterThan(350);
    expect(checkMasks(shipped)).toEqual([]);
  });

  const withMask = (phrase: string, example: string): Rulebook => ({
    ...shipped,
    masks: [{ authority: 'bexley', phrase, example, file: 'masks.csv', line: 7 }],
  });
  test('one that changes nothing is a fault', () => {
    const [fault] = checkMasks(withMask('Bexley Hospital', 'A ward at Bexley Hospital was closed.'));
    expect(fault).toMatchObject({ rule: 'mask.bexley', file: 'masks.csv', line: 7 });
    expect(fault?.got).toMatch(/take the mask out/);
  });
  test('one that lets its council through is a fault', () =>
    expect(checkMasks(withMask('Bexley crumpet', 'She ate a Bexley crumpet.'))).toMatchObject([
      { expected: 'nobody named by "Bexley crumpet"', got: 'bexley' },
    ]));
});

test('a risky name alone is nobody, beside a council’s services it is one, and unflagged it would always be', () => {
  const unflagged = withoutRisks();
  for (const { slug, short_name: name } of risky) {
    const alone = `People spoke of ${name} yesterday.`;
    expect(names(shipped, alone, slug), alone).toBe(false);
    expect(names(unflagged, alone, slug), `${alone} (unflagged)`).toBe(true);
    const meant = `Ofsted reported on ${name}’s children’s services yesterday.`;
    expect(names(shipped, meant, slug), meant).toBe(true);
  }
  expect(risky.length).toBeGreaterThan(25);
});
