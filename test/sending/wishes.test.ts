/** What is asked for and can never come is said before anybody relies on it. */
import { beforeAll, describe, expect, test } from 'vitest';
import { criteriaFaults } from '../../src/core/sending/impossible.ts';
import type { Names } from '../../src/core/sending/names.ts';
import { ANY } from '../../src/core/sending/route.ts';
import { neverSent, takenBackNote } from '../../src/core/sending/wishes.ts';
import { withoutOverallNote } from '../../src/core/sending/without-overall.ts';
import { type Criteria, INSPECTORATES, SERVICES, STATUSES } from '../../src/core/types.ts';
import { loadKnowledge } from '../../src/knowledge.ts';
import { asks, names } from './build.ts';

const kinds = (...parts: Partial<Criteria>[]) => parts.map(asks);

test('an authority in none of the regions asked for with it can never match: that is said, at any depth', () => {
  const faults = (criteria: Partial<Criteria>) => criteriaFaults(asks(criteria), names);
  const never = 'nothing is ever both: Northshire is in the North East, not in London; leave one of the two out';
  const part = { authorities: ['northshire'], regions: ['London'] };
  expect(faults(part)).toEqual([never]);
  expect(faults({ anyOf: [asks({ grades: ['good'] }), asks(part)] })).toEqual([never]);
  expect(faults({ authorities: ['northshire', 'eastborough'], regions: ['London'] })).toEqual([]);
  expect(faults({ authorities: ['northshire'], regions: ['north east'] })).toEqual([]);
});

test('a combination nested too deep or too wide is refused in a sentence', () => {
  const deep = asks({ anyOf: [asks({ anyOf: [asks({ anyOf: [asks({})] })] })] });
  expect(criteriaFaults(deep, names)).toEqual(['the combination nests deeper than 3 levels; split it in two']);
  expect(criteriaFaults(asks({ anyOf: Array.from({ length: 60 }, () => ANY) }), names)).toHaveLength(1);
  expect(criteriaFaults(asks({ anyOf: [ANY] }), names)).toEqual([]);
});

describe('by the frameworks that are shipped', () => {
  let shipped: Names;
  beforeAll(async () => {
    shipped = (await loadKnowledge({ configDir: null, reviewBelow: null }, null)).names;
  });
  const faults = (criteria: Partial<Criteria>) => criteriaFaults(asks(criteria), shipped);
  const never = [
    [
      { inspectorates: ['cqc'], services: ['childrens_services'] },
      "nothing is ever both: Care Quality Commission judges adult social care, not children's services; leave one of the two out",
    ],
    [
      { services: ['childrens_services'], grades: ['c1'] },
      "nothing is ever both: C1 is no grade of children's services; leave one of the two out",
    ],
    [
      { inspectorates: ['rsh'], grades: ['good', 'inadequate'] },
      'nothing is ever both: good or inadequate is no grade',
    ],
    [{ inspectorates: ['cqc'], grades: ['adequate'] }, 'nothing is ever both: adequate is no grade of Care Quality'],
    [
      { services: ['housing'], anyOf: kinds({ grades: ['good'] }) },
      'nothing is ever both: good is no grade of housing',
    ],
    [{ anyOf: kinds({ grades: ['good'] }, { inspectorates: ['cqc'], services: ['housing'] }) }, 'nothing is ever both'],
    [{ services: ['housing'], anyOf: kinds({ services: ['send'] }) }, 'nothing is ever both: send is asked for within'],
    [
      { inspectorates: ['cqc'], grades: ['outstanding'], directions: ['down'] },
      'nothing is ever both: outstanding is the highest grade there is, and nothing goes down to it; leave one of the two out',
    ],
    [{ inspectorates: ['cqc'], grades: ['inadequate'], directions: ['up'] }, 'inadequate is the lowest grade there is'],
    [{ grades: ['c4'], directions: ['up'] }, 'C4 is the lowest grade there is, and nothing goes up to it'],
    [
      { services: ['housing'], anyOf: kinds({ grades: ['c1'], directions: ['down'] }) },
      'C1 is the highest grade there is, and nothing goes down to it',
    ],
    [
      { services: ['send'], grades: ['good'] },
      'no grades are given to special educational needs and disabilities: leave out the grade',
    ],
    [
      { inspectorates: ['cqc'], services: ['send'], grades: ['good'], directions: ['up'] },
      'no grades are given to special educational needs and disabilities: leave out the grade and the direction',
    ],
    [{ inspectorates: ['ofsted_cqc'], directions: ['up'] }, 'no grades are given to inspections by Ofsted'],
  ] satisfies [Partial<Criteria>, string][];
  test.each(never)('%j is refused: %s', (criteria, words) =>
    expect(faults(criteria)).toEqual([expect.stringContaining(words)]),
  );

  const left = [
    { grades: ['good'], except: kinds({ grades: ['good'] }) },
    { grades: ['good', 'inadequate'], except: kinds({ grades: ['good'] }, { grades: ['inadequate'] }) },
    { authorities: ['bexley'], grades: ['good'], except: kinds({ regions: ['London'] }) },
    { anyOf: kinds({ grades: ['good'] }, { services: ['housing'] }), except: kinds({ services: ['housing'] }) },
    {
      except: kinds(
        { inspectorates: ['ofsted'] },
        { inspectorates: ['cqc', 'rsh', 'hmi_probation', 'hmicfrs', 'other', 'ofsted_cqc'] },
      ),
    },
    { grades: ['good'], except: kinds({ services: [...SERVICES] }) },
    { grades: ['good'], except: kinds({ statuses: [...STATUSES] }) },
  ] satisfies Partial<Criteria>[];
  test.each(left)('%j leaves out again what it asks for, and is refused', (criteria) =>
    expect(faults(criteria)).toEqual([expect.stringContaining('left out again')]),
  );

  const possible = [
    { inspectorates: ['cqc', 'ofsted'], services: ['childrens_services'] },
    { services: ['childrens_services', 'housing'], grades: ['c1'] },
    { services: ['childrens_services'], grades: ['c1', 'none'] },
    { services: ['childrens_services'], grades: ['adequate', 'performs_well'] },
    // A SEND inspection is told of with either, in the weekly digest.
    { inspectorates: ['cqc'], services: ['send'] },
    // Nothing is known of what they judge.
    { inspectorates: ['hmicfrs'], services: ['other'] },
    { regions: ['London'], except: kinds({ authorities: ['bexley'] }) },
    { grades: ['good'], except: kinds({ grades: ['good'], regions: ['London'] }) },
    { except: kinds({ grades: ['good'] }) },
    // A report of 2009 to 2012 has two headline grades.
    { grades: ['good'], anyOf: kinds({ grades: ['adequate'] }) },
    // One of them may be the lowest, and the other have gone up.
    { inspectorates: ['ofsted'], grades: ['inadequate'], directions: ['up'] },
    // In the middle of the scale of its time.
    { inspectorates: ['ofsted'], grades: ['adequate'], directions: ['up'] },
    { inspectorates: ['cqc'], grades: ['inadequate'], directions: ['same'] },
    { inspectorates: ['cqc'], grades: ['inadequate', 'good'], directions: ['up'] },
    { inspectorates: ['cqc'], grades: ['inadequate'], directions: ['up', 'down'] },
    // Of another's scale nothing is known.
    { inspectorates: ['hmicfrs'], grades: ['inadequate'], directions: ['up'] },
    // "Good in all four areas, up from requires improvement": no overall grade, and a move.
    { grades: ['none'], directions: ['up'] },
    { services: ['send', 'housing'], grades: ['c1'], directions: ['up'] },
    { services: ['send'], grades: ['none'] },
    // Whoever judges housing is not always named.
    { services: ['housing'], except: kinds({ inspectorates: ['rsh'] }) },
    { except: kinds({ inspectorates: INSPECTORATES.filter((id) => id !== 'other') }) },
  ] satisfies Partial<Criteria>[];
  test.each(possible)('%j can come', (criteria) => expect(faults(criteria)).toEqual([]));
});

test('that something is taken back is news to nobody: asked for alone it is refused but for the weekly digest, else said', () => {
  const alone = asks({ statuses: ['retracted', 'withdrawn'] });
  const beside = asks({ statuses: ['confirmed', 'retracted'] });
  for (const criteria of [alone, asks({ anyOf: kinds({ statuses: ['retracted'] }, { statuses: ['withdrawn'] }) })])
    for (const every of ['event', 'day'] as const)
      expect(neverSent(criteria, every, names)).toEqual([expect.stringMatching(/whoever was told of it.*every week$/)]);
  expect(neverSent(alone, 'week', names)).toEqual([]);
  expect([neverSent(beside, 'event', names), takenBackNote(beside)]).toEqual([
    [],
    expect.stringContaining('news to nobody else'),
  ]);
  expect(takenBackNote(asks({ statuses: ['confirmed'] }))).toBeNull();
});

test('who asks for "no overall grade" with a direction is not told to ask for it, but when a direction is told', () => {
  const note = (criteria: Partial<Criteria>) => withoutOverallNote(asks(criteria), names);
  expect(note({ grades: ['none'] })).toBeNull();
  expect(note({ directions: ['up'] })).toMatch(/Ask for “no overall grade” to be told\.$/);
  expect(note({ grades: ['none'], directions: ['up'] })).toBe(
    "No overall grade has been given by Ofsted for children's services since April 2026: which way such a judgement has gone is told only where all its areas are graded alike. Leave the direction out to be told of each.",
  );
});
