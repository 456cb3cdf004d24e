/** What one message a day tells, over days: news that still stands, and what was told before and is put right. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runToIdle } from '../../src/run-to-idle.ts';
import { typed } from '../support/commands.ts';
import { anInstallation, type Installation } from '../support/installation.ts';
import { aHookReceiver, type HookReceiver } from '../support/receivers.ts';
import { anArticle, publish } from '../support/told.ts';

let here: Installation;
let hook: HookReceiver;
let heard = 0;

beforeAll(async () => {
  hook = await aHookReceiver();
  here = await anInstallation(
    { GRADEWATCH_NOW: '=2026-03-18T09:00:00Z', GRADEWATCH_ALLOW_PRIVATE: '127.0.0.1' },
    { folder: 'config/demo', proposals: [] },
  );
  for (const words of [
    ['--every', 'day'],
    ['--every', 'day', '--grade', 'inadequate'],
  ])
    await typed(here.app, ['subscribe', '--webhook', `${hook.url}${words.length}`, ...words, '--confirmed', 'a test']);
}, 120_000);
afterAll(async () => {
  await here?.close();
  await hook?.close();
});

const at = (iso: string) => {
  here.app.deps.now = () => new Date(iso);
};
const care = (council: string, day: string) =>
  publish(
    here,
    anArticle({
      ...{ id: `${council}-${day}`, published: day, title: `${council} care rated good` },
      text: `The Care Quality Commission has rated ${council} Council's adult social care as good.`,
    }),
  );
const keyOf = async (authority: string) =>
  (await here.app.deps.store.events({ authorities: [authority] }))[0]!.event.key;
const retract = async (authority: string) =>
  typed(here.app, ['events', 'retract', await keyOf(authority), '--reason', 'a test']);
/** What was told since the last look, a line each. */
async function told(): Promise<string[]> {
  await runToIdle(here.app);
  const calls = hook.calls.slice(heard).map(({ body }) => JSON.parse(body) as { alerts: Record<string, string>[] });
  heard = hook.calls.length;
  return calls.flatMap(({ alerts }) => alerts.map(({ type, authority, status }) => `${type} ${authority} ${status}`));
}

test('what was retracted before it was told is not told', async () => {
  at('2026-03-18T10:00:00Z');
  await care('Wading', '2026-03-17');
  await care('Kelbury', '2026-03-17');
  at('2026-03-18T15:00:00Z');
  expect((await retract('kelbury')).code).toBe(0);
  at('2026-03-19T09:00:00Z');
  expect(await told()).toEqual(['judgement.first wading reported']);
});

test('what was told and is retracted later is put right the day after, to whom it was told, once', async () => {
  at('2026-03-19T11:00:00Z');
  // Who asks only now never heard of it.
  await typed(here.app, ['subscribe', '--webhook', `${hook.url}new`, '--every', 'day', '--confirmed', 'a test']);
  at('2026-03-19T12:00:00Z');
  expect((await retract('wading')).code).toBe(0);
  expect(await told()).toEqual([]);
  at('2026-03-20T09:00:00Z');
  expect(await told()).toEqual(['judgement.correction wading retracted']);
  at('2026-03-21T09:00:00Z');
  expect(await told()).toEqual([]);
});

test('what is retracted before the message of its day goes out was told to nobody, and is put right to nobody', async () => {
  at('2026-03-21T20:00:00Z');
  await care('Averfordshire', '2026-03-20');
  at('2026-03-22T06:00:00Z');
  expect((await retract('averfordshire')).code).toBe(0);
  at('2026-03-22T09:00:00Z');
  expect(await told()).toEqual([]);
  at('2026-03-23T09:00:00Z');
  expect(await told()).toEqual([]);
});

const decide = async (what: string, key: string) =>
  expect((await typed(here.app, ['events', what, key, '--reason', 'a test'])).code).toBe(0);

test('a correction that a reassessment made is told after its release, to whom the mistake was told, once', async () => {
  at('2026-04-01T10:00:00Z');
  await care('Southshire', '2026-03-31');
  at('2026-04-02T09:00:00Z');
  const first = ['judgement.first southshire reported'];
  expect(await told()).toEqual([...first, ...first]);
  // As rules would have left it that read the text otherwise.
  await here.app.database.pool.query(
    `UPDATE "Revision" SET "text" = replace("text", 'as good', 'as inadequate'), "title" = replace("title", 'good', 'inadequate')
     WHERE "articleId" IN (SELECT "id" FROM "Article" WHERE "url" LIKE '%/Southshire-%')`,
  );
  at('2026-04-02T12:00:00Z');
  expect((await typed(here.app, ['reassess', '--apply'])).code).toBe(0);
  at('2026-04-03T09:00:00Z');
  expect(await told()).toEqual([]);
  await typed(here.app, ['subscribe', '--webhook', `${hook.url}late`, '--every', 'day', '--confirmed', 'a test']);
  at('2026-04-05T12:00:00Z');
  await decide('release', await keyOf('southshire'));
  expect(await told()).toEqual([]);
  at('2026-04-06T09:00:00Z');
  // Who asked for what is inadequate had not been told of it as good: to them it is news.
  expect((await told()).sort()).toEqual([
    ...['judgement.correction southshire corrected', 'judgement.correction southshire corrected'],
    'judgement.first southshire corrected',
  ]);
  at('2026-04-07T09:00:00Z');
  expect(await told()).toEqual([]);
});

test('a correction of an event that a person holds is told once it is released', async () => {
  at('2026-05-01T10:00:00Z');
  await care('Eastborough', '2026-04-30');
  at('2026-05-02T09:00:00Z');
  const readers = await told();
  expect(new Set(readers)).toEqual(new Set(['judgement.first eastborough reported']));
  at('2026-05-02T12:00:00Z');
  const key = await keyOf('eastborough');
  await decide('hold', key);
  await decide('retract', key);
  at('2026-05-03T09:00:00Z');
  expect(await told()).toEqual([]);
  at('2026-05-05T12:00:00Z');
  await decide('release', key);
  at('2026-05-06T09:00:00Z');
  expect(await told()).toEqual(readers.map(() => 'judgement.correction eastborough retracted'));
  at('2026-05-07T09:00:00Z');
  expect(await told()).toEqual([]);
});

test('what a person held when its day was told is told the day after its release, once', async () => {
  at('2026-06-01T10:00:00Z');
  await care('Brackenshire', '2026-05-31');
  const [event] = (await here.app.deps.store.events({ order: 'learnt', take: 1 })).map((one) => one.event);
  await decide('hold', event!.key);
  at('2026-06-02T09:00:00Z');
  expect(await told()).toEqual([]);
  at('2026-06-03T12:00:00Z');
  await decide('release', event!.key);
  at('2026-06-04T09:00:00Z');
  const news = await told();
  expect(new Set(news)).toEqual(new Set([`judgement.first ${event!.authority} reported`]));
  expect(news.length).toBeGreaterThan(1);
  at('2026-06-05T09:00:00Z');
  expect(await told()).toEqual([]);
});

test('of several put right in one day the first comes first', async () => {
  const councils = ['Northshire', 'Thornfield'];
  at('2026-07-01T10:00:00Z');
  for (const council of councils) await care(council, '2026-06-30');
  at('2026-07-02T09:00:00Z');
  const readers = new Set(await told());
  expect(readers.size).toBe(2);
  for (const [hour, authority] of ['thornfield', 'northshire'].entries()) {
    at(`2026-07-02T1${hour}:00:00Z`);
    await retract(authority);
  }
  at('2026-07-03T09:00:00Z');
  expect([...new Set(await told())]).toEqual([
    'judgement.correction thornfield retracted',
    'judgement.correction northshire retracted',
  ]);
});
