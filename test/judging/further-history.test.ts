/** Earlier grades that follow from what is said of the new one. */
import { describe } from 'vitest';
import { aReport, badReport, goodReport, says } from './support.ts';

describe('a grade that is the same as before', () => {
  says([
    [
      'kept',
      aReport(
        "Northshire Council has held on to its outstanding grade for children's services. Ofsted published its report today.",
      ),
      { events: ['northshire outstanding'], direction: 'same' },
    ],
    [
      'not where only an area keeps its grade',
      goodReport('Adoption retains its outstanding grade.'),
      { history: [], areas: ['adoption outstanding'] },
    ],
    [
      'as at the inspection before, without a year',
      goodReport('That is unchanged from its last inspection.'),
      { history: ['northshire good'], direction: 'same' },
    ],
    [
      'as each had, of two councils',
      {
        title: 'Ofsted: two councils no better',
        text: "Northshire and Southshire have been rated good for children's services in Ofsted reports published today, the same as both got at their last inspection.",
        published: '2024-06-14',
      },
      { events: ['northshire good', 'southshire good'], history: ['northshire good', 'southshire good'] },
    ],
  ]);
});

describe('an earlier grade beside the new one', () => {
  says([
    [
      'the lowest for the first time in a year',
      aReport(
        "Ofsted has found Northshire's children's services inadequate once more, after they sank to the lowest grade for the first time in 2019.",
      ),
      { events: ['northshire inadequate'], history: ['northshire inadequate 2019'] },
    ],
    [
      'what it had been beforehand',
      badReport('They had been outstanding beforehand.'),
      { history: ['northshire outstanding'], direction: 'down' },
    ],
  ]);
});

describe('earlier grades told otherwise', () => {
  says([
    [
      'for a second time',
      aReport("Ofsted has judged Northshire's children's services inadequate for a second time, it said today."),
      { history: ['northshire inadequate'], direction: 'same' },
    ],
    [
      'the second time of the grade before',
      aReport(
        'Ofsted has given Northshire Council’s children’s services a requires improvement rating, two years after they were found inadequate for the second time.',
      ),
      { events: ['northshire requires_improvement'], history: ['northshire inadequate'], direction: 'up' },
    ],
    [
      'no change from it',
      aReport(
        "At Northshire Council there is no change from good for children's services, Ofsted says in a report published today.",
      ),
      { events: ['northshire good'], direction: 'same' },
    ],
    [
      'in a clause about what it no longer is',
      {
        title: 'Ofsted on Northshire',
        text: "Ofsted says in a report published today that Northshire's children's services require improvement. The council, which was handed an inadequate grade after a tragedy, is no longer failing.",
        published: '2024-06-14',
      },
      { events: ['northshire requires_improvement'], history: ['northshire inadequate'], direction: 'up' },
    ],
    [
      'two years between dashes',
      goodReport('Both of its last visits – in 2016 and then in 2019 – ended in a grade of inadequate.'),
      { history: ['northshire inadequate 2016', 'northshire inadequate 2019'], direction: 'up' },
    ],
    [
      'taken from it',
      goodReport('It takes Northshire from inadequate, our grade in 2020, to the upper half.'),
      { history: ['northshire inadequate 2020'], direction: 'up' },
    ],
    [
      'said to require improvement',
      badReport('In 2017 the service was said to require improvement.'),
      { history: ['northshire requires_improvement 2017'], direction: 'down' },
    ],
    [
      'of the council, not of those for whom somebody worked',
      {
        title: 'New head for children at Northshire Council',
        text: "Northshire Council has named a director of children's services. She worked at Southshire and Westshire. The borough's services were rated good by Ofsted in 2022.",
        published: '2024-06-14',
      },
      { events: [], history: ['northshire good 2022'] },
    ],
    [
      'again, with the council in between',
      aReport(
        "Inspectors have again judged the county council's children's services in Northshire to be inadequate, Ofsted said today.",
      ),
      { events: ['northshire inadequate'], direction: 'same' },
    ],
    [
      'being so in several inspections, before the grade of now',
      aReport(
        "After being inadequate in two inspections, in 2016 and 2018, they are found by Ofsted to be good. Northshire Council's children's services had its report today.",
      ),
      {
        events: ['northshire good'],
        history: ['northshire inadequate 2016', 'northshire inadequate 2018'],
        direction: 'up',
      },
    ],
    [
      'being so in several inspections',
      goodReport('After being inadequate in two inspections, in 2016 and 2018, it is on the right road.'),
      { history: ['northshire inadequate 2016', 'northshire inadequate 2018'], direction: 'up' },
    ],
  ]);
});
