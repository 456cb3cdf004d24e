import { changesBetween } from '../../core/events/notices.ts';
import type { Told } from '../../core/events/told.ts';
import { wasTold } from '../../core/sending/was-told.ts';
import type { Criteria, JudgementEvent } from '../../core/types.ts';
import { RESTORED } from './backup/tables.ts';
import { type Client, json, Prisma, type PrismaClient } from './client.ts';
import { reviveEvent } from './event-body.ts';
import { everyKey } from './former-keys.ts';
import { readAlert, type StoredAlert } from './ledger.ts';
import { readSubscription, type StoredSubscription } from './subscriptions.ts';

/** Why a promise was dropped before it was kept. */
const NOT_ASKED_FOR = 'it became another judgement than was asked for, or one told already';

interface FirstRow {
  id: string;
  reader: string;
  state: string;
  attempts: number;
  body: unknown;
  criteria: Criteria;
}

/**
 * What readers were told of an event, oldest first: under its keys, and by corrections that spoke of the same reports.
 * What a restored store dropped counts as told by the installation it came from.
 */
async function toldOf(prisma: Client, event: JudgementEvent): Promise<Told[]> {
  const keys = await everyKey(prisma, [event.key]);
  const articles = event.reports.map(({ articleId }) => articleId);
  const { authority, inspectorate, service } = event;
  const ofGroup = Prisma.sql`"eventKey" IN (
    SELECT "key" FROM "public"."Event"
    WHERE "authority" = ${authority} AND "inspectorate" = ${inspectorate} AND "service" = ${service}
    UNION SELECT a."alias" FROM "public"."EventAlias" a JOIN "public"."Event" e ON e."key" = a."key"
    WHERE e."authority" = ${authority} AND e."inspectorate" = ${inspectorate} AND e."service" = ${service})`;
  const rows = await prisma.$queryRaw<{ readerId: string; eventKey: string; notice: string; said: string }[]>`
    SELECT "subscriptionId" AS "readerId", "eventKey", "notice", md5("body"::text) AS said FROM "public"."Alert"
    WHERE ("state" IN ('sending', 'sent') OR ("state" = 'pending' AND "notice" = 'first')
        OR ("state" = 'dropped' AND "error" = ${RESTORED}))
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

/** Who was told of what, who is about to be, and what of it is held back. */
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
     * Active readers who were, or are about to be, told of an event under any key it ever had. What a restored store
     * dropped counts as told by the installation it came from.
     */
    async readersTold(eventKey: string): Promise<StoredSubscription[]> {
      const told = {
        some: {
          eventKey: { in: await everyKey(prisma, [eventKey]) },
          OR: [{ state: { in: ['pending', 'sending', 'sent'] } }, { state: 'dropped', error: RESTORED }],
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

    /** What is not yet on its way of an event, under any key it ever had, waits. */
    async holdAlerts(eventKey: string, which: 'first' | 'all'): Promise<void> {
      await prisma.alert.updateMany({
        where: {
          eventKey: { in: await everyKey(prisma, [eventKey]) },
          state: 'pending',
          ...(which === 'first' ? { notice: 'first' } : {}),
        },
        data: { state: 'held' },
      });
    },

    /**
     * First news not yet on its way to anybody is brought in line with an event that changed since it was promised, so
     * that it goes out once and right; to whoever asked for no such event it does not go, unless it becomes one again.
     *
     * @param wants whether such an event is what a reader asked for
     */
    async settleFirst(event: JudgementEvent, wants: (criteria: Criteria) => boolean, now: Date): Promise<void> {
      const keys = await everyKey(prisma, [event.key]);
      await prisma.$transaction(async (tx) => {
        const all = await tx.$queryRaw<FirstRow[]>`
          SELECT a."id", a."subscriptionId" AS reader, a."state", a."attempts", a."body", s."criteria"
          FROM "public"."Alert" a JOIN "public"."Subscription" s ON s."id" = a."subscriptionId"
          WHERE a."eventKey" = ANY(${keys}) AND a."notice" = 'first'
            AND (a."state" IN ('pending', 'held', 'sending', 'sent') OR (a."state" = 'dropped' AND a."error" = ${NOT_ASKED_FOR}))
          ORDER BY a."eventKey" <> ${event.key}, a."createdAt", a."id" FOR UPDATE OF a`;
        if (all.length === 0) return;
        const isWaiting = ({ state, attempts }: FirstRow) => attempts === 0 && state !== 'sending' && state !== 'sent';
        const rows = all.filter(isWaiting);
        // After a merge a reader may have been promised both: one of them is told.
        const isDouble = (row: FirstRow) =>
          all.some((other) => other.reader === row.reader && other !== row && !isWaiting(other)) ||
          rows.find(({ reader }) => reader === row.reader) !== row;
        const changed = rows.filter(
          (row) => row.state === 'dropped' || isDouble(row) || changesBetween(reviveEvent(row.body), event).length > 0,
        );
        const idsOf = (some: typeof rows) => ({ id: { in: some.map(({ id }) => id) } });
        const wanted = changed.filter((row) => !isDouble(row) && wants(row.criteria));
        await tx.alert.updateMany({ where: idsOf(wanted), data: { body: json(event) } });
        await tx.alert.updateMany({
          where: idsOf(wanted.filter(({ state }) => state === 'dropped')),
          data: { state: 'pending', error: null, nextAttempt: now },
        });
        await tx.alert.updateMany({
          where: idsOf(changed.filter((row) => !wanted.includes(row))),
          data: { state: 'dropped', error: NOT_ASKED_FOR },
        });
      });
    },

    /** First news of an event that was held goes out, saying what it is now. @returns readers to whom something is due */
    async freeFirst(event: JudgementEvent, now: Date): Promise<string[]> {
      const freed = await prisma.alert.updateManyAndReturn({
        where: { eventKey: { in: await everyKey(prisma, [event.key]) }, state: 'held', notice: 'first' },
        data: { state: 'pending', nextAttempt: now, body: json(event) },
        select: { subscriptionId: true },
      });
      return [...new Set(freed.map(({ subscriptionId }) => subscriptionId))];
    },

    /**
     * Corrections of an event that wait to be sent are brought in line with what it is now: the newest one stays for a
     * reader who believes something wrong, saying what that is; any other is dropped.
     *
     * @param wrong by reader, what is believed wrongly
     * @returns readers to whom something held before is due
     */
    async settleCorrections(
      event: JudgementEvent,
      wrong: (told: Told[]) => Map<string, JudgementEvent>,
      now: Date,
    ): Promise<string[]> {
      const keys = await everyKey(prisma, [event.key]);
      const waits = { eventKey: { in: keys }, notice: { not: 'first' }, state: { in: ['pending', 'held'] } };
      if ((await prisma.alert.findFirst({ where: waits, select: { id: true } })) === null) return [];
      return prisma.$transaction(async (tx) => {
        const rows = await tx.$queryRaw<{ id: string; reader: string; state: string }[]>`
          SELECT "id", "subscriptionId" AS reader, "state" FROM "public"."Alert"
          WHERE "eventKey" = ANY(${keys}) AND "notice" <> 'first' AND "state" IN ('pending', 'held')
          ORDER BY "createdAt", length("notice"), "notice", "id" FOR UPDATE`;
        const believed = wrong(await toldOf(tx, event));
        const newest = new Map(rows.map((row) => [row.reader, row]));
        const kept = [...newest.values()].filter(({ reader }) => believed.has(reader));
        const keptIds = new Set(kept.map(({ id }) => id));
        await tx.alert.updateMany({
          where: { id: { in: rows.flatMap(({ id }) => (keptIds.has(id) ? [] : [id])) } },
          data: { state: 'dropped', error: 'nothing left to correct by it' },
        });
        for (const was of new Set([...believed.values()]))
          await tx.alert.updateMany({
            where: { id: { in: kept.flatMap(({ id, reader }) => (believed.get(reader) === was ? [id] : [])) } },
            data: { body: json(event), was: json(wasTold(was)) },
          });
        const held = kept.filter(({ state }) => state === 'held');
        await tx.alert.updateMany({
          where: { id: { in: held.map(({ id }) => id) } },
          data: { state: 'pending', nextAttempt: now },
        });
        return [...new Set(held.map(({ reader }) => reader))];
      });
    },

    /** By its id, or by the reference it was sent under: a webhook’s id, what stands before the @ of a Message-ID. */
    async alert(name: string): Promise<StoredAlert | null> {
      const row =
        (await prisma.alert.findUnique({ where: { id: name } })) ??
        (await prisma.alert.findFirst({ where: { reference: name } }));
      return row && readAlert(row);
    },

    /** Ids of the alerts that one summary told together, in the order of their promises. */
    async alertsInSummary(summary: string): Promise<string[]> {
      const orderBy = [{ createdAt: 'asc' } as const, { id: 'asc' } as const];
      return (await prisma.alert.findMany({ where: { summary }, orderBy, select: { id: true } })).map(({ id }) => id);
    },

    async alertsOf(eventKeys: string[]): Promise<StoredAlert[]> {
      const rows = await prisma.alert.findMany({
        where: { eventKey: { in: eventKeys } },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      });
      return rows.map(readAlert);
    },

    async sentCounts(): Promise<Record<string, number>> {
      const rows = await prisma.alert.groupBy({ by: ['state'], _count: true });
      return Object.fromEntries(rows.map(({ state, _count }) => [state, _count]));
    },
  };
}
