import type { PrismaClient } from './client.ts';

/** A message nobody tries to deliver any more. */
export interface DeadMessage {
  subscription: string;
  /** What the ledger calls it; `trace` takes it. */
  reference: string;
  error: string | null;
  since: Date;
}

/** An article that cannot be read. */
export interface LostItem {
  key: string;
  source: string;
  title: string;
  reason: string | null;
  since: Date | null;
}

const DEAD = { where: { state: 'dead' }, orderBy: { createdAt: 'desc' } } as const;

/** What was wanted and is not tried any more, newest first. */
export function givenUpStore(prisma: PrismaClient) {
  return {
    async deadMessages(take: number): Promise<DeadMessage[]> {
      const select = { subscriptionId: true, reference: true, error: true, createdAt: true } as const;
      const [alerts, digests] = await Promise.all([
        prisma.alert.findMany({ ...DEAD, select, take }),
        prisma.digest.findMany({ ...DEAD, select, take }),
      ]);
      return [...alerts, ...digests]
        .map(({ subscriptionId, createdAt, ...row }) => ({ ...row, subscription: subscriptionId, since: createdAt }))
        .sort((a, b) => b.since.getTime() - a.since.getTime())
        .slice(0, take);
    },

    async lostItems(take: number): Promise<LostItem[]> {
      const rows = await prisma.item.findMany({
        where: { readAt: null, gaveUpAt: { not: null } },
        orderBy: { gaveUpAt: 'desc' },
        select: { key: true, sourceId: true, title: true, gaveUpReason: true, gaveUpAt: true },
        take,
      });
      return rows.map(({ key, sourceId, title, gaveUpReason, gaveUpAt }) => ({
        ...{ key, source: sourceId, title, reason: gaveUpReason, since: gaveUpAt },
      }));
    },
  };
}
