/** What an operator sees of alerts that wait or were given up, and how they send again what was. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  asks,
  close,
  heard,
  here,
  hook,
  judged,
  keyOf,
  mail,
  open,
  pass,
  person,
  states,
  world,
} from '../support/changing-world.ts';
import { typed } from '../support/commands.ts';
import { anEvent } from './build.ts';

const ids: string[] = [];
beforeAll(async () => {
  await open('1000');
  ids.push(await asks('--email', 'desk@paper.example'), await asks('--webhook', hook.url));
}, 120_000);
afterAll(close);

interface Shown {
  state: string;
  alerts: { eventKey: string; state: string; waits: string | null; until: string | null }[];
}
const shown = async (id: string) => (await typed(here.app, ['subscriptions', 'show', id, '--json'])).json<Shown>();
const days = async (hours: number) => {
  for (let hour = 0; hour < hours; hour += 1) await pass(60);
};

test('what was refused for a day is given up, and the subscription goes on', async () => {
  world.mood = 'refuses';
  for (const council of ['Wading', 'Kelbury', 'Southshire']) await judged(council, 'inadequate');
  await pass(1);
  await days(36);
  for (const id of ids) {
    const { state, alerts } = await shown(id);
    expect([state, ...alerts.map((one) => one.state)]).toEqual(['active', 'dead', 'dead', 'dead']);
    // Beside each what came back last; that nothing more is tried is told by the state.
    const { out } = await typed(here.app, ['subscriptions', 'show', id]);
    expect(out).toMatch(/dead[\s\S]{0,200}(answered 404|not accepted)/);
    expect(out).not.toMatch(/tried again/i);
  }
});

test('sent again by a person it says what is so now, once, under its own id; what was taken back is not sent', async () => {
  await judged('Kelbury', 'good');
  await person('retract', await keyOf('Southshire'));
  world.mood = 'takes';
  await pass(60);
  expect(heard('Wading')).toEqual([[], []]);
  const again = await typed(here.app, ['subscriptions', 'resend', ...ids, '--json']);
  expect(again.json()).toEqual(ids.map((subscription) => ({ subscription, alerts: 2, digests: 0 })));
  await pass(1);
  await pass(60);
  for (const [council, ...lines] of [['Wading', 'inadequate'], ['Kelbury', 'good'], ['Southshire']] as const)
    expect(heard(council)).toEqual([lines, lines]);
  const references = (await here.app.deps.store.alertsTo(ids[1] as string)).map(({ reference }) => reference);
  for (const { id } of hook.got) expect(references).toContain(id);
  expect(mail.got).toHaveLength(2);
});

test('there is nothing more to send again then; a subscription that is not there is named', async () => {
  expect(await states('Kelbury')).toEqual(['first sent', 'first sent']);
  const none = await typed(here.app, ['subscriptions', 'resend', ids[0] as string]);
  expect(none.out).toContain('0 alerts and 0 digests to be tried again');
  const nobody = await typed(here.app, ['subscriptions', 'resend', 'nobody']);
  expect([nobody.code, nobody.err]).toEqual([2, expect.stringContaining('there is no subscription')]);
});

test('a message larger than a receiver takes is given up at once', async () => {
  world.mood = 'too large';
  await judged('Brackenshire', 'good');
  await pass(1);
  const { alerts } = await shown(ids[1] as string);
  expect(alerts.find(({ eventKey }) => eventKey.startsWith('brackenshire'))).toMatchObject({ state: 'dead' });
  world.mood = 'takes';
});

test('an alert that waits says why, and until when', async () => {
  const { store, now } = here.app.deps;
  const id = await asks('--webhook', `${hook.url}/waits`);
  const soon = new Date(now().getTime() + 1_000);
  const until = new Date(now().getTime() + 3_600_000);
  for (const [eventKey, waits] of [
    ['w1', 'storm'],
    ['w2', 'quiet'],
    ['w3', 'held'],
  ] as const) {
    await store.openAlerts(
      [
        {
          ...{ id: `${id}-${eventKey}`, subscriptionId: id, eventKey, notice: 'first', channel: 'webhook', was: null },
          ...{ body: anEvent({ key: eventKey }), reference: `${id}.${eventKey}.first.webhook` },
        },
      ],
      now(),
    );
    if (waits === 'storm') await store.claimAlerts(id, soon, 60_000, (due) => ({ kind: 'wait', alerts: due, until }));
    if (waits === 'quiet') await store.postponeAlerts(id, soon, until);
    if (waits === 'held') await store.holdAlerts(eventKey, 'held');
  }
  const { alerts } = await shown(id);
  expect(alerts.map((alert) => [alert.waits, alert.until]).sort()).toEqual([
    ['held', null],
    ['quiet', until.toISOString()],
    ['storm', until.toISOString()],
  ]);
  const { out } = await typed(here.app, ['subscriptions', 'show', id]);
  for (const words of [
    'many came within an hour',
    'the quiet hours',
    'a person holds its judgement',
    until.toISOString(),
  ])
    expect(out).toContain(words);
  // Once it is over, why it waited is history: what came back last stands there, and whether it may have arrived.
  const over = (key: string, state: string) =>
    here.app.database.pool.query(
      `UPDATE "Alert" SET "state" = $1, "error" = 'webhook answered 502', "perhapsAt" = now() WHERE "id" = $2`,
      [state, `${id}-${key}`],
    );
  await Promise.all([over('w1', 'dead'), over('w2', 'sent')]);
  const after = (await typed(here.app, ['subscriptions', 'show', id])).out.replaceAll(/\s+/g, ' ');
  for (const words of ['many came within an hour', 'the quiet hours']) expect(after).not.toContain(words);
  expect(after.match(/webhook answered 502/g)).toHaveLength(2);
  expect(after.match(/it may have arrived all the same/g)).toHaveLength(1);
});

test('what is asked for by the day or week shows each message, and why it waits', async () => {
  const { store, now } = here.app.deps;
  const id = await asks('--email', 'weekly@paper.example', '--every', 'week');
  expect((await typed(here.app, ['subscriptions', 'show', id])).out).toContain('Nothing sent yet.');
  const digest = { id: `${id}-w`, subscriptionId: id, period: '2026-W48', reference: `${id}.2026-W48.digest.mail` };
  await store.openDigests([digest], now());
  const until = new Date(now().getTime() + 3_600_000);
  await store.settleDigest(
    digest.id,
    { state: 'pending', error: 'mail not accepted (451)', nextAttempt: until, attempt: null },
    now(),
  );
  const { out } = await typed(here.app, ['subscriptions', 'show', id]);
  expect(out).toMatch(/2026-W48 +pending/);
  for (const words of [until.toISOString(), 'mail not accepted (451)']) expect(out).toContain(words);
  expect(out).not.toContain('Nothing sent yet');
});
