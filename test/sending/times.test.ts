import { describe, expect, test } from 'vitest';
import {
  afterQuiet,
  dayPeriod,
  isQuietHours,
  leftOut,
  periodsDue,
  weekPeriod,
} from '../../src/core/sending/cadence.ts';
import { nextTry } from '../../src/core/sending/retry.ts';
import { stormPlan } from '../../src/core/sending/storm.ts';

const at = (iso: string) => new Date(iso);
const hours = (from: Date, until: Date) => (until.getTime() - from.getTime()) / 3_600_000;

describe('periods', () => {
  const weeks = [
    // week        from                     until                    send                     hours   why
    ['2026-W47', '2026-11-16T00:00:00Z', '2026-11-23T00:00:00Z', '2026-11-23T08:30:00Z', 168, 'winter'],
    [
      '2026-W43',
      '2026-10-18T23:00:00Z',
      '2026-10-26T00:00:00Z',
      '2026-10-26T08:30:00Z',
      169,
      'clocks go back on its Sunday',
    ],
    [
      '2027-W12',
      '2027-03-22T00:00:00Z',
      '2027-03-28T23:00:00Z',
      '2027-03-29T07:30:00Z',
      167,
      'clocks go forward on its Sunday',
    ],
    [
      '2026-W53',
      '2026-12-28T00:00:00Z',
      '2027-01-04T00:00:00Z',
      '2027-01-04T08:30:00Z',
      168,
      'week 53 reaches into the next year',
    ],
    [
      '2025-W01',
      '2024-12-30T00:00:00Z',
      '2025-01-06T00:00:00Z',
      '2025-01-06T08:30:00Z',
      168,
      'week 1 begins in the year before',
    ],
  ] as const;
  for (const [id, from, until, send, length, why] of weeks)
    test(`week ${id}: ${why}`, () => {
      const period = weekPeriod(id);
      expect(period).toEqual({ id, from: at(from), until: at(until), sendAt: at(send) });
      expect(hours(period.from, period.until)).toBe(length);
    });
  for (const [day, length] of [
    ['2026-10-25', 25],
    ['2027-03-28', 23],
    ['2026-11-18', 24],
  ] as const)
    test(`the day ${day} has ${length} hours and is told once, at half past seven`, () => {
      const { from, until, sendAt } = dayPeriod(day);
      expect(hours(from, until)).toBe(length);
      expect(sendAt.toLocaleTimeString('en-GB', { timeZone: 'Europe/London' })).toBe('07:30:00');
    });
});

describe('what is due', () => {
  const since = at('2026-01-01T00:00:00Z');
  const due = (cadence: 'day' | 'week', now: string, done: string[] = [], from = since) =>
    periodsDue(cadence, { now: at(now), since: from, done: new Set(done) }).map(({ id }) => id);
  test('nothing before Monday half past eight', () =>
    expect(due('week', '2026-11-23T08:29:59Z', ['2026-W43', '2026-W44', '2026-W45', '2026-W46'])).toEqual([]));
  test('last week from then on', () =>
    expect(due('week', '2026-11-23T08:30:00Z', ['2026-W43', '2026-W44', '2026-W45', '2026-W46'])).toEqual([
      '2026-W47',
    ]));
  test('nothing that has its row', () =>
    expect(due('week', '2026-11-25T12:00:00Z', ['2026-W43', '2026-W44', '2026-W45', '2026-W46', '2026-W47'])).toEqual(
      [],
    ));
  test('missed weeks are made up, oldest first, five at most', () =>
    expect(due('week', '2026-11-25T12:00:00Z')).toEqual(['2026-W43', '2026-W44', '2026-W45', '2026-W46', '2026-W47']));
  test('missed weeks are made up across week 53', () =>
    expect(due('week', '2027-01-13T12:00:00Z', ['2026-W50', '2026-W51', '2026-W52']).slice(0, 3)).toEqual([
      '2026-W53',
      '2027-W01',
    ]));
  test('missed days are made up, seven at most', () => expect(due('day', '2026-11-23T12:00:00Z')).toHaveLength(7));
  test('no period that ended before the subscription began', () =>
    expect(due('week', '2026-11-25T12:00:00Z', [], at('2026-11-20T00:00:00Z'))).toEqual(['2026-W47']));
});

describe('what was missed for longer than is made up', () => {
  const cases = [
    // every  told now      began         had rows (told or not)                                    left out
    [
      'week',
      '2026-W43',
      '2026-08-26',
      { '2026-W37': true, '2026-W38': true },
      ['2026-W39', '2026-W40', '2026-W41', '2026-W42'],
    ],
    ['week', '2026-W44', '2026-08-26', { '2026-W38': true, '2026-W43': true }, []],
    ['week', '2026-W43', '2026-10-07', {}, ['2026-W41', '2026-W42']],
    ['week', '2027-W01', '2026-12-14', {}, ['2026-W51', '2026-W52', '2026-W53']],
    ['week', '2026-W43', '2026-10-19', {}, []],
    ['day', '2026-11-18', '2026-11-01', { '2026-11-14': true, '2026-11-17': false }, ['2026-11-15', '2026-11-16']],
    ['day', '2026-11-18', '2026-11-01', { '2026-11-16': true, '2026-11-17': false }, []],
  ] as const;
  for (const [every, id, since, rows, expected] of cases)
    test(`${every} ${id}, since ${since}, after ${JSON.stringify(rows)}: ${expected.join(', ') || 'none'}`, () =>
      expect(
        leftOut(every, { id, since: at(`${since}T12:00:00Z`), rows: new Map(Object.entries(rows)) }).map(
          (one) => one.id,
        ),
      ).toEqual(expected));
});

describe('quiet hours', () => {
  const night = { from: '22:00', until: '06:30' };
  const cases = [
    // at                       goes out                  why
    ['2026-11-18T21:59:00Z', '2026-11-18T21:59:00Z', 'just before'],
    ['2026-11-18T22:00:00Z', '2026-11-19T06:30:00Z', 'in the evening'],
    ['2026-11-19T03:00:00Z', '2026-11-19T06:30:00Z', 'after midnight'],
    ['2026-11-19T06:30:00Z', '2026-11-19T06:30:00Z', 'at the end'],
    ['2026-10-24T22:00:00Z', '2026-10-25T06:30:00Z', 'over the night the clocks go back'],
    ['2027-03-27T23:00:00Z', '2027-03-28T05:30:00Z', 'over the night the clocks go forward'],
    ['2026-07-01T21:30:00Z', '2026-07-02T05:30:00Z', 'in summer'],
  ] as const;
  for (const [now, out, why] of cases)
    test(`${why}: ${now} goes out at ${out}`, () => expect(afterQuiet(at(now), night)).toEqual(at(out)));
  test('none are asked for', () =>
    expect(afterQuiet(at('2026-11-19T03:00:00Z'), null)).toEqual(at('2026-11-19T03:00:00Z')));
  test('a lunch break is possible too', () =>
    expect(afterQuiet(at('2026-11-19T12:15:00Z'), { from: '12:00', until: '13:00' })).toEqual(
      at('2026-11-19T13:00:00Z'),
    ));
  for (const [now, out] of [
    ['2026-10-25T00:20:00Z', '2026-10-25T00:45:00Z'],
    ['2026-10-25T01:20:00Z', '2026-10-25T01:45:00Z'],
  ] as const)
    test(`in the hour that comes twice: ${now} goes out at ${out}`, () =>
      expect(afterQuiet(at(now), { from: '01:15', until: '01:45' })).toEqual(at(out)));
  for (const [from, until, now, out, why] of [
    [
      '22:00',
      '01:30',
      '2027-03-27T23:00:00Z',
      '2027-03-28T01:00:00Z',
      'an end that spring skips is when clocks go forward',
    ],
    ['01:30', '03:00', '2026-10-25T00:40:00Z', '2026-10-25T01:00:00Z', 'a beginning that comes twice begins twice'],
    ['01:30', '03:00', '2026-10-25T01:40:00Z', '2026-10-25T03:00:00Z', 'the second time until the end'],
  ] as const)
    test(`${why}: ${from} to ${until}`, () => expect(afterQuiet(at(now), { from, until })).toEqual(at(out)));
  const halfHours = Array.from(
    { length: 48 },
    (_, index) => `${String(index >> 1).padStart(2, '0')}:${index % 2 === 0 ? '00' : '30'}`,
  );
  for (const [day, why] of [
    ['2027-03-28', 'spring skips an hour'],
    ['2026-10-25', 'autumn repeats one'],
  ] as const)
    test(`every window is quiet exactly while the clock on the wall is in it, as ${why}`, () => {
      const onWall = new Map(
        Array.from({ length: 4 * 30 }, (_, quarter) => {
          const moment = new Date(at(`${day}T00:00:00Z`).getTime() + (quarter - 8) * 900_000);
          return [
            moment,
            moment.toLocaleTimeString('en-GB', { timeZone: 'Europe/London', timeStyle: 'short' }),
          ] as const;
        }),
      );
      const moments = [...onWall.keys()];
      const around = moments.slice(4, 20).filter((_, index) => index % 2 === 1);
      for (const from of halfHours)
        for (const until of halfHours.filter((end) => end !== from)) {
          const isQuiet = (clock = '') =>
            from < until ? from <= clock && clock < until : from <= clock || clock < until;
          const out = around.map((moment) => moments.find((later) => later >= moment && !isQuiet(onWall.get(later))));
          expect([from, until, ...around.map((moment) => afterQuiet(moment, { from, until }))]).toEqual([
            ...[from, until, ...out],
          ]);
        }
    });
  test('a weekly digest waits for their end', () =>
    expect(weekPeriod('2026-W47', { from: '20:00', until: '09:00' }).sendAt).toEqual(at('2026-11-23T09:00:00Z')));
  for (const [from, until, right] of [
    ['22:00', '06:30', true],
    ['24:00', '06:30', false],
    ['22', '6', false],
    ['07:00', '07:00', false],
  ] as const)
    test(`${from} to ${until} is ${right ? '' : 'not '}a span of quiet hours`, () =>
      expect(isQuietHours({ from, until })).toBe(right));
});

describe('storms', () => {
  const now = at('2026-11-18T12:00:00Z');
  const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
  const due = (notice: string, minutes = 0) => ({ notice, createdAt: ago(minutes) });
  const some = (count: number, notice = 'first', minutes = 0) =>
    Array.from({ length: count }, () => due(notice, minutes));
  const sent = (singles: readonly number[], summaries: readonly number[] = []) => ({
    singlesAt: singles.map(ago),
    summariesAt: summaries.map(ago),
  });
  const NONE = sent([]);
  const cases = [
    // pending singles ago (min)       summaries ago   plan
    [5, [], [], 'single'],
    [6, [], [], 'summary'],
    [1, [5, 10, 20, 30, 59], [], 'single'],
    [2, [5, 10, 20, 30, 59], [], 'summary'],
    [1, [1, 5, 10, 20, 30, 59], [], 'wait'],
    [2, [1, 5, 10, 20, 30, 59], [], 'wait'],
    [1, [5, 10, 20, 30, 61], [], 'single'],
    [1, [], [30], 'wait'],
    [1, [], [60], 'single'],
  ] as const;
  for (const [pending, singles, summaries, kind] of cases)
    test(`${pending} due after ${singles.length} single alerts and ${summaries.length} summaries (${[...singles, ...summaries].join(', ')} minutes ago): ${kind}`, () =>
      expect(stormPlan(some(pending), { news: sent(singles, summaries), corrections: NONE }, 5, now).kind).toBe(kind));
  test('a correction goes out alone and at once, in the middle of a storm', () => {
    const correction = due('correction-1');
    const state = { news: sent([1, 2, 3, 4, 5], [10]), corrections: NONE };
    expect(stormPlan([...some(9), correction], state, 5, now)).toEqual({ kind: 'single', alerts: [correction] });
  });
  test.each([
    // corrections ago (min)    summaries ago   plan
    [[1, 2, 3, 4], [], 'single'],
    [[1, 2, 3, 4], [10], 'single'],
    [[1, 2, 3, 4, 5], [], 'single'],
    [[1, 2, 3, 4, 5, 6], [], 'wait'],
    [[1, 2, 3, 4, 5], [10], 'wait'],
    [[1, 2, 3, 4, 60], [], 'single'],
  ] as const)('a correction after others %j minutes ago and summaries %j ago: %s', (corrections, summaries, kind) => {
    const state = { news: sent([], summaries), corrections: sent(corrections) };
    expect(stormPlan([due('correction-9')], state, 5, now).kind).toBe(kind);
  });
  test('corrections take no room of news, nor news of corrections', () => {
    expect(stormPlan(some(5), { news: NONE, corrections: sent([1, 2, 3, 4, 5], [10]) }, 5, now).kind).toBe('single');
    const state = { news: sent([1, 2, 3, 4, 5], [10]), corrections: NONE };
    expect(stormPlan(some(5, 'correction-1'), state, 5, now).kind).toBe('single');
  });
  test('more corrections than an hour may bring are a storm themselves', () =>
    expect(stormPlan(some(6, 'correction-1'), { news: NONE, corrections: NONE }, 5, now).kind).toBe('summary'));
  test('one summary tells what comes on top of either, in the order in which it came', () => {
    const pending = [...some(3), ...some(2, 'correction-1'), ...some(3)];
    const state = { news: NONE, corrections: sent([1, 2, 3, 4]) };
    expect(stormPlan(pending, state, 5, now)).toEqual({ kind: 'summary', alerts: pending });
  });
  test('what has no room any more is left out of the summary of what has', () => {
    const state = { news: NONE, corrections: sent([1, 2, 3, 4, 5, 6]) };
    const plan = stormPlan([...some(6), due('correction-1')], state, 5, now);
    expect(plan).toEqual({ kind: 'summary', alerts: some(6) });
  });
  test.each([
    ['news when the hour since the last summary is over', 'first', [], [30, 50], '12:30'],
    ['news when the first of its alerts is an hour old', 'first', [5, 10, 20, 30, 40, 59], [], '12:01'],
    ['a correction too, whatever summary there was', 'correction-1', [5, 10, 20, 30, 40, 59], [10], '12:01'],
    ['a correction by the summary where that is the older', 'correction-1', [1, 2, 3, 4, 5], [50], '12:10'],
  ] as const)('what waits is told: %s', (_what, notice, singles, summaries, until) => {
    const [news, corrections] =
      notice === 'first' ? [sent(singles, summaries), NONE] : [sent([], summaries), sent(singles)];
    expect(stormPlan([due(notice)], { news, corrections }, 5, now)).toEqual({
      kind: 'wait',
      until: at(`2026-11-18T${until}:00Z`),
    });
  });
  test.each([
    [6, 0, [], 'gather'],
    [6, 4, [], 'gather'],
    [6, 5, [], 'summary'],
    [5, 0, [], 'single'],
    [1, 0, [1, 2, 3, 4, 5], 'gather'],
    [1, 5, [1, 2, 3, 4, 5], 'single'],
  ] as const)('%i promised %i minutes ago, while more is read, after %j: %s', (count, minutes, singles, kind) =>
    expect(
      stormPlan(some(count, 'first', minutes), { news: sent(singles), corrections: NONE }, 5, now, true).kind,
    ).toBe(kind),
  );
});

describe('retries', () => {
  const now = at('2026-11-18T12:00:00Z');
  const span = (channel: 'mail' | 'webhook') => {
    let [attempts, moment] = [1, now];
    for (let next = nextTry(channel, attempts, moment); next; next = nextTry(channel, attempts, moment))
      [attempts, moment] = [attempts + 1, next];
    return { attempts, hours: hours(now, moment) };
  };
  test('a webhook is tried for a day and more, then given up', () => {
    expect(span('webhook').hours).toBeGreaterThan(24);
    expect(span('webhook').attempts).toBe(8);
  });
  test('mail is tried for a day and more, then given up', () => expect(span('mail').hours).toBeGreaterThan(24));
  test('a receiver that asks for time gets it, up to twelve hours', () => {
    expect(nextTry('webhook', 1, now, 600_000)).toEqual(at('2026-11-18T12:10:00Z'));
    expect(nextTry('webhook', 1, now, 99 * 3_600_000)).toEqual(at('2026-11-19T00:00:00Z'));
  });
});
