import { randomUUID } from 'node:crypto';
import type { StoredSubscription } from '../adapters/store/store.ts';
import type { Replacement } from '../adapters/store/subscriptions.ts';
import type { QuietHours } from '../core/sending/cadence.ts';
import { endedReason } from '../core/sending/ended.ts';
import { criteriaKeys } from '../core/sending/route.ts';
import type { Deps } from './deps.ts';

type Parts = Pick<Deps, 'store' | 'now'>;
type Changes = Partial<Pick<StoredSubscription, 'address' | 'criteria' | 'every' | 'quiet' | 'since' | 'widened'>>;

/** Every link there is in a letter to the same address. */
export const ALL_LINKS: readonly string[] = ['unsubscribe', 'preferences', 'feed'];

/**
 * A subscription is ended and replaced, never edited.
 *
 * @param by who changed it, for the record
 * @returns the id of what now runs; null when the old one was not active
 */
export async function replaceSubscription(
  { store, now }: Parts,
  old: StoredSubscription,
  changes: Changes,
  { by, ...how }: Replacement & { by: string },
): Promise<string | null> {
  const { endedAt: _endedAt, endedReason: _endedReason, replacedBy: _replacedBy, ...kept } = { ...old, ...changes };
  const { channel, every, criteria, quiet } = kept;
  const subscription = { ...kept, id: randomUUID(), terms: criteriaKeys(criteria) };
  const heir = await store.replaceSubscription(old.id, subscription, how, now());
  if (heir !== subscription.id) return heir;
  const detail = { channel, criteria, every, quiet, state: kept.state, replaces: old.id, reason: how.reason };
  await store.journal([{ kind: 'subscription.added', subject: heir, by, detail }], now());
  return heir;
}

/** When a reader is left alone. */
export const changeQuiet = (
  deps: Parts,
  reader: StoredSubscription,
  quiet: QuietHours | null,
): Promise<string | null> =>
  replaceSubscription(
    deps,
    reader,
    { quiet },
    { by: 'reader', reason: endedReason('quiet_hours_changed'), links: ALL_LINKS },
  );
