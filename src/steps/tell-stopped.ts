import { setTimeout } from 'node:timers/promises';
import { stoppedMessage } from '../core/sending/operator.ts';
import type { Deps } from './deps.ts';

/** A process that cannot go on waits no longer than this for the operator's mail server. */
const LONGEST_MS = 20_000;

/**
 * Tells the operator that the process ends of itself, as when a full disk ended the embedded database: past the store, which
 * takes nothing any more. Whether anybody could be told or not, it ends.
 */
export async function tellStopped({ operator, now }: Pick<Deps, 'operator' | 'now'>, says: string): Promise<void> {
  const told = operator?.tell(stoppedMessage(now(), says)).catch(() => null);
  if (told) await Promise.race([told, setTimeout(LONGEST_MS)]);
}
