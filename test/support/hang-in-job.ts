/** A process that takes one job and never ends it; the test kills it. */
import { openDatabase } from '../../src/adapters/database/open.ts';
import { openQueues } from '../../src/adapters/queue/open.ts';

const log = { info() {}, warn() {}, error() {} };
const { url, redisUrl, prefix, dataDir, migrationsDir } = JSON.parse(process.env.HANG!);
const database = await openDatabase({ url, dataDir, migrationsDir, log });
const queue = await openQueues<{ read: { n: number } }>({ redisUrl, database, prefix, log, lockMs: 2_000 });
await queue.work(
  'read',
  async () => {
    process.send!('in the job');
    await new Promise(() => {});
  },
  { concurrency: 1, attempts: 1, backOffMs: 1 },
);
await queue.put('read', { n: 42 }, { jobId: 'hangs' });
setInterval(() => {}, 1_000);
