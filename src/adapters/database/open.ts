/**
 * The database, in either mode. Only this folder knows PGlite; everyone else gets a `pg.Pool`.
 */
import type pg from 'pg';
import type { Log } from '../../ports.ts';
import { openEmbedded } from './embedded.ts';
import { migrate } from './migrate.ts';
import { checkServer, createServerPool, surviveLostConnections } from './server.ts';

export interface DatabaseOptions {
  /** `DATABASE_URL`; null opens the embedded database. */
  url: string | null;
  /** Holds the embedded database; not touched in server mode. */
  dataDir: string;
  migrationsDir: string;
  log: Log;
  /** Where this process will answer commands; written into the embedded database's lock. */
  socket?: string | null;
  /** The embedded engine died (a full disk ends it): the process can only stop and be started again. */
  onBroken?: (error: Error) => void;
  /** Connections in server mode. */
  maxConnections?: number;
}

export interface Database {
  mode: 'embedded' | 'server';
  /** For the product's tables: `new PrismaPg(pool)`. */
  pool: pg.Pool;
  /** For the queue's tables (schema `bullmq`) in embedded mode; null in server mode, where the queue makes its own. */
  queuePool: pg.Pool | null;
  /** Null in embedded mode. */
  connectionString: string | null;
  /** Does it answer? @throws whatever came back, after `timeoutMs` at the latest. */
  ping(timeoutMs: number): Promise<void>;
  /** What a server does by itself: vacuum and statistics. To be called daily and after large deletes; nothing in server mode. */
  housekeeping(): Promise<void>;
  /** Ends the pools and the engine and gives up the data folder. Close the store and the queues first. */
  close(): Promise<void>;
}

/**
 * Opens the database and applies the migrations it lacks.
 *
 * @throws DataFolderInUse, GiveUp (data folder, migration), WrongUse (address, version), TryLater (no answer)
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const database = options.url === null ? await openInFolder(options) : await openOnServer(options, options.url);
  try {
    await migrate(database.pool, options.migrationsDir, options.log);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function openInFolder({ dataDir, socket, log, onBroken }: DatabaseOptions): Promise<Database> {
  const { hub, close } = await openEmbedded(dataDir, socket ?? null, log, (error) => {
    const cause = error.cause as Error | undefined;
    if (cause || !onBroken) log.error('database.stopped', { message: cause?.message ?? error.message });
    onBroken?.(error);
  });
  const pool = hub.pool('public', 20);
  const queuePool = hub.pool('"bullmq"', 100); // each worker keeps one to listen on
  surviveLostConnections(pool, log);
  surviveLostConnections(queuePool, log);
  return {
    mode: 'embedded',
    pool,
    queuePool,
    connectionString: null,
    ping: (timeoutMs) => ping(pool, timeoutMs),
    housekeeping: () => hub.exec('VACUUM (ANALYZE)'),
    close: once(async () => {
      await Promise.allSettled([pool.end(), queuePool.end()]);
      await close();
    }),
  };
}

async function openOnServer({ log, maxConnections }: DatabaseOptions, url: string): Promise<Database> {
  log.info('database.opening', {});
  const pool = createServerPool(url, { max: maxConnections ?? 10 }, log);
  const close = once(() => pool.end());
  try {
    await checkServer(pool, url);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    mode: 'server',
    pool,
    queuePool: null,
    connectionString: url,
    ping: (timeoutMs) => ping(pool, timeoutMs),
    housekeeping: async () => {},
    close,
  };
}

async function ping(pool: pg.Pool, timeoutMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`The database did not answer within ${timeoutMs} ms`)), timeoutMs);
  });
  try {
    await Promise.race([pool.query('SELECT 1'), late]);
  } finally {
    clearTimeout(timer);
  }
}

function once(act: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => {
    done ??= act();
    return done;
  };
}
