import { digestId } from '../../core/keys.ts';
import { canonicalUrl } from '../../core/polling/canonical-url.ts';
import type { PrismaClient } from './client.ts';

export interface StoredReport {
  id: string;
  url: string;
  /** Article whose judgement it bears out. */
  foundIn: string;
  attempts: number;
  readAt: Date | null;
  gaveUpAt: Date | null;
}

const RETRY_AFTER_MS = 30 * 60_000;

/** Inspectorates' own reports that articles link to: each is read once, whoever links to it. */
export function reportStore(prisma: PrismaClient) {
  return {
    /** Notes reports to be read. @returns ids of those nobody had linked to before */
    async wantReports(urls: string[], foundIn: string, now: Date): Promise<string[]> {
      const rows = urls.map((url) => ({ id: digestId('report', canonicalUrl(url)), url, foundIn, firstSeen: now }));
      const added = await prisma.reportLink.createManyAndReturn({
        data: rows,
        skipDuplicates: true,
        select: { id: true },
      });
      return added.map(({ id }) => id);
    },

    /** What articles link to, as they were last read, in the order of `articleIds`. */
    async reportLinksOf(articleIds: string[]): Promise<string[]> {
      const revisions = await prisma.revision.findMany({
        where: { articleId: { in: articleIds } },
        orderBy: { number: 'asc' },
        select: { articleId: true, reports: true },
      });
      const last = new Map(revisions.map(({ articleId, reports }) => [articleId, reports]));
      return articleIds.flatMap((id) => last.get(id) ?? []);
    },

    async report(id: string): Promise<StoredReport | null> {
      return prisma.reportLink.findUnique({ where: { id } });
    },

    async unreadReports(now: Date, take: number): Promise<string[]> {
      const rows = await prisma.reportLink.findMany({
        where: { readAt: null, gaveUpAt: null, OR: [{ nextAttempt: null }, { nextAttempt: { lte: now } }] },
        orderBy: [{ firstSeen: 'asc' }, { id: 'asc' }],
        select: { id: true },
        take,
      });
      return rows.map(({ id }) => id);
    },

    /** @param articleId the report as an article; null for a page that only led to reports */
    async reportRead(id: string, articleId: string | null, now: Date): Promise<void> {
      await prisma.reportLink.update({ where: { id }, data: { readAt: now, articleId, nextAttempt: null } });
    },

    /** Not now. @param waitMs what the server asked for; 0 where it asked for nothing, and the attempt counts */
    async reportLater(id: string, reason: string, waitMs: number, now: Date, mostAttempts: number): Promise<void> {
      const { attempts } = await prisma.reportLink.update({
        where: { id },
        data: waitMs > 0 ? { nextAttempt: new Date(now.getTime() + waitMs) } : { attempts: { increment: 1 } },
        select: { attempts: true },
      });
      if (waitMs > 0) return;
      const nextAttempt = new Date(now.getTime() + RETRY_AFTER_MS * 2 ** (attempts - 1));
      await prisma.reportLink.update({
        where: { id },
        data: attempts < mostAttempts ? { nextAttempt } : { gaveUpAt: now, gaveUpReason: reason },
      });
    },

    async reportGivenUp(id: string, reason: string, now: Date): Promise<void> {
      await prisma.reportLink.update({ where: { id }, data: { gaveUpAt: now, gaveUpReason: reason } });
    },
  };
}
