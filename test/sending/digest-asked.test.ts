/** Visits, councils and what waits for a person of a week that a reader's criteria let through. */
import { describe, expect, test } from 'vitest';
import { askedBeside } from '../../src/core/sending/digest-asked.ts';
import { ANY } from '../../src/core/sending/route.ts';
import type { Claim, Criteria, UngradedActivity } from '../../src/core/types.ts';
import { aClaim } from '../support/claims.ts';

const names = { authority: (slug: string) => ({ region: slug === 'northshire' ? 'north' : 'south' }) as never };
const KINDS = ['focused_visit', 'monitoring_visit', 'jtai', 'send_outcome', 'withdrawn_report'] as const;
const kinds = (criteria: Partial<Criteria> | null, authority = 'northshire'): UngradedActivity['kind'][] => {
  const { activity } = askedBeside(criteria && { ...ANY, ...criteria }, names);
  return KINDS.filter((kind) => activity({ authority, kind }));
};

describe('visits and outcomes', () => {
  test.each<[string, Partial<Criteria> | null, UngradedActivity['kind'][]]>([
    ['of whoever asks for everything', null, [...KINDS]],
    ['of whoever asks for SEND', { services: ['send'] }, ['send_outcome', 'withdrawn_report']],
    ['of whoever asks for adult social care', { services: ['adult_social_care'] }, ['withdrawn_report']],
    [
      "of whoever asks for children's services",
      { services: ['childrens_services'] },
      KINDS.filter((kind) => kind !== 'send_outcome'),
    ],
    ['of whoever asks for the CQC', { inspectorates: ['cqc'] }, ['jtai', 'send_outcome', 'withdrawn_report']],
    [
      'of either of two wishes',
      {
        anyOf: [
          { ...ANY, services: ['send'] },
          { ...ANY, authorities: ['southshire'] },
        ],
      },
      ['send_outcome', 'withdrawn_report'],
    ],
    [
      'but those left out',
      { except: [{ ...ANY, services: ['send'] }] },
      KINDS.filter((kind) => kind !== 'send_outcome'),
    ],
    ['of which only some grades are left out', { except: [{ ...ANY, grades: ['good'] }] }, [...KINDS]],
    ['of a place left out', { except: [{ ...ANY, regions: ['north'] }] }, []],
  ])('%s', (_what, criteria, expected) => expect(kinds(criteria)).toEqual(expected));
});

test('councils are those of the places asked for, in any of the wishes and not left out', () => {
  const place = (criteria: Partial<Criteria>) => askedBeside({ ...ANY, ...criteria }, names).place;
  expect(place({ services: ['send'] })('northshire')).toBe(true);
  expect(place({ regions: ['south'] })('northshire')).toBe(false);
  expect(place({ anyOf: [{ ...ANY, authorities: ['southshire'] }] })('northshire')).toBe(false);
  expect(place({ except: [{ ...ANY, authorities: ['northshire'] }] })('northshire')).toBe(false);
  expect(place({ except: [{ ...ANY, services: ['send'] }] })('northshire')).toBe(true);
});

describe('what waits for a person', () => {
  const register = { match: 'none', judgement: null, previousGrade: null, direction: null, streak: null } as const;
  const up = { direction: 'up' } as const;
  test.each<[string, Partial<Criteria> | null, Partial<Claim>, boolean]>([
    ['of whoever asks for everything', null, {}, true],
    ['of another place', { authorities: ['southshire'] }, {}, false],
    ['of another service', { services: ['adult_social_care'] }, {}, false],
    ['of another inspectorate', { inspectorates: ['cqc'] }, {}, false],
    ['of the service asked for', { services: ['childrens_services'] }, {}, true],
    ['of another grade', { grades: ['inadequate'] }, {}, false],
    ['whose grade is not told, which may be the one asked for', { grades: ['inadequate'] }, { grade: null }, true],
    [
      'that gives none, where one is asked for',
      { grades: ['inadequate'] },
      { grade: null, gradeState: 'none_by_framework' },
      false,
    ],
    ['that gives none, as asked for', { grades: ['none'] }, { grade: null, gradeState: 'none_by_framework' }, true],
    ['that moved as asked for', { directions: ['up'] }, up, true],
    ['that moved otherwise', { directions: ['down'] }, up, false],
    [
      'that moved otherwise, as the register has it',
      { directions: ['down'] },
      { register: { ...register, ...up } },
      false,
    ],
    ['of which no movement is told', { directions: ['down'] }, {}, true],
    ['of whoever asks for what is borne out: that is not known yet', { statuses: ['confirmed'] }, {}, true],
    [
      'of neither kind',
      {
        anyOf: [
          { ...ANY, services: ['housing'] },
          { ...ANY, grades: ['inadequate'] },
        ],
      },
      {},
      false,
    ],
    [
      'of one of the kinds',
      {
        anyOf: [
          { ...ANY, services: ['housing'] },
          { ...ANY, grades: ['good'] },
        ],
      },
      {},
      true,
    ],
    ['of a kind left out', { except: [{ ...ANY, grades: ['good'] }] }, {}, false],
    ['that may be left out, but does not say so', { except: [{ ...ANY, grades: ['good'] }] }, { grade: null }, true],
    ['of a kind left out but for this', { except: [{ ...ANY, except: [{ ...ANY, grades: ['good'] }] }] }, {}, true],
  ])('%s', (_what, criteria, claim, listed) =>
    expect(askedBeside(criteria && { ...ANY, ...criteria }, names).waiting(aClaim(claim))).toBe(listed),
  );
});
