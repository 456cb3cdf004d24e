import type { PrismaClient } from './client.ts';

const fact = (host: string) => `hold:${host}`;

/** Hosts that asked for silence: known to every process, and to the next one. */
export function holdStore(prisma: PrismaClient) {
  return {
    async heldUntil(host: string): Promise<Date | null> {
      const row = await prisma.fact.findUnique({ where: { name: fact(host) }, select: { value: true } });
      return row && new Date(row.value);
    },

    /** A hold is never shortened: of two wishes the longer stands. ISO times compare as text. */
    async holdHost(host: string, until: Date, now: Date): Promise<void> {
      await prisma.$executeRaw`
        INSERT INTO "public"."Fact" ("name", "value", "at") VALUES (${fact(host)}, ${until.toISOString()}, ${now})
        ON CONFLICT ("name") DO UPDATE SET "value" = GREATEST("Fact"."value", EXCLUDED."value"), "at" = EXCLUDED."at"`;
    },

    /** @returns how many are over and went */
    async dropPastHolds(now: Date): Promise<number> {
      const { count } = await prisma.fact.deleteMany({
        where: { name: { startsWith: fact('') }, value: { lt: now.toISOString() } },
      });
      return count;
    },
  };
}
