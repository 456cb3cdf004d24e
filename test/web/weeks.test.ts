/** Weekly digests on the pages: the same files as the command writes, at the addresses they name themselves. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DIGEST_FORMATS } from '../../src/adapters/exports/index.ts';
import { weekDigest } from '../../src/core/sending/digest.ts';
import { digestLetter } from '../../src/core/sending/digest-letter.ts';
import type { DigestAsked } from '../../src/core/sending/digest-links.ts';
import { letterHtml } from '../../src/core/sending/letter-html.tsx';
import type { Names } from '../../src/core/sending/names.ts';
import { runToIdle } from '../../src/run-to-idle.ts';
import { gatherWeek } from '../../src/steps/gather-week.ts';
import { keepFiles } from '../../src/web/kept-files.ts';
import { openSite } from '../../src/web/open-site.ts';
import { makeSite, type RunningSite, serveSite } from '../../src/web/server.tsx';
import type { SiteDeps } from '../../src/web/site-deps.ts';
import { anEvent, aReport, aWeek, names, weekLinks } from '../sending/build.ts';
import { missingBrowser, openBrowser, visit } from '../support/browser.ts';
import { typed } from '../support/commands.ts';
import { anInstallation, type Installation } from '../support/installation.ts';
import { anArticle, publish } from '../support/told.ts';

const WEEK = '2026-W11';
let here: Installation;
let site: RunningSite;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'gradewatch-weeks-'));
  here = await anInstallation(
    { GRADEWATCH_NOW: '=2026-03-18T10:00:00Z', PORT: '0' },
    { folder: 'config/demo', proposals: [] },
  );
  site = await openSite(here.app);
  for (const council of ['Wading', 'Averfordshire'])
    await publish(
      here,
      anArticle({
        ...{
          id: council.toLowerCase(),
          publisher: `${council} Advertiser`,
          published: '2026-03-11',
          title: `${council} care rated good`,
        },
        text: `The Care Quality Commission has rated ${council} Council's adult social care as good.`,
      }),
    );
  await runToIdle(here.app);
}, 120_000);
afterAll(async () => {
  await site?.close();
  await here?.close();
  await rm(folder, { recursive: true, force: true });
});

const get = (file: string, headers: Record<string, string> = {}) => fetch(`${site.address}/weeks/${file}`, { headers });

test.each(DIGEST_FORMATS)('as %s it has the bytes the command writes', async (format) => {
  const out = path.join(folder, `w.${format}`);
  const words = ['--week', WEEK, '--format', format, '--as-known', 'now', '--out', out];
  expect((await typed(here.app, ['digest', ...words])).code).toBe(0);
  const answer = await get(`${WEEK}.${format}?as-known=now`);
  expect(answer.status).toBe(200);
  expect(Buffer.from(await answer.arrayBuffer()).equals(await readFile(out))).toBe(true);
  expect(answer.headers.get('content-disposition')).toBe(`inline; filename="gradewatch-${WEEK}-now.${format}"`);
});

test('its feed names the address it stands at', async () => {
  const file = `${WEEK}.atom?as-known=now&authority=wading`;
  const atom = await (await get(file)).text();
  const [, self = ''] = /<link rel="self" href="([^"]+)"/.exec(atom) ?? [];
  expect(self.replaceAll('&amp;', '&')).toBe(`${site.address}/weeks/${file}`);
  expect(atom).toContain('Wading: good');
  expect(atom).not.toContain('Averfordshire');
});

test('read as a page it looks as the letter does; no other page takes styles but its own sheet', async () => {
  const styles = async (path: string) =>
    /style-src ([^;]+)/.exec((await fetch(site.address + path)).headers.get('content-security-policy') ?? '')?.[1];
  expect(await styles(`/weeks/${WEEK}.html`)).toBe("'unsafe-inline'");
  for (const page of ['/', `/weeks/${WEEK}.csv`, '/weeks/none.html?x=.html'])
    expect(await styles(page)).toMatch(/^'sha256-/);
});

describe.skipIf(missingBrowser)('in Chromium', { timeout: 120_000 }, () => {
  // The longest words that a list of judgements has, which no cell can break.
  const long = (slug: string) => ({ ...names.authority(slug), shortName: 'Northamptonshire', region: 'Yorkshire' });
  const event = anEvent({
    ...{ published: null, dayBasis: 'article', status: 'corroborated', direction: 'up', grade: 'requires_improvement' },
    headlines: [{ remit: 'overall', grade: 'requires_improvement' }],
    reports: [aReport({ publisher: 'Northamptonshire Advertiser' })],
  });
  test.each([1_920, 1_200, 1_000, 760, 700, 390])('at %i pixels no list is wider than its page', async (width) => {
    const named: Names = { ...names, authority: long, inspectorate: () => 'HM Inspectorate of Probation' };
    const week = weekDigest(aWeek({ events: [{ event, learntAt: new Date('2026-11-18T09:06:00Z') }] }), named);
    const file = path.join(folder, 'wide.html');
    await writeFile(file, letterHtml(digestLetter(week, named, weekLinks)));
    const browser = await openBrowser();
    const beyond = await visit(browser, `file://${file}`, { viewport: { width, height: 800 } }, (opened) =>
      opened.evaluate<number[]>(
        `[...document.querySelectorAll('table.list')].map((table) => table.scrollWidth - document.querySelector('main').clientWidth + 40)`,
      ),
    );
    await browser.close();
    for (const pixels of beyond) expect(pixels).toBeLessThanOrEqual(0);
  });

  test.each([
    [1_200, 5],
    [1_000, 5],
    [760, 5],
    [390, 1],
  ])('at %i pixels %i cells of a judgement stand beside each other', async (width, beside) => {
    const week = weekDigest(aWeek({ events: [{ event, learntAt: new Date('2026-11-18T09:06:00Z') }] }), names);
    const file = path.join(folder, 'beside.html');
    await writeFile(file, letterHtml(digestLetter(week, names, weekLinks)));
    const browser = await openBrowser();
    const tops = await visit(browser, `file://${file}`, { viewport: { width, height: 800 } }, (opened) =>
      opened.evaluate<number[]>(
        `[...document.querySelector('table.list tbody tr').cells].map((cell) => cell.getBoundingClientRect().top)`,
      ),
    );
    await browser.close();
    expect(tops.filter((top) => top === tops[0])).toHaveLength(beside);
  });

  test.each([1_200, 1_100, 1_000, 750, 390])('at %i pixels nothing stands beyond the edge', async (width) => {
    const browser = await openBrowser();
    const options = { viewport: { width, height: 800 } };
    const beyond = await visit(browser, `${site.address}/weeks/${WEEK}.html?as-known=now`, options, async (opened) => {
      expect(await opened.getByText('first reported').count()).toBe(2);
      return opened.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
    });
    expect(beyond).toBeLessThanOrEqual(0);
    await browser.close();
  });
});

test('a reader that has it is told so; what is no week of ours is not found', async () => {
  const tag = (await get(`${WEEK}.csv`)).headers.get('etag') ?? '';
  expect((await get(`${WEEK}.csv`, { 'if-none-match': tag })).status).toBe(304);
  for (const [beside, first] of [
    ['visits.csv', '"authority","kind"'],
    ['coverage.csv', '"kind","name"'],
  ] as const)
    expect(await (await get(`${WEEK}.${beside}`)).text()).toMatch(new RegExp(`^${first}`));
  const unknown = ['exe', 'visits', 'csv?authority=nowhere', 'csv?as-known=tomorrow'].map((end) => `${WEEK}.${end}`);
  for (const file of ['2026-W54.csv', '2026-W13.csv', ...unknown])
    expect([file, (await get(file)).status]).toEqual([file, 404]);
});

test('the page of the latest judgements leads to the last week', async () => {
  expect(await (await fetch(`${site.address}/`)).text()).toContain(`href="/weeks/${WEEK}.xlsx"`);
});

describe('asked for often', () => {
  const asked: DigestAsked[] = [];
  const siteOf = async (forNetwork: number) => {
    const { deps, counters, subscriptionOf, addressChangeOf, pushKey, operatorKey } = here.app;
    const limits: string[] = [];
    const site = makeSite({
      ...(deps as object),
      ...{
        subscriptionOf,
        addressChangeOf,
        pushKey,
        operatorKey,
        trustProxy: false,
        publicUrl: () => 'http://x.example',
      },
      counters: (name: string, points: number, seconds: number) => {
        if (name.startsWith('weeks')) limits.push(name);
        return counters(`${name} ${forNetwork}`, Math.min(points, forNetwork), seconds);
      },
      digestOf: (one: DigestAsked & { criteria: null }) => {
        asked.push(one);
        return gatherWeek(deps, one);
      },
    } as unknown as SiteDeps);
    expect(limits).toEqual(['weeks network', 'weeks all']);
    return serveSite(site, '127.0.0.1', 0);
  };

  test('a closed week is made once for all who ask at the same time and after; the week that runs is made each time', async () => {
    const running = await siteOf(100);
    const bytes = async (file: string) =>
      Buffer.from(await (await fetch(`${running.address}/weeks/${file}`)).arrayBuffer());
    asked.length = 0;
    const [first, ...others] = await Promise.all(Array.from({ length: 8 }, () => bytes(`${WEEK}.xlsx`)));
    others.push(await bytes(`${WEEK}.xlsx`));
    for (const other of others) expect(other.equals(first!)).toBe(true);
    expect(first!.equals(Buffer.from(await (await get(`${WEEK}.xlsx`)).arrayBuffer()))).toBe(true);
    expect(asked).toHaveLength(1);
    for (const file of [`${WEEK}.csv`, `${WEEK}.csv?authority=wading`]) await bytes(file);
    expect(asked).toHaveLength(3);
    for (const file of ['2026-W12.csv', '2026-W12.csv', `${WEEK}.csv?as-known=now`]) await bytes(file);
    expect(asked).toHaveLength(6);
    await running.close();
  });

  test('who has us make too many is told when to come again; what is made already is given all the same', async () => {
    const running = await siteOf(3);
    const status = async (file: string) => (await fetch(`${running.address}/weeks/${file}`)).status;
    expect(await status(`${WEEK}.csv`)).toBe(200);
    for (const file of ['2026-W10.csv', '2026-W09.csv']) expect(await status(file)).toBe(200);
    const refused = await fetch(`${running.address}/weeks/2026-W08.csv`);
    expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([429, true]);
    expect(await status(`${WEEK}.csv`)).toBe(200);
    await running.close();
  });
});

describe('files kept for a while', () => {
  const start = Date.parse('2026-03-18T10:00:00Z');
  let now = start;
  let made = 0;
  const make = async (bytes: number) => {
    made += 1;
    return { bytes: new Uint8Array(bytes) };
  };

  test('go when their time is over, when there are too many bytes, and when they could not be made', async () => {
    const kept = keepFiles({ mostBytes: 10, forMs: 1_000 }, () => new Date(now));
    await kept('a', () => make(4));
    await kept('b', () => make(4));
    await kept('a', () => make(4));
    expect(made).toBe(2);
    await kept('c', () => make(4));
    expect([kept.has('a'), kept.has('b'), kept.has('c')]).toEqual([true, false, true]);
    await kept('big', () => make(11));
    expect([kept.has('a'), kept.has('c'), kept.has('big')]).toEqual([false, false, false]);
    await expect(kept('bad', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(kept.has('bad')).toBe(false);
    await kept('d', () => make(1));
    now += 1_000;
    expect(kept.has('d')).toBe(false);
  });
});

test('the closed weeks since the first article are listed, newest first, and each link leads to its digest', async () => {
  const hrefs = async () => {
    const page = await (await fetch(`${site.address}/weeks`)).text();
    return [...page.matchAll(/href="(\/weeks\/[^"]+)"/g)].map(([, href = '']) => href);
  };
  const ofWeek = (week: string) =>
    ['html', 'xlsx', 'csv', 'visits.csv', 'coverage.csv'].map((format) => `/weeks/${week}.${format}`);
  expect(await hrefs()).toEqual(ofWeek(WEEK));
  await here.app.database.pool.query(`UPDATE "Article" SET "firstSeen" = '2026-03-04T10:00:00Z'`);
  const listed = await hrefs();
  expect(listed).toEqual([...ofWeek(WEEK), ...ofWeek('2026-W10')]);
  for (const href of listed) expect((await fetch(site.address + href)).status).toBe(200);
});
