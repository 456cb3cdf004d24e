/** A PostgreSQL server: the pool, and clear sentences for what can be wrong with it. */
import type { Socket } from 'node:net';
import pg from 'pg';
import { tryLater, WrongUse } from '../../errors.ts';
import type { Log } from '../../ports.ts';

/** What the schema and the queries are tried on. */
const MIN_SERVER_MAJOR = 15;

const CONNECT_TIMEOUT_MS = 10_000;

/**
 * A query without a single byte of answer for so long is given up with its connection: the other end of a half-open connection
 * never says so, and the system's own patience is a quarter of an hour. Longer than any statement of ours takes.
 */
const SILENT_MS = 5 * 60_000;

/**
 * A pool whose lost connections are logged and replaced. Idle connections report through the pool; those in use report
 * themselves, and without a listener of their own a restarting server would end the process.
 *
 * @param searchPath as SQL; nothing for the server's own
 */
export function createServerPool(
  url: string,
  { max, searchPath, silentMs = SILENT_MS }: { max: number; searchPath?: string; silentMs?: number },
  log: Log,
): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    application_name: 'gradewatch',
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    // A worker that was cut off inside a transaction must not keep its rows locked.
    idle_in_transaction_session_timeout: 60_000,
    ...(searchPath === undefined ? {} : { options: `-c search_path=${searchPath}` }),
  });
  pool.setMaxListeners(0);
  surviveLostConnections(pool, log);
  pool.on('connect', (client) => giveUpSilence(client, silentMs));
  return pool;
}

/** Not by pg's `query_timeout`: it fails the query and puts the dead connection back into the pool. */
function giveUpSilence(client: pg.PoolClient, silentMs: number): void {
  const { connection } = client as unknown as { connection: { stream: Socket } };
  connection.stream.setTimeout(silentMs);
  connection.stream.on('timeout', () => {
    // Waiting for a notification is silent too, and well.
    if ((client as unknown as { readyForQuery: boolean }).readyForQuery) return;
    connection.stream.destroy(new Error(`The server said nothing for ${silentMs / 1000} s`));
  });
}

export function surviveLostConnections(pool: pg.Pool, log: Log): void {
  const lost = (error: Error) => log.warn('database.connection_lost', { message: error.message });
  pool.on('error', lost);
  pool.on('connect', (client) => client.on('error', lost));
}

/** Is it there, recent enough, and does it store any text? @throws WrongUse, TryLater when there is no answer */
export async function checkServer(pool: pg.Pool, url: string): Promise<void> {
  const where = serverName(url);
  const { rows } = await pool
    .query<{ version: string; number: number; encoding: string }>(
      `SELECT current_setting('server_version') AS version, current_setting('server_version_num')::int AS number,
              current_setting('server_encoding') AS encoding`,
    )
    .catch((error) => {
      throw explain(error, where);
    });
  const { version, number, encoding } = rows[0]!;
  const faults: string[] = [];
  if (number < MIN_SERVER_MAJOR * 10_000)
    faults.push(
      `DATABASE_URL: ${where} is PostgreSQL ${version}; Gradewatch needs ${MIN_SERVER_MAJOR} or later. Upgrade the server or name another.`,
    );
  if (encoding !== 'UTF8')
    faults.push(
      `DATABASE_URL: the database at ${where} stores text as ${encoding}. Create one with: createdb --encoding=UTF8 --template=template0 gradewatch`,
    );
  if (faults.length > 0) throw new WrongUse(faults);
}

/** Host, port and database of an address, never its password. */
function serverName(url: string): string {
  try {
    const { hostname, port, pathname } = new URL(url);
    return `${hostname || 'localhost'}:${port || 5432}${pathname}`;
  } catch {
    return 'the server';
  }
}

/** PostgreSQL's own codes: Appendix A of its documentation. */
function explain(error: NodeJS.ErrnoException, where: string): Error {
  switch (error.code) {
    case '28P01':
    case '28000':
      return new WrongUse(
        `DATABASE_URL: ${where} refuses this user or password (${error.message}). Correct the address.`,
      );
    case '3D000':
      return new WrongUse(
        `DATABASE_URL: ${error.message} at ${where}. Create it with createdb, or correct the address.`,
      );
    case 'ENOTFOUND':
      return new WrongUse(`DATABASE_URL: there is no host of that name (${where}). Correct the address.`);
    default:
      return tryLater(
        `DATABASE_URL: no usable answer from ${where} (${error.message || error.code}). Is PostgreSQL running and reachable from here?`,
        { cause: error },
      );
  }
}
