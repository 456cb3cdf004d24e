/** Whom "it", "they" and "he" of a sentence speak of: those whom the sentence before names. */
import type { Rating } from '../statement.ts';
import { isPronoun, mentionsIn, type Reading, someFrom, startsClass } from '../text/reading.ts';
import type { Mention } from '../text/trie.ts';

/** "Southshire had been inadequate. It is now good, and Kelbury too is good": the one that the sentence before names. */
export function meantByIt({ from, index }: Rating['sentence'], reading: Reading): string[] | null {
  const before = reading.sentences[index - 1];
  if (reading.tokens[from]?.w !== 'it' || !before) return null;
  const told = [...new Set(mentionsIn(reading, 'authority', before.from, before.to).map((m) => m.id))];
  return told.length === 1 ? told : null;
}

/** "The partner will be Southshire. It was rated outstanding in 2019": whom the sentence before ends by naming. */
export function introducedBefore({ from, index, field }: Rating['sentence'], reading: Reading): Mention | null {
  const before = reading.sentences[index - 1];
  if (!['it', 'its', 'there'].includes(reading.tokens[from]?.w ?? '') || before?.field !== field) return null;
  const [name, other] = mentionsIn(reading, 'authority', before.from, before.to);
  if (!name || other) return null;
  // "Southshire, he says, could help. Its own services are outstanding", "A team from Southshire will help. Its services …"
  const its = reading.tokens[from]?.w === 'its';
  if (its && reading.tokens[from + 1]?.w === 'own') return name;
  const opens = name.from - before.from <= OPENS && startsClass(reading, from + 1, 'service');
  if (its && opens && !reading.sentences[index]?.newParagraph) return name;
  if (before.to - name.to > 1) return null;
  const the = reading.tokens[name.from - 1]?.w === 'the' ? name.from - 1 : name.from;
  return (reading.endsAt[the - 1] ?? []).some((m) => m.cls === 'be') ? name : null;
}

const OPENS = 4;

/** "He is to leave Northshire for Southshire. He will take over an authority whose services are good": the last one named. */
export function goneTo({ sentence: { from, index, field }, mention }: Rating, reading: Reading): Mention | null {
  const before = reading.sentences[index - 1];
  const w = (i: number) => reading.tokens[i]?.w ?? '';
  if (!['he', 'she'].includes(w(from)) || before?.field !== field) return null;
  const isCouncil = (i: number) =>
    ['a', 'an'].includes(w(i)) &&
    startsClass(reading, i + 1, 'council_word', 'thing_judged') &&
    (w(i + 2) === 'that' || startsClass(reading, i + 2, 'relative'));
  if (!someFrom(from + 1, mention.from, isCouncil)) return null;
  return mentionsIn(reading, 'authority', before.from, before.to).at(-1) ?? null;
}

/** "They had been good and outstanding respectively": those whom the sentence before names. */
export function namedBefore({ from, index, field }: Rating['sentence'], reading: Reading): Mention[] {
  const before = reading.sentences[index - 1];
  if (reading.tokens[from]?.w !== 'they' || before?.field !== field) return [];
  return mentionsIn(reading, 'authority', before.from, before.to);
}

/** "They were judged to be good, with Southshire's team called the quickest": told of one of them besides. */
export const isBesideThem = (reading: Reading, grade: Mention, { from, to }: Mention): boolean =>
  isPronoun(reading, reading.sentences[reading.sentenceOf[grade.from] ?? 0]?.from ?? grade.from) &&
  reading.tokens[from - 1]?.w === 'with' &&
  reading.tokens[from - 2]?.w === ',' &&
  reading.tokens[to]?.w === "'s";
