import type { ArticleText } from '../../src/core/types.ts';
import { ingestArticle } from '../../src/steps/ingest-article.ts';
import type { Installation } from './installation.ts';

/** An article of an invented paper; say only what the statement is about. */
export const anArticle = (
  article: Partial<ArticleText> & { id: string; title: string; text: string },
): ArticleText => ({
  url: `https://paper.example/${article.id}`,
  publisher: 'The Paper',
  published: '2026-03-17',
  homeAuthority: null,
  ...article,
});

/** Puts articles in as if polled, each judged at once; promises are made, but nobody is woken to send them. */
export async function publish({ app }: Installation, ...articles: ArticleText[]): Promise<string[]> {
  const asleep = { ...app.deps, queue: { put: async () => {} } };
  const ids: string[] = [];
  for (const article of articles) ids.push((await ingestArticle(asleep, article, true)).article);
  return ids;
}
