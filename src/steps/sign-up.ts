import type { QuietHours } from '../core/sending/cadence.ts';
import type { Cadence, Criteria } from '../core/types.ts';
import type { Deps } from './deps.ts';
import { keepAsked } from './subscribe.ts';
import { isSuppressed } from './suppress.ts';

const DAY_MS = 86_400_000;
/** Letters, or notifications, a day that strangers may have us send to one address. */
const MOST_A_DAY = 3;

/**
 * A visitor's wish for alerts by mail or in a browser. It waits for the reader's confirmation; the letter that asks for it is owed, and
 * sent by whoever sends letters, not while the visitor waits: nothing here tells whether the address is known. What runs
 * already brings no letter.
 *
 * @throws WrongUse when it is not one address of the channel, or what is asked for can never be
 */
export async function signUp(
  deps: Deps,
  asked: { channel: 'mail' | 'push'; address: string; criteria: Criteria; every: Cadence; quiet: QuietHours | null },
): Promise<void> {
  const { store, queue, now } = deps;
  const to = { channel: asked.channel, address: deps.channels[asked.channel].check(asked.address) };
  // Answered as any other wish: who asks learns nothing of whoever has that address.
  if (to.channel === 'mail' && (await isSuppressed(deps, to.address))) return;
  const done = await keepAsked(deps, { ...asked, note: null, confirmed: null });
  if (done?.state !== 'pending') return;
  const since = new Date(now().getTime() - DAY_MS);
  const owed = await store.oweConfirmation(done.subscription, to, MOST_A_DAY, since, now());
  if (owed) await queue.put('send-letter', [{ subscriptionId: done.subscription }]);
}
