import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { loadRegister, readJudgements } from '../../src/adapters/config/register.ts';
import { loadReportSites } from '../../src/adapters/config/report-sites.ts';
import { timeline } from '../../src/core/register.ts';
import { officialAddress } from '../../src/core/report-sites.ts';
import { WrongUse } from '../../src/errors.ts';
import { scalesOf } from '../support/scales.ts';

const scales = scalesOf({
  ofsted_four_point_2013: ['outstanding', 'good', 'requires_improvement', 'inadequate'],
  ofsted_four_point_2005: ['outstanding', 'good', 'adequate', 'inadequate'],
  ofsted_performance_2009: ['performs_excellently', 'performs_well', 'performs_adequately', 'performs_poorly'],
  cqc_four_point_2023: ['outstanding', 'good', 'requires_improvement', 'inadequate'],
  hmip_four_point_2018: ['outstanding', 'good', 'requires_improvement', 'inadequate'],
  rsh_consumer_2024: ['c1', 'c2', 'c3', 'c4'],
});
const table = (name: string) => readFileSync(`config/register/${name}`, 'utf8');
const slugs = new Set(
  parse(table('judgements.csv'), { columns: true }).map((row) => (row as { authority: string }).authority),
);
const register = loadRegister('config', scales, slugs);
const all = [...register.byAuthority.values()].flat();

test('the shipped register loads without a fault, every headline of it in a line', () => {
  expect(all).toHaveLength(822);
  const parts = new Set(register.lines.map(({ framework, remit }) => `${framework} ${remit}`));
  const outside = all.flatMap(({ id, framework, headlines }) =>
    headlines.filter(({ remit }) => !parts.has(`${framework} ${remit}`)).map(({ remit }) => `${id} ${remit}`),
  );
  expect(outside).toEqual([]);
});

test('every row says whether it was read from the inspectorate: those from its own sites are, and no other', () => {
  const sites = loadReportSites('config');
  const wrong = all.filter(
    ({ readFrom, sourceUrl }) => (readFrom === undefined) !== (officialAddress(sourceUrl, sites) !== null),
  );
  expect(wrong.map(({ id }) => id)).toEqual([]);
  expect(all.filter(({ readFrom }) => readFrom === 'press')).toHaveLength(44);
  expect(all.filter(({ readFrom }) => readFrom === 'council')).toHaveLength(2);
});

test('a joint report is one row an authority with one report id', () => {
  const joint = all.filter(({ id, reportId }) => id !== reportId);
  expect(new Set(joint.map(({ reportId }) => reportId)).size).toBe(5);
  expect(joint).toHaveLength(12);
});

test('a report of 2009 to 2012 is one judgement, with both headlines where both are known', () => {
  const slac = all.filter(({ framework }) => framework === 'slac');
  expect(slac).toHaveLength(87);
  expect(slac.filter(({ headlines }) => headlines.length === 2)).toHaveLength(51);
});

test('a report of an inspection from April 2026 has no headline, whatever its day of publication', () => {
  const late = all.filter(
    ({ framework, inspected }) => framework === 'ilacs' && inspected && inspected.from >= '2026-04-01',
  );
  expect(late.length).toBeGreaterThan(0);
  for (const { headlines, judgements } of late) {
    expect(headlines).toEqual([]);
    expect(judgements).toHaveLength(4);
  }
});

test('moves between successive overall judgements are as counted from the reports: hardly any of three grades', () => {
  const entries = [...register.byAuthority.keys()]
    .flatMap((authority) => timeline(authority, register))
    .filter(({ judgement }) => ['ilacs', 'sif'].includes(judgement.framework));
  const leaps = entries.filter(({ previousGrade, judgement }) => {
    const ends = [previousGrade, judgement.headlines[0]?.grade];
    return ends.includes('inadequate') && ends.includes('outstanding');
  });
  expect(leaps.map(({ judgement }) => judgement.authority)).toEqual(['sunderland']);
});

const HEAD = table('judgements.csv').split('\n')[0] ?? '';
const ROW =
  'northshire-sif-2015-01-01,northshire-sif-2015-01-01,northshire,ofsted,childrens_services,sif,,,2015-01-01,,,overall,ofsted_four_point_2013,https://example.org/r,inspectorate,read,high,';
const GRADES = 'judgement,kind,about,grade\n';
const faulty: [statement: string, judgements: string, grades: string, fault: RegExp][] = [
  [
    'a wrong inspectorate is named with the word meant',
    `${HEAD}\n${ROW.replace(',ofsted,', ',ofstde,')}`,
    GRADES,
    /line 2, inspectorate "ofstde": did you mean "ofsted"/,
  ],
  [
    'an unknown authority is named with the word meant',
    `${HEAD}\n${ROW.replace(',northshire,', ',nortshire,')}`,
    GRADES,
    /line 2: no authority "nortshire"; did you mean "northshire"/,
  ],
  [
    'a day that does not exist is refused',
    `${HEAD}\n${ROW.replace('2015-01-01,,,', '2015-02-30,,,')}`,
    GRADES,
    /line 2, published "2015-02-30": must be a day that exists/,
  ],
  [
    'a judgement without any day is refused',
    `${HEAD}\n${ROW.replace('2015-01-01,,,', ',,,')}`,
    GRADES,
    /line 2: no day of inspection or publication/,
  ],
  ['an id given twice is refused', `${HEAD}\n${ROW}\n${ROW}`, GRADES, /line 3: id .* stands on line 2 too/],
  [
    'an unknown column is named with the word meant',
    `${HEAD.replace('scale', 'scales')}\n${ROW}`,
    GRADES,
    /unknown column "scales"; did you mean "scale"/,
  ],
  ['a row with too few cells is refused', `${HEAD}\nnorthshire`, GRADES, /line 2: 1 cells where the header has 18/],
  [
    'a span that ends before it begins is refused',
    `${HEAD}\n${ROW.replace('sif,,,', 'sif,2015-01-09,2015-01-01,')}`,
    GRADES,
    /line 2, inspected: ends on 2015-01-01/,
  ],
  [
    'a grade of no judgement is refused',
    `${HEAD}\n${ROW}`,
    `${GRADES}southshire-sif-2015-01-01,headline,overall,good`,
    /grades.csv line 2: no judgement "southshire-sif/,
  ],
  [
    'a grade that is not on the scale is refused',
    `${HEAD}\n${ROW}`,
    `${GRADES}northshire-sif-2015-01-01,headline,overall,goood`,
    /line 2: grade "goood" is not on scale .*did you mean "good"/,
  ],
  [
    'a scale nobody knows is refused',
    `${HEAD}\n${ROW.replace('_2013', '_2014')}`,
    GRADES,
    /no scale "ofsted_four_point_2014"; did you mean "ofsted_four_point_2013"/,
  ],
  [
    'a second grade for one remit is refused',
    `${HEAD}\n${ROW}`,
    `${GRADES}${'northshire-sif-2015-01-01,headline,overall,good\n'.repeat(2)}`,
    /line 3: headline "overall" .* stands twice/,
  ],
];
for (const [statement, judgements, grades, fault] of faulty)
  test(statement, () => {
    const faults: string[] = [];
    readJudgements(judgements, grades, scales, new Set(['northshire']), faults);
    expect(faults.join('\n')).toMatch(fault);
  });

test('all faults of the folder come at once', () => {
  expect(() => loadRegister('config', new Map(), new Set())).toThrow(WrongUse);
});

test('a folder without a register has an empty one', () => {
  expect(loadRegister('test/register', scales, slugs).byAuthority.size).toBe(0);
});
