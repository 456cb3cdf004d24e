import { noteLine } from '../../core/sending/safe.ts';
import type { Channel } from '../../core/types.ts';
import { holdLock, type PrismaClient } from './client.ts';
import { sameMail, sameOn } from './same-address.ts';
import { readSubscription, type StoredSubscription } from './subscriptions.ts';
import { keptBack } from './suppressions.ts';

export interface AddressChange {
  id: string;
  /** On whose preference page it was asked for; with it move all of that address. */
  subscriptionId: string;
  /** The new one. */
  address: string;
  at: Date;
}

/** What belongs to one address together: moving it, and giving out all that is held of it. */
export function personStore(prisma: PrismaClient) {
  return {
    /**
     * Keeps a wish to move to a new address until it is confirmed there, and with it that a letter is owed.
     *
     * @param most wishes from one page, and to one address, since `since`
     * @returns whether it was kept
     */
    async askAddressChange(change: AddressChange, most: number, since: Date): Promise<boolean> {
      const { subscriptionId, address } = change;
      return prisma.$transaction(async (tx) => {
        // Of many at the same moment each counts after the one before it; two locks are always taken in this order.
        await holdLock(tx, `address-change:${subscriptionId}`);
        await holdLock(tx, `letters:${address.toLowerCase()}`);
        const asked = await tx.addressChange.count({ where: { subscriptionId, at: { gte: since } } });
        const reached = await tx.addressChange.count({ where: { address: sameMail(address), at: { gte: since } } });
        if (asked >= most || reached >= most) return false;
        await tx.addressChange.create({ data: { ...change, owesFrom: change.at } });
        return true;
      });
    },

    async addressChange(id: string): Promise<AddressChange | null> {
      return prisma.addressChange.findUnique({ where: { id } });
    },

    /** Wishes whose letter is still to be sent. */
    async addressLettersOwed(now: Date, take: number): Promise<string[]> {
      const rows = await prisma.addressChange.findMany({
        where: { owesFrom: { lte: now } },
        orderBy: [{ owesFrom: 'asc' }, { id: 'asc' }],
        select: { id: true },
        take,
      });
      return rows.map(({ id }) => id);
    },

    /** Takes its letter for a while: who takes it sends it. @returns null when it was sent or another has it */
    async claimAddressLetter(
      id: string,
      now: Date,
      leaseMs: number,
    ): Promise<(AddressChange & { tries: number }) | null> {
      const [row] = await prisma.addressChange.updateManyAndReturn({
        where: { id, owesFrom: { lte: now } },
        data: { owesFrom: new Date(now.getTime() + leaseMs), tries: { increment: 1 } },
      });
      return row ?? null;
    },

    /** @param again when to try once more; null when it was sent, or never will be */
    async settleAddressLetter(id: string, again: Date | null): Promise<void> {
      await prisma.addressChange.updateMany({ where: { id }, data: { owesFrom: again } });
    },

    /** New addresses nobody confirmed go with the time their links work. */
    async forgetAddressChanges(before: Date): Promise<number> {
      return (await prisma.addressChange.deleteMany({ where: { at: { lt: before } } })).count;
    },

    /** Of an address on a channel, oldest first. */
    async subscriptionsOf(channel: Channel, address: string): Promise<StoredSubscription[]> {
      const rows = await prisma.subscription.findMany({
        where: { channel, address: sameOn(channel, address) },
        orderBy: [{ since: 'asc' }, { id: 'asc' }],
      });
      return rows.map(readSubscription);
    },

    /** Everything that is held of an address, and of the key it would be suppressed as; secrets and the bodies of judgements, which are public, left out. */
    async heldOf(address: string, suppressedAs: string) {
      const subscriptions = await prisma.subscription.findMany({
        where: { address: sameMail(address) },
        orderBy: [{ since: 'asc' }, { endedAt: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
        include: {
          alerts: { orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], omit: { body: true, was: true } },
          digests: { orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] },
          // The delivery log, in which each try stands with its answer.
          attempts: { orderBy: [{ at: 'asc' }, { id: 'asc' }], omit: { id: true, subscriptionId: true } },
          tokens: { orderBy: { at: 'asc' }, select: { purpose: true, at: true } },
        },
        omit: { secret: true, terms: true, runningKey: true },
      });
      const ids = subscriptions.map(({ id }) => id);
      const [{ suppressed, lifted }, changes, journal] = await Promise.all([
        keptBack(prisma, suppressedAs),
        prisma.addressChange.findMany({
          where: { OR: [{ subscriptionId: { in: ids } }, { address: sameMail(address) }] },
          orderBy: { at: 'asc' },
        }),
        prisma.journal.findMany({ where: { subject: { in: ids } }, orderBy: { id: 'asc' } }),
      ]);
      return {
        subscriptions: subscriptions.map(({ tokens, attempts, ...one }) => ({
          ...one,
          note: noteLine(one.note),
          links: tokens,
          deliveries: attempts,
          history: journal
            .filter(({ subject }) => subject === one.id)
            .map(({ at, kind, by, detail }) => ({ at, kind, by, detail })),
        })),
        addressChanges: changes,
        // Since when nothing is sent there, and why; and each time an operator lifted that.
        ...{ suppressed, lifted },
      };
    },
  };
}
