/** A grade of before that was given once more, told in other words than by its name. */
import type { Rating } from '../statement.ts';
import { mentionsIn, type Reading } from '../text/reading.ts';

/** "It has had an inadequate since 2018, and today it gets another.", "It was found inadequate in 2018. Nothing has changed since." */
export function isGivenAgain({ mention, sentence }: Rating, until: number, reading: Reading): boolean {
  if (mentionsIn(reading, 'given_again', mention.to, until).length > 0) return isOnReports(reading);
  const next = reading.sentences[sentence.index + 1];
  if (until < sentence.to || next?.field !== sentence.field) return false;
  const speaksOf = (cls: string) => mentionsIn(reading, cls, next.from, next.to).some((m) => m.id !== 'overall');
  const yet = reading.tokens.slice(next.from, next.to).some(({ w }) => w === 'until' || w === 'till');
  return speaksOf('given_again') && !yet && !NOT_OF_IT.some(speaksOf) && isOnReports(reading);
}

/** The title, or the first sentences, tell of a verdict that is new: elsewhere a grade that has not changed is just the one of before. */
function isOnReports(reading: Reading): boolean {
  return reading.sentences.some(({ field, depth, from, to }) => {
    const classes = field === 'title' ? OF_VERDICTS : depth < LEADING ? OF_NEWS : [];
    return classes.some((cls) => mentionsIn(reading, cls, from, to).length > 0);
  });
}
const LEADING = 3;
const OF_VERDICTS = ['inspectorate', 'rating_word'];
const OF_NEWS = ['new_report', 'published_word', 'reported_on', 'latest_word', 'same_day', 'found_now'];
const NOT_OF_IT = ['grade', 'area', 'authority', 'visit', 'year', 'provider', 'modal'];
