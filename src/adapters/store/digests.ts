import { RESTORED } from './backup/tables.ts';
import type { PrismaClient } from './client.ts';
import { type PromiseState, type Settlement, settle, waiting } from './promises.ts';

export interface StoredDigest {
  id: string;
  subscriptionId: string;
  period: string;
  state: PromiseState;
  attempts: number;
  reference: string;
  sentAt: Date | null;
  /** Since when it may have arrived though nobody said so. */
  perhapsAt: Date | null;
}

export type ShownDigest = Pick<StoredDigest, 'period' | 'state' | 'attempts' | 'sentAt' | 'perhapsAt'> & {
  nextAttempt: Date;
  error: string | null;
};

/** The ledger of digests: one promise a subscription and period. */
export function digestStore(prisma: PrismaClient) {
  return {
    /** @returns ids of the digests that are new */
    async openDigests(
      digests: Pick<StoredDigest, 'id' | 'subscriptionId' | 'period' | 'reference'>[],
      now: Date,
    ): Promise<string[]> {
      const rows = await prisma.digest.createManyAndReturn({
        data: digests.map((digest) => ({ ...digest, state: 'pending', nextAttempt: now, createdAt: now })),
        skipDuplicates: true,
        select: { id: true },
      });
      return rows.map(({ id }) => id);
    },

    /** @returns null when it was sent, is being sent elsewhere, or is not due. */
    async claimDigest(id: string, now: Date, leaseMs: number): Promise<StoredDigest | null> {
      const rows = await prisma.digest.updateManyAndReturn({
        where: { id, ...waiting(now) },
        data: { state: 'sending', claimedUntil: new Date(now.getTime() + leaseMs), attempts: { increment: 1 } },
      });
      return (rows[0] as StoredDigest | undefined) ?? null;
    },

    /** Newest first, for whoever asks what one subscription was sent. */
    async digestsTo(subscriptionId: string): Promise<ShownDigest[]> {
      return prisma.digest.findMany({
        where: { subscriptionId },
        select: {
          period: true,
          state: true,
          attempts: true,
          sentAt: true,
          nextAttempt: true,
          error: true,
          perhapsAt: true,
        },
        orderBy: { period: 'desc' },
      }) as Promise<ShownDigest[]>;
    },

    async digestPeriods(subscriptionId: string): Promise<string[]> {
      return (await prisma.digest.findMany({ where: { subscriptionId }, select: { period: true } })).map(
        ({ period }) => period,
      );
    },

    /**
     * By period, since when each of a subscription's digests may be with its reader; null for those that surely are not. What
     * had nothing to tell was looked through when it was due; what a restored store dropped is not among them.
     */
    async digestsHanded(subscriptionId: string): Promise<Map<string, Date | null>> {
      const rows = await prisma.digest.findMany({
        where: { subscriptionId, NOT: { state: 'dropped', error: RESTORED } },
        select: { period: true, state: true, sentAt: true, perhapsAt: true, nextAttempt: true },
      });
      return new Map(
        rows.map(({ period, state, sentAt, perhapsAt, nextAttempt }) => [
          period,
          perhapsAt ?? sentAt ?? (state === 'dropped' ? nextAttempt : null),
        ]),
      );
    },

    async settleDigest(id: string, settlement: Settlement, now: Date): Promise<void> {
      await prisma.$executeRaw(settle('Digest', [id], settlement, now));
    },

    /** Due, of each subscription only the oldest, and none beside one that is being sent: made-up ones go out in their order. */
    async waitingDigests(now: Date, take: number): Promise<string[]> {
      const rows = await prisma.$queryRaw<{ id: string }[]>`
        SELECT "id" FROM (
          SELECT DISTINCT ON ("subscriptionId") "id", "nextAttempt"
          FROM "public"."Digest" d
          WHERE ("state" = 'pending' AND "nextAttempt" <= ${now} OR "state" = 'sending' AND "claimedUntil" < ${now})
            AND NOT EXISTS (SELECT 1 FROM "public"."Digest" other
                            WHERE other."subscriptionId" = d."subscriptionId"
                              AND other."state" = 'sending' AND other."claimedUntil" >= ${now})
          ORDER BY "subscriptionId", "period"
        ) due
        ORDER BY "nextAttempt", "id" LIMIT ${take}`;
      return rows.map(({ id }) => id);
    },
  };
}
