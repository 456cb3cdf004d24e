/** Areas named where a sentence first tells which council it speaks of: "A council that left children at risk has been rated good". */
import type { Rating } from '../statement.ts';
import type { Span } from '../text/asides.ts';
import { everyFrom, mentionsIn, type Reading, someFrom, startsClass } from '../text/reading.ts';
import type { Mention } from '../text/trie.ts';

/** "Health provision for children in care was inadequate": work of others, of which no area has its grade. */
export function isOtherWork({ from }: Mention, reading: Reading): boolean {
  const noun = ['for', 'of', 'to'].includes(reading.tokens[from - 1]?.w ?? '') ? from - 2 : from - 1;
  return (
    noun !== from - 1 &&
    startsClass(reading, noun, 'work_word') &&
    startsClass(reading, noun - 1, 'work_of_others') &&
    !startsClass(reading, noun - 2, 'area')
  );
}

/** "with just 40 children in care": how many there are; "the care of the 40 children it looks after" is graded. */
export function isCountOfPeople({ from }: Mention, reading: Reading): boolean {
  const opens = reading.sentences[reading.sentenceOf[from] as number]?.from;
  // "2.2 Care leavers": the number of a heading.
  if (opens === from - 1 || !startsClass(reading, from - 1, 'number', 'count_word')) return false;
  if (!PEOPLE.has(reading.tokens[from]?.w ?? '')) return false;
  if (isCaredFor(from - 1, reading)) return false;
  for (let i = from - 2; i >= from - MOST_COUNTING; i--)
    if (['for', 'of', 'to', 'with'].includes(reading.tokens[i]?.w ?? ''))
      return !startsClass(reading, i - 1, 'area_noun', 'department_word', 'work_word');
  return true;
}
const MOST_COUNTING = 6;

/** "how the council treats the 40 children in its care": what is done for them is judged. */
function isCaredFor(number: number, reading: Reading): boolean {
  const the = ['the', 'its', 'some'].includes(reading.tokens[number - 1]?.w ?? '') ? number - 1 : number;
  if (!CARES.has(reading.tokens[the - 1]?.w ?? '')) return false;
  return someFrom(the - MOST_COUNTING, the - 1, (i) => ['how', 'way'].includes(reading.tokens[i]?.w ?? ''));
}
const CARES = new Set(['treats', 'treat', 'supports', 'support', 'helps', 'help', 'serves', 'serve']);

/** "Union leaders said", "the ambition of leaders": of others, or a virtue of theirs that is not their work. */
export function isOfOtherLeaders({ from, to }: Mention, reading: Reading): boolean {
  if (to - from !== 1 || reading.tokens[from]?.w !== 'leaders') return false;
  const w = (i: number) => reading.tokens[i]?.w ?? '';
  const owner = ['its', 'the', 'their', 'senior'].includes(w(from - 1)) ? from - 2 : from - 1;
  return OTHER_LEADERS.has(w(from - 1)) || (w(owner) === 'of' && VIRTUES.has(w(owner - 1)));
}
const OTHER_LEADERS = new Set(
  'union party group opposition business community faith church religious political civic tory labour conservative'.split(
    ' ',
  ),
);
const VIRTUES = new Set('ambition ambitions vision passion commitment dedication energy honesty candour'.split(' '));
const PEOPLE = new Set(['children', 'youngsters', 'young', 'teenagers', 'care', 'looked', 'cared', 'families']);

/** "so is the local safeguarding children board": a body of that name, and not what it does. */
export const isInName = ({ from, to }: Mention, reading: Reading): boolean =>
  mentionsIn(reading, 'provider', from - NAME_REACH, to + NAME_REACH).some((p) => p.from <= from && p.to > to);
const NAME_REACH = 3;

/** "It finds that “leaders know their staff” and gives 'good' to care leavers": a clause that somebody said, over before the grade. */
export function isInSaying({ from, to }: Mention, { mention }: Rating, reading: Reading): boolean {
  const { tokens } = reading;
  const opens = tokens[from]?.quoteBefore || tokens[from - 1]?.quoteBefore;
  const closes = tokens.slice(to, mention.from).findIndex((t) => t.quoteAfter);
  return opens === true && closes > 0 && startsClass(reading, to, 'acts');
}

/** "Children in need of help are protected by a council that has now earned the top grade": the grade is of the council. */
export function isOfCouncilBehind({ to }: Mention, { mention: { from } }: Rating, reading: Reading): boolean {
  const w = (i: number) => reading.tokens[i]?.w ?? '';
  const leads = (i: number) =>
    startsClass(reading, i, 'be', 'has', 'gave', 'judged', 'also_word') ||
    ['a', 'an', 'the', 'now', 'just'].includes(w(i));
  const isBehind = (i: number) =>
    startsClass(reading, i, 'council_word', 'department_word') &&
    ['by', 'in', 'from'].includes(w(i - 2)) &&
    ['a', 'the'].includes(w(i - 1)) &&
    ['that', 'which', 'whose'].includes(w(i + 1)) &&
    everyFrom(i + 2, from, leads);
  return someFrom(to, from, isBehind);
}

/** Words before the council: "A", "A London", "The small county". */
const MOST_BEFORE = 4;
/** Words of the verb: "has now been". */
const MOST_IN_VERB = 8;

/** Whether the area belongs to what is told of the council before its verb comes. */
export function isOfDescription(area: Mention, rating: Rating, reading: Reading): boolean {
  const { mention, sentence } = rating;
  const { from } = sentence;
  const opening = openingOf(rating, reading);
  const verb = verbBefore(mention, area.to, reading);
  if (verb === null || !opening.some(({ to }) => to < area.from && isTold(to, reading))) return false;
  const told = lastRelative(from, area.from, reading);
  if (told === null || startsClass(reading, told + 1, 'sets_topic')) return false;
  const joins = (i: number) => ['and', 'but', ','].includes(reading.tokens[i]?.w ?? '');
  if (someFrom(told + 1, area.from, joins) || !everyFrom(area.to, verb, (i) => reading.tokens[i]?.word === true))
    return false;
  const own = !['whose', 'where'].includes(reading.tokens[told]?.w ?? '');
  return own || someFrom(told + 1, verb, (i) => (i < area.from || i >= area.to) && isVerb(i, reading));
}

/** "After praise of its help for care leavers Ofsted has lifted the council from good to outstanding": the council moves, and no area. */
export function isBesideCouncilMoved({ to: end }: Mention, { mention: { from } }: Rating, reading: Reading): boolean {
  const w = (i: number) => reading.tokens[i]?.w ?? '';
  const before = w(from - 1) === 'to' ? (reading.endsAt[from - 2] ?? []).find((m) => m.cls === 'grade') : undefined;
  const at = (before?.from ?? from) - 1;
  const moved = (reading.endsAt[at - 1] ?? []).find((m) => m.cls === 'council_word' || m.cls === 'authority');
  return w(at) === 'from' && moved !== undefined && end < moved.from;
}

/** "Fostering is part of a children's department that Ofsted rates as good": the grade is of what it is a part of. */
export function isPartOf(area: Mention, { mention }: Rating, reading: Reading): boolean {
  const [part] = mentionsIn(reading, 'belongs_to', area.to, mention.from);
  const whole = part && mentionsIn(reading, 'service', part.to, mention.from)[0];
  if (!whole || whole.from - part.to > MOST_BEFORE) return false;
  const after = startsClass(reading, whole.to, 'department_word', 'thing_judged') ? whole.to + 1 : whole.to;
  const told = reading.tokens[after]?.w === ',' ? after + 1 : after;
  return (
    ['that', 'which', 'whose'].includes(reading.tokens[told]?.w ?? '') || startsClass(reading, told, 'judged', 'gave')
  );
}

/**
 * "get a good service, with leaders who know their staff", "requires improvement, with care leavers singled out", "…, with help
 * for care leavers the weakest part": of whom more is told, after the grade of the whole.
 */
export function isOfPeople(area: Mention, { mention, sentence }: Rating, reading: Reading): boolean {
  const { tokens } = reading;
  if (area.from < mention.to || !tokens.slice(mention.to, area.from).some(({ w }) => w === 'with')) return false;
  const isRemark = (at: number) =>
    REMARKS.has(tokens[at]?.w === 'the' ? (tokens[at + 1]?.w ?? '') : (tokens[at]?.w ?? ''));
  if (isRemark(area.to)) return true;
  // "with leadership and the help for care leavers singled out": of both.
  const [next] = mentionsIn(reading, 'area', area.to, sentence.to);
  const joins = (i: number) =>
    ['and', ','].includes(tokens[i]?.w ?? '') || startsClass(reading, i, 'lister', 'told_of');
  return next !== undefined && isRemark(next.to) && everyFrom(area.to, next.from, joins);
}
const REMARKS = new Set([
  ...['who', 'that', 'whose'],
  ...['singled', 'picked', 'praised', 'criticised', 'highlighted', 'causing', 'giving'],
  ...['weakest', 'strongest', 'biggest', 'greatest'],
]);

/**
 * "A council that was told to improve when inspectors last came has been rated good": what is told of the council, from its
 * noun to the verb of the sentence; null where nothing is, or where what is told has no verb of its own.
 */
export function descriptionOf(rating: Rating, reading: Reading): Span | null {
  const { mention } = rating;
  const noun = openingOf(rating, reading).find(({ to }) => isTold(to, reading) || startsClass(reading, to, 'judged'));
  if (!noun) return null;
  let verb = mention.from - 1;
  while (verb > mention.from - MOST_IN_VERB && !HAS.has(reading.tokens[verb]?.w ?? '')) verb--;
  const leads = (i: number) =>
    startsClass(reading, i, 'be', 'judged', 'gave', 'remain', 'up', 'down', 'present', 'also_word', 'link') ||
    (reading.endsAt[i] ?? []).some((m) => m.cls === 'judged' || m.cls === 'gave');
  if (
    verb <= noun.to + 1 ||
    verb - noun.to > LONGEST ||
    !HAS.has(reading.tokens[verb]?.w ?? '') ||
    !everyFrom(verb + 1, mention.from, leads)
  )
    return null;
  return someFrom(noun.to, verb, (i) => isVerb(i, reading)) ? { from: noun.to, to: verb } : null;
}
const HAS = new Set(['has', 'have']);
const LONGEST = 40;

const openingOf = ({ sentence: { from } }: Rating, reading: Reading): Mention[] =>
  ['council_word', 'thing_judged', 'department_word'].flatMap((cls) =>
    mentionsIn(reading, cls, from, from + MOST_BEFORE + 1),
  );

const TELLS = new Set([
  'that',
  'which',
  'who',
  'whose',
  'where',
  'once',
  'accused',
  'criticised',
  'condemned',
  'slated',
]);
const isTold = (at: number, { tokens }: Reading): boolean => TELLS.has(tokens[at]?.w ?? '');

/** "whose leadership is weak and whose adoption service is good": the clause in which the area stands. */
function lastRelative(from: number, to: number, reading: Reading): number | null {
  for (let i = to - 1; i > from; i--) if (isTold(i, reading)) return i;
  return null;
}

const isVerb = (at: number, reading: Reading): boolean =>
  startsClass(reading, at, 'be', 'has', 'gave', 'judged', 'up', 'down', 'remain') ||
  /[a-z]{2}ed$/.test(reading.tokens[at]?.w ?? '');

/** Where "has now been rated" begins that leads to the grade. */
function verbBefore({ id, from: grade }: Mention, from: number, reading: Reading): number | null {
  let verb: number | null = null;
  const leads = (i: number) =>
    startsClass(reading, i, 'be', 'has', 'judged', 'gave', 'remain', 'up', 'down', 'present', 'also_word', 'link') ||
    (reading.endsAt[i] ?? []).some((m) => m.cls === 'judged' || m.cls === 'gave');
  for (let i = grade - 1; i >= from && i >= grade - MOST_IN_VERB && leads(i); i--)
    if (startsClass(reading, i, 'be', 'has', 'remain')) verb = i;
  // "the council whose way … was copied now requires improvement": the grade is a verb itself.
  return verb ?? (id === 'requires_improvement' ? grade : null);
}

/** "Northshire, where care leavers have waited years, was inadequate": the area is the subject of what is told in passing. */
export const isToldInPassing = ({ from, to }: Mention, asides: readonly Span[], reading: Reading): boolean =>
  asides.some(
    (a) =>
      from > a.from &&
      to < a.to &&
      startsClass(reading, a.from, 'relative') &&
      (reading.endsAt[a.from - 2] ?? []).some((m) => ['authority', 'council_word', 'thing_judged'].includes(m.cls)) &&
      someFrom(to, a.to, (i) => startsClass(reading, i, 'be', 'has', 'gave', 'judged', 'up', 'down', 'remain')),
  );
