import type { StoredEvent } from '../adapters/store/events.ts';
import type { AlertToOpen } from '../adapters/store/ledger.ts';
import type { StoredSubscription } from '../adapters/store/store.ts';
import { freshFor } from '../core/events/freshness.ts';
import { isTakenBack } from '../core/events/notices.ts';
import { toldAs, wronglyTold } from '../core/events/told.ts';
import { digestId } from '../core/keys.ts';
import { asksSince, eventKeys, matches } from '../core/sending/route.ts';
import { asOne, wasTold } from '../core/sending/was-told.ts';
import type { JudgementEvent, Report } from '../core/types.ts';
import type { Deps } from './deps.ts';

export interface Routed {
  /** To whom something is due now. */
  readers: Set<string>;
  /** Promises that are new or set free. */
  alerts: number;
}

type Parts = Pick<Deps, 'store' | 'now' | 'names' | 'policy'>;

/**
 * Turns notices into promises: for the first, one per reader who asked for such events, if the event is news to that
 * reader; for a correction, one per reader who believes something of the event that is not so. Safe to repeat: a promise
 * is a unique row. Notices of a held event stay as they are.
 */
export async function routeNotices(
  deps: Parts,
  notices: readonly { eventKey: string; notice: string }[],
): Promise<Routed> {
  const done: Routed = { readers: new Set(), alerts: 0 };
  for (const notice of notices) {
    const { readers, alerts } = await routeNotice(deps, notice);
    done.alerts += alerts;
    for (const reader of readers) done.readers.add(reader);
  }
  // Corrections first: who was never told the mistake is not told of its correction.
  for (const key of new Set(notices.map(({ eventKey }) => eventKey))) {
    const freed = await settlePromises(deps, key);
    done.alerts += freed.length;
    for (const reader of freed) done.readers.add(reader);
  }
  return done;
}

/**
 * What was promised and is not yet on its way: of an event that is held or waits for a person all of it waits. First news
 * goes out once and as the event is now, also of two that became one without a word to correct; of one taken back it does
 * not go out. A correction stays while its reader believes something that is not so, or may, and says what that is.
 *
 * @param quietly nothing that was dropped before goes out after all
 * @returns readers to whom something is due
 */
export async function settlePromises(
  deps: Parts,
  eventKey: string,
  { quietly = false }: { quietly?: boolean } = {},
): Promise<string[]> {
  const { store, now } = deps;
  const stored = await store.event(eventKey);
  if (!stored) return [];
  const { event } = stored;
  if (event.held || event.waits) {
    await store.holdAlerts(event.key, event.held ? 'held' : 'review');
    return [];
  }
  const revived = await settleFirst(deps, stored, quietly);
  const first = await store.freeFirst(event, now());
  const corrected = await store.settleCorrections(event, (told, known) => wronglyTold(told, event, known), now());
  return [...new Set([...revived, ...first, ...corrected])];
}

async function settleFirst(deps: Parts, stored: StoredEvent, quietly = false): Promise<string[]> {
  const { store, now, names } = deps;
  const isNews = await newsOf(deps, stored);
  const wants = ({ criteria }: Pick<StoredSubscription, 'criteria'>) => matches(criteria, stored.event, names);
  return store.settleFirst(stored.event, { wants, isNews: (reader) => !quietly && isNews(reader) }, now());
}

async function routeNotice(deps: Parts, { eventKey, notice }: { eventKey: string; notice: string }) {
  const { store, now } = deps;
  const stored = await store.event(eventKey);
  if (stored?.event.held || stored?.event.waits) return { readers: [], alerts: 0 };
  const at = now();
  // Who was not told yet is spared both the mistake and its correction.
  const revived = stored ? await settleFirst(deps, stored) : [];
  const asked = stored ? await readersOf(deps, stored, notice) : [];
  const { wrong, known } = await believedOf(deps, notice === 'first' ? null : stored);
  const readers = wrong ? asked.filter(({ id }) => wrong.has(id)) : asked;
  // One object for all who believe the same: they are promised in one statement.
  const words = new Map(
    [...new Set(wrong?.values())].map((beliefs) => [
      beliefs,
      asOne(beliefs.map((one) => wasTold(one, known && toldAs(one, known)))),
    ]),
  );
  const wasFor = ({ id }: StoredSubscription) => {
    const believed = wrong?.get(id);
    return believed ? (words.get(believed) ?? null) : null;
  };
  const opened = await store.openAlerts(
    stored ? readers.map((reader) => promise(reader, stored.event, notice, wasFor(reader))) : [],
    at,
  );
  await store.noticeRouted(eventKey, notice, at);
  return { readers: [...revived, ...readers.map(({ id }) => id)], alerts: revived.length + opened.length };
}

/** Who believes what of an event that is not so; nulls where there is none to ask about. */
async function believedOf({ store }: Parts, stored: StoredEvent | null) {
  if (!stored) return { wrong: null, known: null };
  const known = await store.keysTold(stored.event);
  return { wrong: wronglyTold(await store.toldOf(stored.event), stored.event, known), known };
}

/**
 * Tells events that became such as other readers asked for: a second source bears one out, its grade is learnt, it is
 * corrected to theirs. Who was promised anything of the event before is not told again, but what was dropped before it
 * reached them, as it had become another than they asked for, is due once it is that again. Safe to repeat.
 *
 * @returns to whom something is due now
 */
export async function retellEvents(deps: Parts, eventKeys: readonly string[]): Promise<string[]> {
  const { store, now } = deps;
  const readers: string[] = [];
  for (const key of eventKeys) {
    const stored = await store.event(key);
    if (!stored) continue;
    readers.push(...(await settlePromises(deps, key)));
    if (!isTakenBack(stored.event) && !stored.event.waits) {
      const promised = await store.promisedTo(key);
      const others = (await readersOf(deps, stored, 'first')).filter(({ id }) => !promised.has(id));
      await store.openAlerts(
        others.map((reader) => promise(reader, stored.event, 'first', null)),
        now(),
      );
      readers.push(...others.map(({ id }) => id));
    }
    await store.retold(key, stored.revision);
  }
  return readers;
}

/** Promises these events, as news, to one reader; who was promised one before is not promised it again. */
export async function promiseFirst(
  { store, now }: Pick<Deps, 'store' | 'now'>,
  reader: StoredSubscription,
  events: readonly JudgementEvent[],
): Promise<void> {
  await store.openAlerts(
    events.map((event) => promise(reader, event, 'first', null)),
    now(),
  );
}

/** Who is to be told: of a first notice those to whom the event is news, of a correction those who were told of the event. */
export async function readersOf(deps: Parts, learnt: LearntEvent, notice: string): Promise<StoredSubscription[]> {
  const { store, names } = deps;
  const { event } = learnt;
  if (notice !== 'first') return store.readersTold(event.key);
  const isNews = await newsOf(deps, learnt);
  const candidates = await store.subscriptionsByTerms(eventKeys(event, names), 'event');
  return candidates.filter((reader) => matches(reader.criteria, event, names) && isNews(reader));
}

type LearntEvent = Pick<StoredEvent, 'event' | 'learntAt'>;
/** As much of an event as says whether it is news. */
type Dated = Omit<JudgementEvent, 'reports'> & {
  reports: readonly Pick<Report, 'articleId' | 'articleDay'>[];
};

/** To whom an event is news now, whichever way they are told. */
export async function newsOf(
  { store, now, names, policy: { freshDays } }: Parts,
  { event, learntAt }: { event: Dated; learntAt: Date },
): Promise<(reader: Pick<StoredSubscription, 'since' | 'widened'>) => boolean> {
  const alerting = await store.alertingOf(event);
  return (reader) =>
    freshFor(event, { now: now(), freshDays, learntAt, alerting, since: asksSince(reader, event, names) });
}

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
