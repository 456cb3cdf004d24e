import { setTimeout } from 'node:timers/promises';
import { type LockHolder, lockHolder } from '../adapters/database/lock.ts';

/** A short command holds the data for a moment only; what holds it longer answers for others. */
const FREE_WITHIN_MS = 20_000;
const LOOK_EVERY_MS = 200;
/** Longer than most commands take: what is over by then needs no word. */
const SAY_AFTER_MS = 1_000;

/**
 * Waits a while for whoever holds an embedded installation's data and takes no commands.
 *
 * @param say told once whom it waits for
 * @returns who holds it then: one that takes commands, or one that is still not done; null when it is free
 */
export async function untilFree(dataDir: string, say: (line: string) => void): Promise<LockHolder | null> {
  for (let waitedMs = 0; ; waitedMs += LOOK_EVERY_MS) {
    const holder = lockHolder(dataDir);
    if (!holder || holder.pid === process.pid) return null;
    if (holder.socket || waitedMs >= FREE_WITHIN_MS) return holder;
    if (waitedMs === SAY_AFTER_MS)
      say(
        `Another command (process ${holder.pid}) works on the data in ${dataDir}; waiting up to ${FREE_WITHIN_MS / 1_000} seconds for it to end …`,
      );
    await setTimeout(LOOK_EVERY_MS);
  }
}
