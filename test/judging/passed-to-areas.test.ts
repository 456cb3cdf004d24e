/** Areas that a grade is passed on to, that stand out in a sentence of their own, or that alone have another. */
import { aReport, goodReport, type Row, says } from './support.ts';

const TWO = ['help_and_protection inadequate', 'leaders inadequate'];
const passed = (t: string, areas: string[] = TWO): Row => [
  t,
  aReport(
    `Ofsted has rated the children's services of Northshire Council as inadequate following an inspection over ten days in May. ${t}`,
  ),
  { events: ['northshire inadequate'], areas },
];
const overallAnd = (t: string, areas: string[] = TWO): Row => [
  t,
  aReport(
    `Inspectors from Ofsted who came in May have ${t}. The report on Northshire Council's children's services is out today.`,
  ),
  { events: ['northshire inadequate'], areas },
];
const besideGood = (t: string, areas: string[]): Row => [
  t,
  goodReport(t),
  { events: ['northshire good'], areas, history: [] },
];
says([
  passed('The rating applies overall and to two of the five headings: help and protection, and the impact of leaders.'),
  passed('The grade applies to two of the four headings: help and protection and leadership.'),
  passed('The same grade was given for two of the headings: help and protection, and leadership.'),
  passed('That grade covers two of the four areas: help and protection, and leadership.'),
  passed('The verdict holds for two of the areas beneath it too, help and protection and leadership.'),
  passed('Two of the five headings, help and protection and leadership, got that grade too.'),
  passed('It is the grade overall and for two strands: help and protection, and leadership.'),
  passed('The rating is for the service overall, for leadership and for help and protection.'),
  passed('The mark goes for help and protection and for leadership as well.'),
  passed('The same mark went to help and protection and to leadership.'),
  passed('The judgement extends to help and protection and to leadership.'),
  passed('The rating system applies to help and protection and to leadership in all councils.', []),
  passed('The rating was a surprise to those in help and protection and to leaders.', []),
  overallAnd(
    'judged the authority inadequate overall and for two of three sub-judgments, on leadership and on help and protection',
  ),
  overallAnd('judged the council inadequate overall and in two of four areas, leadership and help and protection'),
  overallAnd(
    'judged the council inadequate overall and on two of the four headings: leadership, and help and protection',
  ),
  overallAnd('rated the council inadequate overall, and for leadership and help and protection'),
  overallAnd(
    'given the council an inadequate overall and in two of its parts, namely leadership and help and protection',
  ),
  overallAnd('found the council inadequate overall and also in both leadership and help and protection'),
  overallAnd('found the council inadequate overall and in one of the areas, leadership', ['leaders inadequate']),
  besideGood(
    "Care leavers come off best. That strand was marked 'outstanding' after inspectors met young people who called their adviser an aunty.",
    ['care_leavers outstanding'],
  ),
  besideGood('Care leavers come off best. That part was rated outstanding after inspectors spoke to young people.', [
    'care_leavers outstanding',
  ]),
  besideGood('Care leavers fared best. Work with them was marked outstanding when inspectors met some of them.', [
    'care_leavers outstanding',
  ]),
  besideGood('Care leavers fared worst. That area was judged inadequate after inspectors found many in bad flats.', [
    'care_leavers inadequate',
  ]),
  besideGood('Care leavers did best of all. That judgement was outstanding, inspectors having met many of them.', [
    'care_leavers outstanding',
  ]),
  besideGood('Adoption took the laurels: that strand was judged outstanding.', ['adoption outstanding']),
  besideGood('Children in care and care leavers get a good deal, in both cases graded good.', [
    'children_in_care good',
    'care_leavers good',
  ]),
  besideGood('Help for children in care and for care leavers is sound, in each case graded good.', [
    'children_in_care good',
    'care_leavers good',
  ]),
  besideGood('Children in care and care leavers are well served, each being graded good.', [
    'children_in_care good',
    'care_leavers good',
  ]),
  besideGood('Children in care and care leavers do well, both areas graded good.', [
    'children_in_care good',
    'care_leavers good',
  ]),
  besideGood('Leadership and help for care leavers stood out, in both instances rated outstanding.', [
    'leaders outstanding',
    'care_leavers outstanding',
  ]),
  besideGood('Things were less rosy for children in care, whose services were graded inadequate.', [
    'children_in_care inadequate',
  ]),
  besideGood(
    "Things were brighter for the 180 boys and girls in the council's care, whose services were graded outstanding.",
    ['children_in_care outstanding'],
  ),
  besideGood('It was a better story for care leavers, whose support was rated outstanding.', [
    'care_leavers outstanding',
  ]),
  besideGood(
    "There was praise for care leavers' advisers, and help for care leavers, where things are better, was judged outstanding.",
    ['care_leavers outstanding'],
  ),
  besideGood('The picture is darker for care leavers, for whom help was rated inadequate.', [
    'care_leavers inadequate',
  ]),
  besideGood('The news was worse for adopted children, whose help was judged inadequate.', ['adoption inadequate']),
  besideGood('Care leavers were the one group for whom work was inadequate.', ['care_leavers inadequate']),
  [
    'rather than',
    aReport(
      "Ofsted has rated children's services in Northshire outstanding, in a report out today. Children who need help and protection were the one group for whom work was good rather than outstanding.",
    ),
    { events: ['northshire outstanding'], areas: ['help_and_protection good'] },
  ],
  [
    'not',
    aReport(
      "Ofsted has rated children's services in Northshire outstanding, in a report out today. Help and protection was the one area where work was good, not outstanding.",
    ),
    { events: ['northshire outstanding'], areas: ['help_and_protection good'] },
  ],
  [
    'merely',
    aReport(
      "Ofsted has rated children's services in Northshire outstanding, in a report out today. Care leavers were the only ones for whom help was merely good.",
    ),
    { events: ['northshire outstanding'], areas: ['care_leavers good'] },
  ],
  [
    'short of',
    aReport(
      "Ofsted has rated children's services in Northshire outstanding, in a report out today. Only for care leavers was the work good, a step short of outstanding.",
    ),
    { events: ['northshire outstanding'], areas: ['care_leavers good'] },
  ],
  [
    'instead',
    aReport(
      "Ofsted has rated children's services in Northshire outstanding, in a report out today. For care leavers the grade was good instead of outstanding.",
    ),
    { events: ['northshire outstanding'], areas: ['care_leavers good'] },
  ],
]);
