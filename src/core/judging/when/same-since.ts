/** "The result is unchanged from 2015": the grade that is given now was given before, and when. */
import { isWhole, type Statement } from '../statement.ts';
import type { Span } from '../text/asides.ts';
import { everyFrom, mentionsIn, type Reading, someFrom, startsClass } from '../text/reading.ts';
import type { Sentence } from '../text/sentences.ts';
import type { Mention } from '../text/trie.ts';
import { sectionsOf } from '../who/headings.ts';
import { asBefore, asThen } from './as-before.ts';
import { yearsAfterFirst } from './first-given.ts';
import { numberAt, yearsAgo } from './when.ts';
import { isOfOther, timesBeforeRun, yearsListedWith } from './whose-year.ts';

/** Sentences after the one that gives the grade in which it may be said, buttons and other clutter not counted. */
const SAID_WITHIN = 5;
/** Words between what says so and the year. */
const YEAR_REACH = 14;

/**
 * @param statements all of one authority, inspectorate and service
 * @returns the years in which it had that grade before, none where they are not known; null where nothing says so
 */
export function sameSince(statements: Statement[], authority: string, reading: Reading): number[] | null {
  const again = statements.find((s) => isSecondTime(s, statements, reading));
  if (again) return firstTime(again.rating.sentence, reading);
  const condemned = statements.some(isLowestAgain) ? firstCondemned(reading) : null;
  if (condemned !== null) return [condemned];
  const sections = sectionsOf(reading);
  for (const sentence of sentencesAfter(statements, reading)) {
    // Below the heading of another council it is told of that one.
    if ((sections.get(sentence.index)?.authority ?? authority) !== authority) continue;
    // "Northshire is outstanding. In Southshire they are good, as they were in 2017": said of another.
    const { from, to } = sentence;
    const named = mentionsIn(reading, 'authority', from, to);
    if (named.length > 0 && !named.some((m) => m.id === authority)) continue;
    // "Boroughs in the north, as in 2005, came out ahead": of councils at large.
    if (named.length === 0 && mentionsIn(reading, 'councils', from, to).length > 0) continue;
    const running = yearsOfRun(sentence, reading) ?? yearsAfterFirst(sentence, reading);
    if (running !== null) return running;
    const risen = risenSince(sentence, statements, reading);
    if (risen !== null) return [risen];
    const earlier = earlierGrade(sentence, statements);
    // "given that rating under the scheme that began in 2023"
    const year = mentionsIn(reading, 'year', from, to).find((y) => !isOfOther(reading, from, y, to));
    // "Southshire, inadequate in 2018, got the same grade": as another did, and not as then.
    const same = mentionsIn(reading, 'same_thing', from, to).find((m) => !startsClass(reading, m.from, 'grade'));
    const again = earlier === null ? same : undefined;
    if (year && again) return [Number(year.id), ...yearsListedWith(reading, sentence, year)];
    const years = again && named.every((m) => m.id === authority) ? yearsAfter(sentence, again, reading) : null;
    if (years !== null) return yearsBefore(years, reading);
    const ofNow = [...mentionsIn(reading, 'same_as_last', from, to), ...asBefore(reading, from, to)].find(
      (cue) => !isOfBefore(cue, sentence, statements),
    );
    const behind = ofNow ? yearBehind(ofNow, sentence, reading) : [];
    // "the same as last time": the way it went, and no year.
    const told = behind.length > 0 || !ofNow || !isTheSame(ofNow, reading);
    if (earlier === null && ofNow && told) return behind;
    // "as they were five years ago"
    for (const as of mentionsIn(reading, 'as_were', from, earlier ?? to)) {
      const ago = as.to - as.from > 1 ? yearsAgo(reading, as.to, as.to + 3) : null;
      if (ago !== null) return yearsBefore(ago, reading);
    }
    for (const cue of [...mentionsIn(reading, 'same_as', from, to), ...asThen(reading, from, to)]) {
      // "In 2012 they had been inadequate, as they were in 2010": the same as the earlier grade.
      if (earlier !== null && earlier < cue.from) continue;
      const until = Math.min(to, cue.to + YEAR_REACH, earlier ?? to);
      const then = mentionsIn(reading, 'year', cue.to, until)[0];
      if (then) return [Number(then.id), ...yearsListedWith(reading, sentence, then)];
      for (let i = cue.to; i + 2 < until; i++) {
        const ago = yearsAgo(reading, i, i + 3);
        if (ago !== null) return yearsBefore(ago, reading);
      }
    }
  }
  return null;
}

const isTheSame = ({ from, to }: Span, reading: Reading): boolean =>
  asBefore(reading, from, to).length > 0 && reading.tokens[from]?.w === 'the';

/** "as they were on the last occasion, in March 2019": the year, none where it does not follow. */
function yearBehind({ to }: Span, sentence: Sentence, reading: Reading): number[] {
  const year = mentionsIn(reading, 'year', to, Math.min(sentence.to, to + BEHIND_REACH))[0];
  const leads = (i: number) =>
    [',', 'in', 'of', 'back', 'well', '('].includes(reading.tokens[i]?.w ?? '') ||
    startsClass(reading, i, 'month', 'since_when', 'also_word');
  return year && everyFrom(to, year.from, leads) ? [Number(year.id), ...yearsListedWith(reading, sentence, year)] : [];
}
const BEHIND_REACH = 6;

/** "Inspectors have again given them their lowest grade" */
const isLowestAgain = ({ standing, rating: { grade, movement } }: Statement): boolean =>
  standing === 'current' && grade === 'inadequate' && movement === 'same';

/** "since its services were first condemned in 2020": the year */
function firstCondemned(reading: Reading): number | null {
  const [cue] = mentionsIn(reading, 'first_condemned', 0, reading.tokens.length);
  const end = reading.sentences[reading.sentenceOf[cue?.from ?? 0] ?? 0]?.to ?? 0;
  const year = cue && mentionsIn(reading, 'year', cue.to, Math.min(end, cue.to + YEAR_REACH))[0];
  return year ? Number(year.id) : null;
}

/** "That makes it three in a row, after 2016 and 2020": the years of those before. */
function yearsOfRun(sentence: Sentence, reading: Reading): number[] | null {
  const [run] = mentionsIn(reading, 'in_a_row', sentence.from, sentence.to);
  const at = run ? timesBeforeRun(reading, run) : null;
  if (at === null) return null;
  const [year] = mentionsIn(reading, 'year', at, Math.min(sentence.to, at + YEAR_REACH));
  if (!year || mentionsIn(reading, 'grade', at, year.from).length > 0) return null;
  return [Number(year.id), ...yearsListedWith(reading, sentence, year)];
}

/** "Services have improved since 2016 but should remain good": compared with the inspection of then, and the grade stays. */
function risenSince({ from }: Sentence, statements: Statement[], reading: Reading): number | null {
  const stays = statements.find(
    (s) =>
      s.rating.sentence.from === from &&
      s.standing === 'current' &&
      s.rating.rules.includes('movement.stays') &&
      isWhole(s),
  );
  const grade = stays?.rating.mention.from ?? from;
  const turns = (i: number) => ['but', 'yet', 'though'].includes(reading.tokens[i]?.w ?? '');
  const year = mentionsIn(reading, 'year', from, grade).find(
    (y) =>
      reading.tokens[y.from - 1]?.w === 'since' &&
      (turns(y.to) || turns(y.to + 1)) &&
      mentionsIn(reading, 'up', from, y.from).length > 0,
  );
  return year ? Number(year.id) : null;
}

/** "five years after it came to the same verdict", "the same verdict as it came to five years ago": how many. */
function yearsAfter({ from, to }: Sentence, again: Mention, reading: Reading): number | null {
  for (let i = from; i + 2 < to; i++) {
    const word = reading.tokens[i + 2]?.w ?? '';
    if (!['year', 'years'].includes(reading.tokens[i + 1]?.w ?? '')) continue;
    const counts = i < again.from ? ['after', 'ago', 'earlier'] : ['ago', 'earlier', 'before'];
    if (counts.includes(word)) return numberAt(reading, i);
  }
  return null;
}

const yearsBefore = (years: number, { article: { published } }: Reading): number[] =>
  published ? [Number(published.slice(0, 4)) - years] : [];

/** "a year after they were found inadequate for the second time": said of the grade of before, which stands nearest. */
function isOfBefore(cue: Span, sentence: Sentence, statements: Statement[]): boolean {
  const before = statements.filter((s) => s.rating.sentence === sentence && s.rating.mention.to <= cue.from);
  return before.sort((a, b) => a.rating.mention.from - b.rating.mention.from).at(-1)?.standing === 'previous';
}

/** "It is the second time that Northshire has been rated inadequate": said of the grade that it has now. */
function isSecondTime(
  { standing, rating: { mention, sentence, grade } }: Statement,
  all: Statement[],
  reading: Reading,
) {
  const { from } = sentence;
  const opens = ['it', 'this', 'that'].includes(reading.tokens[from]?.w ?? '') && startsClass(reading, from + 1, 'be');
  const isTime = (i: number) => SECONDS.has(reading.tokens[i]?.w ?? '') && reading.tokens[i + 1]?.w === 'time';
  const isNow = all.some((s) => s.standing === 'current' && s.rating.grade === grade);
  return opens && isNow && GIVEN.has(standing) && someFrom(from, Math.min(mention.from, from + TIME_REACH), isTime);
}
const GIVEN = new Set(['current', 'background']);
const SECONDS = new Set(['second', 'third', 'fourth']);
const TIME_REACH = 6;

/** "The first was in 2010.", in the sentence after it. */
function firstTime({ index, field }: Sentence, reading: Reading): number[] {
  const next = reading.sentences[index + 1];
  const [the, first] = reading.tokens.slice(next?.from, (next?.from ?? 0) + 2).map(({ w }) => w);
  if (!next || next.field !== field || the !== 'the' || !['first', 'last', 'previous', 'other'].includes(first ?? ''))
    return [];
  const [year, other] = mentionsIn(reading, 'year', next.from, next.to);
  return year && !other ? [Number(year.id)] : [];
}

/** The sentences that give the grade and those that may go on about it. */
function sentencesAfter(statements: Statement[], reading: Reading): Set<Sentence> {
  const given = statements.filter((s) => s.standing === 'current').map((s) => s.rating.sentence);
  const [grade, other] = new Set(statements.map((s) => s.rating.grade));
  const after = given.flatMap(({ index, field, depth }) =>
    reading.sentences.filter(
      (s) => (s.field === field || field === 'title') && s.index >= index && s.depth <= depth + SAID_WITHIN,
    ),
  );
  if (grade === undefined || other !== undefined) return new Set(after);
  const first = Math.min(...given.map(({ index }) => index));
  const goesOn = (s: Sentence) => s.index >= first && (opensSame(s, reading) || namesIt(s, grade, reading));
  return new Set([...after, ...reading.sentences.filter(goesOn)]);
}

/** "The same verdict was reached in 2015": of the one grade that the text tells, however far back. */
const opensSame = ({ from }: Sentence, reading: Reading): boolean => startsClass(reading, from, 'same_thing');

/** "It is harder to keep the top rating than to win it": the one grade that the text tells, named again. */
const namesIt = ({ from, to }: Sentence, grade: string, reading: Reading): boolean =>
  mentionsIn(reading, 'grade', from, to).some(({ id }) => id.replace('~', '') === grade);

/** Where the first grade stands of a sentence that tells earlier ones only; null where it tells none, or one of now. */
function earlierGrade(sentence: Sentence, statements: Statement[]): number | null {
  const here = statements.filter((s) => s.rating.sentence === sentence);
  if (here.length === 0 || here.some((s) => s.standing !== 'previous')) return null;
  return Math.min(...here.map((s) => s.rating.mention.from));
}
