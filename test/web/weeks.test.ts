/** Weekly digests on the pages: the same files as the command writes, at the addresses they name themselves. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DIGEST_FORMATS } from '../../src/adapters/exports/index.ts';
import { runToIdle } from '../../src/run-to-idle.ts';
import { openSite } from '../../src/web/open-site.ts';
import type { RunningSite } from '../../src/web/server.tsx';
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
  test.each([1_200, 1_060, 1_000, 750, 390])('at %i pixels nothing stands beyond the edge', async (width) => {
    const browser = await openBrowser();
    const options = { viewport: { width, height: 800 } };
    const beyond = await visit(browser, `${site.address}/weeks/${WEEK}.html?as-known=now`, options, async (opened) => {
      expect(await opened.getByText('(first article)').count()).toBe(2);
      return opened.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
    });
    expect(beyond).toBeLessThanOrEqual(0);
    await browser.close();
  });
});

test('a reader that has it is told so; what is no week of ours is not found', async () => {
  const tag = (await get(`${WEEK}.csv`)).headers.get('etag') ?? '';
  expect((await get(`${WEEK}.csv`, { 'if-none-match': tag })).status).toBe(304);
  const unknown = ['exe', 'csv?authority=nowhere', 'csv?as-known=tomorrow'].map((end) => `${WEEK}.${end}`);
  for (const file of ['2026-W54.csv', '2026-W13.csv', ...unknown])
    expect([file, (await get(file)).status]).toEqual([file, 404]);
});

test('the page of the latest judgements leads to the last week', async () => {
  expect(await (await fetch(`${site.address}/`)).text()).toContain(`href="/weeks/${WEEK}.xlsx"`);
});
