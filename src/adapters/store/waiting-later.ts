/** What nothing can be done about now: it waits for its time, not for a person. */
import { Prisma, type PrismaClient } from './client.ts';

/** How many, and when the first of them is due. */
export interface Later {
  count: number;
  first: Date | null;
}

export interface WaitingLater {
  /** For their next poll. */
  sources: Later;
  /** Items and reports that could not be read. */
  pages: Later;
  /** For the end of quiet hours or of a storm, or another try. */
  alerts: Later;
  /** Messages of a day and of a week. */
  digests: Later;
  letters: Later;
}

/** @param polled statuses of sources that are asked at all */
export async function waitingLater(prisma: PrismaClient, polled: readonly string[], now: Date): Promise<WaitingLater> {
  const unread = Prisma.sql`"readAt" IS NULL AND "gaveUpAt" IS NULL`;
  const later = (column: 'nextAttempt' | 'nextDue' | 'owesFrom', table: string, where: Prisma.Sql) => Prisma.sql`
    SELECT ${Prisma.raw(`"${column}"`)} AS due FROM ${Prisma.raw(`"public"."${table}"`)}
    WHERE ${Prisma.raw(`"${column}"`)} > ${now} AND ${where}`;
  // What was promised to a subscription that has ended is dropped when its time comes.
  const promised = Prisma.sql`"state" = 'pending'
    AND "subscriptionId" IN (SELECT "id" FROM "public"."Subscription" WHERE "state" = 'active')`;
  const any = Prisma.sql`TRUE`;
  const of = async (...selects: Prisma.Sql[]): Promise<Later> => {
    const [row] = await prisma.$queryRaw<Later[]>`
      SELECT count(*)::int AS count, min(due) AS first FROM (${Prisma.join(selects, ' UNION ALL ')}) due`;
    return row ?? { count: 0, first: null };
  };
  const [sources, pages, alerts, digests, letters] = await Promise.all([
    of(later('nextDue', 'Source', Prisma.sql`"status" = ANY(${polled})`)),
    of(later('nextAttempt', 'Item', unread), later('nextAttempt', 'ReportLink', unread)),
    of(later('nextAttempt', 'Alert', promised)),
    of(later('nextAttempt', 'Digest', promised)),
    of(later('owesFrom', 'Subscription', any), later('owesFrom', 'AddressChange', any)),
  ]);
  return { sources, pages, alerts, digests, letters };
}
