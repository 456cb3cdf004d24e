/** Entries: lines that each open with the name of a council and a stop, "Northshire. Good overall." above "Southshire – …". */
import type { Reading } from '../text/reading.ts';
import type { Token } from '../text/tokens.ts';
import type { Mention } from '../text/trie.ts';

const STOPS = new Set(['.', ':', '–']);
const BULLETS = new Set(['•', '-', '–', '*']);
export const pastBullet = (at: number, tokens: readonly Token[]): number =>
  BULLETS.has(tokens[at]?.w ?? '') ? at + 1 : at;

/**
 * @param isName whether a mention is the name of a council, or what may be one
 * @returns heads of entries by the place they begin at, in order; none where fewer than two councils have an entry
 */
export function entriesIn({ tokens, startsAt }: Reading, isName: (mention: Mention) => boolean): Map<number, Mention> {
  const heads = new Map<number, Mention>();
  for (const [n, { field, nl }] of tokens.entries()) {
    if (field !== 'text' || (nl === 0 && tokens[n - 1]?.field === 'text')) continue;
    const at = pastBullet(n, tokens);
    const names = (startsAt[at] ?? []).filter(isName);
    const head = names.find(({ to }) => {
      const stop = tokens[pastBracket(to, tokens)];
      return stop !== undefined && STOPS.has(stop.w) && stop.nl === 0;
    });
    if (head) heads.set(at, head);
  }
  return new Set([...heads.values()].map(({ id }) => id)).size > 1 ? heads : new Map();
}

/** Of councils, once it is known which names are theirs. */
export const entriesOf = (reading: Reading): Map<number, Mention> =>
  entriesIn(reading, ({ cls }) => cls === 'authority');

/** "Northshire (inspected in March): …" */
function pastBracket(at: number, tokens: readonly Token[]): number {
  if (tokens[at]?.w !== '(') return at;
  const close = tokens.slice(at, at + LONGEST_BRACKET).findIndex(({ w }) => w === ')');
  return close === -1 ? at : at + close + 1;
}
const LONGEST_BRACKET = 10;
