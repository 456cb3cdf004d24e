import type { StoredSubscription } from '../adapters/store/store.ts';
import { pathOf } from '../core/sending/brief.ts';
import { whenWords } from '../core/sending/cadence.ts';
import { confirmationLetter } from '../core/sending/confirmation.ts';
import { giveUp } from '../errors.ts';
import type { Deps } from './deps.ts';
import { handOver, ONLY_TRY, type Tried } from './hand-over.ts';
import { latestOf } from './latest-judgements.ts';
import { HOLD_WORDS, isOnHold } from './on-hold.ts';

/** How long a confirm link works, days. */
export const CONFIRM_DAYS = 3;

const CONFIRM_WORDS = 'Press here to see what was asked for, and say yes. Nothing else is sent before you do.';

/**
 * Asks one reader to confirm: by letter, or by a call that carries the link, so that whoever answers has read what arrives
 * there. Confirming is the only thing the link does, so sending it again harms nobody.
 *
 * @returns what the provider calls it; null when there was nothing to ask
 * @throws GiveUp when it was not taken; asking again sends it again
 */
export async function sendConfirmation(
  deps: Deps,
  { subscriptionId }: { subscriptionId: string },
): Promise<string | null> {
  const { store } = deps;
  const reader = await store.subscription(subscriptionId);
  if (!reader?.address || reader.state !== 'pending') return null;
  if (await isOnHold(store)) throw giveUp(HOLD_WORDS);
  const tried = await handOverConfirmation(deps, { ...reader, address: reader.address }, ONLY_TRY);
  if (tried.state !== 'sent') throw giveUp(tried.error);
  return tried.providerId;
}

/**
 * The same for whoever keeps what is owed and tries again.
 *
 * @param tries how often it was tried, this time included
 */
export async function handOverConfirmation(
  deps: Deps,
  reader: StoredSubscription & { address: string },
  tries: number,
): Promise<Tried> {
  const { store, now, names, policy } = deps;
  const latest = await latestOf(deps, reader.criteria);
  const link = `${policy.publicUrl}/confirm/${await deps.newToken(reader.id, 'confirm')}`;
  const letter = confirmationLetter(
    {
      ...{ criteria: reader.criteria, when: whenWords(reader), latest },
      ...{ link, days: CONFIRM_DAYS, sample: policy.sample },
    },
    names,
  );
  const tried = await handOver(deps, reader, {
    what: 'confirmation',
    message: {
      ...{
        key: `${reader.id}.confirmation`,
        address: reader.address,
        secret: reader.secret,
        letter,
        brief: { text: CONFIRM_WORDS, page: pathOf(link), manage: null, urgent: true },
        unsubscribe: null,
      },
      json: JSON.stringify({
        ...{ type: 'subscription.confirmation', subscription: reader.id, criteria: reader.criteria },
        ...{ confirm: link, days: CONFIRM_DAYS },
      }),
    },
    tries,
  });
  await store.keepAttempt(tried.attempt, now());
  return tried;
}
