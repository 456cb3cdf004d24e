/** A grade without a subject, whose area is the heading above it. */
import { everyFrom, mentionsIn, type Reading, startsClass } from '../text/reading.ts';
import type { Sentence } from '../text/sentences.ts';
import type { Mention } from '../text/trie.ts';

/** "On leadership / Rated good, the best mark in the report": a line that names one area and no more, and a grade without a subject. */
export function underHeading(
  { from: grade }: Mention,
  { from, to, newParagraph }: Sentence,
  before: Sentence,
  reading: Reading,
) {
  const [area, other] = mentionsIn(reading, 'area', before.from, before.to);
  if (!area || other || area.id === 'overall' || !before.newParagraph || !newParagraph) return null;
  const within = (i: number) => i >= area.from && i < area.to;
  const leads = (i: number) => !reading.tokens[i]?.word || HEADS.has(reading.tokens[i]?.w ?? '') || within(i);
  const opens = everyFrom(from, grade, (i) => startsClass(reading, i, 'judged', 'gave', 'also_word', 'link'));
  const others = ['authority', 'service', 'council_word', 'thing_judged', 'overall_word'];
  const told = others.some((cls) => mentionsIn(reading, cls, from, to).length > 0);
  return opens && !told && everyFrom(before.from, before.to, leads) ? area : null;
}
const HEADS = new Set([
  'on',
  'for',
  'in',
  'the',
  'of',
  'its',
  'their',
  'and',
  'services',
  'support',
  'help',
  'work',
  'with',
]);
