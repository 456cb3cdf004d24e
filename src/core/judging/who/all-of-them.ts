/** Councils named before that a sentence takes up together: "All three were rated inadequate", "Ofsted judged both inadequate". */
import type { Rating } from '../statement.ts';
import { numberOf } from '../text/counts.ts';
import { mentionsIn, type Reading, startsClass } from '../text/reading.ts';
import type { Mention } from '../text/trie.ts';
import type { Owners } from './owners.ts';
import type { Subjects } from './subjects.ts';

/** Sentences back to the first of those it takes up. */
const NAMED_WITHIN = 3;
const MOST = 6;
const TOGETHER = new Map([
  ['both', 2],
  ['pair', 2],
  ['duo', 2],
  ['trio', 3],
  ['quartet', 4],
]);

/** @returns as many councils as the sentence counts, of the sentences before it or of the title; null where it counts none */
export function allOfThem({ sentence, mention }: Rating, reading: Reading, { inTitle }: Subjects): Owners | null {
  for (let i = sentence.from; i < Math.min(sentence.to, mention.to + AFTER_REACH); i++) {
    const n = i < mention.from ? countAt(i, sentence.from, mention.from, reading) : countAfter(i, reading);
    if (n === null || isOfAreas(n, sentence.index, reading)) continue;
    const mentions = namedBefore(n, sentence, reading);
    const before = new Set(mentions.map(({ id }) => id));
    if (before.size === n) return { slugs: [...before], mentions };
    return inTitle.size === n ? { slugs: [...inTitle], mentions: [] } : null;
  }
  return null;
}

/**
 * How many "both councils", "the three were", "each of the three", "all three inadequate", "in both, services" speak of; null
 * where it is no such word.
 */
function countAt(at: number, opening: number, grade: number, reading: Reading): number | null {
  const w = (i: number) => reading.tokens[i]?.w ?? '';
  const isPlaced = at === opening + 1 && PLACES.has(w(opening));
  const together = isPlaced && w(at) === 'each' ? 2 : TOGETHER.get(w(at));
  const n = together ?? numberOf(w(at)) ?? 0;
  const definite =
    w(at) === 'both' ||
    (isPlaced && w(at) === 'each') ||
    ['the', 'those', 'these', 'all', 'this', 'that'].includes(w(at - 1)) ||
    (w(at - 1) === 'of' && ['each', 'all'].includes(w(at - 2)));
  if (n < 2 || n > MOST || !definite) return null;
  const councils = (reading.startsAt[at + 1] ?? []).find((m) => m.cls === 'councils' || m.cls === 'council_word');
  const end = councils?.to ?? at + 1;
  if (isPlaced && (councils || PLACED.has(w(end)))) return n;
  // "It wrote to the two councils, and in each case decided that they are good"
  if (councils && takenOneByOne(end, grade, reading)) return n;
  return end === grade || startsClass(reading, end, 'be', 'has', 'judged') ? n : null;
}

/** "in each case", "for both of them", "about each" */
const takenOneByOne = (from: number, grade: number, { tokens }: Reading): boolean =>
  tokens
    .slice(from, grade)
    .some(({ w }, n) => ['each', 'both'].includes(w) && PLACES.has(tokens[from + n - 1]?.w ?? ''));

/** "Fostering is good in both counties" */
function countAfter(at: number, reading: Reading): number | null {
  const n = TOGETHER.get(reading.tokens[at]?.w ?? '') ?? numberOf(reading.tokens[at + 1]?.w ?? '') ?? 0;
  const noun = TOGETHER.has(reading.tokens[at]?.w ?? '') ? at + 1 : at + 2;
  const all = noun === at + 1 || ['all', 'the'].includes(reading.tokens[at]?.w ?? '');
  const named = startsClass(reading, noun, 'councils') || reading.tokens[noun]?.w === 'places';
  return n > 1 && n <= MOST && all && named && PLACES.has(reading.tokens[at - 1]?.w ?? '') ? n : null;
}
const AFTER_REACH = 4;

const PLACES = new Set(['in', 'for', 'at', 'on', 'to']);
const PLACED = new Set([',', 'the', 'cases', 'its', 'their', 'services']);

/** "Leadership, adoption and help for care leavers were seen. All three were good." */
function isOfAreas(n: number, index: number, reading: Reading): boolean {
  const before = reading.sentences[index - 1];
  return before !== undefined && mentionsIn(reading, 'area', before.from, before.to).length >= n;
}

function namedBefore(n: number, { index, field }: Rating['sentence'], reading: Reading): Mention[] {
  for (let first = index - 1; first >= Math.max(0, index - NAMED_WITHIN); first--) {
    const from = reading.sentences[first];
    if (from?.field !== field) break;
    const end = reading.sentences[index]?.from ?? from.to;
    const named = mentionsIn(reading, 'authority', from.from, end);
    if (new Set(named.map(({ id }) => id)).size >= n) return named;
  }
  return [];
}
