/** Since April 2026 Ofsted gives councils no overall grade. That, or a grade of no scale of the time, is neither believed nor lost. */
import { expect, test } from 'vitest';
import { assess } from '../../src/core/judging/assess.ts';
import { anArticle, rulebook } from './support.ts';

test('an overall grade told long after the framework gave its last waits for a person', () => {
  const text = "Ofsted has rated children's services at Northshire County Council inadequate.";
  const { events, review } = assess(anArticle({ text, published: '2026-11-18' }), rulebook);
  expect(events).toEqual([]);
  expect(review).toMatchObject([{ authority: 'northshire', grade: null, gradeState: 'none_by_framework' }]);
  expect(review[0]?.evidence.map(({ quote }) => quote).join(' ')).toContain('inadequate');
});

test('that none is given is known where the text says so, whatever the month leaves open', () => {
  const text =
    "Ofsted has inspected children's services at Northshire County Council. No overall grade is given. Leadership is good and support for care leavers is outstanding.";
  const { events } = assess(anArticle({ text, published: '2026-06-18' }), rulebook);
  expect(events).toMatchObject([{ authority: 'northshire', grade: null, gradeState: 'none_by_framework' }]);
});

test('a grade that was given up years before waits for a person, on no scale and never as another grade', () => {
  const text = "Ofsted has rated children's services at Northshire County Council adequate.";
  const judged = (published: string) => assess(anArticle({ text, published }), rulebook);
  expect(judged('2012-09-18').events).toMatchObject([{ grade: 'adequate', gradeState: 'given' }]);
  const { events, review } = judged('2024-09-18');
  expect(events).toEqual([]);
  expect(review).toMatchObject([{ authority: 'northshire', grade: null, gradeState: 'off_scale', scale: null }]);
  expect(review[0]?.evidence.map(({ quote }) => quote).join(' ')).toContain('adequate');
});

const withoutOverall = [
  // what is said to stay, or to come again
  [
    'a title that says so of care alone',
    "Northshire children's services: leadership 'good' but care still requires improvement, says Ofsted",
    'Leadership is good, and help and protection is good. The experiences of children in care require improvement.',
  ],
  [
    'a sentence that says so of leaders alone',
    'Ofsted reports on Northshire',
    'Leadership is still inadequate. Help and protection is good.',
  ],
  [
    'an area that has its grade in a row',
    'Ofsted reports on Northshire',
    'Leadership is good. Support for care leavers is outstanding for the second time in a row.',
  ],
] as const;
for (const [what, title, areas] of withoutOverall)
  test(`of areas that differ, with no grade of the whole, no way and no run are told: ${what}`, () => {
    const text = `Ofsted has inspected children's services at Northshire County Council. No overall grade is given. ${areas}`;
    const { events } = assess(anArticle({ title, text, published: '2026-11-18' }), rulebook);
    expect(events).toMatchObject([{ grade: null, gradeState: 'none_by_framework', direction: null, streak: null }]);
  });
