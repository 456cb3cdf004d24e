import { gunzipSync } from 'node:zlib';
import type { PrismaClient } from './client.ts';
import { type ResponseToKeep, writeResponse } from './items.ts';

const response = { hash: true, url: true, headers: true, receivedAt: true, keptUntil: true } as const;

/** The way back from an event to the bytes it rests on. */
export function traceStore(prisma: PrismaClient) {
  return {
    /** The sources' entries that led to an article, each with the poll that brought it and the response of that poll. */
    async itemsBehind(articleId: string) {
      const items = await prisma.item.findMany({
        where: { articleId },
        orderBy: [{ firstSeen: 'asc' }, { key: 'asc' }],
        select: {
          key: true,
          sourceId: true,
          guid: true,
          link: true,
          title: true,
          published: true,
          firstSeen: true,
          pollId: true,
        },
      });
      const polls = await prisma.poll.findMany({ where: { id: { in: items.flatMap(({ pollId }) => pollId ?? []) } } });
      const responses = await prisma.rawResponse.findMany({
        where: { hash: { in: polls.flatMap(({ bodyHash }) => bodyHash ?? []) } },
        select: response,
      });
      return items.map(({ pollId, ...item }) => {
        const poll = polls.find(({ id }) => id === pollId) ?? null;
        return { ...item, poll, response: responses.find(({ hash }) => hash === poll?.bodyHash) ?? null };
      });
    },

    /** Every revision of an article, oldest first, without the verdicts. */
    async revisionsOf(articleId: string) {
      return prisma.revision.findMany({
        where: { articleId },
        orderBy: { number: 'asc' },
        omit: { assessment: true },
      });
    },

    /** Revisions of an event under any of these keys, oldest first. */
    async revisionsUnder(keys: string[]) {
      return prisma.eventRevision.findMany({
        where: { key: { in: keys } },
        orderBy: [{ at: 'asc' }, { key: 'asc' }, { number: 'asc' }],
        select: { key: true, number: true, at: true, cause: true, body: true },
      });
    },

    async noticesOf(eventKey: string) {
      return prisma.notice.findMany({ where: { eventKey }, orderBy: [{ at: 'asc' }, { notice: 'asc' }] });
    },

    keepResponse: (response: ResponseToKeep): Promise<void> => writeResponse(prisma, response),

    /** Pages as received, by hash, without their bodies. */
    async responses(hashes: string[]) {
      return prisma.rawResponse.findMany({ where: { hash: { in: hashes } }, select: response });
    },

    /** A kept response as received; null when its time is over. */
    async responseBody(hash: string): Promise<Uint8Array | null> {
      const row = await prisma.rawResponse.findUnique({ where: { hash }, select: { body: true } });
      return row && gunzipSync(row.body);
    },
  };
}
