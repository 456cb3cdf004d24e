/** Which grade a judgement follows, which way it went and how often in a row, as an article tells it. */
import type { Claim, Direction, HistoryEntry } from '../types.ts';
import { isOfProtectionAlone } from './areas/protection.ts';
import { NOT_SINCE } from './grades/records.ts';
import { compareGrades, type Rulebook } from './rules/rulebook.ts';
import { fireCue } from './rules/signals.ts';
import { isWhole, type Statement } from './statement.ts';
import type { Span } from './text/asides.ts';
import { numberOf, placeOf } from './text/counts.ts';
import { mentionsIn, type Reading, startsClass } from './text/reading.ts';
import type { Sentence } from './text/sentences.ts';
import type { Mention } from './text/trie.ts';
import { isStrangers } from './who/who.ts';

/** The grade it had before, as the text states it: the latest dated one, else the one the text compares with. */
export function previousOf(
  statements: Statement[],
  history: HistoryEntry[],
  grade: string | null,
  rulebook: Rulebook,
): string | null {
  const earlier = statements.filter(
    (s) => s.standing === 'previous' && (s.target.areas.length === 0 || isOfProtectionAlone(s, rulebook)),
  );
  const own = earlier.filter((s) => !s.rating.rules.includes(NOT_SINCE));
  if (own.length < earlier.length && own.length === 0) return null;
  // "The inadequate tag has been removed": what is lost now is what it had last, whatever came earlier.
  const lost = own.find((s) => s.year === null && tells(s, GIVEN_UP) && !tells(s, ['previous.ago']));
  if (lost && lost.rating.grade !== grade) return lost.rating.grade;
  // "still requires improvement": what it had last is what it has now, whatever a text tells of years before.
  const isCompared = (s: Statement) =>
    tells(s, COMPARED) && !tells(s, ['previous.ago']) && !isMoveOfBefore(s, statements);
  if (!own.some(isCompared) && statements.some((s) => isStill(s, grade))) return grade;
  const dated = latestOf(own);
  const left = dated === grade ? own.find((s) => isLeftNow(s, statements, grade)) : undefined;
  if (dated !== null) return left?.rating.grade ?? dated;
  const compared = own.find((s) => tells(s, COMPARED));
  const told = (compared ?? own.find((s) => s.rating.grade !== grade) ?? own[0])?.rating.grade;
  return told ?? history.find((h) => !isOfMovedArea(h.grade, statements))?.grade ?? null;
}

/** "Services are good. Leadership, which was inadequate, is now outstanding": what the area comes from says nothing of the whole. */
const isOfMovedArea = (grade: string, statements: Statement[]): boolean =>
  statements.some(
    ({ standing, rating, target: { areas } }) =>
      standing === 'previous' &&
      rating.grade === grade &&
      areas.length > 0 &&
      statements.some(
        (o) =>
          o.standing === 'current' &&
          o.rating.sentence === rating.sentence &&
          o.target.areas.some((a) => areas.includes(a)),
      ),
  );

/** The latest grade that the text dates. Of "from inadequate to good" in one year the later word is the later grade. */
function latestOf(own: Statement[]): string | null {
  const years = own.flatMap((s) => (s.year === null ? [] : [s.year]));
  if (years.length === 0) return null;
  const latest = Math.max(...years);
  const [last, before] = own.filter((s) => s.year === latest).reverse();
  // "moved up in 2022 to good from inadequate"
  const turned = last && before && tells(last, FROM) && !tells(before, FROM) && isMoveOfBefore(last, own);
  return (turned ? before : last)?.rating.grade ?? null;
}

/** "In 2022 it moved up to good from inadequate", "It got it in 2022, up from inadequate": a move of before. */
function isMoveOfBefore(s: Statement, all: Statement[]): boolean {
  if (!tells(s, FROM)) return false;
  const beside = all.filter((o) => o !== s && o.rating.sentence === s.rating.sentence && !tells(o, FROM));
  return beside.length > 0 ? beside.every((o) => o.standing === 'previous') : s.year !== null;
}

/** "It has gone from good to inadequate. It was inadequate in 2014 too": what it comes from now, beside the same grade of years before. */
const isLeftNow = (s: Statement, all: Statement[], grade: string | null): boolean =>
  s.year === null &&
  tells(s, FROM) &&
  all.some((o) => o.standing === 'current' && o.rating.sentence === s.rating.sentence && o.rating.grade === grade);

const FROM = ['previous.from-to'];
/** What a judgement puts an end to: the grade it had last. */
export const GIVEN_UP = ['previous.no-longer', 'previous.lost'];
const COMPARED = ['previous.from-to', 'previous.no-longer', 'previous.last-time'];
const tells = ({ rating: { rules } }: Statement, some: string[]): boolean => rules.some((rule) => some.includes(rule));

/** The title or the opening says that the grade stays. */
const isStill = (s: Statement, grade: string | null): boolean =>
  s.standing === 'current' && s.depth < 1 && s.rating.grade === grade && isWhole(s) && tells(s, ['movement.stays']);

/** A move is told in the opening; further down, words of movement are of other things. */
const MOVE_SENTENCES = 5;

/** The way from one grade to another, on the first scale that holds both: the one known, else the inspectorate's. */
export function between(
  before: string,
  now: string,
  { scale, inspectorate }: Pick<Claim, 'scale' | 'inspectorate'>,
  rulebook: Rulebook,
): Direction | null {
  const own = rulebook.inspectorates.find((i) => i.id === inspectorate)?.scales ?? [];
  for (const s of [scale ? rulebook.scales.get(scale) : undefined, ...own]) {
    const order = compareGrades(s, now, before);
    if (order !== null) return order > 0 ? 'up' : order < 0 ? 'down' : 'same';
  }
  return null;
}

/** The way an article says an authority went, where it does not give both grades. */
export function directionTold(
  authority: string,
  current: Statement[],
  statements: Statement[],
  reading: Reading,
  rulebook: Rulebook,
): Direction | null {
  const told = statements.filter((s) => s.standing !== 'possible');
  const said = [...current, ...told].find((s) => s.rating.movement !== null && s.target.areas.length === 0)?.rating
    .movement;
  if (said) return said;
  // In a round-up each council's move is told where its own grade is.
  const own = new Set(current.filter((s) => s.names.length === 1 && isWhole(s)).map((s) => s.rating.sentence));
  for (const s of reading.sentences.filter((sentence) => sentence.depth < MOVE_SENTENCES || own.has(sentence))) {
    const named = mentionsIn(reading, 'authority', s.from, s.to);
    if (named.length === 0 && (isBeforeOwn(authority, s, reading) || isStrangers(s, reading))) continue;
    if (isOfOtherService(current, s, reading)) continue;
    const names = named.map((m) => (isPredecessor(m.id, authority, rulebook) ? { ...m, id: authority } : m));
    for (const way of WAYS) if (movesIn(reading, rulebook, s, way).some((m) => isOf(authority, m, names))) return way;
  }
  return null;
}

/** "Northshire's services lifted out of inadequate", of the councils that took its place. */
const isPredecessor = (id: string, authority: string, { index }: Rulebook): boolean =>
  index.get(id)?.successors.includes(authority) ?? false;

/** "Care for adults is good. Ofsted followed with good for children's services, up from …": another service has moved. */
function isOfOtherService([own]: Statement[], { from, to }: Sentence, reading: Reading): boolean {
  const services = mentionsIn(reading, 'service', from, to).map(({ id }) => id);
  return own !== undefined && services.length > 0 && !services.includes(own.service);
}

/** "Northshire: outstanding. Up from good. Southshire: good": others are spoken of, and this one's turn is yet to come. */
function isBeforeOwn(authority: string, { from, to }: Sentence, reading: Reading): boolean {
  const before = mentionsIn(reading, 'authority', 0, from);
  const after = mentionsIn(reading, 'authority', to, reading.tokens.length);
  return before.length > 0 && before.every((m) => m.id !== authority) && after.some((m) => m.id === authority);
}
const WAYS: Direction[] = ['up', 'down', 'same'];

/** Words of a sentence that rules take to say that the grade of the whole went this way; a question says nothing. */
const movesIn = (reading: Reading, { rules }: Rulebook, sentence: Sentence, way: Direction): Span[] =>
  (reading.tokens[sentence.to - 1]?.w === '?' ? [] : rules)
    .flatMap((rule) =>
      rule.effect.does === 'move' && rule.effect.direction === way ? (fireCue(rule, reading, sentence) ?? []) : [],
    )
    .filter((move) => !isOfArea(move, sentence, reading) && !standsForGrade(move, sentence, reading));

/** "Northshire is good, and Southshire got the same grade", "Adoption drags the overall grade down": no move is told. */
const standsForGrade = ({ from, to }: Span, sentence: Sentence, reading: Reading): boolean =>
  mentionsIn(reading, 'drags_down', sentence.from, sentence.to).some((m) => m.from < to && m.to > from) ||
  [from, from - 1].some((i) =>
    (reading.startsAt[i] ?? []).some((m) => m.cls === 'grade' && m.to > from && startsClass(reading, i, 'same_thing')),
  );

/** "Leadership has gone up a grade": an area, and nothing else, is what has moved. */
function isOfArea(move: Span, { from }: Sentence, reading: Reading): boolean {
  const area = mentionsIn(reading, 'area', from, move.from).findLast(({ id }) => id !== 'overall');
  return (
    area !== undefined &&
    ['authority', 'service', 'council_word', 'overall_word'].every(
      (cls) => mentionsIn(reading, cls, area.to, move.from).length === 0,
    )
  );
}

/** "Northshire slumps as Southshire bounces back": the move is of the name before it. */
const isOf = (authority: string, move: Span, named: Mention[]): boolean =>
  named.length === 0 || (named.findLast((n) => n.to <= move.from) ?? named[0])?.id === authority;

/** More are years or councils, not inspections. */
const MOST_TIMES = ['two', 'three', 'four'];
/** How often "second", "two" or "double" says; null for what says nothing of the kind. */
function timesSaid(word: string): number | null {
  if (word === 'double') return 2;
  return MOST_TIMES.includes(word) ? numberOf(word) : placeOf(word);
}

/** "for the second time in a row", "third consecutive": how often in a row, as the number nearest those words says. */
export function streakOf(authority: string, current: Statement[], reading: Reading): number | null {
  const told = current.flatMap(({ rating: { sentence } }) => [
    sentence,
    reading.sentences[sentence.index + 1] ?? sentence,
  ]);
  const titles = reading.sentences.filter((s) => s.field === 'title');
  const later = current.flatMap((s) => countedLater(s, reading));
  for (const { from, to } of new Set([...told, ...titles, ...later])) {
    // "Northshire is outstanding. For Southshire it is the second time in a row": said of another. "…, which shares a director
    // with Southshire": told besides.
    const first = mentionsIn(reading, 'in_a_row', from, to)[0]?.to ?? from;
    const comma = reading.tokens.slice(first, to).findIndex(({ w }) => w === ',');
    const named = mentionsIn(reading, 'authority', from, comma < 0 ? to : first + comma);
    if (named.length > 0 && !named.some((m) => m.id === authority)) continue;
    // "a year after they were found inadequate for the second time": how often the grade of before was given
    const ofBefore = (word: Mention) => {
      const grade = mentionsIn(reading, 'grade', from, word.from).at(-1);
      return grade !== undefined && !current.some((s) => s.rating.mention.from === grade.from);
    };
    const words = mentionsIn(reading, 'in_a_row', from, to).filter(
      (word) => !ofBefore(word) && !isOtherwise(word, reading),
    );
    const numbers = reading.tokens.slice(from, to).flatMap(({ w }, i) => {
      const n = timesSaid(w);
      // "for two years running": time, not inspections; "the second step up in a row": each time another grade.
      const time = ['years', 'months', 'weeks', 'days'].includes(reading.tokens[from + i + 1]?.w ?? '');
      return n !== null && n > 1 && !time && !isOfMoves(reading, from + i + 1)
        ? [{ n, away: Math.min(...words.map((word) => Math.abs(word.from - (from + i)))) }]
        : [];
    });
    const nearest = numbers.sort((a, b) => a.away - b.away)[0];
    if (words.length > 0 && nearest) return nearest.n;
  }
  return null;
}

/** Sentences looked at, buttons and other clutter among them. */
const LATER_LINES = 12;
/** "It's the second good in succession", further down than the sentence that comes next: it says the grade again. */
const countedLater = ({ depth, rating: { grade, sentence } }: Statement, reading: Reading): Sentence[] =>
  reading.sentences
    .slice(sentence.index + 1, sentence.index + 1 + LATER_LINES)
    .filter(
      (s) =>
        s.field === 'text' &&
        s.depth <= depth + MOVE_SENTENCES &&
        mentionsIn(reading, 'grade', s.from, s.to).some(
          (m) =>
            m.id === grade &&
            reading.tokens.slice(s.from, m.from).some(({ w }) => timesSaid(w) !== null) &&
            (reading.startsAt[m.to] ?? []).some(({ cls }) => cls === 'in_a_row'),
        ),
    );

/** "asked to take a second look straight away", "the second director running the service" */
const isOtherwise = ({ id, to }: Mention, reading: Reading): boolean => {
  const next = reading.tokens[to]?.w ?? '';
  if (id === 'straight') return ['away', 'after', 'to', 'into', 'from'].includes(next);
  return (
    id === 'running' &&
    (['the', 'a', 'its', 'their', 'our', 'out', 'at'].includes(next) ||
      startsClass(reading, to, 'service', 'authority'))
  );
};

/** "second step up", "two successive improvements" */
const isOfMoves = (reading: Reading, at: number): boolean =>
  [at, at + 1].some((i) => startsClass(reading, i, 'counted_move'));
