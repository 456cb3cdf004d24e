/** Areas that a number before the grade counts, that all came out the same, or that an exception ends on. */
import { describe } from 'vitest';
import { badReport, goodReport, says } from './support.ts';

describe('areas counted before their grade', () =>
  says([
    [
      'end where the dash closes',
      goodReport(
        'Inspectors judged two areas as outstanding – leadership and adoption – and one, help for care leavers, as inadequate.',
      ),
      { areas: ['leaders outstanding', 'adoption outstanding', 'care_leavers inadequate'] },
    ],
    [
      'are as many as it says',
      goodReport(
        'The report puts three parts of the service at outstanding: impact of leaders, children in need of help or protection, and adoption – and one, care leavers, as good.',
      ),
      {
        areas: ['leaders outstanding', 'help_and_protection outstanding', 'adoption outstanding', 'care_leavers good'],
      },
    ],
    [
      'are not told by a dash alone',
      goodReport('Two areas were outstanding – and leaders were thanked at Kelbury town hall.'),
      { areas: [] },
    ],
  ]));

describe('all the same', () =>
  says([
    [
      'after a few words that name nothing',
      goodReport(
        'That is not the end of it. Four judgements were made and all four came out the same way: leadership, adoption, care leavers and overall.',
      ),
      { areas: ['leaders good', 'adoption good', 'care_leavers good'] },
    ],
    [
      'as another year tells nothing',
      goodReport(
        'That is not the end of it. In 2019 all four came out the same way: leadership, adoption, care leavers and overall.',
      ),
      { areas: [] },
    ],
    [
      'for two of the categories',
      badReport(
        'The overall rating is inadequate. Two of the categories, adoption and leadership, got that grade as well.',
      ),
      { areas: ['leaders inadequate', 'adoption inadequate'] },
    ],
    [
      'as then is of then',
      badReport('The overall rating is inadequate. Leadership got the same grade as in 2018.'),
      { areas: [] },
    ],
  ]));

describe('those two', () =>
  says([
    [
      'are the areas just named',
      badReport(
        'Adoption and fostering were the only parts to escape the lowest mark, and even those two require improvement.',
      ),
      { areas: ['adoption requires_improvement', 'fostering requires_improvement'] },
    ],
    [
      'and two of many are a count',
      badReport('Of the councils inspected this year, two require improvement.'),
      { areas: [] },
    ],
  ]));

describe('an exception that ends a sentence', () =>
  says([
    [
      'has the grade that opens the next',
      badReport(
        'Services are inadequate overall and in every part but one, which is adoption. That "requires improvement", as all of it did in 2019.',
      ),
      { areas: ['adoption requires_improvement'] },
    ],
    [
      'in other words',
      badReport('It is inadequate across the board except for its help for care leavers. That is good.'),
      { areas: ['care_leavers good'] },
    ],
    [
      'is not what the council is told of',
      badReport('It is inadequate across the board except for adoption. The council was good in 2019.'),
      { areas: [] },
    ],
  ]));

describe('every area, named further down', () =>
  says([
    [
      'by what they considered besides',
      goodReport(
        'The service was judged good overall, and good for each of the three areas that make it up. They came in July. As well as adoption, they considered the impact of leaders and what becomes of care leavers.',
      ),
      { areas: ['leaders good', 'adoption good', 'care_leavers good'] },
    ],
    [
      'and what they considered good is not that',
      goodReport('Inspectors came in July. As well as the weather, they considered the tea good.'),
      { areas: [] },
    ],
  ]));

describe('to be so', () =>
  says([
    [
      'is what a leader says of what it is',
      goodReport(
        '"To be outstanding for leadership and for adoption is nothing short of a triumph," said the council leader.',
      ),
      { areas: ['leaders outstanding', 'adoption outstanding'] },
    ],
    [
      'is what it hopes for',
      goodReport('"To be outstanding for leadership is our next goal," said the council leader.'),
      { areas: [] },
    ],
  ]));
