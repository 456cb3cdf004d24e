/** After a poll: what the source's row remembers, when it is asked again, and what a person should know. */
import type { Coded, SourceStatus } from '../types.ts';
import { backOff } from './back-off.ts';
import { afterSkipped, DAY_MINUTES, fractionOf, type Interval, plusMinutes, usualInterval } from './interval.ts';
import { afterGone, afterRedirects } from './moves.ts';
import { itemsPerWeek, type QuietSeason, silenceWords, silentSince } from './silence.ts';
import type { PolledSource, PollOutcome, SourceState } from './state.ts';
import { afterFailure, afterReading, afterSameAgain, answered } from './transitions.ts';

export interface AfterPoll {
  state: SourceState;
  /** Null for a source that ended. */
  nextDue: Date | null;
  intervalMinutes: number;
  /** A phrase for a person: why this interval. */
  reason: string;
  status: SourceStatus;
  /** The address from now on: another one when a move was believed. */
  url: string;
  /** What changed that a person should know; never repeated while it lasts. */
  notes: Coded[];
}

const YIELDS_TO_TRUST = 2;
const FAILURES_TO_REST = 5;
const REST_MINUTES = 7 * DAY_MINUTES;
const RECOVERY_WORTH_TELLING = 3;
const LONGEST_STRETCH_MINUTES = 60;

/** A source nobody has seen working: daily until it yields twice; after five failures it rests and is tried weekly. */
function trial(source: PolledSource, state: SourceState, yielded: boolean, notes: Coded[]): SourceStatus {
  if (source.status !== 'listed' && source.status !== 'resting') return source.status;
  if (state.yields >= YIELDS_TO_TRUST) {
    notes.push({ code: 'recovered', message: 'gave entries twice: polled as usual from now on' });
    return 'seen';
  }
  if (yielded) return 'listed';
  if (source.status === 'listed' && state.failures >= FAILURES_TO_REST) {
    notes.push({
      code: 'resting',
      message: `${state.failures} failed polls on trial: needs a look; tried once a week`,
    });
    return 'resting';
  }
  return source.status;
}

/** When, and why then: what the status, the error or the usual rhythm says, never sooner than the server asked. */
function nextInterval(
  source: PolledSource,
  status: SourceStatus,
  state: SourceState,
  idle: boolean,
  now: Date,
): Interval {
  const asked = state.holdUntil ? Math.ceil((Date.parse(state.holdUntil) - now.getTime()) / 60_000) : 0;
  const atLeast = (interval: Interval): Interval =>
    asked > interval.minutes ? { minutes: asked, reason: 'the server asked to wait' } : interval;
  if (status === 'resting') return atLeast({ minutes: REST_MINUTES, reason: 'resting: tried once a week' });
  if (status === 'listed') return atLeast({ minutes: DAY_MINUTES, reason: 'on trial: once a day' });
  const usual = usualInterval(source, state, idle, now);
  if (state.errorClass === null) return atLeast(usual);
  return backOff(state.errorClass, state.failures, usual.minutes, Math.max(asked, 0) * 60_000);
}

/** The largest share by which an interval is stretched: sources begin together and those that fail fail together. */
const spreadOf = (before: SourceState, state: SourceState) =>
  before.lastAttempt === null || state.errorClass !== null ? 0.25 : 0.05;

const OFF: ReadonlySet<SourceStatus> = new Set(['blocked', 'dead', 'retired', 'paused']);

/**
 * The one decision after every poll. Pure: the same poll gives the same row.
 *
 * Intervals are stretched by a share that follows from the source's id, so that sources added at one moment drift
 * apart. They are never shortened.
 *
 * @param seasons times of year in which silence means less
 */
export function afterPoll(
  source: PolledSource,
  before: SourceState,
  outcome: PollOutcome,
  now: Date,
  seasons: readonly QuietSeason[] = [],
): AfterPoll {
  let state = before;
  let url = source.url;
  const notes: Coded[] = [];
  let idle = false;

  if (outcome.kind === 'held') {
    state = { ...state, holdUntil: new Date(now.getTime() + outcome.retryAfterMs).toISOString() };
  } else if (outcome.kind === 'failed') {
    const failed = afterFailure(source, state, outcome, now);
    state = failed.state;
    notes.push(...failed.notes);
  } else {
    if (before.errorClass !== null && before.failures >= RECOVERY_WORTH_TELLING)
      notes.push({
        code: 'recovered',
        message: `answers again after ${before.failures} failed polls (${before.errorClass})`,
      });
    state = answered(state, outcome.exchange, now);
    const sameList = outcome.kind === 'read' && outcome.listHash === before.listHash;
    idle = state.validators === null && (outcome.kind === 'unchanged' || sameList);
    if (outcome.kind === 'read') {
      const read = afterReading({ ...state, lastSuccess: before.lastSuccess }, outcome, now);
      state = { ...read.state, lastSuccess: now.toISOString() };
      notes.push(...read.notes);
    } else state = afterSameAgain(before, state, outcome.exchange, now);
    // A folder of mails is no window that stories scroll out of.
    if (source.format === 'mail') state = { ...state, overlap: null, paceMinutes: null };
    const moved = afterRedirects(
      source,
      state,
      outcome.exchange.hops,
      outcome.kind === 'read' ? outcome.format : null,
      now,
    );
    ({ state, url } = moved);
    notes.push(...moved.notes);
    state.itemsPerWeek = itemsPerWeek(state.arrivals, now);
    const silent = silentSince(state.arrivals, source.kind, seasons, now)?.toISOString() ?? null;
    if (silent && !before.silentSince)
      notes.push({
        code: 'silent',
        message: silenceWords(silent),
      });
    state.silentSince = silent;
  }

  let status = source.status;
  if (outcome.kind !== 'held') {
    const gone = afterGone(state, outcome.kind === 'failed' && outcome.errorClass === 'gone', now);
    state = gone.state;
    const yielded = outcome.kind !== 'failed' && state.window > 0;
    if (status === 'listed' || status === 'resting')
      state = yielded
        ? { ...state, yields: state.yields + 1 }
        : outcome.kind === 'failed'
          ? state
          : { ...state, failures: before.failures + 1 };
    status = trial(source, state, yielded, notes);
    if (gone.retired) {
      status = 'retired';
      notes.push({
        code: 'retired',
        message: 'answered 410 (gone for good) twice, a day or more apart; not polled any more',
      });
    }
  }

  const { minutes, reason } =
    outcome.kind === 'held'
      ? { minutes: Math.ceil(outcome.retryAfterMs / 60_000), reason: 'its host wants silence' }
      : nextInterval(source, status, state, idle, now);
  const chance = fractionOf(source.id, now.toISOString());
  const share = (before.lastAttempt === null ? fractionOf(source.id) : chance) * spreadOf(before, state);
  const stretch = Math.min(minutes * share, LONGEST_STRETCH_MINUTES);
  const due = afterSkipped(plusMinutes(now, minutes + stretch), state.rhythm, chance);
  return { state, nextDue: OFF.has(status) ? null : due, intervalMinutes: minutes, reason, status, url, notes };
}
