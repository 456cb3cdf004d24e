import type { Prisma, PrismaClient } from './client.ts';
import { type Attempt, insertAttempt } from './promises.ts';

export interface StoredAttempt extends Attempt {
  at: Date;
}

type Row = Prisma.AttemptGetPayload<Record<string, never>>;
const readAttempt = ({ id: _id, ...row }: Row): StoredAttempt => row as unknown as StoredAttempt;

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

    /** @returns how many went */
    async dropAttempts(before: Date): Promise<number> {
      return (await prisma.attempt.deleteMany({ where: { at: { lt: before } } })).count;
    },
  };
}
