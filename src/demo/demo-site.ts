/**
 * The invented world as a web server would answer: feeds, list pages, sitemaps and article pages with the furniture real
 * sites have (menus, cookie lines, boxes of other news whose grades are not this article's, comments). Every page says
 * that it is a sample. Pure: the same round and path give the same bytes.
 *
 * Longer than most files: each template is a page of markup.
 */
import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';
import { DateTime } from 'luxon';
import {
  articlePath,
  articlesOf,
  type DemoArticle,
  type DemoBody,
  type DemoSite,
  type DemoWorld,
  sourcePath,
} from './world.ts';

export interface DemoResponse {
  status: number;
  headers: Record<string, string>;
  body: string;
}

type Markup = ReturnType<typeof html>;

const SAMPLE = 'Sample: this site, its councils and its news are invented.';

/**
 * Answers a request.
 *
 * @param round  how far the world has moved, from 1
 * @param origin scheme, host and port it is served under, for absolute links
 */
export function demoSite(world: DemoWorld, now: Date, round: number, origin: string, path: string): DemoResponse {
  if (path === '/') return page(indexPage(world, origin));
  if (path === '/robots.txt') return answer('text/plain; charset=utf-8', 'User-agent: *\nAllow: /\n');
  const [, siteId = '', ...rest] = path.split('/');
  const site = world.sites.find(({ id }) => id === siteId);
  if (!site) return NOT_FOUND;
  const articles = articlesOf(world, now, round, siteId);
  const article = articles.find((candidate) => articlePath(candidate) === path);
  if (article) return page(articlePage(article, origin));
  if (rest.join('/') === '') return page(listPage(site, articles, origin));
  return path === sourcePath(site) ? sourceDocument(site, articles, origin) : NOT_FOUND;
}

const answer = (type: string, body: string): DemoResponse => ({
  status: 200,
  headers: {
    'content-type': type,
    etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
    'cache-control': 'max-age=0',
  },
  body,
});
const page = (markup: Markup): DemoResponse => answer('text/html; charset=utf-8', String(markup));
const NOT_FOUND: DemoResponse = {
  status: 404,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body: `Not found. ${SAMPLE}\n`,
};

// ---- documents that are polled --------------------------------------------------------------------------------------

function sourceDocument(site: DemoSite, articles: DemoArticle[], origin: string): DemoResponse {
  switch (site.serves) {
    case 'rss':
    case 'rss-full':
      return answer('application/rss+xml; charset=utf-8', String(rss(site, articles, origin)));
    case 'atom':
      return answer('application/atom+xml; charset=utf-8', String(atom(site, articles, origin)));
    case 'json':
      return answer('application/feed+json', jsonFeed(site, articles, origin));
    case 'sitemap':
      return answer('application/xml; charset=utf-8', String(newsSitemap(site, articles, origin)));
    case 'list':
      return page(listPage(site, articles, origin));
  }
}

const XML = raw('<?xml version="1.0" encoding="UTF-8"?>\n');
const summary = ({ body }: DemoArticle): string => body.flat()[0] ?? '';
const iso = (moment: Date): string => moment.toISOString();
const rfc822 = (moment: Date): string => DateTime.fromJSDate(moment, { zone: 'utc' }).toRFC2822() ?? '';
const longDay = (moment: Date): string =>
  DateTime.fromJSDate(moment, { zone: 'Europe/London' }).setLocale('en-GB').toFormat('d MMMM yyyy');

const rss = (
  site: DemoSite,
  articles: DemoArticle[],
  origin: string,
): Markup => html`${XML}<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title>${site.name}</title>
<link>${origin}/${site.id}/</link>
<description>${SAMPLE}</description>
<language>en-gb</language>
${articles.map(
  (article) => html`<item>
<title>${article.title}</title>
<link>${origin}${articlePath(article)}?utm_source=rss</link>
<guid isPermaLink="false">${site.id}-${article.slug}</guid>
<pubDate>${rfc822(article.publishedAt)}</pubDate>
<description>${summary(article)}</description>
${article.byline ? html`<dc:creator>${article.byline}</dc:creator>` : ''}
${site.serves === 'rss-full' ? html`<content:encoded>${String(paragraphs(article.body))}</content:encoded>` : ''}
</item>`,
)}
</channel>
</rss>
`;

const atom = (
  site: DemoSite,
  articles: DemoArticle[],
  origin: string,
): Markup => html`${XML}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">
<title>${site.name}</title>
<subtitle>${SAMPLE}</subtitle>
<id>tag:${site.id}.example,2026:feed</id>
<link rel="self" href="${origin}${sourcePath(site)}"/>
<link rel="alternate" href="${origin}/${site.id}/"/>
<updated>${iso(articles[0]?.publishedAt ?? new Date(0))}</updated>
${articles.map(
  (article) => html`<entry>
<title type="text">${article.title}</title>
<id>tag:${site.id}.example,2026:${article.slug}</id>
<link rel="alternate" type="text/html" href="${origin}${articlePath(article)}"/>
<published>${iso(article.publishedAt)}</published>
<updated>${iso(article.publishedAt)}</updated>
<author><name>${article.byline ?? site.name}</name></author>
<summary>${summary(article)}</summary>
</entry>`,
)}
</feed>
`;

const jsonFeed = (site: DemoSite, articles: DemoArticle[], origin: string): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: site.name,
    description: SAMPLE,
    home_page_url: `${origin}/${site.id}/`,
    language: 'en-GB',
    items: articles.map((article) => ({
      id: `${site.id}-${article.slug}`,
      url: `${origin}${articlePath(article)}`,
      title: article.title,
      summary: summary(article),
      date_published: iso(article.publishedAt),
    })),
  });

const newsSitemap = (site: DemoSite, articles: DemoArticle[], origin: string): Markup => html`${XML}<!-- ${SAMPLE} -->
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
${articles.map(
  (article) => html`<url>
<loc>${origin}${articlePath(article)}</loc>
<news:news>
<news:publication><news:name>${site.name}</news:name><news:language>en</news:language></news:publication>
<news:publication_date>${iso(article.publishedAt)}</news:publication_date>
<news:title>${article.title}</news:title>
</news:news>
</url>`,
)}
</urlset>
`;

// ---- pages ------------------------------------------------------------------------------------------------------------

const indexPage = (world: DemoWorld, origin: string): Markup =>
  shell(
    'The invented world',
    html`<main><h1>The invented world</h1><ul>${world.sites.map(
      (site) =>
        html`<li><a href="${origin}/${site.id}/">${site.name}</a> (<a href="${origin}${sourcePath(site)}">${site.serves}</a>)</li>`,
    )}</ul></main>`,
  );

const listPage = (site: DemoSite, articles: DemoArticle[], origin: string): Markup =>
  shell(
    `News | ${site.name}`,
    html`${siteHeader(site, origin)}
<main id="main-content"><h1>Latest news</h1>
<div class="news-list">${articles.map(
      (article) => html`
<article class="news-item"><h2><a href="${origin}${articlePath(article)}">${article.title}</a></h2>
<p class="news-date"><time datetime="${article.day}">${longDay(article.publishedAt)}</time></p>
<p>${summary(article)}</p></article>`,
    )}
</div>
<nav class="pagination" aria-label="Pages"><span aria-current="page">1</span></nav></main>
${siteFooter(site)}`,
  );

function articlePage(article: DemoArticle, origin: string): Markup {
  const { site, title, byline, publishedAt } = article;
  const address = `${origin}${articlePath(article)}`;
  const linked = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: title,
    datePublished: iso(publishedAt),
    author: { '@type': 'Person', name: byline ?? site.name },
    publisher: { '@type': 'Organization', name: site.name },
    mainEntityOfPage: address,
  };
  const head = html`<link rel="canonical" href="${address}">
<meta property="og:title" content="${title}"><meta property="og:site_name" content="${site.name}">
<meta property="article:published_time" content="${iso(publishedAt)}">
${site.template === 'paper' || site.template === 'trade' ? html`<script type="application/ld+json">${raw(JSON.stringify(linked).replaceAll('<', '\\u003c'))}</script>` : ''}`;
  return shell(
    `${title} | ${site.name}`,
    html`${siteHeader(site, origin)}${TEMPLATES[site.template](article)}${siteFooter(site)}`,
    head,
  );
}

const paragraphs = (body: DemoBody): Markup =>
  html`${body.map((part) =>
    typeof part === 'string'
      ? html`<p>${part}</p>\n`
      : html`<ul>${part.map((entry) => html`<li>${entry}</li>`)}</ul>\n`,
  )}`;

const related = ({ site }: DemoArticle, heading: string, className: string): Markup =>
  html`<aside class="${className}"><h3>${heading}</h3><ul>${site.related.map((headline) => html`<li><a href="/${site.id}/">${headline}</a></li>`)}</ul></aside>`;

const TEMPLATES: Record<DemoSite['template'], (article: DemoArticle) => Markup> = {
  council: (article) => html`
<main id="main-content" class="container"><nav class="breadcrumb"><a href="/">Home</a> &gt; <a href="/${article.site.id}/">News</a></nav>
<article><h1>${article.title}</h1>
<p class="published">Published: <time datetime="${article.day}">${longDay(article.publishedAt)}</time></p>
<div class="editor">${paragraphs(article.body)}</div></article>
<div class="share">Share this page: Facebook, X, email</div>
${related(article, 'Related news', 'related-news')}
<form class="feedback"><p>Was this page useful? Yes / No</p></form></main>`,
  paper: (article) => html`
<main class="article-page"><article class="article"><header><h1 class="headline">${article.title}</h1>
<p class="byline">By ${article.byline ?? 'Newsroom'}</p><time datetime="${iso(article.publishedAt)}">${longDay(article.publishedAt)}</time></header>
<div class="ad-slot">Advertisement</div>
<div class="article-body">${paragraphs(article.body.slice(0, 2))}
<div class="newsletter-signup"><p>Sign up for our morning email and never miss a story.</p></div>
${paragraphs(article.body.slice(2))}</div></article>
${related(article, 'Most read', 'most-read')}
<section class="comments" id="comments"><h2>Comments (2)</h2>
<div class="comment"><p>My sister's care home was rated outstanding, so why is this lot so bad?</p></div>
<div class="comment"><p>Inadequate is too kind a word for the potholes.</p></div></section></main>`,
  trade: (article) => html`
<main><article class="post"><h1>${article.title}</h1><div class="meta"><span class="author">${article.byline ?? 'Staff writer'}</span>, <time datetime="${article.day}">${longDay(article.publishedAt)}</time></div>
<div class="entry-content">${paragraphs(article.body)}</div>
<div class="author-box"><p>The Courier's writers have followed care for twenty years.</p></div></article>
<div class="jobs-box"><h3>Jobs</h3><p>Team manager, outstanding authority, up to £58,000</p></div>
${related(article, 'You may also like', 'related-posts')}</main>`,
  blog: (article) => html`
<main><article class="hentry"><h1 class="entry-title">${article.title}</h1><p>${longDay(article.publishedAt)} by ${article.byline ?? 'the editor'}</p>
<div class="entry-content">${paragraphs(article.body)}</div></article>${related(article, 'Recent posts', 'widget')}</main>`,
};

const siteHeader = (site: DemoSite, origin: string): Markup => html`
<div class="cookie-banner" role="dialog"><p>We use cookies to make this site work. Accept all cookies or manage your choices.</p></div>
<header class="site-header"><a class="logo" href="${origin}/${site.id}/">${site.name}</a>
<nav class="main-menu"><ul><li><a href="/${site.id}/">News</a></li><li><a href="/${site.id}/jobs">Jobs</a></li><li><a href="/${site.id}/contact">Contact us</a></li></ul></nav></header>`;

const siteFooter = (site: DemoSite): Markup =>
  html`<footer class="site-footer"><p>${site.name}. ${SAMPLE}</p></footer>`;

const shell = (title: string, body: Markup, head: Markup | string = ''): Markup => html`<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>
${head}</head>
<body><div class="sample-notice" role="note">${SAMPLE}</div>${body}</body></html>
`;
