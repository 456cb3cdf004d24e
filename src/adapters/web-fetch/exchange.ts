/** One request and its answer: bounded headers, bounded decompressed body, one deadline. No redirects, no cookies. */
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import zlib from 'node:zlib';
import type { Dispatcher } from 'undici';
import { giveUp, tryLater } from '../../errors.ts';
import { wireFailure } from './failures.ts';

export interface Answer {
  status: number;
  /** Lower-case names, without cookies; repeated fields joined by a comma. Values byte for byte as latin1. */
  headers: Record<string, string>;
  /** Decompressed; empty unless the status is in the 200 range. */
  body: Uint8Array;
}

export interface Asking {
  dispatcher: Dispatcher;
  url: URL;
  method: 'GET' | 'POST';
  headers: Record<string, string>;
  body?: string | Uint8Array | undefined;
  deadlineMs: number;
  /** Decompressed bytes taken at most; 0 drops the body unread. */
  limitBytes: number;
  /** More than the limit: an error, or only the first part is taken (robots.txt). */
  beyond: 'refuse' | 'cut';
}

const gunzip = promisify(zlib.gunzip);
const brotliDecompress = promisify(zlib.brotliDecompress);

/** Of a field that may stand once only the first counts. */
const SINGLE = new Set(['location', 'etag', 'last-modified', 'retry-after', 'content-type', 'expires', 'date', 'age']);

/** Cookies are neither kept nor sent, so nobody is shown them. */
function flat(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const entries = Object.entries(headers).filter(([name, value]) => value !== undefined && name !== 'set-cookie');
  return Object.fromEntries(
    entries.map(([name, value]) => [
      name,
      Array.isArray(value) ? (SINGLE.has(name) ? value[0]! : value.join(', ')) : value!,
    ]),
  );
}

/**
 * A body we do not want. Destroying it closes the connection and emits an error that would end the process unless
 * someone listens; a 304 has no body (RFC 9110 section 15.4.5), so its connection may serve again.
 */
function discard(body: Dispatcher.ResponseData['body'], status: number): void {
  body.on('error', () => {});
  if (status === 304) body.resume();
  else body.destroy();
}

async function readUpTo(
  body: Dispatcher.ResponseData['body'],
  limitBytes: number,
): Promise<{ bytes: Buffer; more: boolean }> {
  body.on('error', () => {});
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limitBytes) {
      chunks.push(chunk.subarray(0, chunk.length - (size - limitBytes)));
      body.destroy();
      return { bytes: Buffer.concat(chunks), more: true };
    }
    chunks.push(chunk);
  }
  return { bytes: Buffer.concat(chunks), more: false };
}

const megabytes = (bytes: number) => `${Math.round((bytes / 1_048_576) * 10) / 10} MiB`;

async function decompress(what: string, coding: string, bytes: Buffer, limitBytes: number): Promise<Buffer> {
  if (coding === '' || coding === 'identity' || bytes.length === 0) return bytes;
  const codec = coding === 'gzip' || coding === 'x-gzip' ? gunzip : coding === 'br' ? brotliDecompress : null;
  if (!codec)
    throw tryLater(`${what}: the body is coded "${coding.slice(0, 40)}", which was not asked for (gzip or br, once)`, {
      errorClass: 'parse',
    });
  try {
    return await codec(bytes, { maxOutputLength: limitBytes });
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    if (code === 'ERR_BUFFER_TOO_LARGE')
      throw giveUp(`${what}: more than ${megabytes(limitBytes)} once decompressed`, { cause, errorClass: 'too_large' });
    if (code === 'Z_BUF_ERROR')
      throw tryLater(`${what}: the compressed body ends too early`, { cause, errorClass: 'truncated' });
    throw tryLater(`${what}: the body is not ${coding} as its header says`, { cause, errorClass: 'parse' });
  }
}

/**
 * A body of known length that tells when it begins to leave: never before there is a connection, and from then on the other
 * side may have all of it. What fails in that moment counts as perhaps arrived.
 */
function noticed(body: string | Uint8Array, onTaken: () => void) {
  const bytes = Buffer.from(body);
  async function* once() {
    yield bytes;
    onTaken();
  }
  return { length: { 'content-length': String(bytes.length) }, body: Readable.from(once(), { objectMode: false }) };
}

/**
 * Asks once. A body is read for statuses in the 200 range only; otherwise it is dropped unread.
 *
 * @throws TryLater, GiveUp with `errorClass` for everything but a status: those are the caller's to judge; with `perhaps`
 * where what was posted had begun to leave
 */
export async function exchange(asking: Asking): Promise<Answer> {
  const { url, limitBytes } = asking;
  const what = `[${asking.method}] ${url.href.slice(0, 300)}`;
  // Not AbortSignal.timeout: its timer would hold every finished exchange until it fires.
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), Math.max(1, Math.round(asking.deadlineMs)));
  let answered = false;
  let taken = false;
  const posted = asking.body === undefined ? null : noticed(asking.body, () => (taken = true));
  const perhaps = () => (taken ? ({ perhaps: true } as const) : {});
  try {
    const response = await asking.dispatcher.request({
      origin: url.origin,
      path: url.pathname + url.search,
      method: asking.method,
      headers: { ...asking.headers, ...posted?.length },
      signal: deadline.signal,
      ...(posted ? { body: posted.body } : {}),
    });
    answered = true;
    const headers = flat(response.headers);
    const status = response.statusCode;
    if (status < 200 || status >= 300 || limitBytes === 0) {
      discard(response.body, status);
      return { status, headers, body: new Uint8Array() };
    }
    const coding = (headers['content-encoding'] ?? '').trim().toLowerCase();
    const stated = Number(headers['content-length']);
    if (asking.beyond === 'refuse' && stated > limitBytes) {
      discard(response.body, status);
      throw giveUp(`${what}: ${megabytes(stated)}, more than ${megabytes(limitBytes)}`, {
        errorClass: 'too_large',
        status,
      });
    }
    const { bytes, more } = await readUpTo(response.body, limitBytes);
    if (more && asking.beyond === 'refuse')
      throw giveUp(`${what}: more than ${megabytes(limitBytes)}`, { errorClass: 'too_large', status });
    return { status, headers, body: await decompress(what, coding, bytes, limitBytes) };
  } catch (error) {
    if (deadline.signal.aborted && !(error instanceof Error && 'details' in error))
      throw tryLater(`${what}: not complete within ${Math.round(asking.deadlineMs)} ms`, {
        ...{ cause: error, errorClass: 'timeout', ...perhaps() },
      });
    const failure = wireFailure(what, error, answered);
    Object.assign(failure.details, perhaps());
    throw failure;
  } finally {
    clearTimeout(timer);
  }
}
