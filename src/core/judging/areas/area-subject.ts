/**
 * The area that a sentence is about, though other words, or another sentence, stand between it and its grade. Long: the ways to
 * say so have their words and reaches beside them.
 */
import type { Rating } from '../statement.ts';
import { everyFrom, isPronoun, mentionsIn, type Reading, someFrom, startsClass } from '../text/reading.ts';
import type { Sentence } from '../text/sentences.ts';
import type { Mention } from '../text/trie.ts';
import { chain, headOf } from './area-lists.ts';
import { exceptionAfter } from './exceptions.ts';
import { isItLookedAt } from './looked-at.ts';
import { isSaying } from './set-between.ts';

/** Words between the start of a sentence and the area that it is about: "The", "Its work with". */
const OPENING = 2;
const REACH = 10;
const EXCEPTION_REACH = 22;

/** @param left areas of the sentence before the grade that nothing links to it */
export function subjectArea(rating: Rating, left: Mention[], reading: Reading): Mention[] {
  const first = left[0];
  const last = left.at(-1);
  if (!first || !last) return [];
  const opens = opensClause(first, rating.sentence.from, reading);
  if (
    opens &&
    (ranks(rating, isApposed(first, reading) ? pastComma(last, reading) : last.to, reading) ||
      isTakenUp(rating, last, reading))
  )
    return chain(reading, left, 1);
  const goesOn = [isGoneOnWith, hasSecondVerb, isGoneOnForThem, isEarned, isItLookedAt].some((way) =>
    way(rating, last, reading),
  );
  if (left.length === 1 && goesOn) return left;
  if (first.from - rating.sentence.from <= MOST_OPENING && isOneAmong(rating, last, reading))
    return chain(reading, left, 1);
  if (isFronted(rating, last, reading) || isTakenUpThere(rating, last, reading)) {
    const head = headOf(last, left, reading);
    return head === last ? chain(reading, left, -1) : [head as Mention];
  }
  return isException(rating, last, reading) || isSetApart(rating, last, reading) ? [last] : [];
}

function opensClause({ from }: Mention, start: number, reading: Reading): boolean {
  if (from - start <= OPENING) return true;
  if (from - start === OPENING + 1 && isApposed({ from }, reading)) return true;
  // "The grade for care leavers came out lower"
  const of = ['for', 'on'].includes(reading.tokens[from - 1]?.w ?? '');
  if (of && from - start === OPENING + 1 && startsClass(reading, from - 2, 'rating_word')) return true;
  for (let i = from - 1; i >= from - 1 - OPENING; i--) if (reading.tokens[i]?.w === ';') return true;
  return false;
}

/** "Two areas, leadership and adoption, bucked the trend with a good" */
const isApposed = ({ from }: Pick<Mention, 'from'>, reading: Reading): boolean =>
  reading.tokens[from - 1]?.w === ',' && startsClass(reading, from - 2, 'judged_part');
const pastComma = ({ to }: Mention, { tokens }: Reading): number => (tokens[to]?.w === ',' ? to + 1 : to);

/** "Adoption and leadership were among the areas for which the verdict was good" */
function isOneAmong({ mention }: Rating, { to }: Mention, reading: Reading): boolean {
  const be = (reading.startsAt[to] ?? []).find((m) => m.cls === 'be');
  const [word, of] = reading.tokens.slice(be?.to ?? to, (be?.to ?? to) + 2).map(({ w }) => w);
  const only = word === 'the' && ['one', 'only', 'sole', 'single', 'last'].includes(of ?? '');
  if (!be || !(word === 'among' || only || (ONES.has(word ?? '') && of === 'of'))) return false;
  const ends = (i: number) => [';', ':'].includes(reading.tokens[i]?.w ?? '') || startsClass(reading, i, 'contrast');
  return mention.from - to <= AMONG_REACH && !someFrom(be.to, mention.from, ends);
}
const ONES = new Set(['one', 'two', 'three', 'some', 'several']);
const AMONG_REACH = 24;

/** "For care leavers, whom a new team looks after, the verdict was good", "Only for care leavers did it stop at good": the topic is set before its clause. */
function isFronted({ mention, sentence }: Rating, { from, to }: Mention, reading: Reading): boolean {
  let start = sentence.from;
  for (let i = from - 1; i > sentence.from; i--)
    if (reading.tokens[i]?.w === ';' || reading.tokens[i]?.w === ':') {
      start = i + 1;
      break;
    }
  // "However, for care leavers, …"
  if (reading.tokens[start + 1]?.w === ',') start += 2;
  const opens = startsClass(reading, start, 'sets_topic') || startsClass(reading, start + 1, 'sets_topic');
  const inverted = reading.tokens[start]?.w === 'only' && ['did', 'do', 'does'].includes(reading.tokens[to]?.w ?? '');
  // "On safety the same grade went to …", "For child protection six councils, two of them new, are …"
  const subject = startsClass(reading, to, 'count_word', 'number', 'authority') || reading.tokens[to]?.w === 'the';
  const comma = inverted || subject || reading.tokens.slice(to, to + 2).some(({ w }) => w === ',');
  const ends = (i: number) =>
    [';', ':'].includes(reading.tokens[i]?.w ?? '') || startsClass(reading, i, 'contrast', 'overall_word');
  return (
    opens &&
    comma &&
    from - start <= MOST_TOPIC &&
    mention.from - to <= FRONTED_REACH &&
    !someFrom(to, Math.min(sentence.to, mention.to + 2), ends) &&
    !isRelative(mention, to, reading)
  );
}
/** "For looked after children the overall grade is good": the whole of that part. */
export function topicOf(left: Mention[], overall: Mention, start: number, reading: Reading): Mention[] {
  const last = left[left.indexOf(overall) - 1];
  const between = reading.tokens.slice(last?.to, overall.from).map(({ w }) => w);
  if (last && last.from - start <= OPENING + 1 && isWithOverall(last.to, overall.from, reading))
    return chain(reading, left.slice(0, left.indexOf(overall)), -1);
  if (!last || between.length === 0 || !between.every((w) => [',', 'the', 'its', 'their', 'an'].includes(w))) return [];
  const listed = chain(reading, left.slice(0, left.indexOf(overall)), -1);
  const first = (listed[0] as Mention).from;
  const opens = [start, start + 1].some((i) => i < first && startsClass(reading, i, 'sets_topic'));
  return opens && first - start <= MOST_TOPIC ? listed : [];
}
/** "Services for looked after children fared better, with an overall rating of good" */
function isWithOverall(from: number, overall: number, reading: Reading): boolean {
  const [leads, an] = reading.tokens.slice(overall - 2, overall).map(({ w }) => w);
  const foreign = (i: number) =>
    startsClass(reading, i, 'authority', 'service', 'council_word', 'contrast', 'relative');
  return (
    ['with', 'at', 'to', 'given', 'got', 'earned'].includes(leads ?? '') &&
    ['a', 'an', 'the'].includes(an ?? '') &&
    overall - from <= FRONTED_REACH &&
    startsClass(reading, from, 'fared', 'be', 'has', 'gave') &&
    !someFrom(from, overall, foreign)
  );
}
const MOST_TOPIC = 9;
const MOST_OPENING = 12;
const FRONTED_REACH = 24;

/** "the council, which is good, …": said of somebody in passing. */
const isRelative = ({ from }: Mention, after: number, reading: Reading): boolean =>
  someFrom(Math.max(after + 2, from - 4), from, (i) => ['which', 'who', 'whose'].includes(reading.tokens[i]?.w ?? ''));

/** "Leadership came out lower still at inadequate": nothing but words of one clause, and one that leads to the grade. */
function ranks({ mention }: Rating, to: number, reading: Reading): boolean {
  const article = ['a', 'an', 'the'].includes(reading.tokens[mention.from - 1]?.w ?? '') ? 1 : 0;
  const lead = mention.from - 1 - article;
  const leads = ['at', 'as', 'with'].includes(reading.tokens[lead]?.w ?? '');
  // "care leavers came off worst, with an inadequate"
  const end = reading.tokens[lead - 1]?.w === ',' ? lead - 1 : lead;
  const foreign = (i: number) =>
    !reading.tokens[i]?.word ||
    reading.tokens[i]?.w === 'and' ||
    startsClass(reading, i, 'pronoun', 'contrast', 'time_clause', 'relative', 'authority', 'service', 'council_word');
  // "Adoption and leadership both came out a rung lower, at good"
  const from = ['all', 'both', 'each'].includes(reading.tokens[to]?.w ?? '') ? to + 1 : to;
  return leads && mention.from - to <= REACH && mention.from > to && !someFrom(from, end, foreign);
}

/** "They look after care leavers, but for this group the work requires improvement": nothing but whose it is and its verb. */
export function isForThem(from: number, grade: number, reading: Reading): boolean {
  const cue = mentionsIn(reading, 'for_them', from, grade)[0];
  const passed = (i: number) =>
    reading.tokens[i]?.w === 'it' ||
    OFFERED.has(reading.tokens[i]?.w ?? '') ||
    startsClass(reading, i, 'also_word', 'be', 'judged', 'has', 'remain');
  return cue !== undefined && cue.from - from <= 1 && cue.to < grade && everyFrom(cue.to, grade, passed);
}
const OFFERED = new Set(['the', 'its', 'work', 'service', 'services', 'support', 'help', 'provision', 'care', 'offer']);

/** Where the clause opens that says so: at the comma, or at the word that joins it. */
const isGoneOnForThem = ({ mention }: Rating, { to }: Mention, reading: Reading): boolean =>
  mentionsIn(reading, 'for_them', to, mention.from).some(
    (m) =>
      [',', 'and', 'but', ';', 'though', 'although'].includes(reading.tokens[m.from - 1]?.w ?? '') &&
      isForThem(m.from, mention.from, reading),
  );

/** "Adoption is where most is to be done: it, too, requires improvement." */
function isTakenUp({ mention }: Rating, { to }: Mention, reading: Reading): boolean {
  const colon = mentionsIn(reading, 'pronoun', to, mention.from).find(
    (m) => isPronoun(reading, m.from) && reading.tokens[m.from - 1]?.w === ':',
  );
  // "Adoption does better: here the county requires improvement"
  const here = (i: number) =>
    reading.tokens[i]?.w === ':' && ['here', 'there'].includes(reading.tokens[i + 1]?.w ?? '');
  if (someFrom(to, mention.from, here)) return true;
  const passed = (i: number) =>
    !reading.tokens[i]?.word || startsClass(reading, i, 'also_word', 'be', 'judged', 'has', 'remain', 'link');
  return colon !== undefined && everyFrom(colon.to, mention.from, passed);
}

/** "Adoption fared worse, with inspectors finding that this requires improvement", "leaders were tireless and their impact was good" */
function isGoneOnWith({ mention, sentence }: Rating, { from, to }: Mention, reading: Reading): boolean {
  const w = (i: number) => reading.tokens[i]?.w ?? '';
  const before =
    from - sentence.from <= OPENING ||
    startsClass(reading, from - 1, 'contrast') ||
    [';', ',', 'and', 'but'].includes(w(from - 1)) ||
    startsClass(reading, from - 2, 'contrast');
  const passed = (i: number) =>
    (w(i) === 'to' && startsClass(reading, i + 1, 'be')) ||
    w(i) === 'as' ||
    startsClass(reading, i, 'also_word', 'be', 'judged', 'has', 'remain', 'present');
  let at = mention.from - 1;
  while (at > to && passed(at)) at--;
  const sets = [',', 'and', 'but', ':', '–'].includes(w(at - 1));
  const part = (reading.endsAt[at] ?? []).find((m) => TAKES_UP.has(m.cls) && m.from > to);
  const pronoun = ['this', 'that', 'these'].includes(w(at)) || (sets && isPronoun(reading, at));
  const taken = at > to && (part !== undefined || pronoun);
  const theirs = someFrom(Math.max(to, mention.from - 9), mention.from, (i) => isTheirs(reading, i));
  // "The report says senior leaders were slow and that their impact was inadequate"
  const said = (reading.endsAt[from - 1] ?? []).some((m) => m.cls === 'says_that') || w(from - 1) === 'that';
  if (theirs && (said || from - sentence.from <= OPENING)) return mention.from - to <= FRONTED_REACH;
  const theirCare = (i: number) => w(i - 1) === ';' && isTheirCare(reading, i);
  const opened = from - sentence.from <= OPENING && someFrom(to, mention.from, theirCare);
  if (opened) return mention.from - to <= FRONTED_REACH;
  const foreign = (i: number) =>
    w(i) === ';' ||
    startsClass(reading, i, 'contrast') ||
    (!part && startsClass(reading, i, 'authority', 'service', 'council_word'));
  return before && (taken || theirs) && mention.from - to <= FRONTED_REACH && !someFrom(to, mention.from, foreign);
}

/** "Care leavers fared best; their support was ranked outstanding" */
const isTheirCare = (reading: Reading, at: number): boolean =>
  ['their', 'its'].includes(reading.tokens[at]?.w ?? '') &&
  OFFERED.has(reading.tokens[at + 1]?.w ?? '') &&
  startsClass(reading, at + 2, 'be', 'judged', 'grade');

/** "What they saw of adoption was somewhat better, but still requires improvement": one subject, two verbs. */
function hasSecondVerb({ mention, sentence }: Rating, { from, to }: Mention, reading: Reading): boolean {
  if (from - sentence.from > MOST_BEFORE_SUBJECT || !startsClass(reading, to, 'be', 'has', 'gave', 'fared'))
    return false;
  const w = (i: number) => reading.tokens[i]?.w ?? '';
  // "was not at that standard and requires improvement": the word that joins is looked for, not passed.
  const passed = (i: number) =>
    w(i) !== 'and' &&
    w(i) !== 'though' &&
    (NO_MORE.has(w(i)) || startsClass(reading, i, 'also_word', 'be', 'remain', 'judged', 'present', 'link'));
  let at = mention.from - 1;
  while (at > to && passed(at)) at--;
  // "Adoption was a bright spot, though it still requires improvement", where the whole has another grade
  const pronoun =
    at > to + 1 && ['it', 'that', 'this', 'they'].includes(w(at)) && !isToldBefore(mention, sentence, reading);
  if (pronoun) at -= w(at - 1) === 'even' ? 2 : 1;
  const joins = ['but', 'yet', 'and', 'though', ...(pronoun ? ['although', 'while', 'if'] : [])].includes(w(at));
  const end = reading.tokens[at - 1]?.w === ',' ? at - 1 : at;
  const foreign = (i: number) =>
    (!reading.tokens[i]?.word && !isSaying(i, reading)) ||
    (w(i) !== 'one' && startsClass(reading, i, 'pronoun')) ||
    startsClass(reading, i, 'contrast', 'relative', 'authority', 'service', 'council_word');
  return joins && end > to && mention.from - to <= EXCEPTION_REACH && !someFrom(to, end, foreign);
}
const MOST_BEFORE_SUBJECT = 8;
/** "yet it was no more than adequate", "but was only good" */
const NO_MORE = new Set(['no', 'more', 'than', 'only', 'just', 'merely', 'even', 'said', 'thought', 'to']);

/** The title or the text has given the same grade before: what "it" has now may be the whole. */
const isToldBefore = ({ id }: Mention, { from }: Sentence, reading: Reading): boolean =>
  mentionsIn(reading, 'grade', 0, from).some((m) => m.id.replace('~', '') === id);

/** "Care leavers are treated like family, earning outstanding as well": the participle is of whom its clause speaks. */
function isEarned({ mention, sentence }: Rating, { from, to }: Mention, reading: Reading): boolean {
  const w = (i: number) => reading.tokens[i]?.w ?? '';
  const verb = ['a', 'an', 'the'].includes(w(mention.from - 1)) ? mention.from - 2 : mention.from - 1;
  const opens = from - sentence.from <= OPENING || [',', 'and', 'but', ';', 'while'].includes(w(from - 1));
  const told = startsClass(reading, to, 'be', 'has', 'gave', 'fared', 'judged');
  const foreign = (i: number) =>
    w(i) === ';' || startsClass(reading, i, 'contrast', 'authority', 'service', 'council_word', 'thing_judged');
  return (
    opens &&
    told &&
    w(verb - 1) === ',' &&
    /ing$/.test(w(verb)) &&
    startsClass(reading, verb, 'gave') &&
    mention.from - to <= EXCEPTION_REACH &&
    !someFrom(to, verb, foreign)
  );
}

const TAKES_UP = new Set(['that_part', 'what_they_get']);

/** "For fostering the day went better, and here the word was good", and no "here is". */
function isTakenUpThere({ mention, sentence }: Rating, { from, to }: Mention, reading: Reading): boolean {
  const topic = [sentence.from, sentence.from + 1].some((i) => i < from && startsClass(reading, i, 'sets_topic'));
  if (!topic || from - sentence.from > MOST_TOPIC || mention.from - to > FRONTED_REACH) return false;
  const w = (i: number) => reading.tokens[i]?.w ?? '';
  const there = (i: number) =>
    [':', ';', '–', ',', 'and', 'but'].includes(w(i - 1)) &&
    ['there', 'here'].includes(w(i)) &&
    !startsClass(reading, i + 1, 'be', 'has', 'modal');
  const ends = (i: number) => startsClass(reading, i, 'overall_word', 'area');
  return someFrom(to + 1, mention.from, there) && !someFrom(to, Math.min(sentence.to, mention.to + 2), ends);
}

/** "The exception was adoption, where more is to be done and the grade was good", "one strand, adoption, came off lightly and required improvement" */
function isException({ mention, sentence }: Rating, { from, to }: Mention, reading: Reading): boolean {
  if (mentionsIn(reading, 'singles_out', Math.max(sentence.from, from - 4), from).length === 0) return false;
  // "Only adoption lags; it is good": the pronoun goes on with it.
  const ends = (i: number) =>
    (reading.tokens[i]?.w === ';' && !['it', 'they', 'this', 'that'].includes(reading.tokens[i + 1]?.w ?? '')) ||
    startsClass(reading, i, 'contrast', 'time_clause');
  return mention.from - to <= EXCEPTION_REACH && !someFrom(to, mention.from, ends);
}

/** "with adoption the exception at good": nothing but what leads on to the grade after it. */
function isSetApart({ mention }: Rating, area: Mention, reading: Reading): boolean {
  const end = exceptionAfter(area, reading);
  const leads = (i: number) =>
    [',', 'at', 'with', 'on', 'and', 'as'].includes(reading.tokens[i]?.w ?? '') ||
    startsClass(reading, i, 'link', 'be', 'judged', 'gave');
  return end !== null && end <= mention.from && everyFrom(end, mention.from, leads);
}

/** "Only adoption escapes. It requires improvement": the sentence before opens with one area and speaks of nothing else. */
export function isCarriedOn(before: Sentence, area: Mention, reading: Reading): boolean {
  const others = ['authority', 'service', 'council_word', 'provider'];
  return (
    area.from - before.from <= OPENING &&
    others.every((cls) => mentionsIn(reading, cls, before.from, before.to).length === 0)
  );
}

/** "Leaders are known to all. Their impact was good." */
export const isTheirs = (reading: Reading, at: number): boolean =>
  ['their', 'its'].includes(reading.tokens[at]?.w ?? '') &&
  ['impact', 'influence', 'effect', 'quality', 'effectiveness', 'performance', 'experiences'].includes(
    reading.tokens[at + 1]?.w ?? '',
  ) &&
  startsClass(reading, verbAfter(reading, at + 2), 'be', 'has', 'judged', 'remain', 'grade');

/** "their impact on how staff work was", "their experiences and progress are": past what it is the impact on. */
function verbAfter(reading: Reading, at: number): number {
  if (reading.tokens[at]?.w === 'and' && reading.tokens[at + 1]?.w === 'progress') return at + 2;
  if (reading.tokens[at]?.w !== 'on') return at;
  for (let i = at + 2; i <= at + MOST_IMPACT; i++) if (startsClass(reading, i, 'be', 'has')) return i;
  return at;
}
const MOST_IMPACT = 5;
