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
  const judged = thisTheyJudged(mention, sentence, reading) || isThatSo(mention, sentence, area, before, reading);
  return judged || alone() ? area : null;
}

/** "This they rated good.", "That it called outstanding." */
const thisTheyJudged = ({ from: grade }: Mention, { from }: Sentence, reading: Reading): boolean =>
  ['this', 'that'].includes(reading.tokens[from]?.w ?? '') &&
  (isPronoun(reading, from + 1) || startsClass(reading, from + 1, 'inspectorate')) &&
  everyFrom(from + 2, grade, (i) => startsClass(reading, i, 'judged', 'gave', 'has', 'also_word', 'link'));

/** "It is inadequate in every part but one, which is adoption. That requires improvement.": the exception on which the sentence ends. */
function isThatSo(grade: Mention, { from }: Sentence, area: Mention, before: Sentence, reading: Reading): boolean {
  const opens = ['that', 'this', 'it'].includes(reading.tokens[from]?.w ?? '');
  const leads = (i: number) => startsClass(reading, i, 'be', 'judged', 'also_word', 'link', 'remain');
  if (!opens || !everyFrom(from + 1, grade.from, leads)) return false;
  const excepted = mentionsIn(reading, 'excepting', before.from, area.from).some(
    (m) => area.from - m.to <= APART_REACH,
  );
  const butOne = (i: number) =>
    ['but', 'bar'].includes(reading.tokens[i]?.w ?? '') && reading.tokens[i + 1]?.w === 'one';
  const told = mentionsIn(reading, 'grade', before.from, before.to);
  return (
    told.length > 0 &&
    told.every(({ id }) => id !== grade.id) &&
    (excepted || someFrom(Math.max(before.from, area.from - APART_REACH), area.from, butOne))
  );
}
/** "but one, which is support for" */
const APART_REACH = 7;

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
