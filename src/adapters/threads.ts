/** Work on outside documents in threads that are killed when one takes too long: hostile input is normal input. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { type ErrorClass, type GiveUp, giveUp } from '../errors.ts';

export interface ThreadOptions {
  /** Address of the worker's source without its ending: compiled it is `.js`, in a checkout `.ts`. */
  worker: URL;
  /** Threads at most; each costs about 30 MB. */
  threads: number;
  /** After this the thread of a task is killed. */
  timeoutMs: number;
  /** What every task needs, given once to each thread. */
  given: unknown;
}

/** Class and details of an error do not survive the way between threads: failures travel as data. */
export type Answer<T> = { done: T } | { failure: string; errorClass: ErrorClass };

export interface Threads<Task, Result> {
  /** @param where names the document in messages. @throws GiveUp `parse` or `too_large` when the thread was killed */
  run(task: Task, where: string): Promise<Result>;
  close(): Promise<void>;
}

const MAX_THREAD_MB = 256;

export function makeThreads<Task, Result>({ worker, threads, timeoutMs, given }: ThreadOptions): Threads<Task, Result> {
  const compiled = fileURLToPath(`${worker.href}.js`);
  const isCompiled = existsSync(compiled);
  const pool = new Piscina({
    filename: isCompiled ? compiled : fileURLToPath(`${worker.href}.ts`),
    execArgv: isCompiled ? [] : ['--import', 'tsx'],
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: 30_000,
    workerData: given,
    resourceLimits: { maxOldGenerationSizeMb: MAX_THREAD_MB },
  });
  const turn = turns(threads);
  return {
    run: (task, where) =>
      turn(async () => {
        // The clock runs for the document, neither for the wait nor for a thread that is still starting.
        await pool.run(null);
        const answer = await raced(pool, task, timeoutMs, where);
        if ('failure' in answer) throw giveUp(answer.failure, { errorClass: answer.errorClass });
        return answer.done as Result;
      }),
    close: () => pool.destroy(),
  };
}

/** What a worker answers when its task failed in a foreseen way. */
export function failureOf(error: GiveUp): Answer<never> {
  return { failure: error.message, errorClass: error.details.errorClass ?? 'parse' };
}

async function raced(pool: Piscina, task: unknown, timeoutMs: number, where: string): Promise<Answer<unknown>> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), timeoutMs);
  try {
    return (await pool.run(task, { signal: stop.signal })) as Answer<unknown>;
  } catch (cause) {
    if (stop.signal.aborted)
      throw giveUp(`${where}: reading it took longer than ${timeoutMs / 1000} s and was stopped`, {
        cause,
        errorClass: 'parse',
      });
    if (cause instanceof Error && /ERR_WORKER_OUT_OF_MEMORY/.test(String((cause as NodeJS.ErrnoException).code)))
      throw giveUp(`${where}: reading it took more than ${MAX_THREAD_MB} MB and was stopped`, {
        cause,
        errorClass: 'too_large',
      });
    throw cause;
  } finally {
    clearTimeout(timer);
  }
}

/** At most `limit` at a time, in order of arrival. */
function turns(limit: number) {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= limit) await new Promise<void>((resolve) => waiting.push(resolve));
    else running++;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
}
