/** The year of a grade, as the words beside it tell; null where they do not. */
import type { Day } from '../../types.ts';
import { isPassing, type Span } from '../text/asides.ts';
import { numberOf } from '../text/counts.ts';
import { mentionsIn, type Reading, someFrom, startsClass } from '../text/reading.ts';
import type { Sentence } from '../text/sentences.ts';
import type { Mention } from '../text/trie.ts';
import { broughtAbout, endsSpan, followingYear, isPassedBy } from './after-a-year.ts';
import { latestYear, monthNumber, monthsIn } from './months.ts';
import {
  clauseReach,
  compares,
  goesBack,
  goesOnToSay,
  isAtMost,
  isBefore,
  isBracketed,
  isCompared,
  isLaw,
  isOfGradeBefore,
  isOfMainClause,
  isOfOther,
  isOfRelative,
  isOfRunBefore,
  isSince,
  leavesTime,
  opensRelative,
  startsOther,
  turnsToNow,
  withMonth,
  yearsListedWith,
} from './whose-year.ts';

/** Words between a grade and a year of its own: "in the late spring of". */
const OWN_YEAR = 6;

/** Words that end the reach of a year beside a grade. */
const ENDS_REACH = ['contrast', 'time_clause', 'turns_time'];

/**
 * Year of a grade: "in 2018", "June 2018", "three years ago"; null where the sentence tells none. `also` holds the others
 * of "in 2014, 2016 and 2020".
 *
 * @param first  start of the first grade of the sentence: a year before it ("In 2018 ...") is said of all that follow
 * @param before end of the grade before, or the start of the sentence
 * @param after  start of the next grade, or the end of the sentence
 * @param asides what the sentence says in passing
 */
export function yearNear(
  reading: Reading,
  sentence: Sentence,
  grade: { from: number; to: number },
  first: number,
  before: number,
  after: number,
  published: Day | null,
  asides: readonly Span[] = [],
): { year: number; month: number | null; also: number[] } | null {
  const years = mentionsIn(reading, 'year', sentence.from, sentence.to).filter(
    (y) =>
      !isPassing(asides, y.from, grade) &&
      !isOfOther(reading, sentence.from, y, grade.from) &&
      !isBracketed(reading, y.from, grade) &&
      !isOfRunBefore(reading, grade, y) &&
      !(before > sentence.from && isSinceBefore(reading, y, grade.from)) &&
      !isCompared(reading, y.from) &&
      !isBefore(reading, y, grade.from) &&
      !endsSpan(reading, y) &&
      !isOfRelative(reading, sentence.from, y, grade.from),
  );
  const ends = (i: number) =>
    reading.tokens[i]?.w === ';' || (startsClass(reading, i, ...ENDS_REACH) && !isAtMost(reading, i));
  const reach = (from: number, to: number) => !someFrom(from, to, ends);
  // "inadequate, citing drift and delay, in 2021": what was added ends before the year.
  const isSetOff = (y: Span) => reading.tokens[y.from - 1]?.w === 'in' && reading.tokens[y.from - 2]?.w === ',';
  // "good, having been told in 2015 that it required improvement": the year is of the grade that comes after it.
  const isOfNext = (y: Span) =>
    after < sentence.to && someFrom(grade.to, y.from, (i) => reading.tokens[i]?.w === 'having');
  const goesOn = (y: Span) => !isSetOff(y) && someFrom(grade.to, y.from, (i) => goesOnToSay(reading, i));
  // "good for Northshire, which was born in 2014", not "Northshire, which was good in 2014"
  const isOthers = (y: Span) =>
    isOfMainClause(reading, grade, y) || someFrom(grade.to, y.from, (i) => startsOther(reading, i));
  const beside = years
    .filter((y) => y.from >= before && y.to <= after)
    .filter((y) =>
      y.from >= grade.to
        ? y.from - grade.to === 1 ||
          (reach(grade.to, y.from) &&
            !compares(reading, grade.to, y.from) &&
            !isOthers(y) &&
            !goesOn(y) &&
            !isOfNext(y)) ||
          isSince(reading, grade.to, y.from)
        : (reach(beyondClause(reading, y, grade.from), grade.from) || broughtAbout(reading, y, grade.from)) &&
          !(before > sentence.from && (isOfGradeBefore(reading, before, y, grade.from) || isOfNow(reading, grade.to))),
    );
  // "inadequate in 2017 and good in the spring of 2023": the year before is of the grade before.
  const isLasts = (m: Span) =>
    before > sentence.from &&
    isRightBehind(reading, m, before, grade.from) &&
    years.some((y) => y.from >= grade.to && y.from - grade.to <= OWN_YEAR && reach(grade.to, y.from));
  // "2014 brought a good, and 2018 an outstanding": the year after is of the next.
  const isNexts = (m: Span) =>
    m.from >= grade.to &&
    [',', 'and', 'in'].includes(reading.tokens[withMonth(reading, m.from) - 1]?.w ?? '') &&
    mentionsIn(reading, 'grade', m.to, Math.min(sentence.to, m.to + clauseReach(reading, m.from))).length > 0 &&
    years.some((y) => y.to <= grade.from && y.from >= before);
  const distance = (m: Span) =>
    (m.from >= grade.to ? m.from - grade.to : grade.from - m.to + 0.5) + (isNexts(m) || isLasts(m) ? sentence.to : 0);
  beside.sort((a, b) => distance(a) - distance(b));
  const leading = years.find(
    (y) =>
      y.to <= first &&
      reading.tokens[y.from - 1]?.w !== 'since' &&
      (reach(beyondClause(reading, y, first), first) || opensOnYear(reading, sentence, y, first)) &&
      !(grade.from > first && (turnsToNow(reading, first, grade.from) || goesBack(reading, first, grade.from))),
  );
  const behind = yearsBehind(reading, sentence, grade.to);
  if (behind !== null) return { year: behind, month: null, also: [] };
  // "In 2012 it was inadequate; five years later it was good": counted from the year that leads.
  const counted = beside.every((y) => y.to <= grade.from) ? Math.max(before, ...beside.map((y) => y.to)) : grade.from;
  const later =
    yearLater(reading, sentence, counted, grade.from) ?? followingYear(reading, sentence, counted, grade.from);
  if (later !== null && before > sentence.from) return { year: later, month: null, also: [] };
  const nearest = beside[0] ?? leading;
  if (nearest) {
    const month = monthNumber(reading.tokens[nearest.from - 1]?.w ?? '');
    return {
      year: Number(nearest.id),
      month: month || null,
      also: [...yearsListedWith(reading, sentence, nearest), ...yearAgain(reading, sentence, nearest)],
    };
  }
  const ago = agoYears(reading, grade, before, after, asides);
  if (ago !== null && published) return { year: Number(published.slice(0, 4)) - ago, month: null, also: [] };
  if (later !== null) return { year: later, month: null, also: [] };
  const months = monthsIn(reading, before, after).filter(
    (m) =>
      !isPassing(asides, m.from, grade) &&
      !isOfOther(reading, sentence.from, m, grade.from) &&
      !(m.from >= grade.to && compares(reading, grade.to, m.from)) &&
      !(m.to <= grade.from && before > sentence.from && isOfGradeBefore(reading, before, m, grade.from)),
  );
  if (published && months[0])
    return { year: months[0].year ?? latestYear(months[0].month, published), month: months[0].month, also: [] };
  return null;
}

/**
 * "out of inadequate, where it had been since 2017, to good", "the first time since it was inadequate in 2013 that it is good": since
 * then it was what it was before.
 */
function isSinceBefore({ tokens }: Reading, { from, to }: Span, next: number): boolean {
  const since = tokens.slice(Math.max(0, from - SINCE_REACH), from).map(({ w }) => w);
  const ends = tokens[to]?.w === ',' ? since.at(-1) === 'since' : tokens[to]?.w === 'that' && since.includes('since');
  return to <= next && ends;
}
const SINCE_REACH = 14;

/** "in 2017", "in March 2017", straight after a grade. */
const isRightBehind = (reading: Reading, year: Span, end: number, next: number): boolean =>
  year.to <= next && withMonth(reading, year.from) - end === 1 && reading.tokens[end]?.w === 'in';

/** "inadequate in 2018 and outstanding now" */
const isOfNow = (reading: Reading, after: number): boolean => ['now', 'today'].includes(reading.tokens[after]?.w ?? '');

/** "In 2019, while the old scheme lasted, it …", "from 2016 until this week it …": where what is said of the year itself ends. */
function beyondClause(reading: Reading, { from, to }: Span, end: number): number {
  if (reading.tokens[from - 1]?.w === 'from' && startsClass(reading, to, 'time_clause')) return to + 1;
  // "At the 2018 inspection, before the merger, it …"
  const comma = startsClass(reading, to, 'inspection_word', 'rating_word') ? to + 1 : to;
  if (reading.tokens[comma]?.w !== ',' || !startsClass(reading, comma + 1, ...ENDS_REACH)) return to;
  for (let i = comma + 2; i < end; i++) if (reading.tokens[i]?.w === ',') return i;
  return to;
}

/** "…, and its leadership": what follows is no longer said of that time. */
const startsAnother = (reading: Reading, at: number) =>
  reading.tokens[at]?.w === ',' && (reading.tokens[at + 1]?.w === 'and' || startsClass(reading, at + 1, 'contrast'));

/** How many sentences back the year stands that "two years later" counts from. */
const COUNTS_FROM = 2;

/**
 * "It was inadequate in 2014. Three years later a trust pulled it up to good": 2017; "good in 2019, though two years earlier it
 * was inadequate": 2017. What is told as of now has no such year.
 */
function yearLater(reading: Reading, { from, field, index }: Sentence, start: number, grade: number): number | null {
  for (let i = start; i + 2 < grade; i++) {
    const [unit, word] = [reading.tokens[i + 1]?.w ?? '', reading.tokens[i + 2]?.w ?? ''];
    const back = word === 'earlier';
    if (!/^years?$/.test(unit) || !(back || ['later', 'on', 'afterwards'].includes(word))) continue;
    const n = numberAt(reading, i);
    if (n === null || turnsToNow(reading, i + 3, grade)) continue;
    // "earlier" than a year of another sentence may be than now.
    const opening = back
      ? from
      : (reading.sentences.find((s) => s.index >= index - COUNTS_FROM && s.field === field)?.from ?? from);
    const year = mentionsIn(reading, 'year', opening, i).at(-1);
    if (year && !isLaw(reading, year.from)) return Number(year.id) + (back ? -n : n);
  }
  return null;
}

/** "in 2015 and again three years later": 2018 too. */
function yearAgain(reading: Reading, { to }: Sentence, { id, to: year }: Mention): number[] {
  const w = (i: number) => reading.tokens[i]?.w ?? '';
  let at = year;
  while (at < to && AGAIN.has(w(at))) at++;
  const again = reading.tokens.slice(year, at).some((t) => ['again', 'once', 'also'].includes(t.w));
  const n = again && /^years?$/.test(w(at + 1)) && ['later', 'on'].includes(w(at + 2)) ? numberAt(reading, at) : null;
  return n === null ? [] : [Number(id) + n];
}
const AGAIN = new Set([',', 'and', 'then', 'again', 'once', 'more', 'yet', 'also']);

/** "inadequate in 2014 and good three years later", "… three years after that": 2017. */
function yearsBehind(reading: Reading, { from }: Sentence, after: number): number | null {
  const [unit, word] = [reading.tokens[after + 1]?.w ?? '', reading.tokens[after + 2]?.w ?? ''];
  const then = word === 'after' && ['that', 'this', ','].includes(reading.tokens[after + 3]?.w ?? '');
  const counts = then || ['later', 'afterwards'].includes(word);
  const n = /^years?$/.test(unit) && counts ? numberAt(reading, after) : null;
  const year = n === null ? undefined : mentionsIn(reading, 'year', from, after).at(-1);
  return n !== null && year && !isLaw(reading, year.from) ? Number(year.id) + n : null;
}

/** "three years ago", "four years earlier"; "two years after" dates only what follows it. */
function agoYears(
  reading: Reading,
  grade: { from: number; to: number },
  from: number,
  to: number,
  asides: readonly Span[],
): number | null {
  // "inadequate eight years ago and good four years ago": what stands right behind it is its own.
  const own = yearsAgo(reading, grade.to, grade.to + 3);
  if (own !== null && grade.to + 3 <= to) return own;
  for (let i = from; i + 2 < to; i++) {
    if (isPassing(asides, i, grade) || !/^years?$/.test(reading.tokens[i + 1]?.w ?? '')) continue;
    const word = reading.tokens[i + 2]?.w ?? '';
    const counts = ['ago', 'earlier', 'before', 'after', 'since', 'back'].includes(word);
    if (!counts && !isOnFrom(reading, i + 2, grade.from) && !isRewound(reading, i)) continue;
    if (i < grade.from && startsAnother(reading, i + 3)) continue;
    // "A council that was good three years ago has been rated inadequate", "Adoption, good three years ago, is inadequate"
    const comma = reading.tokens[i + 3]?.w === ',' ? 1 : 0;
    if (i < grade.from && ['has', 'have', 'is', 'are'].includes(reading.tokens[i + 3 + comma]?.w ?? '')) continue;
    // "Northshire, three years ago the talk of the county, has been rated good"
    if (i < grade.from && reading.tokens[i - 1]?.w === ',' && isPassedBy(i + 3, grade.from, reading)) continue;
    // "from inadequate three years ago to good"
    if (i < grade.from && i === from && reading.tokens[i + 3]?.w === 'to') continue;
    // "two years after the scandal, services have been rated good"
    if (word === 'after' && reading.tokens.slice(i + 3, grade.from).some((t) => t.w === ',')) continue;
    if (i > grade.from && (compares(reading, grade.to, i) || opensRelative(reading, i, to))) continue;
    if (i > grade.from && someFrom(grade.to, i, (at) => leavesTime(reading, at) || goesOnToSay(reading, at))) continue;
    if (i > grade.from && (['after', 'before', 'since'].includes(word) || reading.tokens[i - 1]?.w === 'than'))
      continue;
    const n = numberAt(reading, i);
    if (n !== null) return n;
  }
  return null;
}

/** "Go back four years and they were inadequate", "Rewind four years" */
const isRewound = ({ endsAt }: Reading, at: number): boolean =>
  (endsAt[at - 1] ?? []).some(({ cls }) => cls === 'looks_back');

/** "four years on from an inadequate rating", and not "four years on from the storm, it is good". */
const isOnFrom = ({ tokens }: Reading, at: number, grade: number): boolean =>
  tokens[at]?.w === 'on' &&
  tokens[at + 1]?.w === 'from' &&
  at < grade &&
  tokens.slice(at, grade).every(({ w }) => w !== ',');

/** "five years ago" between two tokens: 5. */
export function yearsAgo(reading: Reading, from: number, to: number): number | null {
  const [number, unit, word] = reading.tokens.slice(from, to).map((t) => t.w);
  return number && (unit === 'years' || unit === 'year') && word === 'ago' ? numberAt(reading, from) : null;
}

/** A number in figures or words, as of years; null where none stands there. */
export function numberAt(reading: Reading, at: number): number | null {
  const w = reading.tokens[at]?.w ?? '';
  const couple = w === 'of' && reading.tokens[at - 1]?.w === 'couple';
  const n = w === 'a' ? 1 : couple ? 2 : (numberOf(w) ?? 0);
  return n > 0 && n < 40 ? n : null;
}

/** "In 2016 inspectors praised staff, but said that services required improvement": what a sentence opens on holds for what it sets against it. */
const opensOnYear = (reading: Reading, { from }: Sentence, year: Span, grade: number): boolean =>
  year.from - from <= OPENING &&
  reading.tokens[year.from - 1]?.w === 'in' &&
  !turnsToNow(reading, year.to, grade) &&
  !goesBack(reading, year.to, grade) &&
  !mentionsIn(reading, 'has', year.to, grade).length &&
  mentionsIn(reading, 'inspectorate', from, grade).length > 0;
/** "An Ofsted inspection in" */
const OPENING = 5;
