/** Two councils named together and then told apart, "the former … the latter", and others whose names follow the grade. */
import { everyFrom, mentionsIn, type Reading, someFrom, startsClass } from '../text/reading.ts';
import type { Sentence } from '../text/sentences.ts';
import type { Mention } from '../text/trie.ts';

/** Which of two each pair of words means. */
const PAIRS: readonly [string, string][] = [
  ['former', 'latter'],
  ['first', 'second'],
  ['first', 'other'],
];

/**
 * "Northshire and Southshire differ: the former is good, the latter inadequate": the one of the two that is meant.
 *
 * @param before end of the rating before it in the sentence, or the start of the sentence
 */
export function ofTheTwo(
  { from: grade }: Mention,
  before: number,
  sentence: Sentence,
  reading: Reading,
): Mention | null {
  const w = (i: number) => reading.tokens[i]?.w ?? '';
  const saysBoth = ([a, b]: [string, string]) =>
    [a, b].every((word) => someFrom(sentence.from, sentence.to, (i) => w(i) === word && w(i - 1) === 'the'));
  const pair = PAIRS.find(saysBoth);
  if (!pair) return null;
  for (let i = grade - 1; i > before; i--) {
    const which = pair.indexOf(w(i));
    if (which < 0 || w(i - 1) !== 'the') continue;
    const alone = !reading.tokens[i + 1]?.word || startsClass(reading, i + 1, ...VERBS) || i + 1 === grade;
    return alone ? (twoBefore(i, sentence, reading)?.[which] ?? null) : null;
  }
  return null;
}
const VERBS = ['be', 'has', 'gave', 'judged', 'remain', 'up', 'down'];

/** The two that the sentence names before it, else those of the sentence before. */
function twoBefore(at: number, sentence: Sentence, reading: Reading): [Mention, Mention] | null {
  const last = reading.sentences[sentence.index - 1];
  const here = mentionsIn(reading, 'authority', sentence.from, at);
  const named = here.length > 0 || !last ? here : mentionsIn(reading, 'authority', last.from, last.to);
  const [first, second, third] = named;
  return first && second && !third && first.id !== second.id ? [first, second] : null;
}

/**
 * "Northshire is on its way, and others that were judged inadequate, such as Southshire and Kelbury, follow": of those others.
 *
 * @param groups names of the sentence, those of one list together
 * @returns null where no others are spoken of; none where they are not named
 */
export function ofOthersNamed(
  mention: Mention,
  before: number,
  groups: Mention[][],
  reading: Reading,
): Mention[] | null {
  const w = (i: number) => reading.tokens[i]?.w ?? '';
  const others = (i: number) =>
    w(i) === 'others' && (['that', 'which', 'who', 'with'].includes(w(i + 1)) || startsClass(reading, i + 1, 'judged'));
  if (!someFrom(Math.max(before, mention.from - OTHERS_REACH), mention.from, others)) return null;
  const right = groups.find(([first]) => first !== undefined && first.from >= mention.to) ?? [];
  const leads = (i: number) => !reading.tokens[i]?.word || LEADS.has(w(i));
  const pointed = right[0] !== undefined && everyFrom(mention.to, right[0].from, leads);
  return pointed ? right : [];
}
const OTHERS_REACH = 8;
const LEADS = new Set([
  'such',
  'as',
  'like',
  'including',
  'among',
  'them',
  'namely',
  'by',
  'ofsted',
  'rating',
  'ratings',
]);
