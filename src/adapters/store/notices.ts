import { Prisma, type PrismaClient } from './client.ts';
import { type Telling, toldWithin } from './corrections.ts';
import { writeJournal } from './journal.ts';

export interface NoticeId {
  eventKey: string;
  notice: string;
}

const MOST_WAITING = 500;

export function noticeStore(prisma: PrismaClient) {
  return {
    /** What is told of corrections in this time, event by event: see `toldWithin`. */
    correctionsWithin: (time: { from: Date; until: Date }, asAt: Date, how: Telling) =>
      toldWithin(prisma, time, asAt, how),

    /** When each of these events was corrected, oldest first; those that never were are left out. */
    async correctionTimes(eventKeys: string[]): Promise<Map<string, Date[]>> {
      const rows = await prisma.notice.findMany({
        where: { eventKey: { in: eventKeys }, notice: { not: 'first' } },
        orderBy: [{ at: 'asc' }, { notice: 'asc' }],
        select: { eventKey: true, at: true },
      });
      return byKey(rows.map(({ eventKey, at }) => [eventKey, at]));
    },

    /** Notices to be told now: neither of a held event nor waiting for a person. */
    async unroutedNotices(take: number, eventKeys: string[] | null = null): Promise<NoticeId[]> {
      const some = eventKeys === null ? Prisma.empty : Prisma.sql`AND n."eventKey" = ANY(${eventKeys})`;
      return prisma.$queryRaw<NoticeId[]>`
        SELECT n."eventKey", n."notice" FROM "public"."Notice" n
        WHERE n."routedAt" IS NULL AND n."waits" IS NULL ${some}
          AND NOT EXISTS (SELECT 1 FROM "public"."Event" e WHERE e."key" = n."eventKey" AND e."held")
        ORDER BY n."at", n."eventKey", n."notice" LIMIT ${take}`;
    },

    /** Events told before that became such as other readers asked for; what waits for a person or is to be told first is not among them. */
    async eventsToRetell(take: number): Promise<string[]> {
      const rows = await prisma.$queryRaw<{ key: string }[]>`
        SELECT e."key" FROM "public"."Event" e
        WHERE e."retell" AND NOT e."held"
          AND NOT EXISTS (SELECT 1 FROM "public"."Notice" n WHERE n."eventKey" = e."key" AND n."routedAt" IS NULL)
        ORDER BY e."changedAt", e."key" LIMIT ${take}`;
      return rows.map(({ key }) => key);
    },

    /** @param revision what was looked at: what came after it is still to be looked at */
    async retold(key: string, revision: number): Promise<void> {
      await prisma.event.updateMany({ where: { key, revision }, data: { retell: false } });
    },

    /** Subscriptions that were promised any notice of an event, under any key it ever had, whatever became of it. */
    async promisedTo(key: string): Promise<Set<string>> {
      const rows = await prisma.$queryRaw<{ id: string }[]>`
        SELECT DISTINCT "subscriptionId" AS id FROM "public"."Alert"
        WHERE "eventKey" = ${key} OR "eventKey" IN (SELECT "alias" FROM "public"."EventAlias" WHERE "key" = ${key})`;
      return new Set(rows.map(({ id }) => id));
    },

    /** Keys, as they are now, of events of which one subscription was promised anything that was not dropped. */
    async eventsPromised(subscriptionId: string): Promise<Set<string>> {
      const rows = await prisma.$queryRaw<{ key: string }[]>`
        SELECT DISTINCT COALESCE(n."key", a."eventKey") AS "key" FROM "public"."Alert" a
        LEFT JOIN "public"."EventAlias" n ON n."alias" = a."eventKey"
        WHERE a."subscriptionId" = ${subscriptionId} AND a."state" <> 'dropped'`;
      return new Set(rows.map(({ key }) => key));
    },

    /** Notices that nobody is told of before a person releases their event, oldest first. */
    async waitingNotices(eventKey: string | null = null) {
      return prisma.notice.findMany({
        where: { routedAt: null, waits: { not: null }, ...(eventKey ? { eventKey } : {}) },
        orderBy: [{ at: 'asc' }, { eventKey: 'asc' }, { notice: 'asc' }],
        select: { eventKey: true, notice: true, waits: true, at: true },
        take: MOST_WAITING,
      });
    },

    /** From now on they are told as any other. */
    async releaseNotices(eventKey: string, by: string, reason: string, now: Date): Promise<void> {
      await prisma.$transaction(async (tx) => {
        const freed = await tx.notice.updateManyAndReturn({
          where: { eventKey, routedAt: null, waits: { not: null } },
          data: { waits: null },
        });
        await writeJournal(
          tx,
          freed.map(({ notice }) => ({ kind: 'notice.released', subject: eventKey, by, detail: { notice, reason } })),
          now,
        );
      });
    },

    async noticeRouted(eventKey: string, notice: string, now: Date): Promise<void> {
      await prisma.notice.updateMany({ where: { eventKey, notice }, data: { routedAt: now } });
    },
  };
}

function byKey<Value>(rows: readonly [string, Value][]): Map<string, Value[]> {
  const values = new Map<string, Value[]>();
  for (const [key, value] of rows) values.set(key, [...(values.get(key) ?? []), value]);
  return values;
}
