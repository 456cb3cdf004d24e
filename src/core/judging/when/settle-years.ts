/** Years and months beside a grade: whether it was given then, and is news no longer. */
import { dayOf } from '../../dates.ts';
import { isWhole, type Statement } from '../statement.ts';
import { mentionsIn, type Reading, startsClass } from '../text/reading.ts';
import type { Mention } from '../text/trie.ts';
import { LEAD_SENTENCES } from '../told-as-news.ts';
import { latestMonth } from './months.ts';

/** "keeps the good rating it won in 2019": given again, and the year is that of the time before. */
export const isKept = (s: Statement) => s.standing === 'current' && s.rating.rules.includes('current.keeps');

/** Months between a visit and the news of it, at the most. */
const LONGEST_WAIT = 9;
/** Months for which a grade given in a month is news, when no visit is spoken of. */
const LONGEST_UNREPORTED = 2;

/**
 * A year beside a grade settles whether it is news: before the year of the article it is an earlier grade, unless the
 * month lies within the wait between a visit and its report.
 */
export function settleYears(statements: Statement[], reading: Reading): void {
  const published = dayOf(reading.article.published);
  const latest = published ? null : latestMonth(reading);
  const newest = published ? null : newestYear(reading);
  const onVerdict = published !== null || opensOnVerdict(reading);
  for (const s of statements) {
    if (s.year === null || s.standing === 'possible' || s.standing === 'denied') continue;
    // "Good in 2018, and inadequate once more in 2021": again, yet before the grade that is news.
    if (s.rating.rules.includes('current.now') && isOvertaken(s, statements, reading)) s.standing = 'previous';
    if (s.rating.rules.includes('current.now') || isKept(s)) continue;
    const open = s.standing === 'current' || s.standing === 'background';
    if (!published) {
      const byMonth = s.month !== null && (latest ?? 0) - (s.year * 12 + s.month) <= LONGEST_WAIT;
      const longAgo = (!byMonth && !isNewest(s, newest, reading)) || (s.depth > 0 && !onVerdict);
      if (
        open &&
        (longAgo || isOvertaken(s, statements, reading) || isStillSo(s, statements) || isOfSameMonth(s, statements))
      )
        s.standing = 'previous';
      continue;
    }
    const now = Number(published.slice(0, 4)) * 12 + Number(published.slice(5, 7));
    const then = s.year * 12 + (s.month ?? 12);
    const { from, to } = s.rating.sentence;
    const visit =
      mentionsIn(reading, 'inspection_word', from, to).some((m) => !isFoundThen(m, from, reading)) ||
      // "The findings, out this morning, brand it inadequate after four weeks of reading files in January"
      TODAY.some((cls) => mentionsIn(reading, cls, from, to).length > 0) ||
      isAfterWork(s, reading);
    const longAgo = now - then > (visit ? LONGEST_WAIT : LONGEST_UNREPORTED);
    if (open && (longAgo || (s.month === null && s.year < Number(published.slice(0, 4))))) s.standing = 'previous';
  }
  settleRestated(statements, reading);
}

/** "Ofsted has moved it up to good following an inspection in 2022", "In 2022 it is good": told of now, and of no later year is anything told. */
const isNewest = (s: Statement, newest: number | null, { tokens }: Reading): boolean =>
  s.depth < LEAD_SENTENCES &&
  (s.rating.rules.includes('current.has-judged') ||
    ['is', 'are'].includes(tokens[s.rating.mention.from - 1]?.w ?? '')) &&
  isWhole(s) &&
  s.year !== null &&
  s.year >= (newest ?? s.year);

const newestYear = (reading: Reading): number | null =>
  mentionsIn(reading, 'year', 0, reading.tokens.length).reduce<number | null>(
    (newest, { id }) => Math.max(newest ?? 0, Number(id)),
    null,
  );

/** "Following a month of interviews in May and June, Ofsted ruled that they are good": the months are of the work before the verdict. */
const isAfterWork = ({ rating: { mention, sentence } }: Statement, reading: Reading): boolean => {
  if (!['after', 'following'].includes(reading.tokens[sentence.from]?.w ?? '')) return false;
  const month = mentionsIn(reading, 'month', sentence.from, mention.from).at(-1);
  const judges = mentionsIn(reading, 'inspectorate', sentence.from, mention.from).at(-1);
  return month !== undefined && judges !== undefined && reading.tokens[month.to]?.w === ',' && judges.from > month.to;
};

const TODAY = ['same_day', 'day_before', 'this_week'];

/** "In June inspectors found that it had risen to good": when they said so, and not when they came. */
const isFoundThen = (inspectors: Mention, from: number, reading: Reading): boolean =>
  reading.tokens[from]?.w === 'in' &&
  startsClass(reading, from + 1, 'month') &&
  inspectors.from - from <= TO_INSPECTORS &&
  startsClass(reading, inspectors.to, 'judged', 'gave', 'says_that');
/** "In June, the" */
const TO_INSPECTORS = 4;

/** "New director named … Its services were rated inadequate in November 2022": an article that does not open on a verdict tells of one that was. */
const opensOnVerdict = (reading: Reading): boolean =>
  reading.sentences.some(
    ({ depth, from, to }) =>
      depth < 1 &&
      (['rating_word', 'grade'].some((cls) => mentionsIn(reading, cls, from, to).length > 0) ||
        (mentionsIn(reading, 'judged', from, to).length > 0 &&
          mentionsIn(reading, 'inspectorate', from, to).some(({ id }) => id !== 'unnamed'))),
  );

/**
 * "It now has an outstanding for both its children's services and its adult social care. Ofsted gave it in January": said of
 * two services at once, and of the one it tells when that was.
 */
function settleRestated(statements: Statement[], reading: Reading): void {
  const isOfSeveral = ({ rating: { sentence } }: Statement) =>
    new Set(mentionsIn(reading, 'service', sentence.from, sentence.to).map((m) => m.id)).size > 1;
  const tellsWhen = (o: Statement, s: Statement) =>
    o !== s && o.service === s.service && o.rating.grade === s.rating.grade && isDatedBefore(o, reading);
  for (const s of statements)
    if (s.standing === 'current' && isOfSeveral(s) && statements.some((o) => tellsWhen(o, s))) s.standing = 'previous';
}
const isDatedBefore = ({ standing, year }: Statement, { article }: Reading): boolean =>
  standing === 'previous' ||
  (year !== null && article.published !== null && year < Number(article.published.slice(0, 4)));

/** "It was deemed inadequate in March 2021. Now it has climbed to good": the grade of a month gives way to one told as new. */
const isOvertaken = (s: Statement, all: Statement[], reading: Reading): boolean =>
  all.some(
    (other) =>
      other.standing === 'current' &&
      other.year === null &&
      other.rating.grade !== s.rating.grade &&
      isWhole(other) &&
      (other.rating.rules.some((rule) => rule === 'current.now' || rule === 'current.has-judged') ||
        isOfLatest(other, reading)) &&
      other.service === s.service &&
      other.authorities.some((a) => s.authorities.includes(a)),
  );

/** "The newest report grades services as good" */
const isOfLatest = ({ rating: { sentence } }: Statement, reading: Reading): boolean =>
  ['latest_word', 'new_report'].some((cls) => mentionsIn(reading, cls, sentence.from, sentence.to).length > 0);

/** "In March 2018 it had been rated inadequate, with leadership good": told in the sentence of what is of before, and of its month. */
const isOfSameMonth = (s: Statement, all: Statement[]): boolean =>
  all.some(
    (o) =>
      o.standing === 'previous' &&
      o.rating.sentence === s.rating.sentence &&
      o.rating.mention.from < s.rating.mention.from &&
      o.year === s.year &&
      o.month === s.month,
  );

/** "Services are still inadequate. … They were rated inadequate in March 2020": that was the time before. */
const isStillSo = (s: Statement, all: Statement[]): boolean =>
  s.depth > 0 &&
  all.some(
    (o) =>
      o.depth < 1 &&
      o.standing === 'current' &&
      o.year === null &&
      o.rating.grade === s.rating.grade &&
      o.rating.rules.includes('movement.stays') &&
      isWhole(o) &&
      isWhole(s) &&
      o.service === s.service &&
      o.authorities.some((a) => s.authorities.includes(a)),
  );
