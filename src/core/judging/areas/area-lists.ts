/** Areas named in one list, or before a bracket that holds their grade. */
import type { Rating } from '../statement.ts';
import type { Span } from '../text/asides.ts';
import { CLAUSES, everyFrom, isPronoun, mentionsIn, type Reading, someFrom, startsClass } from '../text/reading.ts';
import type { Mention } from '../text/trie.ts';
import { splitPair } from './care-pair.ts';

/**
 * Areas that stand in one list with the nearest.
 *
 * @param most words of an item that belong to none of the areas
 */
export function chain(reading: Reading, areas: Mention[], direction: 1 | -1, most = 1): Mention[] {
  const list = direction === 1 ? areas : [...areas].reverse();
  const taken = [list[0] as Mention];
  for (const next of list.slice(1)) {
    const before = taken[taken.length - 1] as Mention;
    const [from, to] = direction === 1 ? [before.to, next.from] : [next.to, before.from];
    // "help and protection for children at risk": one, named twice over.
    const twice =
      next.id === before.id && to - from === 1 && ['for', 'of', 'to'].includes(reading.tokens[from]?.w ?? '');
    if (!twice && !isListGap(reading, from, to, most)) break;
    taken.push(next);
  }
  return direction === 1 ? taken : taken.reverse();
}

/** "Adoption, the quality of practice, and leadership, came out as good": two or more that look like an aside go on with a list. */
export function withListed(main: Mention[], before: Mention[], reading: Reading): Mention[] {
  const last = main.at(-1) as Mention;
  const listed = chain(reading, before.slice(before.indexOf(last)), 1);
  const joined = (area: Mention, n: number) =>
    n > 0 && reading.tokens.slice(listed[n - 1]?.to, area.from).some(({ w }) => w === 'and');
  const closes = listed.length > 2 && listed.some(joined);
  return closes ? [...main, ...listed.slice(1)] : main;
}

/** "from leadership right through to care leavers" */
export function isRange(reading: Reading, from: number, to: number): boolean {
  const word = (i: number) => reading.tokens[i]?.w ?? '';
  const first = (reading.endsAt[from - 1] ?? []).find((m) => m.cls === 'area');
  let at = (first?.from ?? 0) - 1;
  while (word(at) !== 'from' && startsClass(reading, at, 'lister', 'told_of')) at--;
  const passed = (i: number) => THROUGH.has(word(i)) || startsClass(reading, i, 'lister', 'told_of');
  return word(at) === 'from' && someFrom(from, to, (i) => word(i) === 'to') && everyFrom(from, to, passed);
}
const THROUGH = new Set(['right', 'all', 'the', 'way', 'through', 'down', 'up']);

/** "Leaders, protection, and the borough's offer to care leavers were all good": a list from the start of the sentence, however its items are worded. */
export function summedList(reading: Reading, left: Mention[], { mention, sentence }: Rating): Mention[] | null {
  const [first, last] = [left[0], left.at(-1)];
  if (!first || !last || first === last || first.from - sentence.from > MOST_OPENING) return null;
  const sums = reading.tokens.slice(last.to, mention.from).find(({ w }) => ['all', 'both', 'each'].includes(w))?.w;
  const list = sums ? chain(reading, left, -1, MOST_IN_ITEM) : [];
  return list[0] === first && (sums !== 'both' || list.length === 2) ? list : null;
}
const MOST_OPENING = 3;

function isListGap(reading: Reading, from: number, to: number, loose: number): boolean {
  if (to - from > 9) return false;
  if (isRange(reading, from, to)) return true;
  // "wrote of calm leaders and rated help and protection as good": the verb begins what is graded.
  if (mentionsIn(reading, 'judged', from, to).length > 0) return false;
  // "how leaders affect social work; help and protection; …": the marks of the list part its items, however they are worded.
  const marked = reading.tokens.slice(from, to).some(({ w }) => w === ';');
  const tells = ['be', 'has', 'gave'].some((cls) => mentionsIn(reading, cls, from, to).length > 0);
  const most = marked && !tells ? MOST_IN_ITEM : tells ? 1 : loose;
  let joined = false;
  let strangers = 0;
  for (let i = from; i < to; ) {
    const w = reading.tokens[i]?.w ?? '';
    const mention = (reading.startsAt[i] ?? []).find((m) => LISTERS.has(m.cls));
    // "as well as" begins no clause.
    const only = w === 'but' && mentionsIn(reading, 'not_only', Math.max(0, from - NOT_ONLY_REACH), from).length > 0;
    const clause = !only && !(mention && mention.to - i > 1) && startsClass(reading, i, ...CLAUSES);
    // ", with care leavers graded higher" begins another thought.
    if (clause || (w === 'with' && reading.tokens[i - 1]?.w === ',')) return false;
    // "practice had slipped and that leadership …": another thing is told.
    if (w === 'that' && !['of', 'for', 'on', 'in'].includes(reading.tokens[i + 1]?.w ?? '')) return false;
    // "gave a good to adoption, to fostering and to leadership"
    const again = ['to', 'at'].includes(w) && JOINS.has(reading.tokens[i - 1]?.w ?? '');
    if (JOINS.has(w) || only || (mention && ADDS.has(w) && mention.to - i > 1)) joined = true;
    else if (!mention && !again && !isCarried(i, reading) && reading.tokens[i]?.word) strangers++;
    i = mention ? Math.max(mention.to, i + 1) : i + 1;
  }
  return joined && strangers <= most;
}

/** "leadership of the department, and also help for care leavers": whose it is, that it is added, and what is given to whom. */
function isCarried(at: number, reading: Reading): boolean {
  const { w } = reading.tokens[at] ?? { w: '' };
  if (w === 'also' || w === 'too') return true;
  const next = reading.tokens[at + 1]?.w ?? '';
  // "adoption and the council's leadership"
  if (isOwner(at, reading)) return true;
  if (['for', 'to', 'with'].includes(next)) return startsClass(reading, at, 'told_of');
  const before = reading.tokens[at - 1]?.w ?? '';
  const of = ['the', 'its', 'their'].includes(before) ? reading.tokens[at - 2]?.w : before;
  return of === 'of' && startsClass(reading, at, 'thing_judged', 'council_word');
}

/** "adoption and the council's leadership", and no ", and the council's fostering service was": after a comma it may begin a clause. */
function isOwner(at: number, reading: Reading): boolean {
  const w = (i: number) => reading.tokens[i]?.w ?? '';
  const mark = [at, at + 1].find((i) => w(i) === "'s") ?? -1;
  if (!startsClass(reading, mark + 1, 'area') || !startsClass(reading, mark - 1, 'thing_judged', 'council_word'))
    return false;
  let joins = mark - 2;
  while (joins > mark - 5 && (w(joins) === 'the' || startsClass(reading, joins, 'council_word'))) joins--;
  return w(joins) === 'and' && w(joins - 1) !== ',';
}
const MOST_IN_ITEM = 5;
const JOINS = new Set([',', 'and', ';', '•', 'plus', 'including', 'nor']);
/** "as well as", "along with", "together with" */
const ADDS = new Set(['as', 'along', 'together']);
/** From "not only" to its "but". */
const NOT_ONLY_REACH = 32;
const LISTERS = new Set(['lister', 'service', 'authority']);

/** Of "capacity for improvement in safeguarding" the capacity is graded. */
export function headOf(area: Mention | undefined, left: Mention[], reading: Reading): Mention | undefined {
  const before = area && left[left.indexOf(area) - 1];
  if (!before || area.from - before.to !== 1) return area;
  return ['in', 'of', 'for', 'within'].includes(reading.tokens[before.to]?.w ?? '') ? before : area;
}

/** "leaders made their mark (good)", "care leavers (was good, now outstanding)": the area before the bracket. */
export function inBrackets({ mention }: Rating, left: Mention[], reading: Reading): Mention[] | null {
  const opening = bracketBefore(mention.from, reading);
  const area = left.findLast((a) => a.to <= (opening ?? 0));
  if (opening === null || !area || opening - area.to > LONGEST_REMARK) return null;
  return chain(reading, left.slice(0, left.indexOf(area) + 1), -1);
}
const LONGEST_REMARK = 12;

/** Where the bracket opens whose first words lead to a grade. */
function bracketBefore(at: number, reading: Reading): number | null {
  for (let i = at - 1; i >= at - 3 && i >= 0; i--) if (reading.tokens[i]?.w === '(') return i;
  return null;
}

/** What is dated, denied, or said to be of the time before. */
const isOfBefore = (one: Rating, other: Rating, reading: Reading): boolean =>
  ['previous', 'denied'].includes(one.standing) ||
  ['year', 'ago', 'previous_word'].some(
    (cls) => mentionsIn(reading, cls, one.sentence.from, other.mention.from).length > 0,
  );

/** "In 2019 leadership was good; it is now outstanding": the pronoun takes up what the grade before was of. */
function isTakenUp(one: Rating, other: Rating, reading: Reading): boolean {
  if (!isOfBefore(one, other, reading) || other.mention.from - one.mention.to > 10) return false;
  const pronoun = (i: number) =>
    ['it', 'they', 'that'].includes(reading.tokens[i]?.w ?? '') &&
    startsClass(reading, i + 1, 'be', 'has', 'remain', 'grade');
  const others = ['area', 'service', 'authority', 'council_word'];
  return (
    someFrom(one.mention.to, other.mention.from, pronoun) &&
    others.every((cls) => mentionsIn(reading, cls, one.mention.to, other.mention.from).length === 0)
  );
}

/** "Leadership and adoption were rated outstanding and good respectively": each grade its area, in order; null where nobody says so. */
export function respective(ratings: Rating[], areas: Mention[], reading: Reading): Mention[][] | null {
  const { from, to } = (ratings[0] as Rating).sentence;
  if (ratings.length < 2 || !reading.tokens.slice(from, to).some(({ w }) => w === 'respectively')) return null;
  const parts = areas.length === ratings.length ? areas : splitPair(areas, reading);
  return parts.length === ratings.length ? parts.map((a) => [a]) : null;
}

/** "good for leadership, and adoption was not far behind": what ends a list may be the subject of the next clause. */
export function withoutNext(taken: Mention[], next: Rating | undefined, reading: Reading): Mention[] {
  const last = taken.at(-1) as Mention;
  const verb = (i: number) => startsClass(reading, i, 'be', 'has', 'gave', 'judged', 'remain');
  const passed = isPronoun(reading, last.to) || ['both', 'all', 'each'].includes(reading.tokens[last.to]?.w ?? '');
  if (!next || taken.length < 2 || !verb(passed ? last.to + 1 : last.to)) return taken;
  let at = taken.length - 1;
  const parted = (n: number) =>
    reading.tokens.slice(taken[n - 1]?.to, taken[n]?.from).some(({ w }) => [',', ';'].includes(w));
  while (at > 1 && !parted(at)) at--;
  return taken.slice(0, parted(at) ? at : -1);
}

function inOneBracket(one: Rating, other: Rating, reading: Reading): boolean {
  // "care leavers: good (was inadequate)"
  if (bracketBefore(other.mention.from, reading) === one.mention.to) return true;
  const between = reading.tokens.slice(one.mention.to, other.mention.from);
  return bracketBefore(one.mention.from, reading) !== null && between.length <= 6 && between.every((t) => t.w !== ')');
}

/** Whether a grade is of the same as the grade before it in the sentence. */
export const isOfTheSame = (one: Rating, other: Rating, asides: readonly Span[], reading: Reading): boolean =>
  isPair(one, other, reading) ||
  isDeniedFirst(one, other, reading) ||
  inOneBracket(one, other, reading) ||
  comesFrom(one, other, asides, reading) ||
  isTakenUp(one, other, reading);

/** "Care leavers' support is not yet good and requires improvement": one subject, two verbs. */
const isDeniedFirst = (one: Rating, other: Rating, reading: Reading): boolean =>
  one.standing === 'denied' &&
  ['and', 'but'].includes(reading.tokens[one.mention.to]?.w ?? '') &&
  everyFrom(one.mention.to + 1, other.mention.from, (i) =>
    startsClass(reading, i, 'also_word', 'be', 'judged', 'remain', 'present', 'link'),
  );

/** "from adequate to good": both are of the same. */
function isPair(one: Rating, other: Rating, reading: Reading): boolean {
  const between = reading.tokens.slice(one.mention.to, other.mention.from).map((t) => t.w);
  return between.length <= 3 && between.includes('to') && reading.tokens[one.mention.from - 1]?.w === 'from';
}

/** "care leavers, previously outstanding, is now good": both are of the same. */
function comesFrom(one: Rating, other: Rating, asides: readonly Span[], reading: Reading): boolean {
  // "leadership, rated good in 2019, is now outstanding"
  const aside = asides.find((a) => one.mention.from >= a.from && one.mention.to <= a.to);
  const leads = (i: number) =>
    startsClass(reading, i, 'be', 'has', 'judged', 'gave', 'remain', 'link', 'up', 'down', 'previous_word') ||
    ['better', 'worse', 'still', 'further'].includes(reading.tokens[i]?.w ?? '');
  if (aside && other.mention.from > aside.to)
    return (
      other.mention.from - aside.to <= 8 &&
      startsClass(reading, aside.to + 1, 'be', 'has', 'remain') &&
      everyFrom(aside.to + 1, other.mention.from, leads)
    );
  const between = reading.tokens.slice(one.mention.to, other.mention.from);
  const told = (reading.startsAt[one.mention.to + 1] ?? []).some((m) => m.cls === 'be' || m.cls === 'has');
  // "Adoption was good before, is now outstanding", "has risen from good and is now outstanding"
  if (one.standing === 'previous' && [',', 'and'].includes(between[0]?.w ?? '') && told && between.length <= 6)
    return true;
  // "leadership, good in 2019, is outstanding now"
  const end = between.findIndex(({ w }) => w === ',');
  const opens = reading.tokens[one.mention.from - 1]?.w === ',';
  return (
    opens &&
    end >= 0 &&
    end <= 6 &&
    between.length - end <= 5 &&
    isOfBefore(one, other, reading) &&
    startsClass(reading, one.mention.to + end + 1, 'be', 'has', 'remain')
  );
}

/** "looked after children's economic prospects": the prospects are graded. */
export const owned = (areas: Mention[], reading: Reading): Mention[] =>
  areas.flatMap((area, n) => {
    const isOf = (a: Mention | undefined, b: Mention | undefined) =>
      a !== undefined && b?.from === a.to + 1 && reading.tokens[a.to]?.w === "'s";
    if (isOf(area, areas[n + 1])) return [];
    const owner = areas[n - 1];
    return [owner && isOf(owner, area) ? { ...area, from: owner.from } : area];
  });
