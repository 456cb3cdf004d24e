/**
 * Dates as feeds and pages write them. What cannot be read, or leaves day, month or year open, is null: never today.
 * Numeric dates are British: `05/07/2023` is 5 July.
 */
import * as chrono from 'chrono-node';
import { DateTime } from 'luxon';
import { inEnglish } from './dates-abroad.ts';

export interface DateReading {
  /** Zone of a time that names none; feeds mean UTC, British pages mean London. */
  zone?: 'utc' | 'Europe/London';
  /** Moment that "yesterday" or "2 hours ago" is counted from; without it such words are unread. */
  reference?: Date | undefined;
}

const MAX_CHARS = 80;
const YEARS = { from: 1970, until: 2200 };

/** Zone names of RFC 822 and of British servers, as offsets: luxon reads offsets only. */
const ZONES: Record<string, string> = {
  gmt: '+0000',
  ut: '+0000',
  utc: '+0000',
  z: '+0000',
  wet: '+0000',
  bst: '+0100',
  ist: '+0100',
  west: '+0100',
  cet: '+0100',
  met: '+0100',
  cest: '+0200',
  mest: '+0200',
  mesz: '+0200',
  eet: '+0200',
  eest: '+0300',
  msk: '+0300',
  ast: '-0400',
  adt: '-0300',
  est: '-0500',
  edt: '-0400',
  cst: '-0600',
  cdt: '-0500',
  mst: '-0700',
  mdt: '-0600',
  pst: '-0800',
  pdt: '-0700',
  akst: '-0900',
  akdt: '-0800',
  hst: '-1000',
  et: '-0500',
  ct: '-0600',
  mt: '-0700',
  pt: '-0800',
  at: '-0400',
  aest: '+1000',
  aedt: '+1100',
  jst: '+0900',
}; // prettier-ignore
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** @returns the moment in UTC, or null. A date without a time is midnight UTC, which is the same day in London. */
export function readDate(input: string, { zone = 'utc', reference }: DateReading = {}): Date | null {
  const text = input
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
    .slice(0, MAX_CHARS);
  if (!/\d/.test(text) && !reference) return null;
  const found = /[\p{Script=Greek}\p{Script=Hangul}]/u.test(text)
    ? (readAbroad(text, zone) ?? readHere(text, zone, reference))
    : (readHere(text, zone, reference) ?? readAbroad(text, zone));
  if (!found) return null;
  const year = found.getUTCFullYear();
  return year >= YEARS.from && year < YEARS.until ? found : null;
}

const readHere = (text: string, zone: string, reference: Date | undefined): Date | null =>
  readIso(text, zone) ??
  readStamp(text) ??
  readMail(text, zone) ??
  readNumeric(text, zone) ??
  readWords(text, zone, reference);

function readAbroad(text: string, zone: string): Date | null {
  const english = inEnglish(text);
  return english === null ? null : (readIso(english, zone) ?? readMail(english, zone));
}

/**
 * Nearly every date of a feed states its offset or means UTC: those need no calendar of zones.
 * @returns null where a part is out of range (31 February, 25 hours)
 */
function moment(
  [year, month, day, hour = 0, minute = 0, second = 0, ms = 0]: number[],
  offset: string | null,
): Date | null {
  const at = new Date(Date.UTC(year!, month! - 1, day!, hour, minute, second, ms));
  const same = at.getUTCMonth() === month! - 1 && at.getUTCDate() === day && at.getUTCHours() === hour;
  if (!same || minute > 59 || second > 59) return null;
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)$/.exec(offset ?? '+00:00') ?? [];
  const ahead = (Number(hours) * 60 + Number(minutes)) * 60_000;
  return new Date(at.getTime() - (sign === '-' ? -ahead : ahead));
}

const valid = (time: DateTime): Date | null => (time.isValid ? time.toUTC().toJSDate() : null);

/** ISO 8601 and its loose relatives: a space for the `T`, fractions of any length, `+0100`, a zone name after it. */
function readIso(written: string, zone: string): Date | null {
  // Some generators pad the month to three digits: 2023-007-05.
  const text = written.replace(/^(\d{4}-)0(\d{2}-\d{2}(?!\d))/, '$1$2');
  const m =
    /^(\d{4})(?:-?(\d{2})(?:-?(\d{2}))?|-?(\d{3})|-?W(\d{2})-?(\d))?(?:\s*[Tt ]\s*(\d{1,2})(?::?(\d{2}))?(?::?(\d{2})(?:[.,](\d+))?)?\s*(.*))?$/.exec(
      text,
    );
  if (!m) {
    const slashed =
      /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})(.*)$/.exec(text) ?? /^(\d{4})-(\d{1,2})-(\d{1,2})(.*)$/.exec(text);
    if (!slashed) return null;
    const [, y, mo, d, rest] = slashed;
    const iso = `${y}-${mo!.padStart(2, '0')}-${d!.padStart(2, '0')}${rest}`;
    return iso === text ? null : readIso(iso, zone);
  }
  const [, year, month, day, ordinal, week, weekday, hour, minute, second, fraction, rest] = m;
  if (/^\d{6,}$/.test(text) && !/^\d{7,8}$/.test(text)) return null; // 10 and 13 digits are seconds and milliseconds

  const offset = offsetOf(rest ?? '');
  if (offset === undefined) return null;
  const date = ordinal
    ? `${year}-${ordinal}`
    : week
      ? `${year}-W${week}-${weekday}`
      : `${year}-${month ?? '01'}-${day ?? '01'}`;
  // W3CDTF lets a feed state a year or a month only; on a page "2023" is as likely a copyright line.
  if (zone !== 'utc' && !day && !ordinal && !week) return null;
  const calendar = !ordinal && !week;
  const day3 = [Number(year), Number(month ?? 1), Number(day ?? 1)];
  if (hour === undefined) return calendar ? moment(day3, null) : valid(DateTime.fromISO(date, { zone: 'utc' }));
  const seconds = Math.min(Number(second ?? 0), 59); // leap seconds
  if (calendar && Number(hour) < 24 && (offset || zone === 'utc'))
    return moment(
      [...day3, Number(hour), Number(minute ?? 0), seconds, Number((fraction ?? '0').slice(0, 3).padEnd(3, '0'))],
      offset,
    );
  const iso = `${date}T${hour.padStart(2, '0')}:${minute ?? '00'}:${String(seconds).padStart(2, '0')}.${(fraction ?? '0').slice(0, 3)}${offset ?? ''}`;
  return valid(DateTime.fromISO(iso, { zone }));
}

/** Seconds or milliseconds since 1970, as JSON lists have them. */
function readStamp(text: string): Date | null {
  if (!/^\d{10}(\d{3})?$/.test(text)) return null;
  return new Date(Number(text) * (text.length === 10 ? 1000 : 1));
}

/** `+01:00` of a zone as written; null for none, undefined for one that is not known. */
function offsetOf(words: string): string | null | undefined {
  const text = words.trim().replace(/^\((.*)\)$/, '$1');
  if (text === '') return null;
  const m = /^(?:(?:GMT|UTC?|Z)?\s*)?([+-\u2212])(\d{1,2}):?(\d{2})?(?:\s*\(?[A-Za-z ]*\)?)?$/i.exec(text);
  if (m && m[1] !== undefined && /[+\-\u2212]/.test(m[1])) {
    const hours = Number(m[2]);
    if (hours > 14) return undefined;
    return `${m[1] === '+' ? '+' : '-'}${String(hours).padStart(2, '0')}:${m[3] ?? '00'}`;
  }
  const named = ZONES[text.toLowerCase()];
  return named ? `${named.slice(0, 3)}:${named.slice(3)}` : undefined;
}

/** RFC 822 and what passes for it: any order of weekday, day and month name, two-digit years, no seconds, zone names. */
function readMail(text: string, zone: string): Date | null {
  const plain = text.replace(/\s*\([^)]*\)\s*$/, '');
  const dayFirst =
    /^(?:[A-Za-z]{2,9}\.?,?\s+)?(\d{1,2})(?:st|nd|rd|th)?[ -]+([A-Za-z]{3,9})\.?,?[ -]+(\d{4}|\d{2})\b,?(.*)$/.exec(
      plain,
    );
  const monthFirst =
    /^(?:[A-Za-z]{2,9}\.?,?\s+)?([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b,?(.*)$/.exec(plain);
  const unix =
    /^[A-Za-z]{3,9},?\s+([A-Za-z]{3,9})\s+(\d{1,2})\s+(\d{1,2}:\d{2}(?::\d{2})?)\s*([A-Za-z]*|[+-]\d{4})\s+(\d{4})$/.exec(
      plain,
    );
  const [day, monthName, year, tail] = dayFirst
    ? [dayFirst[1]!, dayFirst[2]!, dayFirst[3]!, dayFirst[4]!]
    : monthFirst
      ? [monthFirst[2]!, monthFirst[1]!, monthFirst[3]!, monthFirst[4]!]
      : unix
        ? [unix[2]!, unix[1]!, unix[5]!, ` ${unix[3]} ${unix[4]}`]
        : [];
  if (day === undefined) return null;
  const month = MONTHS.indexOf(monthName!.slice(0, 3).toLowerCase()) + 1;
  if (month === 0) return null;
  const fullYear = year!.length === 2 ? (Number(year) < 70 ? 2000 : 1900) + Number(year) : Number(year);
  return timed(fullYear, month, Number(day), tail!, zone);
}

/** `05/07/2023 14:30`: day first, as Britain writes it. */
function readNumeric(text: string, zone: string): Date | null {
  const m = /^(?:[A-Za-z]{2,9}\.?,?\s+)?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})\b(.*)$/.exec(text);
  if (!m) return null;
  const year = m[3]!.length === 2 ? 2000 + Number(m[3]) : Number(m[3]);
  const [first, second] = [Number(m[1]), Number(m[2])];
  // Two digits for the year between hyphens is ISO's old short form; Britain writes such dates with slashes.
  if (/^\d{2}-\d{2}-\d{2}$/.test(text)) return timed(2000 + first, second, Number(m[3]), '', zone);
  // 07/25/2023 can only be American.
  return second > 12 && first <= 12 ? timed(year, first, second, m[4]!, zone) : timed(year, second, first, m[4]!, zone);
}

/** The day with the time that follows it, if that can be read; words after it ("at", "-", "|") are passed over. */
function timed(year: number, month: number, day: number, tail: string, zone: string): Date | null {
  const m =
    /^[\s,T|-]*(?:at\s+)?(\d{1,2})[:.](\d{1,2})(?:[:.](\d{1,2})(?:[.,]\d+)?)?\s*([ap])?\.?(?:m\.?)?\b\s*(.*)$/i.exec(
      tail,
    );
  if (!m) return tail.length > 30 ? null : moment([year, month, day], null);
  let hour = Number(m[1]);
  if (m[4]?.toLowerCase() === 'p' && hour < 12) hour += 12;
  if (m[4]?.toLowerCase() === 'a' && hour === 12) hour = 0;
  const minute = Number(m[2]);
  if (hour > 24 || minute > 59) return moment([year, month, day], null);
  const offset = offsetOf(m[5] ?? '');
  const second = Math.min(Number(m[3] ?? 0), 59);
  if (hour < 24 && (offset || zone === 'utc')) return moment([year, month, day, hour, minute, second], offset ?? null);
  const at = DateTime.fromObject(
    { year, month, day, hour: Math.min(hour, 23), minute, second },
    { zone: offset ? `UTC${offset}` : zone },
  );
  return valid(hour === 24 ? at.plus({ hours: 1 }) : at);
}

/** Everything else goes to chrono's British grammar; only what states day, month and year counts. */
function readWords(text: string, zone: string, reference: Date | undefined): Date | null {
  const [found] = chrono.en.GB.parse(text, { instant: reference ?? new Date(0), timezone: 0 });
  if (!found) return null;
  const { start } = found;
  const stated = start.isCertain('year') && start.isCertain('month') && start.isCertain('day');
  if (!stated && !(reference && relative(found.text))) return null;
  if (!stated && start.isCertain('hour') && start.isCertain('minute') && /\bago\b/i.test(found.text))
    return start.date();
  const at = { year: start.get('year') ?? 0, month: start.get('month') ?? 0, day: start.get('day') ?? 0 };
  if (!start.isCertain('hour')) return valid(DateTime.fromObject(at, { zone: 'utc' }));
  if (start.isCertain('timezoneOffset')) return start.date();
  return valid(
    DateTime.fromObject(
      { ...at, hour: start.get('hour') ?? 0, minute: start.get('minute') ?? 0, second: start.get('second') ?? 0 },
      { zone },
    ),
  );
}

const relative = (text: string) => /\b(ago|yesterday|today|just now)\b/i.test(text);

export const isoUtc = (date: Date): string => date.toISOString().replace('.000Z', 'Z');
