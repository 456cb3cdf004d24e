import type { AlertClaim, PlanSending, StoredAlert } from '../adapters/store/ledger.ts';
import type { StoredSubscription } from '../adapters/store/store.ts';
import { alertMessage, type Message } from '../core/sending/message.ts';
import { stormPlan } from '../core/sending/storm.ts';
import { summaryKey, summaryMessage } from '../core/sending/summary.ts';
import type { Deps } from './deps.ts';
import { handOver } from './hand-over.ts';
import { keepQuiet } from './keep-quiet.ts';
import { alertInputOf, readerLinks } from './letters.ts';
import { isOnHold } from './on-hold.ts';

/** A claim outlives several slow sends; then another sender takes up what is left of it. */
const LEASE_MS = 120_000;
/** The longest one send may take, with room: nothing is begun that might end after the claim. */
const SLOWEST_SEND_MS = 60_000;
/** One job ends after so many messages, so that a process told to stop does so soon; the tick brings the next. */
const MOST_MESSAGES = 100;

/**
 * Sends what is due to one reader, one message after another. Rows are claimed before and each is settled straight after
 * its send, so a crash between repeats at most the one message in flight, with the same reference.
 */
export async function sendAlerts(deps: Deps, { subscriptionId }: { subscriptionId: string }) {
  const { store, now } = deps;
  const counts = { sent: 0, failed: 0, dropped: 0 };
  if ((await isOnHold(store)) || (await keepQuiet(deps, subscriptionId)))
    return { subscription: subscriptionId, ...counts };
  for (let messages = 0; messages < MOST_MESSAGES; ) {
    const claim = await store.claimAlerts(subscriptionId, now(), LEASE_MS, plan(deps));
    if (!claim) break;
    let reader = await store.subscription(subscriptionId);
    const parts = messagesOf(claim);
    // One pair of links a batch: a token is a row that stays for ever.
    const links = isRunning(reader) ? await readerLinks(deps, reader) : NO_LINKS;
    for (const [done, part] of parts.entries()) {
      if (claim.until.getTime() - now().getTime() < SLOWEST_SEND_MS) {
        await store.releaseAlerts(parts.slice(done).flatMap(({ alerts }) => alerts.map(({ id }) => id)));
        break;
      }
      const outcome = await sendPart(deps, reader, part, links);
      counts[outcome] += part.alerts.length;
      messages += 1;
      if (outcome === 'failed') reader = await store.subscription(subscriptionId); // a receiver that is gone ended it
    }
    if (!claim.more) break; // what has become due since, the tick brings: looking again costs as much as sending
  }
  return { subscription: subscriptionId, ...counts };
}

type ReaderLinks = Awaited<ReturnType<typeof readerLinks>>;
const NO_LINKS: ReaderLinks = { preferences: null, unsubscribe: null };

/** What one message tells: one alert, or all of a summary. */
type Part = Pick<AlertClaim, 'summary' | 'alerts'>;

const messagesOf = ({ summary, alerts }: AlertClaim): Part[] =>
  summary === null ? alerts.map((alert) => ({ summary, alerts: [alert] })) : [{ summary, alerts }];

const plan =
  ({ now, policy }: Deps): PlanSending =>
  (due, sent) => {
    const times = (summaries: boolean) =>
      sent.flatMap(({ sentAt, summary }) => (sentAt && (summary !== null) === summaries ? [sentAt] : []));
    const planned = stormPlan(due, { singlesAt: times(false), summariesAt: times(true) }, policy.storm, now());
    return planned.kind === 'wait' ? { ...planned, alerts: due } : planned;
  };

/** @returns what came of it, and whether the reader may have ended with it */
async function sendPart(
  deps: Deps,
  reader: StoredSubscription | null,
  part: Part,
  links: ReaderLinks,
): Promise<'sent' | 'failed' | 'dropped'> {
  const { store, now, log } = deps;
  const ids = part.alerts.map(({ id }) => id);
  if (!isRunning(reader)) {
    await store.settleAlerts(ids, { state: 'dropped', error: `the subscription is ${reader?.state ?? 'gone'}` }, now());
    return 'dropped';
  }
  const tried = await handOver(deps, reader, {
    what: part.summary === null ? 'alert' : 'summary',
    message: messageOf(deps, reader, part, links),
    tries: part.alerts[0]?.attempts ?? 1,
  });
  await store.settleAlerts(ids, tried, now());
  if (tried.state === 'dead')
    log.warn('send-alerts.dead', { subscription: reader.id, channel: reader.channel, alerts: ids.length });
  return tried.state === 'sent' ? 'sent' : 'failed';
}

type Running = StoredSubscription & { address: string };
const isRunning = (reader: StoredSubscription | null): reader is Running =>
  reader !== null && reader.address !== null && reader.state === 'active';

function messageOf(deps: Deps, reader: Running, { alerts, summary }: Part, links: ReaderLinks): Message {
  const to = { address: reader.address, secret: reader.secret };
  const input = (alert: StoredAlert) => alertInputOf(deps, reader, alert, links);
  const [only] = alerts;
  return summary === null && only
    ? alertMessage(input(only), { ...to, key: only.reference })
    : summaryMessage(alerts.map(input), { ...to, key: summaryKey(reader.id, summary ?? '', reader.channel) }, 'storm');
}
