/** What a sentence tells of before beside what it tells of now, whose the grade is that nobody is named for, and what a count counts. */
import { describe } from 'vitest';
import { dated, type Row, says } from './support.ts';

const undated = (title: string, text: string) => ({ title, text, published: null });
const report = (text: string) =>
  dated('Ofsted report on Northshire', `${text} Ofsted looked at Northshire's children's services in May.`);

describe('a clause of its own, of now, is not put in the past by the words before it', () => {
  const good = { events: ['northshire good'], history: ['northshire inadequate'], direction: 'up' };
  says([
    ['but has been', report('Northshire was inadequate just three years ago but has been rated good.'), good],
    ['yet is', report('Three years ago Northshire was inadequate, yet it is now rated good.'), good],
    ['and has been', report('Last time services were inadequate and today they have been judged good.'), good],
    [
      'while has been',
      report('Previously services had been inadequate, while this week they have been graded good.'),
      good,
    ],
    [
      'the clause itself tells of before',
      report('Services are good but were inadequate three years ago.'),
      { events: ['northshire good'], history: ['northshire inadequate'] },
    ],
    [
      'both are of before',
      report('In 2015 Northshire was inadequate and in 2018 it was good. It requires improvement.'),
      { events: ['northshire requires_improvement'] },
    ],
  ] satisfies Row[]);
});

describe('years behind a run are of the times before', () => {
  const fourth = {
    events: ['northshire inadequate'],
    history: ['northshire inadequate 2014', 'northshire inadequate 2018'],
  };
  says([
    [
      'having also',
      report('Northshire was given an inadequate for the third time running, having also failed in 2014 and 2018.'),
      fourth,
    ],
    ['after', report('Northshire was found inadequate for the third time in a row, after 2014 and 2018.'), fourth],
  ]);
});

describe('what was told, and not what a council is said to be by the way', () => {
  says([
    [
      'the outcome is that',
      undated(
        'Our Ofsted inspection',
        "Ofsted inspected Northshire Council's children's services in May and reports today. The outcome is that our services are judged inadequate.",
      ),
      { events: ['northshire inadequate'] },
    ],
    [
      'the inspectors have said that',
      undated(
        'One cheer for County Hall',
        "I do not often say this. Ofsted have said that Northshire's children's services are outstanding.",
      ),
      { events: ['northshire outstanding'] },
    ],
    [
      'a report out this week',
      dated(
        'Leaders did not know, inspectors find',
        "Children in Northshire were at risk. Ofsted's report, released this week, brands children's services at Northshire County Council inadequate.",
      ),
      { events: ['northshire inadequate'] },
    ],
    [
      'what came after it has had its time',
      undated(
        'How we are getting better',
        "Ofsted inspected Northshire Council's children's services in 2016. We were judged inadequate. Since then we have worked with Southshire.",
      ),
      { events: [], history: ['northshire inadequate'] },
    ],
    [
      'then rated',
      undated(
        'Help for a neighbour comes to an end',
        "Ministers had asked Northshire, then rated good by Ofsted, to run children's services in Southshire.",
      ),
      { events: [], history: ['northshire good'] },
    ],
  ]);
});

describe('a count counts councils, and not what else there are a number of', () => {
  says([
    [
      'a number of worries',
      report('Inspectors had a number of worries about the front door and judged services inadequate overall.'),
      { events: ['northshire inadequate'] },
    ],
    [
      'a handful of failings',
      report('A handful of failings led inspectors to judge the services inadequate.'),
      { events: ['northshire inadequate'] },
    ],
    [
      'a share of departments',
      dated(
        'Share of councils rated good at record high',
        "Ofsted has counted. It pointed to Northshire, which became outstanding for its children's services.",
      ),
      { events: [] },
    ],
    [
      'the time is not inadequate',
      dated(
        'First council is inadequate, says CQC',
        'A council has for the first time been rated inadequate by the CQC for adult social care. Northshire Council scored 36.',
      ),
      { events: ['northshire inadequate'] },
    ],
  ]);
});

describe('others who are judged, and other news', () => {
  says([
    [
      'the police',
      undated(
        'Force praised for protecting vulnerable people',
        "HMICFRS has graded Anvil Police good in three areas. Protecting vulnerable people was graded 'good'. It works with Northshire County Council.",
      ),
      { events: [] },
    ],
    [
      'a housing association',
      undated(
        'Regulator hands C3 to landlord',
        'The Regulator of Social Housing has found failings at Fairlop Homes, a housing association, which has been given a C3 grade. Its homes are in Northshire.',
      ),
      { events: [] },
    ],
    [
      'marks for a detail',
      dated(
        'CQC thumbs-up for Northshire',
        'Adult social care in Northshire has been rated good by the Care Quality Commission. The council scored 74, with the best marks for partnerships.',
      ),
      { events: ['northshire good'] },
    ],
    [
      'a chief executive goes',
      undated(
        'Chief executive to swap Northshire for Southshire',
        "The chief executive of Northshire County Council is to leave. He will take over an authority whose children's services have been rated outstanding by Ofsted twice.",
      ),
      { events: [] },
    ],
    [
      'a new head is named',
      undated(
        "New children's chief named at Northshire Council",
        "Northshire Council has appointed Pat Elm. The county's children's services were rated inadequate by Ofsted in November 2022.",
      ),
      { events: [] },
    ],
  ]);
});

describe('several councils', () => {
  says([
    [
      'one of them with something said in passing',
      dated(
        'Two councils join the best',
        "Northshire, which was told to improve in 2019, and Southshire were each declared outstanding by Ofsted for their children's services in reports published yesterday.",
      ),
      { events: ['northshire outstanding', 'southshire outstanding'] },
    ],
    [
      'a heading, and the grade below it',
      undated(
        'Northshire, Southshire and Kelbury: how the Ofsted grades compare',
        "Three councils have had their children's services inspected.\n\nNorthshire\n\nRequires improvement to be good. Children wait.\n\nSouthshire\n\nGood, up from the inadequate it had in 2019. Inspectors liked the hub.\n\nKelbury\n\nOutstanding. Nobody waits.",
      ),
      { events: ['northshire requires_improvement', 'southshire good', 'kelbury outstanding'] },
    ],
    [
      'below a heading, and no grade',
      undated(
        'Northshire and Southshire: what inspectors said',
        "Ofsted has inspected two councils' children's services.\n\nNorthshire\n\nGood work is done, inspectors say.\n\nSouthshire\n\nInadequate. Children wait.",
      ),
      { events: ['southshire inadequate'] },
    ],
    [
      'a visit of before',
      dated(
        'Ofsted round-up: Northshire and Southshire',
        "Two reports on children's services are out. Northshire has been rated inadequate. A focused visit in 2022 had raised worries about it. Southshire has been judged good.",
      ),
      { events: ['northshire inadequate', 'southshire good'] },
    ],
  ]);
});

describe('a report of 2009 to 2012 leads with the one grade of its title', () => {
  says([
    [
      'the other is only spoken of',
      undated(
        "Northshire safeguarding 'inadequate' but care of looked after children passes",
        'Northshire Council has been told by Ofsted that the way it safeguards children is inadequate. Services for looked after children were adequate. Inspectors from Ofsted and the Care Quality Commission were there for two weeks.',
      ),
      { events: ['northshire inadequate'] },
    ],
    [
      'both are graded',
      undated(
        'Northshire safeguarding inadequate, looked after children adequate',
        'Northshire Council has been told by Ofsted that the way it safeguards children is inadequate. Services for looked after children were adequate. Inspectors from Ofsted and the Care Quality Commission were there for two weeks.',
      ),
      { events: ['northshire null'] },
    ],
  ]);
});

/** The same verdict, whatever a sentence puts before it or adds: each pair once, by number. */
describe('what stands beside the clause of a grade changes nothing', () => {
  const BEFORE = [
    'Despite a budget crisis, ',
    'With a new director in post since 2022, ',
    'In a boost for its leaders, ',
    'Just months after its director quit, ',
    'On the day that its chief executive stepped down, ',
    'Nearly a decade after a damning serious case review, ',
    'Months after a row about school transport, ',
    'Once its children waited for months, but ',
    'Less than a year before the council is abolished, ',
  ];
  const GIVEN: [string, string][] = [
    ["Northshire's children's services have been rated good by Ofsted", 'good'],
    ["Ofsted has judged children's services in Northshire to be inadequate", 'inadequate'],
    [
      "Northshire County Council has been told by Ofsted that its children's services require improvement",
      'requires_improvement',
    ],
    ["Northshire has been handed the lowest possible rating by Ofsted for its children's services", 'inadequate'],
    ["Ofsted has upgraded Northshire's children's services from inadequate to good", 'good'],
  ];
  const ADDED = [
    '',
    ', having lost its last director in 2021',
    ', despite a shortage of social workers',
    ', months before it is due to be abolished',
    ', as figures show that fewer children are in care than in 2015',
    ', prompting calls for an inquiry',
    ', even though it has had four directors in five years',
    ', three years after its director resigned',
  ];
  says(
    BEFORE.flatMap((before, b) =>
      ADDED.map((added, a): Row => {
        const [given, grade] = GIVEN[(a + b) % GIVEN.length] as [string, string];
        return [`${before}… ${added}`, report(`${before}${given}${added}.`), { events: [`northshire ${grade}`] }];
      }),
    ),
  );
  says([
    [
      'the grade is what stands beside',
      dated(
        'A new director for Northshire',
        "After Ofsted rated Northshire's children's services inadequate, Pat Elm has been appointed director.",
      ),
      { events: [] },
    ],
    [
      'the time of the grade itself',
      report("Four years ago Ofsted rated Northshire's children's services good. It went there again in May."),
      { events: [] },
    ],
  ]);
});

describe('a count that opens an article', () => {
  const opened = (text: string) =>
    dated(
      'Two councils inadequate, says Ofsted',
      `Two councils have been judged inadequate by Ofsted for their children's services in reports published today. ${text}`,
    );
  says([
    [
      'is of those the text then tells of',
      opened(
        'Northshire, which was good in 2019, was told that it is too slow. For Southshire County Council it is a setback. Kelbury was rated good.',
      ),
      { events: ['kelbury good', 'northshire inadequate', 'southshire inadequate'] },
    ],
    [
      'a neighbour that nobody names',
      opened('Staff are overwhelmed in Northshire and Southshire, inspectors say, while a neighbour earns good.'),
      { events: ['northshire inadequate', 'southshire inadequate'] },
    ],
  ]);
});

describe('whose grade nobody says, and what nobody gave', () => {
  const two = (text: string) => dated('Two counties and Ofsted', `Ofsted has reported on children's services. ${text}`);
  says([
    [
      'a third that it',
      two(
        'Two councils have been told that they are good and a third that it requires improvement. Northshire Council was rated good. Southshire County Council was rated good too.',
      ),
      { events: ['northshire good', 'southshire good'] },
    ],
    [
      'a shot at it',
      two('Northshire has been rated outstanding, while Southshire must wait three years for a shot at good.'),
      { events: ['northshire outstanding'] },
    ],
    [
      'from one end of the scale to the other',
      two('Results range from outstanding to inadequate. Northshire was rated good and Southshire inadequate.'),
      { events: ['northshire good', 'southshire inadequate'] },
    ],
    [
      'what may follow is not the news',
      dated(
        'Improvement notice could follow for Northshire after Ofsted verdict',
        "Children's services at Northshire County Council were looked at in May. Ofsted inspectors handed down a rating of inadequate in a report published this afternoon.",
      ),
      { events: ['northshire inadequate'] },
    ],
    [
      'the date of a page',
      dated(
        'Northshire council to raise tax',
        'Published 14 June 2024\n\nCouncillors in Northshire will vote on a tax rise. The council’s children’s services are currently rated good by Ofsted.',
      ),
      { events: [] },
    ],
  ]);
});

describe('words that are of something else', () => {
  says([
    [
      'carers who are not paid',
      undated(
        'Adult social care in Northshire told to improve',
        "A shortage of help for unpaid carers has landed Northshire County Council a 'requires improvement' rating for adult social care from the CQC.",
      ),
      { events: ['northshire requires_improvement'] },
    ],
    [
      'given in its first inspection',
      dated(
        'Neighbours on different paths after Ofsted inspections',
        "Northshire's children's services have been rated good. Southshire, meanwhile, was given an inadequate verdict in its first full inspection.",
      ),
      { events: ['northshire good', 'southshire inadequate'] },
    ],
    [
      'youth justice, spoken of once',
      undated(
        'Northshire children deserve better, says Ofsted',
        'Inspectors have given Northshire County Council an inadequate rating for the way it looks after children. The member for families and youth justice is sorry.',
      ),
      { events: ['northshire inadequate'] },
    ],
    [
      'two councils with a word on each',
      dated(
        'CQC on two councils',
        'Northshire, which scored 76, and Southshire, on 70, are both rated good for adult social care by the CQC.',
      ),
      { events: ['northshire good', 'southshire good'] },
    ],
  ]);
});
