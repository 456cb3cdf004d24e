/** A backup carries everything but secrets from one store into another, across modes; a restored store sends nothing twice. */
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tablesInOrder } from '../../src/adapters/store/backup/tables.ts';
import { ANY } from '../../src/core/sending/route.ts';
import type { Channel } from '../../src/core/types.ts';
import { runToIdle } from '../../src/run-to-idle.ts';
import { askNewAddress } from '../../src/steps/change-address.ts';
import { subscribe } from '../../src/steps/subscribe.ts';
import { type Backend, backends } from '../support/backends.ts';
import { typed } from '../support/commands.ts';
import { anInstallation, type Installation } from '../support/installation.ts';
import { aPushService, type PushService } from '../support/push-service.ts';
import { aHookReceiver, aMailServer, type HookReceiver, type Inbox } from '../support/receivers.ts';
import { anArticle, publish } from '../support/told.ts';

const SECRET = 'the secret of the installation that is backed up';
const WEDNESDAY = '2026-03-18T10:00:00Z';
const NEXT_MONDAY = '2026-03-23T10:00:00Z';
const MONDAY_AFTER = '2026-03-30T10:00:00Z';
const CHANNELS: Channel[] = ['mail', 'webhook', 'slack', 'teams', 'push'];

const care = (council: string, published: string) =>
  anArticle({
    id: `${council.toLowerCase()}-${published}`,
    published,
    title: `${council} care rated good`,
    text: `The Care Quality Commission has rated ${council} Council's adult social care as good.`,
  });

let inbox: Inbox;
let hook: HookReceiver;
let pushes: PushService;
const opened: { close(): Promise<void> }[] = [];

beforeAll(async () => {
  [inbox, hook, pushes] = await Promise.all([aMailServer(), aHookReceiver(), aPushService()]);
});
afterAll(async () => {
  for (const each of opened.reverse()) await each.close();
  await Promise.all([inbox?.close(), hook?.close(), pushes?.close()]);
});

const backend = (name: Backend['name']) => backends().find((each) => each.name === name) as Backend;

/** An installation without a source, on the embedded database or on a new one of a server. */
async function installed(name: Backend['name'], now: string, secret = SECRET): Promise<Installation> {
  const env: Record<string, string> = {
    ...{ GRADEWATCH_NOW: `=${now}`, GRADEWATCH_SECRET: secret, SMTP_URL: inbox.url, GRADEWATCH_STORM: '100' },
    ...{ MAIL_FROM: 'alerts@gradewatch.example', GRADEWATCH_PUBLIC_URL: 'https://gradewatch.example' },
  };
  if (name !== 'embedded') {
    const server = await backend(name).open();
    opened.push(server);
    env.DATABASE_URL = server.database.connectionString ?? '';
  }
  const here = await anInstallation(env, { folder: 'config/demo', proposals: [] });
  opened.push(here);
  return here;
}

/** A week of two judgements: one told on every channel and in a digest, the other promised and not yet sent. */
async function aWeek(name: Backend['name']): Promise<Installation> {
  const here = await installed(name, WEDNESDAY);
  const { deps } = here.app;
  const asked = { criteria: ANY, note: null, confirmed: 'a test' };
  const address = (channel: Channel) => {
    if (channel === 'push') return pushes.browser();
    return channel === 'mail' ? 'desk@paper.example' : `${hook.url}/${channel}`;
  };
  for (const channel of CHANNELS)
    await subscribe(deps, { channel, address: address(channel), every: 'event', ...asked });
  await subscribe(deps, { channel: 'mail', address: 'week@paper.example', every: 'week', ...asked });
  // A source that was never asked: its state is JSON's null, which is not a missing value.
  const paper = {
    id: 'a-source',
    name: 'The Paper',
    url: 'https://paper.example/feed',
    kind: 'newspaper',
    format: 'rss',
  } as const;
  const silent = { ...paper, authority: null, status: 'dead', terms: 'headline-and-link', note: null } as const;
  await deps.store.addSource(silent, deps.now());
  const lease = { ...{ hub: 'https://hub.example/', topic: 'https://paper.example/feed', token: 't' }, lastPush: null };
  const secret = 'a-hub-signs-with-this';
  await deps.store.keepHubLease('a-source', { ...lease, secret, askedAt: WEDNESDAY, leaseUntil: null }, deps.now());
  await publish(here, care('Wading', '2026-03-17'));
  await runToIdle(here.app);
  deps.now = () => new Date(NEXT_MONDAY);
  await runToIdle(here.app);
  await publish(here, care('Southshire', '2026-03-22'));
  return here;
}

async function rowsOf({ app }: Installation): Promise<Record<string, unknown[]>> {
  const client = await app.database.pool.connect();
  try {
    const rows: Record<string, unknown[]> = {};
    for (const { name, key } of await tablesInOrder(client)) {
      const order = key.map((column) => `"${column}"`).join(', ');
      const found = await client.query(
        `SELECT to_jsonb(t)::text AS row, t::text AS exact FROM "${name}" t ORDER BY ${order}`,
      );
      rows[name] = found.rows
        .map(({ row, exact }) => ({ ...JSON.parse(row), exact }) as Record<string, unknown>)
        .filter((row) => name !== 'Fact' || !['installation', 'restored'].includes(String(row.name)));
    }
    return rows;
  } finally {
    client.release();
  }
}

const sent = () => inbox.mails.length + hook.calls.length + pushes.taken.length;
const ids = () => [
  ...inbox.mails.map(({ messageId, to }) => `${messageId} ${to}`),
  ...hook.calls.flatMap(({ headers }) => headers['webhook-id'] ?? []),
  ...pushes.taken.map(({ headers }) => headers.topic),
];

const WAYS = [
  ['embedded', 'embedded'],
  ['embedded', 'postgres'],
  ['postgres', 'embedded'],
] as const;

for (const [from, to] of WAYS)
  describe.skipIf(backend(from).missing ?? backend(to).missing)(`from ${from} to ${to}`, { timeout: 120_000 }, () => {
    let old: Installation;
    let fresh: Installation;
    let file: string;

    beforeAll(async () => {
      old = await aWeek(from);
      file = join(old.dataDir, 'a.backup');
      fresh = await installed(to, MONDAY_AFTER);
    }, 120_000);

    test('the file is its owner’s alone and holds no secret', async () => {
      const { code, err } = await typed(old.app, ['backup', file]);
      expect([code, err]).toEqual([0, '']);
      expect((await stat(file)).mode & 0o777).toBe(0o600);
      const text = gunzipSync(await readFile(file)).toString('utf8');
      expect(text).toContain('sealed:v1:');
      // Whoever has an address of Slack, Teams or a browser can post there.
      for (const secret of ['whsec_', 'a-hub-signs-with-this', '/slack', '/teams', pushes.origin, SECRET])
        expect(text).not.toContain(secret);
    });

    test('every row arrives as it was', async () => {
      const before = sent();
      const { code, err, out } = await typed(fresh.app, ['restore', file]);
      expect([code, err]).toEqual([0, '']);
      expect(out).toContain('2 events, 2 articles, 6 subscriptions');
      const [rows, restored] = [await rowsOf(old), await rowsOf(fresh)];
      expect(Object.keys(restored)).toEqual(Object.keys(rows));
      for (const table of Object.keys(rows)) expect(restored[table], table).toEqual(rows[table]);
      expect(rows.Alert).toHaveLength(2 * CHANNELS.length);
      expect(rows.Digest).toHaveLength(1);
      expect(sent()).toBe(before);
    });

    test('nothing is sent while it is on hold, whatever becomes due; doctor says how to end that', async () => {
      const before = sent();
      await runToIdle(fresh.app);
      await publish(fresh, care('Kelbury', '2026-03-29'));
      await runToIdle(fresh.app);
      await fresh.app.deps.queue.put(
        'send-alerts',
        (await fresh.app.deps.store.readersWaiting(fresh.app.deps.now(), 10)).map((subscriptionId) => ({
          subscriptionId,
        })),
      );
      await fresh.app.queues.runIdle();
      const ran = await typed(fresh.app, ['subscribe', '--email', 'new@paper.example', '--grade', 'good']);
      expect(ran.err).toContain('on hold');
      const reader = (await fresh.app.deps.store.subscriptions()).find(({ channel }) => channel === 'mail');
      const tested = await typed(fresh.app, ['subscriptions', 'test', reader?.id ?? '']);
      expect([tested.code, tested.err.includes('on hold')]).toEqual([1, true]);
      if (reader) await expect(askNewAddress(fresh.app.deps, reader, 'new@paper.example')).rejects.toThrow('on hold');
      expect(sent()).toBe(before);
      expect((await typed(fresh.app, ['doctor'])).out).toContain('restore --release');
    });

    test('released, it drops what waited, sends nothing twice and what is new once', async () => {
      const before = sent();
      const ran = await typed(fresh.app, ['restore', '--release', '--json']);
      expect(ran.json()).toMatchObject({ sent: false, alerts: 2 * CHANNELS.length, digests: 1, held: 0 });
      await runToIdle(fresh.app);
      // Who asked to be told while it was on hold is asked to confirm.
      expect(sent()).toBe(before + 1);
      expect(inbox.mails.at(-1)?.to).toEqual(['new@paper.example']);
      await publish(fresh, care('Northshire', '2026-03-30'));
      await runToIdle(fresh.app);
      await runToIdle(fresh.app);
      expect(sent()).toBe(before + 1 + CHANNELS.length);
      expect(new Set(ids()).size).toBe(ids().length);
      expect((await typed(fresh.app, ['restore', '--release'])).err).toContain('nothing to release');
    });

    test('what was dropped as told before is corrected to those who count as told', async () => {
      const before = sent();
      const { store } = fresh.app.deps;
      const [kelbury] = await store.events({ authorities: ['kelbury'] });
      const key = kelbury?.event.key ?? '';
      expect((await store.alertsOf([key])).map(({ state }) => state)).toEqual(CHANNELS.map(() => 'dropped'));
      await typed(fresh.app, ['events', 'retract', key, '--reason', 'a test']);
      await runToIdle(fresh.app);
      await expect.poll(sent).toBe(before + CHANNELS.length);
      expect(inbox.mails.at(-1)?.raw.replace(/=\r?\n/g, '')).toContain('<h1>Retracted: Kelbury');
    });
  });

/** A backup as it was made when the store had got no further than a migration. @param rowOf a row as it was then */
async function anOlderBackup(
  { app, dataDir }: Installation,
  shape: string,
  rowOf: (table: string, row: Record<string, unknown>) => Record<string, unknown>,
): Promise<string> {
  const file = join(dataDir, 'older.backup');
  await typed(app, ['backup', file]);
  const lines = gunzipSync(await readFile(file))
    .toString('utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const older = lines.map((line) => {
    if (!Array.isArray(line)) return line.shape ? { ...line, shape } : line;
    const [table, row] = line;
    return [table, rowOf(table, row)];
  });
  await writeFile(file, gzipSync(`${older.map((line) => JSON.stringify(line)).join('\n')}\n`));
  return file;
}

test('a backup of before visits kept their history: a restore gives them the article they stood in, and when it was first seen', {
  timeout: 120_000,
}, async () => {
  const old = await installed('embedded', WEDNESDAY);
  const visit = (title: string) =>
    anArticle({
      ...{ id: 'visit', published: null, title },
      text: `${title}: inspectors who made a third monitoring visit to Kelbury's children's services have seen steady steps forward.`,
    });
  await publish(old, visit('Ofsted sees steps in Kelbury'), visit('Ofsted sees steady steps in Kelbury'));
  await old.app.database.pool.query('DELETE FROM "Activity" WHERE "number" = 1');
  const file = await anOlderBackup(old, '20261129190826_suppressions', (table, row) => {
    const { number: _number, revision: _revision, publisher: _publisher, stands: _stands, ...older } = row;
    return table === 'Activity' ? { ...older, at: NEXT_MONDAY } : row;
  });
  const fresh = await installed('embedded', MONDAY_AFTER);
  expect((await typed(fresh.app, ['restore', file])).code).toBe(0);
  const { out } = await typed(fresh.app, ['digest', '--week', '2026-W12']);
  expect(out).toContain(
    'Kelbury: monitoring visit](<https://paper.example/visit>) (Ofsted sees steady steps in Kelbury, The Paper)',
  );
});

test('a backup of before former keys kept their reports: a restore fills them in, as the upgrade of that store would', {
  timeout: 120_000,
}, async () => {
  const old = await aWeek('embedded');
  const { pool } = old.app.database;
  const [{ key, findings }] = (
    await pool.query(
      `SELECT "key", ARRAY(SELECT r->>'findingId' FROM jsonb_array_elements("body"->'reports') r) AS findings FROM "Event" LIMIT 1`,
    )
  ).rows;
  await pool.query(
    `INSERT INTO "EventRevision" SELECT 'its.former.key', "number", "body", "at", "cause" FROM "EventRevision" WHERE "key" = $1`,
    [key],
  );
  await pool.query(
    `INSERT INTO "EventAlias" ("alias", "key", "at", "findingIds") VALUES ('its.former.key', $1, now(), $2)`,
    [key, findings],
  );
  const file = await anOlderBackup(old, '20261128173954_rate_limits', (table, row) => {
    const { findingIds: _ids, merged: _merged, ...older } = row;
    return table === 'EventAlias' ? older : row;
  });
  const fresh = await installed('embedded', MONDAY_AFTER);
  expect((await typed(fresh.app, ['restore', file])).code).toBe(0);
  const { rows } = await fresh.app.database.pool.query(
    'SELECT "alias", "key", "findingIds", "merged" FROM "EventAlias"',
  );
  expect(findings.length).toBeGreaterThan(0);
  expect(rows).toEqual([{ alias: 'its.former.key', key, findingIds: findings, merged: false }]);
});

describe('what cannot be restored', { timeout: 120_000 }, () => {
  let old: Installation;
  let fresh: Installation;
  let file: string;
  let text: string;

  beforeAll(async () => {
    old = await aWeek('embedded');
    fresh = await installed('embedded', MONDAY_AFTER, 'the secret of quite another installation');
    file = join(old.dataDir, 'a.backup');
    await typed(old.app, ['backup', file]);
    text = gunzipSync(await readFile(file)).toString('utf8');
  }, 120_000);

  const lines = () => text.trimEnd().split('\n');
  const headed = (over: object) =>
    gzipSync([JSON.stringify({ ...JSON.parse(lines()[0] ?? ''), ...over }), ...lines().slice(1)].join('\n'));
  const cases: [string, string, () => Promise<Uint8Array> | Uint8Array][] = [
    ['a file cut short', 'cut short', async () => (await readFile(file)).subarray(0, -2_000)],
    ['a file that lacks its last line', 'cut short', () => gzipSync(lines().slice(0, -1).join('\n'))],
    [
      'a file that lacks a row',
      'is damaged: rows of',
      () => gzipSync([...lines().slice(0, 1), ...lines().slice(2)].join('\n')),
    ],
    [
      'a file that lacks a row nothing refers to',
      'rows of Journal where it says',
      () =>
        gzipSync(
          lines()
            .toSpliced(
              lines().findIndex((line) => line.startsWith('["Journal"')),
              1,
            )
            .join('\n'),
        ),
    ],
    ['a file that goes on after its end', 'not a row', () => gzipSync(`${text}["Fact",{}]\n`)],
    ['an empty file', 'cut short', () => new Uint8Array()],
    ['text', 'not a backup', () => Buffer.from('dear diary')],
    ['another program’s lines', 'not a backup', () => gzipSync('{"table":"Event"}\n')],
    ['a newer file', 'newer version', () => headed({ v: 2 })],
    [
      'a file of a newer store',
      'newer version (99990101000000_later)',
      () => headed({ shape: '99990101000000_later' }),
    ],
    ['secrets of another installation', '5 secrets', () => readFile(file)],
  ];
  for (const [what, says, bytes] of cases)
    test(`${what}: one sentence, and nothing has changed`, async () => {
      const before = await rowsOf(fresh);
      const bad = join(fresh.dataDir, 'bad.backup');
      await writeFile(bad, await bytes());
      const { code, err } = await typed(fresh.app, ['restore', bad]);
      expect(err).toContain(says);
      expect(err.trimEnd().split('\n')).toHaveLength(1);
      expect(code).toBe(1);
      expect(await rowsOf(fresh)).toEqual(before);
      expect(await fresh.app.deps.store.isOnHold()).toBe(false);
    });

  test('nor into a store that holds something, nor from or to a place that is not there', async () => {
    const before = await rowsOf(old);
    expect((await typed(old.app, ['restore', file])).err).toContain('a backup goes into an empty one');
    expect(await rowsOf(old)).toEqual(before);
    expect((await typed(fresh.app, ['restore', join(fresh.dataDir, 'none')])).err).toContain('cannot be read');
    const nowhere = join(old.dataDir, 'no', 'folder');
    expect((await typed(old.app, ['backup', nowhere])).err).toContain(
      `${nowhere} cannot be written: there is no folder ${join(old.dataDir, 'no')}; make it first`,
    );
    expect((await typed(old.app, ['backup', old.dataDir])).err).toContain('cannot be written: it is a folder');
    expect((await typed(fresh.app, ['restore', file, '--release', '--without-secrets'])).code).toBe(2);
    expect((await typed(fresh.app, ['restore', '--send'])).err.trimEnd().split('\n')).toHaveLength(2);
  });

  test('without its secrets it is, and what needs them ends with the reason; --send then sends what waited', async () => {
    const before = sent();
    expect((await typed(fresh.app, ['restore', file, '--without-secrets', '--json'])).json()).toMatchObject({
      lostSecrets: 5,
    });
    const ended = await fresh.app.database.pool.query(
      `SELECT "channel", "endedReason" FROM "Subscription" WHERE "state" = 'ended' ORDER BY "channel"`,
    );
    expect(ended.rows).toEqual([
      { channel: 'push', endedReason: 'address_lost' },
      { channel: 'slack', endedReason: 'address_lost' },
      { channel: 'teams', endedReason: 'address_lost' },
      { channel: 'webhook', endedReason: 'secret_lost' },
    ]);
    expect(await fresh.app.deps.store.hubLease('a-source')).toBeNull();
    await runToIdle(fresh.app);
    expect(sent()).toBe(before);
    const released = await typed(fresh.app, ['restore', '--release', '--send']);
    expect([released.code, released.out]).toEqual([
      0,
      expect.stringMatching(/Sent now: (1 alert|\d+ alerts), (1 digest|\d+ digests) and /),
    ]);
    await runToIdle(fresh.app);
    // Southshire by mail, and the digest of the week that closed since.
    expect(sent()).toBe(before + 1 + 1);
  });
});

test('the message of the day of release tells what came after it, as what came before counts as told', {
  timeout: 120_000,
}, async () => {
  const old = await installed('embedded', WEDNESDAY);
  await subscribe(old.app.deps, {
    ...{ channel: 'webhook', address: `${hook.url}/by-day`, criteria: ANY, every: 'day', note: null },
    confirmed: 'a test',
  });
  const file = join(old.dataDir, 'by-day.backup');
  await typed(old.app, ['backup', file]);
  const fresh = await installed('embedded', MONDAY_AFTER);
  const at = (time: string) => {
    fresh.app.deps.now = () => new Date(time);
  };
  const told = async () => {
    const before = hook.calls.length;
    await runToIdle(fresh.app);
    return hook.calls
      .slice(before)
      .flatMap(({ body }) => JSON.parse(body).alerts.map(({ authority }: { authority: string }) => authority));
  };
  expect((await typed(fresh.app, ['restore', file])).code).toBe(0);
  at('2026-03-31T10:00:00Z');
  await publish(fresh, care('Wading', '2026-03-30'));
  at('2026-03-31T12:00:00Z');
  expect((await typed(fresh.app, ['restore', '--release'])).code).toBe(0);
  at('2026-03-31T14:00:00Z');
  await publish(fresh, care('Kelbury', '2026-03-31'));
  at('2026-04-01T09:00:00Z');
  expect(await told()).toEqual(['kelbury']);
  await publish(fresh, care('Southshire', '2026-04-01'));
  at('2026-04-02T09:00:00Z');
  expect(await told()).toEqual(['southshire']);
});
