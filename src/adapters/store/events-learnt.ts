/** What became known in a time, for messages that sum it up: news is told once nothing holds it back any more. */
import { type EndOf, toldSince } from '../../core/sending/told-since.ts';
import type { JudgementEvent } from '../../core/types.ts';
import type { Client, PrismaClient } from './client.ts';
import { reviveEvent } from './event-body.ts';
import { readEvent, type StoredEvent, WAITS } from './events.ts';
import { everyKey } from './former-keys.ts';

export interface LearntEvent extends StoredEvent {
  /** When it was first stored. */
  storedAt: Date;
  /** When it would have been told at once: then, or when a person released its first news. */
  foundAt: Date;
}

export const learntStore = (prisma: PrismaClient) => ({
  eventsLearnt: (time: { from: Date; until: Date }, endOf: EndOf) => eventsLearnt(prisma, time, endOf),
  eventsChanged: (time: { from: Date; until: Date }) => eventsChanged(prisma, time),
  newsSince: (keys: readonly string[]) => newsSince(prisma, keys),
  /** As an event stood before a moment, under any key it ever had; null where it did not stand yet. */
  async eventStoodAt(key: string, before: Date): Promise<JudgementEvent | null> {
    const standing = await standingsOf(prisma, key, before);
    // Of what went into it later its own says how it stood.
    return (standing.findLast(({ event }) => event.key === key) ?? standing.at(-1))?.event ?? null;
  },
});

/**
 * Events first stored in this time, whatever their own day, or released in it after a hold that no message before could tell past.
 * `learntAt` is then the release. What a reassessment or an import found is told once a person releases it.
 *
 * @param endOf when the message that tells what was known at a moment is made: a hold before that keeps it back
 */
async function eventsLearnt(
  client: Client,
  { from, until }: { from: Date; until: Date },
  endOf: EndOf,
): Promise<LearntEvent[]> {
  const held = await client.$queryRaw<{ key: string; at: Date; held: boolean }[]>`
    SELECT r."key", r."at", (r."body"->>'held')::boolean AS "held" FROM "public"."EventRevision" r
    JOIN "public"."Event" e ON e."key" = r."key"
    WHERE e."learntAt" < ${until} AND e."changedAt" >= ${from}
      AND EXISTS (SELECT 1 FROM "public"."EventRevision" h
                  WHERE h."key" = r."key" AND (h."body"->>'held')::boolean)
    ORDER BY r."key", r."number"`;
  const freed = await keysFreed(client, from, until);
  // What is split off a merge may have a key back under which it stood before, and is news under it anew.
  const anew = await client.notice.findMany({
    where: { notice: 'first', at: { gte: from, lt: until } },
    select: { eventKey: true, at: true },
  });
  const keys = [...new Set([...held.map(({ key }) => key), ...freed, ...anew.map(({ eventKey }) => eventKey)])];
  const rows = await client.event.findMany({
    where: { status: { not: WAITS }, OR: [{ learntAt: { gte: from, lt: until } }, { key: { in: keys } }] },
    orderBy: { key: 'asc' },
  });
  const stored = rows.map(readEvent);
  const tellable = await newsSince(
    client,
    stored.map(({ event }) => event.key),
  );
  return stored.flatMap((one) => {
    const begun = anew.find(({ eventKey }) => eventKey === one.event.key)?.at ?? one.learntAt;
    const foundAt = tellable.has(one.event.key) ? tellable.get(one.event.key) : begun;
    const own = held.filter(({ key }) => key === one.event.key);
    const unheld = own.length > 0 ? toldSince(own, endOf) : begun;
    if (!foundAt || !unheld) return [];
    const since = foundAt > unheld ? foundAt : unheld;
    return since >= from && since < until ? [{ ...one, foundAt, storedAt: one.learntAt, learntAt: since }] : [];
  });
}

/**
 * Of these events those whose first news waited for a person: when it was released; null for what waits, or was settled as
 * concerning nobody.
 */
async function newsSince(client: Client, keys: readonly string[]): Promise<Map<string, Date | null>> {
  const rows = await client.$queryRaw<{ key: string; waits: boolean; at: Date | null }[]>`
    SELECT n."eventKey" AS key, n."waits" IS NOT NULL AS waits, max(j."at") AS at FROM "public"."Notice" n
    LEFT JOIN "public"."EventAlias" a ON a."key" = n."eventKey"
    LEFT JOIN "public"."Journal" j ON j."subject" IN (n."eventKey", a."alias")
      AND j."kind" = 'notice.released' AND j."detail"->>'notice' = 'first'
    WHERE n."notice" = 'first' AND n."eventKey" = ANY(${[...keys]})
    GROUP BY n."eventKey", n."waits"`;
  return new Map(
    rows.flatMap(({ key, waits, at }): [string, Date | null][] => (waits || at ? [[key, waits ? null : at]] : [])),
  );
}

/** Keys of events whose first news a person released in this time. */
async function keysFreed(client: Client, from: Date, until: Date): Promise<string[]> {
  const rows = await client.$queryRaw<{ key: string }[]>`
    SELECT DISTINCT coalesce(a."key", j."subject") AS key FROM "public"."Journal" j
    LEFT JOIN "public"."EventAlias" a ON a."alias" = j."subject"
    WHERE j."kind" = 'notice.released' AND j."detail"->>'notice' = 'first' AND j."at" >= ${from} AND j."at" < ${until}`;
  return rows.map(({ key }) => key);
}

export interface ChangedEvent extends StoredEvent {
  /** As it stood at the end of the time; then as it stood before it, oldest first, without what a person held. */
  then: Standing;
  before: Standing[];
}
export interface Standing {
  event: JudgementEvent;
  at: Date;
}

/** Events known before this time that changed in it, by more than a reassessment or an import: that tells nobody. */
async function eventsChanged(client: Client, { from, until }: { from: Date; until: Date }): Promise<ChangedEvent[]> {
  const rows = await client.$queryRaw<{ key: string }[]>`
    SELECT e."key" FROM "public"."Event" e
    WHERE e."learntAt" < ${from} AND e."changedAt" >= ${from} AND e."status" <> ${WAITS}
      AND EXISTS (
        SELECT 1 FROM "public"."EventRevision" r
        JOIN "public"."Journal" j ON j."subject" = r."key" AND j."kind" IN ('event.stored', 'event.revised')
          AND (j."detail"->>'revision')::int = r."number"
        WHERE r."key" = e."key" AND r."at" >= ${from} AND r."at" < ${until} AND j."detail"->'quietly' IS NULL)
    ORDER BY e."key"`;
  const found = await Promise.all(
    rows.map(async ({ key }) => {
      const stored = readEvent(await client.event.findUniqueOrThrow({ where: { key } }));
      const standing = await standingsOf(client, key, until);
      const then = standing.at(-1);
      const before = standing.filter(({ event, at }) => at < from && !event.held && !event.waits);
      return then && !then.event.held ? [{ ...stored, then, before }] : [];
    }),
  );
  return found.flat();
}

/** As an event stood from when on, under any key it ever had, oldest first. */
async function standingsOf(client: Client, key: string, until: Date): Promise<Standing[]> {
  const revisions = await client.eventRevision.findMany({
    where: { key: { in: await everyKey(client, [key]) }, at: { lt: until } },
    orderBy: [{ at: 'asc' }, { number: 'asc' }],
  });
  return revisions.map(({ body, at }) => ({ event: reviveEvent(body), at }));
}
