/** What the product asks of a queue. Jobs are named by the keys of `Jobs`; their payloads are small records of ids. */

/** Names of jobs and the shape of their payloads. */
export type JobMap = Record<string, object>;
export type JobName<Jobs extends JobMap> = keyof Jobs & string;

export interface PutOptions {
  /** Follows from the payload: putting a job that waits, runs or is delayed under the same id does nothing. No colon, not a bare number. */
  jobId: string;
  delayMs?: number;
  /** 0 first (the default), then by rising number. */
  priority?: number;
}

export interface WorkOptions<Payload> {
  /** Jobs of this name at once in this process. */
  concurrency: number;
  /** Runs of one job in all; then it is given up. Being killed in the middle does not count. */
  attempts: number;
  /** Wait before the second run; doubled for each further one, up to `maxBackOffMs`. A `TryLater` that asks for more gets it. */
  backOffMs: number;
  maxBackOffMs?: number;
  /**
   * Called once before a job leaves the queue without success: the place to keep the failure as a row. When it throws, the
   * failure is lost with the job and the next `tick` finds the work still to do.
   */
  onGaveUp?(payload: Payload, error: Error, attempts: number): Promise<void>;
}

interface JobContext {
  jobId: string;
  /** 1 on the first run. */
  attempt: number;
}

/** @returns a report for the log line (ids and counts), or nothing */
export type Handler<Payload> = (payload: Payload, context: JobContext) => Promise<unknown>;

export interface JobCounts {
  /** Could run now. */
  waiting: number;
  active: number;
  /** Waits for a later time: a delay, or a retry's back-off. */
  delayed: number;
}

export interface Queues<Jobs extends JobMap> {
  backend: 'redis' | 'postgres';
  put<Name extends JobName<Jobs>>(name: Name, payload: Jobs[Name], options: PutOptions): Promise<void>;
  putMany<Name extends JobName<Jobs>>(name: Name, jobs: ({ payload: Jobs[Name] } & PutOptions)[]): Promise<void>;
  /**
   * Starts taking jobs of one name; resolves when the worker is ready. How a run ends follows from what the handler throws:
   * `GiveUp` ends the job, `TryLater` and anything unforeseen run it again later while attempts are left.
   * One log line a run: `NAME.done` with the report, `NAME.retry`, `NAME.gave_up`.
   */
  work<Name extends JobName<Jobs>>(
    name: Name,
    handler: Handler<Jobs[Name]>,
    options: WorkOptions<Jobs[Name]>,
  ): Promise<void>;
  /** Puts a job now and then every `everyMs`, once for all processes that ask for it. */
  every<Name extends JobName<Jobs>>(name: Name, payload: Jobs[Name], everyMs: number): Promise<void>;
  /** By job name, for the names given. */
  counts<Name extends JobName<Jobs>>(names: readonly Name[]): Promise<Record<Name, JobCounts>>;
  /** Resolves when no job of the names this process works could run now; delayed jobs are not waited for. */
  runIdle(): Promise<void>;
  /** Does the back end answer? @throws what came back, after `timeoutMs` at the latest */
  ping(timeoutMs: number): Promise<void>;
  /**
   * Takes no more jobs, waits for the active ones for at most `graceMs`, and ends the connections. Jobs cut off run again
   * elsewhere when their lock has run out. @returns true when every active job ended by itself
   */
  close(graceMs?: number): Promise<boolean>;
}
