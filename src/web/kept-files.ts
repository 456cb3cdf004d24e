/** Files that are the same for everybody for a while, so that many who ask cost as much as one. In memory, bounded. */

interface Kept<File> {
  file: Promise<File>;
  /** 0 while it is being made. */
  bytes: number;
  at: number;
}

/** @returns the file kept under a name, or what `make` makes, once for all who ask meanwhile */
export type KeptFiles<File> = (name: string, make: () => Promise<File>) => Promise<File>;

/**
 * @param mostBytes of all files together; what was asked for longest ago goes first
 * @param forMs     how long one is kept
 */
export function keepFiles<File extends { bytes: Uint8Array }>(
  { mostBytes, forMs }: { mostBytes: number; forMs: number },
  now: () => Date,
): KeptFiles<File> & { has(name: string): boolean } {
  const files = new Map<string, Kept<File>>();
  let total = 0;
  const drop = (name: string, one: Kept<File> | undefined) => {
    if (!one || files.get(name) !== one) return;
    files.delete(name);
    total -= one.bytes;
  };
  const fresh = (name: string) => {
    const one = files.get(name);
    if (one && now().getTime() - one.at >= forMs) drop(name, one);
    return files.get(name);
  };
  const ask = (name: string, make: () => Promise<File>) => {
    const there = fresh(name);
    if (there) {
      // Asked for last: the last to go.
      files.delete(name);
      files.set(name, there);
      return there.file;
    }
    const one: Kept<File> = { file: make(), bytes: 0, at: now().getTime() };
    files.set(name, one);
    one.file.then(
      ({ bytes }) => {
        if (files.get(name) !== one) return;
        one.bytes = bytes.byteLength;
        total += one.bytes;
        for (const [other, kept] of files) {
          if (total <= mostBytes) break;
          if (kept.bytes > 0) drop(other, kept);
        }
      },
      () => drop(name, one),
    );
    return one.file;
  };
  return Object.assign(ask, { has: (name: string) => fresh(name) !== undefined });
}
