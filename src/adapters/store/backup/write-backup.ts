import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Pool, PoolClient } from 'pg';
import { giveUp } from '../../../errors.ts';
import { whyNotWritten } from '../../file-fault.ts';
import { mapSecrets, seal } from './seal.ts';
import { INSTALLATION, isJson, quoted, RESTORED, shapeOf, type Table, tablesInOrder } from './tables.ts';

const BATCH = 500;

/** First line of a backup. Below it stand `["Table", {row}]`, table by table, and a last line with the counts. */
interface BackupHead {
  gradewatch: 'backup';
  v: 1;
  /** Newest migration of the store it was made of. */
  shape: string;
  at: string;
}

/**
 * Writes everything the store holds to a gzip file of JSON lines, as of one moment. Signing secrets of webhooks are sealed
 * under the installation's secret. The file appears whole or not at all, readable by its owner only.
 *
 * @returns rows by table. @throws GiveUp when the file cannot be written
 */
export async function writeBackup(pool: Pool, file: string, secret: string, at: Date): Promise<Record<string, number>> {
  const part = `${file}.part`;
  const client = await pool.connect();
  try {
    await rm(part, { force: true }); // what a killed backup left may be open to others
    const out = lineWriter(part);
    const rows = await writeRows(client, out.line, secret, at).finally(out.end);
    await rename(part, file);
    return rows;
  } catch (cause) {
    await client.query('ROLLBACK').catch(() => {});
    await rm(part, { force: true }).catch(() => {});
    if (isFileFault(cause)) throw giveUp(`${file} cannot be written: ${whyNotWritten(cause, file)}`, { cause });
    throw cause;
  } finally {
    client.release();
  }
}

/** Of what the system says about a file, unlike about a connection. */
const isFileFault = (error: unknown): error is Error =>
  ['open', 'write', 'fsync', 'close', 'rename', 'unlink', 'rm', 'lstat'].includes(
    String((error as NodeJS.ErrnoException).syscall),
  );

/** @returns what writes one line, waiting where the disk is slower, and what ends the file; both throw what the disk said */
function lineWriter(file: string) {
  const gzip = createGzip();
  const written = pipeline(gzip, createWriteStream(file, { mode: 0o600, flags: 'wx', flush: true }));
  written.catch(() => {}); // told by whichever comes next
  return {
    async line(value: unknown) {
      if (gzip.destroyed) await written;
      if (!gzip.write(`${JSON.stringify(value)}\n`)) await Promise.race([once(gzip, 'drain'), written]);
    },
    async end() {
      gzip.end();
      await written;
    },
  };
}

async function writeRows(
  client: PoolClient,
  line: (value: unknown) => Promise<void>,
  secret: string,
  at: Date,
): Promise<Record<string, number>> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  const head: BackupHead = { gradewatch: 'backup', v: 1, shape: await shapeOf(client), at: at.toISOString() };
  await line(head);
  const counts: Record<string, number> = {};
  for (const table of await tablesInOrder(client)) {
    let count = 0;
    const columns = table.columns.map(
      (column) => quoted(column.name) + (isJson(column) ? `::text AS ${quoted(column.name)}` : ''),
    );
    await client.query(
      `DECLARE backup NO SCROLL CURSOR FOR SELECT row_to_json(t) AS row FROM (SELECT ${columns} FROM ${quoted(table.name)}) t ORDER BY ${table.key.map(quoted).join(', ')}`,
    );
    for (let more = true; more; ) {
      const { rows } = await client.query<{ row: Record<string, unknown> }>(`FETCH ${BATCH} FROM backup`);
      for (const { row } of rows) {
        if (isOwn(table, row)) continue;
        await line([table.name, mapSecrets(row, (plain) => seal(plain, secret))]);
        count += 1;
      }
      more = rows.length === BATCH;
    }
    await client.query('CLOSE backup');
    counts[table.name] = count;
  }
  await line({ rows: counts });
  await client.query('COMMIT');
  return counts;
}

const isOwn = ({ name }: Table, row: Record<string, unknown>) =>
  name === 'Fact' && (row.name === INSTALLATION || row.name === RESTORED);
