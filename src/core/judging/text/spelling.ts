/**
 * Words within one typing slip of a known one, found through the words that remain when one letter is left out:
 * constant work a word, however many are known.
 */
export class SpellingIndex {
  private readonly exact = new Set<string>();
  private readonly byHole = new Map<string, Set<string>>();
  private readonly excluded: Set<string>;

  constructor(words: string[], excluded: string[]) {
    this.excluded = new Set(excluded);
    for (const word of words) this.exact.add(word);
    for (const word of words)
      for (const hole of holes(word)) {
        const at = this.byHole.get(hole) ?? new Set();
        at.add(word);
        this.byHole.set(hole, at);
      }
  }

  /** The only known word within one letter left out, put in, changed or swapped with its neighbour; null for none or several. */
  near(word: string): string | null {
    if (this.exact.has(word) || this.excluded.has(word)) return null;
    const [only, ...others] = this.around(word);
    return others.length === 0 ? (only ?? null) : null;
  }

  /** All known words within one slip of this one, itself aside. */
  around(word: string): string[] {
    const found = new Set<string>();
    for (const hole of holes(word))
      for (const known of this.byHole.get(hole) ?? [])
        if (known !== word && withinOneSlip(word, known)) found.add(known);
    return [...found];
  }
}

function holes(word: string): string[] {
  const all = [word];
  for (let i = 0; i < word.length; i++) all.push(word.slice(0, i) + word.slice(i + 1));
  return all;
}

function withinOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  const [x, y] = [a.slice(i), b.slice(i)];
  return (
    x.slice(1) === y.slice(1) ||
    x.slice(1) === y ||
    x === y.slice(1) ||
    (x[0] === y[1] && x[1] === y[0] && x.slice(2) === y.slice(2))
  );
}
