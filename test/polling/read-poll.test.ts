import { describe, expect, test } from 'vitest';
import { isSameBody, MOST_ENTRIES, readOutcome, readPoll } from '../../src/core/polling/read-poll.ts';
import type { ParsedEntry, ParsedFeed } from '../../src/core/types.ts';
import { anExchange, aState } from '../support/polling.ts';

const anEntry = (n: number, published: string | null = null): ParsedEntry => ({
  id: `guid-${n}`,
  title: `Story ${n}`,
  link: `https://paper.example/${n}`,
  summary: null,
  content: null,
  published,
  publishedFrom: published ? 'pubDate' : null,
  authors: [],
});
const aFeed = (entries: ParsedEntry[]): ParsedFeed => ({
  format: 'rss',
  title: null,
  link: null,
  entries,
  warnings: [],
});
const bytes = (text: string) => new TextEncoder().encode(text);
const read = (entries: ParsedEntry[], state = aState()) => readPoll({ id: 'paper' }, state, bytes('x'), aFeed(entries));
const titles = (reading: ReturnType<typeof readPoll>) => reading.entries.map(({ entry }) => entry.title);

describe('reading a poll', () => {
  test('an entry of nothing but a date or an author is none', () => {
    const bare = { ...anEntry(1, '2026-01-02'), id: null, title: '', link: null, authors: ['Ann'] };
    expect(titles(read([bare, anEntry(2)]))).toEqual(['Story 2']);
  });

  test('entries come oldest first, by date where all have one, else in the order of the document reversed', () => {
    expect(titles(read([anEntry(1, '2026-01-02'), anEntry(2, '2026-01-03'), anEntry(3, '2026-01-01')]))).toEqual([
      'Story 3',
      'Story 1',
      'Story 2',
    ]);
    expect(titles(read([anEntry(1), anEntry(2, '2026-01-01'), anEntry(3)]))).toEqual(['Story 3', 'Story 2', 'Story 1']);
  });
  test('the newest 500 are taken, and it is said', () => {
    const dated = Array.from({ length: 5_000 }, (_, n) => anEntry(n, new Date(n * 1000).toISOString()));
    const reading = read(dated);
    expect(reading.entries).toHaveLength(MOST_ENTRIES);
    expect(reading.entries.at(-1)!.entry.title).toBe('Story 4999');
    expect(reading).toMatchObject({ cut: 4_500, notes: [{ code: 'capped' }] });
  });
  test('the same bytes need no reading; the same entries in other bytes are unchanged', () => {
    const first = read([anEntry(1)]);
    const state = aState({ bodyHash: first.bodyHash, listHash: first.listHash });
    expect(isSameBody(state, bytes('x'))).toBe(true);
    expect(isSameBody(state, bytes('y'))).toBe(false);
    expect(isSameBody(aState({ bodyHash: null }), bytes('x'))).toBe(false);
    expect(read([anEntry(1)], state).unchanged).toBe(true);
    expect(read([{ ...anEntry(1), title: 'Edited' }], state).unchanged).toBe(false);
    expect(read([anEntry(2), anEntry(1)], state).unchanged).toBe(false);
  });
  test('its outcome tells what was new', () => {
    const feed = aFeed([anEntry(1, '2026-01-01'), anEntry(2)]);
    const reading = readPoll({ id: 'paper' }, aState(), bytes('x'), feed);
    expect(readOutcome(anExchange(), feed, reading, reading.entries)).toMatchObject({
      kind: 'read',
      listed: 2,
      fresh: 2,
      freshPublished: [null, '2026-01-01'],
    });
  });
});
