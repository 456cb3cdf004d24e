/**
 * What the steps ask of the outside world. Each adapter keeps one of these promises and hides one library.
 * The store's promise is `Store` in `adapters/store`, typed by its own file: it is too wide to repeat here.
 */
import type { Coded, ExtractedPage, ParsedFeed } from './core/types.ts';

/** The one source of "now": the composition root makes it, so that tests and demonstrations can set it. */
export type Clock = () => Date;

/** Structured log: an event name and ids, counts, milliseconds. No prose, no article text, no addresses. */
export interface Log {
  info(event: string, fields?: Record<string, unknown>): void;
  warn(event: string, fields?: Record<string, unknown>): void;
  error(event: string, fields?: Record<string, unknown>): void;
}

/** Validators exactly as the server sent them. */
export interface Validators {
  etag: string | null;
  lastModified: string | null;
  /** Address that sent them. When it is given they are sent back to that address only, at whatever hop it stands. */
  from?: string | undefined;
}

export interface Hop {
  status: number;
  from: string;
  to: string;
}

/** A completed exchange. Failures are thrown as `TryLater` or `GiveUp` with an `errorClass`. */
export interface Fetched {
  /** 200-range with a body, or 304 with an empty one. */
  status: number;
  notModified: boolean;
  /** Address that answered, after redirects. */
  url: string;
  hops: Hop[];
  /** Lower-case names. */
  headers: Record<string, string>;
  /** Decompressed, at most the limit asked for. */
  body: Uint8Array;
  validators: Validators;
  ms: number;
}

export interface FetchOptions {
  validators?: Validators | undefined;
  /** Decides size limit and Accept: feed 10 MiB, page 3 MiB. */
  as: 'feed' | 'page';
  /** Ask robots.txt first (pages, and feeds that were discovered rather than supplied). */
  robots: boolean;
}

export interface Web {
  /** Conditional GET under the manners of the product: address guard at every hop, limits, per-host gaps. */
  get(url: string, options: FetchOptions): Promise<Fetched>;
  close(): Promise<void>;
}

export interface ReadHints {
  /** Response headers, lower-case names. */
  headers: Record<string, string>;
  /** Address the bytes came from: base of relative links. */
  base: string | null;
  /** Set for sources registered as list pages, and for mails. */
  expect?: 'feed' | 'html' | 'mail' | undefined;
  /** For "yesterday" on list pages and for flagging dates in the future; without it neither is done. */
  now?: Date | undefined;
}

/** A mail in a folder, known by its headers. */
export interface MailFile {
  file: string;
  /** Follows from its headers: the same wherever and however often it is delivered. */
  id: string;
  subject: string;
  /** Address of the sender, in small letters. */
  from: string;
}

export interface MailList {
  /** Oldest first. */
  mails: MailFile[];
  warnings: Coded[];
}

export interface MailboxLook {
  /** Keys of all mails there: what is gone need not be remembered. */
  there: Set<string>;
  /** The next ones to read, oldest first as far as their names tell. */
  unread: { key: string; file: string }[];
}

export interface Mailbox {
  /**
   * @param address a `file:` address; `?from=` takes the mails of a sender or of a host only
   * @throws TryLater where the folder cannot be read
   */
  list(address: string, now: Date): Promise<MailList>;
  /**
   * Looks for mails not known yet, opening none: what is known costs no more than its name.
   *
   * @param known keys of earlier looks
   * @param most  no more than so many
   * @throws TryLater where the folder cannot be read
   */
  look(address: string, now: Date, known: ReadonlySet<string>, most: number): Promise<MailboxLook>;
  /** The bytes of one mail, cut at a bound. */
  read(file: string): Promise<Uint8Array>;
}

/** Bytes in, entries out. Never loses a readable entry to an exception. @throws GiveUp `not_a_feed`, `parse`. */
export interface FeedReader {
  parse(bytes: Uint8Array, hints: ReadHints): Promise<ParsedFeed>;
  /** Ends the thread that large documents are read in. */
  close?(): Promise<void>;
}

/** Bytes of a page or a PDF in, readable text and metadata out; runs where a hostile page can be stopped. */
export interface PageReader {
  extract(bytes: Uint8Array, hints: { headers: Record<string, string>; url: string | null }): Promise<ExtractedPage>;
  close(): Promise<void>;
}

export interface Mail {
  messageId: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  headers: Record<string, string>;
}

/** What the other side said when it took a message. */
export interface HandedOver {
  providerId: string;
  /** HTTP status or SMTP reply code; null when it was written to a file. */
  status: number | null;
}

export interface Mailer {
  /** @returns what the provider answered. @throws TryLater on 4xx and connection faults, GiveUp on 5xx. */
  send(mail: Mail): Promise<HandedOver>;
  close(): Promise<void>;
}

export interface WebhookCall {
  /** Same on every resend: receivers drop what they have seen. */
  id: string;
  url: string;
  secret: string;
  body: string;
}

export interface PushCall {
  /** What our ledger calls it. */
  id: string;
  /** As the channel's `check` returned it. */
  address: string;
  /** At most 3 kB of JSON for our service worker. */
  body: string;
  /** A later message of the same topic takes the place of one that still waits. */
  topic: string;
  urgent: boolean;
}

export interface Pushes {
  /** Encrypts for one browser, signs and posts. @throws TryLater for connection faults and whatever a push service answers but 2xx, GiveUp for 404, 410 and 413. */
  call(call: PushCall): Promise<HandedOver>;
}

export interface Webhooks {
  /** Signs as Standard Webhooks and posts. @throws TryLater for connection faults and whatever a receiver answers but 2xx, GiveUp for 410 and 413. */
  call(call: WebhookCall): Promise<HandedOver>;
}
