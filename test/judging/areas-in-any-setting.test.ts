/**
 * Rows of a crossing of ways to name areas, ways to give a grade, things put before and things added behind: none of them
 * changes which area has which grade.
 */
import { describe } from 'vitest';
import { badReport, goodReport, riReport, says } from './support.ts';

describe('lists, however their items are joined', () =>
  says([
    [
      'and also, with what is given to whom',
      badReport('Adoption and also help for young people leaving care were rated good.'),
      { areas: ['adoption good', 'care_leavers good'] },
    ],
    [
      'of the department',
      riReport('The judgements for the leadership of the department and help for young people leaving care were good.'),
      { areas: ['leaders good', 'care_leavers good'] },
    ],
    [
      'of the department, and given the same',
      badReport('Adoption performance was rated good, and the leadership of the department got the same.'),
      { areas: ['adoption good', 'leaders good'] },
    ],
    [
      'and also for',
      riReport(
        'It was rated good for adoption and the help and protection of children, and also for help for care leavers.',
      ),
      { areas: ['adoption good', 'help_and_protection good', 'care_leavers good'] },
    ],
    [
      'along with one more, set off by commas',
      goodReport(
        'Help and protection, the impact of leaders and the adoption service, along with services for care leavers, was rated inadequate.',
      ),
      {
        areas: [
          'help_and_protection inadequate',
          'leaders inadequate',
          'adoption inadequate',
          'care_leavers inadequate',
        ],
      },
    ],
    [
      'not only many but also one',
      badReport(
        'Not only care leavers, adoption and support for children in care but also leadership were rated good.',
      ),
      { areas: ['care_leavers good', 'adoption good', 'children_in_care good', 'leaders good'] },
    ],
    [
      'apart from those in a list',
      badReport(
        'There was little to cheer about apart from adoption, leadership and fostering, which were judged good.',
      ),
      { areas: ['adoption good', 'leaders good', 'fostering good'] },
    ],
    [
      'not what the next clause has begun',
      goodReport('Leadership is outstanding and the department also wants help for care leavers to be better.'),
      { areas: ['leaders outstanding'] },
    ],
  ]));

describe('things put before', () =>
  says([
    [
      'among the grades',
      goodReport('Among the individual grades, adoption was rated inadequate.'),
      { areas: ['adoption inadequate'] },
    ],
    [
      'told that the grade',
      goodReport('Parents were told that inadequate was the grade for children in care.'),
      { areas: ['children_in_care inadequate'] },
    ],
    [
      'told that such grades',
      goodReport('Parents were told that inadequate grades were given to leadership and to adoption.'),
      { areas: ['leaders inadequate', 'adoption inadequate'] },
    ],
    [
      'since things are so now',
      goodReport('Since managers now check every case, an outstanding grade went to adoption and leadership.'),
      { areas: ['adoption outstanding', 'leaders outstanding'], history: [] },
    ],
    [
      'although a list was',
      badReport(
        'Although adoption, fostering and leadership were judged good, help and protection requires improvement.',
      ),
      { areas: ['adoption good', 'fostering good', 'leaders good', 'help_and_protection requires_improvement'] },
    ],
    [
      'with regard to a list',
      badReport('With regard to adoption, fostering and leadership the service was judged good.'),
      { areas: ['adoption good', 'fostering good', 'leaders good'] },
    ],
    [
      'not a rank among councils',
      goodReport('Ofsted puts it among the outstanding councils that others learn from.'),
      { areas: [] },
    ],
  ]));

describe('the same for another area, and what is added behind', () =>
  says([
    [
      'was too, of an area with a long name',
      badReport('Adoption was rated good. The impact of leaders on social work practice was too.'),
      { areas: ['adoption good', 'leaders good'] },
    ],
    [
      'was too, and something is told besides',
      badReport('Adoption was rated good. Help for young people leaving care was too, the report says.'),
      { areas: ['adoption good', 'care_leavers good'] },
    ],
    [
      'was too, by those who judged',
      badReport('Adoption was rated good. Support for children in care was too by inspectors.'),
      { areas: ['adoption good', 'children_in_care good'] },
    ],
    [
      'the same story',
      badReport('Adoption was rated good. It was the same story for leadership and help for care leavers.'),
      { areas: ['adoption good', 'leaders good', 'care_leavers good'] },
    ],
    [
      'with one at another grade',
      badReport('Adoption was rated good, with leadership at requires improvement.'),
      { areas: ['adoption good', 'leaders requires_improvement'] },
    ],
    [
      'only managed',
      goodReport('Leadership got outstanding whereas its work with care leavers only managed requires improvement.'),
      { areas: ['leaders outstanding', 'care_leavers requires_improvement'] },
    ],
    [
      'was too, and of what it was too much',
      badReport('Adoption was rated good. Leadership was too slow, the report says.'),
      { areas: ['adoption good'] },
    ],
  ]));
