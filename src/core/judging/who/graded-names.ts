/** Names that are ordinary words too, and of which a grade is said: nothing but a council gets one. */
import { isPronoun, mentionsIn, type Reading, someFrom } from '../text/reading.ts';
import type { Sentence } from '../text/sentences.ts';

interface Name {
  from: number;
  to: number;
}
type Way = (name: Name, reading: Reading) => boolean;

/** "Reading was found to be inadequate", "Reading, from inadequate to good": what is said of it is a grade. */
export const isGraded: Way = (name, reading) => WAYS.some((way) => way(name, reading));

const LONGEST_RELATIVE = 18;
const LONGEST_PREDICATE = 10;
const TOLD = new Set(['told', 'said', 'found', 'learned', 'learnt', 'heard']);

const word = (reading: Reading, at: number): string => reading.tokens[at]?.w ?? '';
const is = (reading: Reading, at: number, ...classes: string[]): boolean =>
  (reading.startsAt[at] ?? []).some((m) => classes.includes(m.cls));
const judgedAt = (reading: Reading, at: number) => (reading.startsAt[at] ?? []).find((m) => m.cls === 'judged');
const gradeWithin = (reading: Reading, from: number, to: number): boolean =>
  mentionsIn(reading, 'grade', from, to).length > 0;

/** "Reading from inadequate to good", "Reading: from inadequate to good" */
const moves: Way = ({ to }, reading) => {
  const from = [',', ':', '–', '|'].includes(word(reading, to)) ? to + 1 : to;
  return word(reading, from) === 'from' && is(reading, from + 1, 'grade');
};

/** "Reading, rated good in 2016" */
const apposed: Way = ({ to }, reading) => {
  const judged = word(reading, to) === ',' ? judgedAt(reading, to + 1) : undefined;
  return judged !== undefined && [0, 1, 2].some((n) => is(reading, judged.to + n, 'grade'));
};

/** "Reading, which has a new director, requires improvement", "Reading, which was told that it requires improvement" */
const afterRelative: Way = ({ to }, reading) => {
  if (word(reading, to) !== ',' || !['which', 'where', 'whose'].includes(word(reading, to + 1))) return false;
  for (let i = to + 2; i < to + LONGEST_RELATIVE; i++) {
    if (word(reading, i) === ',')
      return (
        is(reading, i + 1, 'grade') ||
        (is(reading, i + 1, 'be', 'has') && [2, 3, 4].some((n) => is(reading, i + n, 'grade')))
      );
    if (is(reading, i, 'grade') && is(reading, to + 2, 'be', 'gave', 'judged', 'has')) return true;
  }
  return false;
};

/** "with Reading 'inadequate'", "the first inspections rate Reading inadequate", "Reading – good" */
const beside: Way = ({ from, to }, reading) => {
  const led = ['with', 'while'].includes(word(reading, from - 1));
  const judged = (reading.endsAt[from - 1] ?? []).some((m) => m.cls === 'judged');
  if (is(reading, to, 'grade')) return led || judged;
  return ['–', ':', '|'].includes(word(reading, to)) && is(reading, to + 1, 'grade');
};

/** "Reading was handed to a trust and stayed inadequate": one subject, two verbs. */
const secondVerb: Way = ({ to }, reading) => {
  const verb = (reading.startsAt[to] ?? []).find((m) => ['be', 'has'].includes(m.cls));
  if (!verb) return false;
  for (let i = verb.to; i < to + LONGEST_PREDICATE && reading.tokens[i]?.word; i++)
    if (['and', 'but', 'yet'].includes(word(reading, i)))
      return (reading.startsAt[i + 1] ?? []).some(
        (m) => ['remain', 'be'].includes(m.cls) && is(reading, m.to, 'grade'),
      );
  return false;
};

/** "Reading, who heard on the radio that they were inadequate", "Reading, where staff read that services are good" */
const learnedOfIt: Way = ({ to }, reading) => {
  if (word(reading, to) !== ',' || !is(reading, to + 1, 'relative')) return false;
  const [grade] = mentionsIn(reading, 'grade', to, to + LONGEST_RELATIVE);
  if (!grade || !is(reading, grade.from - 1, 'be')) return false;
  const whose = grade.from - 2;
  return word(reading, whose - 1) === 'that' && (isPronoun(reading, whose) || is(reading, whose, 'thing_judged'));
};

/** "Reading was told that it requires improvement", "Reading learned that its services are good" */
const toldOfItself: Way = ({ to }, reading) => {
  const told = is(reading, to, 'be', 'has') ? to + 1 : to;
  if (!TOLD.has(word(reading, told))) return false;
  const whose = word(reading, told + 1) === 'that' ? told + 2 : told + 1;
  if (isPronoun(reading, whose)) return [1, 2, 3].some((n) => is(reading, whose + n, 'grade'));
  return (
    ['its', 'their'].includes(word(reading, whose)) &&
    is(reading, whose + 1, 'service', 'thing_judged') &&
    gradeWithin(reading, whose, whose + LONGEST_PREDICATE)
  );
};

/** "Reading was judged inadequate", "Reading is good" */
const ownVerb: Way = ({ to }, reading) => {
  for (let i = to; i < to + 4; i++) {
    const judged = judgedAt(reading, i);
    if (judged) return [0, 1, 2].some((n) => is(reading, judged.to + n, 'grade'));
    if (i > to && is(reading, i, 'grade') && word(reading, i + 1) !== 'place') return true;
    if (!is(reading, i, 'be', 'has')) return false;
  }
  return false;
};

/** "Southshire's services are outstanding. Reading's are good.": whose they are is told and what they are left out. */
const ownLeftOut: Way = ({ from, to }, reading) =>
  word(reading, to) === "'s" && is(reading, to + 1, 'be', 'remain') && ownVerb({ from, to: to + 1 }, reading);

/** "Reading's services were good": of an article that names who judges. */
const ownServices: Way = ({ from, to }, reading) => {
  const thing = word(reading, to) === "'s" && is(reading, to + 1, 'thing_judged', 'service');
  if (!thing || !reading.namesJudges) return false;
  const end =
    (reading.startsAt[to + 1] ?? []).find((m) => m.cls === 'service' || m.cls === 'thing_judged')?.to ?? to + 2;
  return ownVerb({ from, to: end }, reading) || is(reading, end, 'grade');
};

/** "Reading dropped to requires improvement", "Reading has gone up from inadequate to good" */
const movesItself: Way = ({ to }, reading) => {
  const verb = (reading.startsAt[is(reading, to, 'has') ? to + 1 : to] ?? []).find((m) =>
    ['up', 'down'].includes(m.cls),
  );
  return (
    verb !== undefined &&
    [0, 1, 2].some((n) => isMove(word(reading, verb.to + n)) && is(reading, verb.to + n + 1, 'grade'))
  );
};
const isMove = (w: string): boolean => ['to', 'from', 'into'].includes(w);

/** "Reading was given a good rating", "Reading got requires improvement": of an article that names who judges. */
const isGiven: Way = ({ to }, reading) => {
  const verb = is(reading, to, 'be', 'has') ? to + 1 : to;
  const gave = (reading.startsAt[verb] ?? []).find((m) => m.cls === 'gave');
  if (!gave || !reading.namesJudges) return false;
  const [grade] = mentionsIn(reading, 'grade', gave.to, gave.to + GIVEN_REACH);
  return grade !== undefined && (is(reading, grade.to, 'rating_word') || !reading.tokens[grade.to]?.word);
};
/** From the verb to the grade: "an", "its first". */
const GIVEN_REACH = 4;

/** "Reading, too, is good", "Reading, meanwhile, was judged inadequate", "Reading, on 58, was handed …" */
const afterWord: Way = ({ from, to }, reading) => {
  if (word(reading, to) !== ',') return false;
  const comma = [2, 3, 4].map((n) => to + n).find((i) => word(reading, i) === ',');
  const after = { from, to: (comma ?? to) + 1 };
  return comma !== undefined && (ownVerb(after, reading) || isGiven(after, reading));
};

/** "Judged inadequate: Reading (2013)": a year in brackets, of a line with a grade. */
const datedAfter: Way = ({ from, to }, reading) => {
  const sentence = reading.sentences[reading.sentenceOf[from] ?? 0];
  const dated = word(reading, to) === '(' && is(reading, to + 1, 'year') && word(reading, to + 2) === ')';
  return dated && sentence !== undefined && gradeWithin(reading, sentence.from, from);
};

/** "Northshire requires improvement. So does Reading.": what was said of the one is said of the other. */
const likeIt: Way = ({ from }, reading) => {
  const at = reading.sentenceOf[from] ?? 0;
  const before = reading.sentences[at - 1];
  const opens = reading.sentences[at]?.from === from - 2 && word(reading, from - 2) === 'so';
  return opens && before?.field === 'text' && gradeWithin(reading, before.from, before.to);
};

/** "Nine councils were inadequate. Reading is one of them.": the sentence before says what they are. */
const isOfThem: Way = ({ from, to }, reading) => {
  const at = reading.sentenceOf[from] ?? 0;
  const before = reading.sentences[at - 1];
  const opens = reading.sentences[at]?.from === from && is(reading, to, 'is_of_them');
  return opens && before?.field === 'text' && gradeWithin(reading, before.from, before.to);
};

/** "Northshire was rated good and Reading as requires improvement", "… Reading outstanding": the verb is that of the name before it. */
const verbLeftOut: Way = ({ from, to }, reading) => {
  const grade = word(reading, to) === 'as' ? to + 1 : to;
  const before = word(reading, from - 1) === 'of' && word(reading, from - 2) === 'those' ? from - 3 : from - 1;
  if (!['and', ',', 'while', 'but', ';'].includes(word(reading, before)) || !is(reading, grade, 'grade')) return false;
  const start = reading.sentences[reading.sentenceOf[from] ?? 0]?.from ?? from;
  const graded = mentionsIn(reading, 'grade', start, from).at(-1);
  return graded !== undefined && someFrom(start, graded.from, (i) => isName(reading, i));
};

/** "Northshire, good (2019)", and next to it "Reading, inadequate (2018)", "Reading – 31": rows that open with a name and go on alike. */
const rowOfList: Way = ({ from, to }, reading) => {
  const index = reading.sentenceOf[from] ?? 0;
  const mark = word(reading, to);
  const opens = reading.sentences[index]?.from === from && (reading.tokens[from]?.nl ?? 0) > 0;
  const alike = (line: Sentence | undefined) =>
    line?.field === 'text' &&
    line.to - line.from <= LONGEST_ROW &&
    (reading.startsAt[line.from] ?? []).some((m) => m.cls.startsWith('authority_') && word(reading, m.to) === mark);
  return (
    opens &&
    ROW_MARKS.has(mark) &&
    alike(reading.sentences[index]) &&
    (alike(reading.sentences[index - 1]) || alike(reading.sentences[index + 1]))
  );
};
const ROW_MARKS = new Set([',', ':', '–', '|', '(', '-']);
const LONGEST_ROW = 12;
const isName = (reading: Reading, at: number): boolean =>
  (reading.startsAt[at] ?? []).some((m) => m.cls.startsWith('authority_'));

const WAYS: readonly Way[] = [
  moves,
  apposed,
  afterRelative,
  beside,
  secondVerb,
  toldOfItself,
  learnedOfIt,
  ownVerb,
  ownLeftOut,
  ownServices,
  movesItself,
  isGiven,
  afterWord,
  isOfThem,
  datedAfter,
  likeIt,
  verbLeftOut,
  rowOfList,
];
