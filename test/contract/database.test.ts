import { type ChildProcess, fork } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/adapters/database/open.ts';
import { openDatabase } from '../../src/adapters/database/open.ts';
import type { Log } from '../../src/ports.ts';
import { backends, type OpenBackend, silent } from '../support/backends.ts';

let folder: string;
let migrations: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gradewatch-database-'));
  migrations = await migrationsFolder('two', {
    '20260101000000_first': 'CREATE TABLE note (id SERIAL PRIMARY KEY, text TEXT NOT NULL UNIQUE);',
    '20260102000000_second': 'ALTER TABLE note ADD COLUMN pair INTEGER;\nCREATE INDEX note_pair ON note (pair);\n',
  });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function migrationsFolder(name: string, files: Record<string, string>): Promise<string> {
  for (const [migration, sql] of Object.entries(files)) {
    await mkdir(join(folder, name, migration), { recursive: true });
    await writeFile(join(folder, name, migration, 'migration.sql'), sql);
  }
  return join(folder, name);
}

/** What is said of a database, but for its being opened or made, which is said each time. */
function listening(): Log & { events: string[] } {
  const events: string[] = [];
  const note = (event: string) => {
    if (event !== 'database.opening' && event !== 'database.creating') events.push(event);
  };
  return { events, info: note, warn: note, error: note };
}

/** A process that writes pairs of rows, each pair in one transaction, and reports the number of each pair it was promised. */
function writer(opened: OpenBackend): { child: ChildProcess; acknowledged: number[]; ended: Promise<void> } {
  const child = fork(fileURLToPath(new URL('../support/write-pairs.ts', import.meta.url)), {
    execArgv: ['--import', 'tsx'],
    env: {
      ...process.env,
      PAIRS: JSON.stringify({
        url: opened.database.connectionString,
        dataDir: opened.dataDir,
        migrationsDir: migrations,
      }),
    },
  });
  const acknowledged: number[] = [];
  child.on('message', (pair) => acknowledged.push(pair as number));
  return { child, acknowledged, ended: new Promise((resolve) => child.once('exit', () => resolve())) };
}

const opensOnce = backends().filter(({ name }) => name !== 'postgres+redis'); // the database is the same with and without Redis

for (const backend of opensOnce) {
  describe.skipIf(backend.missing)(
    `the database on ${backend.name}${backend.missing ? ` (${backend.missing})` : ''}`,
    () => {
      let opened: OpenBackend;
      let log: ReturnType<typeof listening>;
      let database: Database;
      const open = (migrationsDir: string, heard: Log) =>
        openDatabase({ url: opened.database.connectionString, dataDir: opened.dataDir, migrationsDir, log: heard });
      /** Another process opening the same database: on the embedded one only after the first has closed it. */
      const openAgain = async (migrationsDir = migrations, heard: Log = silent) => {
        if (database.mode === 'embedded') await database.close();
        const again = await open(migrationsDir, heard);
        if (database.mode === 'embedded') database = again;
        return again;
      };

      beforeAll(async () => {
        log = listening();
        opened = await backends({ migrationsDir: migrations, log })
          .find(({ name }) => name === backend.name)!
          .open();
        database = opened.database;
      });
      afterAll(async () => {
        await database.close();
        await opened.close();
      });

      test('a new database gets every migration, in order', async () => {
        const { rows } = await database.pool.query(
          `SELECT migration_name AS name, finished_at IS NOT NULL AS finished, applied_steps_count AS steps, length(checksum) AS sum
           FROM "_prisma_migrations" ORDER BY started_at`,
        );
        expect(rows).toEqual([
          { name: '20260101000000_first', finished: true, steps: 1, sum: 64 },
          { name: '20260102000000_second', finished: true, steps: 1, sum: 64 },
        ]);
        expect(log.events).toContain('database.migrated');
      });

      test('opening it again applies nothing', async () => {
        const heard = listening();
        const again = await openAgain(migrations, heard);
        expect(heard.events).toEqual([]);
        if (again !== database) await again.close();
      });

      test.skipIf(backend.name === 'embedded')(
        'of many that start at once on a new database, one migrates it',
        async () => {
          const none = await migrationsFolder('none', {});
          await mkdir(none, { recursive: true });
          const fresh = await backends({ migrationsDir: none })
            .find(({ name }) => name === backend.name)!
            .open();
          const heard = listening();
          const url = fresh.database.connectionString;
          const all = await Promise.all(
            Array.from({ length: 6 }, () => openDatabase({ url, dataDir: '', migrationsDir: migrations, log: heard })),
          );
          expect(heard.events).toEqual(['database.migrated']);
          for (const each of all) await each.close();
          await fresh.close();
        },
      );

      test('a migration that fails leaves nothing behind, and says which and why', async () => {
        const broken = await migrationsFolder('broken', {
          '20260101000000_first': 'CREATE TABLE note (id SERIAL PRIMARY KEY, text TEXT NOT NULL UNIQUE);',
          '20260102000000_second':
            'ALTER TABLE note ADD COLUMN pair INTEGER;\nCREATE INDEX note_pair ON note (pair);\n',
          '20260103000000_broken': 'CREATE TABLE half (id INTEGER); SELECT no_such_function();',
        });
        const failed =
          database.mode === 'embedded' ? database.close().then(() => open(broken, silent)) : open(broken, silent);
        await expect(failed).rejects.toThrow(/20260103000000_broken failed and was rolled back: .*no_such_function/);
        if (database.mode === 'embedded') database = await open(migrations, silent);
        const { rows } = await database.pool.query(
          `SELECT to_regclass('half') AS half, (SELECT count(*)::int FROM "_prisma_migrations") AS migrations`,
        );
        expect(rows).toEqual([{ half: null, migrations: 2 }]);
      });

      test('a database newer than the program, or an edited migration, is told and used', async () => {
        const older = await migrationsFolder('older', {
          '20260101000000_first': '-- edited\nCREATE TABLE note (id SERIAL PRIMARY KEY, text TEXT NOT NULL UNIQUE);',
        });
        const heard = listening();
        const again = await openAgain(older, heard);
        expect(heard.events).toEqual(['database.migrations_edited', 'database.newer_than_program']);
        if (again !== database) await again.close();
      });

      test('a migration another tool left half done stops the start', async () => {
        await database.pool.query(
          `INSERT INTO "_prisma_migrations" (id, checksum, migration_name) VALUES ('x', 'y', 'half_done')`,
        );
        const failed =
          database.mode === 'embedded'
            ? database.close().then(() => open(migrations, silent))
            : open(migrations, silent);
        await expect(failed).rejects.toThrow('half_done was begun by another tool and never finished');
        // As `prisma migrate resolve --rolled-back` would: without opening, so on the embedded one through a folder without migrations.
        if (database.mode === 'embedded') return resetEmbedded();
        await database.pool.query(`UPDATE "_prisma_migrations" SET rolled_back_at = now() WHERE id = 'x'`);
        const again = await openAgain();
        if (again !== database) await again.close();
      });

      /** The embedded database cannot be repaired from outside: the following tests get a new one. */
      async function resetEmbedded(): Promise<void> {
        await opened.close();
        opened = await backends({ migrationsDir: migrations })
          .find(({ name }) => name === backend.name)!
          .open();
        database = opened.database;
      }

      test('connections do not see each other’s open transactions', async () => {
        const one = await database.pool.connect();
        await one.query('BEGIN');
        await one.query("INSERT INTO note (text) VALUES ('unfinished')");
        const counted = database.pool.query<{ n: number }>(
          "SELECT count(*)::int AS n FROM note WHERE text = 'unfinished'",
        );
        // A server answers meanwhile; the embedded one makes the others wait for the end of the transaction.
        await new Promise((resolve) => setTimeout(resolve, 50));
        await one.query('ROLLBACK');
        one.release();
        expect((await counted).rows).toEqual([{ n: 0 }]);
      });

      test('a connection given up in a transaction is rolled back and holds nobody up', async () => {
        const one = await database.pool.connect();
        await one.query('BEGIN');
        await one.query("INSERT INTO note (text) VALUES ('given up')");
        one.release(true);
        await expect
          .poll(
            async () => (await database.pool.query("SELECT count(*)::int AS n FROM note WHERE text = 'given up'")).rows,
          )
          .toEqual([{ n: 0 }]);
      });

      test('of many that insert the same row at once, one does', async () => {
        const tried = await Promise.allSettled(
          Array.from({ length: 30 }, () => database.pool.query("INSERT INTO note (text) VALUES ('once')")),
        );
        const refused = tried.filter((each) => each.status === 'rejected');
        expect(refused.length).toBe(29);
        expect(refused.every(({ reason }) => reason.code === '23505')).toBe(true);
      });

      test('an error leaves the connection usable and carries the server’s code', async () => {
        await expect(database.pool.query('SELECT 1/0')).rejects.toMatchObject({ code: '22012' });
        expect((await database.pool.query('SELECT $1::text AS said', ['Grüße 🏛'])).rows).toEqual([{ said: 'Grüße 🏛' }]);
      });

      test('a long answer and a long question pass whole', async () => {
        const long = 'é'.repeat(3_000_000);
        const { rows } = await database.pool.query<{ text: string }>('SELECT $1::text AS text', [long]);
        expect(rows[0]!.text === long).toBe(true);
      });

      test('a notification reaches every connection that listens', async () => {
        const [one, two] = [await database.pool.connect(), await database.pool.connect()];
        const heard: string[] = [];
        for (const client of [one, two]) {
          await client.query('LISTEN news');
          client.on('notification', ({ payload }) => heard.push(payload ?? ''));
        }
        await database.pool.query("SELECT pg_notify('news', 'hello')");
        await expect.poll(() => heard).toEqual(['hello', 'hello']);
        one.release(true);
        two.release(true);
      });

      test('timers run while queries keep coming', async () => {
        let ticks = 0;
        const timer = setInterval(() => ticks++, 10);
        for (let queries = 0; ticks < 3 && queries < 20_000; queries++) await database.pool.query('SELECT 1');
        clearInterval(timer);
        // More than one may be due at once where the machine was busy.
        expect(ticks).toBeGreaterThanOrEqual(3);
      });

      test('housekeeping makes the room of deleted rows usable again', async () => {
        const fill = () =>
          database.pool.query(
            "INSERT INTO note (text) SELECT repeat('x', 500) || n FROM generate_series(1, 2000) AS n",
          );
        const size = async () =>
          Number((await database.pool.query("SELECT pg_relation_size('note') AS bytes")).rows[0].bytes);
        await fill();
        const before = await size();
        for (let round = 0; round < 4; round++) {
          await database.pool.query('DELETE FROM note');
          await database.housekeeping();
          if (database.mode === 'server') await database.pool.query('VACUUM note'); // its autovacuum would, later
          await fill();
        }
        expect(await size()).toBeLessThan(before * 1.5);
        await database.pool.query('DELETE FROM note');
      });

      // Each writer opens the database first; on a busy machine that takes its time.
      test('a process killed while it writes loses nothing it was promised and leaves no half pair', {
        timeout: 200_000,
      }, async () => {
        if (database.mode === 'embedded') await database.close();
        const promised: number[] = [];
        for (let round = 0; round < 3; round++) {
          const { child, acknowledged, ended } = writer(opened);
          await expect
            .poll(() => acknowledged.length, { timeout: 60_000, interval: 5 })
            .toBeGreaterThan(20 + round * 13);
          child.kill('SIGKILL');
          await ended;
          promised.push(...acknowledged);
        }
        if (database.mode === 'embedded') database = await open(migrations, silent);
        const { rows } = await database.pool.query<{ pair: number; n: number }>(
          'SELECT pair, count(*)::int AS n FROM note WHERE pair IS NOT NULL GROUP BY pair',
        );
        expect(rows.filter(({ n }) => n !== 2)).toEqual([]);
        const kept = new Set(rows.map(({ pair }) => pair));
        expect(promised.filter((pair) => !kept.has(pair))).toEqual([]);
      });

      test('closing twice is closing once', async () => {
        await Promise.all([database.close(), database.close()]);
      });
    },
  );
}
