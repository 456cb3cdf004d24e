/** Since April 2026 Ofsted gives councils no overall grade. That, or a grade of no scale of the time, is neither believed nor lost. */
import { describe, expect, test } from 'vitest';
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

describe('a grade said of every area is that of each', () => {
  const areasOf = (told: string, published = '2026-11-18') => {
    const text = `Ofsted has inspected Northshire County Council. ${told} Staff were praised.`;
    const { events } = assess(anArticle({ text, published }), rulebook);
    return events.map(({ grade, judgements }) => [grade, judgements.map(({ area, grade }) => `${area} ${grade}`)]);
  };
  const all = (grade: string) =>
    ['leaders', 'help_and_protection', 'children_in_care', 'care_leavers'].map((area) => `${area} ${grade}`);
  test.each([
    ["It judged children's services at Northshire to be outstanding in all four areas.", all('outstanding')],
    ["It found Northshire's children's services good across the board.", all('good')],
    ["It rated every area of Northshire's children's services good.", all('good')],
    ["It found all four areas of children's services in Northshire to be good.", all('good')],
    [
      "It judged Northshire's children's services good in all areas except leadership, which requires improvement.",
      ['leaders requires_improvement', ...all('good').slice(1)],
    ],
  ])('%s', (told, areas) => expect(areasOf(told)).toEqual([[null, areas]]));

  test('which is left out of it is not guessed', () => {
    expect(areasOf("It judged Northshire's children's services good in all areas but one.")).toEqual([[null, []]]);
  });
  test('that every area was looked at grades none', () => {
    expect(
      areasOf("Every area of Northshire's children's services, its leaders said, was looked at. They are good."),
    ).toEqual([]);
  });
  test('where the whole has a grade of its own, areas that are not named have none', () => {
    expect(areasOf("It judged Northshire's children's services good in all areas.", '2024-11-18')).toEqual([
      ['good', []],
    ]);
  });
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
  [
    'three areas alike, of the fourth nothing is known',
    'Ofsted reports on Northshire',
    'Leadership is good, help and protection is good and support for care leavers is still good. In 2022 the council was rated good overall.',
  ],
] as const;
for (const [what, title, areas] of withoutOverall)
  test(`of areas that differ, with no grade of the whole, no way and no run are told: ${what}`, () => {
    const text = `Ofsted has inspected children's services at Northshire County Council. No overall grade is given. ${areas}`;
    const { events } = assess(anArticle({ title, text, published: '2026-11-18' }), rulebook);
    expect(events).toMatchObject([{ grade: null, gradeState: 'none_by_framework', direction: null, streak: null }]);
  });
