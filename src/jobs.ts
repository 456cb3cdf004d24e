/**
 * The table of work: every job there is, the shape of its payload, how its id follows from the payload, how often it is
 * tried and how many run at once. Payloads are ids, so that a job may be lost or doubled without harm.
 */
import { z } from 'zod';

const short = z.string().min(1).max(400);

export interface JobKind<P> {
  payload: z.ZodType<P>;
  /** No colon, never a bare number: the queue refuses those. */
  id(payload: P): string;
  attempts: number;
  /** First pause between attempts, milliseconds; doubles. */
  backoffMs: number;
  concurrency: number;
  /** Worker process that runs it: `workers/<worker>.ts`. */
  worker: 'tick' | 'poll' | 'read' | 'assess' | 'alert' | 'digest';
}

const job = <P>(kind: JobKind<P>) => kind;
const safe = (id: string) => id.replaceAll(':', '.');

export const JOBS = {
  tick: job({
    payload: z.object({}),
    id: () => 'tick.once',
    attempts: 1,
    backoffMs: 1_000,
    concurrency: 1,
    worker: 'tick',
  }),
  supervise: job({
    payload: z.object({}),
    id: () => 'supervise.once',
    attempts: 1,
    backoffMs: 1_000,
    concurrency: 1,
    worker: 'tick',
  }),
  'poll-source': job({
    payload: z.object({ sourceId: short }),
    id: ({ sourceId }) => safe(`poll-source.${sourceId}`),
    attempts: 1, // a failed poll is a row with its own next time; the tick comes back to it
    backoffMs: 1_000,
    concurrency: 16,
    worker: 'poll',
  }),
  'read-article': job({
    payload: z.object({ itemKey: short }),
    id: ({ itemKey }) => safe(`read-article.${itemKey}`),
    attempts: 1, // as above: the item's row says when to try again
    backoffMs: 1_000,
    concurrency: 8,
    worker: 'read',
  }),
  'read-report': job({
    payload: z.object({ reportId: short }),
    id: ({ reportId }) => safe(`read-report.${reportId}`),
    attempts: 1, // as above
    backoffMs: 1_000,
    concurrency: 1,
    worker: 'read',
  }),
  'assess-article': job({
    payload: z.object({ articleId: short }),
    id: ({ articleId }) => safe(`assess-article.${articleId}`),
    attempts: 3,
    backoffMs: 2_000,
    concurrency: 2,
    worker: 'assess',
  }),
  'send-alerts': job({
    // One reader at a time: the storm guard looks at all that is due to one.
    payload: z.object({ subscriptionId: short }),
    id: ({ subscriptionId }) => safe(`send-alerts.${subscriptionId}`),
    attempts: 1, // the ledger's rows say when to try again
    backoffMs: 1_000,
    concurrency: 4,
    worker: 'alert',
  }),
  'send-letter': job({
    payload: z.object({ subscriptionId: short }),
    id: ({ subscriptionId }) => safe(`send-letter.${subscriptionId}`),
    attempts: 1, // as above
    backoffMs: 1_000,
    concurrency: 1,
    worker: 'alert',
  }),
  'send-address-letter': job({
    payload: z.object({ changeId: short }),
    id: ({ changeId }) => safe(`send-address-letter.${changeId}`),
    attempts: 1, // as above
    backoffMs: 1_000,
    concurrency: 1,
    worker: 'alert',
  }),
  'send-digest': job({
    payload: z.object({ digestId: short }),
    id: ({ digestId }) => safe(`send-digest.${digestId}`),
    attempts: 1,
    backoffMs: 1_000,
    concurrency: 2,
    worker: 'digest',
  }),
} as const;

export type JobName = keyof typeof JOBS;
export type Payload<N extends JobName> = z.infer<(typeof JOBS)[N]['payload']>;
