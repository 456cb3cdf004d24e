import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import { afterPoll } from '../../src/core/polling/due.ts';
import { addArrivals, itemsPerWeek, type QuietSeason, silentSince } from '../../src/core/polling/silence.ts';
import { aSource, aState, codes, unchanged } from '../support/polling.ts';

const noon = (day: string) => new Date(`${day}T12:00:00Z`);
/** Days of a rhythm up to and including `last`, going back. */
const rhythm = (last: string, every: (day: DateTime) => boolean, days = 90) =>
  addArrivals(
    [],
    Array.from({ length: days }, (_, back) => DateTime.fromISO(`${last}T12:00`, { zone: 'utc' }).minus({ days: back }))
      .filter(every)
      .map((day) => day.toJSDate()),
    noon('2027-12-31'),
  );
const daily = () => true;
const weekdays = ({ weekday }: DateTime) => weekday <= 5;
const mondays = ({ weekday }: DateTime) => weekday === 1;
const monthly = ({ day }: DateTime) => day === 1;

const seasons: QuietSeason[] = [
  { name: 'Christmas', from: '12-20', until: '01-06', factor: 3, kinds: [] },
  { name: 'before elections', from: '03-20', until: '05-10', factor: 4, kinds: ['council'] },
];

describe('silence', () => {
  const table = [
    // rhythm           last item       now           silent
    ['daily', daily, '2026-06-10', '2026-06-13', false],
    ['daily', daily, '2026-06-10', '2026-06-14', true],
    ['on weekdays', weekdays, '2026-06-12', '2026-06-15', false],
    ['on weekdays', weekdays, '2026-06-12', '2026-06-18', false],
    ['on weekdays', weekdays, '2026-06-12', '2026-06-19', true],
    ['on Mondays', mondays, '2026-06-08', '2026-06-22', false],
    ['on Mondays', mondays, '2026-06-08', '2026-06-23', true],
    ['monthly', (day: DateTime) => monthly(day), '2026-06-01', '2026-07-30', false],
    ['monthly', (day: DateTime) => monthly(day), '2026-06-01', '2026-08-10', true],
    ['daily, in a quiet season', daily, '2026-12-22', '2026-12-30', false],
    ['daily, in a quiet season', daily, '2026-12-22', '2027-01-02', true],
    ['daily, just after a quiet season', daily, '2026-12-31', '2027-01-07', false],
  ] as const;
  for (const [name, every, last, now, silent] of table)
    test(`${name}, last on ${last}: ${silent ? 'silent' : 'as usual'} on ${now}`, () => {
      const since = silentSince(rhythm(last, every, 300), 'newspaper', seasons, noon(now));
      expect(since?.toISOString().slice(0, 10) ?? null).toBe(
        silent ? DateTime.fromISO(last, { zone: 'Europe/London' }).toUTC().toISODate() : null,
      );
    });

  test('a season holds for its kinds of source only', () => {
    const arrivals = rhythm('2026-04-10', daily);
    expect(silentSince(arrivals, 'council', seasons, noon('2026-04-15'))).toBeNull();
    expect(silentSince(arrivals, 'newspaper', seasons, noon('2026-04-15'))).not.toBeNull();
  });
  test('one long pause does not deafen the alarm', () => {
    const arrivals = [...rhythm('2026-03-01', daily, 20), ...rhythm('2026-06-10', daily, 20)];
    expect(silentSince(arrivals, 'newspaper', [], noon('2026-06-15'))).not.toBeNull();
  });
  test('a source we hardly know is not accused', () =>
    expect(silentSince(rhythm('2026-06-10', daily, 5), 'newspaper', [], noon('2026-12-10'))).toBeNull());

  test('is told once, and ends with the next item', () => {
    const arrivals = rhythm('2026-03-01', daily);
    const at = noon('2026-03-10');
    const first = afterPoll(aSource(), aState({ arrivals }), unchanged(), at);
    expect(codes(first)).toEqual(['silent']);
    expect(first.notes[0]?.message).toBe(
      'nothing newer than 2026-03-01, though its entries usually follow closer on one another',
    );
    expect(first.state.silentSince).toBe('2026-03-01T00:00:00.000Z');
    expect(codes(afterPoll(aSource(), first.state, unchanged(), at))).toEqual([]);
  });
});

describe('items a week', () => {
  test('are counted over the weeks we know', () => {
    expect(itemsPerWeek([], noon('2026-06-10'))).toBeNull();
    expect(itemsPerWeek(rhythm('2026-06-10', daily, 3), noon('2026-06-10'))).toBe(3);
    expect(itemsPerWeek(rhythm('2026-06-10', daily, 14), noon('2026-06-10'))).toBe(7);
    expect(itemsPerWeek(rhythm('2026-06-10', weekdays, 60), noon('2026-06-10'))).toBe(5);
    expect(itemsPerWeek(rhythm('2026-01-10', daily, 60), noon('2026-06-10'))).toBe(0);
  });
  test('a date in the future counts for today', () =>
    expect(addArrivals([], [noon('2030-01-01')], noon('2026-06-10'))).toEqual([{ day: '2026-06-10', items: 1 }]));
});
