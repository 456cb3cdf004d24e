/** A run that ends when nothing is due sends what became due as it began, though the clock goes on meanwhile. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runToIdle } from '../../src/run-to-idle.ts';
import { typed } from '../support/commands.ts';
import { anInstallation, type Installation } from '../support/installation.ts';
import { aHookReceiver, type HookReceiver } from '../support/receivers.ts';
import { anArticle, publish } from '../support/told.ts';

let here: Installation;
let hook: HookReceiver;
beforeAll(async () => {
  hook = await aHookReceiver();
  here = await anInstallation(
    { GRADEWATCH_NOW: '=2026-03-17T09:00:00Z', GRADEWATCH_ALLOW_PRIVATE: '127.0.0.1' },
    { folder: 'config/demo', proposals: [] },
  );
}, 120_000);
afterAll(async () => {
  await here?.close();
  await hook?.close();
});

test('a minute after its hour the message of the day is sent', async () => {
  await typed(here.app, ['subscribe', '--webhook', hook.url, '--every', 'day', '--confirmed', 'a test']);
  here.app.deps.now = () => new Date('2026-03-18T07:00:00Z');
  await runToIdle(here.app);
  here.app.deps.now = () => new Date('2026-03-18T10:00:00Z');
  await publish(
    here,
    anArticle({
      ...{ id: 'wading', published: '2026-03-18', title: 'Wading care rated good' },
      text: "The Care Quality Commission has rated Wading Council's adult social care as good.",
    }),
  );
  await runToIdle(here.app);
  expect(hook.calls).toEqual([]);
  let looks = 0;
  here.app.deps.now = () => new Date(Date.parse('2026-03-19T07:31:00Z') + looks++);
  await runToIdle(here.app);
  expect(hook.calls).toHaveLength(1);
});
