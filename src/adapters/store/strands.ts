/** What there was to tell in a time, strand by strand: each judgement as it was news once, whatever it was merged with since. */
import { type Correcting, keyAt, type Step, type Steps, strandOf } from '../../core/events/strands.ts';
import type { JudgementEvent, Report } from '../../core/types.ts';
import type { Client, PrismaClient } from './client.ts';
import { readEvent, WAITS } from './events.ts';

/** An event from a moment on; of its reports, which are most of it, only what says how new it is. */
interface Revision {
  key: string;
  at: Date;
  event: Omit<JudgementEvent, 'reports'> & { reports: Pick<Report, 'articleId' | 'articleDay'>[] };
  /** A reassessment or an import made it so, which tells nobody. */
  quietly: boolean;
}

export interface StoredStrand {
  /** Under which it first was news. */
  key: string;
  /** What it is, or is a part of, now. */
  event: JudgementEvent;
  stood: Revision[];
  /** When an event first stood under that key, which may have been before it was news by itself. */
  learntAt: Date;
  /** When its first news could be told: at once, or when a person released it; null while it waits for one. */
  foundAt: Date | null;
}

interface Made extends Correcting {
  notice: string;
  waits: boolean;
}

export const strandStore = (prisma: PrismaClient) => ({
  /** Strands of all that changed, was corrected or released in this time, and when each correction of them was promised. */
  async strandsWithin(time: { from: Date; until: Date }) {
    return strandsOf(prisma, await keysWithin(prisma, time), time.until);
  },

  /** The same of all that these events ever were, and were one with. */
  strandsOf: (keys: readonly string[], until: Date) => strandsOf(prisma, keys, until),
});

async function strandsOf(client: Client, keys: readonly string[], until: Date) {
  const family = await relatedKeys(client, keys);
  const [steps, revisions, { made, released }, rows, routed] = await Promise.all([
    stepsOf(client, family),
    revisionsOf(client, family),
    noticesMade(client, family),
    client.event.findMany({ where: { key: { in: family } } }),
    client.notice.findMany({ where: { eventKey: { in: family } } }),
  ]);
  const events = new Map(rows.map(readEvent).map(({ event }) => [event.key, event]));
  const keyNow = (key: string) => keyAt(steps, key, until) ?? key;
  const firsts = new Map(made.flatMap((one) => (one.notice === 'first' ? [[one.key, one] as const] : [])).reverse());
  const strands = [...firsts.values()].flatMap((first): StoredStrand[] => {
    const event = events.get(keyNow(first.key));
    const all = strandOf(first.key, steps, revisions);
    // What is split off a merge may have a key back under which it stood before, told then under another, and is news anew.
    const stood = all.filter(({ at }) => at >= first.made);
    const [[earliest], [begun]] = [all, stood];
    if (!event || !earliest || !begun) return [];
    const release = released.find(({ key, at }) => at >= first.made && keyAt(steps, first.key, at) === key);
    return [
      { key: first.key, event, stood, learntAt: earliest.at, foundAt: first.waits ? (release?.at ?? null) : begun.at },
    ];
  });
  const corrections = made.flatMap(({ notice, waits, ...one }) => {
    if (notice === 'first') return [];
    const row = routed.find(
      (other) =>
        other.notice === notice &&
        other.at.getTime() === one.made.getTime() &&
        [one.key, keyNow(one.key)].includes(other.eventKey),
    );
    // Where two became one that both had a first correction, one of the two has no row any more: it was promised when it was made.
    const at = row || waits ? row?.routedAt : one.made;
    return at ? [{ ...one, at }] : [];
  });
  return { strands, corrections };
}

/** Keys of events that changed in this time, or of which something was promised or released in it. */
async function keysWithin(client: Client, { from, until }: { from: Date; until: Date }): Promise<string[]> {
  const rows = await client.$queryRaw<{ key: string }[]>`
    SELECT "key" FROM "public"."Event"
    WHERE "learntAt" < ${until} AND "changedAt" >= ${from} AND "status" <> ${WAITS}
    UNION SELECT "eventKey" FROM "public"."Notice" WHERE "routedAt" >= ${from} AND "routedAt" < ${until}
    UNION SELECT "subject" FROM "public"."Journal"
    WHERE "kind" = 'notice.released' AND "at" >= ${from} AND "at" < ${until}`;
  return rows.map(({ key }) => key);
}

/** These keys, and all that ever led to them or that they led to. */
async function relatedKeys(client: Client, keys: readonly string[]): Promise<string[]> {
  const renames = await client.$queryRaw<{ key: string; heir: string }[]>`
    SELECT DISTINCT "subject" AS key, "detail"->>'heir' AS heir FROM "public"."Journal"
    WHERE "kind" = 'event.renamed' AND "detail"->>'heir' IS NOT NULL`;
  const beside = new Map<string, string[]>();
  for (const { key, heir } of renames) {
    beside.set(key, [...(beside.get(key) ?? []), heir]);
    beside.set(heir, [...(beside.get(heir) ?? []), key]);
  }
  const found = new Set(keys);
  for (const key of found) for (const other of beside.get(key) ?? []) found.add(other);
  return [...found];
}

async function stepsOf(client: Client, keys: string[]): Promise<Steps> {
  const rows = await client.$queryRaw<(Step & { key: string })[]>`
    SELECT "subject" AS key, "at",
           CASE WHEN "kind" IN ('event.stored', 'event.revised') THEN "subject" ELSE "detail"->>'heir' END AS "leadsTo"
    FROM "public"."Journal"
    WHERE "subject" = ANY(${keys}) AND "kind" IN ('event.stored', 'event.revised', 'event.renamed', 'event.vanished')
    ORDER BY "id"`;
  return grouped(rows);
}

async function revisionsOf(client: Client, keys: string[]): Promise<Map<string, Revision[]>> {
  const rows = await client.$queryRaw<Revision[]>`
    SELECT r."key", r."at", r."body" || jsonb_build_object('reports', (
        SELECT coalesce(jsonb_agg(jsonb_build_object('articleId', one->'articleId', 'articleDay', one->'articleDay')), '[]')
        FROM jsonb_array_elements(r."body"->'reports') one)) AS "event",
      EXISTS (
        SELECT 1 FROM "public"."Journal" j WHERE j."subject" = r."key" AND j."kind" IN ('event.stored', 'event.revised')
          AND (j."detail"->>'revision')::int = r."number" AND j."detail"->'quietly' IS NOT NULL) AS "quietly"
    FROM "public"."EventRevision" r WHERE r."key" = ANY(${keys}) ORDER BY r."key", r."at", r."number"`;
  return grouped(rows);
}

/** Under the keys of their time, oldest first: the notices themselves follow their event's key. */
async function noticesMade(client: Client, keys: string[]) {
  const made = await client.$queryRaw<Made[]>`
    SELECT "subject" AS key, "detail"->>'notice' AS notice, "detail"->'changes' AS changes, "at" AS made,
           "detail"->>'waits' IS NOT NULL AS waits
    FROM "public"."Journal" WHERE "kind" = 'notice.made' AND "subject" = ANY(${keys}) ORDER BY "id"`;
  const released = await client.$queryRaw<{ key: string; at: Date }[]>`
    SELECT "subject" AS key, "at" FROM "public"."Journal"
    WHERE "kind" = 'notice.released' AND "detail"->>'notice' = 'first' AND "subject" = ANY(${keys}) ORDER BY "id"`;
  return { made, released };
}

function grouped<Row extends { key: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.key);
    if (group) group.push(row);
    else groups.set(row.key, [row]);
  }
  return groups;
}
