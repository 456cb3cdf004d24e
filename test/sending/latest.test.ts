import { expect, test } from 'vitest';
import type { Register } from '../../src/core/register.ts';
import { latestJudgements } from '../../src/core/sending/latest.ts';
import { readableId } from '../../src/core/sending/names.ts';
import type { RegisterJudgement } from '../../src/core/types.ts';
import { anEvent, asks, names } from './build.ts';

const aRecord = (id: string, grade: string, published: string): RegisterJudgement => ({
  ...{ id, reportId: id, authority: 'northshire', inspectorate: 'ofsted', service: 'childrens_services' },
  ...{ framework: 'ilacs', inspected: null, published, publishedWithin: null, gradesReported: 'overall' },
  ...{ scale: 'ofsted_four_point_2013', headlines: [{ remit: 'overall', grade }], judgements: [] },
  ...{ sourceUrl: `https://reports.inspectorate.example/${id}`, basis: 'a test', confidence: 'high', note: null },
});
const register = {
  ...{ lines: [], scales: new Map(), knownUntil: new Map() },
  byAuthority: new Map([
    ['northshire', [aRecord('r1', 'good', '2019-05-03'), aRecord('r2', 'inadequate', '2022-01-10')]],
  ]),
} as unknown as Register;
const page = (key: string) => `https://gradewatch.example/events/${key}`;
const last = (criteria: Parameters<typeof asks>[0], ...events: Parameters<typeof anEvent>[0][]) =>
  latestJudgements(asks(criteria), events.map(anEvent), { names, register }, page).map(({ text, url, note }) => [
    text.replace(/ \(.*/, ''),
    url,
    note,
  ]);

test('an authority of which nothing was reported yet shows what the official record holds, newest first', () =>
  expect(last({ authorities: ['northshire'] })).toEqual([
    ['Northshire: inadequate', 'https://reports.inspectorate.example/r2', '10 January 2022, from the official record'],
    ['Northshire: good', 'https://reports.inspectorate.example/r1', '3 May 2019, from the official record'],
  ]));
test('what was reported comes first, and its own record is not told twice', () =>
  expect(
    last({ authorities: ['northshire'] }, { key: 'e1', register: { ...anEvent().register, judgement: 'r2' } }),
  ).toEqual([
    ['Northshire: outstanding', page('e1'), '18 November 2026'],
    ['Northshire: good', expect.any(String), expect.any(String)],
  ]));
test('grades asked for hold for the record too', () =>
  expect(last({ authorities: ['northshire'], grades: ['good'] })).toHaveLength(1));
const recorded = [
  // asked for                                                                   shown of the record
  [{}, 2],
  [{ regions: ['North East'] }, 2],
  [{ regions: ['London'] }, 0],
  [{ inspectorates: ['cqc'] }, 0],
  [{ directions: ['down'] }, 0], // of a register without scales nothing is said to have moved
  [{ statuses: ['confirmed'] }, 2],
  [{ statuses: ['retracted'] }, 0],
  [{ anyOf: [asks({ grades: ['good'] }), asks({ regions: ['London'] })] }, 1],
  [{ except: [asks({ grades: ['good'] })] }, 1],
] as const;
for (const [criteria, lines] of recorded)
  test(`${JSON.stringify(criteria)} is asked of the record too`, () =>
    expect(last(criteria as Parameters<typeof asks>[0])).toHaveLength(lines));
test('what is held, retracted or withdrawn is no last judgement', () =>
  expect(last({}, { held: true }, { status: 'retracted' }, { status: 'withdrawn' })).toEqual(last({})));
test('of a record of which only the month of inspection is known no day of publication is told', () => {
  const record = {
    ...aRecord('r1', 'good', '2012-04-01'),
    ...{ published: null, inspected: { from: '2012-04-01', until: '2012-05-01' } },
  };
  const of = { ...register, byAuthority: new Map([['northshire', [record]]]) };
  const asked = asks({ authorities: ['northshire'] });
  expect(latestJudgements(asked, [], { names, register: of }, page)).toMatchObject([
    { note: 'inspected April 2012, from the official record' },
  ]);
});

const withRecord = (record: RegisterJudgement) => ({ ...register, byAuthority: new Map([['northshire', [record]]]) });
test('an outcome without any grade, of which no alert tells, is no last judgement', () => {
  const outcome = { ...aRecord('r1', '', '2025-05-06'), headlines: [], gradesReported: 'none' as const };
  const of = withRecord({ ...outcome, inspectorate: 'ofsted_cqc', service: 'send', scale: null });
  expect(latestJudgements(asks({}), [], { names, register: of }, page)).toEqual([]);
});
test('areas without an overall grade are told as an alert would tell them, each by name', () => {
  const areas = ['leaders good', 'help_and_protection good', 'care_leavers outstanding'].map((one) => {
    const [area = '', grade = ''] = one.split(' ');
    return { area, grade };
  });
  const record = { ...aRecord('r1', '', '2026-06-17'), headlines: [], gradesReported: 'areas_only' as const };
  const [line] = latestJudgements(
    asks({}),
    [],
    { names, register: withRecord({ ...record, judgements: areas }) },
    page,
  );
  expect(line?.text).toContain(
    'Northshire: 2 of 4 areas good, 1 outstanding and 1 not known, no overall grade is given',
  );
  for (const { area, grade } of areas) expect(line?.note).toContain(`${readableId(area)}: ${grade}`);
});
