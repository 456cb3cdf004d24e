import { canonicalJson, digestId } from '../../core/keys.ts';
import type { RegisterJudgement } from '../../core/types.ts';
import { json, type PrismaClient } from './client.ts';

/** Fact that changes with the imported judgements. */
const STAMP = 'register.stamp';

/** Published judgements that people imported. */
export function registerRowStore(prisma: PrismaClient) {
  return {
    async registerRows(): Promise<RegisterJudgement[]> {
      const rows = await prisma.registerRow.findMany({ orderBy: { id: 'asc' } });
      return rows.map(({ body }) => body as unknown as RegisterJudgement);
    },

    /** Changes whenever the imported judgements do: cheap to ask. */
    async registerStamp(): Promise<string> {
      return (await prisma.fact.findUnique({ where: { name: STAMP } }))?.value ?? '';
    },

    /** Adds judgements and replaces those with the same id, all or none. */
    async keepRegisterRows(judgements: readonly RegisterJudgement[], now: Date): Promise<void> {
      if (judgements.length === 0) return;
      await prisma.$transaction(async (tx) => {
        for (const judgement of judgements) {
          const row = { authority: judgement.authority, body: json(judgement), at: now };
          await tx.registerRow.upsert({
            where: { id: judgement.id },
            create: { id: judgement.id, ...row },
            update: row,
          });
        }
        const before = await tx.fact.findUnique({ where: { name: STAMP } });
        const value = digestId(before?.value ?? null, canonicalJson(judgements));
        await tx.fact.upsert({
          where: { name: STAMP },
          create: { name: STAMP, value, at: now },
          update: { value, at: now },
        });
      });
    },
  };
}
