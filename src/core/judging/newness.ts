/** Whether a grade is this article's own news: subject or mere mention, headline before body. */
import { openingElsewhere } from './elsewhere.ts';
import { GIVEN_UP } from './moves.ts';
import type { Signals } from './rules/signals.ts';
import { isWhole, type Refused, type Statement } from './statement.ts';
import { mentionsIn, type Reading } from './text/reading.ts';
import { isSaidAsNew, isToldAsDone, LEAD_SENTENCES } from './told-as-news.ts';
import { isRoundup, type Subjects } from './who/subjects.ts';

export interface Group {
  authority: string;
  group: Statement[];
}

interface Article {
  reading: Reading;
  refused: Refused[];
  subjects: Subjects;
  /** The title states a grade and names no council. */
  unnamedTitle: boolean;
  signals: Signals;
}

const OPENING_SENTENCES = 6;
const NOT_THE_SUBJECT = -4;

/** Points of each group of statements: about 3 is news, about 2 is doubtful, less is a mention. */
export function newsPoints(groups: Group[], article: Article): number[] {
  const { reading, refused, subjects, unnamedTitle, signals } = article;
  const own = groups.map(({ group }) => statementPoints(group, refused, unnamedTitle, reading));
  const listed = groups.map((g) => isListed(g, subjects));
  const many = subjects.inTitle.size === 0 && groups.filter(isNamed).length > 2;
  if (many)
    groups.forEach((g, n) => {
      listed[n] ||= isNamed(g);
    });
  // In a round-up each council is news as much as the first; its own paragraph may be short.
  const best = Math.max(0, ...own.filter((_, n) => listed[n]));
  const roundup = listed.filter(Boolean).length > 1;
  const isElsewhere = openingElsewhere(reading, signals);
  return groups.map((g, n) => {
    const points =
      (roundup && listed[n] ? best : (own[n] as number)) -
      (isBeside(g, n, groups, own, reading) ? ONLY_BESIDE : 0) -
      (isOfOtherJudges(g, groups, reading) ? OF_OTHER_JUDGES : 0);
    const subject = (listed[n] || isSubject(g, subjects)) && !isElsewhere(g.group);
    return points + weightOf(signals, g.group, reading) + (subject ? 0 : NOT_THE_SUBJECT);
  });
}

/** "The CQC has rated adult care good; Ofsted rates children's services outstanding": another service of the same council, not told as new. */
const isBeside = ({ authority, group }: Group, at: number, groups: Group[], own: number[], reading: Reading): boolean =>
  !group.some((s) => s.standing === 'current' && (s.depth === -1 || isSaidAsNew(s) || isToldAsDone(s, reading))) &&
  groups.some(
    (other, n) =>
      n !== at &&
      other.authority === authority &&
      (own[n] as number) > (own[at] as number) &&
      other.group.some((s) => s.standing === 'current' && isSaidAsNew(s)),
  );
const ONLY_BESIDE = 1.5;

/** "Adult care rated outstanding by the CQC. … Our services for children were found to be good by Ofsted": who judges two services does it apart. */
const isOfOtherJudges = ({ authority, group }: Group, groups: Group[], { article }: Reading): boolean =>
  !isInTitle(group) &&
  !NAMES_OF[group[0]?.service ?? '']?.test(article.title) &&
  groups.some(
    (other) =>
      other.authority === authority &&
      isInTitle(other.group) &&
      other.group[0]?.service !== group[0]?.service &&
      other.group[0]?.inspectorate !== group[0]?.inspectorate,
  );
const isInTitle = (group: Statement[]): boolean => group.some((s) => s.standing === 'current' && s.depth === -1);
const OF_OTHER_JUDGES = 3;
/** A title that names a service in whatever words is of that too. */
const NAMES_OF: Record<string, RegExp> = {
  childrens_services: /child|young|famil|\bkids\b/i,
  adult_social_care: /adult|social care|elderly|older/i,
};

function isSubject({ authority, group }: Group, subjects: Subjects): boolean {
  if (subjects.told.has(authority)) return true;
  const one = subjects.inTitle.size > 0 && !(subjects.titlePlural && isRoundup(subjects));
  if (one) return subjects.inTitle.has(authority);
  if (subjects.fromSource === authority) return true;
  if (isRoundup(subjects)) return group.some((s) => s.standing === 'current');
  return subjects.ranked[0] === authority || subjects.inLead.has(authority);
}

const isNamed = ({ group }: Group): boolean => group.some((s) => s.standing === 'current' && s.depth >= 0);

/** Named beside its grade in an article whose title names no council: the news is the list. */
function isListed({ authority, group }: Group, subjects: Subjects): boolean {
  const named = group.filter((s) => s.standing === 'current' && s.names.length > 0);
  // A title that names one council is of that one, whoever is named together after the opening.
  const many = subjects.inTitle.size === 0 || subjects.inTitle.has(authority) || isRoundup(subjects);
  if (named.some((s) => s.names.length > 1 && (many || s.depth === 0))) return true;
  if (!isRoundup(subjects)) return false;
  if (subjects.told.has(authority)) return true;
  // "There was less cheer in Northshire. Its services dropped to …": the title names it, the sentence before too.
  if (subjects.inTitle.has(authority)) return group.some((s) => s.standing === 'current' && s.depth >= 0);
  // "The bad news is for Northshire. In 2011 it was adequate. Now its services are inadequate": no name beside the grade.
  const own = group.some((s) => s.standing === 'current' && s.depth >= 0 && s.authorities.length === 1);
  return (subjects.inTitle.size === 0 && own) || (subjects.titlePlural && named.length > 0);
}

/** Points of the statements themselves: headline and opening say more than the end. */
function statementPoints(statements: Statement[], refused: Refused[], unnamedTitle: boolean, reading: Reading): number {
  const current = statements.filter((s) => s.standing === 'current');
  if (current.length === 0) return 0;
  const headline = current.some((s) => s.depth === -1 && isBorneOut(s, statements));
  // A headline that names no council, and no body that bears it out.
  const unnamed = current.every((s) => s.depth === -1 && s.names.length === 0);
  let points = unnamed && !isExplainedByLead(reading) ? -1 : 0;
  if (headline || countedInTitle(current, refused)) points += 3;
  // A title that names no council speaks for all that the text lists.
  else if (unnamedTitle && current.some((s) => s.names.length > 1)) points += 2;
  if (current.some((s) => s.depth >= 0 && s.depth < LEAD_SENTENCES)) points += 2;
  else if (current.some((s) => s.depth >= LEAD_SENTENCES))
    points +=
      (current.some((s) => s.depth < OPENING_SENTENCES) ? 1.5 : 1) + (opensWithTheirs(current, reading) ? 0.75 : 0);
  if (current.some(isSaidAsNew)) points += 1;
  if (current.some((s) => isLatest(s, reading))) points += 1;
  if (current.some((s) => namesInspectorate(s, reading))) points += 0.5;
  if (areasIn(current) >= 2) points += 1.5;
  if (isWhatFollows(statements, reading)) points += 1.5;
  if (current.some((s) => s.target.overall || s.target.everywhere)) points += 0.5;
  return points;
}

/** "Inspectors' verdict: good", and below it "Ofsted came to Northshire to look at children's services": whose verdict, and on what. */
function isExplainedByLead(reading: Reading): boolean {
  const says = (at: number, ...classes: string[]) =>
    reading.sentences.some(
      ({ depth, from, to }) => depth === at && classes.every((cls) => mentionsIn(reading, cls, from, to).length > 0),
    );
  return says(-1, 'inspectorate') && says(0, 'authority', 'service', 'inspectorate');
}

/**
 * Where the title itself says the grade as news, or the first sentence does, of today, and says who gave it, other matters beside it count
 * half. "Ofsted's letter … The heading for leaders is good": a letter on a visit would grade nothing.
 */
function weightOf(
  { weight, yielding, yieldingToParts, yieldingToNews }: Signals,
  statements: Statement[],
  reading: Reading,
): number {
  const inTitle = (s: Statement) => s.depth === -1 && isBorneOut(s, statements);
  const opens = ({ depth, rating: { sentence, rules } }: Statement) =>
    depth === 0 &&
    ['same_day', 'day_before'].some((cls) => mentionsIn(reading, cls, sentence.from, sentence.to).length > 0) &&
    mentionsIn(reading, 'inspectorate', sentence.from, sentence.to).length > 0 &&
    rules.every((rule) => !rule.startsWith('background.'));
  const told = statements.some((s) => s.standing === 'current' && isTop(s) && (inTitle(s) || opens(s)));
  const news = statements.some((s) => isGivenNow(s, reading)) ? yieldingToNews : 0;
  return weight - news - (told ? yielding / 2 : 0) - (gradesParts(statements) ? yieldingToParts : 0);
}

/** Of the whole, or of safeguarding, which reports of 2009 to 2012 graded first. */
const isTop = (s: Statement): boolean => isWhole(s) || s.target.areas.some(({ id }) => id === 'safeguarding');

/** "Ofsted has rated its services good", "are now good in the eyes of Ofsted", at once: what an article on anything else does not open with. */
const isGivenNow = (s: Statement, reading: Reading): boolean =>
  s.standing === 'current' &&
  isWhole(s) &&
  s.depth >= 0 &&
  s.depth < OPENS_WITH &&
  isSaidAsNew(s) &&
  s.rating.rules.every((rule) => !rule.startsWith('background.')) &&
  namesInspectorate(s, reading);
const OPENS_WITH = 3;

/** The whole, and more of its parts than one. */
const gradesParts = (statements: Statement[]): boolean => {
  const current = statements.filter((s) => s.standing === 'current');
  return current.some(isWhole) && areasIn(current) >= 2;
};
const areasIn = (current: Statement[]): number => new Set(current.flatMap((s) => s.target.areas.map((a) => a.id))).size;

/** The title or the opening names those who judge, nobody else first, and the grade follows further down: the article is about their report. */
function opensWithTheirs(current: Statement[], reading: Reading): boolean {
  const named = reading.sentences
    .filter((s) => s.depth < LEAD_SENTENCES)
    .flatMap((s) => mentionsIn(reading, 'inspectorate', s.from, s.to).map(({ id }) => id));
  const first = named.find((id) => id !== 'unnamed');
  return first === undefined ? named.length > 0 : current.some((s) => s.inspectorate === first);
}

/** A headline that names nobody is believed where the text says that grade as news too, or none at all. */
function isBorneOut(title: Statement, statements: Statement[]): boolean {
  const body = statements.filter((s) => s.depth >= 0);
  if (title.names.length > 0 || body.length === 0) return true;
  return body.some((s) => s.standing === 'current' && s.rating.grade === title.rating.grade);
}

/** "Inspectors say it is no longer inadequate. … 'Requires improvement' I can live with, the leader said": the title or the opening gives up a grade, and one other is told. */
function isWhatFollows(statements: Statement[], reading: Reading): boolean {
  const left = statements.find(
    ({ standing, depth, rating: { rules, sentence } }) =>
      standing === 'previous' &&
      depth < 1 &&
      GIVEN_UP.some((rule) => rules.includes(rule)) &&
      mentionsIn(reading, 'inspectorate', sentence.from, sentence.to).length > 0,
  );
  const told = new Set(statements.filter((s) => s.standing === 'current' && isWhole(s)).map((s) => s.rating.grade));
  return left !== undefined && told.size === 1 && !told.has(left.rating.grade);
}

/** Its sentence speaks of the latest inspection. */
const isLatest = ({ rating: { sentence } }: Statement, reading: Reading): boolean =>
  sentence.field === 'text' && mentionsIn(reading, 'latest_word', sentence.from, sentence.to).length > 0;

/** "Four councils inadequate": the title counts what the text names. */
const countedInTitle = (current: Statement[], refused: Refused[]): boolean =>
  refused.some(
    ({ rating, code }) =>
      (code === 'count' || code === 'league') &&
      rating.sentence.field === 'title' &&
      current.some((s) => s.rating.grade === rating.grade),
  );

/** Somebody who judges is named with it, or beside it in the opening. */
const namesInspectorate = ({ rating: { sentence }, depth }: Statement, reading: Reading): boolean => {
  if (depth < 0 || depth >= OPENING_SENTENCES) return false;
  const [before, after] = [reading.sentences[sentence.index - 1], reading.sentences[sentence.index + 1]];
  const [title, lead] = [reading.sentences[0], reading.sentences.find((s) => s.depth === 0)];
  const near = depth < LEAD_SENTENCES ? [title, lead, before, sentence, after] : [sentence];
  return near.some((s) => s !== undefined && mentionsIn(reading, 'inspectorate', s.from, s.to).length > 0);
};

/**
 * "Four goods and one requires improvement": a headline without names is not of a council that the text names with another grade.
 *
 * @param ofSeveral the title speaks of more councils than one
 */
export const isOthers = (s: Statement, all: Statement[], ofSeveral: boolean): boolean => {
  if (s.depth >= 0 || s.names.length > 0 || s.target.areas.length > 0) return false;
  const own = all.filter(
    (o) =>
      o.depth >= 0 &&
      o.standing === 'current' &&
      o.names.length > 0 &&
      o.authorities.some((a) => s.authorities.includes(a)),
  );
  // "Top marks for one borough as its neighbour moves to good", and the text says who is good.
  const isOfOther = all.some(
    (o) =>
      o.depth >= 0 &&
      o.standing === 'current' &&
      o.rating.grade === s.rating.grade &&
      o.authorities.every((a) => !s.authorities.includes(a)),
  );
  return (
    own.length > 0 &&
    (ofSeveral || isOfOther || own.some((o) => o.names.length > 1)) &&
    own.every((o) => o.rating.grade !== s.rating.grade)
  );
};

/**
 * "For only one is the news good. Northshire, Southshire and Westshire were inspected. Southshire is inadequate": a grade of
 * several that its own sentence does not name is not of those whom another sentence names with another grade.
 */
export function withoutTheirOwn(s: Statement, all: Statement[]): Statement {
  const named = (o: Statement, slug?: string) =>
    o.names.some((m) => (slug === undefined || m.id === slug) && isWithin(m, o.rating.sentence));
  const inPassing = s.rating.rules.some((rule) => rule.startsWith('background.'));
  if (s.authorities.length < 2 || s.standing !== 'current' || !isWhole(s) || (named(s) && !inPassing)) return s;
  const has = (slug: string) =>
    all.some(
      (o) =>
        o.standing === 'current' &&
        isWhole(o) &&
        (named(o, slug) || (inPassing && o.authorities.length === 1 && o.authorities[0] === slug)) &&
        o.rating.grade !== s.rating.grade,
    );
  return { ...s, authorities: s.authorities.filter((slug) => !has(slug)) };
}
const isWithin = (m: { from: number; to: number }, sentence: { from: number; to: number }) =>
  m.from >= sentence.from && m.to <= sentence.to;
