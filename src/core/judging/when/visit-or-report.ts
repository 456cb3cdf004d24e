/** Whether a time that a sentence names is that of the inspection or that of the report. */
import { mentionsIn, type Reading, someFrom } from '../text/reading.ts';
import type { Sentence } from '../text/sentences.ts';
import { type MonthMention, monthsIn, WEEKDAYS } from './months.ts';

/** A time as named: a month, days of it, or from days of one month to days of another. */
export interface NamedTime {
  from: number;
  to: number;
  first: MonthMention;
  last: MonthMention;
  isOfInspection: boolean;
}

/** Words between "inspectors" and the month they came in; further away the month is of something they found. */
const INSPECTION_REACH = 12;
const OPENING_WORDS = 3;
/** Words between the two ends of a time: "from 26 June 2023 to Friday 7 July". */
const BETWEEN_ENDS = 5;
const JOINS_ENDS = ['to', 'and', 'until', 'till', 'through', '–', '-'];
/** "published on 3 May after an inspection", "into an inspection": what follows is not of the day before. */
const TURNS_TO_VISIT = ['after', 'following', 'follows', 'followed', 'into', 'on', 'of', 'from'];

/** The times that a sentence names, in its order. */
export function timesNamed(reading: Reading, sentence: Sentence): NamedTime[] {
  const times: Omit<NamedTime, 'isOfInspection'>[] = [];
  for (const month of monthsIn(reading, sentence.from, sentence.to)) {
    const before = times.at(-1);
    if (before && before.first === before.last && isOtherEnd(reading, before, month)) {
      before.last = month;
      before.to = month.to;
    } else times.push({ from: month.from, to: month.to, first: month, last: month });
  }
  return times.map((time) => ({ ...time, isOfInspection: isOfInspection(reading, sentence, time, times) }));
}

/** Whether a time is one day, as a report comes out on one. */
export const isOneDay = ({ first, last }: Pick<NamedTime, 'first' | 'last'>): boolean =>
  first === last && first.days !== null && first.days[0] === first.days[1];

const DATE_WORD = new RegExp(`^(\\d{1,2}(st|nd|rd|th)?|the|${WEEKDAYS.join('|')})$`);
const BOUNDS = ['since', 'until', 'till', 'before', 'by', 'after', 'from', 'between'];

/** "led since 3 May", "by 1 June": a day that something else began or is to end on. */
export function isBound({ tokens }: Reading, { from }: Pick<NamedTime, 'from'>): boolean {
  let before = from - 1;
  while (DATE_WORD.test(tokens[before]?.w ?? '')) before--;
  return BOUNDS.includes(tokens[before]?.w ?? '');
}

function isOtherEnd(reading: Reading, { to }: { to: number }, month: MonthMention): boolean {
  return (
    month.from - to <= BETWEEN_ENDS &&
    someFrom(to, month.from, (i) => JOINS_ENDS.includes(reading.tokens[i]?.w ?? '')) &&
    [
      ...mentionsIn(reading, 'inspection_word', to, month.from),
      ...mentionsIn(reading, 'published_word', to, month.from),
    ].length === 0
  );
}

/**
 * Words of publication take the time that follows them, or that opens their sentence, words of inspection the one they stand
 * beside: "published on 1 December, follows an inspection in October" tells of both. None takes a time beyond another.
 */
function isOfInspection(
  reading: Reading,
  { from, to }: Sentence,
  time: { from: number; to: number },
  all: readonly { from: number; to: number }[],
): boolean {
  // "By Community News on May 19, 2026 in Children, Inspection": when it was put on a page, under which headings.
  const { tokens } = reading;
  if (tokens[from]?.w === 'by' && tokens[time.to]?.w === 'in' && tokens[time.to + 1]?.cap) return false;
  const isBeyondOther = (word: { from: number; to: number }) =>
    all.some((other) =>
      word.to <= time.from
        ? other.from >= word.to && other.to <= time.from
        : other.from >= time.to && other.to <= word.from,
    );
  const nearest = (cls: string, counts: (word: { from: number; to: number }) => boolean) =>
    Math.min(
      ...mentionsIn(reading, cls, from, to)
        .filter((word) => counts(word) && !isBeyondOther(word))
        .map((word) => (word.from >= time.to ? word.from - time.to : time.from - word.to)),
    );
  const opens = time.from - from <= OPENING_WORDS;
  const inspection = nearest(
    'inspection_word',
    (word) =>
      word.to <= time.from || !someFrom(time.to, word.from, (i) => TURNS_TO_VISIT.includes(reading.tokens[i]?.w ?? '')),
  );
  const published = nearest('published_word', (word) => opens || word.to <= time.from);
  return inspection <= INSPECTION_REACH && inspection <= published;
}
