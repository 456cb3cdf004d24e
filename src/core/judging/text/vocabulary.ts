/**
 * Which words and classes a sentence holds. Most patterns ask for something that is not there, which is cheaper to see
 * here than by walking from the anchor.
 */
import type { Token } from './tokens.ts';
import type { Mention, Meter } from './trie.ts';

/** One of the words, or a mention of the class. */
export type Ask = { words: string[] } | { cls: string };

/** What is looked at: the text and its mentions. */
interface Text {
  tokens: Token[];
  startsAt: Mention[][];
  meter: Meter;
}
type Bounds = Pick<Mention, 'from' | 'to'>;

interface Vocabulary {
  words: Set<string>;
  classes: Set<string>;
}

/** Whether everything asked for begins or stands somewhere between the bounds. */
export function holdsAll(asks: Ask[], text: Text, bounds: Bounds): boolean {
  if (asks.length === 0) return true;
  const { words, classes } = vocabularyOf(text, bounds);
  return asks.every((ask) => ('cls' in ask ? classes.has(ask.cls) : ask.words.some((word) => words.has(word))));
}

/** By the mentions as they are indexed, which are indexed anew when some are added or left out, and by the sentence. */
const KNOWN = new WeakMap<Mention[][], WeakMap<Bounds, Vocabulary>>();

function vocabularyOf({ tokens, startsAt, meter }: Text, bounds: Bounds): Vocabulary {
  const ofText = KNOWN.get(startsAt) ?? new WeakMap<Bounds, Vocabulary>();
  KNOWN.set(startsAt, ofText);
  const known = ofText.get(bounds);
  if (known) return known;
  const vocabulary: Vocabulary = { words: new Set(), classes: new Set() };
  for (let i = bounds.from; i < bounds.to; i++) {
    meter.steps++;
    vocabulary.words.add(tokens[i]?.w ?? '');
    for (const { cls } of startsAt[i] ?? []) vocabulary.classes.add(cls);
  }
  ofText.set(bounds, vocabulary);
  return vocabulary;
}
