import type { Client, PrismaClient } from './client.ts';
import { writeJournal } from './journal.ts';

/** An address to which nothing more is sent. */
export interface Suppression {
  /** What stands for the address: a keyed hash. */
  key: string;
  /** A code, as one that ends a subscription. */
  reason: string;
  at: Date;
}

/** That nothing was sent to an address, until an operator lifted it. */
interface LiftedSuppression {
  at: Date;
  /** In the operator's words. */
  reason: string;
  suppressed: Pick<Suppression, 'reason' | 'at'>;
}

const LIFTED = 'suppression.lifted';

/** Whether mail to an address is kept back, and was. @param key what stands for the address */
export async function keptBack(
  client: Client,
  key: string,
): Promise<{ suppressed: Pick<Suppression, 'reason' | 'at'> | null; lifted: LiftedSuppression[] }> {
  const [suppressed, rows] = await Promise.all([
    client.suppression.findUnique({ where: { key }, omit: { key: true } }),
    client.journal.findMany({ where: { subject: key, kind: LIFTED }, orderBy: { id: 'asc' } }),
  ]);
  const lifted = rows.map(({ at, detail }) => {
    const { reason, suppressed: was } = detail as unknown as {
      reason: string;
      suppressed: { reason: string; at: string };
    };
    return { at, reason, suppressed: { reason: was.reason, at: new Date(was.at) } };
  });
  return { suppressed, lifted };
}

/** Addresses to which nothing more is sent, whoever asks: kept where a subscription ends (`endSubscriptionsTo`). */
export function suppressionStore(prisma: PrismaClient) {
  return {
    /** Of these addresses the ones to which nothing more is sent. */
    async suppressedAmong(keys: readonly string[]): Promise<Suppression[]> {
      return prisma.suppression.findMany({ where: { key: { in: [...keys] } } });
    },

    /** Since when nothing is sent to an address, if so, and each time that was lifted, oldest first. */
    keptBack: (key: string) => keptBack(prisma, key),

    /** To how many addresses nothing is sent, how often that was lifted, and when last. */
    async keptBackCounts(): Promise<{ suppressed: number; lifted: number; lastLifted: Date | null }> {
      const where = { kind: LIFTED };
      const [suppressed, { _count: lifted, _max }] = await Promise.all([
        prisma.suppression.count(),
        prisma.journal.aggregate({ where, _count: true, _max: { at: true } }),
      ]);
      return { suppressed, lifted, lastLifted: _max.at };
    },

    /** Mail may go to an address again. @param reason in the operator's words @returns false where none was kept from it */
    async liftSuppression(key: string, reason: string, now: Date): Promise<boolean> {
      return prisma.$transaction(async (tx) => {
        const [lifted] = await tx.suppression.findMany({ where: { key } });
        if (!lifted) return false;
        await tx.suppression.delete({ where: { key } });
        const detail = { reason, suppressed: { reason: lifted.reason, at: lifted.at } };
        await writeJournal(tx, [{ kind: LIFTED, subject: key, by: 'operator', detail }], now);
        return true;
      });
    },
  };
}
