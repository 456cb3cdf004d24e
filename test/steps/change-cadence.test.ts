/** A reader who changes how often messages come loses nothing that the old ones would have told, and is told nothing twice. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Cadence } from '../../src/core/types.ts';
import { runToIdle } from '../../src/run-to-idle.ts';
import { changeCadence } from '../../src/steps/change-cadence.ts';
import { subscribe } from '../../src/steps/subscribe.ts';
import { asks } from '../sending/build.ts';
import { anInstallation, type Installation } from '../support/installation.ts';
import { aHookReceiver, type HookReceiver } from '../support/receivers.ts';
import { anArticle, publish } from '../support/told.ts';

let here: Installation;
let hook: HookReceiver;

beforeAll(async () => {
  hook = await aHookReceiver();
  here = await anInstallation(
    { GRADEWATCH_NOW: '=2026-03-16T09:00:00Z', GRADEWATCH_STORM: '100' },
    { folder: 'config/demo', proposals: [] },
  );
});
afterAll(async () => {
  await here?.close();
  await hook?.close();
});

const at = async (time: string) => {
  here.app.deps.now = () => new Date(`2026-${time}:00Z`);
  await runToIdle(here.app);
};
const asked = async (council: string, every: Cadence) => {
  const criteria = asks({ authorities: [council] });
  const to = { channel: 'webhook' as const, address: `${hook.url}?${council}-${every}` };
  return (await subscribe(here.app.deps, { ...to, criteria, every, note: null, confirmed: 'a test' })).subscription;
};
const rated = (council: string, grade: string) =>
  publish(
    here,
    anArticle({
      ...{ id: `${council}-${grade}`, title: `${council} care rated ${grade}`, published: null },
      text: `The Care Quality Commission has rated ${council} Council's adult social care as ${grade}. The report was published today.`,
    }),
  );
const change = async (id: string, every: Cadence) => {
  const reader = await here.app.deps.store.subscription(id);
  return (await changeCadence(here.app.deps, reader!, every))!;
};
interface Call {
  type: string;
  subscription: string;
  alerts?: Call[];
}
/** First news that came for these subscriptions. */
const told = (...ids: string[]) =>
  hook.calls
    .map(({ body }) => JSON.parse(body) as Call)
    .filter(({ subscription }) => ids.includes(subscription))
    .flatMap((call) => call.alerts ?? [call])
    .filter(({ type }) => type === 'judgement.first').length;

test('from a message a day to each at once: what the day had brought comes at once, and once', async () => {
  await at('03-17T09:00');
  const id = await asked('wading', 'day');
  await rated('Wading', 'good');
  await at('03-17T10:00');
  expect(told(id)).toBe(0);
  const heir = await change(id, 'event');
  await at('03-17T10:01');
  expect(told(id, heir)).toBe(1);
  await at('03-18T09:00');
  expect(told(id, heir)).toBe(1);
});

test('a morning early the message of the day before has not left: that comes too', async () => {
  await at('03-18T10:00');
  const id = await asked('kelbury', 'day');
  await rated('Kelbury', 'outstanding');
  await at('03-19T05:00');
  const heir = await change(id, 'event');
  await at('03-19T09:00');
  expect(told(id, heir)).toBe(1);
});

test('from each at once to a message a day: what was alerted is not told again', async () => {
  await at('03-19T10:00');
  const id = await asked('northshire', 'event');
  await rated('Northshire', 'good');
  await at('03-19T10:01');
  expect(told(id)).toBe(1);
  const heir = await change(id, 'day');
  await at('03-20T09:00');
  expect(told(id, heir)).toBe(1);
});

test('from a week to a message a day: what the week had brought before that day comes at once, the rest with its day', async () => {
  await at('03-24T10:00');
  const id = await asked('brackenshire', 'week');
  await rated('Brackenshire', 'good');
  await at('03-26T10:00');
  const heir = await change(id, 'day');
  await at('03-26T10:01');
  expect(told(id, heir)).toBe(1);
  await at('03-30T09:00');
  expect(told(id, heir)).toBe(1);
});
