/** When an inspection took place and when its report came out, as far as the article tells. */
import { DateTime } from 'luxon';
import { addDays, addMonths, dayOf, dayOfMonth, monthRange } from '../../dates.ts';
import type { Claim, Day, DayRange } from '../../types.ts';
import { mentionsIn, type Reading } from '../text/reading.ts';
import type { Sentence } from '../text/sentences.ts';
import { latestYear, type MonthMention, WEEKDAYS } from './months.ts';
import { isBound, isOneDay, type NamedTime, timesNamed } from './visit-or-report.ts';

export interface Times {
  inspected: DayRange | null;
  published: Day | null;
  publishedWithin: Claim['publishedWithin'];
}

/** Longest time seen between a visit and its report is seven months (214 days, Devon). */
const LONGEST_WAIT_MONTHS = 9;

/** @param era years the framework allows, for a weekday with a date but no year ("Friday, August 24") */
export function timesOf(reading: Reading, era: { from: number; until: number } | null): Times {
  const article = dayOf(reading.article.published);
  const published = publicationDay(reading, article, era);
  const anchor = published ?? article;
  const inspected = inspection(reading, published, anchor, era);
  if (published) return { inspected, published, publishedWithin: null };
  if (article && (!inspected || inspected.from <= article)) {
    const earliest = inspected ? inspected.until : addDays(article, -30);
    return {
      inspected,
      published: null,
      publishedWithin: { from: [earliest, article].sort()[0] as Day, until: addDays(article, 1), basis: 'inferred' },
    };
  }
  if (!inspected) return { inspected: null, published: null, publishedWithin: null };
  const until = addMonths(inspected.until, 7);
  return { inspected, published: null, publishedWithin: { from: inspected.until, until, basis: 'inferred' } };
}

function publicationDay(
  reading: Reading,
  article: Day | null,
  era: { from: number; until: number } | null,
): Day | null {
  for (const sentence of reading.sentences) {
    if (!speaks(reading, 'published_word', sentence)) continue;
    if (speaks(reading, 'previous_word', sentence)) continue;
    const day = dayIn(reading, sentence, article, era);
    if (day) return day;
  }
  return null;
}

function dayIn(
  reading: Reading,
  sentence: Sentence,
  article: Day | null,
  era: { from: number; until: number } | null,
): Day | null {
  const times = timesNamed(reading, sentence);
  const weekday = weekdayIn(
    reading,
    sentence,
    times.filter((time) => time.isOfInspection),
  );
  const cue = mentionsIn(reading, 'published_word', sentence.from, sentence.to)[0];
  const day = times
    .filter((time) => !time.isOfInspection && isOneDay(time) && !isBound(reading, time))
    .map(({ first }) => first)
    .sort((a, b) => Math.abs(a.from - (cue?.from ?? 0)) - Math.abs(b.from - (cue?.from ?? 0)))[0];
  if (day?.days) {
    const year = day.year ?? (article ? latestYear(day.month, article) : yearOfWeekday(day, weekday, era));
    return year === null ? null : dayOfMonth(year, day.month, day.days[0]);
  }
  if (!article) return null;
  if (speaks(reading, 'same_day', sentence)) return article;
  if (speaks(reading, 'day_before', sentence)) return addDays(article, -1);
  if (weekday < 0) return null;
  const back = (DateTime.fromISO(article, { zone: 'utc' }).weekday - 1 - weekday + 7) % 7;
  return addDays(article, -(back === 0 && words(reading, sentence).includes('last') ? 7 : back));
}

/** Words between a weekday and the month of its date: "Monday, 28 September". */
const WEEKDAY_REACH = 3;

/** Monday 0; those of an inspection's dates are none of the report's. */
function weekdayIn({ tokens }: Reading, { from, to }: Sentence, inspected: readonly NamedTime[]): number {
  const isOfInspection = (at: number) => inspected.some((time) => at >= time.from - WEEKDAY_REACH && at < time.to);
  return WEEKDAYS.findIndex((day) =>
    tokens.slice(from, to).some(({ w }, index) => w === day && !isOfInspection(from + index)),
  );
}

function yearOfWeekday(
  month: MonthMention,
  weekday: number,
  era: { from: number; until: number } | null,
): number | null {
  if (weekday < 0 || !era || !month.days) return null;
  const years: number[] = [];
  for (let year = era.from; year <= era.until; year++)
    if (DateTime.fromObject({ year, month: month.month, day: month.days[0] }, { zone: 'utc' }).weekday === weekday + 1)
      years.push(year);
  return years.length === 1 ? (years[0] as number) : null;
}

function inspection(
  reading: Reading,
  published: Day | null,
  anchor: Day | null,
  era: { from: number; until: number } | null,
): DayRange | null {
  for (const sentence of reading.sentences) {
    const time = timesNamed(reading, sentence).find(
      (one) => one.isOfInspection && !isDay(one, published) && !isTurn(reading, sentence, one.first),
    );
    if (
      !time ||
      opensTimeline(reading, sentence, time.first) ||
      (speaks(reading, 'previous_word', sentence) && !speaks(reading, 'latest_word', sentence)) ||
      speaks(reading, 'visit', sentence)
    )
      continue;
    const { first, last } = time;
    const year =
      first.year ?? (anchor ? latestYear(first.month, anchor) : era && era.from === era.until ? era.from : null);
    if (year === null) continue;
    const lastYear = last.year ?? (last.month < first.month ? year + 1 : year);
    const from = first.days ? dayOfMonth(year, first.month, first.days[0]) : monthRange(year, first.month).from;
    const end = last.days ? dayOfMonth(lastYear, last.month, last.days[1]) : null;
    const until = end ? addDays(end, 1) : monthRange(lastYear, last.month).until;
    if (!from || until <= from) continue;
    if (anchor && (from > anchor || anchor > addMonths(from, LONGEST_WAIT_MONTHS))) continue;
    return { from, until };
  }
  return null;
}

/** "Published on 18 November after an inspection in October": the day a report came out is none of the visit. */
const isDay = (time: NamedTime, day: Day | null): boolean =>
  day !== null &&
  isOneDay(time) &&
  dayOfMonth(time.first.year ?? Number(day.slice(0, 4)), time.first.month, time.first.days?.[0] ?? 0) === day;

/** "Visits since May go by other rules", "authorities visited from May": when the way of inspecting changed, and no visit. */
function isTurn(reading: Reading, { from }: Sentence, month: MonthMention): boolean {
  const w = (at: number) => reading.tokens[at]?.w ?? '';
  const opener = ['early', 'late', 'mid', 'the'].includes(w(month.from - 1)) ? w(month.from - 2) : w(month.from - 1);
  if (['since', 'before', 'until'].includes(opener)) return true;
  const ofAll = mentionsIn(reading, 'councils', from, month.from).length > 0;
  return opener === 'from' && !month.days && (ofAll || ['on', 'onward', 'onwards'].includes(w(month.to)));
}

/** "July 2010: a serious case review says ...": a line of a chronology, not of this inspection. */
const opensTimeline = (reading: Reading, sentence: Sentence, month: MonthMention) =>
  month.from - sentence.from <= 2 && /^[:–—-]$/.test(reading.tokens[month.to]?.w ?? '');

const speaks = (reading: Reading, cls: string, s: Sentence) => mentionsIn(reading, cls, s.from, s.to).length > 0;
const words = (reading: Reading, s: Sentence) => reading.tokens.slice(s.from, s.to).map((t) => t.w);
