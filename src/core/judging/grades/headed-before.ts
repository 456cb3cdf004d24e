/** "Previous rating", and on the line below it "Inadequate": a grade that stands alone under words of the time before. */
import type { Rating } from '../statement.ts';
import { mentionsIn, type Reading } from '../text/reading.ts';
import { otherWords } from './lines.ts';

/** Named among the rules of a grade. */
export const HEADED_BEFORE = 'headed-before';

/** Words that such a heading may hold beside those of grades and inspections: "Rating at the", "Overall". */
const MOST_OTHER_WORDS = 2;

/** @returns whether the line above says that the grade, alone on its line, is one of before */
export function isHeadedBefore({ mention, sentence }: Rating, reading: Reading): boolean {
  const heading = reading.sentences[sentence.index - 1];
  if (sentence.field !== 'text' || heading?.field !== 'text' || otherWords(reading, sentence, [mention]) > 0)
    return false;
  const { from, to } = heading;
  const of = (cls: string) => mentionsIn(reading, cls, from, to);
  const ofBefore = [...of('previous_word'), ...of('last_occasion')];
  const ends = ['.', '!', '?'].includes(reading.tokens[to - 1]?.w ?? '');
  const known = [...ofBefore, ...of('rating_word'), ...of('inspection_word'), ...of('overall_word'), ...of('month')];
  return (
    ofBefore.length > 0 && !ends && of('grade').length === 0 && otherWords(reading, heading, known) <= MOST_OTHER_WORDS
  );
}
