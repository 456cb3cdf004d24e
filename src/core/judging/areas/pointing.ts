/** Areas that a grade points to without standing beside them, and those that were only inspected. */
import type { Rating } from '../statement.ts';
import { numberOf } from '../text/counts.ts';
import { everyFrom, mentionsIn, type Reading, someFrom, startsClass } from '../text/reading.ts';
import type { Sentence } from '../text/sentences.ts';
import type { Mention } from '../text/trie.ts';
import { chain } from './area-lists.ts';
import { isCarriedOn, isForThem, isTheirs } from './area-subject.ts';
import { bothOf, splitPair } from './care-pair.ts';
import { leftOut } from './left-out.ts';
import { namedLast } from './named-last.ts';
import { forBoth } from './taken-up.ts';
import { underHeading } from './under-heading.ts';

/** "Leaders, children in care and care leavers were looked at. All three were good.": areas of the sentence before. */
export function pointedBack(rating: Rating, reading: Reading): Mention[] {
  const { mention, sentence } = rating;
  const before = reading.sentences[sentence.index - 1];
  if (before?.field !== 'text' || sentence.field !== 'text') return [];
  const owned = ownOf(sentence, before, reading);
  if (owned) return [owned];
  const listed = pointedOn(mention, sentence, reading);
  if (listed.length > 0) return listed;
  const others = allBut(mention, sentence, before, reading);
  if (others.length > 0) return others;
  const compared = comparedWith(mention, sentence, before, reading) ?? underHeading(mention, sentence, before, reading);
  if (compared) return [compared];
  const ended = namedLast(rating, before, reading) ?? leftOut(mention, sentence, before, reading);
  if (ended) return [ended];
  const last = lastNamed(before, reading) ?? singledOut(before, reading);
  if (last && (takesUp(mention, sentence, reading) || areTheirs(mention, sentence, before, reading))) return [last];
  const both = forBoth(rating, reading);
  if (both.length > 0) return both;
  const together = countedBack(mention, sentence, before, reading);
  if (together.length > 0) return together;
  const graded = mentionsIn(reading, 'grade', before.from, before.to);
  // "were not good enough" grades nothing, and no more does "escaped the lowest grade", or "plans were missing or poor".
  const grades = (m: Mention) => reading.tokens[m.to]?.w !== 'enough' && !isEscaped(m, before, reading) && !isWeak(m);
  if (graded.some(grades)) return [];
  const { from } = sentence;
  const opening = reading.tokens.slice(from, Math.min(mention.from, from + 4)).map((t) => t.w);
  const named = mentionsIn(reading, 'area', before.from, before.to);
  const areas = splitPair(
    named.filter((a) => a.id !== 'overall'),
    reading,
  );
  const [only] = areas;
  const work = opening[0] === 'their' && THEIRS.has(opening[1] ?? '') && startsClass(reading, from + 2, 'be', 'judged');
  const pronoun = opening[0] === 'it' || opening[0] === 'they' || work;
  // "Care leavers are the weak spot. Theirs was the only part to be called inadequate."
  const theirs = opening[0] === 'theirs' && startsClass(reading, from + 1, 'be');
  const carried = only && (pronoun || theirs) && isCarriedOn(before, only, reading);
  const pointed =
    carried ||
    pointsToOne(opening, from, reading) ||
    isTheirService(mention, sentence, reading) ||
    isForThem(from, mention.from, reading) ||
    speaksOn(mention, sentence, before, reading);
  if (areas.length === 1 && pointed) return areas;
  if (!startsClass(reading, opening[0] === 'in' ? from + 1 : from, 'all_of_them')) return [];
  const number = ['every', 'each'].includes(opening[0] ?? '')
    ? undefined
    : opening.flatMap((w) => numberOf(w) ?? [])[0];
  const counted = opening.includes('both') ? 2 : number;
  if (areas.length < 2) return [];
  // "three areas – …, … and … – and the overall judgement. All four were good."
  const whole = counted === areas.length + 1 ? (named.find((a) => a.id === 'overall') ?? null) : null;
  if (whole) return [...areas, whole];
  return counted === undefined || counted === areas.length ? areas : [];
}

/** A word that is no grade of any scale and only at times stands for one. */
const isWeak = ({ id, from, to }: Mention): boolean => id.startsWith('~') && to - from === 1;

/** "Leaders fared better. Their work was found to be good." */
const THEIRS = new Set(['work', 'support', 'help', 'care', 'provision']);

/** "Only adoption escaped the lowest grade", "avoided an inadequate": what it did not get. */
const isEscaped = ({ from: grade }: Mention, { from }: Sentence, reading: Reading): boolean =>
  mentionsIn(reading, 'deny', Math.max(from, grade - ESCAPE_REACH), grade).length > 0;
const ESCAPE_REACH = 4;

/** "Northshire's safeguarding services were judged good. Southshire's were adequate.": its own of the same. */
function ownOf(sentence: Sentence, before: Sentence, reading: Reading): Mention | null {
  const owner = (s: Sentence) => {
    const name = (reading.startsAt[s.from] ?? []).find((m) => m.cls === 'authority');
    const end =
      name && ['city', 'county', 'borough'].includes(reading.tokens[name.to]?.w ?? '') ? name.to + 1 : name?.to;
    return end !== undefined && reading.tokens[end]?.w === "'s" ? end + 1 : null;
  };
  const [now, then] = [owner(sentence), owner(before)];
  if (now === null || then === null || !startsClass(reading, now, 'be')) return null;
  return (reading.startsAt[then] ?? []).find((m) => m.cls === 'area' && m.id !== 'overall') ?? null;
}

/** "Two of the four judgements were good. Those are leadership and adoption.": areas of the sentence after. */
function pointedOn({ from: grade }: Mention, { index, from, to }: Sentence, reading: Reading): Mention[] {
  const counts = mentionsIn(reading, 'some_of_them', from, grade)[0];
  if (!counts || mentionsIn(reading, 'grade', from, to).length !== 1) return [];
  const names = (s: Sentence | undefined) => s?.field === 'text' && startsClass(reading, s.from, 'names_them');
  const next = [1, 2].map((n) => reading.sentences[index + n]).find(names);
  if (!next) return [];
  if (mentionsIn(reading, 'grade', next.from, next.to).length > 0) return [];
  const areas = mentionsIn(reading, 'area', next.from, next.to).filter((a) => a.id !== 'overall');
  return areas.length === numberOf(reading.tokens[counts.from]?.w ?? '') ? areas : [];
}

/** "Care leavers were better served, but here too the council requires improvement": what "here" stands for in its own sentence. */
export function meantByHere({ mention }: Rating, left: Mention[], reading: Reading): Mention[] {
  const last = left.at(-1);
  const w = (i: number) => reading.tokens[i]?.w ?? '';
  if (!last || last.id === 'overall') return [];
  for (let i = last.to + 1; i < mention.from; i++)
    if (w(i) === 'here' && HERE_AFTER.has(w(i - 1)) && mention.from - i <= HERE_REACH) return chain(reading, left, -1);
  return [];
}
const HERE_AFTER = new Set(['but', 'and', 'yet', ',', ';', '–']);
/** "here too the council was told that it" */
const HERE_REACH = 10;

/** "There are leadership, adoption and care leavers. All but one are good. Adoption is inadequate.": the rest of those named. */
function allBut({ from: grade }: Mention, { index, from }: Sentence, before: Sentence, reading: Reading): Mention[] {
  const next = reading.sentences[index + 1];
  const [all, but, one] = reading.tokens.slice(from, from + 3).map(({ w }) => w);
  if (next?.field !== 'text' || all !== 'all' || one !== 'one' || grade - from > ALL_BUT_REACH) return [];
  if (!['but', 'bar', 'except', 'save'].includes(but ?? '')) return [];
  const [exception, other] = mentionsIn(reading, 'area', next.from, next.to);
  const graded = (s: Sentence) => mentionsIn(reading, 'grade', s.from, s.to).length > 0;
  if (!exception || other || !graded(next) || graded(before)) return [];
  const named = mentionsIn(reading, 'area', before.from, before.to).filter((a) => a.id !== 'overall');
  return named.length > 2 && named.some((a) => a.id === exception.id) ? named.filter((a) => a.id !== exception.id) : [];
}
const ALL_BUT_REACH = 8;

/** "They came to look at leadership and adoption. The quality of both was good.": as many as the sentence before names. */
function countedBack({ from: grade }: Mention, { from }: Sentence, before: Sentence, reading: Reading): Mention[] {
  // "do not get a good enough deal" grades nothing.
  const graded = mentionsIn(reading, 'grade', before.from, before.to);
  if (graded.some(({ to }) => reading.tokens[to]?.w !== 'enough')) return [];
  const areas = mentionsIn(reading, 'area', before.from, before.to).filter((a) => a.id !== 'overall');
  for (let i = from + 1; i < grade; i++) {
    const w = reading.tokens[i]?.w ?? '';
    const points = ['of', 'for', 'in', 'judged', 'rated', 'found', 'graded', 'on'].includes(
      reading.tokens[i - 1]?.w ?? '',
    );
    const said = w === 'both' ? 2 : w === 'all' ? (numberOf(reading.tokens[i + 1]?.w ?? '') ?? 0) : 0;
    const open = !reading.tokens
      .slice(i, i + 4)
      .some((_, n) => startsClass(reading, i + n, 'authority', 'councils', 'service'));
    const meant = said === 2 ? bothOf(areas, reading) : areas;
    if (points && said > 1 && open) return said === meant.length ? meant : [];
  }
  return [];
}

/** The one area that a sentence without grade ends on. */
function lastNamed({ from, to }: Sentence, reading: Reading): Mention | null {
  const [area, other] = mentionsIn(reading, 'area', from, to);
  const alone = area && !other && area.id !== 'overall' && mentionsIn(reading, 'grade', from, to).length === 0;
  return alone && !someFrom(area.to, to, (i) => Boolean(reading.tokens[i]?.word)) ? area : null;
}

/** "Adoption was the only bright spot": the one area that a sentence without grade is about, set apart from the rest. */
function singledOut({ from, to }: Sentence, reading: Reading): Mention | null {
  const [area, other] = mentionsIn(reading, 'area', from, to);
  const alone = area && !other && area.id !== 'overall' && mentionsIn(reading, 'grade', from, to).length === 0;
  const opens = alone && area.from - from <= 2 && startsClass(reading, area.to, 'be', 'remain');
  // "Only adoption escaped the worst of it", "Adoption alone did better"
  const only =
    alone &&
    ((area.from === from + 1 && ONLY.includes(reading.tokens[from]?.w ?? '')) ||
      (area.from === from && reading.tokens[area.to]?.w === 'alone'));
  if (only) return area;
  return opens && mentionsIn(reading, 'singles_out', area.to, to).length > 0 ? area : null;
}

const ONLY = ['only', 'just'];

/** "They are impressed by adoption. They rated it good.", "The report praises leadership. That was rated good." */
function takesUp({ from: grade }: Mention, { from }: Sentence, reading: Reading): boolean {
  const w = (i: number) => reading.tokens[i]?.w ?? '';
  // "That is how she summed up the verdict on the whole": of no area.
  const asks = startsClass(reading, from + 1, 'be') && ['how', 'why', 'what', 'when', 'where'].includes(w(from + 2));
  if (['that', 'this'].includes(w(from)) && startsClass(reading, from + 1, 'be', 'judged', 'has')) return !asks;
  // "That requires improvement": the grade is its own verb.
  if (['that', 'this', 'it'].includes(w(from)) && grade === from + 1) return true;
  const it = ['it', 'this', 'that'].includes(w(grade - 1)) ? grade - 1 : grade - 2;
  const judges = (reading.endsAt[it - 1] ?? []).some((m) => ['judged', 'gave'].includes(m.cls) && m.from - from <= 3);
  return ['it', 'this', 'that'].includes(w(it)) && judges;
}

/** "There is a judgement of its own for care leavers. They got a good.": those that a judgement was said to be for. */
function areTheirs({ from: grade }: Mention, { from }: Sentence, before: Sentence, reading: Reading): boolean {
  if (reading.tokens[from]?.w !== 'they' || mentionsIn(reading, 'rating_word', before.from, before.to).length === 0)
    return false;
  const verb =
    startsClass(reading, from + 1, 'be', 'has', 'gave') && !startsClass(reading, from + 2, 'says_that', 'gave');
  const others = ['authority', 'service', 'council_word', 'overall_word'];
  return verb && others.every((cls) => mentionsIn(reading, cls, from, grade).length === 0);
}

/** "They looked at safeguarding and adoption. On the first the verdict was good, on the second adequate.": each in its turn. */
export function ofTwoInOrder({ mention, sentence }: Rating, after: number, reading: Reading): Mention[] | null {
  const before = reading.sentences[sentence.index - 1];
  if (before?.field !== 'text' || mentionsIn(reading, 'grade', before.from, before.to).length > 0) return null;
  const areas = mentionsIn(reading, 'area', before.from, before.to).filter((a) => a.id !== 'overall');
  if (areas.length !== 2) return null;
  const words = reading.tokens.slice(sentence.from, sentence.to).map(({ w }) => w);
  const pair = IN_ORDER.find((some) => some.every((w) => words[words.indexOf(w) - 1] === 'the'));
  const said = reading.tokens.slice(after, mention.from).map(({ w }) => w);
  const place = pair?.findIndex((w) => said.includes(w)) ?? -1;
  return place < 0 ? null : [areas[place] as Mention];
}
const IN_ORDER = [
  ['first', 'second'],
  ['former', 'latter'],
];

/** "In 2019 help for care leavers was inadequate. Now the grade rises to good.": the one area whose earlier grade it is compared with. */
function comparedWith({ from }: Mention, now: Sentence, before: Sentence, reading: Reading): Mention | null {
  const has = (cls: string, s: { from: number; to: number }) => mentionsIn(reading, cls, s.from, s.to).length > 0;
  const [area, other] = mentionsIn(reading, 'area', before.from, before.to);
  const grades = mentionsIn(reading, 'grade', before.from, before.to).length;
  const dated = ['year', 'previous_word', 'ago'].some((cls) => has(cls, before));
  if (!area || other || area.id === 'overall' || grades !== 1 || !dated) return null;
  const said = { from: now.from, to: from };
  if (['authority', 'service', 'council_word', 'thing_judged', 'overall_word'].some((cls) => has(cls, said)))
    return null;
  const nowIt =
    ['it', 'that', 'they'].includes(reading.tokens[now.from]?.w ?? '') &&
    someFrom(now.from, now.to, (i) => ['now', 'today'].includes(reading.tokens[i]?.w ?? ''));
  if (nowIt) return area;
  if (!['up', 'down'].some((cls) => has(cls, said))) return null;
  const pointing = (i: number) =>
    reading.tokens[i]?.w === 'it' ||
    (['the', 'that', 'this', 'its'].includes(reading.tokens[i]?.w ?? '') &&
      ['grade', 'rating', 'mark', 'judgement', 'judgment', 'verdict'].includes(reading.tokens[i + 1]?.w ?? ''));
  return someFrom(now.from, from, pointing) ? area : null;
}

/** "Adoption was looked at too. On that score the grade was good.", "There the judgement is inadequate." */
const pointsToOne = ([first = '', second = '']: string[], from: number, reading: Reading): boolean =>
  first === 'here' ||
  (first === 'there' && (['the', 'it', ','].includes(second) || startsClass(reading, from + 1, 'inspectorate'))) ||
  isThatPart(reading, from) ||
  isThatPart(reading, from + 1) ||
  (['it', 'they', 'inspectors', 'ofsted'].includes(first) &&
    startsClass(reading, from + 1, 'gave', 'judged') &&
    isThatPart(reading, from + 2)) ||
  someFrom(from, from + 6, (i) => isThatWork(reading, i)) ||
  isTheirs(reading, from) ||
  startsClass(reading, from, 'what_they_get');

/** "Too many wait for a flat, and the service for them requires improvement" */
const isTheirService = ({ from: grade }: Mention, { from }: Sentence, reading: Reading): boolean =>
  mentionsIn(reading, 'what_they_get', from, grade).some(
    (m) =>
      ['and', 'but', ','].includes(reading.tokens[m.from - 1]?.w ?? '') &&
      everyFrom(m.to, grade, (i) => startsClass(reading, i, 'be', 'judged', 'also_word', 'link', 'has')),
  );

/** "the overall effectiveness of those services", "the quality of that work" */
const isThatWork = (reading: Reading, at: number): boolean =>
  ['that', 'this', 'those', 'these'].includes(reading.tokens[at]?.w ?? '') &&
  ['service', 'services', 'work', 'provision', 'support', 'help', 'care'].includes(reading.tokens[at + 1]?.w ?? '') &&
  ['of', 'for', 'in'].includes(reading.tokens[at - 1]?.w ?? '');

/**
 * "There is better news for adopted children. That service requires improvement.", "They called the adoption team stable.
 * It was marked good.": the sentence before speaks of nothing else, and the text has given another grade already.
 */
function speaksOn({ from: grade, id }: Mention, { from, to }: Sentence, before: Sentence, reading: Reading): boolean {
  const [first, second] = reading.tokens.slice(from, from + 2).map(({ w }) => w);
  const that = ['that', 'this', 'those', 'these'].includes(first ?? '');
  const service = that && ['service', 'services', 'department'].includes(second ?? '');
  const judged = someFrom(from + 1, grade, (i) => startsClass(reading, i, 'judged'));
  const it = (first === 'it' || that) && judged && startsClass(reading, from + 1, 'be') && grade - from <= MOST_TOLD;
  const speaksOf = (cls: string, s: { from: number; to: number }) => mentionsIn(reading, cls, s.from, s.to).length > 0;
  const other = mentionsIn(reading, 'grade', 0, before.from).some((g) => g.id !== id);
  return (
    (service || (it && other)) &&
    !['authority', 'service', 'council_word', 'provider'].some((cls) => speaksOf(cls, before)) &&
    !['overall_word', 'year', 'ago', 'previous_word'].some((cls) => speaksOf(cls, { from, to }))
  );
}
const MOST_TOLD = 4;

/** "that score", "this category" */
const isThatPart = (reading: Reading, at: number): boolean =>
  ['that', 'this'].includes(reading.tokens[at]?.w ?? '') && startsClass(reading, at + 1, 'such_a_part');

/** "Children in care were found to make progress, giving it a good in that category": the areas named before. */
export function pointedAfter({ mention: { to } }: Rating, left: Mention[], reading: Reading): Mention[] {
  if (!['in', 'on', 'for', 'under'].includes(reading.tokens[to]?.w ?? '') || !isThatPart(reading, to + 1)) return [];
  const named = left.filter((a) => a.id !== 'overall');
  return named.length > 0 ? chain(reading, named, -1) : [];
}
