/** The queue's tables in the database: schema `bullmq`, next to the product's own in `public`. */
import { runMigrations } from 'bullmq';
import type pg from 'pg';
import type { Log } from '../../ports.ts';
import type { Database } from '../database/open.ts';
import { createServerPool } from '../database/server.ts';

const SCHEMA = 'bullmq';

export interface QueuePool {
  pool: pg.Pool;
  /** Ends the pool when it was made here. */
  end(): Promise<void>;
}

/** A pool that sees the queue's tables, and the tables themselves. */
export async function openQueuePool(database: Database, log: Log): Promise<QueuePool> {
  if (database.connectionString === null) {
    const pool = database.queuePool!;
    await migrated(pool);
    await releaseJobsOfDeadProcess(pool);
    return { pool, end: async () => {} };
  }
  // One pool for all queues of this process. Each worker keeps one connection to listen on; connections open on demand.
  const pool = createServerPool(database.connectionString, { max: 30, searchPath: SCHEMA }, log);
  try {
    await migrated(pool);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return { pool, end: () => pool.end() };
}

async function migrated(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await runMigrations(client, SCHEMA);
  } finally {
    client.release();
  }
}

/**
 * The embedded database has one process, this one, and it has just opened it: jobs marked as running belong to a process that
 * is gone. Without this they would wait for their lock to run out and for two rounds of the stall check, some two minutes.
 */
async function releaseJobsOfDeadProcess(pool: pg.Pool): Promise<void> {
  await pool.query(
    `UPDATE ${SCHEMA}.job SET state = 'waiting', lock_token = NULL, locked_until_ms = NULL, stalled_marked = false
      WHERE state = 'active'`,
  );
}
