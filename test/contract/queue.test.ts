import { fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openQueues } from '../../src/adapters/queue/open.ts';
import type { Queues, WorkOptions } from '../../src/adapters/queue/types.ts';
import { giveUp, tryLater } from '../../src/errors.ts';
import { backends, type OpenBackend, silent } from '../support/backends.ts';

type Jobs = { read: { n: number }; assess: { n: number }; tick: { at: string } };
const options: WorkOptions<object> = { concurrency: 2, attempts: 3, backOffMs: 50 };

let noMigrations: string;
beforeAll(async () => {
  noMigrations = await mkdtemp(join(tmpdir(), 'gradewatch-none-'));
});
afterAll(() => rm(noMigrations, { recursive: true, force: true }));

for (const backend of backends()) {
  describe.skipIf(backend.missing)(
    `the queue on ${backend.name}${backend.missing ? ` (${backend.missing})` : ''}`,
    () => {
      let opened: OpenBackend;
      const open: Queues<Jobs>[] = [];
      const queues = async () => {
        const { database, redisUrl, prefix } = opened;
        const made = await openQueues<Jobs>({ redisUrl, database, prefix, log: silent, lockMs: 2_000 });
        open.push(made);
        return made;
      };

      beforeAll(async () => {
        opened = await backends({ migrationsDir: noMigrations })
          .find(({ name }) => name === backend.name)!
          .open();
      });
      afterEach(async () => {
        for (const each of open.splice(0)) await each.close();
      });
      afterAll(() => opened.close());

      test('a job put twice runs once', async () => {
        const queue = await queues();
        const seen: number[] = [];
        await queue.put('read', { n: 1 }, { jobId: 'read-1' });
        await queue.put('read', { n: 1 }, { jobId: 'read-1' });
        await queue.putMany('read', [
          { payload: { n: 1 }, jobId: 'read-1' },
          { payload: { n: 2 }, jobId: 'read-2' },
          { payload: { n: 2 }, jobId: 'read-2' },
        ]);
        expect((await queue.counts(['read'])).read).toEqual({ waiting: 2, active: 0, delayed: 0 });
        await queue.work('read', async ({ n }) => seen.push(n), options);
        await queue.runIdle();
        expect(seen.sort()).toEqual([1, 2]);
      });

      test('a job that is done may be put again', async () => {
        const queue = await queues();
        const seen: number[] = [];
        await queue.work('read', async ({ n }) => seen.push(n), options);
        for (const n of [1, 2]) {
          await queue.put('read', { n }, { jobId: 'read-again' });
          await queue.runIdle();
        }
        expect(seen).toEqual([1, 2]);
      });

      test('an idle worker is woken by a new job at once', async () => {
        const queue = await queues();
        let done = 0;
        await queue.work('read', async () => done++, options);
        await queue.runIdle();
        await new Promise((resolve) => setTimeout(resolve, 300));
        await queue.put('read', { n: 1 }, { jobId: 'wake' });
        await expect.poll(() => done, { timeout: 2_000 }).toBe(1);
      });

      test('a delayed job waits for its time and is not waited for', async () => {
        const queue = await queues();
        const started = performance.now();
        let ranAfterMs = 0;
        await queue.work('read', async () => (ranAfterMs = performance.now() - started), options);
        await queue.runIdle();
        await queue.put('read', { n: 1 }, { jobId: 'later', delayMs: 1_000 });
        await queue.runIdle();
        expect(ranAfterMs).toBe(0);
        expect((await queue.counts(['read'])).read.delayed).toBe(1);
        await expect.poll(() => ranAfterMs, { timeout: 5_000 }).toBeGreaterThanOrEqual(990);
      });

      test('work handed on is waited for, through every queue', async () => {
        const queue = await queues();
        const seen: string[] = [];
        await queue.work(
          'read',
          async ({ n }) => {
            await queue.put('assess', { n }, { jobId: `assess-${n}` });
            seen.push(`read ${n}`);
          },
          options,
        );
        await queue.work(
          'assess',
          async ({ n }) => {
            await new Promise((resolve) => setTimeout(resolve, 100));
            seen.push(`assess ${n}`);
            if (n < 3) await queue.put('read', { n: n + 1 }, { jobId: `read-${n + 1}` });
          },
          options,
        );
        await queue.put('read', { n: 1 }, { jobId: 'read-1' });
        await queue.runIdle();
        expect(seen).toEqual(['read 1', 'assess 1', 'read 2', 'assess 2', 'read 3', 'assess 3']);
      });

      test('a job that fails runs again, as often as its worker says, and is then given up', async () => {
        const queue = await queues();
        const attempts: number[] = [];
        const gaveUp: string[] = [];
        await queue.work(
          'read',
          async (_, { attempt }) => {
            attempts.push(attempt);
            throw attempt === 1 ? tryLater('the site is down') : new Error('a fault of ours');
          },
          { ...options, onGaveUp: async ({ n }, error, tries) => void gaveUp.push(`${n} ${error.message} ${tries}`) },
        );
        await queue.put('read', { n: 7 }, { jobId: 'fails' });
        await expect.poll(() => gaveUp, { timeout: 5_000 }).toEqual(['7 a fault of ours 3']);
        expect(attempts).toEqual([1, 2, 3]);
        await expect.poll(() => queue.counts(['read'])).toEqual({ read: { waiting: 0, active: 0, delayed: 0 } });
      });

      test('a job that gives up is not run again, and its failure can be kept', async () => {
        const queue = await queues();
        let runs = 0;
        const gaveUp: string[] = [];
        await queue.work(
          'read',
          async () => {
            runs++;
            throw giveUp('the page is gone');
          },
          { ...options, onGaveUp: async ({ n }, error) => void gaveUp.push(`${n} ${error.message}`) },
        );
        await queue.put('read', { n: 7 }, { jobId: 'gone' });
        await queue.runIdle();
        expect({ runs, gaveUp }).toEqual({ runs: 1, gaveUp: ['7 the page is gone'] });
        expect((await queue.counts(['read'])).read).toEqual({ waiting: 0, active: 0, delayed: 0 });
      });

      test('a retry waits as long as the other side asked for', async () => {
        const queue = await queues();
        const times: number[] = [];
        await queue.work(
          'read',
          async () => {
            times.push(performance.now());
            if (times.length === 1) throw tryLater('503', { retryAfterMs: 1_200 });
          },
          options,
        );
        await queue.put('read', { n: 1 }, { jobId: 'asked' });
        await queue.runIdle();
        expect((await queue.counts(['read'])).read.delayed).toBe(1);
        await expect.poll(() => times.length, { timeout: 5_000 }).toBe(2);
        expect(times[1]! - times[0]!).toBeGreaterThanOrEqual(1_190);
      });

      test('low priority numbers go first', async () => {
        const queue = await queues();
        const seen: number[] = [];
        await queue.putMany('read', [
          { payload: { n: 3 }, jobId: 'p-3', priority: 9 },
          { payload: { n: 2 }, jobId: 'p-2', priority: 1 },
          { payload: { n: 1 }, jobId: 'p-1' },
        ]);
        await queue.work('read', async ({ n }) => seen.push(n), { ...options, concurrency: 1 });
        await queue.runIdle();
        expect(seen).toEqual([1, 2, 3]);
      });

      test('a repeating job comes at its interval, once however many ask for it', async () => {
        const [one, two] = [await queues(), await queues()];
        let ticks = 0;
        await one.work('tick', async () => ticks++, options);
        await one.every('tick', { at: 'any' }, 500);
        await two.every('tick', { at: 'any' }, 500);
        await expect.poll(() => ticks, { timeout: 5_000 }).toBeGreaterThanOrEqual(3);
        expect((await one.counts(['tick'])).tick.delayed).toBeLessThanOrEqual(1);
      });

      test('closing waits for the job that runs and takes no other', async () => {
        const queue = await queues();
        const ended: number[] = [];
        await queue.work(
          'read',
          async ({ n }) => {
            await new Promise((resolve) => setTimeout(resolve, 400));
            ended.push(n);
          },
          { ...options, concurrency: 1 },
        );
        await queue.putMany('read', [
          { payload: { n: 1 }, jobId: 'close-1' },
          { payload: { n: 2 }, jobId: 'close-2' },
        ]);
        await expect.poll(async () => (await queue.counts(['read'])).read.active).toBe(1);
        expect(await queue.close()).toBe(true);
        expect(ended).toEqual([1]);

        const next = await queues();
        await next.work('read', async ({ n }) => ended.push(n), options);
        await next.runIdle();
        expect(ended).toEqual([1, 2]);
      });

      test('a job whose process was killed is run by another', async () => {
        // On the embedded database the next process is the one that opens it; on servers any worker notices the lock run out.
        const embedded = opened.database.mode === 'embedded';
        if (embedded) await opened.database.close();
        const child = fork(fileURLToPath(new URL('../support/hang-in-job.ts', import.meta.url)), {
          execArgv: ['--import', 'tsx'],
          env: {
            ...process.env,
            HANG: JSON.stringify({
              url: opened.database.connectionString,
              redisUrl: opened.redisUrl,
              prefix: opened.prefix,
              dataDir: opened.dataDir,
              migrationsDir: noMigrations,
            }),
          },
        });
        await new Promise<void>((resolve, reject) => {
          child.once('message', () => resolve());
          child.once('exit', (code) => reject(new Error(`exit ${code}`)));
        });
        child.removeAllListeners('exit');
        const ended = new Promise((resolve) => child.once('exit', resolve));
        child.kill('SIGKILL');
        await ended;

        if (embedded) opened.database = await opened.reopen();
        const queue = await queues();
        const seen: number[] = [];
        await queue.work('read', async ({ n }) => seen.push(n), options);
        await expect.poll(() => seen, { timeout: 20_000 }).toEqual([42]);
      });

      test('the back end answers', async () => {
        const queue = await queues();
        await queue.ping(5_000);
        expect(queue.backend).toBe(backend.name === 'postgres+redis' ? 'redis' : 'postgres');
      });
    },
  );
}
