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
    asked.every === 'event' ? alerted(deps, range) : summedUp(deps, asked.every, range),
    store.correctionsWithin({ from: dayStart(range.from), until: dayStart(until) }, now(), {
      ...{ endOf: endOfDay, waits: true },
    }),
  ]);
  const was = new Map(corrections.map(({ event: { key }, notice }) => [key, notice.was]));
  // One by one each correction is a message, whatever a later one took back; summed up only what is put right in the end is told.
  const times =
    asked.every === 'event'
      ? await store.correctionsRouted(events.map(({ event: { key } }) => key))
      : await store.correctionTimes([...was.keys()]);
  const corrected = new Map([...times].map(([key, at]) => [key, { was: was.get(key) ?? null, times: at }]));
  return dryRun(asked, { events, corrected }, range, policy.storm, names);
}

/** What was news in these days, and what was published in them and found when it was none any more. */
async function alerted(deps: Parts, range: DayRange) {
  const news = await summedUp(deps, 'day', range);
  const told = new Set(news.map(({ event }) => event.key));
  const published = await deps.store.events({ since: range.from, until: range.until });
  const others = published.filter(({ event }) => !told.has(event.key));
  return [...news, ...others.map(({ event, learntAt }) => ({ event, learntAt, toldAt: null }))];
}

/** What became known in these days. A week lists it all, a day only what was news then to a reader of that time. */
async function summedUp(deps: Parts, every: 'day' | 'week', { from, until }: DayRange) {
  const since = dayStart(from);
  const learnt = await deps.store.eventsLearnt({ from: since, until: dayStart(until) }, { waits: every === 'day' });
  const listed = learnt.map((one) => ({ ...one, toldAt: one.learntAt }));
  if (every === 'week') return listed;
  const told = await Promise.all(
    learnt.map(async ({ event, foundAt, storedAt }) => {
      const isNews = await newsOf({ ...deps, now: () => foundAt }, { event, learntAt: storedAt });
      return isNews({ since, widened: null });
    }),
  );
  return listed.filter((_, index) => told[index]);
}
