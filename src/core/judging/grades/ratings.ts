/** Which grade words are ratings, and how they stand: current, earlier, possible, denied. Rules decide; this runs them. */
import { descriptionOf } from '../areas/described.ts';
import { fires, firesWithin } from '../rules/fires.ts';
import { type Effect, OFF_SCALE, type Rule, type Rulebook, type Standing } from '../rules/rulebook.ts';
import type { Rating } from '../statement.ts';
import { asidesOf, type Span } from '../text/asides.ts';
import { mentionsIn, type Reading } from '../text/reading.ts';
import type { Sentence } from '../text/sentences.ts';
import type { Mention } from '../text/trie.ts';
import { isEcho, isOfOtherService } from './echoes.ts';
import { HEADED_BEFORE, isHeadedBefore } from './headed-before.ts';
import { isAttributive, isHelpGiven, isQualityWord } from './ordinary-words.ts';
import { ownClause, tellingStart } from './own-clause.ts';
import { isOfYearlyRatings } from './yearly.ts';

/** More grade words than any article holds; what comes after is hostile or a catalogue. */
const MOST_RATINGS = 400;
const DEFAULT_PRIORITY: Record<Standing, number> = { current: 1, background: 2, previous: 3, possible: 4, denied: 5 };

export function ratingsIn(reading: Reading, rulebook: Rulebook): Rating[] {
  const found: Rating[] = [];
  const yearly = isOfYearlyRatings(reading, rulebook);
  for (const sentence of reading.sentences) {
    const grades = mentionsIn(reading, 'grade', sentence.from, sentence.to);
    const asides = grades.length > 0 ? asidesOf(reading, sentence) : [];
    for (const mention of grades) {
      if (found.length >= MOST_RATINGS) return found;
      const rating = rate(mention, { sentence, asides, yearly }, reading, rulebook);
      const before = found[found.length - 1];
      if (
        before?.sentence === sentence &&
        before.licensed &&
        (goesOn(before.mention.to, mention.from, reading) || isNamedBy(rating, before))
      ) {
        rating.licensed = true;
        rating.rules.unshift(before.rules[0] as string);
      }
      found.push(rating);
    }
  }
  return found;
}

/** The sentence with those before and after it; the lead stands for itself beside its title. */
const nearby = ({ index, from, to, field }: Sentence, { sentences }: Reading): Span => {
  const next = sentences[index + 1];
  return { from: sentences[index - 1]?.from ?? from, to: next?.field === field && !next.newParagraph ? next.to : to };
};

/** "the lowest grade it has, inadequate": what it was said to be, and then by name. */
const isNamedBy = ({ grade, paraphrase, mention }: Rating, before: Rating): boolean =>
  before.paraphrase && !paraphrase && before.grade === grade && mention.from - before.mention.to <= NAMED_WITHIN;
const NAMED_WITHIN = 4;

/** "good, outstanding and inadequate respectively": the words that say of the first that it was given say so of all. */
function goesOn(from: number, to: number, reading: Reading): boolean {
  if (to - from < 1 || to - from > 2) return false;
  return reading.tokens.slice(from, to).every(({ w }) => w === ',' || w === 'and');
}

/** The sentence of a grade, with what is read of it once. */
interface Place {
  sentence: Sentence;
  asides: readonly Span[];
  /** The text is of the yearly ratings. */
  yearly: boolean;
}

function rate(mention: Mention, place: Place, reading: Reading, rulebook: Rulebook): Rating {
  const rating = unrated(mention, place, reading);
  const echo = isEcho(reading, mention);
  if (echo) {
    rating.licensed = true;
    rating.rules.push('echo');
  }
  const near = nearby(place.sentence, reading);
  let priority = -1;
  if (echo && isOfOtherService(reading, place.sentence, mention)) {
    rating.standing = 'background';
    priority = DEFAULT_PRIORITY.background;
  }
  const clause = ownClause(mention, place.sentence, reading);
  const telling = { from: tellingStart(mention, place.sentence, reading), to: place.sentence.to };
  for (const rule of rulebook.rules) {
    if (!concerns(rule, rating)) continue;
    const verdict = fires(rule, reading, mention, place.sentence, rule.near ? near : place.sentence);
    if (verdict === 'spoilt') rating.spoilt.push(rule.id);
    if (verdict !== 'fired' || isOnlyInAside(rule, rating, place, reading)) continue;
    if (isOnlyBeside(rule, rating, clause, reading) || isDeniedBefore(rule, rating, telling, reading)) continue;
    priority = applied(rule, rating, priority);
  }
  if (rating.standing === 'current' && isHeadedBefore(rating, reading)) {
    rating.licensed = true;
    rating.rules.unshift(HEADED_BEFORE);
    rating.standing = 'previous';
  }
  // "Leaders do a 'good' job": the inspectors' own word, where without the marks it would be one like others.
  const own = rating.quoted && rating.refused?.code === 'ordinary_word';
  if (own && isHelpGiven(mention, place.sentence, true, reading)) rating.refused = null;
  if (!echo)
    rating.refused ??= besideOther(rating, reading) ?? ofDetail(rating, reading) ?? ordinaryWord(rating, reading);
  return rating;
}

/** The grade word before any rule has looked at it. */
function unrated(mention: Mention, { sentence, yearly }: Place, reading: Reading): Rating {
  const paraphrase = mention.id.startsWith('~');
  const first = reading.tokens[mention.from];
  const last = reading.tokens[mention.to - 1];
  const after = reading.tokens[mention.to];
  return {
    mention,
    sentence,
    grade: !paraphrase ? mention.id : yearly && !tellsOfInspection(sentence, reading) ? OFF_SCALE : mention.id.slice(1),
    paraphrase,
    quoted: Boolean(first?.quoteBefore && (last?.quoteAfter || (after && !after.word && after.quoteAfter))),
    standing: 'current',
    rules: [],
    spoilt: [],
    movement: null,
    licensed: false,
    refused: null,
  };
}

/** What only an aside before it says does not tell how the grade stands, nor that it is a count. */
function isOnlyInAside(rule: Rule, rating: Rating, { sentence, asides }: Place, reading: Reading): boolean {
  const counts = rule.effect.does === 'not_rating' && rule.effect.code === 'count';
  if (rule.effect.does !== 'standing' && !counts) return false;
  const { mention } = rating;
  const aside = asides.findLast((a) => a.to <= mention.from) ?? descriptionOf(rating, reading);
  const firesFrom = (from: number) => firesWithin(rule, reading, mention, { from, to: sentence.to });
  return aside !== null && firesFrom(aside.from) && !firesFrom(aside.to);
}

/** "It was good two years ago but has been rated inadequate": what stands beside its clause does not put it in the past. */
const isOnlyBeside = (rule: Rule, { mention }: Rating, clause: Span, reading: Reading): boolean =>
  rule.effect.does === 'standing' &&
  OF_BEFORE.has(rule.effect.standing) &&
  !firesWithin(rule, reading, mention, clause);
/** "“No excuses,” said leaders when Ofsted gave it its lowest grade": what is denied is another thing. */
const isDeniedBefore = (rule: Rule, { mention }: Rating, telling: Span, reading: Reading): boolean =>
  rule.effect.does === 'standing' && rule.effect.standing === 'denied' && !firesWithin(rule, reading, mention, telling);
const OF_BEFORE = new Set<Standing>(['previous', 'background']);

/** @returns the priority of the rule that says how the grade stands, so far */
function applied({ id, effect }: Rule, rating: Rating, priority: number): number {
  if (effect.does === 'not_rating') {
    // A count may turn out to be of those named; what explains the scale is of nobody.
    const surer = effect.code === 'definition' && rating.refused?.code === 'count';
    if (!rating.refused || surer) rating.refused = { code: effect.code, reason: effect.reason, rule: id };
    return priority;
  }
  if (effect.does === 'licence') {
    rating.licensed = true;
    rating.rules.unshift(id);
    return priority;
  }
  rating.rules.push(id);
  if (effect.does === 'movement') rating.movement ??= effect.direction;
  if (effect.does !== 'standing') return priority;
  const weight = effect.priority || DEFAULT_PRIORITY[effect.standing];
  if (weight <= priority) return priority;
  rating.standing = effect.standing;
  return weight;
}

/** "It fell just short of the top grade": tells where another stands. */
const besideOther = ({ mention, paraphrase }: Rating, reading: Reading): Rating['refused'] =>
  paraphrase &&
  mentionsIn(reading, 'beside_on_scale', mention.from - 5, mention.from).some((m) => isShort(m, mention, reading))
    ? { code: 'definition', reason: 'the word tells where another grade stands on the scale', rule: 'beside-on-scale' }
    : null;
const isShort = ({ to }: Mention, { from }: Mention, { tokens }: Reading): boolean =>
  from - to <= 1 && !['than', 'above'].includes(tokens[to - 1]?.w ?? '');

/** "It scored 72, with the highest marks for partnerships": what is marked is neither the service nor one of its areas. */
function ofDetail({ mention: { to }, paraphrase }: Rating, reading: Reading): Rating['refused'] {
  const marks = ['marks', 'scores'].includes(reading.tokens[to - 1]?.w ?? '');
  if (!paraphrase || !marks || reading.tokens[to]?.w !== 'for') return null;
  const judged = DETAILED.some((cls) => mentionsIn(reading, cls, to, to + DETAIL_REACH).length > 0);
  return judged
    ? null
    : { code: 'part', reason: 'the word is of a detail that has no grade of its own', rule: 'marks-for' };
}
const DETAILED = ['service', 'area', 'authority', 'council_word', 'thing_judged', 'pronoun'];
const DETAIL_REACH = 6;

/** "Good progress", "an outstanding team": the word grades nothing. */
function ordinaryWord(rating: Rating, reading: Reading): Rating['refused'] {
  if (isQualityWord(rating, reading))
    return {
      code: 'quality_word',
      reason: 'the word describes something that inspectors saw and grades nothing',
      rule: 'quality-word',
    };
  if (isAttributive(rating, reading))
    return {
      code: 'ordinary_word',
      reason: 'the word describes something and is not a grade',
      rule: 'attributive',
    };
  return null;
}

/** Beside the yearly ratings an inspection is told of, whose grades are of the scale. */
const tellsOfInspection = ({ from, to }: Sentence, reading: Reading): boolean =>
  ['looked_at', 'inspection_itself'].some((cls) => mentionsIn(reading, cls, from, to).length > 0);

const ON_GRADES = new Set<Effect['does']>(['licence', 'not_rating', 'standing', 'movement']);

function concerns(rule: Rule, rating: Rating): boolean {
  if (!ON_GRADES.has(rule.effect.does) || rule.cue !== null) return false;
  if (rule.quoted && !rating.quoted) return false;
  if (rule.titleOnly && rating.sentence.field !== 'title') return false;
  return rule.grades.length === 0 || rule.grades.includes(rating.grade);
}
