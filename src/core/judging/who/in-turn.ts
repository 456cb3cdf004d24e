/** "Northshire was judged good. Southshire, further south, is inadequate": a round-up goes on to the next council. */
import { lengthOf } from '../areas/linked.ts';
import type { Rating, Statement } from '../statement.ts';
import { mentionsIn, type Reading, someFrom, startsClass } from '../text/reading.ts';
import type { Mention } from '../text/trie.ts';

/** From the council to its grade, what is said in passing not counted. */
const NEAR = 3;
const FAR = 12;

/**
 * Whether a sentence opens with a council, right after one that gave a grade to another, and goes on to its grade.
 *
 * @param names whom the grade is of
 * @param last  what was said before it
 */
export function isNextInTurn(
  { sentence, mention }: Rating,
  names: Mention[],
  last: Statement | undefined,
  reading: Reading,
): boolean {
  const name = names[0];
  const follows = last?.rating.sentence.index === sentence.index - 1 && last.names.length > 0;
  if (!name || !follows || last.names.some((m) => m.id === name.id)) return false;
  if (!isOpening(sentence.from, name.from, reading)) return false;
  const from =
    reading.tokens[name.to]?.w !== "'s" && startsClass(reading, name.to, 'council_word') ? name.to + 1 : name.to;
  const verb = mention.id === 'requires_improvement';
  if (verb && (mention.from === from || reading.beyond.get(from) === mention.from)) return true;
  if (lengthOf(reading, from, mention.from) <= NEAR && mentionsIn(reading, 'be', from, mention.from).length > 0)
    return true;
  // "In Kelbury, where a new director has come, they are good": the clause of its own ends with the grade.
  const be = mention.from - 1;
  const said = (i: number) => ['they', 'it', 'services', 'which'].includes(reading.tokens[i]?.w ?? '');
  if (said(be - 1) && startsClass(reading, be, 'be')) return true;
  return mention.from - from <= FAR && ((verb && said(be)) || isFare(from, mention, reading));
}

/** "The third, Southshire, …", "At Southshire …", "The odd one out was Southshire, which …": nothing is said before the name. */
function isOpening(from: number, to: number, reading: Reading): boolean {
  for (let i = from; i < to; ) {
    const lead = (reading.startsAt[i] ?? []).find((m) => m.cls === 'turns_to' || m.cls === 'be');
    if (!lead && !LEADS.has(reading.tokens[i]?.w ?? '')) return false;
    i = lead?.to ?? i + 1;
  }
  return true;
}
const LEADS = new Set(['in', 'at', 'for', 'but', 'and', 'only', ',']);

/** "Southshire fared worse: inadequate.", "Southshire did worse, with an inadequate": no more is said of it. */
function isFare(from: number, { from: grade, to }: Mention, reading: Reading): boolean {
  const ends = reading.tokens[to]?.word !== true;
  const opener = ['a', 'an', 'it', 'is'].includes(reading.tokens[grade - 1]?.w ?? '') ? grade - 2 : grade - 1;
  const leads = [':', '–', 'with', 'as'].includes(reading.tokens[opener]?.w ?? '');
  return (
    ends && leads && someFrom(from, opener, (i) => startsClass(reading, i, 'fared', 'verdict_word', 'picture_word'))
  );
}
