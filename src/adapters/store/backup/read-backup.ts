import type { Pool, PoolClient } from 'pg';
import { z } from 'zod';
import { endedReason } from '../../../core/sending/ended.ts';
import { giveUp } from '../../../errors.ts';
import { linesOf, parsed } from './lines.ts';
import { isSealed, mapSecrets, unseal } from './seal.ts';
import { type Column, INSTALLATION, isJson, quoted, RESTORED, type Table, tablesInOrder } from './tables.ts';

const BATCH_ROWS = 500;
const BATCH_CHARS = 4_000_000;

/** SQLSTATE of values and of constraints: the rows are wrong, not the database. */
const REFUSED = /^2[23]/;

const HEAD = z.object({ gradewatch: z.literal('backup'), v: z.number(), shape: z.string(), at: z.string() });
const ROW = z.tuple([z.string(), z.record(z.string(), z.unknown())]);
const FOOT = z.object({ rows: z.record(z.string(), z.number()) });

type Head = z.infer<typeof HEAD>;

export interface RestoreOptions {
  /** The installation's, under which the backup's secrets were sealed. */
  secret: string;
  /** Do without secrets that were sealed under another: webhook subscriptions that had one end. */
  withoutSecrets: boolean;
  /** Statements that fill rows of a store which had got no further than this migration. */
  fillingsSince(migration: string): string[];
  now: Date;
}

export interface Restored {
  /** When the backup was made. */
  at: Date;
  rows: Record<string, number>;
  /** Secrets that are lost. */
  lost: number;
}

/**
 * Fills an empty store from a backup and puts sending on hold, in one transaction: all of it or nothing. Rows of an older
 * shape get what came later as a migration of them would have given it: its defaults, then what it fills in.
 *
 * @throws GiveUp (no backup, cut short, made by a newer version, secrets of another installation, or the store holds something)
 */
export async function readBackup(pool: Pool, file: string, options: RestoreOptions): Promise<Restored> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const tables = await tablesInOrder(client);
    await empty(client, tables);
    const restored = await load(client, file, new Map(tables.map((table) => [table.name, table])), options.secret);
    for (const filling of options.fillingsSince(restored.shape)) await client.query(filling);
    if (restored.lost > 0) await doWithout(client, restored.lost, options);
    for (const { name, serial } of tables)
      if (serial)
        await client.query(
          `SELECT setval(pg_get_serial_sequence($1, $2), COALESCE(max(${quoted(serial)}), 1), max(${quoted(serial)}) IS NOT NULL) FROM ${quoted(name)}`,
          [quoted(name), serial],
        );
    await client.query('INSERT INTO "Fact" ("name", "value", "at") VALUES ($1, $2, $3::timestamp)', [
      RESTORED,
      restored.at.toISOString(),
      options.now.toISOString(),
    ]);
    await client.query('COMMIT');
    const { shape: _, ...done } = restored;
    return done;
  } catch (cause) {
    await client.query('ROLLBACK').catch(() => {});
    throw cause;
  } finally {
    client.release();
  }
}

/** A webhook without its secret can sign nothing, Slack, Teams and browsers without address are nowhere; a hub is asked anew. */
async function doWithout(client: PoolClient, lost: number, { withoutSecrets, now }: RestoreOptions): Promise<void> {
  if (!withoutSecrets)
    throw giveUp(
      `${lost} ${lost === 1 ? 'secret' : 'secrets'} of the backup (signing secrets, addresses of Slack, Teams and browsers) cannot be opened here: set GRADEWATCH_SECRET to the old installation’s (the file "secret" in its data folder), or restore with --without-secrets, which ends the subscriptions they belong to; nothing was restored`,
    );
  await client.query(
    `UPDATE "Subscription" SET "state" = 'ended', "endedAt" = $1::timestamp, "runningKey" = NULL,
       "endedReason" = CASE "channel" WHEN 'webhook' THEN $2 ELSE $3 END
     WHERE "state" <> 'ended' AND ("channel" = 'webhook' AND "secret" IS NULL
       OR "channel" IN ('slack', 'teams', 'push') AND "address" IS NULL)`,
    [now.toISOString(), endedReason('secret_lost'), endedReason('address_lost')],
  );
  await client.query(`DELETE FROM "Fact" WHERE "name" LIKE 'push:%'`);
}

/** What a start alone leaves (the proposed sources) may go; what was read, or asked for, may not. */
const HOLDINGS = ['Article', 'Event', 'Subscription'];

async function empty(client: PoolClient, tables: readonly Table[]): Promise<void> {
  for (const name of HOLDINGS) {
    const { rows } = await client.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${quoted(name)}`);
    const n = rows[0]?.n ?? 0;
    if (n > 0)
      throw giveUp(
        `this store holds ${n} ${n === 1 ? 'row' : 'rows'} of ${name} already; a backup goes into an empty one: choose another GRADEWATCH_DATA or DATABASE_URL`,
      );
  }
  for (const { name } of [...tables].reverse())
    if (name === 'Fact') await client.query('DELETE FROM "Fact" WHERE "name" <> $1', [INSTALLATION]);
    else await client.query(`DELETE FROM ${quoted(name)}`);
}

async function load(
  client: PoolClient,
  file: string,
  tables: ReadonlyMap<string, Table>,
  secret: string,
): Promise<Restored & { shape: string }> {
  const counts: Record<string, number> = {};
  let head: Head | null = null;
  let foot: z.infer<typeof FOOT> | null = null;
  let lost = 0;
  let batch: Record<string, unknown>[] = [];
  let [current, chars, number] = ['', 0, 0];
  const opened = (sealed: string) => {
    const plain = isSealed(sealed) ? unseal(sealed, secret) : sealed;
    if (plain === null) lost += 1;
    return plain;
  };
  const flush = async () => {
    const table = tables.get(current);
    if (batch.length > 0 && table) await insert(client, table, batch, file);
    [batch, chars] = [[], 0];
  };
  for await (const text of linesOf(file)) {
    number += 1;
    const value = parsed(text, file, number);
    if (head === null) {
      head = await headOf(client, value, file);
      continue;
    }
    const row = ROW.safeParse(value).data;
    if (!row && !foot) {
      foot = FOOT.safeParse(value).data ?? null;
      if (foot) continue; // whatever follows it is none of ours
    }
    if (!row || foot || !tables.has(row[0])) throw giveUp(`${file} line ${number} is not a row of a backup`);
    if (row[0] !== current || batch.length >= BATCH_ROWS || chars >= BATCH_CHARS) await flush();
    current = row[0];
    batch.push(mapSecrets(row[1], opened));
    chars += text.length;
    counts[current] = (counts[current] ?? 0) + 1;
  }
  await flush();
  if (!head || !foot) throw giveUp(`${file} ends early, after ${number} lines: it was cut short, nothing was restored`);
  for (const [name, rows] of Object.entries(foot.rows))
    if ((counts[name] ?? 0) !== rows)
      throw giveUp(`${file}: ${counts[name] ?? 0} rows of ${name} where it says ${rows}; nothing was restored`);
  return { at: new Date(head.at), rows: foot.rows, lost, shape: head.shape };
}

async function headOf(client: PoolClient, value: unknown, file: string): Promise<Head> {
  const { data: head } = HEAD.safeParse(value);
  if (!head) throw giveUp(`${file} is not a backup of this program: its first line does not say so`);
  const known = await client.query('SELECT 1 FROM _prisma_migrations WHERE migration_name = $1', [head.shape]);
  if (head.v !== 1 || known.rows.length === 0)
    throw giveUp(`${file} was made by a newer version (${head.shape}): restore it with that version or a later one`);
  return head;
}

async function insert(client: PoolClient, table: Table, rows: Record<string, unknown>[], file: string): Promise<void> {
  const [given, known] = [Object.keys(rows[0] ?? {}), table.columns.map(({ name }) => name)];
  const strange = given.filter((name) => !known.includes(name));
  if (strange.length > 0)
    throw giveUp(`${file}: ${table.name} has no ${strange.join(', ')} here; the backup is of a newer version`);
  const columns = table.columns.filter(({ name }) => given.includes(name));
  const list = (write: (column: Column) => string) => columns.map((column) => quoted(column.name) + write(column));
  const sql = `INSERT INTO ${quoted(table.name)} (${list(() => '')}) SELECT ${list((column) => (isJson(column) ? `::${column.type}` : ''))}
    FROM json_to_recordset($1::json) AS t(${list((column) => ` ${isJson(column) ? 'text' : column.type}`)})`;
  try {
    await client.query(sql, [JSON.stringify(rows)]);
  } catch (cause) {
    const { code = '', message } = cause as { code?: string; message: string };
    if (!REFUSED.test(code)) throw cause;
    throw giveUp(`${file} is damaged: rows of ${table.name} do not fit (${message}); nothing was restored`, { cause });
  }
}
