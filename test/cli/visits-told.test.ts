/** Visits and outcomes without a grade whose article came late, has no day or is read again: each is told, and what a week told stays. */
import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DIGEST_FORMATS } from '../../src/adapters/exports/index.ts';
import type { ArticleText } from '../../src/core/types.ts';
import { anInstallation, type Installation } from '../support/installation.ts';
import { anArticle, publish, typedAsleep } from '../support/told.ts';

let here: Installation;
let clock = new Date('2027-02-02T10:00:00Z');
const inDays = (day: string) => {
  clock = new Date(`${day}T10:00:00Z`);
};
type Week = '2027-W04' | '2027-W05' | '2027-W06' | '2027-W07';
const digest = async (week: Week, asKnown: 'then' | 'now', format: string) =>
  (await typedAsleep(here, ['digest', '--week', week, '--format', format, '--as-known', asKnown])).out;
const edition = (week: Week) => Promise.all(DIGEST_FORMATS.map((format) => digest(week, 'then', format)));
const words = async (week: Week, asKnown: 'then' | 'now') => (await digest(week, asKnown, 'md')).replaceAll('\\', '');

async function visits(week: Week, asKnown: 'then' | 'now') {
  const out = `${here.dataDir}/${week}.csv`;
  await typedAsleep(here, ['digest', '--week', week, '--format', 'csv', '--as-known', asKnown, '--out', out]);
  const rows = parse(await readFile(out.replace('.csv', '.visits.csv')), { columns: true, bom: true });
  return (rows as Record<string, string>[]).map((row) =>
    ['authority', 'section', 'outcome', 'was']
      .map((column) => row[column])
      .join(' ')
      .trim(),
  );
}

const send = (article: Partial<ArticleText>, experiences: string) =>
  anArticle({
    ...{ id: 'send', published: '2027-02-01', title: 'SEND families in Brackenshire, inspectors find', ...article },
    text: `The local area partnership in Brackenshire gives children with special educational needs ${experiences} experiences and outcomes, Ofsted and the Care Quality Commission have said.`,
  });

beforeAll(async () => {
  here = await anInstallation({}, { folder: 'config/demo', proposals: [] });
  here.app.deps.now = () => clock;
  await publish(
    here,
    anArticle({
      ...{ id: 'visit', published: '2027-01-31', title: 'Ofsted sees steady steps in Kelbury' },
      text: "Inspectors who made a third monitoring visit to Kelbury's children's services in December 2026 have seen steady steps forward.",
    }),
    anArticle({
      ...{ id: 'undated', published: null, title: 'SEND families let down in Thornfield' },
      text: 'The local area partnership in Thornfield has widespread and systemic failings in its special educational needs provision, Ofsted and the Care Quality Commission have said.',
    }),
    send({}, 'inconsistent'),
  );
}, 120_000);
afterAll(() => here?.close());

test('what came after its week closed is late in the week it came in, and what has no day stands in that', async () => {
  inDays('2027-02-09');
  expect(await visits('2027-W04', 'then')).toEqual([]);
  expect(await visits('2027-W04', 'now')).toEqual(['kelbury activity']);
  for (const asKnown of ['then', 'now'] as const)
    expect(await visits('2027-W05', asKnown)).toEqual([
      'kelbury late',
      'brackenshire activity inconsistent',
      'thornfield activity systemic_failings',
    ]);
  expect(await words('2027-W05', 'then')).toMatch(
    /Late visits and outcomes .* learnt in it \(1\)\n\n- \[Kelbury: monitoring visit\].*31 January 2027\)/,
  );
});

test('what an article tells otherwise later is put right, and the week that told it stays byte for byte', async () => {
  inDays('2027-02-09');
  const before = await edition('2027-W05');
  inDays('2027-02-10');
  await publish(here, send({ title: 'SEND in Brackenshire: corrected' }, 'typically positive'));
  inDays('2027-02-16');
  expect(await edition('2027-W05')).toEqual(before);
  expect(await visits('2027-W06', 'then')).toEqual(['brackenshire correction positive inconsistent']);
  expect(await words('2027-W06', 'then')).toContain(
    'was told as inconsistent; now told as positive; SEND in Brackenshire',
  );
  expect(await visits('2027-W05', 'now')).toContain('brackenshire correction positive inconsistent');
  expect(await words('2027-W05', 'now')).toContain('put right on 10 February 2027');
});

test('so is what it tells no more', async () => {
  const before = await edition('2027-W05');
  inDays('2027-02-17');
  const text = 'Families in Thornfield have spoken of the help they wait for. An earlier version was withdrawn.';
  await publish(here, anArticle({ id: 'undated', published: null, title: 'Families in Thornfield', text }));
  inDays('2027-02-23');
  expect(await edition('2027-W05')).toEqual(before);
  expect(await visits('2027-W07', 'then')).toEqual(['thornfield set_aside  systemic_failings']);
  expect(await words('2027-W07', 'then')).toContain('was told as systemic failings; its article says it no more');
  expect(await visits('2027-W05', 'now')).toEqual([
    'kelbury late',
    'brackenshire activity positive',
    'brackenshire correction positive inconsistent',
    'thornfield set_aside  systemic_failings',
  ]);
});

test('what is judged again and says the same leaves no trace', async () => {
  const said = await edition('2027-W05');
  const count = await typedAsleep(here, ['reassess', '--apply']);
  expect(count.code).toBe(0);
  expect(await edition('2027-W05')).toEqual(said);
  const histories = await here.app.deps.store.activitiesAsAt(
    { from: '2027-02-01', until: '2027-02-08' },
    { from: new Date('2027-02-01T00:00:00Z'), until: new Date('2027-02-08T00:00:00Z') },
    clock,
  );
  expect(histories.map(({ authority, revisions }) => [authority, revisions.length]).sort()).toEqual([
    ['brackenshire', 2],
    ['kelbury', 1],
    ['thornfield', 2],
  ]);
});
