import { describe, expect, test } from 'vitest';
import { freshFor } from '../../src/core/events/freshness.ts';
import { changesTogether, noticesFor } from '../../src/core/events/notices.ts';
import type { Headline, JudgementEvent } from '../../src/core/types.ts';
import { aClaim } from '../support/claims.ts';
import { aReport } from './builders.ts';

const anEvent = (event: Partial<JudgementEvent> = {}): JudgementEvent => ({
  ...aClaim(),
  v: 1,
  key: 'northshire.ofsted.childrens_services.any.2026-11',
  status: 'reported',
  held: false,
  day: '2026-11-20',
  dayBasis: 'report',
  dayUntil: null,
  reports: [],
  conflicts: [],
  ...event,
});
const graded = (...headlines: Headline[]): Partial<JudgementEvent> => ({
  headlines,
  grade: headlines[0]?.grade ?? null,
});
const overall = (grade: string) => graded({ remit: 'overall', grade });
const areas = (grade: string): Partial<JudgementEvent> => ({ judgements: [{ area: 'leaders', grade, evidence: [] }] });
const only = (grade: string): Partial<JudgementEvent> => ({
  ...graded(),
  ...areas(grade),
  gradeState: 'none_by_framework',
});
const twoHeadlines = graded(
  { remit: 'safeguarding', grade: 'inadequate' },
  { remit: 'looked_after_children', grade: 'good' },
);

describe('what there is to tell', () => {
  const revisions: [string, string[], Partial<JudgementEvent>, Partial<JudgementEvent>, string[]][] = [
    // what                                    made before            before                         now                              due
    ['new', [], {}, {}, ['first']],
    ['told, nothing new', ['first'], {}, {}, []],
    [
      'told, areas and dates added',
      ['first'],
      {},
      { published: '2026-11-19', judgements: [{ area: 'leaders', grade: 'good', evidence: [] }] },
      [],
    ],
    ['told, confirmed now', ['first'], {}, { status: 'confirmed' }, []],
    ['told without a grade, now with one', ['first'], graded(), overall('good'), []],
    ['told, the grade changed', ['first'], overall('good'), overall('inadequate'), ['correction-1']],
    [
      'corrected, the grade changed again',
      ['first', 'correction-1'],
      overall('inadequate'),
      overall('good'),
      ['correction-2'],
    ],
    ['told, the grade taken back', ['first'], overall('good'), graded(), ['correction-1']],
    ['told as overall, one of two headlines', ['first'], overall('good'), twoHeadlines, []],
    ['told as overall, neither of two headlines', ['first'], overall('outstanding'), twoHeadlines, ['correction-1']],
    [
      'told one headline, the second added',
      ['first'],
      graded({ remit: 'safeguarding', grade: 'inadequate' }),
      twoHeadlines,
      [],
    ],
    ['told with an overall grade, an area changed', ['first'], areas('good'), areas('inadequate'), []],
    [
      'told without overall by framework, an area changed',
      ['first'],
      only('good'),
      only('inadequate'),
      ['correction-1'],
    ],
    ['told without overall by framework, nothing changed', ['first'], only('good'), only('good'), []],
    ['told, other inspectorate', ['first'], {}, { inspectorate: 'cqc' }, ['correction-1']],
    ['told, other service', ['first'], {}, { service: 'adult_social_care' }, ['correction-1']],
    ['told, retracted', ['first'], {}, { status: 'retracted' }, ['correction-1']],
    ['told, withdrawn by the inspectorate', ['first'], {}, { status: 'withdrawn' }, ['correction-1']],
    ['retracted and told so', ['first', 'correction-1'], { status: 'retracted' }, { status: 'retracted' }, []],
    ['retracted, standing again', ['first', 'correction-1'], { status: 'retracted' }, {}, ['correction-2']],
    ['never told, retracted', [], {}, { status: 'retracted' }, []],
  ];
  for (const [what, notices, before, now, due] of revisions)
    test(`${what}: ${due.join() || 'nothing'}`, () =>
      expect(noticesFor([{ event: anEvent(before), notices }], anEvent(now)).map(({ notice }) => notice)).toEqual(due));

  test('a correction says what was told and what is right', () =>
    expect(
      noticesFor([{ event: anEvent(overall('good')), notices: ['first'] }], anEvent(overall('inadequate'))),
    ).toEqual([{ notice: 'correction-1', changes: [{ field: 'headlines.overall', from: 'good', to: 'inadequate' }] }]));
  test('of two merged events one correction, numbered after both', () =>
    expect(
      noticesFor(
        [
          { event: anEvent(overall('good')), notices: ['first', 'correction-1'] },
          { event: anEvent(overall('inadequate')), notices: ['first'] },
        ],
        anEvent(overall('good')),
      ),
    ).toEqual([{ notice: 'correction-2', changes: [{ field: 'headlines.overall', from: 'inadequate', to: 'good' }] }]));
});

test('corrections one after another are one from the first to the last, and none where all was undone', () => {
  const grade = (from: string | null, to: string | null) => ({ field: 'headlines.overall', from, to });
  expect(changesTogether([grade('good', 'inadequate'), grade('inadequate', 'outstanding')])).toEqual([
    grade('good', 'outstanding'),
  ]);
  expect(changesTogether([grade('good', null), grade(null, 'good')])).toEqual([]);
});

describe('fresh, or back catalogue', () => {
  const terms = {
    now: new Date('2026-11-24T12:00:00Z'),
    freshDays: 14,
    since: new Date('2026-01-01T12:00:00Z'),
    learntAt: new Date('2026-11-24T11:00:00Z'),
    alerting: ['normal' as const],
  };
  const recycled = { match: 'recycled' as const, judgement: 'r', previousGrade: null, direction: null, streak: null };
  const registered: Partial<JudgementEvent> = {
    day: '2026-10-01',
    dayBasis: 'register',
    reports: [aReport('a', { articleDay: '2026-11-23' })],
  };
  const cases: [string, Partial<JudgementEvent>, Partial<Parameters<typeof freshFor>[1]>, boolean][] = [
    ['published yesterday', { day: '2026-11-23' }, {}, true],
    ['published 14 days ago', { day: '2026-11-10' }, {}, true],
    ['published 15 days ago', { day: '2026-11-09' }, {}, false],
    ['14 days by London, 13 by UTC', { day: '2026-06-01' }, { now: new Date('2026-06-15T23:30:00Z') }, false],
    ['dated far ahead', { day: '2027-11-23' }, {}, false],
    ['undated, learnt today', { day: null }, {}, true],
    ['undated, learnt a month ago', { day: null }, { learntAt: new Date('2026-10-20T00:00:00Z') }, false],
    ['undated, from a first poll', { day: null }, { alerting: ['never'] }, false],
    ['undated, also from a first poll', { day: null }, { alerting: ['normal', 'never'] }, false],
    ['dated, one report from a first poll', { day: '2026-11-23' }, { alerting: ['normal', 'never'] }, true],
    ['dated, all from a back catalogue', { day: '2026-11-23' }, { alerting: ['never', 'never'] }, false],
    ['old, but an operator asks for alerts', { day: '2018-11-23' }, { alerting: ['always'] }, true],
    [
      'handed in to be alerted, but learnt of before the subscription began',
      { day: '2026-11-18' },
      {
        alerting: ['always'],
        since: new Date('2026-11-23T12:00:00Z'),
        learntAt: new Date('2026-11-18T12:00:00Z'),
        now: new Date('2027-01-05T12:00:00Z'),
      },
      false,
    ],
    ['on the day the subscription began', { day: '2026-11-20' }, { since: new Date('2026-11-20T15:00:00Z') }, true],
    [
      'published and learnt of before the subscription began',
      { day: '2026-11-19' },
      { since: new Date('2026-11-24T11:30:00Z') },
      false,
    ],
    [
      'published before it began, learnt of since',
      { day: '2026-11-19' },
      { since: new Date('2026-11-20T15:00:00Z') },
      true,
    ],
    ['dated by the register only, reported today', registered, {}, true],
    ['an old judgement restated', { day: '2026-11-23', register: recycled }, {}, false],
  ];
  for (const [what, event, changed, fresh] of cases)
    test(`${what}: ${fresh ? 'fresh' : 'not fresh'}`, () =>
      expect(freshFor(anEvent(event), { ...terms, ...changed })).toBe(fresh));
});
