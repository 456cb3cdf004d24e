import { addDays, dayStart, londonDay } from '../core/dates.ts';
import type { QuietHours } from '../core/sending/cadence.ts';
import { type DryRun, dryRun, type Known } from '../core/sending/dry-run.ts';
import { leavesAt } from '../core/sending/rehearsal.ts';
import { type EndOf, endOfDay, endOfWeek } from '../core/sending/told-since.ts';
import type { Cadence, Criteria, DayRange } from '../core/types.ts';
import type { Deps } from './deps.ts';
import { newsOf } from './route-notice.ts';

/** Days a dry run looks back. */
export const DRY_RUN_DAYS = 90;

const LONG_AGO = new Date(0);

type Parts = Pick<Deps, 'store' | 'now' | 'names' | 'policy'>;

/** What a subscription would have sent in these days, corrections among it, also of what was told before them. */
export async function wouldHaveSent(
  deps: Parts,
  asked: { criteria: Criteria; every: Cadence; quiet?: QuietHours | null },
): Promise<DryRun> {
  const { store, now, names, policy } = deps;
  const { every, quiet = null } = asked;
  const until = addDays(londonDay(now()), 1);
  const range = { from: addDays(until, -DRY_RUN_DAYS), until };
  const time = { from: dayStart(range.from), until: dayStart(until) };
  const [events, corrections] = await Promise.all([
    told(deps, every, range, endOf(every, quiet)),
    store.correctionsWithin(time, now(), { endOf: endOfDay, waits: true }),
  ]);
  const was = new Map(corrections.map(({ event: { key }, notice }) => [key, notice.was]));
  // One by one each correction is a message, whatever a later one took back; summed up only what is put right in the end is told.
  const keys = every === 'event' ? await store.correctedWithin(time) : [...was.keys()];
  const within = new Set(events.map(({ event }) => event.key));
  const earlier = await toldBefore(
    deps,
    keys.filter((key) => !within.has(key)),
    every,
    time.from,
  );
  const times = await store.correctionsRouted(keys);
  const corrected = new Map([...times].map(([key, at]) => [key, { was: was.get(key) ?? null, times: at }]));
  return dryRun(asked, { events, earlier, corrected }, range, policy.storm, names);
}

/** When the message that could tell what is known at a moment is made. */
function endOf(every: Cadence, quiet: QuietHours | null): EndOf {
  if (every === 'event') return (moment) => leavesAt(moment, quiet);
  return every === 'day' ? endOfDay : endOfWeek;
}

/** Of these events those that a reader was told of before this moment: weekly whatever became known, else what was news then. */
async function toldBefore(deps: Parts, keys: string[], every: Cadence, before: Date) {
  const found = (await Promise.all(keys.map((key) => deps.store.event(key)))).filter((one) => one !== null);
  const released = await deps.store.newsSince(keys);
  const told = await Promise.all(
    found.map(async ({ event, learntAt }) => {
      const foundAt = every === 'week' || !released.has(event.key) ? learntAt : released.get(event.key);
      if (!foundAt || foundAt >= before) return [];
      const isNews = await newsOf({ ...deps, now: () => foundAt }, { event, learntAt });
      return every === 'week' || isNews({ since: LONG_AGO, widened: null }) ? [{ event, learntAt: foundAt }] : [];
    }),
  );
  return told.flat();
}

/** What became known in these days. A week lists it all; else only what was news then to a reader of that time. */
async function told(deps: Parts, every: Cadence, { from, until }: DayRange, ends: EndOf): Promise<Known[]> {
  const since = dayStart(from);
  const learnt = await deps.store.eventsLearnt(
    { from: since, until: dayStart(until) },
    { waits: every !== 'week', endOf: ends },
  );
  if (every === 'week') return learnt;
  const isTold = await Promise.all(
    learnt.map(async ({ event, foundAt, storedAt }) => {
      const isNews = await newsOf({ ...deps, now: () => foundAt }, { event, learntAt: storedAt });
      return isNews({ since, widened: null });
    }),
  );
  return learnt.filter((_, index) => isTold[index]);
}
