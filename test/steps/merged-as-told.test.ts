/**
 * Who was told a part of what is merged has been told it: at once, by day and by week alike a merge, and its end, are corrections to
 * whom they put something right, and first news again to nobody. So says the dry run.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  close,
  differing,
  hold,
  live,
  merge,
  release,
  reports,
  type Story,
  sentAndRehearsed,
  split,
  two,
  undo,
} from '../support/merged-stories.ts';

const stories: Story[] = [
  [
    'Wading',
    'merged before the message left, and two again a day later',
    [
      ['18T23:00', differing],
      ['18T23:30', merge()],
      ['20T10:00', undo],
    ],
    {
      ...{ event: [2, 2, 4], 'event good': [1, 0, 1], 'event inadequate': [1, 2, 3] },
      ...{ quiet: [2, 0, 2], 'quiet good': [1, 0, 1], 'quiet inadequate': [1, 0, 1] },
      ...{ day: [2, 0, 2], 'day good': [1, 0, 1], 'day inadequate': [1, 0, 1] },
    },
  ],
  [
    'Kelbury',
    'merged once told, and two again in the week after',
    [
      ['18T10:00', differing],
      ['19T10:00', merge()],
      ['24T10:00', undo],
    ],
    {
      ...{ event: [2, 2, 4], 'event good': [1, 0, 1], 'event inadequate': [1, 2, 3] },
      ...{ day: [2, 2, 3], 'day good': [1, 0, 1], 'day inadequate': [1, 2, 3] },
      ...{ week: [1, 1], 'week good': [1, 0], 'week inadequate': [0, 1] },
    },
  ],
  [
    'Brackenshire',
    'merged in the week after, and two again in the next',
    [
      ['18T10:00', differing],
      ['24T10:00', merge()],
      ['31T10:00', undo],
    ],
    {
      ...{ event: [2, 2, 4], 'event good': [1, 0, 1], 'event inadequate': [1, 2, 3] },
      ...{ day: [2, 2, 3], 'day good': [1, 0, 1], 'day inadequate': [1, 2, 3] },
      ...{ week: [2, 2], 'week good': [1, 0], 'week inadequate': [1, 2] },
    },
  ],
  [
    'Haverfordshire',
    'one corroborated, merged once told, and two again in the week after',
    [
      ['18T10:00', reports('a1 good', 'a2 good', 'b1 good')],
      ['19T10:00', merge()],
      ['24T10:00', undo],
    ],
    {
      ...{ event: [2, 2, 4], 'event corroborated': [1, 0, 1], day: [2, 2, 3], 'day corroborated': [1, 0, 1] },
      ...{ week: [1, 1], 'week corroborated': [1, 0] },
    },
  ],
  [
    'Northshire',
    'the other corroborated, merged in the week after',
    [
      ['18T10:00', reports('a1 good', 'b1 good', 'b2 good')],
      ['24T10:00', merge()],
    ],
    {
      ...{ event: [2, 1, 3], 'event corroborated': [1, 0, 1], day: [2, 1, 2], 'day corroborated': [1, 0, 1] },
      ...{ week: [2, 1], 'week corroborated': [1, 0] },
    },
  ],
  [
    'Southshire',
    'told on two days, then merged',
    [
      ['18T10:00', reports('a1 good')],
      ['20T10:00', reports('b1 inadequate')],
      ['21T10:00', merge()],
    ],
    {
      ...{ event: [2, 1, 3], 'event good': [1, 0, 1], 'event inadequate': [1, 1, 2] },
      ...{ day: [2, 1, 3], 'day good': [1, 0, 1], 'day inadequate': [1, 1, 2], week: [1, 0] },
    },
  ],
  [
    'Westhampton-on-Sea',
    'one held, merged, and released',
    [
      ['18T10:00', two],
      ['18T10:05', hold('2026-03-16')],
      ['20T10:00', merge()],
      ['21T10:00', release],
    ],
    { event: [2, 1, 3], day: [1, 0, 1], week: [1, 0] },
  ],
  [
    'South Oldmere',
    'the one whose key goes on held, merged, and released',
    [
      ['18T10:00', two],
      ['18T10:05', hold('2026-03-16')],
      ['20T10:00', merge()],
      ['21T10:00', release],
    ],
    { event: [2, 1, 3], day: [1, 1, 2], week: [1, 0] },
  ],
  [
    'North Oldmere',
    'three of two grades, merged one after another',
    [
      ['18T10:00', reports('a1 good', 'b1 inadequate', 'c1 good')],
      ['19T10:00', merge('2026-01-05')],
      ['24T10:00', merge()],
    ],
    {
      ...{ event: [3, 2, 5], 'event good': [2, 1, 3], 'event inadequate': [1, 1, 2] },
      ...{ day: [3, 2, 3], 'day good': [2, 1, 2], 'day inadequate': [1, 1, 2], week: [2, 1], 'week good': [2, 1] },
    },
  ],
  [
    'Averfordshire',
    'split once told, and corroborated again by a merge in the week after',
    [
      ['18T10:00', reports('a1 good', 'a2 good')],
      ['19T10:00', split],
      ['24T10:00', merge()],
    ],
    {
      ...{ event: [2, 1, 3], 'event corroborated': [1, 0, 1], day: [2, 1, 3], 'day corroborated': [1, 0, 1] },
      ...{ week: [2, 1], 'week corroborated': [0, 1] },
    },
  ],
  [
    'Eastborough',
    'corroborated by a merge alone, and two again in the week after',
    [
      ['18T10:00', reports('a1 good', 'b2 good')],
      ['19T10:00', merge()],
      ['24T10:00', undo],
    ],
    {
      ...{ event: [2, 2, 4], 'event corroborated': [1, 0, 1], day: [2, 2, 3], 'day corroborated': [1, 0, 1] },
      ...{ week: [1, 1], 'week corroborated': [1, 0] },
    },
  ],
];

beforeAll(() => live(stories, ['19', '20', '21', '22', '23', '25', '30', '32', '37']), 600_000);
afterAll(close);

test.each(stories)('%s: %s', async (...story) => {
  const [, , , told] = story;
  expect(await sentAndRehearsed(story)).toEqual({ sent: told, rehearsed: told });
});
