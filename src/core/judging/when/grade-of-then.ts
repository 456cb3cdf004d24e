/** "It keeps the rating that it was given in 2019", "It's the grade they had last time too": the grade of now, told by who had it then. */
import type { Span } from '../text/asides.ts';
import { isPronoun, mentionsIn, type Reading, startsClass } from '../text/reading.ts';
import type { Mention } from '../text/trie.ts';

/** @returns from what says that the grade is the one of then up to the time it was given; none where no such time is told */
export function gradeOfThen(reading: Reading, from: number, to: number): Span[] {
  return mentionsIn(reading, 'is_the_one', from, to).flatMap((is) => {
    const named = namedAfter(is.to, reading);
    const verb = named === null ? null : verbEnd(subjectEnd(named, reading), reading);
    const time = verb === null ? null : timeAfter(verb, to, reading);
    return time === null ? [] : [{ from: is.from, to: time }];
  });
}

const w = (reading: Reading, at: number): string => reading.tokens[at]?.w ?? '';
const starting = (reading: Reading, at: number, ...classes: string[]): Mention | undefined =>
  (reading.startsAt[at] ?? []).find((m) => classes.includes(m.cls));

/** "the rating that", "exactly the grade", "what" */
function namedAfter(at: number, reading: Reading): number | null {
  const open = ['exactly', 'just', 'precisely'].includes(w(reading, at)) ? at + 1 : at;
  if (w(reading, open) === 'what') return open + 1;
  if (!['the', 'that'].includes(w(reading, open))) return null;
  const noun = ['same', 'very', 'overall'].includes(w(reading, open + 1)) ? open + 2 : open + 1;
  const rating = starting(reading, noun, 'rating_word');
  if (!rating) return null;
  return ['that', 'which'].includes(w(reading, rating.to)) ? rating.to + 1 : rating.to;
}

/** "it", "the council", "its services", "Northshire" */
function subjectEnd(at: number, reading: Reading): number | null {
  if (isPronoun(reading, at) || w(reading, at) === 'we') return at + 1;
  const noun = ['the', 'its', 'their'].includes(w(reading, at)) ? at + 1 : at;
  const subject = starting(reading, noun, 'authority', 'service', 'council_word', 'thing_judged');
  return subject?.to ?? null;
}

/** "was given", "had", "also came away with" */
function verbEnd(at: number | null, reading: Reading): number | null {
  if (at === null) return null;
  let end = at;
  const isAdverb = (i: number) => ['also', 'first', 'last'].includes(w(reading, i)) && w(reading, i + 1) !== 'time';
  while (starting(reading, end, 'has', 'be') || isAdverb(end)) end++;
  const verb = starting(reading, end, 'gave', 'judged');
  return verb?.to ?? (end > at ? end : null);
}

/** "in 2019", "last time too, in March 2019", "at its last inspection": where it begins, or where it ends that tells no year. */
function timeAfter(at: number, to: number, reading: Reading): number | null {
  let end = at;
  let last = false;
  for (;;) {
    const lead = ['at', 'on', 'in', 'after'].includes(w(reading, end)) ? end + 1 : end;
    const time = starting(reading, lead, 'last_occasion', 'previous_word');
    if (!time) break;
    [end, last] = [time.to, true];
  }
  const also = starting(reading, end, 'also_word');
  end = also?.to ?? end;
  const year = mentionsIn(reading, 'year', end, Math.min(to, end + YEAR_WITHIN))[0];
  return last || (year && startsTime(end, reading)) ? end : null;
}
const YEAR_WITHIN = 6;
const startsTime = (at: number, reading: Reading): boolean =>
  ['in', 'back', ',', 'following'].includes(w(reading, at)) || startsClass(reading, at, 'month');
