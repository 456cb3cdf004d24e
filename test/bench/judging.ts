/**
 * What judging costs: the project's own labelled articles beside natural's stemming and Bayes classifier (which only tells
 * whether an article is relevant), interleaved; then one long text of each kind that is made to be costly, at four lengths.
 *
 * `npx tsx test/bench/judging.ts [articles longest]`: how many articles, and characters of the longest text (1,000,000)
 */
import { readFileSync } from 'node:fs';
import BayesClassifier from 'natural/lib/natural/classifiers/bayes_classifier.js';
import { loadRulebook } from '../../src/adapters/config/rulebook.ts';
import { assess } from '../../src/core/judging/assess.ts';
import type { ArticleText } from '../../src/core/types.ts';
import { growHeapSparingly } from '../../src/heap.ts';

const ROUNDS = 5;
const [count, longest] = [Number(process.argv[2] ?? Number.POSITIVE_INFINITY), Number(process.argv[3] ?? 1_000_000)];

interface Labelled {
  id: string;
  title: string;
  text: string;
  published: string | null;
  labels: { relevant: boolean };
}

// As the program itself does when it starts.
growHeapSparingly();
const rulebook = loadRulebook('config');
const labelled = readFileSync(new URL('../judging/articles.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(0, count)
  .map((line) => JSON.parse(line) as Labelled);
const anArticle = ({ id, title, text, published }: Labelled): ArticleText => ({
  ...{ id, title, text, published, url: null, publisher: null, homeAuthority: null },
});
const median = (numbers: number[]) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
const timed = (work: () => void): number => {
  const began = performance.now();
  work();
  return performance.now() - began;
};

const bayes = new BayesClassifier();
for (const { title, text, labels } of labelled) bayes.addDocument(`${title} ${text}`, String(labels.relevant));
bayes.train();

const ours: number[] = [];
const theirs: number[] = [];
// The first round warms up.
for (let round = 0; round <= ROUNDS; round++) {
  const ms = timed(() => labelled.forEach((article) => void assess(anArticle(article), rulebook))) / labelled.length;
  const peer = timed(() => labelled.forEach(({ title, text }) => void bayes.classify(`${title} ${text}`)));
  if (round > 0) ours.push(ms);
  if (round > 0) theirs.push(peer / labelled.length);
}
const characters = labelled.reduce((sum, { title, text }) => sum + title.length + text.length, 0) / labelled.length;
console.log(
  `${labelled.length} articles of ${characters.toFixed(0)} characters: ${median(ours).toFixed(2)} ms each, natural's Bayes classifier ${median(theirs).toFixed(2)} ms, ratio ${(median(theirs) / median(ours)).toFixed(2)}`,
);

const COSTLY: Record<string, string> = {
  'one grade word': 'outstanding ',
  'a rating again and again': 'rated good ',
  'an authority': 'Reading ',
  'the beginning of a long name': 'Bath and North East ',
  'a long title of an area': 'the experiences and progress of children in care and ',
  'lines of areas and grades': 'Care leavers: good\n',
  'a council and its grade a sentence': 'Ofsted rated Kent good. ',
  'one endless word': 'a',
};
let peak = 0;
for (const [what, unit] of Object.entries(COSTLY)) {
  const times = [8, 4, 2, 1].map((part) => {
    const text = unit.repeat(Math.ceil(longest / part / unit.length));
    return timed(() => void assess({ ...anArticle(labelled[0] as Labelled), text }, rulebook));
  });
  peak = Math.max(peak, process.memoryUsage.rss());
  const [eighth, , , whole] = times as [number, number, number, number];
  console.log(
    `${what}, ${longest} characters: ${whole.toFixed(0)} ms, ${(whole / eighth).toFixed(1)} times an eighth of it`,
  );
}
console.log(`at most ${Math.round(peak / 1e6)} MB resident after a text`);
