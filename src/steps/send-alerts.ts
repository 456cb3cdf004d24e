import type { AlertClaim, PlanSending, StoredAlert } from '../adapters/store/ledger.ts';
import type { StoredSubscription } from '../adapters/store/store.ts';
import { alertMessage, type Message } from '../core/sending/message.ts';
import { isNews, stormPlan } from '../core/sending/storm.ts';
import { summaryKey, summaryMessage } from '../core/sending/summary.ts';
import { messageKey, toldTogether } from '../core/sending/told-as-one.ts';
import type { Deps } from './deps.ts';
import { handOver } from './hand-over.ts';
import { keepQuiet } from './keep-quiet.ts';
import { alertInputOf, readerLinks, unsubscribeLink } from './letters.ts';
import { isOnHold } from './on-hold.ts';
import { settlePromises } from './route-notice.ts';

/** A claim outlives several slow sends; then another sender takes up what is left of it. */
const LEASE_MS = 120_000;
/** The longest one send may take, with room: nothing is begun that might end after the claim. */
const SLOWEST_SEND_MS = 60_000;
/** One job ends after so many messages, so that a process told to stop does so soon; the tick brings the next. */
const MOST_MESSAGES = 100;

/**
 * Sends what is due to one reader, one message after another; corrections, and what says anything else than its event by
 * now, only after a look at what has become of that. Rows are claimed before and each is settled straight after
 * its send, so a crash between repeats at most the one message in flight, with the same reference.
 */
export async function sendAlerts(deps: Deps, { subscriptionId }: { subscriptionId: string }) {
  const { store, now } = deps;
  const counts = { sent: 0, failed: 0, dropped: 0 };
  if ((await isOnHold(store)) || (await keepQuiet(deps, subscriptionId)))
    return { subscription: subscriptionId, ...counts };
  // What else they asked for is sent with it, but for what has its quiet hours.
  const { ids } = await store.togetherWith(subscriptionId);
  for (const id of ids) if (id !== subscriptionId) await keepQuiet(deps, id);
  const isMoreComing = await store.isReading(now());
  for (let messages = 0; messages < MOST_MESSAGES; ) {
    for (const key of await store.toLookAtAgain(ids, now())) await settlePromises(deps, key);
    const claim = await store.claimAlerts(subscriptionId, now(), LEASE_MS, plan(deps, isMoreComing));
    if (!claim) break;
    const parts = messagesOf(claim);
    // One pair of links a batch and subscription: a token is a row that stays for ever.
    const readers = await readersOf(deps, claim.alerts);
    for (const [done, part] of parts.entries()) {
      if (claim.until.getTime() - now().getTime() < SLOWEST_SEND_MS) {
        await store.releaseAlerts(parts.slice(done).flatMap(({ alerts }) => alerts.map(({ id }) => id)));
        break;
      }
      const { outcome, dropped } = await sendPart(deps, readers, part);
      counts.dropped += dropped;
      if (outcome !== null) counts[outcome] += part.alerts.length - dropped;
      messages += 1;
      // A receiver that is gone ended its subscriptions.
      if (outcome === 'failed')
        for (const reader of readers.values()) reader.stored = await store.subscription(reader.id);
    }
    if (!claim.more) break; // what has become due since, the tick brings: looking again costs as much as sending
  }
  return { subscription: subscriptionId, ...counts };
}

interface Reader {
  id: string;
  stored: StoredSubscription | null;
  links: Awaited<ReturnType<typeof readerLinks>>;
}
type Readers = ReadonlyMap<string, Reader>;
const NO_LINKS: Reader['links'] = { preferences: null, unsubscribe: null };

/** By subscription, those to whom these are promised. */
async function readersOf(deps: Deps, alerts: readonly StoredAlert[]): Promise<Readers> {
  const readers = new Map<string, Reader>();
  for (const id of new Set(alerts.map(({ subscriptionId }) => subscriptionId))) {
    const stored = await deps.store.subscription(id);
    readers.set(id, { id, stored, links: isRunning(stored) ? await readerLinks(deps, stored) : NO_LINKS });
  }
  return readers;
}

/** What one message tells: one judgement, whoever of its reader's subscriptions asked for it, or all of a summary. */
type Part = Pick<AlertClaim, 'summary' | 'alerts'>;

const messagesOf = ({ summary, alerts }: AlertClaim): Part[] =>
  summary === null ? toldTogether(alerts).map((told) => ({ summary, alerts: told })) : [{ summary, alerts }];

const plan =
  ({ now, policy }: Deps, isMoreComing: boolean): PlanSending =>
  (due, sent) => {
    const before = (some: typeof sent) => {
      const timesOf = (isOfIt: (one: (typeof sent)[number]) => boolean) =>
        some.filter(isOfIt).flatMap(({ sentAt }) => (sentAt ? [sentAt] : []));
      return {
        singlesAt: timesOf(({ summary }) => summary === null),
        summariesAt: timesOf(({ summary }) => summary !== null),
      };
    };
    const state = { news: before(sent.filter(isNews)), corrections: before(sent.filter((one) => !isNews(one))) };
    const planned = stormPlan(due, state, policy.storm, now(), isMoreComing);
    return planned.kind === 'wait' ? { ...planned, alerts: due } : planned;
  };

/** @returns what came of what was sent, if anything was, and how many were dropped as nobody asks for them any more */
async function sendPart(
  deps: Deps,
  readers: Readers,
  part: Part,
): Promise<{ outcome: 'sent' | 'failed' | null; dropped: number }> {
  const { store, now, log } = deps;
  const isWanted = ({ subscriptionId }: StoredAlert) => isRunning(readers.get(subscriptionId)?.stored ?? null);
  const unwanted = part.alerts.filter((alert) => !isWanted(alert));
  for (const { id, subscriptionId } of unwanted) {
    const error = `the subscription is ${readers.get(subscriptionId)?.stored?.state ?? 'gone'}`;
    await store.settleAlerts([id], { state: 'dropped', error }, now());
  }
  const alerts = part.alerts.filter(isWanted);
  const [first] = alerts;
  const reader = first && readers.get(first.subscriptionId)?.stored;
  if (!first || !reader || !isRunning(reader)) return { outcome: null, dropped: unwanted.length };
  const tried = await handOver(deps, reader, {
    what: part.summary === null ? 'alert' : 'summary',
    message: await messageOf(deps, reader, readers, { ...part, alerts }),
    tries: first.attempts,
  });
  const ids = alerts.map(({ id }) => id);
  await store.settleAlerts(ids, tried, now());
  if (tried.state === 'dead')
    log.warn('send-alerts.dead', { subscription: reader.id, channel: reader.channel, alerts: ids.length });
  return { outcome: tried.state === 'sent' ? 'sent' : 'failed', dropped: unwanted.length };
}

type Running = StoredSubscription & { address: string };
const isRunning = (reader: StoredSubscription | null): reader is Running =>
  reader !== null && reader.address !== null && reader.state === 'active';

async function messageOf(deps: Deps, reader: Running, readers: Readers, { alerts, summary }: Part): Promise<Message> {
  const to = { address: reader.address, secret: reader.secret };
  const inputs = alerts.flatMap((alert) => {
    const { stored = null, links = NO_LINKS } = readers.get(alert.subscriptionId) ?? {};
    return stored ? [alertInputOf(deps, stored, alert, links)] : [];
  });
  const [only] = alerts;
  const [input] = inputs;
  const also = [...new Set(alerts.map(({ subscriptionId }) => subscriptionId))].filter((id) => id !== reader.id);
  const unsubscribe = also.length > 0 ? await unsubscribeLink(deps, reader, also) : null;
  if (summary === null && only && input) {
    const joint = also.length > 0 ? { also: inputs.slice(1), unsubscribe } : null;
    return alertMessage(input, { ...to, key: messageKey(only) }, joint);
  }
  const key = summaryKey(reader.id, summary ?? '', reader.channel);
  return summaryMessage(inputs, { ...to, ...(also.length > 0 ? { unsubscribe } : {}), key }, 'storm');
}
