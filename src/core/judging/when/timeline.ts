/** Timelines: "June 2017: …", "2019 – …", one line below the other, each of what happened then. */
import { type Reading, startsClass } from '../text/reading.ts';
import type { Sentence } from '../text/sentences.ts';

const FEWEST_LINES = 3;
const MARKS = [':', '–'];

/** @returns the year of each sentence on the lines of a timeline; none where fewer open with a year */
export function timelineOf(reading: Reading): Map<Sentence, number> {
  const years = new Map<Sentence, number>();
  let lines = 0;
  let year: number | null = null;
  let headed = false;
  for (const sentence of reading.sentences) {
    const opening = sentence.field === 'text' ? yearAtStart(sentence, reading) : null;
    if (opening !== null) lines++;
    // "April 2016: Inspectors return. Services require improvement, they say."
    year = opening ?? (sentence.newParagraph && !headed ? null : year);
    headed = opening !== null && isHeading(sentence, reading);
    if (year !== null) years.set(sentence, year);
  }
  return lines < FEWEST_LINES ? new Map() : years;
}

/** "2019:", "June 2019 –", "June 2019" on a line of its own */
function yearAtStart(sentence: Sentence, reading: Reading): number | null {
  const at = yearAt(sentence, reading);
  const opens =
    startsClass(reading, at, 'year') &&
    (MARKS.includes(reading.tokens[at + 1]?.w ?? '') || isHeading(sentence, reading));
  return opens ? Number(reading.tokens[at]?.w) : null;
}
const yearAt = ({ from }: Sentence, reading: Reading): number =>
  startsClass(reading, from, 'month') ? from + 1 : from;

/** The year is all there is, and what it heads stands on the next line. */
const isHeading = (sentence: Sentence, reading: Reading): boolean =>
  startsClass(reading, yearAt(sentence, reading), 'year') && sentence.to === yearAt(sentence, reading) + 1;
