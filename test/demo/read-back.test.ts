/** The invented world's pages through the product's own readers: a journey's first half without network or database. */
import { expect, test } from 'vitest';
import { loadListRules } from '../../src/adapters/feeds/list-rules.ts';
import { makeFeedReader } from '../../src/adapters/feeds/read-feed.ts';
import { extractPage } from '../../src/adapters/pages/extract.ts';
import { loadPageRules } from '../../src/adapters/pages/page-rules.ts';
import { demoSite } from '../../src/demo/demo-site.ts';
import { articlePath, articlesOf, demoSources, loadWorld } from '../../src/demo/world.ts';

const world = loadWorld('config/demo');
const ORIGIN = 'http://127.0.0.1:1';
const get = (url: string) => demoSite(world, world.startsAt, world.rounds, ORIGIN, new URL(url).pathname);
const feeds = makeFeedReader(loadListRules('config'));
const rules = loadPageRules('config');
const folded = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

for (const [index, source] of demoSources(world, ORIGIN).entries())
  test(`${source.name}: every article is found with its day, by a link that leads to it`, async () => {
    const { headers, body } = get(source.url);
    const { format, entries } = await feeds.parse(Buffer.from(body), {
      headers,
      base: source.url,
      expect: source.format === 'html' ? 'html' : 'feed',
    });
    const articles = articlesOf(world, world.startsAt, world.rounds, world.sites[index]!.id);
    expect(format).toBe(source.format);
    expect(entries.map(({ title, published }) => [title, published?.slice(0, 10)])).toEqual(
      articles.map(({ title, day }) => [title, day]),
    );
    for (const { link } of entries) expect(get(link ?? ORIGIN).status).toBe(200);
  });

for (const article of articlesOf(world, world.startsAt, world.rounds))
  test(`read from its page, nothing is lost and no furniture kept: ${article.slug}`, () => {
    const url = `${ORIGIN}${articlePath(article)}`;
    const page = extractPage(get(url).body, { url, rules });
    const text = folded(page.text.replaceAll(/^[-•*] /gm, ''));
    const expected = folded(article.body.flat().join(' '));
    expect([page.title, page.published?.slice(0, 10)]).toEqual([article.title, article.day]);
    // A line with day and author in front is no harm.
    expect(text.slice(-expected.length)).toBe(expected);
    expect(text.length - expected.length).toBeLessThan(40);
  });
