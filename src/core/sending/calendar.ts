/**
 * Known inspection windows as an iCalendar file (RFC 5545). Written here because it is four rules: escape text, fold
 * lines at 75 octets, end them with CR LF, and give whole days with an exclusive end, which our ranges have already.
 */
import { DateTime } from 'luxon';
import type { EventRow } from './columns.ts';
import { eventLine } from './event-words.ts';
import type { Names } from './names.ts';
import { oneLine } from './safe.ts';
import { takenBackWords } from './taken-back.ts';

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
 * Named in every file, though whole days need no zone: RFC 5545 wants a component, and a week without a known window would
 * have none. It is what calendar programs themselves write into an empty calendar.
 */
const LONDON = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/London',
  'BEGIN:DAYLIGHT',
  'DTSTART:19810329T010000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0100',
  'TZNAME:BST',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'DTSTART:19961027T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0000',
  'TZNAME:GMT',
  'END:STANDARD',
  'END:VTIMEZONE',
];

/**
 * An entry is known by its event's first key, so that what is called otherwise as more is known takes the place of what a
 * calendar has of it already.
 *
 * @param stamp what DTSTAMP says: the week's end, so that one week gives one file; a correction made since says when
 * @returns events without a known inspection window are left out; where all are, the description says so
 */
export function inspectionCalendar(
  rows: readonly EventRow[],
  names: Names,
  { title, about }: { title: string; about: string },
  stamp: Date,
): string {
  const entries = rows.flatMap(({ event, firstKey, section, learntAt }) => {
    if (event.inspected === null) return [];
    const since = section === 'correction' && learntAt > stamp ? learntAt : stamp;
    return [
      'BEGIN:VEVENT',
      `UID:${value(encodeURIComponent(firstKey ?? event.key))}@gradewatch`,
      `DTSTAMP:${DateTime.fromJSDate(since, { zone: 'utc' }).toFormat("yyyyMMdd'T'HHmmss'Z'")}`,
      `DTSTART;VALUE=DATE:${date(event.inspected.from)}`,
      `DTEND;VALUE=DATE:${date(event.inspected.until)}`,
      `SUMMARY:${value(`Inspection: ${eventLine(event, names)}`)}`,
      `CATEGORIES:${value(names.inspectorate(event.inspectorate))}`,
      ...(takenBackWords(event) ? ['STATUS:CANCELLED'] : []),
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ];
  });
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Gradewatch//Inspection windows//EN',
    `X-WR-CALNAME:${value(title)}`,
    `X-WR-CALDESC:${value(entries.length > 0 ? about : `${about} No inspection window is known.`)}`,
    ...LONDON,
    ...entries,
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}
