/** Grades told in passing beside other news, years and months in turn, and the grades of neighbours and of other services. */
import { describe } from 'vitest';
import { badReport, dated, goodReport, riReport, says } from './support.ts';

describe('other news, with a grade told in passing', () =>
  says([
    [
      'supervision that has ended',
      {
        title: 'Northshire freed from government oversight of children’s services',
        text: 'The education secretary has ended three years of control. Ofsted found the council’s children’s services inadequate in every area in June 2019. A further inspection in March last year led to a rating of requires improvement.',
      },
      { events: [], history: ['northshire inadequate 2019', 'northshire requires_improvement'] },
    ],
    [
      'councils that join forces',
      dated(
        'Kelbury and Southshire join forces to protect children',
        'The two councils signed a deal yesterday. Kelbury’s department was branded inadequate by Ofsted in the spring. Southshire’s is outstanding.',
      ),
      { events: [], history: ['kelbury inadequate', 'southshire outstanding'] },
    ],
    [
      'a director who moves on',
      dated(
        'Northshire’s children’s services chief to move to Southshire',
        'Jo Fell starts in September. Southshire was found to require improvement by Ofsted last month.',
      ),
      { events: [], history: ['southshire requires_improvement'] },
    ],
    [
      'what was said in a season gone by',
      dated(
        'Foster carers in Northshire to get more money',
        'The council will pay £40 a week more. Ofsted said in the spring that its children’s services were outstanding.',
      ),
      { events: [], history: ['northshire outstanding'] },
    ],
    [
      'yet the season of a visit is not that of the grade',
      dated(
        'Northshire Council',
        'Inspectors who came in the spring have rated Northshire’s children’s services outstanding, Ofsted says in a report out today.',
      ),
      { events: ['northshire outstanding'], history: [] },
    ],
    [
      'a grade given more than once',
      dated(
        'MPs ask why three councils have been inadequate for a decade',
        'The education committee put questions to the minister. Northshire and Southshire were named. Each was found inadequate by Ofsted more than once.',
      ),
      { events: [] },
    ],
    [
      'a visit by peers',
      dated(
        'Peer team praises Northshire',
        'A team of councillors from elsewhere spent three days with the council. It found leadership outstanding. Ofsted last rated children’s services good, in 2021.',
      ),
      { events: [], history: ['northshire good 2021'] },
    ],
    [
      'a review of a death',
      dated(
        'Northshire boy, 4, let down by agencies',
        'A serious case review into the death is out today. Ofsted rated Northshire’s children’s services inadequate in the autumn.',
      ),
      { events: [], history: ['northshire inadequate'] },
    ],
    [
      'somebody who once led the service',
      dated(
        'First lady mayor for Kelbury',
        'Ann Lee led children’s services from inadequate to good as cabinet member. Ofsted praised her by name in its report of 2022.',
      ),
      { events: [] },
    ],
    [
      'a share of councils that a charity counts',
      dated(
        'One in four councils inadequate, charity says',
        'Children in Northshire and Kelbury wait longest. Both are rated inadequate by Ofsted. The charity wants a national plan.',
      ),
      { events: [], history: ['northshire inadequate', 'kelbury inadequate'] },
    ],
  ]));

describe('years and months in turn', () =>
  says([
    [
      'a year and a month',
      goodReport('Ofsted rated them inadequate in 2017 and good in April 2021.'),
      { history: ['northshire inadequate 2017', 'northshire good 2021'] },
    ],
    [
      'a month that opens the second',
      goodReport('In 2013 it was told that they were inadequate and in March 2018 that they required improvement.'),
      { history: ['northshire inadequate 2013', 'northshire requires_improvement 2018'] },
    ],
    [
      'a season in the second',
      goodReport('They were inadequate in 2014 but good by the summer of 2018.'),
      { history: ['northshire inadequate 2014', 'northshire good 2018'] },
    ],
    [
      'a month called May that opens a line',
      dated(
        'Timeline: Northshire’s road back',
        'March 2014 Northshire’s children’s services are found inadequate by Ofsted.\n\nMay 2017 Still inadequate, though inspectors see progress.\n\n2022 Good at last.',
      ),
      {
        events: [],
        history: ['northshire inadequate 2014', 'northshire inadequate 2017', 'northshire good 2022'],
      },
    ],
    [
      'when they last called',
      goodReport(
        'When inspectors last called, in October 2019, they gave an outstanding overall and a good for adoption.',
      ),
      { events: ['northshire good'], history: ['northshire outstanding 2019'], direction: 'down' },
    ],
    [
      'another of the same',
      dated(
        'Northshire gets another inadequate a month before its trust takes over',
        'Ofsted has handed Northshire’s children’s services an inadequate rating.',
      ),
      { events: ['northshire inadequate'], history: [], direction: 'same' },
    ],
  ]));

describe('the grades of before, and of neighbours', () =>
  says([
    [
      'one that a council joins',
      goodReport('It joins Southshire, good since 2019.'),
      { events: ['northshire good'], history: ['southshire good 2019'], direction: null },
    ],
    [
      'a neighbour, and the next in a clause of its own',
      dated(
        'Kelbury rated good by CQC',
        'The Care Quality Commission has rated Kelbury Council good for adult social care. Neighbouring Southshire was given requires improvement last month and Northshire got good.',
      ),
      { events: ['kelbury good'], history: ['southshire requires_improvement', 'northshire good'] },
    ],
    [
      'at each of the last two inspections',
      badReport('It had required improvement at each of the last two inspections.'),
      { events: ['northshire inadequate'], history: ['northshire requires_improvement'], direction: 'down' },
    ],
    [
      'several reports that ended alike',
      goodReport('The last three reports, in 2013, 2015 and 2017, all ended with inadequate.'),
      {
        events: ['northshire good'],
        history: ['northshire inadequate 2013', 'northshire inadequate 2015', 'northshire inadequate 2017'],
        direction: 'up',
      },
    ],
    [
      'the same, told of a grade that only the title gives',
      dated(
        'Northshire stays at requires improvement',
        'Ofsted has published its report on Northshire’s children’s services. The grade is the same as that of 2019.',
      ),
      {
        events: ['northshire requires_improvement'],
        history: ['northshire requires_improvement 2019'],
        direction: 'same',
      },
    ],
    [
      'a grade that matches',
      goodReport('The rating matches its 2019 result.'),
      { events: ['northshire good'], history: ['northshire good 2019'], direction: 'same' },
    ],
    [
      'as they have been since',
      badReport('They are inadequate, as they have been since 2018.'),
      { events: ['northshire inadequate'], history: ['northshire inadequate 2018'], direction: 'same' },
    ],
    [
      'gone down, and not gone',
      badReport('It means that the council has gone down two grades since 2019.'),
      { events: ['northshire inadequate'], direction: 'down' },
    ],
    [
      'a grade that the council last had',
      riReport('It is a rating the council last had in 2016.'),
      { history: ['northshire requires_improvement 2016'], direction: 'same' },
    ],
    [
      'one of two services that has moved',
      dated(
        'Northshire’s adult and children’s services both good',
        'On Monday the CQC rated its adult social care good. Ofsted followed on Friday with good for children’s services, up from requires improvement.',
      ),
      { events: ['northshire good', 'northshire good'], history: ['northshire requires_improvement'] },
    ],
  ]));

describe('more that is no news of a grade', () =>
  says([
    [
      'a grade that a council means to challenge',
      {
        title: 'Northshire disputes Ofsted finding',
        text: 'The council has written to Ofsted to challenge the grade of inadequate that its children’s services are to be given.',
      },
      { events: [], history: [] },
    ],
    [
      'what experts found whom the council called in',
      {
        title: 'Review backs Northshire plan',
        text: 'A review of children’s services that the council ordered has found that they are adequate. Outside experts called leadership good. Ofsted is expected in May.',
      },
      { events: [], history: [] },
    ],
    [
      'how another service of the council stands',
      dated(
        'Kelbury youth justice service rated good',
        'HM Inspectorate of Probation has rated Kelbury’s youth justice service good. Kelbury’s children’s services are rated inadequate by Ofsted.',
      ),
      { events: ['kelbury good'], history: ['kelbury inadequate'] },
    ],
  ]));
