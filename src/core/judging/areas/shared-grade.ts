/** Areas that the next sentence says have the same grade: "Leaders were judged good. So was help and protection." */
import type { Rating, Target } from '../statement.ts';
import { everyFrom, mentionsIn, type Reading, someFrom, startsClass } from '../text/reading.ts';
import type { Sentence } from '../text/sentences.ts';
import type { Mention } from '../text/trie.ts';
import { chain } from './area-lists.ts';
import { splitPair } from './care-pair.ts';
import { sameOnEach } from './same-on-each.ts';

/** @returns the target with those areas added; the target itself where the next sentence adds none */
export function withShared(target: Target, { sentence, ...rating }: Rating, here: Rating[], reading: Reading): Target {
  if (here[here.length - 1]?.mention !== rating.mention) return target;
  const shared: Mention[] = isOfWhole(target, rating) ? asTheWhole(sentence, reading) : [];
  if (isOfWhole(target, rating)) shared.push(...sameOnEach(sentence, reading));
  if (isOfWhole(target, rating)) shared.push(...appliesHere(rating.mention.to, sentence, reading));
  if (isOfMost(target, rating)) shared.push(...failing(sentence.index + 1, reading));
  if (target.areas.length > 0) shared.push(...theOthers(sentence, reading));
  for (
    let n = firstTold(sentence.index + 1, reading), more = sharing(n, reading);
    more.length > 0;
    more = sharing(++n, reading)
  )
    shared.push(...more);
  if (shared.length === 0) return target;
  const whole = target.overall || target.areas.length === 0;
  return { ...target, areas: [...target.areas, ...shared], overall: whole && !target.partial };
}

/** "That is not the end of it. Five judgements were made, and all five came out the same: …": past a few words that name nothing. */
function firstTold(index: number, reading: Reading): number {
  const [between, next] = reading.sentences.slice(index, index + 2);
  if (between?.field !== 'text' || next?.field !== 'text' || between.to - between.from > FEW_WORDS) return index;
  const names = ['area', 'grade', 'authority', 'year'].some(
    (cls) => mentionsIn(reading, cls, between.from, between.to).length > 0,
  );
  const [same] = mentionsIn(reading, 'same_grade', next.from, next.to);
  const all = same && reading.tokens.slice(next.from, same.from).some(({ w }) => w === 'all' || w === 'each');
  return !names && all && same.from - next.from <= SHARED_REACH ? index + 1 : index;
}
const FEW_WORDS = 9;

/** "Adoption is one of two areas deemed inadequate. … The other is leadership.": where the next sentences name it. */
function theOthers({ from, to, index }: Sentence, reading: Reading): Mention[] {
  const words = reading.tokens.slice(from, to).map(({ w }) => w);
  const isOne = words.some(
    (w, n) => w === 'one' && words[n + 1] === 'of' && ONE_OF.has(words[words[n + 2] === 'the' ? n + 3 : n + 2] ?? ''),
  );
  const next = isOne
    ? reading.sentences.slice(index + 1, index + 1 + OTHER_WITHIN).find((s) => isTheOther(s, reading))
    : undefined;
  if (!next || mentionsIn(reading, 'grade', next.from, next.to).length > 0) return [];
  const areas = mentionsIn(reading, 'area', next.from, next.to).filter((a) => a.id !== 'overall');
  return areas[0] && areas[0].from - next.from <= OTHER_REACH ? chain(reading, areas, 1) : [];
}
const ONE_OF = new Set(['two', 'three', 'four', 'areas', 'categories', 'headings', 'judgements', 'strands']);
const OTHER_WITHIN = 5;
const OTHER_REACH = 5;
const isTheOther = ({ from, to, field }: Sentence, reading: Reading): boolean =>
  field === 'text' &&
  ((isOther(from, reading) && startsClass(reading, from + 2, 'be')) ||
    // "Care leavers was the other."
    [to - 2, to - 3].some(
      (at) => at > from && isOther(at, reading) && startsClass(reading, at - 1, 'be') && !reading.tokens[at + 2]?.word,
    ));
const isOther = (at: number, { tokens }: Reading): boolean =>
  tokens[at]?.w === 'the' && ['other', 'others', 'second'].includes(tokens[at + 1]?.w ?? '');

const isOfWhole = ({ areas, partial }: Target, { standing }: Pick<Rating, 'standing'>): boolean =>
  areas.length === 0 && !partial && standing === 'current';

/** "inadequate on every count bar one", "in three of the four areas": which they are may follow. */
const isOfMost = (
  { areas, everywhere, partial }: Target,
  { standing, grade }: Pick<Rating, 'standing' | 'grade'>,
): boolean => areas.length === 0 && (everywhere || partial) && standing === 'current' && grade === 'inadequate';

/** "Leadership, child protection and help for care leavers were all failing": those that the lowest grade was given to. */
function failing(index: number, reading: Reading): Mention[] {
  const next = reading.sentences[index];
  const said = next && mentionsIn(reading, 'all_failing', next.from, next.to)[0];
  if (next?.field !== 'text' || !said || mentionsIn(reading, 'grade', next.from, next.to).length > 0) return [];
  const areas = splitPair(mentionsIn(reading, 'area', next.from, said.from), reading).filter((a) => a.id !== 'overall');
  return areas.length > 1 ? areas : [];
}

/** "Leadership and adoption got the same grade as the service as a whole": the areas of a sentence further down, of an article on one council. */
function asTheWhole({ to, index }: Sentence, reading: Reading): Mention[] {
  const end = reading.sentences[Math.min(reading.sentences.length - 1, index + WHOLE_TOLD_WITHIN)]?.to ?? to;
  if (new Set(mentionsIn(reading, 'authority', to, end).map((m) => m.id)).size > 1) return [];
  return mentionsIn(reading, 'as_whole', to, end).flatMap((cue) => {
    const said = reading.sentences[reading.sentenceOf[cue.from] as number] as Sentence;
    if (mentionsIn(reading, 'grade', said.from, said.to).length > 0) return [];
    return mentionsIn(reading, 'area', said.from, cue.from).filter((a) => a.id !== 'overall');
  });
}
const WHOLE_TOLD_WITHIN = 12;

/** The areas of a sentence that says they have the grade told before it; none where it says no such thing. */
function sharing(index: number, reading: Reading): Mention[] {
  const sentence = reading.sentences[index];
  const to = sentence?.field === 'text' ? endOfShared(sentence, reading) : null;
  if (!sentence || to === null || mentionsIn(reading, 'as_whole', sentence.from, to).length > 0) return [];
  const said = appliesTo(sentence, to, reading) ?? gradedSo(sentence, to, reading);
  if (said) return splitPair(said, reading);
  const shares = mentionsIn(
    reading,
    'same_grade',
    sentence.from,
    Math.min(to, sentence.from + SHARED_REACH + SHARED_WORDS),
  ).some((m) => m.from < sentence.from + SHARED_REACH && !isOfOwnVerb(m, sentence, reading));
  if (!shares && !covers(sentence, to, reading) && !hasOneToo(sentence, reading)) return [];
  // "Leadership had the same grade in 2019": told of the time before.
  if (mentionsIn(reading, 'year', sentence.from, to).length > 0) return [];
  return splitPair(mentionsIn(reading, 'area', sentence.from, to), reading).filter(
    (a) => a.id !== 'overall' && !isOfProvider(a, reading),
  );
}

/** "It is the same grade as in 2018, and it applies to leadership and to adoption": those that it says so of. */
function appliesTo({ from }: Sentence, to: number, reading: Reading): Mention[] | null {
  const [cue] = mentionsIn(reading, 'applies_to', from, to);
  const areas = cue ? mentionsIn(reading, 'area', cue.to, to) : [];
  const [first] = areas;
  const same = cue && (cue.from === from || mentionsIn(reading, 'rating_word', from, cue.from).length > 0);
  const leads = (i: number) => startsClass(reading, i, 'lister', 'told_of');
  return first && same && everyFrom(cue.to, first.from, leads) ? chain(reading, areas, 1) : null;
}

/** "The verdict is one word, inadequate, and it applies to leaders and to what is done for care leavers": in the sentence of the grade. */
function appliesHere(from: number, { to }: Sentence, reading: Reading): Mention[] {
  const [cue] = mentionsIn(reading, 'applies_to', from, to);
  const areas = cue ? mentionsIn(reading, 'area', cue.to, to).filter(({ id }) => id !== 'overall') : [];
  const [first] = areas;
  return cue && first && first.from - cue.to <= APPLIES_REACH && !mentionsIn(reading, 'grade', from, to).length
    ? splitPair(areas, reading)
    : [];
}
const APPLIES_REACH = 4;

/** "In Northshire's case it was leadership that was graded so" */
function gradedSo({ from }: Sentence, to: number, reading: Reading): Mention[] | null {
  const [cue] = mentionsIn(reading, 'graded_so', from, to);
  const areas = cue ? mentionsIn(reading, 'area', from, cue.from).filter((a) => a.id !== 'overall') : [];
  return cue && areas.at(-1)?.to === cue.from ? chain(reading, areas, -1) : null;
}

/** "Help for care leavers was praised, as was fostering": shares what its own sentence says, which is no grade. */
const isOfOwnVerb = ({ from }: Mention, sentence: Sentence, { tokens, startsAt }: Reading): boolean =>
  tokens[from]?.w === 'as' && someFrom(sentence.from, from, (i) => (startsAt[i] ?? []).some(({ cls }) => cls === 'be'));

/** "The safeguarding children board gets the same": a body beside the council. */
const isOfProvider = ({ from, to }: Mention, reading: Reading): boolean =>
  someFrom(from - PROVIDER_REACH, from + 1, (i) =>
    (reading.startsAt[i] ?? []).some((m) => m.cls === 'provider' && m.from <= from && m.to >= to),
  );
/** Words before "safeguarding" in the name of such a body. */
const PROVIDER_REACH = 3;

/** "The judgement covers overall effectiveness and leadership": an area follows at once. */
const covers = ({ from }: Sentence, to: number, reading: Reading): boolean =>
  mentionsIn(reading, 'verdict_covers', from, Math.min(to, from + SHARED_REACH)).some((cue) => {
    const first = mentionsIn(reading, 'area', cue.to, to)[0];
    return first !== undefined && everyFrom(cue.to, first.from, (i) => startsClass(reading, i, 'lister', 'link'));
  });

/** From the start of the sentence past the areas that share the grade. */
const SHARED_REACH = 10;
/** "comes out the same" */
const SHARED_WORDS = 3;

/** Where what shares the grade ends: "So is adoption, although leadership is good", "Adoption shares it; leadership is good"; null where a grade stands before that. */
function endOfShared({ from, to }: Sentence, reading: Reading): number | null {
  const grade = mentionsIn(reading, 'grade', from, to)[0];
  if (!grade) return to;
  for (let i = from + 3; i < grade.from; i++)
    if (
      reading.tokens[i - 1]?.w === ';' ||
      // "So was adoption, with fostering found to be good": another has another grade.
      (reading.tokens[i - 1]?.w === ',' &&
        (startsClass(reading, i, 'contrast', 'adverb_clause') || reading.tokens[i]?.w === 'with'))
    )
      return i - 1;
  return null;
}

/** "Adoption has one too.", "Adoption was of the same standard.", "Adoption fared no better, nor did fostering.": no more follows than areas. */
const hasOneToo = (sentence: Sentence, reading: Reading): boolean =>
  mentionsIn(reading, 'area', sentence.from, sentence.to).some((area) => area.from <= sentence.from + MOST_OPENING) &&
  [...mentionsIn(reading, 'one_too', sentence.from, sentence.to), ...setOffToo(sentence, reading)].some(
    (m) =>
      (sentence.to - m.to <= 1 || endsAt(m.to, reading) || addsAreas(m.to, sentence, reading)) &&
      mentionsIn(reading, 'deny', sentence.from, m.from).length === 0,
  );

/** "But", "The work on", before the area that has one too. */
const MOST_OPENING = 3;

/** "Adoption was too, the report says", "Adoption was too by inspectors": what is told besides begins here. */
const endsAt = (at: number, { tokens }: Reading): boolean =>
  TOLD_BESIDES.has(tokens[at]?.w ?? '') && !['nor', 'neither'].includes(tokens[at + 1]?.w ?? '');
const TOLD_BESIDES = new Set([',', '–', ';', '(', 'by', 'this', 'and', 'following']);

/** "Adoption was, too." */
const setOffToo = ({ from, to }: Sentence, reading: Reading): Mention[] =>
  mentionsIn(reading, 'also_word', from, to).filter(
    (m) => reading.tokens[m.from - 1]?.w === ',' && (reading.endsAt[m.from - 2] ?? []).some(({ cls }) => cls === 'be'),
  );

/** ", nor did fostering.", "and neither was the help for care leavers." */
function addsAreas(from: number, { to }: Sentence, reading: Reading): boolean {
  const opens = reading.tokens.slice(from, from + 3).some(({ w }) => ['nor', 'neither'].includes(w));
  const areas = mentionsIn(reading, 'area', from, to);
  const within = (i: number) => areas.some((a) => i >= a.from && i < a.to);
  const leads = (i: number) =>
    !reading.tokens[i]?.word || startsClass(reading, i, 'link', 'lister', 'be', 'has', 'told_of');
  const did = (i: number) => ['nor', 'neither', 'did', 'do', 'does'].includes(reading.tokens[i]?.w ?? '');
  return opens && areas.length > 0 && everyFrom(from, to, (i) => within(i) || leads(i) || did(i));
}
