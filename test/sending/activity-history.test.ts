/** What a week tells of a visit or outcome whose article is read again: told once, late where it is, and put right where it was told. */
import { describe, expect, test } from 'vitest';
import { correctedActivity, listedActivity } from '../../src/core/sending/activity-history.ts';
import { anActivity } from './build.ts';

const on = (day: string) => new Date(`${day}T10:00:00Z`);
// Weeks W46 from 9 November 2026, W47 from the 16th, W48 from the 23rd, W49 from the 30th.
const listed = (history: ReturnType<typeof anActivity>, asKnown: 'then' | 'now') =>
  (['2026-W46', '2026-W47', '2026-W48', '2026-W49'] as const).map((week) => {
    const found = listedActivity(history, week, asKnown);
    return found && (found.late ? 'late' : (found.outcome ?? 'listed'));
  });
const corrected = (history: ReturnType<typeof anActivity>, asKnown: 'then' | 'now') =>
  (['2026-W46', '2026-W47', '2026-W48', '2026-W49'] as const).map((week) => {
    const found = correctedActivity(history, week, asKnown);
    return found && `${found.was.stands ? found.was.outcome : 'gone'} -> ${found.stands ? found.outcome : 'gone'}`;
  });

const IN_TIME = { at: on('2026-11-18') };
const AFTER = { at: on('2026-11-24') };
describe('a week tells', () => {
  // biome-ignore format: a statement a line
  const tables = [
    // what                                    history                                              as it closed                        as known now
    ['what was published and learnt in it', anActivity({}, IN_TIME), [null, 'listed', null, null], [null, 'listed', null, null]],
    ['late what an earlier one published', anActivity({}, AFTER), [null, null, 'late', null], [null, 'listed', 'late', null]],
    ['what has no day where it was learnt', anActivity({}, { day: null, ...AFTER }), [null, null, 'listed', null], [null, null, 'listed', null]],
    ['late what has no day of a back catalogue', anActivity({ isBackCatalogue: true }, { day: null, ...AFTER }), [null, null, 'late', null], [null, null, 'late', null]],
    ['what it held when it closed', anActivity({}, { ...IN_TIME, outcome: 'a' }, { ...AFTER, outcome: 'b' }), [null, 'a', null, null], [null, 'b', null, null]],
    ['nothing that went before it closed', anActivity({}, IN_TIME, { at: on('2026-11-20'), stands: false }), [null, null, null, null], [null, null, null, null]],
    ['what came back where no week had told it', anActivity({}, IN_TIME, { at: on('2026-11-20'), stands: false }, AFTER), [null, null, 'late', null], [null, 'listed', 'late', null]],
    ['once what came back where one had', anActivity({}, IN_TIME, { ...AFTER, stands: false }, { at: on('2026-12-01') }), [null, 'listed', null, null], [null, 'listed', null, null]],
  ] as const;
  for (const [what, history, then, now] of tables)
    test(what, () => expect([listed(history, 'then'), listed(history, 'now')]).toEqual([then, now]));
});

describe('a week puts right', () => {
  const A = { ...IN_TIME, outcome: 'a' };
  // biome-ignore format: a statement a line
  const tables = [
    // what                                  revisions                                                          as it closed                         as known now
    ['an outcome that an earlier one told', [A, { ...AFTER, outcome: 'b' }], [null, null, 'a -> b', null], [null, 'a -> b', 'a -> b', null]],
    ['what its article says no more', [A, { ...AFTER, stands: false }], [null, null, 'a -> gone', null], [null, 'a -> gone', 'a -> gone', null]],
    ['what stands again', [A, { ...AFTER, stands: false }, { ...A, at: on('2026-12-01') }], [null, null, 'a -> gone', 'gone -> a'], [null, null, null, 'gone -> a']],
    ['nothing that was undone in it', [A, { ...AFTER, outcome: 'b' }, { ...A, at: on('2026-11-26') }], [null, null, null, null], [null, null, null, null]],
    ['nothing that changed before it was told', [A, { at: on('2026-11-20'), outcome: 'b' }], [null, null, null, null], [null, null, null, null]],
    ['no headline', [A, { ...A, ...AFTER, title: 'Another' }], [null, null, null, null], [null, null, null, null]],
    ['what it told late', [{ ...AFTER, outcome: 'a' }, { at: on('2026-12-01'), stands: false }], [null, null, null, 'a -> gone'], [null, null, 'a -> gone', 'a -> gone']],
  ] as const;
  for (const [what, revisions, then, now] of tables)
    test(what, () => {
      const history = anActivity({}, ...revisions);
      expect([corrected(history, 'then'), corrected(history, 'now')]).toEqual([then, now]);
    });

  test('with the time since when it is so', () =>
    expect(
      correctedActivity(
        anActivity({}, A, { ...AFTER, outcome: 'b' }, { at: on('2026-11-26'), outcome: 'b' }),
        '2026-W48',
        'then',
      )?.at,
    ).toEqual(AFTER.at));
});
