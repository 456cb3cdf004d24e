/** A grade told in words of another time, beside the news of another: "Rated good today. The service held an inadequate rating for five years." */
import { ownClause } from '../grades/own-clause.ts';
import { isWhole, type Statement } from '../statement.ts';
import type { Span } from '../text/asides.ts';
import { mentionsIn, type Reading, someFrom, startsClass } from '../text/reading.ts';
import type { Mention } from '../text/trie.ts';

/** Of two grades of the whole that differ only one is news: the one that was given, and not the one that was held before. */
export function settleBesideNews(statements: Statement[], reading: Reading): void {
  const news = statements.filter((s) => isNews(s, reading));
  for (const s of statements) {
    if (s.standing !== 'current' && s.standing !== 'background') continue;
    const rivals = news.some(
      (o) =>
        o !== s &&
        o.rating.grade !== s.rating.grade &&
        o.service === s.service &&
        o.authorities.some((a) => s.authorities.includes(a)),
    );
    if (rivals && isWhole(s) && isToldOfThen(s, reading)) s.standing = 'previous';
  }
}

/** "has rated", "has been given": told as given now. */
const isNews = (s: Statement, reading: Reading): boolean =>
  s.standing === 'current' &&
  s.year === null &&
  isWhole(s) &&
  !isToldOfThen(s, reading) &&
  (s.rating.rules.includes('current.has-judged') || (s.depth < LEADING && isJudged(s, reading)));
const LEADING = 2;

const isJudged = ({ rating: { rules, sentence } }: Statement, reading: Reading): boolean =>
  GIVEN.some((rule) => rules.includes(rule)) &&
  mentionsIn(reading, 'inspectorate', sentence.from, sentence.to).length > 0;
const GIVEN = ['licence.judged', 'licence.gave'];

/** Its own clause speaks of a time before, and of no part of the service. */
function isToldOfThen({ rating: { mention, sentence, rules } }: Statement, reading: Reading): boolean {
  if (rules.some((rule) => rule.startsWith('current.'))) return false;
  const clause = besideGrade(mention, ownClause(mention, sentence, reading), reading);
  const speaksOf = (cls: string) => mentionsIn(reading, cls, clause.from, clause.to).length > 0;
  if (speaksOf('area') || isOfPart(clause, reading)) return false;
  return OF_BEFORE.some(speaksOf) || someFrom(clause.from, clause.to, (i) => isThen(i, reading));
}
const OF_BEFORE = ['ago', 'previous_word', 'last_occasion'];

/** Of its clause what stands between it and the grade before, and behind it up to the first comma. */
function besideGrade({ from, to }: Mention, clause: Span, reading: Reading): Span {
  const start = Math.max(clause.from, from - REACH);
  const before = mentionsIn(reading, 'grade', start, from).at(-1);
  let end = to;
  while (end < Math.min(clause.to, to + REACH) && reading.tokens[end]?.word && !startsClass(reading, end, 'grade'))
    end++;
  return { from: before?.to ?? start, to: end };
}
const REACH = 30;

/** "and marked that part of the work as outstanding" */
const isOfPart = ({ from, to }: Span, reading: Reading): boolean =>
  someFrom(
    from,
    to,
    (i) => ['that', 'this'].includes(reading.tokens[i]?.w ?? '') && startsClass(reading, i + 1, 'such_a_part'),
  );

/** "for five years", "five years as", "the grade before was", "went into the inspection", "the outgoing rating" */
function isThen(at: number, reading: Reading): boolean {
  const w = (i: number) => reading.tokens[i]?.w ?? '';
  if (w(at) === 'before')
    return startsClass(reading, at - 1, 'rating_word') && startsClass(reading, at + 1, 'be', 'has');
  if (['outgoing', 'hitherto'].includes(w(at))) return true;
  if (['went', 'came', 'going', 'coming'].includes(w(at))) return w(at + 1) === 'into';
  if (w(at) === 'since') return startsClass(reading, at + 1, 'year');
  return /^(years?|months?|decades?)$/.test(w(at)) && (lastsFor(at, reading) || SPENT.has(w(at + 1)));
}
const SPENT = new Set(['as', 'of', 'at', 'in', 'under', 'with']);

/** "for nearly five years" */
const lastsFor = (at: number, { tokens }: Reading): boolean =>
  tokens.slice(Math.max(0, at - LASTING), at).some(({ w }) => w === 'for');
const LASTING = 4;
