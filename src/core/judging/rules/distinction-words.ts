/** Words of which claims of distinction are made, as mentions: the engine makes these classes itself. */
import type { Trie } from '../text/trie.ts';

/** As `config/rules/distinction-words.yaml` holds them. */
export interface DistinctionWords {
  /** From the first on. */
  ordinals: string[];
  /** From one on. */
  counts: string[];
  few: string[];
  only_one: string[];
  one_of: string[];
  places: Record<string, { name: string; words: string[] }>;
  /** By how many times. */
  repeats: Record<string, string[]>;
  this_grade: string[];
  regime: string[];
}

export const DISTINCTION_CLASSES = [
  'distinction_nth',
  'distinction_only',
  'distinction_one_of',
  'distinction_count',
  'distinction_few',
  'distinction_place',
  'distinction_repeat',
  'distinction_this_grade',
  'distinction_regime',
] as const;
type Class = (typeof DISTINCTION_CLASSES)[number];

/** More councils than there are or were. */
const MOST_COUNCILS = 200;
const TAILS = ['th', 'st', 'nd', 'rd'];

/** Ids of ordinals, counts and repeats are their numbers in figures, those of places their ids. */
export function addDistinctionWords(trie: Trie, words: DistinctionWords): void {
  const add = (cls: Class, id: string, phrases: readonly string[]) => {
    for (const phrase of phrases) trie.add(phrase, { cls, id });
  };
  for (const [n, word] of words.ordinals.entries()) add('distinction_nth', String(n + 1), [word]);
  for (let n = 1; n <= MOST_COUNCILS; n++) {
    const teen = n % 100 >= 11 && n % 100 <= 13;
    add('distinction_nth', String(n), [`${n}${teen ? 'th' : (TAILS[n % 10] ?? 'th')}`]);
  }
  for (const [n, word] of words.counts.entries()) add('distinction_count', String(n + 1), [word]);
  for (const [times, phrases] of Object.entries(words.repeats)) add('distinction_repeat', times, phrases);
  for (const [id, { words: spellings }] of Object.entries(words.places)) add('distinction_place', id, spellings);
  add('distinction_few', 'few', words.few);
  add('distinction_only', 'only', words.only_one);
  add('distinction_one_of', 'one_of', words.one_of);
  add('distinction_this_grade', 'this', words.this_grade);
  add('distinction_regime', 'regime', words.regime);
}
