/** WebSub from end to end: our request, the hub's question, its pushes; a real store, real sockets, our real pages. */
import { createHmac } from 'node:crypto';
import { Hono } from 'hono';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../../src/adapters/store/store.ts';
import { makeGuardedPost } from '../../src/adapters/web-fetch/index.ts';
import { isHubDue, isSignedByHub } from '../../src/core/polling/push.ts';
import type { SourceProposal } from '../../src/core/types.ts';
import type { Deps } from '../../src/steps/deps.ts';
import { keepPush } from '../../src/steps/keep-push.ts';
import { addPush } from '../../src/web/push.ts';
import { silent } from '../support/backends.ts';
import { closing } from '../support/closing.ts';
import { aStore } from '../support/store.ts';
import { NOW, serve } from '../support/web.ts';

const TOPIC = 'https://paper.example/feed';
const HOUR_MS = 3_600_000;
let store: Store;
let sources = 0;
beforeAll(async () => {
  store = await aStore();
});

/** A source not due for a day, its hub, and our pages. */
async function pushing(hubStatus = 202) {
  const id = `paper-${++sources}`;
  let now = NOW;
  const proposal = {
    id,
    name: id,
    url: `https://paper.example/${id}`,
    kind: 'newspaper',
    format: 'rss',
    authority: null,
  };
  await store.addSource(
    { ...proposal, status: 'seen', terms: 'text', note: null } as SourceProposal,
    new Date(NOW.getTime() + 24 * HOUR_MS),
  );
  const hub = await serve({ '/hub': { status: hubStatus } });
  const { post } = closing(
    makeGuardedPost({ userAgentContact: null, version: '0', allowPrivate: ['127.0.0.1'], now: () => now }),
  );
  let secrets = 0;
  const push = { publicUrl: 'https://gradewatch.example', post, newSecret: () => `secret-${id}-${++secrets}` };
  const deps = { store, now: () => now, log: silent, push } as unknown as Deps;
  const site = new Hono();
  addPush(site, deps);
  const stated = { hub: `${hub.origin}/hub`, topic: TOPIC };
  return {
    id,
    hub,
    site,
    ask: (what: typeof stated | null = stated) => keepPush(deps, id, what),
    wait: (hours: number) => {
      now = new Date(now.getTime() + hours * HOUR_MS);
    },
    form: () => new URLSearchParams(hub.asked.at(-1)!.body),
    callback: () => new URL(new URLSearchParams(hub.asked.at(-1)!.body).get('hub.callback')!).pathname,
    due: async () => (await store.source(id))!.nextDue,
  };
}
const question = (path: string, query: Record<string, string>) =>
  `${path}?${new URLSearchParams({ 'hub.mode': 'subscribe', 'hub.topic': TOPIC, 'hub.challenge': 'c-1', 'hub.lease_seconds': '864000', ...query })}`;

describe('a source that names a hub', () => {
  test('has it asked once, with a callback and a secret only the hub knows', async () => {
    const { ask, form, hub, callback } = await pushing();
    await ask();
    await ask();
    expect(hub.asked).toHaveLength(1);
    expect(Object.fromEntries(form())).toMatchObject({ 'hub.mode': 'subscribe', 'hub.topic': TOPIC });
    expect(callback()).toMatch(/^\/push\/paper-\d+\/secret-/);
  });

  test('has it asked again before the lease ends, under the same callback', async () => {
    const { ask, hub, wait, site, callback } = await pushing();
    await ask();
    await site.request(question(callback(), {}));
    wait(8 * 24);
    await ask(null);
    expect(hub.asked).toHaveLength(1);
    wait(1.5 * 24);
    await ask(null);
    expect(hub.asked).toHaveLength(2);
    expect(hub.asked[0]!.body).toBe(hub.asked[1]!.body);
  });

  test('loses nothing by a hub that fails', async () => {
    for (const status of [400, 500]) {
      const { ask } = await pushing(status);
      await expect(ask()).resolves.toBeUndefined();
    }
    const { ask } = await pushing();
    await expect(ask({ hub: 'http://10.0.0.1/hub', topic: TOPIC })).resolves.toBeUndefined();
  });

  test('is left alone where our pages cannot be reached', async () => {
    await expect(
      keepPush({ push: null } as unknown as Deps, 'paper', { hub: 'https://hub.example', topic: TOPIC }),
    ).resolves.toBeUndefined();
  });
});

describe("the hub's question", () => {
  const table: [string, Record<string, string>, number, string][] = [
    ['for what we asked is answered with its challenge', {}, 200, 'c-1'],
    ['for another topic is not', { 'hub.topic': 'https://else.example/' }, 404, 'not asked for\n'],
    ['to end what we want is not', { 'hub.mode': 'unsubscribe' }, 404, 'not asked for\n'],
    ['without a challenge is not', { 'hub.challenge': '' }, 404, 'not asked for\n'],
    ['that is a refusal is taken note of', { 'hub.mode': 'denied' }, 200, ''],
  ];
  for (const [name, query, status, body] of table)
    test(name, async () => {
      const { ask, site, callback } = await pushing();
      await ask();
      const answer = await site.request(question(callback(), query));
      expect([answer.status, await answer.text()]).toEqual([status, body]);
      expect(answer.headers.get('content-type')).toContain('text/plain');
    });

  test('with a wrong token, or for a source without a hub, is not answered', async () => {
    const { ask, site, id } = await pushing();
    await ask();
    for (const path of [`/push/${id}/wrong`, '/push/nobody/wrong'])
      expect((await site.request(question(path, {}))).status).toBe(404);
  });
});

describe('a push', () => {
  const signed = (secret: string, body: string, method = 'sha256') => ({
    'x-hub-signature': `${method}=${createHmac(method, secret).update(body).digest('hex')}`,
  });

  test('with the right signature makes the source due now; its body is not believed', async () => {
    const { ask, site, callback, form, due } = await pushing();
    await ask();
    const body = '<rss>invented</rss>';
    const answer = await site.request(callback(), {
      method: 'POST',
      body,
      headers: signed(form().get('hub.secret')!, body),
    });
    expect(answer.status).toBe(204);
    expect(await due()).toEqual(NOW);
  });

  test('with a wrong signature, or none, changes nothing and is not told so', async () => {
    const { ask, site, callback, due } = await pushing();
    await ask();
    for (const headers of [
      {},
      signed('guess', 'x'),
      { 'x-hub-signature': 'md5=00' },
      { 'x-hub-signature': 'sha256=' },
    ]) {
      expect(
        (await site.request(callback(), { method: 'POST', body: 'x', headers: headers as Record<string, string> }))
          .status,
      ).toBe(204);
      expect((await due())!.getTime()).toBeGreaterThan(NOW.getTime());
    }
  });

  test('to an address we did not give is told to stop', async () => {
    const { site, id } = await pushing();
    expect((await site.request(`/push/${id}/wrong`, { method: 'POST', body: 'x' })).status).toBe(410);
  });

  for (const method of ['sha1', 'sha256', 'sha384', 'sha512'])
    test(`may be signed with ${method}`, () =>
      expect(isSignedByHub('s', signed('s', 'x', method)['x-hub-signature'], Buffer.from('x'))).toBe(true));
});

test('a hub that never confirms is asked four times a day at most', () => {
  const lease = {
    hub: 'h',
    topic: 't',
    token: 'a',
    secret: 'b',
    askedAt: NOW.toISOString(),
    leaseUntil: null,
    lastPush: null,
  };
  const after = (hours: number) => isHubDue(lease, { hub: 'h', topic: 't' }, new Date(NOW.getTime() + hours * HOUR_MS));
  expect([1, 5.9, 6].map(after)).toEqual([false, false, true]);
  expect(isHubDue(lease, { hub: 'other', topic: 't' }, NOW)).toBe(true);
  expect(isHubDue(null, null, NOW)).toBe(false);
});
