/** The digest as files, on a real embedded database whose sources are never asked. */
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { coverageOfWeek } from '../../src/steps/coverage.ts';
import { ingestArticle } from '../../src/steps/ingest-article.ts';
import { typed } from '../support/commands.ts';
import { anInstallation, type Installation } from '../support/installation.ts';
import { anArticle, publish } from '../support/told.ts';

let here: Installation;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gw-digest-'));
  here = await anInstallation({ GRADEWATCH_NOW: '=2026-03-18T10:00:00Z' }, { folder: 'config/demo', proposals: [] });
});
afterAll(async () => {
  await here?.close();
  await rm(folder, { recursive: true, force: true });
});
const ask = (...argv: string[]) => typed(here.app, argv);
const LONG = { timeout: 60_000 };

test('an --out that cannot be written says what is wrong and what to do', LONG, async () => {
  await writeFile(join(folder, 'a-file'), '');
  const cases = [
    [join(folder, 'none', 'w.md'), `there is no folder ${join(folder, 'none')}; make it first, or name another place`],
    [folder, 'it is a folder; name a file in it'],
    [`${join(folder, 'new')}/`, 'it is a folder; name a file in it'],
    [join(folder, 'a-file', 'w.md'), 'part of its path is a file, not a folder'],
  ] as const;
  for (const [out, why] of cases) {
    const { code, err } = await ask('digest', '--format', 'md', '--out', out);
    expect([code, err]).toEqual([1, expect.stringContaining(`${out} cannot be written: ${why}`)]);
    expect(err).not.toMatch(/ENOENT|EISDIR|ENOTDIR/);
  }
  await rm(join(folder, 'a-file'));
  expect(await readdir(folder)).toEqual([]);
});

test('--out writes the digest, a manifest with its hash, and beside a CSV what the week rests on', LONG, async () => {
  for (const format of ['csv', 'xlsx', 'md'])
    expect((await ask('digest', '--format', format, '--out', join(folder, `w.${format}`))).code).toBe(0);
  expect((await readdir(folder)).sort()).toEqual([
    ...[
      'w.coverage.csv',
      'w.csv',
      'w.csv.manifest.json',
      'w.md',
      'w.md.manifest.json',
      'w.visits.csv',
      'w.xlsx',
      'w.xlsx.manifest.json',
    ],
  ]);
  const manifest = JSON.parse(await readFile(join(folder, 'w.csv.manifest.json'), 'utf8')) as {
    week: string;
    coverage: { state: string };
    files: { name: string; sha256: string }[];
  };
  expect(manifest).toMatchObject({ week: '2026-W11', coverage: { state: 'none', polled: 0 } });
  expect(manifest.files.map(({ name }) => name)).toEqual(['w.csv', 'w.visits.csv', 'w.coverage.csv']);
  for (const { name, sha256 } of manifest.files)
    expect(
      createHash('sha256')
        .update(await readFile(join(folder, name)))
        .digest('hex'),
    ).toBe(sha256);
  expect(await readFile(join(folder, 'w.coverage.csv'), 'utf8')).toContain('"authority","northshire","no_data"');
});

test('a week nobody polled is no quiet week: said beside the digest too', LONG, async () => {
  const ran = await ask('digest', '--week', '2026w11');
  expect(ran.out).toMatch(/London\.\n$/);
  expect(ran.out).toContain('no source was watched in this week');
  expect(ran.out).not.toContain('No judgement this week');
  expect(ran.err).toContain('2026-W11: 0 of 0 sources answered');
});

test('what a closed week rests on stays, whatever becomes of the sources', LONG, async () => {
  const { deps } = here.app;
  const before = await coverageOfWeek(deps, '2026-W10');
  const source = { url: 'https://paper.example/feed', name: 'The Paper', kind: 'newspaper', format: 'rss' } as const;
  const more = { id: 'the-paper', authority: null, status: 'added', terms: 'link_only', note: null } as const;
  await deps.store.addSource({ ...source, ...more }, new Date('2026-03-01T00:00:00Z'));
  expect(await coverageOfWeek(deps, '2026-W10')).toEqual(before);
  expect((await coverageOfWeek(deps, '2026-W12')).sources).toBe(1);
});

test.each([
  [['--week', '2025-W53', '--authority', 'Northshir'], 2],
  [['--week', '2026-W13'], 1],
])('%j is refused, every fault named', async (words, faults) => {
  const ran = await ask('digest', ...words);
  expect([ran.code, ran.err.trim().split('\n').length]).toEqual([2, faults]);
});

test('a 53rd week of a year that has 52 is refused for that, not for how it is written', async () => {
  expect((await ask('digest', '--week', '2025-W53')).err).toContain('2025 has 52 weeks');
});

test(
  'back catalogue is late, with or without its date, and no judgement of the week it was handed in',
  LONG,
  async () => {
    const { deps } = here.app;
    const clock = deps.now;
    deps.now = () => new Date('2026-05-06T10:00:00Z');
    for (const [council, published] of [
      ['Kelbury', '2014-05-06'],
      ['Southshire', null],
      ['Thornfield', '2026-05-05'],
    ] as const) {
      const care = `The Care Quality Commission has rated ${council} Council's adult social care as good.`;
      const article = anArticle({ id: `old-${council}`, published, title: `${council} care rated good`, text: care });
      await ingestArticle({ ...deps, queue: { put: async () => {} } }, article, false);
    }
    deps.now = () => new Date('2026-05-12T10:00:00Z');
    const ran = await ask('digest', '--week', '2026-W19', '--as-known', 'then', '--format', 'json');
    const { events, late } = ran.json<{ events: { authority: string }[]; late: { authority: string }[] }>();
    expect([events, late].map((rows) => rows.map(({ authority }) => authority))).toEqual([
      ['thornfield'],
      ['kelbury', 'southshire'],
    ]);
    deps.now = clock;
  },
);

test(
  'what is released after its week closed is told in the week it was released, late, and in no other',
  LONG,
  async () => {
    const { deps } = here.app;
    const clock = deps.now;
    const on = (day: string) => {
      deps.now = () => new Date(`${day}T10:00:00Z`);
    };
    const listed = async (week: string) => {
      const ran = await ask('digest', '--week', week, '--as-known', 'then', '--format', 'json');
      const { events, late } = ran.json<{ events: { authority: string }[]; late: { authority: string }[] }>();
      return [events, late].map((rows) => rows.map(({ authority }) => authority));
    };
    on('2026-04-01');
    const council = { id: 'held-for-a-while', published: '2026-03-31', title: 'Wading care rated good' };
    await publish(
      here,
      anArticle({
        ...council,
        text: "The Care Quality Commission has rated Wading Council's adult social care as good.",
      }),
    );
    const [event] = await deps.store.events({ authorities: ['wading'] });
    const key = event?.event.key ?? '';
    expect((await ask('events', 'hold', key, '--reason', 'a test')).code).toBe(0);
    on('2026-04-08');
    expect(await listed('2026-W14')).toEqual([[], []]);
    expect((await ask('events', 'release', key, '--reason', 'a test')).code).toBe(0);
    on('2026-04-15');
    expect(await Promise.all(['2026-W14', '2026-W15'].map(listed))).toEqual([
      [[], []],
      [[], ['wading']],
    ]);
    deps.now = clock;
  },
);
