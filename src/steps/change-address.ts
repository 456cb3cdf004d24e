import { randomUUID } from 'node:crypto';
import type { StoredSubscription } from '../adapters/store/store.ts';
import { endedReason } from '../core/sending/ended.ts';
import { giveUp, WrongUse } from '../errors.ts';
import type { Deps } from './deps.ts';
import { HOLD_WORDS, isOnHold } from './on-hold.ts';
import { replaceSubscription } from './replace-subscription.ts';
import { isSuppressed } from './suppress.ts';

const DAY_MS = 86_400_000;
/** Letters a day that one preference page may have sent, and that one new address may get. */
const MOST_A_DAY = 3;

type Parts = Pick<Deps, 'store' | 'now' | 'channels' | 'queue' | 'addressKey'>;

const isRunning = ({ state }: StoredSubscription): boolean => state === 'active';

/**
 * Keeps a reader's wish that what they get goes to a new address. Nothing moves before it answers a letter, which is sent by
 * whoever sends letters and not while the reader waits: what is done, said and how long it takes do not depend on who else uses
 * that address, nor on the mail server.
 *
 * @throws WrongUse when it is not one address; GiveUp while sending is on hold
 */
export async function askNewAddress(deps: Parts, reader: StoredSubscription, wanted: string): Promise<void> {
  const { store, now, channels, queue } = deps;
  const address = channels.mail.check(wanted);
  if (reader.channel !== 'mail')
    throw new WrongUse('only what comes by mail moves to another mail address; ask for it anew there, and end this');
  if (reader.address === null || address === reader.address) return;
  if (await isOnHold(store)) throw giveUp(HOLD_WORDS);
  const change = { id: randomUUID(), subscriptionId: reader.id, address, at: now() };
  // Answered as any other wish: who asks learns nothing of whoever has that address.
  if (await isSuppressed(deps, address)) return;
  if (!(await store.askAddressChange(change, MOST_A_DAY, new Date(now().getTime() - DAY_MS)))) return;
  await queue.put('send-address-letter', [{ changeId: change.id }]);
}

/**
 * The new address has answered: all that goes to the old one is ended and replaced. Safe to repeat.
 *
 * @returns how many subscriptions moved
 */
export async function moveToNewAddress(
  deps: Pick<Deps, 'store' | 'now' | 'addressKey'>,
  changeId: string,
): Promise<number> {
  const { store } = deps;
  const change = await store.addressChange(changeId);
  const asked = change && (await store.subscription(change.subscriptionId));
  if (!change || !asked?.address || (await isSuppressed(deps, change.address))) return 0;
  let moved = 0;
  for (const old of (await store.subscriptionsOf('mail', asked.address)).filter(isRunning)) {
    const heir = await replaceSubscription(
      deps,
      old,
      { address: change.address },
      // Links in letters to the old address end with it, but for a feed, which somebody reads.
      {
        ...{ by: 'reader', reason: endedReason('address_changed'), links: ['feed'] },
        ...(moved === 0 ? { owes: { old: { kind: 'address_changed' as const } } } : {}),
      },
    );
    if (heir !== null) moved += 1;
  }
  return moved;
}
