/** A folder of newsletters as a source: real files, the real store. */
import { mkdir, mkdtemp, readdir, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeFeedReader } from '../../src/adapters/feeds/read-feed.ts';
import { makeMailbox } from '../../src/adapters/mailbox.ts';
import { makePageReader } from '../../src/adapters/pages/read-page.ts';
import type { Store } from '../../src/adapters/store/store.ts';
import type { Deps } from '../../src/steps/deps.ts';
import { readArticle } from '../../src/steps/read-article.ts';
import { silent } from '../support/backends.ts';
import { closing } from '../support/closing.ts';
import { aPolledSource } from '../support/polled-source.ts';
import { aStore } from '../support/store.ts';
import { aWeb, NOW, serve } from '../support/web.ts';

let store: Store;
const folders: string[] = [];
const pages = closing(makePageReader());
beforeAll(async () => {
  store = await aStore();
});
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

interface Letter {
  n: number;
  from?: string;
  date?: string;
  html?: string;
  text?: string;
}

const story = (n: number) =>
  `<tr><td><h2><a href="https://letters.example/c/${n}">Northshire services story number ${n}</a></h2><p>What happened in story ${n}.</p><a href="https://letters.example/c/${n}">Read more</a></td></tr>`;
const letter = ({ n, from = 'News <news@weekly.example>', date, html = `<table>${story(n)}</table>`, text }: Letter) =>
  [
    `Message-ID: <letter-${n}@weekly.example>`,
    `From: ${from}`,
    'To: us@reader.example',
    `Subject: Letter ${n}`,
    `Date: ${date ?? 'Mon, 09 Mar 2026 07:00:00 +0000'}`,
    'MIME-Version: 1.0',
    `Content-Type: ${text === undefined ? 'text/html' : 'text/plain'}; charset=utf-8`,
    '',
    text ?? html,
    '',
  ].join('\r\n');

async function aMaildir(query = '') {
  const folder = await mkdtemp(path.join(tmpdir(), 'gw-mail-'));
  folders.push(folder);
  await mkdir(path.join(folder, 'new'));
  await mkdir(path.join(folder, 'cur'));
  const deliver = async (name: string, mail: string | Uint8Array, at = NOW) => {
    const file = path.join(folder, 'new', name);
    await writeFile(file, mail);
    await utimes(file, at, at);
  };
  const url = `${pathToFileURL(folder).href}${query}`;
  return { folder, deliver, source: await aPolledSource(store, {}, { url, format: 'mail', kind: 'sector' }) };
}

describe('a folder of mails', () => {
  test('gives the headlines of its mails once, however often and under whatever file name they are found', async () => {
    const { folder, deliver, source } = await aMaildir();
    await deliver('1.host', letter({ n: 1 }));
    await deliver('2.host', letter({ n: 2 }));
    expect(await source.poll(2)).toEqual(['ok 2', 'unchanged 0']);
    await rename(path.join(folder, 'new', '1.host'), path.join(folder, 'cur', '1.host:2,S'));
    await deliver('1-again.host', letter({ n: 1 }));
    await deliver('3.host', letter({ n: 3 }));
    expect(await source.poll(2)).toEqual(['ok 1', 'unchanged 0']);
    expect((await source.items()).map(({ title, state }) => [title, state]).sort()).toEqual(
      [1, 2, 3].map((n) => [`Northshire services story number ${n}`, 'listed']),
    );
    expect(await readdir(path.join(folder, 'new'))).toEqual(['1-again.host', '2.host', '3.host']);
  });

  test('with more mails than one poll takes loses none', async () => {
    const { deliver, source } = await aMaildir();
    for (let n = 1; n <= 230; n += 1) await deliver(`${n}.host`, letter({ n }), new Date(NOW.getTime() + n * 1000));
    expect(await source.poll(4)).toEqual(['ok 100', 'ok 100', 'ok 30', 'unchanged 0']);
    expect(new Set(source.queued).size).toBe(230);
  });

  test('with many headlines a mail loses none either', async () => {
    const { deliver, source } = await aMaildir();
    for (let n = 1; n <= 12; n += 1) {
      const html = `<table>${Array.from({ length: 50 }, (_, at) => story(n * 1000 + at)).join('')}</table>`;
      await deliver(`${n}.host`, letter({ n, html }), new Date(NOW.getTime() + n * 1000));
    }
    expect(await source.poll(3)).toEqual(['ok 400', 'ok 200', 'unchanged 0']);
  });

  test('a letter that names a story again neither edits it nor takes the others for withdrawn', async () => {
    const { deliver, source } = await aMaildir();
    await deliver('1.host', letter({ n: 1, html: `<table>${story(1)}${story(2)}</table>` }));
    await source.poll();
    const again = story(1).replace('What happened', 'Once more what happened');
    await deliver('2.host', letter({ n: 5, html: `<table>${again}${story(7)}</table>` }));
    expect(await source.poll(2)).toEqual(['ok 1', 'unchanged 0']);
    expect((await source.items()).every(({ revisions, state }) => revisions <= 1 && state === 'listed')).toBe(true);
  });

  test('takes the mails of the senders named, hosts below theirs included, and no look-alikes', async () => {
    const { deliver, source } = await aMaildir('?from=weekly.example&from=editor%40paper.example');
    await deliver('1.host', letter({ n: 1 }));
    await deliver('2.host', letter({ n: 2, from: 'x@mail.weekly.example' }));
    await deliver('3.host', letter({ n: 3, from: 'Editor <editor@paper.example>' }));
    await deliver('4.host', letter({ n: 4, from: 'x@notweekly.example' }));
    await deliver('5.host', letter({ n: 5, from: '"news@weekly.example" <x@elsewhere.example>' }));
    expect(await source.poll()).toEqual(['ok 3']);
  });

  test('what is no mail is left out and told, what is a link is never followed', async () => {
    const { folder, deliver, source } = await aMaildir();
    await deliver('1.host', Buffer.alloc(3000, 7));
    await deliver('2.host', letter({ n: 2 }));
    await writeFile(path.join(folder, 'secret'), letter({ n: 9 }));
    await symlink(path.join(folder, 'secret'), path.join(folder, 'new', '3.host'));
    const { outcome, fresh, warnings } = await source.report();
    expect([outcome, fresh, warnings.map(({ code }) => code)]).toEqual(['ok', 1, ['no_mail']]);
  });

  test('a folder that is not there is a failure with a sentence, and is read when it comes', async () => {
    const { folder, deliver, source } = await aMaildir();
    await rm(folder, { recursive: true });
    const { outcome, message } = await source.report();
    expect(outcome).toBe('connect');
    expect(message).toContain(`${folder} is not there; a Maildir or a folder of .eml files`);
    await mkdir(path.join(folder, 'new'), { recursive: true });
    await deliver('1.host', letter({ n: 1 }));
    expect(await source.poll()).toEqual(['ok 1']);
  });

  test('a file of a plain folder is read when it has been written, not before', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'gw-eml-'));
    folders.push(folder);
    const file = path.join(folder, 'one.eml');
    await writeFile(file, letter({ n: 1 }));
    const mailbox = makeMailbox();
    const found = async () => (await mailbox.list(pathToFileURL(folder).href, NOW)).mails.length;
    await utimes(file, NOW, new Date(NOW.getTime() - 10_000));
    expect(await found()).toBe(0);
    await utimes(file, NOW, new Date(NOW.getTime() - 70_000));
    expect(await found()).toBe(1);
  });
});

test('a story is read from its page and dated by it; where the page is shut, and where the letter is the story, the letter is read', async () => {
  const server = await serve({
    '/news/1': {
      headers: { 'content-type': 'text/html' },
      body: `<html><head><title>Story</title><meta property="article:published_time" content="2026-02-20T09:00:00Z"></head><body><article><h1>Story</h1><p>${'Social workers know the families of Northshire well. '.repeat(10)}</p></article></body></html>`,
    },
    '/news/2': { status: 404 },
  });
  const headline = (n: number) =>
    `<h3><a href="${server.origin}/news/${n}">Northshire services story ${n}</a></h3><p>Words of letter ${n}.</p>`;
  const { deliver, source } = await aMaildir();
  await deliver('1.host', letter({ n: 61, html: headline(1) + headline(2) }));
  await deliver(
    '2.host',
    letter({ n: 62, html: `<p>${'Inspectors came to Southshire in the spring. '.repeat(20)}</p>` }),
  );
  await source.poll();
  const deps = {
    ...{ store, pages, log: silent, web: aWeb(), queue: { put: async () => {} }, now: () => NOW },
    ...{ policy: { keepDays: 90 }, rulebook: { authorities: [] }, proposals: [] },
  } as unknown as Deps;
  const read = new Map<string, (string | undefined)[]>();
  for (const { key, title } of await source.items()) {
    await readArticle(deps, { itemKey: key });
    const article = await store.article((await store.item(key))?.articleId ?? '');
    read.set(title, [article?.text.slice(0, 17), article?.published?.slice(0, 10)]);
  }
  expect(Object.fromEntries(read)).toEqual({
    'Northshire services story 1': ['Social workers kn', '2026-02-20'],
    'Northshire services story 2': ['Words of letter 2', '2026-03-09'],
    'Letter 62': ['Inspectors came t', '2026-03-09'],
  });
});

describe('one mail', () => {
  const read = (mail: string | Uint8Array) =>
    makeFeedReader().parse(Buffer.from(mail), { headers: {}, base: null, expect: 'mail', now: NOW });
  const told = async (mail: string) =>
    (await read(mail)).entries.map(({ title, link, summary }) => [
      title,
      link?.replace('https://l.example', ''),
      summary,
    ]);

  test('a headline without a link of its own takes that of its "Read more"', async () => {
    const html =
      '<div><h3>Westshire is told to improve</h3><p>Inspectors called.</p><a href="https://l.example/1">Read more ›</a></div><div><h3>Eastshire opens two homes</h3><p>Doors opened.</p><a href="https://l.example/2">Read more ›</a></div>';
    expect(await told(letter({ n: 1, html }))).toEqual([
      ['Westshire is told to improve', '/1', 'Inspectors called.'],
      ['Eastshire opens two homes', '/2', 'Doors opened.'],
    ]);
  });

  test('links that unsubscribe, confirm, or show the letter are no headlines and are kept nowhere', async () => {
    const html = `<p><a href="https://l.example/v">View this email in your browser</a></p>${story(1)}
      <p><a href="https://l.example/u?x=1">Unsubscribe from all of these letters</a>
      <a href="https://l.example/unsubscribe/9">Stop sending me any of these</a>
      <a href="https://l.example/ok">Confirm your subscription to the letter now</a></p>`;
    expect(await told(letter({ n: 1, html }))).toHaveLength(1);
    const prose = `<p>${'Words of a letter that runs on. '.repeat(20)}</p><a href="https://l.example/u">Unsubscribe here if you wish</a>`;
    const [entry] = (await read(letter({ n: 1, html: prose }))).entries;
    expect(entry?.link).toBeNull();
    expect(entry?.content).not.toContain('/u"');
  });

  test.each([
    ['Council confirms it will contest the verdict', '/news/council-confirms-contest'],
    ['Westshire looks forward to its next inspection', '/news/looks-forward-to'],
    ['Privacy breach at children’s home in Eastshire', '/news/privacy?id=4'],
    ['Schools opt out of Northshire’s service', '/opt-out-of-service'],
  ])('%s is news, although its words serve letters elsewhere', async (title, at) => {
    expect(await told(letter({ n: 1, html: `<p><a href="https://l.example${at}">${title}</a></p>` }))).toEqual([
      [title, at, null],
    ]);
  });

  test('a letter in prose is an item of its own, and so is the prose around headlines', async () => {
    const prose = `Good morning. ${'Inspectors have been busy in the shires this week. '.repeat(8)}`;
    const link = '<a href="https://l.example/in">busy in the shires</a>';
    const only = await read(letter({ n: 4, html: `<p>${prose.replace('busy in the shires', link)}</p>` }));
    expect(only.entries.map(({ title, link }) => [title, link])).toEqual([['Letter 4', null]]);
    expect(only.entries[0]?.summary).toContain('Inspectors have been busy in the shires this week.');
    const both = await read(letter({ n: 5, html: `<p>${prose}</p><table>${story(1)}${story(2)}</table>` }));
    expect(both.entries.map(({ title }) => title)).toEqual([
      'Northshire services story number 1',
      'Northshire services story number 2',
      'Letter 5',
    ]);
    expect(both.entries[2]?.summary).not.toContain('story 1');
  });

  test('plain text: an address belongs to the words above it', async () => {
    const text =
      'Hello,\n\nWestshire is told to improve\nInspectors called in May.\nhttps://l.example/1\n\nEastshire opens two homes\n\nhttps://l.example/2\n\nUnsubscribe: https://l.example/u\n';
    expect(await told(letter({ n: 1, text }))).toEqual([
      ['Westshire is told to improve', '/1', 'Inspectors called in May.'],
      ['Eastshire opens two homes', '/2', null],
    ]);
  });

  test('a date that cannot be read is null, one in the future is that of the arrival', async () => {
    expect((await read(letter({ n: 1, date: 'soon' }))).entries[0]).toMatchObject({
      published: null,
      publishedFrom: null,
    });
    const late = await read(letter({ n: 1, date: 'Tue, 01 Jan 2030 10:00:00 +0000' }));
    expect(late.entries[0]).toMatchObject({ published: '2026-03-10T09:00:00Z', publishedFrom: 'mail date' });
  });

  test.each([
    ['tags nested past any browser', `<table>${'<div>'.repeat(50_000)}${story(1)}`],
    ['a hundred thousand links', '<a href="https://l.example/1">Some words to follow here</a>'.repeat(100_000)],
    ['an unclosed comment', `<!-- ${'<a '.repeat(200_000)}`],
  ])('%s leaves a mail that counts as read', async (_what, html) => {
    const { entries } = await read(letter({ n: 1, html }));
    expect(entries.length).toBeGreaterThan(0);
    expect(entries.length).toBeLessThan(62);
  });

  test('parts inside parts without end are refused by name, and the mail is known by its subject', async () => {
    const parts = Array.from(
      { length: 200 },
      (_, at) => `--b${at}\r\nContent-Type: multipart/mixed; boundary=b${at + 1}\r\n\r\n`,
    );
    const mail = `Message-ID: <deep@x.example>\r\nFrom: a@weekly.example\r\nSubject: Deep\r\nContent-Type: multipart/mixed; boundary=b0\r\n\r\n${parts.join('')}`;
    const { deliver, source } = await aMaildir();
    await deliver('1.host', mail);
    await deliver('2.host', letter({ n: 2 }));
    expect(await source.poll(2)).toEqual(['ok 2', 'unchanged 0']);
    expect((await source.items()).map(({ title }) => title).sort()).toEqual([
      'Deep',
      'Northshire services story number 2',
    ]);
  });
});
