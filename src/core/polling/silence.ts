/** When a source that answers has gone quiet: judged by its own rhythm, not by a fixed number of days. */
import { addDays, dayStart, daysBetween, londonDay } from '../dates.ts';
import type { Day, SourceKind } from '../types.ts';
import type { SourceState } from './state.ts';

/** A time of year in which less is published. `from` and `until` are `"MM-DD"`, half-open, and may span the new year. */
export interface QuietSeason {
  name: string;
  from: string;
  until: string;
  /** How many times longer a gap may be. */
  factor: number;
  /** Kinds of source it holds for; empty: all. */
  kinds: SourceKind[];
}

const DAYS_REMEMBERED = 60;
/** Fewer active days tell nothing of a rhythm. */
const DAYS_NEEDED = 6;
const SHORTEST_ALARM_DAYS = 3;
const WEEKS_COUNTED = 4;

type Arrivals = SourceState['arrivals'];

/** Adds new items on the days they were published; a date in the future counts for today. */
export function addArrivals(arrivals: Arrivals, moments: readonly Date[], now: Date): Arrivals {
  const counts = new Map(arrivals.map(({ day, items }) => [day, items]));
  for (const moment of moments) {
    const day = londonDay(moment > now ? now : moment);
    counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  return [...counts]
    .map(([day, items]) => ({ day, items }))
    .sort((a, b) => (a.day < b.day ? -1 : 1))
    .slice(-DAYS_REMEMBERED);
}

/** @returns items a week over the last four weeks, or over as many as are known; null where nothing is */
export function itemsPerWeek(arrivals: Arrivals, now: Date): number | null {
  const first = arrivals[0];
  if (!first) return null;
  const today = londonDay(now);
  const weeks = Math.min(Math.max((daysBetween(first.day, today) + 1) / 7, 1), WEEKS_COUNTED);
  const items = arrivals
    .filter(({ day }) => daysBetween(day, today) < WEEKS_COUNTED * 7)
    .reduce((sum, each) => sum + each.items, 0);
  return Math.round((items / weeks) * 10) / 10;
}

const inSeason = ({ from, until }: QuietSeason, monthDay: string) =>
  from <= until ? monthDay >= from && monthDay < until : monthDay >= from || monthDay < until;

/** The longest factor of the seasons touched since the last item: a quiet Christmas excuses early January too. */
function seasonFactor(seasons: readonly QuietSeason[], kind: SourceKind, last: Day, today: Day): number {
  const span = Math.min(daysBetween(last, today), 366);
  let factor = 1;
  for (const season of seasons) {
    if (season.kinds.length > 0 && !season.kinds.includes(kind)) continue;
    for (let back = 0; back <= span; back += 1)
      if (inSeason(season, addDays(today, -back).slice(5))) {
        factor = Math.max(factor, season.factor);
        break;
      }
  }
  return factor;
}

/** True of a source just added too: its rhythm is known from the dates it lists. @param since as `silentSince` gave it, ISO */
export const silenceWords = (since: string): string =>
  `nothing newer than ${londonDay(new Date(since))}, though its entries usually follow closer on one another`;

/**
 * The silence alarm: no new item for twice the longest pause this source usually takes (its single longest one, a
 * holiday perhaps, is not counted), and for three days at least.
 *
 * @returns the day of the last item as a time, or null where all is as usual or no rhythm is known yet
 */
export function silentSince(
  arrivals: Arrivals,
  kind: SourceKind,
  seasons: readonly QuietSeason[],
  now: Date,
): Date | null {
  const last = arrivals.at(-1);
  if (!last || arrivals.length < DAYS_NEEDED) return null;
  const gaps = arrivals
    .slice(1)
    .map(({ day }, n) => daysBetween(arrivals[n]!.day, day))
    .sort((a, b) => b - a);
  const today = londonDay(now);
  const usual = Math.max((gaps[1] ?? gaps[0]!) * 2, SHORTEST_ALARM_DAYS);
  const allowed = usual * seasonFactor(seasons, kind, last.day, today);
  return daysBetween(last.day, today) > allowed ? dayStart(last.day) : null;
}
