/**
 * Lists and tables: "area" on one line and its grade on the next, cells of a row, and areas listed under a line that
 * says their grade ("The areas found to be outstanding:"). Areas bound here need no verb.
 */
import { splitPair } from '../areas/care-pair.ts';
import type { Rating, Target } from '../statement.ts';
import { numberOf } from '../text/counts.ts';
import { mentionsIn, type Reading, startsClass } from '../text/reading.ts';
import type { Sentence } from '../text/sentences.ts';
import type { Mention } from '../text/trie.ts';
import { isHeading, namesHeaded, otherWords } from './lines.ts';
import { isCountMeant } from './which-count.ts';

const MOST_OTHER_WORDS = 8;

export function listRatings(reading: Reading, ratings: Rating[]): Map<Rating, Target> {
  const bound = new Map<Rating, Target>();
  const bySentence = new Map<Sentence, Rating[]>();
  for (const rating of ratings) bySentence.set(rating.sentence, [...(bySentence.get(rating.sentence) ?? []), rating]);
  const lone = (s: Sentence | undefined) => {
    const here = s ? (bySentence.get(s) ?? []) : [];
    return here.length === 1 && here[0] && otherWords(reading, s as Sentence, [here[0].mention]) === 0 ? here[0] : null;
  };
  // "Adoption? Outstanding again, said the report."
  const answer = (s: Sentence | undefined) => {
    const first = s ? bySentence.get(s)?.[0] : undefined;
    return first?.mention.from === s?.from && !first?.refused ? (first ?? null) : null;
  };
  let below = 0;
  reading.sentences.forEach((sentence, n) => {
    if (n < below) return;
    const heads = headedAreas(reading, n, lone);
    for (const [rating, areas] of heads) bound.set(rating, target(areas));
    if (heads.size > 0) {
      below = n + [...heads.values()].reduce((lines, areas) => lines + areas.length + 1, 0);
      return;
    }
    const areas = areaLine(reading, sentence);
    const next = reading.sentences[n + 1];
    const grade = lone(next) ?? (areas && asksSomething(reading, sentence) ? answer(next) : null);
    if (areas && grade && next?.field === 'text') bound.set(grade, target(areas));
    const introducing = bySentence.get(sentence)?.filter((r) => !r.refused) ?? [];
    if (sentence.field === 'text' && introducing.length === 1 && introduces(reading, sentence)) {
      const listed = followingAreas(reading, n);
      if (listed.length > 0) bound.set(introducing[0] as Rating, target(listed));
    } else if (sentence.field === 'text' && introducing.length === 1 && next && countsAreas(reading, sentence)) {
      const listed = areasNamedNext(reading, next);
      const whole = andInAreas(reading, sentence) || namesOverall(reading, next);
      const everywhere = mentionsIn(reading, 'all_areas', sentence.from, sentence.to).length > 0;
      if (listed.length > 0) bound.set(introducing[0] as Rating, { ...target(listed), overall: whole, everywhere });
    }
  });
  return bound;
}

/** Lines that stand in turn as a grade alone and below it the areas that got it, from here to the end of such lines. */
function headedAreas(
  reading: Reading,
  n: number,
  lone: (s: Sentence | undefined) => Rating | null,
): Map<Rating, Mention[]> {
  const none = new Map<Rating, Mention[]>();
  if (!lone(reading.sentences[n]) || areasAlone(reading, n - 1)) return none;
  const heads = new Map<Rating, Mention[]>();
  let head: Rating | null = null;
  for (let k = n; k < reading.sentences.length; k++) {
    const area = areasAlone(reading, k);
    const next = area ? null : lone(reading.sentences[k]);
    if (!area && !next) break;
    if (area && head) heads.get(head)?.push(area);
    // Two grades in turn are cells of something else.
    if (next && head && heads.get(head)?.length === 0) return none;
    if (next) heads.set(next, []);
    head = next ?? head;
  }
  // "Adoption", "Good", ...: where the last line is a grade, each stands below its area.
  return head && heads.get(head)?.length === 0 ? none : heads;
}
const areasAlone = (reading: Reading, n: number): Mention | null => {
  const line = reading.sentences[n];
  return (line && areaLine(reading, line)?.[0]) ?? null;
};

/** "Nearly all of the categories are good", "three areas were outstanding": which ones is still to be said. */
const countsAreas = (reading: Reading, { from, to }: Sentence): boolean =>
  (mentionsIn(reading, 'count_word', from, to).length > 0 ||
    reading.tokens.slice(from, to).some(({ w }) => ['all', 'every', 'each', 'both'].includes(w))) &&
  mentionsIn(reading, 'area', from, to).every((a) => a.id === 'overall') &&
  mentionsIn(reading, 'judged_part', from, to).length > 0;

/** "outstanding overall and in all four areas": the whole has the grade of its parts. */
const andInAreas = (reading: Reading, { from, to }: Sentence): boolean =>
  mentionsIn(reading, 'overall_word', from, to).some((m) => ['and', ','].includes(reading.tokens[m.to]?.w ?? ''));

/** "The four are leadership, adoption, care leavers and overall effectiveness." */
const namesOverall = (reading: Reading, { from, to }: Sentence): boolean =>
  mentionsIn(reading, 'area', from, to).some((a) => a.id === 'overall');

/** "They include leadership and help and protection." */
function areasNamedNext(reading: Reading, { from, to, field }: Sentence): Mention[] {
  if (field !== 'text' || mentionsIn(reading, 'grade', from, to).length > 0) return [];
  const opening = mentionsIn(reading, 'names_them', from, Math.min(to, from + 6))[0];
  // "They were in the county for a week and took in everything down to adoption": of who came.
  const first = opening && mentionsIn(reading, 'area', opening.to, to)[0];
  return first && first.from - opening.to <= MOST_NAMING
    ? splitPair(mentionsIn(reading, 'area', opening.to, to), reading).filter((a) => a.id !== 'overall')
    : [];
}

const MOST_NAMING = 7;

/** The areas of a list, of which the whole may be one. */
export const target = (mentions: Mention[]): Target => ({
  areas: mentions.filter((m) => m.id !== 'overall'),
  overall: mentions.some((m) => m.id === 'overall'),
  everywhere: false,
  partial: false,
});

const asksSomething = (reading: Reading, { to }: Sentence): boolean => reading.tokens[to - 1]?.w === '?';

/** A line that holds one area and little else. */
function areaLine(reading: Reading, sentence: Sentence): Mention[] | null {
  if (sentence.field !== 'text' || mentionsIn(reading, 'grade', sentence.from, sentence.to).length > 0) return null;
  const areas = mentionsIn(reading, 'area', sentence.from, sentence.to);
  if (areas.length === 0 || otherWords(reading, sentence, areas) > MOST_OTHER_WORDS) return null;
  // "Children looked after and achieving permanence": a word of the area is no verb.
  const within = (m: Mention) => areas.some((a) => m.from >= a.from && m.to <= a.to);
  const verbs = ['be', 'judged', 'gave'].some((cls) =>
    mentionsIn(reading, cls, sentence.from, sentence.to).some((m) => !within(m)),
  );
  const ends = reading.tokens[sentence.to - 1]?.w;
  // "Leadership? Inadequate."
  const asks = ends === '?' && otherWords(reading, sentence, areas) <= 2;
  return verbs || ends === '.' || ends === '!' || (ends === '?' && !asks) ? null : areas.slice(0, 1);
}

/**
 * Authorities named after a grade that counts them: "Four councils were inadequate. They are A, B and C.", or one a line
 * under a heading.
 */
export function namesBelow(reading: Reading, rating: Rating, here: Rating[]): Mention[] {
  const { sentence, mention } = rating;
  const next = reading.sentences[sentence.index + 1];
  if (!next || next.field !== sentence.field || isOfOther(mention, here)) return [];
  const named = (s: Sentence) => mentionsIn(reading, 'authority', s.from, s.to);
  const belowNext = namesBelowNext(reading, rating);
  if (belowNext.length > 0) return belowNext;
  const opening = mentionsIn(reading, 'names_them', next.from, Math.min(next.to, next.from + 6))[0];
  const graded = mentionsIn(reading, 'grade', next.from, next.to).some((g) => !isBesideOnScale(reading, g));
  if (opening && !graded) return isCountMeant(rating, here, opening, reading) ? named(next) : [];
  const inTurn = graded ? [] : namedInTurn(reading, next, isLastCount(rating, reading));
  if (inTurn.length > 0) return inTurn;
  const many = sentence.opens || countsCouncils(sentence, reading);
  if (many && named(next).length > 1 && !graded && !isOfBefore(reading, next))
    return isOfMore(rating, named(next), reading) ? [] : named(next);
  const headed = namesHeaded(reading, sentence.index);
  if (headed.length > 1 || (headed.length === 1 && [-2, 2].some((n) => isHeading(reading, sentence.index + n))))
    return headed;
  const verbs = ['be', 'gave'].some((cls) => mentionsIn(reading, cls, sentence.from, sentence.to).length > 0);
  if (verbs && !sentence.opens) return [];
  const listed = namedOnLines(reading, sentence.index + 1);
  return listed.length > 1 || sentence.opens ? listed : [];
}

/** "Two were outstanding, 26 were good. The two are Northshire and Southshire": more than those that are named. */
function isOfMore({ mention: { from }, sentence }: Rating, names: Mention[], { tokens }: Reading): boolean {
  const before = tokens.slice(Math.max(sentence.from, from - COUNT_REACH), from).map(({ w }) => w);
  const count = before.findLast((w) => numberOf(w) !== null);
  return count !== undefined && (numberOf(count) ?? 0) > new Set(names.map(({ id }) => id)).size;
}
const COUNT_REACH = 3;

/** One name a line from there on, and little else. */
function namedOnLines(reading: Reading, start: number): Mention[] {
  const listed: Mention[] = [];
  for (let k = start; k < reading.sentences.length && k <= start + MOST_LINES; k++) {
    const line = reading.sentences[k] as Sentence;
    const here = mentionsIn(reading, 'authority', line.from, line.to);
    if (here.length !== 1 || otherWords(reading, line, here) > 1) break;
    listed.push(here[0] as Mention);
  }
  return listed;
}
const MOST_LINES = 29;

/** "Ministers step in where Ofsted judges a council inadequate. Those councils, and the year of the judgement, are:" and a name a line. */
function namesBelowNext(reading: Reading, { mention, sentence, refused }: Rating): Mention[] {
  const next = reading.sentences[sentence.index + 1];
  if (!next?.opens || mentionsIn(reading, 'grade', mention.to, next.to).length > 0) return [];
  const listed = namedOnLines(reading, next.index + 1);
  if (listed.length < 2) return [];
  if (refused?.code === 'count' && isOfFigures(listed, reading)) return listed;
  if (mentionsIn(reading, 'rating_word', next.from, next.to).length === 0) return [];
  return listed.every((m) => yearOfLine(m, reading) !== null) ? listed : [];
}

/** "The three councils judged inadequate … Vacancies: Northshire – 31 per cent, …": a figure of each of those that were counted. */
const isOfFigures = (listed: Mention[], { tokens }: Reading): boolean =>
  listed.every(({ to }) => [to, to + 1].some((i) => /^\d/.test(tokens[i]?.w ?? '')));

/** "Northshire, 2019", "Northshire (2019)", "Northshire: 2019" */
export function yearOfLine({ to }: Mention, reading: Reading): number | null {
  const year = [',', '(', ':', '–'].includes(reading.tokens[to]?.w ?? '')
    ? (reading.startsAt[to + 1] ?? []).find((m) => m.cls === 'year')
    : undefined;
  return year ? Number(year.id) : null;
}

/** "Three were inadequate", "councils that were inadequate", and not "inadequate three years ago". */
const countsCouncils = ({ from, to }: Sentence, reading: Reading): boolean =>
  mentionsIn(reading, 'councils', from, to).length > 0 ||
  mentionsIn(reading, 'count_word', from, to).some(
    (count) => !startsClass(reading, count.to, 'time_unit') && !isOfTeam(count, reading),
  );
/** "a team of six looked at help for care leavers" */
const isOfTeam = ({ from, to }: Mention, reading: Reading): boolean =>
  ['inspectors', 'people', 'officials'].includes(reading.tokens[to]?.w ?? '') ||
  (reading.tokens[from - 1]?.w === 'of' && ['team', 'group', 'panel'].includes(reading.tokens[from - 2]?.w ?? ''));

/**
 * "Three were inadequate. Northshire, where a boy died, is one. The others are Southshire and Kelbury."; after a count one
 * that is said to be of it may stand alone, "Northshire is one of them".
 */
function namedInTurn(reading: Reading, next: Sentence, counted: boolean): Mention[] {
  const here = mentionsIn(reading, 'authority', next.from, next.to);
  const [first] = here;
  const after = reading.sentences[next.index + 1];
  if (!first || first.from - next.from > 1) return [];
  const ends = ({ to }: Mention) => next.to - to <= 1 || reading.tokens[to]?.w === ',';
  if (!mentionsIn(reading, 'is_of_them', first.to, next.to).some(ends)) return [];
  if (after?.field !== next.field) return counted ? here : [];
  const opening = mentionsIn(reading, 'names_them', after.from, Math.min(after.to, after.from + 6))[0];
  const graded = mentionsIn(reading, 'grade', after.from, after.to).length > 0;
  const others = opening && !graded ? mentionsIn(reading, 'authority', after.from, after.to) : [];
  return others.length > 0 ? [first, ...others] : counted ? here : [];
}

/** "Nine are good", not "Four were good last year and six are now": what follows is of the count that comes last. */
const isLastCount = ({ refused, mention, sentence }: Rating, reading: Reading): boolean =>
  refused?.code === 'count' &&
  ['count_word', 'number'].every((cls) => mentionsIn(reading, cls, mention.to, sentence.to).length === 0);

/** "Eight were inadequate. Last year Northshire and Southshire …": told of another time. */
const isOfBefore = (reading: Reading, { from, to }: Sentence): boolean =>
  mentionsIn(reading, 'previous_word', from, to).length > 0 ||
  ['last', 'earlier'].includes(reading.tokens[from]?.w ?? '');

/** "Two councils require improvement and a third is good": the names that follow are of the count before them. */
function isOfOther({ from }: Mention, here: Rating[]): boolean {
  const counts = (r: Rating) => r.refused?.code === 'count' || r.refused?.code === 'league';
  const counted = here.find(counts);
  return (
    counted !== undefined && counted.mention.from < from && !here.some((r) => counts(r) && r.mention.from === from)
  );
}

/** "one rung below outstanding", "both fell short of a good": no grade that is given there. */
export const isBesideOnScale = (reading: Reading, grade: Mention): boolean =>
  startsClass(reading, grade.from, 'beside_on_scale') ||
  mentionsIn(reading, 'beside_on_scale', grade.from - 5, grade.from).some((m) => grade.from - m.to <= 1);

/** "The areas that were found to be outstanding include:" */
function introduces(reading: Reading, sentence: Sentence): boolean {
  const last = reading.tokens[sentence.to - 1]?.w;
  return sentence.opens || last === 'include' || last === 'including' || last === 'are';
}

function followingAreas(reading: Reading, n: number): Mention[] {
  const found: Mention[] = [];
  for (let k = n + 1; k < reading.sentences.length && k <= n + 12; k++) {
    const line = reading.sentences[k] as Sentence;
    const areas = areaLine(reading, line);
    found.push(...(areas ?? lastLine(reading, line)));
    if (!areas) break;
    found.push(...linesBelow(reading, line));
  }
  return found;
}

/** "• care leavers.": what closes a list of areas names them and says nothing. */
function lastLine(reading: Reading, line: Sentence): Mention[] {
  const areas = mentionsIn(reading, 'area', line.from, line.to);
  const closes = reading.tokens[line.to - 1]?.w === '.' && line.field === 'text';
  const says = ['grade', 'be', 'has', 'gave', 'judged'].some(
    (cls) => mentionsIn(reading, cls, line.from, line.to).length > 0,
  );
  return closes && !says && otherWords(reading, line, areas) <= MOST_BEFORE_STOP ? areas : [];
}
const MOST_BEFORE_STOP = 2;

/** Areas that open further lines of a list whose lines begin with small letters, and read like one sentence. */
const linesBelow = (reading: Reading, { from, to }: Sentence): Mention[] =>
  mentionsIn(reading, 'area', from + 1, to).filter((a) =>
    [a.from, a.from - 1].some((i) => i > from && reading.tokens[i]?.nl === 1),
  );

/** "Inadequate. That is what Ofsted says of …": a grade alone, and the next sentence tells whose word it is. */
export function isAnswered(reading: Reading, { sentence, mention }: Rating): boolean {
  const next = reading.sentences[sentence.index + 1];
  if (!next || next.field !== sentence.field || otherWords(reading, sentence, [mention]) > 0) return false;
  const points = ['that', 'this', 'such', 'so'].includes(reading.tokens[next.from]?.w ?? '');
  return points && mentionsIn(reading, 'inspectorate', next.from, next.to).length > 0;
}
