import { describe, expect, test } from 'vitest';
import { leafKey, rightCertificate, rootCertificate } from '../support/certificates.ts';
import { asFeed, aWeb, failure, serve } from '../support/web.ts';

const to = (location: string, status = 302) => ({ status, headers: { location } });

describe('redirects', () => {
  test('are followed and told, permanent and temporary apart', async () => {
    const server = await serve({
      '/a': to('/b', 301),
      '/b': to('c?x=1', 307),
      '/c': { body: 'here' },
    });
    const got = await aWeb().get(`${server.origin}/a#top`, asFeed());
    expect(got.url).toBe(`${server.origin}/c?x=1`);
    expect(got.hops).toEqual([
      { status: 301, from: `${server.origin}/a`, to: `${server.origin}/b` },
      { status: 307, from: `${server.origin}/b`, to: `${server.origin}/c?x=1` },
    ]);
  });

  for (const status of [301, 302, 303, 307, 308])
    test(`${status} is followed`, async () => {
      const server = await serve({ '/a': to('/b', status), '/b': { body: 'here' } });
      expect((await aWeb().get(`${server.origin}/a`, asFeed())).hops).toHaveLength(1);
    });

  test('five are followed, a sixth is not', async () => {
    const server = await serve({ '*': ({ path }) => to(`/${Number(path.slice(1)) + 1}`), '/6': { body: 'here' } });
    const web = aWeb();
    expect((await web.get(`${server.origin}/1`, asFeed())).hops).toHaveLength(5);
    expect((await failure(web.get(`${server.origin}/0`, asFeed()))).details.errorClass).toBe('redirect_loop');
  });

  test('a circle is noticed at once', async () => {
    const server = await serve({ '/a': to('/b'), '/b': to('/a#again') });
    expect((await failure(aWeb().get(`${server.origin}/a`, asFeed()))).details.errorClass).toBe('redirect_loop');
    expect(server.asked).toHaveLength(2);
  });

  test('without a target they are an error', async () => {
    const server = await serve({ '/a': { status: 302 }, '/b': to('http://') });
    for (const path of ['/a', '/b'])
      expect((await failure(aWeb().get(server.origin + path, asFeed()))).details.status).toBe(302);
  });

  test('never lead from https to http', async () => {
    const plain = await serve({ '/': { body: 'here' } });
    const secure = await serve({ '/': to(plain.origin) }, { tls: { key: leafKey, cert: rightCertificate } });
    expect((await failure(aWeb({ ca: [rootCertificate] }).get(secure.origin, asFeed()))).details.errorClass).toBe(
      'tls',
    );
    expect(plain.connections).toBe(0);
  });

  test('carry nothing to another origin: neither credentials in the address nor validators of another address', async () => {
    const other = await serve({ '/': { body: 'here' } });
    const server = await serve({ '/': to(other.origin) });
    const validators = { etag: '"mine"', lastModified: null, from: `${server.origin}/` };
    await aWeb().get(server.origin.replace('//', '//user:secret@'), asFeed({ validators }));
    expect(server.asked[0]!.headers.authorization).toBeUndefined();
    expect(server.asked[0]!.headers['if-none-match']).toBe('"mine"');
    expect(Object.keys(other.asked[0]!.headers)).not.toEqual(expect.arrayContaining(['if-none-match']));
    expect(JSON.stringify(other.asked[0]!.headers)).not.toMatch(/secret|referer/);
  });

  test('a target written in UTF-8 is understood', async () => {
    const server = await serve({
      '/a': to(Buffer.from('/caf\u00e9', 'utf8').toString('latin1')),
      '/caf%C3%A9': { body: 'here' },
    });
    expect((await aWeb().get(`${server.origin}/a`, asFeed())).url).toBe(`${server.origin}/caf%C3%A9`);
  });
});
