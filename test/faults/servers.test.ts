import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '../../src/adapters/database/open.ts';
import { checkServer, createServerPool } from '../../src/adapters/database/server.ts';
import { openQueues } from '../../src/adapters/queue/open.ts';
import { openRedis } from '../../src/adapters/queue/redis.ts';
import { TryLater, WrongUse } from '../../src/errors.ts';
import type { Log } from '../../src/ports.ts';
import { type Backend, backends, productMigrations, silent } from '../support/backends.ts';
import { fakeRedis } from '../support/fake-redis.ts';
import { command } from '../support/processes.ts';
import { type FaultProxy, proxyTo } from '../support/proxy.ts';

const recent = { redis_version: '7.2.4', maxmemory_policy: 'noeviction', loading: '0' };

const redisServers: [string, Partial<typeof recent>, string[]][] = [
  ['is too old', { redis_version: '6.2.14' }, ['is Redis 6.2.14; Gradewatch needs 7 or later']],
  ['throws keys away', { maxmemory_policy: 'allkeys-lru' }, ['(maxmemory-policy allkeys-lru), and jobs with them']],
  ['is both', { redis_version: '5.0.3', maxmemory_policy: 'volatile-ttl' }, ['Redis 5.0.3', 'volatile-ttl']],
];
for (const [what, info, sentences] of redisServers)
  test(`a Redis that ${what} is refused, each fault with what to do, without its password`, async () => {
    const server = await fakeRedis({ ...recent, ...info });
    const refused = await openRedis(server.url, silent).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(WrongUse);
    const { faults } = refused as WrongUse;
    expect(faults).toHaveLength(sentences.length);
    for (const [index, sentence] of sentences.entries()) expect(faults[index]).toContain(sentence);
    expect(faults.join()).not.toContain('secret');
    await server.close();
  });

test('a Redis that is recent and keeps its keys is taken', async () => {
  const server = await fakeRedis(recent);
  (await openRedis(server.url, silent)).disconnect();
  await server.close();
});

test('no Redis at all: the sentence names the address and the reason', async () => {
  const refused = await openRedis('redis://:secret@127.0.0.1:1', silent).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(TryLater);
  expect((refused as Error).message).toMatch(
    /^REDIS_URL: no usable answer from 127\.0\.0\.1:1 \(.*ECONNREFUSED.*\)\. Is Redis running/,
  );
});

const databaseServers: [string, object, string][] = [
  [
    'is too old',
    { version: '14.9', number: 140_009, encoding: 'UTF8' },
    'db.example:5432/news is PostgreSQL 14.9; Gradewatch needs 15 or later',
  ],
  [
    'cannot store every letter',
    { version: '16.1', number: 160_001, encoding: 'SQL_ASCII' },
    'stores text as SQL_ASCII',
  ],
];
for (const [what, row, sentence] of databaseServers)
  test(`a PostgreSQL that ${what} is refused with what to do, without its password`, async () => {
    const pool = { query: async () => ({ rows: [row] }) } as unknown as pg.Pool;
    const refused = await checkServer(pool, 'postgres://user:secret@db.example/news').catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(WrongUse);
    expect((refused as Error).message).toContain(sentence);
    expect((refused as Error).message).not.toContain('secret');
  });

test('no PostgreSQL at all: the sentence names the address and the reason', async () => {
  const url = 'postgres://user:secret@127.0.0.1:1/news';
  const refused = await openDatabase({ url, dataDir: '', migrationsDir: productMigrations, log: silent }).catch(
    (error: unknown) => error,
  );
  expect(refused).toBeInstanceOf(TryLater);
  expect((refused as Error).message).toMatch(
    /^DATABASE_URL: no usable answer from 127\.0\.0\.1:1\/news \(.*ECONNREFUSED.*\)\. Is PostgreSQL running/,
  );
});

/** A back end whose servers are reached through proxies that can be cut. */
async function behindProxies(name: Backend['name'], log: Log) {
  const direct = await backends()
    .find((backend) => backend.name === name)!
    .open();
  const proxies = [await proxyTo(direct.database.connectionString!, 5432)];
  if (direct.redisUrl !== null) proxies.push(await proxyTo(direct.redisUrl, 6379));
  const database = await openDatabase({ url: proxies[0]!.url, dataDir: '', migrationsDir: productMigrations, log });
  const queues = await openQueues<{ read: { n: number } }>({
    redisUrl: proxies[1]?.url ?? null,
    database,
    prefix: direct.prefix,
    log,
    lockMs: 2_000,
  });
  return {
    database,
    queues,
    databaseUrl: proxies[0]!.url,
    each: (act: (proxy: FaultProxy) => void) => proxies.forEach(act),
    close: async () => {
      await queues.close();
      await database.close();
      for (const proxy of proxies) await proxy.close();
      await direct.close();
    },
  };
}

for (const backend of backends().filter(({ name }) => name !== 'embedded')) {
  const title = `when ${backend.name} goes away${backend.missing ? ` (${backend.missing})` : ''}`;
  describe.skipIf(backend.missing)(title, () => {
    let opened: Awaited<ReturnType<typeof behindProxies>>;
    const heard: string[] = [];
    const note = (event: string) => void heard.push(event);
    beforeAll(async () => {
      opened = await behindProxies(backend.name, { info: note, warn: note, error: note });
    });
    afterAll(() => opened.close());

    test('the process lives, in or out of a transaction, and goes on when it is back', async () => {
      const { pool } = opened.database;
      const inTransaction = await pool.connect();
      await inTransaction.query('BEGIN');
      const idle = await pool.connect();
      idle.release();
      opened.each((proxy) => proxy.down(true));
      await expect(inTransaction.query('SELECT 1')).rejects.toThrow();
      inTransaction.release(true);
      await expect(opened.database.ping(1_000)).rejects.toThrow();
      await expect(opened.queues.ping(1_000)).rejects.toThrow();
      opened.each((proxy) => proxy.down(false));
      await expect.poll(() => answers(opened.database.ping(1_000)), { timeout: 10_000 }).toBe(true);
      await expect.poll(() => answers(opened.queues.ping(1_000)), { timeout: 10_000 }).toBe(true);
      expect(heard).toContain('database.connection_lost');
    });

    test('a server that says nothing is noticed by whoever asks, within the time given', async () => {
      opened.each((proxy) => proxy.silent(true));
      await expect(opened.database.ping(300)).rejects.toThrow('did not answer within 300 ms');
      await expect(opened.queues.ping(300)).rejects.toThrow('did not answer within 300 ms');
      opened.each((proxy) => proxy.silent(false));
      opened.each((proxy) => proxy.cut());
      await expect.poll(() => answers(opened.database.ping(1_000)), { timeout: 10_000 }).toBe(true);
      await expect.poll(() => answers(opened.queues.ping(1_000)), { timeout: 10_000 }).toBe(true);
    });

    test('a query that is never answered is given up, and its connection is not used again', async () => {
      const proxy = await proxyTo(process.env.TEST_DATABASE_URL!, 5432);
      const pool = createServerPool(proxy.url, { max: 1, silentMs: 300 }, silent);
      const listening = await pool.connect();
      await listening.query('LISTEN news');
      await new Promise((resolve) => setTimeout(resolve, 500)); // silent, and well
      await listening.query('SELECT 1');
      listening.release();
      proxy.silent(true);
      await expect(pool.query('SELECT 1')).rejects.toThrow();
      proxy.silent(false);
      expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
      await pool.end();
      await proxy.close();
    });

    test('doctor lays a fault of the queue’s server at its door, not at the database’s', async () => {
      const server = await fakeRedis({ ...recent, redis_version: '6.2.14' });
      const GRADEWATCH_DATA = await mkdtemp(join(tmpdir(), 'gradewatch-doctor-'));
      const env = { GRADEWATCH_DATA, GRADEWATCH_SECRET: 'x'.repeat(40) };
      const { code, stdout } = await command(['doctor'], {
        ...env,
        DATABASE_URL: opened.databaseUrl,
        REDIS_URL: server.url,
      });
      await server.close();
      await rm(GRADEWATCH_DATA, { recursive: true });
      expect([code, stdout]).toEqual([1, expect.stringMatching(/^FAIL {2}queue {5}REDIS_URL: .*6\.2\.14/m)]);
      expect(stdout).toMatch(/^ok {4}database {2}server, answers/m);
    });

    test('cut connections cost no job', async () => {
      const { queues } = opened;
      const seen = new Set<number>();
      await queues.work('read', async ({ n }) => seen.add(n), { concurrency: 2, attempts: 5, backOffMs: 50 });
      for (let n = 0; n < 60; n++) {
        if (n % 20 === 10) opened.each((proxy) => proxy.cut());
        const put = () => answers(queues.put('read', { n }, { jobId: `read-${n}` }));
        await expect.poll(put, { timeout: 10_000 }).toBe(true);
      }
      await expect.poll(() => seen.size, { timeout: 30_000 }).toBe(60);
      await queues.runIdle();
    });
  });
}

const answers = (asked: Promise<unknown>): Promise<boolean> =>
  asked.then(
    () => true,
    () => false,
  );

test('a command whose database cannot be reached says so in one sentence', async () => {
  const ran = await command(['events', 'list'], {
    DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none',
    GRADEWATCH_SECRET: 'a secret of these tests and of nothing else',
  });
  expect(ran.code).toBe(1);
  expect(ran.stderr.trim().split('\n'), ran.stderr).toHaveLength(1);
});
