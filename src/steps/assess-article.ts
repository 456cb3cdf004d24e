import type { StoredArticle } from '../adapters/store/articles.ts';
import { dayOf } from '../core/dates.ts';
import { withdrawalsIn } from '../core/events/withdrawal.ts';
import { judge } from '../core/judge.ts';
import { reportsToRead } from '../core/report-sites.ts';
import type { Assessment } from '../core/types.ts';
import { correlateGroups } from './correlate-groups.ts';
import type { Deps } from './deps.ts';

/** Reports followed from one article. */
const MOST_REPORTS = 3;

/**
 * Judges one article and correlates the groups it touches: findings, events, notices, promises. Safe to repeat; until the
 * last group is kept the article counts as unjudged, so that a crash in between is made up by the tick.
 */
export async function assessArticle(deps: Deps, { articleId }: { articleId: string }) {
  const { store, queue, now, rulebook } = deps;
  const article = await store.article(articleId);
  if (!article) return { readers: [], alerts: 0, newEvents: 0, events: 0, review: 0 };
  await deps.refreshRegister();
  const verdict = judge(article, rulebook, deps.register);
  await wantReports(deps, article, verdict);
  const groups = await store.keepAssessment(article, verdict, now());
  const { readers, alerts, newEvents } = await correlateGroups(deps, groups, `rules ${rulebook.version}`);
  await noteWithdrawals(deps, article, verdict);
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

/** An article that says a report was taken back waits for a person beside the event it seems to mean. */
async function noteWithdrawals({ store, now }: Deps, article: StoredArticle, verdict: Assessment): Promise<void> {
  const authorities = verdict.notices.flatMap(({ kind, authority }) =>
    kind === 'withdrawn_report' ? [authority] : [],
  );
  if (authorities.length === 0) return;
  const events = (await store.events({ authorities })).map(({ event }) => event);
  for (const { event, activity } of withdrawalsIn(verdict, dayOf(article.published), events)) {
    const where = article.url === null ? '' : `, ${article.url}`;
    const words = `An article says that the report was withdrawn: “${activity.evidence[0]?.quote ?? article.title}” (${article.title}${where})`;
    await store.keepComplaint(event.key, words, 'article', now());
  }
}
