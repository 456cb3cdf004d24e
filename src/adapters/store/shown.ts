import { freshFor } from '../../core/events/freshness.ts';
import { isListed } from '../../core/sending/digest-rows.ts';
import { endOfDay } from '../../core/sending/told-since.ts';
import type { JudgementEvent } from '../../core/types.ts';
import { alertingById } from './alerting.ts';
import { type Client, Prisma } from './client.ts';
import { reviveEvent } from './event-body.ts';

const EVER = new Date(0);

interface Revision {
  key: string;
  at: Date;
  body: unknown;
  /** When its key led to another instead; null for one that stands. */
  gone: Date | null;
  /** A reassessment or an import made it, and nobody released it. */
  quietly: boolean;
}

/**
 * Keys of events that were shown as news to whoever looks, or is told by day or week: they stood, held back by nothing, when a
 * London day ended. What came and went within one day, and what was old news when it was learnt, is not among them.
 *
 * @param freshDays see `freshFor`
 */
export async function keysShown(
  tx: Client,
  keys: readonly string[],
  { freshDays, now }: { freshDays: number; now: Date },
): Promise<Set<string>> {
  if (keys.length === 0) return new Set();
  const revisions = await revisionsOf(tx, keys);
  const alerting = await alertingById(
    tx,
    revisions.flatMap(({ event }) => event.reports.map(({ articleId }) => articleId)),
  );
  const shown = new Set<string>();
  const learnt = new Map(revisions.toReversed().map(({ key, at }) => [key, at]));
  for (const [index, { key, at, event, gone, quietly }] of revisions.entries()) {
    const next = revisions[index + 1];
    const until = (next?.key === key ? next.at : gone) ?? now;
    const learntAt = learnt.get(key) ?? at;
    const ways = event.reports.flatMap(({ articleId }) => alerting.get(articleId) ?? []);
    const isNews = () => freshFor(event, { now: learntAt, freshDays, since: EVER, learntAt, alerting: ways });
    if (!quietly && isListed(event) && endOfDay(at) <= until && isNews()) shown.add(key);
  }
  return shown;
}

/** By key, oldest first. */
async function revisionsOf(
  tx: Client,
  keys: readonly string[],
): Promise<(Omit<Revision, 'body'> & { event: JudgementEvent })[]> {
  const rows = await tx.$queryRaw<Revision[]>`
    SELECT r."key", r."at", r."body", a."at" AS gone,
           EXISTS (SELECT 1 FROM "public"."Journal" j
                   WHERE j."subject" = r."key" AND j."kind" = 'notice.made' AND j."detail"->>'notice' = 'first'
                     AND j."detail"->>'waits' IS NOT NULL)
             AND NOT EXISTS (SELECT 1 FROM "public"."Journal" j
                             WHERE j."subject" = r."key" AND j."kind" = 'notice.released') AS quietly
    FROM "public"."EventRevision" r LEFT JOIN "public"."EventAlias" a ON a."alias" = r."key"
    WHERE r."key" IN (${Prisma.join([...keys])}) ORDER BY r."key", r."at", r."number"`;
  return rows.map(({ body, ...row }) => ({ ...row, event: reviveEvent(body) }));
}
