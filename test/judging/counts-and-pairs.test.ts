/** Whose grade it is where councils are counted, told apart or pointed to. */
import { describe } from 'vitest';
import { badReport, dated, goodReport, NO_HISTORY, type Row, says, visitReport } from './support.ts';

const summary = (text: string, ...history: string[]): Row => [
  text,
  dated(
    "Three-quarters of children's services not good enough",
    `Most of the departments that Ofsted has inspected in the past year are less than good. ${text}`,
  ),
  { events: [], history },
];

describe('the count that is meant', () =>
  says([
    summary(
      "Of 33 reports on children's services, 10 were good, 20 required improvement and three were inadequate. The three are Northshire, Southshire and Kelbury.",
      'northshire inadequate',
      'southshire inadequate',
      'kelbury inadequate',
    ),
    summary(
      "Of 33 reports on children's services, two were outstanding, 28 good and three inadequate. The two are Northshire and Southshire.",
      'northshire outstanding',
      'southshire outstanding',
    ),
    summary(
      "Of 33 reports on children's services, 30 were good and three inadequate. They are Northshire, Southshire and Kelbury.",
      'northshire inadequate',
      'southshire inadequate',
      'kelbury inadequate',
    ),
    summary(
      "Of 33 reports on children's services, 32 require improvement and just one is outstanding, Northshire CC. None is inadequate.",
      'northshire outstanding',
    ),
    [
      'figures of those that were counted, one a line',
      dated(
        'Child protection: how the councils compare',
        'The analysis covers the three authorities whose work to keep children safe Ofsted judged inadequate in 2022.\n\nVacancy rates:\n\nWading - 31 per cent\nKelbury - 24 per cent\nNorthshire - 22 per cent\n\nThe average is 9 per cent.',
      ),
      { events: [], history: ['wading inadequate', 'kelbury inadequate', 'northshire inadequate'] },
    ],
  ]));

describe('the former and the latter', () =>
  says([
    [
      'in one sentence',
      goodReport('Southshire and Kelbury, its neighbours, differ: the former is outstanding, the latter inadequate.'),
      { events: ['northshire good'], history: ['southshire outstanding', 'kelbury inadequate'] },
    ],
    [
      'in the next one',
      visitReport(
        'Southshire and Kelbury were inspected in 2022. The former was rated outstanding, the latter inadequate.',
      ),
      { events: [], history: ['southshire outstanding', 'kelbury inadequate'] },
    ],
    [
      'a former council',
      goodReport(
        'Southshire and Kelbury took part. The former leader called for calm, the latter day saints for prayer.',
      ),
      NO_HISTORY,
    ],
  ]));

describe('whom the words point to', () =>
  says([
    [
      'others that are named',
      dated(
        'Social workers deserve better',
        'Ministers want trusts to run children’s services. They cost money. Staff want lower caseloads. A new name on the letterhead keeps no child safe. Northshire is on its way and others that have been judged inadequate by Ofsted, such as Southshire and Kelbury, are to follow.',
      ),
      { events: [], history: ['southshire inadequate', 'kelbury inadequate'] },
    ],
    [
      'the one that "it" stands for',
      dated(
        'Thornfield joins the company',
        'A third council has handed its children’s services to the company owned by Kelbury and Southshire. It was set up in 2014, when Kelbury had been judged inadequate by Ofsted. It is now good, and Southshire too is good.',
      ),
      { events: [], history: ['kelbury inadequate', 'kelbury good', 'southshire good'] },
    ],
    [
      'the same result as the other',
      dated(
        'Round-up: two reports',
        'Ofsted has this week published two reports on children’s services. Northshire is rated ‘requires improvement’, up from ‘inadequate’, while Southshire, also once ‘inadequate’, has had the same result.',
      ),
      {
        events: ['northshire requires_improvement', 'southshire requires_improvement'],
        history: ['northshire inadequate', 'southshire inadequate'],
      },
    ],
    [
      'two that have since got better',
      dated(
        'Written answer',
        'The following had been judged inadequate by Ofsted for safeguarding:\n\nNorthshire\nSouthshire\nKelbury\n\nNorthshire and Kelbury have since been re-inspected and are now adequate.',
      ),
      {
        history: [
          'northshire inadequate',
          'southshire inadequate',
          'kelbury inadequate',
          'northshire adequate',
          'kelbury adequate',
        ],
      },
    ],
  ]));

describe('of nobody', () =>
  says([
    [
      'any authority of a rule',
      dated(
        'Intervention: what councils should know',
        'Where Ofsted judges a local authority’s children’s services to be inadequate the minister may step in. Northshire was the first. Authorities that require improvement may get an adviser instead.',
      ),
      { events: [], ...NO_HISTORY },
    ],
    [
      'a charity judged as an agency',
      dated(
        'Could you foster?',
        'Hearth, which finds foster homes for Northshire Council, was rated outstanding by Ofsted as a fostering agency.',
      ),
      { events: [], ...NO_HISTORY },
    ],
    ['an outcome', visitReport('“This is an outstanding outcome for our young people,” she said.'), NO_HISTORY],
    ['tax', visitReport('How much council tax was outstanding at 31 March 2019?'), NO_HISTORY],
    ['how the words are to be read', badReport('‘Good’ should not be read as perfect, the union said.'), NO_HISTORY],
  ]));

describe('then and now', () =>
  says([
    [
      'years after inspectors called it so',
      goodReport('The news comes four years after inspectors called them inadequate.'),
      { history: ['northshire inadequate'], direction: 'up' },
    ],
    [
      'the year that the sentence before opens with',
      goodReport(
        'Staff are proud. They like their work. In 2009 they found something very different. Children were in danger and Ofsted said that the service was inadequate.',
      ),
      { events: ['northshire good'], history: ['northshire inadequate 2009'] },
    ],
  ]));
