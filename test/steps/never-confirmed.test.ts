/** A place that is asked whether alerts may come, and does not say yes. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ANY } from '../../src/core/sending/route.ts';
import { runToIdle } from '../../src/run-to-idle.ts';
import { keepAsked } from '../../src/steps/subscribe.ts';
import { typed } from '../support/commands.ts';
import { anInstallation, type Installation } from '../support/installation.ts';

const START = Date.parse('2026-03-18T10:00:00Z');
const HOUR_MS = 3_600_000;
let here: Installation;
const hook = createServer((request, response) => {
  response.writeHead(request.url?.startsWith('/never') ? 500 : 204).end();
});
beforeAll(async () => {
  await new Promise<void>((ready) => hook.listen(0, '127.0.0.1', ready));
  here = await anInstallation(
    { GRADEWATCH_NOW: `=${new Date(START).toISOString()}` },
    { folder: 'config/demo', proposals: [] },
  );
}, 120_000);
afterAll(async () => {
  await here?.close();
  hook.close();
});

const runAt = async (hours: number) => {
  here.app.deps.now = () => new Date(START + hours * HOUR_MS);
  await runToIdle(here.app);
};

/** Asks for a webhook while nothing sends, as `start` was stopped straight after. @returns its id */
const asked = async (path: string, atHour: number) => {
  here.app.deps.now = () => new Date(START + atHour * HOUR_MS);
  const { port } = hook.address() as AddressInfo;
  const address = here.app.deps.channels.webhook.check(`http://127.0.0.1:${port}${path}`);
  const wish = { channel: 'webhook', address, criteria: ANY, every: 'event', note: null, confirmed: null } as const;
  const done = (await keepAsked(here.app.deps, wish))!;
  await here.app.deps.store.oweConfirmationAnew(done.subscription, here.app.deps.now());
  return done.subscription;
};
const stateOf = async (id: string) => {
  const { state, endedReason } = (await here.app.deps.store.subscription(id))!;
  return [state, endedReason];
};
const PENDING = ['pending', null];
const ENDED = ['ended', 'never_confirmed'];

test('a webhook that the call which asks never reached ends after three days, as one that did not answer it', async () => {
  const { port } = hook.address() as AddressInfo;
  const ids = await Promise.all(
    ['/never', '/silent'].map(async (path) => {
      const ran = await typed(here.app, ['subscribe', '--webhook', `http://127.0.0.1:${port}${path}`, '--json']);
      return ran.json<{ subscription: string }>().subscription;
    }),
  );
  const states = async () => Promise.all(ids.map(stateOf));
  for (const hours of [1, 4, 9, 19, 29, 40, 71]) await runAt(hours);
  const tries = await here.app.deps.store.attemptsTo(ids[0]!, 20);
  expect(Math.max(...tries.map(({ at }) => at.getTime())) - START).toBeGreaterThan(24 * HOUR_MS);
  expect(await states()).toEqual([PENDING, PENDING]);
  await runAt(72.1);
  expect(await states()).toEqual([ENDED, ENDED]);
});

describe('where nothing ran for longer than that', () => {
  test('what was tried in vain before ends when it runs again, and is not tried once more', async () => {
    const id = await asked('/never?stood', 100);
    await runAt(100.1);
    const tries = (await here.app.deps.store.attemptsTo(id, 20)).length;
    expect([await stateOf(id), tries]).toEqual([PENDING, 1]);
    await runAt(100 + 73);
    expect(await stateOf(id)).toEqual(ENDED);
    await runAt(100 + 90);
    expect(await here.app.deps.store.attemptsTo(id, 20)).toHaveLength(tries);
  });

  test('who could not be asked at all is asked then, and has three days; what goes on failing is given up as ever', async () => {
    const [answers, fails] = [await asked('/late', 200), await asked('/never?late', 200)];
    await runAt(200 + 100);
    expect([await stateOf(answers), await stateOf(fails)]).toEqual([PENDING, PENDING]);
    expect(await here.app.deps.store.attemptsTo(answers, 20)).toMatchObject([{ outcome: 'sent' }]);
    for (const hours of [101, 104, 110, 121]) await runAt(200 + hours);
    expect(await stateOf(fails)).toEqual(PENDING);
    for (const hours of [132, 143, 171]) await runAt(200 + hours);
    expect([await stateOf(answers), await stateOf(fails)]).toEqual([PENDING, ENDED]);
    await runAt(200 + 173);
    expect(await stateOf(answers)).toEqual(ENDED);
  });

  test('who asked more than a week ago is asked no more; who asked anew meanwhile is', async () => {
    const [forgotten, anew] = [await asked('/forgotten', 400), await asked('/anew', 400)];
    here.app.deps.now = () => new Date(START + (400 + 5 * 24) * HOUR_MS);
    await here.app.deps.store.oweConfirmationAnew(anew, here.app.deps.now());
    await runAt(400 + 7 * 24 + 1);
    expect([await stateOf(forgotten), await stateOf(anew)]).toEqual([ENDED, PENDING]);
    expect(await here.app.deps.store.attemptsTo(forgotten, 20)).toEqual([]);
    expect(await here.app.deps.store.attemptsTo(anew, 20)).toMatchObject([{ outcome: 'sent' }]);
  });
});
