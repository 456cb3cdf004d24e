import type { Deps } from './deps.ts';
import { settlePromises } from './route-notice.ts';

/**
 * What was given up of what was promised to a subscription is tried again, under the references it had: alerts in line with
 * what their events are now.
 *
 * @returns how many alerts and digests are to be tried
 */
export async function resend(
  deps: Pick<Deps, 'store' | 'now' | 'names' | 'policy' | 'queue'>,
  subscriptionId: string,
): Promise<{ alerts: number; digests: number }> {
  const { store, queue, now } = deps;
  const { alerts, digests } = await store.promiseAgain(subscriptionId, now());
  for (const key of new Set(alerts.map(({ eventKey }) => eventKey))) await settlePromises(deps, key);
  const waiting = await store.alertsWaiting(alerts.map(({ id }) => id));
  await queue.put('send-alerts', alerts.length > 0 ? [{ subscriptionId }] : []);
  await queue.put(
    'send-digest',
    digests.map((digestId) => ({ digestId })),
  );
  return { alerts: waiting, digests: digests.length };
}
