import { letterBrief } from '../core/sending/brief.ts';
import { newAddressLetter } from '../core/sending/notes-to-readers.ts';
import { nextTry } from '../core/sending/retry.ts';
import { GiveUp, TryLater } from '../errors.ts';
import type { Deps } from './deps.ts';
import { isOnHold } from './on-hold.ts';
import { CONFIRM_DAYS } from './send-confirmation.ts';
import { endAllTo, isSuppressed } from './suppress.ts';

const LEASE_MS = 2 * 60_000;

/**
 * Asks a new address whether a reader's messages may go there: the letter is claimed before and settled after. The wish goes
 * with the time its link works, and the letter with it.
 */
export async function sendAddressLetter(deps: Deps, { changeId }: { changeId: string }) {
  const { store, now, names, policy, channels } = deps;
  const change = (await isOnHold(store)) ? null : await store.claimAddressLetter(changeId, now(), LEASE_MS);
  const asked = change && (await store.subscription(change.subscriptionId));
  if (!change || !asked?.address || asked.state !== 'active' || (await isSuppressed(deps, change.address))) {
    if (change) await store.settleAddressLetter(changeId, null);
    return { change: changeId, sent: false };
  }
  const moving = (await store.subscriptionsOf('mail', asked.address)).filter(({ state }) => state === 'active');
  const letter = newAddressLetter({
    wishes: moving,
    link: `${policy.publicUrl}/address/${await deps.newToken(change.id, 'address')}`,
    ...{ days: CONFIRM_DAYS, sample: policy.sample, names },
  });
  try {
    await channels.mail.deliver({
      ...{ key: `${change.id}.address`, address: change.address, secret: null, json: '{}', unsubscribe: null },
      ...{ letter, brief: letterBrief(letter) },
    });
    await store.settleAddressLetter(changeId, null);
    return { change: changeId, sent: true };
  } catch (error) {
    if (!(error instanceof TryLater || error instanceof GiveUp)) throw error;
    const again = error instanceof TryLater ? nextTry('mail', change.tries, now(), error.details.retryAfterMs) : null;
    if (error instanceof GiveUp && error.details.ends !== undefined)
      await endAllTo(deps, 'mail', change.address, error.details.ends);
    await store.settleAddressLetter(changeId, again);
    return { change: changeId, sent: false, status: error.details.status ?? null };
  }
}
