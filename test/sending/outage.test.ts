/** An outage as the operator lives it: told once when it begins and once when it is over. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OperatorMessage } from '../../src/core/sending/operator.ts';
import { ANY } from '../../src/core/sending/route.ts';
import type { WayOutTry } from '../../src/core/supervision.ts';
import type { Deps } from '../../src/steps/deps.ts';
import { supervise } from '../../src/steps/supervise.ts';
import { anInstallation, type Installation } from '../support/installation.ts';
import { anEvent } from './build.ts';

const NOW = new Date('2026-11-21T12:00:00Z');

describe('an outage', () => {
  let here: Installation;
  let clock = NOW;
  const told: OperatorMessage[] = [];
  let reachable = true;
  let by: 'mail' | 'call' = 'call';
  const logged: string[] = [];
  const deps = (): Deps => ({
    ...here.app.deps,
    now: () => clock,
    lookAtDisk: async () => ({ folder: '/data', freeBytes: 1e12, fault: null }),
    operator: {
      tell: async (message) => {
        if (reachable) told.push(message);
        return reachable ? by : null;
      },
    },
    log: {
      info: (event) => logged.push(event),
      warn: (event) => logged.push(event),
      error: (event) => logged.push(event),
    },
  });
  const keep = (outcome: WayOutTry['outcome']) =>
    here.app.deps.store.keepAttempt(
      {
        ...{ subscriptionId: 'r1', channel: 'mail', what: 'alert', reference: 'r', status: null, nextTry: null },
        ...{ outcome, message: outcome === 'sent' ? null : 'the server is away' },
      },
      clock,
    );
  const pass = async (minutes: number, look = true) => {
    clock = new Date(clock.getTime() + minutes * 60_000);
    return look ? supervise(deps()) : null;
  };
  beforeAll(async () => {
    here = await anInstallation({}, null);
    await here.app.deps.store.addSubscriptions(
      [
        {
          ...{ id: 'r1', channel: 'mail', address: 'desk@paper.example', secret: null, criteria: ANY },
          ...{ every: 'event', quiet: null, state: 'active', since: NOW, note: null, basis: 'a test', terms: ['*'] },
        },
      ],
      null,
    );
  });
  afterAll(() => here?.close());

  test('is told once, however often it is looked at, by several at once and after a new start', async () => {
    for (const minutes of [1, 5, 15]) {
      await keep('later');
      await pass(minutes);
    }
    await Promise.all([supervise(deps()), supervise(deps()), supervise(deps())]);
    await pass(600);
    expect(told.map(({ letter }) => letter.subject)).toEqual(['Gradewatch: sending mail fails']);
    expect(JSON.parse(told[0]!.json)).toMatchObject({ type: 'operator.outage', part: 'mail', state: 'began' });
    expect(logged.filter((event) => event === 'operator.outage_began')).toHaveLength(1);
  });

  test('ends with one message', async () => {
    await keep('sent');
    await pass(1);
    await Promise.all([supervise(deps()), supervise(deps())]);
    expect(told.map(({ letter }) => letter.subject).slice(1)).toEqual(['Gradewatch: sending mail works again']);
    expect(await here.app.deps.store.openOutages()).toEqual([]);
  });

  test('of mail ends with the mail that told of it, where no reader is written to meanwhile', async () => {
    told.length = 0;
    by = 'mail';
    for (const minutes of [1, 5, 15]) {
      await keep('later');
      await pass(minutes);
    }
    await pass(1);
    await pass(1);
    by = 'call';
    expect(told.map(({ letter }) => letter.subject)).toEqual([
      'Gradewatch: sending mail fails',
      'Gradewatch: sending mail works again',
    ]);
    expect(await here.app.deps.store.openOutages()).toEqual([]);
  });

  test('that nobody could be told of in time is told in one message when it is over', async () => {
    told.length = 0;
    reachable = false;
    for (const minutes of [1, 5, 15]) {
      await keep('later');
      await pass(minutes);
    }
    await keep('sent');
    await pass(1);
    reachable = true;
    await pass(16);
    await pass(16);
    expect(told.map(({ json }) => (JSON.parse(json) as { state: string }).state)).toEqual(['passed']);
  });

  test('of calls is none while receivers answer, nor when one host answers at no port, and ends with the first call taken', async () => {
    const { store } = here.app.deps;
    const hook = (id: string, address: string) => ({
      ...{ id, channel: 'webhook' as const, address, secret: 's', criteria: ANY, every: 'event' as const, quiet: null },
      ...{ state: 'active' as const, since: NOW, note: null, basis: 'a test', terms: ['*'] },
    });
    await store.addSubscriptions(
      [
        hook('h1', 'https://hooks.example:8443/a'),
        hook('h2', 'https://hooks.example:9443/b'),
        hook('h3', 'https://desk.example/c'),
      ],
      null,
    );
    const call = (subscriptionId: string, outcome: WayOutTry['outcome'], status: number | null) =>
      store.keepAttempt(
        {
          ...{ subscriptionId, channel: 'webhook', what: 'alert', reference: 'r', nextTry: null },
          ...{ outcome, status, message: outcome === 'sent' ? null : 'no luck' },
        },
        clock,
      );
    told.length = 0;
    for (const minutes of [1, 5, 15]) {
      await call('h1', 'later', 500);
      await call('h3', 'later', 301);
      await pass(minutes);
    }
    for (const minutes of [1, 5, 15]) {
      await call('h1', 'later', null);
      await call('h2', 'later', null);
      await pass(minutes);
    }
    expect(told).toEqual([]);
    for (const minutes of [1, 5, 15]) {
      await call('h1', 'later', null);
      await call('h3', 'later', null);
      await pass(minutes);
    }
    expect(told.map(({ letter }) => letter.subject)).toEqual(['Gradewatch: calling webhooks fails']);
    await call('h3', 'sent', 204);
    await pass(1);
    await call('h1', 'later', null);
    await pass(1);
    expect(told.map(({ letter }) => letter.subject).slice(1)).toEqual(['Gradewatch: calling webhooks works again']);
  });

  test('of delivery: alerts that reached nobody within the hour; not those that wait on purpose or reached somebody', async () => {
    const { store } = here.app.deps;
    told.length = 0;
    const alert = (id: string, eventKey: string) => ({
      ...{ id, subscriptionId: 'r1', eventKey, notice: 'first', channel: 'mail' as const },
      ...{ body: anEvent({ key: eventKey }), was: null, reference: id },
    });
    const attempt = { subscriptionId: 'r1', channel: 'mail', what: 'alert', reference: 'x', status: null } as const;
    await store.openAlerts([alert('a1', 'arrived'), alert('a2', 'waits-for-morning')], clock);
    await store.settleAlerts(
      ['a1'],
      { state: 'sent', providerId: 'p', attempt: { ...attempt, outcome: 'sent', message: null, nextTry: null } },
      clock,
    );
    const morning = new Date(clock.getTime() + 10 * 3_600_000);
    await store.settleAlerts(
      ['a2'],
      {
        ...{ state: 'pending', error: 'it is night', nextAttempt: morning },
        attempt: { ...attempt, outcome: 'sent', message: null, nextTry: null },
      },
      clock,
    );
    for (let look = 0; look < 7; look++) await pass(10);
    expect(told).toEqual([]);
    await store.openAlerts([alert('a3', 'lost')], clock);
    for (let look = 0; look < 5; look++) await pass(10);
    expect(told).toEqual([]);
    for (let look = 0; look < 3; look++) await pass(10);
    expect(told.map(({ json }) => JSON.parse(json))).toMatchObject([
      {
        part: 'delivery',
        state: 'began',
        says: expect.stringContaining('1 judgement reached nobody; the oldest is lost'),
      },
    ]);
    await store.settleAlerts(
      ['a3'],
      { state: 'sent', providerId: 'p', attempt: { ...attempt, outcome: 'sent', message: null, nextTry: null } },
      clock,
    );
    await pass(1);
    expect(told).toHaveLength(2);
  });
});
