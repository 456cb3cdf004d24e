/** Whose grade it is: names in the sentence first, then the article's subject; helpers and neighbours never. */
import type { Rating } from '../statement.ts';
import { isPassing, type Span } from '../text/asides.ts';
import { commaAfter, everyFrom, isPronoun, mentionsIn, type Reading, someFrom, startsClass } from '../text/reading.ts';
import type { Mention } from '../text/trie.ts';
import { addedTo } from './added-to.ts';
import { allOfThem } from './all-of-them.ts';
import { companionsIn } from './companions.ts';
import { countedNext } from './counted-in-lead.ts';
import { ofOthersNamed, ofTheTwo } from './former-latter.ts';
import { calledByKind } from './kinds.ts';
import { goneTo, introducedBefore, isBesideThem, meantByIt, namedBefore } from './meant-before.ts';
import { isNeighbour, isOfUnnamed, isSubjectOf, listedAmong } from './neighbours.ts';
import type { Owners } from './owners.ts';
import { isListed, type Subjects } from './subjects.ts';

/**
 * @param before end of the rating before it in the sentence, or the start of the sentence
 * @param after  start of the next rating, or the end of the sentence
 * @param topic  authorities the text last spoke of
 * @param asides what the sentence says in passing
 * @param said   whom the grade before it in the sentence was given to
 */
export function authoritiesOf(
  rating: Rating,
  before: number,
  after: number,
  reading: Reading,
  subjects: Subjects,
  topic: string[],
  asides: readonly Span[] = [],
  said: readonly Mention[] = [],
): Owners {
  const { sentence, mention } = rating;
  const company = companionsIn(sentence, reading);
  const here = mentionsIn(reading, 'authority', sentence.from, sentence.to).filter(
    (m) => !subjects.bystanders.has(m) && !company.includes(m),
  );
  if (isOfUnnamed(rating, here, reading)) return { slugs: [], mentions: [] };
  const inMain = here.filter((m) => !isPassing(asides, m.from, mention));
  const named = inMain.length > 0 ? inMain : here.filter((m) => !isOfItsPlaces(m, asides, reading));
  const groups = groupsOf(named, reading);
  const ofTwo = ofTheTwo(mention, before, sentence, reading);
  if (ofTwo) return { slugs: [ofTwo.id], mentions: [ofTwo] };
  const others = ofOthersNamed(mention, before, groups, reading);
  if (others) return { slugs: [...new Set(others.map((m) => m.id))], mentions: others };
  const distinct = new Set(named.map((m) => m.id));
  const spokenOf = inRelative(rating, named, reading, subjects);
  if (spokenOf) {
    const all = groupsOf(mentionsIn(reading, 'authority', mention.to, sentence.to), reading);
    const added = [...bothOf(spokenOf, sentence.from, reading), ...addedTo(mention, all, after, reading)];
    return { slugs: [...new Set([spokenOf.id, ...added.map((m) => m.id)])], mentions: [spokenOf, ...added] };
  }
  if (named[0] && isOfCounted(rating, named[0], reading)) return { slugs: [], mentions: [] };
  const lone = distinct.size === 1 ? (named[0] as Mention) : null;
  if (
    lone &&
    topic.length > 0 &&
    (isElsewhere(reading, mention, lone) || isBehindAside(asides, mention, lone, reading))
  )
    return { slugs: meantByIt(sentence, reading) ?? topic, mentions: [] };
  const among = distinct.size > 1 ? listedAmong(named, mention, sentence, reading) : null;
  if (among) return { slugs: [...new Set(among.map((m) => m.id))], mentions: among };
  const it = distinct.size > 0 ? sharedWithIt(named, rating, reading, topic[0] ?? subjects.ranked[0]) : null;
  if (it) return { slugs: [...new Set([it, ...distinct])], mentions: named };
  if (topic.length > 0 && isSetAgainst(named, rating, reading)) return { slugs: topic, mentions: [] };
  if (topic.length > 0 && isOfPronounNext(rating, reading)) return { slugs: topic, mentions: [] };
  const other = lone && before > sentence.from ? calledByKind(rating, before, subjects.kinds, reading) : null;
  if (other) return { slugs: [other], mentions: [] };
  const heirs = lone ? (subjects.heirs.get(lone.id) ?? []) : [];
  if (lone && heirs.length === 2 && areBothOf(lone, sentence.from, reading)) return { slugs: heirs, mentions: [lone] };
  if (lone) return { slugs: [...distinct], mentions: [lone] };
  const matched = inTurn(rating, named.length > 0 ? named : namedBefore(sentence, reading), reading);
  if (matched) return { slugs: [matched.id], mentions: [matched] };
  if (distinct.size === 0 && isStrangers(sentence, reading)) return { slugs: [], mentions: [] };
  const kind = distinct.size === 0 ? calledByKind(rating, before, subjects.kinds, reading) : null;
  if (kind) return { slugs: [kind], mentions: [] };
  const all = distinct.size === 0 ? takenTogether(rating, reading, subjects) : null;
  if (all) return all;
  const meant = distinct.size === 0 ? (introducedBefore(sentence, reading) ?? goneTo(rating, reading)) : null;
  if (meant) return { slugs: [meant.id], mentions: [meant] };
  if (distinct.size === 0 && topic.length > 1 && isOurs(rating, reading))
    return { slugs: subjects.ranked.slice(0, 1), mentions: [] };
  if (distinct.size === 0) return { slugs: topic.length > 0 ? topic : subjects.ranked.slice(0, 1), mentions: [] };
  const right = groups.find((g) => first(g).from >= mention.to && first(g).from < after);
  const left =
    [...groups].reverse().find((g) => first(g).from >= before && last(g).to <= mention.from) ??
    (before > sentence.from ? undefined : [...groups].reverse().find((g) => last(g).to <= mention.from));
  const added = addedTo(mention, groups, after, reading);
  // "moved from inadequate to good, Southshire …": nobody new is named before this grade.
  if (!left && said.length > 0 && !(right && isBeside(reading, mention.to, first(right).from, after < sentence.to))) {
    const own = [...said, ...added];
    return { slugs: [...new Set(own.map((m) => m.id))], mentions: own };
  }
  const pointed =
    right !== undefined &&
    has(reading, 'points_to_names', mention.to, first(right).from) &&
    // "They were inadequate, while in Southshire": another clause begins.
    !has(reading, 'contrast', mention.to, first(right).from) &&
    first(right).from - mention.to <= 8;
  // "outstanding for Northshire and good for Southshire": the names between are of the grade before.
  const isOfLast =
    left !== undefined && said.length > 0 && first(left).from >= before && left.every((m) => said.includes(m));
  const group =
    left && !(pointed && added.length === 0 && (isFar(left, mention) || isOfLast))
      ? [...left, ...added]
      : (right ?? left ?? groups[0] ?? []);
  return { slugs: [...new Set(group.map((m) => m.id))], mentions: group };
}

/** Those named before whom the sentence takes up, or whom it counts and the next ones name. */
export const takenTogether = (rating: Rating, reading: Reading, subjects: Subjects): Owners | null =>
  allOfThem(rating, reading, subjects) ?? countedNext(rating, reading, subjects);

/** "It joins Northshire and Southshire, both outstanding": the others of the list that the last name closes. */
function bothOf(last: Mention, from: number, reading: Reading): Mention[] {
  const both =
    reading.tokens[last.to]?.w === ',' && ['both', 'all', 'each'].includes(reading.tokens[last.to + 1]?.w ?? '');
  if (!both) return [];
  const list = groupsOf(mentionsIn(reading, 'authority', from, last.to), reading).at(-1) ?? [];
  return list.filter((m) => m.from !== last.from);
}

/** "The authority, which was rated inadequate in 2016, is paired with Southshire": said of whom the aside is about. */
const isBehindAside = (asides: readonly Span[], grade: Mention, name: Mention, reading: Reading): boolean =>
  asides.some(
    ({ from, to }) =>
      grade.from >= from &&
      grade.to <= to &&
      name.from >= to &&
      startsClass(reading, from, 'relative') &&
      (reading.endsAt[from - 2] ?? []).some(({ cls }) => cls === 'council_word'),
  );

/** "While Southshire and Kelbury got good ratings, its adult social care requires improvement": "its" is not of those it is set against. */
function isSetAgainst(named: Mention[], { mention, sentence }: Rating, reading: Reading): boolean {
  const [one, end] = [named[0], named.at(-1)?.to ?? mention.from];
  if (!one || !startsClass(reading, sentence.from, 'contrast') || end > mention.from) return false;
  const comma = commaAfter(end, mention.from, reading);
  const after = reading.tokens[comma === null ? mention.from : comma + 1]?.w ?? '';
  return (
    comma !== null &&
    ['its', 'their', 'it', 'our'].includes(after) &&
    startsClass(reading, sentence.from + 1, 'authority')
  );
}

/** "Rated outstanding, it has sent officers to Southshire and Kelbury": of whom the clause after it speaks. */
const isOfPronounNext = ({ mention: { from, to }, sentence }: Rating, reading: Reading): boolean =>
  from - sentence.from <= 2 &&
  everyFrom(sentence.from, from, (i) => startsClass(reading, i, 'judged', 'also_word', 'previous_word')) &&
  reading.tokens[to]?.w === ',' &&
  isPronoun(reading, to + 1);

/** "The old council, which covered Southshire but not Kelbury, was rated good": told of the council, and not the council. */
const isOfItsPlaces = ({ from }: Mention, asides: readonly Span[], reading: Reading): boolean =>
  asides.some(
    (a) =>
      from >= a.from &&
      from < a.to &&
      startsClass(reading, a.from, 'relative') &&
      (reading.endsAt[a.from - 2] ?? []).some((m) => m.cls === 'council_word'),
  );

/** "It was rated good, as were Southshire and Kelbury": whom "it" is said of, who has the grade with those added. */
function sharedWithIt(
  named: Mention[],
  { mention, sentence }: Rating,
  reading: Reading,
  topic: string | undefined,
): string | null {
  const before = reading.sentences[sentence.index - 1];
  const { from } = named[0] as Mention;
  if (!isPronoun(reading, sentence.from) || from < mention.to) return null;
  if (!has(reading, 'adds_names', mention.to, from)) return null;
  const told = before ? new Set(mentionsIn(reading, 'authority', before.from, before.to).map((m) => m.id)) : new Set();
  return told.size === 1 ? ([...told][0] as string) : (topic ?? null);
}

/**
 * "Northshire is good. Barking went up from inadequate to good", "Another council went up", "Mine was told it was good": a
 * name that may be a word, or none, does what only a council does; it is not the council before.
 */
export function isStrangers({ from, to }: Rating['sentence'], reading: Reading): boolean {
  const risky = reading.refusals.some(
    (r) => r.from === from && r.code === 'risky_name' && startsClass(reading, r.to, 'up', 'down', 'move', 'be', 'has'),
  );
  const another = (i: number) =>
    OTHERS.has(reading.tokens[i]?.w ?? '') && startsClass(reading, i + 1, 'council_word') && !isOfName(i + 2, reading);
  const mine = (i: number) => reading.tokens[i]?.w === 'mine' && startsClass(reading, i + 1, 'be', 'has');
  return risky || someFrom(from, from + FIRST_WORDS, another) || someFrom(from, to, mine);
}
const FIRST_WORDS = 4;
const OTHERS = new Set(['another', 'neighbouring', 'nearby']);
/** "the neighbouring council of Northshire" */
const isOfName = (at: number, reading: Reading): boolean => ['of', 'in'].includes(reading.tokens[at]?.w ?? '');

/** "Both of Oldshire's councils", "the two new councils in Oldshire", "both halves of Oldshire": those of a place, beside the name of the council that was there before. */
function areBothOf({ from, to }: Mention, start: number, reading: Reading): boolean {
  const many = ['councils', 'halves'].flatMap((cls) =>
    mentionsIn(reading, cls, Math.max(start, from - BOTH_REACH), to + BOTH_REACH),
  )[0];
  if (!many) return false;
  const first = Math.max(start, Math.min(many.from, from) - BOTH_REACH);
  return reading.tokens.slice(first, many.from).some(({ w }) => w === 'both' || w === 'two');
}
const BOTH_REACH = 4;

/** "I wrote of Northshire. After the deaths in Southshire and Kelbury … But our city's services were rated good": the writer's own place. */
const isOurs = ({ sentence, mention }: Rating, reading: Reading): boolean =>
  someFrom(
    sentence.from,
    mention.from,
    (i) =>
      ['our', 'my'].includes(reading.tokens[i]?.w ?? '') && startsClass(reading, i + 1, 'thing_judged', 'council_word'),
  );

/** "Two London boroughs outstanding again as Northshire climbs": a title gives it to those it counts. */
function isOfCounted({ sentence, mention }: Rating, name: Mention, reading: Reading): boolean {
  if (sentence.field !== 'title' || name.from < mention.to) return false;
  const many = mentionsIn(reading, 'councils', sentence.from, mention.from).at(-1);
  const count = many && mentionsIn(reading, 'count_word', sentence.from, many.from).at(-1);
  return many !== undefined && count !== undefined && many.from - count.to <= 2;
}

/** "It was inadequate in 2013, after which ministers put Southshire in charge": named in a clause of its own. */
function isElsewhere(reading: Reading, grade: Mention, name: Mention): boolean {
  if (name.from < grade.to) return false;
  // "It was inadequate and Southshire had to be called in"
  const verb = ['has', 'be', 'gave', 'modal'].some((cls) => startsClass(reading, name.to, cls));
  const ofThem = startsClass(reading, name.to, 'is_of_them');
  // "It is now good, and Southshire too is good"
  if (startsClass(reading, name.to, 'also_word') && startsClass(reading, name.to + 1, 'be', 'has')) return true;
  if (reading.tokens[name.from - 1]?.w === 'and' && verb && !ofThem) return true;
  if (isBesideThem(reading, grade, name)) return true;
  return someFrom(
    grade.to,
    name.from,
    (i) => reading.tokens[i]?.w === 'when' || startsClass(reading, i, 'contrast', 'time_clause', 'relative'),
  );
}

/** "A, B and C were rated good, outstanding and good respectively": the grade in the same place of its list. */
function inTurn({ sentence, mention }: Rating, named: Mention[], reading: Reading): Mention | null {
  const grades = mentionsIn(reading, 'grade', sentence.from, sentence.to);
  const said = reading.tokens.slice(sentence.from, sentence.to).some((t) => t.w === 'respectively');
  if (!said || grades.length !== named.length) return null;
  return named[grades.findIndex((g) => g.from === mention.from)] ?? null;
}

/** "She joins from Northshire, whose services are outstanding": the helper's own grade. */
function inRelative(
  { sentence, mention }: Rating,
  judged: Mention[],
  reading: Reading,
  { bystanders }: Subjects,
): Mention | null {
  const helpers = mentionsIn(reading, 'authority', sentence.from, mention.from).filter((m) => bystanders.has(m));
  const isOwn = (m: Mention) =>
    (!startsClass(reading, m.to, 'office') &&
      someFrom(m.to, m.to + 2, (i) => startsClass(reading, i, 'relative', 'judged'))) ||
    (isNeighbour(reading, m) && isSubjectOf(reading, m.to, mention.from)) ||
    isLeftOut(m, mention, reading) ||
    (reading.tokens[m.to]?.w === ',' && isApposed(m.to + 1, mention.from, reading)) ||
    isThenJudged(m, mention, reading) ||
    opensOwnClause(m, reading);
  const own = helpers.findLast(isOwn) ?? null;
  // "Southshire, which has led the work since the service fell to inadequate": the service is not the helper's.
  const another = (i: number) => startsClass(reading, i, 'time_clause') && startsSubject(reading, i + 1);
  if (own && someFrom(own.to, mention.from, another)) return null;
  return own && judged.some((m) => m.from >= own.to && m.to <= mention.from) ? null : own;
}

/** "Southshire's services were rated good and Kelbury's as outstanding": its service and its verb are those of the name before. */
const isLeftOut = ({ to }: Mention, { from }: Mention, { tokens }: Reading): boolean =>
  tokens[to]?.w === "'s" &&
  tokens.slice(to + 1, from).every(({ w }) => ['as', 'a', 'an', 'only', 'was', 'were'].includes(w));

/** "asked Southshire, then rated good, to step in": up to the grade nothing but who it was then. */
const isThenJudged = ({ to }: Mention, { from }: Mention, reading: Reading): boolean =>
  reading.tokens[to]?.w === ',' &&
  startsClass(reading, from - 1, 'judged') &&
  from - 1 - to <= IN_APPOSITION + 3 &&
  everyFrom(
    to + 1,
    from - 1,
    (i) =>
      startsClass(reading, i, 'previous_word', 'past_word', 'back_then') ||
      AT_THAT_TIME.has(reading.tokens[i]?.w ?? ''),
  );
const AT_THAT_TIME = new Set(['both', 'all', 'each', 'then', 'at', 'the', 'time', 'once', 'itself', 'already', 'also']);

/** "joins Southshire, outstanding since 2019", "…, itself an outstanding authority" */
const isApposed = (from: number, grade: number, { tokens }: Reading): boolean =>
  grade - from < IN_APPOSITION || tokens.slice(from, grade).every(({ w }) => ITSELF.has(w));
const IN_APPOSITION = 2;
const ITSELF = new Set(['itself', 'already', 'also', 'now', 'still', 'a', 'an']);

/** "Nearby Southshire was rated good and Kelbury got the same": after a neighbour, with a verb of its own. */
const opensOwnClause = ({ from, to }: Mention, reading: Reading): boolean =>
  ['and', 'while', 'but', ','].includes(reading.tokens[from - 1]?.w ?? '') &&
  (startsClass(reading, to, 'be', 'gave', 'judged', 'remain', 'grade') ||
    (['a', 'an'].includes(reading.tokens[to]?.w ?? '') && startsClass(reading, to + 1, 'grade')));

/** "the service", "it" */
const startsSubject = (reading: Reading, at: number) =>
  startsClass(
    reading,
    reading.tokens[at]?.w === 'the' ? at + 1 : at,
    'service',
    'thing_judged',
    'council_word',
    'pronoun',
  );

/** Words alone between a grade and a name; "good again, and Southshire is good": a name with a grade of its own is of the next clause. */
const isBeside = (reading: Reading, from: number, to: number, goesOn: boolean) =>
  to - from <= 3 &&
  reading.tokens.slice(from, to).every((t) => t.word) &&
  !(goesOn && ['and', 'while', 'but'].includes(reading.tokens[to - 1]?.w ?? ''));
const isFar = (group: Mention[], mention: Mention) => mention.from - last(group).to > 12;
const first = (group: Mention[]) => group[0] as Mention;
const last = (group: Mention[]) => group[group.length - 1] as Mention;
const has = (reading: Reading, cls: string, from: number, to: number) => mentionsIn(reading, cls, from, to).length > 0;

/** "A, B and C" is one group. */
function groupsOf(named: Mention[], reading: Reading): Mention[][] {
  const groups: Mention[][] = [];
  for (const mention of named) {
    const group = groups[groups.length - 1];
    if (group && isListed(reading, last(group).to, mention.from)) group.push(mention);
    else groups.push([mention]);
  }
  return groups;
}
