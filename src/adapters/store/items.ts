import { gzipSync } from 'node:zlib';
import { json, type PrismaClient } from './client.ts';
import { lockSource, type PollRecord, type SourceAfterPoll, type StoredSource, writePoll } from './sources.ts';

export interface StoredItem {
  key: string;
  sourceId: string;
  link: string | null;
  title: string;
  summary: string | null;
  content: string | null;
  published: Date | null;
  firstSeen: Date;
  catalogue: boolean;
  articleId: string | null;
  readAt: Date | null;
  attempts: number;
  gaveUpAt: Date | null;
}

/** An entry of a poll with every identity it has. */
export interface ListedItem {
  key: string;
  aliases: string[];
  guid: string | null;
  link: string | null;
  title: string;
  summary: string | null;
  content: string | null;
  contentHash: string;
  published: Date | null;
  publishedFrom: string | null;
  /** Undated on the source's first poll: back catalogue. */
  catalogue: boolean;
}

export interface PollToKeep {
  source: StoredSource;
  poll: PollRecord;
  after: SourceAfterPoll;
  /** Oldest first. */
  items: ListedItem[];
  /** The response as received, kept for tracing; nothing for 304. */
  raw: { hash: string; body: Uint8Array; keptUntil: Date } | null;
}

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
     * @returns keys of items that are new or were revised, in the order given
     */
    async recordPoll({ source, poll, after, items, raw }: PollToKeep): Promise<string[]> {
      return prisma.$transaction(async (tx) => {
        await lockSource(tx, source.id);
        const aliases = await tx.itemAlias.findMany({
          where: { sourceId: source.id, alias: { in: items.flatMap((item) => item.aliases) } },
        });
        const owner = new Map(aliases.map(({ alias, itemKey }) => [alias, itemKey]));
        const fresh: ListedItem[] = [];
        const known = new Map<string, ListedItem>();
        for (const item of items) {
          const key = item.aliases.map((alias) => owner.get(alias)).find((found) => found !== undefined);
          if (key === undefined) {
            fresh.push(item);
            for (const alias of item.aliases) owner.set(alias, item.key);
          } else if (!known.has(key)) known.set(key, item);
        }
        const pollId = await writePoll(tx, source, poll, after, { items: items.length, fresh: fresh.length });
        if (raw) {
          const data = {
            hash: raw.hash,
            url: poll.url ?? source.url,
            headers: json(poll.headers),
            body: Uint8Array.from(gzipSync(raw.body)),
          };
          await tx.rawResponse.createMany({
            data: [{ ...data, receivedAt: poll.at, keptUntil: raw.keptUntil }],
            skipDuplicates: true,
          });
        }
        await tx.item.createMany({
          data: fresh.map(({ aliases: _aliases, ...item }) => ({
            ...item,
            sourceId: source.id,
            firstSeen: poll.at,
            lastSeen: poll.at,
            pollId,
          })),
          skipDuplicates: true,
        });
        await tx.itemAlias.createMany({
          data: [...fresh.map((item) => [item.key, item] as const), ...known].flatMap(([itemKey, item]) =>
            item.aliases.map((alias) => ({ sourceId: source.id, alias, itemKey: owner.get(alias) ?? itemKey })),
          ),
          skipDuplicates: true,
        });
        await tx.item.updateMany({
          where: { key: { in: [...known.keys()] } },
          data: { lastSeen: poll.at, state: 'listed' },
        });
        const stored = await tx.item.findMany({
          where: { key: { in: [...known.keys()] } },
          select: { key: true, contentHash: true },
        });
        const revised = stored.filter(({ key, contentHash }) => known.get(key)?.contentHash !== contentHash);
        for (const { key } of revised) {
          const {
            aliases: _aliases,
            key: _key,
            catalogue: _catalogue,
            published,
            publishedFrom,
            ...edited
          } = known.get(key) as ListedItem;
          await tx.item.update({
            where: { key },
            data: {
              ...edited,
              ...(published ? { published, publishedFrom } : {}),
              readAt: null,
              nextAttempt: null,
              revisions: { increment: 1 },
            },
          });
        }
        return [...fresh.map((item) => item.key), ...revised.map(({ key }) => key)];
      });
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

    async itemGivenUp(key: string, reason: string, now: Date): Promise<void> {
      await prisma.item.update({ where: { key }, data: { gaveUpAt: now, gaveUpReason: reason } });
    },

    async itemsOf(sourceId: string, take: number) {
      return prisma.item.findMany({
        where: { sourceId },
        orderBy: [{ firstSeen: 'desc' }, { key: 'asc' }],
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
