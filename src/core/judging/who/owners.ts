import type { Mention } from '../text/trie.ts';

/** Whose a grade is, and where they are named. */
export interface Owners {
  slugs: string[];
  mentions: Mention[];
}
