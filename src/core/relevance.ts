/**
 * How likely an article tells of a new judgement: a small logistic model over word stems and pairs of them, trained from
 * the labelled sentences of `config/relevance.yaml` the first time it is asked. It only helps decide what deserves a
 * closer look and how sure to be; it never makes a finding.
 *
 * The same sentences give the same model: no randomness, a fixed number of steps.
 */
import PorterStemmer from 'natural/lib/natural/stemmers/porter_stemmer.js';
import { WordTokenizer } from 'natural/lib/natural/tokenizers/regexp_tokenizer.js';

export interface RelevanceExample {
  /** `{A}` and `{B}` stand for authorities. */
  text: string;
  relevant: boolean;
}

export interface RelevanceModel {
  /** Stem or pair of stems → weight; `''` is the bias. Already calibrated. */
  weights: ReadonlyMap<string, number>;
}

/** A feature must stand in this many examples: rarer ones are chance. */
const MIN_EXAMPLES = 2;
const STEPS = 150;
const STEP_SIZE = 4;
/** Pull of weights to zero per example: few examples, many features. */
const SHRINK = 0.4;
const FOLDS = 5;
/** What is read of an article: the news stands in front, and the cost stays bounded. */
const TITLE_CHARS = 300;
const LEAD_CHARS = 1_500;
/** Pieces shorter than this say nothing by themselves. */
const MIN_STEMS = 4;
/** So many of its sentences, the likeliest, stand for the lead. */
const LIKELIEST = 3;
/** What a lead of fewer sentences does not say speaks neither for a judgement nor against it. */
const SENTENCES_OF_A_LEAD = 4;

const tokenizer = new WordTokenizer();

/**
 * Trains the model and calibrates it: each example is scored by a model that has not seen it, and a slope and offset
 * are fitted so that what gets 0.8 is relevant in about eight of ten cases (Platt, "Probabilistic outputs for support
 * vector machines", 1999).
 */
export function trainRelevance(examples: readonly RelevanceExample[]): RelevanceModel {
  const rows = examples.map(
    ({ text, relevant }, index): Row => ({
      // A name that stands in no other example parts the words beside it, as in an article, and is never learned.
      features: featuresOf(text.replaceAll(/\{([A-Z])\}/g, `$1name${index}`)),
      target: relevant ? 1 : 0,
    }),
  );
  const byFold = Array.from({ length: FOLDS }, (_, fold) => learn(rows.filter((_, index) => index % FOLDS !== fold)));
  const logits = rows.map(({ features, target }, index) => ({
    logit: logitOf(features, byFold[index % FOLDS]!),
    target,
  }));
  const { slope, offset } = calibration(logits);
  const weights = new Map<string, number>();
  for (const [feature, weight] of learn(rows)) weights.set(feature, weight * slope + (feature === '' ? offset : 0));
  return { weights };
}

/** The guess of a model that is trained when first asked: a run that finds nothing to weigh never pays for it. */
export function relevanceGuess(examples: readonly RelevanceExample[]): (title: string, text: string) => number {
  let model: RelevanceModel | null = null;
  return (title, text) => {
    model ??= trainRelevance(examples);
    return relevance(title, text, model);
  };
}

/**
 * @returns 0 to 1: the likelihoods of the title and of the three likeliest sentences of the lead, averaged as log-odds.
 *   One sentence that sounds like a judgement is common in other news; a title and three of them seldom are.
 */
export function relevance(title: string, text: string, model: RelevanceModel): number {
  const pieces = text.slice(0, LEAD_CHARS).split(SENTENCE_ENDS);
  const sentences = pieces
    .map(featuresOf)
    .filter(({ stems }) => stems >= MIN_STEMS)
    .map((features) => logitOf(features, model.weights));
  const unsaid = sentences.length === 0 ? 0 : Math.max(0, SENTENCES_OF_A_LEAD - sentences.length);
  const lead = [...sentences, ...Array<number>(unsaid).fill(0)].sort((a, b) => b - a).slice(0, LIKELIEST);
  const head = title.trim() === '' ? [] : [logitOf(featuresOf(title.slice(0, TITLE_CHARS)), model.weights)];
  const logits = [...head, ...lead];
  return logistic(logits.length === 0 ? (model.weights.get('') ?? 0) : mean(logits));
}

const SENTENCE_ENDS = /\n+|(?<=[.!?])\s+(?=\p{Lu})/u;
const mean = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

interface Features {
  stems: number;
  present: Set<string>;
}
interface Row {
  features: Features;
  target: 0 | 1;
}

const stemsOf = new Map<string, string>();
const MOST_STEMS_KEPT = 20_000;

/** Stemming is the costly part (features of 200 articles: 2,190 against 87 µs an article with a cache). */
function stem(word: string): string {
  const known = stemsOf.get(word);
  if (known !== undefined) return known;
  const found = PorterStemmer.stem(word);
  if (stemsOf.size < MOST_STEMS_KEPT) stemsOf.set(word, found);
  return found;
}

function featuresOf(text: string): Features {
  const told = text
    .toLowerCase()
    .replaceAll(/[’']s\b/g, '')
    .replaceAll(YEARS, ' someyear ')
    .replaceAll(SHARES, ' someshare ');
  const words = tokenizer.tokenize(told);
  const stems = words.filter((word) => !/^\d/.test(word) && !FUNCTION_WORDS.has(word)).map(stem);
  const pairs = stems.slice(1).map((second, index) => `${stems[index]} ${second}`);
  return { stems: stems.length, present: new Set([...stems, ...pairs]) };
}

/** Whichever they are: years tell of what was, shares of statistics. Other numbers tell nothing. */
const YEARS = /\b(?:19|20)\d\d\b/g;
const SHARES = /\d[\d,.]*(?:\s?%| per cent)/g;

/** Words that only tell whether an example was written as a sentence or as a headline; "has been" and "was" tell when. */
const FUNCTION_WORDS = new Set(
  'a an the of in at to for and as by it its their that this which with on from'.split(' '),
);

/** Full-batch gradient descent on log loss with L2. */
function learn(rows: readonly Row[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { features } of rows)
    for (const feature of features.present) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const kept = [...counts].filter(([, count]) => count >= MIN_EXAMPLES).map(([feature]) => feature);
  const place = new Map(kept.map((feature, index) => [feature, index + 1]));
  const sparse = rows.map(({ features, target }) => {
    const at = [0, ...[...features.present].flatMap((feature) => place.get(feature) ?? [])];
    return { at: Int32Array.from(at), target };
  });
  const weights = new Float64Array(kept.length + 1);
  const slope = new Float64Array(weights.length);
  for (let step = 0; step < STEPS; step += 1) {
    slope.fill(0);
    for (const { at, target } of sparse) {
      let sum = 0;
      for (const index of at) sum += weights[index]!;
      const error = logistic(sum) - target;
      for (const index of at) slope[index]! += error;
    }
    for (let index = 0; index < weights.length; index += 1)
      weights[index]! -= (STEP_SIZE / rows.length) * (slope[index]! + (index === 0 ? 0 : SHRINK * weights[index]!));
  }
  return new Map([
    ['', weights[0]!],
    ...kept.map((feature, index): [string, number] => [feature, weights[index + 1]!]),
  ]);
}

function logitOf({ present }: Features, weights: ReadonlyMap<string, number>): number {
  let sum = weights.get('') ?? 0;
  for (const feature of present) sum += weights.get(feature) ?? 0;
  return sum;
}

function calibration(scored: readonly { logit: number; target: 0 | 1 }[]): { slope: number; offset: number } {
  let [slope, offset] = [1, 0];
  for (let step = 0; step < STEPS; step += 1) {
    let [onSlope, onOffset] = [0, 0];
    for (const { logit, target } of scored) {
      const error = logistic(slope * logit + offset) - target;
      onSlope += error * logit;
      onOffset += error;
    }
    slope -= (0.5 / Math.max(1, scored.length)) * onSlope;
    offset -= (0.5 / Math.max(1, scored.length)) * onOffset;
  }
  return { slope, offset };
}

const logistic = (logit: number): number => 1 / (1 + Math.exp(-logit));
