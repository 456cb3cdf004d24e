/** A dry run says what was sent, where somebody was told: real store and receivers, judgements that come, change and go. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DryRun } from '../../src/core/sending/dry-run.ts';
import { runToIdle } from '../../src/run-to-idle.ts';
import { asks, close, here, judged, keyOf, mail, open, pass, person } from '../support/changing-world.ts';
import { typed } from '../support/commands.ts';

let id: string;
const ran = async () => (await typed(here.app, ['subscriptions', 'dry-run', id, '--json'])).json<DryRun>();
const sent = async () => {
  await here.app.queues.runIdle();
  await runToIdle(here.app);
  return mail.got.length;
};

beforeAll(async () => {
  await open('3');
  id = await asks('--email', 'desk@paper.example', '--inspectorate', 'cqc');
  mail.got.length = 0;
}, 120_000);
afterAll(() => close());

test('single alerts of one day, hours apart, are a message each', async () => {
  for (const council of ['Wading', 'Kelbury', 'Northshire', 'Southshire', 'Eastborough']) {
    await judged(council, 'good');
    await sent();
    await pass(90);
  }
  expect(await sent()).toBe(5);
  expect(await ran()).toMatchObject({ matched: 5, corrections: 0, messages: 5 });
}, 120_000);

test('corrections and retractions that went out are counted, one that was taken back again too', async () => {
  await person('retract', await keyOf('Wading'));
  await sent();
  await pass(90);
  const undone = await person('retract', await keyOf('Kelbury'));
  await sent();
  await pass(90);
  await person('undo', undone);
  await sent();
  await pass(90);
  await judged('Northshire', 'outstanding');
  await sent();
  await pass(90);
  expect(await sent()).toBe(9);
  expect(await ran()).toMatchObject({ matched: 5, corrections: 4, messages: 9 });
}, 120_000);

test('what comes at once is told as it was: in one message where the storm guard held', async () => {
  for (const council of ['Averfordshire', 'Brackenshire', 'Thornfield', 'Westhampton']) await judged(council, 'good');
  expect(await sent()).toBe(10);
  expect(await ran()).toMatchObject({ matched: 9, messages: 10 });
}, 120_000);

test('what changes while the storm guard holds it is told once and right, what is taken back meanwhile not at all', async () => {
  await pass(1);
  await judged('Haverfordshire', 'good');
  await judged('North Oldmere', 'good');
  expect(await sent()).toBe(10);
  await pass(5);
  await judged('North Oldmere', 'outstanding');
  await person('retract', await keyOf('Haverfordshire'));
  await pass(61);
  expect(await sent()).toBe(11);
  expect(await ran()).toMatchObject({ matched: 10, corrections: 4, messages: 11 });
}, 120_000);

test('of what was told before the 90 days a correction in them is counted, and nothing else', async () => {
  await pass(100 * 24 * 60);
  await person('retract', await keyOf('Southshire'));
  expect(await sent()).toBe(12);
  expect(await ran()).toMatchObject({ matched: 0, corrections: 1, messages: 1 });
}, 120_000);

test('a hold before it left keeps it from being counted until the release, a later one takes nothing back', async () => {
  const { messages } = await ran();
  const got = mail.got.length;
  await judged('South Oldmere', 'good');
  const key = await keyOf('South Oldmere');
  await person('hold', key);
  expect([await sent(), (await ran()).messages]).toEqual([got, messages]);
  await pass(10);
  await person('release', key);
  expect([await sent(), (await ran()).messages]).toEqual([got + 1, messages + 1]);
  await pass(10);
  await person('hold', key);
  expect([await sent(), (await ran()).messages]).toEqual([got + 1, messages + 1]);
  await pass(60);
  await person('release', key);
  expect([await sent(), (await ran()).messages]).toEqual([got + 1, messages + 1]);
}, 120_000);

test('what became what somebody asked for is counted from then on: put right, one message and no correction', async () => {
  await close();
  await open('3');
  await asks('--email', 'desk@paper.example', '--inspectorate', 'cqc');
  id = await asks('--email', 'corrected@paper.example', '--status', 'corrected');
  mail.got.length = 0;
  await judged('Averfordshire', 'outstanding');
  expect([await sent(), await ran()]).toMatchObject([1, { matched: 0, messages: 0 }]);
  await pass(90);
  await judged('Averfordshire', 'good');
  // To whom it was told, and to whom it has become what they asked for.
  expect([await sent(), await ran()]).toMatchObject([3, { matched: 1, corrections: 0, messages: 1 }]);
  await pass(90);
  await judged('Averfordshire', 'inadequate');
  expect([await sent(), await ran()]).toMatchObject([5, { matched: 1, corrections: 1, messages: 2 }]);
}, 120_000);
