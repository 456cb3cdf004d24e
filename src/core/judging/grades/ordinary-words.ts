/** Grade words that are no grades: they describe a plain thing, or something that inspectors saw. */
import { isOtherWork } from '../areas/described.ts';
import type { Rating } from '../statement.ts';
import { everyFrom, mentionsIn, type Reading, someFrom, startsClass } from '../text/reading.ts';
import type { Sentence } from '../text/sentences.ts';
import type { Mention } from '../text/trie.ts';

/** "good practice", "inadequate parking": a grade word before a plain noun, unless it is quoted before a service or an area. */
export function isAttributive(rating: Rating, reading: Reading): boolean {
  const { mention, sentence, grade, quoted, paraphrase, rules } = rating;
  // "helped by Southshire, an outstanding neighbour"
  if (rules.includes('licence.also')) return false;
  if (paraphrase || grade === 'requires_improvement' || mention.to >= sentence.to) return false;
  const next = reading.tokens[mention.to];
  if (!next?.word || (next.nl > 0 && sentence.item)) return false;
  // "Adoption is the one inadequate area."
  const only = ['one', 'only', 'sole', 'single'].includes(reading.tokens[mention.from - 1]?.w ?? '');
  if (only && ['area', 'category', 'judgement'].includes(next.w)) return false;
  if (isSkill(mention, sentence, quoted, reading)) return true;
  // "Adoption gets a good service, and fostering an outstanding one.", "The new grade replaces the inadequate one from 2019."
  const isSpokenOf = (cls: string) => mentionsIn(reading, cls, sentence.from, mention.from).length > 0;
  if (next.w === 'one' && ['grade', 'rating_word'].some(isSpokenOf)) return false;
  if (isNoun(mention, reading) || isOfOnes(mention, sentence, reading)) return false;
  const after = reading.startsAt[mention.to] ?? [];
  if (after.some((m) => FOLLOWERS.has(m.cls))) return false;
  // "Care leavers were found to have Good experiences": written as the name of a grade.
  if (isCapital(mention, sentence, reading) && (after.some((m) => m.cls === 'area_noun') || EFFECTS.has(next.w)))
    return false;
  if (isHelpGiven(mention, sentence, quoted, reading)) return false;
  // "have reached a 'good' standard for the first time": in marks, and told as reached.
  if (quoted && next.w === 'standard' && rules.includes('current.has-judged')) return false;
  return !(quoted && after.some((m) => m.cls === 'thing_judged' || m.cls === 'hung_label'));
}
/** "Care leavers are given 'outstanding' help", "were found to receive good support": what those of an area are given, in the inspectors' own word. */
export function isHelpGiven({ from, to }: Mention, sentence: Sentence, quoted: boolean, reading: Reading): boolean {
  if (!startsClass(reading, to, 'area_noun', 'department_word', 'hung_label')) return false;
  const area = mentionsIn(reading, 'area', sentence.from, from).at(-1);
  if (!area || from - area.to > GIVEN_REACH || someFrom(area.to, from, (i) => reading.tokens[i]?.w === ','))
    return false;
  const between = (cls: string) => mentionsIn(reading, cls, area.to, from).length > 0;
  // "get what the report describes as outstanding support": their own word, as in marks.
  const words = reading.tokens.slice(area.to, from).map(({ w }) => w);
  const theirs = quoted || ((between('inspectorate') || words.includes('report')) && words.some((w) => CALLS.has(w)));
  return (between('gave') && (theirs || between('judged'))) || (theirs && isDone(area.to, reading));
}
const CALLS = new Set(['describe', 'describes', 'described', 'call', 'calls', 'called', 'term', 'terms', 'termed']);
/** "Leaders have an Outstanding effect on practice" */
const EFFECTS = new Set(['effect', 'impact', 'influence', 'grip']);
/** "Leaders do a 'good' job" */
const isDone = (at: number, { tokens }: Reading): boolean => ['do', 'does', 'did'].includes(tokens[at]?.w ?? '');

/** From those of an area to what they are given: "and those who have left it were found to receive". */
const GIVEN_REACH = 12;
/** A capital in the middle of a sentence whose other words have none. */
const isCapital = ({ from, to }: Mention, sentence: Sentence, { tokens }: Reading): boolean =>
  sentence.field === 'text' &&
  from > sentence.from &&
  tokens[from]?.cap === true &&
  tokens[from - 1]?.cap === false &&
  tokens[to]?.cap === false;
/** "We're good at the small things too", and not "it was good at its last inspection", "good at Northshire". */
function isSkill({ from, to }: Mention, sentence: Sentence, quoted: boolean, reading: Reading): boolean {
  if (reading.tokens[to]?.w !== 'at' || !isBe(reading, from - 1)) return false;
  // "Ofsted says that the council is outstanding at protecting children": those who judge say it of whom they judge.
  const judged = ['council_word', 'authority'].some((cls) =>
    (reading.endsAt[from - 2] ?? []).some((m) => m.cls === cls),
  );
  if (judged && mentionsIn(reading, 'inspectorate', sentence.from, from).length > 0) return false;
  // "Northshire was found to be 'good' at carrying out its duties": in the word of those who found it.
  if (quoted && FINDS.has(reading.tokens[from - 3]?.w ?? '') && reading.tokens[from - 2]?.w === 'to') return false;
  // "Services are 'good' at keeping children safe, Ofsted has found"
  if (quoted && mentionsIn(reading, 'inspectorate', sentence.from, sentence.to).length > 0) return false;
  const end = Math.min(sentence.to, to + SKILL_REACH);
  return !someFrom(
    to + 1,
    end,
    (i) => AT_TIMES.has(reading.tokens[i]?.w ?? '') || startsClass(reading, i, ...NOT_SKILLS),
  );
}
const FINDS = new Set(['found', 'judged', 'considered', 'deemed', 'held']);
/** "at the very end of its", "at the inspection" */
const SKILL_REACH = 7;
const AT_TIMES = new Set(
  'last latest first next time times end start least best present point once that then each every'.split(' '),
);
const NOT_SKILLS = [
  'inspectorate',
  'inspection_word',
  'previous_word',
  'rounds_before',
  'rating_word',
  'year',
  'month',
  'authority',
  'council_word',
  'service',
  'area',
];
/** "the leap from inadequate surprised them", "a grade of inadequate led to": the word itself is what a grade or a move is of. */
function isNoun({ from }: Mention, reading: Reading): boolean {
  if (!['from', 'of'].includes(reading.tokens[from - 1]?.w ?? '')) return false;
  return (reading.endsAt[from - 2] ?? []).some((m) => ['rating_word', 'up', 'down'].includes(m.cls));
}
/** "Of the good ones, Northshire has the highest score": councils, which are named. */
const isOfOnes = ({ to }: Mention, sentence: Sentence, reading: Reading): boolean =>
  reading.tokens[to]?.w === 'ones' && mentionsIn(reading, 'authority', to, sentence.to).length > 0;
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

/** "The effectiveness of early help is 'adequate'": the sentence speaks of a part that has no grade of its own. */
function isOfUngradedPart({ from }: Mention, sentence: Sentence, reading: Reading): boolean {
  const near = Math.max(sentence.from, from - LONGEST_PART);
  const ofOthers = mentionsIn(reading, 'area', near, from).filter((a) => isOtherWork(a, reading));
  const part = [...mentionsIn(reading, 'ungraded_part', sentence.from, from), ...ofOthers].at(-1);
  if (!part || from - part.to > PART_REACH) return false;
  const others = ['area', 'service', 'authority', 'council_word', 'overall_word'];
  // "worries about the front door and judged services inadequate": inspectors did both.
  const leads = (i: number) =>
    startsClass(reading, i, 'be', 'judged', 'link', 'thing_judged', 'area_noun', 'also_word') &&
    !(reading.tokens[i]?.w === 'and' && startsClass(reading, i + 1, 'judged'));
  return (
    others.every((cls) =>
      mentionsIn(reading, cls, sentence.from, from).every((m) => m.from >= part.from && m.to <= part.to),
    ) && everyFrom(part.to, from, leads)
  );
}
const PART_REACH = 6;
/** Past the name of the part too. */
const LONGEST_PART = 20;

/** "Inspectors found that supervision was inadequate": what the sentence speaks of is nothing that is graded. */
export function isQualityWord(
  { mention, sentence, quoted, paraphrase, grade, rules }: Rating,
  reading: Reading,
): boolean {
  if (paraphrase || sentence.field === 'title') return false;
  if (isOfUngradedPart(mention, sentence, reading)) return true;
  if (quoted || grade === 'requires_improvement') return false;
  // "Being told that you are inadequate is painful": of those who are told.
  if (rules.includes('licence.told-so')) return false;
  if (isQualityAs(mention, sentence, reading)) return true;
  if (countsNext(mention, sentence, reading) || isApposedNow(mention, reading)) return false;
  // "Gone is the inadequate that followed": the word is a noun, and names a grade.
  const noun =
    ['that', 'which', 'of', '.', ','].includes(reading.tokens[mention.to]?.w ?? '') ||
    startsClass(reading, mention.to, 'rating_word');
  if (noun && ['the', 'an', 'a', 'another'].includes(reading.tokens[mention.from - 1]?.w ?? '')) return false;
  // "were told that inadequate was the grade": the word is what the clause speaks of.
  if (reading.tokens[mention.from - 1]?.w === 'that' && startsClass(reading, mention.to, 'be', 'rating_word'))
    return false;
  let at = mention.from - 1;
  for (let n = 0; n < 3 && at > sentence.from && !isBe(reading, at); n++) at--;
  if (at <= sentence.from || !isBe(reading, at) || reading.tokens[at - 1]?.w === 'having') return false;
  // "after five years of being inadequate"
  if (reading.tokens[at]?.w === 'being' && ['of', 'after'].includes(reading.tokens[at - 1]?.w ?? '')) return false;
  // "supervision was slow (good)", "two were unchanged: good for …": the verb does not lead to the grade.
  if (['graded', 'rated', '(', ':'].includes(reading.tokens[mention.from - 1]?.w ?? '')) return false;
  const is = (cls: string, i: number) => (reading.startsAt[i] ?? []).some((m) => m.cls === cls);
  // "Today they're outstanding": the verb holds what it speaks of.
  let subject = /^(they|we|it)'/.test(reading.tokens[at]?.w ?? '');
  let quality = false;
  let content = false;
  let i = at - 1;
  for (; i >= sentence.from; i--) {
    const token = reading.tokens[i];
    const asWhole = token?.w === 'as' && reading.tokens[i + 2]?.w === 'whole';
    const lookAfter = token?.w === 'after' && reading.tokens[i - 1]?.w.startsWith('look');
    // "the help that children get is good": the help is.
    // … and "the headings that count towards the whole are good": the headings are.
    const ofName =
      token?.w === 'that' &&
      (reading.endsAt[i - 1] ?? []).some(
        (m) => NAMES.has(m.cls) || (m.cls === 'judged_part' && i > mention.from - NEAR),
      );
    if (ofName) subject = true;
    // "services for children in Kelbury, Marle and the other towns"
    if (token?.w === ',' && reading.tokens[i + 1]?.cap && reading.tokens[i - 1]?.cap) continue;
    // "The only bright spot was adoption, said to be good": the participle is of the area.
    const ofArea = token?.w === ',' && (reading.endsAt[i - 1] ?? []).some((m) => m.cls === 'area');
    if (ofArea && startsClass(reading, i + 1, 'judged', 'gave')) return false;
    if (isOfQuality(i, reading)) return true;
    const aside = asideClosedBy(i, reading);
    if (aside !== null) {
      i = aside;
      continue;
    }
    if (!token?.word || (startsClause(reading, i) && !asWhole && !lookAfter && !isSeenAs(i, reading))) break;
    const name = (reading.endsAt[i] ?? []).find((m) => NAMES.has(m.cls) && m.from >= sentence.from);
    if (name) {
      subject = true;
      i = name.from;
      continue;
    }
    if (!NEUTRAL.some((cls) => is(cls, i) || (reading.endsAt[i] ?? []).some((m) => m.cls === cls))) content = true;
    // "The three areas under scrutiny were good"
    if (is('quality_thing', i) && reading.tokens[i - 1]?.w !== 'under') quality = true;
    if (SUBJECTS.some((cls) => is(cls, i))) subject = true;
  }
  // "A borough once held up as a model has been judged inadequate": told as given, and whose it is opens the sentence.
  const opens = mentionsIn(reading, 'council_word', sentence.from, sentence.from + OPENS_WITH).length > 0;
  if (!quality && opens && rules.includes('current.has-judged')) return false;
  // Nothing before the verb: what it speaks of was said before.
  if (!content && !subject) return false;
  return quality || !subject;
}
const NEAR = 10;
/** "An inner London council" */
const OPENS_WITH = 5;

/** "Fostering, which had been good, has got better and is now outstanding": where what is said in passing opens. */
const asideClosedBy = (at: number, reading: Reading): number | null => {
  const opens = reading.beyond.get(at) ?? at;
  return opens < at && startsClass(reading, at + 1, 'has', 'be', 'remain', 'fared') ? opens : null;
};

/** "audits that are good" */
const isOfQuality = (at: number, { tokens, endsAt }: Reading): boolean =>
  ['that', 'which'].includes(tokens[at]?.w ?? '') && (endsAt[at - 1] ?? []).some((m) => m.cls === 'quality_thing');

/** "a department once described as a scandal": the word belongs to its verb, and begins no clause. */
const isSeenAs = (at: number, { tokens }: Reading): boolean =>
  tokens[at]?.w === 'as' && /^(seen|known|held|taken|[a-z]+ed)$/.test(tokens[at - 1]?.w ?? '');

/** "Going the other way was Northshire, now inadequate": said of the name before the comma. */
const isApposedNow = ({ from }: Mention, { tokens, endsAt }: Reading): boolean =>
  tokens[from - 1]?.w === 'now' &&
  tokens[from - 2]?.w === ',' &&
  (endsAt[from - 3] ?? []).some((m) => m.cls === 'authority' || m.cls === 'council_word');

/** "Three were found to be good: adoption, …", "Just three have been judged good: Northshire, …": as many as come after it. */
const countsNext = ({ from, to }: Mention, sentence: Sentence, reading: Reading): boolean =>
  [':', '–'].includes(reading.tokens[to]?.w ?? '') &&
  [to + 1, to + 2].some((i) => startsClass(reading, i, 'area', 'authority')) &&
  mentionsIn(reading, 'count_word', sentence.from, from).length > 0;

/** "The letter describes planning as good": what stands between the verb and the grade is nothing that is graded. */
function isQualityAs({ from }: Mention, sentence: Sentence, reading: Reading): boolean {
  if (reading.tokens[from - 1]?.w !== 'as') return false;
  for (let i = from - 2; i >= sentence.from && i > from - 8; i--) {
    const here = reading.startsAt[i] ?? [];
    // "The impact of leaders on practice was singled out as good": the practice is of the area's name.
    if ((reading.endsAt[i] ?? []).some((m) => NOT_QUALITY.has(m.cls) && m.to - m.from > 1)) return false;
    if (here.some((m) => m.cls === 'quality_thing')) return true;
    if (here.some((m) => NOT_QUALITY.has(m.cls))) return false;
  }
  return false;
}
const NOT_QUALITY = new Set(['judged', 'gave', 'service', 'authority', 'area', 'council_word']);
const startsClause = (reading: Reading, at: number) =>
  reading.tokens[at]?.w === 'that' || (!isAdverb(at, reading) && opensClause(reading, at));
/** "have since been inspected": since then. */
const isAdverb = (at: number, reading: Reading): boolean =>
  reading.tokens[at]?.w === 'since' && (reading.endsAt[at - 1] ?? []).some((m) => m.cls === 'has');
const opensClause = (reading: Reading, at: number) =>
  startsClass(reading, at, 'contrast', 'time_clause', 'adverb_clause');
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
  'word_used',
  'previous_word',
  'pronoun',
  'own_ones',
  'the_rest',
  'inspectorate',
  'overall_word',
  'provider',
  'grade',
  'year',
  'department_word',
];
