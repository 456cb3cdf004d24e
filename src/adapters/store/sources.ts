import { canonicalJson, digestId, sha256 } from '../../core/keys.ts';
import type { AfterPoll } from '../../core/polling/due.ts';
import { afresh, elsewhere } from '../../core/polling/moves.ts';
import type { SourceState } from '../../core/polling/state.ts';
import type { Coded, SourceProposal, SourceStatus } from '../../core/types.ts';
import type { ErrorClass } from '../../errors.ts';
import type { Hop } from '../../ports.ts';
import { type Client, holdLock, json, type Prisma, type PrismaClient } from './client.ts';
import { waitingLater } from './waiting-later.ts';

/** A source as it stands: what was proposed or an operator changed, and how it does. */
export interface StoredSource extends Required<SourceProposal> {
  aliases: string[];
  state: (SourceState & { intervalMinutes: number; intervalReason: string }) | null;
  notes: (Coded & { at: string })[];
  nextDue: Date | null;
  lastAttempt: Date | null;
  lastSuccess: Date | null;
  createdAt: Date;
}

/** Outcomes of polls: the source answered; its host wanted silence, so that it was not asked. */
const ANSWERS = ['ok', 'not_modified', 'unchanged'];
const NOT_ASKED = 'held';

/** One attempt, as the health pages and `trace` show it. */
export interface PollRecord {
  at: Date;
  ms: number;
  outcome: string;
  message: string | null;
  url: string | null;
  status: number | null;
  headers: Record<string, string>;
  hops: Hop[];
  bodyHash: string | null;
  warnings: Coded[];
}

/** Sources that are polled; the others rest, whatever their due time. */
const POLLED: SourceStatus[] = ['seen', 'listed', 'added', 'resting'];
const POLLED_AS_USUAL = ['seen', 'listed', 'added'];
/** Notes kept on a source's row, newest last. */
const NOTES_KEPT = 20;

type Row = Prisma.SourceGetPayload<Record<string, never>>;
const read = (row: Row): StoredSource => row as unknown as StoredSource;

export function sourceStore(prisma: PrismaClient) {
  return {
    async source(id: string): Promise<StoredSource | null> {
      const row = await prisma.source.findUnique({ where: { id } });
      return row && read(row);
    },

    async sources(): Promise<StoredSource[]> {
      return (await prisma.source.findMany({ orderBy: { id: 'asc' } })).map(read);
    },

    /**
     * Brings the shipped list into the rows: what is new in it is added, what it says otherwise is taken over but for
     * fields an operator has changed, and what it lacks is paused. Unchanged proposals make no work.
     */
    async syncSources(proposals: SourceProposal[], now: Date) {
      return prisma.$transaction(async (tx) => {
        // Several processes start at once; the second finds nothing left to change.
        await holdLock(tx, 'sources');
        const rows = new Map((await tx.source.findMany()).map((row) => [row.id, row]));
        const proposed = proposals.map((proposal) => ({ ...proposal, proposalHash: sha256(canonicalJson(proposal)) }));
        const added = proposed.filter(({ id }) => !rows.has(id));
        await tx.source.createMany({
          data: added.map((proposal) => ({ ...proposal, state: json(null), nextDue: now, createdAt: now })),
        });
        const changed = proposed.filter(({ id, proposalHash }) => {
          const row = rows.get(id);
          return row && row.proposalHash !== proposalHash;
        });
        for (const { id, proposalHash, ...fields } of changed) {
          const kept = rows.get(id)?.operatorFields ?? [];
          const data = Object.fromEntries(Object.entries(fields).filter(([field]) => !kept.includes(field)));
          await tx.source.update({ where: { id }, data: { ...data, proposalHash } });
        }
        const ids = new Set(proposed.map(({ id }) => id));
        const gone = [...rows.values()].filter(
          ({ id, proposalHash, status }) => !ids.has(id) && proposalHash !== null && status !== 'paused',
        );
        await tx.source.updateMany({
          where: { id: { in: gone.map(({ id }) => id) } },
          data: { status: 'paused', proposalHash: null },
        });
        return { added: added.length, updated: changed.length, paused: gone.length };
      });
    },

    /** @returns false when the id or address is taken. */
    async addSource(source: SourceProposal, now: Date): Promise<boolean> {
      if ((await prisma.source.count({ where: { OR: [{ id: source.id }, { url: source.url }] } })) > 0) return false;
      const added = await prisma.source.createMany({
        data: [{ ...source, state: json(null), nextDue: now, createdAt: now }],
        skipDuplicates: true,
      });
      return added.count === 1;
    },

    /** Adds all of them or, when one cannot be, none. */
    async addSources(sources: SourceProposal[], now: Date): Promise<void> {
      const rows = sources.map((source) => ({ ...source, state: json(null), nextDue: now, createdAt: now }));
      await prisma.source.createMany({ data: rows });
    },

    async removeSource(id: string): Promise<boolean> {
      const row = await prisma.source.findUnique({ where: { id }, select: { proposalHash: true } });
      if (!row) return false;
      // A shipped source would come back at the next start: it is paused by the operator's hand instead.
      if (row.proposalHash !== null)
        await prisma.source.update({ where: { id }, data: { status: 'paused', operatorFields: { push: 'status' } } });
      else await prisma.source.delete({ where: { id } });
      return true;
    },

    /**
     * A person gave a source another address, or another chance: it is polled at once, and the shipped list no longer
     * touches what was changed. The earlier address stays known.
     *
     * @returns the source as it is now; the id of another that has the address already; null when it is gone
     */
    async takeUp(id: string, url: string | null, now: Date): Promise<StoredSource | { taken: string } | null> {
      return prisma.$transaction(async (tx) => {
        await lockSource(tx, id);
        const row = await tx.source.findUnique({ where: { id } });
        if (!row) return null;
        const other = url && (await tx.source.findFirst({ where: { url, id: { not: id } }, select: { id: true } }));
        if (other) return { taken: other.id };
        const { state, notes, aliases } = read(row);
        const message = url ? `moved from ${row.url} to ${url} by hand` : `polled again by hand; it was ${row.status}`;
        const note = { code: url ? 'moved' : 'resumed', message, at: now.toISOString() };
        const again = row.status === 'resting' ? 'listed' : 'added';
        // What is known of the shipped address, its format too, does not hold for a person's.
        const status = url ? 'added' : POLLED_AS_USUAL.includes(row.status) ? row.status : again;
        const changed = [...(url ? ['url', 'format'] : []), ...(status === row.status ? [] : ['status'])];
        const data = {
          ...(url ? { url, aliases: [...aliases.filter((alias) => alias !== url), row.url], lastSuccess: null } : {}),
          status,
          operatorFields: [...new Set([...row.operatorFields, ...changed])],
          state: json(state && (url ? elsewhere(state) : afresh(state))),
          notes: json([...notes, note].slice(-NOTES_KEPT)),
          nextDue: now,
          claimedUntil: null,
        };
        return read(await tx.source.update({ where: { id }, data }));
      });
    },

    /** Something a person should know, found between polls. */
    async noteSource(id: string, note: Coded, at: Date): Promise<void> {
      const row = await prisma.source.findUnique({ where: { id } });
      if (!row) return;
      const notes = [...read(row).notes, { ...note, at: at.toISOString() }].slice(-NOTES_KEPT);
      await prisma.source.update({ where: { id }, data: { notes: json(notes) } });
    },

    async pollNow(ids: string[] | null, now: Date): Promise<number> {
      const where = { status: { in: POLLED }, ...(ids ? { id: { in: ids } } : {}) };
      return (await prisma.source.updateMany({ where, data: { nextDue: now, claimedUntil: null } })).count;
    },

    /** Claims sources that are due: two pollers never fetch one at once. A claim ends by itself. */
    async claimDueSources(now: Date, leaseMs: number, limit: number): Promise<string[]> {
      const until = new Date(now.getTime() + leaseMs);
      const rows = await prisma.$queryRaw<{ id: string }[]>`
        UPDATE "public"."Source" SET "claimedUntil" = ${until}
        WHERE "id" IN (
          SELECT "id" FROM "public"."Source"
          WHERE ("nextDue" <= ${now} OR "state" = 'null') AND "status" = ANY(${POLLED}) AND ("claimedUntil" IS NULL OR "claimedUntil" < ${now})
          ORDER BY "nextDue", "id" LIMIT ${limit} FOR UPDATE SKIP LOCKED)
        RETURNING "id"`;
      return rows.map(({ id }) => id).sort();
    },

    waitingLater: (now: Date) => waitingLater(prisma, POLLED, now),

    async itemCounts(): Promise<Map<string, number>> {
      const rows = await prisma.item.groupBy({ by: ['sourceId'], _count: true });
      return new Map(rows.map(({ sourceId, _count }) => [sourceId, _count]));
    },

    /**
     * Sources that were asked in this time: how often they answered, and of those that failed at its end since when (in a row,
     * however long ago) and what came back last. What its host wanted left alone was not asked.
     */
    async attemptsWithin(from: Date, until: Date) {
      return prisma.$queryRaw<
        {
          sourceId: string;
          answered: number;
          /** Why the last try in this time failed; null where it did not. */
          failure: ErrorClass | null;
          status: number | null;
          failingSince: Date | null;
        }[]
      >`
        WITH asked AS (
          SELECT "sourceId", "at", "outcome", "status", "outcome" = ANY(${ANSWERS}) AS good FROM "public"."Poll"
          WHERE "at" >= ${from} AND "at" < ${until} AND "outcome" <> ${NOT_ASKED}),
        found AS (
          SELECT DISTINCT ON ("sourceId") "sourceId", "outcome", "status", good,
                 (count(*) FILTER (WHERE good) OVER (PARTITION BY "sourceId"))::int AS answered
          FROM asked ORDER BY "sourceId", "at" DESC)
        SELECT f."sourceId", f.answered, f."status", CASE WHEN NOT f.good THEN f."outcome" END AS failure,
               CASE WHEN NOT f.good THEN (
                 SELECT min(p."at") FROM "public"."Poll" p
                 WHERE p."sourceId" = f."sourceId" AND p."at" < ${until} AND p."outcome" <> ${NOT_ASKED} AND p."at" > coalesce((
                   SELECT max(g."at") FROM "public"."Poll" g
                   WHERE g."sourceId" = f."sourceId" AND g."at" < ${until} AND g."outcome" = ANY(${ANSWERS})), '-infinity')
               ) END AS "failingSince"
        FROM found f ORDER BY f."sourceId"`;
    },

    async polls(sourceId: string, take: number) {
      return prisma.poll.findMany({ where: { sourceId }, orderBy: { at: 'desc' }, take });
    },
  };
}

/** Writes one attempt and what it changes about the source, inside the caller's transaction. */
export async function writePoll(
  tx: Client,
  source: StoredSource,
  poll: PollRecord,
  after: AfterPoll,
  counts: { items: number; fresh: number },
): Promise<string> {
  const id = digestId(source.id, poll.at.toISOString());
  await tx.poll.createMany({
    data: [
      {
        id,
        sourceId: source.id,
        ...poll,
        headers: json(poll.headers),
        hops: json(poll.hops),
        warnings: json(poll.warnings),
        ...counts,
      },
    ],
    skipDuplicates: true,
  });
  const move = await settleMove(tx, source, after);
  const offered = (message: string) => source.notes.some((known) => known.message === message);
  const told = move.notes.filter(({ code, message }) => code !== 'merge_offer' || !offered(message));
  const notes = [...source.notes, ...told.map((note) => ({ ...note, at: poll.at.toISOString() }))].slice(-NOTES_KEPT);
  await tx.source.update({
    where: { id: source.id },
    data: {
      state: json({ ...after.state, intervalMinutes: after.intervalMinutes, intervalReason: after.reason }),
      nextDue: after.nextDue,
      status: after.status,
      format: source.format,
      notes: json(notes),
      claimedUntil: null,
      // Held is not asked.
      ...(poll.outcome === 'held' ? {} : { lastAttempt: poll.at }),
      ...(counts.items > 0 || ['ok', 'not_modified', 'unchanged'].includes(poll.outcome)
        ? { lastSuccess: poll.at }
        : {}),
      ...(move.url === source.url ? {} : { url: move.url, aliases: [...source.aliases, source.url] }),
    },
  });
  return id;
}

/** Two sources never come to poll one address: the move stays an offer to a person to make them one. */
async function settleMove(tx: Client, source: StoredSource, { url, notes }: AfterPoll) {
  if (url === source.url) return { url, notes };
  const other = await tx.source.findFirst({ where: { url, id: { not: source.id } }, select: { id: true } });
  if (!other) return { url, notes };
  const message = `moved to ${url}, which ${other.id} polls already; remove one of the two`;
  return {
    url: source.url,
    notes: [...notes.filter(({ code }) => code !== 'moved'), { code: 'merge_offer', message }],
  };
}

export const lockSource = (tx: Prisma.TransactionClient, id: string) => holdLock(tx, `source:${id}`);
