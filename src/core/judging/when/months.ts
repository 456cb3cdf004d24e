/** Months that a text names, with the days and the year beside them. */
import type { Day } from '../../types.ts';
import { mentionsIn, type Reading, startsClass } from '../text/reading.ts';

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

export interface MonthMention {
  from: number;
  to: number;
  month: number;
  year: number | null;
  /** First and last day named. */
  days: [number, number] | null;
}

export const monthNumber = (word: string): number => MONTHS.indexOf(word) + 1;

/** Months named in a stretch of tokens with the days and year beside them. */
export function monthsIn(reading: Reading, from: number, to: number): MonthMention[] {
  const found: MonthMention[] = [];
  for (const { from: at, id } of mentionsIn(reading, 'month', from, to)) {
    const month = monthNumber(id);
    if (id === 'may' && !isMonthMay(reading, at)) continue;
    const w = (i: number) => (i >= from && i < to ? (reading.tokens[i]?.w ?? '') : '');
    const yearAt = /^\d{4}$/.test(w(at + 1))
      ? at + 1
      : w(at + 1) === ',' && /^\d{4}$/.test(w(at + 2))
        ? at + 2
        : w(at + 2) === ',' && /^\d{4}$/.test(w(at + 3))
          ? at + 3
          : null;
    const year = yearAt === null ? lastYear(w, at, reading.article.published) : Number(w(yearAt));
    found.push({ from: at, to: (yearAt ?? at) + 1, month, year, days: daysBeside(w, at) });
  }
  // "from 11 June to 5 July 2018": the year is said once.
  for (let i = found.length - 2; i >= 0; i--) {
    const [here, next] = [found[i] as MonthMention, found[i + 1] as MonthMention];
    if (here.year === null && next.year !== null && next.from - here.to <= 4)
      here.year = next.year - (here.month > next.month ? 1 : 0);
  }
  return found;
}

/** "in May last year", "in May of last year" */
function lastYear(w: (i: number) => string, at: number, published: string | null): number | null {
  const last = w(at + 1) === 'of' ? at + 2 : at + 1;
  return published && w(last) === 'last' && w(last + 1) === 'year' ? Number(published.slice(0, 4)) - 1 : null;
}

function isMonthMay(reading: Reading, at: number): boolean {
  const token = reading.tokens[at];
  const before = reading.tokens[at - 1]?.w ?? '';
  const after = reading.tokens[at + 1]?.w ?? '';
  return (
    Boolean(token?.cap) &&
    (/^\d/.test(before) ||
      /^\d/.test(after) ||
      ['in', 'last', 'of', 'and', 'since', 'this', 'early', 'late', 'during'].includes(before))
  );
}

const dayNumber = (w: string) => {
  const day = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(w);
  return day && Number(day[1]) >= 1 && Number(day[1]) <= 31 ? Number(day[1]) : null;
};

function daysBeside(w: (i: number) => string, at: number): [number, number] | null {
  const joins = ['to', 'and', '–', 'until'];
  const before = dayNumber(w(at - 1)) ?? (w(at - 1) === 'of' ? dayNumber(w(at - 2)) : null);
  if (before !== null) {
    const start = joins.includes(w(at - 2)) ? dayNumber(w(at - 3)) : dayNumber(w(at - 2));
    return [start !== null && start < before ? start : before, before];
  }
  const after = dayNumber(w(at + 1));
  if (after === null) return null;
  const end = joins.includes(w(at + 2)) ? dayNumber(w(at + 3)) : dayNumber(w(at + 2));
  return [after, end !== null && end > after ? end : after];
}

/** The latest such month before a day: "in July" of an article of August 2018. */
export function latestYear(month: number, published: Day): number {
  const year = Number(published.slice(0, 4));
  return month <= Number(published.slice(5, 7)) ? year : year - 1;
}

/**
 * An article without a date is no older than the latest month or year it tells of, in months; what is yet to come dates
 * nothing.
 */
export function latestMonth(reading: Reading): number | null {
  const isTold = ({ from }: { from: number }) => !startsClass(reading, from - 1, 'to_come');
  const months = monthsIn(reading, 0, reading.tokens.length).flatMap((told) =>
    told.year !== null && isTold(told) ? [told.year * 12 + told.month] : [],
  );
  const years = mentionsIn(reading, 'year', 0, reading.tokens.length).filter(
    (told) => isTold(told) && ['in', 'since'].includes(reading.tokens[told.from - 1]?.w ?? ''),
  );
  const all = [...months, ...years.map(({ id }) => Number(id) * 12 + 1)];
  return all.length > 0 ? Math.max(...all) : null;
}
