/**
 * What a source's polls leave behind: flat and JSON-able, kept with the source's row. Times are ISO strings in UTC.
 */
import type { ErrorClass, GiveUp, TryLater } from '../../errors.ts';
import type { Day, Rhythm, SourceFormat, SourceKind, SourceStatus } from '../types.ts';

/** Validators as `Web` gave them. */
export interface KeptValidators {
  etag: string | null;
  lastModified: string | null;
  from?: string | undefined;
}

export interface SourceState {
  /** Kept only with the items they came with. */
  validators: KeptValidators | null;
  /** SHA-256 of the bytes last read. */
  bodyHash: string | null;
  /** SHA-256 of the entries last read: a page whose furniture changes keeps it. */
  listHash: string | null;
  /** Polls in a row in which a further page of its list failed before it met what is known; absent for none. */
  unread?: number;
  /** When a whole body was last read, validators or not. */
  fullReadAt: string | null;

  lastAttempt: string | null;
  lastSuccess: string | null;
  /** Failed polls in a row. */
  failures: number;
  errorClass: ErrorClass | null;
  errorMessage: string | null;
  errorSince: string | null;

  /** Polls of a source on trial that gave entries. */
  yields: number;

  /** Where permanent redirects lead, polls in a row that agreed, the first of them. */
  permanentMoveTo: string | null;
  permanentMoveSeen: number;
  permanentMoveSince: string | null;
  /** A person was told of `permanentMoveTo`. */
  permanentMoveTold: boolean;
  goneSeen: number;
  goneSince: string | null;

  /** Entries the source listed when last read. */
  window: number;
  /** Share of them we knew already, 0 to 1; null before the second reading. */
  overlap: number | null;
  /** The longest pause after which half the window would be new; null while nothing is known. */
  paceMinutes: number | null;
  /** Days with new items and how many, oldest first. */
  arrivals: { day: Day; items: number }[];
  itemsPerWeek: number | null;
  silentSince: string | null;

  /** The source's own pace, its cache headers and what it asked for after refusing. */
  rhythm: Rhythm | null;
  freshUntil: string | null;
  holdUntil: string | null;
}

/** What of a source speaks neither for what was read before nor against its address. */
export const SPOTLESS = {
  validators: null,
  bodyHash: null,
  failures: 0,
  errorClass: null,
  errorMessage: null,
  errorSince: null,
  permanentMoveTo: null,
  permanentMoveSeen: 0,
  permanentMoveSince: null,
  permanentMoveTold: false,
  goneSeen: 0,
  goneSince: null,
} satisfies Partial<SourceState>;

/** A source nobody has polled yet. */
export const unpolled = (): SourceState => ({
  ...SPOTLESS,
  listHash: null,
  fullReadAt: null,
  lastAttempt: null,
  lastSuccess: null,
  yields: 0,
  window: 0,
  overlap: null,
  paceMinutes: null,
  arrivals: [],
  itemsPerWeek: null,
  silentSince: null,
  rhythm: null,
  freshUntil: null,
  holdUntil: null,
});

/** The columns of a source that decide about its polls. */
export interface PolledSource {
  id: string;
  url: string;
  kind: SourceKind;
  format: SourceFormat;
  status: SourceStatus;
}

/** What of an exchange matters here; `Fetched` has it all. */
export interface Exchange {
  notModified: boolean;
  /** Address that answered. */
  url: string;
  hops: readonly { status: number; from: string; to: string }[];
  headers: Readonly<Record<string, string>>;
  validators: KeptValidators;
}

export type PollOutcome =
  /** 304, or the very bytes we had. */
  | { kind: 'unchanged'; exchange: Exchange }
  | {
      kind: 'read';
      exchange: Exchange;
      format: SourceFormat;
      bodyHash: string;
      listHash: string;
      /** Entries listed, and those of them not known before. */
      listed: number;
      fresh: number;
      /** ISO publication of the fresh ones, null where undated. */
      freshPublished: readonly (string | null)[];
      rhythm: Rhythm | null;
      /** A further page failed: what stands on it is still to be read. */
      unread?: boolean;
    }
  | { kind: 'failed'; errorClass: ErrorClass; message: string; retryAfterMs: number }
  /** Not asked: the host wants silence. */
  | { kind: 'held'; retryAfterMs: number };

/** A foreseen failure of the web or of a parser as the outcome of a poll. */
export function failedPoll(error: TryLater | GiveUp): PollOutcome {
  const { errorClass = 'connect', status, holdHost, retryAfterMs = 0 } = error.details;
  if (errorClass === 'rate_limited' && holdHost !== undefined && status === undefined)
    return { kind: 'held', retryAfterMs };
  return { kind: 'failed', errorClass, message: error.message, retryAfterMs };
}

const FULL_READ_AFTER_MS = 7 * 86_400_000;

/**
 * The validators to send. None for a source not read in full for a week: servers exist that answer 304 for ever.
 */
export function validatorsToSend(state: SourceState, now: Date): KeptValidators | undefined {
  if (!state.validators || !state.fullReadAt) return undefined;
  return now.getTime() - Date.parse(state.fullReadAt) < FULL_READ_AFTER_MS ? state.validators : undefined;
}
