/** Five real articles, where they are at hand: served as two feeds and a list page they give exactly four events. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ANY } from '../../src/core/sending/route.ts';
import type { SourceProposal } from '../../src/core/types.ts';
import { subscribe } from '../../src/steps/subscribe.ts';
import { anInstallation, type Installation } from '../support/installation.ts';
import { aMailServer, type Inbox } from '../support/receivers.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../../shared/seeds');
/** By the number a file's name begins with. */
const DAYS = ['2023-03-24', '2018-08-24', '2023-04-05', '2024-01-30', '2012-08-31'];

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

interface Seed {
  title: string;
  text: string;
  day: string;
}

/** Two feeds and one list page over the articles, as councils and papers serve them. */
async function serve(seeds: Seed[]) {
  const server = createServer((request, response) => {
    const number = /^\/article\/(\d)$/.exec(request.url ?? '')?.[1];
    const seed = number === undefined ? undefined : seeds[Number(number)];
    const send = (type: string, body: string) =>
      response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(body);
    if (seed) send('text/html', page(seed));
    else if (request.url === '/news') send('text/html', list([1]));
    else if (request.url === '/council.xml') send('application/rss+xml', rss([0, 4]));
    else if (request.url === '/sector.xml') send('application/rss+xml', rss([2, 3]));
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const at = (index: number) => seeds[index] as Seed;
  const rss = (indexes: number[]) =>
    `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>News</title><link>${origin}/</link>${indexes
      .map(
        (index) =>
          `<item><title>${escaped(at(index).title)}</title><link>${origin}/article/${index}</link><guid>${origin}/article/${index}</guid><pubDate>${new Date(`${at(index).day}T09:00:00Z`).toUTCString()}</pubDate></item>`,
      )
      .join('')}</channel></rss>`;
  const list = (indexes: number[]) =>
    `<!doctype html><html lang="en"><body><nav><a href="/">Home</a></nav><main><h1>News</h1><ul>${[...indexes, 8, 9]
      .map(
        (index) =>
          `<li><h2><a href="/article/${index}">${escaped(seeds[index]?.title ?? `Library hours over the holiday, part ${index}`)}</a></h2><time datetime="${seeds[index]?.day ?? '2018-08-20'}">${seeds[index]?.day ?? '20 August 2018'}</time></li>`,
      )
      .join('')}</ul></main></body></html>`;
  const page = ({ title, text, day }: Seed) =>
    `<!doctype html><html lang="en"><head><title>${escaped(title)}</title></head><body><nav><a href="/">Home</a></nav><main><article><h1>${escaped(title)}</h1><p><time datetime="${day}">${day}</time></p>${text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => `<p>${escaped(line)}</p>`)
      .join('\n')}</article></main></body></html>`;
  return {
    origin,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const source = (
  id: string,
  url: string,
  kind: SourceProposal['kind'],
  format: SourceProposal['format'],
  authority: string | null,
): SourceProposal => ({
  id,
  name: id,
  url,
  kind,
  format,
  authority,
  status: 'added',
  terms: 'text',
  note: null,
});

describe.skipIf(!existsSync(FOLDER))('five real articles', () => {
  let here: Installation;
  let served: Awaited<ReturnType<typeof serve>>;
  let inbox: Inbox;

  const begin = async (now: string) => {
    here = await anInstallation(
      { GRADEWATCH_NOW: `=${now}`, SMTP_URL: inbox.url, MAIL_FROM: 'alerts@gradewatch.example' },
      null,
    );
    const { store, now: clock } = here.app.deps;
    for (const one of [
      source('council', `${served.origin}/council.xml`, 'council', 'rss', 'bexley'),
      source('sector', `${served.origin}/sector.xml`, 'sector', 'rss', null),
      source('list', `${served.origin}/news`, 'council', 'html', 'bexley'),
    ])
      await store.addSource(one, clock());
  };

  beforeAll(async () => {
    const seeds = readdirSync(FOLDER)
      .sort()
      .map((name, index): Seed => {
        const text = readFileSync(path.join(FOLDER, name), 'utf8');
        const title = text.split('\n').find((line) => line.trim().length > 12) ?? '';
        return {
          title: title.trim(),
          text: text.slice(text.indexOf(title) + title.length),
          day: DAYS[index] as string,
        };
      });
    [served, inbox] = await Promise.all([serve(seeds), aMailServer()]);
  });
  afterAll(async () => {
    await Promise.all([served?.close(), inbox?.close()]);
  });

  test('give exactly four events, each with its evidence, and as back catalogue alert nobody', async () => {
    await begin('2026-11-24T09:00:00Z');
    try {
      await subscribe(here.app.deps, {
        channel: 'mail',
        address: 'desk@paper.example',
        criteria: ANY,
        every: 'event',
        note: null,
        confirmed: 'a test',
      });
      await here.pollAll();
      const events = (await here.app.deps.store.events({})).map(({ event }) => event);
      const short = events.map(({ authority, inspectorate, service, headlines, inspected, reports }) => ({
        authority,
        inspectorate,
        service,
        headlines: headlines.map(({ remit, grade }) => `${remit} ${grade}`).sort(),
        year: inspected?.from.slice(0, 4) ?? null,
        reports: reports.length,
      }));
      const ofsted = { inspectorate: 'ofsted', service: 'childrens_services' };
      expect(short.sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)))).toEqual(
        [
          {
            authority: 'bexley',
            ...ofsted,
            headlines: ['looked_after_children good', 'safeguarding inadequate'],
            year: '2012',
            reports: 1,
          },
          { authority: 'bexley', ...ofsted, headlines: ['overall outstanding'], year: '2018', reports: 1 },
          { authority: 'bexley', ...ofsted, headlines: ['overall outstanding'], year: '2023', reports: 2 },
          { authority: 'bromley', ...ofsted, headlines: ['overall outstanding'], year: null, reports: 1 },
        ].sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b))),
      );
      for (const { evidence } of events) expect(evidence.length).toBeGreaterThan(0);
      expect(inbox.mails).toEqual([]);
    } finally {
      await here.close();
    }
  });

  test.each([
    ['2012-09-01T09:00:00Z', 'Bexley: inadequate for safeguarding'],
    ['2018-08-25T09:00:00Z', 'Bexley: outstanding'],
    ['2023-03-25T09:00:00Z', 'Bexley: outstanding'],
    ['2024-01-31T09:00:00Z', 'Bromley: outstanding'],
  ])('read at %s, one is news and brings one mail: %s', async (now, subject) => {
    await begin(now);
    try {
      const before = inbox.mails.length;
      await subscribe(here.app.deps, {
        channel: 'mail',
        address: 'desk@paper.example',
        criteria: ANY,
        every: 'event',
        note: null,
        confirmed: 'a test',
      });
      await here.pollAll();
      const subjects = inbox.mails
        .slice(before)
        .map(({ raw }) => /^Subject: (.*(?:\r\n[ \t].*)*)/m.exec(raw)?.[1]?.replaceAll(/\r\n\s+/g, ' '));
      expect(subjects).toEqual([expect.stringContaining(subject)]);
    } finally {
      await here.close();
    }
  });
});
