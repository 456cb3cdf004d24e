/** Areas told in lists of clauses, taken up by a pronoun, counted, or added once their grade is told. */
import { describe } from 'vitest';
import { aReport, badReport, goodReport, riReport, says } from './support.ts';

describe('areas added to a grade told before them', () => {
  says([
    [
      'two that have it as well',
      goodReport('Leadership is outstanding, and adoption and help for care leavers are as well.'),
      { areas: ['leaders outstanding', 'adoption outstanding', 'care_leavers outstanding'] },
    ],
    [
      'so, too, with commas',
      goodReport('Adoption is outstanding. So, too, are leadership and help for care leavers.'),
      { areas: ['leaders outstanding', 'adoption outstanding', 'care_leavers outstanding'] },
    ],
    [
      'so too, without commas',
      goodReport('Adoption is outstanding. So too is leadership.'),
      { areas: ['leaders outstanding', 'adoption outstanding'] },
    ],
  ]);
});

describe('areas of a list told in clauses', () => {
  says([
    [
      'what it does for them',
      goodReport(
        'It was given an outstanding for adoption, for how it looks after children in care and for all it does for care leavers.',
      ),
      { areas: ['adoption outstanding', 'children_in_care outstanding', 'care_leavers outstanding'] },
    ],
    [
      'those in charge by another name',
      goodReport('Senior figures were judged outstanding.'),
      { areas: ['leaders outstanding'] },
    ],
    [
      'a clause about leaders',
      goodReport('They found that how senior leaders run things is outstanding.'),
      { areas: ['leaders outstanding'] },
    ],
    [
      'those in care and those who have left it',
      goodReport('The work with children in care and those who have left it is outstanding.'),
      { areas: ['children_in_care outstanding', 'care_leavers outstanding'] },
    ],
    [
      'those in care and leaving it',
      {
        ...goodReport('The experience of youngsters in care and leaving it is outstanding.'),
        published: '2021-03-05',
      },
      { areas: ['children_in_care_and_care_leavers outstanding'] },
    ],
    [
      'a department counts as a part where as many are named',
      badReport('Two departments, adoption and leadership, came away with a good.'),
      { areas: ['adoption good', 'leaders good'] },
    ],
    [
      'a department counts as a council where none is named',
      badReport('Two departments in the region were good.'),
      { areas: [] },
    ],
  ]);
});

describe('areas taken up later', () => {
  says([
    [
      'after a semicolon',
      goodReport('Just one, adoption, trailed behind the others; it was graded inadequate.'),
      { areas: ['adoption inadequate'] },
    ],
    [
      'as that part',
      badReport('Life was happier for children in care. They gave that part a good.'),
      { areas: ['children_in_care good'] },
    ],
    [
      'in a grade put in a sentence of its own',
      badReport('Adoption must improve to be good.'),
      { areas: ['adoption requires_improvement'] },
    ],
    [
      'by the grade that leads, whatever was said since',
      {
        ...aReport(
          "Ofsted has judged safeguarding in Northshire to be adequate in a report published today. Its leadership was good. Looked-after children's services were given the very same overall grade.",
        ),
        published: '2011-05-20',
      },
      { areas: ['safeguarding adequate', 'leaders good', 'looked_after_children adequate'] },
    ],
    [
      'not where a clause of its own begins',
      {
        title: 'Northshire children’s services ‘good’ – and care leavers are cheering',
        text: "Ofsted has published its report on Northshire Council's children's services. Care leavers are outstanding in it.",
        published: '2024-06-14',
      },
      { areas: ['care_leavers outstanding'] },
    ],
  ]);
});

describe('the pair told apart', () => {
  says([
    [
      'each of them has it',
      {
        title: 'Ofsted on Northshire',
        text: "Ofsted has rated Northshire's children's services inadequate, in a report published today. Children in care and care leavers each have a good.",
      },
      { areas: ['children_in_care good', 'care_leavers good'] },
    ],
  ]);
});

describe('the pair that had one grade', () => {
  const pair = goodReport('Children in care and care leavers are outstanding.');
  says([
    ['until 2022', { ...pair, published: '2022-11-18' }, { areas: ['children_in_care_and_care_leavers outstanding'] }],
    [
      'and two since',
      { ...pair, published: '2023-09-22' },
      { areas: ['children_in_care outstanding', 'care_leavers outstanding'] },
    ],
  ]);
});

describe('areas pointed to from another sentence', () => {
  says([
    [
      'named after their count',
      {
        title: 'Ofsted on Northshire',
        text: "Ofsted has published its report on Northshire Council's children's services. Two of the four judgements are outstanding. Those are leadership and help for care leavers.",
        published: '2026-06-14',
      },
      { areas: ['leaders outstanding', 'care_leavers outstanding'] },
    ],
    [
      'not where fewer are named than counted',
      {
        title: 'Ofsted on Northshire',
        text: "Ofsted has published its report on Northshire Council's children's services. Three of the four judgements are outstanding. Those are leadership and help for care leavers.",
        published: '2026-06-14',
      },
      { areas: [] },
    ],
    [
      'all but the one that is graded next',
      goodReport(
        'The report looks at leadership, adoption and help for care leavers. All but one were judged good. Adoption is inadequate.',
      ),
      { areas: ['leaders good', 'care_leavers good', 'adoption inadequate'] },
    ],
    [
      'both, after a colon',
      badReport('Leadership made strides and so did the adoption team: both are good.'),
      { areas: ['leaders good', 'adoption good'] },
    ],
    [
      'the impact that they have on something',
      goodReport('Senior managers are seen a lot, and their impact on how staff work has been judged outstanding.'),
      { areas: ['leaders outstanding'] },
    ],
    [
      'one of every area, named',
      {
        title: 'Ofsted on Northshire',
        text: "Ofsted has rated Northshire's children's services inadequate in each area that it looked at, including adoption, in a report published today.",
        published: '2016-06-14',
      },
      { events: ['northshire inadequate'], areas: ['adoption inadequate'] },
    ],
    [
      'told with the whole',
      badReport('That is overall, and for adoption and leadership as well.'),
      { areas: ['adoption inadequate', 'leaders inadequate'] },
    ],
    [
      'in passing, on a page that advertises posts too',
      goodReport('The only part that stood out was adoption, which was graded outstanding. Come and join our team.'),
      { areas: ['adoption outstanding'] },
    ],
    [
      'the other two, between dashes',
      badReport('The other two – adoption and leadership – are good.'),
      { areas: ['adoption good', 'leaders good'] },
    ],
  ]);
});

describe('areas beside what else a sentence tells', () => {
  says([
    [
      'a list set off by commas, after a semicolon',
      goodReport('Inspectors rated leaders outstanding; children in care, along with care leavers, were inadequate.'),
      { areas: ['leaders outstanding', 'children_in_care inadequate', 'care_leavers inadequate'] },
    ],
    [
      'the area that drags the whole down',
      aReport(
        "Poor support for care leavers has dragged Northshire's children's services down to inadequate, Ofsted said.",
      ),
      { events: ['northshire inadequate'], areas: ['care_leavers inadequate'] },
    ],
    [
      'those protected by a council that has the grade',
      aReport(
        "Ofsted has reported on Northshire's children's services. Children who need help are protected by a council that has now earned the highest rating.",
      ),
      { events: ['northshire outstanding'], areas: [] },
    ],
    [
      'a saying that speaks of leaders',
      riReport(
        'It finds that "leaders know their service well" and gives \'good\' to the experiences of care leavers.',
      ),
      { areas: ['care_leavers good'] },
    ],
    [
      'risen, and now',
      goodReport('Help for care leavers has risen from inadequate and is now outstanding.'),
      { areas: ['care_leavers outstanding'] },
    ],
    [
      'the remaining three',
      goodReport('Support for care leavers was graded outstanding, with the remaining three areas good.'),
      {
        areas: ['care_leavers outstanding', 'leaders good', 'help_and_protection good', 'children_in_care good'],
      },
    ],
    [
      'the other two',
      goodReport('Leaders and care leavers were outstanding and the other two areas were good.'),
      {
        areas: ['leaders outstanding', 'care_leavers outstanding', 'help_and_protection good', 'children_in_care good'],
      },
    ],
    [
      'more others than there are',
      goodReport('Leaders and care leavers were outstanding and the other three areas were good.'),
      { areas: ['leaders outstanding', 'care_leavers outstanding'] },
    ],
    [
      'those who run it',
      goodReport('The people running them are outstanding, says Ofsted.'),
      { areas: ['leaders outstanding'] },
    ],
    [
      'those who have left our care',
      goodReport('The support we give young people who have left our care is outstanding.'),
      { areas: ['care_leavers outstanding'] },
    ],
    [
      'further improvement to be good',
      goodReport('Help for care leavers was the exception, needing further improvement to be good.'),
      { areas: ['care_leavers requires_improvement'] },
    ],
    [
      'the whole by the name of an inspection',
      aReport(
        "Northshire's services for children in need of help, protection and care have been judged good by Ofsted.",
      ),
      { events: ['northshire good'], areas: [] },
    ],
  ]);
});
