import type { Channel, JudgementEvent } from '../../core/types.ts';
import { json, Prisma, type PrismaClient } from './client.ts';

export interface AlertToOpen {
  id: string;
  subscriptionId: string;
  eventKey: string;
  notice: string;
  channel: Channel;
  /** The event as it was when the promise was made. */
  body: JudgementEvent;
  /** Message-ID or webhook id: the same on every resend. */
  reference: string;
}

export interface StoredAlert extends AlertToOpen {
  state: 'pending' | 'sending' | 'sent' | 'dead' | 'dropped';
  attempts: number;
  createdAt: Date;
  sentAt: Date | null;
  error: string | null;
  providerId: string | null;
}

export interface StoredDigest {
  id: string;
  subscriptionId: string;
  period: string;
  state: StoredAlert['state'];
  attempts: number;
  reference: string;
  sentAt: Date | null;
}

type Settlement =
  | { state: 'sent'; providerId: string }
  | { state: 'pending'; error: string; nextAttempt: Date }
  | { state: 'dead' | 'dropped'; error: string };

/** Both ledgers are claimed, settled and swept alike; only the table differs. */
const claimSql = (table: 'Alert' | 'Digest', id: string, now: Date, until: Date) => Prisma.sql`
  UPDATE "public".${Prisma.raw(`"${table}"`)} SET "state" = 'sending', "claimedUntil" = ${until}, "attempts" = "attempts" + 1
  WHERE "id" = ${id} AND ("state" = 'pending' AND "nextAttempt" <= ${now} OR "state" = 'sending' AND "claimedUntil" < ${now})
  RETURNING *`;

const waiting = (now: Date) => ({
  OR: [
    { state: 'pending', nextAttempt: { lte: now } },
    { state: 'sending', claimedUntil: { lt: now } },
  ],
});

const settled = (settlement: Settlement, now: Date) => ({
  ...settlement,
  claimedUntil: null,
  ...(settlement.state === 'sent' ? { sentAt: now, error: null } : {}),
});

/**
 * The ledger of promises: row first, then claim, send, settle. A claim that outlives its sender is taken up again with
 * the same reference, so nothing is lost and a receiver that honours the reference sees nothing twice.
 */
export function ledgerStore(prisma: PrismaClient) {
  return {
    /** @returns ids of the promises that are new */
    async openAlerts(alerts: AlertToOpen[], now: Date): Promise<string[]> {
      const rows = await prisma.alert.createManyAndReturn({
        data: alerts.map((alert) => ({ ...alert, body: json(alert.body), state: 'pending', nextAttempt: now, createdAt: now })),
        skipDuplicates: true,
        select: { id: true },
      });
      return rows.map(({ id }) => id);
    },

    /** @returns null when it was sent, is being sent elsewhere, or is not due. */
    async claimAlert(id: string, now: Date, leaseMs: number): Promise<StoredAlert | null> {
      const rows = await prisma.$queryRaw<StoredAlert[]>(claimSql('Alert', id, now, new Date(now.getTime() + leaseMs)));
      return rows[0] ?? null;
    },

    async settleAlert(id: string, settlement: Settlement, now: Date): Promise<void> {
      await prisma.alert.update({ where: { id }, data: settled(settlement, now) });
    },

    async waitingAlerts(now: Date, take: number): Promise<string[]> {
      const rows = await prisma.alert.findMany({ where: waiting(now), orderBy: [{ nextAttempt: 'asc' }, { id: 'asc' }], select: { id: true }, take });
      return rows.map(({ id }) => id);
    },

    async alertsOf(eventKeys: string[]): Promise<StoredAlert[]> {
      const rows = await prisma.alert.findMany({ where: { eventKey: { in: eventKeys } }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] });
      return rows as unknown as StoredAlert[];
    },

    /** @returns ids of the digests that are new */
    async openDigests(digests: Pick<StoredDigest, 'id' | 'subscriptionId' | 'period' | 'reference'>[], now: Date): Promise<string[]> {
      const rows = await prisma.digest.createManyAndReturn({
        data: digests.map((digest) => ({ ...digest, state: 'pending', nextAttempt: now, createdAt: now })),
        skipDuplicates: true,
        select: { id: true },
      });
      return rows.map(({ id }) => id);
    },

    async claimDigest(id: string, now: Date, leaseMs: number): Promise<StoredDigest | null> {
      const rows = await prisma.$queryRaw<StoredDigest[]>(claimSql('Digest', id, now, new Date(now.getTime() + leaseMs)));
      return rows[0] ?? null;
    },

    async settleDigest(id: string, settlement: Settlement, now: Date): Promise<void> {
      await prisma.digest.update({ where: { id }, data: settled(settlement, now) });
    },

    async waitingDigests(now: Date, take: number): Promise<string[]> {
      const rows = await prisma.digest.findMany({ where: waiting(now), orderBy: [{ nextAttempt: 'asc' }, { id: 'asc' }], select: { id: true }, take });
      return rows.map(({ id }) => id);
    },

    async sentCounts(): Promise<Record<string, number>> {
      const rows = await prisma.alert.groupBy({ by: ['state'], _count: true });
      return Object.fromEntries(rows.map(({ state, _count }) => [state, _count]));
    },
  };
}
