import type { App } from './app.ts';
import { growHeapSparingly } from './heap.ts';
import { JOBS, type JobKind, type JobName, type Payload } from './jobs.ts';
import { assessArticle } from './steps/assess-article.ts';
import type { Deps } from './steps/deps.ts';
import { pollSource } from './steps/poll-source.ts';
import { readArticle } from './steps/read-article.ts';
import { readReport } from './steps/read-report.ts';
import { sendAddressLetter } from './steps/send-address-letter.ts';
import { sendAlerts } from './steps/send-alerts.ts';
import { sendDigest } from './steps/send-digest.ts';
import { sendLetter } from './steps/send-letter.ts';
import { supervise } from './steps/supervise.ts';
import { tick } from './steps/tick.ts';

export const WORKERS = ['tick', 'poll', 'read', 'assess', 'alert', 'digest'] as const;
export type Worker = (typeof WORKERS)[number];

type Steps = { [Name in JobName]: (deps: Deps, payload: Payload<Name>) => Promise<unknown> };
const STEPS: Steps = {
  tick: (deps) => tick(deps),
  supervise,
  'poll-source': pollSource,
  'read-article': readArticle,
  'read-report': readReport,
  'assess-article': assessArticle,
  'send-alerts': sendAlerts,
  'send-letter': sendLetter,
  'send-address-letter': sendAddressLetter,
  'send-digest': sendDigest,
};

/**
 * What the store keeps when a job is given up for good: a failure is a row, not a job. A database that did not answer is no
 * failure of the work: nothing is kept, and the tick finds the work still to do.
 */
const GAVE_UP: { [Name in JobName]?: (deps: Deps, payload: Payload<Name>, reason: string) => Promise<void> } = {
  'read-article': ({ store, now }, { itemKey }, reason) => store.itemGivenUp(itemKey, reason, now()),
  'read-report': ({ store, now }, { reportId }, reason) => store.reportGivenUp(reportId, reason, now()),
  'assess-article': ({ store, now }, { articleId }, reason) => store.articleGivenUp(articleId, reason, now()),
};

const TICK_MS = 15_000;
const SUPERVISE_MS = 60_000;

/**
 * Starts taking the jobs of the named workers in this process.
 *
 * @param schedule whether this process also asks for the tick and the supervision (once for all processes that ask)
 */
export async function runJobs({ queues, deps }: App, workers: readonly Worker[], schedule: boolean): Promise<void> {
  growHeapSparingly();
  const names = (Object.keys(JOBS) as JobName[]).filter((name) => workers.includes(JOBS[name].worker));
  for (const name of names) await work(name);
  if (schedule && workers.includes('tick')) {
    await queues.every('tick', {}, TICK_MS);
    // A job of its own: a tick that fails must not silence who would tell of it.
    await queues.every('supervise', {}, SUPERVISE_MS);
  }

  async function work<Name extends JobName>(name: Name): Promise<void> {
    const kind = JOBS[name] as unknown as JobKind<Payload<Name>>;
    const step = STEPS[name] as (deps: Deps, payload: Payload<Name>) => Promise<unknown>;
    await queues.work(name, (payload) => step(deps, kind.payload.parse(payload) as Payload<Name>), {
      concurrency: kind.concurrency,
      attempts: kind.attempts,
      backOffMs: kind.backoffMs,
      onGaveUp: async (payload, error) => {
        if (!deps.store.isDatabaseFault(error)) await GAVE_UP[name]?.(deps, payload as never, error.message);
      },
    });
  }
}
