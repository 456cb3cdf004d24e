/** What each kind of outcome changes about a source's state. When it is asked again is `due.ts`'s to say. */
import type { ErrorClass } from '../../errors.ts';
import type { Coded } from '../types.ts';
import { DAY_MINUTES, freshMinutes, plusMinutes } from './interval.ts';
import { addArrivals } from './silence.ts';
import type { Exchange, PolledSource, PollOutcome, SourceState } from './state.ts';

/** Share of a window that may be new at the next poll. */
const NEW_SHARE = 0.5;
const PACE_STEP = 1.1;
/** Errors after which the bytes we have cannot be trusted to be what the validators stand for. */
const SPOILS_VALIDATORS: ReadonlySet<ErrorClass> = new Set(['parse', 'not_a_feed', 'truncated', 'too_large']);

type Read = Extract<PollOutcome, { kind: 'read' }>;
type Failed = Extract<PollOutcome, { kind: 'failed' }>;

/** Half the window may be new: faster at once when it was more, slower in small steps. Source: Media Cloud's fetcher. */
function nextPace(state: SourceState, fresh: number, listed: number, now: Date): number | null {
  if (!state.lastSuccess || listed === 0) return state.paceMinutes;
  const elapsed = Math.max((now.getTime() - Date.parse(state.lastSuccess)) / 60_000, 1);
  const right = fresh === 0 ? Number.POSITIVE_INFINITY : (elapsed * NEW_SHARE * listed) / fresh;
  const pace = Math.min(right, (state.paceMinutes ?? DAY_MINUTES) * PACE_STEP);
  return pace >= DAY_MINUTES ? null : Math.max(1, Math.round(pace));
}

/** Whatever answered: the failure is over, the validators are these. */
export function answered(state: SourceState, { validators, headers }: Exchange, now: Date): SourceState {
  const at = now.toISOString();
  const fresh = freshMinutes(headers);
  return {
    ...state,
    validators: validators.etag || validators.lastModified ? validators : null,
    lastAttempt: at,
    lastSuccess: at,
    failures: 0,
    errorClass: null,
    errorMessage: null,
    errorSince: null,
    freshUntil: fresh > 0 ? plusMinutes(now, fresh).toISOString() : null,
    holdUntil: null,
  };
}

export function afterReading(state: SourceState, read: Read, now: Date): { state: SourceState; notes: Coded[] } {
  const first = state.fullReadAt === null;
  const moments = read.freshPublished.flatMap((published) => (published ? [new Date(published)] : first ? [] : [now]));
  const notes: Coded[] = [];
  // A mail brings what is new and repeats nothing.
  const isMail = read.format === 'mail';
  const allNew = !first && !isMail && state.window > 0 && read.listed > 0 && read.fresh === read.listed;
  if (allNew && state.overlap !== 0)
    notes.push({
      code: 'overlap',
      message: `none of the ${read.listed} entries were known: some may have come and gone unseen`,
    });
  if (read.listed === 0 && state.window > 0 && !isMail)
    notes.push({
      code: read.format === 'html' ? 'drift' : 'empty',
      message: `lists nothing where it listed ${state.window}; what we have is kept`,
    });
  return {
    state: {
      ...state,
      bodyHash: read.bodyHash,
      listHash: read.listHash,
      fullReadAt: now.toISOString(),
      window: read.listed,
      overlap: first || read.listed === 0 ? null : Math.round((1 - read.fresh / read.listed) * 100) / 100,
      paceMinutes: first ? null : nextPace(state, read.fresh, read.listed, now),
      arrivals: addArrivals(state.arrivals, moments, now),
      rhythm: read.rhythm,
      unread: read.unread ? (state.unread ?? 0) + 1 : 0,
    },
    notes,
  };
}

/** 304, or the very bytes we had: those were read anew, a 304 is only believed. */
export function afterSameAgain(
  before: SourceState,
  state: SourceState,
  { notModified }: Exchange,
  now: Date,
): SourceState {
  return {
    ...state,
    fullReadAt: notModified ? state.fullReadAt : now.toISOString(),
    overlap: state.window > 0 ? 1 : null,
    paceMinutes: nextPace(before, 0, state.window, now),
  };
}

export function afterFailure(source: PolledSource, state: SourceState, failed: Failed, now: Date) {
  const { errorClass, message, retryAfterMs } = failed;
  const at = now.toISOString();
  const notes: Coded[] = [];
  const isNew = state.errorClass !== errorClass;
  if (isNew && (errorClass === 'tls' || errorClass === 'tls_expired')) notes.push({ code: 'certificate', message });
  if (isNew && errorClass === 'not_a_feed' && source.format === 'html' && state.window > 0)
    notes.push({ code: 'drift', message: `lists nothing where it listed ${state.window}: ${message}` });
  return {
    state: {
      ...state,
      ...(SPOILS_VALIDATORS.has(errorClass) ? { validators: null, bodyHash: null } : {}),
      lastAttempt: at,
      failures: state.failures + 1,
      errorClass,
      errorMessage: message.slice(0, 500),
      errorSince: isNew || !state.errorSince ? at : state.errorSince,
      holdUntil: retryAfterMs > 0 ? new Date(now.getTime() + retryAfterMs).toISOString() : null,
    },
    notes,
  };
}
