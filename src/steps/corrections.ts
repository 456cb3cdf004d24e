import { type CorrectedArticle, labelledExample } from '../core/evaluation/examples.ts';
import { findingRulings, takenBack } from '../core/events/decisions.ts';
import type { Deps } from './deps.ts';

/** Every article people corrected, labelled as they left it, in order of id. */
export async function corrections({ store, names }: Pick<Deps, 'store' | 'names'>) {
  const decisions = await store.decisions(null);
  const undone = takenBack(decisions);
  const standing = decisions.flatMap((decision) =>
    decision.kind === 'undo' || decision.kind === 'hold' || decision.kind === 'release' || undone.has(decision.id)
      ? []
      : [decision],
  );
  const rulings = findingRulings(decisions);
  const decided = await store.findings([...new Set(standing.flatMap(({ findingIds }) => findingIds))]);
  const articles = [...new Set(decided.map(({ articleId }) => articleId))].sort();
  return Promise.all(articles.map(async (articleId) => labelledExample(await corrected(articleId), shortName)));

  function shortName(slug: string) {
    return names.authority(slug).shortName;
  }

  async function corrected(articleId: string): Promise<CorrectedArticle> {
    const [article, read, findings, keys] = await Promise.all([
      store.article(articleId),
      store.assessmentOf(articleId),
      store.findingsOfArticle(articleId),
      store.eventKeysOfArticle(articleId),
    ]);
    const retracted = new Set(standing.flatMap(({ kind, findingIds }) => (kind === 'retract' ? findingIds : [])));
    const ids = new Set(findings.map(({ id }) => id));
    const claims = findings
      .filter(({ id, standing: where }) => {
        const verdict = rulings.get(id)?.verdict;
        return !retracted.has(id) && verdict !== 'rejected' && (where === 'event' || verdict === 'accepted');
      })
      .map(({ id, claim }) => ({ ...claim, ...rulings.get(id)?.changes }));
    return {
      id: articleId,
      url: article?.url ?? null,
      publisher: article?.publisher ?? null,
      published: article?.published ?? null,
      title: article?.title ?? '',
      text: article?.text ?? '',
      claims,
      history: read?.assessment?.history ?? [],
      eventKeys: keys,
      reasons: standing.filter(({ findingIds }) => findingIds.some((id) => ids.has(id))).map(({ reason }) => reason),
    };
  }
}
