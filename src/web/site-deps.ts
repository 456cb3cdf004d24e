import type { Counters } from '../adapters/store/counters.ts';
import type { AddressChange } from '../adapters/store/persons.ts';
import type { Store, StoredSubscription } from '../adapters/store/store.ts';
import type { LinkPurpose, OperatorKey } from '../adapters/tokens.ts';
import type { Week } from '../core/dates.ts';
import type { SourceHealth } from '../core/health.ts';
import type { Rulebook } from '../core/judging/rules/rulebook.ts';
import type { Register } from '../core/register.ts';
import type { ReportSite } from '../core/report-sites.ts';
import type { QuietHours } from '../core/sending/cadence.ts';
import type { Digest } from '../core/sending/digest.ts';
import type { Linked } from '../core/sending/letter.ts';
import type { Names } from '../core/sending/names.ts';
import type { Cadence, Criteria } from '../core/types.ts';
import type { SpeakerRole } from '../core/who-said.ts';
import type { Clock, Log } from '../ports.ts';
import type { Deps } from '../steps/deps.ts';

/** What the pages are given. */
export interface SiteDeps {
  store: Store;
  names: Names;
  rulebook: Rulebook;
  /** Asked each time: judgements are imported while the pages are served. */
  register(): Register;
  /** Where inspectorates publish: what else the register was read from is not the report. */
  reportSites: ReportSite[];
  now: Clock;
  log: Log;
  version: string;
  sample: boolean;
  /** Public roles in which people are quoted. */
  speakers: SpeakerRole[];
  /** Whom readers may tell that something is wrong. */
  contact: string | null;
  health(): Promise<SourceHealth[]>;
  ping(): Promise<void>;
  /** The subscription a link's token stands for; null for a token that is unknown or expired. */
  subscriptionOf(token: string, purpose: LinkPurpose): Promise<StoredSubscription | null>;
  /** All that a link to unsubscribe stands for; none for a token that is unknown. */
  subscriptionsOf(token: string, purpose: 'unsubscribe'): Promise<StoredSubscription[]>;
  newToken: Deps['newToken'];
  addressKey: Deps['addressKey'];
  /** The last judgements of what a subscription asks for, a line each. */
  latestOf(criteria: Criteria): Promise<Linked[]>;
  /** One week, whole. */
  digestOf(asked: { week: Week; asKnown: 'then' | 'now'; criteria: Criteria | null }): Promise<Digest>;
  /** Whether letters leave this installation, or lie in a folder. */
  sendsMail: boolean;
  /** Counts what strangers do, together with the other processes. */
  counters: Counters;
  /** A proxy of ours stands before the pages and names the visitor's address. */
  trustProxy: boolean;
  /** A visitor asks for alerts. @throws WrongUse when it is not one address of the channel */
  signUp(asked: {
    channel: 'mail' | 'push';
    address: string;
    criteria: Criteria;
    every: Cadence;
    quiet: QuietHours | null;
  }): Promise<void>;
  /** A browser's address has changed. @throws WrongUse when one of them is none */
  moveBrowser(addresses: { from: string; to: string }): Promise<void>;
  /** What operators are known by; null: their pages are off. */
  operatorKey: OperatorKey | null;
  /** What browsers are asked with whether our messages may come. */
  pushKey: string;
  /** How often a reader is told from now on. */
  changeCadence(reader: StoredSubscription, every: Cadence): Promise<unknown>;
  /** Asks a new address whether a reader's messages may go there. */
  askNewAddress(reader: StoredSubscription, address: string): Promise<void>;
  /** The change of address a link confirms; null for a link that is unknown or expired. */
  addressChangeOf(token: string): Promise<AddressChange | null>;
  /** Base of links that leave the pages; asked each time, as the port may be known late. */
  publicUrl(): string;
}
