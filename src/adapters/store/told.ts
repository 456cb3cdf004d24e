import type { JudgementEvent } from '../../core/types.ts';
import { json, type Prisma, type PrismaClient } from './client.ts';
import { readAlert, type StoredAlert } from './ledger.ts';
import { readSubscription, type StoredSubscription } from './subscriptions.ts';

export type WhichAlerts = 'first' | 'corrections' | 'all';
const NOTICES: Record<WhichAlerts, Prisma.AlertWhereInput> = {
  first: { notice: 'first' },
  corrections: { notice: { not: 'first' } },
  all: {},
};

async function everyKey(prisma: PrismaClient, key: string): Promise<string[]> {
  const aliases = await prisma.eventAlias.findMany({ where: { key }, select: { alias: true } });
  return [key, ...aliases.map(({ alias }) => alias)];
}

/** Who was told of what, who is about to be, and what of it is held back. */
export function toldStore(prisma: PrismaClient) {
  return {
    async alertsTo(subscriptionId: string): Promise<StoredAlert[]> {
      const rows = await prisma.alert.findMany({
        where: { subscriptionId },
        orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
        take: 500,
      });
      return rows.map(readAlert);
    },

    /** Active readers who were, or are about to be, told of an event under any key it ever had. */
    async readersTold(eventKey: string): Promise<StoredSubscription[]> {
      const told = {
        some: { eventKey: { in: await everyKey(prisma, eventKey) }, state: { in: ['pending', 'sending', 'sent'] } },
      };
      const rows = await prisma.subscription.findMany({
        where: { state: 'active', alerts: told },
        orderBy: { id: 'asc' },
      });
      return rows.map(readSubscription);
    },

    /** What is not yet on its way of an event, under any key it ever had, waits. */
    async holdAlerts(eventKey: string, which: WhichAlerts): Promise<void> {
      await prisma.alert.updateMany({
        where: { eventKey: { in: await everyKey(prisma, eventKey) }, state: 'pending', ...NOTICES[which] },
        data: { state: 'held' },
      });
    },

    /** What was held of an event goes out, saying what it is now. @returns readers to whom something is due */
    async freeAlerts(event: JudgementEvent, which: WhichAlerts, now: Date): Promise<string[]> {
      const freed = await prisma.alert.updateManyAndReturn({
        where: { eventKey: { in: await everyKey(prisma, event.key) }, state: 'held', ...NOTICES[which] },
        data: { state: 'pending', nextAttempt: now, body: json(event) },
        select: { subscriptionId: true },
      });
      return [...new Set(freed.map(({ subscriptionId }) => subscriptionId))];
    },

    /** By its id, or by the reference it was sent under: a webhook’s id, what stands before the @ of a Message-ID. */
    async alert(name: string): Promise<StoredAlert | null> {
      const row =
        (await prisma.alert.findUnique({ where: { id: name } })) ??
        (await prisma.alert.findFirst({ where: { reference: name } }));
      return row && readAlert(row);
    },

    async alertsOf(eventKeys: string[]): Promise<StoredAlert[]> {
      const rows = await prisma.alert.findMany({
        where: { eventKey: { in: eventKeys } },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      });
      return rows.map(readAlert);
    },

    async sentCounts(): Promise<Record<string, number>> {
      const rows = await prisma.alert.groupBy({ by: ['state'], _count: true });
      return Object.fromEntries(rows.map(({ state, _count }) => [state, _count]));
    },
  };
}
