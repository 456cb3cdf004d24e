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

    /** What was given up of a subscription's promises is due again, with a try behind it: its events are looked at first. */
    async promiseAgain(
      subscriptionId: string,
      now: Date,
    ): Promise<{ alerts: { id: string; eventKey: string }[]; digests: string[] }> {
      const where = { subscriptionId, state: 'dead' };
      const data = { state: 'pending', attempts: 1, nextAttempt: now };
      return prisma.$transaction(async (tx) => {
        const alerts = await tx.alert.updateManyAndReturn({ where, data, select: { id: true, eventKey: true } });
        const digests = await tx.digest.updateManyAndReturn({ where, data, select: { id: true } });
        return { alerts, digests: digests.map(({ id }) => id) };
      });
    },

    /** @returns how many of the alerts wait to be sent */
    alertsWaiting: (ids: string[]): Promise<number> =>
      prisma.alert.count({ where: { id: { in: ids }, state: 'pending' } }),

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
