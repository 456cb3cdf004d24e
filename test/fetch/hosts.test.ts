import { describe, expect, test } from 'vitest';
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

describe('requests to one host', () => {
  test('are at most two at once, others wait without losing their time', async () => {
    const server = await serve({ '*': { delayMs: 40, body: 'x' } });
    const web = aWeb({ timeouts: { totalMs: 150 } });
    await Promise.all(Array.from({ length: 12 }, (_, n) => web.get(`${server.origin}/${n}`, asFeed())));
    expect(server.mostInFlight).toBe(2);
  });

  test('start a gap apart', async () => {
    const server = await serve({ '*': { body: 'x' } });
    const web = aWeb({ gapMs: 50 });
    await Promise.all([1, 2, 3, 4].map((n) => web.get(`${server.origin}/${n}`, asFeed())));
    const starts = server.asked.map(({ at }) => at);
    for (let n = 1; n < starts.length; n += 1) expect(starts[n]! - starts[n - 1]!).toBeGreaterThan(40);
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
