import type { RecordedPoll } from '../adapters/store/items.ts';
import { isWithdrawn } from '../core/polling/withdrawn.ts';
import { GiveUp, TryLater } from '../errors.ts';
import type { Web } from '../ports.ts';
import type { Deps } from './deps.ts';

/** Looked at after one poll; the others are still listed in our books and come up after the next. */
const MOST_LOOKED_AT = 5;

/**
 * Asks for items that vanished from a list while older ones still stand on it: a page that is gone makes them withdrawn,
 * one that is there makes them no longer listed, an answer that tells nothing leaves them for the next poll.
 */
export async function lookAtMissing({ web, store }: Deps, missing: RecordedPoll['missing']): Promise<void> {
  for (const { key, link } of missing.slice(0, MOST_LOOKED_AT)) {
    const state = link === null ? 'no_longer_listed' : await whatBecameOf(web, link);
    if (state) await store.itemUnlisted(key, state);
  }
}

async function whatBecameOf(web: Web, link: string): Promise<'no_longer_listed' | 'withdrawn' | null> {
  try {
    const got = await web.get(link, { as: 'page', robots: true });
    const withdrawn = isWithdrawn({ status: got.status, asked: link, answered: got.url });
    return withdrawn ? 'withdrawn' : 'no_longer_listed';
  } catch (error) {
    if (!(error instanceof TryLater || error instanceof GiveUp)) throw error;
    const { status, errorClass } = error.details;
    if (status !== undefined && isWithdrawn({ status, asked: link, answered: link })) return 'withdrawn';
    // We may not look, and will not be allowed to next time.
    return errorClass === 'robots' || errorClass === 'blocked_address' ? 'no_longer_listed' : null;
  }
}
