import { describe } from 'vitest';
import { goodReport as good, PUBLISHED, aReport as report, says } from './support.ts';

/** Whose care it is: the council's, or a single school's or company's. */
describe('providers and the care services of a council', () => {
  says([
    [
      'a secondary is a school',
      {
        title: 'A Northshire secondary is good, says Ofsted',
        text: 'Inspectors were there for two days. The Northshire secondary was found to be good in all areas.',
      },
      { events: [], history: [] },
    ],
    [
      "a county's care services",
      {
        title: "Northshire's care services rated good by CQC",
        text: 'The Care Quality Commission has rated the council good for how it supports older people.',
      },
      { events: ['northshire good'] },
    ],
    [
      'the care services of a company',
      {
        title: 'Care services of Elm Care rated inadequate',
        text: 'The Care Quality Commission has rated the care services that Elm Care runs in Northshire inadequate. Northshire Council has moved people elsewhere.',
      },
      { events: [], history: [] },
    ],
    [
      "the town hall's social care services",
      {
        title: 'Social care in the county',
        text: "Inspectors from the Care Quality Commission say the town hall's social care services for older people are no longer good. They require improvement, a report on Northshire Council published today says.",
      },
      { events: ['northshire requires_improvement'], history: ['northshire good'], direction: 'down' },
    ],
  ]);
});

/** A verdict of its own day, told without the word "published". */
describe('news told quietly', () => {
  says([
    [
      'an inspectorate gives its opinion of two councils',
      {
        title: 'Two town halls, two outcomes',
        text: 'Some days are better than others. It was so yesterday. The regulator had been busy. The Care Quality Commission gave its verdict on Northshire Council and Southshire Council. For Northshire, which spends £300m a year, the finding is that it requires improvement. Southshire fares better. The unitary authority is good, the CQC says.',
        published: '2025-03-04',
      },
      { events: ['northshire requires_improvement', 'southshire good'] },
    ],
    [
      'councils as headings, four areas and no overall grade',
      {
        title: 'Three more councils have their Ofsted reports',
        text: [
          'The reports on Northshire Council, Southshire Council and Brackenshire Council came out on Tuesday, and none has an overall grade.',
          'Much had been made of the change. Directors had asked for it for years. It has now been made.',
          'Northshire',
          'Leadership was judged to be good, as was help and protection.',
          'Southshire',
          'Children in care and care leavers were both judged to be outstanding.',
          'Brackenshire',
          'Leadership and care leavers were judged to require improvement.',
        ].join('\n\n'),
        published: '2026-07-10',
      },
      { events: ['northshire null', 'southshire null', 'brackenshire null'] },
    ],
    [
      'a title that gives the verdict to the inspectorate',
      {
        title: "Ofsted: Northshire 'has found its feet'",
        text: "The county's services for children have been watched since 2021. In that year an inspection had found them wanting. Much has changed. Inspectors who came in April take the view that Northshire requires improvement.",
        published: PUBLISHED,
      },
      { events: ['northshire requires_improvement'] },
    ],
    [
      'the report of an earlier year',
      {
        title: 'Northshire Council',
        text: "The council met on Tuesday. It spoke of roads. Then it spoke of children. In a report in 2021 Ofsted said that visits were late. It graded the council's services for children inadequate.",
        published: PUBLISHED,
      },
      { events: [] },
    ],
  ]);
});

/** What is given up today is the grade before; what was given in a month gives way to what is new. */
describe('a grade that is taken away', () => {
  const changed = { events: ['northshire requires_improvement'], history: ['northshire inadequate'], direction: 'up' };
  says([
    [
      'a label that has been lifted',
      report(
        'The inadequate label that Northshire Council’s children’s services have worn since 2020 has been lifted, Ofsted announced today. They require improvement to be good.',
      ),
      changed,
    ],
    [
      'an inspectorate that has removed it',
      report(
        'Ofsted has removed the inadequate rating that had hung over Northshire’s children’s services. A report published today says that they require improvement.',
      ),
      changed,
    ],
    [
      'gone is the badge',
      report(
        'Gone is the inadequate badge. Ofsted says that Northshire’s children’s services require improvement, in a report out today.',
      ),
      changed,
    ],
    [
      'replaced by another',
      report(
        "Northshire's outstanding rating has been replaced by good, Ofsted said today of its children's services.",
      ),
      { events: ['northshire good'], history: ['northshire outstanding'], direction: 'down' },
    ],
    [
      'a label that has not been lost',
      report(
        'The outstanding label that Northshire Council’s children’s services have enjoyed has not been lost, Ofsted said today.',
      ),
      { events: ['northshire outstanding'], history: [] },
    ],
    [
      'something else that was removed',
      report(
        "Ofsted has rated Northshire's children's services inadequate. The chart was taken from a page that has been removed.",
      ),
      { events: ['northshire inadequate'], history: [] },
    ],
    [
      'what was lost now counts before what was given long ago',
      report(
        'The inadequate tag on Northshire’s children’s services has been removed, Ofsted said today. They require improvement. It is the grade they had in 2013, when Ofsted said that they required improvement.',
      ),
      { events: ['northshire requires_improvement'], direction: 'up' },
    ],
    [
      'without a date, the grade of a month gives way to the one that is new',
      {
        title: 'Northshire Council',
        text: "Northshire's children's services were judged inadequate by Ofsted in May 2021, and a commissioner was sent in. They have now climbed to good, according to a report out this morning.",
      },
      { events: ['northshire good'], history: ['northshire inadequate'], direction: 'up' },
    ],
    [
      'without a date, the grade of a month is news where nothing newer is told',
      {
        title: 'Northshire Council',
        text: "Northshire's children's services were judged inadequate by Ofsted in May 2021, in a report published this morning. The council has now been asked to write a plan.",
      },
      { events: ['northshire inadequate'], history: [] },
    ],
    [
      'the place of an abolished county beside the council of today',
      {
        title: "'They listen': CQC backs care in west Cheshire",
        text: 'Help for older people in west Cheshire is good, a watchdog has said. Cheshire West and Chester Council was visited by the Care Quality Commission in May. It rated the council good overall.',
      },
      { events: ['cheshire-west-and-chester good'] },
    ],
  ]);
});

/** Other names of the four areas. */
describe('areas by other names', () => {
  says([
    [
      'those who have left care, and the part that leaders play',
      good(
        "For young adults who've left care it is outstanding. The other two – children who need help and protection, and the part played by senior leaders – are both good.",
      ),
      { areas: ['care_leavers outstanding', 'help_and_protection good', 'leaders good'] },
    ],
    [
      'children the county looks after',
      good(
        'Services for children the county looks after were rated outstanding, and for people moving on from care good.',
      ),
      { areas: ['children_in_care outstanding', 'care_leavers good'] },
    ],
    [
      'looked-after children and the word after in their name',
      {
        title: 'Looked-after children in Northshire',
        text: 'In 2011 Ofsted judged services for looked after children in Northshire to be inadequate. In its new report, published on 4 July 2013, they are adequate.',
      },
      { events: ['northshire adequate'], history: ['northshire inadequate 2011'], direction: 'up' },
    ],
  ]);
});

/** What is hoped for, said of nobody, or said of the scale, is no grade. */
describe('moves that are still to come, and councils in general', () => {
  says([
    [
      'a move that is hoped for',
      {
        title: 'Northshire plans ahead',
        text: 'Northshire Council hopes to climb from requires improvement to good at its next Ofsted inspection of children’s services.',
        published: PUBLISHED,
      },
      { events: [], history: ['northshire requires_improvement'] },
    ],
    [
      'how anybody may fall',
      good(
        "The leader said: “You don't fall from outstanding to good overnight, and nobody wants us to slide from good to requires improvement.”",
      ),
      { events: ['northshire good'], history: [], direction: null },
    ],
    [
      'a move that has happened',
      report(
        'Northshire Council, which had hoped to hold on, has slid from outstanding to good, Ofsted said today of its children’s services.',
      ),
      { events: ['northshire good'], history: ['northshire outstanding'], direction: 'down' },
    ],
    [
      'one of two grades that is expected',
      {
        title: 'Northshire landlord',
        text: 'Northshire Council has referred itself to the Regulator of Social Housing. It expects that it will be handed either a C3 or a C4. Landlords are graded between C1 and C4.',
        published: PUBLISHED,
      },
      { events: [], history: [] },
    ],
    [
      'news of a helper, after a move that is known',
      {
        title: 'Adviser named for Northshire',
        text: 'A former director has been asked to help Northshire Council. Northshire was handed an improvement notice in November 2022 after Ofsted downgraded it from good, its grade in 2018, to inadequate following an inspection last August.',
        published: '2023-01-20',
      },
      { events: [], history: ['northshire good 2018', 'northshire inadequate 2022'] },
    ],
    [
      'any council that requires improvement',
      {
        title: 'Notes for a new lead member',
        text: "A council which requires improvement may have fine teams. An authority that was found inadequate by Ofsted may recover. Courses on children's services are held in Kelbury.",
      },
      { events: [], history: [] },
    ],
    [
      'what an audit calls adequate, and what we think of ourselves',
      {
        title: 'Council tax',
        text: "Northshire Council collected 93 per cent, which an internal audit rated as 'adequate'. We think that we're good at some things. There are outstanding councils in poorer places, Ofsted says of children's services.",
      },
      { events: [], history: [] },
    ],
    [
      'a grade that takes the place of another on the scale',
      good("The grade of adequate is to be done away with in the autumn and replaced by 'requires improvement'."),
      { events: ['northshire good'], history: [] },
    ],
    [
      'a grade that takes the place of another at a council',
      report(
        "Five years ago Ofsted gave Northshire's children's services its top grade. That has today been replaced by the one beneath it, good.",
      ),
      { events: ['northshire good'], history: ['northshire outstanding'], direction: 'down' },
    ],
  ]);
});

/** Whose grade it is that a sentence does not name. */
describe('grades of others', () => {
  const oldNews = (text: string) => ({ title: 'Where are they now?', text, published: PUBLISHED });
  says([
    [
      'it, whom the sentence before ends by naming',
      oldNews(
        "Northshire was rated inadequate by Ofsted for its children's services in 2022. The partner will be Southshire County Council. Rated outstanding in 2019, it has worked with Eastborough, Kelbury and others.",
      ),
      { events: [], history: ['northshire inadequate 2022', 'southshire outstanding 2019'] },
    ],
    [
      'it, where the sentence before names somebody in passing',
      oldNews(
        "Northshire Council is at work on its children's services. Advice has come from Southshire. It was rated inadequate by Ofsted in 2022.",
      ),
      { events: [], history: ['northshire inadequate 2022'] },
    ],
    [
      'so was another',
      oldNews(
        "Northshire Council was found by Ofsted to be inadequate for children's services in May 2022. So, in August of that year, was Southshire Council.",
      ),
      { events: [], history: ['northshire inadequate', 'southshire inadequate'] },
    ],
    [
      'another was too',
      oldNews(
        "Northshire Council was found by Ofsted to be inadequate for children's services in May 2022. Southshire was too.",
      ),
      { events: [], history: ['northshire inadequate', 'southshire inadequate'] },
    ],
    [
      'so another hopes',
      oldNews(
        "Northshire Council was found by Ofsted to be inadequate for children's services in May 2022. So Southshire Council was asked to help.",
      ),
      { events: [], history: ['northshire inadequate'] },
    ],
    [
      'an inadequate council at the head of a line of a timeline',
      oldNews(
        "2009: Kelbury, inadequate after a run of deaths, is put under a commissioner who has read Ofsted's report on its children's services. 2014: A hard year in Northshire, where a verdict of inadequate follows in June.",
      ),
      { events: [], history: ['kelbury inadequate 2009', 'northshire inadequate 2014'] },
    ],
    [
      'a risky name, and what is said of it in between',
      good('Other councils have had a bumpy ride. Slough, which also has a company, requires improvement.'),
      { events: ['northshire good'], history: ['slough requires_improvement'] },
    ],
  ]);
});

/** Areas that are not named beside their grade. */
describe('areas named a sentence or more before their grade', () => {
  const named = (text: string) =>
    good(`Grades are given for leadership, help and protection, children in care and care leavers. ${text}`);
  const allFour = (grade: string) =>
    ['leaders', 'help_and_protection', 'children_in_care', 'care_leavers'].map((area) => `${area} ${grade}`);
  says([
    [
      'in none of them anything better',
      report(
        "Northshire's children's services have been judged inadequate by Ofsted. The four headings are leadership, help and protection, children in care and care leavers. In none of them did the county achieve anything better than the bottom grade.",
      ),
      { events: ['northshire inadequate'], areas: allFour('inadequate'), history: [] },
    ],
    ['in each of them', named('The county was good in each of them.'), { areas: allFour('good') }],
    [
      'the rest',
      named('Leadership is outstanding. The rest are good.'),
      { areas: ['leaders outstanding', 'help_and_protection good', 'children_in_care good', 'care_leavers good'] },
    ],
    [
      'the remaining two',
      named('Leadership and care leavers were found to be outstanding. The remaining two areas were judged good.'),
      {
        areas: ['leaders outstanding', 'care_leavers outstanding', 'help_and_protection good', 'children_in_care good'],
      },
    ],
    [
      'a rest of another number',
      named('Leadership is outstanding. The other two areas were judged good.'),
      { areas: ['leaders outstanding'] },
    ],
    [
      'other councils',
      named('Leadership is outstanding. The other two councils in the region are good.'),
      { areas: ['leaders outstanding'] },
    ],
    [
      'what is left of the names in a list',
      good('Judgements on children in need of help, in care and leaving care were all good.'),
      { areas: ['help_and_protection good', 'children_in_care good', 'care_leavers good'] },
    ],
    [
      'how many are in care, and what is outstanding for some',
      good('There are 400 young people in care, and outcomes are outstanding for some.'),
      { events: ['northshire good'], areas: [] },
    ],
    [
      'anything but',
      good('Opponents said that the work was anything but outstanding.'),
      { events: ['northshire good'], history: [] },
    ],
    [
      'counts of councils',
      good('Of 15 councils seen so far ten were good and five required improvement.'),
      { events: ['northshire good'], history: [] },
    ],
    [
      'the grade of one area, now and before',
      report(
        'Support for care leavers at Northshire Council was rated inadequate by Ofsted in 2021. Today it has moved up to good, in a report on the council.',
      ),
      { events: ['northshire null'], areas: ['care_leavers good'] },
    ],
    [
      'the whole council, after the grade of one area before',
      report(
        'Support for care leavers at Northshire Council was rated good by Ofsted in 2021. The council has now been rated outstanding.',
      ),
      { events: ['northshire outstanding'], areas: [] },
    ],
    [
      'an inspection of looked after children alone',
      {
        title: "Ofsted on Northshire's looked-after children",
        text: 'In 2010 Ofsted rated services for looked after children in Northshire inadequate. In its new report, out this week, the grade rises to adequate.',
        published: '2013-08-30',
      },
      { events: ['northshire adequate'], areas: ['looked_after_children adequate'], direction: 'up' },
    ],
  ]);
});
