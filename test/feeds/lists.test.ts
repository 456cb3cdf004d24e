import { describe, expect, test } from 'vitest';
import { discover } from '../../src/adapters/feeds/discover.ts';
import { loadListRules } from '../../src/adapters/feeds/list-rules.ts';
import { makeFeedReader } from '../../src/adapters/feeds/read-feed.ts';

const rules = loadListRules('config');
const titles = ['Children’s services rated good', 'Have your say on the local plan', 'New library opens'];
const page = (head: string, body: string) => `<!doctype html><html><head><title>News</title>${head}</head><body>${body}</body></html>`;
const base = 'https://www.northshire.example/news';

describe('the shipped list rules read the systems they name', () => {
  const lists: Record<string, string> = {
    'localgov-drupal-newsroom': page(
      '',
      `<article class="newsroom node node--type-localgov-newsroom"><div class="views-element-container">${titles.map((title, i) => `<div class="views-row"><article class="node node--type-localgov-news-article node--view-mode-teaser"><h3><a href="/news/${i}">${title}</a></h3><time datetime="2023-07-0${i + 1}T09:00:00Z">x</time></article></div>`).join('')}</div><nav class="pager"><ul><li class="pager__item--next"><a href="?page=1">Next</a></li></ul></nav></article>`,
    ),
    'govuk-document-list': page(
      '',
      `<ul class="gem-c-document-list">${titles.map((title, i) => `<li class="gem-c-document-list__item"><div class="gem-c-document-list__item-title"><a class="govuk-link" href="/news/${i}">${title}</a></div><ul class="gem-c-document-list__item-metadata"><li><time datetime="2023-07-0${i + 1}T10:00:00+01:00">x</time></li></ul></li>`).join('')}</ul><div class="govuk-pagination__next"><a href="?page=1">Next page</a></div>`,
    ),
    'wordpress-query-loop': page(
      '',
      `<ul>${titles.map((title, i) => `<li class="wp-block-post post-${i}"><h2 class="wp-block-post-title"><a href="/news/${i}">${title}</a></h2><div class="wp-block-post-date"><time datetime="2023-07-0${i + 1}T10:00:00+01:00">x</time></div></li>`).join('')}</ul><a class="wp-block-query-pagination-next" href="?page=1">Next</a>`,
    ),
    'wordpress-classic-loop': page(
      '<meta name="generator" content="WordPress 6.4">',
      `${titles.map((title, i) => `<article class="post hentry"><h2 class="entry-title"><a href="/news/${i}">${title}</a></h2><time class="entry-date" datetime="2023-07-0${i + 1}T10:00:00+01:00">x</time></article>`).join('')}<a class="next page-numbers" href="?page=1">Next</a>`,
    ),
    'drupal-views-rows': page(
      '<meta name="Generator" content="Drupal 10 (https://www.drupal.org)">',
      `${titles.map((title, i) => `<div class="views-row"><div class="views-field-title"><a href="/news/${i}">${title}</a></div><div class="views-field-created">0${i + 1}/07/2023 - 10:00</div></div>`).join('')}<nav><ul class="pager"><li class="pager__item--next"><a href="?page=1">Next</a></li></ul></nav>`,
    ),
    'joomla-blog-items': page(
      '<meta name="generator" content="Joomla! - Open Source Content Management">',
      `${titles.map((title, i) => `<div class="blog-item" itemprop="blogPost"><h2 itemprop="headline"><a href="/news/${i}">${title}</a></h2><time itemprop="datePublished" datetime="2023-07-0${i + 1}T10:00:00+01:00">x</time></div>`).join('')}<li class="pagination-next"><a href="?page=1">Next</a></li>`,
    ),
  };
  test('every shipped rule has its proof here', () => expect(Object.keys(lists).sort()).toEqual(rules.map(({ id }) => id).sort()));
  for (const [id, html] of Object.entries(lists))
    test(id, async () => {
      const feed = await makeFeedReader(rules.filter((rule) => rule.id === id)).parse(Buffer.from(html), { headers: {}, base });
      expect(feed.entries.map(({ title, link, published }) => ({ title, link, published }))).toEqual(
        titles.map((title, i) => ({ title, link: `https://www.northshire.example/news/${i}`, published: `2023-07-0${i + 1}T09:00:00Z` })),
      );
      expect(feed).toMatchObject({ warnings: [], next: 'https://www.northshire.example/news?page=1' });
    });

  test('a rule that no longer fits is reported as drift, and the list is found by its shape', async () => {
    const moved = page('<meta name="generator" content="WordPress 6.4">', `<article class="hentry"></article><main><ul>${titles.map((title, i) => `<li><h2><a href="/news/${i}">${title}</a></h2><p>${i + 1} July 2023</p></li>`).join('')}</ul></main>`);
    const feed = await makeFeedReader(rules).parse(Buffer.from(moved), { headers: {}, base });
    expect(feed.warnings.map(({ code }) => code)).toEqual(['drift']);
    expect(feed.entries.map(({ title }) => title)).toEqual(titles);
  });
});

test('a story whose heading is the only one of its rank belongs to the list, and a line with a date is no summary', async () => {
  // As Jadu's starter template writes its news index: the top story in h2, the others in h3.
  const item = (rank: string, i: number) =>
    `<li><${rank}><a href="/news/article/${i}/story">${titles[i]}</a></${rank}><p>Published on Wednesday, ${i + 1}th July 2023 in <a href="/news/5/people">People and communities news</a></p><p>${'Some words about it. '.repeat(3)}</p></li>`;
  const html = page('', `<h1>Latest news</h1><ul>${item('h2', 0)}${item('h3', 1)}${item('h3', 2)}</ul><ul><li>More in the <a href="/news/archive">news archive</a></li></ul>`);
  const feed = await makeFeedReader().parse(Buffer.from(html), { headers: {}, base });
  expect(feed.entries.map(({ title, published }) => [title, published?.slice(0, 10)]).sort()).toEqual(
    titles.map((title, i) => [title, `2023-07-0${i + 1}`]).sort(),
  );
  expect(feed.entries[0]?.summary).toMatch(/^Some words/);
});

describe('a home page shows where its news is', () => {
  const home = page(
    '<link rel="alternate" type="application/rss+xml" title="News" href="/rss/news"><link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed"><link rel="alternate" hreflang="cy" href="/cy"><meta name="generator" content="WordPress 6.4">',
    '<nav><a href="/news">Latest news</a><a href="/jobs">Jobs</a><a href="/jobs/rss">RSS</a><a href="https://social.example/northshire">Follow us</a></nav>',
  );
  test('declared feeds first, comments last, guesses called guesses', () => {
    const found = discover(home, 'https://www.northshire.example/');
    expect(found.map(({ url, kind }) => `${kind} ${url}`)).toEqual([
      'feed https://www.northshire.example/rss/news',
      'feed https://www.northshire.example/jobs/rss',
      'list https://www.northshire.example/news',
      'feed https://www.northshire.example/comments/feed',
      'feed https://www.northshire.example/feed/',
      'sitemap https://www.northshire.example/sitemap.xml',
    ].sort((a, b) => found.findIndex(({ url }) => a.endsWith(` ${url}`)) - found.findIndex(({ url }) => b.endsWith(` ${url}`))));
    expect(found[0]).toMatchObject({ url: 'https://www.northshire.example/rss/news' });
    expect(found.find(({ url }) => url.endsWith('/feed/'))?.why).toMatch(/^a guess/);
    expect(found.findIndex(({ url }) => url.includes('comments'))).toBeGreaterThan(2);
  });
});
