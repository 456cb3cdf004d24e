/** "Five years after first giving it the top grade", "four years after they were last told so": the grade of now, and when it was given before. */
import { mentionsIn, type Reading, someFrom, startsClass } from '../text/reading.ts';
import type { Sentence } from '../text/sentences.ts';
import { numberAt } from './when.ts';

/** @returns the year of then, none where the day of the article is not known; null where the sentence says nothing of the kind */
export function yearsAfterFirst({ from, to }: Sentence, reading: Reading): number[] | null {
  const published = reading.article.published;
  for (const cue of mentionsIn(reading, 'first_gave', from, to)) {
    if (!isOfGrade(cue.to, to, reading)) continue;
    for (let i = Math.max(from, cue.from - REACH); i + 2 < cue.to; i++) {
      const [unit, after] = [reading.tokens[i + 1]?.w ?? '', reading.tokens[i + 2]?.w ?? ''];
      const n = /^years?$/.test(unit) && ['after', 'since'].includes(after) ? numberAt(reading, i) : null;
      if (n !== null && !isOtherClause(i + 3, cue.from, reading))
        return published ? [Number(published.slice(0, 4)) - n] : [];
    }
  }
  return null;
}
/** "giving them the top grade", "told so", "given that"; not "giving them the keys", "judged at a show" */
const isOfGrade = (at: number, end: number, reading: Reading): boolean =>
  (IT.has(reading.tokens[at]?.w ?? '') && !reading.tokens[at + 1]?.word) ||
  someFrom(at, Math.min(end, at + OBJECT_REACH), (i) => startsClass(reading, i, 'grade', 'verdict_word', 'same_thing'));
const IT = new Set(['so', 'it', 'that', 'this']);
/** "the council its top grade" */
const OBJECT_REACH = 5;

/** "five years after the council was" */
const REACH = 8;
const isOtherClause = (from: number, to: number, reading: Reading): boolean =>
  someFrom(from, to, (i) => [',', ';', '.', 'and'].includes(reading.tokens[i]?.w ?? ''));
