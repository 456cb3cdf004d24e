import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { load } from 'cheerio';
import { parse } from 'csv-parse/sync';
import Parser from 'rss-parser';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadRegister } from '../../src/adapters/config/register.ts';
import { demoSite } from '../../src/demo/demo-site.ts';
import { type DemoServer, serveWorld } from '../../src/demo/serve.ts';
import { articlePath, articlesOf, demoRecords, demoSources, loadWorld, sourcePath } from '../../src/demo/world.ts';
import { WrongUse } from '../../src/errors.ts';
import { scalesOf } from '../support/scales.ts';

const world = loadWorld('config/demo');
const now = world.startsAt;
const ORIGIN = 'http://127.0.0.1:1';
const get = (at: string, round = 1) => demoSite(world, now, round, ORIGIN, at);
const councils = parse(readFileSync('config/demo/authorities.csv', 'utf8'), { columns: true }) as {
  slug: string;
  short_name: string;
}[];

test('every article, list, feed and sitemap says that it is a sample', () => {
  const paths = [
    '/',
    ...world.sites.flatMap((site) => [`/${site.id}/`, sourcePath(site)]),
    ...articlesOf(world, now, 2).map(articlePath),
  ];
  for (const at of paths) {
    const { status, body } = get(at, 2);
    expect([at, status]).toEqual([at, 200]);
    expect(body, at).toContain('invented');
  }
});

test('what is not there is not found', () => {
  for (const at of ['/nowhere/', '/beacon/news/nothing', '/beacon/../etc', '/northshire/feed.xml'])
    expect(get(at).status).toBe(404);
});

for (const site of world.sites)
  test(`${site.name} lists its articles, newest first, with titles and days as in the data`, async () => {
    const shown = articlesOf(world, now, 1, site.id);
    const { body } = get(sourcePath(site));
    const expected = shown.map(({ title, day }) => [title, day]);
    if (site.serves === 'json')
      expect(
        JSON.parse(body).items.map((item: { title: string; date_published: string }) => [
          item.title,
          item.date_published.slice(0, 10),
        ]),
      ).toEqual(expected);
    else if (site.serves === 'list') {
      const $ = load(body);
      expect(
        $('.news-item')
          .toArray()
          .map((item) => [$(item).find('h2').text(), $(item).find('time').attr('datetime')]),
      ).toEqual(expected);
    } else if (site.serves === 'sitemap') {
      const $ = load(body, { xml: true });
      expect(
        $('url')
          .toArray()
          .map((item) => [
            $(item).find('news\\:title').text(),
            $(item).find('news\\:publication_date').text().slice(0, 10),
          ]),
      ).toEqual(expected);
    } else {
      const { items } = await new Parser().parseString(body);
      expect(items.map(({ title, isoDate }) => [title, isoDate?.slice(0, 10)])).toEqual(expected);
    }
  });

test('an article page holds its text, and furniture with grades that are not its own', () => {
  const article = articlesOf(world, now, 1, 'beacon').find(
    ({ slug }) => slug === 'town-halls-childrens-department-climbs-to-good',
  )!;
  const $ = load(get(articlePath(article)).body);
  expect($('.article-body').text()).toContain('now see children sooner');
  expect($('.most-read').text()).toContain("children's home 'inadequate'");
  expect($('.article-body').text()).not.toContain('hygiene');
});

test('a syndicated article carries the same text in two papers', () => {
  const [copy, original] = [
    'eastborough-childrens-services-rated-good',
    'town-halls-childrens-department-climbs-to-good',
  ].map((slug) => articlesOf(world, now, 1).find((article) => article.slug === slug)!);
  expect(copy!.body).toEqual(original!.body);
  expect(copy!.site.id).not.toBe(original!.site.id);
});

test('a later round brings a new article and a corrected one', () => {
  const slugs = (round: number) => articlesOf(world, now, round).map(({ slug }) => slug);
  expect(slugs(2).filter((slug) => !slugs(1).includes(slug))).toEqual(['eastborough-adult-care-assessed']);
  const at = '/beacon/news/wading-adult-care-verdict';
  expect(get(at, 1).headers.etag).not.toBe(get(at, 2).headers.etag);
  expect(get(at, 2).body).toContain('An earlier version of this story');
  expect(world.rounds).toBe(2);
});

test('dates count from the start of the demonstration', () => {
  const article = articlesOf(world, now, 1).find(({ slug }) => slug === 'outstanding-for-the-second-time-running')!;
  expect([article.day, article.body[1]]).toEqual(['2026-06-16', expect.stringContaining('in March and read')]);
});

test('what is expected is labelled for every article, about councils of the invented world', () => {
  const names = new Set(councils.map((council) => council.short_name));
  for (const round of [1, 2]) {
    const records = demoRecords(world, now, round);
    expect(records).toHaveLength(articlesOf(world, now, round).length);
    for (const { labels } of records)
      for (const { authority } of [...labels.events, ...labels.history]) expect(names).toContain(authority);
  }
  expect(demoRecords(world, now, 1).filter(({ labels }) => labels.relevant)).toHaveLength(17);
  const wading = (round: number) =>
    demoRecords(world, now, round).find(({ id }) => id === 'wading-adult-care-verdict')!.labels.events[0]!.grade;
  expect([wading(1), wading(2)]).toEqual(['requires_improvement', 'good']);
});

test('no council of the invented world is a real one', () => {
  const real = readFileSync('config/register/judgements.csv', 'utf8');
  for (const { slug } of councils) expect(real).not.toContain(`,${slug},`);
});

test('the register of the invented world loads, about its own councils', () => {
  const four = (third: string) => ['outstanding', 'good', third, 'inadequate'];
  const scales = scalesOf({
    ofsted_four_point_2013: four('requires_improvement'),
    ofsted_four_point_2005: four('adequate'),
  });
  expect(loadRegister('config/demo', scales, new Set(councils.map(({ slug }) => slug))).byAuthority.size).toBe(8);
});

test('a broken world names every fault', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'world-'));
  for (const name of ['sites.yaml', 'articles.yaml', 'expected.yaml']) {
    const text = readFileSync(`config/demo/${name}`, 'utf8')
      .replace('site: courier', 'site: curier')
      .replace('join-our-outstanding-team: {', 'join-our-outstanding-teem: {');
    writeFileSync(path.join(folder, name), text);
  }
  expect(() => loadWorld(folder)).toThrow(WrongUse);
  expect(() => loadWorld(folder)).toThrow(
    /no "curier"; did you mean "courier"[\s\S]*says nothing of join-our-outstanding-team[\s\S]*no "join-our-outstanding-teem"/,
  );
});

let server: DemoServer;
beforeAll(async () => {
  server = await serveWorld(world, now);
});
afterAll(() => server.close());

test('over loopback, a conditional request is answered 304 until the world moves on', async () => {
  const feed = demoSources(world, server.origin).find(({ id }) => id === 'demo-beacon')!;
  const first = await fetch(feed.url);
  const etag = first.headers.get('etag')!;
  const again = () => fetch(feed.url, { headers: { 'if-none-match': etag } });
  expect((await again()).status).toBe(304);
  server.showRound(2);
  const moved = await again();
  expect([moved.status, await moved.text()]).toEqual([200, expect.stringContaining('could do better')]);
  server.showRound(1);
});
