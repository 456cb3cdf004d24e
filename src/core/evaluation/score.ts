/** How far an answer agrees with its key. Nothing expected and nothing got counts as perfect. */
export interface Score {
  right: number;
  expected: number;
  got: number;
  precision: number;
  recall: number;
  f1: number;
}

/** What the labels hold and what was found, as keys. */
export interface Keys {
  expected: string[];
  got: string[];
}

/** Counts agreement and turns it into figures once all is counted. */
export class Tally {
  private right = 0;
  private expected = 0;
  private got = 0;

  /** Compares two multisets of keys: a key that stands twice in one and once in the other is right once. */
  add({ expected, got }: Keys): void {
    this.right += expected.length - without(expected, got).length;
    this.expected += expected.length;
    this.got += got.length;
  }

  score(): Score {
    const { right, expected, got } = this;
    const precision = got ? right / got : expected ? 0 : 1;
    const recall = expected ? right / expected : got ? 0 : 1;
    return { right, expected, got, precision, recall, f1: harmonicMean(precision, recall) };
  }
}

/** What stands in `keys` and has no partner in `taken`, both read as multisets. */
export function without(keys: readonly string[], taken: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const key of taken) left.set(key, (left.get(key) ?? 0) + 1);
  return keys.filter((key) => {
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count <= 0;
  });
}

/** F1 of a precision and a recall. */
export const harmonicMean = (precision: number, recall: number): number =>
  precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
