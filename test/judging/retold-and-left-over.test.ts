/** What those who judge saw, told at length, shows that their report is the news; what but a year makes old may be the news. */
import { describe } from 'vitest';
import { dated, says } from './support.ts';

/** An article without a date. */
const undated = (title: string, text: string) => ({ title, text });

describe('what inspectors saw is told', () => {
  says([
    [
      'far down, with no word that it is new',
      undated(
        'Families speak well of Northshire',
        "It rained. It snowed. The sun came out. Inspectors heard from parents that workers kept their word. Birds sang. The report rates children's services at Northshire Council as good overall.",
      ),
      { events: ['northshire good'], history: [] },
    ],
    [
      'and who told them of it',
      undated(
        'Fear in the car park',
        "It rained. It snowed. The sun came out. One worker told inspectors that she had cried. Birds sang. Ofsted rates children's services at Northshire Council as inadequate.",
      ),
      { events: ['northshire inadequate'], history: [] },
    ],
    [
      'on a visit: it shows no new report',
      undated(
        'Northshire on the way up',
        "It rained. It snowed. The sun came out. On a visit in May inspectors heard from parents that workers kept their word. Birds sang. Ofsted rates children's services at Northshire Council as inadequate.",
      ),
      { events: [], history: ['northshire inadequate'] },
    ],
    [
      'in an earlier year',
      undated(
        'Northshire plans a park',
        "It rained. It snowed. The sun came out. In 2019 inspectors heard from parents that workers kept their word. Birds sang. Ofsted rates children's services at Northshire Council as good.",
      ),
      { events: [], history: ['northshire good'] },
    ],
    [
      'in many councils',
      undated(
        'Halfway there',
        "It rained. It snowed. The sun came out. Ofsted has looked at work in 80 councils. Birds sang. Ofsted rates children's services at Northshire Council as good.",
      ),
      { events: [], history: ['northshire good'] },
    ],
  ]);
});

describe('a year beside the grade', () => {
  says([
    [
      'is that of the grade before, told in the same sentence',
      undated(
        'Northshire praised for its work with children',
        "A new report has come out. The inspection led to an overall judgement of good for children's services at Northshire Council, where in 2016 it had been inadequate. Inspectors heard from carers that help came fast.",
      ),
      { events: ['northshire good'], history: ['northshire inadequate 2016'], direction: 'up' },
    ],
    [
      'is that of the inspection, and there is none later',
      undated(
        'Adult care in Northshire: the verdict',
        "Adult social care in Northshire has been given a 'good' rating by the Care Quality Commission, following an assessment at the end of 2024.",
      ),
      { events: ['northshire good'], history: [] },
    ],
    [
      'is past where a later year is told',
      undated(
        'A new hub for Northshire',
        "Adult social care in Northshire has been given a 'good' rating by the Care Quality Commission in 2023. The hub opens in spring 2026.",
      ),
      { events: [], history: ['northshire good 2023'] },
    ],
    [
      'makes a chain of grades old, told in sentences of their own',
      undated(
        "Northshire's services are getting better, says Ofsted",
        'Inspectors heard from carers that help comes faster. It was rated inadequate in 2022. Before that it had requires improvement in 2018.',
      ),
      { events: [], history: ['northshire inadequate 2022', 'northshire requires_improvement 2018'] },
    ],
    [
      'of its birth is none of a last time',
      undated(
        'Serious failures at Northshire',
        "Children have been let down by a department that never came together. That is the conclusion of Ofsted, whose first inspection of Northshire Council since it was formed in April 2019 ends in an overall rating of inadequate for its children's services.",
      ),
      { events: ['northshire inadequate'] },
    ],
  ]);
});

describe('a verdict in few words', () => {
  says([
    [
      'a sentence of its own',
      dated(
        'The cabinet must answer',
        "Ofsted has published its verdict on Northshire's children's services, and nobody can be surprised. Inadequate.",
      ),
      { events: ['northshire inadequate'] },
    ],
    [
      'before a dash',
      dated(
        'Northshire is a fine place to grow up',
        "Outstanding – that's the judgement on Northshire Council's services for children, Ofsted said today.",
      ),
      { events: ['northshire outstanding'] },
    ],
    [
      'where a report has us',
      dated(
        'We are moving on',
        "The Ofsted report on Northshire Council's children's services, published at noon today, has us at requires improvement.",
      ),
      { events: ['northshire requires_improvement'] },
    ],
    [
      'where people are put in a mood',
      dated(
        'A canteen for Northshire',
        'Ofsted was at Northshire Council on Monday. The new canteen puts people in a good mood.',
      ),
      { events: [], history: [] },
    ],
    [
      'told so again',
      dated(
        'Northshire has work to do',
        "Four years after being told that its children's services 'require improvement', Northshire Council has been told so again by Ofsted, in a report published today.",
      ),
      { events: ['northshire requires_improvement'] },
    ],
    [
      'held up once, and judged now',
      dated(
        'Failing to keep track: Ofsted on Northshire',
        "A northern council once held up as a model to others has been judged inadequate by Ofsted for its children's services. The report on Northshire came out today.",
      ),
      { events: ['northshire inadequate'] },
    ],
    [
      'good and bad',
      dated(
        'Northshire hears its findings',
        'Ofsted has published its report on children\'s services at Northshire Council. "I told them the good and the bad," a young man said.',
      ),
      { events: [], history: [] },
    ],
  ]);
});

describe('what an article is not about', () => {
  const report = (title: string, text = '') =>
    dated(
      title,
      `${text} Ofsted rates children's services at Northshire Council as good. Inspectors heard from carers that help comes fast.`,
    );
  const news = { events: ['northshire good'] };
  const other = { events: [], history: ['northshire good'] };
  says([
    ['praise for social workers is no job', report('Inspectors praise committed social workers in Northshire'), news],
    ['a job', report('Committed social workers at Northshire', 'Apply now.'), other],
    [
      'the state of services is no statistic',
      report("Anger over the state of children's services in Northshire"),
      news,
    ],
    ['the state of care is one', report('The state of care in 2024'), other],
    ['the auditors have counted', report('National Audit Office: what children cost in Northshire'), other],
    [
      'visits that there have been',
      report('Northshire', 'After three directors and nine monitoring visits there is light.'),
      news,
    ],
    ['a visit', report('Northshire', 'A monitoring visit took place.'), other],
    ['measures that come to an end', report('Northshire praised as special measures come to an end'), news],
    ['it wins fans', report('Ofsted on Northshire: new approach wins fans'), news],
    ['it wins a prize', report('Northshire team wins prize'), other],
    ['still where it was', report("Five years on and still stuck: Northshire's children let down"), news],
  ]);
});

describe('whose the news is, and what of it', () => {
  says([
    [
      'both overall and for a part',
      dated(
        'Ofsted on Northshire',
        "Ofsted said today that children's services at Northshire Council are good, both overall and for the work with children in care.",
      ),
      { events: ['northshire good'], areas: ['children_in_care good'] },
    ],
    [
      'of the county, and not of those it leaves out',
      dated(
        'Children at risk in Northshire, Ofsted finds',
        "Ofsted has given its lowest grade to Northshire Council, which looks after every part of Northshire bar Southshire and Kelbury. It has been put at 'inadequate' overall for its children's services.",
      ),
      { events: ['northshire inadequate'] },
    ],
    [
      'a grade given up, and one put in its place',
      undated(
        "Northshire's services are no longer the worst",
        "Ofsted has taken away the inadequate tag it gave Northshire Council in 2016 for its children's services and put requires improvement in its place. The report was published on Friday.",
      ),
      { events: ['northshire requires_improvement'], history: ['northshire inadequate 2016'] },
    ],
    [
      'a board that somebody chairs',
      dated(
        "Former chief will chair board to mend Northshire's services",
        "He will be paid by the day. In May the county's children's services were judged inadequate by Ofsted amid claims that records had been altered.",
      ),
      { events: [], history: ['northshire inadequate 2024'] },
    ],
    [
      'a board that looks after a museum',
      dated(
        'Museum board thanks Northshire Council',
        "Ofsted has rated children's services at Northshire Council as good in a report published today.",
      ),
      { events: ['northshire good'], history: [] },
    ],
  ]);
});
