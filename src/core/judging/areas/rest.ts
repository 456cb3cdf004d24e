/** "Four things are graded: A, B, C and D. … B is outstanding. The other three are good.": the areas of a list not graded yet. */
import type { Rating, Statement, Target } from '../statement.ts';
import { numberOf } from '../text/counts.ts';
import { mentionsIn, type Reading } from '../text/reading.ts';
import type { Mention } from '../text/trie.ts';
import { splitPair } from './care-pair.ts';

const FEWEST_LISTED = 3;
/** Sentences between a list of areas and the rest of it; keeps the work on a long text bounded. */
const FARTHEST = 30;

/**
 * The target of a grade that is given to the rest.
 *
 * @param authorities whose grade it is
 * @param said        what the text has said so far
 */
export function withRest(
  target: Target,
  { mention, sentence }: Rating,
  authorities: string[],
  said: readonly Statement[],
  reading: Reading,
): Target {
  if (target.areas.length > 0 || target.overall || sentence.field !== 'text') return target;
  const rest = mentionsIn(reading, 'the_rest', sentence.from, mention.from)[0];
  if (!rest || mentionsIn(reading, 'area', sentence.from, sentence.to).length > 0) return target;
  const graded = new Set(
    said
      .filter((s) => s.standing === 'current' && s.authorities.some((a) => authorities.includes(a)))
      .flatMap((s) => s.target.areas.map(({ id }) => id)),
  );
  const counted = reading.tokens.slice(rest.from, rest.to).flatMap(({ w }) => numberOf(w) ?? [])[0];
  const all = counted === undefined ? null : counted + graded.size;
  const left = listBefore(sentence.index, all, reading).filter(({ id }) => !graded.has(id));
  if (graded.size === 0 || (counted !== undefined && counted !== left.length)) return target;
  return { ...target, areas: left, partial: false };
}

/**
 * The areas that the nearest sentence before it names together and grades nothing, or grades for another council.
 *
 * @param all how many there are, where that is told
 */
function listBefore(index: number, all: number | null, reading: Reading): Mention[] {
  for (let n = index - 1; n >= 0 && n >= index - FARTHEST; n--) {
    const { from, to, field } = reading.sentences[n] as Reading['sentences'][number];
    const named = splitPair(mentionsIn(reading, 'area', from, to), reading).filter((a) => a.id !== 'overall');
    const once = named.filter((a, i) => named.findIndex(({ id }) => id === a.id) === i);
    const grades = mentionsIn(reading, 'grade', from, to).length > 0;
    if (field === 'text' && once.length >= FEWEST_LISTED && (!grades || once.length === all)) return once;
  }
  return [];
}
