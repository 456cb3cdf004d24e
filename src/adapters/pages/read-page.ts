/** Articles out of pages, in threads that are killed when a page takes too long: hostile pages are normal input. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { giveUp } from '../../errors.ts';
import type { PageReader } from '../../ports.ts';
import type { ExtractAnswer, ExtractTask } from './extract-worker.ts';
import type { PageRule } from './page-rules.ts';

export interface PageReaderOptions {
  /** Threads at most; each costs about 30 MB. */
  threads?: number;
  /** After this a page's thread is killed. */
  timeoutMs?: number;
  /** From `config/pages.yaml`. */
  rules?: PageRule[];
}

const MAX_THREAD_MB = 256;

export function makePageReader({ threads = 1, timeoutMs = 5_000, rules = [] }: PageReaderOptions = {}): PageReader {
  // Compiled, the worker stands beside this file as .js; from the sources it is .ts and needs tsx in the thread.
  const compiled = fileURLToPath(new URL('extract-worker.js', import.meta.url));
  const isCompiled = existsSync(compiled);
  const pool = new Piscina({
    filename: isCompiled ? compiled : fileURLToPath(new URL('extract-worker.ts', import.meta.url)),
    execArgv: isCompiled ? [] : ['--import', 'tsx'],
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: 30_000,
    workerData: { rules },
    resourceLimits: { maxOldGenerationSizeMb: MAX_THREAD_MB },
  });
  const turn = turns(threads);
  return {
    extract: (bytes, { headers, url }) =>
      turn(async () => {
        const where = url ?? 'the page';
        // The clock runs for the page, neither for the wait nor for a thread that is still starting.
        await pool.run(null);
        const answer = await run(pool, { bytes, headers, url }, timeoutMs, where);
        if ('failure' in answer) throw giveUp(`${where}: ${answer.failure}`, { errorClass: answer.errorClass });
        return answer.page;
      }),
    close: () => pool.destroy(),
  };
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

/** @throws GiveUp `parse` when the thread was killed for time or memory */
async function run(pool: Piscina, task: ExtractTask, timeoutMs: number, where: string): Promise<ExtractAnswer> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), timeoutMs);
  try {
    return (await pool.run(task, { signal: stop.signal })) as ExtractAnswer;
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
