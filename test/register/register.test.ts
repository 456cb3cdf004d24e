import { expect, test } from 'vitest';
import { makeRegister, registerView, timeline, withRegister } from '../../src/core/register.ts';
import type { LinePart } from '../../src/core/register-line.ts';
import type { Claim, Headline, RegisterJudgement } from '../../src/core/types.ts';
import { aClaim, anAssessment } from '../support/claims.ts';
import { scalesOf } from '../support/scales.ts';

const scales = scalesOf({
  new: ['outstanding', 'good', 'requires_improvement', 'inadequate'],
  old: ['outstanding', 'good', 'adequate', 'inadequate'],
});
const part = (line: string, framework: string, remit = 'overall', firstUntil: string | null = null): LinePart => ({
  line,
  framework,
  remit,
  firstUntil,
});
const lines = [
  part('children', 'ilacs'),
  part('children', 'sif'),
  part('children', 'slac', 'safeguarding'),
  part('looked_after', 'slac', 'looked_after_children'),
  part('adults', 'cqc_la', 'overall', '2026-07-01'),
  part('pilot', 'cqc_la_pilot'),
];
const overall = (grade: string): Headline[] => [{ remit: 'overall', grade }];
const judged = (published: string, grade: string, rest: Partial<RegisterJudgement> = {}): RegisterJudgement => ({
  id: `northshire-${published}`,
  reportId: `northshire-${published}`,
  authority: 'northshire',
  inspectorate: 'ofsted',
  service: 'childrens_services',
  framework: 'ilacs',
  inspected: null,
  published,
  publishedWithin: null,
  gradesReported: 'overall+areas',
  scale: 'new',
  headlines: overall(grade),
  judgements: [],
  sourceUrl: null,
  basis: 'a table of this test',
  confidence: 'high',
  note: null,
  ...rest,
});
const claim = (grade: string | null, rest: Partial<Claim> = {}): Claim => aClaim({ grade, ...rest });
const register = (...rows: RegisterJudgement[]) => makeRegister(rows, lines, scales);
const history = [
  judged('2014-05-01', 'inadequate', { framework: 'sif' }),
  judged('2018-08-20', 'good'),
  judged('2023-03-24', 'good'),
];
const elsewhere = judged('2026-06-01', 'good', { id: 'southshire-2026', authority: 'southshire' });

const areas = (grade: string) => ({ judgements: [{ area: 'leaders', grade, evidence: [] }] });
const matches: [statement: string, claim: Claim, articleDay: string | null, match: string, judgement: string | null][] =
  [
    ['an article of the day confirms', claim('good'), '2023-03-24', 'confirmed', '2023-03-24'],
    ['an article weeks later confirms', claim('good'), '2023-05-20', 'confirmed', '2023-03-24'],
    ['an embargoed article days early confirms', claim('good'), '2023-03-20', 'confirmed', '2023-03-24'],
    ['another grade on the day contradicts', claim('outstanding'), '2023-03-25', 'contradicting', '2023-03-24'],
    ['the grade of years ago, restated, is recycled', claim('good'), '2025-01-10', 'recycled', '2023-03-24'],
    [
      'a kept grade is no restatement of the one that was new',
      claim('good', { previousGrade: 'good', streak: 3 }),
      '2025-01-10',
      'unpublished',
      null,
    ],
    [
      'a claim with the past of the old judgement restates it',
      claim('good', { previousGrade: 'good' }),
      '2025-01-10',
      'recycled',
      '2023-03-24',
    ],
    [
      'a claim with another past is of another inspection',
      claim('good', { previousGrade: 'inadequate' }),
      '2025-01-10',
      'unpublished',
      null,
    ],
    ['another grade years later is not published here', claim('outstanding'), '2025-01-10', 'unpublished', null],
    ['the same grade after the register ends may be new', claim('good'), '2026-08-01', 'unpublished', null],
    ['an article without any date proves nothing', claim('good'), null, 'none', null],
    ['an unknown authority has no match', claim('good', { authority: 'eastborough' }), '2023-03-24', 'none', null],
    ['another inspectorate is another judgement', claim('good', { inspectorate: 'cqc' }), '2023-03-24', 'none', null],
    [
      'another family of frameworks is another judgement',
      claim('good', { framework: 'sif' }),
      '2023-03-24',
      'unpublished',
      null,
    ],
    [
      'a stated publication day decides without an article day',
      claim('good', { published: '2018-08-20' }),
      null,
      'confirmed',
      '2018-08-20',
    ],
    [
      'old dates in a new article tell of the old report',
      claim('good', { published: '2018-08-20' }),
      '2023-03-24',
      'recycled',
      '2018-08-20',
    ],
    [
      'a stated inspection month decides',
      claim('good', { inspected: { from: '2023-02-01', until: '2023-03-01' } }),
      null,
      'confirmed',
      '2023-03-24',
    ],
    [
      'a span of years points at no inspection',
      claim('good', { publishedWithin: { from: '2015-01-01', until: '2024-01-01', basis: 'inferred' } }),
      null,
      'unpublished',
      null,
    ],
    ['a claim without a grade is confirmed by its day', claim(null), '2023-03-24', 'confirmed', '2023-03-24'],
    ['an area grade that agrees confirms', claim(null, areas('outstanding')), '2023-03-24', 'confirmed', '2023-03-24'],
    [
      'an area grade that differs contradicts',
      claim(null, areas('inadequate')),
      '2023-03-24',
      'contradicting',
      '2023-03-24',
    ],
  ];
const inspected = {
  inspected: { from: '2023-02-06', until: '2023-02-11' },
  judgements: [{ area: 'leaders', grade: 'outstanding' }],
};
const shelf = register(history[0]!, history[1]!, { ...history[2]!, ...inspected }, elsewhere);
for (const [statement, about, articleDay, match, day] of matches)
  test(statement, () => {
    expect(registerView(about, articleDay, shelf)).toMatchObject({
      match,
      judgement: day && `northshire-${day}`,
    });
  });

test('a grade that the register contradicts moved as that grade did', () => {
  const risen = register(judged('2018-08-20', 'good'), judged('2023-03-24', 'outstanding'));
  expect(registerView(claim('good'), '2023-03-24', risen)).toMatchObject({
    match: 'contradicting',
    previousGrade: 'good',
    direction: 'same',
    streak: 2,
  });
  expect(registerView(claim('outstanding'), '2023-03-24', risen)).toMatchObject({
    match: 'confirmed',
    direction: 'up',
  });
});

test('an overall grade for a report that has none contradicts it', () => {
  const areasOnly = judged('2026-06-17', 'good', { headlines: [], gradesReported: 'areas_only' });
  expect(registerView(claim('good'), '2026-06-17', register(areasOnly)).match).toBe('contradicting');
});

test('one of two headlines named as the grade confirms the report', () => {
  const twoHeadlines = judged('2012-08-24', '', {
    framework: 'slac',
    scale: 'old',
    headlines: [
      { remit: 'safeguarding', grade: 'inadequate' },
      { remit: 'looked_after_children', grade: 'good' },
    ],
  });
  expect(registerView(claim('inadequate'), '2012-08-31', register(twoHeadlines)).match).toBe('confirmed');
  expect(registerView(claim('outstanding'), '2012-08-31', register(twoHeadlines)).match).toBe('contradicting');
});

test('a month of inspection alone still meets the article that reports it', () => {
  const monthOnly = judged('', 'good', {
    id: 'm',
    published: null,
    inspected: { from: '2012-05-01', until: '2012-06-01' },
  });
  expect(registerView(claim('good'), '2012-07-10', register(monthOnly))).toMatchObject({
    match: 'confirmed',
    judgement: 'm',
  });
});

const slac = (published: string, safeguarding: string, lookedAfter: string) =>
  judged(published, '', {
    framework: 'slac',
    scale: 'old',
    headlines: [
      { remit: 'safeguarding', grade: safeguarding },
      { remit: 'looked_after_children', grade: lookedAfter },
    ],
  });
const cqc = (published: string, grade: string, framework = 'cqc_la') =>
  judged(published, grade, { inspectorate: 'cqc', service: 'adult_social_care', framework });
const lastEntries: [
  statement: string,
  rows: RegisterJudgement[],
  previousGrade: string | null,
  direction: string | null,
  streak: number | null,
][] = [
  ['a better grade is up', [judged('2018-01-01', 'inadequate'), judged('2021-01-01', 'good')], 'inadequate', 'up', 1],
  [
    'a worse grade is down',
    [judged('2018-01-01', 'good'), judged('2021-01-01', 'requires_improvement')],
    'good',
    'down',
    1,
  ],
  [
    'the third good in a row is a streak of three',
    ['2015', '2018', '2021'].map((year) => judged(`${year}-01-01`, 'good')),
    'good',
    'same',
    3,
  ],
  [
    'a streak ends where another grade stands',
    ['inadequate', 'good', 'good'].map((grade, index) => judged(`201${index}-01-01`, grade)),
    'good',
    'same',
    2,
  ],
  [
    'legacy safeguarding precedes overall',
    [slac('2012-01-01', 'inadequate', 'good'), judged('2014-01-01', 'good', { framework: 'sif' })],
    'inadequate',
    'up',
    1,
  ],
  [
    'adequate is never compared with requires improvement',
    [slac('2012-01-01', 'adequate', 'good'), judged('2014-01-01', 'requires_improvement', { framework: 'sif' })],
    'adequate',
    null,
    1,
  ],
  [
    'adequate is below good',
    [slac('2012-01-01', 'adequate', 'good'), judged('2014-01-01', 'good', { framework: 'sif' })],
    'adequate',
    'up',
    1,
  ],
  [
    'a pilot does not precede a formal rating',
    [cqc('2023-11-17', 'good', 'cqc_la_pilot'), cqc('2025-01-01', 'inadequate')],
    null,
    'first',
    null,
  ],
  ['a first rating of the first round is a first', [cqc('2024-05-17', 'good')], null, 'first', null],
  ['a rating after the first round is not called a first', [cqc('2027-05-17', 'good')], null, null, null],
  ['without a complete register nothing is called a first', [judged('2018-01-01', 'good')], null, null, null],
  ['another service precedes nothing', [cqc('2024-01-01', 'good'), judged('2025-01-01', 'good')], null, null, null],
  [
    'a report without a headline has a grade before, and no direction',
    [judged('2023-01-01', 'good'), judged('2026-06-17', '', { headlines: [], gradesReported: 'areas_only' })],
    'good',
    null,
    null,
  ],
];
for (const [statement, rows, previousGrade, direction, streak] of lastEntries)
  test(statement, () => {
    expect(timeline('northshire', register(...rows)).at(-1)).toMatchObject({ previousGrade, direction, streak });
  });

test('a grade the register does not hold yet is compared with the last it holds', () => {
  expect(registerView(claim('outstanding'), '2026-08-01', shelf)).toMatchObject({
    previousGrade: 'good',
    direction: 'up',
    streak: 1,
  });
  expect(registerView(claim('good'), '2026-08-01', shelf)).toMatchObject({ direction: 'same', streak: 3 });
});

test('what is said without an overall grade has the last one before it, and no direction', () =>
  expect(registerView(claim(null, { headlines: [], ...areas('good') }), '2026-08-01', shelf)).toMatchObject({
    ...{ match: 'unpublished', previousGrade: 'good', direction: null, streak: null },
  }));

test('the timeline is in order of publication, whatever the order of rows', () => {
  const days = timeline('northshire', register(...[...history].reverse())).map(({ day }) => day);
  expect(days).toEqual(['2014-05-01', '2018-08-20', '2023-03-24']);
});

test('the register is added to events and to what waits for a person, and changes nothing else', () => {
  const assessment = anAssessment({ events: [claim('good')], review: [claim('outstanding')] });
  const seen = withRegister(assessment, '2023-03-24', shelf);
  expect([seen.events[0]?.register.match, seen.review[0]?.register.match]).toEqual(['confirmed', 'contradicting']);
  expect({ ...seen, events: [{ ...seen.events[0], register: null }], review: [] }).toEqual({
    ...assessment,
    events: [{ ...assessment.events[0], register: null }],
    review: [],
  });
});
