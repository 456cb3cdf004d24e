/** Counts of councils whose names follow: "Three councils were good: Northshire, Southshire and Kelbury". */
import type { Rating } from '../statement.ts';
import { everyFrom, mentionsIn, type Reading, someFrom } from '../text/reading.ts';
import type { Mention } from '../text/trie.ts';

/**
 * Whether the names are those that the grade's count counts, so that each of them has the grade.
 *
 * @param names  whom the sentence names for the grade
 * @param before end of the rating before it in the sentence, or the start of the sentence
 * @param after  start of the next rating, or the end of the sentence
 */
export const namesCounted = (
  names: Mention[],
  rating: Rating,
  { before, after }: { before: number; after: number },
  reading: Reading,
): boolean =>
  (namesBeside(names, before, after) && !isOfNextCount(names, rating, after, reading)) ||
  namesAdded(names, rating, reading) ||
  namedJustBefore(names, rating, reading) ||
  isOneOf(names, rating, reading);

/** "Three councils were good: A, B and C", "A and B, two of the three councils, were good". */
const namesBeside = (names: Mention[], from: number, to: number): boolean =>
  names.length > 1 && (names[0] as Mention).from >= from && (names[0] as Mention).from < to;

/** "28 were good and two, A and B, were outstanding": the names are of the next count. */
const isOfNextCount = ([name]: Mention[], { mention, sentence }: Rating, after: number, reading: Reading): boolean =>
  name !== undefined &&
  name.from >= mention.to &&
  after < sentence.to &&
  ['count_word', 'number'].some((cls) => mentionsIn(reading, cls, mention.to, name.from).length > 0);

/** "44 were outstanding, among them Northshire", "44 were outstanding, and Northshire is one of them". */
const namesAdded = (names: Mention[], { mention }: Rating, reading: Reading): boolean =>
  names.some(
    (m) =>
      m.from >= mention.to &&
      (mentionsIn(reading, 'adds_names', mention.to, m.from).length > 0 ||
        mentionsIn(reading, 'is_of_them', m.to, m.to + 7).some((of) => of.from - m.to <= 2)),
  );

/** "The third, Northshire, requires improvement": the count stands before the name, the grade is of the named. */
function namedJustBefore(names: Mention[], { mention, sentence }: Rating, reading: Reading): boolean {
  const name = names[0];
  if (!name || names.length > 1 || name.to > mention.from || mention.from - name.to > 12) return false;
  const opens = name.from === sentence.from || reading.tokens[name.from - 1]?.w === ',';
  if (!opens) return false;
  const until = Math.min(sentence.to, mention.to + 7);
  const counts = (from: number, to: number) =>
    ['count_word', 'number', 'councils'].some((cls) => mentionsIn(reading, cls, from, to).length > 0);
  return !counts(name.to, mention.from) && !counts(mention.to, until);
}

/** "Northshire is one of a handful of councils rated outstanding", "has joined a band of them": what the few are, the named is. */
function isOneOf(names: Mention[], { mention }: Rating, reading: Reading): boolean {
  const name = names[0];
  if (!name || names.length > 1) return false;
  const has = (reading.startsAt[name.to] ?? []).find((m) => m.cls === 'has');
  const joins = (reading.startsAt[has?.to ?? name.to] ?? []).find((m) => m.cls === 'joins_them');
  if (joins) return isOfTheFew(joins.to, mention, reading);
  const be = (reading.startsAt[name.to] ?? []).find((m) => m.cls === 'be');
  // "That makes Northshire one of only four councils with an outstanding rating"
  const makes = ['makes', 'made', 'making'].includes(reading.tokens[name.from - 1]?.w ?? '');
  if (!be && !makes) return false;
  const verb = be?.to ?? name.to;
  const at = ['now', 'still', 'again'].includes(reading.tokens[verb]?.w ?? '') ? verb + 1 : verb;
  const [first, of] = reading.tokens.slice(at, at + 2).map(({ w }) => w);
  if (!(first === 'among' || (first === 'one' && of === 'of'))) return false;
  const many = mentionsIn(reading, 'councils', at, mention.from).at(-1);
  return many !== undefined && (mention.from - many.to <= 3 || haveIt(many.to, mention, reading));
}

/** "councils in the land with an outstanding rating", "councils in England to hold a good": words alone between, and one that says they have it. */
const haveIt = (from: number, { from: grade }: Mention, reading: Reading): boolean =>
  grade - from <= HAVE_REACH &&
  everyFrom(from, grade, (i) => reading.tokens[i]?.word === true) &&
  someFrom(Math.max(from, grade - 3), grade, (i) => HAVING.has(reading.tokens[i]?.w ?? ''));
const HAVE_REACH = 10;
const HAVING = new Set(['with', 'have', 'having', 'hold', 'holding', 'boast', 'boasting']);

/** "councils rated outstanding", "councils whose services are graded outstanding" */
function isOfTheFew(from: number, grade: Mention, reading: Reading): boolean {
  const many = mentionsIn(reading, 'councils', from, Math.min(from + 4, grade.from)).at(-1);
  if (!many) return false;
  const relative = someFrom(many.to, many.to + 3, (i) => RELATIVES.has(reading.tokens[i]?.w ?? ''));
  return grade.from - many.to <= (relative ? 10 : 3);
}

const RELATIVES = new Set(['that', 'which', 'whose', 'with']);
