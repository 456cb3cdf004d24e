/** What only the whole article shows of a grade: whether it is the news or of before. Statements are settled in place. */
import type { Signals } from './rules/signals.ts';
import { isWhole, type Statement } from './statement.ts';
import { mentionsIn, type Reading, startsClass } from './text/reading.ts';
import type { Sentence } from './text/sentences.ts';
import { settleBesideNews } from './when/beside-news.ts';
import { settleLeftOver } from './when/left-over.ts';
import { settleRows, settleTimeline } from './when/lines-of-before.ts';
import { settleYears } from './when/settle-years.ts';
import { settleOthers } from './who/others-told-of.ts';
import type { Subjects } from './who/subjects.ts';

/** In this order: what a later step settles rests on the steps before it. */
export function settle(
  statements: Statement[],
  signals: Signals,
  reading: Reading,
  {
    providerTitle,
    provider,
    timeline,
    subjects,
  }: { providerTitle: boolean; provider: number | null; timeline: ReadonlyMap<Sentence, number>; subjects: Subjects },
): void {
  settleYears(statements, reading);
  settleAdded(statements, reading);
  settleBesideNews(statements, reading);
  settleRows(statements);
  settleTimeline(statements, timeline);
  settleRetold(statements, reading);
  settleLastMonth(statements, reading);
  settleSinceThen(statements, reading);
  if (providerTitle && provider !== null) settleBesideProvider(statements, provider, reading);
  settleBackground(statements, signals, reading, providerTitle);
  settleLeftOver(statements, signals);
  settleOthers(statements, reading, subjects);
}

/** "Ofsted rated it good in 2022, with care leavers outstanding": the parts added to an earlier grade are of its time. */
function settleAdded(statements: Statement[], { tokens }: Reading): void {
  for (const s of statements) {
    if (s.standing !== 'current' || isWhole(s) || s.rating.rules.some((rule) => rule.startsWith('current.'))) continue;
    const whole = statements.findLast(
      (o) =>
        (o.standing === 'previous' || o.standing === 'background') &&
        isWhole(o) &&
        o.rating.sentence === s.rating.sentence &&
        o.rating.mention.to <= s.rating.mention.from &&
        o.service === s.service &&
        o.authorities.some((a) => s.authorities.includes(a)),
    );
    const between = whole ? tokens.slice(whole.rating.mention.to, s.rating.mention.from).map(({ w }) => w) : [];
    // "An inspection in 2022 found that it was good, and that help for care leavers was outstanding"
    const andThat = between.some((w, n) => w === 'and' && between[n + 1] === 'that');
    if (!andThat && (!between.some((w) => ADDING.has(w)) || between.some((w) => FINITE.has(w)))) continue;
    s.standing = whole?.standing ?? 'previous';
    s.year ??= whole?.year ?? null;
  }
}
const ADDING = new Set(['with', 'including']);
const FINITE = new Set(['is', 'are', 'was', 'were', 'has', 'have', 'now', 'but', ';']);

/** "Last month the first reports came out, with Southshire inadequate": beside news of others told as of today. */
function settleLastMonth(statements: Statement[], reading: Reading): void {
  const isOpened = ({ rating: { sentence } }: Statement) => startsClass(reading, sentence.from, 'last_period');
  for (const s of statements) {
    if (s.standing !== 'current' || s.depth < 1 || !isOpened(s)) continue;
    const news = (o: Statement) => o.standing === 'current' && o.depth < s.depth && isWhole(o) && !isOpened(o);
    if (statements.some((o) => news(o) && o.authorities.every((a) => !s.authorities.includes(a))))
      s.standing = 'previous';
  }
}

/** "We were judged inadequate. Since then we have worked with …": what came after it has had its time. */
function settleSinceThen(statements: Statement[], { sentences, tokens }: Reading): void {
  for (const s of statements) {
    const next = sentences[s.rating.sentence.index + 1];
    const since = next?.field === 'text' && tokens[next.from]?.w === 'since' && tokens[next.from + 1]?.w === 'then';
    const told = s.depth < 0 || s.rating.rules.some((rule) => rule.startsWith('current.'));
    if (since && s.standing === 'current' && !told) s.standing = 'previous';
  }
}

/** "Northshire, which was rated good, is praised for …": told again in passing, the grade that is news is no earlier one. */
function settleRetold(statements: Statement[], reading: Reading): void {
  for (const s of statements) {
    const earlier = s.rating.rules.filter((rule) => rule.startsWith('previous.'));
    if (s.standing !== 'previous' || s.year !== null || earlier.some((rule) => rule !== 'previous.relative')) continue;
    const isOwn = (o: Statement) =>
      o.standing === 'current' && o.service === s.service && o.authorities.some((a) => s.authorities.includes(a));
    const own = statements.filter(isOwn);
    if (own.some((o) => o.rating.grade === s.rating.grade)) s.standing = 'current';
    // "Ofsted found serious failures in the services of Northshire, which were rated inadequate": what they found there.
    else if (own.length === 0 && s.depth < 2 && s.inspectorate !== null && closesFinding(s, reading))
      s.standing = 'current';
  }
}

/** Those who judge open the sentence and have found something, and the grade ends it. */
const closesFinding = ({ rating: { mention, sentence } }: Statement, reading: Reading): boolean =>
  sentence.to - mention.to <= 1 &&
  mentionsIn(reading, 'inspectorate', sentence.from, sentence.from + OPENS).length > 0 &&
  mentionsIn(reading, 'says_that', sentence.from, mention.from).length > 0;
const OPENS = 2;

/**
 * "A home run by the council was found inadequate. “Our services are rated good,” its leader said": of the council as it has
 * long been, where nobody is said to have judged it now.
 *
 * @param provider where the first grade of a home or school stands
 */
function settleBesideProvider(statements: Statement[], provider: number, reading: Reading): void {
  for (const s of statements) {
    const { mention, sentence, rules } = s.rating;
    if (s.standing !== 'current' || mention.from < provider || rules.some((rule) => rule.startsWith('current.')))
      continue;
    if (mentionsIn(reading, 'inspectorate', sentence.from, sentence.to).length === 0) s.standing = 'background';
  }
}

/**
 * "… after Ofsted rated its services good": said in passing, yet the news itself when a new report, an answer to it or
 * its day is spoken of and nothing shows that the article is about something else.
 */
function settleBackground(statements: Statement[], signals: Signals, reading: Reading, ofProvider: boolean): void {
  settleParts(statements);
  if (ofProvider || signals.fired.some((f) => f.weight < 0)) return;
  const told = signals.weight >= 1 || signals.fired.some((f) => f.weight === 0);
  const judges = reading.sentences.flatMap((s) =>
    s.field === 'title' ? mentionsIn(reading, 'inspectorate', s.from, s.to) : [],
  );
  for (const s of statements) {
    if (s.standing !== 'background') continue;
    if (s.depth >= 3 || isBesideNews(s, statements) || isOfOthers(s, statements)) continue;
    const { from, to } = s.rating.sentence;
    // "Ofsted sees Northshire move on after its lowest grade": who opens a title does something else than give that grade.
    const { sentence, mention } = s.rating;
    const judgedInTitle = judges.some((m) => s.depth >= 0 || (m.from > sentence.from && m.to <= mention.from));
    if (told || (judgedInTitle && s.depth < 2) || mentionsIn(reading, 'latest_word', from, to).length > 0)
      s.standing = 'current';
  }
}

/** "Northshire has been rated inadequate. … Southshire, itself rated outstanding, has sent a team": of another than the one judged. */
const isOfOthers = (s: Statement, all: Statement[]): boolean =>
  s.names.length > 0 &&
  all.some((o) => o.rating.rules.includes('current.has-judged') && o.standing === 'current' && isWhole(o)) &&
  !all.some((o) => o.standing === 'current' && o.authorities.some((a) => s.authorities.includes(a)));

/** "Already judged good, Northshire has gone up to outstanding": told with the grade that is news. */
const isBesideNews = (s: Statement, all: Statement[]): boolean =>
  isWhole(s) &&
  all.some(
    (o) =>
      o.standing === 'current' &&
      o.rating.sentence === s.rating.sentence &&
      o.rating.grade !== s.rating.grade &&
      o.rating.rules.some((rule) => rule.startsWith('current.')) &&
      isWhole(o) &&
      o.service === s.service &&
      o.authorities.some((a) => s.authorities.includes(a)),
  );

/** "care leavers, which they graded outstanding": said of an area beside the news of the whole. */
function settleParts(statements: Statement[]): void {
  for (const s of statements) {
    if (s.standing !== 'background' || isWhole(s) || s.year !== null) continue;
    if (statements.some((other) => other.standing === 'current' && other.depth <= s.depth)) s.standing = 'current';
  }
}
