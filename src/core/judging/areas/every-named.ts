/** Which areas those are that a grade is said to be of, one and all, where another sentence names them. */
import type { Rating } from '../statement.ts';
import { mentionsIn, type Reading, startsClass } from '../text/reading.ts';
import type { Sentence } from '../text/sentences.ts';
import type { Mention } from '../text/trie.ts';
import { chain } from './area-lists.ts';
import { splitPair } from './care-pair.ts';

/** "There are four: leadership, … It is outstanding in all of them except help and protection": those of the sentence before, without the exceptions. */
export function namedBefore({ sentence }: Rating, exceptions: Mention[], reading: Reading): Mention[] {
  const before = reading.sentences[sentence.index - 1];
  if (before?.field !== 'text' || sentence.field !== 'text') return [];
  if (mentionsIn(reading, 'grade', before.from, before.to).length > 0) return [];
  const named = mentionsIn(reading, 'area', before.from, before.to).filter((a) => a.id !== 'overall');
  return named.length > 1 ? named.filter((a) => !exceptions.some((e) => e.id === a.id)) : [];
}

/** "Northshire is inadequate in every area. … They looked at leadership, help and protection and adoption.": which those are, told further down. */
export function namedLater({ mention, sentence }: Rating, reading: Reading): Mention[] {
  const { index, field, from, to } = sentence;
  const leavesOut = mentionsIn(reading, 'excepting', from, to).length > 0;
  if (field !== 'text' || leavesOut || mentionsIn(reading, 'grade', mention.to, to).length > 0) return [];
  const told = reading.sentences.slice(index + 1, index + 1 + NAMED_WITHIN);
  for (const s of told) {
    if (new Set(mentionsIn(reading, 'authority', from, s.to).map((m) => m.id)).size > 1) return [];
    const areas = mentionsIn(reading, 'area', s.from, s.to).filter((a) => a.id !== 'overall');
    const to = areas[0]?.from ?? s.from;
    const considered = isConsidered(s, reading);
    const looked =
      considered ||
      (s.index - index <= LOOKED_WITHIN && mentionsIn(reading, 'looked_at', s.from, to).length > 0) ||
      (startsClass(reading, s.from, 'names_them') && NAMES_AREAS.has(reading.tokens[s.from + 1]?.w ?? '')) ||
      // "each of the three areas inspected. They are leadership, …"
      (s.index === index + 1 && startsClass(reading, s.from, 'names_them') && to - s.from <= THEY_ARE);
    const other = ['grade', 'year', 'ago', 'previous_word'].some(
      (cls) => mentionsIn(reading, cls, s.from, s.to).length > 0,
    );
    if (looked && !other && areas.length > 2) return splitPair(considered ? areas : chain(reading, areas, 1), reading);
  }
  return [];
}
/** Where they are said to be the areas, and where to have been looked at. */
const NAMED_WITHIN = 12;
const LOOKED_WITHIN = 6;
/** "They are the" */
const THEY_ARE = 3;
/** "The areas are: …", "The three categories were …" */
const NAMES_AREAS = new Set([
  'areas',
  'categories',
  'headings',
  'judgements',
  'judgments',
  'two',
  'three',
  'four',
  'five',
]);

/** "As well as leadership, they considered adoption and …" */
const isConsidered = ({ from, to }: Sentence, { tokens }: Reading): boolean =>
  tokens.slice(from, to).some(({ w }, n) => w === 'considered' && CONSIDERS.has(tokens[from + n - 1]?.w ?? ''));
const CONSIDERS = new Set(['they', 'it', 'inspectors', 'ofsted', 'also']);
