/**
 * The clause that gives a grade: what a sentence puts before it or adds behind it tells of something else, and neither when
 * the grade was given nor that it is of before.
 */
import type { Span } from '../text/asides.ts';
import { commaAfter, mentionsIn, type Reading, startsClass } from '../text/reading.ts';
import type { Sentence } from '../text/sentences.ts';
import type { Mention } from '../text/trie.ts';

/** Words between the link and the grade, and of what is put before or added. */
const LONGEST_CLAUSE = 22;
const LONGEST_ADDED = 30;
const LINKS = new Set(['but', 'yet', 'and', 'while', 'whereas', 'though']);
const PRESENT = new Set(['has', 'have', 'is', 'are', "it's", "they're", "we're", "they've", "we've"]);
const PAST = new Set(['was', 'were', 'had']);

/**
 * "It was inadequate two years ago but has been rated good, having lost its director in 2021": "has been rated good".
 *
 * @returns the clause, the whole sentence where nothing is put before it or added
 */
export function ownClause(grade: Mention, sentence: Sentence, reading: Reading): Span {
  return { from: clauseStart(grade, sentence, reading), to: clauseEnd(grade, sentence, reading) };
}

/** Behind a link or a comma, where the clause tells of now; behind what is put before it that tells no time, where it tells of then. */
function clauseStart({ from }: Mention, sentence: Sentence, reading: Reading): number {
  let present = false;
  let past = false;
  for (let i = from - 1; i > sentence.from && i >= from - LONGEST_CLAUSE; i--) {
    const w = reading.tokens[i]?.w ?? '';
    if (w === ';') return i + 1;
    const opens = w === ',' ? (reading.beyond.get(i) ?? i) : i;
    if (opens < i) {
      i = opens;
      continue;
    }
    // "has had its services rated good"
    const perfect = w === 'had' && PRESENT.has(reading.tokens[i - 1]?.w ?? '');
    past ||= PAST.has(w) && !present && !perfect;
    present ||= PRESENT.has(w) && !past;
    // "in 2016 and 2018"
    if (LINKS.has(w) && present && !startsClass(reading, i + 1, 'year', 'number')) return i + 1;
    // "Southshire, inspected in 2019, is good": its subject stands before.
    if (w === ',' && startsClass(reading, i + 1, 'be', 'has', 'remain')) return sentence.from;
    if (w !== ',' || startsClass(reading, i + 1, 'relative') || isGraded(sentence.from, i, reading)) continue;
    if (present || isSetting(sentence.from, i, reading)) return i + 1;
  }
  return sentence.from;
}

/** "“No stone will be left unturned” after inspectors gave it the lowest grade": where what somebody says ends, or whoever judges is told of. */
export function tellingStart({ from }: Mention, sentence: Sentence, reading: Reading): number {
  let opened: number | null = null;
  let start = sentence.from;
  for (let i = Math.max(sentence.from, from - LONGEST_SENTENCE); i < from; i++) {
    const { quoteBefore, quoteAfter } = reading.tokens[i] ?? {};
    if (quoteBefore && !quoteAfter) opened = i;
    if (quoteAfter && opened !== null && i - opened >= FEWEST_SAID) start = i + 1;
    if (quoteAfter) opened = null;
    if (SUBORDINATES.has(reading.tokens[i]?.w ?? '') && startsClass(reading, i + 1, 'inspectorate')) start = i + 1;
  }
  return start;
}
const FEWEST_SAID = 2;
const SUBORDINATES = new Set(['after', 'when', 'as', 'because', 'since']);

/** "In a boost for its leaders, services have been rated good": where what opens a sentence and grades nothing ends. */
export function settingEnd({ from, to }: Sentence, reading: Reading): number {
  const comma = commaAfter(from, Math.min(to, from + LONGEST_ADDED), reading);
  return comma !== null &&
    isSetting(from, comma, reading) &&
    !isGraded(from, comma, reading) &&
    !endsInArea(from, comma, reading)
    ? comma + 1
    : from;
}

/** "Although leadership, adoption and fostering were good, …": the comma goes on with what the clause speaks of. */
const endsInArea = (from: number, comma: number, reading: Reading): boolean =>
  reading.tokens[from]?.w === 'although' && (reading.endsAt[comma - 1] ?? []).some(({ cls }) => cls === 'area');

/**
 * "On the day that its chief executive stepped down, services have been rated good", "…, as figures show": what stands beside
 * the clause of a grade that is what the sentence is there to say.
 */
export function besideMain(grade: Mention, sentence: Sentence, reading: Reading): Span[] {
  const { from, to } = sentence;
  const end = clauseEnd(grade, sentence, reading);
  const added = end < to ? [{ from: end, to }] : [];
  const comma = commaAfter(from, Math.min(grade.from, from + LONGEST_ADDED), reading);
  const opens = startsClass(reading, from, 'opens_beside') || isSpell(from, reading);
  const isAside = comma === null || startsClass(reading, comma + 1, 'relative') || isGraded(from, comma, reading);
  return opens && !isAside ? [{ from, to: comma }, ...added] : added;
}

/** As far as a sentence of a person's length reaches: a line without end is not read again for each of its commas. */
const isGraded = (from: number, to: number, reading: Reading): boolean =>
  mentionsIn(reading, 'grade', Math.max(from, to - LONGEST_SENTENCE), to).length > 0;
const LONGEST_SENTENCE = 120;

/**
 * "Despite a budget crisis,", "With a new director in post since 2022,", "In a boost for its leaders,", "A year after its director
 * resigned,": what else there is. "A year after the inspection,", "Two years after it was told to improve," are of it.
 */
function isSetting(from: number, comma: number, reading: Reading): boolean {
  const [first, second] = [reading.tokens[from]?.w ?? '', reading.tokens[from + 1]?.w ?? ''];
  if (comma - from > LONGEST_ADDED || EXCEPTS.has(reading.tokens[from + 2]?.w ?? '')) return false;
  // "With regard to adoption, …": what the sentence is about
  if (first === 'with' && ['regard', 'respect', 'reference'].includes(second)) return false;
  // "Since managers now check every case,": why it is so, and no time.
  if (first === 'since' && reading.tokens.slice(from, comma).some(({ w }) => w === 'now')) return true;
  if (startsClass(reading, from, 'opens_setting') || (first === 'in' && ['a', 'an'].includes(second))) return true;
  return isSpell(from, reading) && OF_JUDGING.every((cls) => mentionsIn(reading, cls, from, comma).length === 0);
}
const OF_JUDGING = [
  'inspectorate',
  'inspection_word',
  'inspection_itself',
  'visit',
  'judged',
  'rating_word',
  'pronoun',
];
/** "With the exception of help for care leavers, all is good" */
const EXCEPTS = new Set(['exception', 'exceptions']);

/** Before the first comma or dash behind which something else is added. */
function clauseEnd(grade: Mention, sentence: Sentence, reading: Reading): number {
  for (let i = grade.to; i < sentence.to && i <= grade.to + LONGEST_CLAUSE; i++) {
    const w = reading.tokens[i]?.w ?? '';
    if ((w === ',' || w === '–') && isAdded(i + 1, Math.min(sentence.to, i + LONGEST_SENTENCE), reading)) return i;
    if (JOINTS.has(w) && isOfAnotherTime(grade, i, sentence, reading)) return i;
  }
  return sentence.to;
}
const JOINTS = new Set([',', '–', ';', '(', 'whose']);

/** "has been rated good, and in 2019 it was inadequate", "good for a council whose last rating was …": a clause with a time and a grade of its own. */
function isOfAnotherTime(grade: Mention, joint: number, sentence: Sentence, reading: Reading): boolean {
  const w = reading.tokens[joint]?.w ?? '';
  const links = !OPEN.has(w) || LINKS.has(reading.tokens[joint + 1]?.w ?? '');
  if (!links) return false;
  const end = Math.min(sentence.to, joint + LONGEST_ADDED);
  const tells = (from: number, to: number) => OF_THEN.some((cls) => mentionsIn(reading, cls, from, to).length > 0);
  const told = isTold(grade, sentence, reading);
  const next = mentionsIn(reading, 'grade', joint, end)[0];
  // "has been rated good, and it was also told so in 2019"
  if (!next) return told && w === ',' && tells(joint, end) && hasPast(joint, end, reading);
  // "good (2019), then inadequate": the bracket dates the grade before it.
  if (w === '(' && reading.tokens.slice(joint, next.from).some((t) => t.w === ')')) return false;
  // "was good, and its leadership outstanding, in 2019": a time told behind both may be of both.
  return tells(joint, next.from) || (told && tells(next.to, end));
}
const hasPast = (from: number, to: number, { tokens }: Reading): boolean =>
  tokens.slice(from, to).some(({ w }) => PAST.has(w) || /[a-z]{2}ed$/.test(w));
/** Joints behind which a clause may also go on. */
const OPEN = new Set([',', '–']);
const OF_THEN = ['year', 'ago', 'previous_word', 'last_occasion'];

/** "has been rated good" */
function isTold({ from }: Mention, sentence: Sentence, { tokens }: Reading): boolean {
  const before = tokens.slice(Math.max(sentence.from, from - LONGEST_CLAUSE), from);
  return PRESENT.has(before.findLast(({ w }) => PRESENT.has(w) || PAST.has(w))?.w ?? '');
}

/** "…, having lost its last director in 2021", "…, months before it is abolished", "…, despite a shortage": and no word of a grade or of the time before. */
function isAdded(at: number, end: number, reading: Reading): boolean {
  const [first, second] = [reading.tokens[at]?.w ?? '', reading.tokens[at + 1]?.w ?? ''];
  // "…, the same verdict as three years ago", "…, as did others in 2012": of the time before, and compared with this one.
  if ((first === 'the' && second === 'same') || (first === 'as' && COMPARED.has(second))) return true;
  // "…, citing drift and delay, in 2021", "…, as Ofsted says": when it was, and who said so.
  const dated = mentionsIn(reading, 'year', at, end).some(
    ({ from, to }) => end - to <= 1 && reading.tokens[from - 2]?.w === ',',
  );
  if (dated || (first === 'as' && startsClass(reading, at + 1, 'inspectorate'))) return false;
  const opens =
    startsClass(reading, at, 'opens_added') ||
    isSpell(at, reading) ||
    (/^[a-z]{3,}ing$/.test(first) && !NAMING.has(first));
  return opens && OF_GRADES.every((cls) => mentionsIn(reading, cls, at, end).length === 0);
}
/** "Three were good, including Northshire's in 2018" */
const NAMING = new Set(['including', 'counting']);
const COMPARED = new Set(['did', 'was', 'were', 'had', 'has', 'in', 'it', 'they']);
const OF_GRADES = ['grade', 'rating_word', 'same_as', 'same_thing', 'in_a_row'];

/** "three years after its director quit", "just months before it goes", and not "three years before, in 2019". */
function isSpell(at: number, reading: Reading): boolean {
  const words = reading.tokens.slice(at, at + SPELL).map(({ w }) => w);
  const unit = words.findIndex((w) => /^(years?|months?|weeks?|days?|decades?)$/.test(w));
  const counted = startsClass(reading, at, 'count_word', 'number', 'opens_spell');
  const told = words[unit + 2] !== undefined && words[unit + 2] !== ',';
  return counted && unit >= 0 && ['after', 'before'].includes(words[unit + 1] ?? '') && told;
}
const SPELL = 7;
