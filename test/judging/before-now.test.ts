import { describe } from 'vitest';
import { aReport, badReport, goodReport, PUBLISHED, says, upFrom } from './support.ts';

describe('the grade of before, told in other ways', () => {
  says([
    ['two inspections ago', goodReport('Two inspections ago it was inadequate.'), upFrom('northshire inadequate')],
    [
      'at its previous outing',
      goodReport('At its previous outing, in 2020, it scraped a requires improvement.'),
      upFrom('northshire requires_improvement 2020'),
    ],
    [
      'in between',
      goodReport('It was inadequate in 2015, then good in 2018, and inadequate once more in 2021.'),
      {
        history: ['northshire inadequate 2015', 'northshire good 2018', 'northshire inadequate 2021'],
        direction: 'up',
      },
    ],
    [
      'the year of the last',
      goodReport('The last time inspectors were here was in 2019. Their verdict then was inadequate.'),
      upFrom('northshire inadequate'),
    ],
    [
      'back then',
      badReport('Things looked brighter in 2018. Back then the service was held up as outstanding.'),
      { history: ['northshire outstanding'], direction: 'down' },
    ],
    [
      'until last year',
      badReport('Until last year the service was rated good.'),
      { history: ['northshire good'], direction: 'down' },
    ],
    [
      'up to now',
      badReport('Up to now the department had been judged good.'),
      { history: ['northshire good'], direction: 'down' },
    ],
    [
      'replaces',
      goodReport('The new grade replaces the requires improvement that has hung over the county since 2019.'),
      { history: ['northshire requires_improvement'], direction: 'up' },
    ],
    [
      'supersedes',
      badReport('It supersedes a good judgement from 2017.'),
      { history: ['northshire good 2017'], direction: 'down' },
    ],
    [
      'swapped',
      aReport(
        "Northshire's children's services have swapped requires improvement for good, says Ofsted in a report out today.",
      ),
      { events: ['northshire good'], history: ['northshire requires_improvement'], direction: 'up' },
    ],
    [
      'title from',
      {
        title: "Northshire children's services climb from inadequate to requires improvement",
        text: 'Ofsted published its report today.',
        published: PUBLISHED,
      },
      { events: ['northshire requires_improvement'], history: ['northshire inadequate'], direction: 'up' },
    ],
    [
      'title loses',
      {
        title: "Northshire children's services lose outstanding rating",
        text: 'Ofsted now says that they require improvement.',
        published: PUBLISHED,
      },
      { events: ['northshire requires_improvement'], history: ['northshire outstanding'], direction: 'down' },
    ],
    [
      'title once',
      {
        title: "Once-inadequate children's services in Northshire now good, says Ofsted",
        text: 'The report came out today.',
        published: PUBLISHED,
      },
      { events: ['northshire good'], history: ['northshire inadequate'], direction: 'up' },
    ],
    [
      'title still',
      {
        title: "Northshire children's services still inadequate, says Ofsted",
        text: 'The report came out today.',
        published: PUBLISHED,
      },
      { events: ['northshire inadequate'], direction: 'same' },
    ],
    [
      'previously-inadequate',
      aReport(
        'Ofsted has rated the previously inadequate Northshire good for children’s services in a report out today.',
      ),
      { events: ['northshire good'], history: ['northshire inadequate'], direction: 'up' },
    ],
    [
      'formerly',
      goodReport('The formerly inadequate department has hired 40 people.'),
      upFrom('northshire inadequate'),
    ],
    ['then-', goodReport('She joined the then inadequate council in 2019.'), upFrom('northshire inadequate')],
    [
      'under the old director',
      goodReport('Under the old director it was inadequate.'),
      upFrom('northshire inadequate'),
    ],
    ['when he came', goodReport('It was inadequate when he arrived.'), upFrom('northshire inadequate')],
    [
      'took over',
      goodReport('He took over a department that inspectors had called inadequate.'),
      upFrom('northshire inadequate'),
    ],
    ['inherited', goodReport('She inherited an inadequate service.'), upFrom('northshire inadequate')],
    [
      'eight years since',
      goodReport('It is eight years since Ofsted branded the service inadequate.'),
      upFrom('northshire inadequate 2016'),
    ],
    [
      'since being',
      goodReport('Since being judged inadequate in 2018, it has hired 40 people.'),
      upFrom('northshire inadequate 2018'),
    ],
    ['consecutive', badReport('It is the third inadequate in a row.'), { direction: 'same' }],
    ['straight', goodReport('It is a fourth straight good for the county.'), { direction: 'same' }],
    [
      'again after',
      goodReport('The county is good again after slipping to requires improvement in 2021.'),
      { history: ['northshire requires_improvement 2021'], direction: 'up' },
    ],
    [
      'return to',
      aReport("Northshire's children's services return to good, says Ofsted in a report out today."),
      { events: ['northshire good'], direction: 'up' },
    ],
    [
      'dipped',
      goodReport('After a dip to requires improvement in 2020, the county is back where it was.'),
      { history: ['northshire requires_improvement 2020'], direction: 'up' },
    ],
  ]);
});
