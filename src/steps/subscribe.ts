import { randomUUID } from 'node:crypto';
import type { StoredSubscription } from '../adapters/store/store.ts';
import { newWebhookSecret } from '../adapters/webhook/index.ts';
import { criteriaFaults, criteriaKeys } from '../core/sending/route.ts';
import type { Cadence, Channel, Criteria } from '../core/types.ts';
import { GiveUp, TryLater, WrongUse } from '../errors.ts';
import type { Deps } from './deps.ts';
import { sendConfirmation } from './send-confirmation.ts';

export interface SubscriptionAsked {
  channel: Channel;
  address: string;
  criteria: Criteria;
  every: Cadence;
  note: string | null;
  /** An operator vouches for the reader's consent, in these words; null sends a confirmation first. */
  confirmed: string | null;
}

export interface Subscribed {
  subscription: string;
  state: 'pending' | 'active';
  /** Signs the calls; shown this once. */
  secret?: string;
  /** Why the confirmation was not sent. */
  fault?: string;
}

/**
 * Adds one subscription. Mail waits for the reader's confirmation unless an operator vouches; a webhook is active at once,
 * as only its owner could have given us the address and the secret is theirs.
 *
 * @throws WrongUse for a bad address or contradictory criteria; TryLater or GiveUp when the confirmation was not sent
 */
export async function subscribe(deps: Deps, asked: SubscriptionAsked): Promise<Subscribed> {
  const { subscription, result } = checked(deps, asked);
  await keepAll(deps, [subscription]);
  if (subscription.state === 'pending') await sendConfirmation(deps, { subscriptionId: subscription.id });
  return result;
}

/**
 * Adds a list, all or none. A confirmation that could not be sent is named in its line: the others are sent all the same.
 *
 * @throws WrongUse naming every fault of every line
 */
export async function subscribeAll(deps: Deps, asked: readonly SubscriptionAsked[]): Promise<Subscribed[]> {
  const kept = asked.map((one) => checked(deps, one));
  await keepAll(
    deps,
    kept.map(({ subscription }) => subscription),
  );
  const results: Subscribed[] = [];
  for (const { subscription, result } of kept)
    results.push({
      ...result,
      ...(subscription.state === 'pending' ? await confirmationFault(deps, subscription.id) : {}),
    });
  return results;
}

async function confirmationFault(deps: Deps, subscriptionId: string): Promise<{ fault?: string }> {
  try {
    await sendConfirmation(deps, { subscriptionId });
    return {};
  } catch (error) {
    if (!(error instanceof TryLater || error instanceof GiveUp)) throw error;
    return { fault: `the confirmation was not sent: ${error.message}` };
  }
}

function checked(deps: Pick<Deps, 'channels' | 'now'>, asked: SubscriptionAsked) {
  const faults = criteriaFaults(asked.criteria);
  if (faults.length > 0) throw new WrongUse(faults);
  const address = deps.channels[asked.channel].check(asked.address);
  const secret = asked.channel === 'webhook' ? newWebhookSecret() : null;
  const state: Subscribed['state'] = asked.confirmed === null && asked.channel === 'mail' ? 'pending' : 'active';
  const id = randomUUID();
  const { criteria, channel, every, note } = asked;
  const subscription = {
    ...{ id, channel, address, secret, criteria, every, state, note },
    quiet: null,
    terms: criteriaKeys(criteria),
    since: deps.now(),
    basis: asked.confirmed ?? 'asked for by the reader',
    by: asked.confirmed === null ? 'reader' : 'operator',
  };
  const result: Subscribed = { subscription: id, state, ...(secret ? { secret } : {}) };
  return { subscription, result };
}

async function keepAll(
  { store, now }: Deps,
  subscriptions: ReturnType<typeof checked>['subscription'][],
): Promise<void> {
  await store.addSubscriptions(subscriptions.map(({ by: _by, ...subscription }) => subscription));
  await store.journal(
    subscriptions.map(({ id, by, channel, criteria, every, state }) => ({
      kind: 'subscription.added',
      subject: id,
      by,
      detail: { channel, criteria, every, state },
    })),
    now(),
  );
}

/**
 * How often a reader is told: the subscription is ended and replaced, never edited.
 *
 * @returns the id of the new one; null when the old one was not active
 */
export async function changeCadence(
  { store, now }: Pick<Deps, 'store' | 'now'>,
  reader: StoredSubscription,
  every: Cadence,
): Promise<string | null> {
  const { endedAt: _endedAt, endedReason: _endedReason, ...kept } = reader;
  const id = randomUUID();
  const by = { ...kept, id, every, terms: criteriaKeys(reader.criteria), since: now() };
  if (!(await store.replaceSubscription(reader.id, by, `replaced by ${id}: how often it is sent`, now()))) return null;
  const detail = { channel: by.channel, criteria: by.criteria, every, state: by.state, replaces: reader.id };
  await store.journal([{ kind: 'subscription.added', subject: id, by: 'reader', detail }], now());
  return id;
}
