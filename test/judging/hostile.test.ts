import { expect, test } from 'vitest';
import { assessTraced } from '../../src/core/judging/assess.ts';
import { anArticle, rulebook } from './support.ts';

/** Steps of all matchers for one article. */
const steps = (text: string, title = '') => assessTraced(anArticle({ title, text }), rulebook).trace.meter.steps;

/** A generator of numbers that is the same on every run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

const WORDS =
  "Ofsted rated judged outstanding good inadequate requires improvement to be children's services Northshire Reading Council the and from in 2018 not no longer if leadership care leavers , . : – \n \n\n ( ) school was were has been been rated lowest rating Bath and North East Somerset overall".split(
    /(?<=\S) /,
  );

const mixes: [string, (n: number) => string][] = [
  ['one grade word', (n) => 'outstanding '.repeat(n)],
  ['rated good', (n) => 'rated good '.repeat(n)],
  ['from good to good', (n) => 'from good to good, '.repeat(n)],
  ['a name', (n) => 'Reading '.repeat(n)],
  ['the beginning of a long name', (n) => 'Bath and North East '.repeat(n)],
  ['a long title of an area', (n) => 'the experiences and progress of children in care and '.repeat(n)],
  ['sentences of one letter', (n) => 'a. '.repeat(n)],
  ['ampersands', (n) => '&'.repeat(n)],
  ['one endless word', (n) => 'a'.repeat(n)],
  ['quotation marks', (n) => `"' `.repeat(n)],
  ['hyphens and line breaks', (n) => 'a-\n'.repeat(n)],
  ['empty lines', (n) => '\n'.repeat(n)],
  ['area and grade lines', (n) => 'Care leavers: good\n'.repeat(n)],
  ['heading and names', (n) => 'COUNCILS RATED INADEQUATE\nNorthshire Council\n'.repeat(n)],
];

for (const [what, make] of mixes)
  test(`work grows with the length of the text, not faster: ${what}`, () => {
    const [small, large] = [make(400), make(3200)];
    const perCharacter = (text: string) => steps(text) / Math.max(text.length, 1);
    expect(perCharacter(large)).toBeLessThan(Math.max(perCharacter(small) * 1.5, 40));
  });

test('random mixes of the vocabulary cost a bounded number of steps per character', () => {
  for (let seed = 1; seed <= 12; seed++) {
    const next = numbers(seed);
    const text = Array.from({ length: 4000 }, () => WORDS[Math.floor(next() * WORDS.length)]).join(' ');
    expect(steps(text, text.slice(0, 200)) / text.length).toBeLessThan(400);
  }
});

test('a megabyte of anything is judged, and says at most as much as a person could check', () => {
  for (const [, make] of mixes.slice(0, 5)) {
    const unit = make(1).length;
    const { assessment } = assessTraced(anArticle({ text: make(Math.ceil(1_000_000 / unit)) }), rulebook);
    expect(assessment.events.length).toBeLessThan(10);
    expect(assessment.rejected.length).toBeLessThanOrEqual(60);
  }
  // How long five megabytes take on a busy machine is no finding.
}, 600_000);
