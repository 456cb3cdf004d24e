import { describe, expect, test } from 'vitest';
import { makeDiscover } from '../../src/adapters/feeds/discover.ts';
import { makeFeedReader } from '../../src/adapters/feeds/read-feed.ts';
import { lookForSources } from '../../src/steps/look-for-sources.ts';
import type { Reply, Script } from '../support/fault-server.ts';
import { aWeb, failure, NOW, serve } from '../support/web.ts';

const html = (head: string, body = ''): Reply => ({
  headers: { 'content-type': 'text/html' },
  body: `<!doctype html><html><head><title>Northshire Council</title>${head}</head><body><h1>Welcome</h1>${body}</body></html>`,
});
const rss: Reply = {
  headers: { 'content-type': 'application/rss+xml' },
  body: '<rss version="2.0"><channel><title>Newsroom</title><item><title>Roads mended</title><link>/news/1</link><pubDate>Mon, 09 Mar 2026 09:00:00 GMT</pubDate></item></channel></rss>',
};
const list = html(
  '',
  `<main><ul>${[1, 2, 3, 4, 5].map((n) => `<li><h2><a href="/news/${n}">Northshire opens library number ${n} today</a></h2><time datetime="2026-03-0${n}">${n} March 2026</time></li>`).join('')}</ul></main>`,
);
const declared = '<link rel="alternate" type="application/rss+xml" title="News" href="/feed.xml">';

async function look(script: Script, path = '/') {
  const server = await serve(script);
  const deps = { web: aWeb(), feeds: makeFeedReader(), discover: makeDiscover(), now: () => NOW };
  const found = await lookForSources(deps, server.origin + path);
  return found.map(({ url, format, entries }) => [url.replace(server.origin, ''), format, entries]);
}

describe('looking for the sources of a site', () => {
  test('a feed the page declares', async () =>
    expect((await look({ '/': html(declared), '/feed.xml': rss }))[0]).toEqual(['/feed.xml', 'rss', 1]));
  test('an address that is a feed is the answer', async () =>
    expect(await look({ '/feed.xml': rss }, '/feed.xml')).toEqual([['/feed.xml', 'rss', 1]]));
  test('a news list where there is no feed', async () =>
    expect(await look({ '/': html('', '<a href="/news">News</a>'), '/news': list })).toEqual([['/news', 'html', 5]]));
  test('a feed that only the news list declares', async () => {
    const news = { ...list, body: String(list.body).replace('</head>', `${declared}</head>`) };
    const found = await look({ '/': html('', '<a href="/news">News</a>'), '/news': news, '/feed.xml': rss });
    expect(found.map(([url]) => url)).toEqual(['/feed.xml', '/news']);
  });
  test('what does not answer, lists nothing, or is no feed is left out', async () => {
    expect(await look({ '/': html(declared) })).toEqual([]);
    expect(await look({ '/': html(declared), '/feed.xml': html('') })).toEqual([]);
    expect(
      await look({ '/': html(declared), '/feed.xml': { body: '<rss version="2.0"><channel></channel></rss>' } }),
    ).toEqual([]);
  });
  test('what robots.txt closes is not asked for', async () => {
    const robots = { body: 'User-agent: *\nDisallow: /feed.xml' };
    expect(await look({ '/robots.txt': robots, '/': html(declared), '/feed.xml': rss })).toEqual([]);
  });
  test('a page that cannot be had is an error', async () => expect((await failure(look({}))).details.status).toBe(404));
});
