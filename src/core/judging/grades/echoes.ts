/** Words that stand for the grade word before them: "the same grade", "the rating went to", "a third in a row". */
import { dragsDown, LOWEST } from '../areas/drags-down.ts';
import { mentionsIn, type Reading, startsClass } from '../text/reading.ts';
import type { Sentence } from '../text/sentences.ts';
import type { Mention } from '../text/trie.ts';
import { isBesideOnScale } from './lists.ts';

const ECHOES = ['same_thing', 'that_rating', 'one_more', 'thought_same', 'one_such'];

/** Whether the grade that begins there is one of these words. */
export const isEcho = (reading: Reading, { from, to }: Mention): boolean =>
  startsClass(reading, from, ...ECHOES) || mentionsIn(reading, 'drags_down', from, to).length > 0;

/** "a third in a row", "thought the same of leadership": the grade is given now, whatever year stands beside it. */
export const isOneMore = (reading: Reading, { from }: Mention): boolean =>
  startsClass(reading, from, 'one_more', 'thought_same');

/** @returns mentions of class `grade` for the words of a sentence that stand for the grade before them */
export const echoesIn = (reading: Reading, sentence: Sentence): Mention[] => [
  ...sameThings(reading, sentence),
  ...ratingsPassedOn(reading, sentence),
  ...onesMore(reading, sentence),
  ...thoughtSame(reading, sentence),
  ...onesHeld(reading, sentence),
  ...dragsDown(reading, sentence).flatMap((drags) => as(drags, lowestOf(leading(reading, sentence)))),
];

const as = (mention: Mention, grade: Mention | null): Mention[] =>
  grade ? [{ ...mention, cls: 'grade', id: grade.id }] : [];

/** Only the lowest is known to be that of the part as well. */
const lowestOf = (grade: Mention | null): Mention | null =>
  grade?.id.replace('~', '') === LOWEST ? { ...grade, id: LOWEST } : null;

function gradeBefore(reading: Reading, { index, field }: Sentence): Mention | null {
  const before = reading.sentences[index - 1];
  return before?.field === field ? (mentionsIn(reading, 'grade', before.from, before.to).at(-1) ?? null) : null;
}

/**
 * "The same grade went to adoption", "On Wednesday the same word headed the new report": stands for the grade word before
 * it, in its sentence or the one before. Of an earlier time, or compared with one, it stands for nothing.
 */
function sameThings(reading: Reading, sentence: Sentence): Mention[] {
  const { from, to } = sentence;
  // "Having been given the same mark in 2020": of then.
  const ofThen = mentionsIn(reading, 'same_as', from, to);
  return mentionsIn(reading, 'same_thing', from, to).flatMap((same) => {
    if (ofThen.some((m) => m.from <= same.from && m.to >= same.to)) return [];
    // "Leadership is good, and they reached the same verdict about adoption": the area is added to the grade before.
    if (mentionsIn(reading, 'adds_names', from, to).some((m) => m.from < same.from && m.to > same.to)) return [];
    // "each got the same grade, requires improvement": it is told.
    if ([',', ':', '–', '('].includes(reading.tokens[same.to]?.w ?? '') && startsClass(reading, same.to + 1, 'grade'))
      return [];
    const whole = isAsWhole(reading, same.to);
    const speaksOf = (cls: string) => mentionsIn(reading, cls, from, to).length > 0;
    const graded = speaksOf('grade');
    if (!graded && isOfOtherService(reading, sentence, same)) return as(same, lastWhole(reading, sentence));
    // "got that grade as well" compares it with nothing.
    const asWell = reading.tokens[same.to]?.w === 'as' && reading.tokens[same.to + 1]?.w === 'well';
    const compared = !whole && !asWell && ['as', 'of'].includes(reading.tokens[same.to]?.w ?? '');
    // "… who gave the same score to its care of children": what it is given to comes after it.
    const name = passesToArea(same.to, reading) ? null : givenTo(reading, from, same.from);
    const given = name !== null;
    // "In 2019 it got the same grade" is compared; "Southshire got the same grade in 2019" is told of another.
    const years = !given && mentionsIn(reading, 'year', from, to).length > 0;
    const newly =
      (speaksOf('latest_word') || speaksOf('once_more')) && speaksOf('rating_word') && !speaksOf('previous_word');
    if (compared || years || !(speaksOf('area') || speaksOf('all_areas') || newly || given)) return [];
    // "Adoption was good. Safeguarding got the same overall grade": the one that leads, whatever parts were told of since.
    const ofWhole = whole || mentionsIn(reading, 'overall_word', same.from, same.to).length > 0;
    const overall = ofWhole ? leading(reading, sentence) : null;
    const before = given ? null : gradeBefore(reading, sentence);
    // "Northshire is good, up from inadequate, while Southshire, once outstanding, got the same grade": good.
    const here = name ? newlyGiven(reading, from, name.from) : mentionsIn(reading, 'grade', from, same.from).at(-1);
    const own = overall ?? here ?? before;
    return as(same, own ?? (given ? lastWhole(reading, sentence) : null));
  });
}

/**
 * "The borough's children's services hold the same rating from Ofsted", in an article on its care of adults: a service that
 * neither the title nor the opening speaks of, and of which it is said that it has that grade.
 */
export function isOfOtherService(reading: Reading, { from, to, depth, field }: Sentence, same: Mention): boolean {
  const services = mentionsIn(reading, 'service', from, to);
  const [service] = services;
  const judges = mentionsIn(reading, 'inspectorate', from, to).find(({ id }) => id !== 'unnamed');
  if (!service || !judges || services.some(({ id }) => id !== service.id) || field !== 'text' || depth < 1)
    return false;
  const opening = reading.sentences.filter((s) => s.depth < Math.min(depth, OPENING));
  const told = opening.flatMap((s) => mentionsIn(reading, 'service', s.from, s.to).map(({ id }) => id));
  const has = ['gave', 'has', 'judged', 'remain'].some((cls) => mentionsIn(reading, cls, from, same.from).length > 0);
  return has && told.length > 0 && !told.includes(service.id);
}
const OPENING = 3;

/** "the same mark as the whole", "the same grade as the service overall" */
const isAsWhole = ({ tokens }: Reading, at: number): boolean =>
  tokens[at]?.w === 'as' && tokens.slice(at + 1, at + 5).some(({ w }) => ['whole', 'overall', 'headline'].includes(w));

/** "Nearby Northshire got the same rating": the council named last, of which it is then said that it was given. */
function givenTo(reading: Reading, from: number, to: number): Mention | null {
  const name = mentionsIn(reading, 'authority', from, to).at(-1);
  if (!name || (mentionsIn(reading, 'authority', from, name.from).length > 0 && !opensOwnClause(reading, name)))
    return null;
  // "Southshire shares that grade"
  if (to === name.to) return name;
  // "In Southshire the outcome was the same"
  const place = reading.tokens[name.from - 1]?.w === 'in' && to - name.to <= 2 && reading.tokens[to - 1]?.w === 'the';
  return place || GIVING.some((cls) => mentionsIn(reading, cls, name.to, to).some((m) => to - m.to <= 2)) ? name : null;
}

const passesToArea = (at: number, reading: Reading): boolean =>
  reading.tokens[at]?.w === 'to' && [1, 2, 3].some((n) => startsClass(reading, at + n, 'area'));

const GIVING = ['gave', 'judged', 'has', 'ends_in'];

/** ", while Southshire", "and so Southshire": beside a council whose grade was told before. */
const opensOwnClause = (reading: Reading, { from }: Mention): boolean =>
  [from - 1, from - 2].some(
    (i) =>
      ['and', 'while', ';', 'but', 'as'].includes(reading.tokens[i]?.w ?? '') || startsClass(reading, i, 'contrast'),
  );

/** The last grade that is not what somebody rose or fell from; undefined where there is none. */
const newlyGiven = (reading: Reading, from: number, to: number): Mention | undefined =>
  mentionsIn(reading, 'grade', from, to).findLast((grade) => !isLeft(grade, reading));
const isLeft = ({ from }: Mention, { tokens }: Reading): boolean =>
  [tokens[from - 1]?.w, tokens[from - 2]?.w].some((w) => w === 'from' || w === 'once');

/** The first grade of the text that is not told of an earlier time; where all are, the first. */
function leading(reading: Reading, { from, field }: Sentence): Mention | null {
  const opening = reading.sentences.find((s) => s.field === field)?.from ?? from;
  const all = mentionsIn(reading, 'grade', opening, from);
  return all.find((grade) => !isDatedBefore(grade, reading)) ?? all[0] ?? null;
}

/** "The department was outstanding when it was last seen in 2019": a year or "previously" in its sentence, and no "now". */
function isDatedBefore({ from: grade }: Mention, reading: Reading): boolean {
  const before = reading.tokens[grade - 1]?.w ?? '';
  if (['from', 'to', 'into'].includes(before)) return before === 'from';
  const { from, to } = reading.sentences[reading.sentenceOf[grade] as number] as Sentence;
  const speaksOf = (cls: string) => mentionsIn(reading, cls, from, to).length > 0;
  return ['year', 'ago', 'previous_word'].some(speaksOf) && !speaksOf('latest_word') && !isNow(grade, from, reading);
}
const isNow = (grade: number, from: number, reading: Reading): boolean =>
  reading.tokens.slice(from, grade).some(({ w }) => w === 'now' || w === 'today');

/** The last grade of the text so far that is of no part of a service, however far back; the last of any where all are. */
function lastWhole(reading: Reading, { from, field }: Sentence): Mention | null {
  const opening = reading.sentences.find((s) => s.field === field)?.from ?? from;
  const all = mentionsIn(reading, 'grade', opening, from).filter((grade) => !isWished(grade, reading));
  const ofParts = ({ from: grade }: Mention) => {
    const { from, to } = reading.sentences[reading.sentenceOf[grade] as number] as Sentence;
    return mentionsIn(reading, 'area', from, to).some((a) => a.id !== 'overall');
  };
  const whole = all.filter((grade) => !ofParts(grade));
  return whole.findLast((grade) => !isLeft(grade, reading)) ?? whole.at(-1) ?? all.at(-1) ?? null;
}

/** "We want an outstanding service": nobody has it. */
const isWished = ({ from: grade }: Mention, reading: Reading): boolean => {
  const { from } = reading.sentences[reading.sentenceOf[grade] as number] as Sentence;
  return reading.tokens.slice(Math.max(from, grade - WISH_REACH), grade).some(({ w }) => WISHES.has(w));
};
const WISH_REACH = 8;
const WISHES = new Set(['want', 'wants', 'wanted', 'need', 'needs', 'hope', 'hopes', 'deserve', 'deserves', 'would']);

/** "That rating, one below the top, went to Northshire and Southshire." */
function ratingsPassedOn(reading: Reading, sentence: Sentence): Mention[] {
  const { from, to } = sentence;
  const rating = mentionsIn(reading, 'that_rating', from, from + 4).find((m) => m.from === from);
  const passed = rating && mentionsIn(reading, 'goes_to', rating.to, to)[0];
  const own = mentionsIn(reading, 'grade', from, to).some((g) => !isBesideOnScale(reading, g));
  if (!passed || own || mentionsIn(reading, 'authority', passed.to, to).length === 0) return [];
  return as(rating, gradeBefore(reading, sentence));
}

/** "For Northshire it is a third in a row." */
function onesMore(reading: Reading, sentence: Sentence): Mention[] {
  const { from, to } = sentence;
  const more = mentionsIn(reading, 'one_more', from, to)[0];
  const graded = ['grade', 'deny'].some((cls) => mentionsIn(reading, cls, from, to).length > 0);
  if (!more || graded || mentionsIn(reading, 'authority', from, to).length !== 1) return [];
  return as(more, gradeBefore(reading, sentence));
}

/** "Inspectors thought the same of leadership": the grade told last, up to the area that they thought it of. */
function thoughtSame(reading: Reading, { from, to, field }: Sentence): Mention[] {
  const [same] = mentionsIn(reading, 'thought_same', from, to);
  const area = same && mentionsIn(reading, 'area', same.to, to)[0];
  const about = ['of', 'about', 'on', 'for', 'in'].includes(reading.tokens[same?.to ?? to]?.w ?? '');
  if (!area || !about || area.from - same.to > THOUGHT_REACH) return [];
  const judges = ['inspectorate', 'pronoun'].some((cls) => mentionsIn(reading, cls, from, same.from).length > 0);
  const other = ['year', 'grade', 'deny', 'previous_word'].some((cls) => mentionsIn(reading, cls, from, to).length > 0);
  if (field !== 'text' || !judges || other) return [];
  const last = mentionsIn(reading, 'grade', 0, from).at(-1);
  return last && !isDatedBefore(last, reading) ? as({ ...same, to: area.from }, last) : [];
}
/** From "thought the same of" to the area: "its work with". */
const THOUGHT_REACH = 6;

/** "Few hold an outstanding grade. Nearby Southshire has one.": such a grade as the one told last, whose word is a noun. */
function onesHeld(reading: Reading, sentence: Sentence): Mention[] {
  const { from, to } = sentence;
  return mentionsIn(reading, 'one_such', from, to).flatMap((one) => {
    const verb = reading.tokens[one.from - 1]?.w === 'also' ? one.from - 2 : one.from - 1;
    const held = HOLDS.has(reading.tokens[verb]?.w ?? '');
    const named = (reading.endsAt[verb - 1] ?? []).some((m) => m.cls === 'authority' || m.id === 'next door');
    const ends = !reading.tokens[one.to]?.word || startsClass(reading, one.to, 'also_word', 'contrast');
    const last = mentionsIn(reading, 'grade', from, one.from).at(-1) ?? gradeBefore(reading, sentence);
    const noun = last && ['a', 'an', 'the'].includes(reading.tokens[last.from - 1]?.w ?? '');
    return held && named && ends && noun ? as(one, last) : [];
  });
}
const HOLDS = new Set(['has', 'have', 'had', 'holds', 'hold', 'boasts', 'boast', 'got']);
