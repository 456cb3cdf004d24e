/** Words that are left of an area's name where it stands in a list: elsewhere they name none. */
import type { Token } from '../text/tokens.ts';
import type { Mention } from '../text/trie.ts';

/** "children in need, in care and leaving care", "judgements on protection, on adoption and on leadership" */
export function isBareOutsideList(
  { cls, from, to }: Mention,
  areas: readonly Mention[],
  tokens: readonly Token[],
): boolean {
  if (cls !== 'area') return false;
  const w = (i: number) => tokens[i]?.w ?? '';
  const parts = (at: number) => PARTS.has(w(at));
  const verb = ['is', 'are', 'was', 'were', 'all', 'both'].includes(w(to));
  if (to - from === 1 && BARE.has(w(from))) {
    const opens = parts(from - 1) || LEADS.has(w(from - 1));
    const joined = parts(from - 1) || parts(to);
    const isBeside = (a: Mention) =>
      !BARE.has(w(a.from)) &&
      ((a.from >= to && a.from - to <= MOST_BETWEEN) || (a.to <= from && from - a.to <= MOST_BETWEEN));
    return !(opens && joined && (parts(to) || verb || ENDS.has(w(to))) && areas.some(isBeside));
  }
  if (to - from !== 2 || w(to - 1) !== 'care' || !['in', 'leaving'].includes(w(from))) return false;
  return !(parts(from - 1) && (parts(to) || tokens[to]?.quoteBefore || verb));
}
const BARE = new Set(['protection', 'management']);
const PARTS = new Set([',', 'and', 'or', '–', ':', ';', '(', ')']);
const LEADS = new Set(['on', 'for', 'in']);
const ENDS = new Set(['.', 'each', 'were']);
/** From one item of a list to the next: ", and on the". */
const MOST_BETWEEN = 4;
