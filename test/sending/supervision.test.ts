/** When the operator is told: something of the product is broken, once, and once when it works again. */
import { describe, expect, test } from 'vitest';
import { makeOperatorDoor } from '../../src/adapters/channels/operator.ts';
import { letterText } from '../../src/core/sending/letter.ts';
import { type OperatorMessage, operatorMessage } from '../../src/core/sending/operator.ts';
import { delivery, disk, type PolledSource, polling, type WayOutTry, wayOut } from '../../src/core/supervision.ts';
import { tryLater } from '../../src/errors.ts';
import { tellStopped } from '../../src/steps/tell-stopped.ts';
import { anInstallation } from '../support/installation.ts';

const NOW = new Date('2026-11-21T12:00:00Z');
const ago = (minutes: number, from = NOW) => new Date(from.getTime() - minutes * 60_000);

describe('a way out fails', () => {
  const tries = (...list: [number, WayOutTry['outcome'], string?, number?][]) =>
    list.map(([minutes, outcome, host = 'a.example', status = null]) => ({
      ...{ at: ago(minutes), outcome, message: 'refused', host, status },
    }));
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
        [1, 'later', 'ed@x.example', 451],
        [6, 'later', 'ed@x.example', 451],
        [22, 'later', 'ed@x.example', 451],
      ],
      'unknown',
      'one mailbox is greylisted',
    ],
    [
      'mail',
      [
        [1, 'later', 'ed@x.example', 451],
        [6, 'later', 'jo@y.example', 451],
        [22, 'later', 'ed@x.example', 451],
      ],
      'failing',
      'no mailbox takes anything',
    ],
    [
      'mail',
      [
        [1, 'later', 'jo@y.example', 452],
        [2, 'later', 'ed@x.example', 452],
        [12, 'later', 'jo@y.example', 452],
        [12, 'later', 'ed@x.example', 452],
        [24, 'later', 'jo@y.example', 452],
        [24, 'sent', 'al@z.example', 250],
        [24, 'later', 'ed@x.example', 452],
      ],
      'well',
      'two mailboxes were full when another took its mail, and still are',
    ],
    [
      'mail',
      [
        [1, 'later', 'jo@y.example', 452],
        [2, 'later', 'ed@x.example', 452],
        [12, 'later', 'jo@y.example', 452],
        [40, 'sent', 'al@z.example', 250],
      ],
      'failing',
      'since the last mail was taken no mailbox takes any',
    ],
    [
      'mail',
      [
        [1, 'later', 'ed@x.example', 535],
        [6, 'later', 'ed@x.example', 451],
        [22, 'later', 'ed@x.example', 451],
      ],
      'failing',
      'the server does not let us in',
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
      'well',
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
    [
      'calls',
      [
        [1, 'later', 'b.example', 301],
        [6, 'later', 'a.example', 500],
        [60, 'later', 'b.example', 301],
        [70, 'later', 'a.example', 500],
      ],
      'well',
      'both receivers answer, though neither takes anything',
    ],
    [
      'calls',
      [
        [1, 'later', 'b.example'],
        [2, 'later', 'a.example'],
        [6, 'sent', 'c.example'],
        [30, 'later', 'b.example'],
        [60, 'later', 'a.example'],
      ],
      'well',
      'one was taken since they went away',
    ],
    [
      'calls',
      [
        [1, 'refused', 'b.example'],
        [6, 'refused', 'a.example'],
        [60, 'refused', 'b.example'],
      ],
      'unknown',
      'their addresses are not called at all',
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
      'well',
      'a mail to the operator was taken among them',
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
    failure: success === null ? 'connection refused.' : null,
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

describe('what the operator reads', () => {
  const away = (id: number) => ({
    ...{ status: 'listed', lastSuccess: null, nextDue: NOW, failingSince: ago(50), failure: `no answer from ${id}` },
    lastAttempt: ago(id),
  });
  const saying = (sources: PolledSource[]) => {
    const verdict = polling(sources, NOW, ago(300));
    return 'says' in verdict ? verdict.says : verdict.state;
  };
  test('of polling, what came back last', () => {
    expect(saying([away(9), away(5), away(7)] as PolledSource[])).toBe(
      'None of the 3 sources asked within the last hour answered; the last: no answer from 5. Is the network there?',
    );
    expect(saying([away(5)] as PolledSource[])).toBe(
      'The only source asked within the last hour did not answer; the last: no answer from 5. Is the network there?',
    );
  });
  test('ends where its sentences end, and says whose clock it goes by', () => {
    const outage = { id: 'o', part: 'polling', began: NOW, endedAt: null, state: 'began' } as const;
    const text = (says: string) => letterText(operatorMessage({ ...outage, says }).letter);
    expect(text('Is the network there?')).toMatch(/there\?\n/);
    expect(text('Nothing works')).toMatch(/Nothing works\.\n/);
    expect(text('x')).toContain('From 21 November 2026, 12:00, still (London).');
  });
  test('once it is over, what was wrong, and of a disk which', () => {
    const full = disk({ folder: '/srv/gradewatch', freeBytes: 0, fault: 'ENOSPC' }, NOW);
    const says = 'says' in full ? full.says : '';
    expect(says).toBe('The data folder /srv/gradewatch cannot be written (ENOSPC; 0 MiB free)');
    const ended = { id: 'o', part: 'disk', began: NOW, endedAt: ago(-5), says, state: 'ended' } as const;
    expect(letterText(operatorMessage(ended).letter)).toContain(
      'From 21 November 2026, 12:00 to 21 November 2026, 12:05 (London).\n\nWhat was wrong: The data folder /srv/',
    );
  });
});

describe('a process that ends of itself tells the operator first', () => {
  const says = 'The disk is full. Free some space and start again.';
  test('with why and what to do', async () => {
    const told: OperatorMessage[] = [];
    const tell = async (message: OperatorMessage) => {
      told.push(message);
      return 'mail' as const;
    };
    await tellStopped({ operator: { tell }, now: () => NOW }, says);
    expect(told.map(({ letter }) => letterText(letter))).toEqual([expect.stringContaining(says)]);
    expect(JSON.parse(told[0]?.json ?? '')).toMatchObject({ type: 'operator.stopped', says });
  });
  test('and ends all the same where that fails, or nobody is to be told', async () => {
    const fails = { tell: () => Promise.reject(new Error('ENOSPC: the outbox is on the same disk')) };
    for (const operator of [fails, null]) await tellStopped({ operator, now: () => NOW }, says);
  });
});

describe('the disk and the canary', () => {
  const MIB = 1_048_576;
  const cases = [
    [disk({ folder: '/data', freeBytes: 600 * MIB, fault: null }, NOW), 'well'],
    [disk({ folder: '/data', freeBytes: 400 * MIB, fault: null }, NOW), 'unknown'],
    [disk({ folder: '/data', freeBytes: 200 * MIB, fault: null }, NOW), 'failing'],
    [disk({ folder: '/data', freeBytes: 600 * MIB, fault: 'EROFS' }, NOW), 'failing'],
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

test('a place of the operator that would never be called is refused before anything is opened, with all others', async () => {
  const operator = 'ops@gradewatch.example,http://hooks.example/ops,https://10.0.0.1/ops,http://127.0.0.1:9/ops';
  const refused = anInstallation({ GRADEWATCH_OPERATOR: operator }, null);
  await expect(refused).rejects.toMatchObject({
    faults: [
      expect.stringMatching(/^GRADEWATCH_OPERATOR: hooks\.example .*https:/),
      expect.stringMatching(/^GRADEWATCH_OPERATOR: 10\.0\.0\.1 .*GRADEWATCH_ALLOW_PRIVATE/),
    ],
  });
});
