import { describe, expect, test } from 'vitest';
import { weekDigest } from '../../src/core/sending/digest.ts';
import type { Correction } from '../../src/core/sending/digest-corrections.ts';
import { digestLetter } from '../../src/core/sending/digest-letter.ts';
import { letterMarkdown } from '../../src/core/sending/letter.ts';
import { wasTold } from '../../src/core/sending/was-told.ts';
import { anEvent, asks, aWeek, names, weekLinks } from './build.ts';

const LEARNT = new Date('2026-11-12T09:00:00Z');
const SINCE = new Date('2026-11-18T09:00:00Z');
const good = { grade: 'good', headlines: [{ remit: 'overall', grade: 'good' }] };
/** Told in the week before of 12 November, now of 18 November. */
const told = { week: '2026-W46', event: anEvent({ ...good, day: '2026-11-12' }), reason: 'wrong page', since: SINCE };
const moved = { event: anEvent(), learntAt: LEARNT, toldBefore: told };

test('told to a reader as something that was not asked for, it is a judgement of the week it came to', () => {
  const listed = (grades: string[]) => {
    const { rows, corrections } = weekDigest(aWeek({ events: [moved], criteria: asks({ grades }) }), names);
    return [rows.length, corrections.length];
  };
  expect(listed(['outstanding'])).toEqual([1, 0]);
  expect(listed(['outstanding', 'good'])).toEqual([0, 1]);
  // What they ask for no longer, they were told.
  expect(listed(['good'])).toEqual([0, 1]);
});

const correction = (more: Partial<Correction> = {}): Correction => ({
  ...{ event: anEvent(), before: told.event, learntAt: LEARNT, at: SINCE, told },
  notice: { notice: 'correction-1', was: wasTold(told.event) },
  ...more,
});
const written = (one: Correction) => {
  const digest = weekDigest(aWeek({ events: [moved], corrections: [one] }), names);
  return letterMarkdown(digestLetter(digest, names, weekLinks)).replaceAll('\\', '');
};

describe('put right, too', () => {
  test('it is told once, with both', () => {
    const out = written(correction());
    expect(out).toContain('Judgements (0)');
    expect(out).toContain('Corrections (1)');
    expect(out).toMatch(
      /was good; now outstanding; the reason: wrong page; .*, published 18 November 2026, told in week 2026-W46 as published 12 November 2026\)/,
    );
    expect(out).toContain('No new judgement was published in this week');
  });

  test('taken back, it has the day it was told with', () => {
    const out = written(correction({ event: anEvent({ ...good, status: 'retracted' }) }));
    expect(out).toMatch(/retracted: we were wrong; .*, published 12 November 2026\)/);
  });
});
