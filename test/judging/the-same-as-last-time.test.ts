/** Grades that are those of the time before, councils that got what another got, and the way a part or a predecessor went. */
import { describe } from 'vitest';
import { dated, goodReport, NO_HISTORY, riReport, says, upFrom } from './support.ts';

const SAME = { history: ['northshire requires_improvement'], direction: 'same' };
const SAME_THEN = { history: ['northshire requires_improvement 2019'], direction: 'same' };
const NO_MOVE = { ...NO_HISTORY, direction: null };

describe('the grade of the last inspection', () =>
  says([
    ['as the grade it had', riReport('That is the grade that the council had last time too.'), SAME],
    ['with its year behind it', riReport("It's the rating it was given last time as well, in 2019."), SAME_THEN],
    ['as what it was told', riReport('It is just what it was told at its last inspection.'), SAME],
    ['as where it was', riReport('This is where the department was last time around.'), SAME],
    ['by the year alone', riReport('That is the verdict they got in 2019 too.'), SAME_THEN],
    ['in line with it', riReport('The verdict is in line with its last inspection, in 2019.'), SAME_THEN],
    [
      'in line with it, in a round-up',
      dated(
        'Ofsted reports on three councils',
        'Ofsted has published three reports this week. Kelbury has gone from inadequate to good. In the south, Southshire was told that it requires improvement, in line with its previous inspection. Northshire is outstanding.',
      ),
      {
        events: ['kelbury good', 'southshire requires_improvement', 'northshire outstanding'],
        history: ['kelbury inadequate', 'southshire requires_improvement'],
      },
    ],
    ['not better than it', riReport('It is better than the grade it had last time.'), NO_HISTORY],
    ['not where it may be so', riReport('It may be the grade it had last time.'), NO_MOVE],
    ['not what was asked', riReport('Leaders were asked what it was told last time.'), NO_MOVE],
    ['not what it was told to do', riReport('It is what it was told last time to put right.'), NO_MOVE],
    ['not where cases are', riReport('Many families are where they were last time.'), NO_MOVE],
    ['not turnover in line with it', riReport('Staff turnover is in line with its previous report.'), NO_MOVE],
    ['not of a part', riReport('Adoption is where it was last time.'), NO_MOVE],
  ]));

describe('the same as another council', () =>
  says([
    [
      'a clause later, past what each of them was once',
      dated(
        'Ofsted reports on two councils',
        'Ofsted has published two reports today. Kelbury is rated good, up from inadequate, while Southshire, also once inadequate, has had the same result.',
      ),
      { events: ['kelbury good', 'southshire good'], history: ['kelbury inadequate', 'southshire inadequate'] },
    ],
    [
      'a sentence later, past the year of its own',
      dated(
        'Ofsted reports on two councils',
        'Ofsted has published two reports today. Kelbury is rated good, up from inadequate. Southshire, inadequate in 2018, got the same grade.',
      ),
      { events: ['kelbury good', 'southshire good'], history: ['kelbury inadequate', 'southshire inadequate 2018'] },
    ],
    [
      'and its grade has not moved by that',
      dated(
        'Ofsted reports on two councils',
        'Ofsted has published two reports today. Southshire is rated good and Northshire was given the same grade.',
      ),
      { events: ['southshire good', 'northshire good'], ...NO_MOVE },
    ],
    [
      'not of a year',
      goodReport('Southshire was given the same grade in 2019.'),
      { events: ['northshire good'], history: ['southshire good 2019'] },
    ],
  ]));

describe('the way it went', () =>
  says([
    [
      'of the part that leads',
      {
        title: "Safeguarding in Northshire is now 'adequate'",
        text: 'Ofsted and the Care Quality Commission came to Northshire Council in May. The overall effectiveness of safeguarding, inadequate in 2009, is adequate now. Services for looked after children were adequate as well.',
      },
      upFrom('northshire inadequate'),
    ],
    [
      'not of a part beside the whole',
      goodReport('Adoption, inadequate in 2019, is good now.'),
      { areas: ['adoption good'], direction: null },
    ],
  ]));
