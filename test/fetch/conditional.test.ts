import { describe, expect, test } from 'vitest';
import { command } from '../support/processes.ts';
import { asFeed, aWeb, failure, serve } from '../support/web.ts';

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
      const first = await web.get(`${server.origin}/feed`, asFeed());
      expect(first).toMatchObject({ status: 200, notModified: false, validators: { etag } });
      const second = await web.get(`${server.origin}/feed`, asFeed({ validators: first.validators }));
      expect(second).toMatchObject({ status: 304, notModified: true, validators: first.validators });
      expect(second.body).toHaveLength(0);
      expect(server.asked[1]!.headers['if-modified-since']).toBe('Tue, 10 Mar 2026 08:00:00 GMT');
    });

  test('a first request carries no validators, no cookies and no referrer, and says who we are', async () => {
    const server = await serve({ '/feed': { headers: { 'set-cookie': 'a=b' }, body: 'x' } });
    const web = aWeb();
    const got = await web.get(`${server.origin}/feed`, asFeed());
    await web.get(`${server.origin}/feed`, asFeed());
    expect(got.headers).not.toHaveProperty('set-cookie');
    const sent = server.asked[1]!.headers;
    expect(Object.keys(sent).sort()).toEqual(
      ['accept', 'accept-encoding', 'accept-language', 'connection', 'host', 'user-agent'].sort(),
    );
    expect(sent['accept-encoding']).toBe('gzip, br');
    expect(sent['user-agent']).toBe('Gradewatch/0.1.0 (+https://gradewatch.example/bot)');
  });

  const contacts = [
    [
      { GRADEWATCH_CONTACT: 'desk@paper.example', GRADEWATCH_PUBLIC_URL: 'https://watch.example/' },
      ' (+desk@paper.example)',
    ],
    [{ GRADEWATCH_PUBLIC_URL: 'https://watch.example/' }, ' (+https://watch.example/)'],
    [{}, ''],
  ] as const;
  for (const [settings, named] of contacts)
    test(`with ${Object.keys(settings).join(' and ') || 'nothing'} set, the User-Agent ends in "${named}"`, async () => {
      const server = await serve({ '/': { body: '<p>x' } });
      await command(['extract', `${server.origin}/`], { ...settings, GRADEWATCH_ALLOW_PRIVATE: '127.0.0.1' });
      expect(server.asked.at(-1)?.headers['user-agent']).toMatch(/^Gradewatch\/[\d.]+/);
      expect(server.asked.at(-1)?.headers['user-agent']?.replace(/^\S+/, '')).toBe(named);
    });

  test('a 304 nobody asked for is an error, not "no news"', async () => {
    const server = await serve({ '/feed': { status: 304 } });
    expect((await failure(aWeb().get(`${server.origin}/feed`, asFeed()))).details.status).toBe(304);
  });

  test('a 304 refreshes the validator it carries', async () => {
    const server = await serve({ '/feed': { status: 304, headers: { etag: '"new"' } } });
    const got = await aWeb().get(`${server.origin}/feed`, asFeed({ validators: { etag: '"old"', lastModified: 'x' } }));
    expect(got.validators).toMatchObject({ etag: '"new"', lastModified: 'x' });
  });

  test('validators are sent to the address they came from, not to one on the way', async () => {
    const server = await serve({ '/old': { status: 302, headers: { location: '/new' } }, '/new': { status: 304 } });
    const from = `${server.origin}/new`;
    await aWeb().get(`${server.origin}/old`, asFeed({ validators: { etag: '"n"', lastModified: null, from } }));
    expect(server.asked.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, '"n"']);
  });
});
