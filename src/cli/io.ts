import type { ServedIo } from '../adapters/local-socket/serve.ts';

/** Where a command reads and writes: the terminal, or a client on the other end of the local socket. */
export interface Io {
  argv: string[];
  /** Folder relative paths of arguments are read from. */
  cwd: string;
  /** All of standard input; empty when it is a terminal. */
  stdin(): Promise<Buffer>;
  stdout(text: string | Uint8Array): void;
  stderr(text: string): void;
  columns: number;
  /** Whether stderr is a terminal: progress may redraw its line. */
  interactive: boolean;
  /** Whether stdout is a terminal that takes colour. */
  colour: boolean;
}

/** The process's own streams. */
export function processIo(argv: string[]): Io {
  let input: Promise<Buffer> | null = null;
  // `gradewatch events list | head`: a reader that has seen enough is no fault, and the command still ends in order.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  return {
    argv,
    cwd: process.cwd(),
    stdin() {
      input ??= process.stdin.isTTY ? Promise.resolve(Buffer.alloc(0)) : readAll(process.stdin);
      return input;
    },
    stdout: (text) => void process.stdout.write(text),
    stderr: (text) => void process.stderr.write(text),
    columns: process.stdout.columns ?? 100,
    interactive: process.stderr.isTTY === true,
    colour: process.stdout.isTTY === true,
  };
}

/** A client of the local socket: its streams, its folder, its terminal. */
export const servedIo = (argv: string[], served: ServedIo): Io => ({
  argv,
  cwd: served.cwd,
  stdin: async () => Buffer.from(served.stdin ?? new Uint8Array()),
  stdout: (text) => void served.stdout(text),
  stderr: (text) => void served.stderr(text),
  columns: served.columns || 100,
  interactive: false,
  colour: served.isTty,
});

async function readAll(stream: NodeJS.ReadableStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
