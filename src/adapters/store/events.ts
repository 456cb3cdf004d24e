import { isoWeekOf, londonWeek, weekMoments } from '../../core/dates.ts';
import { NO_HEADLINE } from '../../core/sending/route.ts';
import { type EndOf, endOfWeek, toldSince } from '../../core/sending/told-since.ts';
import type { Day, DayRange, JudgementEvent } from '../../core/types.ts';
import type { Client, Prisma, PrismaClient } from './client.ts';
import { reviveEvent } from './event-body.ts';
import type { Group } from './groups.ts';
import { firstKeys, lineageAsAt } from './lineage.ts';

export interface StoredEvent {
  event: JudgementEvent;
  learntAt: Date;
  /** Since when it stands as it does. */
  changedAt: Date;
  revision: number;
}

export interface EventFilter {
  authorities?: string[];
  inspectorate?: string;
  /** A headline grade; `none` for events without one. */
  grade?: string;
  /** Days of publication, half-open. */
  since?: Day;
  until?: Day;
  /** These events besides, whatever they are now. */
  andKeys?: string[];
  /** `learnt`: what was learnt last comes first; otherwise by day of publication. */
  order?: 'learnt';
  take?: number;
  skip?: number;
}

export type EventRow = Prisma.EventGetPayload<Record<string, never>>;
export const readEvent = (row: EventRow): StoredEvent => ({
  event: reviveEvent(row.body),
  learntAt: row.learntAt,
  changedAt: row.changedAt,
  revision: row.revision,
});

/** Status of the row of an event whose reports all wait for a person: lists leave it out, only its own address knows it. */
export const WAITS = 'waits';

const where = (filter: EventFilter): Prisma.EventWhereInput => ({
  status: { not: WAITS },
  ...(filter.andKeys?.length ? { OR: [asked(filter), { key: { in: filter.andKeys } }] } : asked(filter)),
});

const asked = (filter: EventFilter): Prisma.EventWhereInput => ({
  ...(filter.authorities ? { authority: { in: filter.authorities } } : {}),
  ...(filter.inspectorate ? { inspectorate: filter.inspectorate } : {}),
  ...(filter.grade ? { grades: filter.grade === NO_HEADLINE ? { isEmpty: true } : { has: filter.grade } } : {}),
  ...(filter.since || filter.until
    ? { day: { ...(filter.since ? { gte: filter.since } : {}), ...(filter.until ? { lt: filter.until } : {}) } }
    : {}),
});

export function eventStore(prisma: PrismaClient) {
  return {
    async event(keyOrAlias: string): Promise<StoredEvent | null> {
      const key = await resolve(prisma, keyOrAlias);
      const row = await prisma.event.findUnique({ where: { key } });
      return row && readEvent(row);
    },

    async events(filter: EventFilter): Promise<StoredEvent[]> {
      const rows = await prisma.event.findMany({
        where: where(filter),
        orderBy: [
          filter.order === 'learnt' ? { learntAt: 'desc' } : { day: { sort: 'desc', nulls: 'last' } },
          { key: 'asc' },
        ],
        ...(filter.take ? { take: filter.take } : {}),
        ...(filter.skip ? { skip: filter.skip } : {}),
      });
      return rows.map(readEvent);
    },

    async eventsOfGroup({ authority, inspectorate, service }: Group): Promise<StoredEvent[]> {
      const rows = await prisma.event.findMany({
        where: { authority, inspectorate, service },
        orderBy: { key: 'asc' },
      });
      return rows.map(readEvent);
    },

    /** Keys of all events, for telling a near miss. */
    async eventKeys(): Promise<string[]> {
      return (await prisma.event.findMany({ select: { key: true }, orderBy: { key: 'asc' } })).map(({ key }) => key);
    },

    async countEvents(filter: EventFilter): Promise<number> {
      return prisma.event.count({ where: where(filter) });
    },

    /** By key, the first key of each event that had another before, as things stood at a moment. */
    firstKeys: (keys: string[], asAt: Date) => firstKeys(prisma, keys, asAt),

    async eventKeysOfArticle(articleId: string): Promise<string[]> {
      const rows = await prisma.$queryRaw<{ key: string }[]>`
        SELECT "key" FROM "public"."Event" WHERE "body"->'reports' @> ${JSON.stringify([{ articleId }])}::jsonb ORDER BY "key"`;
      return rows.map(({ key }) => key);
    },

    /** Events that hold any of these findings. */
    async eventKeysOfFindings(findingIds: string[]): Promise<string[]> {
      const rows = await prisma.$queryRaw<{ key: string }[]>`
        SELECT "key" FROM "public"."Event"
        WHERE EXISTS (SELECT 1 FROM jsonb_array_elements("body"->'reports') r WHERE r->>'findingId' = ANY(${findingIds}))
        ORDER BY "key"`;
      return rows.map(({ key }) => key);
    },

    async eventHistory(key: string) {
      return prisma.eventRevision.findMany({ where: { key }, orderBy: { number: 'asc' } });
    },

    async aliasesOf(key: string): Promise<string[]> {
      return (await prisma.eventAlias.findMany({ where: { key }, orderBy: { alias: 'asc' } })).map(
        ({ alias }) => alias,
      );
    },

    /** Events published in these days, or learnt or released between these moments, as they stood at a moment. */
    async eventsAsAt(days: DayRange, { from, until }: { from: Date; until: Date }, asAt: Date): Promise<StoredEvent[]> {
      // Under whichever key an event then stood: one it was given later says nothing of that moment.
      const rows = await prisma.$queryRaw<{ key: string }[]>`
        SELECT DISTINCT r."key" FROM "public"."EventRevision" r
        WHERE r."at" <= ${asAt} AND ((r."at" >= ${from} AND r."at" < ${until})
          OR (r."body"->>'day' >= ${days.from} AND r."body"->>'day' < ${days.until}))`;
      return bodiesAsAt(
        prisma,
        rows.map(({ key }) => key),
        asAt,
      );
    },

    /**
     * An event as it stood when each week closed that may have told it: the one it was learnt or released in, and those of the
     * days it had till then. Under whichever keys led to it, as things stand at a moment; newest first.
     *
     * @param before only weeks that closed by then
     * @returns `datedSince`: since when its day is what it is
     */
    async atCloses(key: string, before: Date, asAt: Date) {
      const lineage = await lineageAsAt(prisma, [key], asAt);
      const keys = lineage.forebears(key).filter((one) => lineage.standing(one) === key);
      const revisions = await prisma.$queryRaw<{ at: Date; day: Day | null; held: boolean }[]>`
        SELECT "at", "body"->>'day' AS day, ("body"->>'held')::boolean AS held FROM "public"."EventRevision"
        WHERE "key" = ANY(${keys}) AND "at" <= ${asAt} ORDER BY "at", "number"`;
      const weeks = revisions.flatMap(({ at, day, held }, i) => [
        ...(held || revisions[i - 1]?.held === false ? [] : [londonWeek(at)]),
        ...(day === null ? [] : [isoWeekOf(day)]),
      ]);
      const closed = [...new Set(weeks)]
        .filter((week) => weekMoments(week).until <= before)
        .sort()
        .reverse();
      const closes = [];
      for (const week of closed) closes.push({ week, stood: await bodiesAsAt(prisma, keys, weekMoments(week).until) });
      const day = revisions.at(-1)?.day;
      const other = revisions.findLastIndex((revision) => revision.day !== day);
      return { closes, datedSince: revisions[other + 1]?.at ?? asAt };
    },

    async counts() {
      const [items, articles, findings, events] = await Promise.all([
        prisma.item.count(),
        prisma.article.count(),
        prisma.finding.count(),
        prisma.event.count(),
      ]);
      return { items, articles, findings, events };
    },
  };
}

/**
 * The newest revision of each event that stood under one of these keys at a moment. What a person held when its week, or
 * its day, closed counts as learnt when it was released: no summary could tell it before.
 */
export async function bodiesAsAt(
  client: Client,
  keys: string[],
  asAt: Date,
  endOf: EndOf = endOfWeek,
): Promise<StoredEvent[]> {
  const lineage = await lineageAsAt(client, keys, asAt);
  const standing = keys.filter((key) => lineage.standing(key) === key);
  const forebears = new Map(standing.map((key) => [key, lineage.forebears(key)]));
  const [revisions, begun, holds] = await Promise.all([
    client.eventRevision.findMany({
      where: { key: { in: standing }, at: { lte: asAt } },
      orderBy: [{ key: 'asc' }, { number: 'desc' }],
      distinct: ['key'],
    }),
    client.eventRevision.groupBy({
      by: ['key'],
      where: { key: { in: [...forebears.values()].flat() } },
      _min: { at: true },
    }),
    client.$queryRaw<{ key: string; at: Date; held: boolean }[]>`
      SELECT r."key", r."at", (r."body"->>'held')::boolean AS "held" FROM "public"."EventRevision" r
      WHERE r."key" = ANY(${standing}) AND r."at" <= ${asAt} ORDER BY r."key", r."number"`,
  ]);
  const firstAt = new Map(begun.flatMap(({ key, _min: { at } }) => (at ? [[key, at] as const] : [])));
  const learnt = new Map(
    [...forebears].map(([key, from]) => [key, earliest(from.flatMap((one) => firstAt.get(one) ?? []))]),
  );
  for (const key of new Set(holds.flatMap((row) => (row.held ? [row.key] : [])))) {
    const since = toldSince(
      holds.filter((row) => row.key === key),
      endOf,
    );
    if (since) learnt.set(key, since);
  }
  return revisions.map(({ key, number, body, at }) => ({
    event: reviveEvent(body),
    revision: number,
    learntAt: learnt.get(key) ?? at,
    changedAt: at,
  }));
}

const earliest = (times: Date[]): Date | undefined =>
  times.length === 0 ? undefined : new Date(Math.min(...times.map((time) => time.getTime())));

async function resolve(client: Client, keyOrAlias: string): Promise<string> {
  return (await client.eventAlias.findUnique({ where: { alias: keyOrAlias } }))?.key ?? keyOrAlias;
}
