import type { Alerting } from '../../core/events/freshness.ts';
import type { Client } from './client.ts';

/**
 * How articles may be told, by id; of ids that are no article's, nothing.
 *
 * @param asAt as it was then; else as it is now
 */
export async function alertingById(
  client: Client,
  ids: readonly string[],
  asAt?: Date,
): Promise<Map<string, Alerting>> {
  const rows = await client.article.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, alerting: true, alertAskedAt: true },
  });
  const isAsked = (at: Date | null) => at !== null && (asAt === undefined || at <= asAt);
  return new Map(
    rows.map(({ id, alerting, alertAskedAt }) => [id, isAsked(alertAskedAt) ? 'always' : (alerting as Alerting)]),
  );
}
