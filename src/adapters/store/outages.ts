import { TAKEN_BACK } from '../../core/events/notices.ts';
import { digestId } from '../../core/keys.ts';
import { hostOf } from '../../core/sending/push-address.ts';
import type { Part, Undelivered, WayOutTry } from '../../core/supervision.ts';
import type { Channel } from '../../core/types.ts';
import type { PrismaClient } from './client.ts';
import { WAITS } from './events.ts';

export interface StoredOutage {
  id: string;
  part: Part;
  began: Date;
  says: string;
  endedAt: Date | null;
  toldAt: Date | null;
  toldEndAt: Date | null;
}

/** Tries looked at; more of them say nothing new. */
const MOST_TRIES = 200;
/** So many tries take over twenty minutes on any channel; the next is hours away. */
const MANY_TRIES = 4;

/** What the supervision looks at, and the outages it found. */
export function outageStore(prisma: PrismaClient) {
  const untold = { OR: [{ toldAt: null }, { endedAt: { not: null }, toldEndAt: null }] };
  return {
    async openOutages(): Promise<StoredOutage[]> {
      const rows = await prisma.outage.findMany({ where: { open: { not: null } }, orderBy: { began: 'asc' } });
      return rows as unknown as StoredOutage[];
    },

    /** @returns its id, or null when an outage of this part is open already, whoever found it */
    async beginOutage({ part, since, says }: { part: Part; since: Date; says: string }): Promise<string | null> {
      const id = digestId('outage', part, since.toISOString());
      const data = { id, part, open: part, began: since, says };
      return (await prisma.outage.createMany({ data: [data], skipDuplicates: true })).count === 1 ? id : null;
    },

    /** @returns whether it was open */
    async endOutage(id: string, now: Date): Promise<boolean> {
      const { count } = await prisma.outage.updateMany({
        where: { id, endedAt: null },
        data: { open: null, endedAt: now },
      });
      return count === 1;
    },

    /** What the operator is still to be told; nobody else tells it before `leaseMs` are over. */
    async claimOutages(now: Date, leaseMs: number): Promise<StoredOutage[]> {
      const rows = await prisma.outage.updateManyAndReturn({
        where: { AND: [untold, { OR: [{ claimedUntil: null }, { claimedUntil: { lt: now } }] }] },
        data: { claimedUntil: new Date(now.getTime() + leaseMs) },
      });
      return rows as unknown as StoredOutage[];
    },

    async outageTold(id: string, told: { toldAt?: Date; toldEndAt?: Date }): Promise<void> {
      await prisma.outage.update({ where: { id }, data: { ...told, claimedUntil: null } });
    },

    /** Newest first. */
    async triesBy(channels: readonly Channel[], since: Date): Promise<WayOutTry[]> {
      const rows = await prisma.attempt.findMany({
        where: { channel: { in: [...channels] }, at: { gte: since } },
        orderBy: [{ at: 'desc' }, { id: 'desc' }],
        select: {
          at: true,
          channel: true,
          outcome: true,
          status: true,
          message: true,
          subscription: { select: { address: true } },
        },
        take: MOST_TRIES,
      });
      return rows.map(({ subscription: { address }, channel, outcome, ...row }) => ({
        ...row,
        outcome: outcome as WayOutTry['outcome'],
        host: hostOf(channel as Channel, address),
      }));
    },

    /**
     * Notices promised since `from` of which no alert arrived, though one was due before `before`: never tried, tried in
     * vain or given up. What waits on purpose (held, quiet hours, a storm) is not counted, nor what is not to be told any
     * more: of an event that is held, waits for a person or was taken back.
     */
    async undelivered(from: Date, before: Date): Promise<Undelivered | null> {
      const [row] = await prisma.$queryRaw<{ events: bigint; eventKey: string | null; since: Date | null }[]>`
        SELECT count(*) AS "events", (array_agg(u."eventKey" ORDER BY u."since"))[1] AS "eventKey", min(u."since") AS "since"
        FROM (
          SELECT a."eventKey", a."notice", min(a."createdAt") AS "since" FROM "public"."Alert" a
          WHERE a."state" IN ('pending', 'sending', 'dead') AND a."createdAt" >= ${from} AND a."createdAt" < ${before}
            AND (a."state" = 'dead' OR a."nextAttempt" < ${before} OR a."attempts" >= ${MANY_TRIES})
            AND NOT EXISTS (
              SELECT 1 FROM "public"."Event" e
              WHERE (e."key" = a."eventKey" OR e."key" = (SELECT l."key" FROM "public"."EventAlias" l WHERE l."alias" = a."eventKey"))
                AND (e."held" OR e."status" = ${WAITS} OR (e."status" = ANY(${[...TAKEN_BACK]}) AND a."notice" = 'first')))
          GROUP BY a."eventKey", a."notice"
        ) u
        WHERE NOT EXISTS (SELECT 1 FROM "public"."Alert" s
                          WHERE s."eventKey" = u."eventKey" AND s."notice" = u."notice" AND s."state" = 'sent')`;
      return row?.eventKey && row.since
        ? { events: Number(row.events), eventKey: row.eventKey, since: row.since }
        : null;
    },
  };
}
