/** Areas whose grade is told by a judgement that covers them, under a heading, as an exception or in passing. */
import { describe } from 'vitest';
import { badReport, dated, goodReport, PUBLISHED, riReport, says } from './support.ts';

describe('what a judgement is said to cover', () =>
  says([
    [
      'areas beside the whole',
      goodReport('The judgement covers overall effectiveness and the help and protection of children.'),
      { events: ['northshire good'], areas: ['help_and_protection good'] },
    ],
    [
      'several along with it',
      goodReport('That verdict takes in leadership along with children in care and care leavers.'),
      { areas: ['leaders good', 'children_in_care good', 'care_leavers good'] },
    ],
    [
      'a grade that spans them',
      badReport('The grade spans the impact of leaders, help and protection, and support for care leavers.'),
      { areas: ['leaders inadequate', 'help_and_protection inadequate', 'care_leavers inadequate'] },
    ],
    [
      'and an area with a grade of its own after it',
      goodReport('The rating covers leadership and adoption. Support for care leavers was judged outstanding.'),
      { areas: ['leaders good', 'adoption good', 'care_leavers outstanding'] },
    ],
    [
      'and what it was given for',
      badReport(
        'It was handed the grade for leadership, for adoption and for help and protection, as well as overall.',
      ),
      { areas: ['leaders inadequate', 'adoption inadequate', 'help_and_protection inadequate'] },
    ],
    [
      'or received it for',
      goodReport('The council received that mark for children in care and for its leadership.'),
      { areas: ['children_in_care good', 'leaders good'] },
    ],
    [
      'yet not what a report covers',
      goodReport('The report covers leadership, adoption and care leavers.'),
      { areas: [] },
    ],
    [
      'nor what it was reached on',
      goodReport('The judgement takes in evidence on leadership from forty meetings.'),
      { areas: [] },
    ],
    [
      'nor what the grade of before covered',
      goodReport('In 2019 the judgement covered leadership and adoption.'),
      { areas: [] },
    ],
  ]));

describe('a grade under a heading', () =>
  says([
    [
      'that names the area after "on"',
      riReport('\n\nOn leadership\n\nRated ‘good’, the best mark in the report.\n\nOn care leavers\n\nPlans are late.'),
      { areas: ['leaders good'] },
    ],
    [
      'that names it alone',
      riReport('\n\nAdoption\n\nJudged inadequate, with children waiting too long for a family.'),
      { areas: ['adoption inadequate'] },
    ],
    [
      'and the grade begins the line',
      riReport('\n\nChildren in care\n\nGraded good, as visits are regular.'),
      { areas: ['children_in_care good'] },
    ],
    [
      'yet not where the line speaks of the council',
      riReport('\n\nLeadership\n\nRated good in 2018, the council has lost its way.'),
      { areas: [] },
    ],
  ]));

describe('an exception at another grade', () =>
  says([
    [
      'named before the word',
      {
        title: 'Northshire outstanding',
        text: 'Children’s services in Northshire are outstanding, according to Ofsted. There were three grades of ‘outstanding’, with the help and protection of children the exception at ‘good’.',
        published: PUBLISHED,
      },
      { events: ['northshire outstanding'], areas: ['help_and_protection good'] },
    ],
    [
      'as the odd one out',
      goodReport('Inspectors gave three good judgements, with adoption the odd one out at requires improvement.'),
      { areas: ['adoption requires_improvement'] },
    ],
    [
      'as the only one below',
      goodReport('There were four good grades, care leavers being the exception with an inadequate.'),
      { areas: ['care_leavers inadequate'] },
    ],
    [
      'that missed out',
      {
        title: 'Northshire outstanding',
        text: 'Children’s services in Northshire are now outstanding, according to Ofsted. One area missed out on the top grade, namely adoption, which stays ‘good’ owing to long waits.',
        published: PUBLISHED,
      },
      { events: ['northshire outstanding'], areas: ['adoption good'] },
    ],
    [
      'that fell short',
      {
        title: 'Northshire outstanding',
        text: 'Children’s services in Northshire are now outstanding, according to Ofsted. Only leadership missed the highest rating and remains ‘good’ because of staff turnover.',
        published: PUBLISHED,
      },
      { events: ['northshire outstanding'], areas: ['leaders good'] },
    ],
    [
      'yet a good word stays a word',
      badReport('Adoption is a good example of how the council works with its neighbours.'),
      { areas: [] },
    ],
  ]));

describe('areas after the grade', () =>
  says([
    [
      'one grade each',
      badReport('Inspectors had a ‘requires improvement’ each for care leavers and for children in care.'),
      { areas: ['children_in_care requires_improvement', 'care_leavers requires_improvement'] },
    ],
    [
      'apiece',
      badReport('Inspectors gave a good apiece to adoption and to support for care leavers.'),
      { areas: ['adoption good', 'care_leavers good'] },
    ],
    [
      'for how the council looks after them',
      goodReport('It got an outstanding for the way it looks after young people in care.'),
      { areas: ['children_in_care outstanding'] },
    ],
    [
      'set off with a comma',
      dated(
        'Good report for Northshire',
        'Ofsted gave Northshire’s children’s services an overall good in a report out today, with outstanding for how it looks after care leavers.',
      ),
      { events: ['northshire good'], areas: ['care_leavers outstanding'] },
    ],
    [
      'yet not people who do something',
      goodReport('Children get a good service, with leaders who are seen on every corridor.'),
      { areas: [] },
    ],
    [
      'nor people of whom something is told',
      dated(
        'Ofsted on Northshire',
        'Families in Northshire receive a good service from the council’s children’s department, with leaders that listen, says Ofsted in a report out today.',
      ),
      { events: ['northshire good'], areas: [] },
    ],
  ]));

describe('areas in words of their own', () =>
  says([
    [
      'adoptive families',
      badReport('Its help for adoptive families, judged good, fared better.'),
      { areas: ['adoption good'] },
    ],
    ['adoptive parents', badReport('Support for adoptive parents was rated good.'), { areas: ['adoption good'] }],
    ['adopters', badReport('Its work with adopters was graded good.'), { areas: ['adoption good'] }],
    [
      'teams who help and protect children',
      goodReport('The teams who help and protect children were judged outstanding.'),
      { areas: ['help_and_protection outstanding'] },
    ],
    [
      'what children get, in quotes',
      riReport('Care leavers get an ‘outstanding’ deal, inspectors found.'),
      { areas: ['care_leavers outstanding'] },
    ],
    [
      'what leaders do, in quotes',
      riReport('Leaders do a ‘good’ job, the report says. So do those teams who protect and help youngsters.'),
      { areas: ['leaders good', 'help_and_protection good'] },
    ],
    [
      'yet without them it is a word like others',
      riReport('Leaders do a good job of keeping staff, the report says.'),
      { areas: [] },
    ],
    [
      'whose sentence comes after one on homes',
      riReport(
        'Too few foster homes are to be had in the county. Care leavers were hit hardest. Their experiences and progress were graded inadequate.',
      ),
      { areas: ['care_leavers inadequate'] },
    ],
    [
      'where the way it safeguards is one of two',
      {
        title: 'Northshire safeguarding inadequate',
        text: 'Ofsted has found the way that Northshire Council works poor: how the county safeguards children is inadequate. Its services for looked after children came out as adequate.',
        published: '2012-06-14',
      },
      { events: ['northshire inadequate'], areas: ['safeguarding inadequate', 'looked_after_children adequate'] },
    ],
  ]));

describe('grades of before, of the whole and of a part', () =>
  says([
    [
      'with an area beside the whole',
      {
        title: 'Northshire good at last',
        text: 'Northshire Council’s long work on its children’s services brought it a ‘good’ from Ofsted. Little had pleased inspectors in March 2018, when they gave it ‘requires improvement’, with adoption ‘inadequate’. On their return they called leadership ‘outstanding’.',
      },
      { events: ['northshire good'], areas: ['leaders outstanding'] },
    ],
    [
      'in other words',
      {
        title: 'Northshire good at last',
        text: 'Ofsted has judged Northshire’s children’s services good. In March 2018 they had been rated inadequate, with leadership inadequate too and adoption good.',
      },
      { events: ['northshire good'], areas: [] },
    ],
    [
      'of an inspection of protection alone, with areas beside it',
      {
        title: 'Child protection failings in Northshire',
        text: 'Ofsted found the arrangements of Northshire Council for protecting children to be inadequate. Leadership and governance got the same grade, as did the quality of practice.',
        published: '2012-11-16',
      },
      { events: ['northshire inadequate'], areas: ['quality_of_practice inadequate', 'leaders inadequate'] },
    ],
    [
      'of such an inspection without a date, beside the scale of then',
      {
        title: 'Northshire children failed',
        text: 'Inspectors from Ofsted who came without warning have handed Northshire an ‘inadequate’ for its child protection. Last year its safeguarding services had been found ‘adequate’.',
      },
      { events: ['northshire inadequate'], areas: [] },
    ],
  ]));
