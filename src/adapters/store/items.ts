import { gzipSync } from 'node:zlib';
import type { AfterPoll } from '../../core/polling/due.ts';
import { aliasesOf, type Identified, type KnownItem, matchItems } from '../../core/polling/identity.ts';
import { unlisted } from '../../core/polling/withdrawn.ts';
import type { ParsedEntry, SourceFormat } from '../../core/types.ts';
import { type Client, json, type PrismaClient } from './client.ts';
import { ignoringCase } from './ignoring-case.ts';
import { lockSource, type PollRecord, type StoredSource, writePoll } from './sources.ts';

export interface StoredItem {
  key: string;
  sourceId: string;
  link: string | null;
  title: string;
  summary: string | null;
  content: string | null;
  published: Date | null;
  publishedFrom: string | null;
  firstSeen: Date;
  catalogue: boolean;
  articleId: string | null;
  readAt: Date | null;
  attempts: number;
  gaveUpAt: Date | null;
}

export interface PollToKeep {
  source: StoredSource;
  poll: PollRecord;
  /** What the document turned out to be. */
  format: SourceFormat;
  /** Oldest first. */
  entries: Identified[];
  /** Decides what the poll changes about its source, once it is known which entries are new. Pure. */
  conclude(fresh: readonly Identified[]): AfterPoll;
  /** Entries met far down a list, of which only a date can tell that they are news. */
  unplaced: ReadonlySet<ParsedEntry>;
  /** Not all that the source lists was read: nothing can be said of what is absent. */
  partial: boolean;
  /** The response as received, kept for tracing; nothing for 304. */
  raw: { hash: string; body: Uint8Array; keptUntil: Date } | null;
}

export interface RecordedPoll {
  changed: string[];
  /** How many of them are new, not edited. */
  fresh: number;
  missing: { key: string; link: string | null }[];
}

/** No list is longer than this; older items have long scrolled out. */
const MOST_LISTED = 1_000;
const RETRY_ITEMS_AFTER_MS = 5 * 60_000;

export function itemStore(prisma: PrismaClient) {
  return {
    async item(key: string): Promise<StoredItem | null> {
      return prisma.item.findUnique({ where: { key } });
    },

    /**
     * Keeps one poll in one transaction: the attempt, the source's new state with its validators, and the items, so that
     * validators are never kept without the items they came with.
     *
     * @returns keys of items that are new or were revised, in the order given, and items that went missing from among
     *   those still listed: their addresses tell whether they were withdrawn
     */
    async recordPoll({
      source,
      poll,
      format,
      entries,
      conclude,
      unplaced,
      partial,
      raw,
    }: PollToKeep): Promise<RecordedPoll> {
      return prisma.$transaction(async (tx) => {
        await lockSource(tx, source.id);
        const matched = matchItems(await knownItems(tx, source.id, entries), entries);
        const { fresh } = matched;
        // Mails are letters, no list: a later one that names a story again has not edited it, nor dropped the others.
        const isMail = format === 'mail';
        const known = isMail ? [...matched.known, ...matched.revised] : matched.known;
        const revised = isMail ? [] : matched.revised;
        const pollId = await writePoll(tx, { ...source, format }, poll, conclude(fresh), {
          items: entries.length,
          fresh: fresh.length,
        });
        if (raw) await writeRaw(tx, source, poll, raw);
        const firstPoll = source.lastSuccess === null;
        const rows = fresh.map((item) => ({
          key: item.key,
          sourceId: source.id,
          ...columns(item),
          firstSeen: poll.at,
          lastSeen: poll.at,
          // Undated on the first poll: how old it is nobody knows, so it is back catalogue.
          catalogue: (firstPoll || unplaced.has(item.entry)) && item.entry.published === null,
          pollId,
        }));
        await tx.item.createMany({ data: rows, skipDuplicates: true });
        const aliases = [
          ...fresh.flatMap(({ key, aliases }) => aliases.map((alias) => ({ alias, itemKey: key }))),
          ...[...known, ...revised].flatMap(({ key, newAliases }) =>
            newAliases.map((alias) => ({ alias, itemKey: key })),
          ),
        ];
        await tx.itemAlias.createMany({
          data: aliases.map((alias) => ({ sourceId: source.id, ...alias })),
          skipDuplicates: true,
        });
        const listed = [...known, ...revised].map(({ key }) => key);
        await tx.item.updateMany({ where: { key: { in: listed } }, data: { lastSeen: poll.at, state: 'listed' } });
        for (const item of revised) await tx.item.update({ where: { key: item.key }, data: revision(item) });
        const current = new Set([...listed, ...fresh.map(({ key }) => key)]);
        return {
          changed: [...fresh, ...revised].map(({ key }) => key),
          fresh: fresh.length,
          missing: isMail || partial ? [] : await markScrolledOut(tx, source.id, current, entries),
        };
      });
    },

    /** For each entry, whether this source has listed it before. */
    async knownAmong(sourceId: string, entries: Identified[]): Promise<boolean[]> {
      const known = await knownItems(prisma, sourceId, entries);
      return entries.map(({ aliases }) => aliases.some((alias) => known.has(alias)));
    },

    /** What became of an item its source does not list any more. */
    async itemUnlisted(key: string, state: 'no_longer_listed' | 'withdrawn'): Promise<void> {
      await prisma.item.update({ where: { key }, data: { state } });
    },

    /** Items nobody has read yet, oldest publication first. */
    async unreadItems(now: Date, take: number): Promise<string[]> {
      const rows = await prisma.item.findMany({
        where: { readAt: null, gaveUpAt: null, OR: [{ nextAttempt: null }, { nextAttempt: { lte: now } }] },
        orderBy: [{ firstSeen: 'asc' }, { key: 'asc' }],
        select: { key: true },
        take,
      });
      return rows.map(({ key }) => key);
    },

    /** An attempt failed in a way that may pass. @returns whether it will be tried again */
    async itemFailed(key: string, reason: string, now: Date, mostAttempts: number): Promise<boolean> {
      const { attempts } = await prisma.item.update({
        where: { key },
        data: { attempts: { increment: 1 } },
        select: { attempts: true },
      });
      const again = attempts < mostAttempts;
      await prisma.item.update({
        where: { key },
        data: again
          ? { nextAttempt: new Date(now.getTime() + RETRY_ITEMS_AFTER_MS * 2 ** (attempts - 1)) }
          : { gaveUpAt: now, gaveUpReason: reason },
      });
      return again;
    },

    /** Not before then: its host asked to wait, which is no failure of the item. */
    async itemPostponed(key: string, until: Date): Promise<void> {
      await prisma.item.update({ where: { key }, data: { nextAttempt: until } });
    },

    /**
     * When, since a moment, the same article was read for an item of another source; null where it was not. Another
     * headline over one address tells of something new there, unless it was read since.
     */
    async readElsewhere(item: StoredItem, articleId: string, since: Date): Promise<Date | null> {
      const { sourceId, title, firstSeen } = item;
      const others = { articleId, sourceId: { not: sourceId }, readAt: { gte: since } };
      const same = [{ title: ignoringCase(title) }, { readAt: { gte: firstSeen } }];
      const latest = await prisma.item.findFirst({
        where: { ...others, OR: same },
        orderBy: { readAt: 'desc' },
        select: { readAt: true },
      });
      return latest?.readAt ?? null;
    },

    /** Its article was read then, for an item of another source. */
    async itemReadAs(key: string, articleId: string, readAt: Date): Promise<void> {
      await prisma.item.update({ where: { key }, data: { readAt, articleId, nextAttempt: null } });
    },

    async itemGivenUp(key: string, reason: string, now: Date): Promise<void> {
      await prisma.item.update({ where: { key }, data: { gaveUpAt: now, gaveUpReason: reason } });
    },

    async itemsOf(sourceId: string, take: number) {
      return prisma.item.findMany({
        where: { sourceId },
        orderBy: [{ firstSeen: 'desc' }, { published: { sort: 'desc', nulls: 'last' } }, { key: 'asc' }],
        take,
        select: {
          key: true,
          title: true,
          link: true,
          published: true,
          firstSeen: true,
          revisions: true,
          state: true,
          gaveUpReason: true,
        },
      });
    },
  };
}

const columns = ({ entry, contentHash }: Identified) => ({
  guid: entry.id,
  link: entry.link,
  title: entry.title,
  summary: entry.summary,
  content: entry.content,
  contentHash,
  published: entry.published === null ? null : new Date(entry.published),
  publishedFrom: entry.publishedFrom,
});

/** An edited item is read again; a publication date, once known, is not lost to an edit that leaves it out. */
function revision(item: Identified) {
  const { published, publishedFrom, ...edited } = columns(item);
  return {
    ...edited,
    ...(published ? { published, publishedFrom } : {}),
    readAt: null,
    nextAttempt: null,
    attempts: 0,
    revisions: { increment: 1 },
  };
}

async function markScrolledOut(
  tx: Client,
  sourceId: string,
  current: ReadonlySet<string>,
  entries: readonly Identified[],
): Promise<RecordedPoll['missing']> {
  const rows = await tx.item.findMany({
    where: { sourceId, state: 'listed' },
    orderBy: [{ firstSeen: 'desc' }, { key: 'asc' }],
    take: MOST_LISTED,
    select: { key: true, link: true, published: true, firstSeen: true },
  });
  const { scrolledOut, missing } = unlisted(rows, current, entries);
  await tx.item.updateMany({ where: { key: { in: scrolledOut } }, data: { state: 'no_longer_listed' } });
  return rows.filter(({ key }) => missing.includes(key)).map(({ key, link }) => ({ key, link }));
}

async function knownItems(tx: Client, sourceId: string, entries: Identified[]): Promise<Map<string, KnownItem>> {
  const rows = await tx.itemAlias.findMany({
    where: { sourceId, alias: { in: aliasesOf(entries) } },
    select: { alias: true, item: { select: { key: true, contentHash: true } } },
  });
  return new Map(rows.map(({ alias, item }) => [alias, item]));
}

export interface ResponseToKeep {
  hash: string;
  url: string;
  headers: unknown;
  body: Uint8Array;
  receivedAt: Date;
  keptUntil: Date;
}

async function writeRaw(
  tx: Client,
  source: StoredSource,
  poll: PollRecord,
  raw: NonNullable<PollToKeep['raw']>,
): Promise<void> {
  await writeResponse(tx, {
    ...{ hash: raw.hash, body: raw.body, keptUntil: raw.keptUntil },
    ...{ url: poll.url ?? source.url, headers: poll.headers, receivedAt: poll.at },
  });
}

/** The same bytes are kept once, as first received, until the later of their times. */
export async function writeResponse(client: Client, { body, headers, ...response }: ResponseToKeep): Promise<void> {
  const data = { ...response, headers: json(headers), body: Uint8Array.from(gzipSync(body)) };
  const made = await client.rawResponse.createMany({ data: [data], skipDuplicates: true });
  if (made.count > 0) return;
  const { hash, keptUntil } = response;
  await client.rawResponse.updateMany({ where: { hash, keptUntil: { lt: keptUntil } }, data: { keptUntil } });
}
