import { describe, expect, test, vi } from 'vitest';
import { makeAddressGuard } from '../../src/adapters/web-fetch/address-guard.ts';
import type { Lookup } from '../../src/adapters/web-fetch/connect.ts';
import { makeLaneOf } from '../../src/adapters/web-fetch/lane-of.ts';
import { makeLanes, retryAfterMs } from '../../src/adapters/web-fetch/manners.ts';
import { asFeed, aWeb, failure, NOW, serve } from '../support/web.ts';

const DAY_MS = 86_400_000;

describe('Retry-After', () => {
  const table: [string | undefined, number][] = [
    ['120', 120_000],
    [' 120 ', 120_000],
    ['0', 0],
    ['-5', 0],
    ['', 0],
    [undefined, 0],
    ['soon', 0],
    ['1.5', 0],
    ['99999999', 7 * DAY_MS],
    ['9'.repeat(400), 7 * DAY_MS],
    ['Tue, 10 Mar 2026 09:10:00 GMT', 600_000],
    ['Tuesday, 10-Mar-26 09:10:00 GMT', 600_000],
    ['Tue Mar 10 09:10:00 2026', 600_000],
    ['Tue, 10 Mar 2026 08:00:00 GMT', 0],
    ['Tue, 10 Mar 2099 08:00:00 GMT', 7 * DAY_MS],
  ];
  for (const [value, waitMs] of table)
    test(`${value?.slice(0, 40)} asks for ${waitMs} ms`, () => expect(retryAfterMs(value, NOW)).toBe(waitMs));
});

describe('a host that asks for silence', () => {
  for (const status of [429, 503])
    test(`is left alone after ${status}, whichever source asks, until the time is over`, async () => {
      let now = NOW;
      const server = await serve({ '/a': { status, headers: { 'retry-after': '3600' } }, '/b': { body: 'x' } });
      const web = aWeb({ now: () => now });
      const failed = await failure(web.get(`${server.origin}/a`, asFeed()));
      expect(failed.details).toMatchObject({ status, retryAfterMs: 3_600_000, holdHost: `127.0.0.1:${server.port}` });
      now = new Date(NOW.getTime() + 3_599_000);
      expect((await failure(web.get(`${server.origin}/b`, asFeed()))).details).toMatchObject({
        errorClass: 'rate_limited',
        retryAfterMs: 1_000,
      });
      expect(server.paths()).toEqual(['/a']);
      now = new Date(NOW.getTime() + 3_600_000);
      expect((await web.get(`${server.origin}/b`, asFeed())).status).toBe(200);
    });

  test('other hosts are asked meanwhile', async () => {
    const [busy, idle] = [await serve({ '/': { status: 429 } }), await serve({ '/': { body: 'x' } })];
    const web = aWeb();
    await failure(web.get(busy.origin, asFeed()));
    expect((await web.get(idle.origin, asFeed())).status).toBe(200);
  });

  test('a 429 without a time still brings a minute of silence; a 503 without one does not', async () => {
    const server = await serve({ '/429': { status: 429 }, '/503': { status: 503 } });
    const web = aWeb();
    expect((await failure(web.get(`${server.origin}/503`, asFeed()))).details.retryAfterMs).toBeUndefined();
    expect((await failure(web.get(`${server.origin}/429`, asFeed()))).details.retryAfterMs).toBe(60_000);
  });

  test('what waits in the queue for that host is not sent after it', async () => {
    const server = await serve({ '*': { status: 429, headers: { 'retry-after': '60' }, delayMs: 20 } });
    const web = aWeb({ perHost: 1 });
    await Promise.all([1, 2, 3, 4].map((n) => failure(web.get(`${server.origin}/${n}`, asFeed()))));
    expect(server.asked).toHaveLength(1);
  });

  test('holds kept elsewhere are respected', async () => {
    const server = await serve({ '/': { body: 'x' } });
    const holds = { until: async () => new Date(NOW.getTime() + 60_000), hold: async () => {} };
    expect((await failure(aWeb({ holds }).get(server.origin, asFeed()))).details.retryAfterMs).toBe(60_000);
    expect(server.asked).toHaveLength(0);
  });
});

describe('the queue a request stands in', () => {
  const guard = makeAddressGuard(['10.0.0.0/8', 'own.example']);
  const groups = [{ id: 'press', hosts: ['press.example'], gapMs: 2_000 }];
  const lanes = () => makeLaneOf({ guard, groups, gapMs: 1_000, namedGapMs: 0 });
  const laneOf = (of: ReturnType<typeof lanes>, host: string) => of.laneOf(new URL(`https://${host}/`));

  test('is the host’s own until it is known where its name leads', () =>
    expect(laneOf(lanes(), 'a.example')).toBe('a.example'));

  test('is shared by hosts behind one address, whatever they are called', () => {
    const of = lanes();
    for (const host of ['a.example', 'b.example']) of.onResolved(host, '93.184.215.14');
    of.onResolved('c.example', '93.184.215.15');
    expect(laneOf(of, 'a.example')).toBe(laneOf(of, 'b.example'));
    expect(laneOf(of, 'c.example')).not.toBe(laneOf(of, 'a.example'));
    of.onResolved('b.example', '93.184.215.15');
    expect(laneOf(of, 'b.example')).toBe(laneOf(of, 'c.example'));
  });

  test('is never shared behind what the operator named: everything may stand there', () => {
    const of = lanes();
    of.onResolved('a.example', '10.0.0.1');
    of.onResolved('own.example', '93.184.215.14');
    expect([laneOf(of, 'a.example'), laneOf(of, 'own.example')]).toEqual(['a.example', 'own.example']);
  });

  test('is the group’s for its titles, with the group’s pause, wherever their names lead', () => {
    const of = lanes();
    of.onResolved('north.press.example', '93.184.215.14');
    expect(laneOf(of, 'north.press.example')).toBe(laneOf(of, 'www.press.example'));
    const pauses = ['north.press.example', 'a.example', 'own.example'].map((host) =>
      of.gapMsAt(new URL(`https://${host}/`)),
    );
    expect(pauses).toEqual([2_000, 1_000, 0]);
  });

  test('titles of one group are asked a pause apart over real sockets, others meanwhile', async () => {
    const server = await serve({ '*': { body: 'x' } });
    const lookup: Lookup = (_name, _options, callback) => callback(null, [{ address: '127.0.0.1', family: 4 }]);
    const web = aWeb({ lookup, groups: [{ id: 'press', hosts: ['press.example'], gapMs: 3_600_000 }] });
    const ask = (host: string) => web.get(`http://${host}:${server.port}/`, asFeed());
    const north = ask('north.press.example');
    const waiting = ['south.press.example', 'east.press.example'].map((host) => failure(ask(host)));
    await Promise.all([north, ask('a.example'), ask('b.example'), ask('c.example')]);
    await web.close();
    for (const failed of await Promise.all(waiting)) expect(failed.message).toContain('stopping');
    const asked = server.asked.map(({ headers }) => headers.host?.replace(/:\d+$/, ''));
    expect(asked.sort()).toEqual(['a.example', 'b.example', 'c.example', 'north.press.example']);
  });
});

describe('requests to one host', () => {
  test('are at most two at once, others wait without losing their time', async () => {
    const server = await serve({ '*': { delayMs: 300, body: 'x' } });
    const web = aWeb({ timeouts: { totalMs: 2_000 } });
    await Promise.all(Array.from({ length: 16 }, (_, n) => web.get(`${server.origin}/${n}`, asFeed())));
    expect(server.mostInFlight).toBe(2);
  });

  test('start a gap apart', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    try {
      const lanes = makeLanes(2);
      const starts: number[] = [];
      const done = Promise.all([1, 2, 3, 4].map(() => lanes.run('a', 50, async () => starts.push(performance.now()))));
      await vi.advanceTimersByTimeAsync(10_000);
      await done;
      expect(starts.map((at) => at - starts[0]!)).toEqual([0, 50, 100, 150]);
    } finally {
      vi.useRealTimers();
    }
  });

  test('that still wait when the program stops are sent away at once', async () => {
    const server = await serve({ '*': { hang: true } });
    const web = aWeb({ perHost: 1 });
    const asked = [1, 2, 3].map((n) => failure(web.get(`${server.origin}/${n}`, asFeed())));
    while (server.asked.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await web.close();
    for (const failed of await Promise.all(asked)) expect(failed.message).toContain('stopping');
    expect(server.asked).toHaveLength(1);
  });

  test('a failed one makes room for the next', async () => {
    const lanes = makeLanes(1);
    await lanes.run('a', 0, () => Promise.reject(new Error('no'))).catch(() => {});
    expect(await lanes.run('a', 0, async () => 'yes')).toBe('yes');
  });
});
