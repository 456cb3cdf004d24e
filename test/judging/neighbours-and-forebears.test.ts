/** Grades of councils beside the one an article is about: helpers, neighbours and those whose place it took. */
import { describe } from 'vitest';
import { badReport, dated, goodReport, NO_HISTORY, type Row, says } from './support.ts';

const helper = (text: string, ...history: string[]): Row => [
  text,
  badReport(text),
  { events: ['northshire inadequate'], history },
];
const near = (text: string, ...history: string[]): Row => [
  text,
  goodReport(text),
  { events: ['northshire good'], history },
];

describe('a helper called by its grade', () =>
  says([
    helper('Southshire Council, itself an outstanding authority, has been asked to help.', 'southshire outstanding'),
    helper('Southshire, already an outstanding council, is to help.', 'southshire outstanding'),
    helper('Southshire, a good authority, has been brought in to help.', 'southshire good'),
    helper('Help will come from Southshire, itself an outstanding service.', 'southshire outstanding'),
    helper('Southshire Council, one of the outstanding authorities, has been asked to help.', 'southshire outstanding'),
    ['a place to visit', badReport('Southshire, an outstanding place to visit, sends its regards.'), NO_HISTORY],
  ]));

describe('neighbours', () =>
  says([
    near(
      'Neighbouring Kelbury requires improvement, and so does Thornfield.',
      'kelbury requires_improvement',
      'thornfield requires_improvement',
    ),
    near('Neighbouring Kelbury is rated good, as is Thornfield.', 'kelbury good', 'thornfield good'),
    near(
      'Neighbouring Kelbury requires improvement and Thornfield did too.',
      'kelbury requires_improvement',
      'thornfield requires_improvement',
    ),
    near(
      'Neighbouring Kelbury was rated inadequate in 2022, and Thornfield was too.',
      'kelbury inadequate 2022',
      'thornfield inadequate 2022',
    ),
    near(
      'Among its neighbours Kelbury is outstanding and Southshire requires improvement.',
      'kelbury outstanding',
      'southshire requires_improvement',
    ),
    near('Few councils hold an outstanding grade. Neighbouring Southshire has one.', 'southshire outstanding'),
    near('Few councils hold an outstanding grade. Neighbouring Southshire has one in its sights.'),
    near(
      'That compares with outstanding for Kelbury and inadequate for Thornfield.',
      'kelbury outstanding',
      'thornfield inadequate',
    ),
  ]));

const heir = (text: string, ...history: string[]): Row => [
  text,
  dated(
    'Ofsted rates South Oldmere inadequate',
    `In its first full inspection of South Oldmere Council since it was created in 2023, Ofsted has rated its children's services inadequate. ${text}`,
  ),
  { events: ['south-oldmere inadequate'], history },
];

describe('the council whose place it took', () =>
  says([
    heir('Before reorganisation, Oldmere was rated good.', 'oldmere good'),
    heir("Before the split Oldmere's services were good.", 'oldmere good'),
    heir('Oldmere required improvement in 2019.', 'oldmere requires_improvement 2019'),
    heir('Support for families across Oldmere was good.'),
    [
      'of names that are words too, the verb of the second left out',
      dated(
        'Northshire inadequate, says Ofsted',
        "Ofsted has rated Northshire's children's services inadequate. Before the new council came in, Kelbury was rated as good and Wading as requires improvement.",
      ),
      { history: ['kelbury good', 'wading requires_improvement'] },
    ],
    [
      'rows of a list, one with a name that is a word too',
      dated(
        'Written answer: child protection',
        "Ofsted's most recent judgements on safeguarding are:\n\nKelbury, good (2019)\nWading, adequate (2018)\nThornfield, good (2017)\n\nCopies are in the House Libraries.",
      ),
      { events: [], history: ['kelbury good 2019', 'wading adequate 2018', 'thornfield good 2017'] },
    ],
  ]));
