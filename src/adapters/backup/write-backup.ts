import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Pool } from 'pg';
import { giveUp } from '../../errors.ts';
import { mapSecrets, seal } from './seal.ts';
import { INSTALLATION, quoted, RESTORED, shapeOf, type Table, tablesInOrder } from './tables.ts';

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
  await rm(part, { force: true }); // what a killed backup left may be open to others
  const client = await pool.connect();
  const gzip = createGzip();
  const out = createWriteStream(part, { mode: 0o600, flags: 'wx', flush: true });
  const written = finished(gzip.pipe(out));
  written.catch(() => {});
  out.on('error', (error) => gzip.destroy(error));
  const line = async (value: unknown) => {
    if (gzip.destroyed) await written;
    if (!gzip.write(`${JSON.stringify(value)}\n`)) await Promise.race([once(gzip, 'drain'), written]);
  };
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const head: BackupHead = { gradewatch: 'backup', v: 1, shape: await shapeOf(client), at: at.toISOString() };
    await line(head);
    const rows: Record<string, number> = {};
    for (const table of await tablesInOrder(client)) {
      rows[table.name] = 0;
      await client.query(
        `DECLARE backup NO SCROLL CURSOR FOR SELECT row_to_json(t) AS row FROM ${quoted(table.name)} t ORDER BY ${table.key.map(quoted).join(', ')}`,
      );
      for (;;) {
        const batch = await client.query<{ row: Record<string, unknown> }>(`FETCH ${BATCH} FROM backup`);
        for (const { row } of batch.rows) {
          if (isOwn(table, row)) continue;
          await line([table.name, mapSecrets(row, (plain) => seal(plain, secret))]);
          rows[table.name]! += 1;
        }
        if (batch.rows.length < BATCH) break;
      }
      await client.query('CLOSE backup');
    }
    await line({ rows });
    await client.query('COMMIT');
    gzip.end();
    await written;
    await rename(part, file);
    return rows;
  } catch (cause) {
    await client.query('ROLLBACK').catch(() => {});
    gzip.destroy();
    await rm(part, { force: true });
    if ((cause as NodeJS.ErrnoException).code?.startsWith('E'))
      throw giveUp(`${file} cannot be written: ${(cause as Error).message}`, { cause });
    throw cause;
  } finally {
    client.release();
  }
}

const isOwn = ({ name }: Table, row: Record<string, unknown>) =>
  name === 'Fact' && (row.name === INSTALLATION || row.name === RESTORED);
