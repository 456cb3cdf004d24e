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
import type { Reply } from '../support/fault-server.ts';
import { aStore } from '../support/store.ts';
import { aWeb, closing, NOW, serve } from '../support/web.ts';

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

/** One item whose page answers as the replies say, one after the other; each attempt is made when the one before asked. */
async function reading(...replies: Reply[]) {
  const server = await serve({
    '/feed': {
      headers: { 'content-type': 'application/rss+xml' },
      body: '<rss version="2.0"><channel><title>Paper</title><item><title>Northshire praised</title><guid>g</guid><link>/news/1</link><description>Inspectors praise Northshire.</description></item></channel></rss>',
    },
    '/news/1': (_asked, nth) => replies[Math.min(nth, replies.length) - 1]!,
  });
  const id = `paper-${++sources}`;
  const proposal = {
    id,
    name: id,
    url: `${server.origin}/feed`,
    kind: 'newspaper',
    format: 'rss',
    authority: null,
    status: 'seen',
  };
  await store.addSource({ ...proposal, terms: 'text', note: null } as SourceProposal, NOW);
  let now = NOW;
  const deps = {
    ...{ store, pages, log: silent, feeds: makeFeedReader(), now: () => now, push: null },
    web: aWeb({ now: () => now, timeouts: { totalMs: replies.some(({ hang }) => hang) ? 1_500 : 20_000 } }),
    queue: { put: async () => {} },
    policy: { keepDays: 90 },
    rulebook: { authorities: [] },
    proposals: [],
  } as unknown as Deps;
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
