/**
 * Is the product broken? What the operator is told of, and nothing else: being busy, a source that fails or a receiver that
 * is away is no outage of ours.
 *
 * Each part is judged from what has been happening lately: `failing` opens an outage, `well` ends it, `unknown` (nothing
 * happened that could tell) leaves things as they are.
 */
import { OFF, type SourceHealth } from './health.ts';
import { counted, momentWords } from './sending/names.ts';
import { oneLine, shorten } from './sending/safe.ts';

/** `calls`: webhooks and chats; `delivery`: the canary, whether what was promised reaches anybody at all. */
const PARTS = ['mail', 'calls', 'polling', 'disk', 'delivery'] as const;
export type Part = (typeof PARTS)[number];

export type Verdict =
  | { part: Part; state: 'well' | 'unknown' }
  | { part: Part; state: 'failing'; since: Date; says: string };

const MINUTE_MS = 60_000;
const MIB = 1_048_576;
/** Tries in a row and the time they span, before a way out counts as failing: outlasts greylisting and a restart. */
const LEAST_TRIES = 3;
const LEAST_SPAN_MS = 10 * MINUTE_MS;
/** Receivers that fail together, before it looks like us rather than them. */
const LEAST_HOSTS = 2;
/** Replies about one mailbox: busy, greylisted, full. */
export const MAILBOX_CODES: ReadonlySet<number> = new Set([450, 451, 452, 552]);
const POLLING_MS = 60 * MINUTE_MS;
const POLLING_SPAN_MS = 30 * MINUTE_MS;
const LEAST_SOURCES = 3;
const DISK_LOW_BYTES = 256 * MIB;
const DISK_WELL_BYTES = 512 * MIB;

export interface WayOutTry {
  at: Date;
  outcome: 'sent' | 'later' | 'refused' | 'gone';
  message: string | null;
  /** What the mail server or receiver replied; null where nothing came back. */
  status: number | null;
  /** Who was to take it: the host of a call without its port, for mail an address; null where it has been removed. */
  host: string | null;
}

/**
 * Mail, or the calls: whether anything got through lately. What got through ends an outage at once.
 *
 * @param all   tries to tell readers, newest first
 * @param taken when the last message to the operator got through this way; null where none did
 */
export function wayOut(
  part: 'mail' | 'calls',
  all: readonly WayOutTry[],
  now: Date,
  taken: Date | null = null,
): Verdict {
  // What we did not even try to call says nothing about the way out.
  const tries = all.filter((one) => (taken === null || one.at > taken) && !(part === 'calls' && isOurRefusal(one)));
  const [newest] = tries;
  if (!newest) return { part, state: taken === null ? 'unknown' : 'well' };
  const got = tries.findIndex((one) => gotThrough(part, one));
  const failed = got === -1 ? tries : tries.slice(0, got);
  const since = (failed.at(-1) ?? newest).at;
  const away = got === -1 ? new Set<string | null>() : awayBeside(tries[got]!, tries);
  const hosts = new Set(failed.flatMap(({ host }) => (away.has(host) ? [] : [host]))).size;
  const lasts = failed.length >= LEAST_TRIES && now.getTime() - since.getTime() >= LEAST_SPAN_MS;
  const isTheirs = part === 'calls' || failed.every(isOfMailbox);
  if (!lasts || (isTheirs && hosts < LEAST_HOSTS))
    return { part, state: got === -1 && taken === null ? 'unknown' : 'well' };
  const what = part === 'mail' ? 'No mail was taken' : `No call was answered by any of ${hosts} receivers`;
  const last = shorten(oneLine(newest.message ?? ''), 300);
  return {
    ...{ part, state: 'failing', since },
    says: `${what} since ${momentWords(since)} (${failed.length} tries); the last: ${last}`,
  };
}

/** The server's answer is about one mailbox. */
const isOfMailbox = ({ status }: WayOutTry): boolean => status !== null && MAILBOX_CODES.has(status);

/** Mailboxes that were full or busy while another took its mail: they are no sign that the way out fails, however often tried again. */
const awayBeside = (sent: WayOutTry, tries: readonly WayOutTry[]): Set<string | null> =>
  new Set(
    tries.flatMap((one) =>
      isOfMailbox(one) && Math.abs(one.at.getTime() - sent.at.getTime()) <= MINUTE_MS ? [one.host] : [],
    ),
  );

/**
 * What a person who asks is told at once, before it is sure to be an outage: that of the mails tried lately none was taken, and
 * what came back; null where one was, or none was tried. What the server says of one mailbox alone says nothing of the server.
 *
 * @param tries newest first
 */
export function noMailTaken(tries: readonly WayOutTry[]): string | null {
  const [newest] = tries;
  const oldest = tries.at(-1);
  if (!newest || !oldest || tries.some((one) => gotThrough('mail', one))) return null;
  const isTheirs = tries.every(({ status }) => status !== null && MAILBOX_CODES.has(status));
  if (isTheirs && new Set(tries.map(({ host }) => host)).size < LEAST_HOSTS) return null;
  const last = shorten(oneLine(newest.message ?? ''), 300);
  return `none of the mails tried since ${momentWords(oldest.at)} was taken (${counted(tries.length, 'try', 'tries')}); the last: ${last}`;
}

/** A receiver of calls that answers anything at all was reached; a mail server may answer that it takes nothing from us. */
const gotThrough = (part: 'mail' | 'calls', { outcome, status }: WayOutTry): boolean =>
  outcome === 'sent' || outcome === 'gone' || (part === 'calls' && status !== null);
const isOurRefusal = ({ outcome, status }: WayOutTry): boolean => outcome === 'refused' && status === null;

export type PolledSource = Pick<SourceHealth, 'status' | 'lastAttempt' | 'lastSuccess' | 'nextDue'> & {
  failingSince: Date | null;
  /** What came back last, while it fails. */
  failure: string | null;
};

/**
 * Polling as a whole.
 *
 * @param watchedSince since when somebody has looked without a break: after a pause everything is overdue
 */
export function polling(sources: readonly PolledSource[], now: Date, watchedSince: Date): Verdict {
  const part = 'polling';
  const longAgo = new Date(now.getTime() - POLLING_MS);
  const asked = sources.filter(({ status }) => !OFF.includes(status));
  if (asked.some(({ lastSuccess }) => lastSuccess !== null && lastSuccess >= longAgo)) return { part, state: 'well' };
  if (asked.length === 0 || watchedSince > longAgo) return { part, state: 'unknown' };
  const tried = asked.filter(({ lastAttempt }) => lastAttempt !== null && lastAttempt >= longAgo);
  const since = earliest(tried.map(({ failingSince }) => failingSince));
  if (
    tried.length >= Math.min(LEAST_SOURCES, asked.length) &&
    since !== null &&
    now.getTime() - since.getTime() >= POLLING_SPAN_MS
  )
    return {
      ...{ part, state: 'failing', since },
      says: `${tried.length === 1 ? 'The only source' : `None of the ${tried.length} sources`} asked within the last hour ${tried.length === 1 ? 'did not answer' : 'answered'}${lastOf(tried)}. Is the network there?`,
    };
  const due = earliest(asked.map(({ nextDue }) => nextDue));
  if (tried.length === 0 && due !== null && due <= longAgo)
    return {
      ...{ part, state: 'failing', since: due },
      says: `Sources have been due since ${momentWords(due)} and nobody polls them; is a poll worker running?`,
    };
  return { part, state: 'unknown' };
}

function lastOf(failing: readonly PolledSource[]): string {
  const [newest] = [...failing].sort((a, b) => Number(b.lastAttempt) - Number(a.lastAttempt));
  return newest?.failure ? `; the last: ${shorten(oneLine(newest.failure), 300).replace(/\.$/, '')}` : '';
}

const earliest = (times: readonly (Date | null)[]): Date | null =>
  times.reduce((first, time) => (time !== null && (first === null || time < first) ? time : first), null);

export interface DiskLook {
  /** The data folder. */
  folder: string;
  freeBytes: number;
  /** Why nothing can be written; null when it can. */
  fault: string | null;
}

/** The data folder's disk: told while there is still room to write that down. */
export function disk({ folder, freeBytes, fault }: DiskLook, now: Date): Verdict {
  const part = 'disk';
  const free = `${Math.floor(freeBytes / MIB)} MiB free`;
  if (fault !== null)
    return {
      part,
      state: 'failing',
      since: now,
      says: `The data folder ${folder} cannot be written (${fault}; ${free})`,
    };
  if (freeBytes < DISK_LOW_BYTES)
    return {
      part,
      state: 'failing',
      since: now,
      says: `The disk of the data folder ${folder} is nearly full: ${free}`,
    };
  return { part, state: freeBytes >= DISK_WELL_BYTES ? 'well' : 'unknown' };
}

export interface Undelivered {
  events: number;
  /** The oldest of them, and when it was promised. */
  eventKey: string;
  since: Date;
}

/** The canary of immediate alerts: has what was promised reached at least one reader within the hour? */
export function delivery(undelivered: Undelivered | null, now: Date, watchedSince: Date): Verdict {
  const part = 'delivery';
  if (undelivered === null) return { part, state: 'well' };
  // After a pause everything is late; it is being sent now.
  if (now.getTime() - watchedSince.getTime() < POLLING_MS) return { part, state: 'unknown' };
  const { events, eventKey, since } = undelivered;
  return {
    ...{ part, state: 'failing', since },
    says: `Alerts of ${events} ${events === 1 ? 'judgement' : 'judgements'} reached nobody; the oldest is ${eventKey}, promised ${momentWords(since)}`,
  };
}
