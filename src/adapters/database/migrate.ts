/**
 * Brings a database up to this version's migrations at start, as `prisma migrate deploy` would and compatible with it in both
 * directions: the same ledger table, the same checksums, the same advisory lock. No schema engine is needed at run time.
 *
 * Unlike Prisma each file runs in a transaction, so that a failed one leaves nothing behind. `CREATE INDEX CONCURRENTLY`,
 * BEGIN/COMMIT and a new enum value used in the same file therefore do not belong in a migration. A statement that fills
 * rows begins a line with UPDATE: a restore runs it again over rows that come from before it.
 */
import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { giveUp } from '../../errors.ts';
import type { Log } from '../../ports.ts';

/** The advisory lock Prisma Migrate takes, so that starts and a real `migrate deploy` wait for each other. */
const PRISMA_MIGRATE_LOCK = 72_707_369;

/** Prisma's own ledger. Source: prisma-engines, sql-schema-connector, `_prisma_migrations`. */
const LEDGER = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL, "checksum" VARCHAR(64) NOT NULL, "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL, "logs" TEXT, "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(), "applied_steps_count" INTEGER NOT NULL DEFAULT 0)`;

interface LedgerRow {
  migration_name: string;
  checksum: string;
  finished_at: Date | null;
  rolled_back_at: Date | null;
}

export interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

/**
 * Applies what is missing, in order of name. Several starters at once wait for each other.
 *
 * @returns names applied now
 * @throws GiveUp when a migration fails (it is rolled back) or an earlier one was left half done
 */
export async function migrate(pool: pg.Pool, migrationsDir: string, log: Log): Promise<string[]> {
  const migrations = await readMigrations(migrationsDir);
  const client = await pool.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1::bigint)', [PRISMA_MIGRATE_LOCK]);
    await client.query(LEDGER);
    const done = await appliedMigrations(client);
    reportDrift(migrations, done, log);
    const missing = migrations.filter(({ name }) => !done.has(name));
    for (const migration of missing) await apply(client, migration);
    if (missing.length > 0) log.info('database.migrated', { migrations: missing.map(({ name }) => name) });
    return missing.map(({ name }) => name);
  } finally {
    await client.query('SELECT pg_advisory_unlock($1::bigint)', [PRISMA_MIGRATE_LOCK]).catch(() => {});
    client.release();
  }
}

/** The migrations of a folder in order. The checksum is over the file's bytes: line ends are part of it. */
export async function readMigrations(dir: string): Promise<Migration[]> {
  const entries = await readdir(dir, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(join(dir, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/** Statements of the migrations after this one that fill rows of an older shape, in order. */
export const fillingsSince = (migrations: readonly Migration[], last: string): string[] =>
  migrations.flatMap(({ name, sql }) => (name > last ? (sql.match(/^UPDATE\b[\s\S]*?;\s*$/gm) ?? []) : []));

async function appliedMigrations(client: pg.PoolClient): Promise<Map<string, string>> {
  const { rows } = await client.query<LedgerRow>(
    'SELECT migration_name, checksum, finished_at, rolled_back_at FROM "_prisma_migrations"',
  );
  const broken = rows.find((row) => row.finished_at === null && row.rolled_back_at === null);
  if (broken)
    throw giveUp(
      `Migration ${broken.migration_name} was begun by another tool and never finished. Repair the database, then run "prisma migrate resolve --applied ${broken.migration_name}" or "--rolled-back".`,
    );
  return new Map(
    rows.filter((row) => row.rolled_back_at === null).map((row) => [row.migration_name, row.checksum] as const),
  );
}

/** Edited or unknown migrations do not stop a start: during a rolling update an older version meets a newer database. */
function reportDrift(migrations: Migration[], done: Map<string, string>, log: Log): void {
  const known = new Map(migrations.map(({ name, checksum }) => [name, checksum] as const));
  const edited = [...done].filter(([name, checksum]) => known.has(name) && known.get(name) !== checksum);
  const unknown = [...done.keys()].filter((name) => !known.has(name));
  if (edited.length > 0) log.warn('database.migrations_edited', { migrations: edited.map(([name]) => name) });
  if (unknown.length > 0) log.warn('database.newer_than_program', { migrations: unknown });
}

async function apply(client: pg.PoolClient, { name, sql, checksum }: Migration): Promise<void> {
  const id = randomUUID();
  await client.query('BEGIN');
  try {
    await client.query(
      'INSERT INTO "_prisma_migrations" (id, checksum, migration_name, started_at) VALUES ($1, $2, $3, now())',
      [id, checksum, name],
    );
    await client.query(sql);
    await client.query(
      'UPDATE "_prisma_migrations" SET finished_at = clock_timestamp(), applied_steps_count = 1 WHERE id = $1',
      [id],
    );
    await client.query('COMMIT');
  } catch (cause) {
    await client.query('ROLLBACK').catch(() => {});
    throw giveUp(`Migration ${name} failed and was rolled back: ${(cause as Error).message}`, { cause });
  }
}
