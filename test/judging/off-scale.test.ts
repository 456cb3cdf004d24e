/** Ratings in words that no scale of inspections has: said to be given, mapped to no grade, and never mistaken for praise. */
import { expect, test } from 'vitest';
import { assess } from '../../src/core/judging/assess.ts';
import { noHeadlineWords } from '../../src/core/sending/names.ts';
import { anArticle, rulebook, says } from './support.ts';

const states = (article: Parameters<typeof anArticle>[0]) =>
  assess(anArticle(article), rulebook).events.map(
    ({ authority, grade, gradeState, headlines, scale }) =>
      `${authority} ${grade} ${gradeState} ${headlines.length} ${scale}`,
  );

for (const how of ['excellently', 'well', 'adequately', 'poorly'])
  test(`the yearly rating of 2010: performs ${how}`, () =>
    expect(
      states({
        title: 'Yearly verdict on council',
        text: `Ofsted’s annual rating says that Northshire County Council performs ${how} for its children.`,
        published: '2010-12-09',
      }),
    ).toEqual(['northshire null off_scale 0 null']));

test('one word of the press for it', () =>
  expect(states({ text: "CSCI has rated Southshire's adult social care excellent.", published: '2008-11-27' })).toEqual(
    ['southshire null off_scale 0 null'],
  ));

test('it is told in words', () =>
  expect(noHeadlineWords({ gradeState: 'off_scale' })).toBe('rated in words that are on no scale of inspections'));

says([
  [
    'a grade of the scale stands before a word of none',
    {
      text: "Ofsted has rated Northshire's children's services inadequate. In the annual rating it performs poorly too.",
      published: '2011-11-09',
    },
    { events: ['northshire inadequate'], history: [] },
  ],
  [
    'an old one is no history',
    {
      text: "Ofsted has rated Northshire's children's services good. In the annual rating of 2010 they performed poorly.",
      published: '2014-03-05',
    },
    { events: ['northshire good'], history: [] },
  ],
  ['pupils', "Ofsted says that Northshire's pupils perform well in its schools.", { events: [], history: [] }],
  [
    'praise',
    "Inspectors from Ofsted heard that Northshire's children's services perform excellently.",
    { events: [], history: [] },
  ],
  ['poor work', 'Ofsted rated poor planning in Northshire the chief cause of the delay.', { events: [], history: [] }],
  [
    'a heading, with the names below it',
    {
      title: "Ofsted's ratings of children's services",
      text: "Ofsted has published ratings of children's services at every council.\n\nPERFORMING POORLY\nNorthshire Council\nSouthshire\n\nPERFORMING WELL\nKelbury\nThornfield",
      published: '2009-12-09',
    },
    { events: ['northshire null', 'southshire null', 'kelbury null', 'thornfield null'], history: [] },
  ],
  [
    'a heading, with no names below it',
    {
      title: "Ofsted's marks for schools",
      text: 'PERFORMING POORLY\nThree schools in Northshire have been given a warning by Ofsted.',
      published: '2009-12-09',
    },
    { events: [], history: [] },
  ],
]);
