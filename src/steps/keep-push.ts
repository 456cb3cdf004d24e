import { type HubLease, hubForm, isHubDue } from '../core/polling/push.ts';
import { GiveUp, TryLater } from '../errors.ts';
import type { Deps } from './deps.ts';

const ASK_WITHIN_MS = 15_000;

/**
 * Asks a source's hub to tell us of news, or to go on doing so. Nothing happens where our pages cannot be reached from
 * outside. A hub that refuses or is down costs nothing but the wait for the next poll.
 *
 * @param stated what the document just read says of its hub; null when nothing was read
 */
export async function keepPush(
  { store, push, now, log }: Deps,
  sourceId: string,
  stated: { hub: string; topic: string } | null,
): Promise<void> {
  if (!push) return;
  const at = now();
  const known = await store.hubLease(sourceId);
  if (!isHubDue(known, stated, at)) return;
  const target = stated ?? known;
  if (!target) return;
  const same = known?.hub === target.hub && known.topic === target.topic ? known : null;
  const lease: HubLease = {
    hub: target.hub,
    topic: target.topic,
    token: same?.token ?? push.newSecret(),
    secret: same?.secret ?? push.newSecret(),
    askedAt: at.toISOString(),
    leaseUntil: same?.leaseUntil ?? null,
    lastPush: same?.lastPush ?? null,
  };
  // Kept first: the hub may ask back before it answers.
  await store.keepHubLease(sourceId, lease, at);
  try {
    const { status } = await push.post(lease.hub, {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: hubForm(lease, `${push.publicUrl}/push/${encodeURIComponent(sourceId)}/${lease.token}`),
      timeoutMs: ASK_WITHIN_MS,
    });
    log.info('push.asked', { source: sourceId, status });
  } catch (error) {
    if (!(error instanceof TryLater || error instanceof GiveUp)) throw error;
    log.info('push.failed', { source: sourceId, class: error.details.errorClass });
  }
}
