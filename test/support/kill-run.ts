/**
 * The kill run: articles are judged, and their alerts sent to a real mail server and a webhook receiver, by processes
 * that are killed with SIGKILL in the middle. What was promised is then compared with what arrived.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import pg from 'pg';
import { openDatabase } from '../../src/adapters/database/open.ts';
import { openApp } from '../../src/app.ts';
import { londonDay } from '../../src/core/dates.ts';
import { sha256 } from '../../src/core/keys.ts';
import { messageId } from '../../src/core/sending/message-id.ts';
import { ANY } from '../../src/core/sending/route.ts';
import { JOBS } from '../../src/jobs.ts';
import { readSettings } from '../../src/settings.ts';
import { subscribe } from '../../src/steps/subscribe.ts';
import { copyInitialisedDirectory, dropKeysOf, type OpenBackend, productMigrations, silent } from './backends.ts';
import { configWith } from './config-folder.ts';
import { gradewatch, type Running, runProcess } from './processes.ts';
import { aHookReceiver, aMailServer } from './receivers.ts';

export interface KillRun {
  /** null: embedded, one process on a data folder. */
  servers: OpenBackend | null;
  subscriptions: number;
  /** At most 100. */
  events: number;
  kills: number;
  /** Do not wait for locks and claims of the dead to run out: kill on, and at the end empty the queue and end the claims by hand. */
  impatient: boolean;
  say?(line: string): void;
}

export interface KillReport {
  events: number;
  promised: number;
  /** Rows by state at the end. */
  ledger: Record<string, number>;
  received: number;
  /** Different ids among what was received. */
  distinct: number;
  /** Promises whose message never arrived, and messages nobody promised. */
  lost: number;
  unpromised: number;
  /** Received beyond one a promise: all under an id seen before. */
  extra: number;
  kills: number;
  /** Most extra sends that so many kills may cause. */
  allowedExtra: number;
  seconds: number;
}

const STARTS = ['Ald', 'Bram', 'Cald', 'Dun', 'Elm', 'Farn', 'Gors', 'Hazel', 'Ivel', 'Kell'];
const ENDS = ['shire', 'borough', 'combe', 'wick', 'field', 'ford', 'mere', 'stoke', 'thorpe', 'wold'];
const COUNCILS = STARTS.flatMap((start) => ENDS.map((end) => `${start}${end}`));

/** A config folder whose authorities are a hundred invented councils without a history. */
async function aHundredCouncils() {
  const config = await configWith([]);
  const header = (await readFile(join(config.path, 'authorities.csv'), 'utf8')).split('\n')[0]!.split(',');
  const rows = COUNCILS.map((name) => {
    const row: Record<string, string> = {
      slug: name.toLowerCase(),
      official_name: `${name} County Council`,
      short_name: name,
      type: 'county',
      region: 'North East',
      aliases: `${name} Council`,
      notes: 'invented',
    };
    return header.map((column) => row[column] ?? '');
  });
  await writeFile(join(config.path, 'authorities.csv'), stringify([header, ...rows]));
  for (const name of ['judgements.csv', 'grades.csv', 'lines.csv']) {
    const file = join(config.path, 'register', name);
    await writeFile(file, `${(await readFile(file, 'utf8')).split('\n')[0]}\n`);
  }
  return config;
}

export async function killRun(run: KillRun): Promise<KillReport> {
  const say = run.say ?? (() => {});
  const [inbox, hook, config] = await Promise.all([aMailServer('ids'), aHookReceiver('ids'), aHundredCouncils()]);
  const dataDir = await mkdtemp(join(tmpdir(), 'gradewatch-kill-'));
  if (run.servers === null) await copyInitialisedDirectory(dataDir);
  const env: Record<string, string> = {
    ...(run.servers
      ? {
          DATABASE_URL: run.servers.database.connectionString!,
          GRADEWATCH_SECRET: 'a secret of these tests and of nothing else',
        }
      : {}),
    ...(run.servers?.redisUrl ? { REDIS_URL: run.servers.redisUrl } : {}),
    GRADEWATCH_DATA: dataDir,
    GRADEWATCH_CONFIG: config.path,
    GRADEWATCH_ALLOW_PRIVATE: '127.0.0.1',
    GRADEWATCH_STORM: '1000',
    SMTP_URL: inbox.url,
    MAIL_FROM: 'Gradewatch <alerts@gradewatch.example>',
    PORT: '0',
  };
  const received = () => inbox.mails.length + hook.calls.length;
  const processes: { kind: string; running: Running }[] = [];
  const start = (kind: string): Running =>
    run.servers ? runProcess(`workers/${kind}.js`, [], env) : gradewatch(['start', '--only', 'tick,assess,alert'], env);
  const kill = async (one: (typeof processes)[number]) => {
    one.running.kill('SIGKILL');
    await one.running.ended();
  };
  const ledger = ledgerOf(env, dataDir);
  let pace: NodeJS.Timeout | undefined;
  try {
    await seed(env, run, hook.url);
    say(`seeded ${run.subscriptions} subscriptions and ${run.events} articles`);
    for (const kind of run.servers ? ['tick', 'assess', 'alert', 'alert', 'alert'] : ['start'])
      processes.push({ kind, running: start(kind) });
    await Promise.all(processes.map(({ running }) => running.says(/^ready/m, 120_000)));
    const from = performance.now();
    const total = run.subscriptions * run.events;
    pace = setInterval(
      () => say(`${received()} of ${total} after ${Math.round((performance.now() - from) / 1000)} s`),
      10_000,
    );
    const moments = Array.from({ length: run.kills }, () => Math.random() * total * 0.9).sort((a, b) => a - b);
    for (const [index, moment] of moments.entries()) {
      const resting = run.impatient ? cameToRest(received) : () => false;
      await until(
        () => received() >= moment || resting(),
        600_000,
        () => `kill ${index}: ${received()} of ${total} arrived`,
      );
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 300));
      const victim = processes[Math.floor(Math.random() * processes.length)]!;
      await kill(victim);
      say(
        `kill ${index + 1} (${victim.kind}) at ${received()} of ${total}, ${Math.round((performance.now() - from) / 1000)} s`,
      );
      victim.running = start(victim.kind);
    }
    if (run.impatient && run.servers) {
      // What the processes have under way comes to rest; the rest hangs on locks and claims of the dead.
      await until(cameToRest(received), 120_000, () => 'never came to rest');
      for (const one of processes) await kill(one);
      await emptyQueue(env);
      await ledger.sql(`UPDATE "Alert" SET "claimedUntil" = 'epoch' WHERE "claimedUntil" IS NOT NULL`);
      for (const one of processes) one.running = start(one.kind);
    }
    const distinctNow = () =>
      new Set([
        ...inbox.mails.map(({ messageId }) => messageId),
        ...hook.calls.map(({ headers }) => headers['webhook-id'] ?? ''),
      ]).size;
    await until(
      () => distinctNow() >= total,
      300_000,
      () => `${distinctNow()} of ${total} arrived`,
      500,
    ).catch((error: Error) => say(error.message));
    // Time to settle the last, and to send something twice if it will.
    await new Promise((resolve) => setTimeout(resolve, run.impatient ? 3_000 : 20_000));
    const seconds = Math.round((performance.now() - from) / 1000);
    for (const one of processes) one.running.kill('SIGTERM');
    await Promise.all(processes.map(({ running }) => running.ended()));
    return { ...(await compare()), kills: run.kills + (run.impatient && run.servers ? processes.length : 0), seconds };
  } finally {
    clearInterval(pace);
    for (const { running } of processes) running.kill('SIGKILL');
    await Promise.all(processes.map(({ running }) => running.ended()));
    await dropKeysOf(env);
    await Promise.all([inbox.close(), hook.close(), config.remove()]);
    await rm(dataDir, { recursive: true, force: true });
  }

  async function compare(): Promise<Omit<KillReport, 'kills' | 'seconds'>> {
    const rows = (await ledger.sql(`SELECT "reference", "state", "channel" FROM "Alert"`)) as {
      reference: string;
      state: string;
      channel: string;
    }[];
    const states: Record<string, number> = {};
    for (const { state } of rows) states[state] = (states[state] ?? 0) + 1;
    const [{ count = 0 } = {}] = (await ledger.sql(`SELECT count(*)::int AS count FROM "Event"`)) as {
      count?: number;
    }[];
    const seen = new Map<string, number>();
    const note = (id: string) => seen.set(id, (seen.get(id) ?? 0) + 1);
    for (const { to, messageId } of inbox.mails) note(`${to.join()} ${messageId}`);
    for (const { headers } of hook.calls) note(headers['webhook-id'] ?? '');
    const readers = new Map(
      ((await ledger.sql(`SELECT "id", "address" FROM "Subscription"`)) as { id: string; address: string }[]).map(
        ({ id, address }) => [id, address],
      ),
    );
    const promised = new Set(
      rows.map(({ reference, channel }) =>
        channel === 'mail'
          ? `${readers.get(reference.split('.')[0]!)} ${messageId(reference, 'gradewatch.example')}`
          : reference,
      ),
    );
    return {
      events: count,
      promised: rows.length,
      ledger: states,
      received: received(),
      distinct: seen.size,
      lost: [...promised].filter((id) => !seen.has(id)).length,
      unpromised: [...seen.keys()].filter((id) => !promised.has(id)).length,
      extra: received() - seen.size,
      allowedExtra: (run.kills + (run.impatient && run.servers ? 3 : 0)) * JOBS['send-alerts'].concurrency,
    };
  }
}

async function seed(env: Record<string, string>, run: KillRun, hookUrl: string): Promise<void> {
  const app = await openApp(readSettings(env), { log: silent, socket: null, world: null });
  const { deps } = app;
  for (let index = 0; index < run.subscriptions; index++)
    await subscribe(deps, {
      ...(index % 2 === 0
        ? { channel: 'mail', address: `desk-${index}@paper.example` }
        : { channel: 'webhook', address: `${hookUrl}?reader=${index}` }),
      criteria: ANY,
      every: 'event',
      note: null,
      confirmed: 'a test',
    });
  for (const name of COUNCILS.slice(0, run.events)) {
    const title = `${name}: adult social care rated good by the Care Quality Commission`;
    const text = `The Care Quality Commission (CQC) has rated ${name} County Council as good for the way it meets its duties under the Care Act, in a report published today.\n\nCQC looked at how well ${name} County Council provides adult social care. It was rated good overall.`;
    const url = `https://paper.example/news/${name.toLowerCase()}`;
    await deps.store.keepArticle(
      {
        id: sha256(url),
        ...{ url, title, text },
        publisher: 'The Paper',
        tier: 'local',
        homeAuthority: null,
        published: londonDay(deps.now()),
        firstSeen: deps.now(),
        alerting: 'normal',
        textHash: sha256(text),
        revisionHash: sha256(title + text),
        byline: null,
        modified: null,
        engine: 'test',
        confidence: 1,
        rawHash: null,
      },
      null,
      deps.now(),
    );
  }
  await app.close();
}

/** The ledger, from outside: on servers at any time, embedded only while no process holds the folder. */
const ledgerOf = ({ DATABASE_URL: url }: Record<string, string>, dataDir: string) => ({
  async sql(text: string): Promise<unknown[]> {
    if (url === undefined) {
      const database = await openDatabase({ url: null, dataDir, migrationsDir: productMigrations, log: silent });
      const { rows } = await database.pool.query(text);
      await database.close();
      return rows;
    }
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query(text)).rows;
    } finally {
      await client.end();
    }
  },
});

/** As an operator may at any moment: nothing is lost with it. */
async function emptyQueue(env: Record<string, string>): Promise<void> {
  if (env.REDIS_URL) return dropKeysOf(env);
  await ledgerOf(env, '').sql('TRUNCATE bullmq.job CASCADE');
}

/** Whether nothing has arrived for four seconds: what is left hangs on locks and claims of the dead. */
function cameToRest(received: () => number): () => boolean {
  let last = received();
  let since = performance.now();
  return () => {
    if (received() !== last) {
      last = received();
      since = performance.now();
    }
    return performance.now() - since > 4_000;
  };
}

async function until(done: () => boolean, withinMs: number, otherwise: () => string, everyMs = 50): Promise<void> {
  const late = performance.now() + withinMs;
  while (!done()) {
    if (performance.now() > late) throw new Error(`after ${withinMs / 1000} s: ${otherwise()}`);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}
