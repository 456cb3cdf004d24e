import type { PollToKeep } from '../adapters/store/items.ts';
import type { StoredSource } from '../adapters/store/sources.ts';
import { sha256 } from '../core/keys.ts';
import { afterPoll } from '../core/polling/due.ts';
import type { Identified } from '../core/polling/identity.ts';
import { wayWords } from '../core/polling/moves.ts';
import { isSameBody, type Reading, readOutcome, readPoll } from '../core/polling/read-poll.ts';
import { failedPoll, type PollOutcome, type SourceState, unpolled, validatorsToSend } from '../core/polling/state.ts';
import type { Coded, ParsedEntry, ParsedFeed } from '../core/types.ts';
import { type ErrorClass, GiveUp, TryLater } from '../errors.ts';
import type { Fetched } from '../ports.ts';
import type { Deps } from './deps.ts';
import { keepPush } from './keep-push.ts';
import { keepResponse } from './keep-response.ts';
import { lookAtMissing } from './look-at-missing.ts';
import { proposeAddress } from './propose-address.ts';
import { readMailbox } from './read-mailbox.ts';
import { readOn, type WholeList } from './read-on.ts';

const DAY_MS = 86_400_000;

interface Unchanged {
  kind: 'unchanged';
  outcome: PollOutcome;
  label: 'not_modified' | 'unchanged';
  got: Fetched;
}

interface Read {
  kind: 'read';
  got: Fetched;
  parsed: ParsedFeed;
  reading: Reading;
  whole: WholeList;
}

/** What one exchange came to, before anything is kept. */
type Attempt =
  | {
      kind: 'failed';
      outcome: PollOutcome;
      label: string;
      errorClass: ErrorClass;
      message: string;
      /** What it answered; null where no answer came. */
      status: number | null;
      got: Fetched | null;
    }
  | Unchanged
  | Read;

export interface PollReport {
  source: string;
  outcome: string;
  message: string | null;
  /** Not asked: its host wants silence. */
  held: boolean;
  items: number;
  fresh: number;
  /** Documents read: more than one where a list was read on, or an index's sitemaps. */
  documents: number;
  ms: number;
  warnings: Coded[];
}

/**
 * Polls one source and queues what is new. Safe to repeat: the same content makes nothing new.
 * A foreseen failure is an outcome, kept with its class and the next time, not an exception.
 */
export async function pollSource(deps: Deps, { sourceId }: { sourceId: string }): Promise<PollReport> {
  const { store, queue, now } = deps;
  const source = await store.source(sourceId);
  if (!source)
    return {
      source: sourceId,
      outcome: 'gone',
      message: null,
      held: false,
      items: 0,
      fresh: 0,
      documents: 0,
      ms: 0,
      warnings: [],
    };
  const at = now();
  const attempt = await ask(deps, source, at);
  const { changed, fresh, missing } = await store.recordPoll(toKeep(deps, source, attempt, at));
  if (attempt.kind === 'read') for (const other of attempt.whole.others) await keepResponse(deps, other);
  await queue.put(
    'read-article',
    changed.map((itemKey) => ({ itemKey })),
  );
  await lookAtMissing(deps, missing);
  if (attempt.kind === 'failed') {
    const failures = (source.state?.failures ?? 0) + 1;
    await proposeAddress(deps, source, attempt.errorClass, failures);
  } else await keepPush(deps, sourceId, hubOf(attempt));
  return {
    source: sourceId,
    outcome: labelOf(attempt),
    message: attempt.kind === 'failed' ? attempt.message : null,
    held: attempt.kind === 'failed' && attempt.outcome.kind === 'held',
    items: attempt.kind === 'read' ? attempt.reading.entries.length : 0,
    fresh,
    documents: attempt.kind === 'read' ? 1 + attempt.whole.others.length : 0,
    ms: attempt.got?.ms ?? 0,
    warnings: attempt.kind === 'read' ? attempt.parsed.warnings : [],
  };
}

async function ask({ web, feeds, store, mailbox }: Deps, source: StoredSource, at: Date): Promise<Attempt> {
  const state = source.state ?? unpolled();
  let got: Fetched | null = null;
  try {
    if (source.format === 'mail') {
      const folder = await readMailbox({ mailbox, feeds, store, at }, source);
      const { parsed } = folder;
      if (!parsed) return unchanged('unchanged', folder.got);
      const none = { others: [], unread: false, unplaced: new Set<ParsedEntry>(), partial: false };
      return read(source, state, { got: folder.got, parsed, body: folder.got.body, ...none });
    }
    got = await web.get(source.url, {
      as: 'feed',
      robots: source.format === 'html',
      validators: validatorsToSend(state, at),
    });
    if (got.notModified) return unchanged('not_modified', got);
    if (isSameBody(state, got.body)) return unchanged('unchanged', got);
    const expect = expected(source);
    const first = await feeds.parse(got.body, { headers: got.headers, base: got.url, expect, now: at });
    return read(source, state, await readOn({ web, feeds, store, at }, source, got, first));
  } catch (error) {
    if (!(error instanceof TryLater || error instanceof GiveUp)) throw error;
    const way = got && wayWords(source.url, got.hops);
    const message = way ? `${way}; ${error.message}` : error.message;
    const failed = failedPoll(error);
    return {
      kind: 'failed',
      outcome: failed.kind === 'failed' ? { ...failed, message } : failed,
      label: failed.kind === 'held' ? 'held' : (error.details.errorClass ?? 'connect'),
      errorClass: error.details.errorClass ?? 'connect',
      message,
      status: error.details.status ?? got?.status ?? null,
      got,
    };
  }
}

const unchanged = (label: Unchanged['label'], got: Fetched): Unchanged => ({
  kind: 'unchanged',
  outcome: { kind: 'unchanged', exchange: got },
  label,
  got,
});

const read = (source: StoredSource, state: SourceState, whole: WholeList): Read => {
  const { got, parsed, body } = whole;
  return { kind: 'read', got, parsed, reading: readPoll(source, state, body, parsed), whole };
};

const hubOf = (attempt: Attempt) =>
  attempt.kind === 'read' && attempt.parsed.hub
    ? { hub: attempt.parsed.hub, topic: attempt.parsed.self ?? attempt.got.url }
    : null;

/** A feed's address that answers with a page has moved; of an address a person gave nobody knows yet which it is. */
function expected({ format, status, lastSuccess }: StoredSource): 'html' | 'feed' | undefined {
  if (format === 'html') return 'html';
  return status === 'added' && lastSuccess === null ? undefined : 'feed';
}

const labelOf = (attempt: Attempt): string => (attempt.kind === 'read' ? 'ok' : attempt.label);

function toKeep({ policy, seasons }: Deps, source: StoredSource, attempt: Attempt, at: Date): PollToKeep {
  const { got } = attempt;
  const conclude = (fresh: readonly Identified[]) => {
    const outcome =
      attempt.kind === 'read'
        ? readOutcome(attempt.got, attempt.parsed, attempt.reading, fresh, attempt.whole.unread)
        : attempt.outcome;
    const after = afterPoll(source, source.state ?? unpolled(), outcome, at, seasons);
    return attempt.kind === 'read' ? { ...after, notes: [...after.notes, ...attempt.reading.notes] } : after;
  };
  const bodyHash = got && got.body.length > 0 ? sha256(got.body) : null;
  return {
    source,
    poll: {
      at,
      ms: got?.ms ?? 0,
      outcome: labelOf(attempt),
      message: attempt.kind === 'failed' ? attempt.message : null,
      url: got?.url ?? null,
      status: attempt.kind === 'failed' ? attempt.status : (got?.status ?? null),
      headers: got?.headers ?? {},
      hops: got?.hops ?? [],
      bodyHash,
      warnings: attempt.kind === 'read' ? attempt.parsed.warnings : [],
    },
    format: attempt.kind === 'read' ? attempt.parsed.format : source.format,
    entries: attempt.kind === 'read' ? attempt.reading.entries : [],
    conclude,
    unplaced: attempt.kind === 'read' ? unplaced(attempt, source, at, policy.freshDays) : new Set(),
    partial: attempt.kind === 'read' && attempt.whole.partial,
    // Kept when something was read from it, and when a parser failed on it: someone will want to see why.
    raw:
      got && bodyHash && attempt.kind !== 'unchanged'
        ? { hash: bodyHash, body: got.body, keptUntil: new Date(at.getTime() + policy.keepDays * DAY_MS) }
        : null,
  };
}

/** After a silence longer than news stays news, anything on the list may be old: only a date can tell otherwise. */
function unplaced({ whole, parsed }: Read, { lastSuccess }: StoredSource, at: Date, freshDays: number) {
  const silentMs = lastSuccess ? at.getTime() - lastSuccess.getTime() : 0;
  return silentMs > freshDays * DAY_MS ? new Set(parsed.entries) : whole.unplaced;
}
