/**
 * Every mask and every risky name earns its place: without it, some sentence names a council that is not meant. The same
 * of rules about names stands in `rules.test.ts`.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { expect, test } from 'vitest';
import { loadRulebook } from '../../src/adapters/config/rulebook.ts';
import { read } from '../../src/core/judging/reading.ts';
import type { Rulebook } from '../../src/core/judging/rulebook.ts';
import { anArticle, CONFIG } from './support.ts';

type Row = Record<'slug' | 'short_name' | 'bare' | 'masks', string>;
const rows = parse(readFileSync(join(CONFIG, 'authorities.csv'), 'utf8'), { columns: true }) as Row[];

/** The shipped rules with a column of the authorities emptied. */
function without(column: 'masks' | 'bare'): Rulebook {
  const folder = mkdtempSync(join(tmpdir(), 'gradewatch-mutation-'));
  try {
    const file = join(folder, 'authorities.csv');
    const emptied = rows.map((row) => ({ ...row, [column]: '' }));
    writeFileSync(file, stringify(emptied, { header: true }));
    return loadRulebook(CONFIG, { authorities: file });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
const shipped = loadRulebook(CONFIG);
const names = (book: Rulebook, text: string, slug: string) =>
  read(anArticle({ text }), book).mentions.some(({ cls, id }) => cls === 'authority' && id === slug);

const masks = rows.flatMap(({ slug, masks: cell }) =>
  cell
    .split('|')
    .filter(Boolean)
    .map((mask) => ({
      slug,
      mask,
      text: `Ofsted inspectors and council leaders heard of ${mask} and its children’s services.`,
    })),
);
/** Acronyms need a second signal, flagged or not. */
const risky = rows.filter(({ bare, short_name }) => bare === 'signal' && !/^[A-Z]+$/.test(short_name));

test('no mask lets its council through', () => {
  expect(
    masks.filter(({ slug, text }) => names(shipped, text, slug)).map(({ slug, mask }) => `${slug}: ${mask}`),
  ).toEqual([]);
});

test('without masks, sentences name councils that are not meant, wherever no general rule makes up for it', () => {
  const bare = without('masks');
  const only = masks.filter(({ slug, text }) => names(bare, text, slug));
  // The others (clubs, universities, hospitals, places abroad) are also known by the words beside the name.
  expect(only.length).toBeGreaterThan(350);
});

test('a risky name alone is nobody, beside a council’s services it is one, and unflagged it would always be', () => {
  const unflagged = without('bare');
  for (const { slug, short_name: name } of risky) {
    const alone = `People spoke of ${name} yesterday.`;
    expect(names(shipped, alone, slug), alone).toBe(false);
    expect(names(unflagged, alone, slug), `${alone} (unflagged)`).toBe(true);
    const meant = `Ofsted reported on ${name}’s children’s services yesterday.`;
    expect(names(shipped, meant, slug), meant).toBe(true);
  }
  expect(risky.length).toBeGreaterThan(25);
});
