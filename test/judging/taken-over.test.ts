/** Earlier grades of councils that are no more, steps told beside an area, and times that are of something else. */
import { describe } from 'vitest';
import { badReport, dated, goodReport, NO_HISTORY, riReport, says } from './support.ts';

const heirs = (text: string) =>
  dated(
    'Ofsted reports on Cumberland',
    `Ofsted has rated children's services at Cumberland Council good, in a report published today. ${text}`,
  );

describe('a new council and the one whose place it took', () => {
  says([
    [
      'the old county council',
      heirs('The old county council had been rated inadequate in 2017.'),
      { events: ['cumberland good'], history: ['cumbria inadequate 2017'] },
    ],
    [
      'its predecessor, without a year',
      heirs('Its predecessor had been rated inadequate.'),
      { events: ['cumberland good'], history: ['cumbria inadequate'] },
    ],
    [
      'a year in which it was not there',
      heirs('In 2017 the services had been rated inadequate.'),
      { history: ['cumbria inadequate 2017'] },
    ],
    [
      'a year in which it was',
      heirs('In 2023 its services were rated inadequate.'),
      { history: ['cumberland inadequate 2023'] },
    ],
    [
      'an old council leader of one that has always been there',
      goodReport('Under the old authority rules the service was rated inadequate in 2015.'),
      { history: ['northshire inadequate 2015'] },
    ],
  ]);
});

describe('an area so many steps away', () => {
  says([
    [
      'two notches lower',
      goodReport("Help for care leavers was marked two notches lower, as 'inadequate'."),
      { areas: ['care_leavers inadequate'] },
    ],
    [
      'came in one grade higher',
      riReport("Adoption came out one grade higher as 'good'."),
      { areas: ['adoption good'] },
    ],
    [
      'a clause of the whole',
      goodReport('Adoption was one step behind schedule when the service was last rated inadequate in 2016.'),
      { areas: [], history: ['northshire inadequate 2016'] },
    ],
  ]);
});

describe('that part of the service', () => {
  says([
    [
      'in the same sentence',
      goodReport('Care leavers in Northshire wait too long, it says, and that part of the service remains inadequate.'),
      { areas: ['care_leavers inadequate'] },
    ],
    [
      'with another area',
      badReport('It finds grave faults in adoption. That part of the service, and leadership, were inadequate.'),
      { areas: ['adoption inadequate', 'leaders inadequate'] },
    ],
    [
      'after two areas it is not known which',
      badReport(
        'It finds faults in adoption and fostering. That part of the service, and leadership, were inadequate.',
      ),
      { areas: ['leaders inadequate'] },
    ],
  ]);
});

describe('times and wishes', () => {
  says([
    ['sights on a grade', goodReport('We now have our sights set on outstanding, the leader said.'), NO_HISTORY],
    ['short of a grade', goodReport('Anything short of good would have been a blow, she said.'), NO_HISTORY],
    [
      'from where it was, so long ago',
      {
        ...goodReport('To come from where we were nine years ago to a good rating is a joy, she said.'),
        published: null,
      },
      NO_HISTORY,
    ],
    [
      'a goal set so long ago',
      {
        title: 'Northshire gets there',
        text: "Northshire's children's services have met a target set six years ago, with a good rating from Ofsted.",
      },
      NO_HISTORY,
    ],
    [
      'so long ago it had a grade',
      riReport('It was inspected six years ago, with a good rating.'),
      { history: ['northshire good'] },
    ],
    [
      'a council that so long ago',
      goodReport(
        "Northshire's good rating is a triumph for a council that six years ago was told it was 'inadequate'.",
      ),
      { history: ['northshire inadequate 2018'], direction: 'up' },
    ],
    [
      'the last time that anybody looked',
      goodReport('In 2017, the last time that inspectors saw all of the work, the service was inadequate.'),
      { history: ['northshire inadequate 2017'], direction: 'up' },
    ],
    [
      'held before, dating from',
      goodReport("The council held an 'inadequate' rating before, dating from 2016."),
      { history: ['northshire inadequate'], direction: 'up' },
    ],
  ]);
});
