/** What sending would have made of alerts: the storm guard, quiet hours, and what changed meanwhile. */
import { expect, test } from 'vitest';
import { type Promised, rehearse } from '../../src/core/sending/rehearsal.ts';

const START = Date.parse('2026-03-18T10:00:00Z');
const first = (key: string, minutes: number): Promised => ({
  ...{ key, notice: 'first', changes: [] },
  at: new Date(START + minutes * 60_000),
});
const correction = (key: string, minutes: number, field: string, from: string, to: string): Promised => ({
  ...first(key, minutes),
  ...{ notice: 'correction', changes: [{ field, from, to }] },
});
const many = (count: number, minutes: (index: number) => number, from = 0) =>
  Array.from({ length: count }, (_, index) => first(`e${from + index}`, minutes(index)));
const inHours = { from: '09:00', until: '14:00' };
const retracted = (key: string, minutes: number) => correction(key, minutes, 'status', 'reported', 'retracted');

test.each<[string, Promised[], { from: string; until: string } | null, number, number, number]>([
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
  const done = rehearse(promises, 5, quiet);
  expect([done.messages, done.corrections, done.told.size]).toEqual([messages, corrections, told]);
});
