import type { Change } from '../../core/events/notices.ts';
import type { ToldNotice } from '../../core/sending/alert.ts';
import type { JudgementEvent } from '../../core/types.ts';
import type { PrismaClient } from './client.ts';
import { bodiesAsAt } from './events.ts';

export function noticeStore(prisma: PrismaClient) {
  return {
    /** What the notice corrects, as readers were told it; null for a first notice. */
    async toldBefore(event: JudgementEvent, notice: string): Promise<ToldNotice['was']> {
      const row = await prisma.notice.findUnique({ where: { eventKey_notice: { eventKey: event.key, notice } } });
      return row && notice !== 'first' ? wasTold(event, row.changes as unknown as Change[]) : null;
    },

    /** Corrections made in this time, each with the event as it stood at a moment. */
    async correctionsWithin(from: Date, until: Date, asAt: Date) {
      const rows = await prisma.notice.findMany({
        where: { at: { gte: from, lt: until }, notice: { not: 'first' } },
        orderBy: [{ at: 'asc' }, { eventKey: 'asc' }],
      });
      const bodies = await bodiesAsAt(
        prisma,
        rows.map(({ eventKey }) => eventKey),
        asAt,
      );
      const events = new Map(bodies.map(({ event }) => [event.key, event]));
      return rows.flatMap(({ eventKey, notice, changes, at }) => {
        const event = events.get(eventKey);
        return event ? [{ event, notice: { notice, was: wasTold(event, changes as unknown as Change[]) }, at }] : [];
      });
    },

    async unroutedNotices(take: number): Promise<{ eventKey: string; notice: string }[]> {
      return prisma.notice.findMany({
        where: { routedAt: null },
        orderBy: { at: 'asc' },
        select: { eventKey: true, notice: true },
        take,
      });
    },

    async noticeRouted(eventKey: string, notice: string, now: Date): Promise<void> {
      await prisma.notice.updateMany({ where: { eventKey, notice }, data: { routedAt: now } });
    },
  };
}

/** The event as it was told before these changes. */
function wasTold(event: JudgementEvent, changes: readonly Change[]): NonNullable<ToldNotice['was']> {
  const before = <T extends string>(field: string, now: T): T =>
    (changes.find((change) => change.field === field)?.from as T | null | undefined) ?? now;
  const remits = new Map(event.headlines.map(({ remit, grade }) => [remit, grade as string | null]));
  for (const { field, from } of changes)
    if (field.startsWith('headlines.')) remits.set(field.slice('headlines.'.length), from);
  return {
    authority: before('authority', event.authority),
    inspectorate: before('inspectorate', event.inspectorate),
    service: before('service', event.service),
    scale: event.scale,
    headlines: [...remits].flatMap(([remit, grade]) => (grade === null ? [] : [{ remit, grade }])),
  };
}
