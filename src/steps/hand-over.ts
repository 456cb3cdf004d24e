import type { Attempt, Settlement } from '../adapters/store/promises.ts';
import type { StoredSubscription } from '../adapters/store/store.ts';
import type { Message } from '../core/sending/message.ts';
import { nextTry } from '../core/sending/retry.ts';
import { GiveUp, TryLater } from '../errors.ts';
import type { Deps } from './deps.ts';
import { endAllTo } from './suppress.ts';

/** What came of a message that was tried. */
export type Tried = Exclude<Settlement, { state: 'dropped' }> & { attempt: Attempt };

/** For what nobody promised and is not tried again: a confirmation, a test. */
export const ONLY_TRY = Number.POSITIVE_INFINITY;

/**
 * Hands one message to its channel, once. A receiver that says it is no more, or goes on refusing us as such, ends all that
 * goes to that address: nothing further is tried there.
 *
 * @param tries how often this message was tried, this time included
 * @returns how the promise is to be settled; the caller does it straight away
 */
export async function handOver(
  deps: Pick<Deps, 'channels' | 'store' | 'now' | 'addressKey'>,
  { id: subscriptionId, channel }: Pick<StoredSubscription, 'id' | 'channel'>,
  { what, message, tries }: { what: Attempt['what']; message: Message; tries: number },
): Promise<Tried> {
  const { channels, now } = deps;
  const attempt = { subscriptionId, channel, what, reference: message.key, message: null, nextTry: null };
  try {
    const { providerId, status } = await channels[channel].deliver(message);
    return { state: 'sent', providerId, attempt: { ...attempt, outcome: 'sent', status } };
  } catch (error) {
    if (!(error instanceof TryLater || error instanceof GiveUp)) throw error;
    const perhaps = error.details.perhaps ?? false;
    const failed = { ...attempt, status: error.details.status ?? null, message: error.message };
    const again = error instanceof TryLater ? nextTry(channel, tries, now(), error.details.retryAfterMs) : null;
    if (again)
      return {
        ...{ state: 'pending', error: error.message, nextAttempt: again, perhaps },
        attempt: { ...failed, outcome: 'later', nextTry: again },
      };
    // What is tried once only has not gone on failing.
    const ends = error instanceof GiveUp || tries !== ONLY_TRY ? error.details.ends : undefined;
    const dead = { state: 'dead', error: error.message, perhaps } as const;
    if (ends === undefined) return { ...dead, attempt: { ...failed, outcome: 'refused' } };
    await endAllTo(deps, channel, message.address, ends);
    return { ...dead, attempt: { ...failed, outcome: 'gone' } };
  }
}
