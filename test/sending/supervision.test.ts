/** When the operator is told: something of the product is broken, once, and once when it works again. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeOperatorDoor } from '../../src/adapters/channels/operator.ts';
import type { OperatorMessage } from '../../src/core/sending/operator.ts';
import { ANY } from '../../src/core/sending/route.ts';
import { delivery, disk, type PolledSource, polling, type WayOutTry, wayOut } from '../../src/core/supervision.ts';
import { tryLater } from '../../src/errors.ts';
import type { Deps } from '../../src/steps/deps.ts';
import { supervise } from '../../src/steps/supervise.ts';
import { anInstallation, type Installation } from '../support/installation.ts';
import { anEvent } from './build.ts';

const NOW = new Date('2026-11-21T12:00:00Z');
const ago = (minutes: number, from = NOW) => new Date(from.getTime() - minutes * 60_000);

describe('a way out fails', () => {
  const tries = (...list: [number, WayOutTry['outcome'], string?][]) =>
    list.map(([minutes, outcome, host = 'a.example']) => ({ at: ago(minutes), outcome, message: 'refused', host }));
  const cases = [
    // part     newest first                                                                       state      why
    ['mail', [], 'unknown', 'nothing was tried'],
    ['mail', [[1, 'sent']], 'well', 'mail was taken'],
    ['mail', [[1, 'gone']], 'well', 'the server answered that a receiver is no more'],
    [
      'mail',
      [
        [1, 'later'],
        [6, 'later'],
      ],
      'unknown',
      'two tries are no outage',
    ],
    [
      'mail',
      [
        [1, 'later'],
        [2, 'later'],
        [3, 'later'],
        [4, 'later'],
      ],
      'unknown',
      'it has lasted three minutes',
    ],
    [
      'mail',
      [
        [1, 'later'],
        [6, 'later'],
        [22, 'later'],
      ],
      'failing',
      'twenty minutes without a mail',
    ],
    [
      'mail',
      [
        [1, 'refused'],
        [6, 'refused'],
        [22, 'refused'],
      ],
      'failing',
      'all mail is refused',
    ],
    [
      'mail',
      [
        [1, 'later'],
        [6, 'sent'],
        [22, 'later'],
        [23, 'later'],
      ],
      'unknown',
      'one got through in between',
    ],
    [
      'calls',
      [
        [1, 'later'],
        [6, 'later'],
        [60, 'later'],
      ],
      'unknown',
      'one receiver is away',
    ],
    [
      'calls',
      [
        [1, 'later', 'b.example'],
        [6, 'later'],
        [60, 'later'],
      ],
      'failing',
      'two are away and none is there',
    ],
    [
      'calls',
      [
        [1, 'sent', 'c.example'],
        [2, 'later', 'b.example'],
        [60, 'later'],
      ],
      'well',
      'two are away, one is there',
    ],
  ] as const;
  const taken = [
    // minutes ago  newest first                                            state      why
    [
      5,
      [
        [6, 'later'],
        [22, 'later'],
        [40, 'later'],
      ],
      'well',
      'a mail to the operator was taken after all of them',
    ],
    [
      30,
      [
        [6, 'later'],
        [22, 'later'],
        [40, 'later'],
      ],
      'unknown',
      'some failed after a mail to the operator was taken',
    ],
    [
      60,
      [
        [6, 'later'],
        [22, 'later'],
        [40, 'later'],
      ],
      'failing',
      'all failed after a mail to the operator was taken',
    ],
  ] as const;
  for (const [minutes, list, state, why] of taken)
    test(`mail: ${why}: ${state}`, () =>
      expect(wayOut('mail', tries(...(list as unknown as [number, 'sent'][])), NOW, ago(minutes)).state).toBe(state));
  for (const [part, list, state, why] of cases)
    test(`${part}: ${why}: ${state}`, () =>
      expect(wayOut(part, tries(...(list as unknown as [number, 'sent'][])), NOW).state).toBe(state));
});

describe('polling fails', () => {
  const source = (attempt: number, success: number | null, over: Partial<PolledSource> = {}): PolledSource => ({
    status: 'seen',
    lastAttempt: ago(attempt),
    lastSuccess: success === null ? null : ago(success),
    nextDue: ago(-30),
    failingSince: success === null ? ago(attempt) : null,
    ...over,
  });
  const failing = (attempt: number, since: number) => source(attempt, 500, { failingSince: ago(since) });
  const idle = source(300, 300, { nextDue: ago(-600) });
  const cases = [
    [[], 300, 'unknown', 'there are no sources'],
    [[source(5, 5), failing(5, 90), failing(6, 90)], 300, 'well', 'one source of three answers'],
    [[failing(5, 90), failing(6, 90), failing(7, 90)], 300, 'failing', 'all fail for an hour and a half'],
    [[failing(5, 90), failing(6, 90), failing(7, 90)], 20, 'unknown', 'nobody has watched for an hour yet'],
    [[failing(5, 10), failing(6, 10), failing(7, 10)], 300, 'unknown', 'all have failed for ten minutes'],
    [[failing(5, 90)], 300, 'failing', 'the only source fails'],
    [[failing(5, 90), idle, idle], 300, 'unknown', 'one fails and the others were not asked'],
    [[idle, idle], 300, 'unknown', 'nothing is due: a quiet night'],
    [[source(300, 300, { nextDue: ago(90) }), idle], 300, 'failing', 'nobody polls what is due'],
    [[source(5, null, { status: 'paused', nextDue: ago(900) })], 300, 'unknown', 'what is paused is not missed'],
  ] as const;
  for (const [sources, watched, state, why] of cases)
    test(`${why}: ${state}`, () => expect(polling(sources, NOW, ago(watched)).state).toBe(state));
});

describe('the disk and the canary', () => {
  const MIB = 1_048_576;
  const cases = [
    [disk({ freeBytes: 600 * MIB, fault: null }, NOW), 'well'],
    [disk({ freeBytes: 400 * MIB, fault: null }, NOW), 'unknown'],
    [disk({ freeBytes: 200 * MIB, fault: null }, NOW), 'failing'],
    [disk({ freeBytes: 600 * MIB, fault: 'EROFS' }, NOW), 'failing'],
    [delivery(null, NOW, ago(0)), 'well'],
    [delivery({ events: 1, eventKey: 'e', since: ago(120) }, NOW, ago(90)), 'failing'],
    [delivery({ events: 1, eventKey: 'e', since: ago(120) }, NOW, ago(10)), 'unknown'],
  ] as const;
  for (const [verdict, state] of cases)
    test(`${'says' in verdict ? verdict.says : `${verdict.part} ${state}`}`, () => expect(verdict.state).toBe(state));
});

test('the operator is told at the first place that takes it', async () => {
  const told: string[] = [];
  const door = makeOperatorDoor(['ops@gradewatch.example', 'https://hooks.example/ops'], {
    mailer: { send: () => Promise.reject(tryLater('the mail server is down')), close: async () => {} },
    post: async (url) => {
      told.push(url);
      return { status: 200, retryAfterMs: 0 };
    },
    domain: 'gradewatch.example',
  });
  const message = { key: 'k', letter: { subject: 's', title: 't', blocks: [], footer: [] }, json: '{}' };
  expect(await door.tell(message)).toBe('call');
  expect(told).toEqual(['https://hooks.example/ops']);
});

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
    lookAtDisk: async () => ({ freeBytes: 1e12, fault: null }),
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
