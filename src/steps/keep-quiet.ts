import type { StoredSubscription } from '../adapters/store/store.ts';
import { afterQuiet } from '../core/sending/cadence.ts';
import type { Deps } from './deps.ts';

/** When a reader's quiet hours end; null outside them. */
export function quietUntil({ now }: Pick<Deps, 'now'>, { quiet }: Pick<StoredSubscription, 'quiet'>): Date | null {
  const at = now();
  const end = afterQuiet(at, quiet);
  return end > at ? end : null;
}

/**
 * In a reader's quiet hours what is due to them waits for their end, tries that failed before included.
 * @returns whether it waits
 */
export async function keepQuiet(deps: Pick<Deps, 'store' | 'now'>, subscriptionId: string): Promise<boolean> {
  const reader = await deps.store.subscription(subscriptionId);
  const end = reader?.state === 'active' ? quietUntil(deps, reader) : null;
  if (end === null) return false;
  await deps.store.postponeAlerts(subscriptionId, deps.now(), end);
  return true;
}
