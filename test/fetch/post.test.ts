import { describe, expect, test } from 'vitest';
import { makeGuardedPost, type PostOptions } from '../../src/adapters/web-fetch/post.ts';
import { leafKey, rightCertificate, rootCertificate } from '../support/certificates.ts';
import { closing } from '../support/closing.ts';
import { failure, NOW, serve } from '../support/web.ts';

const aPost = (options: Partial<PostOptions> = {}) =>
  closing(
    makeGuardedPost({
      userAgentContact: null,
      version: '0.1.0',
      allowPrivate: ['127.0.0.1'],
      now: () => NOW,
      ...options,
    }),
  );
const call = { headers: { 'webhook-id': 'msg_1' }, body: '{"a":1}', timeoutMs: 20_000 };

describe('posting to an address a user gave', () => {
  test('delivers headers and body and tells what came back', async () => {
    const server = await serve(
      { '/hook': { status: 202, body: 'taken' } },
      { tls: { key: leafKey, cert: rightCertificate } },
    );
    expect(await aPost({ ca: [rootCertificate] }).post(`${server.origin}/hook`, call)).toMatchObject({
      status: 202,
      retryAfterMs: 0,
    });
    expect(server.asked[0]).toMatchObject({ method: 'POST', body: call.body });
    expect(server.asked[0]!.headers).toMatchObject({ 'webhook-id': 'msg_1', 'user-agent': 'Gradewatch/0.1.0' });
  });

  test('follows no redirect', async () => {
    const server = await serve({ '/hook': { status: 307, headers: { location: '/else' } }, '/else': {} });
    expect((await aPost().post(`${server.origin}/hook`, call)).status).toBe(307);
    expect(server.paths()).toEqual(['/hook']);
  });

  test('says how long a busy receiver wants to be left alone', async () => {
    const server = await serve({ '/hook': { status: 429, headers: { 'retry-after': '7' } } });
    expect(await aPost().post(`${server.origin}/hook`, call)).toMatchObject({ status: 429, retryAfterMs: 7_000 });
  });

  test('does not wait for a body that drips or never ends', async () => {
    const server = await serve({
      '/drip': { body: 'x'.repeat(9_999), dripMs: 50 },
      '/big': { body: Buffer.alloc(30_000_000) },
    });
    const post = aPost();
    for (const path of ['/drip', '/big']) expect((await post.post(server.origin + path, call)).status).toBe(200);
  });

  test('a receiver that does not answer is a timeout', async () => {
    const server = await serve({ '/hook': { hang: true } });
    expect((await failure(aPost().post(`${server.origin}/hook`, { ...call, timeoutMs: 300 }))).details.errorClass).toBe(
      'timeout',
    );
  });

  test('private addresses and plain http are refused unless the operator named the host', async () => {
    const server = await serve({ '/hook': {} });
    const post = aPost({ allowPrivate: [] });
    expect((await failure(post.post(`${server.origin}/hook`, call))).details.errorClass).toBe('blocked_address');
    expect((await failure(post.post('http://hooks.example/x', call))).message).toContain('https');
    expect(server.connections).toBe(0);
  });

  const plain = [
    // allowed               address                      taken
    [['127.0.0.1'], 'http://localhost:1/hook', true],
    [['localhost'], 'http://localhost:1/hook', true],
    [['127.0.0.0/8'], 'http://127.0.0.1:1/hook', true],
    [['hooks.example'], 'http://hooks.example:1/hook', true],
    // A name that may lead into a named network is no named host.
    [['10.0.0.0/8'], 'http://hooks.example/hook', false],
    [['10.0.0.0/8'], 'http://localhost/hook', false],
    [['127.0.0.1'], 'http://hooks.example/hook', false],
  ] as const;
  for (const [allowPrivate, address, taken] of plain)
    test(`${address} with ${allowPrivate} is ${taken ? 'taken' : 'refused'} when it is given and when it is called`, async () => {
      const lookup: PostOptions['lookup'] = (_name, _options, done) =>
        done(null, [{ address: '127.0.0.1', family: 4 }]);
      const post = aPost({ allowPrivate, lookup });
      expect(post.refusal(new URL(address)) === null).toBe(taken);
      const { errorClass } = (await failure(post.post(address, call))).details;
      // Nothing listens there: a call that is let out finds nobody.
      expect(errorClass === 'connect').toBe(taken);
    });
});
