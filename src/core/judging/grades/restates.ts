/** Whether a grade word only says again what "the lowest rating" beside it says. */
import type { Rating } from '../statement.ts';
import { mentionsIn, type Reading, someFrom, startsClass } from '../text/reading.ts';

/** "Adoption got the highest grade, while leadership was good", "Northshire good as Southshire gets the lowest grade": each is a grade of its own. */
function isContrasted({ mention: a, grade }: Rating, { mention: b, grade: other }: Rating, reading: Reading): boolean {
  const [from, to] = a.from < b.from ? [a.to, b.from] : [b.to, a.from];
  return grade !== other && someFrom(from, to, (i) => startsClass(reading, i, 'contrast', 'authority'));
}

/** "It remains inadequate, having first had the lowest grade in 2019": told of another time. */
const isDatedApart = ({ mention: word, sentence }: Rating, { mention }: Rating, reading: Reading): boolean => {
  const first = mentionsIn(
    reading,
    'first_had',
    Math.max(word.to, mention.from - 6),
    Math.min(sentence.to, mention.to + 6),
  );
  return (
    word.to < mention.from &&
    first.length > 0 &&
    mentionsIn(reading, 'year', mention.to, Math.min(sentence.to, mention.to + YEAR_REACH)).length > 0
  );
};
/** From a grade to the year beside it. */
const YEAR_REACH = 7;

/** "lifted from the bottom grade to good", "got the top mark, having been good": what it had, and what it has. */
const isLeft = (word: Rating, paraphrase: Rating): boolean =>
  word.grade !== paraphrase.grade &&
  [word, paraphrase].some((r) => r.standing === 'previous') &&
  [word, paraphrase].some((r) => r.standing === 'current');

/** "given the lowest possible rating, down from requires improvement": what it has, and what it had. */
const isLeftBehind = (word: Rating, paraphrase: Rating, { tokens }: Reading): boolean =>
  word.grade !== paraphrase.grade &&
  word.mention.from >= paraphrase.mention.to &&
  tokens[word.mention.from - 1]?.w === 'from' &&
  paraphrase.standing === 'current';

/** The grade word that "the lowest rating" only explains stands close by. */
export const restates = (word: Rating, paraphrase: Rating, reading: Reading): boolean =>
  !word.paraphrase &&
  !word.refused &&
  !isContrasted(word, paraphrase, reading) &&
  !isDatedApart(word, paraphrase, reading) &&
  !isLeft(word, paraphrase) &&
  !isLeftBehind(word, paraphrase, reading) &&
  (word.grade === paraphrase.grade || word.standing !== 'denied') &&
  Math.min(Math.abs(word.mention.from - paraphrase.mention.to), Math.abs(paraphrase.mention.from - word.mention.to)) <=
    12;
