import type { Job } from 'bullmq';
import { expect, test } from 'vitest';
import { processor } from '../../src/adapters/queue/run.ts';
import { silent } from '../support/backends.ts';

/** A job as the queue hands it over. */
const aJob = (over: Partial<Job>) =>
  ({ id: 'assess-article.x', data: { articleId: 'x' }, attemptsMade: 0, attemptsStarted: 1, ...over }) as Job<{
    articleId: string;
  }>;

const starts = [
  // started   runs?
  [1, true],
  [100, true], // killed 99 times for reasons of others
  [101, false],
] as const;
for (const [attemptsStarted, runs] of starts)
  test(`a job started for the ${attemptsStarted}th time without ever ending ${runs ? 'is run' : 'is given up, and its failure kept'}`, async () => {
    let ran = false;
    const gaveUp: string[] = [];
    const run = processor(
      'assess-article',
      async () => {
        ran = true;
      },
      {
        concurrency: 1,
        attempts: 3,
        backOffMs: 1,
        onGaveUp: async ({ articleId }: { articleId: string }, error) =>
          void gaveUp.push(`${articleId}: ${error.message}`),
      },
      silent,
    );
    const ended = run(aJob({ attemptsStarted }));
    if (runs) await ended;
    else await expect(ended).rejects.toThrow('never came to an end');
    expect(ran).toBe(runs);
    expect(gaveUp).toEqual(
      runs ? [] : ['x: assess-article assess-article.x was started 100 times and never came to an end'],
    );
  });

test('a failure that cannot be kept does not stop the worker: the next tick finds the work', async () => {
  const events: string[] = [];
  const log = {
    ...silent,
    warn: (event: string) => void events.push(event),
    error: (event: string) => void events.push(event),
  };
  const run = processor(
    'assess-article',
    async () => {
      throw new Error('a bug');
    },
    {
      concurrency: 1,
      attempts: 1,
      backOffMs: 1,
      onGaveUp: async () => {
        throw new Error('the database is away');
      },
    },
    log,
  );
  await expect(run(aJob({}))).rejects.toThrow('a bug');
  expect(events).toEqual(['assess-article.gave_up', 'assess-article.failure_not_kept']);
});
