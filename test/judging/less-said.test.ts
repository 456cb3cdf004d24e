import { describe } from 'vitest';
import { goodReport as good, PUBLISHED, aReport as report, says } from './support.ts';

describe('news that is told late, or beside other matters', () => {
  says([
    [
      'far down, in an article that opens with those who judge',
      {
        title: 'Northshire leader answers care watchdog',
        text: 'Residents wait too long for a visit, the Care Quality Commission says. The longest wait was a year. Staff were praised for kindness. Carers were less happy. It has given the council the second lowest of its four ratings for adult social care.',
        published: PUBLISHED,
      },
      { events: ['northshire requires_improvement'] },
    ],
    [
      'not in one that looks back',
      {
        title: 'Two years on: the story of Northshire',
        text: 'Ofsted came to Northshire. The town hall was quiet. There was rain. Some staff wept. The lifts broke. The children’s services were rated inadequate.',
        published: PUBLISHED,
      },
      { events: [], history: ['northshire inadequate'] },
    ],
    [
      'in a title that speaks of a commissioner too',
      {
        title: "Commissioner on the way as Ofsted finds Northshire's children's services inadequate",
        text: 'Ofsted has rated children’s services at Northshire Council inadequate. A commissioner will advise ministers.',
        published: PUBLISHED,
      },
      { events: ['northshire inadequate'] },
    ],
    [
      'with a menu above it',
      {
        title: 'Ofsted speaks on Northshire',
        text: 'JOIN US   DONATE   SHOP\n\nOfsted’s verdict on Northshire Council arrived this week. Children’s services here have been told – once more – that they require improvement to be good.',
        published: PUBLISHED,
      },
      { events: ['northshire requires_improvement'] },
    ],
    [
      'by the council itself',
      {
        title: 'Ofsted and our services for children',
        text: 'Ofsted has published its report on Northshire’s children’s services. What does it say? We are Good – and for our care leavers, we are Outstanding.',
        published: PUBLISHED,
      },
      { events: ['northshire good'], areas: ['care_leavers outstanding'] },
    ],
  ]);
});

describe('grades told in ways that need the sentence beside them', () => {
  says([
    [
      'the name and the grade first, the service after',
      {
        title: 'Hopes rise in Northshire',
        text: "It has happened: Northshire is good. The county's children's services were seen by Ofsted in May.",
        published: PUBLISHED,
      },
      { events: ['northshire good'] },
    ],
    [
      'the grade as an answer',
      {
        title: 'A report card',
        text: "How well does Northshire look after its children's services? Good, says Ofsted, which spent two weeks there.",
        published: PUBLISHED,
      },
      { events: ['northshire good'] },
    ],
    [
      'set between dashes',
      {
        title: 'Northshire must do better',
        text: "Ofsted was not pleased. Northshire Council's services for children fell short, and the judgement – inadequate – will hurt.",
        published: PUBLISHED,
      },
      { events: ['northshire inadequate'] },
    ],
    [
      'a service that is run so',
      report('Inspectors from Ofsted say that Northshire now runs a good service for children.'),
      { events: ['northshire good'] },
    ],
    [
      'a tag that is shed',
      report(
        "Northshire Council's children's services have shed their inadequate tag. They require improvement, Ofsted says.",
      ),
      { events: ['northshire requires_improvement'], history: ['northshire inadequate'] },
    ],
    [
      'with joy of those concerned',
      {
        title: 'Leader smiles',
        text: "The leader of Northshire Council was beaming after Ofsted upgraded its children's services to outstanding.",
        published: PUBLISHED,
      },
      { events: ['northshire outstanding'], direction: 'up' },
    ],
  ]);
});

describe('grades that refer to what was said', () => {
  says([
    [
      'so does another area, in other words',
      good('The leaders get an outstanding. So does the work with youngsters who have left care.'),
      { events: ['northshire good'], areas: ['leaders outstanding', 'care_leavers outstanding'] },
    ],
    [
      'the same word, in the new report',
      {
        title: 'Northshire fails its children again',
        text: "Ofsted came back to Northshire Council in March. In 2019 its children's services were found inadequate. This week the same word stood at the head of the new report.",
        published: PUBLISHED,
      },
      { events: ['northshire inadequate'], history: ['northshire inadequate 2019'], direction: 'same' },
    ],
    [
      'the same word, at another time before',
      good('In 2015 they were inadequate. The report of last time used the same word.'),
      { events: ['northshire good'], history: ['northshire inadequate'] },
    ],
    [
      'all of them, without one',
      {
        title: 'Northshire inspected in the new way',
        text: 'Ofsted went to Northshire Council in May to inspect its children’s services, and its report is out today. There are four grades: for leaders, for help and protection, for children in care and for care leavers. In all of them the county is good, with the exception of help and protection, where it is outstanding.',
        published: '2026-07-10',
      },
      {
        events: ['northshire null'],
        areas: ['leaders good', 'children_in_care good', 'care_leavers good', 'help_and_protection outstanding'],
      },
    ],
    [
      'services in places that a sentence lists',
      good(
        'In 2013 and 2015 services for children in Wexcombe, Oldford, Tenby Cross and the other towns were found inadequate.',
      ),
      { events: ['northshire good'], history: ['northshire inadequate 2013', 'northshire inadequate 2015'] },
    ],
    [
      'so it was, in a year',
      good('So it was in 2018.'),
      { events: ['northshire good'], history: ['northshire good 2018'], direction: 'same' },
    ],
    [
      'back then',
      good(
        'It has come far since 2019. Back then the same inspectors concluded that the service required improvement to be good.',
      ),
      { events: ['northshire good'], history: ['northshire requires_improvement'], direction: 'up' },
    ],
    [
      'what another inspectorate gave before',
      good(
        'It is one of few with two such reports, following the Care Quality Commission’s Outstanding for adult social care in 2022.',
      ),
      { events: ['northshire good'], history: ['northshire outstanding 2022'] },
    ],
  ]);
});
