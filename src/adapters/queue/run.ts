/** One run of one job: what the handler throws decides whether it runs again, when, and what is logged. */
import { type Job, type MinimalJob, UnrecoverableError } from 'bullmq';
import { GiveUp, TryLater } from '../../errors.ts';
import type { Log } from '../../ports.ts';
import type { Handler, WorkOptions } from './types.ts';

/**
 * A job that has been started this often and never came to an end takes its process down with it (memory, a crash in native
 * code). High, because a process that is killed for other reasons must not cost its jobs.
 */
const MAX_STARTS = 100;

const DEFAULT_MAX_BACK_OFF_MS = 60 * 60_000;

/** The processor given to BullMQ. The number of attempts is decided here, so that whoever puts a job need not know it. */
export function processor<Payload extends object>(
  name: string,
  handler: Handler<Payload>,
  options: WorkOptions<Payload>,
  log: Log,
): (job: Job<Payload>) => Promise<void> {
  return async (job) => {
    const attempt = job.attemptsMade + 1;
    const started = performance.now();
    const line = (fields: object) => ({ job: job.id, attempt, ms: Math.round(performance.now() - started), ...fields });
    try {
      if (job.attemptsStarted > MAX_STARTS)
        throw new GiveUp(`${name} ${job.id} was started ${MAX_STARTS} times and never came to an end`);
      const report = await handler(job.data, { jobId: job.id!, attempt });
      log.info(`${name}.done`, line(typeof report === 'object' && report !== null ? report : {}));
    } catch (thrown) {
      const error = thrown instanceof Error ? thrown : new Error(String(thrown));
      const foreseen = error instanceof GiveUp || error instanceof TryLater;
      const failure = line({ message: error.message, ...(foreseen ? {} : { stack: error.stack }) });
      if (!(error instanceof GiveUp) && attempt < options.attempts) {
        log[foreseen ? 'warn' : 'error'](`${name}.retry`, failure);
        throw error;
      }
      log[foreseen ? 'warn' : 'error'](`${name}.gave_up`, failure);
      await options.onGaveUp?.(job.data, error, attempt).catch((cause: Error) => {
        log.error(`${name}.failure_not_kept`, line({ message: cause.message }));
      });
      throw new UnrecoverableError(error.message);
    }
  };
}

/**
 * Milliseconds before the next run: doubling from `backOffMs` to `maxBackOffMs`, a fifth of it at random so that jobs that
 * failed together do not come back together, and never sooner than a `TryLater` asks.
 */
export function backOff({ backOffMs, maxBackOffMs = DEFAULT_MAX_BACK_OFF_MS }: WorkOptions<never>) {
  return (attemptsMade: number, _type?: string, error?: Error, _job?: MinimalJob): number => {
    const doubled = Math.min(backOffMs * 2 ** Math.min(attemptsMade - 1, 20), maxBackOffMs);
    const asked = error instanceof TryLater ? (error.details.retryAfterMs ?? 0) : 0;
    return Math.ceil(Math.max(doubled * (0.9 + Math.random() * 0.2), asked));
  };
}
