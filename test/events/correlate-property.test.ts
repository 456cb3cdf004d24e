import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, daysBetween, monthRange } from '../../src/core/dates.ts';
import { correlate } from '../../src/core/events/correlate.ts';
import { decide, type GroupDecision } from '../../src/core/events/decide.ts';
import { makeRegister } from '../../src/core/register.ts';
import type { Claim, RegisterJudgement, Report } from '../../src/core/types.ts';
import { aReport, aRow, families, range } from './builders.ts';

/**
 * Invented inspections as they happen: two of one family at least 591 days apart, of two families at least 85, reported
 * 18 to 214 days after the visit. Each report states at least one thing that tells its inspection from the others.
 */
interface Inspection {
  id: string;
  authority: string;
  inspectorate: 'ofsted' | 'cqc';
  family: string;
  grade: string;
  visit: { from: string; until: string };
  published: string;
  tellsFamily: boolean;
}

const GRADES = ['outstanding', 'good', 'requires_improvement', 'inadequate'];
const pick = <T>(list: readonly T[], n: number): T => list[n % list.length]!;

const inspectionSeeds = fc.array(
  fc.record({
    gap: fc.integer({ min: 0, max: 900 }),
    family: fc.nat(10),
    grade: fc.nat(3),
    visitDays: fc.integer({ min: 5, max: 27 }),
    delay: fc.oneof(
      { weight: 8, arbitrary: fc.integer({ min: 25, max: 70 }) },
      { weight: 1, arbitrary: fc.integer({ min: 18, max: 214 }) },
    ),
  }),
  { minLength: 2, maxLength: 7, size: 'max' },
);
type Seeds = typeof inspectionSeeds extends fc.Arbitrary<infer T> ? T : never;

function inspectionsOf(authority: string, inspectorate: 'ofsted' | 'cqc', seeds: Seeds): Inspection[] {
  const made: Inspection[] = [];
  let from = inspectorate === 'cqc' ? '2023-06-01' : '2009-09-01';
  for (const seed of seeds) {
    from = addDays(from, seed.gap);
    const inForce = families.filter(
      ({ id, from: since, until }) =>
        (id === 'cqc_la') === (inspectorate === 'cqc') && since! <= from && (until === null || from < until),
    );
    if (inForce.length === 0) continue;
    const family = pick(inForce, seed.family).id;
    const visit = range(from, seed.visitDays);
    const published = addDays(visit.until, seed.delay);
    const tooNear = made.some(
      (other) => daysBetween(other.published, published) < (other.family === family ? 591 : 85),
    );
    if (!tooNear)
      made.push({
        id: `${authority}/${inspectorate}/${made.length}`,
        authority,
        inspectorate,
        family,
        grade: pick(GRADES, seed.grade),
        visit,
        published,
        tellsFamily: seeds[0]!.family % 2 === 0,
      });
    from = addDays(from, 30);
  }
  return made;
}

const reportSeed = fc.record({
  inspection: fc.nat(50),
  telling: fc.nat(50),
  lag: fc.integer({ min: 0, max: 150 }),
  saysFamily: fc.boolean(),
});
type ReportSeed = typeof reportSeed extends fc.Arbitrary<infer T> ? T : never;

/** Nearer than this, dates of articles alone do not tell two inspections apart. */
const NEAR = 591;

function reportOf(n: number, seed: ReportSeed, inspections: Inspection[]): { of: string; report: Report } {
  const inspection = pick(inspections, seed.inspection);
  const { published, visit, family, grade, authority, inspectorate } = inspection;
  const others = inspections.filter(
    (other) => other !== inspection && other.authority === authority && other.inspectorate === inspectorate,
  );
  const near = others.some((other) => Math.abs(daysBetween(other.published, published)) < NEAR);
  const gradeTells = others.every((other) => other.grade !== grade);
  const article = { articleDay: addDays(published, seed.lag) };
  const [year, month] = published.split('-').map(Number) as [number, number];
  const days = [{ published }, { published, inspected: visit }, { published, ...article }];
  const loose = [
    { inspected: visit },
    { inspected: visit, ...article },
    { publishedWithin: { ...monthRange(year, month), basis: 'stated' as const } },
    article,
  ];
  const undated = gradeTells ? [{}] : [];
  // Close neighbours are told apart by their families in one world, by their days of publication in another.
  const byFamily = near && inspection.tellsFamily;
  const ways = near && !byFamily ? days : [...days, ...loose, ...undated];
  const { articleDay, ...claim } = pick<Partial<Claim> & { articleDay?: string }>(ways, seed.telling);
  const report = aReport(`f${n}`, {
    articleDay: articleDay ?? null,
    claim: {
      authority,
      inspectorate,
      service: inspectorate === 'cqc' ? 'adult_social_care' : 'childrens_services',
      ...(seed.saysFamily || byFamily ? { framework: family } : {}),
      ...claim,
      grade,
    },
  });
  return { of: inspection.id, report };
}

const world = fc
  .record({
    northshire: inspectionSeeds,
    southshire: inspectionSeeds,
    eastborough: inspectionSeeds,
    cqc: inspectionSeeds,
    reports: fc.array(reportSeed, { minLength: 10, maxLength: 80, size: 'max' }),
    registered: fc.array(fc.boolean(), { minLength: 28, maxLength: 28 }),
    order: fc.array(fc.nat(), { minLength: 160, maxLength: 160 }),
  })
  .map(({ northshire, southshire, eastborough, cqc, reports, registered, order }) => {
    const inspections = [
      ...inspectionsOf('northshire', 'ofsted', northshire),
      ...inspectionsOf('southshire', 'ofsted', southshire),
      ...inspectionsOf('eastborough', 'ofsted', eastborough),
      ...inspectionsOf('northshire', 'cqc', cqc),
    ];
    const told = inspections.length > 0 ? reports.map((seed, n) => reportOf(n, seed, inspections)) : [];
    const register = inspections.flatMap((inspection, i): RegisterJudgement[] =>
      registered[i]
        ? [
            aRow(inspection.id, {
              authority: inspection.authority,
              inspectorate: inspection.inspectorate,
              framework: inspection.family,
              grade: inspection.grade,
              inspected: inspection.visit,
              published: inspection.published,
            }),
          ]
        : [],
    );
    return { told, register, order };
  });

type World = typeof world extends fc.Arbitrary<infer T> ? T : never;

const groupOf = ({ authority, inspectorate }: { authority: string; inspectorate: string }) =>
  `${authority}/${inspectorate}`;

function correlateAll(reports: Report[], register: RegisterJudgement[]) {
  const shelf = makeRegister(register);
  const names = [...new Set(reports.map(({ claim }) => groupOf(claim)))].sort();
  return names.map((name) =>
    correlate(
      reports.filter(({ claim }) => groupOf(claim) === name),
      shelf,
      { families },
    ),
  );
}

const partition = (findings: string[][]) => findings.map((ids) => [...ids].sort().join()).sort();

function holds({ told, register, order }: World) {
  const reports = told.map(({ report }) => report);
  const results = correlateAll(reports, register);
  const events = results.flatMap((result) => result.events);
  const truth = new Map<string, string[]>();
  for (const { of, report } of told) truth.set(of, [...(truth.get(of) ?? []), report.findingId]);
  expect(results.flatMap(({ review }) => review)).toEqual([]);
  expect(partition(events.map((event) => event.reports.map(({ findingId }) => findingId)))).toEqual(
    partition([...truth.values()]),
  );
  expect(new Set(events.map(({ key }) => key)).size).toBe(events.length);

  const shuffled = [...reports, ...reports]
    .map((report, i) => ({ report, at: order[i]! }))
    .sort((a, b) => a.at - b.at)
    .map(({ report }) => report);
  expect(correlateAll(shuffled, [...register].reverse())).toEqual(results);
}

/** Reports come one by one, as in life. */
function keysArriving(reports: readonly Report[], register: RegisterJudgement[]): string[] {
  const shelf = makeRegister(register);
  let last: GroupDecision = { events: [], review: [], aliases: [], former: [], notices: [] };
  for (let count = 1; count <= reports.length; count++) {
    const told = reports.slice(0, count).map((report) => ({ ...report, text: '' }));
    const previous = last.events.map((event) => ({ event, notices: ['first'] }));
    last = decide({ reports: told, previous, former: last.former }, shelf, families);
  }
  return last.events.flatMap(({ key, reports: of }) => of.map(({ findingId }) => `${findingId} ${key}`)).sort();
}

test('inspections that reports tell apart have the same keys whatever order their reports come in, one by one', () => {
  fc.assert(
    fc.property(world, ({ told, register, order }) => {
      const reports = told.map(({ report }) => report).filter(({ claim }) => groupOf(claim) === 'northshire/ofsted');
      const some = reports.slice(0, 15);
      const shuffled = some
        .map((report, i) => ({ report, at: order[i]! }))
        .sort((a, b) => a.at - b.at)
        .map(({ report }) => report);
      for (const rows of [register, []]) {
        const keys = keysArriving(some, rows);
        expect(keysArriving(shuffled, rows)).toEqual(keys);
        expect(keysArriving(some.toReversed(), rows)).toEqual(keys);
      }
    }),
    { numRuns: 25 },
  );
});

test('inspections that reports tell apart are never merged nor split, in any order, reported twice, with or without the register', () => {
  fc.assert(
    fc.property(world, ({ register, ...rest }) => {
      holds({ ...rest, register });
      holds({ ...rest, register: [] });
    }),
    { numRuns: 200 },
  );
});
