/** The commands about sources, typed at an open store, with servers on loopback. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeDiscover } from '../../src/adapters/feeds/discover.ts';
import { makeFeedReader } from '../../src/adapters/feeds/read-feed.ts';
import { makeStore, type Store } from '../../src/adapters/store/store.ts';
import { whyNeverAsked } from '../../src/adapters/web-fetch/may-be-asked.ts';
import type { App } from '../../src/app.ts';
import { run } from '../../src/cli/run.ts';
import type { SourceProposal, SourceStatus } from '../../src/core/types.ts';
import { readSettings } from '../../src/settings.ts';
import { backends, type OpenBackend } from '../support/backends.ts';
import { leafKey, selfSigned } from '../support/certificates.ts';
import { aWeb, NOW, serve } from '../support/web.ts';

let opened: OpenBackend;
let store: Store;
let folder: string;
beforeAll(async () => {
  opened = await backends()[0]!.open();
  store = makeStore(opened.database.pool);
  folder = await mkdtemp(join(tmpdir(), 'gw-cli-'));
});
afterAll(async () => {
  await store?.close();
  await opened?.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  for (const { id } of await store.sources()) await store.removeSource(id);
});

/** What the config ships; only a start makes rows of it. */
let proposals: SourceProposal[] = [];
afterEach(() => {
  proposals = [];
});

/** Types a command. */
const type = (...argv: string[]) => typeWith({}, ...argv);
/** The same where servers of this machine may be asked. */
const typeHere = (...argv: string[]) => typeWith({ GRADEWATCH_ALLOW_PRIVATE: '127.0.0.1' }, ...argv);
async function typeWith(settings: Record<string, string>, ...argv: string[]) {
  const out: Buffer[] = [];
  const errors: string[] = [];
  const io = {
    argv,
    cwd: folder,
    stdin: async () => Buffer.alloc(0),
    stdout: (text: string | Uint8Array) => void out.push(Buffer.from(text)),
    stderr: (text: string) => void errors.push(text),
    columns: 200,
    interactive: false,
    colour: false,
  };
  const deps = {
    ...{ store, web: aWeb(), feeds: makeFeedReader(), discover: makeDiscover(), now: () => NOW },
    ...{ queue: { put: async () => {} }, policy: { keepDays: 90 }, push: null, seasons: [], proposals },
    rulebook: { index: { find: () => ({ authority: null, suggestion: null }) } },
  };
  const code = await run(io, { settings: readSettings(settings), deps } as unknown as App);
  return { code, out: Buffer.concat(out).toString(), errors: errors.join('') };
}

const add = (id: string, url: string, status: SourceStatus = 'seen', format: SourceProposal['format'] = 'rss') =>
  store.addSource(
    {
      id,
      name: id,
      url,
      kind: 'other',
      format,
      authority: null,
      status,
      terms: 'text',
      note: null,
    } as SourceProposal,
    NOW,
  );
const rss = {
  headers: { 'content-type': 'application/rss+xml' },
  body: '<rss version="2.0"><channel><title>P</title><item><title>One</title><link>/1</link></item><item><title>Two</title><link>/2</link></item></channel></rss>',
};

describe('feeds check', () => {
  test('asks all that are polled, shows what came back, and fails when one did', async () => {
    const server = await serve({
      '/good': rss,
      '/gone': { status: 404 },
      '/page': { headers: { 'content-type': 'text/html' }, body: '<html><p>Hello' },
    });
    await add('good', `${server.origin}/good`);
    await add('gone', `${server.origin}/gone`);
    await add('page', `${server.origin}/page`);
    await add('off', `${server.origin}/off`, 'blocked');
    const { code, out } = await type('feeds', 'check');
    expect(code).toBe(1);
    expect(out).toMatch(/^good\s+ok\s+2\s+2\s/m);
    expect(out).toMatch(/^gone\s+http_4xx\s+0\s+0\s+\[GET\] .*404/m);
    expect(out).toMatch(/^page\s+not_a_feed\s+0\s+0\s.*HTML page/m);
    expect(out).toMatch(/1 of 3 answered with what was expected; 1 are off/);
    expect(server.paths()).not.toContain('/off');
  });

  test('says of an unchanged list what it lists, and succeeds', async () => {
    const server = await serve({ '/good': rss });
    await add('good', `${server.origin}/good`);
    await type('feeds', 'check');
    const { code, out } = await type('feeds', 'check', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject([{ source: 'good', ok: true, outcome: 'unchanged', entries: 2, fresh: 0 }]);
  });

  test('asks one when one is named, by whatever spelling of its address', async () => {
    const server = await serve({ '/good': rss });
    await add('good', `${server.origin}/good`);
    const { code, out } = await type('feeds', 'check', `${server.origin}/good/?utm_source=x`);
    expect([code, out]).toEqual([0, 'good: ok, 2 entries, 2 new\n']);
  });

  test('says that a list page has stopped listing, now and as long as it lasts', async () => {
    const page = (body: string) => ({
      headers: { 'content-type': 'text/html' },
      body: `<main><h1>News</h1>${body}</main>`,
    });
    const story = (n: number) =>
      `<li><a href="/news/${n}">A story of the council, number ${n}</a> <time>2026-03-0${n}</time></li>`;
    const server = await serve({
      '/list': (_asked, nth) => page(nth === 1 ? `<ul>${[4, 3, 2, 1].map(story).join('')}</ul>` : '<p>We have moved.'),
    });
    await add('list', `${server.origin}/list`, 'seen', 'html');
    expect((await type('feeds', 'check', 'list')).out).toBe('list: ok, 4 entries, 4 new\n');
    for (const time of ['first', 'second']) {
      const { code, out } = await type('feeds', 'check', 'list');
      expect([code, out], time).toEqual([1, expect.stringMatching(/^note, .*: lists nothing where it listed 4$/m)]);
    }
    expect(JSON.parse((await type('feeds', 'check', 'list', '--json')).out)).toMatchObject({
      outcome: 'not_a_feed',
      notes: [{ code: 'drift' }],
    });
  });
});

test('a certificate that does not verify is told once, with its remedy', async () => {
  const server = await serve({ '/feed': rss }, { tls: { key: leafKey, cert: selfSigned } });
  await add('shut', `${server.origin}/feed`);
  for (const command of ['check', 'show']) {
    const { out } = await type('feeds', command, 'shut');
    const lines = out.split('\n').filter((line) => /self-signed/.test(line) && !/^\d+ \w+ \d{4}/.test(line));
    expect(lines, command).toEqual([expect.stringMatching(/self-signed .* set GRADEWATCH_ALLOW_CERTIFICATES/)]);
  }
});

describe('feeds add', () => {
  test('names everything that is wrong at once, with the words likely meant', async () => {
    const { code, errors } = await type(
      'feeds',
      'add',
      'http://127.0.0.1/news',
      '--kind',
      'newspapr',
      '--format',
      'rsss',
      '--authority',
      'nope',
    );
    expect(code).toBe(2);
    expect(errors.trim().split('\n')).toEqual([
      expect.stringMatching(/cannot be polled \(blocked_address\): .*outside the public Internet/),
      expect.stringMatching(/--name .* required/),
      '"newspapr" is no kind; did you mean newspaper?',
      '"rsss" is no format; did you mean rss?',
      expect.stringMatching(/^"nope" is no authority we know/),
    ]);
    expect(await store.sources()).toEqual([]);
  });

  const never = [
    'http://localhost/feed',
    'https://news.localhost/',
    'http://[::1]/',
    'http://2130706433/',
    'https://nonsense/feed',
    'http://10.1.2.3/',
    'https://203.0.113.9:8443/feed',
  ];
  for (const url of never)
    test(`${url} is refused, not promised`, async () => {
      const { code, out, errors } = await type('feeds', 'add', url, '--name', 'N');
      expect([code, out]).toEqual([2, '']);
      expect(errors).toContain('cannot be polled (blocked_address)');
    });

  test('what can be polled is added', async () => {
    const { code, out } = await type('feeds', 'add', 'https://1.1.1.1/news', '--name', 'N', '--kind', 'council');
    expect(code).toBe(0);
    expect(out).toMatch(/^Added added-/);
    expect(await store.sources()).toMatchObject([{ kind: 'council', format: 'rss', terms: 'text' }]);
  });

  test('of a folder of mails it is said how often it is looked at, and what is wrong with it now', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'gradewatch-letters-'));
    const added = async (path: string) => (await type('feeds', 'add', `file://${path}`, '--name', 'N')).out;
    expect(await added(folder)).toMatch(/the folder is looked at within a minute, then every quarter of an hour/);
    const none = join(folder, 'none');
    const said = await added(none);
    expect(said).toContain(`but ${none} is not there, as seen from here: nothing is read before it is a Maildir`);
    expect(said).not.toContain('within a minute');
    await rm(folder, { recursive: true });
  });
});

describe('an address is judged by where its name leads', () => {
  const answers = [
    // name leads to     allowed               refused
    [['10.0.0.8'], [], true],
    [['10.0.0.8'], ['10.0.0.0/8'], false],
    [['10.0.0.8'], ['intern.example'], false],
    [['10.0.0.8', '93.184.215.14'], [], false], // the connector takes the permitted one
    [['93.184.215.14'], [], false],
    [[], [], false], // it may resolve later
  ] as const;
  for (const [addresses, allowed, refused] of answers)
    test(`${addresses.join(' ') || 'nowhere'}, allowed ${allowed.join() || 'nothing'}`, async () => {
      const why = await whyNeverAsked('https://intern.example/feed', allowed, async () =>
        addresses.map((address) => ({ address })),
      );
      expect(why !== null).toBe(refused);
    });
});

describe('feeds show', () => {
  test('a stranger is wrong use, with the id likely meant', async () => {
    await add('ofsted-news', 'https://o.example/');
    for (const command of [['show'], ['remove'], ['check']]) {
      const { code, errors } = await type('feeds', ...command, 'ofsted-new');
      expect([code, errors]).toEqual([
        2,
        '"ofsted-new" is no source we know; did you mean ofsted-news? (gradewatch feeds list names all)\n',
      ]);
    }
    expect((await type('feeds', 'show', 'nope')).errors).toBe(
      '"nope" is no source we know (gradewatch feeds list names all)\n',
    );
  });

  test('tells what the interval rests on, the failure and since when, and what a person should know', async () => {
    const server = await serve({ '/gone': { status: 410 } });
    await add('gone', `${server.origin}/gone`);
    await type('feeds', 'check', 'gone');
    await store.noteSource('gone', { code: 'silent', message: 'a note' }, NOW);
    const { out } = await type('feeds', 'show', 'gone');
    expect(out).toMatch(/asked after 24 h: gone, 1 in a row; next poll /);
    expect(out).toMatch(/failing since .*, 1 in a row: gone, .*410/);
    expect(out).toContain('note, ');
    expect(out).toContain('has not answered yet');
  });

  test('lists items newest first, those seen at one time by their dates', async () => {
    const item = (day: number) =>
      `<item><title>Day ${day}</title><link>/${day}</link><pubDate>${day} Mar 2026 10:00 GMT</pubDate></item>`;
    const server = await serve({
      '/feed': {
        ...rss,
        body: `<rss version="2.0"><channel>${[2, 5, 1, 4, 3].map(item).join('')}<item><title>No day</title><link>/n</link></item></channel></rss>`,
      },
    });
    await add('days', `${server.origin}/feed`);
    await type('feeds', 'check', 'days');
    const { items } = JSON.parse((await type('feeds', 'show', 'days', '--json')).out) as { items: { title: string }[] };
    expect(items.map(({ title }) => title)).toEqual(['Day 5', 'Day 4', 'Day 3', 'Day 2', 'Day 1', 'No day']);
  });

  test('says whether its hub tells of news', async () => {
    await add('paper', 'https://paper.example/feed');
    expect((await type('feeds', 'show', 'paper')).out).not.toContain('hub');
    const asked = { hub: 'https://hub.example/', topic: 't', token: 'k', secret: 's', askedAt: NOW.toISOString() };
    await store.keepHubLease('paper', { ...asked, leaseUntil: null, lastPush: null }, NOW);
    expect((await type('feeds', 'show', 'paper')).out).toContain(
      'hub: https://hub.example/ was asked to tell us of news and has not agreed',
    );
    await store.keepHubLease(
      'paper',
      { ...asked, leaseUntil: '2027-01-01T12:00:00Z', lastPush: '2026-12-24T12:00:00Z' },
      NOW,
    );
    expect((await type('feeds', 'show', 'paper')).out).toContain(
      'tells us of news until 1 January 2027, 12:00; last did 24 December 2026, 12:00',
    );
    const { push } = JSON.parse((await type('feeds', 'show', 'paper', '--json')).out);
    expect(push).toEqual({
      hub: 'https://hub.example/',
      until: '2027-01-01T12:00:00Z',
      lastPush: '2026-12-24T12:00:00Z',
    });
  });

  test('says nothing of the next poll of a source that is off', async () => {
    await add('off', 'https://off.example/', 'blocked');
    expect((await type('feeds', 'show', 'off')).out).toMatch(/^not polled: blocked$/m);
    await add('ended', 'https://ended.example/', 'retired');
    expect((await type('feeds', 'show', 'ended')).out).toContain('not polled: retired; gradewatch feeds resume ended');
  });
});

test('before the first start the commands say where the shipped sources are', async () => {
  expect((await type('feeds', 'list')).out).toBe('No sources. Add one: gradewatch feeds add URL --name NAME\n');
  proposals = [{ id: 'shipped' }, { id: 'other' }] as SourceProposal[];
  const words = 'No sources yet: the 2 shipped ones come in with the first gradewatch start (or start --once).';
  for (const asked of ['list', 'check']) expect((await type('feeds', asked)).out).toBe(`${words}\n`);
  expect((await type('feeds', 'export', '--format', 'csv')).errors).toContain(words);
  const { code, errors } = await type('feeds', 'show', 'shipped');
  expect([code, errors]).toEqual([2, `"shipped" is no source we know. ${words}\n`]);
});

describe('feeds move', () => {
  test('takes the address from now on, keeps the items and the earlier address, and forgets the failure', async () => {
    const server = await serve({ '/old': (_asked, nth) => (nth === 1 ? rss : { status: 404 }), '/new': rss });
    await add('mover', `${server.origin}/old`);
    await type('feeds', 'check', 'mover');
    await type('feeds', 'check', 'mover');
    const { code, out } = await typeHere('feeds', 'move', 'mover', `${server.origin}/new`);
    expect([code, out]).toEqual([0, expect.stringContaining(`mover is now asked at ${server.origin}/new`)]);
    expect(await store.source('mover')).toMatchObject({
      url: `${server.origin}/new`,
      aliases: [`${server.origin}/old`],
      state: { failures: 0, errorClass: null },
    });
    expect((await type('feeds', 'check', `${server.origin}/old`)).out).toMatch(/^mover: ok, 2 entries, 0 new/);
  });

  test('may lead from a feed to a list page', async () => {
    const story = (n: number) =>
      `<li><a href="/${n}">A story of the council, number ${n}</a> <time>2026-03-0${n}</time></li>`;
    const body = `<main><h1>News</h1><ul>${[4, 3, 2, 1].map(story).join('')}</ul></main>`;
    const server = await serve({ '/old': rss, '/new': { headers: { 'content-type': 'text/html' }, body } });
    await add('mover', `${server.origin}/old`);
    await type('feeds', 'check', 'mover');
    await typeHere('feeds', 'move', 'mover', `${server.origin}/new`);
    expect((await type('feeds', 'check', 'mover')).out).toMatch(/^mover: ok, 4 entries/);
    expect(await store.itemsOf('mover', 10)).toHaveLength(4); // two of them known from the feed
    expect(await store.source('mover')).toMatchObject({ format: 'html', status: 'added' });
  });

  test('is what a note of a new address names', async () => {
    const server = await serve({
      '/': {
        headers: { 'content-type': 'text/html' },
        body: '<link rel="alternate" type="application/rss+xml" href="/new">',
      },
      '/new': rss,
      '/old': { status: 404 },
    });
    await add('mover', `${server.origin}/old`);
    for (let times = 0; times < 4; times += 1) await type('feeds', 'check', 'mover');
    const command = /if so: gradewatch (feeds move mover \S+)/.exec((await type('feeds', 'show', 'mover')).out)?.[1];
    expect((await typeHere(...command!.split(' '))).code).toBe(0);
    expect((await store.source('mover'))?.url).toBe(`${server.origin}/new`);
  });

  test('refuses what is another’s, what is no address, and strangers', async () => {
    await add('a', 'https://a.example/feed');
    await add('b', 'https://b.example/feed');
    const taken = await type('feeds', 'move', 'a', 'http://www.b.example/feed/');
    expect([taken.code, taken.errors]).toEqual([1, expect.stringContaining('b’s address already')]);
    expect((await type('feeds', 'move', 'a', 'ftp://a.example/')).code).toBe(2);
    expect((await type('feeds', 'move', 'nope', 'https://c.example/')).code).toBe(2);
    expect((await store.source('a'))?.url).toBe('https://a.example/feed');
  });
});

describe('feeds resume', () => {
  for (const [from, to] of [
    ['paused', 'added'],
    ['retired', 'added'],
    ['blocked', 'added'],
    ['resting', 'listed'],
    ['seen', 'seen'],
  ] as const)
    test(`a source that is ${from} is ${to} afterwards, and due`, async () => {
      await add('again', 'https://again.example/feed', from);
      expect((await type('feeds', 'resume', 'again')).code).toBe(0);
      expect(await store.source('again')).toMatchObject({ status: to, nextDue: NOW });
    });

  test('a shipped source that was removed comes back, and the next start leaves it so', async () => {
    const shipped = { id: 'shipped', name: 'S', url: 'https://s.example/feed', kind: 'other', format: 'rss' };
    const proposal = { ...shipped, authority: null, status: 'seen', terms: 'text', note: null } as SourceProposal;
    await store.syncSources([proposal], NOW);
    await type('feeds', 'remove', 'shipped');
    expect((await store.source('shipped'))?.status).toBe('paused');
    await type('feeds', 'resume', 'shipped');
    await store.syncSources([{ ...proposal, name: 'T', status: 'dead' }], NOW);
    expect(await store.source('shipped')).toMatchObject({ name: 'T', status: 'added' });
    await typeHere('feeds', 'move', 'shipped', 'https://s.example/news');
    await store.syncSources([{ ...proposal, name: 'U', format: 'json' }], NOW);
    expect(await store.source('shipped')).toMatchObject({ name: 'U', format: 'rss', url: 'https://s.example/news' });
    await store.syncSources([], NOW); // not shipped any more
    await store.removeSource('shipped');
  });
});

describe('feeds list', () => {
  test('says which sources need a look', async () => {
    await add('rests', 'https://rests.example/', 'resting');
    await type('feeds', 'add', 'https://added.example/feed', '--name', 'The Added Paper');
    expect((await type('feeds', 'list')).out).toMatch(/^added-\w+\s+added.*The Added Paper/m);
    const server = await serve({ '/good': rss });
    await add('good', `${server.origin}/good`);
    await type('feeds', 'check', 'good');
    expect((await type('feeds', 'list')).out).toMatch(/^good .* 60 min +other/m);
    expect((await type('feeds', 'list')).out).toMatch(/^rests\s+resting.*needs a look/m);
  });
});

describe('feeds import', () => {
  test('adds all that is new and reports the rest', async () => {
    await add('known', 'https://known.example/feed');
    await writeFile(
      join(folder, 'list.csv'),
      'url,name\nhttp://www.known.example/feed/,K\nhttps://new.example/feed,New\n',
    );
    const { code, out, errors } = await type('feeds', 'import', 'list.csv');
    expect([code, out]).toEqual([
      0,
      'Added 1 source, left out 1 known already; they are polled while gradewatch runs.\n',
    ]);
    expect(errors).toBe('line 2: left out, http://www.known.example/feed/ is the address of known\n');
    expect((await store.sources()).map(({ name }) => name).sort()).toEqual(['New', 'known']);
  });

  test('adds nothing when anything is wrong', async () => {
    await writeFile(
      join(folder, 'list.csv'),
      'url,kind\nhttps://new.example/feed,other\nhttps://b.example/,papers\nhttp://10.0.0.1/,other\n',
    );
    const { code, errors } = await type('feeds', 'import', 'list.csv');
    expect(code).toBe(2);
    expect(errors).toMatch(/^list\.csv line 3, kind "papers"/);
    expect(errors).toMatch(/^list\.csv line 4: .*cannot be polled \(blocked_address\)/m);
    expect(await store.sources()).toEqual([]);
  });

  test('takes what feeds export gave, both ways', async () => {
    await add('a', 'https://a.example/feed');
    await add('b', 'https://b.example/news', 'paused');
    const before = await store.sources();
    for (const format of ['opml', 'csv']) {
      const { out } = await type('feeds', 'export', '--format', format);
      await writeFile(join(folder, `all.${format}`), out);
      for (const { id } of await store.sources()) await store.removeSource(id);
      await type('feeds', 'import', `all.${format}`);
      expect(await store.sources()).toEqual(before);
    }
  });
});
