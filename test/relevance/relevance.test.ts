import { expect, test } from 'vitest';
import { Faults } from '../../src/adapters/config/files.ts';
import { loadRelevanceExamples } from '../../src/adapters/config/relevance.ts';
import { relevance, trainRelevance } from '../../src/core/relevance.ts';
import { demoRecords, loadWorld } from '../../src/demo/world.ts';

const examples = loadRelevanceExamples('config', new Faults());
const model = trainRelevance(examples);
const guess = (title: string, text = '') => relevance(title, text, model);

const likely = [
  'Ofsted rates Southshire’s children’s services good',
  'Inspectors find Northshire’s children’s services inadequate',
  'Adult social care in Eastborough rated requires improvement by the CQC',
];
const unlikely = [
  'Primary school in Northshire rated good',
  'Vacancy: team manager in an outstanding children’s service',
  'Westhampton wins cup after outstanding second half',
  'Road works on the coast road to last until May',
];
for (const title of likely) test(`likely a judgement: ${title}`, () => expect(guess(title)).toBeGreaterThan(0.5));
for (const title of unlikely) test(`hardly a judgement: ${title}`, () => expect(guess(title)).toBeLessThan(0.3));

test('a name never changes the guess', () => {
  const named = (name: string) =>
    guess(`Ofsted rates ${name} children’s services good`, `The report on ${name} is out.`);
  expect(named('Northshire')).toBeCloseTo(named('Brackenshire'), 10);
});

test('on the invented world, articles with a judgement come before those without in nine pairs of ten', () => {
  const world = loadWorld('config/demo');
  const scored = demoRecords(world, world.startsAt, 2).map(({ title, text, labels }) => ({
    score: guess(title, text),
    relevant: labels.relevant,
  }));
  const pairs = scored
    .filter(({ relevant }) => relevant)
    .flatMap((hit) => scored.filter(({ relevant }) => !relevant).map((other) => hit.score > other.score));
  expect(pairs.filter(Boolean).length / pairs.length).toBeGreaterThan(0.9);
});

test('guesses are calibrated: of sentences the model has not seen, as many are judgements as it says', () => {
  // Every fifth sentence is guessed by a model of the others.
  const scored = [0, 1, 2, 3, 4].flatMap((fifth) => {
    const others = trainRelevance(examples.filter((_, index) => index % 5 !== fifth));
    return examples
      .filter((_, index) => index % 5 === fifth)
      .map(({ text, relevant }) => ({ guess: relevance(text.replaceAll(/\{[A-Z]\}/g, ' '), '', others), relevant }));
  });
  for (const [from, until] of [
    [0, 0.3],
    [0.3, 0.7],
    [0.7, 1.01],
  ] as const) {
    const bin = scored.filter((entry) => entry.guess >= from && entry.guess < until);
    const said = bin.reduce((sum, entry) => sum + entry.guess, 0) / bin.length;
    const was = bin.filter(({ relevant }) => relevant).length / bin.length;
    expect(Math.abs(said - was), `${from} to ${until}: said ${said.toFixed(2)}, was ${was.toFixed(2)}`).toBeLessThan(
      0.15,
    );
  }
});

test('the same sentences give the same model', () => {
  expect([...trainRelevance(examples).weights]).toEqual([...model.weights]);
});

test('an empty article is unlikely, and never not a number', () => {
  expect(guess('', '')).toBeLessThan(0.5);
  expect(guess('', '. . .\n\n12')).toBeGreaterThanOrEqual(0);
});

test('of a megabyte only the lead is read', () => {
  const long = `${'Road works. '.repeat(200)}${'Ofsted rates children’s services good. '.repeat(25_000)}`;
  expect(guess('Road works', long)).toBe(guess('Road works', long.slice(0, 5_000)));
});
