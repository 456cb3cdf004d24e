import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  addWeeks,
  dayRange,
  dayStart,
  daysBetween,
  isDay,
  isInRange,
  isoWeekOf,
  londonDay,
  londonWeek,
  monthRange,
  parseWeek,
  rangesOverlap,
  weekMoments,
  weekRange,
} from '../../src/core/dates.ts';

describe('the day is the one London shows', () => {
  const moments = [
    ['2026-01-10T23:59:59Z', '2026-01-10'],
    ['2026-07-10T22:59:59Z', '2026-07-10'],
    ['2026-07-10T23:00:00Z', '2026-07-11'], // British Summer Time
    ['2026-03-29T00:30:00Z', '2026-03-29'], // clocks go forward an hour later
    ['2026-10-24T23:30:00Z', '2026-10-25'], // the 25-hour day has begun
    ['2026-10-25T23:30:00Z', '2026-10-25'], // and is not over
  ] as const;
  for (const [moment, day] of moments) test(`${moment} is ${day}`, () => expect(londonDay(new Date(moment))).toBe(day));

  const starts = [
    ['2026-01-10', '2026-01-10T00:00:00.000Z'],
    ['2026-07-10', '2026-07-09T23:00:00.000Z'],
    ['2026-03-29', '2026-03-29T00:00:00.000Z'],
    ['2026-03-30', '2026-03-29T23:00:00.000Z'],
    ['2026-10-25', '2026-10-24T23:00:00.000Z'],
    ['2026-10-26', '2026-10-26T00:00:00.000Z'],
  ] as const;
  for (const [day, moment] of starts)
    test(`${day} begins at ${moment}`, () => expect(dayStart(day).toISOString()).toBe(moment));
});

describe('a week is Monday to Sunday and may belong to the year beside', () => {
  const weeks = [
    ['2026-11-16', '2026-W47'],
    ['2026-11-22', '2026-W47'],
    ['2026-11-23', '2026-W48'],
    ['2024-12-30', '2025-W01'],
    ['2025-12-29', '2026-W01'],
    ['2026-12-31', '2026-W53'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2021-01-01', '2020-W53'],
    ['2022-01-01', '2021-W52'],
  ] as const;
  for (const [day, week] of weeks) test(`${day} is in ${week}`, () => expect(isoWeekOf(day)).toBe(week));

  const ranges = [
    ['2026-W47', '2026-11-16', '2026-11-23'],
    ['2026-W53', '2026-12-28', '2027-01-04'],
    ['2026-W01', '2025-12-29', '2026-01-05'],
  ] as const;
  for (const [week, from, until] of ranges)
    test(`${week} runs from ${from} until ${until}`, () => expect(weekRange(week)).toEqual({ from, until }));

  const hours = [
    ['2026-W47', 168],
    ['2026-W13', 167], // clocks go forward on Sunday 29 March
    ['2026-W43', 169], // clocks go back on Sunday 25 October
  ] as const;
  for (const [week, length] of hours)
    test(`${week} has ${length} hours`, () => {
      const { from, until } = weekMoments(week);
      expect((until.getTime() - from.getTime()) / 3_600_000).toBe(length);
      expect(londonWeek(from)).toBe(week);
      expect(londonWeek(new Date(until.getTime() - 1))).toBe(week);
      expect(londonWeek(until)).toBe(addWeeks(week, 1));
    });

  const spellings = [
    ['2026-W47', '2026-W47'],
    ['2026w47', '2026-W47'],
    ['2026-W53', '2026-W53'],
    ['2025-W53', null],
    ['2026-W00', null],
    ['2026-W54', null],
    ['2026-47', null],
    ['last week', null],
  ] as const;
  for (const [text, week] of spellings) test(`"${text}" is read as ${week}`, () => expect(parseWeek(text)).toBe(week));

  test('a week that does not exist is refused', () => expect(() => weekRange('2025-W53')).toThrow(/2025-W53/));
  test('the week after the last is the first of the next year', () =>
    expect([addWeeks('2026-W53', 1), addWeeks('2026-W01', -1)]).toEqual(['2027-W01', '2025-W52']));
});

describe('arithmetic on days counts calendar days', () => {
  test('across both clock changes and leap days', () => {
    expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
    expect(addDays('2026-10-24', 2)).toBe('2026-10-26');
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysBetween('2026-10-26', '2026-10-24')).toBe(-2);
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
  });
  test('ranges leave their last day out', () => {
    const february = monthRange(2024, 2);
    expect(february).toEqual({ from: '2024-02-01', until: '2024-03-01' });
    expect(isInRange('2024-02-29', february)).toBe(true);
    expect(isInRange('2024-03-01', february)).toBe(false);
    expect(rangesOverlap(february, dayRange('2024-03-01'))).toBe(false);
  });
  test('only days that exist are days', () =>
    expect(['2026-02-28', '2026-02-30', '2026-2-28', '2026', ''].map(isDay)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]));
});
