/** Grades told in asides, by what an inspection ended in, and beside words that seem to say something else. */
import { describe } from 'vitest';
import { aReport, dated, says } from './support.ts';

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
