/** A title and a text that give different grades: which is right the article does not tell, and a person looks. */
import { expect, test } from 'vitest';
import { assess } from '../../src/core/judging/assess.ts';
import { anArticle, rulebook } from './support.ts';

const NEWS = "Ofsted has rated children's services at Northshire County Council";
const judged = (title: string, text: string) => assess(anArticle({ title, text, published: '2024-09-18' }), rulebook);

test.each([
  ['Northshire children’s services rated outstanding', `${NEWS} good.`, 'outstanding', 'good'],
  ['Ofsted: Northshire rated good', `${NEWS} inadequate. Leaders are said to have been slow.`, 'good', 'inadequate'],
  ['Northshire rated inadequate by Ofsted', `${NEWS} good. It was outstanding in 2019.`, 'inadequate', 'good'],
])('%s / %s waits for a person', (title, text, inTitle, inText) => {
  const { events, review } = judged(title, text);
  expect(events).toEqual([]);
  expect(review).toMatchObject([{ authority: 'northshire', atOdds: { title: inTitle, text: inText } }]);
});

test.each([
  ['Northshire children’s services rated good', `${NEWS} good.`, 'good'],
  ['the text bears the title out elsewhere', `${NEWS} good. The “outstanding” Northshire has won is rare.`, null],
  ['Top marks for Northshire', `${NEWS} good.`, null],
  ['Northshire moves on from inadequate', `${NEWS} good.`, 'good'],
  ['Outstanding leadership at Northshire', `${NEWS} good. Leadership was rated outstanding.`, 'good'],
  ['Southshire rated outstanding, Northshire rated good', `${NEWS} good. Those of Southshire are outstanding.`, null],
  ['Northshire could be rated inadequate', `${NEWS} good.`, 'good'],
])('%s / %s does not', (title, text, grade) => {
  const { events, review } = judged(title, text);
  expect(review).toEqual([]);
  expect(events.filter(({ authority }) => authority === 'northshire')).toHaveLength(1);
  if (grade) expect(events).toMatchObject([{ grade }]);
});
