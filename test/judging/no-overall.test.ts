/** Since April 2026 Ofsted gives councils no overall grade: one that is told all the same is neither believed nor lost. */
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
