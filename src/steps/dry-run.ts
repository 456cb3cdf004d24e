import { addDays, dayStart, londonDay } from '../core/dates.ts';
import type { QuietHours } from '../core/sending/cadence.ts';
import { type DryRun, dryRun, type Known, type Standing } from '../core/sending/dry-run.ts';
import { leavesAt } from '../core/sending/rehearsal.ts';
import { type EndOf, endOfDay, endOfWeek } from '../core/sending/told-since.ts';
import type { Cadence, Criteria, DayRange, JudgementEvent } from '../core/types.ts';
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
  const [learnt, corrections] = await Promise.all([
    foundIn(deps, range, every, endOf(every, quiet)),
    store.correctionsWithin(time, now(), { endOf: endOfDay, waits: true }),
  ]);
  // One by one each correction is a message, whatever a later one took back; summed up only what is put right in the end is told.
  const keys = every === 'event' ? await store.correctedWithin(time) : corrections.map(({ event: { key } }) => key);
  const within = new Set(learnt.map(({ event }) => event.key));
  const earlier = await foundBefore(
    deps,
    keys.filter((key) => !within.has(key)),
    every,
    time.from,
  );
  const events = await withStandings(deps, every, [
    ...learnt.map((one) => ({ ...one, since: time.from })),
    ...earlier.map((one) => ({ ...one, since: LONG_AGO })),
  ]);
  return dryRun(asked, { events, corrected: await store.correctionsRouted(keys) }, range, policy.storm, names);
}

/** When the message that could tell what is known at a moment is made. */
function endOf(every: Cadence, quiet: QuietHours | null): EndOf {
  if (every === 'event') return (moment) => leavesAt(moment, quiet);
  return every === 'day' ? endOfDay : endOfWeek;
}

/** An event, and when it could first be told. */
interface Found {
  event: JudgementEvent;
  /** When it was first stored; and told, had nothing held it back. */
  storedAt: Date;
  foundAt: Date;
  /** When nothing held it back any more. */
  freeAt: Date;
}

/** What became known in these days, or was released in them. */
async function foundIn({ store }: Parts, range: DayRange, every: Cadence, ends: EndOf): Promise<Found[]> {
  const time = { from: dayStart(range.from), until: dayStart(range.until) };
  const learnt = await store.eventsLearnt(time, { waits: every !== 'week', endOf: ends });
  return learnt.map(({ learntAt: freeAt, ...one }) => ({ ...one, freeAt }));
}

/** Of these events those that could be told before this moment: weekly whatever became known, else not what waited for a person. */
async function foundBefore({ store }: Parts, keys: string[], every: Cadence, before: Date): Promise<Found[]> {
  const found = (await Promise.all(keys.map((key) => store.event(key)))).filter((one) => one !== null);
  const released = await store.newsSince(keys);
  return found.flatMap(({ event, learntAt: storedAt }) => {
    const foundAt = every === 'week' || !released.has(event.key) ? storedAt : released.get(event.key);
    return foundAt && foundAt < before ? [{ event, storedAt, foundAt, freeAt: foundAt }] : [];
  });
}

/**
 * How each stood from when it could first be told, and whether a reader since some moment was told then whom it only concerned
 * by then. A week lists all that it learnt; else only what was news is told.
 */
async function withStandings(
  deps: Parts,
  every: Cadence,
  found: readonly (Found & { since: Date })[],
): Promise<Known[]> {
  const standings = await deps.store.standingsOfAll(found.map(({ event }) => event.key));
  return Promise.all(
    found.map(async ({ event, storedAt, foundAt, freeAt, since }): Promise<Known> => {
      const all = standings.get(event.key) ?? [];
      const begun = all.findLastIndex(({ at }) => at <= freeAt);
      const stood = await Promise.all(
        all.slice(Math.max(begun, 0)).map(async (one, index): Promise<Standing> => {
          const isFirst = index === 0;
          const at = isFirst ? freeAt : one.at;
          const moment = isFirst ? foundAt : one.at;
          const isNews = async () =>
            (await newsOf({ ...deps, now: () => moment }, { event, learntAt: storedAt }))({ since, widened: null });
          return { at, event: one.event, tells: every === 'week' || ((isFirst || !one.quietly) && (await isNews())) };
        }),
      );
      return { event, stood };
    }),
  );
}
