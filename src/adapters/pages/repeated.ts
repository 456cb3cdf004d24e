/** Paragraphs that stand on several pages of one host are furniture, whatever they say. */
import { createHash } from 'node:crypto';

/** Seen on this many pages of a host, a paragraph belongs to the site. */
const PAGES = 3;

/** @returns a short key for each paragraph of a text, to be counted per host once for each page */
export function paragraphKeys(text: string): string[] {
  return [...new Set(paragraphsOf(text).map(keyOf))];
}

/**
 * @param seenOnHost in how many other pages of the host each key was seen
 * @returns the text without the paragraphs of the site; unchanged where nothing would remain
 */
export function dropRepeated(text: string, seenOnHost: ReadonlyMap<string, number>): string {
  const kept = paragraphsOf(text).filter(
    (paragraph) => paragraph.startsWith('• ') || (seenOnHost.get(keyOf(paragraph)) ?? 0) < PAGES,
  );
  return kept.length ? kept.join('\n\n') : text;
}

const paragraphsOf = (text: string) => text.split('\n\n').filter((paragraph) => paragraph !== '');
const keyOf = (paragraph: string) =>
  createHash('sha256')
    .update(
      paragraph
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim(),
    )
    .digest('hex')
    .slice(0, 16);
