/** The answering side: the process that holds the embedded database runs the commands of others. */
import { chmod, lstat, unlink } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { z } from 'zod';
import { line, MAX_LINE_CHARS, type Request, readLines } from './protocol.ts';

/** What a command sees of the terminal it was typed at. */
export interface ServedIo {
  cwd: string;
  stdin: Uint8Array | null;
  columns: number;
  isTty: boolean;
  /** By name, a digest of each setting the command was given. */
  settings: Record<string, string>;
  /** Resolves when the client has room for more: await it in loops. */
  stdout(bytes: string | Uint8Array): Promise<void>;
  stderr(bytes: string | Uint8Array): Promise<void>;
  /** Aborted when the client goes away. */
  signal: AbortSignal;
}

export interface CommandServer {
  /** Takes no more commands and cuts off those that run. */
  close(): Promise<void>;
}

const request = z.strictObject({
  argv: z.array(z.string()).max(10_000),
  cwd: z.string().max(4_096),
  stdin: z.base64().nullable(),
  columns: z.int().min(0).max(10_000),
  isTty: z.boolean(),
  settings: z.record(z.string().max(100), z.string().max(100)),
});

/**
 * Answers commands at `address`, any number at once, for this user only.
 *
 * @param run runs one command and gives its exit code; what it throws is told to the client as exit code 1
 * @throws the system's error when the address cannot be used
 */
export async function serveCommands(
  address: string,
  run: (argv: string[], io: ServedIo) => Promise<number>,
): Promise<CommandServer> {
  await removeStale(address);
  const clients = new Set<Socket>();
  const server = createServer((socket) => {
    clients.add(socket);
    socket.on('close', () => clients.delete(socket));
    answer(socket, run);
  });
  await listen(server, address);
  return {
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of clients) socket.destroy();
      await closed;
    },
  };
}

/** We hold the data folder's lock, so a socket that is still there belongs to a dead process. */
async function removeStale(address: string): Promise<void> {
  if (process.platform === 'win32') return;
  const found = await lstat(address).catch(() => null);
  if (found?.isSocket()) await unlink(address);
}

async function listen(server: Server, address: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.once('listening', () => resolve());
    // The socket file is made by this call with the rights the mask leaves: never a moment when others could connect.
    const mask = process.platform === 'win32' ? 0 : process.umask(0o177);
    try {
      server.listen(address);
    } finally {
      if (process.platform !== 'win32') process.umask(mask);
    }
  });
  if (process.platform !== 'win32') await chmod(address, 0o600);
}

function answer(socket: Socket, run: (argv: string[], io: ServedIo) => Promise<number>): void {
  const gone = new AbortController();
  socket.on('error', () => {}); // 'close' follows
  socket.on('close', () => gone.abort());
  const send = (message: Parameters<typeof line>[0]): Promise<void> => {
    if (socket.destroyed) return Promise.resolve();
    if (socket.write(line(message))) return Promise.resolve();
    return new Promise((resolve) => {
      const done = () => {
        socket.off('drain', done);
        socket.off('close', done);
        resolve();
      };
      socket.on('drain', done);
      socket.on('close', done);
    });
  };
  const say = (bytes: string | Uint8Array) => Buffer.from(bytes as Uint8Array).toString('base64');
  const end = async (code: number, complaint?: string) => {
    if (complaint !== undefined) await send({ stderr: say(`${complaint}\n`) });
    await send({ exit: code });
    socket.end();
  };
  let taken = false;
  readLines(
    socket,
    (text) => {
      if (taken) return;
      taken = true;
      const wanted = parse(text);
      if (wanted === null)
        return void end(2, 'The command could not be read: client and server are of different versions.');
      const io: ServedIo = {
        cwd: wanted.cwd,
        stdin: wanted.stdin === null ? null : Buffer.from(wanted.stdin, 'base64'),
        columns: wanted.columns,
        isTty: wanted.isTty,
        settings: wanted.settings,
        stdout: (bytes) => send({ stdout: say(bytes) }),
        stderr: (bytes) => send({ stderr: say(bytes) }),
        signal: gone.signal,
      };
      run(wanted.argv, io).then(
        (code) => end(code),
        (error: Error) => end(1, error.message),
      );
    },
    () => void end(1, `The input is longer than ${MAX_LINE_CHARS / 1024 / 1024} MB; give it as a file.`),
  );
}

function parse(text: string): Request | null {
  try {
    return request.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
