/** The grade of now, told by when it was given before. */
import { describe } from 'vitest';
import { badReport, goodReport, NO_HISTORY, type Row, says } from './support.ts';

const then = (text: string): Row => [text, goodReport(text), { history: ['northshire good 2019'], direction: 'same' }];

describe('the grade of now is that of then', () =>
  says([
    then('The council keeps the rating that it was given in 2019.'),
    then('It holds on to the grade that it won in 2019.'),
    then('That is the rating it was given in 2019.'),
    then("It's the grade they had last time too, in 2019."),
    then("It's the grade they had last time, in 2019."),
    then("That's what they got in 2019 too."),
    then('It is exactly the grade that it came away with in 2019.'),
    then('The grade is in line with its previous inspection, in 2019.'),
    then('The rating is in line with that of 2019.'),
    [
      'of no year that is told',
      goodReport('It matches the grade of the previous inspection.'),
      { history: ['northshire good'] },
    ],
    [
      'in the sentence of the grade itself',
      {
        title: 'Ofsted on Northshire',
        text: 'Northshire Council was told by Ofsted today that its children’s services require improvement, in line with its previous inspection.',
      },
      { history: ['northshire requires_improvement'], direction: 'same' },
    ],
    ['what is better', goodReport('That is better than the rating it was given in 2019.'), NO_HISTORY],
    ['what was only wanted', goodReport("It's the grade they wanted last time."), NO_HISTORY],
    ['what is deserved', goodReport('It keeps the rating that it deserves.'), NO_HISTORY],
  ]));

describe('the council as it was', () =>
  says([
    [
      'what it could still boast',
      badReport('In 2019 the council could still boast a good rating.'),
      { history: ['northshire good 2019'], direction: 'down' },
    ],
    [
      'what those before could point to',
      badReport('Her predecessors could at least point to a good in 2019.'),
      { history: ['northshire good 2019'], direction: 'down' },
    ],
    ['what it may yet have', goodReport('It could be outstanding by 2026.'), NO_HISTORY],
    ['what it thought of itself', badReport('We had thought ourselves a good council.'), NO_HISTORY],
    ['its own assessment', badReport("The council's own assessment had been that it was good."), NO_HISTORY],
    [
      'dropped to is no grade lost',
      badReport('Ofsted has now dropped it to the lowest of the four grades.'),
      NO_HISTORY,
    ],
    [
      'the last full judgement',
      goodReport('The last full judgement was inadequate.'),
      { history: ['northshire inadequate'], direction: 'up' },
    ],
  ]));
