import type { StoredArticle } from '../adapters/store/articles.ts';
import { decide } from '../core/events/decide.ts';
import { judge } from '../core/judge.ts';
import { reportsToRead } from '../core/report-sites.ts';
import { eventLine } from '../core/sending/alert.ts';
import type { Assessment } from '../core/types.ts';
import type { Deps } from './deps.ts';
import { routeNotice } from './route-notice.ts';

/** Reports followed from one article. */
const MOST_REPORTS = 3;

/**
 * Judges one article and correlates the groups it touches: findings, events, notices, promises. Safe to repeat; until the
 * last group is kept the article counts as unjudged, so that a crash in between is made up by the tick.
 */
export async function assessArticle(deps: Deps, { articleId }: { articleId: string }) {
  const { store, queue, now, rulebook, register, families, log, names } = deps;
  const article = await store.article(articleId);
  if (!article) return { readers: [], alerts: 0, newEvents: 0, events: 0, review: 0 };
  const verdict = judge(article, rulebook, register);
  await wantReports(deps, article, verdict);
  const groups = await store.keepAssessment(article, verdict, now());
  const readers = new Set<string>();
  let alerts = 0;
  let newEvents = 0;
  for (const group of groups) {
    const decision = await store.correlateGroup(
      group,
      (material) => decide(material, register, families),
      `rules ${rulebook.version}`,
      now(),
    );
    for (const { eventKey, notice } of decision.notices) {
      const event = decision.events.find(({ key }) => key === eventKey);
      if (notice === 'first' && event) {
        newEvents += 1;
        log.info('event.found', { key: event.key, line: eventLine(event, names) });
      }
      const routed = await routeNotice(deps, { eventKey, notice });
      alerts += routed.alerts;
      for (const reader of routed.readers) readers.add(reader);
    }
  }
  await store.markAssessed(articleId, verdict.rulesVersion, now());
  await queue.put(
    'send-alerts',
    [...readers].map((subscriptionId) => ({ subscriptionId })),
  );
  return {
    article: articleId,
    events: verdict.events.length,
    review: verdict.review.length,
    newEvents,
    alerts,
    readers: [...readers],
  };
}

/** What an article says of a judgement is looked up in the inspectorate's own report, where the article links to it. */
async function wantReports(
  { store, queue, now, reportSites }: Deps,
  article: StoredArticle,
  { events, review }: Assessment,
): Promise<void> {
  if (article.tier === 'inspectorate' || events.length + review.length === 0) return;
  const urls = reportsToRead(article.reports, reportSites, MOST_REPORTS);
  if (urls.length === 0) return;
  const added = await store.wantReports(urls, article.id, now());
  await queue.put(
    'read-report',
    added.map((reportId) => ({ reportId })),
  );
}
