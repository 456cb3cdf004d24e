/** The one area of a sentence that says which grade it alone did not get; the next sentence says what it has. */
import { mentionsIn, type Reading, startsClass } from '../text/reading.ts';
import type { Sentence } from '../text/sentences.ts';
import type { Mention } from '../text/trie.ts';

const LONGEST_VERB = 3;

/**
 * "Only the one for care leavers was not outstanding. It was good.", "Only adoption has moved beyond the lowest grade. It
 * requires improvement."
 *
 * @param grade that the sentence now gives
 */
export function leftOut({ from: grade }: Mention, now: Sentence, before: Sentence, reading: Reading): Mention | null {
  const [area, other] = mentionsIn(reading, 'area', before.from, before.to).filter(({ id }) => id !== 'overall');
  if (!area || other || !IT.has(reading.tokens[now.from]?.w ?? '') || grade - now.from > LONGEST_VERB) return null;
  const only = reading.tokens.slice(before.from, area.from).some(({ w }) => w === 'only');
  const denied = mentionsIn(reading, 'grade', area.to, before.to);
  const isDenied = denied.length === 1 && mentionsIn(reading, 'deny', area.to, (denied[0] as Mention).from).length > 0;
  const others = ['authority', 'council_word', 'service', 'overall_word'];
  const leads = others.every((cls) => mentionsIn(reading, cls, now.from, grade).length === 0);
  return only && isDenied && leads && !startsClass(reading, area.to, 'authority') ? area : null;
}
const IT = new Set(['it', "it's", 'that', 'this', 'they']);
