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

/** "Ofsted reports on three councils" in the title, "Reports on two other councils came out too" in the text: beside the one that the title names. */
export const isReportedWithOthers = (reading: Reading): boolean =>
  reading.sentences.some((sentence) =>
    sentence.field === 'title'
      ? countsReportedOn(reading, sentence).some((count) => count > 1)
      : isOnOthers(reading, sentence),
  );

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

/** "One county and one unitary authority had reports published": a council of each kind. */
export const isOfEachKind = (reading: Reading, from: number, to: number): boolean =>
  someFrom(from, to, (and) => {
    const word = (i: number) => reading.tokens[i]?.w ?? '';
    if (word(and) !== 'and' || !ONE.has(word(and + 1)) || !isKind(word(and - 1))) return false;
    const another = (i: number) => isKind(word(i)) && word(i + 1) !== 'and' && !isKind(word(i + 1));
    const sentence = reading.sentences[reading.sentenceOf[and] ?? 0];
    return (
      someFrom(Math.max(from, and - KIND_REACH), and - 1, (i) => ONE.has(word(i))) &&
      someFrom(and + 2, and + 2 + KIND_REACH, another) &&
      sentence !== undefined &&
      mentionsIn(reading, 'published_word', sentence.from, sentence.to).length > 0
    );
  });
const ONE = new Set(['one', 'a', 'an']);
const KINDS = new Set(['council', 'authority', 'borough', 'county', 'unitary', 'city', 'met', 'metropolitan']);
const isKind = (word: string) => KINDS.has(word);
/** From "one" to the kind of council: "one outer London borough". */
const KIND_REACH = 4;

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

/** "Reports on two other authorities came out on the same day"; where the text opens, "Reports on several councils were published today". */
function isOnOthers(reading: Reading, { from, to, depth }: Sentence): boolean {
  if (mentionsIn(reading, 'published_word', from, to).length === 0) return false;
  const opens = depth < OPENING && mentionsIn(reading, 'previous_word', from, to).length === 0;
  return mentionsIn(reading, 'reported_on', from, to).some((report) => {
    const many = mentionsIn(reading, 'councils', report.to, Math.min(to, report.to + REPORT_REACH))[0];
    if (!many) return false;
    const counts = opens && mentionsIn(reading, 'count_word', report.to, many.from).length > 0;
    return counts || someFrom(report.to, many.from, (i) => OTHERS.has(reading.tokens[i]?.w ?? ''));
  });
}
/** Sentences of the text in which it says what it is about. */
const OPENING = 2;
const OTHERS = new Set(['other', 'further', 'more', 'others']);
