/** `reassess`, on a real embedded database: other rules than those of the day are simulated by what stands stored. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ANY } from '../../src/core/sending/route.ts';
import type { JudgementEvent } from '../../src/core/types.ts';
import { runToIdle } from '../../src/run-to-idle.ts';
import type { Reassessment } from '../../src/steps/reassess.ts';
import { subscribe } from '../../src/steps/subscribe.ts';
import { typed } from '../support/commands.ts';
import { anInstallation, type Installation } from '../support/installation.ts';
import { aHookReceiver, type HookReceiver } from '../support/receivers.ts';
import { anArticle, publish } from '../support/told.ts';

let here: Installation;
let hook: HookReceiver;
const ask = (...argv: string[]) => typed(here.app, argv);
const eventsOf = async (authority: string) =>
  (await ask('events', 'list', '--authority', authority, '--json')).json<JudgementEvent[]>();
const reassessed = async (...argv: string[]) => (await ask('reassess', '--json', ...argv)).json<Reassessment>();
const idle = async () => {
  await here.app.queues.runIdle();
  await runToIdle(here.app);
};
/** Everything an event is known by, and everything that was or may be told. */
const all = async () =>
  (
    await here.app.database.pool.query(
      `SELECT 'e' AS what, "key" AS a, "bodyHash" AS b FROM "Event" UNION ALL SELECT 'n', "eventKey", "notice" FROM "Notice"
       UNION ALL SELECT 'f', "id", "claim"::text FROM "Finding" UNION ALL SELECT 'a', "id", "state" FROM "Alert" ORDER BY 1, 2, 3`,
    )
  ).rows;

beforeAll(async () => {
  hook = await aHookReceiver();
  here = await anInstallation(
    { GRADEWATCH_NOW: '=2026-03-18T10:00:00Z', GRADEWATCH_STORM: '1000' },
    { folder: 'config/demo', proposals: [] },
  );
  const { deps } = here.app;
  const asked = { every: 'event', note: null, confirmed: 'a test' } as const;
  await subscribe(deps, { channel: 'webhook', address: hook.url, criteria: ANY, ...asked });
  const care = (name: string, grade: string) =>
    anArticle({
      id: name.toLowerCase(),
      title: `${name} care rated ${grade}`,
      text: `The Care Quality Commission has rated ${name} Council's adult social care as ${grade}.`,
    });
  await publish(here, care('Wading', 'good'), care('Southshire', 'good'));
  // As rules would have left it that were too careful for this one.
  const { rulebook } = deps;
  deps.rulebook = { ...rulebook, reviewBelow: 1 };
  await publish(here, care('Kelbury', 'good'));
  deps.rulebook = rulebook;
  await idle();
  // As rules would have left it that read one text otherwise, and found a judgement in another.
  await here.app.database.pool.query(
    `UPDATE "Revision" SET "text" = replace("text", 'as good', 'as requires improvement'), "title" = replace("title", 'good', 'requires improvement')
     WHERE "articleId" IN (SELECT "id" FROM "Article" WHERE "url" LIKE '%/wading')`,
  );
  await here.app.database.pool.query(
    `UPDATE "Revision" SET "text" = 'The library opens on Monday.', "title" = 'Library'
     WHERE "articleId" IN (SELECT "id" FROM "Article" WHERE "url" LIKE '%/southshire')`,
  );
});
afterAll(async () => {
  await here?.close();
  await hook?.close();
});

test('shows what would appear, vanish and change, and who would have been told, and keeps nothing', async () => {
  const before = await all();
  const { events, articles, differing, review, applied } = await reassessed();
  expect({ articles, differing: differing.length, review, applied }).toEqual({
    ...{ articles: 3, differing: 3, applied: false },
    review: { before: 1, after: 0 },
  });
  expect(events).toMatchObject([
    {
      before: null,
      after: { authority: 'kelbury', grade: 'good' },
      notices: ['first'],
      readers: [{ channel: 'webhook' }],
    },
    { before: { authority: 'southshire' }, after: null, notices: ['correction-1'], readers: [{ channel: 'webhook' }] },
    {
      before: { authority: 'wading', grade: 'good' },
      after: { grade: 'requires_improvement' },
      notices: ['correction-1'],
      readers: [{ channel: 'webhook' }],
    },
  ]);
  expect(events[2]?.changes).toContainEqual({
    field: 'headlines',
    from: 'overall good',
    to: 'overall requires_improvement',
  });
  expect(await all()).toEqual(before);
  const text = (await ask('reassess')).out;
  expect(text).toMatch(/Appearing \(1\)\n {2}kelbury.*\n.*would have been told to/);
  expect(text).toContain(`(webhook to ${hook.url})`);
  expect(text).toContain('Differing articles (3)');
  expect(text).toMatch(
    /Wading care rated requires improvement – The Paper, 2026-03-17\n.*\/wading\n +before: Wading: good .*\n +after: {2}Wading: requires improvement/,
  );
  expect(text).toMatch(
    /Kelbury care .*\n.*\n +before: Kelbury: good .*, waits for a person\n +after: {2}Kelbury: good/,
  );
  expect(text).toContain('Nothing was kept');
});

test('looks only at articles since a day', async () => {
  expect(await reassessed('--since', '2026-03-18')).toMatchObject({ articles: 0, events: [] });
  expect(await ask('reassess', '--since', 'yesterday')).toMatchObject({ code: 2 });
});

test('applied, keeps it and tells nobody', async () => {
  const calls = hook.calls.length;
  expect((await reassessed('--apply')).applied).toBe(true);
  await idle();
  expect(hook.calls.length).toBe(calls);
  expect(await eventsOf('kelbury')).toMatchObject([{ grade: 'good' }]);
  expect(await eventsOf('southshire')).toMatchObject([{ status: 'retracted' }]);
  expect(await eventsOf('wading')).toMatchObject([{ grade: 'requires_improvement', status: 'corrected' }]);
});

test('applied again, changes nothing', async () => {
  const before = await all();
  expect(await reassessed('--apply')).toMatchObject({ differing: [], events: [] });
  expect(await all()).toEqual(before);
});

test('what readers should get waits in the review list until it is released', async () => {
  const calls = hook.calls.length;
  const { notices } = (await ask('review', 'list', '--json')).json<{ notices: { event: string; notice: string }[] }>();
  expect(notices.map(({ event, notice }) => `${notice} ${event.split('.')[0]}`).sort()).toEqual([
    'correction-1 southshire',
    'correction-1 wading',
    'first kelbury',
  ]);
  for (const { event } of notices)
    expect((await ask('events', 'release', event, '--reason', 'checked', '--json')).json()).toMatchObject({
      alerts: 1,
    });
  await idle();
  const types = hook.calls.slice(calls).map(({ body }) => (JSON.parse(body) as { type: string }).type);
  expect(types.sort()).toEqual(['judgement.correction', 'judgement.correction', 'judgement.first']);
  expect((await ask('review', 'list', '--json')).json()).toMatchObject({ notices: [] });
});
