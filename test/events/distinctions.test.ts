/** Claims of distinction of several reports: each shown once with whoever makes it, conflicts only where they differ. */
import { describe, expect, test } from 'vitest';
import { distinctionKey } from '../../src/core/distinctions.ts';
import { correlate } from '../../src/core/events/correlate.ts';
import { makeRegister } from '../../src/core/register.ts';
import type { Distinction, Report } from '../../src/core/types.ts';
import { aDistinction } from '../support/claims.ts';
import { aReport, families } from './builders.ts';

const says = (id: string, claims: Partial<Distinction>[], report: Partial<Report> = {}) =>
  aReport(id, {
    articleDay: '2023-03-20',
    ...report,
    claim: { grade: 'outstanding', ...(claims.length > 0 ? { distinctions: claims.map(aDistinction) } : {}) },
  });
const eventOf = (...reports: Report[]) => {
  const { events } = correlate(reports, makeRegister([]), { families });
  expect(events).toHaveLength(1);
  return events[0]!;
};
const conflictsOf = (...reports: Report[]) => eventOf(...reports).conflicts;

describe('claims that differ', () => {
  test('of number: each with whoever says it, the most trusted first, none averaged', () => {
    const event = eventOf(
      says('blog', [{ number: 4, place: null }], { tier: 'other' }),
      says('council', [{ place: 'country' }], { tier: 'council' }),
      says('paper', [{ rank: 'only', number: 1, place: 'england' }]),
    );
    expect(event.conflicts).toEqual([
      {
        field: 'distinctions.outstanding+2_in_a_row',
        values: [
          { value: 'second in country: outstanding, 2 in a row', findings: ['council'] },
          { value: 'only in england: outstanding, 2 in a row', findings: ['paper'] },
          { value: 'fourth: outstanding, 2 in a row', findings: ['blog'] },
        ],
      },
    ]);
    expect(event.distinctions?.map(distinctionKey)).toEqual(event.conflicts[0]?.values.map(({ value }) => value));
  });
  for (const [what, claim] of [
    ['of number', { number: 3 }],
    ['of the year counted from', { since: 2015 }],
  ] as const)
    test(what, () => {
      expect(conflictsOf(says('a', [{ since: 2018 }]), says('b', [{ since: 2018, ...claim }]))).toHaveLength(1);
    });
  test('leave identity, key and status as they were', () => {
    const plain = eventOf(says('a', []), says('b', []));
    const told = eventOf(says('a', [{}]), says('b', [{ number: 3 }]));
    expect([told.key, told.status, told.headlines]).toEqual([plain.key, plain.status, plain.headlines]);
    expect(plain.distinctions).toBeUndefined();
  });
});

describe('claims that do not differ', () => {
  const agreeing: [string, Report[]][] = [
    ['the same twice', [says('a', [{}]), says('b', [{}])]],
    ['one that leaves the place unsaid', [says('a', [{}]), says('b', [{ place: null }])]],
    ['England by another word', [says('a', [{}]), says('b', [{ place: 'england' }])]],
    ['the second, and one of two', [says('a', [{}]), says('b', [{ rank: 'one_of' }])]],
    ['one of a few', [says('a', [{}]), says('b', [{ rank: 'one_of', number: null }])]],
    [
      'another place',
      [says('a', [{ place: 'london' }]), says('b', [{ rank: 'one_of', number: null, place: 'england' }])],
    ],
    ['another number in another place', [says('a', [{ number: 8 }]), says('b', [{ number: 1, place: 'london' }])]],
    ['two claims of one article about one place', [says('a', [{}, { number: 3 }])]],
    ['two claims of one article', [says('a', [{}, { number: 1, place: 'london' }])]],
    ['those repeated by another', [says('a', [{}, { number: 1, place: 'london' }]), says('b', [{}])]],
    ['claims of different feats', [says('a', [{}]), says('b', [{ number: 8, inARow: null }])]],
    ['an article a person set right', [says('a', [{}]), says('b', [{ number: 3 }], { person: 'changed' })]],
  ];
  for (const [what, reports] of agreeing)
    test(what, () => {
      expect(conflictsOf(...reports)).toEqual([]);
    });
  test('stand once, with all who say so', () => {
    expect(eventOf(says('a', [{}]), says('b', [{}])).distinctions).toMatchObject([{ findings: ['a', 'b'] }]);
  });
});
