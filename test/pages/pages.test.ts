import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { loadReportSites } from '../../src/adapters/config/report-sites.ts';
import { decode } from '../../src/adapters/decode.ts';
import { extractPage } from '../../src/adapters/pages/extract.ts';
import { makePageReader } from '../../src/adapters/pages/read-page.ts';
import { loadPageRules } from '../../src/adapters/pages/page-rules.ts';
import { dropRepeated, paragraphKeys } from '../../src/adapters/pages/repeated.ts';
import { GiveUp } from '../../src/errors.ts';

/** A folder is a case: `source.html` as served, `expected.json` what a careful reader takes from it. */
interface Expected {
  url: string;
  paragraphs?: string[];
  text?: string;
  absent?: string[];
  [field: string]: unknown;
}
const sites = loadReportSites('config');
const here = fileURLToPath(new URL('.', import.meta.url));
const slugs = readdirSync(here, { withFileTypes: true })
  .filter((found) => found.isDirectory())
  .map(({ name }) => name);
const expectedOf = (slug: string) => JSON.parse(readFileSync(`${here}${slug}/expected.json`, 'utf8')) as Expected;
const sourceOf = (slug: string) => readFileSync(`${here}${slug}/source.html`);

describe('an article is read without the furniture of its page', () => {
  for (const slug of slugs)
    test(slug, () => {
      const { paragraphs, text, absent = [], ...fields } = expectedOf(slug);
      const page = extractPage(decode(sourceOf(slug), 'text/html').text, { url: fields.url, rules: [], sites });
      expect(page.text).toBe(text ?? paragraphs?.join('\n\n'));
      for (const words of absent) expect(page.text).not.toContain(words);
      expect(page).toMatchObject(fields);
    });
});

describe('a page that is built to harm', () => {
  const reader = makePageReader({ timeoutMs: 20_000 });
  const impatient = makePageReader({ timeoutMs: 30 });
  afterAll(async () => {
    await Promise.all([reader.close(), impatient.close()]);
  });
  const extract = (html: string, by = reader) => by.extract(Buffer.from(html), { headers: { 'content-type': 'text/html' }, url: null });
  const article = '<article><h1>Northshire</h1><p>Inspectors judged the service good, and the council, which had waited four years, said so.</p></article>';

  const hostile = [
    ['elements nested 100,000 deep', '<div>'.repeat(100_000)],
    ['half a million elements side by side', `<article><h1>Northshire</h1>${'<p>x'.repeat(500_000)}</article>`],
    ['links nested 50,000 deep', '<a href="x"><span>'.repeat(50_000)],
  ] as const;
  for (const [what, html] of hostile)
    test(`${what}: refused in one sentence`, async () => {
      await expect(extract(html)).rejects.toMatchObject({ name: 'GiveUp', details: { errorClass: 'parse' } });
    });

  const strange = [
    ['a million opening brackets', `${article}${'<'.repeat(1_000_000)}`],
    ['fifty thousand attributes', `<div ${Array.from({ length: 50_000 }, (_, i) => `a${i}=1`).join(' ')}>${article}</div>`],
    ['one class name of a megabyte', `<div class="${'ad-'.repeat(400_000)}x">${article}</div>`],
    ['a paragraph of two megabytes', `<article><h1>Northshire</h1><p>Inspectors judged the service good.</p><p>${'Sentence, with a comma. '.repeat(90_000)}</p></article>`],
    ['ten thousand sibling paragraphs', `<article><h1>Northshire</h1>${'<p>Inspectors judged the service good, and said so.</p>'.repeat(10_000)}</article>`],
    ['a title of three hundred thousand dashes', `<title>${'a - '.repeat(300_000)}</title>${article}`],
    ['an author of a megabyte', `<meta name="author" content="${'by by '.repeat(200_000)}">${article}`],
    ['a megabyte of spaces in a paragraph', `${article}<p>${' '.repeat(1_000_000)}x</p>`],
    ['broken JSON-LD', `<script type="application/ld+json">{"@type":"NewsArticle",${'['.repeat(50_000)}</script>${article}`],
  ] as const;
  for (const [what, html] of strange)
    test(`${what}: still read within its time`, async () => {
      const page = await extract(html);
      expect(page.text.includes('judged the service good')).toBe(true);
      expect(page.text.length).toBeLessThanOrEqual(300_000);
    });

  test('a page that takes too long is stopped, and the next page is read', async () => {
    const slow = `<article>${'<p>Inspectors, who came in May, judged it good. <b>x</b></p>'.repeat(19_000)}</article>`;
    await expect(extract(slow, impatient)).rejects.toThrow(/took longer than 0.03 s/);
    await expect(extract(slow, impatient)).rejects.toBeInstanceOf(GiveUp);
    expect((await extract(article)).title).toBe('Northshire');
  });

  test('a challenge page is no article', async () => {
    const challenge = '<html><head><title>Just a moment...</title></head><body><p>Checking your browser before accessing.</p></body></html>';
    await expect(extract(challenge)).rejects.toMatchObject({ details: { errorClass: 'challenge' } });
  });
});

describe('the shipped page rules read the systems they name', () => {
  const rules = loadPageRules('config');
  const prose = ['Inspectors judged the service good, and the council, which had waited four years, said so at once.', 'The full report will go to the scrutiny committee, which meets on the first Monday of September.'];
  const other = '<p>Southshire was judged inadequate last week, and its leader said that she would resign before the summer.</p>';
  const body = prose.map((text) => `<p>${text}</p>`).join('');
  const page = (head: string, inside: string) => `<!doctype html><html><head><title>Northshire judged good</title>${head}</head><body>${inside}<section><h2>Elsewhere</h2>${other.repeat(3)}</section></body></html>`;
  const pages: Record<string, string> = {
    'localgov-drupal-news': page('', `<article class="news-article node--type-localgov-news-article"><time class="news-article__metadata-item--date">5 July 2023</time><h1 class="news-article__title">Northshire judged good</h1><div class="news-article__content">${body}<h2 class="news-article__related-title">Related news</h2><div>${other}</div></div></article>`),
    'govuk-govspeak': page('', `<main><h1>Northshire judged good</h1><div class="gem-c-govspeak"><div class="govspeak">${body}</div></div></main>`),
    'wordpress-post-content': page('<meta name="generator" content="WordPress 6.4">', `<article><h1>Northshire judged good</h1><div class="entry-content">${body}<div class="sharedaddy">${other}</div></div></article>`),
    'drupal-body-field': page('<meta name="Generator" content="Drupal 10">', `<article><h1>Northshire judged good</h1><div class="node__content"><div class="field--name-body">${body}</div></div></article>`),
    'joomla-article-body': page('<meta name="generator" content="Joomla! 5">', `<div><h1>Northshire judged good</h1><div itemprop="articleBody">${body}</div></div>`),
    'ghost-content': page('<meta name="generator" content="Ghost 5">', `<article><h1>Northshire judged good</h1><section class="gh-content">${body}</section></article>`),
    'jadu-news-article': `<body><div class="page"><h1>Northshire judged good</h1><p>Published Wednesday, 5th July 2023</p><div class="figcaption"><img src="/images/a.jpg" alt=""><p>Cllr Farrow in May</p></div><p>${prose[0]}</p><div class="byEditor article">${prose.slice(1).map((text) => `<p>${text}</p>`).join('')}</div><ul><li>More articles in the <a href="/news/archive">news archive</a></li><li><a href="/rss/news">Northshire news feed</a></li></ul><h3>Feeds from the Web</h3><ul><li><a href="/feeds/1">Southshire home rated inadequate</a></li></ul></div></body>`,
  };
  test('every shipped rule has its proof here', () => expect(Object.keys(pages).sort()).toEqual(rules.map(({ id }) => id).sort()));
  for (const [id, html] of Object.entries(pages))
    test(id, () => expect(extractPage(html, { url: null, rules })).toMatchObject({ engine: `rule:${id}`, title: 'Northshire judged good', text: prose.join('\n\n') }));
});

describe('what stands on three pages of a host is furniture', () => {
  const text = ['Inspectors judged Northshire good.', '• Leaders – good\n• Care leavers – good', 'This site is part of an independent press.'].join('\n\n');
  const keys = paragraphKeys(text);
  const seen = (...counts: number[]) => new Map(keys.map((key, i) => [key, counts[i] ?? 0]));
  const cases = [
    ['seen on two pages it stays', seen(0, 0, 2), text],
    ['seen on three it goes', seen(0, 0, 3), text.split('\n\n').slice(0, 2).join('\n\n')],
    ['a list of grades stays, however often', seen(0, 9, 3), text.split('\n\n').slice(0, 2).join('\n\n')],
  ] as const;
  for (const [what, counts, left] of cases) test(what, () => expect(dropRepeated(text, counts)).toBe(left));
  test('a text that is furniture throughout is left alone', () => expect(dropRepeated('Same words.', new Map([[paragraphKeys('Same words.')[0]!, 7]]))).toBe('Same words.'));
});
