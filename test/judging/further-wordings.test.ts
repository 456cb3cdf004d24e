import { describe } from 'vitest';
import { says } from './support.ts';

const PUBLISHED = '2024-06-14';
const report = (text: string) => ({ title: 'Ofsted report on Northshire', text, published: PUBLISHED });
const good = (text: string) =>
  report(`Ofsted has rated Northshire's children's services good, in a report published today. ${text}`);

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
