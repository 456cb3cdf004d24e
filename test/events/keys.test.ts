/** A key never changes hands: what it was given for, it leads to, whatever arrives afterwards and in whatever order. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/core/dates.ts';
import { decide, type GroupDecision, type GroupMaterial } from '../../src/core/events/decide.ts';
import type { PersonDecision } from '../../src/core/events/decisions.ts';
import type { FormerKey } from '../../src/core/events/former-keys.ts';
import { makeRegister } from '../../src/core/register.ts';
import type { Claim, JudgementEvent, Report } from '../../src/core/types.ts';
import { aReport, families, range } from './builders.ts';

const GROUP = 'northshire.ofsted.childrens_services';
const empty = makeRegister();

/** What a store remembers between two runs. */
interface Shelf {
  previous: GroupMaterial['previous'];
  former: FormerKey[];
}
const nothing: Shelf = { previous: [], former: [] };

function run(reports: readonly Report[], shelf: Shelf, decisions: PersonDecision[] = []) {
  const told = reports.map((report) => ({ ...report, text: '' }));
  const decision = decide({ ...shelf, reports: told, decisions }, empty, families);
  const previous = decision.events.map((event) => ({ event, notices: ['first'], told: false }));
  return { decision, shelf: { previous, former: decision.former } };
}

const idsOf = ({ reports }: JudgementEvent) => reports.map(({ findingId }) => findingId);
const endOf = (key: string, { former }: GroupDecision) => former.find((one) => one.key === key)?.leadsTo ?? key;

/** Where a key leads: to the findings of its event. */
function findingsUnder(key: string, decision: GroupDecision): string[] {
  const led = decision.events.find((event) => event.key === endOf(key, decision));
  return led ? idsOf(led) : [];
}

/** Reports arrive one by one. @returns by key, the findings it was given for at each time it was an event's, and the end */
function arrive(reports: readonly Report[], decisions: PersonDecision[] = []) {
  const given = new Map<string, string[]>();
  const merged = new Set<string>();
  const ledTo = new Map<string, string>();
  let shelf = nothing;
  let last: GroupDecision | null = null;
  for (let count = 1; count <= reports.length; count++) {
    const live = shelf.previous.map(({ event }) => event.key);
    const done = run(reports.slice(0, count), shelf, decisions);
    shelf = done.shelf;
    last = done.decision;
    const ends = live.map((key) => endOf(key, done.decision));
    for (const [i, end] of ends.entries()) if (ends.indexOf(end) !== i || merged.has(live[i]!)) merged.add(end);
    for (const [key, findings] of given) {
      const sharedBy = (ids: string[]) => ids.filter((id) => findings.includes(id)).length;
      const led = last.events.find((event) => event.key === endOf(key, done.decision));
      const shared = led ? sharedBy(idsOf(led)) : 0;
      const most = Math.max(0, ...last.events.map((event) => sharedBy(idsOf(event))));
      // Of events that had become one each key goes with its own reports again; where those wait for a person, with the event
      // they were last of, or with the others.
      const lastLed = ledTo.get(key) ?? key;
      const isWithLast = lastLed !== key && led !== undefined && led.key === endOf(lastLed, done.decision);
      const isRight = merged.has(key) ? shared > 0 || most === 0 || isWithLast : shared === most;
      expect(isRight, `${key} was given for ${findings} and leads to ${led?.key}`).toBe(true);
    }
    for (const event of last.events) given.set(event.key, idsOf(event));
    for (const key of given.keys()) ledTo.set(key, endOf(key, done.decision));
  }
  return { last: last!, shelf };
}

const keysByFinding = ({ events }: GroupDecision) =>
  Object.fromEntries(events.flatMap(({ key, reports }) => reports.map(({ findingId }) => [findingId, key])));

function orders<T>(list: readonly T[]): T[][] {
  if (list.length < 2) return [[...list]];
  return list.flatMap((one, i) => orders(list.filter((_, j) => j !== i)).map((rest) => [one, ...rest]));
}

const published = (day: string, claim: Partial<Claim> = {}) => ({ claim: { published: day, ...claim } });

describe('in every order of arrival the keys end alike, and none was another’s before', () => {
  const worlds: [string, Report[]][] = [
    [
      'three inspections of one month and grade',
      [
        aReport('b', published('2026-03-01')),
        aReport('c', published('2026-03-16')),
        aReport('a', published('2026-03-31')),
        aReport('d', published('2026-03-31')),
      ],
    ],
    [
      'a month that an article gave one inspection before its day was known, and another is of',
      [
        aReport('x1', { articleDay: '2026-03-02', claim: { inspected: range('2026-01-05', 12) } }),
        aReport('x2', published('2026-02-27', { inspected: range('2026-01-05', 12) })),
        aReport('y', published('2026-03-25', { grade: 'inadequate' })),
      ],
    ],
    [
      'grades of one month, the first of which a better source corrects',
      [
        aReport('x1', published('2026-03-01', { framework: 'ilacs' })),
        aReport('x2', { tier: 'council', ...published('2026-03-02', { framework: 'ilacs', grade: 'inadequate' }) }),
        aReport('y', published('2026-03-30', { framework: 'ilacs', grade: 'outstanding' })),
        aReport('z', published('2026-03-17', { framework: 'ilacs', grade: 'good' })),
      ],
    ],
    [
      'a family that is learnt later',
      [
        aReport('x1', published('2012-06-20')),
        aReport('x2', published('2012-06-20', { framework: 'slac' })),
        aReport('y', published('2012-07-10', { framework: 'cp' })),
      ],
    ],
  ];
  for (const [what, reports] of worlds)
    test(what, () => {
      const ends = orders(reports).map((order) => keysByFinding(arrive(order).last));
      for (const end of ends) expect(end).toEqual(ends[0]);
      expect(new Set(Object.values(ends[0]!)).size).toBeGreaterThan(1);
    });

  test('whatever the months and grades of inspections that reports tell apart', () => {
    const inspection = fc.record({
      day: fc.integer({ min: 0, max: 5 }),
      grade: fc.constantFrom('good', 'inadequate'),
      reports: fc.array(fc.record({ lag: fc.integer({ min: 0, max: 6 }), way: fc.nat(2), family: fc.boolean() }), {
        minLength: 1,
        maxLength: 3,
      }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(inspection, { maxLength: 5, selector: ({ day }) => day }), fc.nat(), (world, seed) => {
        const reports = world.flatMap(({ day, grade, reports: told }, n) =>
          told.map(({ lag, way, family }, i) => {
            // Fifteen days apart: each report that states its day is of one of them.
            const stated = addDays('2026-03-01', day * 15);
            return aReport(`${(seed * 7 + n * 3 + i * 5) % 11}-${n}-${i}`, {
              articleDay: way === 0 ? null : addDays(stated, lag * 9),
              claim: {
                grade: way === 2 && i > 0 ? 'requires_improvement' : grade,
                published: stated,
                framework: family ? 'ilacs' : null,
              },
            });
          }),
        );
        if (reports.length === 0) return;
        const shuffled = [...reports].sort((a, b) => (seed % 2 ? -1 : 1) * (a.title < b.title ? -1 : 1));
        const end = keysByFinding(arrive(reports).last);
        expect(keysByFinding(arrive(shuffled).last)).toEqual(end);
        expect(keysByFinding(arrive(reports.toReversed()).last)).toEqual(end);
        expect(keysByFinding(run(reports, nothing).decision)).toEqual(end);
      }),
      { numRuns: 100 },
    );
  });
});

describe('what nothing tells apart', () => {
  test('waits for a person where it fits several of one month and grade alike', () => {
    const { last } = arrive([
      aReport('a', published('2026-03-01')),
      aReport('b', published('2026-03-31')),
      aReport('x'),
    ]);
    expect(last.events).toHaveLength(2);
    expect(last.review).toMatchObject([{ findingIds: ['x'], between: last.events.map(({ key }) => key).sort() }]);
  });
});

test('reports that move from one event to another take no key with them', () => {
  const report = fc.record({
    day: fc.option(fc.integer({ min: 0, max: 500 }), { nil: null }),
    published: fc.boolean(),
    grade: fc.constantFrom('good', 'inadequate', null),
    family: fc.constantFrom('ilacs', null),
    earlier: fc.constantFrom<string[]>([], ['good 2025'], ['inadequate 2024']),
  });
  fc.assert(
    fc.property(fc.array(report, { minLength: 2, maxLength: 9, size: 'max' }), (facts) => {
      arrive(
        facts.map(({ day, published: isStated, grade, family, earlier }, i) =>
          aReport(`f${i}`, {
            earlier,
            articleDay: isStated || day === null ? null : addDays('2025-01-01', day),
            claim: {
              grade,
              framework: family,
              published: isStated && day !== null ? addDays('2025-01-01', day) : null,
            },
          }),
        ),
      );
    }),
    { numRuns: 200 },
  );
});

test('what it was merged with having parted, a key goes with most of the reports it was given for', () => {
  const stated = (id: string, day: string, grade: string | null) =>
    aReport(id, { claim: { grade, framework: 'ilacs', published: day } });
  const seen = (id: string, day: string | null, grade: string | null, framework: string | null = 'ilacs') =>
    aReport(id, { articleDay: day, claim: { grade, framework } });
  const { last } = arrive([
    seen('f0', '2025-02-13', 'inadequate'),
    seen('f1', '2025-01-01', null, null),
    stated('f2', '2025-01-12', null),
    seen('f3', null, 'inadequate'),
    stated('f4', '2025-01-01', 'good'),
    // One event with f0 and f3, while f1 stands alone again ...
    stated('f5', '2025-02-01', 'good'),
    // ... and parted from them.
    seen('f6', '2025-01-01', null),
  ]);
  const under = findingsUnder(`${GROUP}.ilacs.2025-02`, last);
  expect(under).toEqual(expect.arrayContaining(['f0', 'f3']));
  expect(under).not.toContain('f5');
});

test('a key that a merge made leads to what stands of its event, though its one own report waits for a person', () => {
  const seen = (id: string, day: string | null, grade: string | null, framework: string | null) =>
    aReport(id, { articleDay: day, claim: { grade, framework } });
  const { last } = arrive([
    seen('f0', '2025-03-08', null, null),
    seen('f1', null, 'inadequate', 'ilacs'),
    // One event with both ...
    seen('f2', '2025-05-08', 'inadequate', null),
    // ... and waits, as it fits this one as well.
    aReport('f3', { claim: { grade: null, framework: 'ilacs', published: '2025-05-18' } }),
  ]);
  expect(last.review.map(({ findingIds }) => findingIds)).toContainEqual(['f2']);
  expect(findingsUnder(`${GROUP}.ilacs.2025-03`, last)).not.toEqual([]);
});

test('an event all of whose names are those of another by now takes a further one', () => {
  const seen = (id: string, day: string) =>
    aReport(id, { articleDay: day, claim: { grade: 'good', framework: 'ilacs' } });
  const stated = (id: string, day: string) =>
    aReport(id, { claim: { grade: 'good', framework: 'ilacs', published: day } });
  const reports = [
    stated('f0', '2025-03-12'),
    seen('f1', '2025-01-01'),
    seen('f2', '2025-03-01'),
    // These come under the name of f0 ...
    seen('f3', '2025-04-13'),
    seen('f4', '2025-04-13'),
    // ... and part from it: two of the three that it was given for.
    stated('f5', '2025-04-13'),
  ];
  const { last, shelf } = arrive(reports);
  const alone = last.events.find((event) => idsOf(event).join() === 'f0');
  expect(last.former.map(({ key }) => key)).not.toContain(alone?.key);
  // Looked at again it keeps that name.
  expect(keysByFinding(run(reports, shelf).decision)).toEqual(keysByFinding(last));
});

describe('events that a person made one, and parted again', () => {
  const [early, late, former] = ['2026-03', '2026-04', '2026-05'].map((month) => `${GROUP}.any.${month}`) as [
    string,
    string,
    string,
  ];
  const one = aReport('one', { tier: 'council', ...published('2026-03-01') });
  // First called by its article's month, then by the day that is stated.
  const others = [
    aReport('o1', { articleDay: '2026-05-02' }),
    aReport('o2', published('2026-04-20')),
    aReport('o3', published('2026-04-20')),
  ];
  const merge: PersonDecision = {
    ...{ id: 'd1', at: new Date(1), by: 'operator', reason: 'a test' },
    ...{ kind: 'merge', findingIds: ['one', 'o1', 'o2'] },
  };
  const undo: PersonDecision = {
    ...{ id: 'd2', at: new Date(2), by: 'operator', reason: 'a test' },
    ...{ kind: 'undo', decisionId: 'd1' },
  };

  test('have their keys again, with every key that had led to them, whichever was the key of both', () => {
    const reports = [...others, one];
    const named = arrive(reports);
    const keys = named.last.events.map(({ key }) => key);
    expect(keys).toEqual([early, late]);
    expect(named.last.former.map(({ key, leadsTo }) => [key, leadsTo])).toEqual([[former, late]]);
    const merged = run(reports, named.shelf, [merge]);
    expect(merged.decision.events.map(({ key }) => key)).toEqual([early]);
    for (const key of [early, late, former]) expect(findingsUnder(key, merged.decision)).toHaveLength(4);
    // None of the keys of the other is an earlier one of its own.
    expect(merged.decision.former.map((one) => [one.key, one.merged])).toEqual([
      [late, true],
      [former, true],
    ]);
    // What comes meanwhile goes its own way.
    const more = [...reports, aReport('more', published('2026-03-02'))];
    const again = run(more, merged.shelf, [merge]);
    const { decision } = run(more, again.shelf, [merge, undo]);
    expect(decision.events.map(({ key }) => key)).toEqual(keys);
    expect(decision.former).toContainEqual(expect.objectContaining({ key: former, leadsTo: late, merged: false }));
    expect(findingsUnder(early, decision).sort()).toEqual(['more', 'one']);
    for (const key of [late, former]) expect(findingsUnder(key, decision).sort()).toEqual(['o1', 'o2', 'o3']);
  });
});
