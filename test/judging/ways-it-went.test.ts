import { describe } from 'vitest';
import { goodReport, NO_HISTORY, riReport, says, upFrom, visitReport } from './support.ts';

describe('which way it went, and what tells nothing of it', () => {
  says([
    ['two grades better', goodReport('That is two grades better than in 2019.'), { history: [], direction: 'up' }],
    ['a notch down', riReport('That is a notch down on the last report.'), { history: [], direction: 'down' }],
    [
      'a rung lower',
      riReport('It leaves the county a rung lower than three years ago.'),
      { history: [], direction: 'down' },
    ],
    ['unmoved', riReport('Its rating has not budged since the last inspection.'), { direction: 'same' }],
    ['holds steady', goodReport('The county holds steady at good.'), { direction: 'same' }],
    [
      'no better no worse',
      riReport('The county is no better and no worse than it was in 2019, inspectors found.'),
      { history: ['northshire requires_improvement 2019'], direction: 'same' },
    ],
    [
      'new director from',
      goodReport('The new director ran the outstanding service at Southshire for nine years.'),
      { direction: null },
    ],
    [
      'school in passing',
      goodReport('A school in the county that had been inadequate in 2021 is also better now.'),
      NO_HISTORY,
    ],
    ['ambition met', goodReport('In 2021 the council set out to be good by 2024.'), NO_HISTORY],
    ['fear', riReport('Councillors had feared an inadequate.'), NO_HISTORY],
    ['prediction', riReport('Last year the leader predicted that it would be outstanding.'), NO_HISTORY],
    ['never had', goodReport('It has never been outstanding.'), NO_HISTORY],
    [
      'area of before',
      goodReport('Help for care leavers, inadequate in 2019, is now outstanding.'),
      { events: ['northshire good'] },
    ],
    ['peer', goodReport('A peer review in 2022 had called the front door inadequate.'), NO_HISTORY],
    [
      'visit since',
      visitReport('The service has been rated inadequate since the full inspection of November 2022.'),
      { history: ['northshire inadequate 2022'] },
    ],
    [
      'visit second',
      visitReport('It is the second visit since Ofsted put the service in its lowest category in 2022.'),
      { history: ['northshire inadequate 2022'] },
    ],
    [
      'visit still',
      visitReport('The service, which remains inadequate, is getting better.'),
      { history: ['northshire inadequate'] },
    ],
    [
      'quote then now',
      goodReport('“Four years ago we were told that we were inadequate. Look at us now,” she said.'),
      upFrom('northshire inadequate 2020'),
    ],
    [
      'slash years',
      goodReport('The path: inadequate (2013), requires improvement (2017), good (today).'),
      { history: ['northshire inadequate 2013', 'northshire requires_improvement 2017'], direction: 'up' },
    ],
  ]);
});
