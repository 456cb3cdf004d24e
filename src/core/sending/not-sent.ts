/** What a reader is told of days or weeks of which no message came: nothing is left out in silence. */
import { londonDay } from '../dates.ts';
import { CATCH_UP, type Period } from './cadence.ts';
import type { Block, Letter } from './letter.ts';
import { rangeWords } from './names.ts';

/** Weeks that are named with a link each. */
const MOST_LINKED = 26;

/**
 * @param missed as `leftOut` gives them, oldest first
 * @param base   public address of the pages
 */
export function notSentBlocks(every: 'day' | 'week', missed: readonly Period[], base: string): Block[] {
  const [first, last] = [missed[0], missed.at(-1)];
  if (!first || !last) return [];
  const span = rangeWords({ from: londonDay(first.from), until: londonDay(last.until) });
  const count = missed.length === 1 ? `one ${every}` : `${missed.length} ${every}s`;
  const text = `No message came of ${count} before this (${span}): the program could not send then, and makes up ${CATCH_UP[every]} ${every}s at most. What became known in that time stands on the pages.`;
  const shown = missed.slice(-MOST_LINKED);
  const items =
    every === 'week'
      ? shown.map(({ id }) => ({ text: `Week ${id}`, url: `${base}/weeks/${id}.html` }))
      : [{ text: 'All judgements, newest first', url: `${base}/` }];
  return [
    { kind: 'banner', text },
    { kind: 'items', items },
  ];
}

/** A letter that says first what it is, as an invented one does, and then what was not sent. */
export function withNotSent(letter: Letter, notSent: readonly Block[]): Letter {
  const text = letter.blocks.findIndex(({ kind }) => kind !== 'banner');
  return { ...letter, blocks: [...letter.blocks.slice(0, text), ...notSent, ...letter.blocks.slice(text)] };
}
