/** Grades told in asides, by what an inspection ended in, and beside words that seem to say something else. */
import { describe } from 'vitest';
import { aReport, dated, goodReport, says, visitReport } from './support.ts';

describe('what inspectors said the last time, told in passing of who says something else now', () =>
  says([
    [
      'last carried out an inspection, and rated',
      aReport(
        'Ofsted, which last carried out a full inspection four years earlier and rated the county as requiring improvement, has now dropped its children’s services to inadequate.',
      ),
      { events: ['northshire inadequate'], history: ['northshire requires_improvement'], direction: 'down' },
    ],
    [
      'last came in a year, and found',
      aReport(
        'Inspectors, who last came to Northshire in 2019 and found its children’s services good, have now judged them inadequate.',
      ),
      { events: ['northshire inadequate'], history: ['northshire good 2019'], direction: 'down' },
    ],
    [
      'when it last looked',
      aReport(
        'Ofsted, which rated children’s services in Northshire inadequate when it last looked at them, has now judged them good.',
      ),
      { events: ['northshire good'], history: ['northshire inadequate'], direction: 'up' },
    ],
    [
      'had previously been there',
      aReport(
        'The watchdog, which previously visited in 2018 and deemed the county’s children’s services inadequate, now says that they are good. The report by Ofsted is out today.',
      ),
      { events: ['northshire good'], history: ['northshire inadequate 2018'], direction: 'up' },
    ],
    [
      'last week: the news',
      aReport('Ofsted, which last week rated the county’s children’s services inadequate, will come back in May.'),
      { events: ['northshire inadequate'], history: [] },
    ],
    [
      'last came, and now rates',
      aReport('Ofsted, which last came to the county in 2019, has rated its children’s services inadequate.'),
      { events: ['northshire inadequate'], history: [] },
    ],
  ]));

describe('when inspectors last came is no time of the grade that is news', () =>
  says([
    [
      'today rated',
      aReport('Ofsted, which last inspected Northshire in 2019, today rated its children’s services outstanding.'),
      { events: ['northshire outstanding'], history: [] },
    ],
    [
      'judged, of no year',
      {
        title: 'Ofsted on Northshire',
        text: 'Inspectors, who last came four years ago, judged Northshire’s children’s services inadequate.',
      },
      { events: ['northshire inadequate'], history: [] },
    ],
    [
      'and gave them one grade then, another now',
      {
        title: 'Ofsted on Northshire',
        text: 'Inspectors, who last came four years earlier and gave the council’s children’s services a good, have now called them inadequate.',
      },
      { events: ['northshire inadequate'], history: ['northshire good'], direction: 'down' },
    ],
  ]));

describe('what an inspection ended in', () =>
  says([
    [
      'ended in, after a comma',
      visitReport('It came after the last full inspection, which was published in January and ended in inadequate.'),
      { events: [], history: ['northshire inadequate'] },
    ],
    [
      'resulted in',
      visitReport('The council’s last full inspection, in 2023, resulted in requires improvement.'),
      { events: [], history: ['northshire requires_improvement 2023'] },
    ],
    [
      'led to',
      visitReport('The inspection of 2022 led to an inadequate.'),
      { events: [], history: ['northshire inadequate 2022'] },
    ],
    [
      'concluded with',
      aReport('A full inspection of children’s services by Ofsted has concluded with outstanding for Northshire.'),
      { events: ['northshire outstanding'], history: [] },
    ],
    ['ended in good spirits', visitReport('The visit ended in good spirits.'), { events: [], history: [] }],
    [
      'counted, with the names after it',
      dated(
        'A decade of inspections in numbers',
        'We counted 41 full inspections of children’s services by Ofsted. Eleven ended in inadequate, among them Northshire’s in 2015 and Southshire’s in 2014.',
      ),
      { events: [], history: ['northshire inadequate 2015', 'southshire inadequate 2014'] },
    ],
    [
      'counted, and named: resulted in',
      dated(
        'A decade of inspections in numbers',
        'We counted 41 full inspections of children’s services by Ofsted. Three resulted in outstanding, including Northshire’s in 2018.',
      ),
      { events: [], history: ['northshire outstanding 2018'] },
    ],
    [
      'counted, and nobody named',
      goodReport('Eleven inspections in the region ended in inadequate.'),
      { events: ['northshire good'], history: [] },
    ],
  ]));

describe('last year’s grade', () =>
  says([
    [
      'goes up from it',
      aReport(
        'Ofsted has published its yearly grades for children’s services. Northshire goes up to good from last year’s requires improvement.',
      ),
      { events: ['northshire good'], history: ['northshire requires_improvement'], direction: 'up' },
    ],
    [
      'down on it',
      aReport('Ofsted has rated Northshire’s children’s services inadequate, down on last year’s good.'),
      { events: ['northshire inadequate'], history: ['northshire good'], direction: 'down' },
    ],
    [
      'better than it',
      aReport('Ofsted has rated Northshire’s children’s services outstanding, better than last year’s good.'),
      { events: ['northshire outstanding'], history: ['northshire good'], direction: 'up' },
    ],
    [
      'last time’s',
      aReport(
        'Ofsted has rated Northshire’s children’s services good. Last time’s inadequate is no more than a memory.',
      ),
      { events: ['northshire good'], history: ['northshire inadequate'], direction: 'up' },
    ],
    [
      'last year’s report',
      dated(
        'Northshire opens a new office',
        'Ofsted rated Northshire’s children’s services good in last year’s report.',
      ),
      { events: [], history: ['northshire good'] },
    ],
  ]));

describe('a report that those concerned answer', () =>
  says([
    [
      'sorry after a report in which',
      aReport(
        'Northshire’s councillors have said sorry for letting down children across the county after a report in which Ofsted rates its children’s services inadequate.',
      ),
      { events: ['northshire inadequate'], history: [] },
    ],
    [
      'apology over a report where',
      aReport(
        'Northshire Council has apologised over a report in which Ofsted judges its children’s services to be inadequate.',
      ),
      { events: ['northshire inadequate'], history: [] },
    ],
    [
      'a report years old',
      dated(
        'Northshire leader resigns',
        'The leader of Northshire Council spoke of the damning report in which Ofsted judged its children’s services inadequate.',
      ),
      { events: [], history: ['northshire inadequate'] },
    ],
  ]));

describe('whose verdict it is', () =>
  says([
    [
      'the CQC, whose rating is',
      dated(
        'County’s care for adults judged good',
        'People in Northshire who need care are well supported by the county council. That’s the conclusion of the Care Quality Commission, whose rating is good.',
      ),
      { events: ['northshire good'], history: [] },
    ],
    [
      'Ofsted, which rates it',
      dated(
        'County’s children well looked after',
        'Children in Northshire are well looked after by the county council. That is the view of Ofsted, which rates its children’s services outstanding.',
      ),
      { events: ['northshire outstanding'], history: [] },
    ],
    [
      'inspectors, whose verdict on it was',
      dated(
        'County’s care for adults inadequate',
        'Northshire’s adult social care was visited in May by CQC inspectors, whose verdict is inadequate.',
      ),
      { events: ['northshire inadequate'], history: [] },
    ],
    [
      'a council whose rating is',
      dated(
        'A new office',
        'The director of children’s services comes from Northshire, whose rating from Ofsted is good.',
      ),
      { events: [], history: ['northshire good'] },
    ],
  ]));

describe('praise is no prize', () =>
  says([
    [
      'wins praise',
      dated(
        'Children’s company wins praise as two councils get Ofsted results',
        'Northshire comes out as outstanding overall for its children’s services. For Southshire the overall grade is good.',
      ),
      { events: ['northshire outstanding', 'southshire good'] },
    ],
    [
      'wins plaudits',
      dated(
        'Northshire wins plaudits for its children’s services',
        'Ofsted rates them outstanding, in a report out today.',
      ),
      { events: ['northshire outstanding'] },
    ],
    [
      'wins an award',
      dated('Northshire wins award for its children’s services', 'Ofsted rates them outstanding.'),
      { events: [] },
    ],
  ]));

describe('which grade is the commonest', () =>
  says([
    [
      'the commonest grade',
      dated(
        'Ten years of Ofsted in the region',
        'At the top of our table of children’s services is Northshire. Southshire was outstanding in 2018. Good was the commonest grade, with fourteen.',
      ),
      { events: [] },
    ],
    [
      'the most common verdict',
      dated(
        'Ten years of Ofsted in the region',
        'At the top of our table of children’s services is Northshire. Inadequate is the most common verdict, Ofsted says.',
      ),
      { events: [], history: [] },
    ],
    [
      'the verdict',
      aReport('Good was the verdict on Northshire’s children’s services.'),
      { events: ['northshire good'] },
    ],
  ]));

describe('a county named to say where a town is', () =>
  says([
    [
      'the county town',
      dated(
        'Kelbury is inadequate no more',
        'The report by Ofsted on Kelbury Council’s children’s services, whose team was in the Northshire town in May, says they are now good.',
      ),
      { events: ['kelbury good'] },
    ],
    [
      'its own town hall',
      dated(
        'Ofsted inspects two councils',
        'The Northshire town hall has been told by Ofsted that its children’s services are good. Southshire was rated inadequate.',
      ),
      { events: ['northshire good', 'southshire inadequate'] },
    ],
  ]));

describe('a name that is a word too, and what its title says of it', () =>
  says([
    [
      'a colon',
      dated('Wading: from ‘good’ to ‘outstanding’', 'Help for children is at its best. That is Ofsted’s opinion.'),
      { events: ['wading outstanding'], history: ['wading good'], direction: 'up' },
    ],
    [
      'a dash',
      dated('Wading – from inadequate to good', 'Ofsted has published its report on children’s services today.'),
      { events: ['wading good'], history: ['wading inadequate'], direction: 'up' },
    ],
    [
      'no move of a grade',
      dated('Wading: from mud to water', 'Ofsted rated children’s services in Northshire good today.'),
      { events: ['northshire good'] },
    ],
  ]));
