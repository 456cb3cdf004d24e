/**
 * Known inspection windows as an iCalendar file (RFC 5545). Written here because it is four rules: escape text, fold
 * lines at 75 octets, end them with CR LF, and give whole days with an exclusive end, which our ranges have already.
 */
import { DateTime } from 'luxon';
import type { EventRow } from './columns.ts';
import { eventLine } from './event-words.ts';
import type { Names } from './names.ts';
import { oneLine } from './safe.ts';

const value = (text: string): string => oneLine(text).replaceAll(/[\\;,]/g, '\\$&');
const FOLD_OCTETS = 73;

function fold(line: string): string {
  let [folded, octets] = ['', 0];
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > FOLD_OCTETS) [folded, octets] = [`${folded}\r\n `, 1];
    folded += character;
    octets += size;
  }
  return folded;
}

const date = (day: string): string => day.replaceAll('-', '');

/**
 * @param stamp what DTSTAMP says: the week's end, so that one week gives one file
 * @returns events without a known inspection window are left out
 */
export function inspectionCalendar(
  rows: readonly EventRow[],
  names: Names,
  { title, about }: { title: string; about: string },
  stamp: Date,
): string {
  const at = DateTime.fromJSDate(stamp, { zone: 'utc' }).toFormat("yyyyMMdd'T'HHmmss'Z'");
  const entries = rows.flatMap(({ event }) => {
    if (event.inspected === null) return [];
    return [
      'BEGIN:VEVENT',
      `UID:${value(encodeURIComponent(event.key))}@gradewatch`,
      `DTSTAMP:${at}`,
      `DTSTART;VALUE=DATE:${date(event.inspected.from)}`,
      `DTEND;VALUE=DATE:${date(event.inspected.until)}`,
      `SUMMARY:${value(`Inspection: ${eventLine(event, names)}`)}`,
      `CATEGORIES:${value(names.inspectorate(event.inspectorate))}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ];
  });
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Gradewatch//Inspection windows//EN',
    `X-WR-CALNAME:${value(title)}`,
    `X-WR-CALDESC:${value(about)}`,
    ...entries,
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}
