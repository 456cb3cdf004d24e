import { describe, expect, test } from 'vitest';
import { assess } from '../../src/core/judging/assess.ts';
import type { ArticleText, Claim } from '../../src/core/types.ts';
import { anArticle, rulebook } from './support.ts';

const claim = (article: Partial<ArticleText>): Partial<Claim> =>
  assess(anArticle({ title: "Northshire's children's services good, says Ofsted", ...article }), rulebook).events[0] ??
  {};

/** Article, and what is known of its times. What is not known stays null. */
type Row = [string, Partial<ArticleText>, Partial<Claim>];
const rows: Row[] = [
  [
    'a month and a year',
    { text: 'Inspectors visited in May 2019.' },
    { inspected: { from: '2019-05-01', until: '2019-06-01' }, published: null },
  ],
  [
    'days of one month',
    { text: 'The inspection took place from 4 to 22 July 2022.' },
    { inspected: { from: '2022-07-04', until: '2022-07-23' } },
  ],
  [
    'days over two months',
    { text: 'The inspection took place between 26 June and 7 July 2023.' },
    { inspected: { from: '2023-06-26', until: '2023-07-08' } },
  ],
  [
    'days of one month, beside the day of the report',
    {
      text: 'Ofsted published its report today after an inspection between 1 and 12 July 2022.',
      published: '2022-09-27',
    },
    { inspected: { from: '2022-07-01', until: '2022-07-13' }, published: '2022-09-27' },
  ],
  ...(
    [
      ['2022-06-30T22:59:00Z', '2022-06-30'],
      ['2022-06-30T23:30:00Z', '2022-07-01'],
      ['2023-01-04T00:30:00+01:00', '2023-01-03'],
    ] as const
  ).map(
    ([at, published]): Row => [
      `the day of the report by London's calendar, of an article of ${at}`,
      { text: 'Ofsted published its report today.', published: at },
      { published },
    ],
  ),
  [
    'the day of the report, followed closely by the month of the visit',
    {
      text: 'Ofsted published its report on Northshire County Council’s children’s services on 27 September 2022 after an inspection in July.',
      published: '2022-09-27',
    },
    { inspected: { from: '2022-07-01', until: '2022-08-01' }, published: '2022-09-27' },
  ],
  [
    'the day of the report, nearer to the inspection it follows than to its publication',
    {
      text: 'Ofsted published its report on Northshire County Council’s children’s services today, 27 September 2022, following an inspection in July.',
      published: '2022-09-27',
    },
    { inspected: { from: '2022-07-01', until: '2022-08-01' }, published: '2022-09-27' },
  ],
  ...[
    'following an inspection from 11 July to 5 August 2022',
    'after an inspection which ran from Monday 11 July to Friday 5 August',
    'following its inspection of 11 July to 5 August 2022',
    'after inspectors visited between 11 July and 5 August',
    'into the inspection of 11 July 2022 to 5 August 2022',
    'after visiting from 11 July until 5 August',
  ].flatMap((inspection): Row[] => [
    [
      `published today ${inspection}`,
      { text: `Ofsted has today published its report on the council ${inspection}.`, published: '2022-09-27' },
      { inspected: { from: '2022-07-11', until: '2022-08-06' }, published: '2022-09-27' },
    ],
    [
      `published, no day told, ${inspection}`,
      { text: `Ofsted has published its report on the council, ${inspection}.`, published: '2022-09-27' },
      {
        ...{ inspected: { from: '2022-07-11', until: '2022-08-06' }, published: null },
        publishedWithin: { from: '2022-08-06', until: '2022-09-28', basis: 'inferred' },
      },
    ],
  ]),
  [
    'published after a visit on one day',
    { text: 'Ofsted published its report after visiting on 11 July 2022.', published: '2022-09-27' },
    { inspected: { from: '2022-07-11', until: '2022-07-12' }, published: null },
  ],
  [
    'the visit told before the day of the report, of one publication',
    {
      text: 'The report was published, following an inspection in July, on 3 September 2022.',
      published: '2022-09-27',
    },
    { inspected: { from: '2022-07-01', until: '2022-08-01' }, published: '2022-09-03' },
  ],
  [
    'a day since which something else is so',
    {
      text: 'Ofsted published its report on the council, led since 3 May 2022 by a new director.',
      published: '2022-09-27',
    },
    { published: null },
  ],
  [
    'month before day',
    { text: 'The inspection took place from July 18 to 29.', published: '2022-09-27' },
    { inspected: { from: '2022-07-18', until: '2022-07-30' } },
  ],
  [
    'a month of the year before',
    { text: 'Inspectors visited in November.', published: '2023-01-20' },
    { inspected: { from: '2022-11-01', until: '2022-12-01' } },
  ],
  [
    'no year and no article date',
    { text: 'Inspectors visited in November.' },
    { inspected: null, published: null, publishedWithin: null },
  ],
  [
    'published today',
    { text: 'The report was published today.', published: '2023-01-20' },
    { published: '2023-01-20', publishedWithin: null },
  ],
  [
    'published yesterday',
    { text: 'The report was published yesterday.', published: '2023-01-20' },
    { published: '2023-01-19' },
  ],
  [
    'published this morning',
    { text: 'The commission published its first assessment this morning.', published: '2023-01-20' },
    { published: '2023-01-20', publishedWithin: null },
  ],
  [
    'released last night',
    { text: 'The report was released last night.', published: '2023-01-20' },
    { published: '2023-01-19' },
  ],
  [
    'published last Friday',
    { text: 'The report was published last Friday.', published: '2023-01-24' },
    { published: '2023-01-20' },
  ],
  [
    'published on a day',
    { text: 'The report was published on 5 September.', published: '2022-09-06' },
    { published: '2022-09-05' },
  ],
  [
    'within the time since the visit',
    { text: 'Inspectors visited in May 2019.', published: '2019-07-31' },
    { published: null, publishedWithin: { from: '2019-06-01', until: '2019-08-01', basis: 'inferred' } },
  ],
  [
    'an earlier inspection is not this one',
    { text: 'At its last inspection in May 2019 it was inadequate.', published: '2022-07-31' },
    { inspected: null },
  ],
  [
    'a weekday and the years of a framework give the year',
    {
      title: "Northshire's safeguarding services inadequate, says Ofsted",
      text: 'The overall effectiveness of safeguarding services is inadequate and the overall effectiveness of services for looked after children is good. The report was published last Friday (August 24).',
    },
    { published: '2012-08-24', framework: 'slac' },
  ],
  [
    'the framework in force when the inspection took place',
    { text: 'Inspectors visited in January 2018. The impact of leaders was judged good.', published: '2018-03-05' },
    { framework: 'ilacs', frameworkVersion: '2018-01', scale: 'ofsted_four_point_2013' },
  ],
  [
    'adequate belongs to the old scale',
    { title: "Northshire's children's services adequate, says Ofsted", text: 'Inspectors visited in June 2012.' },
    { scale: 'ofsted_four_point_2005' },
  ],
  [
    'four areas and no overall since April 2026',
    { text: 'Inspectors visited in May 2026.\n\nLeadership: good\nCare leavers: outstanding', published: '2026-07-01' },
    {
      grade: null,
      gradeState: 'none_by_framework',
      headlines: [],
      gradesReported: 'areas_only',
      frameworkVersion: '2026-04',
    },
  ],
  [
    'published after April 2026, inspected before',
    { text: 'Inspectors visited in January 2026.', published: '2026-05-18' },
    { grade: 'good', gradeState: 'given', frameworkVersion: '2023-01' },
  ],
  [
    'two headlines of one report',
    {
      title: "Ofsted report on Northshire's children's services",
      text: 'Inspectors visited in June 2011. The overall effectiveness of safeguarding services is inadequate. The overall effectiveness of services for looked after children is good.',
    },
    {
      gradeState: 'two_headlines',
      grade: 'inadequate',
      headlines: [
        { remit: 'safeguarding', grade: 'inadequate' },
        { remit: 'looked_after_children', grade: 'good' },
      ],
    },
  ],
  [
    'published in one month, inspected in another, told in one sentence',
    {
      text: 'The report, published on 1 December, follows an inspection between 13 and 24 October.',
      published: '2025-12-03',
    },
    { published: '2025-12-01', inspected: { from: '2025-10-13', until: '2025-10-25' } },
  ],
  [
    'inspected first, then published, told in one sentence',
    { text: 'Inspectors came in October 2025 and their report was published on 1 December.', published: '2025-12-03' },
    { published: '2025-12-01', inspected: { from: '2025-10-01', until: '2025-11-01' } },
  ],
  [
    'the day of publication opens the sentence',
    {
      text: 'On 1 December Ofsted published its report on the inspection of the council in October.',
      published: '2025-12-03',
    },
    { published: '2025-12-01', inspected: { from: '2025-10-01', until: '2025-11-01' } },
  ],
  [
    'months of something inspectors found are not theirs',
    {
      text: 'Between October 2017 and January 2018 the duty team put aside some ninety referrals because nobody was free to read them, inspectors noted.',
    },
    { inspected: null },
  ],
  [
    'a chronology tells of other things',
    { text: 'How it came to this\n\n• July 2016: review of a death finds help came late\n• March 2017: new director' },
    { inspected: null },
  ],
  [
    'the framework of the judgement before is not that of this one',
    {
      text: 'Inspectors visited in July 2018. It is better than in 2014, when it was found inadequate under the single inspection framework.',
    },
    { framework: null, scale: 'ofsted_four_point_2013' },
  ],
  [
    'the framework that was replaced is not that of this one',
    { text: 'Inspectors visited in May 2018 under the rules that replaced the single inspection framework.' },
    { framework: null },
  ],
  [
    'third time in a row',
    { text: 'It is the third consecutive good rating from Ofsted.' },
    { streak: 3, direction: 'same' },
  ],
  [
    'two councils, and the third time in a row',
    { text: 'Two services, one council: it is a third good rating in a row from Ofsted.' },
    { streak: 3, direction: 'same' },
  ],
  ['three times running', { text: 'Ofsted has found its services good three times running.' }, { streak: 3 }],
]; // prettier-ignore

describe('times and frameworks', () => {
  for (const [what, article, expected] of rows) test(what, () => expect(claim(article)).toMatchObject(expected));

  test('the register is never read: its part stays empty', () =>
    expect(claim({}).register).toEqual({
      match: 'none',
      judgement: null,
      previousGrade: null,
      direction: null,
      streak: null,
    }));
});
