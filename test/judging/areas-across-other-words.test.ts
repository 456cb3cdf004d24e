/** Areas and grades with other words between them: who says so, where it is, what grade it is, what it is of. */
import { describe } from 'vitest';
import { badReport, dated, goodReport, says } from './support.ts';

describe('between area and grade', () =>
  says([
    [
      'who says so',
      badReport('Its work with care leavers has moved on, inspectors say, and is now said to require improvement.'),
      { areas: ['care_leavers requires_improvement'] },
    ],
    [
      'where it is',
      goodReport('Its authors branded adoption services in the district inadequate.'),
      { areas: ['adoption inadequate'] },
    ],
    [
      'which grade it is',
      goodReport(
        'They slapped it with an inadequate, the lowest verdict in their book, for how it protects children, for adoption and for leadership.',
      ),
      { areas: ['help_and_protection inadequate', 'adoption inadequate', 'leaders inadequate'] },
    ],
    [
      'the best there was',
      badReport('Good was the best that could be managed, for adoption and for care leavers.'),
      { events: ['northshire inadequate'], areas: ['adoption good', 'care_leavers good'] },
    ],
    [
      'which grade it is, of the council whose news it is',
      dated(
        'Ofsted damns Northshire',
        'Northshire Council has been slapped with inadequate, the lowest verdict of all, for help and protection and for leadership. Good was the best it could manage, for adoption.',
      ),
      {
        events: ['northshire inadequate'],
        areas: ['help_and_protection inadequate', 'leaders inadequate', 'adoption good'],
      },
    ],
    [
      'not who praised it',
      goodReport('Fostering was outstanding, the leader of the council told staff, for whom leadership matters.'),
      { areas: ['fostering outstanding'] },
    ],
    [
      'handed down',
      badReport('A rating of good was handed down for the experiences of care leavers.'),
      { areas: ['care_leavers good'] },
    ],
    [
      'what the report calls it',
      goodReport('Care leavers get what the report describes as outstanding support: advice and a job.'),
      { areas: ['care_leavers outstanding'] },
    ],
    [
      'not what somebody else calls it',
      goodReport('Care leavers get what their friends think of as outstanding support.'),
      { areas: [] },
    ],
    [
      'their effect',
      goodReport('They found that leaders have an Outstanding effect on social work practice.'),
      { areas: ['leaders outstanding'] },
    ],
    [
      'those it looked at',
      {
        title: 'Northshire fails youngsters',
        text: 'An Ofsted team spent two weeks in March looking at safeguarding in the city, and in a report released today says that it is inadequate. Services for looked after children were deemed adequate.',
        published: '2010-05-14',
      },
      { events: ['northshire inadequate'], areas: ['safeguarding inadequate', 'looked_after_children adequate'] },
    ],
    [
      'not in a service of that grade',
      dated('Northshire: caseloads too high and children at risk in ‘inadequate’ service', badReport('').text),
      { events: ['northshire inadequate'], areas: [] },
    ],
  ]));

describe('children in care and care leavers', () =>
  says([
    [
      'in one row, one judgement',
      {
        ...dated(
          'Ofsted report on Northshire',
          "Ofsted has rated Northshire's children's services good.\n\nLeadership: good\nChildren in care, care leavers: outstanding\nHelp and protection: good",
        ),
        published: '2019-06-14',
      },
      {
        areas: ['leaders good', 'help_and_protection good', 'children_in_care_and_care_leavers outstanding'],
      },
    ],
    [
      'in one row, of years that gave two',
      dated(
        'Ofsted report on Northshire',
        "Ofsted has rated Northshire's children's services good.\n\nLeadership: good\nChildren in care, and care leavers: outstanding\nHelp and protection: good",
      ),
      {
        areas: ['leaders good', 'help_and_protection good', 'children_in_care outstanding', 'care_leavers outstanding'],
      },
    ],
    [
      'the last two of a list',
      {
        ...dated(
          'Ofsted report on Northshire',
          "Ofsted has rated Northshire's children's services inadequate. For leadership, those in care and those who have left it, the grade is good.",
        ),
        published: null,
      },
      { areas: ['leaders good', 'children_in_care good', 'care_leavers good'] },
    ],
  ]));
