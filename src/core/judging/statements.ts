/** What each sentence says: this authority, this grade, of this area, standing so. */
import { targetsOf } from './areas/areas.ts';
import { withRest } from './areas/rest.ts';
import { withShared } from './areas/shared-grade.ts';
import { isOneMore } from './grades/echoes.ts';
import { isAnswered, isRow, listRatings, namesBelow, rowName } from './grades/lists.ts';
import { ratingsIn } from './grades/ratings.ts';
import { restates } from './grades/restates.ts';
import { type Cell, yearCells } from './grades/tables.ts';
import type { Rulebook, Standing } from './rules/rulebook.ts';
import type { Rating, Refused, Statement, Target } from './statement.ts';
import { asidesOf } from './text/asides.ts';
import { mentionsIn, type Reading, someFrom, startsClass } from './text/reading.ts';
import type { Sentence } from './text/sentences.ts';
import type { Mention } from './text/trie.ts';
import { isOwnHome, type Matter, matterAt, providerAt } from './what.ts';
import { lastYear, yearBeside } from './when/dated-beside.ts';
import { yearNear } from './when/when.ts';
import { alsoGiven, givenInYears } from './who/also-given.ts';
import { isOfMany } from './who/counts-of-many.ts';
import { sectionsOf } from './who/headings.ts';
import { isOfNeighbour } from './who/neighbours.ts';
import type { Subjects } from './who/subjects.ts';
import { authoritiesOf } from './who/who.ts';

/** "Not since 2011 had it been good": it had another grade meanwhile. */
export const NOT_SINCE = 'previous.not-since';

export function statementsIn(
  reading: Reading,
  rulebook: Rulebook,
  subjects: Subjects,
  matter: Matter,
): { statements: Statement[]; refused: Refused[] } {
  const ratings = ratingsIn(reading, rulebook);
  const statements: Statement[] = [];
  const refused: Refused[] = [];
  const published = reading.article.published?.slice(0, 10) ?? null;
  const roundup = isRoundup(subjects);
  const inLists = listRatings(reading, ratings);
  const inTables = yearCells(reading, ratings);
  let topic: string[] = subjects.ranked.slice(0, 1);
  const sections = sectionsOf(reading);
  let row: string[] | null = null;
  let ongoingProvider = false;
  let at = 0;
  for (const sentence of reading.sentences) {
    const here: Rating[] = [];
    while (at < ratings.length && ratings[at]?.sentence === sentence) here.push(ratings[at++] as Rating);
    const named = mentionsIn(reading, 'authority', sentence.from, sentence.to).filter(
      (m) => !subjects.bystanders.has(m),
    );
    if (sentence.newParagraph || named.length > 0) row = null;
    const section = sections.get(sentence.index);
    const spokenOf = row ?? (section ? [section] : topic);
    const live = here.filter(
      (r) =>
        (!r.refused || r.refused.code === 'count') &&
        !(r.paraphrase && here.some((other) => restates(other, r, reading))),
    );
    const targets = targetsOf(live, reading);
    const asides = here.length > 0 ? asidesOf(reading, sentence) : [];
    let said: Mention[] = [];
    for (const rating of here) {
      const n = here.indexOf(rating);
      const before = here[n - 1]?.mention.to ?? sentence.from;
      const after = here[n + 1]?.mention.from ?? sentence.to;
      const below = named.length === 0 ? namesBelow(reading, rating, here) : [];
      const who =
        below.length > 0
          ? { slugs: [...new Set(below.map((m) => m.id))], mentions: below }
          : authoritiesOf(rating, before, after, reading, subjects, spokenOf, asides, said);
      const broken = brokenNext(rating, reading);
      if (broken && broken.length > 0) {
        who.slugs = [...new Set(broken.map((m) => m.id))];
        who.mentions = broken;
      }
      said = who.mentions;
      const refuse = (code: string, reason: string, rule: string) =>
        refused.push({ rating, authorities: who.slugs, code, reason, rule });
      const areas = targets.get(rating)?.areas ?? [];
      const inYears = givenInYears(rating, reading);
      // A count of councils is a grade of each when their names follow.
      const counted =
        rating.refused?.code === 'count' &&
        (below.length > 0 ||
          inYears.length > 1 ||
          (namesBeside(who.mentions, before, after) && !isOfNextCount(who.mentions, rating, after, reading)) ||
          namesAdded(who.mentions, rating, reading) ||
          namedJustBefore(who.mentions, rating, reading) ||
          isOneOf(who.mentions, rating, reading) ||
          (areas.length > 0 && !isOfMany(who.mentions, areas.length, sentence, reading)));
      const cell = inTables.get(rating);
      if (rating.refused && !counted && !cell && !broken) {
        refuse(rating.refused.code, rating.refused.reason, rating.refused.rule);
        continue;
      }
      if (rating.paraphrase && here.some((r) => restates(r, rating, reading))) continue;
      const listed = cell?.target ?? inLists.get(rating);
      const shared = withShared(listed ?? (targets.get(rating) as Target), rating, here, reading);
      const target = withRest(shared, rating, who.slugs, statements, reading);
      if (
        !rating.licensed &&
        !listed &&
        !counted &&
        who.mentions.length < 2 &&
        below.length === 0 &&
        target.areas.length === 0 &&
        !target.everywhere &&
        !target.overall &&
        !isRow(reading, rating) &&
        !isAnswered(reading, rating) &&
        !isHeadlineRow(rating, who.mentions, here) &&
        !isNextInTurn(rating, who.mentions, statements.at(-1), reading)
      ) {
        refuse('no_judging_words', 'no word nearby says that the grade was given', 'licence');
        continue;
      }
      if (
        !(below.length > 0 && sentence.opens) &&
        providerAt(rating.mention, sentence, reading, matter, ongoingProvider, asides)
      ) {
        refuse('provider', 'the grade is of a single school, home or agency, not of the authority', 'provider');
        continue;
      }
      const start = here[0]?.mention.from ?? sentence.from;
      const when = yearNear(reading, sentence, rating.mention, start, before, after, published, asides);
      const anew = broken !== null || isOneMore(reading, rating.mention);
      const standing = anew
        ? 'current'
        : standingOf(rating, listed !== undefined, cell, isOfNeighbour(who.mentions, reading, subjects.bystanders));
      const earlier = standing === 'previous' || standing === 'background';
      const year =
        (anew ? null : when?.year) ??
        (earlier && published ? lastYear(reading, rating.mention, before, after, published) : null) ??
        yearBeside(rating, reading);
      const { service, inspectorate } = matterAt(rating.mention, sentence, reading, matter);
      statements.push({
        rating,
        target,
        authorities: who.slugs,
        names: who.mentions,
        service,
        inspectorate,
        standing,
        year: cell ? pastYear(cell) : year,
        month: anew ? null : (when?.month ?? null),
        depth: sentence.depth,
      }); // prettier-ignore
      const last = statements[statements.length - 1] as Statement;
      if (broken && when && rating.rules.includes(NOT_SINCE))
        statements.push({ ...last, standing: 'previous', year: when.year, month: when.month });
      for (const year of cell || anew ? [] : (when?.also ?? [])) statements.push({ ...last, year, month: null });
      if (last.standing === 'previous' && isGivenAgain(rating, after, reading))
        statements.push({ ...last, standing: 'current', year: null, month: null });
      for (const { name, year } of inYears)
        if (!who.slugs.includes(name.id))
          statements.push({ ...last, authorities: [name.id], names: [name], year, month: null });
      const also = rating === here[here.length - 1] ? alsoGiven(rating, reading) : null;
      if (also)
        statements.push({
          ...last,
          authorities: [...new Set(also.names.map((m) => m.id))],
          names: also.names,
          year: also.year ?? last.year,
          depth: also.sentence.depth,
        });
    }
    const told = rowName(reading, sentence, named);
    if (told && here.length > 0) row = [told.id];
    if (sentence.field === 'text' || roundup) {
      const main = named.filter((m) => !asides.some((a) => m.from >= a.from && m.from < a.to));
      if (roundup && named.length > 0) topic = [...new Set((main.length > 0 ? main : named).map((m) => m.id))];
      const speaksOf = (cls: string) => mentionsIn(reading, cls, sentence.from, sentence.to).length > 0;
      if (speaksOf('service') || speaksOf('council_word') || (named.length > 0 && !speaksOf('provider')))
        ongoingProvider = false;
      else if (speaksOfProvider(reading, sentence)) ongoingProvider = true;
    }
  }
  return { statements, refused };
}

/** "It has had an inadequate since 2018, and today it gets another." */
const isGivenAgain = ({ mention }: Rating, until: number, reading: Reading): boolean =>
  mentionsIn(reading, 'given_again', mention.to, until).length > 0;

/**
 * "No council had ever had the top grade. Now two have: Northshire and Southshire": what nobody had is what is given.
 *
 * @returns the names that the next sentence gives, none where it goes on about the same council; null where it is not so
 */
function brokenNext({ standing, rules, refused, sentence, mention }: Rating, reading: Reading): Mention[] | null {
  const notSince = rules.includes(NOT_SINCE);
  if (standing !== 'denied' && !notSince && refused?.code !== 'league' && refused?.code !== 'count') return null;
  const next = reading.sentences[sentence.index + 1];
  const before = reading.tokens.slice(sentence.from, mention.from).map((t) => t.w);
  const nobody = mentionsIn(reading, 'nobody', sentence.from, mention.from).length > 0;
  if (!nobody || !before.some((w) => ['had', 'has', 'have'].includes(w)) || next?.field !== 'text') return null;
  if (mentionsIn(reading, 'record_breaks', next.from, next.to).length === 0) return null;
  return mentionsIn(reading, 'authority', next.from, next.to);
}

/** "Northshire good, Southshire inadequate": a title that sets grades beside names. */
const isHeadlineRow = ({ sentence, mention }: Rating, names: Mention[], here: Rating[]): boolean =>
  sentence.field === 'title' && here.length > 1 && names.length === 1 && names[0]?.to === mention.from;

/** "Northshire was judged good. Southshire is inadequate": a round-up goes on to the next council. */
function isNextInTurn({ sentence, mention }: Rating, names: Mention[], last: Statement | undefined, reading: Reading) {
  const name = names[0];
  const follows = last?.rating.sentence.index === sentence.index - 1 && last.names.length > 0;
  if (!name || !follows || last.names.some((m) => m.id === name.id) || name.from - sentence.from > 1) return false;
  const near = mention.from - name.to <= 3 && mentionsIn(reading, 'be', name.to, mention.from).length > 0;
  // "In Kelbury, where a new director has come, they are good": the clause of its own ends with the grade.
  const [they, be] = [reading.tokens[mention.from - 2]?.w ?? '', mention.from - 1];
  const said = ['they', 'it', 'services'].includes(they) && startsClass(reading, be, 'be');
  return near || said || (mention.id === 'requires_improvement' && mention.from === name.to);
}

/** Under a line that introduces a list the grade is given here, whatever its clause; in a table the newest one is. */
function standingOf(rating: Rating, listed: boolean, cell: Cell | undefined, neighbours: boolean): Standing {
  if (neighbours && !rating.rules.some((rule) => SAID_ANEW.includes(rule))) return 'previous';
  if (cell) return cell.newest ? 'current' : 'previous';
  return listed && rating.standing === 'background' ? 'current' : rating.standing;
}
/** "Neighbouring Southshire has kept its good rating": news, if the article is of both. */
const SAID_ANEW = ['current.keeps', 'current.has-judged'];
const pastYear = ({ newest, year }: Cell) => (newest ? null : year);

/** A board of partners, or the police, is mentioned beside the council; what follows is of the council again. */
const speaksOfProvider = (reading: Reading, { from, to }: Sentence): boolean =>
  mentionsIn(reading, 'provider', from, to).some(
    (m) => !/board|police|constabulary/i.test(m.id) && !isOwnHome(reading, m),
  );

/** "Three councils were good: A, B and C", "A and B, two of the three councils, were good". */
const namesBeside = (names: Mention[], from: number, to: number): boolean =>
  names.length > 1 && (names[0] as Mention).from >= from && (names[0] as Mention).from < to;

/** "28 were good and two, A and B, were outstanding": the names are of the next count. */
const isOfNextCount = ([name]: Mention[], { mention, sentence }: Rating, after: number, reading: Reading): boolean =>
  name !== undefined &&
  name.from >= mention.to &&
  after < sentence.to &&
  ['count_word', 'number'].some((cls) => mentionsIn(reading, cls, mention.to, name.from).length > 0);

/** "44 were outstanding, among them Northshire", "44 were outstanding, and Northshire is one of them". */
const namesAdded = (names: Mention[], { mention }: Rating, reading: Reading): boolean =>
  names.some(
    (m) =>
      m.from >= mention.to &&
      (mentionsIn(reading, 'adds_names', mention.to, m.from).length > 0 ||
        mentionsIn(reading, 'is_of_them', m.to, m.to + 7).some((of) => of.from - m.to <= 2)),
  );

/** "The third, Northshire, requires improvement": the count stands before the name, the grade is of the named. */
function namedJustBefore(names: Mention[], { mention, sentence }: Rating, reading: Reading): boolean {
  const name = names[0];
  if (!name || names.length > 1 || name.to > mention.from || mention.from - name.to > 12) return false;
  const opens = name.from === sentence.from || reading.tokens[name.from - 1]?.w === ',';
  if (!opens) return false;
  const until = Math.min(sentence.to, mention.to + 7);
  const counts = (from: number, to: number) =>
    ['count_word', 'number', 'councils'].some((cls) => mentionsIn(reading, cls, from, to).length > 0);
  return !counts(name.to, mention.from) && !counts(mention.to, until);
}

/** "Northshire is one of a handful of councils rated outstanding", "has joined a band of them": what the few are, the named is. */
function isOneOf(names: Mention[], { mention }: Rating, reading: Reading): boolean {
  const name = names[0];
  if (!name || names.length > 1) return false;
  const has = (reading.startsAt[name.to] ?? []).find((m) => m.cls === 'has');
  const joins = (reading.startsAt[has?.to ?? name.to] ?? []).find((m) => m.cls === 'joins_them');
  if (joins) return isOfTheFew(joins.to, mention, reading);
  const be = (reading.startsAt[name.to] ?? []).find((m) => m.cls === 'be');
  if (!be) return false;
  const [first, of] = reading.tokens.slice(be.to, be.to + 2).map(({ w }) => w);
  if (!(first === 'among' || (first === 'one' && of === 'of'))) return false;
  const many = mentionsIn(reading, 'councils', be.to, mention.from).at(-1);
  return many !== undefined && mention.from - many.to <= 3;
}

/** "councils rated outstanding", "councils whose services are graded outstanding" */
function isOfTheFew(from: number, grade: Mention, reading: Reading): boolean {
  const many = mentionsIn(reading, 'councils', from, Math.min(from + 4, grade.from)).at(-1);
  if (!many) return false;
  const relative = someFrom(many.to, many.to + 3, (i) => RELATIVES.has(reading.tokens[i]?.w ?? ''));
  return grade.from - many.to <= (relative ? 10 : 3);
}

const RELATIVES = new Set(['that', 'which', 'whose', 'with']);

/** Several authorities are news together: in the title, or in the first sentences when the title names none. */
export function isRoundup({ inTitle, inLead, titlePlural, isPair, isOneOfMany }: Subjects): boolean {
  if (inTitle.size === 0) return inLead.size > 1 || titlePlural;
  return isOneOfMany || inTitle.size > 1 || (titlePlural && (inLead.size > 2 || isPair));
}
