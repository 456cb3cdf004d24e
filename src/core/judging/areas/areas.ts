/** Which area each grade of a sentence belongs to; none means that it speaks of the whole service. */
import type { Rating, Target } from '../statement.ts';
import { asidesOf, isPassing } from '../text/asides.ts';
import { CLAUSES, everyFrom, mentionsIn, type Reading, someFrom, startsClass } from '../text/reading.ts';
import type { Mention } from '../text/trie.ts';
import { isAddedAfter, isAlso, isIncluded, summedUp } from './added.ts';
import { chain, headOf, inBrackets, isOfTheSame, owned, respective, splitPair, withoutNext } from './area-lists.ts';
import { subjectArea } from './area-subject.ts';
import { isExcepted } from './exceptions.ts';
import { isInspectedOnly, namedBefore, pointedAfter, pointedBack } from './pointing.ts';
import { addsOverall, qualifierOf, saysOverall } from './whole.ts';

/** Words that may stand between an area and its grade beside the classes below. */
const MOST_STRANGERS = 3;
const VERBS = new Set(['be', 'judged', 'gave', 'takes', 'up', 'down', 'remain']);
const LINKS = new Set([
  'previous_word',
  'up',
  'down',
  'remain',
  'link',
  'be',
  'judged',
  'service',
  'authority',
  'rating_word',
  'area_noun',
  'gave',
]);

/** @param ratings of one sentence, in order */
export function targetsOf(ratings: Rating[], reading: Reading): Map<Rating, Target> {
  const targets = new Map<Rating, Target>();
  const sentence = ratings[0]?.sentence;
  if (!sentence) return targets;
  const areas = owned(mentionsIn(reading, 'area', sentence.from, sentence.to), reading);
  const asides = asidesOf(reading, sentence);
  const each = respective(ratings, areas, reading);
  let leftFrom = sentence.from;
  ratings.forEach((rating, n) => {
    const next = ratings[n + 1];
    const rightTo = next ? next.mention.from : sentence.to;
    const own = each?.[n];
    if (own) {
      targets.set(rating, {
        areas: own.filter((a) => a.id !== 'overall'),
        overall: own.some((a) => a.id === 'overall'),
        everywhere: false,
        partial: false,
      });
      return;
    }
    const graded = areas.filter((a) => !isInspectedOnly(a, rating, reading) && !isExcepted(a, rating, reading));
    const before = graded.filter((a) => a.from >= leftFrom && a.to <= rating.mention.from);
    const main = before.filter((a) => !isPassing(asides, a.from, rating.mention));
    // "One part, the help for care leavers, requires improvement": named in passing alone.
    const left = main.length > 0 ? main : before;
    const right = graded.filter((a) => a.from >= rating.mention.to && a.to <= rightTo);
    const chosen = inBrackets(rating, left, reading) ?? chooseAreas(rating, next, left, right, reading);
    const bound = chosen.length > 0 ? chosen : pointedAfter(rating, left, reading);
    const pair = ratings[n - 1];
    if (pair && bound.length === 0 && isOfTheSame(pair, rating, asides, reading)) {
      targets.set(rating, targets.get(pair) as Target);
      return;
    }
    const spoken = [...(isUnnamed(areas, reading) ? pointedBack(rating, reading) : bound)];
    const qualifier = qualifierOf(rating, reading, rightTo);
    if (spoken.length === 0 && qualifier === 'all_areas') spoken.push(...namedBefore(rating, areas, reading));
    const parts = splitPair(spoken, reading).filter((a) => a.id !== 'overall');
    targets.set(rating, {
      areas: parts,
      overall:
        bound.length > parts.length ||
        addsOverall(rating, reading) ||
        (right[0] !== undefined && bound.includes(right[0]) && isIncluded(rating, right[0], reading)) ||
        (saysOverall(rating, reading) && (parts.length === 0 || adds(rating, parts, reading))),
      everywhere: qualifier === 'all_areas',
      partial: qualifier === 'some_areas' && bound.length === parts.length,
    });
    // What stands right of this grade and was not taken may belong to the next.
    leftFrom =
      bound.length > 0 && bound[0] && bound[0].from > rating.mention.from
        ? (bound[bound.length - 1] as Mention).to
        : rating.mention.to;
  });
  return targets;
}

/** No area is named, or only "the overall effectiveness of those services". */
const isUnnamed = (areas: Mention[], { tokens }: Reading): boolean =>
  areas.every(
    (a) =>
      a.id === 'overall' &&
      tokens[a.to]?.w === 'of' &&
      ['those', 'these', 'that', 'both', 'all'].includes(tokens[a.to + 1]?.w ?? ''),
  );

/** "good overall, with the same grade for care leavers": the areas come on top of the whole. */
const adds = ({ mention }: Rating, named: Mention[], reading: Reading): boolean =>
  named.every((a) => a.from >= mention.to) &&
  reading.tokens.slice(mention.to, named[0]?.from).some((t) => [',', '–', ';', '('].includes(t.w));

/** "inadequate for leadership in 2012 and outstanding twice since": the year ends what is said of the area. */
const isDatedAlone = ({ mention }: Rating, area: Mention, last: Mention, next: Rating, reading: Reading): boolean =>
  reading.tokens[mention.to]?.w === 'for' &&
  area.from - mention.to <= 2 &&
  mentionsIn(reading, 'year', last.to, next.mention.from).some((y) =>
    ['and', 'but', ','].includes(reading.tokens[y.to]?.w ?? ''),
  );

function chooseAreas(
  rating: Rating,
  next: Rating | undefined,
  left: Mention[],
  right: Mention[],
  reading: Reading,
): Mention[] {
  const summed = summedUp(rating, left, reading);
  if (summed) return summed;
  const nearest = headOf(
    [...left].reverse().find((a) => !isAside(reading, a)),
    left,
    reading,
  );
  const linkedLeft = nearest !== undefined && isLinked(reading, nearest.to, rating.mention.from);
  const verbLeft =
    linkedLeft && (nearest.to === rating.mention.from || isVerbLinked(reading, nearest.to, rating.mention.from));
  const firstRight = right[0];
  const opened = firstRight !== undefined && !verbLeft && opensList(reading, rating.mention.to, firstRight.from);
  if (firstRight && !verbLeft && (opened || introduces(reading, rating.mention.to, firstRight.from))) {
    const taken = chain(reading, right, 1);
    const last = taken[taken.length - 1] as Mention;
    // "Beside the overall good, leadership was outstanding": the area belongs to the grade its verb leads to.
    const belongsToNext =
      next &&
      !next.refused &&
      taken.length === right.length &&
      rating.mention.to !== firstRight.from &&
      !isDatedAlone(rating, firstRight, last, next, reading) &&
      (isVerbLinked(reading, last.to, next.mention.from) ||
        isSummed(reading, last.to, next.mention.from) ||
        isOwnVerb(reading, last.to, next.mention.from)) &&
      isLinked(reading, last.to, next.mention.from);
    if (!belongsToNext && !beginsClause(reading, rating.mention.to, firstRight.from, last.to))
      return [...withoutNext(taken, next, reading), ...listedOnTop(reading, right.slice(taken.length), last.to)];
  }
  if (firstRight && isIncluded(rating, firstRight, reading)) return chain(reading, right, 1);
  if (firstRight && isAddedAfter(reading, rating.mention.to, right)) return chain(reading, right, 1);
  if (left.length === 0 && firstRight && isTold(reading, rating.mention.to, firstRight.from))
    return withoutNext(chain(reading, right, 1), next, reading);
  if (!linkedLeft) return subjectArea(rating, left, reading);
  const taken = chain(reading, left.slice(0, left.indexOf(nearest) + 1), -1);
  // "Overall effectiveness and two other judgements got that grade: leadership, …"
  if (nearest.id === 'overall' && firstRight && reading.tokens[rating.mention.to]?.w === ':')
    return [...taken, ...chain(reading, right, 1)];
  // "Leadership is good, as is adoption", "Leadership is good, and adoption likewise."
  const also = right.length > 0 ? chain(reading, right, 1) : [];
  const added = right.find(
    (a) =>
      isAlso(reading, a, also) ||
      mentionsIn(reading, 'adds_names', rating.mention.to, a.from).some((m) => a.from - m.to <= 5),
  );
  if (!added) return taken;
  return [...taken, ...(also.includes(added) ? also : chain(reading, right.slice(right.indexOf(added)), 1))];
}

/** "Northshire is good – and care leavers are left to wait": the area is the subject of a clause of its own. */
const beginsClause = (reading: Reading, grade: number, area: number, end: number): boolean => {
  const [mark, and] = reading.tokens.slice(grade, area).map(({ w }) => w);
  return (
    ['–', ',', ';'].includes(mark ?? '') &&
    and === 'and' &&
    area - grade <= 4 &&
    startsClass(reading, end, 'be', 'has') &&
    !startsClass(reading, end, 'one_too')
  );
};

/** "outstanding for overall effectiveness, and also for three of the areas beneath it: leadership, …" */
function listedOnTop(reading: Reading, rest: Mention[], from: number): Mention[] {
  const next = rest[0];
  return next && opensList(reading, from, next.from) ? chain(reading, rest, 1) : [];
}

/** "The area rated outstanding is support for care leavers", "Rated good were leadership and adoption", "The same grade went to adoption". */
function isTold(reading: Reading, from: number, to: number): boolean {
  const verb = (reading.startsAt[from] ?? []).find((m) => m.cls === 'be');
  const told = (i: number) => [':', ','].includes(reading.tokens[i]?.w ?? '') || startsClass(reading, i, 'told_of');
  if (startsClass(reading, from, 'went_to')) return everyFrom(from + 1, to, told);
  return verb !== undefined && verb.to <= to && everyFrom(verb.to, to, told);
}

/** "the report, which is about safeguarding": spoken of, not graded. */
function isAside(reading: Reading, area: Mention): boolean {
  for (let i = area.from - 1; i >= area.from - 3 && i >= 0; i--) {
    const w = reading.tokens[i]?.w ?? '';
    // "services for looked after children, including adoption, require improvement": graded with the rest.
    if (w === 'including' && reading.tokens[area.to]?.w === ',') return false;
    if (startsClass(reading, i, 'spoken_about') || (w === 'for' && startsClass(reading, i - 1, 'office'))) return true;
    if (!['the', 'its', 'their', 'of'].includes(w)) return false;
  }
  return false;
}

/** Tokens between two places, what is said in passing not counted. */
function lengthOf(reading: Reading, from: number, to: number): number {
  let length = 0;
  for (let i = from; i < to; i = Math.max(i + 1, Math.min(to, reading.beyond.get(i) ?? 0))) length++;
  return length;
}

/** "was found to be", "-", ":", "in Northshire are": what may stand between an area and its grade. */
function isLinked(reading: Reading, from: number, to: number): boolean {
  if (lengthOf(reading, from, to) > 16) return false;
  // "leadership from inadequate to good"
  if (to - from === 1 && reading.tokens[from]?.w === 'from') return true;
  let strangers = 0;
  let turned = false;
  for (let i = from; i < to; ) {
    // "failings for care leavers, though other services are good": the clause has a subject of its own.
    if (reading.tokens[i]?.w === ',' && startsClass(reading, i + 1, 'adverb_clause')) turned = true;
    if (turned && startsClass(reading, i, 'service', 'authority', 'council_word', 'thing_judged')) return false;
    const beyond = reading.beyond.get(i) ?? 0;
    if (beyond > i && beyond <= to) {
      i = beyond;
      continue;
    }
    const token = reading.tokens[i];
    if (token && (startsClass(reading, i, 'contrast') || (!token.word && ['.', ';', '!', '?'].includes(token.w))))
      return false;
    const mention = (reading.startsAt[i] ?? []).find((m) => LINKS.has(m.cls));
    if (!mention && token?.word && ++strangers > MOST_STRANGERS) return false;
    i = mention ? Math.max(mention.to, i + 1) : i + 1;
  }
  // A comma with strangers after it begins another thought.
  return strangers === 0 || isVerbLinked(reading, from, to) || isVerb(reading, to);
}

/** "leadership and the rest require improvement": the grade is its own verb. */
const isVerb = (reading: Reading, at: number) =>
  (reading.startsAt[at] ?? []).some((m) => m.cls === 'grade' && m.id === 'requires_improvement');

/** "with leadership outstanding", "with leadership and adoption both outstanding" */
const isSummed = (reading: Reading, from: number, to: number) =>
  to === from || (to - from === 1 && ['both', 'all', 'each'].includes(reading.tokens[from]?.w ?? ''));

/** "the experiences of care leavers require improvement", with no comma between. */
const isOwnVerb = (reading: Reading, from: number, at: number) =>
  isVerb(reading, at) && reading.tokens.slice(from, at).every((t) => t.word);

function isVerbLinked(reading: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    if (['–', ':', '|', 'as'].includes(reading.tokens[i]?.w ?? '')) return true;
    if ((reading.startsAt[i] ?? []).some((m) => VERBS.has(m.cls))) return true;
  }
  return false;
}

/** "good for adoption", "outstanding leadership", "inadequate across services: adoption", "good in areas such as". */
function introduces(reading: Reading, from: number, to: number): boolean {
  if (to - from > 12) return false;
  if (from === to) return true;
  let said = false;
  let strangers = 0;
  for (let i = from; i < to; ) {
    const w = reading.tokens[i]?.w ?? '';
    const mention = (reading.startsAt[i] ?? []).find((m) => INTRODUCERS.has(m.cls));
    if (w === ',' && strangers > 0) return false;
    if (mention || [':', '–', '('].includes(w)) said = true;
    else if (said && reading.tokens[i]?.word && !startsClass(reading, i, ...CLAUSES) && strangers < 3) strangers++;
    else if (![',', 'and', 'the', 'both', 'its', 'their'].includes(w)) return false;
    i = mention ? mention.to : i + 1;
  }
  return said;
}
/** "good in three of the areas they looked at: leadership, …": a list after a colon is of the areas spoken of. */
function opensList(reading: Reading, from: number, to: number): boolean {
  const before = ['the', 'its', 'their'].includes(reading.tokens[to - 1]?.w ?? '') ? to - 2 : to - 1;
  const opener = reading.tokens[before]?.w ?? '';
  // "to the remaining two areas, leadership and adoption"
  const named = opener === ',' && startsClass(reading, before - 1, 'judged_part');
  if (to - from > 20 || !(named || ['–', ':'].includes(opener))) return false;
  if (someFrom(from, before, (i) => reading.tokens[i]?.w === ';' || startsClass(reading, i, ...CLAUSES))) return false;
  return ['area_noun', 'some_areas', 'all_areas'].some((cls) => mentionsIn(reading, cls, from, before).length > 0);
}

const INTRODUCERS = new Set(['introduces', 'area_noun', 'rating_word', 'not_only']);
