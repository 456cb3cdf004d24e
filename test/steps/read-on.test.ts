/** Sources that need more than one document: paged lists and sitemap indexes, over real sockets. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../../src/adapters/store/store.ts';
import { sha256 } from '../../src/core/keys.ts';
import type { SourceProposal } from '../../src/core/types.ts';
import type { Reply, Script } from '../support/fault-server.ts';
import { aPolledSource } from '../support/polled-source.ts';
import { aStore } from '../support/store.ts';

let store: Store;
beforeAll(async () => {
  store = await aStore();
});

const PER_PAGE = 4;

/** `?page=n` of a council's news list: stories `newest` down to 1, four a page. */
function listPage(newest: number, page: number, { dated = true, pinned = [] as number[] } = {}): Reply {
  const top = newest - (page - 1) * PER_PAGE;
  const shown = [...pinned, ...Array.from({ length: PER_PAGE }, (_, at) => top - at).filter((n) => n > 0)];
  const day = (n: number) => new Date(Date.UTC(2026, 0, n)).toISOString().slice(0, 10);
  const items = shown.map(
    (n) =>
      `<article><h2><a href="/news/${n}">Council story number ${n} of the year</a></h2>${dated ? `<time datetime="${day(n)}">${day(n)}</time>` : ''}<p>What story ${n} is about.</p></article>`,
  );
  const next = top > PER_PAGE ? `<a rel="next" href="/feed?page=${page + 1}">Next</a>` : '';
  return {
    headers: { 'content-type': 'text/html' },
    body: `<!doctype html><title>News</title><main><h1>News</h1>${items.join('')}${next}</main>`,
  };
}

const pageOf = (path: string) => Number(new URL(path, 'http://x').searchParams.get('page') ?? 1);
const polling = (script: Script, proposed: Partial<SourceProposal> = { format: 'html', kind: 'council' }) =>
  aPolledSource(store, script, proposed);

/** A list that holds `newest[n]` stories at the nth poll. */
async function aList(newest: number[], options?: Parameters<typeof listPage>[2]) {
  let nth = 0;
  const source = await polling({
    '/feed': ({ path }) => {
      if (!path.includes('page=')) nth += 1;
      return listPage(newest[Math.min(nth, newest.length) - 1]!, pageOf(path), options);
    },
  });
  const feedPaths = () => source.server.paths().filter((path) => path !== '/robots.txt');
  return { ...source, feedPaths };
}

describe('a list with more pages', () => {
  test('is read to its second page when it is new', async () => {
    const { poll, feedPaths } = await aList([40]);
    expect(await poll()).toEqual(['ok 8']);
    expect(feedPaths()).toEqual(['/feed', '/feed?page=2']);
  });

  test('is not read on while its first page shows what is known', async () => {
    const { poll, feedPaths } = await aList([40, 42]);
    expect(await poll(2)).toEqual(['ok 8', 'ok 2']);
    expect(feedPaths().slice(2)).toEqual(['/feed']);
  });

  test('is read on to the first known entry after a busy day, and nothing scrolls by unseen', async () => {
    const { poll, feedPaths, row } = await aList([40, 50]);
    expect(await poll(2)).toEqual(['ok 8', 'ok 10']);
    expect(feedPaths().slice(2)).toEqual(['/feed', '/feed?page=2', '/feed?page=3']);
    expect((await row()).notes.map(({ code }) => code)).not.toContain('overlap');
    const third = sha256(listPage(50, 3).body as string);
    expect((await store.responses([third])).map(({ url }) => new URL(url).search)).toEqual(['?page=3']);
  });

  test('a story pinned to the head of every page hides nothing', async () => {
    const { poll } = await aList([40, 50], { pinned: [3] });
    expect(await poll(2)).toEqual(['ok 9', 'ok 10']);
  });

  test('is read five pages deep at most, and a person is told that some may have gone by', async () => {
    const { poll, feedPaths, row } = await aList([40, 90]);
    expect(await poll(2)).toEqual(['ok 8', 'ok 20']);
    expect(feedPaths().slice(2)).toHaveLength(5);
    expect((await row()).notes.map(({ code }) => code)).toContain('overlap');
  });

  test('without dates: what stands beyond the first page of a list that was rebuilt is back catalogue', async () => {
    const { poll, queued } = await aList([40, 90], { dated: false });
    await poll(2);
    const items = await Promise.all(queued.slice(8).map((key) => store.item(key)));
    const catalogue = items.map((item) => [new URL(item!.link!).pathname, item!.catalogue] as const);
    expect(new Map(catalogue).get('/news/90')).toBe(false);
    expect(catalogue.filter(([, is]) => is)).toHaveLength(16);
  });

  test('without dates: what is there after weeks without an answer is back catalogue, what comes then is news', async () => {
    let newest = 4;
    const { poll, queued, row } = await polling({
      '/feed': (_asked, nth) =>
        nth > 1 && nth < 5
          ? { status: 503, headers: { 'retry-after': '604800' } }
          : listPage(newest, 1, { dated: false }),
    });
    await poll(4);
    newest = 6;
    expect(await poll()).toEqual(['ok 2']);
    newest = 7;
    expect(await poll()).toEqual(['ok 1']);
    expect((await row()).status).toBe('seen');
    const items = await Promise.all(queued.slice(-3).map((key) => store.item(key)));
    expect(items.map((item) => item!.catalogue)).toEqual([true, true, false]);
  });

  test('a page that fails ends the way, and what was read counts', async () => {
    const { poll, report } = await polling({
      '/feed': ({ path }, nth) => (path.includes('page=') ? { status: 500 } : listPage(nth === 1 ? 40 : 50, 1)),
    });
    expect((await report()).warnings).toMatchObject([{ code: 'page_unread' }]);
    expect(await poll()).toEqual(['ok 4']);
  });

  test('a page that fails is asked for again, and nothing on it is lost', async () => {
    let newest = 40;
    let down = false;
    const source = await polling({
      '/feed': ({ path }) => (down && path.includes('page=') ? { status: 500 } : listPage(newest, pageOf(path))),
    });
    await source.poll();
    newest = 50;
    down = true;
    expect(await source.poll(2)).toEqual(['ok 4', 'ok 0']);
    down = false;
    expect(await source.poll(2)).toEqual(['ok 6', 'unchanged 0']);
    const asked = source.server.paths().filter((path) => path !== '/robots.txt');
    expect(asked.slice(-4)).toEqual(['/feed', '/feed?page=2', '/feed?page=3', '/feed']);
  });

  test('a page that never answers is given up after some polls', async () => {
    let newest = 40;
    const source = await polling({
      '/feed': ({ path }) => (path.includes('page=') && newest > 40 ? { status: 403 } : listPage(newest, pageOf(path))),
    });
    await source.poll();
    newest = 50;
    expect((await source.poll(8)).slice(-3)).toEqual(['unchanged 0', 'unchanged 0', 'unchanged 0']);
  });

  test('a next page on another host, or one that leads back, is not followed', async () => {
    for (const next of ['https://elsewhere.example/feed?page=2', '/feed'])
      expect(
        await (
          await polling({
            '/feed': {
              headers: { 'content-type': 'text/html' },
              body: (listPage(40, 1).body as string).replace('/feed?page=2', next),
            },
          })
        ).report(),
      ).toMatchObject({ outcome: 'ok', documents: 1 });
  });

  test('robots.txt is asked before a page nobody gave us', async () => {
    const { report } = await polling({
      '/robots.txt': { body: 'User-agent: *\nDisallow: /*page=' },
      '/feed': ({ path }) => listPage(40, pageOf(path)),
    });
    expect(await report()).toMatchObject({
      outcome: 'ok',
      fresh: 4,
      documents: 1,
      warnings: [{ code: 'page_unread' }],
    });
  });
});

describe('a feed with an archive', () => {
  const feed = (from: number, next: string): Reply => ({
    headers: { 'content-type': 'application/atom+xml' },
    body: `<feed xmlns="http://www.w3.org/2005/Atom"><title>Paper</title><id>p</id><link rel="next" href="${next}"/>${[
      0, 1, 2,
    ]
      .map(
        (at) =>
          `<entry><id>s${from - at}</id><title>Story ${from - at}</title><link href="/news/${from - at}"/></entry>`,
      )
      .join('')}</feed>`,
  });
  test('is followed into it once, when it is new', async () => {
    const { poll, server } = await polling(
      {
        '/feed': (_asked, nth) => feed(nth * 50, '/older'),
        '/older': (_asked, nth) => feed(nth * 50 - 3, '/oldest'),
      },
      { format: 'atom' },
    );
    expect(await poll(2)).toEqual(['ok 6', 'ok 3']);
    expect(server.paths().filter((path) => path !== '/robots.txt')).toEqual(['/feed', '/older', '/feed']);
  });
});

describe('a sitemap index', () => {
  const xml = (body: string): Reply => ({ headers: { 'content-type': 'application/xml' }, body });
  const index = (origin: string, children: [path: string, modified: string][]) =>
    xml(
      `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${children
        .map(([path, modified]) => `<sitemap><loc>${origin}${path}</loc><lastmod>${modified}</lastmod></sitemap>`)
        .join('')}</sitemapindex>`,
    );
  const newsmap = (origin: string, stories: number[]) =>
    xml(
      `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">${stories
        .map(
          (n) =>
            `<url><loc>${origin}/news/${n}</loc><news:news><news:title>Story ${n}</news:title><news:publication_date>2026-03-0${n}</news:publication_date></news:news></url>`,
        )
        .join('')}</urlset>`,
    );

  async function anIndex(script: (origin: () => string) => Script) {
    let origin = '';
    const source = await polling(
      script(() => origin),
      { format: 'sitemap' },
    );
    origin = source.server.origin;
    return source;
  }

  test('is read through its sitemaps of news, also when the index itself stands still', async () => {
    const { poll, server, row } = await anIndex((origin) => ({
      '/feed': () => ({
        ...index(origin(), [
          ['/pages-1.xml', '2024-01-01'],
          ['/news-sitemap.xml', '2026-03-10'],
        ]),
      }),
      '/news-sitemap.xml': (_asked, nth) => newsmap(origin(), nth < 3 ? [3, 2] : [4, 3, 2]),
      '/pages-1.xml': () => newsmap(origin(), [1]),
    }));
    expect(await poll(3)).toEqual(['ok 3', 'ok 0', 'ok 1']);
    expect(server.paths().filter((path) => path === '/pages-1.xml')).toHaveLength(1);
    expect((await row()).state).toMatchObject({ validators: null });
  });

  test('says nothing of the stories in sitemaps it did not read this time', async () => {
    const { poll, server, states } = await anIndex((origin) => ({
      '/feed': () =>
        index(origin(), [
          ['/now.xml', '2026-03-10'],
          ['/then.xml', '2025-03-10'],
        ]),
      '/now.xml': (_asked, nth) => newsmap(origin(), nth === 1 ? [1, 2, 3] : [1, 2, 3, 6]),
      '/then.xml': () => newsmap(origin(), [4, 5]),
    }));
    expect(await poll(2)).toEqual(['ok 5', 'ok 1']);
    expect([...(await states()).values()]).toEqual(Array(6).fill('listed'));
    expect(server.paths().filter((path) => path.startsWith('/news/'))).toEqual([]);
  });

  test('with a sitemap that fails gives what the others hold', async () => {
    const { report } = await anIndex((origin) => ({
      '/feed': () =>
        index(origin(), [
          ['/news-1.xml', '2026-03-10'],
          ['/news-2.xml', '2026-03-09'],
        ]),
      '/news-1.xml': { status: 503 },
      '/news-2.xml': () => newsmap(origin(), [2]),
    }));
    expect(await report()).toMatchObject({
      outcome: 'ok',
      fresh: 1,
      documents: 2,
      warnings: [{ code: 'page_unread' }],
    });
  });

  test('whose sitemaps all fail is a failed poll', async () => {
    const { poll, row } = await anIndex((origin) => ({
      '/feed': () => index(origin(), [['/news-1.xml', '2026-03-10']]),
      '/news-1.xml': { status: 404 },
    }));
    expect(await poll()).toEqual(['http_4xx 0']);
    expect((await row()).state).toMatchObject({ errorClass: 'http_4xx', failures: 1 });
  });
});
