import { keysJoined } from '../../core/events/joined.ts';
import type { Change } from '../../core/events/notices.ts';
import type { KeysTold, Told } from '../../core/events/told.ts';
import type { JudgementEvent } from '../../core/types.ts';
import { RESTORED } from './backup/tables.ts';
import { type Client, Prisma, type PrismaClient } from './client.ts';
import { reviveEvent } from './event-body.ts';
import { everyKey } from './former-keys.ts';
import { readAlert, type StoredAlert } from './ledger.ts';
import { readSubscription, type StoredSubscription } from './subscriptions.ts';

/**
 * What readers were told of an event, oldest first: under its keys, and by corrections that spoke of the same reports. What
 * may have arrived counts as told, and so does what a restored store dropped: by the installation it came from.
 */
export async function toldOf(prisma: Client, event: JudgementEvent): Promise<Told[]> {
  const keys = await everyKey(prisma, [event.key]);
  const articles = event.reports.map(({ articleId }) => articleId);
  const { authority, inspectorate, service } = event;
  const ofGroup = Prisma.sql`"eventKey" IN (
    SELECT "key" FROM "public"."Event"
    WHERE "authority" = ${authority} AND "inspectorate" = ${inspectorate} AND "service" = ${service}
    UNION SELECT a."alias" FROM "public"."EventAlias" a JOIN "public"."Event" e ON e."key" = a."key"
    WHERE e."authority" = ${authority} AND e."inspectorate" = ${inspectorate} AND e."service" = ${service})`;
  const rows = await prisma.$queryRaw<(Omit<Told, 'body'> & { said: string })[]>`
    SELECT "subscriptionId" AS "readerId", "eventKey", "notice", md5("body"::text) AS said,
           "state" = 'sent' OR "perhapsAt" IS NULL AS "isSure" FROM "public"."Alert"
    WHERE ("state" IN ('sending', 'sent') OR "perhapsAt" IS NOT NULL OR ("state" = 'dropped' AND "error" = ${RESTORED}))
      AND ${ofGroup} AND ("eventKey" = ANY(${keys}) OR ("notice" <> 'first' AND EXISTS (
        SELECT 1 FROM jsonb_array_elements("body"->'reports') r WHERE r->>'articleId' = ANY(${articles}))))
    ORDER BY "createdAt", "notice" <> 'first', length("notice"), "notice", "id"`;
  // A thousand readers were told in the same words.
  const said = [...new Set(rows.map((row) => row.said))];
  const found = await prisma.$queryRaw<{ said: string; body: unknown }[]>`
    SELECT DISTINCT ON (md5("body"::text)) md5("body"::text) AS said, "body" FROM "public"."Alert"
    WHERE ${ofGroup} AND md5("body"::text) = ANY(${said})`;
  const bodies = new Map(found.map(({ said: words, body }) => [words, reviveEvent(body)]));
  return rows.flatMap(({ said: words, ...row }) => {
    const body = bodies.get(words);
    return body ? [{ ...row, body }] : [];
  });
}

/** The keys under which readers may have been told of an event. */
export async function keysTold(prisma: Client, { key }: Pick<JudgementEvent, 'key'>): Promise<KeysTold> {
  const own = new Set(await everyKey(prisma, [key]));
  const notices = await prisma.notice.findMany({
    where: { eventKey: key },
    select: { changes: true, at: true, notice: true },
  });
  const inOrder = notices.sort(
    (a, b) => a.at.getTime() - b.at.getTime() || a.notice.length - b.notice.length || (a.notice < b.notice ? -1 : 1),
  );
  const joined = keysJoined(inOrder.flatMap(({ changes }) => changes as unknown as Change[]));
  return { own, joined: new Set([...joined].filter((one) => one !== key && own.has(one))) };
}

/** Who was told of what. */
export function toldStore(prisma: PrismaClient) {
  return {
    async alertsTo(subscriptionId: string): Promise<StoredAlert[]> {
      const rows = await prisma.alert.findMany({
        where: { subscriptionId },
        orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
        take: 500,
      });
      return rows.map(readAlert);
    },

    /**
     * Active readers who were, may have been, or are about to be told of an event under any key it ever had. What a restored store
     * dropped counts as told by the installation it came from.
     */
    async readersTold(eventKey: string): Promise<StoredSubscription[]> {
      const told = {
        some: {
          eventKey: { in: await everyKey(prisma, [eventKey]) },
          OR: [
            { state: { in: ['pending', 'sending', 'sent'] } },
            { perhapsAt: { not: null } },
            { state: 'dropped', error: RESTORED },
          ],
        },
      };
      const rows = await prisma.subscription.findMany({
        where: { state: 'active', alerts: told },
        orderBy: { id: 'asc' },
      });
      return rows.map(readSubscription);
    },

    /** What readers were told of an event, oldest first. */
    async toldOf(event: JudgementEvent): Promise<Told[]> {
      return toldOf(prisma, event);
    },

    keysTold: (event: Pick<JudgementEvent, 'key'>): Promise<KeysTold> => keysTold(prisma, event),

    /** By its id, or by the reference it was sent under: a webhook’s id, what stands before the @ of a Message-ID. */
    async alert(name: string): Promise<StoredAlert | null> {
      const row =
        (await prisma.alert.findUnique({ where: { id: name } })) ??
        (await prisma.alert.findFirst({ where: { reference: name } }));
      return row && readAlert(row);
    },

    /** Ids of the alerts that one summary told together, in the order of their promises. */
    async alertsInSummary(summary: string): Promise<string[]> {
      const orderBy = ['createdAt', 'eventKey', 'id'].map((column) => ({ [column]: 'asc' as const }));
      return (await prisma.alert.findMany({ where: { summary }, orderBy, select: { id: true } })).map(({ id }) => id);
    },

    async alertsOf(eventKeys: string[]): Promise<StoredAlert[]> {
      const rows = await prisma.alert.findMany({
        where: { eventKey: { in: eventKeys } },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      });
      return rows.map(readAlert);
    },

    /** How many of these events, under any key they ever had, are yet to leave: in quiet hours, after a storm, or now. */
    async alertsToLeave(eventKeys: string[]): Promise<number> {
      const eventKey = { in: await everyKey(prisma, eventKeys) };
      return prisma.alert.count({ where: { eventKey, state: { in: ['pending', 'sending'] } } });
    },

    async sentCounts(): Promise<Record<string, number>> {
      const rows = await prisma.alert.groupBy({ by: ['state'], _count: true });
      return Object.fromEntries(rows.map(({ state, _count }) => [state, _count]));
    },
  };
}
