/** Of what was merged and split a dry run says what was sent. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  close,
  differing,
  live,
  merge,
  reports,
  retract,
  type Story,
  sentAndRehearsed,
  split,
  two,
  undo,
} from '../support/merged-stories.ts';

const stories: Story[] = [
  [
    ...(['Wading', 'merged by night, of two grades'] as const),
    [
      ['18T23:00', differing],
      ['18T23:30', merge()],
    ],
    {
      ...{ event: [2, 1, 3], quiet: [1, 0, 1], day: [1, 0, 1], week: [1, 0] },
      ...{ 'event good': [1, 0, 1], 'quiet good': [1, 0, 1], 'day good': [1, 0, 1] },
      ...{ 'event inadequate': [1, 1, 2], 'quiet inadequate': [0, 0, 0], 'day inadequate': [0, 0, 0] },
    },
  ],
  [
    ...(['Kelbury', 'merged by night, and two again before the morning'] as const),
    [
      ['18T23:00', two],
      ['18T23:20', merge()],
      ['18T23:40', undo],
    ],
    { event: [2, 2, 4], quiet: [2, 0, 2], day: [2, 0, 1] },
  ],
  [
    ...(['Brackenshire', 'told by day, merged by night, and two again before the morning'] as const),
    [
      ['18T10:00', two],
      ['18T23:20', merge()],
      ['18T23:40', undo],
    ],
    { event: [2, 2, 4], quiet: [2, 0, 2], day: [2, 0, 1] },
  ],
  [
    ...(['Northshire', 'merged once told, then put right, then taken back'] as const),
    [
      ['18T10:00', two],
      ['19T10:00', merge()],
      ['20T10:00', reports('a1 inadequate', 'b1 inadequate')],
      ['24T10:00', retract],
    ],
    {
      ...{ event: [2, 3, 5], quiet: [2, 3, 5], day: [2, 3, 4], week: [1, 1] },
      ...{ 'event inadequate': [1, 1, 2], 'day inadequate': [1, 1, 2] },
    },
  ],
  [
    ...(['Southshire', 'merged before the message of the day left'] as const),
    [
      ['18T10:00', two],
      ['19T06:00', merge()],
    ],
    { event: [2, 1, 3], quiet: [2, 1, 3], day: [1, 0, 1] },
  ],
  [
    ...(['South Oldmere', 'merged in the week after'] as const),
    [
      ['18T10:00', two],
      ['24T10:00', merge()],
    ],
    { event: [2, 1, 3], day: [2, 1, 2], week: [2, 1] },
  ],
  [
    ...(['Eastborough', 'split once told'] as const),
    [
      ['18T10:00', reports('a1 good', 'a2 good')],
      ['19T10:00', split],
    ],
    { event: [2, 0, 2], day: [2, 0, 2], week: [2, 0] },
  ],
  [
    ...(['Averfordshire', 'split once told, and merged back in the week after'] as const),
    [
      ['18T10:00', reports('a1 good', 'a2 good')],
      ['19T10:00', split],
      ['24T10:00', merge()],
    ],
    { event: [2, 1, 3], day: [2, 1, 3], week: [2, 1] },
  ],
  [
    ...(['Thornfield', 'merged once each had been told to another wish, and two again'] as const),
    [
      ['18T10:00', differing],
      ['19T10:00', merge()],
      ['20T10:00', undo],
    ],
    {
      ...{ event: [2, 2, 4], 'event good': [1, 0, 1], 'event inadequate': [1, 2, 3] },
      ...{ day: [2, 2, 3], 'day good': [1, 0, 1], 'day inadequate': [1, 2, 3] },
    },
  ],
  [
    ...(['Haverfordshire', 'merged of what was corroborated and what was not'] as const),
    [
      ['18T10:00', reports('a1 good', 'a2 good', 'b1 good')],
      ['19T10:00', merge()],
    ],
    { event: [2, 1, 3], day: [2, 1, 2], 'event corroborated': [1, 0, 1], 'day corroborated': [1, 0, 1] },
  ],
  [
    ...(['North Oldmere', 'three, merged one after another'] as const),
    [
      ['18T10:00', reports('a1 good', 'b1 good', 'c1 good')],
      ['19T10:00', merge('2026-01-05')],
      ['20T10:00', merge()],
    ],
    { event: [3, 2, 5], day: [3, 2, 3], week: [1, 0] },
  ],
  [
    ...(['Westhampton-on-Sea', 'of two grades, merged in the week after'] as const),
    [
      ['18T10:00', differing],
      ['24T10:00', merge()],
    ],
    { 'event good': [1, 1, 2], 'day good': [1, 1, 2], 'week good': [1, 1], 'week inadequate': [1, 0] },
  ],
];

beforeAll(() => live(stories, ['19', '20', '21', '23', '25', '30']), 600_000);
afterAll(close);

test.each(stories)('%s: %s', async (...story) => {
  const [, , , told] = story;
  expect(await sentAndRehearsed(story)).toEqual({ sent: told, rehearsed: told });
});
