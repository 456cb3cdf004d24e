/** "Two councils have been judged inadequate": a count, and the councils that the next sentences name, or that an article which opens with it then tells of. */
import type { Refused, Statement } from '../statement.ts';
import { isWhole } from '../statement.ts';
import { numberOf } from '../text/counts.ts';
import { mentionsIn, type Reading } from '../text/reading.ts';
import type { Sentence } from '../text/sentences.ts';
import type { Subjects } from './subjects.ts';

/** The count stands in the title or so many sentences from it. */
const COUNTED_WITHIN = 2;
/** Sentences in which the councils are named. */
const NAMED_WITHIN = 8;
const MOST = 6;

/**
 * Who is counted but not said to have the grade: as many councils as the count says, those that the next sentences name, or of a
 * count that opens the article all that it names, when those are set apart that have another grade.
 *
 * @returns the grade with them; null where the numbers differ, or where each has it already
 */
export function countedInLead(
  { rating, code }: Refused,
  statements: readonly Statement[],
  reading: Reading,
  { bystanders }: Subjects,
): string[] | null {
  const { sentence, mention, grade } = rating;
  if (code !== 'count' || sentence.depth >= NAMED_WITHIN) return null;
  const many = mentionsIn(reading, 'councils', sentence.from, mention.from).at(-1);
  const count = many && mentionsIn(reading, 'count_word', sentence.from, many.from).at(-1);
  const n = count ? (numberOf(count.id) ?? 0) : 0;
  if (!many || !count || n < 2 || n > MOST || many.from - count.to > 2 || isShare(count.from, count.to, reading))
    return null;
  const own = statements.filter((s) => s.standing === 'current' && s.year === null && isWhole(s) && s.names.length > 0);
  const has = (slug: string, is: (s: Statement) => boolean) => own.some((s) => s.authorities.includes(slug) && is(s));
  const namedIn = (sentences: readonly Sentence[]) =>
    sentences
      .filter((s) => !awaitsIts(s, reading))
      .flatMap((s) => mentionsIn(reading, 'authority', s.from, s.to))
      .filter((m) => !bystanders.has(m))
      .map((m) => m.id);
  const meant = (named: readonly string[]): string[] | null => {
    const left = [...new Set(named)].filter((slug) => !has(slug, (s) => s.rating.grade !== grade));
    const untold = left.filter((slug) => !has(slug, (s) => s.rating.grade === grade));
    return left.length === n && untold.length > 0 ? untold : null;
  };
  const next = reading.sentences.slice(sentence.index + 1, sentence.index + 1 + n);
  const following = next.map((_, at) => namedIn(next.slice(0, at + 1)));
  const soon = following.find((named) => new Set(named).size >= n) ?? [];
  if (namedIn([sentence]).length === 0 && new Set(soon).size === n) {
    const told = meant(soon);
    if (told) return told;
  }
  if (sentence.depth >= COUNTED_WITHIN) return null;
  return meant(namedIn(reading.sentences.filter((s) => s.depth < NAMED_WITHIN)));
}

/** "Northshire is waiting for its report": not among those that have had theirs. */
const awaitsIts = ({ from, to }: Sentence, { tokens }: Reading): boolean =>
  tokens.slice(from, to).some(({ w }) => ['waiting', 'awaits', 'awaiting', 'awaited', 'yet'].includes(w));

/** "two of the five councils", "one in three councils", "the two councils that were good" */
const isShare = (from: number, to: number, { tokens }: Reading): boolean =>
  ['of', 'in'].includes(tokens[to]?.w ?? '') ||
  ['the', 'in', 'of', 'other', 'another', 'further'].includes(tokens[from - 1]?.w ?? '');
