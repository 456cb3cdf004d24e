import { describe } from 'vitest';
import { aReport, badReport, goodReport, NO_HISTORY, PUBLISHED, riReport, says, upFrom } from './support.ts';

const other = (text: string) => ({
  title: 'Northshire names its new mayor',
  text: `Northshire Council has a new mayor. ${text}`,
  published: PUBLISHED,
});

describe('earlier grades in other news, in round-ups and in quotations', () => {
  says([
    [
      'resigned after',
      {
        title: 'Children’s boss of Northshire steps down',
        text: "The director of children's services at Northshire Council has resigned. Ofsted rated the service inadequate in March.",
        published: PUBLISHED,
      },
      { events: [], history: ['northshire inadequate'] },
    ],
    [
      'commissioner',
      {
        title: 'Minister sends commissioner to Northshire',
        text: "A commissioner will decide who runs children's services in Northshire, which Ofsted found to be inadequate last autumn.",
        published: PUBLISHED,
      },
      { events: [], history: ['northshire inadequate'] },
    ],
    [
      'budget',
      other("Spending on children's services, rated good by Ofsted in 2022, will rise by a tenth."),
      { events: [], history: ['northshire good 2022'] },
    ],
    [
      'two graded years',
      other("Ofsted graded children's services as inadequate in 2016 and as good in 2020."),
      { events: [], history: ['northshire inadequate 2016', 'northshire good 2020'] },
    ],
    [
      'both years',
      goodReport('Both in 2016 and in 2019 the verdict was inadequate.'),
      { history: ['northshire inadequate 2016', 'northshire inadequate 2019'], direction: 'up' },
    ],
    [
      'twice',
      goodReport('It was twice rated inadequate, in 2014 and 2017.'),
      { history: ['northshire inadequate 2014', 'northshire inadequate 2017'], direction: 'up' },
    ],
    [
      'each of',
      goodReport('Each of its last three inspections ended in requires improvement.'),
      { history: ['northshire requires_improvement'], direction: 'up' },
    ],
    [
      'decade ago and five',
      goodReport('Ten years ago it was inadequate, five years ago it required improvement.'),
      { history: ['northshire inadequate 2014', 'northshire requires_improvement 2019'], direction: 'up' },
    ],
    [
      'autumn',
      goodReport('In the autumn of 2021 inspectors had found that it required improvement.'),
      upFrom('northshire requires_improvement 2021'),
    ],
    [
      'month year',
      goodReport('The county was placed in the inadequate category in November 2020.'),
      upFrom('northshire inadequate 2020'),
    ],
    [
      'dash aside',
      aReport("Northshire – inadequate in 2019 – has been rated good for children's services by Ofsted."),
      { events: ['northshire good'], history: ['northshire inadequate 2019'], direction: 'up' },
    ],
    [
      'bracket aside',
      aReport("Northshire (previously inadequate) has been rated good for children's services by Ofsted."),
      { events: ['northshire good'], history: ['northshire inadequate'], direction: 'up' },
    ],
    [
      'participle',
      aReport(
        "Found inadequate in 2019, Northshire's children's services are good, Ofsted says in a report out today.",
      ),
      { events: ['northshire good'], history: ['northshire inadequate 2019'], direction: 'up' },
    ],
    [
      'despite',
      aReport("Despite being rated inadequate in 2019, Northshire's children's services are now good, Ofsted says."),
      { events: ['northshire good'], history: ['northshire inadequate 2019'], direction: 'up' },
    ],
    [
      'from its lowest point',
      goodReport('Its lowest point came in 2018, when it was graded inadequate.'),
      upFrom('northshire inadequate 2018'),
    ],
    [
      'peak',
      badReport('Its best days were in 2016, when Ofsted called it outstanding.'),
      { history: ['northshire outstanding 2016'], direction: 'down' },
    ],
    ['not since', goodReport('Not since 2012 had it been rated good.'), { history: ['northshire good 2012'] }],
    [
      'roundup respectively',
      aReport(
        "Ofsted rated children's services in Northshire and Southshire good. They had been rated inadequate and requires improvement respectively.",
      ),
      {
        events: ['northshire good', 'southshire good'],
        history: ['northshire inadequate', 'southshire requires_improvement'],
      },
    ],
    [
      'no part better',
      badReport('There is no part of the service that inspectors thought better than requires improvement.'),
      { events: ['northshire inadequate'], ...NO_HISTORY, direction: null },
    ],
    [
      'roundup both from',
      aReport(
        "Northshire and Southshire have both moved from requires improvement to good for children's services, Ofsted said today.",
      ),
      {
        events: ['northshire good', 'southshire good'],
        history: ['northshire requires_improvement', 'southshire requires_improvement'],
        direction: 'up',
      },
    ],
    [
      'leader quote',
      goodReport('“To go from inadequate to good in three years is remarkable,” the leader said.'),
      upFrom('northshire inadequate'),
    ],
    [
      'director quote',
      goodReport('“When I came in 2020 we were inadequate,” the director said.'),
      upFrom('northshire inadequate 2020'),
    ],
    [
      'opposition',
      badReport('“Labour left it good, and look at it now,” said the opposition.'),
      { events: ['northshire inadequate'] },
    ],
    ['never again', goodReport('“We never want to be inadequate again,” she said.'), NO_HISTORY],
    ['not complacent', goodReport('“Good is not good enough. We want outstanding,” she said.'), NO_HISTORY],
    ['if only', riReport('Had the visit come a year earlier, the grade would have been inadequate.'), NO_HISTORY],
    ['expected', riReport('Many had expected an inadequate.'), NO_HISTORY],
    ['one short', riReport('It fell just short of good.'), NO_HISTORY],
    ['avoided', riReport('It avoided the inadequate that many had feared.'), NO_HISTORY],
    [
      'scale',
      goodReport('Ofsted has four grades: outstanding, good, requires improvement and inadequate.'),
      NO_HISTORY,
    ],
    [
      'other service',
      goodReport('The county’s adult social care was rated requires improvement by the CQC in 2023.'),
      { history: ['northshire requires_improvement 2023'], direction: null },
    ],
    ['fire', goodReport('The county’s fire service was rated inadequate in 2022.'), NO_HISTORY],
    ['police', goodReport('Northshire Police was rated inadequate in 2022 for its work with children.'), NO_HISTORY],
    ['send', goodReport('An inspection of special needs in 2022 found widespread failings.'), NO_HISTORY],
    ['youth', goodReport('Its youth offending team was rated good by HMI Probation in 2021.'), { direction: null }],
  ]);
});
