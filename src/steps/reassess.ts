import type { FindingToKeep } from '../adapters/store/findings.ts';
import { distinctGroups, type Group } from '../adapters/store/groups.ts';
import type { StoredSubscription } from '../adapters/store/store.ts';
import { differencesBetween, type EventDifference } from '../core/events/differences.ts';
import { wronglyTold } from '../core/events/told.ts';
import { judge } from '../core/judge.ts';
import type { Claim, Day, JudgementEvent } from '../core/types.ts';
import { correlateQuietly, decideWith } from './correlate-groups.ts';
import type { Deps } from './deps.ts';
import { readersOf } from './route-notice.ts';

const AT_ONCE = 200;

export interface Reassessed extends EventDifference {
  /** Readers who would have been told, had these rules been in force then. */
  readers: Pick<StoredSubscription, 'id' | 'channel' | 'address'>[];
}

/** An article whose findings differ, and what was found in it before and after: `event`, or `review` below the threshold. */
export interface DifferingArticle {
  article: string;
  title: string;
  url: string | null;
  publisher: string | null;
  published: string | null;
  before: { claim: Claim; standing: string }[];
  after: { claim: Claim; standing: string }[];
}

export interface Reassessment {
  rules: string;
  articles: number;
  /** Articles whose findings differ under today's rules. */
  differing: DifferingArticle[];
  /** Findings that wait for a person, before and after. */
  review: { before: number; after: number };
  events: Reassessed[];
  applied: boolean;
}

/**
 * Runs today's rules, register and decisions over the newest revision of stored articles and tells what would change.
 *
 * Nothing is kept unless `apply` is set. Applying tells nobody: a notice that some reader would get, a correction above
 * all, waits until a person releases its event. Safe to repeat; a second run finds nothing.
 *
 * @param since only articles published, or where that is unknown first seen, on or after this day
 */
export async function reassess(
  deps: Deps,
  { since, apply }: { since: Day | null; apply: boolean },
): Promise<Reassessment> {
  const { store, rulebook, now, policy } = deps;
  await deps.refreshRegister();
  const instead = new Map<string, FindingToKeep[]>();
  const differing: DifferingArticle[] = [];
  const touched: Group[] = since === null ? await store.groupsOf(null) : [];
  const review = { before: 0, after: 0 };
  let articles = 0;
  for await (const articleId of assessed(deps, since)) {
    const verdict = await judgeAgain(deps, articleId);
    if (!verdict) continue;
    articles += 1;
    const { findings, claims, groups, changed } = await store.rehearseAssessment(
      verdict.article,
      verdict.assessment,
      now(),
    );
    touched.push(...groups);
    if (!changed) continue;
    instead.set(articleId, findings);
    const { title, url, publisher, published } = verdict.article;
    differing.push({ article: articleId, title, url, publisher, published, ...claims });
    review.before += await store.reviewCount(articleId);
    review.after += findings.filter(({ standing, ruledAt }) => standing === 'review' && !ruledAt).length;
  }
  const groups = distinctGroups(touched);
  const events: Reassessed[] = [];
  for (const group of groups) {
    const material = await store.rehearsalOf(group, instead, { freshDays: policy.freshDays, now: now() });
    const before = material.previous.map(({ event }) => event);
    for (const difference of differencesBetween(before, decideWith(deps)(material)))
      events.push({ ...difference, readers: await wouldBeTold(deps, difference) });
  }
  if (apply) await keep(deps, since, groups);
  return { rules: rulebook.version, articles, differing, review, events, applied: apply };
}

async function keep(deps: Deps, since: Day | null, groups: Group[]): Promise<void> {
  const { store, rulebook, now } = deps;
  const done: string[] = [];
  const touched = [...groups];
  for await (const articleId of assessed(deps, since)) {
    const verdict = await judgeAgain(deps, articleId);
    if (!verdict) continue;
    touched.push(...(await store.keepAssessment(verdict.article, verdict.assessment, now())));
    done.push(articleId);
  }
  const waits = `a reassessment with rules ${rulebook.version} changed it`;
  await correlateQuietly(deps, distinctGroups(touched), `reassessment, rules ${rulebook.version}`, waits);
  // Last, as for a first assessment: until then a repeat does it all again.
  for (const articleId of done) await store.markAssessed(articleId, rulebook.version, now());
}

async function* assessed({ store }: Deps, since: Day | null): AsyncGenerator<string> {
  let after = '';
  while (true) {
    const ids = await store.assessedArticles(since, after, AT_ONCE);
    yield* ids;
    if (ids.length < AT_ONCE) return;
    after = ids.at(-1) ?? '';
  }
}

async function judgeAgain({ store, rulebook, register }: Deps, articleId: string) {
  const article = await store.article(articleId);
  if (!article) return null;
  const assessment = judge(article, rulebook, register);
  return { article, assessment };
}

/**
 * Of a first notice those to whom the event would have been news when it was first seen; of a correction those who
 * believe otherwise.
 */
async function wouldBeTold(deps: Deps, { before, after, notices }: EventDifference): Promise<Reassessed['readers']> {
  const readers = new Map<string, StoredSubscription>();
  for (const notice of notices) {
    const seen = after && new Date(Math.min(...after.reports.map(({ firstSeen }) => firstSeen.getTime())));
    const found =
      notice !== 'first'
        ? await believers(deps, before ?? after, after)
        : after && seen
          ? await readersOf({ ...deps, now: () => seen }, { event: after, learntAt: seen }, notice)
          : [];
    for (const reader of found) readers.set(reader.id, reader);
  }
  return [...readers.values()].map(({ id, channel, address }) => ({ id, channel, address }));
}

async function believers({ store }: Deps, event: JudgementEvent | null, after: JudgementEvent | null) {
  if (!event) return [];
  const now = after ?? { ...event, status: 'retracted' as const };
  const wrong = wronglyTold(await store.toldOf(event), now, await store.keysTold(event));
  return (await store.readersTold(event.key)).filter(({ id }) => wrong.has(id));
}
