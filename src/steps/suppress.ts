import type { Suppression } from '../adapters/store/store.ts';
import { londonDay } from '../core/dates.ts';
import { endedWords } from '../core/sending/ended.ts';
import { dayWords } from '../core/sending/names.ts';
import type { Channel } from '../core/types.ts';
import type { Deps } from './deps.ts';

/** Where something is to be sent, as far as it is known. */
export interface Place {
  channel: Channel | null;
  address: string | null;
}

type Parts = Pick<Deps, 'store' | 'now' | 'addressKey'>;

/**
 * Ends all that goes to an address. Where mail came back or was reported as unwanted, nothing is sent there from then on,
 * whoever asks for it, until an operator lifts that; a receiver of calls that is gone may be named again by who runs it.
 *
 * @param reason the code of it
 * @returns how many ended
 */
export const endAllTo = (
  { store, now, addressKey }: Parts,
  channel: Channel,
  address: string,
  reason: string,
): Promise<number> =>
  store.endSubscriptionsTo(
    { channel, address, suppressed: channel === 'mail' ? addressKey(address) : null },
    reason,
    now(),
  );

/** Whether nothing is to be sent to a mail address. */
export const isSuppressed = async ({ store, addressKey }: Omit<Parts, 'now'>, address: string): Promise<boolean> =>
  (await store.suppressedAmong([addressKey(address)])).length > 0;

/** For each place, in order, why nothing is sent there, in a sentence for operators; null where it may be. */
export async function suppressionFaults(
  { store, addressKey }: Omit<Parts, 'now'>,
  places: readonly Place[],
): Promise<(string | null)[]> {
  const keys = places.map(({ channel, address }) => (channel === 'mail' && address ? addressKey(address) : null));
  const found = new Map(
    (await store.suppressedAmong(keys.filter((key) => key !== null))).map((one) => [one.key, one] as const),
  );
  return places.map(({ address }, index) => {
    const suppressed = found.get(keys[index] ?? '');
    return address && suppressed ? faultWords(address, suppressed) : null;
  });
}

const faultWords = (address: string, { reason, at }: Suppression): string =>
  `nothing is sent to ${address} since ${dayWords(londonDay(at))}: ${endedWords(reason)}; only if its reader asks for it again, first: gradewatch subscriptions lift ${address} --reason "..."`;
