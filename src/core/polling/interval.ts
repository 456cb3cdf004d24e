/** How often to ask a source: its kind, the time of day, what it lists, and what its server allows. */
import { DateTime } from 'luxon';
import { sha256 } from '../keys.ts';
import type { Rhythm } from '../types.ts';
import type { PolledSource, SourceState } from './state.ts';

export interface Interval {
  minutes: number;
  /** A phrase for a person. */
  reason: string;
}

type Polled = Pick<PolledSource, 'id' | 'kind'> & Partial<Pick<PolledSource, 'format'>>;

export const DAY_MINUTES = 1_440;
/** Nobody is asked more often. */
const FLOOR_MINUTES = 15;
const USUAL_MINUTES = 60;
const DAYTIME = { from: 6, until: 20 };
const LONGEST_FRESH_MINUTES = 6 * 60;

const minutesBetween = (from: Date, until: Date) => (until.getTime() - from.getTime()) / 60_000;
export const plusMinutes = (from: Date, minutes: number) => new Date(from.getTime() + minutes * 60_000);
const london = (moment: Date) => DateTime.fromJSDate(moment, { zone: 'Europe/London' });

/** A number in [0, 1) that follows from its parts: chance that can be repeated. */
export const fractionOf = (...parts: string[]): number =>
  Number.parseInt(sha256(parts.join('\n')).slice(0, 8), 16) / 0x1_0000_0000;

const isDaytime = (now: Date) => london(now).hour >= DAYTIME.from && london(now).hour < DAYTIME.until;

/** Inspectorates and councils publish first and in office hours; the others copy, and are asked as they wish. */
function byKind({ id, kind }: Polled, rhythm: Rhythm | null, now: Date): Interval {
  if (kind === 'inspectorate' || kind === 'council')
    return isDaytime(now)
      ? { minutes: FLOOR_MINUTES, reason: `${kind}, by day` }
      : { minutes: minutesToMorning(id, now), reason: `${kind}, by night` };
  if (kind === 'newspaper' && rhythm?.ttlMinutes)
    return { minutes: Math.max(rhythm.ttlMinutes, FLOOR_MINUTES), reason: 'as its ttl says' };
  return { minutes: USUAL_MINUTES, reason: `${kind}, hourly` };
}

/** Hourly by night, but no source waits out the night's last hour into the day; they begin it one after another. */
function minutesToMorning(id: string, now: Date): number {
  const minute = Math.floor(fractionOf(id) * FLOOR_MINUTES);
  const today = london(now).set({ hour: DAYTIME.from, minute, second: 0, millisecond: 0 });
  const morning = today.toJSDate() > now ? today : today.plus({ days: 1 });
  return Math.max(FLOOR_MINUTES, Math.min(USUAL_MINUTES, Math.ceil(minutesBetween(now, morning.toJSDate()))));
}

/**
 * How long an answer stays fresh by its own headers.
 *
 * @returns minutes, at most six hours; 0 where nothing is said or it is not to be kept
 * Source: RFC 9111 sections 4.2 and 5.2.2.
 */
export function freshMinutes(headers: Readonly<Record<string, string>>): number {
  const directives = (headers['cache-control'] ?? '').toLowerCase();
  if (/\bno-(store|cache)\b/.test(directives)) return 0;
  const maxAge = /\bmax-age\s*=\s*"?(\d{1,9})/.exec(directives)?.[1];
  const age = Number(headers.age ?? 0) || 0;
  const expires = DateTime.fromHTTP(headers.expires ?? '').toMillis();
  const date = DateTime.fromHTTP(headers.date ?? '').toMillis();
  const seconds = maxAge === undefined ? (expires - date) / 1000 : Number(maxAge) - age;
  return seconds > 0 ? Math.min(seconds / 60, LONGEST_FRESH_MINUTES) : 0;
}

/**
 * The usual interval of a working source, before any back-off.
 *
 * @param idle nothing had changed and the server gave no validators: asking costs it a whole body each time
 */
export function usualInterval(source: Polled, state: SourceState, idle: boolean, now: Date): Interval {
  if (source.format === 'mail') return { minutes: FLOOR_MINUTES, reason: 'a folder of this machine' };
  let chosen = byKind(source, state.rhythm, now);
  const { paceMinutes, rhythm } = state;
  if (paceMinutes !== null && paceMinutes < chosen.minutes)
    chosen = { minutes: Math.max(paceMinutes, FLOOR_MINUTES), reason: 'busy: half its list would be new after longer' };
  const floors: Interval[] = [
    { minutes: idle ? USUAL_MINUTES : 0, reason: 'unchanged, and it gives no validators' },
    { minutes: Math.min(rhythm?.ttlMinutes ?? 0, DAY_MINUTES), reason: 'its ttl asks for it' },
    { minutes: Math.min(rhythm?.updateMinutes ?? 0, DAY_MINUTES), reason: 'its update period asks for it' },
    {
      minutes: state.freshUntil ? minutesBetween(now, new Date(state.freshUntil)) : 0,
      reason: 'its cache headers ask for it',
    },
  ];
  for (const floor of floors) if (floor.minutes > chosen.minutes) chosen = floor;
  return { ...chosen, minutes: Math.ceil(chosen.minutes) };
}

/**
 * The moment itself, or after the hours and days the source asks to be skipped (GMT).
 *
 * @param share of a quarter of an hour, so that not all begin when the hour does
 */
export function afterSkipped(moment: Date, rhythm: Rhythm | null, share: number): Date {
  if (!rhythm || (rhythm.skipHours.length === 0 && rhythm.skipDays.length === 0)) return moment;
  let at = DateTime.fromJSDate(moment, { zone: 'utc' });
  for (let hours = 0; hours <= 7 * 24; hours += 1) {
    const day = (at.weekdayLong ?? '').toLowerCase();
    if (!rhythm.skipHours.includes(at.hour) && !rhythm.skipDays.includes(day))
      return hours === 0 ? moment : plusMinutes(at.toJSDate(), share * FLOOR_MINUTES);
    at = at.startOf('hour').plus({ hours: 1 });
  }
  return moment; // it skips every hour of every day: not meant
}
