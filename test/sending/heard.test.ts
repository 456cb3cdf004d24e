/** Whether what a reader was told of a part is otherwise now, and as what it was told. */
import { expect, test } from 'vitest';
import { togetherAmong } from '../../src/core/events/strands.ts';
import { heardAs, isOtherwise, momentsOf } from '../../src/core/sending/heard.ts';
import type { Known } from '../../src/core/sending/past.ts';
import { anEvent } from './build.ts';

const at = (hour: number) => new Date(Date.UTC(2026, 2, 18, hour));
const stands = (hour: number, key: string, grade: string) => ({
  ...{ at: at(hour), tells: true },
  event: anEvent({ key, grade, headlines: [{ remit: 'overall', grade }] }),
});
const strand = (key: string, ...stood: Known['stood']): Known => ({ key, event: anEvent({ key }), stood });
// Two judgements, one from three on, two again from five on; the one that went on is put right at seven.
const a = strand('a', stands(1, 'a', 'good'), stands(3, 'a', 'good'), stands(7, 'a', 'inadequate'));
const b = strand('b', stands(1, 'b', 'good'), stands(3, 'a', 'good'), stands(5, 'b', 'good'));
const together = togetherAmong([a, b]);

test.each([
  // what                                                  part heard now otherwise as
  ['what goes on as it was is what it was', a, 2, 4, false, null],
  ['what becomes part of another is not, though it says the same', b, 2, 4, true, 'own'],
  ['nor is what was told as part of another and stands again', b, 4, 6, true, 'part'],
  ['what is merged and two again between messages is what it was', b, 2, 6, false, null],
  ['what says something else is not what it was', a, 6, 8, true, null],
] as const)('%s', (_what, part, heard, now, otherwise, as) => {
  const moments = { heardAt: at(heard), now: at(now) };
  expect([isOtherwise(part, moments, together), heardAs(part, moments, together)]).toEqual([otherwise, as]);
});

test('it is told at the moments at which it was asked for, and still was when its message left', () => {
  const isGood = ({ grade }: { grade: string | null }) => grade === 'good';
  const leaves = (moment: Date) =>
    moment.getTime() === at(3).getTime() ? null : new Date(moment.getTime() + 3_600_000);
  expect(momentsOf(a, isGood, leaves)).toEqual([at(1)]);
  expect(momentsOf(a, isGood, () => at(8))).toEqual([]);
});
