/**
 * What is said in passing: "Northshire, formed when Oldshire was split in 2023, was rated good". Names and years between
 * the commas belong to the clause there, not to the grade after it.
 */
import { everyFrom, mentionsIn, type Reading, startsClass } from './reading.ts';
import type { Sentence } from './sentences.ts';

export interface Span {
  from: number;
  to: number;
  /** Stands between the two grades of a move, and is said of the first. */
  ofMove?: boolean;
}

const LONGEST_ASIDE = 26;
const OPENERS = ['aside_opens', 'judged', 'previous_word'];
const VERBS = ['aside_closes', 'be', 'has', 'gave', 'judged', 'up', 'down', 'remain', 'become'];

/** Stretches between two commas that open like a clause and end before the verb they interrupt. */
export function asidesOf(reading: Reading, sentence: Sentence): Span[] {
  const found: Span[] = [];
  const { tokens } = reading;
  for (let i = sentence.from + 1; i < sentence.to - 1; i++) {
    const dash =
      tokens[i]?.w === '–' ? closingDash(reading, i + 1, Math.min(sentence.to - 1, i + LONGEST_ASIDE)) : null;
    if (dash !== null) {
      found.push({ from: i + 1, to: dash });
      i = dash - 1;
      continue;
    }
    const bracket =
      tokens[i]?.w === '(' ? closingBracket(reading, i, Math.min(sentence.to - 1, i + LONGEST_ASIDE)) : null;
    if (bracket !== null) {
      found.push({ from: i + 1, to: bracket });
      i = bracket - 1;
      continue;
    }
    const compared = tokens[i]?.w === ',' ? endOfComparison(reading, i + 1, sentence) : null;
    if (compared !== null) {
      found.push({ from: i + 1, to: compared });
      i = compared - 1;
      continue;
    }
    if (tokens[i]?.w !== ',' || !(opens(reading, i + 1) || isClauseWithin(reading, i, sentence))) continue;
    const ofMove = isStart(reading, i);
    const close = closing(
      reading,
      i + 1,
      Math.min(endOfClause(reading, i + 1, sentence.to - 1), i + LONGEST_ASIDE),
      ofMove,
      isOfFronted(reading, sentence, i),
    );
    if (close === null) continue;
    found.push({ from: i + 1, to: close, ofMove });
    i = close - 1;
  }
  return found;
}

/** What is said in passing does not go beyond a semicolon. */
function endOfClause({ tokens }: Reading, from: number, to: number): number {
  let at = from;
  while (at < Math.min(to, from + LONGEST_ASIDE) && tokens[at]?.w !== ';') at++;
  return tokens[at]?.w === ';' ? at : to;
}

/** "Northshire – inadequate in 2019 – has been rated good": from a dash to the one before the verb. */
function closingDash(reading: Reading, from: number, to: number): number | null {
  const at = reading.tokens.findIndex((t, i) => i > from && i < to && t.w === '–');
  if (at <= from || everyFrom(from, at, (i) => isTime(reading, i))) return null;
  return (reading.startsAt[at + 1] ?? []).some((m) => VERBS.includes(m.cls)) ? at : null;
}

/** "Northshire (once inadequate) is good": behind a name, to the bracket before its verb. */
function closingBracket(reading: Reading, at: number, to: number): number | null {
  if (!(reading.endsAt[at - 1] ?? []).some((m) => m.cls === 'authority')) return null;
  const close = reading.tokens.findIndex((t, i) => i > at && i < to && t.w === ')');
  return close > at && startsClass(reading, close + 1, ...VERBS) ? close : null;
}

/**
 * "is good, as it was in 2019, and its leadership outstanding": what the time before was like, to the comma that goes on.
 * "In 2019 it was good, as it was in 2016, and its leadership inadequate": all of it is of before.
 */
function endOfComparison(reading: Reading, from: number, sentence: Sentence): number | null {
  const [as, it] = reading.tokens.slice(from, from + 2).map(({ w }) => w);
  if (as !== 'as' || !['it', 'they'].includes(it ?? '') || !startsClass(reading, from + 2, 'be', 'has')) return null;
  const ofBefore = (cls: string) => mentionsIn(reading, cls, sentence.from, from).length > 0;
  if (['year', 'ago', 'previous_word'].some(ofBefore)) return null;
  for (let i = from + 3; i < Math.min(sentence.to - 1, from + LONGEST_ASIDE); i++) {
    if (startsClass(reading, i, 'grade', 'area')) return null;
    if (reading.tokens[i]?.w === ',') return i;
  }
  return null;
}

/** "Both – in 2018 and then in 2021 – ended in a good": when it was, of the clause that goes on. */
const isTime = (reading: Reading, at: number): boolean =>
  ['in', 'and', ',', 'again', 'then', 'both', 'early', 'late'].includes(reading.tokens[at]?.w ?? '') ||
  startsClass(reading, at, 'year', 'month');

/** "In Northshire, where …, …": a place at the head of the sentence, and what is said of it before its subject comes. */
function isOfFronted(reading: Reading, sentence: Sentence, comma: number): boolean {
  if (!startsClass(reading, comma + 1, 'relative')) return false;
  const name = (reading.endsAt[comma - 1] ?? []).find((m) => m.cls === 'authority');
  if (!name) return false;
  const opening = reading.tokens.slice(sentence.from, name.from).map(({ w }) => w);
  return opening.length <= 3 && opening.some((w) => PLACED.includes(w));
}
const PLACED = ['in', 'on', 'at', 'for', 'across'];
const CLAUSE_LINKS = ['and', 'or', 'but', 'who', 'which', 'where'];

/** "Care leavers, and Northshire has more than most, get a service that …": a clause about others, behind whom the sentence opens with. */
function isClauseWithin(reading: Reading, comma: number, { from }: Sentence): boolean {
  const area = (reading.endsAt[comma - 1] ?? []).find((m) => m.cls === 'area');
  if (!area || area.from - from > 1 || reading.tokens[comma + 1]?.w !== 'and') return false;
  const verb = [2, 3, 4, 5].find((n) => startsClass(reading, comma + n, 'be', 'has'));
  return verb !== undefined && verb > 2 && mentionsIn(reading, 'area', comma, comma + verb).length === 0;
}

const opens = (reading: Reading, at: number): boolean =>
  (reading.startsAt[at] ?? []).some((m) => OPENERS.includes(m.cls));

/** "from inadequate, …": the way to the next grade goes on after what is said in passing. */
const isStart = (reading: Reading, at: number): boolean =>
  (reading.endsAt[at - 1] ?? []).some((m) => m.cls === 'grade' && reading.tokens[m.from - 1]?.w === 'from');

function closing(reading: Reading, from: number, to: number, ofMove: boolean, fronted: boolean): number | null {
  for (let i = from + 1; i < to; i++) {
    if (reading.tokens[i]?.w !== ',') continue;
    if (ofMove && reading.tokens[i + 1]?.w === 'to') return i;
    const next = reading.startsAt[BEFORE_VERB.has(reading.tokens[i + 1]?.w ?? '') ? i + 2 : i + 1] ?? [];
    // "in Southshire, where Northshire's staff took over, work that had been good is …"
    if (fronted && (next.length === 0 || !CLAUSE_LINKS.includes(reading.tokens[i + 1]?.w ?? ''))) return i;
    if (next.some((m) => VERBS.includes(m.cls) || (m.cls === 'grade' && m.id === 'requires_improvement'))) return i;
    if (isSecondSubject(reading, i + 1, to)) return i;
  }
  return null;
}

/** "Northshire, which was good in 2019, and Southshire were both rated": whom the verb is said of too. */
const isSecondSubject = (reading: Reading, at: number, to: number): boolean =>
  reading.tokens[at]?.w === 'and' &&
  mentionsIn(reading, 'authority', at, Math.min(to, at + SECOND_NAME)).some(
    (m) => m.from <= at + 2 && PLURAL_VERBS.has(reading.tokens[verbAfter(m.to, reading)]?.w ?? ''),
  );
/** "and Southshire, on 70 per cent, are both rated good": past what is said of that one too. */
const verbAfter = (at: number, { tokens }: Reading): number => {
  const closes = tokens[at]?.w === ',' ? tokens.slice(at + 1, at + SECOND_NAME).findIndex(({ w }) => w === ',') : -1;
  return closes < 0 ? at : at + closes + 2;
};
const SECOND_NAME = 8;
const PLURAL_VERBS = new Set(['were', 'are', 'have', 'both', 'each']);

/** "Ofsted, which last came in 2019, today rated", "Northshire and Southshire, which share a border, both got": what may stand before the verb that goes on. */
const BEFORE_VERB = new Set(['now', 'today', 'yesterday', 'also', 'both', 'each', 'all']);

/** Whether a place is said in passing to something that stands outside it. */
export const isPassing = (asides: readonly Span[], at: number, about: Span): boolean =>
  asides.some(
    (a) =>
      at >= a.from &&
      at < a.to &&
      !(about.from >= a.from && about.to <= a.to) &&
      !(a.ofMove && about.to === a.from - 1),
  );
