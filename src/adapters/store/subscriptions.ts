import type { QuietHours } from '../../core/sending/cadence.ts';
import { endedReason } from '../../core/sending/ended.ts';
import { noteLine } from '../../core/sending/safe.ts';
import { runningKey, type SameAs } from '../../core/sending/sameness.ts';
import type { Cadence, Channel, Criteria } from '../../core/types.ts';
import { json, Prisma, type PrismaClient } from './client.ts';
import { confirmationFrom, OWED_REFERENCE, type OwedLetter } from './letters.ts';
import { sameOn } from './same-address.ts';

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
  /** The subscription that took its place. */
  replacedBy: string | null;
  /** What it asked for before it followed an authority into its successors, oldest first, and until when; null: it never did. */
  widened: { criteria: Criteria; until: Date }[] | null;
}

export interface SubscriptionToKeep
  extends Omit<StoredSubscription, 'endedAt' | 'endedReason' | 'replacedBy' | 'widened'> {
  terms: string[];
  widened?: StoredSubscription['widened'];
}

/** How one subscription takes the place of another. */
export interface Replacement {
  /** Kept with the one that ends. */
  reason: string;
  /** Links whose holders may go on with the new one: those in letters to another address may not. */
  links: readonly string[];
  /** Letters still to be sent: about the one that ends, about the new one. */
  owes?: { old?: OwedLetter; new?: OwedLetter };
}

type Row = Prisma.SubscriptionGetPayload<Record<string, never>>;
export const readSubscription = (row: Row): StoredSubscription => {
  const { terms: _terms, runningKey: _runningKey, owes: _owes, owesFrom: _owesFrom, ...rest } = row;
  const widened = rest.widened as { criteria: Criteria; until: string }[] | null;
  return {
    ...(rest as unknown as StoredSubscription),
    // Older rows hold notes as they came in.
    note: noteLine(rest.note),
    widened: widened?.map((stage) => ({ ...stage, until: new Date(stage.until) })) ?? null,
  };
};

const kept = (subscription: SubscriptionToKeep) => ({
  ...subscription,
  criteria: json(subscription.criteria),
  quiet: json(subscription.quiet),
  widened: subscription.widened ? json(subscription.widened) : Prisma.DbNull,
  runningKey: runningKey(subscription),
});

/** Subscriptions are never edited: ended with a reason and, where wanted, replaced. */
export function subscriptionStore(prisma: PrismaClient) {
  return {
    /**
     * All or none, but for those that run already.
     *
     * @param owesFrom with those that wait for their reader a letter that asks to confirm is owed, from then; null: none is
     * @returns ids of the new ones
     */
    async addSubscriptions(subscriptions: SubscriptionToKeep[], owesFrom: Date | null): Promise<string[]> {
      const owed = (state: SubscriptionState) =>
        owesFrom && state === 'pending' ? { owes: json(confirmationFrom(owesFrom)), owesFrom } : {};
      const rows = await prisma.subscription.createManyAndReturn({
        data: subscriptions.map((one) => ({ ...kept(one), ...owed(one.state) })),
        skipDuplicates: true,
        select: { id: true },
      });
      return rows.map(({ id }) => id);
    },

    /** For each the subscription that runs and sends the same to the same place as often, in order. */
    async runningLike(asked: readonly SameAs[]): Promise<(StoredSubscription | null)[]> {
      const keys = asked.map(runningKey);
      const rows = await prisma.subscription.findMany({ where: { runningKey: { in: keys } } });
      return keys.map((key) => {
        const row = rows.find((one) => one.runningKey === key);
        return row ? readSubscription(row) : null;
      });
    },

    async subscription(id: string): Promise<StoredSubscription | null> {
      const row = await prisma.subscription.findUnique({ where: { id } });
      return row && readSubscription(row);
    },

    async subscriptions(): Promise<StoredSubscription[]> {
      return (await prisma.subscription.findMany({ orderBy: [{ since: 'asc' }, { id: 'asc' }] })).map(readSubscription);
    },

    /** A pending subscription becomes active; repeating it changes nothing. @param basis who vouches, where it was not the reader */
    async confirmSubscription(id: string, now: Date, basis?: string): Promise<boolean> {
      const done = await prisma.subscription.updateMany({
        where: { id, state: 'pending' },
        data: { state: 'active', since: now, ...(basis === undefined ? {} : { basis }) },
      });
      return done.count === 1;
    },

    /**
     * Ends those whose reader let the last link that was sent run out, and with them in time the address. Who was not asked
     * yet is asked first, but not for ever: a letter that goes on failing is no longer tried once its first try was before
     * `before`, and one that nothing ran to try is not sent any more when it is owed since before `untried`.
     *
     * @returns how many
     */
    async endUnconfirmed({ before, untried }: { before: Date; untried: Date }, now: Date): Promise<number> {
      return prisma.$executeRaw`
        UPDATE "public"."Subscription" s
        SET "state" = 'ended', "endedAt" = ${now}, "endedReason" = ${endedReason('never_confirmed')}, "runningKey" = NULL,
            "owes" = NULL, "owesFrom" = NULL
        WHERE s."state" = 'pending' AND s."since" < ${before}
          AND (s."owesFrom" IS NULL OR COALESCE((s."owes"->>'from')::timestamp, s."since") < ${untried}
            OR EXISTS (SELECT 1 FROM "public"."Attempt" a
                       WHERE a."subscriptionId" = s."id" AND a."reference" = ${OWED_REFERENCE} AND a."at" < ${before}))
          AND NOT EXISTS (SELECT 1 FROM "public"."Attempt" a
                          WHERE a."subscriptionId" = s."id" AND a."what" = 'confirmation'
                            AND a."outcome" = 'sent' AND a."at" >= ${before})`;
    },

    async endSubscription(id: string, reason: string, now: Date): Promise<boolean> {
      const done = await prisma.subscription.updateMany({
        where: { id, state: { not: 'ended' } },
        data: { state: 'ended', endedAt: now, endedReason: reason, runningKey: null },
      });
      return done.count === 1;
    },

    /**
     * Ends all that goes to an address, or waits for its reader.
     *
     * @param suppressed the key under which the address is kept as one to which nothing more is sent; null where it may be again
     * @returns how many
     */
    async endSubscriptionsTo(
      { channel, address, suppressed }: { channel: Channel; address: string; suppressed: string | null },
      reason: string,
      now: Date,
    ): Promise<number> {
      return prisma.$transaction(async (tx) => {
        if (suppressed !== null)
          await tx.suppression.createMany({ data: [{ key: suppressed, reason, at: now }], skipDuplicates: true });
        const done = await tx.subscription.updateMany({
          where: { channel, address: sameOn(channel, address), state: { not: 'ended' } },
          data: { state: 'ended', endedAt: now, endedReason: reason, runningKey: null },
        });
        return done.count;
      });
    },

    /**
     * Ends an active subscription and puts another in its place, which takes over what was promised and what was told (so
     * that corrections find their reader) and the links in letters already sent. Where the same runs already, that one
     * takes its place.
     *
     * @returns the id of what now runs; null when the old one was not active: then nothing is changed
     */
    async replaceSubscription(
      id: string,
      by: SubscriptionToKeep,
      { reason, links, owes }: Replacement,
      now: Date,
    ): Promise<string | null> {
      const owed = (letter: OwedLetter | undefined) => (letter ? { owes: json(letter), owesFrom: now } : {});
      return prisma.$transaction(async (inside) => {
        const ended = await inside.subscription.updateMany({
          where: { id, state: 'active' },
          data: { state: 'ended', endedAt: now, endedReason: reason, runningKey: null, ...owed(owes?.old) },
        });
        if (ended.count === 0) return null;
        const created = await inside.subscription.createMany({
          data: [{ ...kept(by), ...owed(owes?.new) }],
          skipDuplicates: true,
        });
        const heir =
          created.count === 1
            ? by.id
            : (await inside.subscription.findUniqueOrThrow({ where: { runningKey: runningKey(by) } })).id;
        await inside.subscription.update({ where: { id }, data: { replacedBy: heir } });
        const moved = { where: { subscriptionId: id }, data: { subscriptionId: heir } };
        if (created.count === 1) {
          await inside.alert.updateMany(moved);
          await inside.digest.updateMany(moved);
        }
        await inside.token.updateMany({ ...moved, where: { subscriptionId: id, purpose: { in: [...links] } } });
        return heir;
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

    /** What is due to a reader waits, and what a dead sender had claimed with it. */
    async postponeAlerts(subscriptionId: string, now: Date, until: Date): Promise<void> {
      await prisma.$transaction([
        prisma.alert.updateMany({
          where: { subscriptionId, state: 'pending', nextAttempt: { lte: now } },
          data: { nextAttempt: until, waits: 'quiet' },
        }),
        prisma.alert.updateMany({
          where: { subscriptionId, state: 'sending', claimedUntil: { lt: now } },
          data: { claimedUntil: until, waits: 'quiet' },
        }),
      ]);
    },

    async addTokens(tokens: { hash: string; subscriptionId: string }[], purpose: string, now: Date): Promise<void> {
      await prisma.token.createMany({
        data: tokens.map((token) => ({ ...token, purpose, at: now })),
        skipDuplicates: true,
      });
    },

    async subscriptionOfToken(hash: string, purpose: string): Promise<StoredSubscription | null> {
      const row = await prisma.token.findFirst({ where: { hash, purpose }, include: { subscription: true } });
      return row && readSubscription(row.subscription);
    },

    /** Active subscriptions that began before a moment and name an authority anywhere, oldest first. */
    async subscriptionsNaming(authority: string, before: Date): Promise<StoredSubscription[]> {
      const ids = await prisma.$queryRaw<{ id: string }[]>`
        SELECT "id" FROM "public"."Subscription"
        WHERE "state" = 'active' AND "since" < ${before}
          AND jsonb_path_exists("criteria", '$.**.authorities[*] ? (@ == $slug)', jsonb_build_object('slug', ${authority}::text))
        ORDER BY "since", "id"`;
      const rows = await prisma.subscription.findMany({
        where: { id: { in: ids.map(({ id }) => id) } },
        orderBy: [{ since: 'asc' }, { id: 'asc' }],
      });
      return rows.map(readSubscription);
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
