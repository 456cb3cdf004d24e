import { RESTORED } from './backup/tables.ts';
import { Prisma, type PrismaClient } from './client.ts';
import { writeJournal } from './journal.ts';

/** What waited when a restored store was released. */
export interface Waited {
  alerts: number;
  digests: number;
  letters: number;
  /** Promises and notices that wait for a person, with their event or in the review list; they go on waiting. */
  held: number;
}

const RELEASED = 'restore.released';
const UNDER_WAY = { state: { in: ['pending', 'sending'] } };
const DROPPED = { state: 'dropped', error: RESTORED, claimedUntil: null };

/** A store that was restored sends nothing until a person releases it. */
export function restoreStore(prisma: PrismaClient) {
  return {
    async isOnHold(): Promise<boolean> {
      return (await prisma.fact.count({ where: { name: RESTORED } })) > 0;
    },

    /** What became known by this moment counts as told by the installation a backup came from; null where nothing does. */
    async toldElsewhereUntil(): Promise<Date | null> {
      const dropped = { subject: RESTORED, kind: RELEASED, detail: { path: ['send'], equals: false } };
      return (await prisma.journal.aggregate({ where: dropped, _max: { at: true } }))._max.at;
    },

    /**
     * Ends the hold. What waits is sent, or counts as told by the installation the backup came from and is dropped; what
     * is held with its event goes on waiting for a person.
     */
    async releaseRestored(send: boolean, now: Date): Promise<Waited> {
      return prisma.$transaction(async (tx) => {
        // Who asks to be told is asked to confirm all the same: that tells no news.
        const asking = { owes: { path: ['kind'], equals: 'confirmation' } };
        const owing = { owesFrom: { not: null }, NOT: asking };
        const waited = {
          alerts: await tx.alert.count({ where: UNDER_WAY }),
          digests: await tx.digest.count({ where: UNDER_WAY }),
          letters: await tx.subscription.count({ where: owing }),
          held:
            (await tx.alert.count({ where: { state: 'held' } })) +
            (await tx.notice.count({ where: { routedAt: null } })),
        };
        if (!send) {
          await tx.alert.updateMany({ where: UNDER_WAY, data: DROPPED });
          await tx.digest.updateMany({ where: UNDER_WAY, data: DROPPED });
          await tx.subscription.updateMany({ where: owing, data: { owesFrom: null, owes: Prisma.DbNull } });
        }
        await tx.fact.deleteMany({ where: { name: RESTORED } });
        const entry = { kind: RELEASED, subject: RESTORED, by: 'operator', detail: { send, ...waited } };
        await writeJournal(tx, [entry], now);
        return waited;
      });
    },
  };
}
