/** The area that a sentence is about, though other words, or another sentence, stand between it and its grade. */
import { chain } from './area-lists.ts';
import type { Rating } from './ratings.ts';
import { everyFrom, mentionsIn, type Reading, someFrom, startsClass } from './reading.ts';
import type { Sentence } from './sentences.ts';
import type { Mention } from './trie.ts';

/** Words between the start of a sentence and the area that it is about: "The", "Its work with". */
const OPENING = 2;
const REACH = 10;
const EXCEPTION_REACH = 22;

/** @param left areas of the sentence before the grade that nothing links to it */
export function subjectArea(rating: Rating, left: Mention[], reading: Reading): Mention[] {
  const first = left[0];
  const last = left.at(-1);
  if (!first || !last) return [];
  const opens = first.from - rating.sentence.from <= OPENING;
  if (opens && (ranks(rating, last, reading) || isTakenUp(rating, last, reading))) return chain(reading, left, 1);
  return isException(rating, last, reading) ? [last] : [];
}

/** "Leadership came out lower still at inadequate": nothing but words of one clause, and one that leads to the grade. */
function ranks({ mention }: Rating, { to }: Mention, reading: Reading): boolean {
  const leads = ['at', 'as', 'with'].includes(reading.tokens[mention.from - 1]?.w ?? '');
  const foreign = (i: number) =>
    !reading.tokens[i]?.word ||
    reading.tokens[i]?.w === 'and' ||
    startsClass(reading, i, 'pronoun', 'contrast', 'time_clause', 'relative', 'authority', 'service', 'council_word');
  return leads && mention.from - to <= REACH && mention.from > to && !someFrom(to, mention.from, foreign);
}

/** "Adoption is where most is to be done: it, too, requires improvement." */
function isTakenUp({ mention }: Rating, { to }: Mention, reading: Reading): boolean {
  const colon = mentionsIn(reading, 'pronoun', to, mention.from).find(
    (m) => ['it', 'they'].includes(reading.tokens[m.from]?.w ?? '') && reading.tokens[m.from - 1]?.w === ':',
  );
  const passed = (i: number) =>
    !reading.tokens[i]?.word || startsClass(reading, i, 'also_word', 'be', 'judged', 'has', 'remain', 'link');
  return colon !== undefined && everyFrom(colon.to, mention.from, passed);
}

/** "The exception was adoption, where more is to be done and the grade was good", "one strand, adoption, came off lightly and required improvement" */
function isException({ mention, sentence }: Rating, { from, to }: Mention, reading: Reading): boolean {
  if (mentionsIn(reading, 'singles_out', Math.max(sentence.from, from - 4), from).length === 0) return false;
  const ends = (i: number) => reading.tokens[i]?.w === ';' || startsClass(reading, i, 'contrast', 'time_clause');
  return mention.from - to <= EXCEPTION_REACH && !someFrom(to, mention.from, ends);
}

/** "Only adoption escapes. It requires improvement": the sentence before opens with one area and speaks of nothing else. */
export function isCarriedOn(before: Sentence, area: Mention, reading: Reading): boolean {
  const others = ['authority', 'service', 'council_word', 'provider'];
  return (
    area.from - before.from <= OPENING &&
    others.every((cls) => mentionsIn(reading, cls, before.from, before.to).length === 0)
  );
}
