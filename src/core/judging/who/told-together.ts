/** News of several councils, known by what it tells: each of them is said to have been given a grade now. */
import { rowName } from '../grades/rows.ts';
import type { Statement } from '../statement.ts';
import { mentionsIn, type Reading, someFrom, startsClass } from '../text/reading.ts';
import type { Sentence } from '../text/sentences.ts';
import { isToldAsDone } from '../told-as-news.ts';
import { isNeighbour } from './neighbours.ts';
import type { Subjects } from './subjects.ts';

/**
 * The councils of a round-up: two or more to which the same inspectorate is said to have given a grade of the same service now,
 * one that the title names among them; and those that are told of beside them, unless the title is of one alone.
 *
 * @param statements of the text, read as that of a round-up
 * @returns none where the text is no round-up
 */
export function toldTogether(
  statements: readonly Statement[],
  reading: Reading,
  { inTitle, bystanders }: Subjects,
): Set<string> {
  const ofOne = inTitle.size === 1;
  const own = statements.filter(
    (s) =>
      isOfNow(s, reading) &&
      !isOfOne(s, reading) &&
      s.names.every((m) => !bystanders.has(m) && !isNeighbour(reading, m)),
  );
  const isLine = (s: Statement) => isOfLine(s, reading);
  // Beside the one that a title names, others may long have what they "are now" or "were given".
  const isOther = (s: Statement) => ofOne && s.authorities.every((slug) => !inTitle.has(slug));
  const counted = opensOnSeveral(reading);
  const isGiven = (s: Statement) =>
    counted ||
    isGivenNow(s, reading) ||
    (ofOne ? !isOther(s) : isGivenOnce(s) || isToldAsDone(s, reading) || isLine(s));
  const first = own.filter(isGiven);
  const lines = first.some(isLine);
  const beside = new Set(first.map(clauseOf));
  const given = own.filter((s) => beside.has(clauseOf(s)) || (lines && isLine(s)));
  for (const [about, slugs] of byMatter(given)) {
    const ofTitle = inTitle.size === 0 || [...inTitle].some((slug) => slugs.has(slug));
    if (slugs.size > 1 && ofTitle) return ofOne ? slugs : (byMatter(own).get(about) ?? slugs);
  }
  return new Set();
}

/** "Northshire: good", "■ Northshire has …", or a grade that opens the first line below a heading. */
const isOfLine = ({ rating: { sentence, mention }, names }: Statement, reading: Reading): boolean =>
  (sentence.item && names[0] !== undefined && names[0].from - sentence.from <= 1) ||
  rowName(reading, sentence, names) !== null ||
  (names.length === 0 && sentence.newParagraph && mention.from === sentence.from);

/** "Northshire covers all but Southshire. It is inadequate": one is meant, whoever else was named. */
const isOfOne = ({ names, authorities, rating: { sentence, mention } }: Statement, { tokens }: Reading): boolean =>
  names.length === 0 &&
  authorities.length > 1 &&
  !someFrom(sentence.from, Math.min(sentence.to, mention.to + OF_SEVERAL_BEHIND), (i) =>
    OF_SEVERAL.has(tokens[i]?.w ?? ''),
  );
/** "were found to require improvement in both councils" */
const OF_SEVERAL_BEHIND = 6;
const OF_SEVERAL = new Set(
  'they their them both all each every either neither two three four councils boroughs authorities'.split(' '),
);

/** "Three more councils have learned how the CQC rates them": of whatever follows. */
const opensOnSeveral = (reading: Reading): boolean =>
  reading.sentences.some(
    ({ depth, from, to }) =>
      depth < 1 &&
      mentionsIn(reading, 'inspectorate', from, to).length > 0 &&
      startsClass(reading, from, 'count_word') &&
      mentionsIn(reading, 'councils', from, from + COUNTS).length > 0,
  );
/** "Three more local" */
const COUNTS = 5;

/** Councils by who judged them, and what. */
function byMatter(statements: readonly Statement[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { service, inspectorate, authorities } of statements) {
    const about = `${service} ${inspectorate}`;
    const slugs = found.get(about) ?? new Set();
    for (const slug of authorities) slugs.add(slug);
    found.set(about, slugs);
  }
  return found;
}

const isOfNow = ({ standing, year, inspectorate }: Statement, { article }: Reading): boolean =>
  standing === 'current' && inspectorate !== null && (year === null || String(year) === article.published?.slice(0, 4));

/** "Northshire has been rated good, while Southshire requires improvement": in one sentence with what was given. */
const clauseOf = ({ rating: { sentence }, service }: Statement): string => `${sentence.index} ${service}`;

/** "has been rated", "the report out today", "Ofsted has decided that": no grade that another council has long had is told so. */
const isGivenNow = (s: Statement, reading: Reading): boolean => {
  const { sentence, rules } = s.rating;
  const says = (cls: string) => mentionsIn(reading, cls, sentence.from, sentence.to).length > 0;
  if (s.depth < 0 || SAYS_NOW.some(says)) return true;
  const out = says('published_word');
  if (out || ['previous_word', 'of_late'].some(says)) return out && isOnSameDay(sentence, reading);
  const judged = rules.includes(HAS_JUDGED) && isToldAsDone(s, reading);
  return judged || ['inspectorate', 'has', 'says_that'].every(says);
};
const HAS_JUDGED = 'current.has-judged';

/** "is now good", "has climbed to good" */
const isGivenOnce = ({ rating: { rules } }: Statement): boolean => rules.some((rule) => GIVEN.has(rule));
const GIVEN = new Set([HAS_JUDGED, 'licence.moved-to', 'current.now']);
const SAYS_NOW = ['same_day', 'day_before', 'this_week'];

/** "whose report came out on the same day" */
const isOnSameDay = ({ from, to }: Sentence, { tokens }: Reading): boolean =>
  someFrom(from, to, (i) => tokens[i]?.w === 'same' && DAYS.has(tokens[i + 1]?.w ?? ''));
const DAYS = new Set(['day', 'morning', 'time', 'week']);
