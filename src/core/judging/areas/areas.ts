/**
 * Which area each grade of a sentence belongs to; none means that it speaks of the whole service. Long: one walk over the grades
 * of a sentence that asks every other file here in turn.
 */

import { settingEnd } from '../grades/own-clause.ts';
import type { Rating, Target } from '../statement.ts';
import { asidesOf, isPassing } from '../text/asides.ts';
import { everyFrom, mentionsIn, type Reading, someFrom, startsClass } from '../text/reading.ts';
import type { Mention } from '../text/trie.ts';
import {
  andSoOn,
  asWas,
  isAddedAfter,
  isAddedBy,
  isAlso,
  isBesideWhole,
  isIncluded,
  isObject,
  summedUp,
} from './added.ts';
import {
  chain,
  headOf,
  inBrackets,
  isOfTheSame,
  owned,
  respective,
  summedList,
  withListed,
  withoutNext,
} from './area-lists.ts';
import { subjectArea, topicOf } from './area-subject.ts';
import { asThatPart } from './as-that-part.ts';
import { splitPair } from './care-pair.ts';
import { countedBefore } from './counted-before.ts';
import {
  isBesideCouncilMoved,
  isCountOfPeople,
  isInName,
  isInSaying,
  isOfCouncilBehind,
  isOfDescription,
  isOfOtherLeaders,
  isOfPeople,
  isOtherWork,
  isPartOf,
  isToldInPassing,
} from './described.ts';
import { causesOf, draggedDown } from './drags-down.ts';
import { namedBefore, namedLater } from './every-named.ts';
import { isExcepted, isOfThatTime } from './exceptions.ts';
import { introduces } from './introduced.ts';
import { isLinked, isOwnVerb, isSummed, isVerbLinked, opensNext } from './linked.ts';
import { isInspectedOnly } from './looked-at.ts';
import { isOfTheCouncil } from './of-the-council.ts';
import { isCovered, isTold, listedOnTop, opensList, toOneSemicolon, toSemicolon } from './opened.ts';
import { meantByHere, ofTwoInOrder, pointedAfter, pointedBack } from './pointing.ts';
import { isGivenToCouncil } from './set-between.ts';
import { forBoth, thatPartBefore } from './taken-up.ts';
import { addsOverall, qualifierOf, saysOverall } from './whole.ts';
import { isOfBoth, isSpread, speaksOfWhole } from './whole-and-parts.ts';
import { isWhyGiven } from './why-given.ts';

/** @param ratings of one sentence, in order */
export function targetsOf(ratings: Rating[], reading: Reading): Map<Rating, Target> {
  const targets = new Map<Rating, Target>();
  const sentence = ratings[0]?.sentence;
  if (!sentence) return targets;
  const named = mentionsIn(reading, 'area', sentence.from, sentence.to);
  const areas = owned(
    named.filter((a) => ![isInName, isOtherWork, isCountOfPeople, isOfOtherLeaders].some((is) => is(a, reading))),
    reading,
  );
  const asides = asidesOf(reading, sentence);
  const setting = settingEnd(sentence, reading);
  const each = respective(ratings, areas, reading);
  let leftFrom = sentence.from;
  ratings.forEach((rating, n) => {
    const next = ratings[n + 1];
    const rightTo = next ? next.mention.from : sentence.to;
    const own = each?.[n] ?? ofTwoInOrder(rating, leftFrom, reading);
    if (own) {
      targets.set(rating, {
        areas: own.filter((a) => a.id !== 'overall'),
        overall: own.some((a) => a.id === 'overall'),
        everywhere: false,
        partial: false,
      });
      leftFrom = rating.mention.to;
      return;
    }
    const graded = areas.filter(
      (a) =>
        a.from >= setting &&
        ![
          isInspectedOnly,
          isBesideCouncilMoved,
          isExcepted,
          isOfDescription,
          isOfCouncilBehind,
          isInSaying,
          isOfPeople,
          isPartOf,
          isOfThatTime,
          isOfTheCouncil,
        ].some((is) => is(a, rating, reading)),
    );
    const before = graded.filter((a) => a.from >= leftFrom && a.to <= rating.mention.from);
    const main = before.filter((a) => !isPassing(asides, a.from, rating.mention));
    // "One part, the help for care leavers, requires improvement": named in passing alone.
    const left =
      main.length > 0 ? withListed(main, before, reading) : before.filter((a) => !isToldInPassing(a, asides, reading));
    const right = graded.filter((a) => a.from >= rating.mention.to && a.to <= rightTo);
    const chosen = inBrackets(rating, left, reading) ?? chooseAreas(rating, next, left, right, reading);
    const pointed = () => [...pointedAfter(rating, left, reading), ...forBoth(rating, reading)];
    const part = chosen.length > 0 ? [] : asThatPart(rating, reading);
    const bound = chosen.length > 0 ? chosen : part.length > 0 ? part : pointed();
    const pair = ratings[n - 1];
    if (pair && bound.length === 0 && isOfTheSame(pair, rating, asides, reading)) {
      targets.set(rating, targets.get(pair) as Target);
      return;
    }
    const added = bound.length === 0 || part.length > 0 ? asWas(reading, rating.mention.to, right) : [];
    const unnamed = isUnnamed(
      areas.filter((a) => !added.includes(a) && !isContrasted(rating, a, reading)),
      reading,
    );
    const back = () => (part.length > 0 ? part : pointedBack(rating, reading));
    const spoken = unnamed ? back() : [...thatPartBefore(rating, bound[0], reading), ...bound];
    const ofWhole =
      added[0] !== undefined &&
      spoken.length === 0 &&
      (speaksOfWhole(leftFrom, rating, reading) || isBesideWhole(reading, rating.mention.to, added[0].from));
    spoken.push(...added.filter((a) => a.id !== 'overall'));
    const qualifier = qualifierOf(rating, reading, rightTo);
    if (spoken.length === 0 && qualifier === 'all_areas') spoken.push(...namedBefore(rating, areas, reading));
    if (spoken.length === 0 && qualifier === 'all_areas') spoken.push(...namedLater(rating, reading));
    const parts = splitPair(spoken, reading).filter((a) => a.id !== 'overall');
    targets.set(rating, {
      areas: parts,
      overall:
        bound.some((a) => a.id === 'overall') ||
        ofWhole ||
        (speaksOfWhole(leftFrom, rating, reading) && isOfBoth(rating, bound, reading)) ||
        (left.length > 0 && right[0] !== undefined && isSpread(rating, left.at(-1) as Mention, right[0], reading)) ||
        addsOverall(rating, reading) ||
        isGivenToCouncil(rating, left, reading) ||
        draggedDown(rating, left, reading).length > 0 ||
        (right[0] !== undefined && bound.includes(right[0]) && isIncluded(rating, right[0], reading)) ||
        (saysOverall(rating, reading) && (parts.length === 0 || adds(rating, parts, reading))),
      everywhere: qualifier === 'all_areas',
      partial: qualifier === 'some_areas' && !bound.some((a) => a.id === 'overall'),
    });
    // What stands right of this grade and was not taken may belong to the next; so may what it is denied to.
    const last = bound.at(-1);
    leftFrom = last && last.from > rating.mention.from && rating.standing !== 'denied' ? last.to : rating.mention.to;
  });
  return targets;
}

/** "They got a good, whereas leadership was inadequate": the area is of the other clause. */
const isContrasted = ({ mention }: Rating, area: Mention, reading: Reading): boolean =>
  area.from >= mention.to && someFrom(mention.to, area.from, (i) => startsClass(reading, i, 'contrast'));

/** No area is named, or only "the overall effectiveness of those services". */
const isUnnamed = (areas: Mention[], { tokens }: Reading): boolean =>
  areas.every(
    (a) =>
      a.id === 'overall' &&
      ((tokens[a.to]?.w === 'of' && ['those', 'these', 'that', 'both', 'all'].includes(tokens[a.to + 1]?.w ?? '')) ||
        // "For overall effectiveness they graded both as adequate."
        (tokens[a.from - 1]?.w === 'for' && tokens.slice(a.to, a.to + BOTH_REACH).some(({ w }) => w === 'both'))),
  );
const BOTH_REACH = 5;

/** "good overall, with the same grade for care leavers", "good overall and in two areas: …": the areas come on top of the whole. */
const adds = ({ mention }: Rating, named: Mention[], reading: Reading): boolean =>
  named.every((a) => a.from >= mention.to) &&
  (reading.tokens.slice(mention.to, named[0]?.from).some((t) => [',', '–', ';', '('].includes(t.w)) ||
    mentionsIn(reading, 'overall_word', mention.to, named[0]?.from ?? mention.to).some(({ to }) => {
      const [and, ...further] = reading.tokens
        .slice(to, to + 4)
        .map(({ w }) => w)
        .filter((w) => w !== 'also');
      return ['in', 'for', 'on', 'across'].includes(further[0] ?? '')
        ? and === 'and'
        : and === 'as' && further[1] === 'as';
    }));

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
  const here = meantByHere(rating, left, reading);
  if (here.length > 0) return here;
  const dragged = draggedDown(rating, left, reading);
  if (dragged.length > 0) return dragged;
  const counted = left.length === 0 ? countedBefore(rating, right, reading) : [];
  if (counted.length > 0) return counted;
  const nearest = headOf(
    [...left].reverse().find((a) => !isAside(reading, a) && !isWhyGiven(a, rating, reading)),
    left,
    reading,
  );
  const spread = nearest && right[0] ? isSpread(rating, nearest, right[0], reading) : false;
  if (nearest && spread)
    return [...chain(reading, left.slice(0, left.indexOf(nearest) + 1), -1), ...chain(reading, right, 1)];
  const causes = nearest?.id === 'overall' ? causesOf(rating, nearest, right, reading) : [];
  if (nearest && causes.length > 0) return [nearest, ...causes];
  const topic = nearest?.id === 'overall' ? topicOf(left, nearest, rating.sentence.from, reading) : [];
  if (topic.length > 0 && isLinked(reading, (nearest as Mention).to, rating.mention.from)) return topic;
  const linkedLeft = nearest !== undefined && isLinked(reading, nearest.to, rating.mention.from);
  const verbLeft =
    linkedLeft && (nearest.to === rating.mention.from || isVerbLinked(reading, nearest.to, rating.mention.from));
  const firstRight = right[0];
  const opened = firstRight !== undefined && !verbLeft && opensList(reading, rating.mention.to, firstRight.from);
  const introduced =
    firstRight !== undefined &&
    (opened ||
      isObject(rating, firstRight, reading) ||
      isCovered(rating, firstRight, reading) ||
      introduces(reading, rating.mention.to, firstRight.from));
  if (firstRight && !verbLeft && introduced) {
    const taken = next ? toOneSemicolon(chain(reading, right, 1), reading) : chain(reading, right, 1);
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
      !opensNext(reading, last.to, next.mention) &&
      isLinked(reading, last.to, next.mention.from);
    if (!belongsToNext && !beginsClause(reading, rating.mention.to, firstRight.from, last.to))
      return [...withoutNext(taken, next, reading), ...listedOnTop(reading, right.slice(taken.length), last.to)];
  }
  if (firstRight && nearest?.id === 'overall' && isWholeOf(rating, firstRight, reading))
    return chain(reading, right, 1);
  if (firstRight && isIncluded(rating, firstRight, reading)) return chain(reading, right, 1);
  if (firstRight && isAddedAfter(reading, rating.mention.to, right)) return chain(reading, right, 1);
  if (left.length === 0 && firstRight && isTold(reading, rating.mention, firstRight.from))
    return withoutNext(chain(reading, right, 1), next, reading);
  if (!linkedLeft) return withAdded(subjectArea(rating, left, reading), rating, next, right, reading);
  const upTo = left.slice(0, left.indexOf(nearest) + 1);
  const taken = summedList(reading, upTo, rating) ?? chain(reading, upTo, -1);
  // "Overall effectiveness and two other judgements got that grade: leadership, …"
  if (nearest.id === 'overall' && firstRight && reading.tokens[rating.mention.to]?.w === ':')
    return [...taken, ...chain(reading, right, 1)];
  return withAdded(taken, rating, next, right, reading);
}

/** "outstanding; children in care, along with care leavers, were good": past the comma that closes what is said along with them. */
const pastAside = (at: number, { tokens }: Reading): number => (tokens[at]?.w === ',' ? at + 1 : at);

/** "Leadership is good, as is adoption", "Leadership is good, and adoption likewise." */
function withAdded(
  taken: Mention[],
  rating: Rating,
  next: Rating | undefined,
  right: Mention[],
  reading: Reading,
): Mention[] {
  if (taken.length === 0) return taken;
  const also = right.length > 0 ? toSemicolon(chain(reading, right, 1), reading) : [];
  const added = right.find((a) => isAlso(reading, a, also) || isAddedBy(reading, rating.mention.to, a));
  // "Leadership is good, as is adoption, and care leavers are outstanding": the last is of the next grade.
  const isNext = isSubjectOf(next, also, reading);
  const own = next && isNext ? withoutNext(also, next, reading) : also;
  const isLost = isNext && (own.length === also.length || !own.includes(added as Mention));
  if (!added || (also.includes(added) && isLost)) return taken;
  const list = also.includes(added) ? own : chain(reading, right.slice(right.indexOf(added)), 1);
  return [...taken, ...andSoOn(reading, list, right)];
}

/** "Leadership is good, and adoption as well as fostering requires improvement": nothing but a verb between them and the next grade. */
const isSubjectOf = (next: Rating | undefined, list: Mention[], reading: Reading): boolean =>
  next !== undefined &&
  list.length > 0 &&
  everyFrom(pastAside((list.at(-1) as Mention).to, reading), next.mention.from, (i) =>
    startsClass(reading, i, 'be', 'judged', 'has'),
  );

/** "rated overall effectiveness good both for safeguarding and for adoption": each has an effectiveness of its own. */
const isWholeOf = ({ mention }: Rating, area: Mention, reading: Reading): boolean =>
  ['both', 'for', 'in', 'of'].includes(reading.tokens[mention.to]?.w ?? '') &&
  area.from - mention.to <= MOST_LEADING &&
  everyFrom(mention.to, area.from, (i) => startsClass(reading, i, 'link', 'lister', 'introduces'));
const MOST_LEADING = 6;

/** "Northshire is good – and care leavers are left to wait", "get good services and leaders know": the area is the subject of a clause of its own. */
const beginsClause = (reading: Reading, grade: number, area: number, end: number): boolean => {
  const noun = startsClass(reading, grade, 'thing_judged') ? grade + 1 : grade;
  const [first, second] = reading.tokens.slice(noun, area).map(({ w }) => w);
  const joins = ['–', ',', ';'].includes(first ?? '') ? second === 'and' : noun > grade && first === 'and';
  return (
    joins &&
    area - grade <= 5 &&
    startsClass(reading, end, 'be', 'has', 'acts') &&
    !startsClass(reading, end, 'one_too') &&
    !startsClass(reading, end + 1, 'also_word')
  );
};

/** "the report, which is about safeguarding": spoken of, not graded. */
function isAside(reading: Reading, area: Mention): boolean {
  // "concerns about adoption, rating it inadequate", "better news about adoption, judged good"
  if (reading.tokens[area.to]?.w === ',' && startsClass(reading, area.to + 1, 'judged_by', 'judged')) return false;
  // "kinder about care leavers, whose support is good"
  const whose = reading.tokens[area.to]?.w === ',' && reading.tokens[area.to + 1]?.w === 'whose';
  if (whose && startsClass(reading, area.to + 2, 'area_noun', 'department_word')) return false;
  // "kinder about adoption, which is good", "kinder about adoption, which they called good"
  const which = reading.tokens[area.to]?.w === ',' && reading.tokens[area.to + 1]?.w === 'which';
  const by = startsClass(reading, area.to + 2, 'pronoun', 'inspectorate') ? area.to + 3 : area.to + 2;
  if (which && startsClass(reading, by, 'be', 'judged', 'gave')) return false;
  for (let i = area.from - 1; i >= area.from - 3 && i >= 0; i--) {
    const w = reading.tokens[i]?.w ?? '';
    // "services for looked after children, including adoption, require improvement": graded with the rest.
    if (w === 'including' && reading.tokens[area.to]?.w === ',') return false;
    // "the judgement about adoption was inadequate"
    if (startsClass(reading, i, 'spoken_about') && (reading.endsAt[i - 1] ?? []).some((m) => m.cls === 'verdict_word'))
      return false;
    if (startsClass(reading, i, 'spoken_about') || (w === 'for' && startsClass(reading, i - 1, 'office'))) return true;
    if (!['the', 'its', 'their', 'of'].includes(w)) return false;
  }
  return false;
}
