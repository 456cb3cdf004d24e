import { describe, expect, test } from 'vitest';
import type { Reply } from '../support/fault-server.ts';
import { asFeed, aWeb, failure, NOW, serve } from '../support/web.ts';

const page = { as: 'page', robots: true } as const;

describe('robots.txt', () => {
  const table: [string, Reply, 'read' | 'robots'][] = [
    ['nothing said', { body: '' }, 'read'],
    ['all refused', { body: 'User-agent: *\nDisallow: /' }, 'robots'],
    ['this path refused', { body: 'User-agent: *\nDisallow: /news/' }, 'robots'],
    ['another path refused', { body: 'User-agent: *\nDisallow: /private/' }, 'read'],
    ['others refused, we allowed', { body: 'User-agent: *\nDisallow: /\n\nUser-agent: gradewatch\nAllow: /' }, 'read'],
    [
      'we refused, others allowed',
      { body: 'User-agent: Gradewatch\nDisallow: /\n\nUser-agent: *\nAllow: /' },
      'robots',
    ],
    ['the longer rule wins', { body: 'User-agent: *\nDisallow: /\nAllow: /news/a$' }, 'read'],
    ['missing', { status: 404 }, 'read'],
    ['forbidden', { status: 403 }, 'read'],
    ['server in trouble', { status: 500 }, 'robots'],
    ['moved', { status: 301, headers: { location: '/rules.txt' } }, 'robots'],
    ['rules far beyond 500 KiB', { body: `# ${'x'.repeat(520 * 1024)}\nUser-agent: *\nDisallow: /` }, 'read'],
  ];
  for (const [name, robots, outcome] of table)
    test(`${name}: ${outcome}`, async () => {
      const rules = { body: 'User-agent: *\nDisallow: /' };
      const server = await serve({ '/robots.txt': robots, '/rules.txt': rules, '/news/a': { body: 'x' } });
      const asked = aWeb().get(`${server.origin}/news/a`, page);
      if (outcome === 'read') expect((await asked).status).toBe(200);
      else {
        expect((await failure(asked)).details.errorClass).toBe('robots');
        expect(server.paths()).not.toContain('/news/a');
      }
    });

  test('is asked once a day for an origin, even by many at once, and not for feeds that were given', async () => {
    let now = NOW;
    const server = await serve({ '/robots.txt': { body: '' }, '*': { body: 'x' } });
    const web = aWeb({ now: () => now });
    const asks = () => server.paths().filter((path) => path === '/robots.txt').length;
    await web.get(`${server.origin}/feed`, asFeed());
    expect(asks()).toBe(0);
    await Promise.all([1, 2, 3].map((n) => web.get(`${server.origin}/${n}`, page)));
    expect(asks()).toBe(1);
    now = new Date(NOW.getTime() + 24 * 3_600_000);
    await web.get(`${server.origin}/4`, page);
    expect(asks()).toBe(2);
  });

  test('is asked again soon after it could not be read', async () => {
    let now = NOW;
    const server = await serve({
      '/robots.txt': (_asked, nth) => (nth === 1 ? { status: 503 } : {}),
      '/a': { body: 'x' },
    });
    const web = aWeb({ now: () => now });
    await failure(web.get(`${server.origin}/a`, page));
    await failure(web.get(`${server.origin}/a`, page));
    expect(server.asked).toHaveLength(1);
    now = new Date(NOW.getTime() + 31 * 60_000);
    expect((await web.get(`${server.origin}/a`, page)).status).toBe(200);
  });

  test('holds for the target of a redirect too', async () => {
    const other = await serve({ '/robots.txt': { body: 'User-agent: *\nDisallow: /' }, '/b': { body: 'x' } });
    const server = await serve({ '/a': { status: 302, headers: { location: `${other.origin}/b` } } });
    expect((await failure(aWeb().get(`${server.origin}/a`, page))).details.errorClass).toBe('robots');
    expect(other.paths()).toEqual(['/robots.txt']);
  });

  test('its crawl-delay widens the gap', async () => {
    const server = await serve({ '/robots.txt': { body: 'User-agent: *\nCrawl-delay: 20' }, '*': { body: 'x' } });
    const web = aWeb();
    await web.get(`${server.origin}/1`, page);
    const second = failure(web.get(`${server.origin}/2`, page));
    const other = await serve({ '*': { body: 'x' } });
    await web.get(`${other.origin}/3`, page);
    await web.close();
    expect((await second).message).toContain('stopping');
    expect(server.paths()).toEqual(['/robots.txt', '/1']);
  });
});
