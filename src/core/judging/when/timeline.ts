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
  for (const sentence of reading.sentences) {
    const opening = sentence.field === 'text' ? yearAtStart(sentence, reading) : null;
    if (opening !== null) lines++;
    // "April 2016: Inspectors return. Services require improvement, they say."
    year = opening ?? ((reading.tokens[sentence.from]?.nl ?? 0) > 0 ? null : year);
    if (year !== null) years.set(sentence, year);
  }
  return lines < FEWEST_LINES ? new Map() : years;
}

/** "2019:", "June 2019 –", with or without a bullet. */
function yearAtStart({ from }: Sentence, reading: Reading): number | null {
  const start = reading.tokens[from]?.w === '•' ? from + 1 : from;
  const at = startsClass(reading, start, 'month') ? start + 1 : start;
  const opens = startsClass(reading, at, 'year') && MARKS.includes(reading.tokens[at + 1]?.w ?? '');
  return opens ? Number(reading.tokens[at]?.w) : null;
}
