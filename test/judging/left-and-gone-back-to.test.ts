/** Earlier grades: which are told, of whom and of when, where the news is another thing. */
import { describe } from 'vitest';
import { badReport, dated, goodReport, says, visitReport } from './support.ts';

/** An article without a date about something else. */
const undated = (title: string, text: string) => ({ title, text });

describe('what was achieved is a grade that was given', () => {
  says([
    [
      'the good we achieved',
      goodReport('It is a step up on the Requires Improvement we achieved in 2019.'),
      { history: ['northshire requires_improvement 2019'] },
    ],
    [
      'the grade that was earned',
      badReport('It is a far cry from the good the council earned in 2018.'),
      { history: ['northshire good 2018'], direction: 'down' },
    ],
    [
      'better than what was secured',
      badReport('That is a step down on the Good it secured in 2017.'),
      { history: ['northshire good 2017'], direction: 'down' },
    ],
    [
      'an improvement on what they collected',
      goodReport('That is an improvement on the inadequate they picked up in 2020.'),
      { history: ['northshire inadequate 2020'], direction: 'up' },
    ],
    [
      'the good that people achieve',
      badReport('Nobody should forget the good we achieved in 2018 for the children of Marle.'),
      { events: ['northshire inadequate'] },
    ],
  ]);
});

describe('a second one running', () => {
  says([
    [
      'second good in succession',
      goodReport('That makes a second good in succession for the council.'),
      { direction: 'same' },
    ],
    ['second inadequate running', badReport('This is their second inadequate running.'), { direction: 'same' }],
    ['third good on the trot', goodReport('It makes a third good on the trot for the council.'), { direction: 'same' }],
  ]);
});

describe('it took years to leave the lowest grade', () => {
  says([
    [
      'took five years to leave',
      undated(
        'Trusts are no cure',
        "Ministers like to hand children's services to trusts. Northshire needed five years to leave the lowest grade.",
      ),
      { events: [], history: ['northshire inadequate'] },
    ],
    [
      'needed four years to escape',
      undated(
        'Trusts are no cure',
        "Ministers like to hand children's services to trusts. Northshire needed four years to escape the lowest rating.",
      ),
      { events: [], history: ['northshire inadequate'] },
    ],
    [
      'took years to shed',
      undated(
        'Trusts are no cure',
        "Ministers like to hand children's services to trusts. Kelbury took a decade to shed an inadequate.",
      ),
      { events: [], history: ['kelbury inadequate'] },
    ],
    [
      'has yet to leave it',
      undated(
        'Trusts are no cure',
        "Ministers like to hand children's services to trusts. Children's homes should leave the bottom shelf to others.",
      ),
      { events: [], history: [] },
    ],
  ]);
});

describe('then rated', () => {
  says([
    [
      'then rated good',
      dated(
        'Northshire’s help for its neighbour ends',
        "Southshire was judged inadequate by Ofsted in November 2016 for its children's services, and ministers asked Northshire, then rated good, to step in.",
      ),
      { events: [], history: ['southshire inadequate', 'northshire good'] },
    ],
    [
      'at the time judged good',
      dated(
        'Northshire’s help for its neighbour ends',
        "Southshire was judged inadequate by Ofsted in November 2016 for its children's services, and managers came from Northshire, at the time judged good.",
      ),
      { events: [], history: ['southshire inadequate', 'northshire good'] },
    ],
    [
      'then graded outstanding',
      dated(
        'A look at Kelbury',
        "Ofsted has no quarrel with children's services in Kelbury, then graded outstanding, the leader said of the years of plenty.",
      ),
      { events: [], history: ['kelbury outstanding'] },
    ],
    [
      'and then rated it',
      dated(
        'Ofsted in Northshire',
        "Inspectors spent a week in Northshire, then rated its children's services good in a report out today.",
      ),
      { events: ['northshire good'], history: [] },
    ],
  ]);
});

describe('a journey is no arrival', () => {
  says([
    [
      'on a journey',
      visitReport('“We are on a long journey from inadequate to good,” the chief executive said.'),
      { events: [], history: ['northshire inadequate'] },
    ],
    [
      'on the road',
      visitReport('“We are on the road from inadequate to good,” the leader said.'),
      { events: [], history: ['northshire inadequate'] },
    ],
    [
      'part way',
      visitReport('“We are only part of the way from inadequate to good,” the leader said.'),
      { events: [], history: ['northshire inadequate'] },
    ],
    [
      'the journey has been made',
      goodReport('“The journey from inadequate to good took us four years,” the leader said.'),
      { events: ['northshire good'], history: ['northshire inadequate'] },
    ],
  ]);
});

describe('since something changed last year', () => {
  says([
    [
      'since the framework was changed',
      dated(
        'Northshire’s full house',
        "Northshire Council has been judged outstanding by Ofsted in all areas of children's services, only the second to be so since the framework was changed last year.",
      ),
      { events: ['northshire outstanding'], history: [] },
    ],
    [
      'became the first since',
      dated(
        'Northshire’s full house',
        "Northshire Council has become only the second council that Ofsted judged outstanding for children's services since the rules were rewritten last year.",
      ),
      { events: ['northshire outstanding'], history: [] },
    ],
    [
      'the first since it took over',
      dated(
        'Northshire’s children’s services good',
        'They are the first to be rated good by Ofsted since the new chief inspector took over last year.',
      ),
      { events: ['northshire good'], history: [] },
    ],
    [
      'given last year',
      dated(
        'More money for Northshire',
        "Northshire Council's children's services were rated good by Ofsted last year.",
      ),
      { events: [], history: ['northshire good 2023'] },
    ],
  ]);
});

describe('good at something is no grade', () => {
  says([
    [
      'good at the small things',
      undated(
        'Join us',
        "Northshire Council has an Outstanding Ofsted rating for children's services. We're good at the small things too.",
      ),
      { events: [], history: ['northshire outstanding'] },
    ],
    [
      'good at listening',
      undated(
        'Join us',
        "Northshire Council has an Outstanding Ofsted rating for children's services. We are good at all of it.",
      ),
      { events: [], history: ['northshire outstanding'] },
    ],
    [
      'they are outstanding at what they do',
      undated(
        'Join us',
        "Northshire Council has a Good Ofsted rating for children's services. They're outstanding at what they do.",
      ),
      { events: [], history: ['northshire good'] },
    ],
    [
      'good at its inspection',
      badReport('It was good at its last inspection.'),
      { history: ['northshire good'], direction: 'down' },
    ],
    [
      'good at the last inspection',
      badReport('It was good at the inspection of 2019.'),
      { history: ['northshire good 2019'], direction: 'down' },
    ],
  ]);
});

describe('any judgement of any council', () => {
  says([
    [
      'councils after an inadequate',
      dated(
        'Four years of inspections',
        "Only two are outstanding for children's services, Ofsted's reports show: Northshire and Southshire. Councils lean more on agency workers after an inadequate judgement.",
      ),
      { events: ['northshire outstanding', 'southshire outstanding'], history: [] },
    ],
    [
      'authorities lose',
      dated(
        'Four years of inspections',
        "Only two are outstanding for children's services, Ofsted's reports show: Northshire and Southshire. Authorities lose a third of their staff after a poor or inadequate verdict.",
      ),
      { events: ['northshire outstanding', 'southshire outstanding'], history: [] },
    ],
    [
      'directors leave',
      dated(
        'Four years of inspections',
        "Only two are outstanding for children's services, Ofsted's reports show: Northshire and Southshire. Most directors leave councils within a year of an inadequate rating.",
      ),
      { events: ['northshire outstanding', 'southshire outstanding'], history: [] },
    ],
    [
      'councils that are told of',
      dated(
        'More money for Northshire',
        "The cabinet of Northshire Council met on Monday. Other councils looked on when it got an inadequate judgement from Ofsted for its children's services in 2019.",
      ),
      { events: [], history: ['northshire inadequate 2019'] },
    ],
  ]);
});

describe('the same service is not the same grade', () => {
  says([
    [
      'the same service',
      dated(
        'Northshire children’s services crash to inadequate',
        "Northshire Council's services for children have dropped from good to inadequate in four years, Ofsted says. In 2020 the same service was graded good.",
      ),
      { events: ['northshire inadequate'], history: ['northshire good 2020'], direction: 'down' },
    ],
    [
      'marked, with exceptions',
      dated(
        'Northshire children’s services crash to inadequate',
        "Northshire Council's services for children have dropped from good to inadequate in four years, Ofsted says. In 2020 the same department had been good.",
      ),
      { events: ['northshire inadequate'], history: ['northshire good 2020'], direction: 'down' },
    ],
    [
      'the same team',
      dated(
        'Northshire children’s services inadequate',
        "Northshire Council's children's services are inadequate, Ofsted says in a report out today. Three years ago the same team was rated good.",
      ),
      { events: ['northshire inadequate'], history: ['northshire good 2021'], direction: 'down' },
    ],
    [
      'the same grade',
      dated(
        'Northshire children’s services inadequate',
        "Northshire Council's children's services are inadequate, Ofsted says in a report out today. In 2020 the same service had the same grade.",
      ),
      { history: ['northshire inadequate 2020'], direction: 'same' },
    ],
  ]);
});

describe('a title about something else, and a grade with its month', () => {
  says([
    [
      'a budget',
      undated(
        'Northshire Council to put extra £6m into care',
        'Ofsted has been before. Services were inadequate in 2015. In January 2018 it was found to require improvement.',
      ),
      { events: [], history: ['northshire inadequate 2015', 'northshire requires_improvement 2018'] },
    ],
    [
      'an appointment',
      undated(
        "New children's chief named at Northshire Council",
        "Northshire Council has appointed Jo Fell to lead its children's services. Ofsted rated those of the borough inadequate in November 2022.",
      ),
      { events: [], history: ['northshire inadequate 2022'] },
    ],
    [
      'another appointment',
      undated(
        'New director of social care chosen for Northshire',
        "Jo Fell will start in spring. Ofsted gave children's services a good in March 2023.",
      ),
      { events: [], history: ['northshire good 2023'] },
    ],
    [
      'a report of the month',
      undated(
        'Northshire rated good by Ofsted',
        "Children's services at Northshire Council got a good from Ofsted in November 2022.",
      ),
      { events: ['northshire good'] },
    ],
  ]);
});

describe('inspected in a year, and what came of it', () => {
  says([
    [
      'we were judged',
      undated(
        'What is happening',
        'Northshire Council. Ofsted inspected our services for children in 2016. We were judged inadequate. Inspectors come back every few months.',
      ),
      { events: [], history: ['northshire inadequate 2016'] },
    ],
    [
      'the verdict was',
      undated(
        'What is happening',
        "Ofsted inspected children's services at Northshire Council in 2016. The verdict was inadequate. Inspectors come back every few months.",
      ),
      { events: [], history: ['northshire inadequate 2016'] },
    ],
    [
      'they found us',
      undated(
        'What is happening',
        "Inspectors from Ofsted looked at children's services in Northshire in 2019. They rated the council good. It was a busy year.",
      ),
      { events: [], history: ['northshire good 2019'] },
    ],
    [
      'a law of that year',
      dated(
        'Ofsted on Northshire',
        "Ofsted inspected children's services in Northshire under rules made in 2019. They were judged inadequate, a report out today says.",
      ),
      { events: ['northshire inadequate'], history: [] },
    ],
  ]);
});

describe('second and straight, with nothing in a row', () => {
  says([
    [
      'a second look straight away',
      dated(
        'Northshire children’s services crash to inadequate',
        "Northshire Council's services for children have dropped from good to inadequate, Ofsted says. A second review of old files began straight away.",
      ),
      { history: ['northshire good'], direction: 'down' },
    ],
    [
      'a second director running it',
      badReport('It has a second director running the service since May.'),
      { history: [] },
    ],
    [
      'beside a neighbour',
      goodReport(
        'Only 41 children were in care then. It makes a second good in succession for this authority, whose director also works for Southshire.',
      ),
      { direction: 'same' },
    ],
  ]);
});

describe('whom somebody goes to, and who lends a hand', () => {
  says([
    [
      'an authority whose services',
      dated(
        'Chief executive to swap Northshire for Southshire',
        'Jo Fell, chief executive of Northshire Council, is off to the same post in Southshire. He moves to a council whose services for children Ofsted has twice rated outstanding.',
      ),
      { events: [], history: ['southshire outstanding'] },
    ],
    [
      'a council which',
      dated(
        'Director to leave Northshire',
        "The director of children's services at Northshire is to move to Kelbury. She joins a council which was rated inadequate by Ofsted in 2022.",
      ),
      { events: [], history: ['kelbury inadequate 2022'] },
    ],
    [
      'a borough where',
      dated(
        'Director to leave Northshire',
        "The director of children's services at Northshire is off to Kelbury. She inherits a department that was rated good by Ofsted in 2021.",
      ),
      { events: [], history: ['kelbury good 2021'] },
    ],
    [
      'told in a month',
      dated(
        'Northshire’s help for its neighbour ends',
        "Managers from Northshire have led children's services in Southshire. Southshire was judged inadequate in 2019, and ministers asked Northshire, then rated good, to step in. In January inspectors said that things had climbed to requires improvement.",
      ),
      { events: [], history: ['southshire inadequate', 'northshire good', 'southshire requires_improvement'] },
    ],
  ]);
});

describe('not many can say so', () => {
  says([
    [
      'Northshire can',
      undated(
        'Head of fostering',
        'Closing date: 4 May. Recruiter: Northshire County Council. Not many councils can claim that Ofsted calls all they do outstanding. Northshire can.',
      ),
      { events: [], history: ['northshire outstanding'] },
    ],
    [
      'few could, one does',
      undated(
        'Head of fostering',
        'Closing date: 4 May. Recruiter: Kelbury Council. Few authorities could claim that Ofsted has rated their services for children good three times. Kelbury does.',
      ),
      { events: [], history: ['kelbury good'] },
    ],
    [
      'Northshire cannot',
      undated(
        'Head of fostering',
        'Closing date: 4 May. Recruiter: Northshire County Council. Not many councils can claim that Ofsted calls all they do outstanding. Northshire has a long way to go.',
      ),
      { events: [], history: [] },
    ],
  ]);
});

describe('a roll of those that are', () => {
  says([
    [
      'first to be outstanding',
      undated(
        'What the first 80 reports say',
        'The Care Quality Commission has looked at adult social care in 80 councils. Southshire, who were first to be outstanding, last winter, takes the top spot.',
      ),
      { history: ['southshire outstanding'], events: [] },
    ],
    [
      'outstanding since the summer',
      undated(
        'What the first 80 reports say',
        'The Care Quality Commission has looked at adult social care in 80 councils. Southshire, outstanding since the summer, takes the top spot.',
      ),
      { history: ['southshire outstanding'], events: [] },
    ],
    [
      'which became',
      dated(
        'Share of councils rated good at record high',
        "Ofsted's annual report is out. It praises those that have moved up. It rained. Ofsted pointed to councils that had climbed in the year, among them Kelbury, which became outstanding for its children's services.",
      ),
      { events: [], history: ['kelbury outstanding'] },
    ],
    [
      'rated, with a score',
      dated(
        'A year of ratings',
        "The CQC has rated adult social care at 21 councils. Among the lowest is Kelbury's 48, rated requires improvement.",
      ),
      { history: ['kelbury requires_improvement'] },
    ],
    [
      'good views since the summer',
      dated(
        'A walk in Southshire',
        "Ofsted has an office there. Southshire, outstanding since the ice age, has hills. Children's services are busy.",
      ),
      { events: [] },
    ],
  ]);
});

describe('whose page it is, and whom it writes for', () => {
  says([
    [
      'a party of the place',
      {
        ...undated(
          'Why we voted against the budget',
          "Only a few years ago this county's own children's services were inadequate. Published by Southshire Greens.",
        ),
        publisher: 'Southshire Greens',
      },
      { events: [], history: ['southshire inadequate'] },
    ],
    [
      'a magazine for those who work with children',
      {
        ...dated(
          'Inspections: the north leads the way',
          'Councils in the north have made most progress. Southshire rose from inadequate (2018) to outstanding (2021).',
        ),
        publisher: 'Children & Young People Now',
      },
      { events: [], history: ['southshire inadequate 2018', 'southshire outstanding 2021'] },
    ],
    [
      'its service was called',
      dated(
        'Comment: one word',
        'Ofsted says a word and the director resigns. Were children in Southshire any happier in the week when its service was called inadequate?',
      ),
      { events: [], history: ['southshire inadequate'] },
    ],
    [
      'an American county',
      dated(
        'State audit rates Southshire County child agency inadequate',
        'A state audit has faulted the agency for slow responses to reports of abuse. Children were left at risk.',
      ),
      { events: [], history: [] },
    ],
  ]);
});
