/** How many councils an article tells of, where it says so: reports on one of them are reports on the others too. */
import { numberOf } from '../text/counts.ts';
import { mentionsIn, type Reading, someFrom, startsClass } from '../text/reading.ts';
import type { Sentence } from '../text/sentences.ts';
import type { Mention } from '../text/trie.ts';

/** From what counts to what is counted: "two other local authorities". */
const COUNT_REACH = 3;
/** From the report to the count of those it is on. */
const REPORT_REACH = 4;

/**
 * The councils that the title, or a sentence of the text, says were reported on, as many as it counts; 0 where none does:
 * "as Ofsted reports on three councils", "All three were inspected in May".
 */
export function countedInAll(reading: Reading): number {
  const counts = reading.sentences.flatMap((sentence) => [
    ...(sentence.field === 'title' ? countsReportedOn(reading, sentence) : []),
    ...countsTogether(reading, sentence),
  ]);
  return Math.max(0, ...counts);
}

/** "Northshire falls while two northern councils are good", "as neighbours falter": the title names one and tells of others. */
export const countsOthersGraded = (reading: Reading, titleEnd: number): boolean =>
  someFrom(1, titleEnd, (i) => reading.tokens[i]?.w === 'neighbours' && BESIDE.has(reading.tokens[i - 1]?.w ?? '')) ||
  mentionsIn(reading, 'count_word', 0, titleEnd).some((count) => {
    const many = mentionsIn(reading, 'councils', count.to, Math.min(titleEnd, count.to + COUNT_REACH + 1))[0];
    const before = reading.tokens[count.from - 1]?.w ?? '';
    if (!many || !BESIDE.has(before)) return false;
    return mentionsIn(reading, 'grade', many.to, Math.min(titleEnd, many.to + GRADE_REACH)).length > 0;
  });
const BESIDE = new Set(['while', 'and', 'but', 'as', ',', ';', 'whereas']);
/** From those counted to their grade: "two councils in the north west are good". */
const GRADE_REACH = 8;

/** "one of a batch of reports published on Monday": where the text opens. */
export const isOfBatch = (reading: Reading, from: number, to: number): boolean =>
  mentionsIn(reading, 'many_reports', from, to).some((batch) => {
    const before = reading.tokens.slice(Math.max(0, batch.from - ONE_REACH), batch.from).map(({ w }) => w);
    return before.includes('one') && before.at(-1) !== 'one';
  });

/** From "one" to what it is one of: "one of the latest batch of reports". */
const ONE_REACH = 4;

/** "Meanwhile neighbouring Northshire …": the sentence is of the neighbour and of nobody else. */
export function opensAsNeighbour({ from }: Mention, sentence: Sentence, reading: Reading): boolean {
  const words = reading.tokens.slice(sentence.from, from).filter(({ word }) => word);
  if (sentence.field !== 'text' || words.length === 0 || words.length > 2) return false;
  return startsClass(reading, from - 1, 'neighbour_word');
}

/** "reports on three councils", "three councils inspected by Ofsted" */
function countsReportedOn(reading: Reading, { from, to }: Sentence): number[] {
  return mentionsIn(reading, 'count_word', from, to).flatMap((count) => {
    const many = mentionsIn(reading, 'councils', count.to, Math.min(to, count.to + COUNT_REACH))[0];
    const isReported =
      mentionsIn(reading, 'reported_on', Math.max(from, count.from - REPORT_REACH), count.from).length > 0;
    return many && isReported ? (numberOf(count.id) ?? []) : [];
  });
}

/** "All three were inspected under the same framework" */
function countsTogether(reading: Reading, { from, to }: Sentence): number[] {
  const [all, count, be] = reading.tokens.slice(from, from + 3).map(({ w }) => w);
  const isTold = be !== undefined && startsClass(reading, from + 2, 'be', 'has');
  const inspected = someFrom(from + 3, Math.min(to, from + 6), (i) => startsClass(reading, i, 'inspection_word'));
  return all === 'all' && isTold && inspected ? [numberOf(count ?? '') ?? 0] : [];
}
