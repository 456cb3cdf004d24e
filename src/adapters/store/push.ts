import type { HubLease } from '../../core/polling/push.ts';
import type { SourceStatus } from '../../core/types.ts';
import type { PrismaClient } from './client.ts';

const fact = (sourceId: string) => `push:${sourceId}`;
const POLLED: SourceStatus[] = ['seen', 'listed', 'added'];

/** Our standing with the hubs of sources that push. */
export function pushStore(prisma: PrismaClient) {
  return {
    async hubLease(sourceId: string): Promise<HubLease | null> {
      const row = await prisma.fact.findUnique({ where: { name: fact(sourceId) }, select: { value: true } });
      return row && (JSON.parse(row.value) as HubLease);
    },

    async keepHubLease(sourceId: string, lease: HubLease, now: Date): Promise<void> {
      const value = JSON.stringify(lease);
      const name = fact(sourceId);
      await prisma.fact.upsert({ where: { name }, create: { name, value, at: now }, update: { value, at: now } });
    },

    /** Something is new there: due now, unless it is due already or being polled. */
    async pollSoon(sourceId: string, now: Date): Promise<void> {
      await prisma.source.updateMany({
        where: { id: sourceId, status: { in: POLLED }, nextDue: { gt: now } },
        data: { nextDue: now },
      });
    },
  };
}
