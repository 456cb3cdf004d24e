/** In which order area grades and grades are told, by the product's own knowledge. */
import { beforeAll, describe, expect, test } from 'vitest';
import { alertContent } from '../../src/core/sending/alert.ts';
import { areaTally } from '../../src/core/sending/area-tally.ts';
import { EVENT_COLUMNS } from '../../src/core/sending/columns.ts';
import { weekDigest } from '../../src/core/sending/digest.ts';
import { digestJson } from '../../src/core/sending/digest-json.ts';
import { digestLetter } from '../../src/core/sending/digest-letter.ts';
import { displayNames } from '../../src/core/sending/display-names.ts';
import { areasInOrder, gradePlace } from '../../src/core/sending/in-order.ts';
import { letterText } from '../../src/core/sending/letter.ts';
import type { Names } from '../../src/core/sending/names.ts';
import { publicEvent } from '../../src/core/sending/public-event.ts';
import { criteriaWords } from '../../src/core/sending/route.ts';
import { toldWords, wasTold } from '../../src/core/sending/was-told.ts';
import { webhookBody } from '../../src/core/sending/webhook-body.ts';
import type { JudgementEvent } from '../../src/core/types.ts';
import { loadKnowledge } from '../../src/knowledge.ts';
import { claimLine } from '../../src/steps/waiting.ts';
import { anAlert, anEvent, asks, aWeek, weekLinks } from './build.ts';

let names: Names;
beforeAll(async () => {
  names = displayNames((await loadKnowledge({ configDir: null, reviewBelow: null }, null)).rulebook);
});

const judged = (...areas: string[]) => areas.map((area) => ({ area, grade: 'good', evidence: [0] }));
// As events hold them: by id.
const FOUR = judged('care_leavers', 'children_in_care', 'help_and_protection', 'leaders');
const areasOnly: Partial<JudgementEvent> = {
  ...{ headlines: [], grade: null, gradeState: 'none_by_framework', gradesReported: 'areas_only' },
  ...{ frameworkVersion: '2026-04', judgements: FOUR },
};

describe('area grades stand in the order of their framework', () => {
  const orders = [
    // framework  version    areas by id, as events hold them                     in order
    ['ilacs', '2026-04', 'care_leavers children_in_care help_and_protection leaders', '3 2 1 0'],
    ['ilacs', null, 'care_leavers children_in_care help_and_protection leaders', '3 2 1 0'],
    ['sif', null, 'adoption care_leavers help_and_protection looked_after_children', '2 3 0 1'],
    ['slac|cp', null, 'adoption capacity_for_improvement safeguarding', '2 1 0'],
    [null, null, 'care_leavers help_and_protection leaders', '2 1 0'],
    ['ilacs', '2023-01', 'aardvarks adoption bees leaders', '3 1 0 2'],
    ['not known', null, 'help_and_protection leaders', '1 0'],
  ] as const;
  for (const [framework, frameworkVersion, areas, order] of orders)
    test(`${framework} ${frameworkVersion}: ${areas}`, () => {
      const by = areas.split(' ');
      const told = areasInOrder(judged(...by), { inspectorate: 'ofsted', framework, frameworkVersion }, names);
      expect(told.map(({ area }) => area)).toEqual(order.split(' ').map((at) => by[Number(at)]));
    });

  test('in an alert, in the cell of a digest and in what a correction quotes', () => {
    const event = anEvent(areasOnly);
    expect(alertContent(anAlert({ event, names })).areas.map(({ label }) => label)).toEqual([
      expect.stringContaining('impact of leaders'),
      expect.stringContaining('help and protection'),
      expect.stringContaining('in care'),
      expect.stringContaining('care leavers'),
    ]);
    const week = weekDigest(aWeek({ events: [{ event, learntAt: new Date('2026-11-18T09:06:00Z') }] }), names);
    expect(letterText(digestLetter(week, names, weekLinks))).toContain(
      'Areas: leaders: good; help and protection: good; children in care: good; care leavers: good',
    );
    expect(toldWords(wasTold(event), { ...event, judgements: [] }, names)).toBe(
      'leaders good, help and protection good, children in care good, care leavers good, no overall grade',
    );
  });

  test('for programs, in one event and in a week', () => {
    const event = anEvent(areasOnly);
    const inOrder = ['leaders', 'help_and_protection', 'children_in_care', 'care_leavers'];
    const areasOf = ({ judgements }: { judgements: { area: string }[] }) => judgements.map(({ area }) => area);
    expect(areasOf(publicEvent(event, names, null))).toEqual(inOrder);
    expect(areasOf(JSON.parse(webhookBody(anAlert({ event, names }))))).toEqual(inOrder);
    const notice = { notice: 'correction-1', was: wasTold(event) };
    expect(areasOf(JSON.parse(webhookBody(anAlert({ event, names, notice }))).was)).toEqual(inOrder);
    const week = weekDigest(aWeek({ events: [{ event, learntAt: new Date('2026-11-18T09:06:00Z') }] }), names);
    expect(digestJson(week, names).events.map(areasOf)).toEqual([inOrder]);
  });

  test('in the column of further areas', () => {
    const judgements = judged('fostering', 'safeguarding', 'staying_safe');
    const column = EVENT_COLUMNS.find(({ id }) => id === 'other_areas');
    const row = { week: '', section: 'judgement', learntAt: new Date(0), official: null, sample: false } as const;
    expect(column?.value({ ...row, event: anEvent({ framework: 'apa', judgements }) }, names)).toBe(
      'safeguarding=good|staying_safe=good|fostering=good',
    );
  });
});

test('what reports differ on stands in the order of the alert that says so', () => {
  const fields = [
    ...['distinctions.only.country', 'frameworkVersion', 'headlines.looked_after_children', 'headlines.safeguarding'],
    ...['judgements.care_leavers', 'judgements.leaders', 'judgements.unheard_of', 'previousGrade', 'published'],
  ];
  const event = anEvent({
    ...areasOnly,
    headlines: ['safeguarding', 'looked_after_children'].map((remit) => ({ remit, grade: 'good' })),
    conflicts: fields.map((field) => ({ field, values: [] })),
  });
  const words = [
    ...['the grade for safeguarding', 'the grade for looked after children', 'the grade for leaders'],
    ...['the grade for care leavers', 'the grade for unheard of', 'the version of the framework', 'the grade before'],
    'the day of publication and what sets it apart',
  ].join(', ');
  const { facts } = alertContent(anAlert({ event, names }));
  expect(facts.find(({ label }) => label === 'Status')?.value).toContain(`reports differ on ${words}`);
});

describe('grades stand from the best to the worst of their scale', () => {
  const of = (scale: string | null, inspectorate = 'ofsted') => ({ inspectorate, scale });
  const scales = [
    // of                                    best first
    [of('ofsted_four_point_2013'), 'outstanding good requires_improvement inadequate unheard_of'],
    [of(null), 'outstanding good requires_improvement inadequate'],
    [of('rsh_consumer_2024', 'rsh'), 'c1 c2 c3 c4'],
  ] as const;
  for (const [scale, best] of scales)
    test(`${scale.inspectorate}, ${scale.scale}`, () => {
      const given = [...best.split(' '), null].reverse();
      expect(given.sort((a, b) => gradePlace(a, scale, names) - gradePlace(b, scale, names))).toEqual([
        ...best.split(' '),
        null,
      ]);
    });

  test('in the totals of a week, framework by framework, what has no overall grade last', () => {
    const grades = ['requires_improvement', 'outstanding', 'inadequate', 'good'];
    const events = grades.map((grade) => anEvent({ key: grade, grade, headlines: [{ remit: 'overall', grade }] }));
    const more = [anEvent({ key: 'none', ...areasOnly }), anEvent({ key: 'sif', framework: 'sif', scale: null })];
    const learntAt = new Date('2026-11-18T09:06:00Z');
    const { totals } = weekDigest(aWeek({ events: [...more, ...events].map((event) => ({ event, learntAt })) }), names);
    expect(totals.map(({ framework, grade }) => `${framework} ${grade}`)).toEqual([
      ...['ilacs outstanding', 'ilacs good', 'ilacs requires_improvement', 'ilacs inadequate', 'ilacs null'],
      'sif outstanding',
    ]);
  });

  test('in a line that counts as many areas of one grade as of another', () => {
    const judgements = [
      { area: 'care_leavers', grade: 'inadequate', evidence: [0] },
      { area: 'leaders', grade: 'good', evidence: [0] },
    ];
    expect(areaTally(anEvent({ judgements }), names)).toBe('1 of 4 areas good, 1 inadequate and 2 not known');
  });

  test('in a line that counts, the grade that is a verb agrees with its number', () => {
    expect(tally('ri', 'ri', 'ri', 'good')).toBe('3 of 4 areas require improvement and 1 good');
    expect(tally('good', 'good', 'ri')).toBe('2 of 4 areas good, 1 requires improvement and 1 not known');
    expect(tally('ri', 'ri')).toBe('2 of 4 areas require improvement and 2 not known');
    expect(tally('ri', 'ri', 'ri', 'ri')).toBe('all 4 areas require improvement');
  });
});

const AREAS = ['leaders', 'help_and_protection', 'children_in_care', 'care_leavers'];
const inGrades = (grades: string[], areas: readonly string[]) =>
  grades.map((grade, n) => ({
    area: areas[n] ?? `area-${n}`,
    grade: grade === 'ri' ? 'requires_improvement' : grade,
    evidence: [0],
  }));
const tally = (...grades: string[]) => areaTally(anEvent({ judgements: inGrades(grades, AREAS) }), names);

describe('a line that counts says how many of the framework’s areas are not known', () => {
  const joint = ['leaders', 'help_and_protection', 'children_in_care_and_care_leavers'];
  const nothingSaid = { framework: null, frameworkVersion: null } as const;
  const rows: [string, Partial<JudgementEvent>, readonly string[], string, string][] = [
    // what                                          event                                    areas    grades       words
    ['of its four', {}, AREAS, 'good good', '2 of 4 areas good and 2 not known'],
    ['of one that is named', {}, AREAS, 'good', 'leaders good, the other 3 areas not known'],
    [
      'of one that is named, nearly all',
      { frameworkVersion: '2018-01' },
      joint,
      'good',
      'leaders good, the other 2 areas not known',
    ],
    ['of three, before 2023', { frameworkVersion: '2018-01' }, joint, 'good good good', 'all 3 areas good'],
    [
      'of a family whose versions differ',
      { frameworkVersion: null },
      AREAS,
      'good good',
      'of the 2 areas known, both good',
    ],
    [
      'of the one that gives no overall grade',
      { ...nothingSaid, gradeState: 'none_by_framework' },
      AREAS,
      'good ri',
      '1 of 4 areas good, 1 requires improvement and 2 not known',
    ],
    ['of no framework', nothingSaid, AREAS, 'ri ri ri', 'of the 3 areas known, all require improvement'],
    [
      'of areas that are joined or parted',
      {},
      joint,
      'good good ri',
      'of the 3 areas known, 2 good and 1 requires improvement',
    ],
    [
      'of one whose areas the reports choose',
      { framework: 'sif', frameworkVersion: '2013-11' },
      ['adoption'],
      'good',
      'adoption good',
    ],
  ];
  for (const [what, event, areas, grades, words] of rows)
    test(`${what}: ${words}`, () =>
      expect(areaTally(anEvent({ ...event, judgements: inGrades(grades.split(' '), areas) }), names)).toBe(words));
});

test('a finding that waits for a person is told with its areas too', () => {
  const {
    v: _v,
    key: _key,
    status: _status,
    held: _held,
    ...claim
  } = anEvent({
    ...{ grade: null, headlines: [], gradeState: 'none_by_framework', frameworkVersion: '2026-04' },
    judgements: inGrades(['good', 'ri'], AREAS),
  });
  expect(claimLine(claim, names)).toMatch(
    /^northshire: 1 of 4 areas good, 1 requires improvement and 2 not known, no overall grade is given \(Ofsted, /,
  );
});

describe('a region in a sentence', () => {
  const said = [
    ['North East', 'any service in the North East'],
    ['East of England', 'any service in the East of England'],
    ['London', 'any service in London'],
    ['Yorkshire and The Humber', 'any service in Yorkshire and the Humber'],
    ['Elsewhere', 'any service in Elsewhere'],
  ] as const;
  for (const [region, words] of said)
    test(`"${region}": ${words}`, () => expect(criteriaWords(asks({ regions: [region] }), names)).toBe(words));
});
