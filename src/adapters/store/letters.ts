/** Letters about a subscription itself, owed from the moment it is kept until one was sent: to confirm, or what became of it. */
import type { Channel } from '../../core/types.ts';
import { holdLock, json, Prisma, type PrismaClient } from './client.ts';
import { sameOn } from './same-address.ts';

/** What a letter about the subscription itself is to say. */
export type OwedLetter =
  | Confirmation
  | { kind: 'address_changed' }
  | { kind: 'succession'; authority: string; successors: string[] };

/**
 * `letter` names it: who is asked once more gets another letter, with an id of its own; each try is the same letter. `from`:
 * since when it is owed.
 */
export interface Confirmation {
  kind: 'confirmation';
  letter?: string;
  from?: string;
}

/** A new letter that asks to confirm, owed from then. */
export const confirmationFrom = (owedFrom: Date): Confirmation => ({
  kind: 'confirmation',
  letter: owedFrom.getTime().toString(36),
  from: owedFrom.toISOString(),
});

/** What the tries of the letter that a row `s` of subscriptions owes are kept under. */
export const OWED_REFERENCE = Prisma.sql`concat_ws('.', s."id", 'confirmation', s."owes"->>'letter')`;

/** How often it was tried. */
interface Tried {
  tries: number;
}

export function letterStore(prisma: PrismaClient) {
  return {
    /**
     * A letter that asks to confirm is to go to a subscription that waits for its reader, unless so many went to that
     * address since a time.
     *
     * @returns whether it will
     */
    async oweConfirmation(
      id: string,
      { channel, address }: { channel: Channel; address: string },
      most: number,
      since: Date,
      now: Date,
    ): Promise<boolean> {
      const sameAddress = { channel, address: sameOn(channel, address) };
      return prisma.$transaction(async (tx) => {
        // Many may ask for one address at the same moment: each counts after the one before it.
        await holdLock(tx, `letters:${channel}:${channel === 'mail' ? address.toLowerCase() : address}`);
        const sent = await tx.attempt.count({
          where: { what: 'confirmation', at: { gte: since }, subscription: sameAddress },
        });
        const owed = await tx.subscription.count({
          where: { ...sameAddress, state: 'pending', owesFrom: { not: null } },
        });
        if (sent + owed >= most) return false;
        const done = await tx.subscription.updateMany({
          where: { id, state: 'pending', owesFrom: null },
          data: { owes: json(confirmationFrom(now)), owesFrom: now },
        });
        return done.count === 1;
      });
    },

    /** The same without a limit, for an operator. @param from when whoever sends letters may take it */
    async oweConfirmationAnew(id: string, from: Date): Promise<void> {
      const data = { owes: json(confirmationFrom(from)), owesFrom: from };
      await prisma.subscription.updateMany({ where: { id, state: 'pending' }, data });
    },

    /** Subscriptions about which a letter is still to be sent. */
    async lettersOwed(now: Date, take: number): Promise<string[]> {
      const rows = await prisma.subscription.findMany({
        where: { owesFrom: { lte: now } },
        orderBy: [{ owesFrom: 'asc' }, { id: 'asc' }],
        select: { id: true },
        take,
      });
      return rows.map(({ id }) => id);
    },

    /** Takes it for a while: who takes it sends it. @returns null when it was sent or another has it */
    async claimLetter(id: string, now: Date, leaseMs: number): Promise<(OwedLetter & Tried) | null> {
      const [row] = await prisma.subscription.updateManyAndReturn({
        where: { id, owesFrom: { lte: now } },
        data: { owesFrom: new Date(now.getTime() + leaseMs) },
        select: { owes: true },
      });
      const owed = row?.owes as (OwedLetter & Partial<Tried>) | null | undefined;
      return owed ? { ...owed, tries: (owed.tries ?? 0) + 1 } : null;
    },

    /** @param again when to try once more; null when it was sent, or never will be */
    async settleLetter(id: string, again: { owed: OwedLetter & Tried; at: Date } | null): Promise<void> {
      await prisma.subscription.update({
        where: { id },
        data: again ? { owes: json(again.owed), owesFrom: again.at } : { owesFrom: null, owes: Prisma.DbNull },
      });
    },
  };
}
