/** Official record and reports side by side. */
import { expect, test } from 'vitest';
import { makeRegister } from '../../src/core/register.ts';
import { timelineRows } from '../../src/core/timeline-rows.ts';
import type { RegisterJudgement } from '../../src/core/types.ts';
import { anEvent } from '../sending/build.ts';

const row = (id: string, published: string, grade: string): RegisterJudgement => ({
  id,
  reportId: id,
  authority: 'northshire',
  inspectorate: 'ofsted',
  service: 'childrens_services',
  framework: 'ilacs',
  inspected: null,
  published,
  publishedWithin: null,
  gradesReported: 'overall',
  scale: 'ofsted_four_point_2013',
  headlines: [{ remit: 'overall', grade }],
  judgements: [],
  sourceUrl: null,
  basis: 'invented',
  confidence: 'high',
  note: null,
});
const tied = (judgement: string | null) => ({ ...anEvent().register, match: 'confirmed' as const, judgement });
const register = makeRegister([row('old', '2018-03-02', 'good'), row('new', '2022-05-06', 'outstanding')]);
const outline = (events: ReturnType<typeof anEvent>[]) =>
  timelineRows('northshire', register, events).map(({ day, official, reported }) => [
    day,
    official?.grade ?? null,
    reported.map(({ key }) => key),
  ]);

const OLD = ['2018-03-02', 'good', []];
const NEW = ['2022-05-06', 'outstanding', []];
const cases: [what: string, event: Partial<ReturnType<typeof anEvent>> | null, expected: unknown[]][] = [
  ['an official judgement nobody reported stands alone', null, [OLD, NEW]],
  ['a report stands beside the judgement it is of', { register: tied('old') }, [['2018-03-02', 'good', ['a']], NEW]],
  ['what the register lacks has its own place in time', { day: '2020-01-01' }, [OLD, ['2020-01-01', null, ['a']], NEW]],
  [
    'a report of a row that went from the register is not lost',
    { day: '2026-01-01', register: tied('gone') },
    [OLD, NEW, ['2026-01-01', null, ['a']]],
  ],
  ['what has no day stands last', { day: null }, [OLD, NEW, [null, null, ['a']]]],
];
test.each(cases)('%s', (_what, event, expected) =>
  expect(outline(event ? [anEvent({ key: 'a', ...event })] : [])).toEqual(expected),
);

test('a judgement of which only the inspection is known stands in its place in time, and has no day of publication', () => {
  const visit = {
    ...row('visit', '', 'good'),
    published: null,
    inspected: { from: '2020-04-01', until: '2020-05-01' },
  };
  const shelf = makeRegister([row('old', '2018-03-02', 'good'), row('new', '2022-05-06', 'outstanding'), visit]);
  expect(timelineRows('northshire', shelf, []).map(({ day, inspected }) => [day, inspected])).toEqual([
    ['2018-03-02', null],
    [null, visit.inspected],
    ['2022-05-06', null],
  ]);
});
