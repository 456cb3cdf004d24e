/**
 * A real `pg.Pool` over one in-process PGlite, so that Prisma's pg adapter and BullMQ's PostgreSQL back end run unchanged
 * on the embedded database.
 *
 * PGlite is one session. Each `pg.Client` of a pool gets a stream (`hub-stream.ts`) that speaks the wire protocol; the hub
 * lets one stream at a time talk to the session, from its first message until the session is idle again, and hands every
 * NOTIFY to all streams. (`pglite-socket` interleaves connections message by message and loses NOTIFY for listeners that
 * are not talking: BullMQ's workers then sleep for seconds.)
 *
 * What is shared by all "connections" and therefore not to be used: SET, temporary tables, session advisory locks, named
 * prepared statements. `search_path` is the exception: it belongs to the pool and is set when the session changes hands.
 */
import type { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { HubStream, type Turns } from './hub-stream.ts';
import { errorCode, messages, simpleQuery } from './wire.ts';

export interface Hub {
  /**
   * A pool of connections to the embedded database.
   *
   * @param searchPath as SQL, for example `public` or `"bullmq"`; every pool needs one
   * @param max        connections; they cost nothing here
   */
  pool(searchPath: string, max: number): pg.Pool;
  /** Statements that belong to no connection (housekeeping), run between the others. */
  exec(sql: string): Promise<void>;
}

/**
 * @param db       an open PGlite nobody else talks to
 * @param onBroken called once when the engine itself dies (a full disk ends it): nothing works until it is opened again.
 *                 It must not be closed then: after a full disk its last checkpoint may never return
 */
export function createHub(db: PGlite, onBroken: (error: Error) => void): Hub {
  const session = new Session(db, onBroken);
  return {
    pool(searchPath, max) {
      const pool = new pg.Pool({
        user: 'postgres',
        database: 'postgres',
        host: 'embedded',
        max,
        stream: () => new HubStream(session, searchPath) as never,
      });
      pool.setMaxListeners(0); // BullMQ adds a listener for each queue and worker
      return pool;
    },
    exec: (sql) => session.exec(sql),
  };
}

/** One turn at the session: who may talk to PGlite, and what its search path is now. */
class Session implements Turns {
  readonly streams = new Set<HubStream>();
  private holder: HubStream | null = null;
  private readonly waiting: { stream: HubStream; go: () => void }[] = [];
  private searchPath: string | null = null;
  private broken: Error | null = null;
  private readonly db: PGlite;
  private readonly onBroken: (error: Error) => void;

  constructor(db: PGlite, onBroken: (error: Error) => void) {
    this.db = db;
    this.onBroken = onBroken;
  }

  /** Runs one batch of front-end messages for a stream, pushes the answers to it, and keeps its turn while a transaction is open. */
  async run(stream: HubStream, batch: Buffer): Promise<void> {
    await this.acquire(stream);
    // A caller that never pauses (a worker polling in a loop) must not starve timers and sockets: each batch yields once.
    await new Promise(setImmediate);
    if (stream.destroyed) return this.release(stream);
    try {
      if (this.searchPath !== stream.searchPath && !stream.inTransaction) {
        await this.raw(simpleQuery(`SET search_path TO ${stream.searchPath}`));
        this.searchPath = stream.searchPath;
      }
      const answer = await this.raw(batch);
      const own: Buffer[] = [];
      for (const { type, bytes } of messages(answer)) {
        if (type === 'A') for (const other of this.streams) other.push(bytes);
        else own.push(bytes);
        // Without a ReadyForQuery (a batch that ended in Flush) the turn goes on.
        if (type === 'Z') stream.inTransaction = bytes[5] !== 0x49; // 'I': idle
        stream.turnOpen = type === 'Z' ? stream.inTransaction : true;
      }
      if (!stream.turnOpen) this.release(stream);
      stream.push(Buffer.concat(own));
    } catch (error) {
      this.release(stream);
      stream.destroy(error as Error);
    }
  }

  /** A stream is gone: an open transaction is rolled back and the turn passes on. */
  async drop(stream: HubStream): Promise<void> {
    this.streams.delete(stream);
    const place = this.waiting.findIndex((entry) => entry.stream === stream);
    if (place >= 0) this.waiting.splice(place, 1)[0]!.go();
    if (this.holder !== stream) return;
    if (stream.inTransaction) await this.raw(simpleQuery('ROLLBACK')).catch(() => {});
    stream.inTransaction = false;
    this.release(stream);
  }

  async exec(sql: string): Promise<void> {
    const turn = new HubStream(this, 'public');
    await this.acquire(turn);
    try {
      await this.db.exec(sql);
    } finally {
      this.release(turn);
      turn.destroy();
    }
  }

  private acquire(stream: HubStream): Promise<void> {
    if (this.holder === stream) return Promise.resolve();
    if (this.holder === null) {
      this.holder = stream;
      return Promise.resolve();
    }
    return new Promise((go) => this.waiting.push({ stream, go }));
  }

  private release(stream: HubStream): void {
    if (this.holder !== stream) return;
    const next = this.waiting.shift();
    this.holder = next?.stream ?? null;
    next?.go();
  }

  private async raw(message: Buffer): Promise<Buffer> {
    if (this.broken) throw this.broken;
    let answer: Buffer;
    try {
      // Copied: PGlite answers with a view of memory it will write over.
      answer = Buffer.from(await this.db.runExclusive(() => this.db.execProtocolRaw(message)));
    } catch (error) {
      // SQL errors come back as messages; what is thrown is the engine itself stopping.
      throw this.end(new Error('The embedded database has stopped. Start again.', { cause: error }));
    }
    for (const { type, bytes } of messages(answer))
      if (type === 'E' && errorCode(bytes) === DISK_FULL)
        throw this.end(
          new Error(
            'The disk under the data folder is full, so the embedded database has stopped. Free some space and start again: nothing kept is lost.',
          ),
        );
    return answer;
  }

  private end(fault: Error): Error {
    this.broken = fault;
    this.onBroken(fault);
    return fault;
  }
}

/**
 * PostgreSQL's `disk_full`. Once its log cannot grow, a later commit waits for ever inside the engine, and this process with
 * it (seen: no signal and no timer came through any more), so the first such answer is the last thing asked.
 */
const DISK_FULL = '53100';
