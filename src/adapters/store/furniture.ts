import type { PrismaClient } from './client.ts';

/** Paragraphs by host: one that stands on several pages belongs to the site, not to its articles. */
export function furnitureStore(prisma: PrismaClient) {
  return {
    /** In how many pages of the host each key was seen; keys never seen are left out. */
    async paragraphsSeen(host: string, keys: string[]): Promise<Map<string, number>> {
      const rows = await prisma.paragraph.findMany({
        where: { host, key: { in: keys } },
        select: { key: true, pages: true },
      });
      return new Map(rows.map(({ key, pages }) => [key, pages]));
    },

    /** Counts the paragraphs of one page, to be called once for each article. */
    async countParagraphs(host: string, keys: string[], at: Date): Promise<void> {
      await prisma.$executeRaw`
        INSERT INTO "public"."Paragraph" ("host", "key", "pages", "seenAt")
        SELECT ${host}, key, 1, ${at} FROM unnest(${keys}::text[]) AS key
        ON CONFLICT ("host", "key") DO UPDATE SET "pages" = "Paragraph"."pages" + 1, "seenAt" = excluded."seenAt"`;
    },

    /** What stood on one page only and not lately is no furniture. @returns how many went */
    async dropSingleParagraphs(seenBefore: Date): Promise<number> {
      return (await prisma.paragraph.deleteMany({ where: { pages: 1, seenAt: { lt: seenBefore } } })).count;
    },
  };
}
