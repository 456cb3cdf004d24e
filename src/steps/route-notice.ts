import type { AlertToOpen } from '../adapters/store/ledger.ts';
import type { StoredSubscription } from '../adapters/store/store.ts';
import { freshFor } from '../core/events/freshness.ts';
import { digestId } from '../core/keys.ts';
import { eventKeys, matches } from '../core/sending/route.ts';
import type { JudgementEvent } from '../core/types.ts';
import type { Deps } from './deps.ts';

/**
 * Turns one notice into promises: for the first, one per reader who asked for such events, if the event is news to that
 * reader; for a correction, one per reader who was told of the event. Safe to repeat: a promise is a unique row.
 *
 * @returns readers to whom something is due now, and how many promises are new
 */
export async function routeNotice(
  deps: Pick<Deps, 'store' | 'now' | 'names' | 'policy'>,
  { eventKey, notice }: { eventKey: string; notice: string },
): Promise<{ readers: string[]; alerts: number }> {
  const { store, now } = deps;
  const stored = await store.event(eventKey);
  if (stored?.event.held) return { readers: [], alerts: 0 };
  const at = now();
  // Who was not told yet is spared both the mistake and its correction.
  if (stored && isTakenBack(stored.event)) await store.holdAlerts(eventKey);
  const readers = stored ? await readersOf(deps, stored, notice) : [];
  const told = stored && (await store.toldBefore(stored.event, notice));
  const opened = await store.openAlerts(
    stored ? readers.map((reader) => promise(reader, stored.event, notice, told)) : [],
    at,
  );
  const freed = stored && !isTakenBack(stored.event) ? await store.releaseAlerts(stored.event, at) : [];
  await store.noticeRouted(eventKey, notice, at);
  return { readers: [...readers.map(({ id }) => id), ...freed], alerts: opened.length + freed.length };
}

/** Who is to be told: of a first notice those to whom the event is news, of a correction those who were told of the event. */
export async function readersOf(
  { store, now, names, policy }: Pick<Deps, 'store' | 'now' | 'names' | 'policy'>,
  { event, learntAt }: { event: JudgementEvent; learntAt: Date },
  notice: string,
): Promise<StoredSubscription[]> {
  if (notice !== 'first') return store.readersTold(event.key);
  const alerting = await store.alertingOf(event.reports.map(({ articleId }) => articleId));
  const candidates = await store.subscriptionsByTerms(eventKeys(event, names), 'event');
  return candidates.filter(
    (reader) =>
      matches(reader.criteria, event, names) &&
      freshFor(event, { now: now(), freshDays: policy.freshDays, since: reader.since, learntAt, alerting }),
  );
}

export const isTakenBack = ({ status }: JudgementEvent): boolean => status === 'retracted' || status === 'withdrawn';

const promise = (
  reader: StoredSubscription,
  event: JudgementEvent,
  notice: string,
  was: AlertToOpen['was'],
): AlertToOpen => ({
  id: digestId('alert', reader.id, event.key, notice, reader.channel),
  subscriptionId: reader.id,
  eventKey: event.key,
  notice,
  channel: reader.channel,
  body: event,
  was,
  reference: `${reader.id}.${event.key}.${notice}.${reader.channel}`,
});
