/** What a fetched document holds for us: whether it changed at all, and its entries, named, oldest first. */
import { sha256 } from '../keys.ts';
import type { Coded, ParsedFeed } from '../types.ts';
import { type Identified, itemKeys, saysAnything } from './identity.ts';
import type { Exchange, PollOutcome, SourceState } from './state.ts';

/** More entries than this are not taken from one poll. */
export const MOST_ENTRIES = 500;

export interface Reading {
  bodyHash: string;
  listHash: string;
  /** Nothing listed differs from last time, whatever the bytes. */
  unchanged: boolean;
  entries: Identified[];
  /** Entries left out because there were too many. */
  cut: number;
  notes: Coded[];
}

/** The very bytes we read last time: nothing to parse, whatever the validators say. */
export const isSameBody = (state: SourceState, body: Uint8Array): boolean =>
  state.bodyHash !== null && state.bodyHash === sha256(body);

/** Newest first where dated; undated entries keep the document's order behind those above them. */
function newestFirst(entries: ParsedFeed['entries']): ParsedFeed['entries'] {
  if (entries.some(({ published }) => published === null)) return entries;
  return [...entries].sort((a, b) => (a.published! < b.published! ? 1 : a.published! > b.published! ? -1 : 0));
}

/** @param state what the last poll left; decides nothing but `unchanged` */
export function readPoll(source: { id: string }, state: SourceState, body: Uint8Array, parsed: ParsedFeed): Reading {
  const readable = parsed.entries.filter(saysAnything);
  const taken = newestFirst(readable).slice(0, MOST_ENTRIES);
  const cut = readable.length - taken.length;
  const entries = itemKeys(taken, { id: source.id, link: parsed.link }).reverse();
  const listHash = sha256(entries.map(({ aliases, contentHash }) => `${aliases[0]} ${contentHash}`).join('\n'));
  return {
    bodyHash: sha256(body),
    listHash,
    unchanged: listHash === state.listHash,
    entries,
    cut,
    notes: cut
      ? [{ code: 'capped', message: `${parsed.entries.length} entries listed; the newest ${MOST_ENTRIES} were taken` }]
      : [],
  };
}

/**
 * The outcome of a reading once the store has told which entries are new.
 *
 * @param unread a further page failed before what is known was met
 */
export function readOutcome(
  exchange: Exchange,
  parsed: ParsedFeed,
  reading: Reading,
  fresh: readonly Identified[],
  unread = false,
): PollOutcome {
  return {
    kind: 'read',
    exchange,
    format: parsed.format,
    bodyHash: reading.bodyHash,
    listHash: reading.listHash,
    listed: reading.entries.length,
    fresh: fresh.length,
    freshPublished: fresh.map(({ entry }) => entry.published),
    rhythm: parsed.rhythm ?? null,
    unread,
  };
}
