/** Timelines: "June 2017: …", "2019 – …", one line below the other, each of what happened then. */
import { type Reading, startsClass } from '../text/reading.ts';
import type { Sentence } from '../text/sentences.ts';

const FEWEST_LINES = 3;
const MARKS = [':', '–'];

/** @returns the lines of a timeline; none where fewer open with a year */
export function timelineOf(reading: Reading): Set<Sentence> {
  const lines = reading.sentences.filter((s) => s.field === 'text' && opensWithYear(s, reading));
  return new Set(lines.length < FEWEST_LINES ? [] : lines);
}

/** "2019:", "June 2019 –" */
function opensWithYear({ from }: Sentence, reading: Reading): boolean {
  const at = startsClass(reading, from, 'month') ? from + 1 : from;
  return startsClass(reading, at, 'year') && MARKS.includes(reading.tokens[at + 1]?.w ?? '');
}
