import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { makeWeb, type WebOptions } from '../../src/adapters/web-fetch/index.ts';
import { GiveUp, TryLater } from '../../src/errors.ts';
import type { FetchOptions, Web } from '../../src/ports.ts';
import { type FaultServer, faultServer, type Script } from '../support/fault-server.ts';

const NOW = new Date('2026-03-10T09:00:00Z');
const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()));
});

const serve = async (script: Script): Promise<FaultServer> => {
  const server = await faultServer(script);
  open.push(server);
  return server;
};
const aWeb = (options: Partial<WebOptions> = {}): Web => {
  const web = makeWeb({
    userAgentContact: 'https://gradewatch.example/bot',
    version: '0.1.0',
    allowPrivate: ['127.0.0.1'],
    now: () => NOW,
    gapMs: 0,
    ...options,
  });
  open.push(web);
  return web;
};
const feed = (options: Partial<FetchOptions> = {}): FetchOptions => ({ as: 'feed', robots: false, ...options });
const failure = async (promise: Promise<unknown>): Promise<TryLater | GiveUp> => {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof TryLater || error instanceof GiveUp) return error;
  throw error ?? new Error('nothing was thrown');
};

describe('conditional requests', () => {
  for (const etag of ['"abc"', 'W/"a b"', 'unquoted', '"caf\u00e9"', '""'])
    test(`the validator ${etag} goes back byte for byte`, async () => {
      const server = await serve({
        '/feed': ({ headers }) =>
          headers['if-none-match'] === etag
            ? { status: 304 }
            : { headers: { etag, 'last-modified': 'Tue, 10 Mar 2026 08:00:00 GMT' }, body: '<rss/>' },
      });
      const web = aWeb();
      const first = await web.get(`${server.origin}/feed`, feed());
      expect(first).toMatchObject({ status: 200, notModified: false, validators: { etag } });
      const second = await web.get(`${server.origin}/feed`, feed({ validators: first.validators }));
      expect(second).toMatchObject({ status: 304, notModified: true, validators: first.validators });
      expect(second.body).toHaveLength(0);
      expect(server.asked[1]!.headers['if-modified-since']).toBe('Tue, 10 Mar 2026 08:00:00 GMT');
    });

  test('a first request carries no validators, no cookies and no referrer, and says who we are', async () => {
    const server = await serve({ '/feed': { headers: { 'set-cookie': 'a=b' }, body: 'x' } });
    const web = aWeb();
    await web.get(`${server.origin}/feed`, feed());
    await web.get(`${server.origin}/feed`, feed());
    const sent = server.asked[1]!.headers;
    expect(Object.keys(sent).sort()).toEqual(
      ['accept', 'accept-encoding', 'accept-language', 'connection', 'host', 'user-agent'].sort(),
    );
    expect(sent['accept-encoding']).toBe('gzip, br');
    expect(sent['user-agent']).toBe('Gradewatch/0.1.0 (+https://gradewatch.example/bot)');
  });

  test('a 304 nobody asked for is an error, not "no news"', async () => {
    const server = await serve({ '/feed': { status: 304 } });
    expect((await failure(aWeb().get(`${server.origin}/feed`, feed()))).details.status).toBe(304);
  });

  test('a 304 refreshes the validator it carries', async () => {
    const server = await serve({ '/feed': { status: 304, headers: { etag: '"new"' } } });
    const got = await aWeb().get(`${server.origin}/feed`, feed({ validators: { etag: '"old"', lastModified: 'x' } }));
    expect(got.validators).toMatchObject({ etag: '"new"', lastModified: 'x' });
  });

  test('validators are sent to the address they came from, not to one on the way', async () => {
    const server = await serve({ '/old': { status: 302, headers: { location: '/new' } }, '/new': { status: 304 } });
    const from = `${server.origin}/new`;
    await aWeb().get(`${server.origin}/old`, feed({ validators: { etag: '"n"', lastModified: null, from } }));
    expect(server.asked.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, '"n"']);
  });
});

describe('bodies', () => {
  test('gzip is taken and decompressed', async () => {
    const server = await serve({ '/feed': { headers: { 'content-encoding': 'gzip' }, body: gzipSync('<rss/>') } });
    const got = await aWeb().get(`${server.origin}/feed`, feed());
    expect(Buffer.from(got.body).toString()).toBe('<rss/>');
  });
});
