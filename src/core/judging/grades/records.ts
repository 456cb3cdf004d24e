/** Records that fall: nobody had the grade, and now somebody has. */
import type { Rating } from '../statement.ts';
import { mentionsIn, type Reading } from '../text/reading.ts';
import type { Sentence } from '../text/sentences.ts';
import type { Mention } from '../text/trie.ts';

/** "Not since 2011 had it been good": it had another grade meanwhile. */
export const NOT_SINCE = 'previous.not-since';

/** What is said of many councils may still be what nobody had; what is refused for other reasons is no grade at all. */
const OF_MANY = new Set(['league', 'count']);

/**
 * "No council had ever had the top grade. Now two have: Northshire and Southshire": what nobody had is what is given.
 *
 * @returns the names that the next sentence gives, none where it goes on about the same council; null where it is not so
 */
export function brokenNext(
  { standing, rules, refused, sentence, mention }: Rating,
  reading: Reading,
): Mention[] | null {
  const said = refused ? OF_MANY.has(refused.code) : standing === 'denied' || rules.includes(NOT_SINCE);
  if (!said) return null;
  const next = reading.sentences[sentence.index + 1];
  const before = reading.tokens.slice(sentence.from, mention.from).map((t) => t.w);
  if (next?.field === 'text' && isSaidOfFew(before)) return whoCan(next, reading);
  const nobody = mentionsIn(reading, 'nobody', sentence.from, mention.from).length > 0;
  if (!nobody || !before.some((w) => ['had', 'has', 'have'].includes(w)) || next?.field !== 'text') return null;
  if (mentionsIn(reading, 'record_breaks', next.from, next.to).length === 0) return null;
  return mentionsIn(reading, 'authority', next.from, next.to);
}

/** "Not many councils can claim an outstanding." */
function isSaidOfFew(before: string[]): boolean {
  const few = before.findIndex(
    (w, i) => w === 'few' || (w === 'many' && ['not', "aren't"].includes(before[i - 1] ?? '')),
  );
  return few >= 0 && few < FIRST_WORDS && before.slice(few).some((w) => ['can', 'could'].includes(w));
}
const FIRST_WORDS = 4;

/** "Northshire can.", "Northshire and Southshire both could.": who is the exception; null where nobody is. */
function whoCan({ from, to }: Sentence, reading: Reading): Mention[] | null {
  const names = mentionsIn(reading, 'authority', from, to);
  const last = names.at(-1);
  if (!last || names[0]?.from !== from) return null;
  const can = (w: string) =>
    ['can', 'could', 'does', 'do', 'now', 'both', 'is', 'are', 'one', 'of', 'them', '.', '!', ','].includes(w);
  return reading.tokens.slice(last.to, to).every(({ w }) => can(w)) ? names : null;
}
