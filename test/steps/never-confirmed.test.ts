/** A place that is asked whether alerts may come, and does not say yes. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runToIdle } from '../../src/run-to-idle.ts';
import { typed } from '../support/commands.ts';
import { anInstallation, type Installation } from '../support/installation.ts';

const START = Date.parse('2026-03-18T10:00:00Z');
const HOUR_MS = 3_600_000;
let here: Installation;
const hook = createServer((request, response) => {
  response.writeHead(request.url === '/never' ? 500 : 204).end();
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

const after = async (hours: number) => {
  here.app.deps.now = () => new Date(START + hours * HOUR_MS);
  await runToIdle(here.app);
};

test('a webhook that the call which asks never reached ends after three days, as one that did not answer it', async () => {
  const { port } = hook.address() as AddressInfo;
  const ids = await Promise.all(
    ['/never', '/silent'].map(async (path) => {
      const ran = await typed(here.app, ['subscribe', '--webhook', `http://127.0.0.1:${port}${path}`, '--json']);
      return ran.json<{ subscription: string }>().subscription;
    }),
  );
  const states = async () =>
    Promise.all(
      ids.map(async (id) => {
        const { state, endedReason } = (await here.app.deps.store.subscription(id))!;
        return [state, endedReason];
      }),
    );
  for (const hours of [1, 4, 9, 19, 29, 40, 71]) await after(hours);
  const tries = await here.app.deps.store.attemptsTo(ids[0]!, 20);
  expect(Math.max(...tries.map(({ at }) => at.getTime())) - START).toBeGreaterThan(24 * HOUR_MS);
  expect(await states()).toEqual(ids.map(() => ['pending', null]));
  await after(72.1);
  expect(await states()).toEqual(ids.map(() => ['ended', 'never_confirmed']));
});
