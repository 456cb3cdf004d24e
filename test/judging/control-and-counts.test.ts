/** Grades beside news of something else, counts of councils, names that only say where or whom, and times of the scheme. */
import { describe } from 'vitest';
import { badReport, dated, goodReport, NO_HISTORY, says } from './support.ts';

describe('the news is who runs the services', () =>
  says([
    [
      'a council that has control again',
      dated(
        'Northshire regains control of children’s services',
        'Ministers have revoked the statutory direction. Ofsted judged them inadequate in March 2019. Inspectors came again in May last year, and that visit ended in good.',
      ),
      { events: [], history: ['northshire inadequate 2019', 'northshire good 2023'] },
    ],
    [
      'a direction that is lifted',
      {
        title: 'Good day for Northshire',
        text: 'The direction imposed on Northshire Council has been lifted by ministers. Its children’s services had been judged inadequate by Ofsted in May 2020.',
      },
      { events: [], history: ['northshire inadequate 2020'] },
    ],
    [
      'yet a grade is news that comes with it',
      dated(
        'Northshire’s children’s services get good rating as direction is lifted',
        'Ofsted has rated Northshire’s children’s services good in a report published today. Ministers have lifted the direction on the council.',
      ),
      { events: ['northshire good'], history: [], direction: null },
    ],
    [
      'a neighbour that is asked for help',
      dated(
        'Kelbury looks to Southshire for help with children’s services',
        'An agreement under which Southshire will run fostering in Kelbury was signed on Monday. The borough had a shock in June: Ofsted found its children’s services inadequate.',
      ),
      { events: [], history: ['kelbury inadequate'] },
    ],
    [
      'a helper told of in passing, with its own grade',
      dated(
        'Council turns to Southshire for support',
        'Kelbury Council had a shock in June: Ofsted found its children’s services inadequate. Under a deal with Southshire Council, itself outstanding since 2019, a director will be lent for a year.',
      ),
      { events: [], history: ['kelbury inadequate 2024', 'southshire outstanding 2019'] },
    ],
    [
      'yet a bad grade is news whoever is asked for help',
      dated(
        'Northshire turns to agency for help',
        'Ofsted has rated Northshire’s children’s services inadequate in a report out today. The council has turned to Southshire for help.',
      ),
      { events: ['northshire inadequate'], history: [] },
    ],
  ]));

describe('counts of councils', () =>
  says([
    [
      'a share of them, in a title',
      dated(
        'One authority in eight ‘inadequate’ on child protection',
        'The watchdog’s yearly look at social care is out. The chief inspector spoke of Northshire as a warning to all.',
      ),
      { events: [], history: [] },
    ],
    [
      'how inspections ended',
      dated(
        'Ofsted on a year of inspections',
        'Of 64 inspections of child protection, 9 ended in inadequate. Of forty others, eight ended with inadequate. Northshire was named by the minister.',
      ),
      { events: [], history: [] },
    ],
    [
      'yet one inspection of one council has a grade',
      'Northshire’s inspection by Ofsted, the third in 12 years, ended with an inadequate verdict on children’s services today.',
      { events: ['northshire inadequate'] },
    ],
    [
      'yet one council in so many years has a grade',
      dated(
        'One council in two years to fall to inadequate: Northshire',
        'Ofsted rates its children’s services inadequate in a report published today.',
      ),
      { events: ['northshire inadequate'] },
    ],
    [
      'those in a band',
      dated(
        'Halfway',
        'The CQC has now assessed 80 councils. Councils within the ‘inadequate’ bracket share a lack of carers. Northshire was rated good in May.',
      ),
      { events: [], history: ['northshire good'] },
    ],
    [
      'a grade word that is to go out of use',
      dated(
        'Ofsted drops a word',
        'Northshire is one of many authorities to be seen this winter. Inspectors are to give up a much disliked word in favour of “requires improvement”.',
      ),
      { events: [], history: [] },
    ],
  ]));

describe('names that are not judged', () =>
  says([
    [
      'how far away a place is',
      dated(
        'Could you be next?',
        'Northshire is a quiet borough, two hours from Leeds. It has an outstanding rating from Ofsted for its children’s services, won in 2022.',
      ),
      { history: ['northshire outstanding 2022'] },
    ],
    [
      'and in which direction',
      dated(
        'Could you be next?',
        'Northshire lies forty miles south of Derby. It has an outstanding rating from Ofsted for its children’s services, won in 2022.',
      ),
      { history: ['northshire outstanding 2022'] },
    ],
    [
      'several universities at once',
      dated(
        'A study of inspections',
        'Academics at the Universities of Bristol and York looked at councils whose children’s services were judged inadequate by Ofsted.',
      ),
      { events: [], history: [] },
    ],
    [
      'a school that only measures a council',
      dated(
        'Small is fine',
        'Take Kelbury. It has fewer social workers than a secondary school has teachers, and it went from inadequate to good with Ofsted in 2023.',
      ),
      { history: ['kelbury inadequate', 'kelbury good 2023'] },
    ],
    [
      'yet a school that is more than measured keeps its grade',
      dated(
        'School news',
        'Kelbury High has more pupils than any other school, and it went from inadequate to good with Ofsted in 2023.',
      ),
      { events: [], history: [] },
    ],
    [
      'and one neighbour after another is',
      goodReport('Nearby Southshire’s department was judged inadequate, in 2018, and Kelbury’s outstanding.'),
      { events: ['northshire good'], history: ['southshire inadequate 2018', 'kelbury outstanding'] },
    ],
  ]));

describe('times', () =>
  says([
    [
      'since when all councils are inspected in another way',
      {
        title: 'Three councils move up a grade',
        text: 'Northshire Council and Southshire Council are both now outstanding, Ofsted says in reports on their children’s services out this week. Kelbury Council was judged good. For those visited since April another way of inspecting holds, without a single grade.',
        published: '2026-05-20',
      },
      { events: ['northshire outstanding', 'southshire outstanding', 'kelbury good'] },
    ],
    [
      'from when they are',
      {
        title: 'Two councils move up a grade',
        text: 'Northshire Council and Southshire Council are both now outstanding, Ofsted says in reports on their children’s services out this week. Authorities visited by inspectors from April get grades of another kind.',
        published: '2026-05-20',
      },
      { events: ['northshire outstanding', 'southshire outstanding'] },
    ],
    [
      'before which the news comes',
      dated(
        'Northshire handed another inadequate rating weeks before services move to trust',
        'Ofsted has rated children’s services in Northshire inadequate in a report out today.',
      ),
      { events: ['northshire inadequate'], ...NO_HISTORY },
    ],
    [
      'yet before a later inspection it is of before',
      badReport('They were good two years before the latest inspection.'),
      { events: ['northshire inadequate'], history: ['northshire good'], direction: 'down' },
    ],
    [
      'the last time they came, with a grade for a part beside that of the whole',
      goodReport('Last time, in May 2019, the verdict was inadequate, with a good for adoption.'),
      { events: ['northshire good'], history: ['northshire inadequate 2019'], areas: [], direction: 'up' },
    ],
    [
      'the last time, and now',
      dated(
        'Ofsted on Northshire',
        'Last time Ofsted judged Northshire Council’s children’s services inadequate, but it has now found them good, a report out today says.',
      ),
      { events: ['northshire good'], history: ['northshire inadequate'], direction: 'up' },
    ],
    [
      'told as it happens, in a chronicle',
      dated(
        'Timeline: how Northshire came through',
        'March 2014 Northshire’s children’s services are found inadequate by Ofsted.\n\nJune 2018 The trust gets to good.',
      ),
      { events: [], history: ['northshire inadequate 2014', 'northshire good 2018'] },
    ],
    [
      'not yet come',
      dated(
        'Plans',
        'Once it gets to good, says Northshire Council of its children’s services, Ofsted will come less.',
      ),
      { events: [], history: [] },
    ],
  ]));

describe('the same as before', () =>
  says([
    [
      'said at the very end',
      goodReport(
        'Staff are kind. Homes are stable. Visits are on time. The leader was glad. The same verdict was reached in 2019.',
      ),
      { events: ['northshire good'], history: ['northshire good 2019'], direction: 'same' },
    ],
    [
      'yet not of another council',
      goodReport(
        'Staff are kind. Homes are stable. Visits are on time. The leader was glad. The same grade went to Southshire in 2019.',
      ),
      { events: ['northshire good'], direction: null },
    ],
    [
      'how the last one ended',
      badReport('Its visit of 2019 ended the same way.'),
      { events: ['northshire inadequate'], history: ['northshire inadequate 2019'], direction: 'same' },
    ],
    [
      'a fate',
      badReport('It met the same fate in 2014.'),
      { events: ['northshire inadequate'], history: ['northshire inadequate 2014'], direction: 'same' },
    ],
  ]));
