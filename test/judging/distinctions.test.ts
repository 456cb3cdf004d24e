/** What an article says sets a judgement apart: whose it is, where and how it is counted, and what is no such claim. */
import { describe, expect, test } from 'vitest';
import { distinctionKey } from '../../src/core/distinctions.ts';
import { assess } from '../../src/core/judging/assess.ts';
import { anArticle, aReport, goodReport, PUBLISHED, rulebook } from './support.ts';

const told = (article: Parameters<typeof anArticle>[0]) =>
  assess(anArticle(article), rulebook).events.flatMap(({ authority, distinctions = [] }) =>
    distinctions.map((claim) => `${authority} ${distinctionKey(claim)}`),
  );

const rows: [string, string[]][] = [
  // how many, and where
  ['It is only the second council in the country to be given the grade.', ['second in country: good']],
  ['It is the 14th authority in the UK with the rating good.', ['14th in united_kingdom: good']],
  ['The council becomes the first in England to be rated good.', ['first in england: good']],
  ['It is the only council in outer London with a good rating.', ['only in outer_london: good']],
  ['It is now the East Midlands’ fourth council to be judged good.', ['fourth in east_midlands: good']],
  ['The authority is one of just two boroughs in London rated good.', ['one of 2 in london: good']],
  ['It is one of 12 councils across the country to be judged good.', ['one of 12 in country: good']],
  ['It is one of the few councils nationally to be judged good.', ['one of few in country: good']],
  ['It is the sole local authority in the region to be judged good.', ['only in region: good']],
  // counted from when
  ['Since 2019 it is only the third council in England to be rated good.', ['third in england since 2019: good']],
  ['It is the fifth council to be good under the new framework.', ['fifth under the framework: good']],
  ['It is the fifth council to be good under the previous framework.', ['fifth: good']],
  // what for
  ['It is the second council in England to be rated good twice in a row.', ['second in england: good, 2 in a row']],
  ['It is the first council in England with three successive good judgements.', ['first in england: good, 3 in a row']],
  [
    'It is the only council in the north west to rise from inadequate to good.',
    ['only in north_west: good, from inadequate'],
  ],
  ['It is the first council in the country to be good in every area.', ['first in country: good, every area']],
  // no such claim
  ['It hopes to become the first council in the country to be rated good twice.', []],
  ['It is not the only council in the country to be rated good.', []],
  ['It is among the largest councils of England.', []],
  ['In 2015 it was the first council in the country to be rated good.', []],
  ['The first council meeting in London of the year will hear of the good rating.', []],
  ['It was the first time a council in the region was good.', []],
  ['It has the second oldest library in the country.', []],
  ['It is the only council in the country to be rated inadequate.', []],
];

describe('claims of distinction', () => {
  for (const [sentence, expected] of rows)
    test(sentence, () => {
      expect(told(goodReport(sentence))).toEqual(expected.map((claim) => `northshire ${claim}`));
    });
});

describe('whose claim it is', () => {
  const both =
    'Ofsted has rated children’s services at Northshire good. It has rated children’s services at Southshire outstanding.';
  const roundup = (sentence: string) => ({
    title: 'Ofsted reports on Northshire and Southshire',
    text: `${both} ${sentence}`,
    published: PUBLISHED,
  });
  test('the council named before it', () => {
    expect(told(roundup('Southshire is the third council in England to be rated outstanding.'))).toEqual([
      'southshire third in england: outstanding',
    ]);
  });
  test('not one it only joins', () => {
    const sentence = 'Southshire joins Northshire as only the second council in the country to be rated outstanding.';
    expect(told(roundup(sentence))).toEqual(['southshire second in country: outstanding']);
  });
  test('not a council that the article gives no grade', () => {
    expect(told(goodReport('Kelbury was the first council in England to be rated good.'))).toEqual([]);
  });
  test('of several that could be meant, none', () => {
    expect(told(roundup('The announcement came late. It is the first council in England to be rated good.'))).toEqual(
      [],
    );
  });
  test('one made in the title', () => {
    const article = { ...goodReport(''), title: 'Northshire becomes first council in London rated good by Ofsted' };
    expect(told(article)).toEqual(['northshire first in london: good']);
  });
});

test('a claim shows its whole sentence, as it stands', () => {
  const sentence = 'It is only the second council in the country to be given the grade.';
  const article = anArticle(aReport(`Ofsted has rated Northshire's children's services good. ${sentence}`));
  const evidence = assess(article, rulebook).events[0]?.distinctions?.[0]?.evidence;
  expect(evidence).toMatchObject({ rule: 'distinction.nth', field: 'text', quote: sentence });
  expect(article.text.slice(evidence?.start, evidence?.end)).toBe(sentence);
});

test('an article of nothing but such claims gives a bounded number of them', () => {
  const claim = (n: number) => `It is the ${n}th council in the country to be rated good.`;
  const many = Array.from({ length: 90 }, (_, n) => claim(n + 20)).join(' ');
  expect(told(goodReport(many)).length).toBe(12);
});
