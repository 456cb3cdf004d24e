/** What a subscription is told of the successors of an authority that ended: what is news since they took over. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runToIdle } from '../../src/run-to-idle.ts';
import { typed } from '../support/commands.ts';
import { anInstallation, type Installation } from '../support/installation.ts';
import { anArticle, publish } from '../support/told.ts';

const LAST_DAY = '2026-03-20';
let here: Installation;
let isDown = false;
const told: string[] = [];
const hook = createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += chunk;
  const { type, authority } = JSON.parse(body) as { type: string; authority?: string };
  if (!isDown) told.push(`${type} ${authority}`);
  response.writeHead(isDown ? 429 : 204).end();
});

beforeAll(async () => {
  await new Promise<void>((ready) => hook.listen(0, '127.0.0.1', ready));
  here = await anInstallation(
    { GRADEWATCH_NOW: '=2026-03-18T10:00:00Z', GRADEWATCH_STORM: '1000' },
    { folder: 'config/demo', proposals: [] },
  );
}, 120_000);
afterAll(async () => {
  await here?.close();
  hook.close();
});

const at = async (iso: string) => {
  here.app.deps.now = () => new Date(iso);
  await runToIdle(here.app);
};
const judged = (council: string, grade: string, published: string) =>
  publish(
    here,
    anArticle({
      ...{ id: council, title: `${council} care rated ${grade}`, published },
      text: `The Care Quality Commission has rated ${council} Council's adult social care as ${grade}.`,
    }),
  );

test('what was judged before is no news though it is corrected after; what comes after is, and nothing that waited is lost', async () => {
  const { port } = hook.address() as AddressInfo;
  await typed(here.app, [
    ...['subscribe', '--webhook', `http://127.0.0.1:${port}/`, '--authority', 'averfordshire'],
    ...['--confirmed', 'a test'],
  ]);
  await judged('Brackenshire', 'inadequate', '2026-03-17');
  await at('2026-03-19T10:00:00Z');
  isDown = true;
  await judged('Averfordshire', 'good', '2026-03-19');
  await at('2026-03-19T11:00:00Z');
  expect(told).toEqual([]);

  const { deps } = here.app;
  deps.rulebook = {
    ...deps.rulebook,
    authorities: deps.rulebook.authorities.map((one) =>
      one.slug === 'averfordshire' ? { ...one, validTo: LAST_DAY, successors: ['brackenshire', 'thornfield'] } : one,
    ),
  };
  await at('2026-03-21T09:00:00Z');
  const [, heir] = await deps.store.subscriptions();
  const subscriptions = await deps.store.subscriptions();
  expect(heir && subscriptions.find(({ state }) => state === 'active')?.criteria.authorities).toEqual([
    'averfordshire',
    'brackenshire',
    'thornfield',
  ]);
  await judged('Brackenshire', 'good', '2026-03-17');
  isDown = false;
  await at('2026-03-21T21:00:00Z');
  expect(told.filter((line) => line.startsWith('judgement'))).toEqual(['judgement.first averfordshire']);
  await judged('Thornfield', 'good', '2026-03-21');
  await at('2026-03-21T22:00:00Z');
  expect(told.filter((line) => line.startsWith('judgement')).slice(1)).toEqual(['judgement.first thornfield']);
});
