/** What sending would have made of alerts: the storm guard, quiet hours, and what changed meanwhile. */
import { expect, test } from 'vitest';
import { type Promised, rehearse } from '../../src/core/sending/rehearsal.ts';

const START = Date.parse('2026-03-18T10:00:00Z');
const first = (key: string, minutes: number): Promised<string> => ({
  ...{ notice: 'first', of: [{ strand: key, changes: [] }] },
  at: new Date(START + minutes * 60_000),
});
const correction = (key: string, minutes: number, field: string, from: string, to: string): Promised<string> => ({
  ...first(key, minutes),
  ...{ notice: 'correction', of: [{ strand: key, changes: [{ field, from, to }] }] },
});
const many = (count: number, minutes: (index: number) => number, from = 0) =>
  Array.from({ length: count }, (_, index) => first(`e${from + index}`, minutes(index)));
const inHours = { from: '09:00', until: '14:00' };
const retracted = (key: string, minutes: number) => correction(key, minutes, 'status', 'reported', 'retracted');

test.each<[string, Promised<string>[], { from: string; until: string } | null, number, number, number]>([
  // what                                                                               quiet  messages corrections told
  ['five alone, then four in the same second', [...many(5, (n) => n), ...many(4, () => 9, 5)], null, 6, 0, 9],
  ['four a hair apart are together too', [...many(5, (n) => n), ...many(4, (n) => 9 + n / 1_000, 5)], null, 6, 0, 9],
  ['those after a storm wait, and come one by one', [...many(6, () => 0), ...many(3, (n) => 10 + n, 6)], null, 4, 0, 9],
  ['what came in quiet hours comes at their end, as a storm', many(6, (n) => n * 30), inHours, 1, 0, 6],
  ['more than one summary holds come in the next, an hour later', many(300, () => 0), null, 2, 0, 300],
  ['a correction of what was told', [first('a', 0), retracted('a', 10)], null, 2, 1, 1],
  ['what was taken back while it waited', [first('a', 0), retracted('a', 10)], inHours, 0, 0, 0],
  [
    'and stands again while it waits',
    [first('a', 0), retracted('a', 10), correction('a', 20, 'status', 'retracted', 'reported')],
    ...([inHours, 1, 0, 1] as const),
  ],
  [
    'what changed while it waited',
    [first('a', 0), correction('a', 10, 'headlines.overall', 'good', 'poor')],
    inHours,
    1,
    0,
    1,
  ],
  [
    'corrections to and fro: after five a summary, and what then undoes each other while it waits is not told',
    [
      first('a', 0),
      ...Array.from({ length: 8 }, (_, n) =>
        correction(
          'a',
          n + 1,
          'headlines.overall',
          ...((n % 2 ? ['poor', 'good'] : ['good', 'poor']) as [string, string]),
        ),
      ),
    ],
    ...([null, 7, 6, 1] as const),
  ],
  [
    'corrections that wait and undo each other',
    [first('a', -120), retracted('a', 10), correction('a', 20, 'status', 'retracted', 'reported')],
    ...([inHours, 1, 0, 1] as const),
  ],
])('%s', (_what, promises, quiet, messages, corrections, told) => {
  const done = rehearse(promises, { before: [], together: (one) => [one] }, 5, quiet);
  expect([done.messages, done.corrections, done.told.size]).toEqual([messages, corrections, told]);
});

const parts = ['part a', 'part b'];
/** From eleven on. */
const merged = (one: string, at: Date) => (at.getTime() >= START + 3_600_000 && parts.includes(one) ? parts : [one]);
const mend = (minutes: number): Promised<string> => correction('part b', minutes, 'key.b', 'own', 'part');
test.each<[string, Promised<string>[], { from: string; until: string } | null, string[], number, number, number]>([
  // what                                                                                        quiet  known before messages corrections told
  [
    'two told before they became one are two, and a correction',
    [first('part a', 0), first('part b', 0), mend(60)],
    null,
    [],
    3,
    1,
    2,
  ],
  [
    'two that became one while they waited are one',
    [first('part a', 0), first('part b', 0), mend(60)],
    inHours,
    [],
    1,
    0,
    1,
  ],
  ['what becomes part of what is known is no news', [first('part b', 0), mend(60)], inHours, ['part a'], 0, 0, 0],
  ['nor is what was a part of it when it was first promised', [first('part b', 70)], null, ['part a'], 0, 0, 0],
  ['who knew the other part alone is told of no merge', [first('part a', 0), mend(60)], null, [], 1, 0, 1],
])('%s', (_what, promises, quiet, before, messages, corrections, told) => {
  const done = rehearse(promises, { before, together: merged }, 5, quiet);
  expect([done.messages, done.corrections, done.told.size]).toEqual([messages, corrections, told]);
});
