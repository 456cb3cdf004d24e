import { type Change, changesTogether } from '../../core/events/notices.ts';
import { type WasTold, wasTold } from '../../core/sending/was-told.ts';
import type { JudgementEvent } from '../../core/types.ts';
import { Prisma, type PrismaClient } from './client.ts';
import { bodiesAsAt } from './events.ts';
import { writeJournal } from './journal.ts';
import { lineageAsAt } from './lineage.ts';

export interface NoticeId {
  eventKey: string;
  notice: string;
}

const MOST_WAITING = 500;

export function noticeStore(prisma: PrismaClient) {
  return {
    /** What corrections of this time changed, event by event, each as it stood at a moment; what was undone is left out. */
    async correctionsWithin(from: Date, until: Date, asAt: Date) {
      // The journal has each under the key of its time; the notices themselves follow their event's key.
      const made = await prisma.$queryRaw<{ key: string; notice: string; changes: Change[]; at: Date }[]>`
        SELECT "subject" AS key, "detail"->>'notice' AS notice, "detail"->'changes' AS changes, "at"
        FROM "public"."Journal"
        WHERE "kind" = 'notice.made' AND "at" >= ${from} AND "at" < ${until} AND "at" <= ${asAt}
          AND "detail"->>'notice' <> 'first'
        ORDER BY "id"`;
      const named = made.flatMap(({ key, changes }) => [key, ...changes.flatMap(({ of }) => of ?? [])]);
      const lineage = await lineageAsAt(prisma, named, asAt);
      const changed = made.flatMap(({ key, notice, changes, at }) =>
        changes.flatMap((change) => {
          // What a merge put right of an event that stands again is that event's.
          const own = change.of ? lineage.standing(change.of) : null;
          const standing = own ?? lineage.standing(key);
          return standing === null ? [] : [{ standing, key, notice, change, at }];
        }),
      );
      const bodies = await bodiesAsAt(prisma, [...new Set(changed.map(({ standing }) => standing))], asAt);
      // Under the keys of that time.
      const earlier = await bodiesAsAt(prisma, [...new Set([...named, ...bodies.map(({ event }) => event.key)])], from);
      return bodies.flatMap(({ event, learntAt }) => {
        const own = changed.filter(({ standing }) => standing === event.key);
        const keys = new Set([
          event.key,
          ...own.flatMap(({ key, change }) => [key, ...(change.of ? [change.of] : [])]),
        ]);
        const before = earlier.find((one) => keys.has(one.event.key))?.event ?? null;
        const changes = changesTogether(own.map(({ change }) => change));
        const last = own.at(-1);
        return last && changes.length > 0
          ? [{ event, before, learntAt, notice: { notice: last.notice, was: toldBefore(event, changes) }, at: last.at }]
          : [];
      });
    },

    /** When each of these events was last corrected; those that never were are left out. */
    async lastCorrections(eventKeys: string[]): Promise<Map<string, Date>> {
      const rows = await prisma.notice.groupBy({
        by: ['eventKey'],
        where: { eventKey: { in: eventKeys }, notice: { not: 'first' } },
        _max: { at: true },
      });
      return new Map(rows.flatMap(({ eventKey, _max: { at } }) => (at ? [[eventKey, at] as const] : [])));
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

/** The event as it was told before these changes. */
function toldBefore(event: JudgementEvent, changes: readonly Change[]): WasTold {
  const before = <T extends string>(field: string, now: T): T =>
    (changes.find((change) => change.field === field)?.from as T | null | undefined) ?? now;
  const remits = gradesBefore(
    'headlines.',
    event.headlines.map(({ remit, grade }) => [remit, grade]),
    changes,
  );
  const areas = gradesBefore(
    'judgements.',
    event.judgements.map(({ area, grade }) => [area, grade]),
    changes,
  );
  return wasTold({
    authority: before('authority', event.authority),
    inspectorate: before('inspectorate', event.inspectorate),
    service: before('service', event.service),
    scale: event.scale,
    headlines: remits.map(([remit, grade]) => ({ remit, grade })),
    judgements: areas.map(([area, grade]) => ({ area, grade })),
    status: before('status', event.status),
  });
}

/** Grades by remit or area as they were; the changes to them are named by it after `prefix`. */
function gradesBefore(prefix: string, now: [string, string | null][], changes: readonly Change[]): [string, string][] {
  const grades = new Map(now);
  for (const { field, from } of changes) if (field.startsWith(prefix)) grades.set(field.slice(prefix.length), from);
  return [...grades].flatMap(([of, grade]): [string, string][] => (grade === null ? [] : [[of, grade]]));
}
