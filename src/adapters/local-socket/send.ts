/** The asking side: a command typed while another process holds the data folder is run there. */
import { connect, type Socket } from 'node:net';
import { giveUp, tryLater } from '../../errors.ts';
import { type Answer, line, MAX_LINE_CHARS, readLines } from './protocol.ts';

/** The terminal the command was typed at. */
export interface ClientIo {
  cwd: string;
  stdin: Uint8Array | null;
  columns: number;
  isTty: boolean;
  /** By name, a digest of each setting the command was given. */
  settings: Record<string, string>;
  stdout(bytes: Uint8Array): void;
  stderr(bytes: Uint8Array): void;
}

/** A holder that has just started still makes or opens its database. */
const CONNECT_WITHIN_MS = 30_000;
const BETWEEN_TRIES_MS = 100;

/**
 * Runs a command in the process that answers at `address`.
 *
 * @returns its exit code
 * @throws TryLater when nobody answers in time or the other side ends in the middle
 */
export async function sendCommand(
  address: string,
  argv: string[],
  io: ClientIo,
  connectWithinMs: number = CONNECT_WITHIN_MS,
): Promise<number> {
  const { cwd, columns, isTty, settings } = io;
  const stdin = io.stdin === null ? null : Buffer.from(io.stdin).toString('base64');
  if (stdin !== null && stdin.length > MAX_LINE_CHARS / 2)
    throw giveUp('The input is too long to be handed to the running process; give it as a file.');
  const socket = await connected(address, connectWithinMs);
  return new Promise((resolve, reject) => {
    let exit: number | null = null;
    socket.on('error', () => {}); // 'close' follows
    socket.on('close', () => {
      if (exit !== null) return resolve(exit);
      reject(tryLater('The process that holds the data folder ended in the middle of the command. Try again.'));
    });
    readLines(
      socket,
      (text) => {
        const answer = JSON.parse(text) as Answer;
        if ('stdout' in answer) io.stdout(Buffer.from(answer.stdout, 'base64'));
        else if ('stderr' in answer) io.stderr(Buffer.from(answer.stderr, 'base64'));
        else exit = answer.exit;
      },
      () => socket.destroy(),
    );
    socket.write(line({ argv, cwd, stdin, columns, isTty, settings }));
  });
}

async function connected(address: string, withinMs: number): Promise<Socket> {
  const until = performance.now() + withinMs;
  for (;;) {
    try {
      return await attempt(address);
    } catch (cause) {
      const { code, message } = cause as NodeJS.ErrnoException;
      const perhapsSoon = code === 'ENOENT' || code === 'ECONNREFUSED' || code === 'EAGAIN';
      if (!perhapsSoon || performance.now() > until)
        throw tryLater(`The process that holds the data folder does not answer at ${address} (${message})`, { cause });
      await new Promise((resolve) => setTimeout(resolve, BETWEEN_TRIES_MS));
    }
  }
}

function attempt(address: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(address);
    socket.once('error', reject);
    socket.once('connect', () => {
      socket.off('error', reject);
      resolve(socket);
    });
  });
}
