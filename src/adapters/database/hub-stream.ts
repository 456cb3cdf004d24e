/** The "socket" of one `pg.Client` to the embedded database: cuts what pg writes into batches and lets the session run them in order. */
import { Duplex } from 'node:stream';
import { GREETING, messages } from './wire.ts';

/** Query, Sync and Flush end a batch: only then does a server answer. */
const ENDS_BATCH = new Set(['Q', 'S', 'H']);

/** What a stream asks of the session that it talks to. */
export interface Turns {
  readonly streams: Set<HubStream>;
  run(stream: HubStream, batch: Buffer): Promise<void>;
  drop(stream: HubStream): Promise<void>;
}

export class HubStream extends Duplex {
  readonly searchPath: string;
  inTransaction = false;
  /** The session answered but is not idle: the stream keeps its turn. */
  turnOpen = false;
  private readonly session: Turns;
  private unread: Buffer = Buffer.alloc(0);
  private batch: Buffer[] = [];
  private started = false;
  private work: Promise<void> = Promise.resolve();

  constructor(session: Turns, searchPath: string) {
    super();
    this.session = session;
    this.searchPath = searchPath;
    session.streams.add(this);
  }

  // What pg and BullMQ call on a socket. Keep-alive matters: BullMQ shortens its waits on sockets without it.
  connect(): this {
    setImmediate(() => this.emit('connect'));
    return this;
  }
  setNoDelay(): this {
    return this;
  }
  setKeepAlive(): this {
    return this;
  }
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.unread = this.unread.length > 0 ? Buffer.concat([this.unread, chunk]) : chunk;
    this.started ||= this.start();
    if (this.started) this.takeMessages();
    done();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.session.drop(this).finally(() => done(error));
  }

  /** The start-up message has a length and no type. */
  private start(): boolean {
    if (this.unread.length < 4) return false;
    const length = this.unread.readInt32BE(0);
    if (this.unread.length < length) return false;
    this.unread = this.unread.subarray(length);
    this.push(GREETING);
    return true;
  }

  private takeMessages(): void {
    let taken = 0;
    for (const { type, bytes } of messages(this.unread)) {
      taken += bytes.length;
      if (type === 'X') {
        this.afterwards(() => this.hangUp());
        break;
      }
      this.batch.push(bytes);
      if (!ENDS_BATCH.has(type)) continue;
      const batch = Buffer.concat(this.batch);
      this.batch = [];
      this.afterwards(() => (this.destroyed ? Promise.resolve() : this.session.run(this, batch)));
    }
    this.unread = this.unread.subarray(taken);
  }

  private async hangUp(): Promise<void> {
    await this.session.drop(this);
    this.push(null);
    this.destroy();
  }

  private afterwards(step: () => Promise<void>): void {
    this.work = this.work.then(step);
  }
}
