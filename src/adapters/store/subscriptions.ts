import type { QuietHours } from '../../core/sending/cadence.ts';
import type { Cadence, Channel, Criteria } from '../../core/types.ts';
import { json, type Prisma, type PrismaClient } from './client.ts';

export type SubscriptionState = 'pending' | 'active' | 'ended';

export interface StoredSubscription {
  id: string;
  channel: Channel;
  address: string | null;
  secret: string | null;
  criteria: Criteria;
  every: Cadence;
  /** `"HH:mm"` London time. */
  quiet: QuietHours | null;
  state: SubscriptionState;
  since: Date;
  note: string | null;
  basis: string;
  endedAt: Date | null;
  endedReason: string | null;
}

export interface SubscriptionToKeep extends Omit<StoredSubscription, 'endedAt' | 'endedReason'> {
  terms: string[];
}

type Row = Prisma.SubscriptionGetPayload<Record<string, never>>;
export const readSubscription = (row: Row): StoredSubscription => {
  const { terms: _terms, ...rest } = row;
  return rest as unknown as StoredSubscription;
};

/** Promises that are still to be kept. */
const UNSENT = ['pending', 'held', 'sending'];

/** Subscriptions are never edited: ended with a reason and, where wanted, replaced. */
export function subscriptionStore(prisma: PrismaClient) {
  return {
    /** All or none. */
    async addSubscriptions(subscriptions: SubscriptionToKeep[]): Promise<void> {
      await prisma.subscription.createMany({
        data: subscriptions.map((subscription) => ({
          ...subscription,
          criteria: json(subscription.criteria),
          quiet: json(subscription.quiet),
        })),
      });
    },

    async subscription(id: string): Promise<StoredSubscription | null> {
      const row = await prisma.subscription.findUnique({ where: { id } });
      return row && readSubscription(row);
    },

    async subscriptions(): Promise<StoredSubscription[]> {
      return (await prisma.subscription.findMany({ orderBy: [{ since: 'asc' }, { id: 'asc' }] })).map(readSubscription);
    },

    /** A pending subscription becomes active; repeating it changes nothing. */
    async confirmSubscription(id: string, now: Date): Promise<boolean> {
      const done = await prisma.subscription.updateMany({
        where: { id, state: 'pending' },
        data: { state: 'active', since: now },
      });
      return done.count === 1;
    },

    async endSubscription(id: string, reason: string, now: Date): Promise<boolean> {
      const done = await prisma.subscription.updateMany({
        where: { id, state: { not: 'ended' } },
        data: { state: 'ended', endedAt: now, endedReason: reason },
      });
      return done.count === 1;
    },

    /**
     * Ends an active subscription and puts another in its place, which takes over what was promised and not yet sent.
     *
     * @returns whether it was active; otherwise nothing is changed
     */
    async replaceSubscription(id: string, by: SubscriptionToKeep, reason: string, now: Date): Promise<boolean> {
      return prisma.$transaction(async (inside) => {
        const ended = await inside.subscription.updateMany({
          where: { id, state: 'active' },
          data: { state: 'ended', endedAt: now, endedReason: reason },
        });
        if (ended.count === 0) return false;
        await inside.subscription.create({ data: { ...by, criteria: json(by.criteria), quiet: json(by.quiet) } });
        await inside.alert.updateMany({
          where: { subscriptionId: id, state: { in: UNSENT } },
          data: { subscriptionId: by.id },
        });
        await inside.digest.updateMany({
          where: { subscriptionId: id, state: { in: UNSENT } },
          data: { subscriptionId: by.id },
        });
        return true;
      });
    },

    /** Active subscriptions that share an index term with an event; the caller checks the criteria exactly. */
    async subscriptionsByTerms(terms: string[], every: Cadence): Promise<StoredSubscription[]> {
      const rows = await prisma.subscription.findMany({
        where: { state: 'active', every, terms: { hasSome: terms } },
        orderBy: { id: 'asc' },
      });
      return rows.map(readSubscription);
    },

    async activeSubscriptions(every: Cadence): Promise<StoredSubscription[]> {
      return (await prisma.subscription.findMany({ where: { state: 'active', every }, orderBy: { id: 'asc' } })).map(
        readSubscription,
      );
    },

    async addToken(hash: string, subscriptionId: string, purpose: string, now: Date): Promise<void> {
      await prisma.token.createMany({ data: [{ hash, subscriptionId, purpose, at: now }], skipDuplicates: true });
    },

    async subscriptionOfToken(hash: string, purpose: string): Promise<StoredSubscription | null> {
      const row = await prisma.token.findFirst({ where: { hash, purpose }, include: { subscription: true } });
      return row && readSubscription(row.subscription);
    },

    /** Mail addresses go 28 days after the last subscription of that address ended. */
    async forgetAddresses(endedBefore: Date): Promise<number> {
      return prisma.$executeRaw`
        UPDATE "public"."Subscription" s SET "address" = NULL, "secret" = NULL
        WHERE s."state" = 'ended' AND s."endedAt" < ${endedBefore} AND s."address" IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM "public"."Subscription" o
                          WHERE o."address" = s."address" AND (o."state" <> 'ended' OR o."endedAt" >= ${endedBefore}))`;
    },
  };
}
