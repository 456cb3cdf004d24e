/** Which grade words are ratings, and how they stand: current, earlier, possible, denied. Rules decide; this runs them. */
import { asidesOf, type Span } from './asides.ts';
import { matches } from './pattern.ts';
import { mentionsIn, type Reading, startsClass } from './reading.ts';
import type { Effect, Rule, Rulebook, Standing } from './rulebook.ts';
import type { Sentence } from './sentences.ts';
import type { Mention } from './trie.ts';

export interface Rating {
  mention: Mention;
  sentence: Sentence;
  grade: string;
  /** "lowest rating" and the like: counts only where no grade word stands in the sentence. */
  paraphrase: boolean;
  quoted: boolean;
  standing: Standing;
  /** Rules that fired, the one that licensed it first. */
  rules: string[];
  spoilt: string[];
  movement: 'up' | 'down' | 'same' | null;
  /** Licensed by a rule; list items and areas may still license it later. */
  licensed: boolean;
  /** Not a rating at all, and why. */
  refused: { code: string; reason: string; rule: string } | null;
  /** A date stands with it. */
  dated: boolean;
}

/** More grade words than any article holds; what comes after is hostile or a catalogue. */
const MOST_RATINGS = 400;
const DEFAULT_PRIORITY: Record<Standing, number> = { current: 1, background: 2, previous: 3, possible: 4, denied: 5 };

export function ratingsIn(reading: Reading, rulebook: Rulebook): Rating[] {
  const found: Rating[] = [];
  for (const sentence of reading.sentences) {
    const grades = mentionsIn(reading, 'grade', sentence.from, sentence.to);
    const asides = grades.length > 0 ? asidesOf(reading, sentence) : [];
    for (const mention of grades) {
      if (found.length >= MOST_RATINGS) return found;
      const rating = rate(mention, sentence, asides, reading, rulebook);
      const before = found[found.length - 1];
      if (before?.sentence === sentence && before.licensed && goesOn(before.mention.to, mention.from, reading)) {
        rating.licensed = true;
        rating.rules.unshift(before.rules[0] as string);
      }
      found.push(rating);
    }
  }
  return found;
}

/** "good, outstanding and inadequate respectively": the words that say of the first that it was given say so of all. */
function goesOn(from: number, to: number, reading: Reading): boolean {
  if (to - from < 1 || to - from > 2) return false;
  return reading.tokens.slice(from, to).every(({ w }) => w === ',' || w === 'and');
}

function rate(
  mention: Mention,
  sentence: Sentence,
  asides: readonly Span[],
  reading: Reading,
  rulebook: Rulebook,
): Rating {
  const paraphrase = mention.id.startsWith('~');
  const first = reading.tokens[mention.from];
  const last = reading.tokens[mention.to - 1];
  const after = reading.tokens[mention.to];
  const rating: Rating = {
    mention,
    sentence,
    grade: paraphrase ? mention.id.slice(1) : mention.id,
    paraphrase,
    quoted: Boolean(first?.quoteBefore && (last?.quoteAfter || (after && !after.word && after.quoteAfter))),
    standing: 'current',
    rules: [],
    spoilt: [],
    movement: null,
    licensed: false,
    refused: null,
    dated: false,
  };
  let priority = -1;
  const near = reading.sentences[sentence.index - 1]?.from ?? sentence.from;
  for (const rule of rulebook.rules) {
    if (!concerns(rule, rating)) continue;
    const verdict = fires(rule, reading, mention, sentence, rule.near ? near : sentence.from);
    if (verdict === null) continue;
    if (verdict === 'spoilt') {
      rating.spoilt.push(rule.id);
      continue;
    }
    const effect = rule.effect;
    if (effect.does === 'licence') {
      rating.licensed = true;
      rating.rules.unshift(rule.id);
    } else if (effect.does === 'not_rating') {
      rating.refused ??= { code: effect.code, reason: effect.reason, rule: rule.id };
    } else if (effect.does === 'standing') {
      // What only an aside before it says does not tell how the grade stands.
      const afterAside = asides.findLast((a) => a.to <= mention.from);
      if (afterAside && !firesWithin(rule, reading, mention, { from: afterAside.to, to: sentence.to })) continue;
      rating.rules.push(rule.id);
      const weight = effect.priority || DEFAULT_PRIORITY[effect.standing];
      if (weight > priority) {
        rating.standing = effect.standing;
        priority = weight;
      }
    } else if (effect.does === 'movement') {
      rating.rules.push(rule.id);
      rating.movement ??= effect.direction;
    }
  }
  if (!rating.refused && isQualityWord(rating, reading))
    rating.refused = {
      code: 'quality_word',
      reason: 'the word describes something that inspectors saw and grades nothing',
      rule: 'quality-word',
    };
  if (!rating.refused && isAttributive(rating, reading))
    rating.refused = {
      code: 'ordinary_word',
      reason: 'the word describes something and is not a grade',
      rule: 'attributive',
    };
  return rating;
}

const ON_GRADES = new Set<Effect['does']>(['licence', 'not_rating', 'standing', 'movement']);

function concerns(rule: Rule, rating: Rating): boolean {
  if (!ON_GRADES.has(rule.effect.does) || rule.cue !== null) return false;
  if (rule.quoted && !rating.quoted) return false;
  if (rule.titleOnly && rating.sentence.field !== 'title') return false;
  return rule.grades.length === 0 || rule.grades.includes(rating.grade);
}

/**
 * @param near where the words it needs may begin to stand
 * @returns null when its words are not there, `spoilt` when something beside them takes it back
 */
export function fires(
  rule: Rule,
  reading: Reading,
  anchor: { from: number; to: number },
  bounds: { from: number; to: number },
  near = bounds.from,
): 'fired' | 'spoilt' | null {
  if (rule.needs.length > 0 && !rule.needs.some((cls) => mentionsIn(reading, cls, near, bounds.to).length > 0))
    return null;
  if (!rule.patterns.some((p) => matches(p, reading, anchor, bounds))) return null;
  const spoilt = rule.unless.some((p) => matches(p, reading, anchor, bounds));
  if (reading.firings.length < MOST_FIRINGS) reading.firings.push({ rule: rule.id, spoilt, ...spanOf(anchor) });
  return spoilt ? 'spoilt' : 'fired';
}
/** Whether a rule that fired needs no more than these words for it. */
const firesWithin = (rule: Rule, reading: Reading, anchor: Span, bounds: Span): boolean =>
  rule.patterns.some((pattern) => matches(pattern, reading, anchor, bounds) !== null);
const MOST_FIRINGS = 5000;
const spanOf = ({ from, to }: { from: number; to: number }) => ({ from, to });

/** "good practice", "inadequate parking": a grade word before a plain noun, unless it is quoted before a service or an area. */
function isAttributive({ mention, sentence, grade, quoted, paraphrase }: Rating, reading: Reading): boolean {
  if (paraphrase || grade === 'requires_improvement' || mention.to >= sentence.to) return false;
  const next = reading.tokens[mention.to];
  if (!next?.word || (next.nl > 0 && sentence.item)) return false;
  // "Adoption is the one inadequate area."
  const only = ['one', 'only', 'sole', 'single'].includes(reading.tokens[mention.from - 1]?.w ?? '');
  if (only && ['area', 'category', 'judgement'].includes(next.w)) return false;
  const after = reading.startsAt[mention.to] ?? [];
  if (after.some((m) => FOLLOWERS.has(m.cls))) return false;
  return !(quoted && after.some((m) => m.cls === 'thing_judged'));
}
const FOLLOWERS = new Set([
  'follower',
  'rating_word',
  'be',
  'judged',
  'service',
  'area',
  'authority',
  'inspectorate',
  'year',
  'number',
  'month',
  'thing_judged',
  'previous_word',
  'past_word',
]);

/** "Inspectors found that supervision was inadequate": what the sentence speaks of is nothing that is graded. */
function isQualityWord({ mention, sentence, quoted, paraphrase, grade }: Rating, reading: Reading): boolean {
  if (quoted || paraphrase || sentence.field === 'title' || grade === 'requires_improvement') return false;
  if (isQualityAs(mention, sentence, reading)) return true;
  // "Gone is the inadequate that followed": the word is a noun, and names a grade.
  const noun = ['that', 'which', 'of', '.', ','].includes(reading.tokens[mention.to]?.w ?? '');
  if (noun && ['the', 'an', 'a', 'another'].includes(reading.tokens[mention.from - 1]?.w ?? '')) return false;
  let at = mention.from - 1;
  for (let n = 0; n < 3 && at > sentence.from && !isBe(reading, at); n++) at--;
  if (at <= sentence.from || !isBe(reading, at) || reading.tokens[at - 1]?.w === 'having') return false;
  // "supervision was slow (good)", "two were unchanged: good for …": the verb does not lead to the grade.
  if (['graded', 'rated', '(', ':'].includes(reading.tokens[mention.from - 1]?.w ?? '')) return false;
  const is = (cls: string, i: number) => (reading.startsAt[i] ?? []).some((m) => m.cls === cls);
  let subject = false;
  let quality = false;
  let content = false;
  let i = at - 1;
  for (; i >= sentence.from; i--) {
    const token = reading.tokens[i];
    const asWhole = token?.w === 'as' && reading.tokens[i + 2]?.w === 'whole';
    const lookAfter = token?.w === 'after' && reading.tokens[i - 1]?.w.startsWith('look');
    // "the help that children get is good": the help is.
    const ofName = token?.w === 'that' && (reading.endsAt[i - 1] ?? []).some((m) => NAMES.has(m.cls));
    if (ofName) subject = true;
    if (!token?.word || (startsClause(reading, i) && !asWhole && !lookAfter)) break;
    const name = (reading.endsAt[i] ?? []).find((m) => NAMES.has(m.cls) && m.from >= sentence.from);
    if (name) {
      subject = true;
      i = name.from;
      continue;
    }
    if (!NEUTRAL.some((cls) => is(cls, i) || (reading.endsAt[i] ?? []).some((m) => m.cls === cls))) content = true;
    if (is('quality_thing', i)) quality = true;
    if (SUBJECTS.some((cls) => is(cls, i))) subject = true;
  }
  // Nothing before the verb: what it speaks of was said before.
  if (!content && !subject) return false;
  return quality || !subject;
}
/** "The letter describes planning as good": what stands between the verb and the grade is nothing that is graded. */
function isQualityAs({ from }: Mention, sentence: Sentence, reading: Reading): boolean {
  if (reading.tokens[from - 1]?.w !== 'as') return false;
  for (let i = from - 2; i >= sentence.from && i > from - 8; i--) {
    const here = reading.startsAt[i] ?? [];
    if (here.some((m) => m.cls === 'quality_thing')) return true;
    if (here.some((m) => NOT_QUALITY.has(m.cls))) return false;
  }
  return false;
}
const NOT_QUALITY = new Set(['judged', 'gave', 'service', 'authority', 'area', 'council_word']);
const startsClause = (reading: Reading, at: number) =>
  reading.tokens[at]?.w === 'that' || startsClass(reading, at, 'contrast', 'time_clause', 'adverb_clause');
const isBe = (reading: Reading, at: number) => (reading.endsAt[at] ?? []).some((m) => m.cls === 'be');
const NEUTRAL = ['be', 'judged', 'has', 'link'];
const NAMES = new Set(['area', 'service', 'authority']);
const SUBJECTS = [
  'area_noun',
  'service',
  'authority',
  'area',
  'council_word',
  'thing_judged',
  'rating_word',
  'pronoun',
  'inspectorate',
  'overall_word',
  'provider',
  'grade',
  'year',
  'department_word',
];
