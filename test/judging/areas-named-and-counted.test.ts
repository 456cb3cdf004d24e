/** Areas named after a count of all, told by one word for several, and work that no area has its grade from. */
import { describe } from 'vitest';
import { badReport, dated, goodReport, riReport, says } from './support.ts';

describe('all of them, and which those are', () =>
  says([
    [
      'namely',
      goodReport('It was outstanding in each of two judgements, namely leadership and help and protection.'),
      { areas: ['leaders outstanding', 'help_and_protection outstanding'] },
    ],
    [
      'among them',
      goodReport('The grade was the same in all four headings, among them the impact of leaders.'),
      { areas: ['leaders good'] },
    ],
    [
      'not what a team is among',
      goodReport('Inspectors saw good work in all four teams, among them those who look at adoption.'),
      { areas: [] },
    ],
    [
      'comes out the same',
      badReport(
        'Each of the judgements in the report comes out the same: leadership, adoption and help and protection.',
      ),
      { areas: ['leaders inadequate', 'adoption inadequate', 'help_and_protection inadequate'] },
    ],
    [
      'they did the same',
      riReport('Inspectors rated help and protection good. They did the same for leadership.'),
      { areas: ['help_and_protection good', 'leaders good'] },
    ],
    [
      'named further down',
      dated(
        'Northshire fails on every count',
        "Ofsted has rated Northshire's children's services inadequate in every area. Inspectors called in late April. They looked at the impact of leaders, help and protection and adoption.",
      ),
      {
        events: ['northshire inadequate'],
        areas: ['leaders inadequate', 'help_and_protection inadequate', 'adoption inadequate'],
      },
    ],
    [
      'not those looked at in another year',
      dated(
        'Northshire fails on every count',
        "Ofsted has rated Northshire's children's services inadequate in every area. In 2019 they looked at the impact of leaders, help and protection and adoption.",
      ),
      { events: ['northshire inadequate'], areas: [] },
    ],
    [
      'a pair in the middle of a list, of years that grade each',
      badReport('Leadership, children in care and care leavers all need improvement, as does help and protection.'),
      {
        areas: [
          'leaders requires_improvement',
          'children_in_care requires_improvement',
          'care_leavers requires_improvement',
          'help_and_protection requires_improvement',
        ],
      },
    ],
    [
      'three that are counted, the pair one of them',
      {
        title: 'Northshire outstanding again, says Ofsted',
        text: "Our children's services are outstanding. Leaders, help and protection, and children in care and care leavers: all three are graded outstanding.",
      },
      {
        areas: [
          'leaders outstanding',
          'help_and_protection outstanding',
          'children_in_care_and_care_leavers outstanding',
        ],
      },
    ],
    [
      'an area save one',
      dated(
        'Ofsted report on Northshire',
        "Ofsted has rated Northshire's children's services good in every area save one: care leavers, which requires improvement.",
      ),
      { events: ['northshire good'], areas: ['care_leavers requires_improvement'] },
    ],
  ]));

describe('of the whole, and of its parts after the grade', () =>
  says([
    [
      'arrangements, and what they are made of',
      {
        title: 'Northshire child protection inadequate',
        text: "Ofsted concluded that Northshire County Council's arrangements for the protection of children were inadequate in overall effectiveness, in the quality of practice and in leadership and governance. The help and protection given to families was adequate.",
        published: '2012-10-01',
      },
      {
        events: ['northshire inadequate'],
        areas: ['quality_of_practice inadequate', 'leaders inadequate', 'help_and_protection adequate'],
      },
    ],
    [
      'both halves of one grade',
      {
        title: 'Ofsted report on Northshire',
        text: "Northshire Council's children's services are adequate, both at safeguarding youngsters and at looking after those in care, Ofsted inspectors have said.",
        published: '2010-06-01',
      },
      { events: ['northshire adequate'], areas: ['safeguarding adequate', 'looked_after_children adequate'] },
    ],
    [
      'given it as well',
      dated(
        'Ofsted report on Northshire',
        "Ofsted has rated Northshire's children's services good, a grade it also gave to leaders and to care leavers.",
      ),
      { events: ['northshire good'], areas: ['leaders good', 'care_leavers good'] },
    ],
    [
      'a grade that somebody else had',
      dated(
        'Ofsted report on Northshire',
        "Ofsted has rated Northshire's children's services good, a grade that pleased leaders and care leavers.",
      ),
      { events: ['northshire good'], areas: [] },
    ],
    ['recorded against it', riReport('A good was recorded against leadership.'), { areas: ['leaders good'] }],
  ]));

describe('one subject and two verbs', () =>
  says([
    [
      'not yet at the standard of others',
      goodReport(
        'The experiences and progress of children in care were not yet at the same standard and require improvement.',
      ),
      { areas: ['children_in_care requires_improvement'] },
    ],
    [
      'not yet good',
      goodReport('Support for care leavers is not yet good and requires improvement.'),
      { areas: ['care_leavers requires_improvement'] },
    ],
    [
      'well looked after, and that part stays',
      riReport('Children in care are well looked after, and that part stays at good.'),
      { areas: ['children_in_care good'] },
    ],
    [
      'theirs',
      riReport('Care leavers are the weak spot. Theirs was the only part of the service to be called inadequate.'),
      { areas: ['care_leavers inadequate'] },
    ],
    [
      'the reason for the lowest grade',
      badReport('Services for children in care are the reason: too many have not seen a dentist.'),
      { areas: ['children_in_care inadequate'] },
    ],
    ['the reason why somebody works', badReport('Care leavers are the reason I do this job.'), { areas: [] }],
    [
      'in need of improvement',
      badReport(
        'Leadership was found to be in need of improvement. Help for care leavers was branded as needing improvement.',
      ),
      { areas: ['leaders requires_improvement', 'care_leavers requires_improvement'] },
    ],
    [
      'could manage only that',
      riReport('While leadership came in at good, help and protection could manage only inadequate.'),
      { areas: ['leaders good', 'help_and_protection inadequate'] },
    ],
    [
      'let down, by the support they get',
      riReport('Care leavers have been let down, say inspectors, who rate the support they get as inadequate.'),
      { areas: ['care_leavers inadequate'] },
    ],
    [
      'as it was years ago',
      riReport('Help and protection, inadequate three years ago, is now good.'),
      { areas: ['help_and_protection good'] },
    ],
    [
      'a judgement that it had as well',
      goodReport('Northshire also had an outstanding judgement for adoption.'),
      { areas: ['adoption outstanding'] },
    ],
    [
      'and one that it had before',
      goodReport('Northshire had an outstanding judgement before.'),
      { areas: [], history: ['northshire outstanding'] },
    ],
    [
      'inspectors who spent weeks there gave it',
      goodReport('Inspectors who spent two weeks with the council in May gave outstanding for leadership.'),
      { areas: ['leaders outstanding'], history: [] },
    ],
  ]));

describe('what is no area', () =>
  says([
    [
      'a board of that name',
      badReport('Leadership is rated inadequate, and so is the local safeguarding children board.'),
      { areas: ['leaders inadequate'] },
    ],
    [
      "nurses' work with children in care",
      goodReport('Health provision for children in care was found to be inadequate because nurses were too few.'),
      { events: ['northshire good'], areas: [] },
    ],
    [
      'the support of the council for them',
      goodReport('Provision for children in care was found to be outstanding.'),
      { areas: ['children_in_care outstanding'] },
    ],
  ]));
