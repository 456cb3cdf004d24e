import { sha256 } from '../core/keys.ts';
import type { Fetched } from '../ports.ts';
import type { Deps } from './deps.ts';

const DAY_MS = 86_400_000;

/** Keeps a document as received, so that an event can be traced back to it. @returns its hash */
export async function keepResponse(
  { store, now, policy }: Pick<Deps, 'store' | 'now' | 'policy'>,
  { url, headers, body }: Fetched,
): Promise<string> {
  const hash = sha256(body);
  const keptUntil = new Date(now().getTime() + policy.keepDays * DAY_MS);
  await store.keepResponse({ hash, url, headers, body, receivedAt: now(), keptUntil });
  return hash;
}
