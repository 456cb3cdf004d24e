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
