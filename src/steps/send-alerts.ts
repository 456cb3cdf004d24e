import type { AlertClaim, PlanSending, StoredAlert } from '../adapters/store/ledger.ts';
import type { StoredSubscription } from '../adapters/store/store.ts';
import { alertMessage } from '../core/sending/message.ts';
import { nextTry } from '../core/sending/retry.ts';
import { stormPlan } from '../core/sending/storm.ts';
import { summaryMessage } from '../core/sending/summary.ts';
import { GiveUp, TryLater } from '../errors.ts';
import type { Deps } from './deps.ts';
import { keepQuiet } from './keep-quiet.ts';
import { alertInputOf } from './letters.ts';

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
  if (await keepQuiet(deps, subscriptionId)) return { subscription: subscriptionId, ...counts };
  for (let messages = 0; messages < MOST_MESSAGES; ) {
    const claim = await store.claimAlerts(subscriptionId, now(), LEASE_MS, plan(deps));
    if (!claim) break;
    let reader = await store.subscription(subscriptionId);
    const parts = messagesOf(claim);
    for (const [done, part] of parts.entries()) {
      if (claim.until.getTime() - now().getTime() < SLOWEST_SEND_MS) {
        await store.releaseAlerts(parts.slice(done).flatMap(({ alerts }) => alerts.map(({ id }) => id)));
        break;
      }
      const outcome = await sendPart(deps, reader, part);
      counts[outcome] += part.alerts.length;
      messages += 1;
      if (outcome === 'failed') reader = await store.subscription(subscriptionId); // a receiver that is gone ended it
    }
    if (!claim.more) break; // what has become due since, the tick brings: looking again costs as much as sending
  }
  return { subscription: subscriptionId, ...counts };
}

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

async function sendPart(
  deps: Deps,
  reader: StoredSubscription | null,
  claim: Part,
): Promise<'sent' | 'failed' | 'dropped'> {
  const { store, now, channels } = deps;
  const ids = claim.alerts.map(({ id }) => id);
  if (!reader?.address || reader.state !== 'active') {
    await store.settleAlerts(ids, { state: 'dropped', error: `the subscription is ${reader?.state ?? 'gone'}` }, now());
    return 'dropped';
  }
  try {
    const { providerId } = await channels[reader.channel].deliver(await messageOf(deps, reader, claim));
    await store.settleAlerts(ids, { state: 'sent', providerId }, now());
    return 'sent';
  } catch (error) {
    if (!(error instanceof TryLater || error instanceof GiveUp)) throw error;
    const attempts = claim.alerts[0]?.attempts ?? 1;
    const again =
      error instanceof TryLater ? nextTry(reader.channel, attempts, now(), error.details.retryAfterMs) : null;
    await store.settleAlerts(
      ids,
      again ? { state: 'pending', error: error.message, nextAttempt: again } : { state: 'dead', error: error.message },
      now(),
    );
    if (!again)
      deps.log.warn('send-alerts.dead', { subscription: reader.id, channel: reader.channel, alerts: ids.length });
    // The receiver says the address is no more: nothing further is tried there.
    if (error instanceof GiveUp && error.details.errorClass === 'gone')
      await store.endSubscription(reader.id, 'the receiver is gone', now());
    return 'failed';
  }
}

async function messageOf(deps: Deps, reader: StoredSubscription, { alerts, summary }: Part) {
  const to = { address: reader.address as string, secret: reader.secret };
  const input = (alert: StoredAlert) => alertInputOf(deps, reader, alert);
  const [only] = alerts;
  return summary === null && only
    ? alertMessage(await input(only), { ...to, key: only.reference })
    : summaryMessage(
        await Promise.all(alerts.map(input)),
        {
          ...to,
          key: `${reader.id}.${summary}.summary.${reader.channel}`,
        },
        'storm',
      );
}
