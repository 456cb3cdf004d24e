import { judge } from '../core/judge.ts';
import { correlateGroups } from './correlate-groups.ts';
import type { Deps } from './deps.ts';

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
  const groups = await store.keepAssessment(article, verdict, now());
  const { readers, alerts, newEvents } = await correlateGroups(deps, groups, `rules ${rulebook.version}`);
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
