/** What leaves over HTTP beside the pages: feeds, and what a reader does behind a link of their own. */
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../../src/app.ts';
import { digestId } from '../../src/core/keys.ts';
import type { Criteria } from '../../src/core/types.ts';
import { type DemoServer, serveWorld } from '../../src/demo/serve.ts';
import { demoSources, loadWorld } from '../../src/demo/world.ts';
import { linksOf } from '../../src/steps/letters.ts';
import { sendDigest } from '../../src/steps/send-digest.ts';
import { subscribe } from '../../src/steps/subscribe.ts';
import { openSite } from '../../src/web/open-site.ts';
import type { RunningSite } from '../../src/web/server.tsx';
import { asks } from '../sending/build.ts';
import { anInstallation, type Installation } from '../support/installation.ts';

const world = loadWorld('config/demo');
let server: DemoServer;
let here: Installation;
let site: RunningSite;
let refusing: SMTPServer;

beforeAll(async () => {
  refusing = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onRcptTo: (_address, _session, done) => done(Object.assign(new Error('no such user'), { responseCode: 550 })),
  });
  await new Promise<void>((resolve) => refusing.listen(0, '127.0.0.1', resolve));
  const { port } = refusing.server.address() as AddressInfo;
  server = await serveWorld(world, world.startsAt);
  here = await anInstallation(
    {
      GRADEWATCH_NOW: `=${world.startsAt.toISOString()}`,
      ...{ PORT: '0', SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'news@gradewatch.example' },
    },
    { folder: 'config/demo', proposals: demoSources(world, server.origin) },
  );
  for (let round = 1; round <= world.rounds; round++) {
    server.showRound(round);
    await here.pollAll();
  }
  site = await openSite(here.app);
}, 300_000);

afterAll(async () => {
  await site?.close();
  await here?.close();
  await server?.close();
  await new Promise<void>((resolve) => refusing.close(() => resolve()));
});

const aReader = async (every: 'event' | 'week', criteria = asks({})) =>
  (
    await subscribe(here.app.deps, {
      ...{ channel: 'mail', address: 'reader@paper.example', criteria, every, note: null, confirmed: 'a test' },
    })
  ).subscription;
const get = (path: string, init?: RequestInit) => fetch(site.address + path, { redirect: 'manual', ...init });
const post = (path: string, fields: Record<string, string>) =>
  get(path, { method: 'POST', body: new URLSearchParams(fields) });
const stored = async (id: string) => here.app.deps.store.subscription(id);
interface JsonFeed {
  version: string;
  feed_url: string;
  items: { url: string; _gradewatch: { authority: string; headlines: unknown[]; held: boolean } }[];
}
const items = async (path: string) => ((await (await get(path)).json()) as JsonFeed).items;

describe('feeds', { timeout: 60_000 }, () => {
  test.each(['/feeds/all', '/authorities/northshire', '/feeds/grade/good'])('%s as Atom and as JSON', async (path) => {
    const [atom, json] = await Promise.all([get(`${path}.atom`), get(`${path}.json`)]);
    expect(atom.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    expect(json.headers.get('content-type')).toBe('application/feed+json; charset=utf-8');
    const text = await atom.text();
    const feed = (await json.json()) as JsonFeed;
    expect(feed.version).toBe('https://jsonfeed.org/version/1.1');
    expect(feed.feed_url).toBe(`${site.address}${path}.json`);
    expect(text).toContain(`<link rel="self" href="${site.address}${path}.atom"/>`);
    expect(feed.items.length).toBeGreaterThan(0);
    expect(text.match(/<entry>/g)).toHaveLength(feed.items.length);
    expect((await fetch(feed.items[0]?.url ?? '')).status).toBe(200);
  });

  test('our own reader reads them', async () => {
    const bytes = new Uint8Array(await (await get('/feeds/all.atom')).arrayBuffer());
    const read = await here.app.deps.feeds.parse(bytes, { headers: {}, base: null });
    expect(read.entries).toHaveLength((await items('/feeds/all.json')).length);
  });

  test('an authority’s feed has that authority only, and nothing that is held', async () => {
    const found = await items('/authorities/northshire.json');
    expect(new Set(found.map(({ _gradewatch: { authority } }) => authority))).toEqual(new Set(['northshire']));
    expect((await items('/feeds/all.json')).some(({ _gradewatch: { held } }) => held)).toBe(false);
  });

  test('what is more than one part of a hundred leads to the next older one, and none is lost or told twice', async () => {
    const { store } = here.app.deps;
    const [one] = await store.events({ take: 1 });
    const many = Array.from({ length: 250 }, (_, n) => ({
      ...one!,
      event: { ...one!.event, key: `k${n}`, held: n === 7 },
    }));
    const events = async ({ skip = 0, take = 0 }: { skip?: number; take?: number }) => many.slice(skip, skip + take);
    const paged = await openSite({
      ...here.app,
      deps: { ...here.app.deps, store: { ...store, events } },
      servedAt: () => {},
    } as App);
    const seen: string[] = [];
    const sizes: number[] = [];
    let next: string | undefined = `${paged.address}/feeds/all.json`;
    while (next) {
      const feed = (await (await fetch(next)).json()) as { next_url?: string; items: { id: string }[] };
      const atom = await (await fetch(next.replace('.json', '.atom'))).text();
      expect(/<link rel="next" href="([^"]+)"/.exec(atom)?.[1]).toBe(feed.next_url?.replace('.json', '.atom'));
      seen.push(...feed.items.map(({ id }) => id));
      sizes.push(feed.items.length);
      next = feed.next_url?.replace(site.address, paged.address); // links lead to where the pages say they are
    }
    await paged.close();
    expect([sizes, new Set(seen).size]).toEqual([[99, 100, 50], 249]);
  });

  test('whoever has it already is told so, in no words', async () => {
    const first = await get('/feeds/all.atom');
    const etag = first.headers.get('etag') ?? '';
    const again = await get('/feeds/all.atom', { headers: { 'if-none-match': etag } });
    expect([etag.length > 5, again.status, await again.text()]).toEqual([true, 304, '']);
    expect((await get('/feeds/all.json', { headers: { 'if-none-match': etag } })).status).toBe(200);
  });

  test.each([
    '/feeds/none.atom',
    '/authorities/nowhere.json',
    '/feeds/grade/splendid.atom',
    '/feeds/mine/unknown.atom',
  ])('%s is not found', async (path) => expect((await get(path)).status).toBe(404));

  test('pages lead to theirs', async () => {
    // For programs in the head, and for people to click.
    const linked = async (path: string) => {
      const html = await (await get(path)).text();
      return ['link', 'a'].map((tag) =>
        [...html.matchAll(new RegExp(`<${tag} [^>]*href="([^"]+\\.(?:atom|json))"`, 'g'))].map(([, href]) => href),
      );
    };
    for (const [page, feed] of [
      ['/', '/feeds/all'],
      ['/?grade=good', '/feeds/grade/good'],
      ['/?authority=northshire', '/authorities/northshire'],
      ['/?authority=northshire&grade=good', '/feeds/all'],
      ['/authorities/northshire', '/authorities/northshire'],
    ] as const) {
      const both = [`${feed}.atom`, `${feed}.json`];
      expect(await linked(page)).toEqual([both, both]);
    }
  });
});

describe('behind a reader’s own link', { timeout: 60_000 }, () => {
  const aLink = async (id: string) => `/preferences/${await here.app.deps.newToken(id, 'preferences')}`;

  test('letters carry it, and it shows what is asked for', async () => {
    const id = await aReader('week', asks({ authorities: ['northshire'] }));
    const reader = await stored(id);
    const { preferences } = reader ? await linksOf(here.app.deps, reader, null) : { preferences: null };
    const answer = await fetch(preferences ?? '');
    expect(await answer.text()).toContain('any service in Northshire');
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  test('looking changes nothing, whatever the address says', async () => {
    const id = await aReader('week');
    await get(`${await aLink(id)}?act=end&every=day`);
    expect(await stored(id)).toMatchObject({ state: 'active', every: 'week' });
  });

  test('how often: the old one ends with its reason, a new one takes its place and what was promised', async () => {
    const { store, now } = here.app.deps;
    const id = await aReader('week', asks({ authorities: ['northshire'] }));
    const promise = { id: digestId('digest', id, '2026-W01'), subscriptionId: id, period: '2026-W01', reference: 'r1' };
    await store.openDigests([promise], now());
    const answer = await post(await aLink(id), { every: 'day' });
    expect(answer.status).toBe(303);
    expect(await (await get(answer.headers.get('location') ?? '')).text()).toContain('one message a day');
    const old = await stored(id);
    const replacement = old?.replacedBy ?? '';
    expect(old).toMatchObject({ state: 'ended', every: 'week', endedReason: 'cadence_changed' });
    expect(await stored(replacement)).toMatchObject({ state: 'active', every: 'day', criteria: old?.criteria });
    expect(await store.digestPeriods(replacement)).toEqual(['2026-W01']);
  });

  test('pressed twice it is replaced once', async () => {
    const link = await aLink(await aReader('week'));
    const before = (await here.app.deps.store.subscriptions()).length;
    await Promise.all([post(link, { every: 'day' }), post(link, { every: 'day' })]);
    expect((await here.app.deps.store.subscriptions()).length).toBe(before + 1);
  });

  test('a cadence or a button that does not exist changes nothing, and the page says so', async () => {
    const id = await aReader('week');
    for (const fields of [{ every: 'hour' }, { act: 'burn' }, { subscription: id }]) {
      const answer = await post(await aLink(id), fields);
      expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('Nothing was done')]);
    }
    expect((await stored(id))?.state).toBe('active');
  });

  test('a page opened before a change elsewhere speaks of what took the place, and ends that too', async () => {
    const id = await aReader('week', asks({ services: ['childrens_services'] }));
    const link = await aLink(id);
    await post(link, { subscription: id, every: 'day' });
    const heir = (await stored(id))?.replacedBy ?? '';
    expect((await post(link, { subscription: id, act: 'quiet', from: '22:00', until: '07:00' })).status).toBe(303);
    const last = (await stored(heir))?.replacedBy ?? '';
    expect(await stored(last)).toMatchObject({ state: 'active', every: 'day', quiet: { from: '22:00' } });
    expect((await post(link, { subscription: id, act: 'end' })).status).toBe(200);
    expect(await stored(last)).toMatchObject({ state: 'ended', endedReason: 'ended_by_reader' });
  });

  test('what is pressed of what has ended is not taken for done', async () => {
    const id = await aReader('week', asks({ services: ['adult_social_care'] }));
    const link = await aLink(id);
    await post(link, { act: 'end' });
    for (const fields of [{ act: 'end' }, { every: 'day' }, { act: 'feed', subscription: id }]) {
      const answer = await post(link, fields);
      expect([answer.status, await answer.text()]).toEqual([409, expect.stringContaining('Nothing was done')]);
    }
    expect((await stored(id))?.replacedBy).toBeNull();
  });

  test('a feed of one’s own, until the subscription ends', async () => {
    const id = await aReader('week', asks({ authorities: ['northshire'] }));
    const link = await aLink(id);
    const html = await (await post(link, { act: 'feed' })).text();
    const feed = new URL(/href="([^"]+mine[^"]+\.json)"/.exec(html)?.[1] ?? '').pathname;
    const found = await items(feed);
    expect(new Set(found.map(({ _gradewatch: { authority } }) => authority))).toEqual(new Set(['northshire']));
    await post(link, { act: 'end' });
    expect(await stored(id)).toMatchObject({ state: 'ended', endedReason: 'ended_by_reader' });
    expect((await get(feed)).status).toBe(404);
  });

  describe('where several go to one address', () => {
    const anotherOf = async (criteria: Criteria, more: object = {}) =>
      (
        await subscribe(here.app.deps, {
          ...{ channel: 'mail' as const, address: 'several@paper.example', criteria, every: 'event' as const },
          ...{ note: null, confirmed: 'a test', ...more },
        })
      ).subscription;
    const button = (html: string, id: string, value: string) =>
      html.includes(`name="subscription" value="${id}"/><input type="hidden" name="act" value="${value}"/>`);

    test('it shows each with how often, quiet hours and note, each with its own end; what is of all says so', async () => {
      const quiet = { from: '22:00', until: '07:00' };
      const ids = [
        await anotherOf(asks({ authorities: ['northshire'] }), { note: 'for Monday', quiet }),
        await anotherOf(asks({ grades: ['inadequate'] }), { every: 'week' }),
      ] as const;
      const link = await aLink(ids[0]);
      const html = await (await get(link)).text();
      for (const words of [
        '2 subscriptions go to this address',
        'any service in Northshire',
        'graded inadequate',
        'a digest each week',
        'nothing from 22:00 to 07:00, London time',
        'for Monday',
        'Moves all 2 to another mail address',
        'End all 2',
      ])
        expect(html).toContain(words);
      for (const id of ids) expect(button(html, id, 'end')).toBe(true);

      // Each is changed and ended by itself, from the link of any.
      await post(link, { subscription: ids[1], every: 'day' });
      const heir = (await stored(ids[1]))?.replacedBy ?? '';
      expect([(await stored(heir))?.every, (await stored(ids[0]))?.every]).toEqual(['day', 'event']);
      await post(link, { subscription: heir, act: 'end' });
      expect([(await stored(heir))?.state, (await stored(ids[0]))?.state]).toEqual(['ended', 'active']);
      const last = await anotherOf(asks({ grades: ['good'] }));
      const after = await (await post(link, { act: 'end-all' })).text();
      for (const id of [ids[0], last])
        expect(await stored(id)).toMatchObject({ state: 'ended', endedReason: 'ended_by_reader' });
      expect(after).not.toContain('<form');
    });

    test('it shows and changes nothing of another address', async () => {
      const foreign = await aReader('week', asks({ grades: ['good'] }));
      const link = await aLink(await anotherOf(asks({ authorities: ['kelbury'] })));
      expect(await (await get(link)).text()).not.toContain(foreign);
      expect((await post(link, { subscription: foreign, act: 'end' })).status).toBe(409);
      await post(link, { act: 'end-all' });
      expect((await stored(foreign))?.state).toBe('active');
    });
  });

  test('an old link to unsubscribe says that the alerts moved, not that somebody unsubscribed', async () => {
    const { deps } = here.app;
    const id = await aReader('week');
    const link = `/unsubscribe/${await deps.newToken(id, 'unsubscribe')}`;
    await deps.store.endSubscription(id, 'address_changed', deps.now());
    for (const ask of [get, post]) {
      const html = await (await ask(link, {})).text();
      expect(html).toContain('<h1>Nothing is sent here any more</h1>');
      expect(html).toContain('It goes on at another address');
      expect(html).not.toContain('<form');
    }
  });

  test.each(['unsubscribe', 'feed'] as const)('a link to %s does not open it', async (purpose) => {
    const token = await here.app.deps.newToken(await aReader('week'), purpose);
    expect((await get(`/preferences/${token}`)).status).toBe(404);
    expect((await post(`/preferences/${token}`, { act: 'end' })).status).toBe(404);
  });
});

test('a digest refused because its reader is not known there (550) ends the subscription', async () => {
  const { store, now } = here.app.deps;
  const id = await aReader('week');
  const promise = { id: digestId('digest', id, '2026-W01'), subscriptionId: id, period: '2026-W01', reference: 'r2' };
  await store.openDigests([promise], now());
  expect(await sendDigest(here.app.deps, { digestId: promise.id })).toMatchObject({ sent: false });
  expect(await stored(id)).toMatchObject({ state: 'ended', endedReason: 'no_mailbox' });
});

test('a reader’s “this is wrong” waits for a person, once, and cut to what a few sentences need', async () => {
  const { store } = here.app.deps;
  const event = (await store.events({ take: 1 }))[0]!.event;
  const say = (text: string, origin = site.address) =>
    fetch(`${site.address}/events/${encodeURIComponent(event.key)}/wrong`, {
      method: 'POST',
      body: new URLSearchParams({ text }),
      headers: { origin },
    });
  expect((await say('Another site says so.', 'https://elsewhere.example')).status).toBe(403);
  expect((await say('The grade is for one area only.')).status).toBe(200);
  expect((await say('The grade is for one area only.')).status).toBe(200);
  expect((await say('x'.repeat(5_000))).status).toBe(200);
  expect((await say('  ')).status).toBe(400);
  expect((await say('x'.repeat(50_000))).status).toBe(413);
  const texts = (await store.openComplaints()).map(({ text }) => text);
  expect(texts.filter((text) => text.startsWith('The grade'))).toHaveLength(1);
  expect(Math.max(...texts.map((text) => text.length))).toBe(2_000);
  expect(texts).not.toContain('Another site says so.');
  // A person reads them: one network says ten an hour.
  const more = await Promise.all(Array.from({ length: 8 }, (_, n) => say(`Wrong for reason ${n}.`)));
  expect(more.map(({ status }) => status).sort()).toEqual([...Array(6).fill(200), 429, 429]);
  expect(more.find(({ status }) => status === 429)?.headers.get('retry-after')).toMatch(/^\d+$/);
});
