import { X509Certificate } from 'node:crypto';
import net from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { type ErrorClass, GiveUp, TryLater } from '../../src/errors.ts';
import {
  expiredCertificate,
  fullChain,
  incompleteChain,
  leafKey,
  otherNameCertificate,
  rightCertificate,
  rootCertificate,
  selfSigned,
} from '../support/certificates.ts';
import { closing } from '../support/closing.ts';
import type { Reply } from '../support/fault-server.ts';
import { asFeed, aWeb, failure, serve } from '../support/web.ts';

const coded = (coding: string, body: Uint8Array | string): Reply => ({ headers: { 'content-encoding': coding }, body });
const zeros = (megabytes: number) => Buffer.alloc(megabytes * 1_048_576);

describe('bodies', () => {
  const readable: [string, Reply][] = [
    ['plain', { body: '<rss/>' }],
    ['gzip', coded('gzip', gzipSync('<rss/>'))],
    ['x-gzip in capitals', coded('X-GZIP', gzipSync('<rss/>'))],
    ['brotli', coded('br', brotliCompressSync('<rss/>'))],
    ['identity', coded('identity', '<rss/>')],
  ];
  for (const [name, reply] of readable)
    test(`${name} is read`, async () => {
      const server = await serve({ '/': reply });
      expect(Buffer.from((await aWeb().get(server.origin, asFeed())).body).toString()).toBe('<rss/>');
    });

  test('an empty 204 is an empty body', async () => {
    const server = await serve({ '/': { status: 204 } });
    expect((await aWeb().get(server.origin, asFeed())).body).toHaveLength(0);
  });

  const faulty: [string, Reply, ErrorClass, typeof GiveUp | typeof TryLater][] = [
    ['two codings', coded('gzip, gzip', gzipSync(gzipSync('x'))), 'parse', TryLater],
    ['a coding not asked for', coded('deflate', deflateSync('x')), 'parse', TryLater],
    ['plain text that says it is gzip', coded('gzip', '<rss/>'), 'parse', TryLater],
    ['gzip that ends early', coded('gzip', gzipSync('x'.repeat(999)).subarray(0, 20)), 'truncated', TryLater],
    [
      'brotli that ends early',
      coded('br', brotliCompressSync(Buffer.from(Array.from({ length: 999 }, (_, i) => i % 251))).subarray(0, 50)),
      'truncated',
      TryLater,
    ],
    ['fewer bytes than announced', { body: 'x'.repeat(5_000), cutAfter: 100 }, 'truncated', TryLater],
    ['a body larger than the limit', { body: zeros(11) }, 'too_large', GiveUp],
    ['a gzip bomb', coded('gzip', gzipSync(zeros(40))), 'too_large', GiveUp],
    ['a brotli bomb', coded('br', brotliCompressSync(zeros(40))), 'too_large', GiveUp],
    ['a part where the whole was asked', { status: 206, body: 'x' }, 'truncated', TryLater],
    ['24 KB of headers', { headers: { 'x-flood': 'x'.repeat(24_000) }, body: 'x' }, 'too_large', TryLater],
    ['one byte at a time', { body: 'x'.repeat(5_000), dripMs: 20 }, 'timeout', TryLater],
    ['no answer', { hang: true }, 'timeout', TryLater],
    ['an answer that comes too late', { delayMs: 1_000, body: 'x' }, 'timeout', TryLater],
  ];
  for (const [name, reply, errorClass, kind] of faulty)
    test(`${name}: ${errorClass}`, async () => {
      const server = await serve({ '/': reply });
      const failed = await failure(
        aWeb({ timeouts: { totalMs: errorClass === 'timeout' ? 300 : 20_000 } }).get(server.origin, asFeed()),
      );
      expect(failed).toBeInstanceOf(kind);
      expect(failed.details.errorClass).toBe(errorClass);
    });

  test('a large body without its length is stopped at the limit, and costs little memory', async () => {
    const server = await serve({ '/': coded('gzip', gzipSync(zeros(200), { level: 1 })) });
    const before = process.memoryUsage.rss();
    await failure(aWeb().get(server.origin, asFeed()));
    expect(process.memoryUsage.rss() - before).toBeLessThan(60 * 1_048_576);
  });

  test('a page may have 3 MiB where a feed may have 10', async () => {
    const server = await serve({ '/': { body: zeros(4) } });
    const web = aWeb();
    expect((await web.get(server.origin, asFeed())).body).toHaveLength(4 * 1_048_576);
    expect((await failure(web.get(server.origin, { as: 'page', robots: false }))).details.errorClass).toBe('too_large');
  });

  test('dropping a body half way ends no process and no later request', async () => {
    const server = await serve({ '/big': { status: 500, body: zeros(5) }, '/': { body: 'x' } });
    const web = aWeb();
    for (let turn = 0; turn < 5; turn += 1) await failure(web.get(`${server.origin}/big`, asFeed()));
    expect((await web.get(server.origin, asFeed())).status).toBe(200);
  });
});

describe('statuses', () => {
  const statuses: [number, ErrorClass, typeof GiveUp | typeof TryLater][] = [
    [400, 'http_4xx', GiveUp],
    [401, 'http_4xx', TryLater],
    [403, 'http_4xx', TryLater],
    [404, 'http_4xx', GiveUp],
    [408, 'http_4xx', TryLater],
    [410, 'gone', GiveUp],
    [429, 'rate_limited', TryLater],
    [451, 'http_4xx', GiveUp],
    [500, 'http_5xx', TryLater],
    [502, 'http_5xx', TryLater],
    [503, 'http_5xx', TryLater],
  ];
  for (const [status, errorClass, kind] of statuses)
    test(`${status} is ${errorClass}`, async () => {
      const server = await serve({ '/': { status, body: 'no' } });
      const failed = await failure(aWeb().get(server.origin, asFeed()));
      expect(failed).toBeInstanceOf(kind);
      expect(failed.details).toMatchObject({ status, errorClass });
    });

  for (const [name, reply] of [
    ['cf-mitigated with 403', { status: 403, headers: { 'cf-mitigated': 'challenge' } }],
    ['cf-mitigated with 200', { status: 200, headers: { 'cf-mitigated': 'challenge' }, body: '<html>' }],
    ['a refusal by DataDome', { status: 403, headers: { 'x-datadome': 'protected' } }],
    ['an AWS puzzle with 202', { status: 202, headers: { 'x-amzn-waf-action': 'challenge' }, body: '' }],
  ] as [string, Reply][])
    test(`${name} is a challenge, not an answer`, async () => {
      const server = await serve({ '/': reply });
      expect((await failure(aWeb().get(server.origin, asFeed()))).details.errorClass).toBe('challenge');
    });
});

describe('connections', () => {
  test('nobody listening is "connect"', async () => {
    const server = await serve({});
    await server.close();
    server.close = async () => {};
    expect((await failure(aWeb().get(server.origin, asFeed()))).details.errorClass).toBe('connect');
  });

  test('a name nobody knows is "dns"', async () => {
    const lookup = (
      _name: string,
      _options: unknown,
      callback: (error: NodeJS.ErrnoException, none: never[]) => void,
    ) => callback(Object.assign(new Error('no'), { code: 'ENOTFOUND' }), []);
    expect((await failure(aWeb({ lookup }).get('http://nobody.example/', asFeed()))).details.errorClass).toBe('dns');
  });

  test('a resolver that does not answer is a "timeout"', async () => {
    const web = aWeb({ lookup: () => {}, timeouts: { connectMs: 200 } });
    expect((await failure(web.get('http://slow.example/', asFeed()))).details.errorClass).toBe('timeout');
  });

  for (const [name, bytes, errorClass] of [
    ['that is no HTTP', 'SSH-2.0-OpenSSH_9.2\r\n', 'connect'],
    ['that closes without a word', '', 'connect'],
  ] as const)
    test(`a server ${name} is "${errorClass}"`, async () => {
      const server = net.createServer((socket) => {
        socket.on('error', () => {});
        socket.once('data', () => socket.end(bytes));
      });
      await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
      closing({ close: async () => void server.close() });
      const { port } = server.address() as net.AddressInfo;
      expect((await failure(aWeb().get(`http://127.0.0.1:${port}/`, asFeed()))).details.errorClass).toBe(errorClass);
    });

  const certificates: [string, string, ErrorClass | null, RegExp][] = [
    ['a right certificate', rightCertificate, null, /./],
    ['a full chain', fullChain, null, /./],
    ['an expired certificate', expiredCertificate, 'tls_expired', /expired/],
    ['a certificate for another name', otherNameCertificate, 'tls', /another name/],
    ['an incomplete chain', incompleteChain, 'tls', /incomplete/],
    ['a self-signed certificate', selfSigned, 'tls', /self-signed/],
  ];
  for (const [name, cert, errorClass, message] of certificates)
    test(`${name}: ${errorClass ?? 'read'}`, async () => {
      const server = await serve({ '/': { body: 'x' } }, { tls: { key: leafKey, cert } });
      const asked = aWeb({ ca: [rootCertificate] }).get(server.origin, asFeed());
      if (errorClass === null) return expect((await asked).status).toBe(200);
      const failed = await failure(asked);
      expect(failed.details.errorClass).toBe(errorClass);
      expect(failed.message).toMatch(message);
      expect(failed.message).toMatch(/; ask the site to mend it, or set GRADEWATCH_ALLOW_CERTIFICATES /);
    });

  const shown = (cert: string) => new X509Certificate(cert).fingerprint256;
  const pins = [
    // allowed for 127.0.0.1            shown                 read
    [shown(expiredCertificate), expiredCertificate, true],
    [shown(incompleteChain), incompleteChain, true],
    [shown(selfSigned), selfSigned, true],
    [shown(expiredCertificate), rightCertificate, true], // renewed since
    [shown(expiredCertificate), selfSigned, false],
    [shown(rightCertificate), otherNameCertificate, false],
  ] as const;
  for (const [allowed, cert, read] of pins)
    test(`a certificate allowed by its fingerprint: ${read ? 'read' : 'no other in its place'}`, async () => {
      const server = await serve({ '/': { body: 'x' } }, { tls: { key: leafKey, cert } });
      const asked = aWeb({ ca: [rootCertificate], certificates: new Map([['127.0.0.1', allowed]]) }).get(
        server.origin,
        asFeed(),
      );
      if (read) return expect((await asked).status).toBe(200);
      const failed = await failure(asked);
      expect(failed.details.errorClass).toBe('tls');
      expect(failed.message).toContain(shown(cert));
      expect(server.asked).toHaveLength(0);
    });

  test('what is allowed for one host is not for another', async () => {
    const server = await serve({ '/': { body: 'x' } }, { tls: { key: leafKey, cert: expiredCertificate } });
    const certificates = new Map([['other.example', shown(expiredCertificate)]]);
    expect(
      (await failure(aWeb({ ca: [rootCertificate], certificates }).get(server.origin, asFeed()))).details.errorClass,
    ).toBe('tls_expired');
  });

  test('plain http on a https address is "tls"', async () => {
    const server = await serve({ '/': { body: 'x' } });
    expect((await failure(aWeb().get(server.origin.replace('http:', 'https:'), asFeed()))).details.errorClass).toBe(
      'tls',
    );
  });
});
