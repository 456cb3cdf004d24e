/** Years that stand near a grade: which are its own, and which are of another grade, inspection or law. */
import type { Span } from '../text/asides.ts';
import { numberOf } from '../text/counts.ts';
import { CLAUSES, everyFrom, isPronoun, mentionsIn, type Reading, someFrom, startsClass } from '../text/reading.ts';
import type { Sentence } from '../text/sentences.ts';
import type { Mention } from '../text/trie.ts';
import { asBefore } from './as-before.ts';

/** "inadequate – a fall of two grades on its inspection of 2019": what is compared with has a year of its own. */
export const compares = (reading: Reading, from: number, to: number) =>
  ['compared_with', 'same_as'].some((cls) => mentionsIn(reading, cls, from, to).length > 0) ||
  asBefore(reading, from, to).length > 0;

/**
 * "the third time in a row, after 2016 and 2020", "for the fourth time running, having also failed in 2013": where the times
 * before begin that are told behind the run; null where none are.
 */
export function timesBeforeRun(reading: Reading, run: Span): number | null {
  const at = reading.tokens[run.to]?.w === ',' ? run.to + 1 : run.to;
  const [first, second] = [reading.tokens[at]?.w ?? '', reading.tokens[at + 1]?.w ?? ''];
  const also = first === 'having' && ['also', 'previously', 'already', 'twice'].includes(second);
  return also || ['after', 'following'].includes(first) ? at : null;
}

/** The year is of one of the times before, told behind a run that follows the grade. */
export const isOfRunBefore = (reading: Reading, { to }: Span, year: Span): boolean =>
  mentionsIn(reading, 'in_a_row', to, year.from).some((run) => timesBeforeRun(reading, run) !== null);

/** "from inadequate, the grade it was given in 2021, to good": the year is of the grade it follows. */
export function isOfGradeBefore(
  reading: Reading,
  end: number,
  year: { from: number; to: number },
  next: number,
): boolean {
  // "from requires improvement in the trial of 2023 to good today"
  if (reading.tokens[next - 1]?.w === 'to' && leadsFrom(reading, end)) return true;
  if (isOfParticiple(reading, end, year.to, next)) return true;
  const between = reading.tokens.slice(end, year.from).map((t) => t.w);
  // "good at its 2020 inspection, moves up to outstanding"
  const told = TOLD_THEN.has(reading.tokens[year.to]?.w ?? '') ? year.to + 1 : year.to;
  if (!ENDS_TIME.has(reading.tokens[told]?.w ?? '') || between.length > 9) return false;
  const comma = between.indexOf(',');
  if (between.some((w) => w === 'and' || w === ';')) return false;
  // "inadequate, in 2018, while Southshire's was good"
  const aside = ['in', 'back'].includes(between[1] ?? '') && reading.tokens[year.to]?.w === ',';
  return comma === -1 || (comma === 0 && (aside || startsClass(reading, end + 1, 'explains')));
}
const TOLD_THEN = new Set(['inspection', 'visit', 'report', 'review']);

/** "After being inadequate twice, in 2016 and 2018, it is now good", "Rated good in 2016, the council …": the clause ends where its subject comes. */
function isOfParticiple(reading: Reading, end: number, year: number, next: number): boolean {
  const participle = (reading.endsAt[end - 1] ?? []).some(
    (m) =>
      m.cls === 'grade' && (['being', 'been'].includes(reading.tokens[m.from - 1]?.w ?? '') || opens(reading, m.from)),
  );
  return participle && subjectComes(reading, year, next);
}
/** "Good in 2016, …", "Rated good in 2016, …" */
const opens = (reading: Reading, grade: number): boolean => {
  const { from } = reading.sentences[reading.sentenceOf[grade] ?? 0] ?? { from: grade };
  return grade === from || (grade === from + 1 && startsClass(reading, from, 'judged'));
};
const subjectComes = (reading: Reading, from: number, to: number): boolean =>
  reading.tokens
    .slice(from, to)
    .some(({ w }, n) => w === ',' && (isPronoun(reading, from + n + 1) || isNoun(reading, from + n + 1)));
const isNoun = (reading: Reading, at: number) =>
  reading.tokens[at]?.w === 'the' && startsClass(reading, at + 1, 'council_word', 'service', 'thing_judged');

/** "Having been inadequate for years, the council was told in 2019 that …": the year is of the clause with the subject. */
export const isOfMainClause = (reading: Reading, { to }: { to: number }, year: { from: number }): boolean =>
  isOfParticiple(reading, to, to, year.from);

const leadsFrom = (reading: Reading, end: number) =>
  (reading.endsAt[end - 1] ?? []).some((m) => m.cls === 'grade' && reading.tokens[m.from - 1]?.w === 'from');
const ENDS_TIME = new Set([',', ')', 'to', ';']);

/** "are good, whereas two years ago they were outstanding", "good for the first time since a scandal ten years ago" */
export const leavesTime = (reading: Reading, at: number): boolean =>
  startsClass(reading, at, 'contrast') ||
  (reading.tokens[at]?.w === 'since' && ['time', 'first'].includes(reading.tokens[at - 1]?.w ?? ''));

/** "In 2019 it could manage nothing better than good": compares with no other time. */
export const isAtMost = (reading: Reading, at: number) =>
  reading.tokens[at]?.w === 'than' &&
  reading.tokens.slice(Math.max(0, at - 4), at).some(({ w }) => ['no', 'nothing', 'not', 'little'].includes(w));

/** "good, and said that staff who joined in 2021": from here another thing is told. */
export function goesOnToSay(reading: Reading, at: number): boolean {
  if (!['and', ','].includes(reading.tokens[at]?.w ?? '')) return false;
  const next = reading.tokens[at + 1]?.w === 'and' ? at + 2 : at + 1;
  return startsClass(reading, next, 'tells_more');
}

/** "gave it to Northshire, which was born in 2014": from here it is told of the council, or of what is no inspection. */
export function startsOther(reading: Reading, at: number): boolean {
  if (reading.tokens[at]?.w !== ',' || !startsClass(reading, at + 1, 'relative')) return false;
  return (reading.endsAt[at - 1] ?? []).some((m) => m.cls === 'authority' || m.cls === 'council_word');
}

/** Words in which the grade of a year comes after it: more where the year opens a clause, "and by 2022 it had become good". */
export function clauseReach(reading: Reading, year: number): number {
  const at = withMonth(reading, year);
  const opens = ['and', 'but', ',', ';', 'then'].includes(reading.tokens[at - 2]?.w ?? '');
  return opens && ['in', 'by'].includes(reading.tokens[at - 1]?.w ?? '') ? 8 : 3;
}

/** Where "March 2019" begins that ends with this year; the year itself where no month is told. */
export const withMonth = (reading: Reading, year: number): number =>
  startsClass(reading, year - 1, 'month') ? year - 1 : year;

/** "In 2021 they were inadequate and are today good": the sentence has come to the present. */
export const turnsToNow = (reading: Reading, from: number, to: number) =>
  someFrom(from, to, (i) => startsClass(reading, i, 'present'));

/** "In 2021 it was good; before that it was inadequate": the sentence has gone back beyond its year. */
export const goesBack = (reading: Reading, from: number, to: number) =>
  ['previous_word', 'ago'].some((cls) => mentionsIn(reading, cls, from, to).length > 0);

/** "good since the spring of 2018": the year it got that grade. */
export function isSince(reading: Reading, from: number, to: number): boolean {
  if (to - from > 7 || !reading.tokens.slice(from, to).some((t) => t.w === 'since')) return false;
  // "has been inadequate in its books since 2022"
  const plain = (i: number) => reading.tokens[i]?.word && (reading.startsAt[i] ?? []).every((m) => !VERBS.has(m.cls));
  const before = reading.tokens.findIndex((t, i) => i >= from && t.w === 'since');
  // "the good it had held since 2016", "an inadequate grade had stood since 2016"
  const had = from + 1;
  const leads = isPronoun(reading, from) || startsClass(reading, from, 'rating_word');
  if (leads && startsClass(reading, had, 'has') && to - before <= 4 && before - had <= 3) return true;
  if (to - before <= 5 && reading.tokens.slice(from, before).every((_, n) => plain(from + n))) return true;
  return everyFrom(from, to, (i) => startsClass(reading, i, 'since_when', 'month', 'rating_word', 'overall_word'));
}
const VERBS = new Set(['be', 'has', 'judged', 'gave', 'grade']);

/** "in 2014, in 2016 and again in 2020": the other years of the list. */
export function yearsListedWith(reading: Reading, { from, to }: Sentence, year: Mention): number[] {
  const all = mentionsIn(reading, 'year', from, to);
  const joins = (i: number) =>
    [',', 'and', 'in', 'again', 'then', 'both', 'once', 'more', 'also'].includes(reading.tokens[i]?.w ?? '');
  const links = (a: Mention, b: Mention) =>
    b.from - a.to <= 5 && everyFrom(a.to, b.from, (i) => joins(i) || startsClass(reading, i, 'month'));
  let [first, last] = [all.indexOf(year), all.indexOf(year)];
  while (first > 0 && links(all[first - 1] as Mention, all[first] as Mention)) first--;
  while (last + 1 < all.length && links(all[last] as Mention, all[last + 1] as Mention)) last++;
  // "good in 2014 and in 2018 outstanding": the last year leads to the next grade.
  const end = (all[last] as Mention).to;
  const next = mentionsIn(reading, 'grade', end, Math.min(to, end + 4))[0];
  if (next && last > all.indexOf(year) && reading.tokens[end]?.word) last--;
  if (['between', 'from'].includes(reading.tokens[(all[first] as Mention).from - 1]?.w ?? '')) return [];
  return all.slice(first, last + 1).flatMap((m) => (m === year ? [] : [Number(m.id)]));
}

/** "(the last being in 2018)": said in brackets of something else. */
export function isBracketed(reading: Reading, at: number, grade: { from: number; to: number }): boolean {
  for (let i = at; i > at - 14 && i >= 0; i--) {
    const w = reading.tokens[i]?.w;
    if (w === ')') return false;
    if (w !== '(') continue;
    // "(2019: inadequate)": the grade stands in the bracket too.
    if (grade.from > at)
      return !isOfVerdict(reading, i, at) && reading.tokens.slice(at, grade.from).some((t) => t.w === ')');
    return grade.to <= i - 3 || (i >= grade.to && !datesAlone(reading, i + 1, at));
  }
  return false;
}
/** "good (in June 2019)", not "good (2019: inadequate)" or "good (not judged in 2019)". */
function datesAlone(reading: Reading, from: number, year: number): boolean {
  const plain = (i: number) =>
    !reading.tokens[i]?.word ||
    !/[a-z]{3}/.test(reading.tokens[i]?.w ?? '') ||
    ['month', 'published_word', 'rating_word', 'inspection_word'].some((cls) =>
      (reading.startsAt[i] ?? []).some((m) => m.cls === cls),
    );
  for (let i = from; i < year; i++) if (!plain(i)) return false;
  return reading.tokens[year + 1]?.w !== ':';
}

const SAME_REACH = 9;
const COUNTED = new Set(['number', 'total', 'figure', 'count', 'tally']);

/** "an improvement on 2022", "the same as in 2019": what the grade is compared with. */
export const isCompared = (reading: Reading, at: number) => {
  const [before, last] = [reading.tokens[at - 2]?.w, reading.tokens[at - 1]?.w];
  // "the same as that of the first, in 2016"
  const asThat = reading.tokens.slice(Math.max(0, at - 8), at).map((t) => t.w);
  if (asThat.some((w, i) => w === 'same' && asThat[i + 1] === 'as')) return true;
  // "no different from that of 2019, when it got out of inadequate"
  const near = Math.max(0, at - SAME_REACH);
  const sameAs = mentionsIn(reading, 'same_as', near, at).at(-1) ?? asBefore(reading, near, at).at(-1);
  const leads = (i: number) =>
    reading.tokens[i]?.w === ',' || startsClass(reading, i, 'month', 'since_when', 'as_then');
  if (sameAs && everyFrom(sameAs.to, at, leads)) return true;
  // "six authorities, twice the number in 2006", "up from two in 2006": what is counted
  if (last === 'in' && (COUNTED.has(before ?? '') || (numberOf(before ?? '') ?? 0) > 1)) return true;
  if (last === 'on' || ((before === 'as' || before === 'than') && last === 'in')) return true;
  // "good, as they were in 2014"
  let i = at - 1;
  while (i > at - 6 && startsClass(reading, i, 'as_then')) i--;
  return i < at - 2 && reading.tokens[i]?.w === 'as';
};

/** "A unit that inspectors condemned in 2017 has been found good": the year ends the clause that says of whom. */
export function isOfRelative(reading: Reading, from: number, { from: year, to }: Mention, grade: number): boolean {
  if (to > grade || !['has', 'have', 'is', 'are'].includes(reading.tokens[to]?.w ?? '')) return false;
  return reading.tokens.slice(from, year).some(({ w }) => ['that', 'which', 'who', 'whose', 'where'].includes(w));
}

/** "since the trust was set up in 2014, inspectors have found help good": when something else was, not "since 2014, when it was good". */
function isOfSince(reading: Reading, from: number, year: Span, grade: number): boolean {
  const w = (i: number) => reading.tokens[i]?.w ?? '';
  if (year.to > grade) return false;
  let at = year.from - 1;
  while (at >= from && w(at) !== 'since') at--;
  // "Since then has come an inspection in 2013, in which …"
  if (at < from || year.from - at < FEWEST_SINCE || w(at + 1) === 'then') return false;
  const goesOn = w(year.to) === ',' && !startsClass(reading, year.to + 1, ...CLAUSES) && w(year.to + 1) !== 'and';
  return (goesOn || startsClass(reading, year.to, 'has')) && mentionsIn(reading, 'grade', at, year.from).length === 0;
}
const FEWEST_SINCE = 4;

/** "under the scheme that started in 2023": when the way of inspecting began. */
function isOfScheme(reading: Reading, at: number): boolean {
  const start = reading.sentences[reading.sentenceOf[at] ?? 0]?.from ?? 0;
  const scheme = mentionsIn(reading, 'scheme', Math.max(start, at - 7), at).at(-1);
  return scheme !== undefined && mentionsIn(reading, 'began', scheme.from, at).length > 0;
}

/** "good in its first inspection since the council was formed in April 2019": when the council, or what runs for it, came to be. */
function isOfBirth(reading: Reading, from: number, { from: year, to }: Span): boolean {
  const at = withMonth(reading, year);
  // "set up in 2018, when services were inadequate"
  const when = reading.tokens[to]?.w === ',' && ['when', 'as', 'after'].includes(reading.tokens[to + 1]?.w ?? '');
  if (reading.tokens[at - 1]?.w !== 'in' || when) return false;
  const born = mentionsIn(reading, 'came_to_be', Math.max(from, at - BORN_REACH), at).at(-1);
  return born !== undefined && at - born.to <= 1 && mentionsIn(reading, 'grade', born.from, at).length === 0;
}
const BORN_REACH = 5;

/** "good for the first time since 2014": when it last was, and not when it was judged. */
const isOfLastTime = ({ tokens }: Reading, { from }: Span): boolean =>
  tokens[from - 1]?.w === 'since' && tokens[from - 2]?.w === 'time' && tokens[from - 3]?.w === 'first';

/** "the same rating as it got in 2018: good", "has returned the verdict it returned in 2018: …": the year is of the one that it is the same as. */
function isOfComparison(reading: Reading, from: number, { from: at, to }: Span, grade: number): boolean {
  if (grade <= to || !someFrom(to, grade, (i) => INTRODUCES.has(reading.tokens[i]?.w ?? ''))) return false;
  return mentionsIn(reading, 'verdict_word', Math.max(from, at - COMPARED_REACH), at).some(
    ({ from: word, to: end }) => {
      const same = ['same', 'very'].includes(reading.tokens[word - 1]?.w ?? '');
      return (
        isPronoun(reading, reading.tokens[end]?.w === 'as' ? end + 1 : end) &&
        (same || mentionsIn(reading, 'has', from, word).length > 0)
      );
    },
  );
}
const INTRODUCES = new Set([':', '–', '—']);
const COMPARED_REACH = 9;

/** The year, or the month, says when something else began or was. */
export const isOfOther = (reading: Reading, from: number, year: Span, grade: number): boolean =>
  isLaw(reading, year.from) ||
  isOfScheme(reading, year.from) ||
  isOfSince(reading, from, year, grade) ||
  isOfBirth(reading, from, year) ||
  isOfLastTime(reading, year) ||
  isOfComparison(reading, from, year, grade);

/** "the Care Act 2014" dates a law, not a judgement. */
export const isLaw = (reading: Reading, at: number) =>
  reading.tokens[at - 1]?.w === 'act' || (reading.tokens[at - 1]?.w === '(' && reading.tokens[at - 2]?.w === 'act');

/** "The previous rating (2018) was good": the bracket dates what stands before it. */
const isOfVerdict = (reading: Reading, bracket: number, at: number): boolean =>
  at === bracket + 1 &&
  reading.tokens[at + 1]?.w === ')' &&
  (reading.endsAt[bracket - 1] ?? []).some((m) => ['rating_word', 'inspection_word', 'previous_word'].includes(m.cls));

/** "Before 2018 they were good", not "Before 2018, when they were good": the year ends a time and is of no grade after it. */
export function isBefore(reading: Reading, { from, to }: Mention, grade: number): boolean {
  if (reading.tokens[from - 1]?.w !== 'before') return false;
  const when = reading.tokens[to]?.w === ',' && reading.tokens[to + 1]?.w === 'when';
  return !when || grade < to || someFrom(to + 1, grade, (i) => reading.tokens[i]?.w === ',');
}

/** "good, a feat for a council that four years ago was inadequate": the time is of the grade that comes after it. */
export const opensRelative = (reading: Reading, at: number, next: number): boolean =>
  ['that', 'which', 'who', 'where', 'when'].includes(reading.tokens[at - 1]?.w ?? '') &&
  startsClass(reading, next, 'grade');
