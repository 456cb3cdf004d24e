import { provenance } from '../core/articles.ts';
import type { IncomingArticle } from '../core/incoming.ts';
import type { ArticleText } from '../core/types.ts';
import type { PageReader } from '../ports.ts';
import type { Knowledge } from '../steps/deps.ts';

/**
 * An article handed in, ready to judge: HTML is read as a page would be, and the council whose site it stands on is known.
 *
 * @returns `extracted` true where the text was taken out of HTML: offsets then refer to that text; `reports` the addresses of
 *   inspectorates' own reports that the HTML links to
 */
export async function articleOf(
  incoming: IncomingArticle,
  { rulebook, proposals }: Knowledge,
  pages: PageReader,
): Promise<{ article: ArticleText; extracted: boolean; reports: string[] }> {
  const { id, url, publisher, published, title, text, html } = incoming;
  const { homeAuthority } = provenance(url, rulebook.authorities, proposals);
  if (text !== null || html === null)
    return {
      article: { id, url, publisher, published, title, text: text ?? '', homeAuthority },
      extracted: false,
      reports: [],
    };
  const page = await pages.extract(Buffer.from(html), { headers: { 'content-type': 'text/html; charset=utf-8' }, url });
  return {
    article: {
      ...{ id, url, homeAuthority },
      publisher: publisher ?? page.publisher,
      published: published ?? page.published,
      title: title || page.title,
      text: page.text,
    },
    extracted: true,
    reports: page.reportLinks ?? [],
  };
}
