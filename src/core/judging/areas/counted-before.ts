/** Areas that a number before the grade counts, and a list after it names: "judged two areas as outstanding – leadership and adoption – and". */
import type { Rating } from '../statement.ts';
import { numberOf } from '../text/counts.ts';
import { mentionsIn, type Reading, startsClass } from '../text/reading.ts';
import type { Mention } from '../text/trie.ts';
import { chain } from './area-lists.ts';

/** From the number to the grade: "three parts of the service at". */
const COUNT_REACH = 9;
const OPENS = new Set(['–', ':', '(']);
/** Between the mark that opens the list and its first area. */
const MOST_LEADING = 2;

/** @returns as many of the areas right of the grade as were counted; none where they are fewer, or no list opens */
export function countedBefore({ mention, sentence }: Rating, right: Mention[], reading: Reading): Mention[] {
  const [first] = right;
  const opens = OPENS.has(reading.tokens[mention.to]?.w ?? '');
  if (!first || !opens || first.from - mention.to - 1 > MOST_LEADING) return [];
  for (let i = mention.from - 1; i >= Math.max(sentence.from, mention.from - COUNT_REACH); i--) {
    const count = numberOf(reading.tokens[i]?.w ?? '') ?? 0;
    if (count < 2 || !isPart(i + 1, reading)) continue;
    if (mentionsIn(reading, 'grade', i, mention.from).length > 0) return [];
    const listed = chain(reading, right, 1);
    return listed.length < count ? [] : listed.slice(0, count);
  }
  return [];
}

const isPart = (at: number, reading: Reading): boolean =>
  [at, at + 1].some((i) => startsClass(reading, i, 'judged_part', 'area_noun'));
