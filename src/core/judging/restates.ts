/** Whether a grade word only says again what "the lowest rating" beside it says. */
import type { Rating } from './ratings.ts';
import { type Reading, someFrom, startsClass } from './reading.ts';

/** "Adoption got the highest grade, while leadership was good": each is a grade of its own. */
function isContrasted({ mention: a, grade }: Rating, { mention: b, grade: other }: Rating, reading: Reading): boolean {
  const [from, to] = a.from < b.from ? [a.to, b.from] : [b.to, a.from];
  return grade !== other && someFrom(from, to, (i) => startsClass(reading, i, 'contrast'));
}

/** The grade word that "the lowest rating" only explains stands close by. */
export const restates = (word: Rating, paraphrase: Rating, reading: Reading): boolean =>
  !word.paraphrase &&
  !word.refused &&
  !isContrasted(word, paraphrase, reading) &&
  (word.grade === paraphrase.grade || word.standing !== 'denied') &&
  Math.min(Math.abs(word.mention.from - paraphrase.mention.to), Math.abs(paraphrase.mention.from - word.mention.to)) <=
    12;
