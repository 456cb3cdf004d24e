import type { App } from '../../src/app.ts';
import type { Io } from '../../src/cli/io.ts';
import { run } from '../../src/cli/run.ts';

export interface Ran {
  code: number;
  out: string;
  err: string;
  /** What `--json` printed. */
  json<T = Record<string, unknown>>(): T;
}

/** Runs one command line against an open installation, as a process beside a running `start` would. */
export async function typed(app: App, argv: string[], over: Partial<Io> = {}): Promise<Ran> {
  let [out, err] = ['', ''];
  const io: Io = {
    argv,
    cwd: process.cwd(),
    stdin: async () => Buffer.alloc(0),
    stdout: (text) => {
      out += typeof text === 'string' ? text : Buffer.from(text).toString('utf8');
    },
    stderr: (text) => {
      err += text;
    },
    columns: 400,
    interactive: false,
    colour: false,
    ...over,
  };
  const code = await run(io, app);
  return { code, out, err, json: <T>() => JSON.parse(out) as T };
}
