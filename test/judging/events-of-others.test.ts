/** Whose new grade it is, or whether it is one: round-ups, helpers, services of one team, grades of before, of others, of the rules. */
import { describe } from 'vitest';
import { dated, goodReport, NO_HISTORY, riReport, says } from './support.ts';

describe('a team or a scheme of the council, inspected by itself', () =>
  says([
    [
      'a rehabilitation service',
      dated(
        'Rehabilitation service at Northshire Council gets top marks',
        'Northshire Council’s rehabilitation service has been rated outstanding by the Care Quality Commission. Inspectors spoke to nine people who use it.',
      ),
      { events: [], history: [] },
    ],
    [
      'a shared lives scheme',
      dated(
        'Shared lives scheme praised in Southshire',
        'The Care Quality Commission has rated the shared lives scheme of Southshire Council good. Carers open their homes to adults who need care.',
      ),
      { events: [], history: [] },
    ],
    [
      'a home care team',
      dated(
        'Northshire home care team is good, says CQC',
        'Inspectors from the CQC rated the home care team run by Northshire Council good after a visit in May.',
      ),
      { events: [], history: [] },
    ],
    [
      'the council’s adult social care, and what it does well',
      dated(
        'CQC rates adult social care at Northshire Council good',
        'The CQC praised the reablement service, which helps people back to their feet.',
      ),
      { events: ['northshire good'] },
    ],
  ]));

describe('round-ups', () =>
  says([
    [
      'a title of one council and a count of others with their grade',
      dated(
        'Northshire slumps to inadequate as two southern councils are rated good',
        'Ofsted found serious failures in Northshire’s children’s services. Inspectors came in April and were worried by what they saw at the front door. The council says that it is sorry. Southshire County Council has climbed from requires improvement to good.',
      ),
      { events: ['northshire inadequate', 'southshire good'] },
    ],
    [
      'one of a round of reports',
      dated(
        'Northshire children’s services rated inadequate',
        'Ofsted has found serious failures in Northshire, in one of the latest round of inspection reports. Inspectors came in April. They were worried. The council says that it is sorry. Southshire County Council was rated good for its services for children.',
      ),
      { events: ['northshire inadequate', 'southshire good'] },
    ],
    [
      'several reports, and a title that names nobody',
      dated(
        'County holds on to its outstanding rating',
        'Northshire has kept an outstanding rating for children’s services. Ofsted published three reports on children’s social care yesterday. Inspectors were full of praise. So was the council. Southshire County Council was rated good for overall effectiveness.',
      ),
      { events: ['northshire outstanding', 'southshire good'] },
    ],
    [
      'one council, several reports over the years',
      dated(
        'Northshire children’s services rated inadequate',
        'Ofsted has found serious failures in Northshire. Several reports over the years had warned of them. Inspectors came in April. The council is sorry. Southshire is rated good for its services for children.',
      ),
      { events: ['northshire inadequate'] },
    ],
    [
      'a title of two grades that names neither council',
      dated(
        'One council good, another inadequate for adult social care',
        'Northshire County Council was rated inadequate for adult social care by the Care Quality Commission, but Southshire County Council was told that it was good.',
      ),
      { events: ['northshire inadequate', 'southshire good'] },
    ],
    [
      'a pair of places with words between',
      dated(
        'Ofsted praise',
        'Children’s services in Northshire and on Southshire have both been rated good by Ofsted.',
      ),
      { events: ['northshire good', 'southshire good'] },
    ],
    [
      'both, at the head of the sentence',
      dated(
        'Northshire and Southshire keep their good ratings from Ofsted for children’s services',
        'Reports came out today. Northshire’s leaders are known for their calm. In Southshire staff are settled. Both authorities were judged inadequate in 2016.',
      ),
      {
        events: ['northshire good', 'southshire good'],
        history: ['northshire inadequate 2016', 'southshire inadequate 2016'],
      },
    ],
    [
      'shares of councils in a title',
      dated(
        'CQC: most councils are good, but a quarter require improvement',
        'Of the councils assessed, 14 of 23 ratings were good. Northshire County Council is waiting for its inspection.',
      ),
      { events: [], ...NO_HISTORY },
    ],
    [
      'what reports of years show',
      dated(
        'What the inspections tell us about children’s services',
        'We have read all inspection reports of two years. Ofsted’s verdicts differ. Northshire County Council was rated outstanding and Southshire County Council good.',
      ),
      { events: [] },
    ],
  ]));

describe('further round-ups', () =>
  says([
    [
      'the others of a count',
      dated(
        'Northshire named and shamed',
        'Northshire is one of three councils whose children’s services were this week put in Ofsted’s lowest category. The others are Southshire and Kelbury.',
      ),
      { events: ['northshire inadequate', 'southshire inadequate', 'kelbury inadequate'] },
    ],
    [
      'neighbours that falter',
      dated(
        'Northshire shines while neighbours falter',
        'Northshire’s children’s services have been rated outstanding once more. Next door, Southshire slipped to requires improvement, Ofsted announced yesterday.',
      ),
      { events: ['northshire outstanding', 'southshire requires_improvement'] },
    ],
    [
      'a neighbour that only stands beside',
      dated(
        'Northshire children’s services praised by neighbours',
        'Northshire’s children’s services have been rated outstanding by Ofsted. Next door, Southshire is rated good.',
      ),
      { events: ['northshire outstanding'] },
    ],
    [
      'both of the sentence before',
      dated(
        'Damning verdict on two authorities',
        'Neither Northshire nor Southshire protects children well enough, Ofsted says. Both have been rated inadequate in reports out today.',
      ),
      { events: ['northshire inadequate', 'southshire inadequate'] },
    ],
    [
      'the neighbour that the title names too',
      dated(
        'Northshire and Southshire: two Ofsted reports',
        'Northshire has an outstanding verdict on its services for children. Neighbouring Southshire, whose director left in May, was again found inadequate. Both reports came out on Tuesday.',
      ),
      { events: ['northshire outstanding', 'southshire inadequate'] },
    ],
    [
      'one after the other',
      dated(
        'Northshire, Southshire and Kelbury hear verdicts',
        'All have had the results of Ofsted inspections of their children’s services. Northshire is outstanding for a second time. In Southshire, where a new director has come, they are good. Kelbury requires improvement, a step up from inadequate.',
      ),
      { events: ['northshire outstanding', 'southshire good', 'kelbury requires_improvement'] },
    ],
    [
      'a fostering service by itself',
      dated(
        'Fostering service in Northshire outstanding',
        'Northshire’s fostering service has been judged outstanding by Ofsted, which inspects such agencies every three years.',
      ),
      { events: [] },
    ],
  ]));

describe('councils named for something else', () =>
  says([
    [
      'two that will help',
      dated(
        'Council falls to inadequate over children in care',
        'Ofsted has rated children’s services at Northshire County Council inadequate. The chief executive said that work had begun and that Southshire and Kelbury, both rated outstanding, would be its partners.',
      ),
      { events: ['northshire inadequate'] },
    ],
    [
      'one that has begun to help',
      dated(
        'Council told to act on child safety',
        'Ofsted has rated children’s services at Northshire County Council inadequate. It was confirmed that Southshire, itself judged outstanding, has sent a team.',
      ),
      { events: ['northshire inadequate'] },
    ],
    [
      'the council whose place it took',
      dated(
        'CQC: adult social care in Kelbury requires improvement',
        'Kelbury Council, established three years ago when Southshire was broken up, was found to require improvement.',
      ),
      { events: ['kelbury requires_improvement'], history: [] },
    ],
  ]));

describe('of before', () =>
  says([
    [
      'since a month, when',
      dated(
        'Progress in Northshire, says Ofsted',
        'It is the second time that Ofsted has been back since March 2024, when it found that services were inadequate. Inspectors looked at children in care this time.',
      ),
      { events: [], history: ['northshire inadequate 2024'] },
    ],
    [
      'years ago, when it changed the grade',
      dated(
        'Social workers of a broke county speak',
        'Children’s services in Northshire were freed of their commissioner three years ago, when Ofsted raised its grade from inadequate to good. A report on the money is due after an inspection of the books.',
      ),
      { events: [], history: ['northshire good', 'northshire inadequate'] },
    ],
    [
      'since a year, and now',
      riReport('Since 2019, inspectors say, the services had been good.'),
      { events: ['northshire requires_improvement'] },
    ],
    [
      'an MP’s appeal',
      dated(
        'MP urges ministers to leave Northshire alone',
        'The authority was judged to be inadequate by Ofsted in April. Its children’s services should be left in peace, he said.',
      ),
      { events: [], history: ['northshire inadequate 2024'] },
    ],
    [
      'a service taken back',
      dated(
        'Northshire to wind up its children’s trust',
        'Cabinet members agreed on it yesterday. It follows an Ofsted report, published in April, in which services were rated inadequate.',
      ),
      { events: [], history: ['northshire inadequate'] },
    ],
    [
      'failing, as something else happens',
      dated(
        'Northshire still failing its children weeks before new trust takes over',
        'Children are let down, a damning report says. Ofsted inspectors branded the county council’s children’s services inadequate.',
      ),
      { events: ['northshire inadequate'] },
    ],
  ]));

describe('the same grade once more', () =>
  says([
    [
      'keeps that rating, and more is told',
      dated(
        'Three councils hear from Ofsted on children’s services',
        'Northshire was rated inadequate. Southshire, which was good in 2019, retains that grade, and the impact of leaders is outstanding.',
      ),
      { events: ['northshire inadequate', 'southshire good'], history: ['southshire good 2019'] },
    ],
    [
      'holds on to it',
      dated(
        'Councils hear from Ofsted on children’s services',
        'Northshire was rated inadequate. Southshire, which was good in 2019, has held on to it.',
      ),
      { events: ['northshire inadequate', 'southshire good'], history: ['southshire good 2019'] },
    ],
  ]));

describe('what a grade would lead to, and what a rating is worried about', () =>
  says([
    [
      'the rule for any council',
      {
        title: 'Ofsted on Northshire',
        text: 'In its report on children’s services inspectors rated Northshire good for the impact of leaders and inadequate for care leavers. An authority that is given an overall inadequate would face a commissioner. Any council which gets inadequate in one area will be visited.',
        published: '2026-07-02',
      },
      { events: ['northshire null'], areas: ['leaders good', 'care_leavers inadequate'] },
    ],
    [
      'a crosshead',
      {
        title: 'Ofsted on Northshire',
        text: 'In its report on children’s services inspectors rated Northshire good for the impact of leaders and inadequate for care leavers.\n\nInadequate rating brings visits\n\nMore will be known in May.',
        published: '2026-07-02',
      },
      { events: ['northshire null'], areas: ['leaders good', 'care_leavers inadequate'] },
    ],
    [
      'despite worries',
      dated(
        'Northshire keeps good Ofsted rating amid worries about adoption',
        'Northshire’s children’s services were rated good in a report published today. The impact of leaders is good.',
      ),
      { events: ['northshire good'], areas: ['leaders good'] },
    ],
    [
      'with a warning',
      dated(
        'Northshire children’s services keep good rating with warning on care leavers',
        'Ofsted’s report was published today.',
      ),
      { events: ['northshire good'], areas: [] },
    ],
    ['good for an area', goodReport('There was a good rating for adoption.'), { areas: ['adoption good'] }],
  ]));

describe('two things inspected', () =>
  says([
    [
      'the former and the latter',
      {
        title: 'Ofsted gives its verdict on Northshire',
        text: 'Inspectors came to look at safeguarding and looked after children. The former they rated adequate and the latter good.',
        published: '2011-06-14',
      },
      { areas: ['safeguarding adequate', 'looked_after_children good'] },
    ],
    [
      'the first and the second',
      {
        title: 'Ofsted gives its verdict on Northshire',
        text: 'Inspectors came for safeguarding and for looked after children. For the first its overall verdict was “good”, for the second “adequate”.',
        published: '2011-06-14',
      },
      { areas: ['safeguarding good', 'looked_after_children adequate'] },
    ],
    [
      'the way it keeps children safe',
      {
        title: 'Mixed verdict on Northshire',
        text: 'Young people in the care of Northshire County Council get a good service, but the way it keeps children safe is only adequate, Ofsted said.',
        published: '2011-06-14',
      },
      { events: ['northshire null'], areas: ['safeguarding adequate', 'looked_after_children good'] },
    ],
  ]));

describe('a view quoted, an inspector who looks', () =>
  says([
    [
      'a word in marks inside a quotation',
      dated(
        'CQC tells Northshire County Council that adult social care must improve',
        'Adult social care in Northshire requires improvement, the Care Quality Commission said today. The commission looks at how every council does its duty. “We were one mark off ‘good’, so I don’t accept it,” the leader said.',
      ),
      { events: ['northshire requires_improvement'] },
    ],
  ]));
