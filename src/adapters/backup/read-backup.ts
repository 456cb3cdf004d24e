import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import type { Pool, PoolClient } from 'pg';
import { z } from 'zod';
import { giveUp } from '../../errors.ts';
import { isSealed, mapSecrets, unseal } from './seal.ts';
import { quoted, type Table, tablesInOrder } from './tables.ts';

const BATCH_ROWS = 500;
const BATCH_CHARS = 4_000_000;

const HEAD = z.object({ gradewatch: z.literal('backup'), v: z.literal(1), shape: z.string(), at: z.string() });
const ROW = z.tuple([z.string(), z.record(z.string(), z.unknown())]);
const FOOT = z.object({ rows: z.record(z.string(), z.number()) });

export interface Restored {
  /** When the backup was made. */
  at: Date;
  rows: Record<string, number>;
  /** Secrets that were sealed under another installation's secret and are lost. */
  unreadable: number;
}

/**
 * Fills an empty store from a backup, in one transaction: all of it or nothing. Rows of an older shape get the defaults of
 * what came later.
 *
 * @param secret the installation's, under which the backup's secrets were sealed
 * @throws GiveUp (no backup, cut short, made by a newer version, or the store holds something)
 */
export async function readBackup(pool: Pool, file: string, secret: string): Promise<Restored> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const tables = await tablesInOrder(client);
    await empty(client, tables);
    const restored = await load(client, file, new Map(tables.map((table) => [table.name, table])), secret);
    for (const { name, serial } of tables)
      if (serial)
        await client.query(
          `SELECT setval(pg_get_serial_sequence($1, $2), COALESCE(max(${quoted(serial)}), 1), max(${quoted(serial)}) IS NOT NULL) FROM ${quoted(name)}`,
          [quoted(name), serial],
        );
    await client.query('COMMIT');
    return restored;
  } catch (cause) {
    await client.query('ROLLBACK').catch(() => {});
    throw cause;
  } finally {
    client.release();
  }
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
  for (const { name } of tables.toReversed()) if (name !== 'Fact') await client.query(`DELETE FROM ${quoted(name)}`);
}

async function load(
  client: PoolClient,
  file: string,
  tables: ReadonlyMap<string, Table>,
  secret: string,
): Promise<Restored> {
  const counts: Record<string, number> = {};
  let head: z.infer<typeof HEAD> | null = null;
  let foot: z.infer<typeof FOOT> | null = null;
  let unreadable = 0;
  let batch: Record<string, unknown>[] = [];
  let [current, chars] = ['', 0];
  const opened = (sealed: string) => {
    if (!isSealed(sealed)) return sealed;
    const plain = unseal(sealed, secret);
    if (plain === null) unreadable += 1;
    return plain;
  };
  const flush = async () => {
    const table = tables.get(current);
    if (batch.length > 0 && table) await insert(client, table, batch, file);
    [batch, chars] = [[], 0];
  };
  let number = 0;
  for await (const text of linesOf(file)) {
    number += 1;
    const value = parsed(text, file, number);
    if (head === null) {
      head = HEAD.safeParse(value).data ?? null;
      if (head === null) throw giveUp(`${file} is not a backup of this program: its first line does not say so`);
      continue;
    }
    foot = FOOT.safeParse(value).data ?? null;
    if (foot) break;
    const row = ROW.safeParse(value).data;
    if (!row || !tables.has(row[0]))
      throw giveUp(
        `${file} line ${number}: ${row ? `there is no table ${row[0]} here; the backup is of a newer version (${head.shape})` : 'not a row of a backup'}`,
      );
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
  return { at: new Date(head.at), rows: foot.rows, unreadable };
}

async function insert(client: PoolClient, table: Table, rows: Record<string, unknown>[], file: string): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  const strange = columns.filter((column) => !table.columns.includes(column));
  if (strange.length > 0)
    throw giveUp(`${file}: ${table.name} has no ${strange.join(', ')} here; the backup is of a newer version`);
  const list = columns.map(quoted).join(', ');
  await client.query(
    `INSERT INTO ${quoted(table.name)} (${list}) SELECT ${list} FROM json_populate_recordset(NULL::${quoted(table.name)}, $1::json)`,
    [JSON.stringify(rows)],
  );
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const input = createReadStream(file).on('error', (error) => gunzip.destroy(error));
  const gunzip = input.pipe(createGunzip());
  try {
    yield* createInterface({ input: gunzip, crlfDelay: Number.POSITIVE_INFINITY });
  } catch (cause) {
    throw giveUp(`${file} cannot be read: ${(cause as Error).message}`, { cause });
  } finally {
    input.destroy();
  }
}

function parsed(text: string, file: string, line: number): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw giveUp(`${file} line ${line} is cut short or not JSON; nothing was restored`, { cause });
  }
}
