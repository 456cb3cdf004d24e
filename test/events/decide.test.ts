import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/core/dates.ts';
import { correlate } from '../../src/core/events/correlate.ts';
import { decide, type GroupDecision, type GroupMaterial } from '../../src/core/events/decide.ts';
import { leadsOf } from '../../src/core/events/keys.ts';
import { reconcile } from '../../src/core/events/reconcile.ts';
import { makeRegister } from '../../src/core/register.ts';
import type { JudgementEvent, Report } from '../../src/core/types.ts';
import { aReport, aRow, families, range } from './builders.ts';

const empty = makeRegister();
const told = (report: Report, text = ''): GroupMaterial['reports'][number] => ({ ...report, text });

/** What a store keeps between two runs. */
function nextPrevious(
  decision: GroupDecision,
  before: GroupMaterial['previous'],
  isTold = true,
): GroupMaterial['previous'] {
  const heirs = new Map(decision.aliases.map(({ oldKey, newKey }) => [oldKey, newKey]));
  return decision.events.map((event) => ({
    event,
    told: isTold,
    notices: [
      ...before
        .filter((old) => old.event.key === event.key || heirs.get(old.event.key) === event.key)
        .flatMap(({ notices }) => notices),
      ...decision.notices.filter(({ eventKey }) => eventKey === event.key).map(({ notice }) => notice),
    ],
  }));
}

/** Findings arrive one by one, each time everything known is decided again. */
function arriving(reports: GroupMaterial['reports'], register = empty, isTold = true) {
  let previous: GroupMaterial['previous'] = [];
  let last: GroupDecision | null = null;
  const decisions: GroupDecision[] = [];
  for (let known = 1; known <= reports.length; known++) {
    const former = last?.former ?? [];
    last = decide({ reports: reports.slice(0, known), previous, former }, register, families);
    decisions.push(last);
    previous = nextPrevious(last, previous, isTold);
  }
  return { decisions, previous, last: last! };
}

const good = aReport('a', { articleDay: '2026-11-20' });
const later = aReport('b', { articleDay: '2026-11-21', claim: { published: '2026-11-19', framework: 'ilacs' } });
const earlier = aReport('c', { articleDay: '2026-10-30' });

describe('as reports arrive', () => {
  test('the key follows what is known, old keys stay as aliases, and nothing is told twice', () => {
    const { decisions } = arriving([good, later].map((report) => told(report)));
    expect(decisions.map(({ events }) => events.map(({ key }) => key))).toEqual([
      ['northshire.ofsted.childrens_services.any.2026-11'],
      ['northshire.ofsted.childrens_services.ilacs.2026-11'],
    ]);
    expect(decisions.map(({ aliases }) => aliases)).toEqual([
      [],
      [
        {
          oldKey: 'northshire.ofsted.childrens_services.any.2026-11',
          newKey: 'northshire.ofsted.childrens_services.ilacs.2026-11',
        },
      ],
    ]);
    expect(decisions.map(({ notices }) => notices.map(({ notice }) => notice))).toEqual([['first'], []]);
  });
  test('deciding again on the same set changes and tells nothing', () => {
    const { previous, last } = arriving([good, later, earlier].map((report) => told(report)));
    const again = decide(
      { reports: [earlier, later, good, good].map((report) => told(report)), previous, former: last.former },
      empty,
      families,
    );
    expect(again).toEqual({ ...last, aliases: [], notices: [] });
  });
  test('an event whose only finding is gone is retracted, once, and stands again when the finding does', () => {
    const { previous } = arriving([told(good)]);
    const gone = decide({ reports: [], previous }, empty, families);
    expect(gone.events).toMatchObject([{ status: 'retracted', reports: [{ findingId: 'a' }] }]);
    expect(gone.notices).toMatchObject([{ notice: 'correction-1', changes: [{ field: 'status', to: 'retracted' }] }]);
    const afterwards = nextPrevious(gone, previous);
    expect(decide({ reports: [], previous: afterwards }, empty, families)).toMatchObject({
      notices: [],
      events: [{ status: 'retracted' }],
    });
    const back = decide({ reports: [told(good)], previous: afterwards }, empty, families);
    expect(back).toMatchObject({
      notices: [{ notice: 'correction-2' }],
      events: [{ status: 'corrected', reports: [{}] }],
    });
  });
  test('an event whose report fits several stands until a person says where it belongs, and is retracted if nowhere', () => {
    const same = { claim: { grade: 'good' } };
    const doubtful = aReport('x', same);
    const others = [
      aReport('y', { articleDay: '2019-03-01', ...same }),
      aReport('z', { articleDay: '2022-03-01', ...same }),
    ];
    const { last, previous } = arriving([doubtful, ...others].map((report) => told(report)));
    expect(last.review).toMatchObject([{ findingIds: ['x'] }]);
    const first = arriving([told(doubtful)]).last.events[0];
    // It joined the second before the third came.
    expect(last.events).toHaveLength(2);
    const shelf = nextPrevious(decide({ reports: [told(doubtful)], previous: [] }, empty, families), []);
    const reports = [doubtful, ...others].map((report) => told(report));
    const both = decide({ reports, previous: shelf }, empty, families);
    expect(both.events.map(({ key }) => key)).toContain(first?.key);
    expect(both.notices.map(({ notice }) => notice)).toEqual(['first', 'first']);
    const next = nextPrevious(both, shelf);
    expect(decide({ reports, previous: next }, empty, families).events).toEqual(both.events);
    const by = { id: 'd', at: new Date(1), by: 'operator', reason: 'a test', findingIds: ['x'] };
    const reject = { ...by, kind: 'reject' as const };
    expect(decide({ reports, previous: next, decisions: [reject] }, empty, families).notices).toMatchObject([
      { eventKey: first?.key, notice: 'correction-1', changes: [{ to: 'retracted' }] },
    ]);
    const accept = { ...by, kind: 'accept' as const };
    const accepted = decide({ reports, previous: next, decisions: [accept] }, empty, families);
    expect([accepted.events.map(({ key }) => key), accepted.notices]).toEqual([both.events.map(({ key }) => key), []]);
    expect(previous).toHaveLength(2);
  });
  test('a grade that a better source corrects is told as a correction', () => {
    const council = aReport('d', {
      articleDay: '2026-11-20',
      tier: 'council',
      claim: { grade: 'requires_improvement' },
    });
    const { last } = arriving([told(good), told(council)]);
    expect(last).toMatchObject({
      events: [{ grade: 'requires_improvement', status: 'corrected' }],
      notices: [
        { notice: 'correction-1', changes: [{ field: 'headlines.overall', from: 'good', to: 'requires_improvement' }] },
      ],
    });
  });
  test('a report that a person takes away corrects with the reason, which stays until reports correct it again', () => {
    const wrong = aReport('w', { articleDay: '2026-11-19', tier: 'council', claim: { grade: 'good' } });
    const right = aReport('r', { articleDay: '2026-11-20', claim: { grade: 'inadequate' } });
    const ours = aReport('o', { articleDay: '2026-11-22', tier: 'inspectorate', claim: { grade: 'outstanding' } });
    const reports = [wrong, right, aReport('s', { articleDay: '2026-11-20', claim: { grade: 'inadequate' } })].map(
      (report) => told(report),
    );
    const { previous } = arriving(reports);
    expect(previous).toMatchObject([{ event: { grade: 'good', reports: [{}, {}, {}] } }]);
    const by = { id: 'd', at: new Date(1), by: 'desk', reason: 'it was a school', findingIds: ['w'] };
    for (const decision of [
      { ...by, kind: 'reject' as const },
      { ...by, kind: 'split' as const, from: ['r', 's'] },
    ]) {
      const material = { reports, previous, decisions: [decision] };
      const corrected = decide(material, empty, families);
      const { events, notices, former } = corrected;
      expect(notices).toContainEqual(expect.objectContaining({ notice: 'correction-1' }));
      expect(events.filter(({ status }) => status === 'corrected')).toMatchObject([
        { grade: 'inadequate', correctedReason: by.reason },
      ]);
      const after = nextPrevious(corrected, previous);
      expect(decide({ ...material, previous: after, former }, empty, families).events).toEqual(events);
      // Told apart from it, the first would take the new report.
      if (decision.kind === 'split') continue;
      const more = decide({ ...material, reports: [...reports, told(ours)], previous: after, former }, empty, families);
      const again = more.events.filter(({ status }) => status === 'corrected');
      expect(again).toMatchObject([{ grade: 'outstanding' }]);
      expect(again[0]).not.toHaveProperty('correctedReason');
    }
  });
  test('of an event nobody was told, only the reports decide the status, in whatever order they came', () => {
    const council = aReport('d', {
      articleDay: '2026-11-20',
      tier: 'council',
      claim: { grade: 'requires_improvement' },
    });
    const first = decide({ reports: [told(good)], previous: [] }, empty, families);
    const previous = nextPrevious(first, []).map((entry) => ({ ...entry, told: false }));
    expect(decide({ reports: [told(good), told(council)], previous }, empty, families).events).toEqual(
      decide({ reports: [told(council), told(good)], previous: [] }, empty, families).events,
    );
  });
  test('a copied text is grouped under its original and corroborates nothing', () => {
    const text = Array.from({ length: 40 }, (_, i) => `Team ${i} of Northshire saw inspectors on day ${i * 3}.`).join(
      ' ',
    );
    const { last } = arriving([
      told(good, text),
      told(aReport('b', { articleDay: '2026-11-21' }), `${text} Share this.`),
    ]);
    expect(last.events).toMatchObject([
      {
        status: 'reported',
        reports: [
          { findingId: 'a', copyOf: null },
          { findingId: 'b', copyOf: 'article-a', takenFrom: 'article-a' },
        ],
      },
    ]);
  });
});

const arrivals = fc.array(
  fc.record({
    day: fc.option(fc.integer({ min: 0, max: 3000 }), { nil: null }),
    published: fc.boolean(),
    family: fc.constantFrom('sif', 'ilacs', null, null),
    grade: fc.constantFrom('good', 'inadequate', 'outstanding', null),
    visit: fc.option(fc.integer({ min: 20, max: 200 }), { nil: null }),
    earlier: fc.constantFrom<string[]>([], ['good 2015'], ['inadequate 2018', 'good'], ['outstanding 2014']),
    area: fc.constantFrom(null, 'good', 'inadequate'),
    copies: fc.option(fc.nat(13), { nil: null }),
    registered: fc.boolean(),
    at: fc.nat(),
  }),
  { minLength: 1, maxLength: 14, size: 'max' },
);

const byFindings = (a: { findings: string[] }, b: { findings: string[] }) =>
  a.findings.join() < b.findings.join() ? -1 : 1;

test('whatever arrives, in whatever order and however often, ends in the same events and review, and in the same keys but for those given away before', () => {
  fc.assert(
    fc.property(arrivals, (facts) => {
      const date = (day: number) => addDays('2014-01-01', day);
      const reports = facts.map(({ day, published, family, grade, visit, earlier: before, area, copies, at }, i) =>
        told(
          aReport(`f${i}`, {
            articleDay: published || day === null ? null : date(day),
            earlier: before,
            firstSeen: new Date(at),
            claim: {
              grade,
              framework: family,
              published: published && day !== null ? date(day) : null,
              inspected: visit === null || day === null ? null : range(date(day - visit), 12),
              judgements: area === null ? [] : [{ area: 'leaders', grade: area, evidence: [] }],
            },
          }),
          copies === null ? '' : `Inspectors came to Northshire and left with plan ${copies % 3}. `.repeat(9),
        ),
      );
      const rows = facts.flatMap(({ day, registered, grade, family }, i) =>
        registered && day !== null && grade && family
          ? [aRow(`r${i}`, { published: date(day), grade, framework: family })]
          : [],
      );
      const shuffled = reports
        .map((report, i) => ({ report, at: facts[i]!.at }))
        .sort((a, b) => a.at - b.at)
        .map(({ report }) => report);
      const idsOf = ({ reports: of }: JudgementEvent) => of.map(({ findingId }) => findingId);
      const outcome = ({ events, review }: GroupDecision) => ({
        events: events.map((event) => ({ headlines: event.headlines, findings: idsOf(event) })).sort(byFindings),
        review: review.map(({ findingIds }) => findingIds),
      });
      for (const register of [empty, makeRegister(rows)]) {
        const once = decide({ reports, previous: [] }, register, families);
        for (const order of [reports, [...shuffled, ...reports]]) {
          const { last, decisions } = arriving(order, register, false);
          expect(outcome(last)).toEqual(outcome(once));
          const given = new Map(decisions.flatMap(({ events }) => events.map((event) => [event.key, idsOf(event)])));
          for (const event of once.events) {
            const same = last.events.find((other) => idsOf(other).join() === idsOf(event).join());
            // Reports that moved on left the key behind, with what else it was given for.
            const doubtful = last.review.flatMap(({ findingIds }) => findingIds);
            const others = [...last.events.filter((other) => other !== same).flatMap(idsOf), ...doubtful];
            const isGiven = given.get(event.key)?.some((id) => others.includes(id));
            if (!isGiven) expect(same?.key).toBe(event.key);
          }
        }
      }
    }),
    { numRuns: 150 },
  );
});

test('where nothing tells two inspections apart, the report waits for a person', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 591, max: 1500 }),
      fc.constantFrom('good', 'inadequate'),
      fc.boolean(),
      (gap, grade, swapped) => {
        const dated = [
          aReport('a', { articleDay: '2016-05-01', claim: { grade } }),
          aReport('b', { articleDay: addDays('2016-05-01', gap), claim: { grade } }),
          aReport('x', { claim: { grade } }),
        ];
        const found = correlate(swapped ? dated.reverse() : dated, empty, { families });
        expect(found.events).toHaveLength(2);
        expect(found.review).toMatchObject([{ findingIds: ['x'] }]);
      },
    ),
    { numRuns: 50 },
  );
});

describe('old keys lead to where most of their findings went', () => {
  const now = correlate([good, aReport('z', { articleDay: '2019-01-01' })], empty, { families }).events;
  const cases: [string, string[], string | null][] = [
    ['northshire.old', ['a'], 'northshire.ofsted.childrens_services.any.2026-11'],
    ['northshire.old', ['z', 'gone'], 'northshire.ofsted.childrens_services.any.2019-01'],
    ['northshire.old', ['gone'], null],
    ['northshire.ofsted.childrens_services.any.2019-01', ['a'], null],
  ];
  for (const [key, findingIds, newKey] of cases)
    test(`${key} of ${findingIds.join(' and ')} leads to ${newKey}`, () =>
      expect([...leadsOf([{ key, findingIds }], now)]).toEqual(newKey ? [[key, newKey]] : []));
});

test('events are held against the register, and the register against events', () => {
  const rows = [
    aRow('told', { published: '2026-10-01', inspected: range('2026-08-10', 12) }),
    aRow('wrong', { published: '2024-01-10', grade: 'inadequate' }),
    aRow('unreported', { published: '2026-11-02', inspectorate: 'cqc', service: 'adult_social_care' }),
    aRow('long-ago', { published: '2015-11-02' }),
    aRow('visit', { published: '2026-11-03', gradesReported: 'none', inspectorate: 'ofsted_cqc', service: 'send' }),
  ];
  const reports = [
    aReport('a', { articleDay: '2026-10-02' }),
    aReport('b', { articleDay: '2024-01-11' }),
    aReport('c', { articleDay: '2021-06-01', claim: { grade: 'outstanding' } }),
  ];
  const { events } = correlate(reports, makeRegister(rows), { families });
  const [wrong, unpublished, right] = ['ilacs.2024-01', 'any.2021-06', 'ilacs.2026-10'].map(
    (end) => `northshire.ofsted.childrens_services.${end}`,
  );
  expect(reconcile(events, rows, '2020-01-01')).toEqual({
    events: { confirmed: [right], unpublished: [unpublished], contradicting: [wrong], recycled: [], none: [] },
    unofficial: [],
    contradictions: [
      { key: wrong, judgement: 'wrong', field: 'headlines.overall', reported: 'good', published: 'inadequate' },
    ],
    missed: [rows[2]],
  });
});
