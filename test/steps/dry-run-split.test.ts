/** Of what was told before a split and merged back, and of what was undone, a dry run says what was sent, each line once. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  close,
  differing,
  live,
  merge,
  reports,
  type Story,
  sentAndRehearsed,
  split,
  splitOff,
  two,
  undo,
} from '../support/merged-stories.ts';

const three = reports('a1 good', 'a2 good', 'a3 good');
const stories: Story[] = [
  [
    ...(['Northshire', 'told each, merged by night, one told apart again, and merged back'] as const),
    [
      ['18T10:00', differing],
      ['18T23:10', merge()],
      ['19T15:00', splitOff('a1')],
      ['21T10:00', merge()],
    ],
    {
      // The one that goes on is told once; the other hears of each merge, and that it stands again.
      event: [2, 3, 5],
      quiet: [2, 3, 5],
      day: [2, 1, 3],
      week: [1, 0],
      'event good': [1, 0, 1],
      'day good': [1, 0, 1],
    },
  ],
  [
    ...(['Wading', 'told apart, merged back and with another, told apart again, twice'] as const),
    [
      ['18T10:00', reports('a1 good', 'a2 good', 'b1 good')],
      ['19T06:00', splitOff('a1')],
      ['19T10:00', merge('2026-02-02')],
      ['19T15:00', merge()],
      ['20T10:00', splitOff('a1')],
      ['25T10:00', split],
    ],
    { event: [3, 3, 6], quiet: [3, 3, 6], day: [3, 1, 3], week: [2, 0] },
  ],
  [
    ...(['Kelbury', 'told apart once told, and merged back in the same week'] as const),
    [
      ['18T10:00', reports('a1 good', 'a2 good')],
      ['19T10:00', split],
      ['20T10:00', merge()],
    ],
    { event: [2, 1, 3], day: [2, 1, 3], week: [1, 0] },
  ],
  [
    ...(['Southshire', 'told apart and undone, to and fro'] as const),
    [
      ['18T10:00', reports('a1 good', 'a2 good')],
      ['19T10:00', split],
      ['20T10:00', undo],
      ['21T10:00', split],
      ['24T10:00', undo],
    ],
    { event: [2, 3, 5], day: [2, 3, 5], week: [2, 1] },
  ],
  [
    ...(['Brackenshire', 'two told apart on one day, and merged back'] as const),
    [
      ['18T10:00', three],
      ['19T10:00', split],
      ['19T15:00', splitOff('a3')],
      ['20T10:00', merge()],
    ],
    { event: [3, 1, 4], day: [3, 1, 3], week: [1, 0], 'event corroborated': [1, 0, 1] },
  ],
  [
    ...(['South Oldmere', 'merged, two again, and merged again'] as const),
    [
      ['18T10:00', two],
      ['19T10:00', merge()],
      ['20T10:00', undo],
      ['21T10:00', merge()],
    ],
    { event: [2, 3, 5], day: [2, 3, 4], week: [1, 0] },
  ],
  [
    ...(['North Oldmere', 'three merged, and three again'] as const),
    [
      ['18T10:00', reports('a1 good', 'b1 good', 'c1 good')],
      ['19T10:00', merge()],
      ['20T10:00', undo],
    ],
    { event: [3, 3, 6], day: [3, 3, 3], week: [3, 0] },
  ],
];

beforeAll(() => live(stories, ['19', '20', '21', '22', '23', '25', '26', '30', '32']), 600_000);
afterAll(close);

test.each(stories)('%s: %s', async (...story) => {
  const [, , , told] = story;
  expect(await sentAndRehearsed(story)).toEqual({ sent: told, rehearsed: told });
});
