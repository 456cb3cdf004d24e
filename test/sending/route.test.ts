import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ANY,
  criteriaKeys,
  criteriaWords,
  eventKeys,
  followSuccession,
  matches,
} from '../../src/core/sending/route.ts';
import type { Criteria, JudgementEvent } from '../../src/core/types.ts';
import { anEvent, asks, names } from './build.ts';

const none = { match: 'none', judgement: null, previousGrade: null, direction: null, streak: null } as const;
const areasOnly = anEvent({ grade: null, gradeState: 'none_by_framework', headlines: [] });
const twoHeadlines = anEvent({
  grade: 'inadequate',
  headlines: [
    { remit: 'safeguarding', grade: 'inadequate' },
    { remit: 'looked_after_children', grade: 'good' },
  ],
});
const registerSaysDown = anEvent({ direction: null, register: { ...none, direction: 'down' } });

const cases: [string, Partial<Criteria>, JudgementEvent, boolean][] = [
  // what is asked                                     criteria                                          event      told
  ['everything', {}, anEvent(), true],
  ['the authority', { authorities: ['northshire'] }, anEvent(), true],
  ['another authority', { authorities: ['southshire'] }, anEvent(), false],
  ['several authorities', { authorities: ['southshire', 'northshire'] }, anEvent(), true],
  ['the region, whatever its case', { regions: ['north east'] }, anEvent(), true],
  ['another region', { regions: ['London'] }, anEvent(), false],
  [
    'authority and region that exclude each other',
    { authorities: ['northshire'], regions: ['London'] },
    anEvent(),
    false,
  ],
  ['the grade', { grades: ['outstanding'] }, anEvent(), true],
  ['the grade of an area only', { grades: ['good'] }, anEvent(), false],
  ['any of two headline grades', { grades: ['good'] }, twoHeadlines, true],
  ['a grade where no headline is given', { grades: ['outstanding'] }, areasOnly, false],
  ['no headline grade', { grades: ['none'] }, areasOnly, true],
  ['no headline grade where one is given', { grades: ['none'] }, anEvent(), false],
  ['the direction', { directions: ['up'] }, anEvent(), true],
  ['the direction only the register knows', { directions: ['down'] }, registerSaysDown, true],
  ['a direction where none is known', { directions: ['up'] }, anEvent({ direction: null }), false],
  ['the status', { statuses: ['confirmed', 'reported'] }, anEvent(), true],
  ['another status', { statuses: ['confirmed'] }, anEvent(), false],
  [
    'what is corrected, by that',
    { statuses: ['corrected'] },
    anEvent({ status: 'corrected', reportStatus: 'disputed' }),
    true,
  ],
  [
    'what is corrected, by its reports',
    { statuses: ['disputed'] },
    anEvent({ status: 'corrected', reportStatus: 'disputed' }),
    true,
  ],
  ['one of two combinations', { anyOf: [asks({ grades: ['good'] }), asks({ directions: ['up'] })] }, anEvent(), true],
  [
    'neither of two combinations',
    { anyOf: [asks({ grades: ['good'] }), asks({ directions: ['down'] })] },
    anEvent(),
    false,
  ],
  ['all but one inspectorate', { except: [asks({ inspectorates: ['ofsted'] })] }, anEvent(), false],
  ['all but another inspectorate', { except: [asks({ inspectorates: ['cqc'] })] }, anEvent(), true],
];

describe('matching', () => {
  for (const [what, criteria, event, told] of cases)
    test(`a reader who asked for ${what} is ${told ? 'told' : 'not told'}`, () =>
      expect(matches(asks(criteria), event, names)).toBe(told));
});

const criteria = fc.letrec<{ tree: Criteria; leaf: Criteria }>((tie) => {
  const some = (values: string[]) => fc.subarray(values, { maxLength: 2 });
  const facets = {
    authorities: some(['northshire', 'southshire', 'eastborough']),
    regions: some(['North East', 'London']),
    inspectorates: some(['ofsted', 'cqc']),
    services: some(['childrens_services', 'adult_social_care']),
    grades: some(['outstanding', 'good', 'none']),
    directions: some(['up', 'down', 'first']) as fc.Arbitrary<Criteria['directions']>,
    statuses: some(['reported', 'confirmed']) as fc.Arbitrary<JudgementEvent['status'][]>,
  };
  return {
    leaf: fc.record(facets),
    tree: fc.record({
      ...facets,
      anyOf: fc.array(fc.oneof({ depthSize: 'small' }, tie('leaf'), tie('tree')), { maxLength: 2 }),
      except: fc.array(tie('leaf'), { maxLength: 1 }),
    }),
  };
}).tree;

test('an index look-up never misses a subscription that matches', () => {
  const events = [
    anEvent(),
    areasOnly,
    twoHeadlines,
    registerSaysDown,
    anEvent({ authority: 'eastborough', inspectorate: 'cqc', status: 'confirmed' }),
  ];
  fc.assert(
    fc.property(criteria, fc.constantFrom(...events), (wanted, event) => {
      const keys = new Set(eventKeys(event, names));
      const found = criteriaKeys(wanted).some((key) => keys.has(key));
      return found || !matches(wanted, event, names);
    }),
    { numRuns: 3_000 },
  );
});

test('a subscription is stored under the narrowest thing it asks for', () => {
  expect(criteriaKeys(asks({ grades: ['good'], authorities: ['northshire', 'southshire'] }))).toEqual([
    'authorities:northshire',
    'authorities:southshire',
  ]);
  expect(
    criteriaKeys(
      asks({
        inspectorates: ['ofsted'],
        anyOf: [asks({ authorities: ['northshire'] }), asks({ regions: ['London'] })],
      }),
    ),
  ).toEqual(['authorities:northshire', 'regions:london']);
  expect(criteriaKeys(ANY)).toEqual(['*']);
});

test('100,000 subscriptions to single authorities leave an event some hundreds to look at', () => {
  const slugs = Array.from({ length: 153 }, (_, n) => `council-${n}`);
  const stored = Array.from({ length: 100_000 }, (_, n) =>
    criteriaKeys(asks({ authorities: [slugs[n % 153]!], grades: ['good'] })),
  );
  const keys = new Set(eventKeys(anEvent({ authority: 'council-7' }), names));
  expect(stored.filter((own) => own.some((key) => keys.has(key))).length).toBeLessThan(700);
});

test('criteria read as a sentence', () => {
  expect(criteriaWords(ANY, names)).toBe('any service in any authority');
  expect(
    criteriaWords(
      asks({
        services: ['childrens_services'],
        authorities: ['northshire', 'southshire'],
        grades: ['inadequate', 'none'],
        directions: ['down'],
      }),
      names,
    ),
  ).toBe("children's services in Northshire or Southshire, graded inadequate or without a headline grade, gone down");
});

test.each([
  [
    { regions: ['London'], except: [asks({ authorities: ['eastborough'] }), asks({ grades: ['good'] })] },
    'any service in London; but not any service in Eastborough; nor any service in any authority, graded good',
  ],
  [
    { anyOf: [asks({ authorities: ['northshire'] }), asks({ regions: ['London'], grades: ['inadequate'] })] },
    'any service in Northshire; or any service in London, graded inadequate',
  ],
  [
    { regions: ['London'], anyOf: [asks({ directions: ['up'] }), asks({ statuses: ['confirmed'] })] },
    'any service in London; and of these any service in any authority, gone up; or any service in any authority, confirmed by the official record',
  ],
] satisfies [Partial<Criteria>, string][])('a combination in words: %j', (criteria, words) =>
  expect(criteriaWords(asks(criteria), names)).toBe(words),
);

test('a subscription follows its authority into the successors, once', () => {
  const wanted = asks({ authorities: ['oldshire', 'southshire'], anyOf: [asks({ authorities: ['oldshire'] })] });
  const followed = asks({
    authorities: ['oldshire', 'southshire', 'newshire'],
    anyOf: [asks({ authorities: ['oldshire', 'newshire', 'southshire'] })],
  });
  expect(followSuccession(wanted, 'oldshire', ['newshire', 'southshire'])).toEqual(followed);
  expect(followSuccession(followed, 'oldshire', ['newshire', 'southshire'])).toBeNull();
  expect(followSuccession(wanted, 'eastborough', ['newshire'])).toBeNull();
  expect(followSuccession(wanted, 'oldshire', [])).toBeNull();
});
