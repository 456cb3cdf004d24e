/** What was before, of whom it is told, which way it went, and areas that stand apart from their grade. */
import { describe } from 'vitest';
import { badReport, dated, goodReport, NO_HISTORY, riReport, says, upFrom, visitReport } from './support.ts';

describe('where somebody works', () => {
  says([
    [
      'the former director of another council',
      visitReport(
        'Ann Dale, the former Southshire director who came last spring, said that progress since an inadequate rating in 2018 had been slow.',
      ),
      { events: [], history: ['northshire inadequate 2018'] },
    ],
    [
      'an ex-boss of another council',
      visitReport(
        'Ann Dale, an ex Southshire chief executive, said that services have come on since the inadequate rating of 2018.',
      ),
      { events: [], history: ['northshire inadequate 2018'] },
    ],
    [
      'who is at another council now',
      dated(
        'New director named for Northshire',
        'Ann Dale, who is currently at Southshire Council, starts in May. The last one was called in after Ofsted deemed services to be inadequate.',
      ),
      { events: [], history: ['northshire inadequate'] },
    ],
    [
      'who leads both',
      visitReport(
        'Ann Dale, who runs the services both here and in Southshire, said that staff had worked hard since we got our good rating in January.',
      ),
      { events: [], history: ['northshire good'] },
    ],
    [
      'whom else it has helped',
      dated(
        'Commissioner for Northshire',
        "Ministers have sent a commissioner to look at children's services in Northshire. Southshire has a good rating from Ofsted and has helped other authorities, including Kelbury.",
      ),
      { events: [], history: ['southshire good'] },
    ],
    [
      'a council beside the former director of another that has a grade of its own',
      visitReport('Ann Dale, the former Southshire director, said that Southshire was rated good in 2019.'),
      { events: [], history: ['southshire good 2019'] },
    ],
  ]);
});

describe('the grade of the time before', () => {
  says([
    [
      'what it has come from, beside the same grade of years before',
      badReport('The services were downgraded from good to inadequate. Northshire was judged inadequate in 2011 too.'),
      { history: ['northshire good', 'northshire inadequate 2011'], direction: 'down' },
    ],
    [
      'it has fallen from it, and was there before',
      badReport('It has fallen from requires improvement to inadequate. In 2012 it had been rated inadequate.'),
      { history: ['northshire requires_improvement', 'northshire inadequate 2012'], direction: 'down' },
    ],
    [
      'a move of the last time',
      dated(
        "Northshire's children's services remain good, says Ofsted",
        'The report is out today. The last inspection was in 2021, when the council moved up to good from requires improvement.',
      ),
      { events: ['northshire good'], direction: 'same' },
    ],
    [
      'a climb of the last time',
      dated(
        "Northshire's children's services are still good, says Ofsted",
        'The report is out today. In 2020 they had climbed to good from inadequate.',
      ),
      { events: ['northshire good'], direction: 'same' },
    ],
    [
      'the first inspection since one with another grade',
      dated(
        "Northshire's children's services still require improvement, says Ofsted",
        'The report, out today, is on the first full inspection since they were found to be inadequate in 2019.',
      ),
      { events: ['northshire requires_improvement'], ...upFrom('northshire inadequate 2019') },
    ],
    [
      'when inspectors last came',
      dated(
        "Northshire's children's services still require improvement, says Ofsted",
        'The report is out today. When inspectors last visited, in 2019, services were inadequate.',
      ),
      { events: ['northshire requires_improvement'], ...upFrom('northshire inadequate 2019') },
    ],
    [
      'a third in a row, and another long before',
      dated(
        "Northshire's children's services rated outstanding for third time running by Ofsted",
        "It is a far cry from 2009, when the county's services were inadequate.",
      ),
      {
        events: ['northshire outstanding'],
        history: ['northshire inadequate 2009'],
        direction: 'same',
      },
    ],
    [
      'still so, in an article without a date',
      {
        title: "Northshire's children's services still inadequate, says Ofsted",
        text: 'The report is out. Leaders have been slow. The commissioner stays. The council said it was sorry. Northshire was rated inadequate in March 2020.',
      },
      { events: ['northshire inadequate'], history: ['northshire inadequate 2020'], direction: 'same' },
    ],
    [
      'again in the lowest band of the yearly ratings',
      {
        title: 'Yearly ratings of councils are out',
        text: "Ofsted has published its annual ratings of children's services. Northshire Council was once more placed in the bottom band, performing poorly.",
        published: '2010-12-08',
      },
      { events: ['northshire null'], direction: 'same' },
    ],
    [
      'what it took years to reach',
      goodReport('Southshire took five years to reach good.'),
      { history: ['southshire good'] },
    ],
    ['what it would take years to reach', goodReport('It will take five years to reach outstanding.'), NO_HISTORY],
    [
      'a service that became another',
      visitReport('An inadequate service became outstanding in 2021.'),
      { events: [], history: ['northshire inadequate', 'northshire outstanding 2021'] },
    ],
    [
      'a service turned into another',
      goodReport('Staff have turned an inadequate department into a good one.'),
      upFrom('northshire inadequate'),
    ],
    [
      'years before',
      visitReport("When Ofsted came in 2021 it rated us good. We'd been inadequate three years before."),
      { events: [], history: ['northshire good', 'northshire inadequate'] },
    ],
    [
      'crawled up by',
      badReport("They'd crawled up to requires improvement by 2016."),
      { history: ['northshire requires_improvement 2016'] },
    ],
    [
      'had moved on and were judged so',
      badReport('Adoption and leadership had moved on and were judged to require improvement.'),
      { history: [], areas: ['adoption requires_improvement', 'leaders requires_improvement'] },
    ],
    [
      'the latest to be judged so, of those inspected since last year',
      dated(
        "Northshire's children's services inadequate, says Ofsted",
        'Of nine councils inspected since the new regime began last June, the county is the latest to be judged inadequate.',
      ),
      { events: ['northshire inadequate'], history: [] },
    ],
  ]);
});

describe('what a year dates beside the grade', () => {
  says([
    [
      'when a trust was set up',
      goodReport(
        'In its first inspection since the trust was set up in October 2021, Ofsted said that leadership was outstanding.',
      ),
      { history: [], areas: ['leaders outstanding'] },
    ],
    [
      'when a council was formed',
      dated(
        'Ofsted report on Northshire',
        "The first inspection since Northshire Council was formed in 2021 has found its children's services good, says a report out today.",
      ),
      { events: ['northshire good'], history: [] },
    ],
    [
      'when the grade was given',
      goodReport('It is the first report since inspectors found services inadequate in 2021.'),
      { history: ['northshire inadequate 2021'] },
    ],
  ]);
});

describe('grades that nobody gave', () => {
  says([
    ['believed by the council', visitReport('We believe that our services are good.'), { events: [], ...NO_HISTORY }],
    ['seen so by the council', visitReport('We see ourselves as good.'), { events: [], ...NO_HISTORY }],
    ['wished for', visitReport('We want services that are good for every child.'), { events: [], ...NO_HISTORY }],
    ['where it was so', visitReport('Where it was good, so was everything else.'), { events: [], ...NO_HISTORY }],
    ['few have more', riReport('Few areas have got more than adequate under this regime.'), NO_HISTORY],
    ['a good report', visitReport("It's a good report, the leader said."), { events: [], ...NO_HISTORY }],
    [
      'a label that clings',
      visitReport('The label inadequate clings to those who work there.'),
      { events: [], ...NO_HISTORY },
    ],
    [
      'unpaid bills',
      dated("Northshire owed £9m in outstanding children's services bills", 'A report to councillors says so.'),
      { events: [], ...NO_HISTORY },
    ],
    [
      'counts before those who are named',
      dated(
        "Most councils fall short on children's services, figures show",
        'An analysis of Ofsted data was published today. Of 90 councils looked at since 2021, 20 were good and two, Northshire and Southshire, were outstanding.',
      ),
      { events: [], history: ['northshire outstanding', 'southshire outstanding'] },
    ],
    [
      'given by inspectors',
      visitReport('Ofsted rated our services good in 2020.'),
      { events: [], history: ['northshire good 2020'] },
    ],
  ]);
});

describe('areas apart from their grade', () => {
  says([
    [
      'both for one and for another',
      {
        title: 'Ofsted report on Northshire',
        text: 'Ofsted rated overall effectiveness as good both for safeguarding and for looked-after children.',
        published: '2011-05-04',
      },
      { areas: ['looked_after_children good', 'safeguarding good'] },
    ],
    [
      'named in a sentence, rated in the next',
      riReport('There was better news about care leavers. Inspectors rated that work good and spoke to many of them.'),
      { areas: ['care_leavers good'] },
    ],
    [
      'all four, with the whole',
      goodReport(
        'Ofsted looks at three areas – the impact of leaders, help and protection, and children in care and care leavers – and then gives an overall judgement. All four were good.',
      ),
      { areas: ['children_in_care_and_care_leavers good', 'help_and_protection good', 'leaders good'] },
    ],
    [
      'all three, of which two are named together',
      badReport(
        'They found weaknesses in services for children who need help and protection, children in care and care leavers. All three were rated inadequate.',
      ),
      { areas: ['care_leavers inadequate', 'children_in_care inadequate', 'help_and_protection inadequate'] },
    ],
    [
      'their impact',
      badReport('The report says senior leaders had been slow to act and that their impact was inadequate.'),
      { areas: ['leaders inadequate'] },
    ],
    [
      'those who leave it',
      goodReport('Support for children in care and for young people who leave it is outstanding.'),
      { areas: ['care_leavers outstanding', 'children_in_care outstanding'] },
    ],
    [
      'what one escaped',
      badReport('Only the adoption service escaped the lowest grade. It requires improvement.'),
      { areas: ['adoption requires_improvement'] },
    ],
    [
      'what one avoided',
      badReport('Only adoption avoided an inadequate. It requires improvement.'),
      { areas: ['adoption requires_improvement'] },
    ],
    ['said to be', badReport('The only bright spot was adoption, said to be good.'), { areas: ['adoption good'] }],
    ['judged to be', badReport('The one exception was adoption, judged to be good.'), { areas: ['adoption good'] }],
    [
      'at risk as the service is rated',
      dated(
        'Northshire children in need of help and protection as service rated inadequate',
        "Ofsted rated Northshire's children's services inadequate overall in a report out today.",
      ),
      { events: ['northshire inadequate'], areas: [] },
    ],
    [
      'arrangements for protection, of an inspection of nothing else',
      {
        title: 'Ofsted report on Northshire',
        text: "They rated the county council's arrangements for the protection of children as inadequate overall.",
        published: '2013-03-19',
      },
      { events: ['northshire inadequate'], areas: [] },
    ],
  ]);
});
