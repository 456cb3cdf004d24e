import { addDays, dayStart, londonDay } from '../core/dates.ts';
import { type DryRun, dryRun } from '../core/sending/dry-run.ts';
import { endOfDay } from '../core/sending/told-since.ts';
import type { Cadence, Criteria } from '../core/types.ts';
import type { Deps } from './deps.ts';

/** Days a dry run looks back. */
export const DRY_RUN_DAYS = 90;

/** What a subscription would have sent in these days, corrections among it. */
export async function wouldHaveSent(
  { store, now, names, policy }: Pick<Deps, 'store' | 'now' | 'names' | 'policy'>,
  asked: { criteria: Criteria; every: Cadence },
): Promise<DryRun> {
  const until = addDays(londonDay(now()), 1);
  const range = { from: addDays(until, -DRY_RUN_DAYS), until };
  const [events, corrections] = await Promise.all([
    asked.every === 'event'
      ? store.events({ since: range.from, until: range.until })
      : store.eventsLearnt(dayStart(range.from), dayStart(until)),
    store.correctionsWithin({ from: dayStart(range.from), until: dayStart(until) }, now(), {
      ...{ endOf: endOfDay, waits: true },
    }),
  ]);
  const times = await store.correctionTimes(corrections.map(({ event }) => event.key));
  const corrected = new Map(
    corrections.map(({ event: { key }, notice: { was }, at }) => [key, { was, times: times.get(key) ?? [at] }]),
  );
  return dryRun(asked, { events, corrected }, range, policy.storm, names);
}
