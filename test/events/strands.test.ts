/** A judgement followed through all it became, and which corrections are of it. */
import { expect, test } from 'vitest';
import { asOneWord, changesOf, keyAt, strandOf, togetherAmong } from '../../src/core/events/strands.ts';

const at = (hour: number) => new Date(Date.UTC(2026, 2, 18, hour));
// a and b each begin, a is called a2 as more is known, both become whole, and two again.
const steps = new Map(
  Object.entries({
    a: [
      { leadsTo: 'a', at: at(1) },
      { leadsTo: 'a2', at: at(2) },
    ],
    a2: [
      { leadsTo: 'a2', at: at(2) },
      { leadsTo: 'whole', at: at(3) },
      { leadsTo: 'a2', at: at(5) },
    ],
    b: [
      { leadsTo: 'b', at: at(1) },
      { leadsTo: 'whole', at: at(3) },
      { leadsTo: 'b', at: at(5) },
    ],
    whole: [
      { leadsTo: 'whole', at: at(3) },
      { leadsTo: 'a2', at: at(5) },
    ],
  }),
);
const stands = (key: string, ...hours: number[]) =>
  [key, hours.map((hour) => ({ key, at: at(hour), event: { key } }))] as const;
const revisions = new Map([stands('a', 1), stands('a2', 2, 5), stands('b', 1, 5), stands('whole', 3, 4)]);
const strand = (key: string) => ({ key, stood: strandOf(key, steps, revisions) });
const [a, b] = [strand('a'), strand('b')];

test.each([
  ['a', 1, 'a'],
  ['a', 2, 'a2'],
  ['a', 4, 'whole'],
  ['b', 4, 'whole'],
  ['whole', 6, 'a2'],
  ['b', 6, 'b'],
])('what was once %s stood at %i as %s', (key, hour, standing) => expect(keyAt(steps, key, at(hour))).toBe(standing));

test('a strand is what stood under its keys, and under that of the whole while it was a part', () => {
  expect(a.stood.map(({ event }) => event.key)).toEqual(['a', 'a2', 'whole', 'whole', 'a2']);
  expect(b.stood.map(({ event }) => event.key)).toEqual(['b', 'whole', 'whole', 'b']);
  const together = togetherAmong([a, b]);
  expect([2, 4, 6].map((hour) => together(b, at(hour)).length)).toEqual([1, 2, 1]);
});

test('of what is one the first is what goes on as that: whose key it is or, where that is new to all, who was there first', () => {
  const since = (key: string, began: number, ...then: string[]) => ({
    ...{ key, stood: [key, ...then].map((name, n) => ({ at: at(began + n), event: { key: name } })) },
  });
  const order = (...strands: ReturnType<typeof since>[]) =>
    togetherAmong(strands)(strands[0]!, at(9)).map(({ key }) => key);
  expect(order(since('p', 1, 'q'), since('q', 5))).toEqual(['q', 'p']);
  expect(order(since('p', 3, 'r'), since('q', 1, 'q2', 'q2', 'r'))).toEqual(['q', 'p']);
  expect(order(since('p', 2, 'q2'), since('q', 1, 'q2', 'q2'))).toEqual(['q', 'p']);
});

const grade = { field: 'headlines.overall', from: 'good', to: 'inadequate' };
const joined = { field: 'key.b', from: 'b', to: 'whole', of: 'b' };
const apart = { field: 'key.b', from: 'whole', to: 'b' };
test.each([
  // what                                          key      made changes               of a       of b
  ['a merge is of the part that goes into another', 'whole', 3, [joined], [], [joined]],
  [
    'what it puts right besides is of whom it was told',
    'whole',
    3,
    [{ ...grade, of: 'a2' }],
    [{ ...grade, of: 'a2' }],
    [],
  ],
  ['what comes after is of all that are one', 'whole', 4, [grade], [grade], [grade]],
  ['the end of a merge is of what stands again', 'b', 5, [apart], [], [apart]],
  ['what another is told is of none of them', 'c', 4, [grade], [], []],
])('%s', (_what, key, made, changes, ofA, ofB) => {
  const correction = { key, made: at(made), changes };
  expect([changesOf(correction, a.stood), changesOf(correction, b.stood)]).toEqual([ofA, ofB]);
});

test('a merge and its end undo each other, whichever keys it named', () => {
  const former = { ...joined, field: 'key.b0', from: 'b0' };
  expect(asOneWord([joined, former], b.stood)).toHaveLength(1);
  expect(asOneWord([joined, former, apart], b.stood)).toEqual([]);
});
