/**
 * The back ends every contract test runs on: the embedded one always, a server's when the environment names them.
 *
 * `TEST_DATABASE_URL` and `TEST_REDIS_URL` name servers where databases and keys of our own may be made; both are gone after
 * the test. Without them a test is skipped, which the report shows; where `CI` is set it fails instead.
 */
import { createHash, randomBytes } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Redis } from 'ioredis';
import pg from 'pg';
import { type Database, openDatabase } from '../../src/adapters/database/open.ts';
import { openQueuePool } from '../../src/adapters/queue/postgres.ts';
import { queuePrefix } from '../../src/app.ts';
import type { Log } from '../../src/ports.ts';

export interface OpenBackend {
  database: Database;
  /** For `openQueues`; null where the queue lives in the database. */
  redisUrl: string | null;
  /** Prefix of the keys in Redis. */
  prefix: string;
  /** A throw-away folder; in embedded mode it holds the database. */
  dataDir: string;
  /** Opens the same database again, as another process would after this one has closed it. */
  reopen(): Promise<Database>;
  /** Closes the database and removes what was made. */
  close(): Promise<void>;
}

export interface Backend {
  name: 'embedded' | 'postgres' | 'postgres+redis';
  /** Why it cannot be opened here, null when it can. */
  missing: string | null;
  open(): Promise<OpenBackend>;
}

export interface BackendOptions {
  migrationsDir?: string;
  log?: Log;
}

export const silent: Log = { info() {}, warn() {}, error() {} };
export const productMigrations = fileURLToPath(new URL('../../prisma/migrations', import.meta.url));

/** @param options where the migrations are (the product's own unless told) and who hears the log */
export function backends(options: BackendOptions = {}): Backend[] {
  const { TEST_DATABASE_URL: databaseUrl, TEST_REDIS_URL: redisUrl } = process.env;
  const without = (...names: string[]) => {
    const missing = names.filter((name) => !process.env[name]);
    if (missing.length === 0) return null;
    const reason = `${missing.join(' and ')} not set`;
    if (process.env.CI) throw new Error(`${reason}: in CI the servers' contract tests must run`);
    return reason;
  };
  return [
    { name: 'embedded', missing: null, open: () => openEmbedded(options) },
    { name: 'postgres', missing: without('TEST_DATABASE_URL'), open: () => openServer(databaseUrl!, null, options) },
    {
      name: 'postgres+redis',
      missing: without('TEST_DATABASE_URL', 'TEST_REDIS_URL'),
      open: () => openServer(databaseUrl!, redisUrl!, options),
    },
  ];
}

async function openEmbedded({ migrationsDir = productMigrations, log = silent }: BackendOptions): Promise<OpenBackend> {
  const dataDir = await mkdtemp(join(tmpdir(), 'gradewatch-test-'));
  await copyInitialisedDirectory(dataDir, migrationsDir);
  const open = () => openDatabase({ url: null, dataDir, migrationsDir, log });
  return handle(await open(), open, { redisUrl: null, prefix: 'embedded', dataDir }, async () => {});
}

async function openServer(
  serverUrl: string,
  redisUrl: string | null,
  { migrationsDir = productMigrations, log = silent }: BackendOptions,
): Promise<OpenBackend> {
  const name = `gradewatch_test_${randomBytes(6).toString('hex')}`;
  await onServer(serverUrl, `CREATE DATABASE ${name} ENCODING 'UTF8' TEMPLATE template0`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const dataDir = await mkdtemp(join(tmpdir(), 'gradewatch-test-'));
  const open = () => openDatabase({ url: url.href, dataDir, migrationsDir, log });
  return handle(await open(), open, { redisUrl, prefix: name, dataDir }, async () => {
    await onServer(serverUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    if (redisUrl !== null) await dropKeys(redisUrl, name);
  });
}

function handle(
  database: Database,
  open: () => Promise<Database>,
  rest: Pick<OpenBackend, 'redisUrl' | 'prefix' | 'dataDir'>,
  remove: () => Promise<void>,
): OpenBackend {
  const opened = [database];
  return {
    ...rest,
    database,
    reopen: async () => {
      const again = await open();
      opened.push(again);
      return again;
    },
    close: async () => {
      for (const each of opened) await each.close();
      await remove();
      await rm(rest.dataDir, { recursive: true, force: true });
    },
  };
}

async function onServer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** Drops the keys of processes that were started with these settings. */
export async function dropKeysOf({ DATABASE_URL, REDIS_URL }: Record<string, string>): Promise<void> {
  if (!REDIS_URL) return;
  const client = new pg.Client({ connectionString: DATABASE_URL });
  await client.connect();
  const { rows } = await client.query<{ value: string }>(`SELECT "value" FROM "Fact" WHERE "name" = 'installation'`);
  await client.end();
  if (rows[0]) await dropKeys(REDIS_URL, queuePrefix(rows[0].value));
}

async function dropKeys(url: string, prefix: string): Promise<void> {
  const redis = new Redis(url);
  try {
    for await (const keys of redis.scanStream({ match: `${prefix}:*`, count: 500 }))
      if (keys.length > 0) await redis.del(keys);
  } finally {
    redis.disconnect();
  }
}

/**
 * `initdb` and the tables take seconds; tests copy a directory that has them, kept where tools keep their caches.
 *
 * @param migrationsDir a test with migrations of its own gets a directory without any tables, and sees them made
 */
export async function copyInitialisedDirectory(dataDir: string, migrationsDir = productMigrations): Promise<void> {
  const bare = migrationsDir !== productMigrations;
  const cache = join(modules, '.cache/gradewatch', `embedded-${bare ? 'bare' : 'ready'}-${contents(bare)}`);
  if (!existsSync(cache)) {
    const making = `${cache}.${process.pid}`;
    const nothing = join(making, 'no-migrations');
    await mkdir(nothing, { recursive: true });
    const open = { url: null, dataDir: making, migrationsDir: bare ? nothing : migrationsDir, log: silent };
    const database = await openDatabase(open);
    if (!bare) await (await openQueuePool(database, silent)).end();
    await database.close();
    await rename(join(making, 'database'), cache).catch(() => {}); // another test file was first
    await rm(making, { recursive: true, force: true });
  }
  cpSync(cache, join(dataDir, 'database'), { recursive: true });
}

const modules = fileURLToPath(new URL('../../node_modules', import.meta.url));

/** Names what a prepared directory was made of, so that another engine, queue or migration has one of its own. */
function contents(bare: boolean): string {
  const hash = createHash('sha256');
  for (const made of ['@electric-sql/pglite', 'bullmq']) hash.update(readFileSync(join(modules, made, 'package.json')));
  const files = bare ? [] : readdirSync(productMigrations, { recursive: true, encoding: 'utf8' }).sort();
  for (const file of files)
    if (file.endsWith('.sql')) hash.update(file).update(readFileSync(join(productMigrations, file)));
  return hash.digest('hex').slice(0, 12);
}
