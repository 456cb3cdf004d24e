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
    const newLine = (reading.tokens[sentence.from]?.nl ?? 0) > 0;
    year = opening ?? (newLine && !headed ? null : year);
    headed = opening !== null && isHeading(sentence, reading);
    if (year !== null) years.set(sentence, year);
  }
  return lines < FEWEST_LINES ? new Map() : years;
}

/** "2019:", "June 2019 –", with or without a bullet; "June 2019" on a line of its own */
function yearAtStart(sentence: Sentence, reading: Reading): number | null {
  const at = yearAt(sentence, reading);
  const marked = MARKS.includes(reading.tokens[at + 1]?.w ?? '');
  const opens = startsClass(reading, at, 'year') && (marked || isHeading(sentence, reading));
  return opens ? Number(reading.tokens[at]?.w) : null;
}
function yearAt({ from }: Sentence, reading: Reading): number {
  const start = reading.tokens[from]?.w === '•' ? from + 1 : from;
  return startsClass(reading, start, 'month') ? start + 1 : start;
}

/** The year is all there is, and what it heads stands on the next line. */
const isHeading = (sentence: Sentence, reading: Reading): boolean =>
  startsClass(reading, yearAt(sentence, reading), 'year') && sentence.to === yearAt(sentence, reading) + 1;
