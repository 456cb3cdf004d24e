/** What every step is given: ports, the store, the knowledge. Nothing a step could reach around. */
import type { OperatorDoor } from '../adapters/channels/operator.ts';
import type { Outlet } from '../adapters/channels/outlet.ts';
import type { Candidate } from '../adapters/feeds/discover.ts';
import type { ListRule } from '../adapters/feeds/list-rules.ts';
import type { PageRule } from '../adapters/pages/page-rules.ts';
import type { Store } from '../adapters/store/store.ts';
import type { LinkPurpose } from '../adapters/tokens.ts';
import type { GuardedPost } from '../adapters/web-fetch/index.ts';
import type { Family } from '../core/events/times.ts';
import type { Rulebook } from '../core/judging/rules/rulebook.ts';
import type { HostingGroup } from '../core/polling/hosting.ts';
import type { QuietSeason } from '../core/polling/silence.ts';
import type { Register } from '../core/register.ts';
import type { ReportSite } from '../core/report-sites.ts';
import type { Names } from '../core/sending/names.ts';
import type { DiskLook } from '../core/supervision.ts';
import type { Channel, SourceProposal } from '../core/types.ts';
import type { SpeakerRole } from '../core/who-said.ts';
import type { JobName, Payload } from '../jobs.ts';
import type { Clock, FeedReader, Log, Mailbox, PageReader, Web } from '../ports.ts';

export interface JobQueue {
  /** Putting a job that waits already is a no-op. */
  put<N extends JobName>(name: N, payloads: Payload<N>[]): Promise<void>;
}

/** Settings the steps look at. */
export interface Policy {
  freshDays: number;
  keepDays: number;
  /** `file:` address of the folder with mail to our sender; null where nobody delivers it. */
  returns: string | null;
  /** Immediate alerts an hour to one reader. */
  storm: number;
  /** Base of links in what is sent. */
  publicUrl: string;
  /** A demonstration: everything that leaves says so. */
  sample: boolean;
  /** Whom readers may tell that something is wrong: a mail or web address; null where nobody is named. */
  contact: string | null;
}

export interface Knowledge {
  rulebook: Rulebook;
  register: Register;
  /** The shipped list. */
  proposals: SourceProposal[];
  names: Names;
  /** Framework families with the inspection dates they cover. */
  families: Family[];
  /** How list pages and article pages of known content systems are read. */
  listRules: ListRule[];
  pageRules: PageRule[];
  /** Where inspectorates publish their own reports. */
  reportSites: ReportSite[];
  /** Times of year in which a silent source is no cause for alarm. */
  seasons: QuietSeason[];
  /** Publishers whose titles share their servers. */
  hostingGroups: HostingGroup[];
  /** Public roles in which people are quoted. */
  speakers: SpeakerRole[];
}

/** The way to hubs that tell of news (WebSub). */
interface PushDoor {
  /** Where hubs reach our pages. */
  publicUrl: string;
  post: GuardedPost['post'];
  newSecret(): string;
}

export interface Deps extends Knowledge {
  now: Clock;
  log: Log;
  store: Store;
  queue: JobQueue;
  web: Web;
  feeds: FeedReader;
  mailbox: Mailbox;
  /** Feeds, news lists and sitemaps a page leads to, best first. */
  discover(bytes: Uint8Array, hints: { headers: Record<string, string>; base: string }): Candidate[];
  pages: PageReader;
  channels: Record<Channel, Outlet>;
  /** Null where no operator is named: then the log is all. */
  operator: OperatorDoor | null;
  lookAtDisk(): Promise<DiskLook>;
  /**
   * A fresh token for a link in a letter, kept hashed or signed.
   *
   * @param subject a subscription, or a change of address
   * @param also    further subscriptions that the link is for, where it is one to unsubscribe
   */
  newToken(subject: string, purpose: LinkPurpose, also?: readonly string[]): Promise<string>;
  /** What stands for a mail address where it must be known again after it was removed: a keyed hash, whatever its case. */
  addressKey(address: string): string;
  /** Takes up judgements that were imported since, here or by another process, into `register`. */
  refreshRegister(): Promise<void>;
  /** Null where our pages cannot be reached from outside. */
  push: PushDoor | null;
  /** What a database server does by itself; the embedded one has to be asked, daily. */
  housekeeping(): Promise<void>;
  policy: Policy;
}
