/**
 * When things are sent. Everything is London time: a daily summary covers one London day and goes out the next morning,
 * a weekly one covers Monday to Sunday and goes out on Monday morning. Hours stand between 06:00 and 22:00, where no
 * clock change can make them happen twice or not at all. The windows are calendar windows, never "now minus 7 days".
 */
import { DateTime } from 'luxon';
import { addDays, addWeeks, dayStart, londonDay, londonWeek, weekMoments } from '../dates.ts';
import type { Cadence } from '../types.ts';

const LONDON = 'Europe/London';
const DAY_MINUTES = 24 * 60;
/** Minutes after London midnight. Daily before the working day; weekly after the morning's first news round. */
const SEND_MINUTES = { day: 7 * 60 + 30, week: 8 * 60 + 30 } as const;

/** `from` and `until` as `"HH:mm"` London time; may span midnight (`22:00` to `06:30`). */
export interface QuietHours {
  from: string;
  until: string;
}

const CADENCE_WORDS: Record<Cadence, string> = {
  event: 'a message for each judgement',
  day: 'one message a day',
  week: 'a digest each week',
};
export const cadenceWords = (every: Cadence): string => CADENCE_WORDS[every];

/** `nothing from 22:00 to 07:00, London time`. */
export const quietWords = ({ from, until }: QuietHours): string => `nothing from ${from} to ${until}, London time`;

/** How often, and when not: `a message for each judgement, nothing from 22:00 to 07:00, London time`. */
export const whenWords = ({ every, quiet }: { every: Cadence; quiet: QuietHours | null }): string =>
  [cadenceWords(every), ...(quiet ? [quietWords(quiet)] : [])].join(', ');

/** One day or week of a digest: `id` is `2026-11-21` or `2026-W47`, the window half-open, `sendAt` when it is due. */
export interface Period {
  id: string;
  from: Date;
  until: Date;
  sendAt: Date;
}

const minutesOf = (clock: string): number => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
};

/** @returns whether both are clock times that differ. */
export const isQuietHours = ({ from, until }: QuietHours): boolean =>
  [from, until].every((clock) => /^([01]\d|2[0-3]):[0-5]\d$/.test(clock)) && from !== until;

/**
 * The first moment, `at` or later, outside the quiet hours. Quiet is what the clock on the wall says: where clocks go forward
 * over the end, it is when they do; where they go back before the beginning, the same minutes are outside once more.
 */
export function afterQuiet(at: Date, quiet: QuietHours | null): Date {
  if (quiet === null) return at;
  const local = DateTime.fromJSDate(at, { zone: LONDON });
  const [from, until, now] = [minutesOf(quiet.from), minutesOf(quiet.until), local.hour * 60 + local.minute];
  const isQuiet = from < until ? now >= from && now < until : now >= from || now < until;
  if (!isQuiet) return at;
  const end = local.startOf('minute').plus({ minutes: (until - now + DAY_MINUTES) % DAY_MINUTES });
  const change = changeAfter(local);
  return afterQuiet((end < change ? end : change).toJSDate(), quiet);
}

/** The next moment at which London's clocks could change: 01:00 UTC. Source: Summer Time Order 2002. */
function changeAfter(moment: DateTime): DateTime {
  const today = moment.toUTC().set({ hour: 1, minute: 0, second: 0, millisecond: 0 });
  return today > moment ? today : today.plus({ days: 1 });
}

const atMinutes = (dayBegins: Date, minutes: number): Date =>
  DateTime.fromJSDate(dayBegins, { zone: LONDON })
    .set({ hour: Math.floor(minutes / 60), minute: minutes % 60 })
    .toJSDate();

/** The London day `id` as a period. */
export function dayPeriod(id: string, quiet: QuietHours | null = null): Period {
  const from = dayStart(id);
  const until = dayStart(addDays(id, 1));
  return { id, from, until, sendAt: afterQuiet(atMinutes(until, SEND_MINUTES.day), quiet) };
}

/** The ISO week `id` as a period. */
export function weekPeriod(id: string, quiet: QuietHours | null = null): Period {
  const { from, until } = weekMoments(id);
  return { id, from, until, sendAt: afterQuiet(atMinutes(until, SEND_MINUTES.week), quiet) };
}

/**
 * Whether one message a day had told an event before something of it was put right, and none has told it since: there was
 * one, and it went out with the mistake in it.
 *
 * @param correction `learntAt`: when the event could first be told; `at`: when it was put right; `earlier`: when it was put
 *   right before
 * @param handed by day, since when its message may be with the reader, null where it surely is not; a day that is not there
 *   counts as told when it was due
 */
export function wasToldByDay(
  { since, quiet }: { since: Date; quiet: QuietHours | null },
  { learntAt, at, earlier = [] }: { learntAt: Date; at: Date; earlier?: readonly Date[] },
  handed: ReadonlyMap<string, Date | null> = new Map(),
): boolean {
  const { id, until, sendAt } = dayPeriod(londonDay(learntAt), quiet);
  const told = handed.get(id);
  const first = told === undefined ? sendAt : told;
  if (until <= since || first === null || first > at) return false;
  // A message that was late tells what is so when it leaves.
  return !earlier.some((time) => time < at && (handed.get(londonDay(time)) ?? at) > at);
}

/** Missed runs are made up this far back: a week of daily summaries, five weekly ones. */
export const CATCH_UP = { day: 7, week: 5 } as const;

/**
 * Periods whose digest should exist by now and does not: the ordinary run and the making up of missed ones alike.
 *
 * @param since when the subscription began: a period that ended before it is never sent
 * @param done  ids of periods that already have their row
 */
export function periodsDue(
  cadence: Exclude<Cadence, 'event'>,
  { now, since, done, quiet = null }: { now: Date; since: Date; done: ReadonlySet<string>; quiet?: QuietHours | null },
): Period[] {
  const today = londonDay(now);
  const thisWeek = londonWeek(now);
  const back = Array.from({ length: CATCH_UP[cadence] }, (_, index) => CATCH_UP[cadence] - index);
  const periods =
    cadence === 'day'
      ? back.map((n) => dayPeriod(addDays(today, -n), quiet))
      : back.map((n) => weekPeriod(addWeeks(thisWeek, -n), quiet));
  return periods.filter(({ id, until, sendAt }) => sendAt <= now && until > since && !done.has(id));
}

/**
 * Periods right before one that is told, of which no message was sent nor will be, as they were missed for longer than is made up.
 *
 * @param id    the period that is told
 * @param since when the subscription began
 * @param rows  by period that had its row, whether that told anything: a day without news does not
 * @returns oldest first; none where they were told of in a message before
 */
export function leftOut(
  cadence: Exclude<Cadence, 'event'>,
  { id, since, rows }: { id: string; since: Date; rows: ReadonlyMap<string, boolean> },
): Period[] {
  const step = cadence === 'day' ? (from: string) => addDays(from, -1) : (from: string) => addWeeks(from, -1);
  const periodOf = cadence === 'day' ? dayPeriod : weekPeriod;
  const missed: Period[] = [];
  for (let at = periodOf(step(id)); at.until > since && rows.get(at.id) !== true; at = periodOf(step(at.id)))
    if (!rows.has(at.id)) missed.unshift(at);
  return missed;
}
