/** The year of an earlier grade that the sentence before or after it tells: "That was in 2019", "They last came in 2018. It was then good." */
import type { Day } from '../../types.ts';
import { HEADED_BEFORE } from '../grades/headed-before.ts';
import type { Rating } from '../statement.ts';
import type { Span } from '../text/asides.ts';
import { everyFrom, mentionsIn, type Reading, someFrom, startsClass } from '../text/reading.ts';
import type { Sentence } from '../text/sentences.ts';

const COMES = new Set(['was', 'came', 'comes', 'dates', 'dated', 'goes', 'went', 'happened', 'fell']);
const TO_YEAR = new Set([
  'back',
  'as',
  'far',
  'long',
  'ago',
  'in',
  'to',
  'from',
  'at',
  'the',
  'end',
  'start',
  'of',
  'early',
  'late',
  'spring',
  'summer',
  'autumn',
  'winter',
]); // prettier-ignore
/** Words before the verb: "That grade", "The last such verdict". */
const MOST_BEFORE = 4;

/** @returns null where neither sentence dates the grade */
export function yearBeside({ mention, sentence, rules }: Rating, reading: Reading): number | null {
  const next = reading.sentences[sentence.index + 1];
  const last = mentionsIn(reading, 'grade', mention.to, sentence.to).length === 0;
  return (
    (last ? yearTold(next, reading) : null) ??
    yearThen(mention, sentence, reading) ??
    (rules.includes(HEADED_BEFORE) ? yearOfHeading(sentence, reading) : null) ??
    (rules.some((rule) => rule.startsWith('current.'))
      ? null
      : (yearCame(sentence, reading) ?? yearOpened(mention, sentence, reading)))
  );
}

/** "Previous inspection (2019)", and below it the grade. */
function yearOfHeading({ index }: Sentence, reading: Reading): number | null {
  const heading = reading.sentences[index - 1];
  const [year] = heading ? mentionsIn(reading, 'year', heading.from, heading.to) : [];
  return year ? Number(year.id) : null;
}

/** "Ofsted inspected our services in 2016. We were judged inadequate.": what came of the inspection told of last. */
function yearCame({ index, from, field, newParagraph }: Sentence, reading: Reading): number | null {
  const before = reading.sentences[index - 1];
  if (newParagraph || field !== 'text' || before?.field !== 'text' || !GOES_ON.has(reading.tokens[from]?.w ?? ''))
    return null;
  const [year, other] = mentionsIn(reading, 'year', before.from, before.to);
  if (!year || other || isGrading(before, reading)) return null;
  // "under rules made in 2019"; after "in May 2016" the report may be the one that is out now
  const at = year.from - 1;
  const isOfOther = /(ed|made|begun|set|drawn)$/.test(reading.tokens[at - 1]?.w ?? '') && !isLookedAt(at - 1, reading);
  const seen = mentionsIn(reading, 'inspectorate', before.from, year.from).length > 0;
  const looked = mentionsIn(reading, 'looked_at', before.from, year.from).length > 0;
  return reading.tokens[at]?.w === 'in' && !isOfOther && seen && looked ? Number(year.id) : null;
}
const GOES_ON = new Set(['we', 'it', 'they', 'the', 'its', 'their', 'our']);
const isLookedAt = (at: number, reading: Reading): boolean =>
  (reading.endsAt[at] ?? []).some((m) => m.cls === 'looked_at');

/** "In 2009 they found something very different. Children were in danger and Ofsted said the service was inadequate.": told of that year. */
function yearOpened({ from: grade }: Span, sentence: Sentence, reading: Reading): number | null {
  const { index, from, to, newParagraph, depth } = sentence;
  const before = reading.sentences[index - 1];
  const w = (i: number) => reading.tokens[i]?.w ?? '';
  if (newParagraph || depth < AFTER_OPENING || before?.field !== 'text' || isGrading(before, reading)) return null;
  const at = w(before.from) === 'back' ? before.from + 1 : before.from;
  const [year, other] = mentionsIn(reading, 'year', before.from, before.to);
  if (w(at) !== 'in' || !year || year.from !== at + 1 || other) return null;
  const own = ['year', 'ago', 'present', 'latest_word'].some((cls) => mentionsIn(reading, cls, from, to).length > 0);
  const was = w(grade - 1) === 'was' || w(grade - 1) === 'were';
  const published = reading.article.published?.slice(0, 4) ?? null;
  return own || !was || (published !== null && Number(published) - Number(year.id) < LONG_AGO) ? null : Number(year.id);
}
/** The opening tells the news. */
const AFTER_OPENING = 2;
/** Years after which what was found is no news. */
const LONG_AGO = 2;

/** "That was in 2019.", "That grade dates from March 2022." */
function yearTold(next: Sentence | undefined, reading: Reading): number | null {
  if (next?.field !== 'text' || isGrading(next, reading)) return null;
  const { from, to } = next;
  if (!['that', 'this', 'it'].includes(reading.tokens[from]?.w ?? '')) return null;
  const [year, other] = mentionsIn(reading, 'year', from, to);
  if (!year || other) return null;
  for (let at = from + 1; at < Math.min(year.from, from + MOST_BEFORE); at++) {
    if (!COMES.has(reading.tokens[at]?.w ?? '')) continue;
    const leads = (i: number) => TO_YEAR.has(reading.tokens[i]?.w ?? '') || startsClass(reading, i, 'month');
    const of = (i: number) =>
      i === from + 1 || startsClass(reading, i, 'rating_word', 'inspection_word', 'previous_word', 'such_a_part');
    return everyFrom(from + 1, at, of) && at + 1 < year.from && everyFrom(at + 1, year.from, leads)
      ? Number(year.id)
      : null;
  }
  return null;
}

/** "Inspectors last came in 2018. It was then good.", "… It was good then.": the one year of the sentence before. */
function yearThen({ from: grade, to: end }: Span, { index, from, field }: Sentence, reading: Reading): number | null {
  const before = reading.sentences[index - 1];
  // "Southshire, inadequate then, is now good": the word is of the grade before it.
  const ofOther = ({ from: at }: Span) => (reading.endsAt[at - 1] ?? []).some((m) => m.cls === 'grade');
  const then =
    mentionsIn(reading, 'back_then', from, grade).some((m) => !ofOther(m)) || reading.tokens[end]?.w === 'then';
  if (!then || field !== 'text' || before?.field !== 'text') return null;
  const [year, other] = mentionsIn(reading, 'year', before.from, before.to);
  return year && !other ? Number(year.id) : null;
}

const isGrading = ({ from, to }: Sentence, reading: Reading): boolean =>
  mentionsIn(reading, 'grade', from, to).length > 0;

/** "last year's grade", "rated good last year": the year before the article's, beside an earlier grade. */
export function lastYear(reading: Reading, grade: Span, from: number, to: number, published: Day): number | null {
  for (let i = from; i + 1 < to; i++) {
    if (reading.tokens[i]?.w !== 'last' || reading.tokens[i + 1]?.w !== 'year') continue;
    if (['the', 'this', 'that', 'over'].includes(reading.tokens[i - 1]?.w ?? '')) continue;
    if ([i - 1, i - 2].some((at) => (reading.endsAt[at] ?? []).some((m) => m.cls === 'brought_in'))) continue;
    const between = i < grade.from ? [i + 2, grade.from] : [grade.to, i];
    if (
      !someFrom(between[0] as number, between[1] as number, (at) =>
        startsClass(reading, at, 'contrast', 'time_clause', 'turns_time'),
      )
    )
      return Number(published.slice(0, 4)) - 1;
  }
  return null;
}
