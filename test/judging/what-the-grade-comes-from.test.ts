/** Parts that the lowest grade of the whole is said to come from, and what a sentence says of others before it grades. */
import { describe } from 'vitest';
import { badReport, dated, goodReport, riReport, says } from './support.ts';

describe('what the grade of the whole comes from', () =>
  says([
    [
      'drags it down',
      badReport('It is the care of looked-after children that drags the overall judgement down.'),
      { areas: ['looked_after_children inadequate'], direction: null },
    ],
    [
      'dragged it down, as the subject',
      badReport('Adoption dragged down the overall grade. Leadership is good.'),
      { areas: ['adoption inadequate', 'leaders good'], direction: null },
    ],
    [
      'what dragged it down',
      badReport('What pulled the overall grade down was help for care leavers.'),
      { areas: ['care_leavers inadequate'] },
    ],
    [
      'because of failings in it',
      badReport('The overall judgement is inadequate, because of its failings in adoption.'),
      { areas: ['adoption inadequate'] },
    ],
    ['not of another grade', riReport('Adoption dragged down the overall grade.'), { areas: [] }],
    ['not where it may be so', badReport('Adoption could have dragged the overall grade down.'), { areas: [] }],
    ['not what went before', goodReport('Last time adoption dragged the overall grade down.'), { areas: [] }],
    [
      'not of what no grade of the whole is said to come from',
      badReport('Staff left because of failings in adoption.'),
      { areas: [] },
    ],
    [
      'down to failings, and not down from a better one',
      badReport('The overall grade is down to the failings of one team.'),
      { direction: null },
    ],
  ]));

describe('others spoken of before the verb', () =>
  says([
    [
      'whom a clause within compares',
      badReport(
        'Care leavers, and Northshire has more of them than anywhere in the north because so many trains end there, get a service that requires improvement.',
      ),
      { areas: ['care_leavers requires_improvement'] },
    ],
    [
      'not a list of two',
      badReport('Adoption, and the fostering it leads to, are good.'),
      { areas: ['adoption good', 'fostering good'] },
    ],
    [
      'not before the verb comes',
      dated(
        'Ofsted on Northshire',
        'Care leavers, and there are 300, live in Northshire. Ofsted has rated its children’s services good in a report today.',
      ),
      { events: ['northshire good'], areas: [] },
    ],
  ]));
