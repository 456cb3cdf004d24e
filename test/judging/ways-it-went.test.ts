import { describe } from 'vitest';
import { aReport, goodReport, PUBLISHED, says } from './support.ts';

const riReport = (text: string) =>
  aReport(
    `Ofsted has told Northshire Council that its children's services require improvement, in a report published today. ${text}`,
  );
const visit = (text: string) => ({
  title: 'Inspectors go back to Northshire',
  text: `Ofsted has published a letter on its monitoring visit to children's services in Northshire. ${text}`,
  published: PUBLISHED,
});
const none = { history: [] };
const up = (h: string) => ({ history: [h], direction: 'up' });

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
      none,
    ],
    ['ambition met', goodReport('In 2021 the council set out to be good by 2024.'), none],
    ['fear', riReport('Councillors had feared an inadequate.'), none],
    ['prediction', riReport('Last year the leader predicted that it would be outstanding.'), none],
    ['never had', goodReport('It has never been outstanding.'), none],
    [
      'area of before',
      goodReport('Help for care leavers, inadequate in 2019, is now outstanding.'),
      { events: ['northshire good'] },
    ],
    ['peer', goodReport('A peer review in 2022 had called the front door inadequate.'), none],
    [
      'visit since',
      visit('The service has been rated inadequate since the full inspection of November 2022.'),
      { history: ['northshire inadequate 2022'] },
    ],
    [
      'visit second',
      visit('It is the second visit since Ofsted put the service in its lowest category in 2022.'),
      { history: ['northshire inadequate 2022'] },
    ],
    [
      'visit still',
      visit('The service, which remains inadequate, is getting better.'),
      { history: ['northshire inadequate'] },
    ],
    [
      'quote then now',
      goodReport('“Four years ago we were told that we were inadequate. Look at us now,” she said.'),
      up('northshire inadequate 2020'),
    ],
    [
      'slash years',
      goodReport('The path: inadequate (2013), requires improvement (2017), good (today).'),
      { history: ['northshire inadequate 2013', 'northshire requires_improvement 2017'], direction: 'up' },
    ],
  ]);
});
