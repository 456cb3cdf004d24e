/** Earlier grades that follow from what is said of the new one. */
import { describe } from 'vitest';
import { aReport, badReport, dated, goodReport, says, upFrom, visitReport } from './support.ts';

describe('a grade that is the same as before', () => {
  says([
    [
      'kept',
      aReport(
        "Northshire Council has held on to its outstanding grade for children's services. Ofsted published its report today.",
      ),
      { events: ['northshire outstanding'], direction: 'same' },
    ],
    [
      'not where only an area keeps its grade',
      goodReport('Adoption retains its outstanding grade.'),
      { history: [], areas: ['adoption outstanding'] },
    ],
    [
      'as at the inspection before, without a year',
      goodReport('That is unchanged from its last inspection.'),
      { history: ['northshire good'], direction: 'same' },
    ],
    [
      'as each had, of two councils',
      {
        title: 'Ofsted: two councils no better',
        text: "Northshire and Southshire have been rated good for children's services in Ofsted reports published today, the same as both got at their last inspection.",
        published: '2024-06-14',
      },
      { events: ['northshire good', 'southshire good'], history: ['northshire good', 'southshire good'] },
    ],
  ]);
});

describe('an earlier grade beside the new one', () => {
  says([
    [
      'the lowest for the first time in a year',
      aReport(
        "Ofsted has found Northshire's children's services inadequate once more, after they sank to the lowest grade for the first time in 2019.",
      ),
      { events: ['northshire inadequate'], history: ['northshire inadequate 2019'] },
    ],
    [
      'what it had been beforehand',
      badReport('They had been outstanding beforehand.'),
      { history: ['northshire outstanding'], direction: 'down' },
    ],
  ]);
});

describe('earlier grades told otherwise', () => {
  says([
    [
      'for a second time',
      aReport("Ofsted has judged Northshire's children's services inadequate for a second time, it said today."),
      { history: ['northshire inadequate'], direction: 'same' },
    ],
    [
      'the second time of the grade before',
      aReport(
        'Ofsted has given Northshire Council’s children’s services a requires improvement rating, two years after they were found inadequate for the second time.',
      ),
      { events: ['northshire requires_improvement'], history: ['northshire inadequate'], direction: 'up' },
    ],
    [
      'no change from it',
      aReport(
        "At Northshire Council there is no change from good for children's services, Ofsted says in a report published today.",
      ),
      { events: ['northshire good'], direction: 'same' },
    ],
    [
      'in a clause about what it no longer is',
      {
        title: 'Ofsted on Northshire',
        text: "Ofsted says in a report published today that Northshire's children's services require improvement. The council, which was handed an inadequate grade after a tragedy, is no longer failing.",
        published: '2024-06-14',
      },
      { events: ['northshire requires_improvement'], history: ['northshire inadequate'], direction: 'up' },
    ],
    [
      'two years between dashes',
      goodReport('Both of its last visits – in 2016 and then in 2019 – ended in a grade of inadequate.'),
      { history: ['northshire inadequate 2016', 'northshire inadequate 2019'], direction: 'up' },
    ],
    [
      'taken from it',
      goodReport('It takes Northshire from inadequate, our grade in 2020, to the upper half.'),
      { history: ['northshire inadequate 2020'], direction: 'up' },
    ],
    [
      'said to require improvement',
      badReport('In 2017 the service was said to require improvement.'),
      { history: ['northshire requires_improvement 2017'], direction: 'down' },
    ],
    [
      'of the council, not of those for whom somebody worked',
      {
        title: 'New head for children at Northshire Council',
        text: "Northshire Council has named a director of children's services. She worked at Southshire and Westshire. The borough's services were rated good by Ofsted in 2022.",
        published: '2024-06-14',
      },
      { events: [], history: ['northshire good 2022'] },
    ],
    [
      'again, with the council in between',
      aReport(
        "Inspectors have again judged the county council's children's services in Northshire to be inadequate, Ofsted said today.",
      ),
      { events: ['northshire inadequate'], direction: 'same' },
    ],
    [
      'being so in several inspections, before the grade of now',
      aReport(
        "After being inadequate in two inspections, in 2016 and 2018, they are found by Ofsted to be good. Northshire Council's children's services had its report today.",
      ),
      {
        events: ['northshire good'],
        history: ['northshire inadequate 2016', 'northshire inadequate 2018'],
        direction: 'up',
      },
    ],
    [
      'being so in several inspections',
      goodReport('After being inadequate in two inspections, in 2016 and 2018, it is on the right road.'),
      { history: ['northshire inadequate 2016', 'northshire inadequate 2018'], direction: 'up' },
    ],
  ]);
});

describe('the grade of before, told plainly', () => {
  says([
    ['before, it was', badReport('Before, they were good.'), { history: ['northshire good'], direction: 'down' }],
    [
      'the grade at the last inspection, named first',
      goodReport("Requires improvement was the council's overall grade at its previous full inspection."),
      { history: ['northshire requires_improvement'], direction: 'up' },
    ],
    [
      'the conclusion it came to then',
      aReport(
        "Ofsted has come to the conclusion it came to in 2019: Northshire's children's services require improvement.",
      ),
      {
        events: ['northshire requires_improvement'],
        history: ['northshire requires_improvement 2019'],
        direction: 'same',
      },
    ],
    ['not any more', goodReport('Not inadequate any more, then.'), upFrom('northshire inadequate')],
    [
      'one grade gave way to another',
      goodReport('In 2019 inadequate gave way to requires improvement.'),
      { history: ['northshire inadequate 2019', 'northshire requires_improvement 2019'], direction: 'up' },
    ],
    [
      'by those who had given it',
      goodReport("The service has come far, said inspectors, who'd given it an inadequate the last time they came."),
      upFrom('northshire inadequate'),
    ],
    [
      'so many years earlier than a year',
      goodReport('It was rated good in 2019, and three years earlier it had been inadequate.'),
      { history: ['northshire good 2019', 'northshire inadequate 2016'], direction: 'same' },
    ],
    [
      'a couple of years earlier',
      goodReport('It got a good in 2020, though a couple of years earlier it had been inadequate.'),
      { history: ['northshire good 2020', 'northshire inadequate 2018'] },
    ],
    [
      'a question, and what answers it',
      goodReport("Is that better than before? No, it's level with 2019."),
      { history: ['northshire good 2019'], direction: 'same' },
    ],
    [
      'a tag taken off in the title',
      dated(
        "Ofsted removes county's 'inadequate' tag",
        "Ofsted has moved Northshire's children's services up. They require improvement, it said today.",
      ),
      { events: ['northshire requires_improvement'], history: ['northshire inadequate'], direction: 'up' },
    ],
    [
      'a time told of in passing',
      aReport(
        "Northshire's children's services, three years ago the talk of the county, have been rated outstanding by Ofsted.",
      ),
      { events: ['northshire outstanding'], history: [] },
    ],
    [
      'the year in which towns were put under one council',
      aReport(
        "Ofsted's report on Northshire's children's services is the first since two towns were put under one council in 2019, and it could not be worse: inadequate overall.",
      ),
      { events: ['northshire inadequate'], history: [] },
    ],
    [
      'a former director, and no former grade',
      dated(
        "Former Southshire director leads Northshire to 'outstanding'",
        "Ofsted has rated Northshire's children's services outstanding.",
      ),
      { events: ['northshire outstanding'], history: [] },
    ],
    [
      'what was promised and not given',
      goodReport("It is one below the 'outstanding' that the leader has promised."),
      { history: [] },
    ],
    [
      'in other words for what it requires',
      goodReport('In 2018 it was graded as needing to improve in order to be good.'),
      upFrom('northshire requires_improvement 2018'),
    ],
    [
      'from today',
      dated(
        "Northshire's children's services lose 'good' and now 'require improvement'",
        'Ofsted has marked the council down. From today they require improvement.',
      ),
      { events: ['northshire requires_improvement'], history: ['northshire good'], direction: 'down' },
    ],
  ]);
});

describe('the grade a council has, beside other news', () => {
  says([
    [
      'after a visit that gives none',
      visitReport('The council was declared inadequate last July.'),
      { events: [], history: ['northshire inadequate'] },
    ],
    [
      'rescued from it',
      dated('Do not punish Northshire', "Northshire rescued its children's services from inadequate by spending."),
      { events: [], history: ['northshire inadequate'] },
    ],
    [
      'shaken off, and declared',
      dated(
        'Northshire stops spending',
        "The leader promised to protect children's services. The county had only this year shaken off an inadequate rating and been declared good by Ofsted.",
      ),
      { events: [], history: ['northshire inadequate', 'northshire good'] },
    ],
    [
      'which Ofsted says',
      dated(
        'Northshire to sell its offices',
        "The council is to sell its offices. Teams including children's social care, which Ofsted says requires improvement, would move.",
      ),
      { events: [], history: ['northshire requires_improvement'] },
    ],
    [
      'won last year',
      dated(
        'Northshire council tax to rise',
        "Northshire's children's services, which earned an outstanding grade from Ofsted last summer, will lose 40 posts.",
      ),
      { events: [], history: ['northshire outstanding'] },
    ],
    [
      'enjoyed since',
      dated(
        "Northshire's special needs report",
        "Ofsted has looked at special needs support in Northshire. It comes on top of the good enjoyed by the council's children's services since 2017.",
      ),
      { events: [], history: ['northshire good'] },
    ],
    [
      'in the eyes of those who judge',
      dated(
        'Northshire wins award',
        "Northshire Council has been crowned children's services team of the year. It caps a good spell for the department, outstanding in Ofsted's eyes since the spring.",
      ),
      { events: [], history: ['northshire outstanding'] },
    ],
    [
      'named in an article on homes',
      dated(
        "What councils spend on private children's homes",
        'Five councils spent £31m on private homes. The biggest bill was in Northshire, then rated inadequate by Ofsted.',
      ),
      { events: [], history: ['northshire inadequate'] },
    ],
    [
      'moved, in an article on centres',
      dated(
        "Northshire closes children's centres",
        "Children's centres across Northshire are to close. Ofsted had only just moved the county from inadequate to requires improvement.",
      ),
      { events: [], history: ['northshire inadequate', 'northshire requires_improvement'] },
    ],
    [
      'what inspectors found of its work',
      dated(
        'Northshire and foster carers',
        "Foster carers met Northshire Council. Many of the cases predate September 2021, when inspectors found the council's work inadequate.",
      ),
      { events: [], history: ['northshire inadequate 2021'] },
    ],
    [
      'rated so, and what it does since',
      dated(
        'Northshire sells expertise',
        "Northshire Council helps others to put their children's departments right. Rated outstanding, it has sent officers to Southshire and Kelbury.",
      ),
      { events: [], history: ['northshire outstanding'] },
    ],
    [
      'rated so on children, as somebody says',
      dated(
        'Uproar at Northshire Council',
        "Protesters spoke of child sexual exploitation in Northshire. One member said that the local authority was rated 'requires improvement' on children.",
      ),
      { events: [], history: ['northshire requires_improvement'] },
    ],
    [
      'any department so judged',
      dated(
        'Ministers ready to act',
        'Council departments that are judged inadequate twice could be taken over. Northshire has been mentioned by social workers.',
      ),
      { events: [], history: [] },
    ],
  ]);
});
