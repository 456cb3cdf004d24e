/** The grade before, where words of hope, loss and pride hold it, and ways that are none. */
import { describe } from 'vitest';
import { badReport, dated, goodReport, NO_HISTORY, riReport, says, upFrom } from './support.ts';

const DOWN_FROM_GOOD = { history: ['northshire good'], direction: 'down' };

describe('the grade before', () =>
  says([
    ['what it had hoped to keep', riReport('It had hoped to keep its good rating.'), DOWN_FROM_GOOD],
    ['what it prided itself on', riReport('The department had prided itself on a good rating.'), DOWN_FROM_GOOD],
    ['what comes to an end', riReport('It puts an end to an inadequate rating.'), upFrom('northshire inadequate')],
    ['the lowest of all', riReport('In 2018 it got the lowest grade of all.'), upFrom('northshire inadequate 2018')],
    [
      'set beside the name, before the grade of now',
      dated(
        'Inspectors on Northshire',
        "Northshire Council, inadequate at its last inspection, has been rated good by Ofsted for its children's services.",
      ),
      { events: ['northshire good'], ...upFrom('northshire inadequate') },
    ],
    [
      'set beside an area',
      goodReport('Adoption, good at its last inspection, is outstanding.'),
      { areas: ['adoption outstanding'] },
    ],
    [
      'what others could point to',
      badReport('The last leader could at least point to a good in 2012.'),
      { history: ['northshire good 2012'], direction: 'down' },
    ],
    ['not what it had hoped for', riReport('It had hoped for a good rating.'), NO_HISTORY],
    ['not the end of doubts', goodReport('The report puts an end to doubts with a good rating.'), NO_HISTORY],
    ['not what it could have', badReport('The council could boast a good in 2031.'), NO_HISTORY],
  ]));

describe('the way it went', () =>
  says([
    ['no movement', riReport('There has been no movement in the overall rating.'), { direction: 'same' }],
    [
      'not down, by falling short again',
      riReport('For the third inspection running it has fallen short of good.'),
      { direction: 'same' },
    ],
    [
      'a good that is less good',
      goodReport('Less good is the help for care leavers: it requires improvement.'),
      { areas: ['care_leavers requires_improvement'] },
    ],
  ]));

describe('areas beyond a mark', () =>
  says([
    [
      'in the fourth, by name',
      goodReport('It was good in three areas and outstanding in the fourth, adoption.'),
      { areas: ['adoption outstanding'] },
    ],
    [
      'their support, beyond a semicolon',
      goodReport('Care leavers fared best of all; their support was ranked outstanding.'),
      { areas: ['care_leavers outstanding'] },
    ],
    [
      'not its next subject',
      goodReport('Leadership was praised; the council’s adult services were rated outstanding by the CQC.'),
      { areas: [] },
    ],
  ]));
