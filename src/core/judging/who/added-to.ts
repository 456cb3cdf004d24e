/** Names behind a grade that are said to have it as well: "Northshire is good, as is Southshire". */
import { everyFrom, mentionsIn, type Reading, startsClass } from '../text/reading.ts';
import type { Mention } from '../text/trie.ts';

/**
 * "Northshire is good, as is Southshire", "… and Southshire was too": those behind a grade who have it as well.
 *
 * @param groups names of the sentence, those of one list together
 * @param after  start of the next grade, or the end of the sentence
 */
export function addedTo(mention: Mention, groups: Mention[][], after: number, reading: Reading): Mention[] {
  const right = groups.find(([first]) => first && first.from >= mention.to && first.from < after) ?? [];
  const [first, last] = [right[0], right.at(-1)];
  if (!first || !last) return [];
  const adds = mentionsIn(reading, 'adds_names', mention.to, first.from).length > 0;
  return adds || isToo(mention, first, last, reading) ? right : [];
}

/** "Northshire's services are good, Southshire's too", "and Southshire did too" */
function isToo({ to }: Mention, { from }: Mention, last: Mention, reading: Reading): boolean {
  const end = reading.tokens[last.to]?.w === "'s" ? last.to + 1 : last.to;
  const does = startsClass(reading, end, 'be', 'has') || DOES.has(reading.tokens[end]?.w ?? '');
  const joins = everyFrom(
    to,
    from,
    (i) => JOINS.has(reading.tokens[i]?.w ?? '') || startsClass(reading, i, 'month', 'year'),
  );
  return joins && startsClass(reading, does ? end + 1 : end, 'also_word');
}
const JOINS = new Set([',', 'and', 'with', '–', 'in']);
const DOES = new Set(['do', 'does', 'did']);
