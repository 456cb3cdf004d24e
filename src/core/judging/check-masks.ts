/** Holds every mask against its own example: with it no authority is named there, without it one would be. */
import type { ExampleFault } from './check-examples.ts';
import { read } from './read.ts';
import type { NameMask } from './rules/authorities.ts';
import type { Rulebook } from './rules/rulebook.ts';
import { wordsOf } from './text/tokens.ts';

/** @returns one entry per mask that does not do what its example promises; empty when all do. */
export function checkMasks(rulebook: Rulebook): ExampleFault[] {
  return rulebook.masks.flatMap((mask) => {
    const { authority, phrase, example, file, line } = mask;
    const fault = (expected: string, got: string) => [
      { rule: `mask.${authority}`, file, line, example, expected, got },
    ];
    const named = namedAt(mask, rulebook);
    if (named.length > 0) return fault(`nobody named by "${phrase}"`, named.join(', '));
    if (namedAt(mask, without(rulebook, 'mask', phrase)).length > 0) return [];
    return fault(
      `an authority by mistake if the mask "${phrase}" were not there`,
      'nobody either way: other rules see to it already; give an example that needs the mask, or take the mask out',
    );
  });
}

/** Authorities that the example names by words of the mask. */
function namedAt({ phrase, example }: NameMask, rulebook: Rulebook): string[] {
  const article = {
    id: 'mask',
    url: null,
    publisher: null,
    published: null,
    title: '',
    text: example,
    homeAuthority: null,
  };
  const { mentions, tokens } = read(article, rulebook);
  const words = wordsOf(phrase).map(({ w }) => w);
  return mentions
    .filter(({ cls }) => cls === 'authority')
    .filter(({ from, to }) => words.some((_, n) => isAt(words, tokens, from - n) || isAt(words, tokens, to - 1 - n)))
    .map(({ id }) => id);
}

const isAt = (words: readonly string[], tokens: readonly { w: string }[], at: number) =>
  words.every((w, n) => tokens[at + n]?.w === w);

/** The rulebook as if it did not know a phrase of a class. */
export function without(rulebook: Rulebook, cls: string, phrase: string): Rulebook {
  const words = wordsOf(phrase).map(({ w }) => w);
  const at: Rulebook['trie']['at'] = (tokens, from, meter) =>
    rulebook.trie
      .at(tokens, from, meter)
      .filter((m) => !(m.cls === cls && m.to - m.from === words.length && isAt(words, tokens, from)));
  return { ...rulebook, trie: { at } };
}
