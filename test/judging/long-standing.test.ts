import { describe } from 'vitest';
import { badReport, dated, goodReport, NO_HISTORY, riReport, says, upFrom, visitReport } from './support.ts';

const once = (...history: string[]) => ({ events: [], history });

/** Grades that an article knows of and does not bring. */
describe('known for long', () => {
  const home = (text: string) =>
    dated(
      'Council-run children’s home shut over Ofsted fears',
      `A children’s home run by Northshire Council has been closed after inspectors found it inadequate. ${text}`,
    );
  says([
    [
      'said last year',
      dated('A budget', 'Ofsted did say last year that Northshire’s children’s services were good, the leader boasts.'),
      once('northshire good 2023'),
    ],
    [
      'said this week, beside last year',
      'Ofsted said this week that Northshire’s children’s services were good. Last year it had only asked for more staff.',
      { events: ['northshire good'], history: [] },
    ],
    [
      'beside the grade of a home',
      home('“We’re a council with a good rating for our children’s services,” said its leader.'),
      once('northshire good'),
    ],
    ['of the other homes', home('The county’s two other homes are rated good and outstanding.'), once()],
    [
      'of the council, judged with a board',
      dated(
        'Northshire safeguarding board and council found inadequate',
        'Ofsted published two reports today. Inspectors rate Northshire’s children’s services inadequate. The safeguarding board is inadequate too.',
      ),
      { events: ['northshire inadequate'] },
    ],
    [
      'in a word before what is told of the winner',
      dated(
        'Children’s services: winner and runners-up',
        'WINNER: Northshire Council\n\nAlready rated outstanding, the authority impressed with a project on families.',
      ),
      once('northshire outstanding'),
    ],
    [
      'in a word before the news',
      'Already judged good, Northshire Council has gone up to outstanding. Ofsted’s report on its children’s services was published today.',
      { events: ['northshire outstanding'], history: ['northshire good'], direction: 'up' },
    ],
    [
      'hoped for next time',
      'Ofsted judged us Good overall in 2022. Next time we’re going for Outstanding. Apply now to Northshire Council’s children’s services.',
      once('northshire good 2022'),
    ],
    [
      'after a long time',
      dated(
        'Letter: leave Northshire alone',
        'It has taken Northshire’s children’s services ages to get to outstanding with Ofsted, and a split would ruin it.',
      ),
      once('northshire outstanding'),
    ],
    [
      'in a long time yet',
      'It will take Northshire’s children’s services a long time to get to outstanding with Ofsted.',
      once(),
    ],
  ]);
});

describe('of councils beside', () => {
  says([
    [
      'also',
      badReport('A commissioner has been at work in nearby Kelbury, also inadequate, since May.'),
      { events: ['northshire inadequate'], history: ['kelbury inadequate'] },
    ],
    [
      'also, of something else',
      badReport('A commissioner has been at work in Kelbury, also inadequate for lorries, since May.'),
      NO_HISTORY,
    ],
    [
      'whose services are so',
      visitReport('Kelbury Council’s services, which are good, were not looked at.'),
      { history: ['kelbury good'] },
    ],
    [
      'the writer’s own, and one unnamed',
      'The events in Reading led to a debate on Ofsted and children’s services. I was in charge when mine was told it was inadequate. A neighbouring authority, rated outstanding, hired my staff.',
      once(),
    ],
    [
      'a neighbour by name',
      badReport('The neighbouring authority of Kelbury was rated good in 2022.'),
      { events: ['northshire inadequate'], history: ['kelbury good 2022'] },
    ],
  ]);
});

/** The same grade as before, and when that was. */
describe('once more', () => {
  says([
    [
      'the second time',
      badReport('It is the second time that it has been judged inadequate. The first was in 2010.'),
      { history: ['northshire inadequate 2010'], direction: 'same' },
    ],
    [
      'the second visit',
      badReport('It is the second time that inspectors have come. The first was in 2010.'),
      { history: [], direction: null },
    ],
    [
      'where it was',
      goodReport('The rating stays where it was in 2019.'),
      { history: ['northshire good 2019'], direction: 'same' },
    ],
    [
      'under rules of last year',
      dated(
        'County falls to inadequate',
        'Children’s services at Northshire Council have been downgraded to inadequate by Ofsted. It is the third council to get the lowest rating under the framework introduced last year.',
      ),
      { history: [], direction: 'down' },
    ],
    [
      'of last year',
      'Northshire’s children’s services are good, Ofsted says today. They were given the lowest rating in a report last year.',
      upFrom('northshire inadequate'),
    ],
    [
      'learned on a day',
      dated(
        'Ofsted on Northshire',
        'Northshire Council learned on Tuesday that its children’s services had been judged outstanding by Ofsted.',
      ),
      { events: ['northshire outstanding'], history: [] },
    ],
  ]);
});

/** Areas that stand away from their grades. */
describe('areas', () => {
  says([
    [
      'with a word between commas',
      riReport('Children in care, though, now receive a service which is good.'),
      { areas: ['children_in_care good'] },
    ],
    ['that come out so', goodReport('Adoption comes out outstanding.'), { areas: ['adoption outstanding'] }],
    [
      'on which a report comes out',
      'The report on care leavers came out today, and Ofsted has rated Northshire Council’s children’s services good.',
      { events: ['northshire good'], areas: [] },
    ],
    [
      'overall and in some',
      'Ofsted has rated Northshire Council’s children’s services as inadequate overall and in two of the areas: help and protection, and care leavers.',
      { events: ['northshire inadequate'], areas: ['help_and_protection inadequate', 'care_leavers inadequate'] },
    ],
    [
      'overall as well as in some',
      'Ofsted gave Northshire Council’s children’s services a good overall as well as for leadership and care leavers.',
      { events: ['northshire good'], areas: ['leaders good', 'care_leavers good'] },
    ],
    [
      'only in some',
      'Ofsted has rated Northshire Council good for three areas: help and protection, children in care and care leavers.',
      { events: ['northshire null'] },
    ],
    [
      'called for short',
      badReport('Children who need help and protection and those looked after both get an inadequate service.'),
      { areas: ['help_and_protection inadequate', 'looked_after_children inadequate'] },
    ],
    [
      'of an inspection of both halves',
      {
        ...goodReport(''),
        text: 'Child protection in Northshire has been rated adequate by Ofsted in a report published on Thursday. Looked-after children did better, as services for them were judged to be good.',
        published: '2012-06-14',
      },
      { events: ['northshire adequate'], areas: ['safeguarding adequate', 'looked_after_children good'] },
    ],
    [
      'of an inspection of one half',
      {
        ...goodReport(''),
        text: 'Child protection in Northshire has been rated adequate by Ofsted in a report published on Thursday. Looked-after children were not seen.',
        published: '2012-06-14',
      },
      { events: ['northshire adequate'], areas: [] },
    ],
  ]);
});
