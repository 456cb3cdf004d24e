/** Words that are left of an area's name where it stands in a list: elsewhere they name none. */
import type { Token } from '../text/tokens.ts';
import type { Mention } from '../text/trie.ts';

/** Where the areas begin and end that such words may stand in a list with. */
export interface Edges {
  starts: ReadonlySet<number>;
  ends: ReadonlySet<number>;
}

export function edgesOf(found: readonly Mention[], tokens: readonly Token[]): Edges {
  const full = found.filter(
    ({ cls, from, to }) => cls === 'area' && !(to - from === 1 && BARE.has(tokens[from]?.w ?? '')),
  );
  return { starts: new Set(full.map(({ from }) => from)), ends: new Set(full.map(({ to }) => to)) };
}

/** "children in need, in care and leaving care", "judgements on protection, on adoption and on leadership" */
export function isBareOutsideList({ cls, from, to }: Mention, full: Edges, tokens: readonly Token[]): boolean {
  if (cls !== 'area') return false;
  const w = (i: number) => tokens[i]?.w ?? '';
  const parts = (at: number) => PARTS.has(w(at));
  if (to - from === 1 && w(from) === 'care') return !isCareInList(from, full, tokens);
  const verb = ['is', 'are', 'was', 'were', 'all', 'both'].includes(w(to));
  if (to - from === 1 && BARE.has(w(from))) {
    const opens = parts(from - 1) || LEADS.has(w(from - 1));
    const joined = parts(from - 1) || parts(to);
    const near = [...Array(MOST_BETWEEN + 1).keys()];
    const isBeside = near.some((n) => full.starts.has(to + n) || full.ends.has(from - n));
    return !(opens && joined && (parts(to) || verb || ENDS.has(w(to))) && isBeside);
  }
  if (to - from !== 2 || w(to - 1) !== 'care' || !['in', 'leaving'].includes(w(from))) return false;
  return !(parts(from - 1) && (parts(to) || tokens[to]?.quoteBefore || verb));
}
const BARE = new Set(['protection', 'management', 'care']);
const PARTS = new Set([',', 'and', 'or', '–', ':', ';', '(', ')']);
const LEADS = new Set(['on', 'for', 'in']);
const ENDS = new Set(['.', 'each', 'were']);

/** "protection, care, leadership", "leadership, protection and care": an area stands next to it, and what else does is none that it belongs to. */
function isCareInList(at: number, full: Edges, tokens: readonly Token[]): boolean {
  const w = (i: number) => tokens[i]?.w ?? '';
  const past = (i: number, step: 1 | -1): number => (PARTS.has(w(i)) ? past(i + step, step) : i);
  const [left, right] = [past(at - 1, -1), past(at + 1, 1)];
  const isBare = (i: number) => w(i) !== 'care' && BARE.has(w(i));
  const before = left < at - 1 && (full.ends.has(left + 1) || isBare(left));
  const after = right > at + 1 && (full.starts.has(right) || isBare(right));
  const opens = [':', '(', '–'].includes(w(at - 1));
  const closes = tokens[at + 1] === undefined || ENDS.has(w(at + 1)) || VERBS.has(w(at + 1));
  return (before && after) || (opens && after) || (before && closes && w(at - 1) === 'and');
}
const VERBS = new Set(['is', 'are', 'was', 'were', 'all', 'both']);
/** From one item of a list to the next: ", and on the". */
const MOST_BETWEEN = 4;
