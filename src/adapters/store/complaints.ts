import { digestId } from '../../core/keys.ts';
import type { PrismaClient } from './client.ts';
import { writeJournal } from './journal.ts';

export interface StoredComplaint {
  id: string;
  eventKey: string;
  text: string;
  at: Date;
  settledAt: Date | null;
}

const MOST_LISTED = 500;
/** Characters; room for a few sentences: more than this is no correction. */
export const LONGEST_COMPLAINT = 2_000;

/** What readers, or articles, say is wrong with an event. */
export function complaintStore(prisma: PrismaClient) {
  return {
    /**
     * The same words about the same event are one complaint.
     *
     * @param by who says so: `reader`, `operator`, `article`
     * @returns its id
     */
    async keepComplaint(eventKey: string, text: string, by: string, now: Date): Promise<string> {
      const id = digestId('complaint', eventKey, text);
      await prisma.$transaction(async (tx) => {
        const made = await tx.complaint.createMany({ data: [{ id, eventKey, text, at: now }], skipDuplicates: true });
        if (made.count > 0)
          await writeJournal(tx, [{ kind: 'complaint.made', subject: eventKey, by, detail: { complaint: id } }], now);
      });
      return id;
    },

    async openComplaints(): Promise<StoredComplaint[]> {
      return prisma.complaint.findMany({
        where: { settledAt: null },
        orderBy: [{ at: 'asc' }, { id: 'asc' }],
        take: MOST_LISTED,
      });
    },

    /** @returns false when it is unknown or settled already */
    async settleComplaint(id: string, answer: string, by: string, now: Date): Promise<boolean> {
      return prisma.$transaction(async (tx) => {
        const [settled] = await tx.complaint.updateManyAndReturn({
          where: { id, settledAt: null },
          data: { settledAt: now, answer },
        });
        if (!settled) return false;
        const detail = { complaint: id, answer };
        await writeJournal(tx, [{ kind: 'complaint.settled', subject: settled.eventKey, by, detail }], now);
        return true;
      });
    },
  };
}
