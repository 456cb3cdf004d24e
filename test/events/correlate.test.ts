import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { daysBetween } from '../../src/core/dates.ts';
import { correlate } from '../../src/core/events/correlate.ts';
import type { PersonDecision } from '../../src/core/events/decisions.ts';
import { precedingJudgement } from '../../src/core/events/preceding.ts';
import { makeRegister } from '../../src/core/register.ts';
import type { Claim, RegisterJudgement, Report } from '../../src/core/types.ts';
import { scalesOf } from '../support/scales.ts';
import { aReport, aRow, families, range } from './builders.ts';

const events = (reports: Report[], rows: RegisterJudgement[] = [], decisions: PersonDecision[] = []) =>
  correlate(reports, makeRegister(rows), { families, decisions });

const together = (reports: Report[], rows: RegisterJudgement[] = []) =>
  events(reports, rows).events.map((event) =>
    event.reports
      .map(({ findingId }) => findingId)
      .sort()
      .join(),
  );

describe('two reports are of one inspection unless they contradict', () => {
  const visit = range('2023-02-20', 12);
  const month = { ...range('2023-03-01', 31), basis: 'stated' as const };
  const cases: [string, Parameters<typeof aReport>[1], Parameters<typeof aReport>[1], boolean][] = [
    // why                                          one report                                        another                                          one event
    [
      'they share no date but a day of publication',
      { claim: { published: '2023-03-24' } },
      { articleDay: '2023-03-25' },
      true,
    ],
    [
      'one knows the visit, one the publication',
      { claim: { inspected: visit } },
      { claim: { published: '2023-03-24' } },
      true,
    ],
    ['one has no date at all', { articleDay: '2023-03-25' }, {}, true],
    ['neither has a date', {}, {}, true],
    [
      'council minutes restate the grade months later',
      { articleDay: '2023-03-25' },
      { articleDay: '2023-12-01' },
      true,
    ],
    ['a month and a day in it', { claim: { publishedWithin: month } }, { claim: { published: '2023-03-24' } }, true],
    ['published 2018 and 2023', { claim: { published: '2018-08-20' } }, { claim: { published: '2023-03-24' } }, false],
    ['articles more than a year apart', { articleDay: '2018-08-20' }, { articleDay: '2019-09-20' }, false],
    [
      'visits in spring and autumn',
      { claim: { inspected: visit } },
      { claim: { inspected: range('2023-09-04', 12) } },
      false,
    ],
    [
      'visits in spring and autumn, both published on one day: one was misread',
      { claim: { published: '2023-11-24', inspected: visit } },
      { claim: { published: '2023-11-24', inspected: range('2023-09-04', 12), grade: 'requires_improvement' } },
      true,
    ],
    [
      'published before the other was visited',
      { claim: { published: '2023-02-20' } },
      { claim: { inspected: visit } },
      false,
    ],
    ['an article before the publication', { articleDay: '2023-01-20' }, { claim: { published: '2023-03-24' } }, false],
    [
      'two framework families in one week',
      { articleDay: '2012-07-02', claim: { framework: 'slac' } },
      { articleDay: '2012-07-05', claim: { framework: 'cp' } },
      false,
    ],
    ['a family that had ended', { claim: { framework: 'sif' } }, { articleDay: '2023-03-25' }, false],
    [
      'grades differ months apart',
      { articleDay: '2023-03-25' },
      { articleDay: '2023-09-25', claim: { grade: 'inadequate' } },
      false,
    ],
    ['grades differ and one has no date', { articleDay: '2023-03-25' }, { claim: { grade: 'inadequate' } }, false],
    [
      'grades differ on one day: one is wrong',
      { articleDay: '2023-03-25' },
      { articleDay: '2023-03-25', claim: { grade: 'inadequate' } },
      true,
    ],
    ['one says the other grade was earlier', { articleDay: '2018-08-20' }, { earlier: ['good 2018'] }, false],
    ['its history ends before the other', { articleDay: '2018-08-20' }, { earlier: ['inadequate 2012'] }, true],
  ];
  for (const [why, a, b, one] of cases)
    test(`${one ? 'one event' : 'two events'}: ${why}`, () => {
      expect(together([aReport('a', a), aReport('b', b)])).toHaveLength(one ? 1 : 2);
      expect(together([aReport('b', b), aReport('a', a)])).toHaveLength(one ? 1 : 2);
    });
});

test('a repeated own grade with its year does not make a report contradict itself', () =>
  expect(
    together([
      aReport('a', { articleDay: '2019-03-25', earlier: ['good 2019'] }),
      aReport('b', { articleDay: '2019-06-25' }),
    ]),
  ).toEqual(['a,b']));

test('a visit before a judgement that the text calls earlier dates nothing', () =>
  expect(
    events([
      aReport('a', { articleDay: '2014-05-23' }),
      aReport('b', { claim: { inspected: range('2010-07-01', 31) }, earlier: ['inadequate 2012'] }),
    ]).events,
  ).toMatchObject([{ inspected: null, day: '2014-05-23', reports: [{ findingId: 'a' }, { findingId: 'b' }] }]));

describe('a report without a date goes where its grade fits', () => {
  const old = aReport('old', { articleDay: '2015-06-01', claim: { grade: 'inadequate' } });
  const recent = aReport('recent', { articleDay: '2023-03-25', claim: { grade: 'good' } });
  const earlierGood = aReport('earlier', { articleDay: '2018-08-20', claim: { grade: 'good', direction: 'up' } });

  test('to the only event of that grade', () =>
    expect(together([old, recent, aReport('x', { claim: { grade: 'good' } })])).toEqual(['old', 'recent,x']));
  test('to the one whose other facts it shares', () => {
    const again = aReport('again', { articleDay: '2023-03-25', claim: { direction: 'same', previousGrade: 'good' } });
    expect(together([earlierGood, again, aReport('x', { claim: { streak: 2 } })])).toEqual(['earlier', 'again,x']);
  });
  test('to a person, where two fit alike', () => {
    const found = events([earlierGood, recent, aReport('x')]);
    expect(found.events).toHaveLength(2);
    expect(found.review).toEqual([
      {
        findingIds: ['x'],
        between: found.events.map(({ key }) => key),
        reason: expect.stringContaining('northshire.ofsted.childrens_services.any.2018-08'),
      },
    ]);
  });
  test('to an event of its own where no grade fits', () =>
    expect(together([old, recent, aReport('x', { claim: { grade: 'outstanding' } })])).toHaveLength(3));
  test('with the text it copies, though two grades fit', () => {
    const texts = new Map([
      ['article-x', 'article-earlier'],
      ['article-earlier', 'article-earlier'],
    ]);
    const found = correlate([earlierGood, recent, aReport('x')], makeRegister(), { families, texts });
    expect(found.events.map(({ reports }) => reports.map(({ findingId }) => findingId))).toEqual([
      ['earlier', 'x'],
      ['recent'],
    ]);
  });
});

describe('an old judgement told again as the whole news', () => {
  const quoted = (field: 'title' | 'text', start: number) => ({
    rule: 'r',
    field,
    start,
    end: start + 9,
    quote: 'was good.',
  });
  const restated = (start = 0, claim: Partial<Claim> = {}) => {
    const report = aReport('again', {
      articleDay: '2025-01-15',
      earlier: ['good 2018'],
      claim: { grade: 'good', previousGrade: 'good', direction: 'same', evidence: [quoted('title', 0)], ...claim },
    });
    return { ...report, history: report.history.map((entry) => ({ ...entry, evidence: [quoted('text', start)] })) };
  };
  const row = aRow('r', { published: '2018-08-20' });

  test('is that judgement’s, and recycled where the register has it', () =>
    expect(events([restated()], [row]).events).toMatchObject([
      {
        key: 'northshire.ofsted.childrens_services.ilacs.2018-08',
        day: '2018-08-20',
        previousGrade: null,
        register: { match: 'recycled', judgement: 'r' },
      },
    ]));
  test('joins the event that reported it then', () =>
    expect(together([restated(), aReport('then', { articleDay: '2018-08-21', claim: { grade: 'good' } })])).toEqual([
      'again,then',
    ]));
  test('is of its year where nothing else holds it, so no news', () =>
    expect(events([restated()]).events).toMatchObject([
      { day: '2018-01-01', dayUntil: '2019-01-01', dayBasis: 'report', register: { match: 'none' } },
    ]));
  test.each([
    ['the text speaks of it as new', restated(0, { evidence: [quoted('title', 0), quoted('text', 40)] })],
    ['the earlier year stands further down', restated(400)],
    ['it says it is the second in a row', restated(0, { streak: 2 })],
    ['it states its own visit', restated(0, { inspected: range('2024-12-02', 12) })],
    ['the year is the article’s own', { ...restated(), articleDay: '2018-09-10' }],
  ])('not where %s', (_, report) => expect(events([report], [row]).events[0]?.register.match).not.toBe('recycled'));
});

describe('a report without a date and judgements that only the register has', () => {
  const rows = [
    aRow('r1', { published: '2014-05-23', grade: 'inadequate' }),
    aRow('r2', { published: '2016-11-25', grade: 'inadequate' }),
    aRow('r3', { published: '2019-01-17', grade: 'requires_improvement' }),
    aRow('r4', { published: '2023-04-18', grade: 'good' }),
  ];
  const lines = [
    { line: 'overall', framework: 'sif', remit: 'overall', firstUntil: null },
    { line: 'overall', framework: 'ilacs', remit: 'overall', firstUntil: null },
  ];
  const scales = scalesOf({ four: ['outstanding', 'good', 'requires_improvement', 'inadequate'] });
  const register = makeRegister(
    rows.map((row) => ({ ...row, framework: row.published! < '2018' ? 'sif' : 'ilacs', scale: 'four' })),
    lines,
    scales,
  );
  const found = (claim: Partial<Claim>) =>
    correlate([aReport('a', { claim })], register, { families }).events[0]!.register.judgement;

  test('is of the only one of its grade', () => expect(found({ grade: 'good' })).toBe('r4'));
  test('is of none where two are of its grade and it does not say more', () =>
    expect(found({ grade: 'inadequate' })).toBeNull());
  test('is of none where one of the two has nothing before it that could agree', () =>
    expect(found({ grade: 'inadequate', direction: 'same' })).toBeNull());
  test('is of none whose grade before is another', () =>
    expect(found({ grade: 'good', previousGrade: 'inadequate' })).toBeNull());
});

describe('the register dates an event and never grades it', () => {
  const row = aRow('r1', { published: '2023-03-24', inspected: range('2023-02-20', 12) });
  test('an undated report of the only judgement of that grade takes its day', () => {
    const { events: found } = events(
      [aReport('a')],
      [row, aRow('r0', { published: '2018-08-20', grade: 'inadequate' })],
    );
    expect(found).toMatchObject([
      {
        key: 'northshire.ofsted.childrens_services.ilacs.2023-03',
        framework: null,
        day: '2023-03-24',
        dayBasis: 'register',
        status: 'confirmed',
        register: { match: 'confirmed', judgement: 'r1' },
      },
    ]);
  });
  test('two judgements of that grade date nothing', () =>
    expect(events([aReport('a')], [row, aRow('r0', { published: '2018-08-20' })]).events).toMatchObject([
      { key: 'northshire.ofsted.childrens_services.any.undated.good', day: null, dayBasis: 'unknown' },
    ]));
  test('undated reports of the first and the second outstanding in a row go to their judgements', () => {
    const area = (grade: string) => [{ area: 'leaders', grade, evidence: [] }];
    const rows = [
      aRow('r0', { published: '2014-05-01', framework: 'sif', grade: 'inadequate' }),
      aRow('r1', { published: '2018-08-20', grade: 'outstanding', judgements: area('good') }),
      aRow('r2', { published: '2023-03-24', grade: 'outstanding', judgements: area('outstanding') }),
    ];
    const overall = { grade: 'outstanding' };
    const reports = [
      aReport('again', { claim: { ...overall, streak: 2 } }),
      aReport('journey', { claim: overall, earlier: ['inadequate 2014', 'outstanding 2018'] }),
      aReport('first', { claim: { ...overall, judgements: area('good') } }),
    ];
    const lines = [
      { line: 'overall', framework: 'sif', remit: 'overall', firstUntil: null },
      { line: 'overall', framework: 'ilacs', remit: 'overall', firstUntil: null },
    ];
    const scales = scalesOf({ four: ['outstanding', 'good', 'requires_improvement', 'inadequate'] });
    const register = makeRegister(
      rows.map((row) => ({ ...row, scale: 'four' })),
      lines,
      scales,
    );
    expect(
      correlate(reports, register, { families }).events.map(({ day, reports: of }) => [
        day,
        of.map(({ findingId }) => findingId),
      ]),
    ).toEqual([
      ['2018-08-20', ['first']],
      ['2023-03-24', ['again', 'journey']],
    ]);
  });
  test('a grade other than the published one is shown as reported and disputed', () =>
    expect(
      events([aReport('a', { articleDay: '2023-03-25', claim: { grade: 'outstanding' } })], [row]).events,
    ).toMatchObject([
      { grade: 'outstanding', status: 'disputed', register: { match: 'contradicting', judgement: 'r1' } },
    ]));
  test('of two grades that reports tell, the published one is shown, whoever told the other last', () =>
    expect(
      events(
        [
          aReport('a', { articleDay: '2023-03-25' }),
          aReport('b', { articleDay: '2023-03-24', claim: { grade: 'outstanding' } }),
          aReport('c', { articleDay: '2023-03-26', claim: { grade: 'outstanding' } }),
        ],
        [row],
      ).events,
    ).toMatchObject([
      { grade: 'good', register: { match: 'confirmed' }, conflicts: [{ field: 'headlines.overall' }] },
    ]));
  describe('a row that was read from the press or a council’s page', () => {
    const elsewhere = (readFrom: 'press' | 'council') => [{ ...row, readFrom }];
    test('confirms nothing, and says where it was read', () => {
      for (const readFrom of ['press', 'council'] as const)
        expect(events([aReport('a', { articleDay: '2023-03-25' })], elsewhere(readFrom)).events).toMatchObject([
          { status: 'reported', register: { match: 'confirmed', judgement: 'r1', readFrom } },
        ]);
      expect(
        events([aReport('a', { articleDay: '2023-03-25' })], [row]).events.map(({ register }) => register),
      ).not.toContainEqual(expect.objectContaining({ readFrom: expect.anything() }));
    });
    test('with another grade disputes nothing, as it is no official record', () => {
      const told = () => aReport('a', { articleDay: '2023-03-25', claim: { grade: 'outstanding' } });
      for (const readFrom of ['press', 'council'] as const)
        expect(events([told()], elsewhere(readFrom)).events).toMatchObject([
          { grade: 'outstanding', status: 'reported', register: { match: 'contradicting', judgement: 'r1', readFrom } },
        ]);
      expect(events([told()], [row]).events).toMatchObject([{ status: 'disputed' }]);
    });
    test('does not decide between two grades that reports tell', () =>
      expect(
        events(
          [
            aReport('a', { articleDay: '2023-03-25' }),
            aReport('b', { articleDay: '2023-03-24', claim: { grade: 'outstanding' } }),
            aReport('c', { articleDay: '2023-03-26', claim: { grade: 'outstanding' } }),
          ],
          elsewhere('press'),
        ).events,
      ).toMatchObject([{ grade: 'outstanding', status: 'disputed' }]));
  });
  test('a judgement of which nothing was reported is no event', () => expect(events([], [row]).events).toEqual([]));
});

describe('one report of two councils, one report of two headlines', () => {
  const two: Partial<Claim> = { published: '2012-08-24', framework: 'slac' };
  test('safeguarding and looked after children of 2012 are one event with two headlines', () => {
    const [event, ...others] = events([
      aReport('a', {
        claim: { ...two, headlines: [{ remit: 'safeguarding', grade: 'inadequate' }], grade: 'inadequate' },
      }),
      aReport('b', {
        claim: { ...two, headlines: [{ remit: 'looked_after_children', grade: 'good' }], grade: 'good' },
      }),
      aReport('c', { claim: { published: '2012-08-24', grade: 'inadequate' } }),
    ]).events;
    expect(others).toEqual([]);
    expect(event).toMatchObject({
      gradeState: 'two_headlines',
      gradesReported: 'headlines',
      headlines: [
        { remit: 'safeguarding', grade: 'inadequate' },
        { remit: 'looked_after_children', grade: 'good' },
      ],
      conflicts: [],
    });
  });
  test('two findings of one undated article on those two remits are one event', () =>
    expect(
      together([
        aReport('a', { articleId: 'x', claim: { headlines: [{ remit: 'safeguarding', grade: 'inadequate' }] } }),
        aReport('b', { articleId: 'x', claim: { headlines: [{ remit: 'looked_after_children', grade: 'good' }] } }),
      ]),
    ).toEqual(['a,b']));
  test('an article that gives two overall grades tells of two inspections', () =>
    expect(
      together([
        aReport('a', { articleId: 'x', articleDay: '2023-03-25' }),
        aReport('b', { articleId: 'x', articleDay: '2023-03-25', claim: { grade: 'inadequate' } }),
      ]),
    ).toEqual(['a', 'b']));
  test('a joint report is tied to the other councils', () =>
    expect(
      events([
        aReport('a', { articleDay: '2023-03-25', claim: { jointWith: ['westhampton'] } }),
        aReport('b', { articleDay: '2023-03-25', claim: { jointWith: ['southshire', 'northshire'] } }),
      ]).events,
    ).toMatchObject([{ jointWith: ['southshire', 'westhampton'] }]));
});

describe('what reports say together', () => {
  const day = { articleDay: '2023-03-25' };
  test('the year of the grade before, of the most trusted report that tells one', () => {
    const yearOf = (...reports: Report[]) => events(reports).events.map(({ previousYear }) => previousYear);
    const was = { claim: { previousGrade: 'inadequate' } };
    expect(yearOf(aReport('a', { ...day, ...was, earlier: ['inadequate 2018', 'good 2014'] }))).toEqual([2018]);
    expect(yearOf(aReport('a', { ...day, ...was, earlier: ['good 2018'] }))).toEqual([undefined]);
    // No council is judged twice in a year: such a year is the article's own.
    expect(yearOf(aReport('a', { ...day, ...was, earlier: ['inadequate 2023', 'inadequate 2018'] }))).toEqual([2018]);
    expect(
      yearOf(
        aReport('a', { ...day, ...was, earlier: ['inadequate 2018'] }),
        aReport('b', { ...day, ...was, tier: 'council', earlier: ['inadequate 2019'] }),
      ),
    ).toEqual([2019]);
  });
  test('the judgement before is the register’s last one, where it gave the grade said to be the one before', () => {
    const rows = [
      aRow('first', { published: '2014-02-01', grade: 'inadequate', framework: 'sif' }),
      aRow('second', { published: '2018-05-01', grade: 'requires_improvement' }),
      aRow('third', { published: '2023-03-24' }),
    ];
    const idBefore = (previousGrade: string | null, known: RegisterJudgement[]) =>
      events([aReport('a', { ...day, claim: { published: '2023-03-24', previousGrade } })], known).events.map(
        (event) => precedingJudgement(event, makeRegister(known))?.id,
      );
    expect(idBefore('requires_improvement', rows)).toEqual(['second']);
    expect(idBefore('requires_improvement', rows.slice(0, 2))).toEqual(['second']);
    expect(idBefore('inadequate', rows)).toEqual([undefined]);
    expect(idBefore(null, [])).toEqual([undefined]);
  });
  test('areas, dates and facts add up, the best report lends its evidence', () => {
    const evidence = [{ rule: 'r', field: 'title' as const, start: 0, end: 4, quote: 'good' }];
    const [event] = events([
      aReport('paper', {
        ...day,
        claim: { judgements: [{ area: 'leaders', grade: 'good', evidence: [0] }], direction: 'up' },
      }),
      aReport('council', {
        ...day,
        tier: 'council',
        claim: {
          evidence,
          published: '2023-03-24',
          judgements: [{ area: 'care_leavers', grade: 'outstanding', evidence: [0] }],
        },
      }),
      aReport('visit', { claim: { inspected: range('2023-02-20', 12), framework: 'ilacs' } }),
    ]).events;
    expect(event).toMatchObject({
      key: 'northshire.ofsted.childrens_services.ilacs.2023-03',
      framework: 'ilacs',
      published: '2023-03-24',
      inspected: range('2023-02-20', 12),
      day: '2023-03-24',
      dayBasis: 'report',
      direction: 'up',
      gradesReported: 'overall+areas',
      judgements: [
        { area: 'care_leavers', grade: 'outstanding', evidence: [0] },
        { area: 'leaders', grade: 'good', evidence: [] },
      ],
      evidence,
    });
    expect(event?.reports.map(({ findingId }) => findingId)).toEqual(['council', 'paper', 'visit']);
  });
  test('the most trusted word is shown and the other listed, never averaged', () => {
    const reports = [
      aReport('a', { ...day, claim: { grade: 'inadequate' } }),
      aReport('b', { ...day, claim: { grade: 'inadequate' } }),
      aReport('c', { ...day, tier: 'council', claim: { grade: 'requires_improvement' } }),
    ];
    expect(events(reports).events).toMatchObject([
      {
        grade: 'requires_improvement',
        status: 'disputed',
        conflicts: [
          {
            field: 'headlines.overall',
            values: [
              { value: 'requires_improvement', findings: ['c'] },
              { value: 'inadequate', findings: ['a', 'b'] },
            ],
          },
        ],
      },
    ]);
  });
  const statuses: [string, Parameters<typeof aReport>[1][], string][] = [
    ['one report', [{}], 'reported'],
    ['two publishers', [{}, {}], 'corroborated'],
    ['a text and its copy', [{}, { copyOf: 'article-r0' }], 'reported'],
    ['one publisher twice', [{ publisher: 'Echo' }, { publisher: 'Echo' }], 'reported'],
    ['the inspectorate itself', [{ tier: 'inspectorate' }], 'confirmed'],
    ['grades that differ', [{}, { claim: { grade: 'good' } }, { claim: { grade: 'inadequate' } }], 'disputed'],
    [
      'grades that differ, and the inspectorate',
      [{ tier: 'inspectorate' }, { claim: { grade: 'inadequate' } }],
      'confirmed',
    ],
  ];
  for (const [what, facts, status] of statuses)
    test(`${what}: ${status}`, () =>
      expect(events(facts.map((fact, i) => aReport(`r${i}`, { ...day, ...fact }))).events).toMatchObject([{ status }]));
});

// Two judgements of one council under a year apart: invented, with the gaps and families that occur.
const closePairs: [string, string, string, string][] = [
  ['slac', '2012-03', 'cp', '2013-02'],
  ['slac', '2010-11', 'annual', '2011-11-08'],
  ['annual', '2011-11-08', 'cp', '2012-10'],
  ['slac', '2011-01', 'annual', '2011-11-08'],
  ['annual', '2011-11-08', 'slac', '2012-02'],
  ['slac', '2011-07', 'annual', '2011-11-08'],
  ['cp', '2013-01', 'lac', '2013-08-23'],
  ['slac', '2012-06', 'cp', '2013-06'],
  ['slac', '2012-05', 'cp', '2013-05'],
  ['annual', '2011-11-08', 'slac', '2012-03'],
];
describe('two judgements of one council under a year apart stay two', () => {
  const timed = (day: string): Partial<Claim> =>
    day.length === 10 ? { published: day } : { publishedWithin: { ...range(`${day}-01`, 28), basis: 'stated' } };
  for (const [family, day, otherFamily, otherDay] of closePairs)
    test(`${family} ${day} and ${otherFamily} ${otherDay}`, () => {
      const reports = [
        aReport('a', { claim: { framework: family, ...timed(day), grade: 'adequate' } }),
        aReport('a2', { claim: { ...timed(day), grade: 'adequate' } }),
        aReport('b', { claim: { framework: otherFamily, ...timed(otherDay), grade: 'adequate' } }),
        aReport('b2', { claim: { ...timed(otherDay), grade: 'adequate' } }),
      ];
      expect(together(reports).sort()).toEqual(['a,a2', 'b,b2']);
    });
});

const REGISTER = '../shared/data/judgements.csv';
test.skipIf(!existsSync(REGISTER))(
  'published judgements with a full date, each reported with family or day, stay apart',
  () => {
    const rows = parse(readFileSync(REGISTER, 'utf8'), { columns: true }) as Record<string, string>[];
    const full = rows.filter(
      (row) => row.publication_date?.length === 10 && /^(ILACS|SIF|LAC|ANNUAL)/.test(row.framework ?? ''),
    );
    const groups = new Map<string, typeof full>();
    for (const row of full) groups.set(row.authority_slug!, [...(groups.get(row.authority_slug!) ?? []), row]);
    let near = 0;
    for (const judged of groups.values()) {
      const reports = judged.flatMap((row, i) => [
        aReport(`${i}.day`, { claim: { published: row.publication_date!, grade: 'good' } }),
        aReport(`${i}.visit`, {
          articleDay: row.publication_date!,
          claim: { grade: 'good', framework: row.framework!.split(/[ -]/)[0]!.toLowerCase() },
        }),
      ]);
      const days = judged.map((row) => row.publication_date!).sort();
      near += days.filter((day, i) => i > 0 && daysBetween(days[i - 1]!, day) < 800).length;
      expect(together(reports).sort()).toEqual(judged.map((_, i) => `${i}.day,${i}.visit`).sort());
    }
    expect(near).toBeGreaterThan(10);
  },
);

describe('people decide too', () => {
  const reports = [
    aReport('a', { articleDay: '2023-03-25' }),
    aReport('b', { articleDay: '2023-03-26' }),
    aReport('c', { articleDay: '2024-09-01' }),
  ];
  let count = 0;
  const decided = (decision: object): PersonDecision =>
    ({
      id: `d${++count}`,
      at: new Date(1_700_000_000_000 + count),
      by: 'operator',
      reason: 'checked',
      ...decision,
    }) as PersonDecision;
  const outcome = (decisions: PersonDecision[], given = reports) =>
    events(given, [], decisions).events.map((event) =>
      event.reports
        .map(({ findingId }) => findingId)
        .sort()
        .join(),
    );

  const merge = decided({ kind: 'merge', findingIds: ['b', 'c'] });
  const split = decided({ kind: 'split', findingIds: ['b'], from: ['a'] });
  const undoMerge = decided({ kind: 'undo', decisionId: merge.id });
  const redo = decided({ kind: 'undo', decisionId: undoMerge.id });
  test('without a decision', () => expect(outcome([])).toEqual(['a,b', 'c']));
  test('merge joins what contradicts', () => expect(outcome([merge])).toEqual(['a,b,c']));
  test('split parts what fits', () => expect(outcome([split]).sort()).toEqual(['a', 'b', 'c']));
  test('both hold together, in whatever order they are given', () => {
    expect(outcome([merge, split]).sort()).toEqual(['a', 'b,c']);
    expect(outcome([split, merge]).sort()).toEqual(['a', 'b,c']);
  });
  test('an undone decision is as if never made, an undone undo as if made', () => {
    expect(outcome([merge, undoMerge])).toEqual(['a,b', 'c']);
    expect(outcome([redo, merge, undoMerge])).toEqual(['a,b,c']);
  });
  test('a split after a merge parts again', () =>
    expect(outcome([merge, decided({ kind: 'split', findingIds: ['c'], from: ['a', 'b'] })])).toEqual(['a,b', 'c']));
  test('a rejected finding is gone, an accepted one back', () => {
    const reject = decided({ kind: 'reject', findingIds: ['c'] });
    expect(outcome([reject])).toEqual(['a,b']);
    expect(outcome([reject, decided({ kind: 'accept', findingIds: ['c'] })])).toEqual(['a,b', 'c']);
  });
  test('a changed finding says what the person says; nobody was told otherwise, so nothing is corrected', () => {
    const change = decided({
      kind: 'change',
      findingIds: ['c'],
      claim: { grade: 'inadequate', headlines: [{ remit: 'overall', grade: 'inadequate' }] },
    });
    expect(events(reports, [], [change]).events).toMatchObject([
      { status: 'corroborated' },
      { grade: 'inadequate', status: 'reported' },
    ]);
  });
  describe('evidence of an event that a person set right', () => {
    const quote = (said: string) => [{ rule: 'r', field: 'text' as const, start: 0, end: said.length, quote: said }];
    const day = { articleDay: '2023-03-25' };
    const wrong = aReport('wrong', { ...day, tier: 'council', claim: { evidence: quote('is good') } });
    const claim = { grade: 'inadequate', headlines: [{ remit: 'overall', grade: 'inadequate' }] };
    const change = decided({ kind: 'change', findingIds: ['wrong'], claim, reason: 'misprint, the council says' });
    test('is marked as what its article said, with the person’s reason', () =>
      expect(events([wrong], [], [change]).events).toMatchObject([
        {
          grade: 'inadequate',
          evidence: [{ quote: 'is good' }],
          setRight: { reason: 'misprint, the council says', headlines: [{ grade: 'good' }] },
          reports: [{ setRight: { reason: 'misprint, the council says' } }],
        },
      ]));
    test('is another article’s, where one says what stands', () => {
      const right = aReport('right', { ...day, claim: { ...claim, evidence: quote('is inadequate') } });
      const [event] = events([wrong, right], [], [change]).events;
      expect(event?.evidence).toMatchObject([{ quote: 'is inadequate' }]);
      expect(event?.setRight).toBeUndefined();
    });
    test('stays its own where a person changed a date, or took the change back', () => {
      const dated = decided({ kind: 'change', findingIds: ['wrong'], claim: { published: '2023-03-24' } });
      const undo = decided({ kind: 'undo', decisionId: change.id });
      for (const decisions of [[dated], [change, undo]])
        expect(events([wrong], [], decisions).events[0]?.setRight).toBeUndefined();
    });
  });
  test('hold and release flag, retract and withdraw stay in the history', () => {
    const hold = decided({ kind: 'hold', findingIds: ['a'] });
    expect(events(reports, [], [hold]).events).toMatchObject([{ held: true }, { held: false }]);
    expect(events(reports, [], [hold, decided({ kind: 'release', findingIds: ['b'] })]).events).toMatchObject([
      { held: false },
      { held: false },
    ]);
    expect(events(reports, [], [decided({ kind: 'retract', findingIds: ['c'] })]).events).toMatchObject([
      {},
      { status: 'retracted' },
    ]);
    expect(events(reports, [], [decided({ kind: 'withdraw', findingIds: ['c'] })]).events).toMatchObject([
      {},
      { status: 'withdrawn' },
    ]);
  });
  test('a doubtful finding that a person accepts stands on its own, or where they put it', () => {
    const doubtful = [
      aReport('a', { articleDay: '2018-08-20' }),
      aReport('b', { articleDay: '2023-03-25' }),
      aReport('x'),
    ];
    expect(outcome([decided({ kind: 'accept', findingIds: ['x'] })], doubtful).sort()).toEqual(['a', 'b', 'x']);
    expect(outcome([decided({ kind: 'merge', findingIds: ['x', 'b'] })], doubtful).sort()).toEqual(['a', 'b,x']);
  });
});

test('which way the whole went, told by a report that knows of no areas alone, is not told of areas alone', () => {
  const areas = {
    grade: null,
    headlines: [],
    gradeState: 'none_by_framework' as const,
    judgements: [{ area: 'leaders', grade: 'good', evidence: [0] }],
  };
  const moved = { grade: null, headlines: [], gradeState: 'not_stated' as const, direction: 'up' as const, streak: 2 };
  const day = '2026-11-18';
  const { events: made } = events([
    aReport('a', { claim: { ...areas, published: day } }),
    aReport('b', { claim: { ...moved, published: day } }),
  ]);
  expect(made).toMatchObject([{ gradeState: 'none_by_framework', direction: null, streak: null }]);
});
