import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { loadRulebook } from '../../src/adapters/config/rulebook.ts';
import { assess } from '../../src/core/judging/assess.ts';
import { publicEvent } from '../../src/core/sending/public-event.ts';
import { INSPECTORATES, type JudgementEvent, SERVICES, STATUSES } from '../../src/core/types.ts';
import { demoRecords, loadWorld } from '../../src/demo/world.ts';
import { names } from '../sending/build.ts';
import { aClaim, aDistinction } from '../support/claims.ts';

const schema = JSON.parse(readFileSync('config/schema/event.json', 'utf8'));
const shape = z.fromJSONSchema(schema);
const faultsOf = (event: unknown): string[] => {
  // As receivers get it: through JSON, so that dates are text.
  const checked = shape.safeParse(JSON.parse(JSON.stringify(event)));
  return checked.success ? [] : checked.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
};

const stored: JudgementEvent = {
  ...aClaim({
    inspected: { from: '2026-03-02', until: '2026-03-14' },
    publishedWithin: { from: '2026-06-01', until: '2026-07-01', basis: 'inferred' },
    judgements: [{ area: 'leaders', grade: 'good', evidence: [0] }],
    evidence: [{ rule: 'a.rule', field: 'text', start: 0, end: 4, quote: 'Good' }],
    streak: 2,
    direction: 'same',
    register: {
      match: 'confirmed',
      judgement: 'r1',
      previousGrade: null,
      direction: null,
      streak: null,
      readFrom: 'press',
    },
    distinctions: [{ ...aDistinction(), findings: ['f1'] }],
  }),
  v: 1,
  key: 'northshire-ofsted-1',
  status: 'reported',
  held: false,
  day: '2026-06-16',
  dayBasis: 'article',
  dayUntil: null,
  reports: [
    {
      findingId: 'f1',
      articleId: 'a1',
      title: 'A title',
      url: null,
      publisher: null,
      tier: 'local',
      articleDay: '2026-06-16',
      firstSeen: new Date('2026-06-16T09:00:00Z'),
      copyOf: null,
    },
  ],
  conflicts: [{ field: 'grade', values: [{ value: 'good', findings: ['f1'] }] }],
};

test('a claim as classify gives it, and an event as it is stored, fit the schema', () => {
  expect(faultsOf(aClaim())).toEqual([]);
  expect(faultsOf(stored)).toEqual([]);
});

test('as programs get it, it has its authority by name and codes, and the address of the report', () => {
  const leaves = publicEvent(stored, names, 'https://reports.inspectorate.example/1');
  expect(leaves).toMatchObject({
    authorityName: expect.stringMatching(/ /),
    authorityCodes: { gss: expect.anything() },
    officialUrl: 'https://reports.inspectorate.example/1',
  });
  expect(faultsOf(leaves)).toEqual([]);
  expect(Object.keys(leaves).filter((key) => !(key in schema.properties))).toEqual([]);
});

test('everything an event holds is described', () => {
  expect(Object.keys(stored).filter((key) => !(key in schema.properties))).toEqual([]);
  const report = schema.properties.reports.items.properties;
  expect(Object.keys(stored.reports[0]!).filter((key) => !(key in report))).toEqual([]);
});

test('the lists of words are those of the product', () => {
  expect(schema.properties.inspectorate.enum).toEqual([...INSPECTORATES]);
  expect(schema.properties.service.enum).toEqual([...SERVICES]);
  expect(schema.properties.status.enum).toEqual([...STATUSES]);
});

const wrong: [statement: string, change: object, fault: RegExp][] = [
  ['an unknown inspectorate does not fit', { inspectorate: 'estyn' }, /inspectorate/],
  ['a display name is no authority', { authority: 'Northshire Council' }, /authority/],
  ['a confidence of 12 does not fit', { confidence: 12 }, /confidence/],
  ['a day with a time does not fit', { published: '2026-06-16T09:00:00Z' }, /published/],
  ['a sideways direction does not fit', { direction: 'sideways' }, /direction/],
  [
    'evidence without its rule does not fit',
    { evidence: [{ field: 'text', start: 0, end: 1, quote: 'G' }] },
    /evidence/,
  ],
  ['a missing key does not fit', { register: undefined }, /register/],
  ['a span without an end does not fit', { inspected: { from: '2026-03-02' } }, /inspected/],
];
for (const [statement, change, fault] of wrong)
  test(statement, () => expect(faultsOf({ ...stored, ...change }).join('\n')).toMatch(fault));

test('what the engine finds in the invented world fits the schema', () => {
  const world = loadWorld('config/demo');
  const rulebook = loadRulebook('config', { authorities: 'demo/authorities.csv' });
  const claims = demoRecords(world, world.startsAt, 2).flatMap(({ id, title, text, published, publisher }) => {
    const article = {
      id,
      url: null,
      publisher: publisher ?? null,
      published: published ?? null,
      title,
      text,
      homeAuthority: null,
    };
    const { events, review } = assess(article, rulebook);
    return [...events, ...review];
  });
  expect(claims.length).toBeGreaterThan(10);
  expect(claims.flatMap(faultsOf)).toEqual([]);
});
