/** Earlier grades and their years, as papers tell them. */
import { describe } from 'vitest';
import { aReport, goodReport, PUBLISHED, says } from './support.ts';

describe('what was until now', () => {
  says([
    [
      'until this week',
      goodReport('Until this week the county stood at requires improvement.'),
      { history: ['northshire requires_improvement'], direction: 'up' },
    ],
    [
      'till today',
      goodReport('Till today it had an inadequate.'),
      { history: ['northshire inadequate'], direction: 'up' },
    ],
    [
      'hitherto',
      goodReport('Its rating had hitherto been requires improvement.'),
      { history: ['northshire requires_improvement'], direction: 'up' },
    ],
    [
      'once',
      aReport("Once good, Northshire's children's services are now inadequate, Ofsted says."),
      { events: ['northshire inadequate'], history: ['northshire good'], direction: 'down' },
    ],
    [
      'from a year until now',
      goodReport('From 2016 until this week it was rated inadequate.'),
      { history: ['northshire inadequate 2016'] },
    ],
    [
      'what it replaces',
      goodReport('It replaces an inadequate.'),
      { history: ['northshire inadequate'], direction: 'up' },
    ],
    [
      'what it compares with',
      goodReport('That compares with requires improvement at the last inspection.'),
      { history: ['northshire requires_improvement'], direction: 'up' },
    ],
    [
      'ceased',
      aReport(
        "Northshire's children's services have ceased to be inadequate, Ofsted said today. They require improvement.",
      ),
      { events: ['northshire requires_improvement'], history: ['northshire inadequate'], direction: 'up' },
    ],
    [
      'stopped, and are',
      aReport("Northshire's children's services have stopped being inadequate and are good, Ofsted said today."),
      { events: ['northshire good'], history: ['northshire inadequate'], direction: 'up' },
    ],
    [
      'what was good and what was replaced',
      aReport(
        "Ofsted has stripped Northshire of the good rating of its children's services today and put an inadequate in its place.",
      ),
      { history: ['northshire good'] },
    ],
  ]);
});

describe('several years of one grade', () => {
  says([
    [
      'both',
      goodReport('It was requires improvement in both 2014 and 2018.'),
      { history: ['northshire requires_improvement 2014', 'northshire requires_improvement 2018'] },
    ],
    [
      'and again',
      goodReport('In 2014 and again in 2018 it was inadequate.'),
      { history: ['northshire inadequate 2014', 'northshire inadequate 2018'] },
    ],
    [
      'two ends of a time',
      goodReport('Between 2014 and 2018 it was inadequate.'),
      { history: ['northshire inadequate 2018'] },
    ],
    [
      'each grade its year',
      goodReport('2014 brought an inadequate, and 2018 requires improvement.'),
      { history: ['northshire inadequate 2014', 'northshire requires_improvement 2018'] },
    ],
    [
      'years first',
      goodReport('2014: inadequate. 2018: requires improvement.'),
      { history: ['northshire inadequate 2014', 'northshire requires_improvement 2018'] },
    ],
    [
      'years in brackets',
      goodReport('Previous grades: inadequate (2014), requires improvement (2018).'),
      { history: ['northshire inadequate 2014', 'northshire requires_improvement 2018'] },
    ],
  ]);
});

describe('whose year it is', () => {
  says([
    [
      'a bracket after the rating',
      goodReport('The previous rating (2018) was inadequate.'),
      { history: ['northshire inadequate 2018'] },
    ],
    [
      'before a year',
      goodReport('Before 2018, when it was upgraded to requires improvement, it had been inadequate.'),
      { history: ['northshire requires_improvement 2018', 'northshire inadequate'] },
    ],
    [
      'what is said of the year itself',
      goodReport('In 2019, while the old scheme lasted, it got requires improvement.'),
      { history: ['northshire requires_improvement 2019'] },
    ],
    [
      'ever since',
      aReport(
        "Ofsted today found Northshire's children's services inadequate once more. Inadequate ever since 2008, the department has had six directors.",
      ),
      { events: ['northshire inadequate'], history: ['northshire inadequate 2008'], direction: 'same' },
    ],
    [
      'last year',
      goodReport("Last year's grade was requires improvement."),
      { history: ['northshire requires_improvement 2023'] },
    ],
    [
      'last year, at the end',
      {
        title: 'New director for Northshire',
        text: 'Northshire Council, rated inadequate by Ofsted for its children’s services last year, has a new director. Ann Smith begins in July.',
        published: PUBLISHED,
      },
      { events: [], history: ['northshire inadequate 2023'] },
    ],
    [
      'the year of the sentence before',
      goodReport("Ofsted's last full look at it was in 2018. It was then inadequate."),
      { history: ['northshire inadequate 2018'] },
    ],
    [
      'the year of the sentence after',
      {
        title: 'Visit to Northshire',
        text: "Northshire's children's services remain rated inadequate after a monitoring visit by Ofsted. That grade dates from 2022.",
        published: PUBLISHED,
      },
      { events: [], history: ['northshire inadequate 2022'] },
    ],
    [
      'another matter of the sentence after',
      {
        title: 'Visit to Northshire',
        text: "Northshire's children's services remain rated inadequate after a monitoring visit by Ofsted. It came to power in 2022, the council's ruling group said.",
        published: PUBLISHED,
      },
      { events: [], history: ['northshire inadequate'] },
    ],
    [
      'not since',
      goodReport('It had not been rated outstanding since 2011.'),
      { history: ['northshire outstanding 2011'] },
    ],
    [
      'a noun',
      goodReport('The 2017 grade of inadequate led to a commissioner.'),
      { history: ['northshire inadequate 2017'] },
    ],
    [
      'a move as a noun',
      goodReport('Inspectors called the leap from inadequate remarkable.'),
      { history: ['northshire inadequate'], direction: 'up' },
    ],
  ]);
});
