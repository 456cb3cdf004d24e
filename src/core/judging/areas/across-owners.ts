/** Areas whose name has an owner or a place in its midst: "keeping Northshire's children safe", "efforts to keep children in Northshire safe". */
import { type Reading, startsClass } from '../text/reading.ts';
import type { Mention, Trie } from '../text/trie.ts';

/** Words of an area before the owner, and after it. */
const MOST_BEFORE = 8;
const MOST_AFTER = 12;

/** @returns areas that are spelt there once the owner is left out, as long as may be */
export function acrossOwners(reading: Reading, trie: Pick<Trie, 'at'>): Mention[] {
  const found: Mention[] = [];
  reading.tokens.forEach(({ w }, mark) => {
    const from = w === "'s" ? ownerBefore(mark, reading) : null;
    const area = from === null ? null : without(from, mark + 1, reading, trie);
    if (area) found.push(area);
  });
  const covered = new Uint8Array(reading.tokens.length + 1);
  for (const { from, to } of found) covered.fill(1, from, to);
  for (const place of placesIn(reading)) {
    const area = without(place.from, place.to, reading, trie);
    if (!area || covered.subarray(area.from, area.to).includes(1)) continue;
    covered.fill(1, area.from, area.to);
    found.push(area);
  }
  return found;
}

/** The area that is spelt around those tokens: words of it stand on both sides. */
function without(from: number, to: number, { tokens, meter }: Reading, trie: Pick<Trie, 'at'>): Mention | null {
  const start = Math.max(0, from - MOST_BEFORE);
  const kept = [...tokens.slice(start, from), ...tokens.slice(to, to + MOST_AFTER)];
  const cut = from - start;
  for (let i = 0; i < cut; i++) {
    const area = trie
      .at(kept, i, meter)
      .filter((m) => m.cls === 'area' && m.to > cut)
      .at(-1);
    if (area) return { ...area, from: start + area.from, to: to + area.to - cut };
  }
  return null;
}

/** "in Northshire", "in the borough", where "safe" ends what is kept so. */
const placesIn = (reading: Reading): { from: number; to: number }[] =>
  reading.tokens.flatMap(({ w }, from) => {
    if (w !== 'in') return [];
    const name = (reading.startsAt[from + 1] ?? []).find(({ cls }) => cls === 'authority');
    const the = reading.tokens[from + 1]?.w === 'the' && startsClass(reading, from + 2, 'council_word', 'thing_judged');
    const to = name?.to ?? (the ? from + 3 : from);
    return to > from && reading.tokens[to]?.w === 'safe' ? [{ from, to }] : [];
  });

/** Where "Northshire", "the borough" begins that the mark follows. */
function ownerBefore(mark: number, reading: Reading): number | null {
  const name = (reading.endsAt[mark - 1] ?? []).find(({ cls }) => cls === 'authority');
  if (name) return name.from;
  const the = reading.tokens[mark - 2]?.w === 'the';
  return the && startsClass(reading, mark - 1, 'council_word', 'thing_judged') ? mark - 2 : null;
}
