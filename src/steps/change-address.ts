import { randomUUID } from 'node:crypto';
import type { StoredSubscription } from '../adapters/store/store.ts';
import { letterBrief } from '../core/sending/brief.ts';
import { newAddressLetter } from '../core/sending/notes-to-readers.ts';
import { giveUp, WrongUse } from '../errors.ts';
import type { Deps } from './deps.ts';
import { HOLD_WORDS, isOnHold } from './on-hold.ts';
import { replaceSubscription } from './replace-subscription.ts';
import { CONFIRM_DAYS } from './send-confirmation.ts';

const DAY_MS = 86_400_000;
/** Letters a day that one preference page may have sent, and that one new address may get. */
const MOST_A_DAY = 3;

type Parts = Pick<Deps, 'store' | 'now' | 'channels' | 'names' | 'policy' | 'newToken'>;

const isRunning = ({ state }: StoredSubscription): boolean => state === 'active';

/**
 * Asks a new address whether what a reader gets may go there. Nothing moves before it answers. What is done and said does not
 * depend on who else uses that address.
 *
 * @throws WrongUse when it is not one address; TryLater or GiveUp when the letter could not be sent
 */
export async function askNewAddress(deps: Parts, reader: StoredSubscription, wanted: string): Promise<void> {
  const { store, now, names, policy, channels } = deps;
  const address = channels.mail.check(wanted);
  if (reader.channel !== 'mail')
    throw new WrongUse('only what comes by mail moves to another mail address; ask for it anew there, and end this');
  if (reader.address === null || address === reader.address) return;
  if (await isOnHold(store)) throw giveUp(HOLD_WORDS);
  const change = { id: randomUUID(), subscriptionId: reader.id, address, at: now() };
  if (!(await store.askAddressChange(change, MOST_A_DAY, new Date(now().getTime() - DAY_MS)))) return;
  const moving = (await store.subscriptionsOf('mail', reader.address)).filter(isRunning);
  const letter = newAddressLetter({
    criteria: moving.map(({ criteria }) => criteria),
    link: `${policy.publicUrl}/address/${await deps.newToken(change.id, 'address')}`,
    ...{ days: CONFIRM_DAYS, sample: policy.sample, names },
  });
  await channels.mail.deliver({
    ...{ key: `${change.id}.address`, address, secret: null, json: '{}', unsubscribe: null },
    ...{ letter, brief: letterBrief(letter) },
  });
}

/**
 * The new address has answered: all that goes to the old one is ended and replaced. Safe to repeat.
 *
 * @returns how many subscriptions moved
 */
export async function moveToNewAddress(deps: Pick<Deps, 'store' | 'now'>, changeId: string): Promise<number> {
  const { store } = deps;
  const change = await store.addressChange(changeId);
  const asked = change && (await store.subscription(change.subscriptionId));
  if (!change || !asked?.address) return 0;
  let moved = 0;
  for (const old of (await store.subscriptionsOf('mail', asked.address)).filter(isRunning)) {
    const heir = await replaceSubscription(
      deps,
      old,
      { address: change.address },
      // Links in letters to the old address end with it, but for a feed, which somebody reads.
      {
        ...{ by: 'reader', reason: 'address_changed', links: ['feed'] },
        ...(moved === 0 ? { owes: { old: { kind: 'address_changed' as const } } } : {}),
      },
    );
    if (heir !== null) moved += 1;
  }
  return moved;
}
