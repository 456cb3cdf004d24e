import type { StoredSubscription } from '../adapters/store/store.ts';
import { addDays, addWeeks, dayStart, londonDay, londonWeek } from '../core/dates.ts';
import { dayPeriod, type Period, weekPeriod } from '../core/sending/cadence.ts';
import { endedReason } from '../core/sending/ended.ts';
import type { Cadence, JudgementEvent } from '../core/types.ts';
import type { Deps } from './deps.ts';
import { ALL_LINKS, replaceSubscription } from './replace-subscription.ts';
import { promiseFirst } from './route-notice.ts';
import { toldOfDay } from './told-of-day.ts';

/**
 * How often a reader is told. What a message that will not come any more would have told goes out at once; what was alerted is in
 * no message of a day.
 *
 * @returns the id of what now runs; null when the old one was not active
 */
export async function changeCadence(deps: Deps, reader: StoredSubscription, every: Cadence): Promise<string | null> {
  const owed = await owedBefore(deps, reader, every);
  const heir = await replaceSubscription(
    deps,
    reader,
    { every, since: deps.now() },
    { by: 'reader', reason: endedReason('cadence_changed'), links: ALL_LINKS },
  );
  const now = heir === null ? null : await deps.store.subscription(heir);
  if (now) await promiseFirst(deps, now, owed);
  return heir;
}

/** News of the days or the week that the next message of the new kind does not tell: a week tells all of its own. */
async function owedBefore(deps: Deps, reader: StoredSubscription, every: Cadence): Promise<JudgementEvent[]> {
  if (reader.every === 'event' || every === 'week') return [];
  const now = deps.now();
  const until = every === 'event' ? now : dayStart(londonDay(now));
  const handed = await deps.store.digestsHanded(reader.id);
  const open = periodsOf(reader, now).filter(
    ({ id, until: end, sendAt }) => end > now || (sendAt > now && !handed.has(id)),
  );
  const from = new Date(Math.min(until.getTime(), ...open.map((period) => period.from.getTime())));
  const told = await toldOfDay(deps, reader, { from: from > reader.since ? from : reader.since, until });
  return told.filter(({ notice }) => notice.notice === 'first').map(({ event }) => event);
}

/** The one that runs, and the one before it, whose message may not have left yet. */
function periodsOf({ every, quiet }: StoredSubscription, now: Date): Period[] {
  const [day, week] = [londonDay(now), londonWeek(now)];
  return every === 'week'
    ? [addWeeks(week, -1), week].map((id) => weekPeriod(id, quiet))
    : [addDays(day, -1), day].map((id) => dayPeriod(id, quiet));
}
