/** Councils that only count another's place: "the second council in the region after Southshire to be rated good". */
import { placeOf } from '../text/counts.ts';
import { mentionsIn, type Reading, someFrom, startsClass } from '../text/reading.ts';
import type { Sentence } from '../text/sentences.ts';
import type { Mention } from '../text/trie.ts';

const COMPANY = new Set(['after', 'besides', 'beside', 'alongside', 'behind', 'following', 'than', 'from', 'with']);
/** "other than", "apart from", "along with" */
const OPENS_PAIR = new Set(['other', 'apart', 'along', 'together', 'aside']);
const COUNTS = new Set(['only', 'other', 'latest', 'next', 'sole', 'another']);
/** From the council that is counted to the name, and from its number to it. */
const MOST_BETWEEN = 8;
const MOST_COUNTING = 4;

/** @returns those of the names in a sentence that have had already what is told of another */
export function companionsIn({ from, to }: Sentence, reading: Reading): Mention[] {
  const found: Mention[] = [];
  for (const name of mentionsIn(reading, 'authority', from, to)) {
    const last = found.at(-1);
    const listed = last !== undefined && name.from - last.to === 1 && ['and', ','].includes(word(last.to, reading));
    if (listed || isCompany(name, from, reading) || closesCount(name, from, to, reading)) found.push(name);
  }
  return found;
}

/** "It is the third authority to get the top rating, after Northshire and Southshire.": at the end of what is counted. */
function closesCount({ from: name }: Mention, from: number, to: number, reading: Reading): boolean {
  if (word(name - 1, reading) !== 'after' || word(name - 2, reading) !== ',') return false;
  const names = mentionsIn(reading, 'authority', name, to);
  const end = names.at(-1)?.to ?? to;
  const closes = end === to || (end === to - 1 && !reading.tokens[end]?.word);
  const grades = mentionsIn(reading, 'grade', Math.max(from, name - COUNT_REACH), name);
  const [grade] = grades;
  return (
    closes && grade !== undefined && isCounted(Math.max(from, grade.from - MOST_BETWEEN), grade.from, from, reading)
  );
}
/** From the grade of what is counted to the names that close it: "rating in the country, after". */
const COUNT_REACH = 8;

const word = (at: number, { tokens }: Reading): string => tokens[at]?.w ?? '';

function isCompany({ from, to }: Mention, opening: number, reading: Reading): boolean {
  const before = word(from - 1, reading);
  if (!COMPANY.has(before)) return false;
  const paired = ['than', 'from', 'with'].includes(before);
  if (paired && !OPENS_PAIR.has(word(from - 2, reading))) return false;
  const goesOn = ['to', 'that', 'which', 'with', 'and', ',', 'whose', 'rated', 'judged'].includes(word(to, reading));
  return goesOn && isCounted(Math.max(opening, from - MOST_BETWEEN), from, opening, reading);
}

/** "the second council", "the only other borough" */
function isCounted(from: number, to: number, opening: number, reading: Reading): boolean {
  const counts = (i: number) => COUNTS.has(word(i, reading)) || placeOf(word(i, reading)) !== null;
  return someFrom(
    from,
    to,
    (i) =>
      startsClass(reading, i, 'council_word', 'councils', 'thing_judged') &&
      someFrom(Math.max(opening, i - MOST_COUNTING), i, counts),
  );
}
