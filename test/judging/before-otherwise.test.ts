/** More ways of telling where somebody works, what was before, and areas apart from their grade. */
import { describe } from 'vitest';
import { badReport, dated, goodReport, NO_HISTORY, riReport, says, visitReport } from './support.ts';

describe('other ways of saying the same', () => {
  says([
    [
      'previously at another',
      visitReport(
        'Ann Dale, previously at Southshire, said progress since an inadequate rating in 2018 had been slow.',
      ),
      { history: ['northshire inadequate 2018'] },
    ],
    [
      'who joined from another',
      visitReport('Ann Dale, who joined from Southshire, said that the service had been rated inadequate in 2018.'),
      { history: ['northshire inadequate 2018'] },
    ],
    [
      'who used to run services elsewhere',
      visitReport(
        'Ann Dale, who used to run services in Southshire, said that the service had been rated inadequate in 2018.',
      ),
      { history: ['northshire inadequate 2018'] },
    ],
    [
      "another council's former director",
      visitReport(
        "Ann Dale, Southshire's former director, said that progress since the inadequate rating in 2018 was slow.",
      ),
      { history: ['northshire inadequate 2018'] },
    ],
    [
      'whom else it supports',
      visitReport('Southshire has a good rating and supports several other councils, Kelbury among them.'),
      { history: ['southshire good'] },
    ],
    [
      'whom it has advised',
      visitReport('Southshire, which is rated outstanding by Ofsted, has advised Kelbury and Marle.'),
      { history: ['southshire outstanding'] },
    ],
    [
      'they judged this work',
      riReport('Inspectors had more praise for the help for care leavers. They judged this work good.'),
      { areas: ['care_leavers good'] },
    ],
    [
      'graded that provision',
      riReport('The picture is brighter for care leavers. Ofsted graded that provision outstanding.'),
      { areas: ['care_leavers outstanding'] },
    ],
    [
      'that support',
      riReport('Inspectors liked the help for care leavers. That support was rated good.'),
      { areas: ['care_leavers good'] },
    ],
    [
      'the impact of leaders after what managers did',
      badReport('Ofsted said that managers had lost their way and that the impact of leaders was inadequate.'),
      { areas: ['leaders inadequate'] },
    ],
    [
      'what leaders had been and what their impact was',
      badReport('Inspectors found that leaders had been too hopeful and their impact on practice was inadequate.'),
      { areas: ['leaders inadequate'] },
    ],
    [
      'those who have left it',
      goodReport('The work with children in care and those who have left it was judged outstanding.'),
      { areas: ['care_leavers outstanding', 'children_in_care outstanding'] },
    ],
    [
      'spared the lowest grade',
      badReport('Adoption alone was spared the lowest grade. It requires improvement.'),
      { areas: ['adoption requires_improvement'] },
    ],
    [
      'the only one not to be so',
      badReport('Adoption was the only area not to be inadequate: it requires improvement.'),
      { areas: ['adoption requires_improvement'] },
    ],
    ['found to be', badReport('The best was adoption, found to be good.'), { areas: ['adoption good'] }],
    [
      'which was said to be',
      badReport('There was one bright spot: adoption, which was said to be good.'),
      { areas: ['adoption good'] },
    ],
    [
      'what it took years to leave',
      visitReport('The council needed four years to climb out of inadequate.'),
      { history: ['northshire inadequate'] },
    ],
    [
      'inspections that it took to reach it',
      visitReport('It took the trust two inspections to get to good, in 2019.'),
      { history: ['northshire good 2019'] },
    ],
    ['thought by us', visitReport('We think our services are good.'), { ...NO_HISTORY }],
    ['in our view', visitReport('In our view services are outstanding.'), { ...NO_HISTORY }],
    ['judged by ourselves', visitReport('We judge our own services to be good.'), { ...NO_HISTORY }],
    ['needed', visitReport('We need a council that is good at this.'), { ...NO_HISTORY }],
    ['a good result', visitReport('That was a good result for our town, she said.'), { ...NO_HISTORY }],
    [
      'unpaid fees',
      dated('Northshire Council is owed £3m in outstanding adult social care fees', 'A report to councillors says so.'),
      { events: [], ...NO_HISTORY },
    ],
    [
      'a fall in six years',
      badReport('The rating marks a fall from good to inadequate in six years. It was also inadequate in 2010.'),
      { direction: 'down' },
    ],
    [
      'a rise of nine years',
      goodReport('Services have gone from inadequate to good in nine years; in 2019 they required improvement.'),
      { direction: 'up' },
    ],
    [
      'kept since a move of before',
      dated(
        "Northshire's children's services keep their good rating, says Ofsted",
        'The report is out today. They got it in 2019, up from requires improvement.',
      ),
      { events: ['northshire good'], direction: 'same' },
    ],
    [
      'at the last inspection',
      dated(
        "Northshire's children's services still require improvement, says Ofsted",
        'The report is out today. At the last inspection, in 2019, they were inadequate.',
      ),
      { direction: 'up' },
    ],
    [
      'the latest of two is the same',
      dated(
        "Northshire's children's services still require improvement, says Ofsted",
        'The report is out today. They had been rated good in 2011, and in 2019 they were found to require improvement.',
      ),
      { direction: 'same' },
    ],
    [
      'since they last came',
      goodReport('Since inspectors last visited in 2021, leadership has become outstanding.'),
      { history: [], areas: ['leaders outstanding'] },
    ],
    [
      'a long way from',
      badReport("It is a long way from 2012, when the council's services for children were good."),
      { history: ['northshire good 2012'] },
    ],
    [
      'the whole for one and for another',
      {
        title: 'Ofsted report on Northshire',
        text: 'Ofsted judged overall effectiveness to be good for safeguarding and for looked-after children.',
        published: '2011-05-04',
      },
      { areas: ['looked_after_children good', 'safeguarding good'] },
    ],
    [
      'the whole, and one part',
      {
        title: 'Ofsted report on Northshire',
        text: "Ofsted rated Northshire's children's services good overall, and for adoption outstanding.",
        published: '2016-05-04',
      },
      { events: ['northshire good'], areas: ['adoption outstanding'] },
    ],
    [
      'an area before the council is rated',
      dated(
        'Help for care leavers falls short as council rated good',
        "Ofsted rated Northshire's children's services good in a report out today.",
      ),
      { events: ['northshire good'], areas: [] },
    ],
    [
      'a fourth in a row',
      dated(
        "Northshire's children's services good for the fourth time in a row, says Ofsted",
        'Back in 2008 they were inadequate.',
      ),
      { direction: 'same' },
    ],
    [
      'still so, in an undated article, with a month',
      {
        title: "Northshire's children's services still require improvement, says Ofsted",
        text: 'A new report is out. Much is slow. Leaders are new. It takes time. In April 2021 Ofsted found that services required improvement.',
      },
      { events: ['northshire requires_improvement'], history: ['northshire requires_improvement 2021'] },
    ],
  ]);
});
