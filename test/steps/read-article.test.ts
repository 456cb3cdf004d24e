/** The page behind an item, when its host is slow, shut, silent or gone: what a source told us is judged all the same. */
import { beforeAll, describe, expect, test } from 'vitest';
import { makeFeedReader } from '../../src/adapters/feeds/read-feed.ts';
import { makePageReader } from '../../src/adapters/pages/read-page.ts';
import type { Store } from '../../src/adapters/store/store.ts';
import type { SourceProposal } from '../../src/core/types.ts';
import type { Deps } from '../../src/steps/deps.ts';
import { pollSource } from '../../src/steps/poll-source.ts';
import { readArticle } from '../../src/steps/read-article.ts';
import { silent } from '../support/backends.ts';
import { closing } from '../support/closing.ts';
import type { Reply } from '../support/fault-server.ts';
import { aStore } from '../support/store.ts';
import { aWeb, NOW, serve } from '../support/web.ts';

const HOUR_MS = 3_600_000;
let store: Store;
const pages = closing(makePageReader());
let sources = 0;
beforeAll(async () => {
  store = await aStore();
});

const prose = 'Inspectors found that social workers in Northshire know their families well. '.repeat(12);
const page: Reply = {
  headers: { 'content-type': 'text/html' },
  body: `<!doctype html><html><head><title>Northshire praised</title></head><body><article><h1>Northshire praised</h1><p>${prose}</p></article></body></html>`,
};

async function aSource(url: string, name = 'paper'): Promise<string> {
  const id = `${name}-${++sources}`;
  const proposal = { id, name: id, url, kind: 'newspaper', format: 'rss', authority: null, status: 'seen' };
  await store.addSource({ ...proposal, terms: 'text', note: null } as SourceProposal, NOW);
  return id;
}

const aReader = (now: () => Date, totalMs = 20_000) =>
  ({
    ...{ store, pages, log: silent, feeds: makeFeedReader(), now, push: null },
    web: aWeb({ now, timeouts: { totalMs } }),
    queue: { put: async () => {} },
    policy: { keepDays: 90 },
    rulebook: { authorities: [] },
    proposals: [],
  }) as unknown as Deps;

/** One item whose page answers as the replies say, one after the other; each attempt is made when the one before asked. */
async function reading(...replies: Reply[]) {
  const server = await serve({
    '/feed': {
      headers: { 'content-type': 'application/rss+xml' },
      body: '<rss version="2.0"><channel><title>Paper</title><item><title>Northshire praised</title><guid>g</guid><link>/news/1</link><description>Inspectors praise Northshire.</description></item></channel></rss>',
    },
    '/news/1': (_asked, nth) => replies[Math.min(nth, replies.length) - 1]!,
  });
  const id = await aSource(`${server.origin}/feed`);
  let now = NOW;
  const deps = aReader(() => now, replies.some(({ hang }) => hang) ? 1_500 : 20_000);
  await pollSource(deps, { sourceId: id });
  const [item] = await store.itemsOf(id, 1);
  const tries: number[] = [];
  for (let turn = 0; turn < 10; turn += 1) {
    const [due] = (await store.unreadItems(new Date(NOW.getTime() + 1_000 * HOUR_MS), 100)).filter(
      (key) => key === item!.key,
    );
    if (!due) break;
    while (!(await store.unreadItems(now, 100)).includes(item!.key)) now = new Date(now.getTime() + HOUR_MS / 12);
    tries.push((now.getTime() - NOW.getTime()) / HOUR_MS);
    await readArticle(deps, { itemKey: item!.key });
  }
  const stored = await store.item(item!.key);
  const article = stored?.articleId ? await store.article(stored.articleId) : null;
  return { server, tries, text: article?.text ?? '', gaveUp: stored!.gaveUpAt !== null };
}

describe('the page behind an item', () => {
  const silentFor = (seconds: number): Reply => ({ status: 503, headers: { 'retry-after': String(seconds) } });
  const table: [string, Reply[], 'page' | 'feed', number][] = [
    ['that answers is read', [page], 'page', 1],
    ['that is down for a while is read later', [{ status: 500 }, { hang: true }, page], 'page', 3],
    ['that is gone leaves the feed’s own words', [{ status: 404 }], 'feed', 1],
    ['that stays shut leaves the feed’s own words', [{ status: 403 }], 'feed', 4],
    ['that stays down leaves the feed’s own words', [{ status: 500 }], 'feed', 4],
    ['whose host wants silence for two hours is read after them', [silentFor(7_200), page], 'page', 2],
    ['whose host wants silence for days leaves the feed’s own words', [silentFor(200_000)], 'feed', 1],
  ];
  for (const [name, replies, from, attempts] of table)
    test(name, async () => {
      const { text, tries, gaveUp } = await reading(...replies);
      expect(tries).toHaveLength(attempts);
      expect(gaveUp).toBe(false);
      expect(text === 'Inspectors praise Northshire.' ? 'feed' : text.includes('social workers') ? 'page' : text).toBe(
        from,
      );
      if (name.includes('two hours')) expect(tries[1]).toBeGreaterThanOrEqual(2);
    });
});

describe('a page that several sources list', () => {
  const paragraph = (of: string) => `Inspectors found that ${of} in Northshire know their families well. `.repeat(6);
  const story = (...paragraphs: string[]): Reply => ({
    ...page,
    body: `<!doctype html><html><head><title>Northshire praised</title></head><body><article><h1>Northshire praised</h1>${paragraphs.map((words) => `<p>${words}</p>`).join('')}</article></body></html>`,
  });
  const feed = (title: string): Reply => ({
    headers: { 'content-type': 'application/rss+xml' },
    body: `<rss version="2.0"><channel><title>Paper</title><item><title>${title}</title><guid>g</guid><link>/news/1</link></item></channel></rss>`,
  });

  async function listed(script: Record<string, Reply | ((asked: unknown, nth: number) => Reply)>) {
    const server = await serve(script);
    let now = NOW;
    const deps = aReader(() => now);
    return {
      asked: () => server.paths().filter((path) => path === '/news/1').length,
      pass: (hours: number) => {
        now = new Date(now.getTime() + hours * HOUR_MS);
      },
      async read(name: string) {
        const id = await aSource(`${server.origin}/${name}`, name);
        await pollSource(deps, { sourceId: id });
        const [item] = await store.itemsOf(id, 1);
        const { article } = await readArticle(deps, { itemKey: item!.key });
        return (await store.article(article!))!.text;
      },
    };
  }

  test('is asked for once a day, unless another headline stands over it', async () => {
    const script = { '/a': feed('Good'), '/b': feed('GOOD'), '/c': feed('Better'), '/d': feed('Good') };
    const { read, asked, pass } = await listed({ ...script, '/news/1': story(paragraph('helpers')) });
    const text = await read('a');
    pass(1);
    expect([await read('b'), asked()]).toEqual([text, 1]);
    await read('c');
    expect(asked()).toBe(2);
    pass(30);
    await read('d');
    expect(asked()).toBe(3);
  });

  test('is asked for again under another headline, whatever signs stand in it', async () => {
    const titles = ['1000', '1%', '1_00', '100\\'];
    const { read, asked, pass } = await listed({
      ...Object.fromEntries(titles.map((title, n) => [`/${n}`, feed(title)])),
      '/news/1': story(paragraph('helpers')),
    });
    for (const n of titles.keys()) {
      await read(String(n));
      expect(asked(), titles[n]).toBe(n + 1);
      pass(1);
    }
  });

  test('is no furniture of its host for that', async () => {
    const [old, more] = [paragraph('helpers'), paragraph('leaders')];
    const page = (_asked: unknown, nth: number) => (nth < 5 ? story(old) : story(old, more));
    const { read, pass } = await listed({
      ...Object.fromEntries('abcde'.split('').map((n) => [`/${n}`, feed('Good')])),
      '/news/1': page,
    });
    for (const name of ['a', 'b', 'c', 'd']) {
      await read(name);
      pass(30);
    }
    const text = await read('e');
    expect(text).toContain('helpers');
    expect(text).toContain('leaders');
  });
});
