import { describe, expect, test } from 'vitest';
import { afterPoll } from '../../src/core/polling/due.ts';
import { freshMinutes } from '../../src/core/polling/interval.ts';
import { failedPoll, type SourceState, unpolled, validatorsToSend } from '../../src/core/polling/state.ts';
import type { Rhythm, SourceKind } from '../../src/core/types.ts';
import { ERROR_CLASSES, giveUp, tryLater } from '../../src/errors.ts';
import {
  anExchange,
  aReading,
  aSource,
  aState,
  codes,
  failed,
  later,
  NOON,
  runPolls,
  unchanged,
} from '../support/polling.ts';

const aRhythm = (rhythm: Partial<Rhythm> = {}): Rhythm => ({
  ttlMinutes: null,
  updateMinutes: null,
  skipHours: [],
  skipDays: [],
  ...rhythm,
});
const minutesUntil = (due: Date | null, now = NOON) => (due!.getTime() - now.getTime()) / 60_000;
const busy = { fresh: 2, freshPublished: [NOON.toISOString(), NOON.toISOString()] };

describe('the usual interval', () => {
  const table: [SourceKind, string, Partial<Rhythm> | null, number][] = [
    // kind          London time of the poll      the feed says        minutes
    ['inspectorate', '2026-03-10T12:00:00Z', null, 15],
    ['council', '2026-03-10T12:00:00Z', null, 15],
    ['council', '2026-03-10T06:00:00Z', null, 15],
    ['council', '2026-03-10T19:59:00Z', null, 15],
    ['council', '2026-03-10T20:00:00Z', null, 60],
    ['council', '2026-03-10T02:00:00Z', null, 60],
    ['council', '2026-07-10T05:00:00Z', null, 15], // summer: 06:00 in London
    ['council', '2026-07-10T19:00:00Z', null, 60], // summer: 20:00 in London
    ['inspectorate', '2026-03-10T23:00:00Z', null, 60],
    ['newspaper', '2026-03-10T12:00:00Z', { ttlMinutes: 30 }, 30],
    ['newspaper', '2026-03-10T12:00:00Z', { ttlMinutes: 5 }, 15],
    ['newspaper', '2026-03-10T12:00:00Z', { ttlMinutes: 180 }, 180],
    ['newspaper', '2026-03-10T12:00:00Z', null, 60],
    ['sector', '2026-03-10T12:00:00Z', null, 60],
    ['sector', '2026-03-10T12:00:00Z', { ttlMinutes: 5 }, 60],
    ['broadcaster', '2026-03-10T12:00:00Z', null, 60],
    ['government', '2026-03-10T12:00:00Z', null, 60],
    ['other', '2026-03-10T03:00:00Z', null, 60],
    ['council', '2026-03-10T12:00:00Z', { ttlMinutes: 60 }, 60],
    ['council', '2026-03-10T12:00:00Z', { updateMinutes: 120 }, 120],
    ['council', '2026-03-10T12:00:00Z', { ttlMinutes: 99_999 }, 1_440],
  ];
  for (const [kind, at, rhythm, minutes] of table)
    test(`${kind} at ${at}${rhythm ? ` saying ${JSON.stringify(rhythm)}` : ''}: ${minutes} minutes`, () => {
      const read = aReading({ ...busy, rhythm: rhythm && aRhythm(rhythm) });
      const now = new Date(at);
      const after = afterPoll(aSource({ kind }), aState({ lastSuccess: later(now, -1).toISOString() }), read, now);
      expect(after.intervalMinutes).toBe(minutes);
      expect(minutesUntil(after.nextDue, now)).toBeGreaterThanOrEqual(minutes);
      expect(minutesUntil(after.nextDue, now)).toBeLessThanOrEqual(minutes * 1.05);
      expect(after.reason).not.toBe('');
    });

  test('the last hour of the night does not reach into the day', () => {
    const now = new Date('2026-03-10T05:30:00Z');
    const due = afterPoll(
      aSource({ kind: 'council' }),
      aState({ lastSuccess: later(now, -1).toISOString() }),
      aReading(busy),
      now,
    ).nextDue!;
    expect(due.toISOString() >= '2026-03-10T06:00').toBe(true);
    expect(due.toISOString() < '2026-03-10T06:18').toBe(true);
  });

  test('a source without validators whose page did not change is asked hourly; with a change or validators, as usual', () => {
    const source = aSource({ kind: 'council' });
    const none = { validators: { etag: null, lastModified: null } };
    const minutes = (outcome: Parameters<typeof afterPoll>[2]) =>
      afterPoll(source, aState(), outcome, NOON).intervalMinutes;
    expect(minutes(unchanged(none))).toBe(60);
    expect(minutes(aReading({ listHash: 'old' }, none))).toBe(60);
    expect(minutes(aReading(busy, none))).toBe(15);
    expect(minutes(unchanged())).toBe(15);
  });
});

describe('cache headers', () => {
  const table: [Record<string, string>, number][] = [
    [{ 'cache-control': 'max-age=3600' }, 60],
    [{ 'cache-control': 'public, MAX-AGE="1800", must-revalidate' }, 30],
    [{ 'cache-control': 'max-age=3600', age: '1800' }, 30],
    [{ 'cache-control': 'max-age=3600', age: '9999' }, 0],
    [{ 'cache-control': 'no-store, max-age=3600' }, 0],
    [{ 'cache-control': 'no-cache' }, 0],
    [{ 'cache-control': 'max-age=31536000' }, 360],
    [{ 'cache-control': 'max-age=nonsense' }, 0],
    [{ expires: 'Tue, 10 Mar 2026 13:00:00 GMT', date: 'Tue, 10 Mar 2026 12:00:00 GMT' }, 60],
    [{ expires: 'Tue, 10 Mar 2026 11:00:00 GMT', date: 'Tue, 10 Mar 2026 12:00:00 GMT' }, 0],
    [{ expires: '0', date: 'Tue, 10 Mar 2026 12:00:00 GMT' }, 0],
    [
      {
        expires: 'Tue, 10 Mar 2026 13:00:00 GMT',
        date: 'Tue, 10 Mar 2026 12:00:00 GMT',
        'cache-control': 'max-age=60',
      },
      1,
    ],
    [{}, 0],
  ];
  for (const [headers, minutes] of table)
    test(`${JSON.stringify(headers)} keeps an answer ${minutes} minutes`, () =>
      expect(freshMinutes(headers)).toBe(minutes));

  test('are a floor, also on a 304', () => {
    const headers = { 'cache-control': 'max-age=7200' };
    const source = aSource({ kind: 'council' });
    expect(afterPoll(source, aState(), unchanged({ headers }), NOON)).toMatchObject({ intervalMinutes: 120 });
    expect(afterPoll(source, aState(), aReading(busy, { headers }), NOON).reason).toContain('cache');
  });
});

describe('hours and days a feed wants skipped', () => {
  test('are skipped, in GMT, whatever the season', () => {
    const rhythm = aRhythm({ skipHours: [12, 13, 14] });
    const now = new Date('2026-07-10T11:30:00Z');
    const due = afterPoll(aSource(), aState(), aReading({ rhythm }), now).nextDue!;
    expect(due.toISOString().slice(0, 13)).toBe('2026-07-10T15');
  });
  test('a skipped weekend ends on Monday', () => {
    const rhythm = aRhythm({ skipDays: ['saturday', 'sunday'] });
    const due = afterPoll(aSource(), aState(), aReading({ rhythm }), new Date('2026-03-13T23:30:00Z')).nextDue!;
    expect(due.toISOString().slice(0, 13)).toBe('2026-03-16T00');
  });
  test('a feed that wants every hour skipped is not believed', () => {
    const rhythm = aRhythm({ skipHours: Array.from({ length: 24 }, (_, hour) => hour) });
    expect(minutesUntil(afterPoll(aSource(), aState(), aReading({ rhythm }), NOON).nextDue)).toBeLessThan(70);
  });
});

describe('overlap', () => {
  /** Each poll sees what was published since the last one, at most a window of 20. */
  const simulate = (itemsAnHour: number, polls: number) => {
    const source = aSource();
    let [state, at, lost, owed] = [aState(), NOON, 0, 0];
    for (let n = 0; n < polls; n += 1) {
      const hours = (at.getTime() - Date.parse(state.lastSuccess!)) / 3_600_000;
      const published = itemsAnHour * hours + owed;
      const fresh = Math.min(Math.floor(published), 20);
      owed = published - Math.floor(published);
      if (n > 3) lost += Math.max(Math.floor(published) - 20, 0);
      const after = afterPoll(source, state, aReading({ fresh, listHash: `${n}` }), at);
      state = after.state;
      at = after.nextDue!;
    }
    return { lost, state };
  };
  for (const rate of [0, 1, 5, 15, 30, 60])
    test(`at ${rate} items an hour nothing scrolls out of a window of 20`, () =>
      expect(simulate(rate, 200).lost).toBe(0));

  test('a burst shortens the interval at once and a calm lengthens it in small steps', () => {
    const [burst, ...calm] = runPolls(
      aSource(),
      [aReading({ fresh: 18 }), ...Array.from({ length: 30 }, () => unchanged())],
      { state: aState() },
    );
    expect(burst!.intervalMinutes).toBeLessThan(40);
    expect(calm[0]!.intervalMinutes).toBeLessThan(45);
    expect(calm.at(-1)!.intervalMinutes).toBe(60);
  });

  test('a window that is all new is told once, for items may have been lost', () => {
    const all = aReading({ fresh: 20 });
    const told = runPolls(aSource(), [all, all, aReading({ fresh: 1 }), all], { state: aState() }).map(codes);
    expect(told).toEqual([['overlap'], [], [], ['overlap']]);
  });

  test('a first reading says nothing of overlap', () =>
    expect(afterPoll(aSource(), unpolled(), aReading({ fresh: 20 }), NOON)).toMatchObject({
      state: { overlap: null },
      notes: [],
    }));
});

describe('failures', () => {
  for (const errorClass of ERROR_CLASSES)
    test(`${errorClass}: waits grow, never beyond a day, and it is never given up`, () => {
      const source = aSource({ kind: 'council' });
      // A second 410 would end the source: that is another rule.
      const polls = runPolls(
        source,
        Array.from({ length: errorClass === 'gone' ? 1 : 40 }, () => failed(errorClass)),
        { state: aState() },
      );
      const waits = polls.map(({ intervalMinutes }) => intervalMinutes);
      for (let n = 1; n < waits.length; n += 1)
        if (waits[n - 1]! >= 60) expect(waits[n]).toBeGreaterThanOrEqual(waits[n - 1]!);
      expect(Math.max(...waits)).toBeLessThanOrEqual(1_440);
      expect(polls.at(-1)).toMatchObject({ status: 'seen', state: { failures: polls.length, errorClass } });
      expect(polls.at(-1)!.nextDue).not.toBeNull();
    });

  const firstWaits = [
    // what passes is tried again as usual, what lasts not before an hour, what is settled daily
    ['dns', 15],
    ['connect', 15],
    ['timeout', 15],
    ['http_5xx', 15],
    ['tls_expired', 15],
    ['http_4xx', 60],
    ['challenge', 60],
    ['not_a_feed', 60],
    ['rate_limited', 60],
    ['robots', 1_440],
    ['gone', 1_440],
  ] as const;
  for (const [errorClass, minutes] of firstWaits)
    test(`after a first ${errorClass} a council is left alone ${minutes} minutes`, () =>
      expect(afterPoll(aSource({ kind: 'council' }), aState(), failed(errorClass), NOON).intervalMinutes).toBe(
        minutes,
      ));

  const asked = [
    [60_000, 15],
    [2 * 3_600_000, 120],
    [7 * 86_400_000, 7 * 1_440],
  ] as const;
  for (const [retryAfterMs, minutes] of asked)
    test(`asked to wait ${retryAfterMs / 60_000} minutes, we wait ${minutes}`, () => {
      const after = afterPoll(aSource({ kind: 'council' }), aState(), failed('http_5xx', retryAfterMs), NOON);
      expect(after.intervalMinutes).toBe(minutes);
      expect(after.nextDue!.getTime()).toBeGreaterThanOrEqual(NOON.getTime() + retryAfterMs);
    });

  test('a host that wants silence costs its sources no failure', () => {
    const outcome = failedPoll(
      tryLater('held', { errorClass: 'rate_limited', retryAfterMs: 7_200_000, holdHost: 'a' }),
    );
    const after = afterPoll(aSource(), aState(), outcome, NOON);
    expect(after).toMatchObject({ intervalMinutes: 120, state: { failures: 0, errorClass: null } });
    const short = failedPoll(tryLater('held', { errorClass: 'rate_limited', retryAfterMs: 600_000, holdHost: 'a' }));
    expect(minutesUntil(afterPoll(aSource(), aState(), short, NOON).nextDue)).toBeLessThan(11);
  });

  test('since when an error lasts is kept, and told anew when it becomes another', () => {
    const [first, second, other] = runPolls(aSource(), [failed('dns'), failed('dns'), failed('connect')], {
      gapHours: 1,
    });
    expect([first, second, other].map((poll) => poll!.state.errorSince)).toEqual([
      NOON.toISOString(),
      NOON.toISOString(),
      later(NOON, 2).toISOString(),
    ]);
  });

  test('a success ends them and is told after an outage', () => {
    const polls = runPolls(
      aSource(),
      [failed('dns'), failed('dns'), failed('dns'), unchanged(), failed('dns'), unchanged()],
      { state: aState() },
    );
    expect(polls.map(codes)).toEqual([[], [], [], ['recovered'], [], []]);
    expect(polls[3]!.state).toMatchObject({ failures: 0, errorClass: null, errorMessage: null, errorSince: null });
  });

  test('a certificate fault is told once', () => {
    const polls = runPolls(aSource(), [failed('tls_expired'), failed('tls_expired'), failed('tls')], {
      state: aState(),
    });
    expect(polls.map(codes)).toEqual([['certificate'], [], ['certificate']]);
  });

  test('errors of the web and of parsers become outcomes', () => {
    expect(failedPoll(giveUp('no', { errorClass: 'not_a_feed' }))).toMatchObject({
      kind: 'failed',
      errorClass: 'not_a_feed',
      retryAfterMs: 0,
    });
    expect(
      failedPoll(tryLater('no', { errorClass: 'rate_limited', status: 429, retryAfterMs: 5, holdHost: 'a' })),
    ).toMatchObject({ kind: 'failed', retryAfterMs: 5 });
  });
});

describe('validators', () => {
  const validators = anExchange().validators;
  const kept = (after: { state: SourceState }) => validatorsToSend(after.state, later(NOON, 1));

  test('are kept with what they came with and refreshed by a 304', () => {
    expect(kept(afterPoll(aSource(), aState(), aReading(), NOON))).toEqual(validators);
    const newer = { ...validators, etag: '"2"' };
    expect(kept(afterPoll(aSource(), aState({ validators }), unchanged({ validators: newer }), NOON))).toEqual(newer);
  });
  test('are dropped when the body could not be read, and kept through an outage', () => {
    for (const errorClass of ['parse', 'not_a_feed', 'truncated', 'too_large'] as const)
      expect(kept(afterPoll(aSource(), aState({ validators }), failed(errorClass), NOON))).toBeUndefined();
    for (const errorClass of ['dns', 'timeout', 'http_5xx', 'challenge'] as const)
      expect(kept(afterPoll(aSource(), aState({ validators }), failed(errorClass), NOON))).toEqual(validators);
  });
  test('are not sent once a week has passed without a whole body: some servers say 304 for ever', () => {
    const state = aState({ validators, fullReadAt: NOON.toISOString() });
    expect(validatorsToSend(state, later(NOON, 7 * 24 - 1))).toEqual(validators);
    expect(validatorsToSend(state, later(NOON, 7 * 24))).toBeUndefined();
    expect(validatorsToSend(unpolled(), NOON)).toBeUndefined();
  });
  test('are sent again once the same bytes came whole', () => {
    const state = aState({ validators, fullReadAt: later(NOON, -200).toISOString() });
    expect(kept(afterPoll(aSource(), state, unchanged(), NOON))).toEqual(validators);
    expect(kept(afterPoll(aSource(), state, unchanged({ notModified: true }), NOON))).toBeUndefined();
  });
});

describe('a source on trial', () => {
  const listed = aSource({ status: 'listed', kind: 'council' });
  const read = aReading();

  test('is asked daily until it has yielded twice, then as its kind is', () => {
    const polls = runPolls(listed, [read, unchanged()]);
    expect(polls.map(({ status }) => status)).toEqual(['listed', 'seen']);
    expect(polls.map(({ intervalMinutes }) => intervalMinutes)).toEqual([1_440, 15]);
  });
  test('rests after five failed polls, and is tried weekly', () => {
    const polls = runPolls(
      listed,
      Array.from({ length: 7 }, () => failed('http_4xx')),
    );
    expect(polls.map(({ status }) => status)).toEqual([...Array(4).fill('listed'), ...Array(3).fill('resting')]);
    expect(polls.map(({ intervalMinutes }) => intervalMinutes / 1_440)).toEqual([1, 1, 1, 1, 7, 7, 7]);
    expect(polls.map(codes)).toEqual([[], [], [], [], ['resting'], [], []]);
  });
  test('that lists nothing has failed its poll', () => {
    const polls = runPolls(
      listed,
      Array.from({ length: 5 }, () => aReading({ listed: 0 })),
    );
    expect(polls.at(-1)!.status).toBe('resting');
  });
  test('comes back from its rest when it yields', () => {
    const polls = runPolls({ ...listed, status: 'resting' }, [failed('dns'), read, read]);
    expect(polls.map(({ status }) => status)).toEqual(['resting', 'listed', 'seen']);
  });
  test('waits longer where the server asks for it', () =>
    expect(afterPoll(listed, unpolled(), failed('rate_limited', 3 * 86_400_000), NOON).intervalMinutes).toBe(
      3 * 1_440,
    ));
  test('a source that was seen working never rests', () => {
    const polls = runPolls(
      aSource(),
      Array.from({ length: 30 }, () => failed('http_4xx')),
      { state: aState() },
    );
    expect(polls.at(-1)!.status).toBe('seen');
  });
});

describe('spread', () => {
  test('a thousand sources added at one moment are not all due at one moment', () => {
    const minutes = new Map<number, number>();
    for (let n = 0; n < 1_000; n += 1) {
      const [first] = runPolls(aSource({ id: `source-${n}` }), [aReading()]);
      const minute = Math.floor(minutesUntil(first!.nextDue));
      minutes.set(minute, (minutes.get(minute) ?? 0) + 1);
    }
    expect(minutes.size).toBeGreaterThanOrEqual(15);
    expect(Math.max(...minutes.values())).toBeLessThan(120);
  });
  test('the same poll gives the same row', () =>
    expect(afterPoll(aSource(), aState(), aReading(), NOON)).toEqual(afterPoll(aSource(), aState(), aReading(), NOON)));
  test('what is kept survives JSON', () => {
    const { state } = afterPoll(aSource(), aState(), aReading({ ...busy, rhythm: aRhythm({ ttlMinutes: 5 }) }), NOON);
    expect(JSON.parse(JSON.stringify(state))).toEqual(state);
  });
  test('a source that is off is not due', () => {
    for (const status of ['paused', 'blocked', 'dead', 'retired'] as const)
      expect(afterPoll(aSource({ status }), aState(), unchanged(), NOON).nextDue).toBeNull();
  });
});
