/** The days or weeks that messages sum up in a dry run, and what each had to tell. */
import { isInRange, londonDay, londonWeek, weekMoments } from '../dates.ts';
import { type Change, changesTogether } from '../events/notices.ts';
import { standingAt } from '../events/strands.ts';
import type { Cadence, DayRange } from '../types.ts';
import { dayPeriod, type QuietHours } from './cadence.ts';
import type { Hit, Mended, Strand } from './past.ts';

interface Terms {
  every: Exclude<Cadence, 'event'>;
  quiet: QuietHours | null;
  range: DayRange;
}

/** The time that one message sums up, since when, and the moment as of which it does. */
export interface Period {
  from: Date;
  tellsAt: Date;
  news: Hit[];
  mended: Mended[];
}

/** What was put right of one event in such a time. */
export interface Corrected {
  strands: readonly Strand[];
  changes: readonly Change[];
  at: Date;
}

/** Oldest first, those that have anything to tell. */
export function periodsOf(
  { strands, mended }: { strands: readonly Strand[]; mended: readonly Mended[] },
  { every, quiet, range }: Terms,
): Period[] {
  const found = new Map<number, Period>();
  const at = (moment: Date) => {
    const period = { ...(every === 'week' ? weekOf(moment) : dayOf(moment, quiet)), news: [], mended: [] };
    const key = period.from.getTime();
    return found.get(key) ?? found.set(key, period).get(key)!;
  };
  for (const strand of strands)
    for (const moment of strand.moments)
      if (isInRange(londonDay(moment), range)) at(moment).news.push({ strand, at: moment });
  for (const one of mended) at(one.at).mended.push(one);
  return [...found.values()].sort((a, b) => a.from.getTime() - b.from.getTime());
}

/** Event by event, as they were one by then; what was undone is left out. */
export function correctedIn(mended: readonly Mended[], tellsAt: Date): Corrected[] {
  const found = new Map<string, { strands: Set<Strand>; changes: Set<Change>; at: Date }>();
  for (const { key, at, of } of mended)
    for (const { strand, changes } of of) {
      const event = standingAt(strand, tellsAt)?.event.key ?? key;
      const one = found.get(event) ?? { strands: new Set(), changes: new Set(), at };
      one.strands.add(strand);
      for (const change of changes) one.changes.add(change);
      found.set(event, { ...one, at });
    }
  return [...found.values()]
    .map(({ strands, changes, ...one }) => ({
      ...one,
      strands: [...strands],
      changes: changesTogether([...changes]),
    }))
    .filter(({ changes }) => changes.length > 0);
}

function weekOf(moment: Date) {
  const { from, until } = weekMoments(londonWeek(moment));
  return { from, tellsAt: until };
}
function dayOf(moment: Date, quiet: QuietHours | null) {
  const { from, sendAt } = dayPeriod(londonDay(moment), quiet);
  return { from, tellsAt: sendAt };
}
