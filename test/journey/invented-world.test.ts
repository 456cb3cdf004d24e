/** The whole journey on the invented world: sources polled, articles judged, events stored once, alerts and a digest out. */
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bCubed, labelledClusters, predictedClusters } from '../../src/core/evaluation/b-cubed.ts';
import { eventLine } from '../../src/core/sending/event-words.ts';
import { ANY } from '../../src/core/sending/route.ts';
import { type DemoServer, serveWorld } from '../../src/demo/serve.ts';
import { demoRecords, demoSources, loadWorld } from '../../src/demo/world.ts';
import { runToIdle } from '../../src/run-to-idle.ts';
import { gatherWeek } from '../../src/steps/gather-week.ts';
import { sendAlerts } from '../../src/steps/send-alerts.ts';
import { subscribe } from '../../src/steps/subscribe.ts';
import { tick } from '../../src/steps/tick.ts';
import { anInstallation, type Installation } from '../support/installation.ts';
import { aHookReceiver, aMailServer, type HookReceiver, type Inbox } from '../support/receivers.ts';

const world = loadWorld('config/demo');

let server: DemoServer;
let inbox: Inbox;
let hook: HookReceiver;
let here: Installation;
let reader: string;
let secret: string;

beforeAll(async () => {
  [server, inbox, hook] = await Promise.all([serveWorld(world, world.startsAt), aMailServer(), aHookReceiver()]);
  here = await anInstallation(
    {
      GRADEWATCH_NOW: `=${world.startsAt.toISOString()}`,
      SMTP_URL: inbox.url,
      MAIL_FROM: 'Gradewatch <alerts@gradewatch.example>',
      GRADEWATCH_PUBLIC_URL: 'https://gradewatch.example',
      GRADEWATCH_STORM: '100',
    },
    { folder: 'config/demo', proposals: demoSources(world, server.origin) },
  );
  const { deps } = here.app;
  const asked = { every: 'event', note: null, confirmed: 'a test' } as const;
  reader = (
    await subscribe(deps, {
      channel: 'mail',
      address: 'desk@paper.example',
      criteria: { ...ANY, authorities: ['northshire'] },
      ...asked,
    })
  ).subscription;
  secret = (await subscribe(deps, { channel: 'webhook', address: hook.url, criteria: ANY, ...asked })).secret ?? '';
  await here.pollAll();
});

afterAll(async () => {
  await here?.close();
  await Promise.all([server?.close(), inbox?.close(), hook?.close()]);
});

const lines = async () =>
  (await here.app.deps.store.events({})).map(({ event }) => eventLine(event, here.app.deps.names)).sort();

describe('after the first round', () => {
  test('every judgement of the world is an event, and nothing else is', async () => {
    const { store, rulebook } = here.app.deps;
    const slug = (name: string) => rulebook.index.find(name).authority?.slug ?? name;
    const labelled = demoRecords(world, world.startsAt, 1).flatMap(({ labels }) =>
      labels.events.map(({ authority, inspectorate, service, grade }) =>
        [slug(authority), inspectorate, service, grade].join(' '),
      ),
    );
    const found = (await store.events({})).map(({ event }) =>
      [event.authority, event.inspectorate, event.service, event.grade].join(' '),
    );
    expect(found.sort()).toEqual([...new Set(labelled)].sort());
  });

  test('reports of one judgement meet in one event, reports of two do not', async () => {
    const { store, rulebook } = here.app.deps;
    const records = demoRecords(world, world.startsAt, 1);
    const events = await store.events({});
    const articles = records.map(({ id }) => ({
      id,
      events: events
        .filter(({ event }) => event.reports.some(({ url }) => url?.endsWith(`/${id}`)))
        .map(({ event }) => ({ key: event.key, authority: event.authority })),
    }));
    const slug = (name: string) => rulebook.index.find(name).authority?.slug ?? null;
    expect(bCubed(predictedClusters(articles), labelledClusters(records, slug)).f1).toBe(1);
  });

  test('every event rests on evidence that stands in the article it names', async () => {
    const { store } = here.app.deps;
    for (const { event } of await store.events({})) {
      expect(event.evidence.length, event.key).toBeGreaterThan(0);
      const texts = await Promise.all(event.reports.map(({ articleId }) => store.assessmentOf(articleId)));
      for (const { quote } of event.evidence)
        expect(
          texts.some((article) => article?.title.includes(quote) || article?.text.includes(quote)),
          `${event.key}: ${quote}`,
        ).toBe(true);
    }
  });

  test('a reader gets one mail for each fresh event asked for, with plain subject and one-click unsubscribe', async () => {
    const { store } = here.app.deps;
    const fresh = (await store.events({ authorities: ['northshire'] })).filter(
      ({ event }) => (event.day ?? '') > '2026-06-04',
    );
    expect(inbox.mails).toHaveLength(fresh.length);
    for (const { to, raw } of inbox.mails) {
      expect(to).toEqual(['desk@paper.example']);
      expect(raw).toMatch(/^Subject: \[Sample\] Northshire: /m);
      expect(raw).toMatch(/^List-Unsubscribe: <https:\/\/gradewatch\.example\/unsubscribe\//m);
      expect(raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click/m);
    }
  });

  test('a webhook is called once for each fresh event, signed, with the event in its public shape', async () => {
    const ids = hook.calls.map(({ headers }) => headers['webhook-id']);
    expect(new Set(ids).size).toBe(ids.length);
    const keys = hook.calls.map(({ headers, body }) => {
      const call = new Webhook(secret).verify(body, headers) as { type: string; v: number; key: string };
      expect(call).toMatchObject({ type: 'judgement.first', v: 1 });
      return call.key;
    });
    const all = await here.app.deps.store.events({});
    expect(keys.sort()).toEqual(
      all
        .filter(({ event }) => (event.day ?? '') > '2026-06-04')
        .map(({ event }) => event.key)
        .sort(),
    );
  });

  test('an old judgement is stored and shown, and alerts nobody', async () => {
    const old = (await here.app.deps.store.events({ until: '2020-01-01' })).map(({ event }) => event.key);
    expect(old.length).toBeGreaterThan(0);
    expect(await here.app.deps.store.alertsOf(old)).toEqual([]);
  });
});

describe('once is once', () => {
  test('a second poll brings nothing new and sends nothing', async () => {
    const before = [await here.app.deps.store.counts(), inbox.mails.length, hook.calls.length];
    await here.pollAll();
    expect([await here.app.deps.store.counts(), inbox.mails.length, hook.calls.length]).toEqual(before);
  });

  test('jobs run twice and at once send nothing twice', async () => {
    const before = [inbox.mails.length, hook.calls.length];
    const { deps } = here.app;
    await Promise.all([
      tick(deps),
      tick(deps),
      sendAlerts(deps, { subscriptionId: reader }),
      sendAlerts(deps, { subscriptionId: reader }),
    ]);
    await runToIdle(here.app);
    expect([inbox.mails.length, hook.calls.length]).toEqual(before);
  });

  test('a promise whose sender died is sent again with the same Message-ID, and once only', async () => {
    const { deps } = here.app;
    const [alert] = await deps.store.alertsTo(reader);
    const sent = inbox.mails.length;
    // As a crash leaves it: the mail went out, the row still says `sending`, and the claim has run out.
    await here.app.database.pool.query(
      `UPDATE "Alert" SET "state" = 'sending', "sentAt" = NULL, "claimedUntil" = $2 WHERE "id" = $1`,
      [alert?.id, new Date(world.startsAt.getTime() - 1)],
    );
    await runToIdle(here.app);
    expect(inbox.mails).toHaveLength(sent + 1);
    const again = inbox.mails.at(-1);
    expect(inbox.mails.filter(({ messageId }) => messageId === again?.messageId)).toHaveLength(2);
    await runToIdle(here.app);
    expect(inbox.mails).toHaveLength(sent + 1);
  });

  test('an emptied queue loses nothing: the tick finds what is still to do', async () => {
    const { store } = here.app.deps;
    const article = (await store.events({}))[0]?.event.reports[0]?.articleId ?? '';
    await here.app.database.pool.query(`UPDATE "Article" SET "assessedAt" = NULL WHERE "id" = $1`, [article]);
    const before = await lines();
    await runToIdle(here.app);
    expect(await store.unassessedArticles(10)).toEqual([]);
    expect(await lines()).toEqual(before);
  });
});

describe('after the sites have published, edited and copied', () => {
  beforeAll(async () => {
    server.showRound(world.rounds);
    await here.pollAll();
  });

  test('a correction goes to exactly those who were told', async () => {
    const calls = hook.calls.map(({ body }) => JSON.parse(body) as { type: string; key: string });
    const keysOf = (wanted: string) => calls.filter(({ type }) => type === wanted).map(({ key }) => key);
    const told = new Set(keysOf('judgement.first'));
    expect(keysOf('judgement.correction').length).toBeGreaterThan(0);
    for (const key of keysOf('judgement.correction')) expect(told).toContain(key);
  });

  test('the week’s digest holds the week’s judgements and says how much was polled', async () => {
    const digest = await gatherWeek(here.app.deps, { week: '2026-W25', asKnown: 'now', criteria: null });
    expect(digest.rows.length).toBeGreaterThan(0);
    for (const { event } of digest.rows)
      expect(event.day && event.day >= '2026-06-15' && event.day < '2026-06-22').toBe(true);
    expect(digest.coverage).toMatchObject({ sources: world.sites.length, failing: [] });
  });
});
