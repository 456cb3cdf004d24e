import { addDays, dayStart, londonDay } from '../core/dates.ts';
import { type DryRun, dryRun } from '../core/sending/dry-run.ts';
import { endOfDay } from '../core/sending/told-since.ts';
import type { Cadence, Criteria, DayRange } from '../core/types.ts';
import type { Deps } from './deps.ts';
import { newsOf } from './route-notice.ts';

/** Days a dry run looks back. */
export const DRY_RUN_DAYS = 90;

type Parts = Pick<Deps, 'store' | 'now' | 'names' | 'policy'>;

/** What a subscription would have sent in these days, corrections among it. */
export async function wouldHaveSent(deps: Parts, asked: { criteria: Criteria; every: Cadence }): Promise<DryRun> {
  const { store, now, names, policy } = deps;
  const until = addDays(londonDay(now()), 1);
  const range = { from: addDays(until, -DRY_RUN_DAYS), until };
  const [events, corrections] = await Promise.all([
    asked.every === 'event'
      ? store.events({ since: range.from, until: range.until })
      : summedUp(deps, asked.every, range),
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

/** What became known in these days. A week lists it all, a day only what was news then to a reader of that time. */
async function summedUp(deps: Parts, every: 'day' | 'week', { from, until }: DayRange) {
  const since = dayStart(from);
  const learnt = await deps.store.eventsLearnt({ from: since, until: dayStart(until) }, { waits: every === 'day' });
  if (every === 'week') return learnt;
  const told = await Promise.all(
    learnt.map(async ({ event, foundAt, storedAt }) => {
      const isNews = await newsOf({ ...deps, now: () => foundAt }, { event, learntAt: storedAt });
      return isNews({ since, widened: null });
    }),
  );
  return learnt.filter((_, index) => told[index]);
}
