/** `trace`: from what was sent back to the bytes received. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sha256 } from '../../src/core/keys.ts';
import { messageId } from '../../src/core/sending/message-id.ts';
import { ANY } from '../../src/core/sending/route.ts';
import { summaryKey } from '../../src/core/sending/summary.ts';
import { type DemoServer, serveWorld } from '../../src/demo/serve.ts';
import { demoSources, loadWorld } from '../../src/demo/world.ts';
import { subscribe } from '../../src/steps/subscribe.ts';
import type { Traced } from '../../src/steps/trace.ts';
import { typed } from '../support/commands.ts';
import { anInstallation, type Installation } from '../support/installation.ts';
import { aHookReceiver, type HookReceiver } from '../support/receivers.ts';

const world = loadWorld('config/demo');
let server: DemoServer;
let hook: HookReceiver;
let here: Installation;
const ask = (...argv: string[]) => typed(here.app, argv);

beforeAll(async () => {
  [server, hook] = await Promise.all([serveWorld(world, world.startsAt), aHookReceiver()]);
  here = await anInstallation(
    { GRADEWATCH_NOW: `=${world.startsAt.toISOString()}`, GRADEWATCH_STORM: '1000' },
    { folder: 'config/demo', proposals: demoSources(world, server.origin) },
  );
  const asked = { every: 'event', note: null, confirmed: 'a test' } as const;
  await subscribe(here.app.deps, { channel: 'webhook', address: hook.url, criteria: ANY, ...asked });
  await here.pollAll();
}, 180_000);
afterAll(async () => {
  await here?.close();
  await Promise.all([server?.close(), hook?.close()]);
});

async function anAlert() {
  const { store } = here.app.deps;
  const [reader] = await store.subscriptions();
  const [alert] = await store.alertsTo(reader?.id ?? '');
  if (!alert) throw new Error('nothing was sent');
  return alert;
}

test('an alert leads back to poll, response, revision, finding, event, notice, ledger and journal', async () => {
  const alert = await anAlert();
  const ran = await ask('trace', alert.id, '--json');
  expect(ran.code, ran.err).toBe(0);
  const traced = ran.json<Traced>();
  expect(traced.alert).toMatchObject({ id: alert.id, state: 'sent' });
  expect(traced.event.key).toBe(alert.eventKey);
  for (const { items, revisions, finding, text, pages } of traced.reports) {
    const fetched = revisions.filter(({ engine }) => !engine.startsWith('feed'));
    expect(pages.map(({ hash }) => hash)).toEqual(fetched.map(({ rawHash }) => rawHash));
    expect(items[0]?.poll).toMatchObject({ outcome: 'ok', status: 200 });
    expect(items[0]?.response?.headers).toHaveProperty('content-type');
    expect(items[0]?.response?.hash).toBe(items[0]?.poll?.bodyHash);
    expect(finding?.rules).toBe(here.app.deps.rulebook.version);
    const title = revisions.find(({ number }) => number === finding?.revision)?.title ?? '';
    for (const { field, start, end, quote, rule } of finding?.claim.evidence ?? []) {
      expect((field === 'title' ? title : (text ?? '')).slice(start, end)).toBe(quote);
      expect(rule).not.toBe('');
    }
  }
  expect(traced.revisions.length).toBeGreaterThan(0);
  expect(traced.notices).toMatchObject([{ notice: 'first', routedAt: expect.any(String) }]);
  expect(traced.alerts.map(({ id }) => id)).toContain(alert.id);
  expect(traced.journal.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['event.stored', 'notice.made']));
});

test('the bytes themselves can be had, and are what was hashed', async () => {
  const traced = (await ask('trace', (await anAlert()).eventKey, '--json')).json<Traced>();
  const hash = traced.reports[0]?.items[0]?.response?.hash ?? '';
  const chunks: Uint8Array[] = [];
  await typed(here.app, ['trace', hash, '--bytes'], { stdout: (bytes) => chunks.push(Buffer.from(bytes)) });
  expect(sha256(Buffer.concat(chunks))).toBe(hash);
  expect(await ask('trace', 'nothing', '--bytes')).toMatchObject({ code: 1 });
});

test('an event is found by its key and any key it once had, and printed for people', async () => {
  const { eventKey } = await anAlert();
  await here.app.database.pool.query(`INSERT INTO "EventAlias" ("alias", "key", "at") VALUES ('old.key', $1, now())`, [
    eventKey,
  ]);
  expect((await ask('trace', 'old.key', '--json')).json<Traced>().event.key).toBe(eventKey);
  const { out } = await ask('trace', eventKey);
  for (const word of [
    'poll ',
    'response ',
    '    content-type: ',
    'revision 1',
    'finding ',
    'Ledger',
    'Journal',
    'first',
  ])
    expect(out).toContain(word);
});

test('an alert is found by what it was sent under, too', async () => {
  const alert = await anAlert();
  for (const name of [alert.reference, messageId(alert.reference, 'gradewatch.example')])
    expect((await ask('trace', name, '--json')).json<Traced>().alert?.id).toBe(alert.id);
});

test('of a message that told several together each is traced', async () => {
  const alert = await anAlert();
  const { pool } = here.app.database;
  await pool.query(`UPDATE "Alert" SET "summary" = 'together' WHERE "subscriptionId" = $1`, [alert.subscriptionId]);
  const { rows } = await pool.query<{ id: string }>(`SELECT "id" FROM "Alert" WHERE "summary" = 'together'`);
  const name = messageId(summaryKey(alert.subscriptionId, 'together', alert.channel), 'gradewatch.example');
  const { alerts } = (await ask('trace', name, '--json')).json<{ alerts: Traced[] }>();
  expect(rows.length).toBeGreaterThan(1);
  expect(alerts.map((one) => one.alert?.id).sort()).toEqual(rows.map(({ id }) => id).sort());
});

test('what nobody knows is told in one sentence', async () => {
  const { eventKey } = await anAlert();
  expect(await ask('trace', eventKey.slice(0, -1))).toMatchObject({
    code: 2,
    err: expect.stringContaining('did you mean'),
  });
});

test('an edit of an article is told by what went and what came', async () => {
  const { store, now } = here.app.deps;
  const { eventKey } = await anAlert();
  const [report] = (await ask('trace', eventKey, '--json')).json<Traced>().reports;
  const { revision: _, duplicateOf: __, reports, ...article } = (await store.article(report?.article.id ?? ''))!;
  const [first = '', ...rest] = article.text.split('\n\n');
  const edited = { title: 'Softer words', text: ['Softer still.', ...rest].join('\n\n'), revisionHash: 'edited' };
  const read = { byline: null, modified: null, engine: 'heuristic', confidence: 0.9, rawHash: null };
  await store.keepArticle({ ...article, ...edited, ...read, reports }, null, now());
  const { out } = await ask('trace', eventKey);
  expect(out).toContain(`    the headline was “${article.title}”\n    - ${first.slice(0, 200)}`);
  expect(out).toContain('    + Softer still.\n');
});
