/** The program in processes of its own, as a person or a service manager runs it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { SHORT_LIVED } from './short-lived.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
}

export interface Running {
  pid: number;
  stdout(): string;
  stderr(): string;
  /** Waits until standard output or error matches. @throws with all that was said when the process ends first */
  says(pattern: RegExp, withinMs?: number): Promise<RegExpMatchArray>;
  kill(signal: NodeJS.Signals): void;
  /** Resolves when the process is gone. */
  ended(withinMs?: number): Promise<Ended>;
}

const alive = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of alive) child.kill('SIGKILL');
});

/**
 * Starts one entry point as built; `built.ts` sees to it that this is what the sources say.
 *
 * @param entry below `dist`, e.g. `workers/tick.js`
 * @param env   the whole environment of settings; nothing of the test's own leaks in
 */
export function runProcess(entry: string, args: string[], env: Record<string, string>, input?: string): Running {
  const child = spawn(process.execPath, [...SHORT_LIVED, `dist/${entry}`, ...args], {
    cwd: root,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, TMPDIR: process.env.TMPDIR, ...env },
    stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
  });
  alive.add(child);
  if (input !== undefined) child.stdin?.end(input);
  const said = { stdout: '', stderr: '' };
  const listeners = new Set<() => void>();
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream]?.setEncoding('utf8').on('data', (text: string) => {
      said[stream] += text;
      for (const listener of listeners) listener();
    });
  const exit = new Promise<Pick<Ended, 'code' | 'signal'>>((resolve) =>
    child.once('close', (code, signal) => {
      alive.delete(child);
      resolve({ code, signal });
    }),
  );
  const all = () => `${entry} ${args.join(' ')}\n${said.stdout}${said.stderr}`;
  return {
    pid: child.pid ?? 0,
    stdout: () => said.stdout,
    stderr: () => said.stderr,
    kill: (signal) => void child.kill(signal),
    async says(pattern, withinMs = 60_000) {
      return new Promise((resolve, reject) => {
        const look = () => {
          const found = said.stdout.match(pattern) ?? said.stderr.match(pattern);
          if (found) done(() => resolve(found));
        };
        const timer = setTimeout(
          () => done(() => reject(new Error(`never said ${pattern} in ${withinMs} ms:\n${all()}`))),
          withinMs,
        );
        const done = (act: () => void) => {
          clearTimeout(timer);
          listeners.delete(look);
          act();
        };
        listeners.add(look);
        look();
        void exit.then(({ code, signal }) => {
          look();
          done(() => reject(new Error(`ended (${signal ?? code}) without saying ${pattern}:\n${all()}`)));
        });
      });
    },
    async ended(withinMs = 60_000) {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<never>((_, reject) => {
        timer = setTimeout(() => {
          child.kill('SIGKILL');
          reject(new Error(`still runs after ${withinMs} ms:\n${all()}`));
        }, withinMs);
      });
      try {
        return await Promise.race([exit, late]);
      } finally {
        clearTimeout(timer);
      }
    },
  };
}

export const gradewatch = (args: string[], env: Record<string, string>, input?: string): Running =>
  runProcess('src/cli/main.js', args, env, input);

/** Runs a command to its end. */
export async function command(args: string[], env: Record<string, string>, input?: string) {
  const running = gradewatch(args, env, input);
  const { code, signal } = await running.ended();
  return { code, signal, stdout: running.stdout(), stderr: running.stderr() };
}
