/** Builders for tests of the decisions about polls. */
import { type AfterPoll, afterPoll } from '../../src/core/polling/due.ts';
import {
  type Exchange,
  type PolledSource,
  type PollOutcome,
  type SourceState,
  unpolled,
} from '../../src/core/polling/state.ts';
import type { ErrorClass } from '../../src/errors.ts';

/** A Tuesday, by day, in winter: London is at GMT. */
export const NOON = new Date('2026-03-10T12:00:00Z');
export const later = (from: Date, hours: number) => new Date(from.getTime() + hours * 3_600_000);

export const aSource = (source: Partial<PolledSource> = {}): PolledSource => ({
  id: 'paper',
  url: 'https://paper.example/feed',
  kind: 'other',
  format: 'rss',
  status: 'seen',
  ...source,
});

export const anExchange = (exchange: Partial<Exchange> = {}): Exchange => ({
  notModified: false,
  url: 'https://paper.example/feed',
  hops: [],
  headers: {},
  validators: { etag: '"1"', lastModified: null, from: 'https://paper.example/feed' },
  ...exchange,
});

type Read = Extract<PollOutcome, { kind: 'read' }>;
export const aReading = (read: Partial<Read> = {}, exchange: Partial<Exchange> = {}): Read => ({
  kind: 'read',
  exchange: anExchange(exchange),
  format: 'rss',
  bodyHash: 'body',
  listHash: 'list',
  listed: 20,
  fresh: 0,
  freshPublished: [],
  rhythm: null,
  ...read,
});
export const unchanged = (exchange: Partial<Exchange> = {}): PollOutcome => ({
  kind: 'unchanged',
  exchange: anExchange(exchange),
});
export const failed = (errorClass: ErrorClass, retryAfterMs = 0): PollOutcome => ({
  kind: 'failed',
  errorClass,
  message: `${errorClass} happened`,
  retryAfterMs,
});

/** A source that has been polled before, `minutesAgo`, and works. */
export const aState = (state: Partial<SourceState> = {}, minutesAgo = 60): SourceState => {
  const at = new Date(NOON.getTime() - minutesAgo * 60_000).toISOString();
  return {
    ...unpolled(),
    lastAttempt: at,
    lastSuccess: at,
    fullReadAt: at,
    window: 20,
    bodyHash: 'old',
    listHash: 'old',
    ...state,
  };
};

/** Polls one after another, each when the one before said; `gapHours` instead where given. */
export function runPolls(
  source: PolledSource,
  outcomes: readonly PollOutcome[],
  { from = NOON, gapHours, state = unpolled() }: { from?: Date; gapHours?: number; state?: SourceState } = {},
): (AfterPoll & { at: Date })[] {
  let current = { source, state, at: from };
  return outcomes.map((outcome) => {
    const after = afterPoll(current.source, current.state, outcome, current.at);
    const done = { ...after, at: current.at };
    current = {
      source: { ...current.source, url: after.url, status: after.status },
      state: after.state,
      at: gapHours === undefined ? (after.nextDue ?? current.at) : later(current.at, gapHours),
    };
    return done;
  });
}
export const codes = ({ notes }: AfterPoll) => notes.map(({ code }) => code);
