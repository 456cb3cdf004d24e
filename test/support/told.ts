import type { ArticleText } from '../../src/core/types.ts';
import { runToIdle } from '../../src/run-to-idle.ts';
import { ingestArticle } from '../../src/steps/ingest-article.ts';
import { typed } from './commands.ts';
import type { Installation } from './installation.ts';
import type { HookReceiver } from './receivers.ts';

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

/** A command typed where nobody is woken to send: what is promised waits until it is let out. */
export const typedAsleep = ({ app }: Installation, argv: string[]) =>
  typed({ ...app, deps: { ...app.deps, queue: { put: async () => {} } } }, argv);

/** Lets out all that is promised. @returns for each call: what the hook got since the last one, parsed */
export function hearing<Told>(here: () => Installation, hook: () => HookReceiver): () => Promise<Told[]> {
  let heard = 0;
  return async () => {
    const { app } = here();
    await app.queues.runIdle();
    await runToIdle(app);
    const calls = hook().calls.slice(heard);
    heard += calls.length;
    return calls.map(({ body }) => JSON.parse(body) as Told);
  };
}
