/**
 * The queue, on Redis or in the database. The only folder that knows BullMQ.
 *
 * The queue holds what is in flight and nothing else: finished and failed jobs are removed at once, because BullMQ ignores a job
 * whose id it still knows. One BullMQ queue a job name, so that each kind can have its own processes.
 */
import {
  type BackendFactory,
  createPostgresBackend,
  createRedisBackend,
  type IQueueBackend,
  Queue,
  Worker,
} from 'bullmq';
import type { Log } from '../../ports.ts';
import type { Database } from '../database/open.ts';
import { openQueuePool } from './postgres.ts';
import { openRedis } from './redis.ts';
import { backOff, processor } from './run.ts';
import type { Handler, JobCounts, JobMap, JobName, PutOptions, Queues, WorkOptions } from './types.ts';

export interface QueueOptions {
  /** `REDIS_URL`; null keeps the queue in the database. */
  redisUrl: string | null;
  database: Database;
  /** Namespace of the keys in Redis; the database has a schema for it. */
  prefix: string;
  log: Log;
  /** How long a silent worker keeps its job. */
  lockMs?: number;
}

/**
 * Room for a long page in a busy process: the embedded engine blocks the event loop for up to a second, and a lock that runs
 * out means the job runs twice.
 */
const LOCK_MS = 60_000;

/**
 * How often an idle worker looks by itself, seconds. New jobs, delayed jobs whose time has come and jobs taken back from dead
 * processes wake it at once. Six idle workers in the database: 300 statements a minute at BullMQ's 5 s, 40 at 60 s.
 */
const DRAIN_DELAY_S = 60;

/** A process killed in the middle of a job must not cost the job: the default of 1 loses them on Redis. */
const MAX_STALLED_COUNT = 1_000_000;

const IDLE_LOOK_MS = 50;
const CLOSE_GRACE_MS = 25_000;
const UNFINISHED = ['waiting', 'prioritized', 'active', 'delayed'] as const;

/** What BullMQ keeps of a job. Attempts are decided by the worker (`run.ts`); here only "as many as it says". */
const JOB_OPTIONS = {
  removeOnComplete: true,
  removeOnFail: true,
  attempts: 1_000_000,
  backoff: { type: 'custom' },
  stackTraceLimit: 1,
};

// biome-ignore lint/suspicious/noExplicitAny: BullMQ's own defaults; payloads are typed at `Queues`
type AnyQueue = Queue<any, any, string, any, any, string, IQueueBackend>;
// biome-ignore lint/suspicious/noExplicitAny: as above
type AnyWorker = Worker<any, any, string, IQueueBackend>;

interface BackEnd {
  name: Queues<JobMap>['backend'];
  /** Other processes may put and take jobs too. */
  shared: boolean;
  connection: unknown;
  factory: BackendFactory;
  ping(): Promise<unknown>;
  end(): Promise<void>;
}

/** @throws WrongUse and TryLater about the server (see `openRedis`) */
export async function openQueues<Jobs extends JobMap>(options: QueueOptions): Promise<Queues<Jobs>> {
  const { prefix, log, lockMs = LOCK_MS } = options;
  const backEnd = await openBackEnd(options);
  const base = { connection: backEnd.connection as never, prefix };
  const queues = new Map<string, AnyQueue>();
  const workers = new Map<string, AnyWorker>();
  /** Rises with every put here and with the beginning and the end of every run. */
  let movements = 0;
  /** Runs under way here. */
  let running = 0;
  let closed: Promise<boolean> | undefined;
  const quietly = quietErrors(log);

  function queue(name: string): AnyQueue {
    let found = queues.get(name);
    if (found === undefined) {
      const settings = { ...base, defaultJobOptions: JOB_OPTIONS, streams: { events: { maxLen: 100 } } };
      found = new Queue(name, settings, backEnd.factory);
      found.on('error', quietly(name));
      queues.set(name, found);
    }
    return found;
  }

  async function countsOf(name: string): Promise<JobCounts> {
    const { waiting = 0, prioritized = 0, active = 0, delayed = 0 } = await queue(name).getJobCounts(...UNFINISHED);
    return { waiting: waiting + prioritized, active, delayed };
  }

  async function isIdle(): Promise<boolean> {
    if (running > 0) return false;
    for (const name of workers.keys()) {
      const { waiting, active } = await countsOf(name);
      if (waiting + active > 0) return false;
    }
    return true;
  }

  async function close(graceMs: number): Promise<boolean> {
    const ended = Promise.allSettled([...workers.values()].map((worker) => worker.close()));
    const calm = await Promise.race([
      ended.then(() => true),
      new Promise<false>((resolve) => setTimeout(resolve, graceMs, false).unref()),
    ]);
    await Promise.allSettled([...queues.values()].map((open) => open.close()));
    await backEnd.end();
    return calm;
  }

  return {
    backend: backEnd.name,

    async put(name, payload, putOptions) {
      movements++;
      await queue(name).add(name, payload, bullOptions(putOptions));
    },

    async putMany(name, jobs) {
      if (jobs.length === 0) return;
      movements++;
      await queue(name).addBulk(jobs.map(({ payload, ...rest }) => ({ name, data: payload, opts: bullOptions(rest) })));
    },

    async work<Name extends JobName<Jobs>>(
      name: Name,
      handler: Handler<Jobs[Name]>,
      workOptions: WorkOptions<Jobs[Name]>,
    ) {
      const run = processor(name, handler, workOptions, log);
      const worker = new Worker(
        name,
        async (job) => {
          movements++;
          running++;
          await run(job).finally(() => {
            movements++;
            running--;
          });
        },
        {
          ...base,
          concurrency: workOptions.concurrency,
          lockDuration: lockMs,
          stalledInterval: lockMs / 2,
          maxStalledCount: MAX_STALLED_COUNT,
          drainDelay: DRAIN_DELAY_S,
          settings: { backoffStrategy: backOff(workOptions as WorkOptions<never>) },
        },
        backEnd.factory,
      );
      worker.on('error', quietly(name));
      worker.on('stalled', (jobId) => log.warn(`${name}.stalled`, { job: jobId }));
      workers.set(name, worker);
      await worker.waitUntilReady();
    },

    async every(name, payload, everyMs) {
      movements++;
      await queue(name).upsertJobScheduler(name, { every: everyMs }, { name, data: payload, opts: JOB_OPTIONS });
    },

    async counts(names) {
      const entries = await Promise.all(names.map(async (name) => [name, await countsOf(name)] as const));
      return Object.fromEntries(entries) as Record<(typeof names)[number], JobCounts>;
    },

    async runIdle() {
      // One look at several queues is not one moment: a job can pass from a queue not yet looked at to one already seen
      // empty. A job run here moves something during the look or is seen to run in all of it; those of other processes
      // are caught by a second look, most times.
      const enough = backEnd.shared ? 2 : 1;
      for (let idle = 0; ; ) {
        const before = movements;
        idle = (await isIdle()) && movements === before ? idle + 1 : 0;
        if (idle === enough) return;
        await new Promise((resolve) => setTimeout(resolve, IDLE_LOOK_MS));
      }
    },

    ping: (timeoutMs) => within(backEnd.ping(), timeoutMs, 'The queue'),

    close(graceMs = CLOSE_GRACE_MS) {
      closed ??= close(graceMs);
      return closed;
    },
  };
}

async function openBackEnd({ redisUrl, database, log }: QueueOptions): Promise<BackEnd> {
  if (redisUrl === null) {
    const { pool, end } = await openQueuePool(database, log);
    return {
      name: 'postgres',
      shared: database.mode === 'server',
      connection: pool,
      factory: createPostgresBackend as unknown as BackendFactory,
      ping: () => pool.query('SELECT 1'),
      end,
    };
  }
  const redis = await openRedis(redisUrl, log);
  return {
    name: 'redis',
    shared: true,
    connection: redis,
    factory: createRedisBackend,
    ping: () => redis.ping(),
    end: async () => {
      redis.disconnect();
    },
  };
}

function bullOptions({ jobId, delayMs, priority }: PutOptions) {
  return {
    jobId,
    ...(delayMs === undefined ? {} : { delay: Math.max(0, Math.ceil(delayMs)) }),
    ...(priority === undefined ? {} : { priority }),
  };
}

/** During an outage every worker reports at every try: a line when the message is new, and then at most one a minute. */
function quietErrors(log: Log) {
  const told = new Map<string, number>();
  return (name: string) => (error: Error) => {
    const now = performance.now();
    const key = `${name} ${error.message}`;
    if (now - (told.get(key) ?? Number.NEGATIVE_INFINITY) < 60_000) return;
    told.set(key, now);
    if (told.size > 200) told.delete(told.keys().next().value!);
    log.warn('queue.trouble', { queue: name, message: error.message });
  };
}

async function within(act: Promise<unknown>, timeoutMs: number, who: string): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${who} did not answer within ${timeoutMs} ms`)), timeoutMs);
  });
  try {
    await Promise.race([act, late]);
  } finally {
    clearTimeout(timer);
  }
}
