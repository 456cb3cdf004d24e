import { describe } from 'vitest';
import { aReport, badReport, goodReport, NO_HISTORY, PUBLISHED, riReport, says, visitReport } from './support.ts';

const other = (text: string) => ({
  title: 'Northshire plans new offices for social workers',
  text,
  published: PUBLISHED,
});

describe('when a grade was given that is not the news', () => {
  says([
    [
      'by a year: had risen',
      goodReport('It was inadequate in 2015 and had risen to requires improvement by 2019.'),
      { history: ['northshire inadequate 2015', 'northshire requires_improvement 2019'], direction: 'up' },
    ],
    [
      'by a year: opening',
      goodReport('By 2019 it had worked its way up to requires improvement.'),
      { history: ['northshire requires_improvement 2019'], direction: 'up' },
    ],
    [
      'by a year: become',
      goodReport('The service had become inadequate by 2016.'),
      { history: ['northshire inadequate 2016'], direction: 'up' },
    ],
    [
      'by a year: slid',
      goodReport('It slid to inadequate by the spring of 2018.'),
      { history: ['northshire inadequate 2018'], direction: 'up' },
    ],
    ['by a year: aim', goodReport('The council means to be outstanding by 2027.'), NO_HISTORY],
    ['by a year: aim 2', goodReport('A rating of outstanding by 2028 is the goal.'), NO_HISTORY],
    [
      'got to: took years',
      other("Children's services were inadequate once. It took half a decade of hard work to become good in 2020."),
      { history: ['northshire inadequate', 'northshire good 2020'] },
    ],
    [
      'got to: had taken',
      badReport('It had taken the council three years to climb back to good in 2019.'),
      { history: ['northshire good 2019'], direction: 'down' },
    ],
    ['got to: will take', goodReport('It will take years to get to outstanding.'), NO_HISTORY],
    ['got to: plan', goodReport('The plan is to get to outstanding in 2026.'), NO_HISTORY],
    [
      'must: rated',
      riReport('Services must get better to be rated good.'),
      { events: ['northshire requires_improvement'], ...NO_HISTORY, direction: null },
    ],
    [
      'must: more',
      riReport('More is needed for the service to count as good.'),
      { events: ['northshire requires_improvement'], ...NO_HISTORY, direction: null },
    ],
    [
      'must: way to go',
      riReport('It still has some way to go to be judged good.'),
      { events: ['northshire requires_improvement'], ...NO_HISTORY, direction: null },
    ],
    [
      'must: lead',
      aReport(
        "Help for families in Northshire has to improve before Ofsted will call its children's services good, a report published today says. They require improvement.",
      ),
      { events: ['northshire requires_improvement'], ...NO_HISTORY },
    ],
    ['hopeful', visitReport('The union said it was hopeful of a good result from the vote.'), NO_HISTORY],
    ['confident', visitReport('He is confident of an outstanding result next time.'), NO_HISTORY],
    [
      'relative: same',
      aReport(
        "Northshire Council and Southshire Council have been rated good for children's services by Ofsted in reports published today. Southshire, which was judged good, has had three directors in a year.",
      ),
      { events: ['northshire good', 'southshire good'], ...NO_HISTORY, direction: null },
    ],
    [
      'relative: other',
      goodReport('Northshire, which was rated inadequate, has a new director.'),
      { history: ['northshire inadequate'], direction: 'up' },
    ],
    [
      'relative: moved',
      aReport("Northshire, which was good, has been rated inadequate by Ofsted for its children's services."),
      { events: ['northshire inadequate'], history: ['northshire good'], direction: 'down' },
    ],
    [
      'clause: ignored',
      aReport(
        "A report out today finds Northshire's children's services inadequate and adds that a warning of 2014 went unheard.",
      ),
      { events: ['northshire inadequate'], ...NO_HISTORY, direction: null },
    ],
    [
      'clause: noted',
      badReport('Inspectors found the service inadequate overall and noted that a warning had been given in 2019.'),
      { events: ['northshire inadequate'], ...NO_HISTORY, direction: null },
    ],
    [
      'clause: staff',
      goodReport('They judged it good, and said staff who had joined in 2021 were settled.'),
      { ...NO_HISTORY, direction: null },
    ],
    [
      'clause: told',
      goodReport('It was found inadequate and told to improve in 2019.'),
      { history: ['northshire inadequate 2019'], direction: 'up' },
    ],
    [
      'later: crept',
      goodReport('In 2014 inspectors called it inadequate. Three years later it had crept up to requires improvement.'),
      { history: ['northshire inadequate 2014', 'northshire requires_improvement 2017'], direction: 'up' },
    ],
    [
      'later: hauled',
      goodReport('It was inadequate in 2016. Two years later new managers lifted it to requires improvement.'),
      { history: ['northshire inadequate 2016', 'northshire requires_improvement 2018'], direction: 'up' },
    ],
    [
      'later: rated',
      goodReport('It was inadequate in 2016. Two years later it was rated as requires improvement.'),
      { history: ['northshire inadequate 2016', 'northshire requires_improvement 2018'], direction: 'up' },
    ],
    [
      'later: a year later',
      badReport('In 2018 it was outstanding. A year later it slipped to good.'),
      { history: ['northshire outstanding 2018', 'northshire good 2019'], direction: 'down' },
    ],
    [
      'later: now',
      aReport(
        "In 2019 Northshire's children's services were inadequate. Five years later they have been rated good by Ofsted.",
      ),
      { events: ['northshire good'], history: ['northshire inadequate 2019'], direction: 'up' },
    ],
    [
      'later: are',
      aReport(
        "Northshire's children's services were inadequate in 2019, Ofsted said. Five years later they are good, the inspectors say in a report published today.",
      ),
      { events: ['northshire good'], history: ['northshire inadequate 2019'], direction: 'up' },
    ],
    [
      'before: Easter',
      aReport(
        "Inspectors who were in Northshire before Easter have rated the council's children's services good, Ofsted said today.",
      ),
      { events: ['northshire good'], ...NO_HISTORY },
    ],
    [
      'before: half-term',
      goodReport('Inspectors came before half-term and judged the service good.'),
      { events: ['northshire good'], ...NO_HISTORY },
    ],
    [
      'before: the year',
      goodReport('The year before it was rated inadequate.'),
      { history: ['northshire inadequate'], direction: 'up' },
    ],
    [
      'before: two years',
      goodReport('Inspectors had rated it inadequate two years before.'),
      { history: ['northshire inadequate'], direction: 'up' },
    ],
    [
      'before: time',
      goodReport('The time before, it was rated inadequate.'),
      { history: ['northshire inadequate'], direction: 'up' },
    ],
    [
      'clause: it has been',
      other(
        "Few counties run children's services with so little fuss. Northshire gets by on a small budget, and it has been outstanding twice.",
      ),
      { history: ['northshire outstanding'] },
    ],
    ['than: hardly any', riReport('Since the rules changed scarcely a council has done better than good.'), NO_HISTORY],
    [
      'than: no more',
      {
        title: 'Ofsted report on Northshire',
        published: '2012-05-02',
        text: "Ofsted has rated Northshire's safeguarding adequate, in a report published today. Care plans were no better than adequate.",
      },
      NO_HISTORY,
    ],
    [
      'than: better',
      goodReport('That is better than the inadequate of 2018.'),
      { history: ['northshire inadequate 2018'], direction: 'up' },
    ],
  ]);
});
