import { randomUUID } from 'node:crypto';
import { newWebhookSecret } from '../adapters/webhook/index.ts';
import { criteriaFaults, criteriaKeys } from '../core/sending/route.ts';
import type { Cadence, Channel, Criteria } from '../core/types.ts';
import { WrongUse } from '../errors.ts';
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
}

/**
 * Adds one subscription. Mail waits for the reader's confirmation unless an operator vouches; a webhook is active at once,
 * as only its owner could have given us the address and the secret is theirs.
 *
 * @throws WrongUse for a bad address or contradictory criteria
 */
export async function subscribe(deps: Deps, asked: SubscriptionAsked): Promise<Subscribed> {
  const faults = criteriaFaults(asked.criteria);
  if (faults.length > 0) throw new WrongUse(faults);
  const address = deps.channels[asked.channel].check(asked.address);
  const secret = asked.channel === 'webhook' ? newWebhookSecret() : null;
  const state = asked.confirmed === null && asked.channel === 'mail' ? 'pending' : 'active';
  const id = randomUUID();
  const { criteria, channel, every, note } = asked;
  await deps.store.addSubscription({
    ...{ id, channel, address, secret, criteria, every, state, note },
    quiet: null,
    terms: criteriaKeys(criteria),
    since: deps.now(),
    basis: asked.confirmed ?? 'asked for by the reader',
  });
  await deps.store.journal(
    [
      {
        kind: 'subscription.added',
        subject: id,
        by: asked.confirmed === null ? 'reader' : 'operator',
        detail: { channel, criteria, every, state },
      },
    ],
    deps.now(),
  );
  if (state === 'pending') await sendConfirmation(deps, { subscriptionId: id });
  return { subscription: id, state, ...(secret ? { secret } : {}) };
}
