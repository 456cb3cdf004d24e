/** Areas that stand in one list, in a pair that has one grade or two, or under two names. */
import { describe } from 'vitest';
import { badReport, goodReport, riReport, says } from './support.ts';

/** A report with no day, as a page without a date is read. */
const undated = (title: string, text: string) => ({ title, text });
const inYear = (published: string, article: { title: string; text: string }) => ({ ...article, published });

describe('areas in one list', () =>
  says([
    [
      'a list that looks like an aside',
      goodReport('All three headings, on adoption, the quality of practice, and leadership, came out as outstanding.'),
      { areas: ['adoption outstanding', 'quality_of_practice outstanding', 'leaders outstanding'] },
    ],
    [
      'a true aside is none',
      goodReport('Leadership, the heart of help and protection, was judged outstanding.'),
      { areas: ['leaders outstanding'] },
    ],
    [
      'a clause of its own',
      riReport('The report says that adoption has got slower and that leadership is inadequate.'),
      { areas: ['leaders inadequate'] },
    ],
    ['as well as', riReport('Leadership as well as adoption is good.'), { areas: ['leaders good', 'adoption good'] }],
    [
      'the grade after has areas of its own',
      goodReport('It got outstanding for leadership, good for adoption and requires improvement for care leavers.'),
      { areas: ['leaders outstanding', 'adoption good', 'care_leavers requires_improvement'] },
    ],
    [
      'lines that begin with small letters',
      goodReport('These were found to be good:\nthe impact of leaders\nhelp and protection\nchildren in care'),
      { areas: ['leaders good', 'help_and_protection good', 'children_in_care good'] },
    ],
    [
      'lines that end with a full stop',
      badReport(
        'The areas that were judged inadequate:\n• leadership\n• help and protection.\nAdoption is next to be looked at.',
      ),
      { areas: ['leaders inadequate', 'help_and_protection inadequate'] },
    ],
    [
      'marked lines that read like one sentence',
      badReport('The areas that were judged inadequate:\nleadership;\nadoption; and\nchildren in care.'),
      { areas: ['leaders inadequate', 'adoption inadequate', 'children_in_care inadequate'] },
    ],
    [
      'a sentence after the colon says something',
      badReport(
        'The areas that were judged inadequate:\nleadership\nhelp and protection\nAdoption comes next and is not graded.',
      ),
      { areas: ['leaders inadequate', 'help_and_protection inadequate'] },
    ],
    [
      'the following, in one line',
      goodReport('The following were judged outstanding: leadership; help and protection; and adoption.'),
      { areas: ['leaders outstanding', 'help_and_protection outstanding', 'adoption outstanding'] },
    ],
  ]));

describe('children in care and care leavers of 2018 to 2022', () =>
  says([
    [
      'counted as one of three, far before',
      inYear(
        '2021-06-14',
        badReport(
          'It is inadequate in all three of the areas that the team came to look at: leadership, help and protection, and children in care and care leavers.',
        ),
      ),
      {
        areas: ['leaders inadequate', 'help_and_protection inadequate', 'children_in_care_and_care_leavers inadequate'],
      },
    ],
    [
      'those that are services',
      inYear(
        '2021-06-14',
        badReport(
          'Services for families are slow and leadership is inadequate. Those for children in care and care leavers are good.',
        ),
      ),
      { areas: ['leaders inadequate', 'children_in_care_and_care_leavers good'] },
    ],
    [
      'those that are grades',
      inYear(
        '2021-06-14',
        badReport('The grade for leadership is inadequate and those for care leavers and children in care are good.'),
      ),
      { areas: ['leaders inadequate', 'children_in_care good', 'care_leavers good'] },
    ],
    [
      'looked after by the council',
      inYear(
        '2021-06-14',
        goodReport('Help for children looked after by the council and its care leavers was outstanding.'),
      ),
      { areas: ['children_in_care_and_care_leavers outstanding'] },
    ],
    [
      'looked after by somebody else',
      inYear('2021-06-14', goodReport('Children looked after by relatives have a good deal.')),
      { areas: [] },
    ],
  ]));

describe('one thing in two words', () =>
  says([
    [
      'in care and looked after',
      inYear('2012-03-14', {
        title: "Northshire: 'outstanding' for safeguarding and 'good' for children in care",
        text: 'Northshire Council has been inspected by Ofsted, which published its report today. Its services for looked after children are good.',
      }),
      { events: ['northshire null'], areas: ['safeguarding outstanding', 'looked_after_children good'] },
    ],
    [
      'beside a heading of their own for care leavers',
      goodReport(
        'Ofsted was struck by its work with looked-after children, which was rated outstanding. The experiences of children in care were judged outstanding. Care leavers get a good service, says the report.',
      ),
      { areas: ['children_in_care outstanding', 'care_leavers good'] },
    ],
    [
      'graded apart they are two',
      goodReport(
        'Help for looked-after children was judged outstanding. The experiences of children in care were judged inadequate.',
      ),
      { areas: ['looked_after_children outstanding', 'children_in_care inadequate'] },
    ],
    [
      'child protection as all that was looked at, where practice is graded too',
      undated(
        "Northshire child protection 'inadequate'",
        'Ofsted has judged child protection in Northshire inadequate, in a report published today. The council was rated inadequate overall and the quality of practice is inadequate too. Leadership and governance was graded adequate, and so was the effectiveness of help and protection.',
      ),
      {
        events: ['northshire inadequate'],
        areas: ['quality_of_practice inadequate', 'help_and_protection adequate', 'leaders adequate'],
      },
    ],
    [
      'child protection as the arrangements that were looked at',
      undated(
        "Northshire child protection 'inadequate'",
        'In a report published today Ofsted judges the overall effectiveness of the arrangements in Northshire to be inadequate.',
      ),
      { events: ['northshire inadequate'], areas: [] },
    ],
    [
      'child protection as one of several',
      undated(
        "Northshire's child protection 'inadequate'",
        "Ofsted has rated Northshire's children's services inadequate, in a report published today. Adoption is good.",
      ),
      { events: ['northshire inadequate'], areas: ['help_and_protection inadequate', 'adoption good'] },
    ],
  ]));
