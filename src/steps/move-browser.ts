import { endedReason } from '../core/sending/ended.ts';
import type { Deps } from './deps.ts';
import { ALL_LINKS, replaceSubscription } from './replace-subscription.ts';

/**
 * A browser has a new address with its push service: what went to the old one goes there. Nobody is asked: who can name the
 * old one whole is that browser. Safe to repeat, and says nothing of who is known.
 *
 * @throws WrongUse when one of them is no address of a browser
 */
export async function moveBrowser(
  deps: Pick<Deps, 'store' | 'now' | 'channels'>,
  { from, to }: { from: string; to: string },
): Promise<void> {
  const [left, address] = [deps.channels.push.check(from), deps.channels.push.check(to)];
  if (left === address) return;
  for (const old of await deps.store.subscriptionsOf('push', left))
    await replaceSubscription(
      deps,
      old,
      { address },
      { by: 'reader', reason: endedReason('address_changed'), links: ALL_LINKS },
    );
}
