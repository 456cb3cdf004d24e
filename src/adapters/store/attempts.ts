import type { Channel } from '../../core/types.ts';
import type { Prisma, PrismaClient } from './client.ts';
import { type Attempt, insertAttempt } from './promises.ts';
import type { StoredSubscription } from './subscriptions.ts';

export interface StoredAttempt extends Attempt {
  at: Date;
}

type Row = Prisma.AttemptGetPayload<Record<string, never>>;
const readAttempt = ({ id: _id, ...row }: Row): StoredAttempt => row as unknown as StoredAttempt;

type Heir = Pick<StoredSubscription, 'id' | 'address' | 'replacedBy'>;

/** The delivery log: every try, what came back and when the next is. */
export function attemptStore(prisma: PrismaClient) {
  return {
    /** A try that settles no promise: a confirmation, a test. */
    async keepAttempt(attempt: Attempt, now: Date): Promise<void> {
      await prisma.$executeRaw(insertAttempt(attempt, now));
    },

    /** Newest first. */
    async attemptsTo(subscriptionId: string, take: number): Promise<StoredAttempt[]> {
      const rows = await prisma.attempt.findMany({
        where: { subscriptionId },
        orderBy: [{ at: 'desc' }, { id: 'desc' }],
        take,
      });
      return rows.map(readAttempt);
    },

    /** To whom a message went, by its key; null where none of that key was taken lately. */
    async sentAs(channel: Channel, reference: string): Promise<Pick<StoredSubscription, 'id' | 'address'> | null> {
      // A key begins with whom the promise was made to; it may have passed to who took their place.
      let id: string | null = reference.split('.', 1)[0] ?? '';
      while (id !== null) {
        const sent: number = await prisma.attempt.count({
          where: { subscriptionId: id, reference, channel, outcome: 'sent' },
        });
        const reader: Heir | null = await prisma.subscription.findUnique({
          where: { id },
          select: { id: true, address: true, replacedBy: true },
        });
        if (sent > 0) return reader;
        id = reader?.replacedBy ?? null;
      }
      return null;
    },

    /** @returns how many went */
    async dropAttempts(before: Date): Promise<number> {
      return (await prisma.attempt.deleteMany({ where: { at: { lt: before } } })).count;
    },
  };
}
