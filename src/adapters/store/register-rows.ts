import type { RegisterJudgement } from '../../core/types.ts';
import { json, type PrismaClient } from './client.ts';

/** Published judgements that people imported. */
export function registerRowStore(prisma: PrismaClient) {
  return {
    async registerRows(): Promise<RegisterJudgement[]> {
      const rows = await prisma.registerRow.findMany({ orderBy: { id: 'asc' } });
      return rows.map(({ body }) => body as unknown as RegisterJudgement);
    },

    /** Changes whenever the imported judgements do: cheap to ask. */
    async registerStamp(): Promise<string> {
      const { _count, _max } = await prisma.registerRow.aggregate({ _count: true, _max: { at: true } });
      return `${_count} ${_max.at?.toISOString() ?? ''}`;
    },

    /** Adds judgements and replaces those with the same id, all or none. */
    async keepRegisterRows(judgements: readonly RegisterJudgement[], now: Date): Promise<void> {
      await prisma.$transaction(async (tx) => {
        for (const judgement of judgements) {
          const row = { authority: judgement.authority, body: json(judgement), at: now };
          await tx.registerRow.upsert({
            where: { id: judgement.id },
            create: { id: judgement.id, ...row },
            update: row,
          });
        }
      });
    },
  };
}
