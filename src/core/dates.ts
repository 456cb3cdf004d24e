/**
 * Calendar days and weeks in Europe/London.
 *
 * A day is `"2026-11-21"`; a week is the ISO week id `"2026-W47"`, Monday to Sunday; ranges are half-open
 * `[from, until)`. Arithmetic on days is calendar arithmetic, so a day of 23 or 25 hours counts as one.
 * Where a moment is wanted, it is the midnight London's clocks show.
 */
import { DateTime } from 'luxon';
import type { Day, DayRange } from './types.ts';

const LONDON = 'Europe/London';
const DAY_MS = 86_400_000;

/** An ISO week id, `"2026-W47"`. */
export type Week = string;

const utc = (day: Day) => DateTime.fromISO(day, { zone: 'utc' });
const iso = (moment: DateTime): Day => moment.toFormat('yyyy-MM-dd');

/** @returns whether the text is a day that exists, written `yyyy-mm-dd`. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(dayNumber(text)) && addDays(text, 0) === text;

/** The day London's calendars show at a moment. */
export const londonDay = (moment: Date): Day => iso(DateTime.fromJSDate(moment, { zone: LONDON }));

/** The London day of an ISO day or date-time, as articles carry it; null where there is none or it cannot be read. */
export function dayOf(published: string | null): Day | null {
  if (published === null || isDay(published)) return published;
  const moment = new Date(published);
  return Number.isNaN(moment.getTime()) ? null : londonDay(moment);
}

/** The moment a day begins in London (23:00 UTC of the day before in summer). */
export const dayStart = (day: Day): Date => DateTime.fromISO(day, { zone: LONDON }).startOf('day').toJSDate();

/** Days since 1970-01-01: for code that compares many days. */
export const dayNumber = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS;

/** @param days may be negative. What is no day is given back as it is. */
export function addDays(day: Day, days: number): Day {
  const number = dayNumber(day) + days;
  return Number.isNaN(number) ? day : new Date(number * DAY_MS).toISOString().slice(0, 10);
}

/** @param months may be negative; the 31st becomes the last day of a shorter month. */
export const addMonths = (day: Day, months: number): Day => iso(utc(day).plus({ months }));

/** Days from `from` to `to`: negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from);

/** The one day as a range. */
export const dayRange = (day: Day): DayRange => ({ from: day, until: addDays(day, 1) });

/** A day by its numbers, `month` 1 to 12; null where the calendar has none such. */
export function dayOfMonth(year: number, month: number, day: number): Day | null {
  const date = DateTime.utc(year, month, day);
  return date.isValid ? iso(date) : null;
}

/** A calendar month, `month` 1 to 12, as a range. */
export function monthRange(year: number, month: number): DayRange {
  const from = iso(DateTime.utc(year, month, 1));
  return { from, until: addMonths(from, 1) };
}

export const isInRange = (day: Day, range: DayRange): boolean => range.from <= day && day < range.until;

export const rangesOverlap = (a: DayRange, b: DayRange): boolean => a.from < b.until && b.from < a.until;

/** The ISO week a day stands in: 1 January may belong to the year before, 31 December to the year after. */
export const isoWeekOf = (day: Day): Week => utc(day).toFormat("kkkk-'W'WW");

/** The week London's calendars show at a moment. */
export const londonWeek = (moment: Date): Week => isoWeekOf(londonDay(moment));

/** @returns the week's id in its one spelling, or null where there is no such week (`2025-W53`). */
export function parseWeek(text: string): Week | null {
  const [, year, week] = /^(\d{4})-?W(\d{2})$/i.exec(text.trim()) ?? [];
  if (year === undefined || week === undefined) return null;
  const found = DateTime.fromISO(`${year}-W${week}`, { zone: 'utc' });
  return found.isValid ? isoWeekOf(iso(found)) : null;
}

/**
 * Monday until the Monday after, as days.
 * @throws RangeError when there is no such week: ask `parseWeek` first.
 */
export function weekRange(week: Week): DayRange {
  const monday = DateTime.fromISO(week, { zone: 'utc' });
  if (!monday.isValid) throw new RangeError(`"${week}" is not an ISO week; write it as 2026-W47`);
  return { from: iso(monday), until: iso(monday.plus({ days: 7 })) };
}

/** The week's first and first following moment: 167, 168 or 169 hours apart. */
export function weekMoments(week: Week): { from: Date; until: Date } {
  const { from, until } = weekRange(week);
  return { from: dayStart(from), until: dayStart(until) };
}

/** @param weeks may be negative. */
export const addWeeks = (week: Week, weeks: number): Week => isoWeekOf(addDays(weekRange(week).from, weeks * 7));

/** Mondays among these days: what sums up a week goes out on the one after it. */
export function mondaysIn({ from, until }: DayRange): number {
  let count = 0;
  for (let day = weekRange(isoWeekOf(from)).from; day < until; day = addDays(day, 7)) count += day < from ? 0 : 1;
  return count;
}
