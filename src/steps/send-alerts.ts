import type { AlertClaim, PlanSending, StoredAlert } from '../adapters/store/ledger.ts';
import type { StoredSubscription } from '../adapters/store/store.ts';
import { alertMessage } from '../core/sending/message.ts';
import { nextTry } from '../core/sending/retry.ts';
import { stormPlan } from '../core/sending/storm.ts';
import { summaryMessage } from '../core/sending/summary.ts';
import { GiveUp, TryLater } from '../errors.ts';
import type { Deps } from './deps.ts';
import { alertInputOf } from './letters.ts';

/** A claim outlives the slowest send; then another sender takes it up. */
const LEASE_MS = 90_000;
/** One job ends after so many messages; the tick brings the next. */
const MOST_MESSAGES = 50;

/**
 * Sends what is due to one reader, one message after another. The row is claimed before and settled straight after each
 * send, so a crash between repeats at most the one message in flight, with the same reference.
 */
export async function sendAlerts(deps: Deps, { subscriptionId }: { subscriptionId: string }) {
  const { store, now } = deps;
  const counts = { sent: 0, failed: 0, dropped: 0 };
  for (let turn = 0; turn < MOST_MESSAGES; turn++) {
    const claim = await store.claimAlerts(subscriptionId, now(), LEASE_MS, plan(deps));
    if (!claim) break;
    counts[await sendClaim(deps, subscriptionId, claim)] += claim.alerts.length;
  }
  return { subscription: subscriptionId, ...counts };
}

const plan =
  ({ now, policy }: Deps): PlanSending =>
  (due, sent) => {
    const times = (summaries: boolean) =>
      sent.flatMap(({ sentAt, summary }) => (sentAt && (summary !== null) === summaries ? [sentAt] : []));
    const planned = stormPlan(due, { singlesAt: times(false), summariesAt: times(true) }, policy.storm, now());
    if (planned.kind === 'wait') return { ...planned, alerts: due };
    return planned.kind === 'single' ? { kind: 'single', alerts: due.slice(0, 1) } : planned;
  };

async function sendClaim(
  deps: Deps,
  subscriptionId: string,
  claim: AlertClaim,
): Promise<'sent' | 'failed' | 'dropped'> {
  const { store, now, channels } = deps;
  const ids = claim.alerts.map(({ id }) => id);
  const reader = await store.subscription(subscriptionId);
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

async function messageOf(deps: Deps, reader: StoredSubscription, { alerts, summary }: AlertClaim) {
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
