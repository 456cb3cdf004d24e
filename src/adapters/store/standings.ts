/** How events stood before: what pages and feeds showed of them, and what there was to tell. */
import type { JudgementEvent } from '../../core/types.ts';
import type { Client, PrismaClient } from './client.ts';
import { readEvent, WAITS } from './events.ts';

/** An event from a moment on; without its reports, which are most of it. */
export interface Stood {
  at: Date;
  event: Omit<JudgementEvent, 'reports'>;
  /** A reassessment or an import made it so, which tells nobody. */
  quietly: boolean;
}

export const standingStore = (prisma: PrismaClient) => ({
  /**
   * How events stood that were put right, or that others became one with, under any key they ever had, oldest first, as each
   * stands now last; of so many that changed last.
   */
  async standingsPutRight(most: number): Promise<Map<string, Stood[]>> {
    const rows = await prisma.$queryRaw<{ key: string }[]>`
      SELECT e."key" FROM "public"."Event" e
      WHERE e."status" <> ${WAITS} AND NOT e."held"
        AND (EXISTS (SELECT 1 FROM "public"."Notice" n WHERE n."eventKey" = e."key" AND n."notice" <> 'first')
          OR EXISTS (SELECT 1 FROM "public"."EventAlias" a WHERE a."key" = e."key" AND a."merged"))
      ORDER BY e."changedAt" DESC, e."key" LIMIT ${most}`;
    return standingsOfAll(
      prisma,
      rows.map(({ key }) => key),
    );
  },

  /** Events that a person told apart from others and that stood so at this moment or later, as they stand now; `at`: from when on. */
  async toldApartSince(moment: Date) {
    const rows = await prisma.$queryRaw<{ key: string; at: Date }[]>`
      SELECT r."key", min(r."at") AS "at" FROM "public"."EventRevision" r
      WHERE r."at" >= ${moment} AND r."body"->'toldApart' IS NOT NULL GROUP BY r."key" ORDER BY r."key"`;
    const since = new Map(rows.map(({ key, at }) => [key, at]));
    const events = await prisma.event.findMany({
      where: { key: { in: [...since.keys()] }, status: { not: WAITS } },
      orderBy: { key: 'asc' },
    });
    return events.map(readEvent).flatMap((stored) => {
      const at = since.get(stored.event.key);
      return at && stored.event.toldApart ? [{ ...stored, at }] : [];
    });
  },
});

async function standingsOfAll(client: Client, keys: readonly string[]): Promise<Map<string, Stood[]>> {
  const rows = await client.$queryRaw<(Stood & { key: string })[]>`
    SELECT k."key", r."at", r."body" - 'reports' AS "event", EXISTS (
      SELECT 1 FROM "public"."Journal" j WHERE j."subject" = r."key" AND j."kind" IN ('event.stored', 'event.revised')
        AND (j."detail"->>'revision')::int = r."number" AND j."detail"->'quietly' IS NOT NULL) AS "quietly"
    FROM (
      SELECT unnest(${[...keys]}::text[]) AS "key", unnest(${[...keys]}::text[]) AS "once"
      UNION SELECT "key", "alias" FROM "public"."EventAlias" WHERE "key" = ANY(${[...keys]})
    ) k JOIN "public"."EventRevision" r ON r."key" = k."once"
    ORDER BY k."key", r."at", r."number"`;
  const standings = new Map<string, Stood[]>();
  for (const { key, ...stood } of rows) standings.set(key, [...(standings.get(key) ?? []), stood]);
  return standings;
}
