/** Lines of a list: how much else stands on one, and names on the line under a grade. */
import { mentionsIn, type Reading } from '../text/reading.ts';
import type { Sentence } from '../text/sentences.ts';
import type { Mention } from '../text/trie.ts';

/** Words of a line, numbers aside, that are none of these mentions. */
export function otherWords(reading: Reading, sentence: Sentence, mentions: Mention[]): number {
  let count = 0;
  for (let i = sentence.from; i < sentence.to; i++)
    if (
      reading.tokens[i]?.word &&
      !/^(\d|per$|cent$)/.test(reading.tokens[i]?.w ?? '') &&
      !mentions.some((m) => i >= m.from && i < m.to)
    )
      count++;
  return count;
}

/** "OUTSTANDING", and on the line below it "Northshire (2020), Southshire (2021)": the names under a grade that stands alone. */
export function namesHeaded(reading: Reading, index: number): Mention[] {
  const [head, line] = [reading.sentences[index], reading.sentences[index + 1]];
  if (head?.field !== 'text' || line?.field !== 'text') return [];
  const [grade, other] = mentionsIn(reading, 'grade', head.from, head.to);
  if (!grade || other || otherWords(reading, head, [grade]) > 0 || isProse(reading, line)) return [];
  const names = mentionsIn(reading, 'authority', line.from, line.to);
  return otherWords(reading, line, names) <= 1 ? names : [];
}
export const isHeading = (reading: Reading, index: number): boolean => namesHeaded(reading, index).length > 0;
const isProse = (reading: Reading, { from, to }: Sentence): boolean =>
  ['grade', 'be', 'has', 'gave', 'judged'].some((cls) => mentionsIn(reading, cls, from, to).length > 0);
