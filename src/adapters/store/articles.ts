import type { Alerting } from '../../core/events/freshness.ts';
import type { ArticleText, Assessment, Day, Tier } from '../../core/types.ts';
import { Prisma, type PrismaClient } from './client.ts';

/** An article and the text to judge. Ids come from content, so that the same article read twice is one row. */
export interface ArticleToKeep {
  id: string;
  url: string | null;
  publisher: string | null;
  tier: Tier;
  homeAuthority: string | null;
  published: string | null;
  firstSeen: Date;
  alerting: Alerting;
  textHash: string;
  title: string;
  text: string;
  revisionHash: string;
  byline: string | null;
  modified: string | null;
  engine: string;
  confidence: number;
  rawHash: string | null;
  /** Addresses of the inspectorate's own report that it links to. */
  reports?: string[];
}

export interface StoredArticle extends ArticleText {
  tier: Tier;
  firstSeen: Date;
  alerting: Alerting;
  textHash: string;
  duplicateOf: string | null;
  revision: number;
  reports: string[];
}

const MOST_REVISIONS = 50;
/** Of one revision, however often its page is read. */
const MOST_LINKS = 50;

const LEARNABLE = ['published', 'publisher'] as const;
type Learnable = Pick<ArticleToKeep, (typeof LEARNABLE)[number]>;

const nowKnown = (stored: Learnable, given: Learnable): Partial<Learnable> =>
  Object.fromEntries(
    LEARNABLE.flatMap((field) => (stored[field] === null && given[field] !== null ? [[field, given[field]]] : [])),
  );

/** Those the same text did not have when it was read before. */
const newLinks = (known: readonly string[], given: readonly string[]): string[] =>
  [...new Set(given)].filter((link) => !known.includes(link)).slice(0, Math.max(0, MOST_LINKS - known.length));

export function articleStore(prisma: PrismaClient) {
  return {
    /**
     * Keeps an article, or a new revision of one that is known, and marks the item as read. What was not known of it and now
     * is, such as its date or a link of its text, is taken; what is known stays, or a date would wander with every reading.
     *
     * @returns whether there is something new to judge
     */
    async keepArticle(article: ArticleToKeep, itemKey: string | null, now: Date): Promise<{ changed: boolean }> {
      const {
        title,
        text,
        revisionHash,
        byline,
        modified,
        engine,
        confidence,
        rawHash,
        reports = [],
        ...row
      } = article;
      const revision = {
        title,
        text,
        hash: revisionHash,
        byline,
        modified,
        engine,
        confidence,
        rawHash,
        reports,
        at: now,
      };
      return prisma.$transaction(async (tx) => {
        const original = await tx.article.findFirst({
          where: { textHash: row.textHash, id: { not: row.id } },
          orderBy: [{ firstSeen: 'asc' }, { id: 'asc' }],
          select: { id: true, duplicateOf: true },
        });
        const duplicateOf = original ? (original.duplicateOf ?? original.id) : null;
        await tx.article.createMany({ data: [{ ...row, duplicateOf, revision: 1 }], skipDuplicates: true });
        await tx.$queryRaw`SELECT 1 FROM "public"."Article" WHERE "id" = ${row.id} FOR UPDATE`;
        const stored = await tx.article.findUniqueOrThrow({ where: { id: row.id } });
        const learnt = nowKnown(stored, row);
        const number = (await tx.revision.count({ where: { articleId: row.id } })) + 1;
        const known = await tx.revision.findFirst({
          where: { articleId: row.id, hash: revisionHash },
          orderBy: { number: 'desc' },
          select: { number: true, reports: true },
        });
        const links = known ? newLinks(known.reports, reports) : [];
        const isOther = known === null && number <= MOST_REVISIONS;
        const changed = isOther || Object.keys(learnt).length > 0 || links.length > 0;
        if (isOther) await tx.revision.create({ data: { articleId: row.id, number, ...revision } });
        if (known && links.length > 0)
          await tx.revision.update({
            where: { articleId_number: { articleId: row.id, number: known.number } },
            data: { reports: [...known.reports, ...links] },
          });
        if (changed)
          await tx.article.update({
            where: { id: row.id },
            data: {
              ...(isOther ? { revision: number, textHash: row.textHash } : {}),
              ...learnt,
              assessedAt: null,
              ...(row.alerting === 'always' ? { alertAskedAt: stored.alertAskedAt ?? now } : {}),
            },
          });
        if (itemKey)
          await tx.item.update({
            where: { key: itemKey },
            data: { readAt: now, articleId: row.id, nextAttempt: null },
          });
        return { changed };
      });
    },

    /** Whether the page of an article was read before. */
    async pageWasRead(id: string): Promise<boolean> {
      return (await prisma.revision.count({ where: { articleId: id, NOT: { engine: { startsWith: 'feed' } } } })) > 0;
    },

    async article(id: string): Promise<StoredArticle | null> {
      const row = await prisma.article.findUnique({ where: { id } });
      if (!row) return null;
      const revision = await prisma.revision.findUnique({
        where: { articleId_number: { articleId: id, number: row.revision } },
      });
      if (!revision) return null;
      return {
        ...row,
        tier: row.tier as Tier,
        alerting: row.alerting as Alerting,
        title: revision.title,
        text: revision.text,
        reports: revision.reports,
      };
    },

    /** When the first article came in; null before. */
    async watchingSince(): Promise<Date | null> {
      return (await prisma.article.aggregate({ _min: { firstSeen: true } }))._min.firstSeen;
    },

    /** Articles nobody has judged yet. */
    async unassessedArticles(take: number): Promise<string[]> {
      const rows = await prisma.article.findMany({
        where: { assessedAt: null, gaveUpAt: null },
        orderBy: [{ firstSeen: 'asc' }, { id: 'asc' }],
        select: { id: true },
        take,
      });
      return rows.map(({ id }) => id);
    },

    /** Whether anything is still to be read or judged now, which may bring an event. */
    async isReading(now: Date): Promise<boolean> {
      const [row] = await prisma.$queryRaw<{ found: boolean }[]>`
        SELECT EXISTS (SELECT 1 FROM "public"."Item" WHERE "readAt" IS NULL AND "gaveUpAt" IS NULL
                         AND ("nextAttempt" IS NULL OR "nextAttempt" <= ${now}))
            OR EXISTS (SELECT 1 FROM "public"."Article" WHERE "assessedAt" IS NULL AND "gaveUpAt" IS NULL) AS "found"`;
      return row?.found === true;
    },

    /**
     * Ids of judged articles, in order, after the one named.
     *
     * @param since day of publication, of first sight where that is unknown; null for all
     */
    async assessedArticles(since: Day | null, after: string, take: number): Promise<string[]> {
      const recent =
        since === null
          ? Prisma.empty
          : Prisma.sql`AND coalesce(left("published", 10), to_char("firstSeen", 'YYYY-MM-DD')) >= ${since}`;
      const rows = await prisma.$queryRaw<{ id: string }[]>`
        SELECT "id" FROM "public"."Article" WHERE "assessedAt" IS NOT NULL AND "id" > ${after} ${recent} ORDER BY "id" LIMIT ${take}`;
      return rows.map(({ id }) => id);
    },

    async articleGivenUp(id: string, reason: string, now: Date): Promise<void> {
      await prisma.article.update({ where: { id }, data: { gaveUpAt: now, gaveUpReason: reason } });
    },

    async assessmentOf(articleId: string): Promise<{
      title: string;
      text: string;
      revision: number;
      /** SHA-256 of the JSON array of title and text. */
      hash: string;
      assessment: Assessment | null;
    } | null> {
      const article = await prisma.article.findUnique({ where: { id: articleId }, select: { revision: true } });
      if (!article) return null;
      const row = await prisma.revision.findUnique({
        where: { articleId_number: { articleId, number: article.revision } },
      });
      if (!row) return null;
      const { title, text, number, hash, assessment } = row;
      return { title, text, revision: number, hash, assessment: assessment as unknown as Assessment | null };
    },
  };
}
