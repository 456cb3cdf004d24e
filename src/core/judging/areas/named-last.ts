/** A sentence without a subject of its own, about the area on which the sentence before ends. */
import type { Rating } from '../statement.ts';
import { everyFrom, isPronoun, mentionsIn, type Reading, someFrom, startsClass } from '../text/reading.ts';
import type { Sentence } from '../text/sentences.ts';
import type { Mention } from '../text/trie.ts';

/**
 * "They had warm words for adoption. This they rated good.", "The one glimmer is adoption. It's moved off the bottom to good."
 */
export function namedLast({ mention, sentence }: Rating, before: Sentence, reading: Reading): Mention | null {
  const area = endsOn(before, reading);
  if (!area) return null;
  const alone = () => isOneAlone(area, before, reading) && movesOn(mention, sentence, reading);
  return thisTheyJudged(mention, sentence, reading) || alone() ? area : null;
}

/** "This they rated good.", "That it called outstanding." */
const thisTheyJudged = ({ from: grade }: Mention, { from }: Sentence, reading: Reading): boolean =>
  ['this', 'that'].includes(reading.tokens[from]?.w ?? '') &&
  (isPronoun(reading, from + 1) || startsClass(reading, from + 1, 'inspectorate')) &&
  everyFrom(from + 2, grade, (i) => startsClass(reading, i, 'judged', 'gave', 'has', 'also_word', 'link'));

/** The area on whose name a sentence ends, whatever else it speaks of. */
function endsOn({ from, to }: Sentence, reading: Reading): Mention | null {
  const area = mentionsIn(reading, 'area', from, to).at(-1);
  return area && area.id !== 'overall' && !someFrom(area.to, to, (i) => Boolean(reading.tokens[i]?.word)) ? area : null;
}

/** "The one glimmer is adoption.", and nothing else is named there or graded. */
const isOneAlone = (area: Mention, { from, to }: Sentence, reading: Reading): boolean =>
  mentionsIn(reading, 'area', from, to).length === 1 &&
  mentionsIn(reading, 'grade', from, to).length === 0 &&
  mentionsIn(reading, 'singles_out', from, area.from).length > 0 &&
  someFrom(from, area.from, (i) => ['be', 'remain'].some((cls) => startsClass(reading, i, cls)));

/** "It's moved off the bottom to good": the pronoun, and how it went. */
const movesOn = ({ from: grade }: Mention, { from }: Sentence, reading: Reading): boolean =>
  ['it', "it's", 'that', 'this', 'they'].includes(reading.tokens[from]?.w ?? '') &&
  ['authority', 'service', 'council_word', 'overall_word', 'area'].every(
    (cls) => mentionsIn(reading, cls, from, grade).length === 0,
  );
