/** What the page of sources says of each, and what stands first. */
import { describe, expect, test } from 'vitest';
import type { SourceHealth } from '../../src/core/health.ts';
import { byAttention, errorWords, latestNotes, rhythmWords } from '../../src/web/source-words.ts';
import { SourcesPage } from '../../src/web/sources-page.tsx';

const aSource = (stated: Partial<SourceHealth> = {}): SourceHealth => ({
  id: 'paper',
  name: 'The Northshire Paper',
  url: 'https://paper.example/feed',
  kind: 'newspaper',
  format: 'rss',
  authority: null,
  status: 'seen',
  lastAttempt: new Date('2026-03-10T12:00:00Z'),
  lastSuccess: new Date('2026-03-10T12:00:00Z'),
  nextDue: new Date('2026-03-10T12:30:00Z'),
  intervalMinutes: 30,
  intervalReason: 'its ttl',
  failures: 0,
  error: null,
  aliases: [],
  notes: [],
  items: 12,
  itemsPerWeek: 4.4,
  overlap: 0.9,
  silentSince: null,
  state: 'answering',
  ...stated,
});
const error = { class: 'not_a_feed', message: 'a page without headlines', since: '2026-03-09T12:00:00Z' } as const;

test('the page shows health: success, next poll and why, error with class and since, silence, overlap, items a week', async () => {
  const health = [
    aSource(),
    aSource({ state: 'failing', error, failures: 3 }),
    aSource({ silentSince: '2026-02-01T00:00:00Z' }),
  ];
  const html = String(await SourcesPage({ health }));
  for (const words of [
    'last success</span> 10 March 2026, 12:00',
    'next poll</span> 10 March 2026, 12:30',
    'after 30 min: its ttl',
    '4.4 items a week; 90\u00a0% known at the last poll',
    'no feed or list there: a page without headlines (since 9 March 2026, 12:00, 3 in a row)',
    'silent: nothing newer than 2026-02-01',
  ])
    expect(html).toContain(words);
});

test('what asks something of a person stands above what does not', () => {
  const note = (code: string, at = '2026-03-09T12:00:00Z') => ({ code, message: code, at });
  const sources = [
    aSource({ name: 'A off', state: 'off', status: 'dead' }),
    aSource({ name: 'B fine', notes: [note('recovered')] }),
    aSource({ name: 'C long ago', notes: [note('proposed_address', '2025-03-09T12:00:00Z')] }),
    aSource({ name: 'D moved to another host', notes: [note('proposed_address')] }),
    aSource({ name: 'E silent', silentSince: '2026-02-01T00:00:00Z' }),
    aSource({ name: 'F failing', state: 'failing' }),
  ];
  expect(sources.sort(byAttention).map(({ name }) => name[0])).toEqual(['F', 'D', 'E', 'B', 'C', 'A']);
});

describe('notes', () => {
  const at = (day: number) => `2026-03-0${day}T12:00:00Z`;
  test('of one kind are told once, the newest, and the newest kinds first', () => {
    const notes = [
      { code: 'overlap', message: 'one', at: at(1) },
      { code: 'moved', message: 'two', at: at(2) },
      { code: 'overlap', message: 'three', at: at(3) },
      { code: 'silent', message: 'is said elsewhere', at: at(4) },
    ];
    expect(latestNotes(aSource({ notes })).map(({ message }) => message)).toEqual(['three', 'two']);
  });
  test('do not repeat the error that stands above them', () => {
    const notes = [
      { code: 'drift', message: `lists nothing where it listed 9: ${error.message}`, at: at(1) },
      { code: 'certificate', message: error.message, at: at(2) },
    ];
    expect(latestNotes(aSource({ notes, error })).map(({ message }) => message)).toEqual([
      'lists nothing where it listed 9',
    ]);
  });
});

test('one failure is no row, and a source that is off has no rhythm', () => {
  expect(errorWords(error, 1)).toBe('no feed or list there: a page without headlines (since 9 March 2026, 12:00)');
  expect(rhythmWords(aSource({ state: 'off' }))).toEqual([]);
  expect(rhythmWords(aSource({ intervalMinutes: null, itemsPerWeek: null, overlap: null }))).toEqual([]);
  expect(rhythmWords(aSource({ itemsPerWeek: 1, overlap: null }))).toEqual(['after 30 min: its ttl', '1 item a week']);
});
