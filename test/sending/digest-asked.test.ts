/** Visits and councils of a week that a reader's criteria let through. */
import { describe, expect, test } from 'vitest';
import { askedBeside } from '../../src/core/sending/digest-asked.ts';
import { ANY } from '../../src/core/sending/route.ts';
import type { Criteria, UngradedActivity } from '../../src/core/types.ts';

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
