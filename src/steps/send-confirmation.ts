import { whenWords } from '../core/sending/cadence.ts';
import { confirmationLetter } from '../core/sending/confirmation.ts';
import { giveUp } from '../errors.ts';
import type { Deps } from './deps.ts';
import { handOver, ONLY_TRY } from './hand-over.ts';
import { latestOf } from './latest-judgements.ts';
import { HOLD_WORDS, isOnHold } from './on-hold.ts';

/** How long a confirm link works, days. */
export const CONFIRM_DAYS = 3;

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
  const { store, now, names, policy } = deps;
  const reader = await store.subscription(subscriptionId);
  if (!reader?.address || reader.state !== 'pending') return null;
  if (await isOnHold(store)) throw giveUp(HOLD_WORDS);
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
        unsubscribe: null,
      },
      json: JSON.stringify({
        ...{ type: 'subscription.confirmation', subscription: reader.id, criteria: reader.criteria },
        ...{ confirm: link, days: CONFIRM_DAYS },
      }),
    },
    tries: ONLY_TRY,
  });
  await store.keepAttempt(tried.attempt, now());
  if (tried.state !== 'sent') throw giveUp(tried.error);
  return tried.providerId;
}
