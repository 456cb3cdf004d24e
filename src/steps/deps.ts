/** What every step is given. Ports and the store; nothing a step could reach around. */
import type { Names } from '../core/sending/names.ts';
import type { Rulebook } from '../core/judging/rulebook.ts';
import type { Authority, RegisterJudgement } from '../core/types.ts';
import type { JobName, Payload } from '../jobs.ts';
import type { Clock, FeedReader, Log, Mailer, PageReader, Web, Webhooks } from '../ports.ts';
import type { Store } from '../adapters/store/store.ts';

export interface JobQueue {
  /** Putting a job that waits already is a no-op. */
  put<N extends JobName>(name: N, payloads: Payload<N>[]): Promise<void>;
}

/** Settings the steps look at; days and counts. */
export interface Policy {
  freshDays: number;
  keepDays: number;
  storm: number;
  /** Base of links in what is sent. */
  publicUrl: string;
  /** Domain of Message-IDs. */
  mailDomain: string;
  /** True for demonstrations: everything that leaves says so. */
  sample: boolean;
}

export interface Deps {
  now: Clock;
  log: Log;
  store: Store;
  queue: JobQueue;
  web: Web;
  feeds: FeedReader;
  pages: PageReader;
  mailer: Mailer;
  webhooks: Webhooks;
  rulebook: Rulebook;
  authorities: Authority[];
  register: RegisterJudgement[];
  names: Names;
  policy: Policy;
}
