/** Areas whose name has an owner in its midst: "keeping Northshire's children safe", "protection of the borough's children". */
import { type Reading, startsClass } from '../text/reading.ts';
import type { Mention, Trie } from '../text/trie.ts';

/** Words of an area before the owner, and after it. */
const MOST_BEFORE = 8;
const MOST_AFTER = 12;

/** @returns areas that are spelt there once the owner is left out, as long as may be */
export function acrossOwners({ tokens, ...reading }: Reading, trie: Pick<Trie, 'at'>): Mention[] {
  const found: Mention[] = [];
  tokens.forEach(({ w }, mark) => {
    const from = w === "'s" ? ownerBefore(mark, { tokens, ...reading }) : null;
    if (from === null) return;
    const start = Math.max(0, from - MOST_BEFORE);
    const without = [...tokens.slice(start, from), ...tokens.slice(mark + 1, mark + 1 + MOST_AFTER)];
    const cut = from - start;
    for (let i = 0; i < cut; i++) {
      const area = trie
        .at(without, i, reading.meter)
        .filter(({ cls, to }) => cls === 'area' && to > cut)
        .at(-1);
      if (!area) continue;
      found.push({ ...area, from: start + area.from, to: mark + 1 + area.to - cut });
      return;
    }
  });
  return found;
}

/** Where "Northshire", "the borough" begins that the mark follows. */
function ownerBefore(mark: number, reading: Reading): number | null {
  const name = (reading.endsAt[mark - 1] ?? []).find(({ cls }) => cls === 'authority');
  if (name) return name.from;
  const the = reading.tokens[mark - 2]?.w === 'the';
  return the && startsClass(reading, mark - 1, 'council_word', 'thing_judged') ? mark - 2 : null;
}
