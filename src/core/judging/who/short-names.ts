/** Shorter names of councils that the article names in full: "Kensington" in a title, a risky name told of before. */
import type { Rulebook } from '../rules/rulebook.ts';
import type { Reading, Refusal } from '../text/reading.ts';
import { startsClass } from '../text/reading.ts';
import type { Mention } from '../text/trie.ts';

/** The title and the opening say whom an article is about. */
const OPENING_SENTENCES = 4;

/** "Kensington services outstanding", "Kensington: good", of an article on Kensington and Chelsea: a title, or the head of a line, has room for half of a double name. */
export function halvesOfNames(taken: readonly Mention[], reading: Reading, { index }: Rulebook): Mention[] {
  const title = reading.sentences.filter((s) => s.field === 'title');
  const lines = reading.sentences.filter((s) => s.newParagraph && s.field === 'text');
  const inTitle = (m: { from: number }) => reading.tokens[m.from]?.field === 'title';
  const named = new Set(taken.filter(inTitle).map((m) => m.id));
  return [...new Set(taken.map((m) => m.id))].flatMap((id) => {
    const half = firstHalf(index.get(id)?.shortName ?? '');
    if (half.length === 0) return [];
    const heads = lines.flatMap(({ from }) => {
      const to = from + half.length;
      const isHead = reading.tokens[to]?.w === ':' && isWritten(half, from, reading);
      return isHead && !taken.some((m) => m.from === from) ? [{ cls: 'authority', id, from, to }] : [];
    });
    if (named.has(id)) return heads;
    for (const { from, to } of title)
      for (let i = from; i + half.length <= to; i++)
        if (isWritten(half, i, reading) && ![...taken, ...reading.refusals].some((m) => m.from <= i && m.to > i))
          return [{ cls: 'authority', id, from: i, to: i + half.length }, ...heads];
    return heads;
  });
}

/** "Kensington" of "Kensington and Chelsea", "Stoke" of "Stoke-on-Trent"; none of a name that is not double. */
function firstHalf(name: string): string[] {
  const [first = '', second] = name.split(/ and | with |, |[ -](?:up)?on[ -]/);
  return second === undefined ? [] : first.toLowerCase().split(' ');
}

const isWritten = (words: readonly string[], at: number, reading: Reading): boolean =>
  words.every((w, n) => reading.tokens[at + n]?.w === w && reading.tokens[at + n]?.cap) &&
  !startsClass(reading, at + words.length, 'institution');

/**
 * Risky names that count after all: the title or the opening speaks of a council of that name, and here the name stands
 * where a name stands.
 */
export function namedBefore(refused: readonly Refusal[], taken: readonly Mention[], reading: Reading): Refusal[] {
  const opening = reading.sentences.filter((s) => s.field === 'title' || s.depth < OPENING_SENTENCES);
  const told = new Set(taken.filter((m) => opening.some((s) => m.from >= s.from && m.to <= s.to)).map((m) => m.id));
  return refused.filter(
    ({ rule, authority, from, to }) =>
      rule === 'second-signal' &&
      authority !== null &&
      told.has(authority) &&
      (reading.sentenceOf[from] === reading.sentenceOf[from - 1] ||
        reading.tokens[to]?.w === "'s" ||
        startsClass(reading, to, 'be', 'has', 'gave', 'judged', 'grade') ||
        // "Reading matched that but for adoption"
        /^[a-z]{3,}ed$/.test(reading.tokens[to]?.w ?? '')),
  );
}

/** "North and West Oldmere": the first half is named by its point of the compass alone. */
export function otherHalves(taken: readonly Mention[], reading: Reading, rulebook: Rulebook): Mention[] {
  return taken.flatMap(({ from, to }) => {
    const [half, joint] = reading.tokens.slice(Math.max(0, from - 2), from);
    const rest = reading.tokens.slice(from + 1, to).map(({ w }) => w);
    const points = [from - 2, from].every((i) => reading.tokens[i]?.cap && startsClass(reading, i, 'compass'));
    if (!points || joint?.w !== 'and' || rest.length === 0) return [];
    const { authority } = rulebook.index.find([half?.w, ...rest].join(' '));
    return authority ? [{ cls: 'authority', id: authority.slug, from: from - 2, to: from - 1 }] : [];
  });
}
