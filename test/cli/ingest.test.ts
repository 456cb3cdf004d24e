/** Articles handed in as HTML: the inspectorate's own report they link to is kept, shown and, where it can be had, read. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadReportSites } from '../../src/adapters/config/report-sites.ts';
import { openSite } from '../../src/web/open-site.ts';
import type { RunningSite } from '../../src/web/server.tsx';
import { typed } from '../support/commands.ts';
import { anInstallation, type Installation } from '../support/installation.ts';

const REPORT = 'https://files.ofsted.gov.uk/v1/file/50311111';
let here: Installation;
let site: RunningSite;
let key: string;
const ask = (...argv: string[]) => typed(here.app, argv);

beforeAll(async () => {
  here = await anInstallation(
    { GRADEWATCH_NOW: '=2026-03-18T10:00:00Z', PORT: '0' },
    { folder: 'config/demo', proposals: [], reportSites: loadReportSites('config') },
  );
  site = await openSite(here.app);
  const html = `<html><head><title>Wading children's services rated good</title></head><body><article>
    <h1>Wading children's services rated good</h1>
    <p>Ofsted has rated Wading Council's children's services as good overall after an inspection in February.</p>
    <p>Its <a href="${REPORT}">report</a> and <a href="https://example.org/more">more</a> are published today.</p>
    </article></body></html>`;
  const line = { id: 'a', url: 'https://paper.example/a', publisher: 'The Paper', published: '2026-03-17', html };
  const stdin = async () => Buffer.from(JSON.stringify(line));
  // Nothing is fetched: keeping an address needs no network.
  const asleep = { ...here.app, deps: { ...here.app.deps, queue: { put: async () => {} } } };
  const done = await typed(asleep, ['ingest', '--jsonl', '-'], { stdin });
  expect(done).toMatchObject({ code: 0 });
  key = done.json<{ events: string[] }>().events[0] ?? '';
});
afterAll(async () => {
  await site?.close();
  await here?.close();
});

test('its address stands in events show, for programs, and on the page', async () => {
  const shown = await ask('events', 'show', key, '--json');
  expect(shown.json()).toMatchObject({ officialUrl: null, linkedReports: [REPORT] });
  const { out } = await ask('events', 'show', key);
  expect(out).toMatch(/official report +none known/);
  expect(out).toMatch(new RegExp(`link to, not among them\n +${REPORT}$`, 'm'));
  const page = await (await fetch(`${site.address}/events/${key}`)).text();
  expect(page).toContain(`href="${REPORT}"`);
});

test('it waits to be read, as one that a polled article links to', async () => {
  const { store, now } = here.app.deps;
  const waiting = await store.unreadReports(now(), 10);
  const reports = await Promise.all(waiting.map((id) => store.report(id)));
  expect(reports).toMatchObject([{ url: REPORT, readAt: null, gaveUpAt: null }]);
});

test('once the official report is known, its address is told as that, and not twice', async () => {
  const { deps } = here.app;
  const found = await deps.store.event(key);
  await here.app.database.pool.query(`UPDATE "Article" SET "tier" = 'inspectorate', "url" = $1`, [REPORT]);
  await deps.store.markAssessed(found?.event.reports[0]?.articleId ?? '', 'none', deps.now());
  expect((await ask('reassess', '--apply')).code).toBe(0);
  const { out } = await ask('events', 'show', key);
  expect(out).toMatch(new RegExp(`official report +${REPORT}`));
  expect((await ask('events', 'show', key, '--json')).json()).toMatchObject({ officialUrl: REPORT, linkedReports: [] });
});

test('its answer does not wait for those who are told', async () => {
  const { deps } = here.app;
  await ask('subscribe', '--email', 'slow@paper.example', '--confirmed', 'a test');
  const printed: string[] = [];
  const printedAtSending: number[] = [];
  const mail = {
    ...deps.channels.mail,
    deliver: async () => {
      printedAtSending.push(printed.length);
      return { providerId: 'slow', status: 250 };
    },
  };
  // No worker takes what this command is to send.
  const queue = { ...deps.queue, put: async () => {} };
  const app = { ...here.app, deps: { ...deps, queue, channels: { ...deps.channels, mail } } };
  const line = {
    ...{ id: 'b', url: 'https://paper.example/b', publisher: 'The Paper', published: '2026-03-17' },
    ...{ title: 'Kelbury rated good', text: 'Ofsted has rated Kelbury Council’s children’s services as good.' },
  };
  const stdin = async () => Buffer.from(JSON.stringify(line));
  const stdout = (text: string | Uint8Array) => void printed.push(String(text));
  await typed(app, ['ingest', '--jsonl', '-', '--alert'], { stdin, stdout });
  expect([printed.length, JSON.parse(printed[0] ?? '{}').alerts, printedAtSending]).toEqual([1, 1, [1]]);
});
