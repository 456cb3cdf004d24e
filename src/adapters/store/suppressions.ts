import type { PrismaClient } from './client.ts';
import { writeJournal } from './journal.ts';

/** An address to which nothing more is sent. */
export interface Suppression {
  /** What stands for the address: a keyed hash. */
  key: string;
  /** A code, as one that ends a subscription. */
  reason: string;
  at: Date;
}

/** Addresses to which nothing more is sent, whoever asks: kept where a subscription ends (`endSubscriptionsTo`). */
export function suppressionStore(prisma: PrismaClient) {
  return {
    /** Of these addresses the ones to which nothing more is sent. */
    async suppressedAmong(keys: readonly string[]): Promise<Suppression[]> {
      return prisma.suppression.findMany({ where: { key: { in: [...keys] } } });
    },

    /** Mail may go to an address again. @param reason in the operator's words @returns false where none was kept from it */
    async liftSuppression(key: string, reason: string, now: Date): Promise<boolean> {
      return prisma.$transaction(async (tx) => {
        const [lifted] = await tx.suppression.findMany({ where: { key } });
        if (!lifted) return false;
        await tx.suppression.delete({ where: { key } });
        const detail = { reason, suppressed: { reason: lifted.reason, at: lifted.at } };
        await writeJournal(tx, [{ kind: 'suppression.lifted', subject: key, by: 'operator', detail }], now);
        return true;
      });
    },
  };
}
