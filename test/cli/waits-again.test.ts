/** An event nobody was told of, whose reports wait for a person again: its address says so, and claims no grade. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSite } from '../../src/web/open-site.ts';
import type { RunningSite } from '../../src/web/server.tsx';
import { typed } from '../support/commands.ts';
import { anInstallation, type Installation } from '../support/installation.ts';
import { anArticle, publish } from '../support/told.ts';

let here: Installation;
let site: RunningSite;
const ask = (...argv: string[]) => typed(here.app, argv);
/** The threshold as it ships. */
let reviewBelow: number;
const KEY = 'wading.cqc.adult_social_care.cqc_la.2024-03';
const page = async (key = KEY) => {
  const answer = await fetch(`${site.address}/events/${key}`);
  return { status: answer.status, html: (await answer.text()).replace(/<style>.*?<\/style>/s, '') };
};
const reassess = async (below: number) => {
  const { deps } = here.app;
  deps.rulebook = { ...deps.rulebook, reviewBelow: below };
  expect((await ask('reassess', '--apply')).code).toBe(0);
};

beforeAll(async () => {
  here = await anInstallation(
    { GRADEWATCH_NOW: '=2026-03-18T10:00:00Z', PORT: '0' },
    { folder: 'config/demo', proposals: [] },
  );
  reviewBelow = here.app.deps.rulebook.reviewBelow;
  site = await openSite(here.app);
  const title = 'Wading care services are outstanding';
  const text = "The Care Quality Commission has rated Wading Council's adult social care as outstanding.";
  await publish(here, anArticle({ id: 'wading', published: '2024-03-17', title, text }));
  expect((await page()).html).toContain('outstanding');
});
afterAll(async () => {
  await site?.close();
  await here?.close();
});

test('says that it waits, whose it was and where its reports stand, and no grade', async () => {
  await reassess(1);
  const { status, html } = await page();
  expect(status).toBe(200);
  expect(html).toContain('Wading Borough Council: waits for review');
  expect(html).toContain('https://paper.example/wading');
  expect(html).not.toMatch(/outstanding|retracted/i);
});

test('to commands as well', async () => {
  const shown = await ask('events', 'show', KEY, '--json');
  expect(shown).toMatchObject({ code: 0 });
  expect(shown.json()).toMatchObject({ key: KEY, state: 'waits_for_review', authority: 'wading', grade: null });
  expect((await ask('events', 'show', KEY)).out).toMatch(/^Wading: waits for review .*accept, change or reject \w+/s);
  for (const argv of [
    ['events', 'hold', KEY, '--reason', 'a test'],
    ['trace', KEY],
  ])
    expect((await ask(...argv)).err).toMatch(
      /stands no more: its reports wait for a person \(gradewatch review accept/,
    );
});

test('no other report takes its key meanwhile, and a person’s word brings it back', async () => {
  const { deps } = here.app;
  deps.rulebook = { ...deps.rulebook, reviewBelow };
  const text = "The Care Quality Commission has rated Wading Council's adult social care as good.";
  await publish(here, anArticle({ id: 'other', published: '2024-03-30', title: 'Wading care rated good', text }));
  expect((await page()).html).toContain('waits for review');
  const [waiting] = (await ask('review', 'list', '--json')).json<{ findings: { id: string }[] }>().findings;
  expect((await ask('review', 'accept', waiting?.id ?? '', '--reason', 'the report says so')).code).toBe(0);
  const { status, html } = await page();
  expect(status).toBe(200);
  expect(html).toMatch(/<h1>Wading Borough Council .*outstanding/s);
});

test('the review list names an article without headline by its publisher', async () => {
  const text = "The Care Quality Commission has rated Kelbury Council's adult social care as good.";
  here.app.deps.rulebook = { ...here.app.deps.rulebook, reviewBelow: 1 };
  await publish(here, anArticle({ id: 'kelbury', published: '2024-05-17', title: '', text }));
  here.app.deps.rulebook = { ...here.app.deps.rulebook, reviewBelow };
  expect((await ask('review', 'list')).out).toMatch(/Kelbury: good .* {2}without headline: The Paper$/m);
});

test('once its article tells of no judgement, says that nothing stands there', async () => {
  const text = "The Care Quality Commission has rated Southshire Council's adult social care as good.";
  await publish(here, anArticle({ id: 'southshire', published: '2024-05-17', title: 'Southshire care', text }));
  const key = 'southshire.cqc.adult_social_care.cqc_la.2024-05';
  expect((await page(key)).html).toContain('adult social care');
  await reassess(1);
  await here.app.database.pool.query(
    `UPDATE "Revision" SET "text" = 'The library opens on Monday.', "title" = 'Library'
     WHERE "articleId" IN (SELECT "id" FROM "Article" WHERE "url" LIKE '%/southshire')`,
  );
  await reassess(reviewBelow);
  expect(await page(key)).toMatchObject({ status: 410, html: expect.stringContaining('Nothing stands here since') });
  expect((await ask('events', 'show', key, '--json')).json()).toMatchObject({ state: 'gone', reports: [] });
});

test('rejected by a person, says that it was, until that is taken back', async () => {
  const text = "The Care Quality Commission has rated Kelbury Council's adult social care as good.";
  await publish(here, anArticle({ id: 'kelbury-again', published: '2023-05-17', title: 'Kelbury care', text }));
  const key = 'kelbury.cqc.adult_social_care.cqc_la.2023-05';
  await reassess(1);
  const [waiting] = (await ask('events', 'show', key, '--json')).json<{ reports: { findingId: string }[] }>().reports;
  const rejected = await ask('review', 'reject', waiting?.findingId ?? '', '--reason', 'it was a school', '--json');
  expect(rejected.code).toBe(0);
  const { status, html } = await page(key);
  expect(status).toBe(410);
  expect(html).toContain('Rejected on 18 March 2026');
  expect(html).not.toMatch(/Nothing stands here since|it was a school/);
  expect((await ask('events', 'show', key)).out).toContain('rejected by a person');
  const [decision] = await here.app.deps.store.decisions([waiting?.findingId ?? '']);
  expect((await ask('events', 'undo', decision?.id ?? '', '--reason', 'no school')).code).toBe(0);
  expect((await page(key)).html).toContain('waits for review');
});
