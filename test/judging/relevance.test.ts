/** The relevance model weighs what the rules found: it can make a finding more or less sure, and never a finding. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { assess, assessTraced } from '../../src/core/judging/assess.ts';
import type { Rulebook } from '../../src/core/judging/rules/rulebook.ts';
import type { ArticleText, Claim } from '../../src/core/types.ts';
import { anArticle, rulebook } from './support.ts';

const articles = readFileSync('test/judging/articles.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => anArticle(JSON.parse(line) as Partial<ArticleText>));

/** The same rules under a model that says this of every article. */
const saying = (relevance: number): Rulebook => ({ ...rulebook, relevance: () => relevance });
const SURE = saying(1);
const DOUBTFUL = saying(0);

const withoutConfidence = (claims: Claim[]) => claims.map(({ confidence: _, ...claim }) => claim);
const findings = (article: ArticleText, book: Rulebook) => {
  const { events, review } = assess(article, book);
  return withoutConfidence([...events, ...review].sort((a, b) => (a.authority < b.authority ? -1 : 1)));
};

test('a model that calls everything relevant makes no finding that is not there without it, and changes none', () => {
  let found = 0;
  for (const article of articles) {
    const sure = findings(article, SURE);
    expect(sure).toEqual(findings(article, DOUBTFUL));
    found += sure.length;
  }
  expect(found).toBeGreaterThan(40);
});

test('history, notices and what was not taken do not depend on the model', () => {
  for (const article of articles) {
    const [sure, doubtful] = [assess(article, SURE), assess(article, DOUBTFUL)];
    expect(sure.notices).toEqual(doubtful.notices);
    expect(sure.rejected).toEqual(doubtful.rejected);
    expect(new Set(sure.history)).toEqual(new Set(doubtful.history));
  }
});

describe('a weak finding', () => {
  const weak = anArticle({
    title: 'Northshire looks ahead',
    text: 'Ofsted has rated Northshire’s children’s services good.',
  });
  test('stands among the events where the article reads like news', () =>
    expect(assess(weak, SURE).events).toHaveLength(1));
  test('waits for a person where it does not', () => {
    expect(assess(weak, DOUBTFUL)).toMatchObject({
      relevant: false,
      events: [],
      review: [{ authority: 'northshire' }],
    });
  });
});

test('the model is asked once where something was found, and never where nothing was', () => {
  let asked = 0;
  const counting: Rulebook = { ...rulebook, relevance: () => (asked += 1) };
  assess(anArticle({ title: 'Road works', text: 'Northshire Council will close the coast road.' }), counting);
  assess(anArticle({ title: 'Ofsted on schools', text: 'A school in Northshire was rated good.' }), counting);
  expect(asked).toBe(0);
  assess(
    anArticle({
      title: 'Ofsted rates Northshire and Southshire children’s services good',
      text: 'Both councils’ children’s services were rated good.',
    }),
    counting,
  );
  expect(asked).toBe(1);
});

test('what the model made of an article is kept for its explanation', () => {
  const article = anArticle({ title: 'Ofsted rates Northshire’s children’s services good', text: 'It is out today.' });
  expect(assessTraced(article, rulebook).trace.relevance).toBeGreaterThan(0.5);
  expect(assessTraced(anArticle({ text: 'Road works.' }), rulebook).trace.relevance).toBeNull();
});
