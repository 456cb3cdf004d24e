/** Grades of before told by the year of what they led to, by lines of a page, and by the same grade given before. */
import { describe } from 'vitest';
import { badReport, dated, goodReport, NO_HISTORY, riReport, says, upFrom, visitReport } from './support.ts';

describe('a word that a report used', () =>
  says([
    [
      'last time',
      goodReport('The report before it, of 2019, chose the word “inadequate”.'),
      upFrom('northshire inadequate 2019'),
    ],
    [
      'of a year',
      visitReport('The report of 2022 used the term inadequate.'),
      { events: [], history: ['northshire inadequate 2022'] },
    ],
    [
      'is none of before where it is only spoken of',
      goodReport('Most people read the word inadequate and think of neglect.'),
      NO_HISTORY,
    ],
  ]));

describe('several inspections before', () =>
  says([
    [
      'opening the sentence',
      badReport('At each of the two inspections before, it was good.'),
      { history: ['northshire good'], direction: 'down' },
    ],
    [
      'after the grade',
      badReport('It was good at both of the visits before.'),
      { history: ['northshire good'], direction: 'down' },
    ],
    ['and what the council is good at', badReport('It was good at both sport and music.'), NO_HISTORY],
  ]));

describe('lines that give the grade of before', () =>
  says([
    [
      'below a heading',
      goodReport('\n\nPrevious rating\n\nInadequate\n\nThe council is pleased.'),
      upFrom('northshire inadequate'),
    ],
    [
      'below a heading with its year',
      goodReport('\n\nLast inspection (2019)\n\nInadequate\n\nThe council is pleased.'),
      upFrom('northshire inadequate 2019'),
    ],
    [
      'in a list of years',
      goodReport('Previous ratings: 2016 inadequate; 2019 requires improvement.'),
      { history: ['northshire inadequate 2016', 'northshire requires_improvement 2019'], direction: 'up' },
    ],
    [
      'and not below one of now',
      goodReport('\n\nRating\n\nGood\n\nThe council is pleased.'),
      { ...NO_HISTORY, events: ['northshire good'] },
    ],
    [
      'for one council after the other',
      dated(
        'Councils that have changed',
        "Ofsted's findings on children's services in the region: good for Southshire (2019), inadequate for Kelbury (2020).",
      ),
      { events: [], history: ['southshire good 2019', 'kelbury inadequate 2020'] },
    ],
  ]));

describe('the year of what a grade led to', () =>
  says([
    [
      'is its own',
      riReport('The council was put in special measures in 2019 after an inadequate rating.'),
      upFrom('northshire inadequate 2019'),
    ],
    [
      'since then',
      riReport('It has been in special measures since 2018 following an inadequate rating.'),
      upFrom('northshire inadequate 2018'),
    ],
    [
      'and not of a grade told later',
      riReport('A director left in 2019 after a row. Services had been inadequate.'),
      { history: ['northshire inadequate'] },
    ],
    [
      'before something else',
      goodReport('At the 2018 inspection, before the merger, the service was inadequate.'),
      upFrom('northshire inadequate 2018'),
    ],
    [
      'the year after',
      badReport('In 2021 the council was found to be good, and the following year it was inadequate.'),
      { history: ['northshire good 2021', 'northshire inadequate 2022'] },
    ],
    ['a span of years', goodReport('From 2015 to 2018 it was inadequate.'), upFrom('northshire inadequate 2015')],
    [
      'when the council began is no year of its grade',
      dated(
        "Northshire's services for children are good",
        'Our services have come out as good in their first Ofsted inspection since Northshire Council was formed in April 2019.',
      ),
      { events: ['northshire good'], history: [] },
    ],
    [
      'but a grade of the year it began in is',
      goodReport('The trust was set up in 2018, when Ofsted found the service inadequate.'),
      upFrom('northshire inadequate 2018'),
    ],
  ]));

describe('the same grade before', () =>
  says([
    [
      'had last time too',
      goodReport('They had it last time too.'),
      { history: ['northshire good'], direction: 'same' },
    ],
    [
      'had in a year too',
      badReport('The council got that in 2019 too.'),
      { history: ['northshire inadequate 2019'], direction: 'same' },
    ],
    [
      'had in two years as well',
      riReport('It had it in 2016 and in 2021 as well.'),
      { history: ['northshire requires_improvement 2016', 'northshire requires_improvement 2021'], direction: 'same' },
    ],
    ['something else had in a year', goodReport('The director had a stroke in 2019 too.'), NO_HISTORY],
    [
      'years after it was given first',
      dated(
        'Northshire stays at the top',
        "Ofsted has again judged children's services in Northshire outstanding, five years after first giving them the top grade.",
      ),
      { events: ['northshire outstanding'], history: ['northshire outstanding 2019'], direction: 'same' },
    ],
    [
      'years after the council was told so',
      dated(
        'Northshire must do better',
        "Children's services at Northshire still require improvement, Ofsted said today, six years after they were last told so.",
      ),
      {
        events: ['northshire requires_improvement'],
        history: ['northshire requires_improvement 2018'],
        direction: 'same',
      },
    ],
    [
      'years after something else was given first',
      goodReport('It comes five years after first giving the staff new phones.'),
      { ...NO_HISTORY, direction: null },
    ],
    [
      'of another council, below its own heading',
      dated(
        'Ofsted: latest judgements',
        "Ofsted has published reports on children's services.\n\nNorthshire County Council\n\nRated good overall, up from requires improvement in 2018. Inspectors liked the hub.\n\nSouthshire Council\n\nRemains inadequate, as it was in 2022, when inspectors came.",
      ),
      { history: ['northshire requires_improvement 2018', 'southshire inadequate 2022'], direction: 'up' },
    ],
  ]));
