import type { Waited } from '../adapters/store/restore.ts';
import type { Store } from '../adapters/store/store.ts';
import { giveUp } from '../errors.ts';
import type { Deps } from './deps.ts';
import { followSuccessions } from './follow-successions.ts';
import { openDigests } from './open-digests.ts';
import { retellEvents, routeNotices } from './route-notice.ts';

export const HOLD_WORDS =
  'Sending is on hold: this store was restored from a backup. `gradewatch restore --release` ends that and drops what waits as told before; with --send it is sent.';

/** Whether the store was restored and not released since: then promises are made and none is kept. */
export const isOnHold = (store: Pick<Store, 'isOnHold'>): Promise<boolean> => store.isOnHold();

const MOST = 500;

/**
 * Ends the hold on sending. All that is to be told by now becomes promises first, so that what is dropped leaves its mark in
 * the ledger and is never opened again.
 *
 * @param send send what waits, instead of dropping it as told by the installation the backup came from
 * @throws GiveUp when sending is not on hold
 */
export async function releaseRestored(deps: Deps, send: boolean): Promise<Waited> {
  const { store, now } = deps;
  if (!(await isOnHold(store))) throw giveUp('Sending is not on hold: there is nothing to release.');
  for (let notices = await store.unroutedNotices(MOST); notices.length > 0; ) {
    await routeNotices(deps, notices);
    notices = await store.unroutedNotices(MOST);
  }
  for (let events = await store.eventsToRetell(MOST); events.length > 0; ) {
    await retellEvents(deps, events);
    events = await store.eventsToRetell(MOST);
  }
  await followSuccessions(deps);
  await openDigests(deps);
  return store.releaseRestored(send, now());
}
