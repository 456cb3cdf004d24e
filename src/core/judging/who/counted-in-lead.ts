/** "Two councils have been judged inadequate": a count, and the councils that the next sentences name, or that an article which opens with it then tells of. */
import type { Rating, Refused, Statement } from '../statement.ts';
import { isWhole } from '../statement.ts';
import { numberOf } from '../text/counts.ts';
import { mentionsIn, type Reading } from '../text/reading.ts';
import type { Sentence } from '../text/sentences.ts';
import type { Mention } from '../text/trie.ts';
import type { Owners } from './owners.ts';
import type { Subjects } from './subjects.ts';

/** The count stands in the title or so many sentences from it. */
const COUNTED_WITHIN = 2;
/** Sentences in which the councils are named. */
const NAMED_WITHIN = 8;
const MOST = 6;

/**
 * Who is counted but not said to have the grade, of a count that opens the article: as many councils as the count says, all
 * that the article names, when those are set apart that have another grade.
 *
 * @returns the grade with them; null where the numbers differ, or where each has it already
 */
export function countedInLead(
  { rating, code }: Refused,
  statements: readonly Statement[],
  reading: Reading,
  subjects: Subjects,
): string[] | null {
  const { sentence, grade } = rating;
  if (code !== 'count' || sentence.depth >= COUNTED_WITHIN) return null;
  const n = countBefore(rating, reading);
  if (n === null) return null;
  const own = statements.filter((s) => s.standing === 'current' && s.year === null && isWhole(s) && s.names.length > 0);
  const has = (slug: string, is: (s: Statement) => boolean) => own.some((s) => s.authorities.includes(slug) && is(s));
  const meant = (named: readonly string[]): string[] | null => {
    const left = [...new Set(named)].filter((slug) => !has(slug, (s) => s.rating.grade !== grade));
    const untold = left.filter((slug) => !has(slug, (s) => s.rating.grade === grade));
    return left.length === n && untold.length > 0 ? untold : null;
  };
  const text = reading.sentences.filter((s) => s.depth < NAMED_WITHIN);
  return meant(namedIn(text, reading, subjects).map(({ id }) => id));
}

/**
 * "Two councils have been promoted to good. Northshire was seen in May. Southshire …": those whom the next sentences name, a
 * sentence for each at the most; null where the sentence of the grade names some, or they are not as many as it counts.
 */
export function countedNext(rating: Rating, reading: Reading, subjects: Subjects): Owners | null {
  const { sentence } = rating;
  const n = sentence.field === 'text' && sentence.depth < NAMED_WITHIN ? countBefore(rating, reading) : null;
  if (n === null || namedIn([sentence], reading, subjects).length > 0) return null;
  const next = reading.sentences.slice(sentence.index + 1, sentence.index + 1 + n);
  const named = next.map((_, at) => namedIn(next.slice(0, at + 1), reading, subjects));
  const mentions = named.find((some) => distinct(some).length >= n) ?? [];
  return distinct(mentions).length === n ? { slugs: distinct(mentions), mentions } : null;
}

const distinct = (mentions: readonly Mention[]): string[] => [...new Set(mentions.map(({ id }) => id))];

const namedIn = (sentences: readonly Sentence[], reading: Reading, { bystanders }: Subjects): Mention[] =>
  sentences
    .filter((s) => !awaitsIts(s, reading))
    .flatMap((s) => mentionsIn(reading, 'authority', s.from, s.to))
    .filter((m) => !bystanders.has(m));

/** "two more authorities", "a pair of county councils": how many, before the grade; null where none are counted. */
function countBefore({ sentence: { from }, mention }: Rating, reading: Reading): number | null {
  const many = mentionsIn(reading, 'councils', from, mention.from).at(-1);
  if (!many) return null;
  const count = mentionsIn(reading, 'count_word', from, many.from).at(-1);
  if (!count) return isPair(many.from, from, reading) ? 2 : null;
  const n = numberOf(count.id) ?? 0;
  return n < 2 || n > MOST || many.from - count.to > 2 || isShare(count.from, count.to, reading) ? null : n;
}

/** "A pair of councils", "a pair of London boroughs" */
const isPair = (many: number, from: number, { tokens }: Reading): boolean =>
  tokens
    .slice(Math.max(from, many - PAIR_REACH), many)
    .some(({ w }, n, words) => w === 'pair' && words[n + 1]?.w === 'of');
const PAIR_REACH = 4;

/** "Northshire is waiting for its report", "is to hear soon": not among those that have had theirs. */
const awaitsIts = ({ from, to }: Sentence, { tokens }: Reading): boolean =>
  tokens.slice(from, to).some(({ w }) => ['waiting', 'awaits', 'awaiting', 'awaited', 'yet', 'soon'].includes(w));

/** "two of the five councils", "one in three councils", "the two councils that were good" */
const isShare = (from: number, to: number, { tokens }: Reading): boolean =>
  ['of', 'in'].includes(tokens[to]?.w ?? '') ||
  ['the', 'of', 'other', 'another', 'further'].includes(tokens[from - 1]?.w ?? '') ||
  (tokens[from - 1]?.w === 'in' && (numberOf(tokens[from - 2]?.w ?? '') !== null || tokens[from - 2]?.w === 'one'));
