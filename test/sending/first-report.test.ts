import { describe, expect, test } from 'vitest';
import { sourceList } from '../../src/core/sending/sources-named.ts';
import { Reports } from '../../src/web/event-reports.tsx';
import { anEvent, aReport, names } from './build.ts';

const [EARLY, LATE] = ['2026-11-18T08:00:00Z', '2026-11-18T09:05:00Z'];
const CASES: [string, [seen: string, day: string | null][], number | null][] = [
  // when                                          seen, and the day it bears                      which is first
  [
    'one was seen before the other',
    [
      [LATE, '2026-11-18'],
      [EARLY, '2026-11-18'],
    ],
    1,
  ],
  [
    'both were seen in the same moment',
    [
      [EARLY, '2026-11-18'],
      [EARLY, '2026-11-18'],
    ],
    null,
  ],
  [
    'the one seen later bears an earlier day',
    [
      [LATE, '2026-11-17'],
      [EARLY, '2026-11-18'],
    ],
    null,
  ],
  [
    'neither bears a day',
    [
      [EARLY, null],
      [LATE, null],
    ],
    0,
  ],
  ['there is no other', [[EARLY, '2026-11-18']], null],
];
describe('the first to report is named, in messages and on the page, where', () => {
  for (const [when, seen, first] of CASES)
    test(`${when}: ${first === null ? 'none' : `number ${first + 1}`}`, () => {
      const reports = seen.map(([at, articleDay], index) =>
        aReport({ findingId: `f${index}`, articleId: `a${index}`, articleDay, firstSeen: new Date(at) }),
      );
      const marked = sourceList(anEvent({ reports }), names).map(({ note }) => note?.includes('first to report'));
      expect(marked).toEqual(seen.map((_, index) => index === first));
      const page = String(Reports({ reports, setRight: new Map(), linked: [] }));
      expect(page.split('first of all')).toHaveLength(first === null ? 1 : 2);
    });
});
