/** What a publisher changed in an article after the first version: headlines soften, grades go. */
interface Version {
  title: string;
  text: string;
}

export interface Edit {
  /** The headline before, where it changed. */
  titleWas: string | null;
  /** Whole paragraphs, in the order they stood. */
  removed: string[];
  added: string[];
}

const paragraphsOf = (text: string) => text.split(/\n{2,}/).filter((paragraph) => paragraph.trim() !== '');

/** @returns what the later version lacks and what it has besides; a paragraph that only moved is neither */
export function editBetween(before: Version, after: Version): Edit {
  const [old, now] = [paragraphsOf(before.text), paragraphsOf(after.text)];
  return {
    titleWas: before.title === after.title ? null : before.title,
    removed: without(old, now),
    added: without(now, old),
  };
}

/** Those of the first that the second does not have, each as often as it is missing. */
function without(paragraphs: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const other of others) left.set(other, (left.get(other) ?? 0) + 1);
  return paragraphs.filter((paragraph) => {
    const count = left.get(paragraph) ?? 0;
    left.set(paragraph, count - 1);
    return count <= 0;
  });
}
