import { articleId, provenance, textHash } from '../core/articles.ts';
import { sha256 } from '../core/keys.ts';
import type { ArticleText } from '../core/types.ts';
import { assessArticle } from './assess-article.ts';
import type { Deps } from './deps.ts';

/**
 * Keeps one article that was handed in and judges it at once.
 *
 * @param alert whatever its date; else it is back catalogue
 * @param reports addresses of inspectorates' own reports that it links to
 */
export async function ingestArticle(deps: Deps, article: ArticleText, alert: boolean, reports: string[] = []) {
  const { store, now, rulebook, proposals } = deps;
  const id = articleId(article.url, article.id);
  await store.keepArticle(
    {
      id,
      url: article.url,
      publisher: article.publisher,
      tier: provenance(article.url, rulebook.authorities, proposals).tier,
      homeAuthority: article.homeAuthority,
      published: article.published,
      firstSeen: now(),
      alerting: alert ? 'always' : 'never',
      textHash: textHash(article.title, article.text),
      title: article.title,
      text: article.text,
      revisionHash: sha256(JSON.stringify([article.title, article.text])),
      byline: null,
      modified: null,
      engine: 'ingest',
      confidence: 1,
      rawHash: null,
      reports,
    },
    null,
    now(),
  );
  return { article: id, ...(await assessArticle(deps, { articleId: id })) };
}
