import { describe } from 'vitest';
import { aReport, badReport, PUBLISHED, riReport, says } from './support.ts';

const other = (text: string) => ({
  title: 'Northshire plans new offices for social workers',
  text,
  published: PUBLISHED,
});

describe('a grade said to be the same as before', () => {
  says([
    [
      'streak of another',
      aReport(
        "Ofsted rated children's services in Northshire and Southshire outstanding today. Kelbury was rated good for the second time in a row.",
      ),
      { history: ['kelbury good'], direction: null },
    ],
    [
      'streak of another 2',
      aReport(
        "Ofsted today rated children's services in Northshire outstanding. Those of Kelbury got their second good in a row.",
      ),
      { history: ['kelbury good'], direction: null },
    ],
    [
      'same: what it was given',
      badReport('The headline is inadequate, which is what they got five years ago.'),
      { history: ['northshire inadequate 2019'], direction: 'same' },
    ],
    [
      'same: has had since',
      riReport('It is the grade it has had since 2018.'),
      { history: ['northshire requires_improvement 2018'], direction: 'same' },
    ],
    [
      'same: identical',
      badReport('The verdict is identical to the one made in 2019.'),
      { history: ['northshire inadequate 2019'], direction: 'same' },
    ],
    [
      'same: an identical one',
      badReport('It got an identical verdict in 2019.'),
      { history: ['northshire inadequate 2019'], direction: 'same' },
    ],
    [
      'same: repeats that of',
      badReport('The verdict repeats that of 2019.'),
      { history: ['northshire inadequate 2019'], direction: 'same' },
    ],
    [
      'same: identical to something else',
      badReport('Its wording is identical to a leaflet of 2019.'),
      { history: [], direction: null },
    ],
    [
      'same: stood',
      riReport('That is where it stood in 2019.'),
      { history: ['northshire requires_improvement 2019'], direction: 'same' },
    ],
    [
      'same: exactly what',
      badReport('That is exactly what it got in 2020.'),
      { history: ['northshire inadequate 2020'], direction: 'same' },
    ],
    [
      'same: no different',
      riReport('The outcome is no different from that of 2019, when it clawed its way out of inadequate.'),
      { history: ['northshire requires_improvement 2019', 'northshire inadequate'] },
    ],
    [
      'same: unchanged',
      riReport(
        'Social workers were praised for their patience. The grade is unchanged from May 2019, when the county shook off the inadequate of 2016.',
      ),
      { history: ['northshire requires_improvement 2019', 'northshire inadequate 2016'], direction: 'same' },
    ],
    [
      'same: years ago no date',
      {
        title: 'Ofsted report on Northshire',
        text: "Ofsted has given Northshire's children's services an inadequate grade, which is just what they were given three years ago.",
      },
      { events: ['northshire inadequate'], history: ['northshire inadequate'], direction: 'same' },
    ],
    [
      'quote: we were',
      other(
        "“We were inadequate, we are now requires improvement, and there's more to come,” the lead member for children's services told members.",
      ),
      { history: ['northshire inadequate', 'northshire requires_improvement'] },
    ],
    [
      'quote: we had been',
      other("“We'd been inadequate, and now we are good,” the lead member for children's services told the meeting."),
      { history: ['northshire inadequate', 'northshire good'] },
    ],
    [
      'stayed',
      {
        title: 'Comment: trusts are no cure',
        text: "Northshire's children's services mended themselves. Wading was given three commissioners and remained inadequate.",
      },
      { history: ['wading inadequate'] },
    ],
  ]);
});
