/** One source polled again and again: real sockets, real feeds, the real store. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../../src/adapters/store/store.ts';
import { tryLater } from '../../src/errors.ts';
import type { Reply, Script } from '../support/fault-server.ts';
import { aPolledSource } from '../support/polled-source.ts';
import { aStore } from '../support/store.ts';
import { NOW } from '../support/web.ts';

interface Story {
  n: number;
  guid?: string;
  link?: string;
  title?: string;
}

const aFeed = (stories: Story[], origin = 'http://paper.example') =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Paper</title><link>${origin}/</link>${stories
    .map(
      ({ n, guid = `g${n}`, link = `${origin}/news/${n}`, title = `Story ${n}` }) =>
        `<item><title>${title}</title><guid isPermaLink="false">${guid}</guid><link>${link}</link><pubDate>${new Date(Date.UTC(2026, 2, n)).toUTCString()}</pubDate></item>`,
    )
    .join('')}</channel></rss>`;
const feed = (stories: Story[], headers: Record<string, string> = {}): Reply => ({
  headers: { 'content-type': 'application/rss+xml', ...headers },
  body: aFeed(stories),
});
const stories = (from: number, until: number): Story[] =>
  Array.from({ length: until - from }, (_, at) => ({ n: until - 1 - at }));

let store: Store;
beforeAll(async () => {
  store = await aStore();
});

const polling = (script: Script) => aPolledSource(store, script);

describe('polling a source', () => {
  test('new items are handed on once, whatever validators it has', async () => {
    const { poll, queued } = await polling({ '/feed': (_asked, nth) => feed(stories(1, 3 + nth)) });
    expect(await poll(3)).toEqual(['ok 3', 'ok 1', 'ok 1']);
    expect(new Set(queued).size).toBe(5);
    expect(queued).toHaveLength(5);
  });

  test('a body cut short leaves no validator behind, so its items still arrive', async () => {
    const whole = aFeed(stories(1, 20));
    const { poll, server } = await polling({
      '/feed': ({ headers }, nth) => {
        if (nth === 1) return { headers: { etag: '"1"' }, body: whole, cutAfter: 900 };
        return headers['if-none-match'] ? { status: 304 } : { headers: { etag: '"1"' }, body: whole };
      },
    });
    expect(await poll(3)).toEqual(['truncated 0', 'ok 19', 'not_modified 0']);
    expect(server.asked.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, undefined, '"1"']);
  });

  test('a server that says 304 for ever is asked for everything again within eight days', async () => {
    const { poll } = await polling({
      '/feed': ({ headers }, nth) =>
        headers['if-none-match']
          ? { status: 304, headers: { 'cache-control': 'max-age=21600' } }
          : feed(stories(1, nth === 1 ? 3 : 4), { etag: '"for ever"' }),
    });
    const outcomes = await poll(8 * 4);
    expect(outcomes.filter((outcome) => outcome.startsWith('ok'))).toEqual(['ok 2', 'ok 1']);
  });

  test('the same bytes behind an ever new ETag make no work', async () => {
    const { poll } = await polling({ '/feed': (_asked, nth) => feed(stories(1, 3), { etag: `"${nth}"` }) });
    expect(await poll(3)).toEqual(['ok 2', 'unchanged 0', 'unchanged 0']);
  });

  test('alternating bodies and ETags bring each item once', async () => {
    const { poll } = await polling({
      '/feed': ({ headers }, nth) => {
        const etag = `"${nth % 2}"`;
        return headers['if-none-match'] === etag
          ? { status: 304 }
          : feed(nth % 2 ? stories(1, 5) : stories(3, 7), { etag });
      },
    });
    expect((await poll(6)).reduce((sum, outcome) => sum + Number(outcome.split(' ')[1]), 0)).toBe(6);
  });

  test('an edited item is read again, and not reported as new', async () => {
    const { poll, queued } = await polling({
      '/feed': (_asked, nth) => feed([{ n: 1, title: nth === 1 ? 'Inadequate' : 'Must improve' }]),
    });
    expect(await poll(2)).toEqual(['ok 1', 'ok 0']);
    expect(queued).toHaveLength(2);
  });

  test('guids that change with every poll and links that gain parameters make no new items', async () => {
    const { poll } = await polling({
      '/feed': (_asked, nth) =>
        feed(
          stories(1, 5).map(({ n }) => ({
            n,
            guid: `${nth}-${n}`,
            link: `http://paper.example/news/${n}?utm_campaign=${nth}`,
          })),
        ),
    });
    expect(await poll(3)).toEqual(['ok 4', 'ok 0', 'ok 0']);
  });

  for (const [items, outcome, note] of [
    [5_000, 'ok 500', ['capped']],
    [100_000, 'too_large 0', []],
  ] as const)
    test(`a feed of ${items} items: ${outcome}, and the source goes on`, async () => {
      const many = Array.from({ length: items }, (_, at) => ({
        n: at % 28,
        guid: `g${at}`,
        link: `http://paper.example/${at}`,
        title: `Story ${at}`,
      }));
      const { poll, row } = await polling({ '/feed': feed(many) });
      expect(await poll()).toEqual([outcome]);
      const { nextDue, notes } = await row();
      expect(nextDue).not.toBeNull();
      expect(notes.map(({ code }) => code)).toEqual(note);
    });

  test('a page where a feed was is an error, not silence, and its validators are not kept', async () => {
    const { poll, row } = await polling({
      '/feed': (_asked, nth) =>
        nth === 1
          ? feed(stories(1, 3), { etag: '"1"' })
          : { headers: { etag: '"2"', 'content-type': 'text/html' }, body: '<html><body><p>Sorry.' },
    });
    expect(await poll(2)).toEqual(['ok 2', 'not_a_feed 0']);
    expect((await row()).state).toMatchObject({ validators: null, errorClass: 'not_a_feed' });
  });

  test('a login page where a feed was is named as one, with the way there', async () => {
    const { report, row, server } = await polling({
      '/feed': { status: 301, headers: { location: '/login?next=/feed' } },
      '/login': { headers: { 'content-type': 'text/html' }, body: '<html><body><form>Your name' },
    });
    const words = `${server.origin}/feed redirects to what looks like a login page; `;
    expect((await report()).message).toContain(words);
    expect((await row()).state?.errorMessage).toContain(words);
  });

  test('a permanent move is adopted after days of agreement, and polling goes on there without new items', async () => {
    const { poll, row, server } = await polling({
      '/feed': { status: 301, headers: { location: '/rss.xml' } },
      '/rss.xml': feed(stories(1, 4)),
    });
    const outcomes = await poll(30);
    expect((await row()).url).toBe(`${server.origin}/rss.xml`);
    expect(outcomes.filter((outcome) => outcome.endsWith(' 3'))).toHaveLength(1);
    expect(server.paths().at(-1)).toBe('/rss.xml');
    expect(server.paths().at(-2)).toBe('/rss.xml');
  });

  test('a move to an address another source has is offered to a person, once', async () => {
    const { poll, row, server } = await polling({
      '/feed': { status: 301, headers: { location: '/rss.xml' } },
      '/rss.xml': feed(stories(1, 4)),
    });
    const { id, name, kind, format, authority, status, terms, note } = await row();
    const other = {
      id: `${id}-b`,
      name,
      kind,
      format,
      authority,
      status,
      terms,
      note,
      url: `${server.origin}/rss.xml`,
    };
    await store.addSource(other, NOW);
    await poll(80);
    const { url, notes, aliases } = await row();
    expect([url, aliases]).toEqual([`${server.origin}/feed`, []]);
    expect(notes).toMatchObject([{ code: 'merge_offer', message: expect.stringContaining(other.id) }]);
  });

  test('410 ends a source a day after the first one', async () => {
    const { poll, row } = await polling({ '/feed': { status: 410 } });
    expect(await poll(2)).toEqual(['gone 0', 'gone 0']);
    expect(await row()).toMatchObject({ status: 'retired', nextDue: null });
  });

  test('whose host wants silence is reported as not asked, not as failing', async () => {
    const { report, row } = await polling({ '/feed': { status: 429, headers: { 'retry-after': '86400' } } });
    expect(await report()).toMatchObject({ outcome: 'rate_limited', held: false });
    const web = {
      get: () => Promise.reject(tryLater('held', { errorClass: 'rate_limited', holdHost: 'x', retryAfterMs: 1 })),
    };
    const before = await row();
    expect(await report({ web })).toMatchObject({ outcome: 'held', held: true });
    expect((await store.polls(before.id, 2)).map(({ outcome }) => outcome)).toEqual(['held', 'rate_limited']);
    expect((await row()).lastAttempt).toEqual(before.lastAttempt);
  });

  test('whose host wants silence from the start is not claimed before that ends', async () => {
    const held = tryLater('held', { errorClass: 'rate_limited', holdHost: 'x', retryAfterMs: 7_200_000 });
    const { report, row } = await polling({});
    await report({ web: { get: () => Promise.reject(held) } });
    const { id, lastAttempt, nextDue } = await row();
    expect(lastAttempt).toBeNull();
    expect(await store.claimDueSources(new Date(NOW.getTime() + 60_000), 1_000, 500)).not.toContain(id);
    expect(await store.claimDueSources(nextDue!, 1_000, 500)).toContain(id);
  });

  test('a server that asks to wait is not asked before, nor are its other sources', async () => {
    const { poll, row } = await polling({ '/feed': { status: 503, headers: { 'retry-after': '86400' } } });
    await poll();
    expect((await row()).nextDue!.getTime() - NOW.getTime()).toBeGreaterThanOrEqual(86_400_000);
  });

  test('a source that went without a word is looked for on its home page, and its new address is proposed', async () => {
    const { poll, row, server } = await polling({
      '/feed': (_asked, nth) => (nth === 1 ? feed(stories(1, 3)) : { status: 404 }),
      '/': {
        headers: { 'content-type': 'text/html' },
        body: '<!doctype html><title>Paper</title><link rel="alternate" type="application/rss+xml" href="/new.xml"><h1>Paper</h1>',
      },
      '/new.xml': feed(stories(1, 4)),
    });
    await poll(6);
    const { url, notes } = await row();
    expect(url).toBe(`${server.origin}/feed`);
    expect(notes).toMatchObject([
      { code: 'proposed_address', message: expect.stringContaining(`${server.origin}/new.xml`) },
    ]);
  });

  test('an item taken from the middle of the list is looked at, and shown as withdrawn when its page is gone', async () => {
    let origin = '';
    const { poll, states, server } = await polling({
      '/feed': (_asked, nth) => {
        if (nth === 1) return { body: aFeed(stories(1, 6), origin) };
        return { body: aFeed(nth === 2 ? stories(1, 6).filter(({ n }) => n !== 3 && n !== 4) : stories(2, 6), origin) };
      },
      '/news/3': { status: 404 },
      '/news/4': { body: 'still there' },
    });
    origin = server.origin;
    await poll(2);
    expect([...(await states())].sort()).toEqual([
      ['/news/1', 'listed'],
      ['/news/2', 'listed'],
      ['/news/3', 'withdrawn'],
      ['/news/4', 'no_longer_listed'],
      ['/news/5', 'listed'],
    ]);
    await poll();
    expect((await states()).get('/news/1')).toBe('no_longer_listed');
    expect((await states()).get('/news/4')).toBe('listed');
  });
});
