import { describe } from 'vitest';
import { goodReport as good, aReport as report, says } from './support.ts';

/** What is said in passing stands between a subject and its grade and takes nothing from either. */
describe('clauses that interrupt', () => {
  says([
    [
      'between a service and its grade',
      report(
        "Inspectors say today that children's services in the county, which a company manages for Northshire Council, require improvement to be good.",
      ),
      { events: ['northshire requires_improvement'] },
    ],
    [
      'between an area and its grade',
      good('Support for care leavers, which was never graded by itself until a year ago, was found to be inadequate.'),
      { events: ['northshire good'], areas: ['care_leavers inadequate'] },
    ],
    [
      'and a thing in passing has no grade of its own',
      good('Leadership, one of the parts on which adoption depends, was found to be outstanding.'),
      { events: ['northshire good'], areas: ['leaders outstanding'] },
    ],
  ]);
});
