import { describe } from 'vitest';
import { says } from './support.ts';

const PUBLISHED = '2024-06-14';
const report = (text: string) => ({ title: 'Ofsted report on Northshire', text, published: PUBLISHED });
const good = (text: string) =>
  report(`Ofsted has rated Northshire's children's services good, in a report published today. ${text}`);

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
