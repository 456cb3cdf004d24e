/** What one grade of a sentence says: whose it is, of what, how it stands and when; or why it is nobody's judgement. */
import { dayOf } from '../dates.ts';
import { withRest } from './areas/rest.ts';
import { withShared } from './areas/shared-grade.ts';
import { isGivenAgain } from './grades/again.ts';
import { isOneMore } from './grades/echoes.ts';
import { isAnswered, namesBelow, target as targetOf, yearOfLine } from './grades/lists.ts';
import { ownClause } from './grades/own-clause.ts';
import { brokenNext, NOT_SINCE } from './grades/records.ts';
import { restates } from './grades/restates.ts';
import { goesOnInRow, isRow } from './grades/rows.ts';
import type { Cell } from './grades/tables.ts';
import type { Matter } from './matter.ts';
import { providerAt } from './provider.ts';
import type { Standing } from './rules/rulebook.ts';
import type { Rating, Refused, Statement, Target } from './statement.ts';
import type { Span } from './text/asides.ts';
import type { Reading } from './text/reading.ts';
import type { Sentence } from './text/sentences.ts';
import type { Mention } from './text/trie.ts';
import { matterAt } from './what.ts';
import { lastYear, yearBeside } from './when/dated-beside.ts';
import { yearNear } from './when/when.ts';
import { alsoGiven, givenInYears } from './who/also-given.ts';
import { companionsIn } from './who/companions.ts';
import { namesCounted } from './who/counted-names.ts';
import { isOfMany } from './who/counts-of-many.ts';
import { splitByNames } from './who/gapped.ts';
import { isSaidOfSubject } from './who/in-turn.ts';
import { isOfNeighbour } from './who/neighbours.ts';
import { isRoundup, type Subjects } from './who/subjects.ts';
import { authoritiesOf, takenTogether } from './who/who.ts';

/** What holds for the whole text. */
export interface WholeText {
  reading: Reading;
  subjects: Subjects;
  matter: Matter;
  /** Grades of lists and of tables, with what they are of. */
  inLists: Map<Rating, Target>;
  inTables: Map<Rating, Cell>;
}

/** A sentence with its grades, as what came before it leaves it to be read. */
export interface Passage {
  sentence: Sentence;
  here: Rating[];
  named: Mention[];
  asides: Span[];
  targets: Map<Rating, Target>;
  /** Authorities the text last spoke of. */
  spokenOf: string[];
  /** The first below a heading that is a council's name. */
  opensSection: boolean;
  ofProvider: boolean;
}

/** Whose grade it is. */
interface Owner {
  slugs: string[];
  mentions: Mention[];
  /** They are named on the lines below. */
  below: boolean;
  /** The grade nobody had is given now. */
  anew: boolean;
}

type Refusal = Pick<Refused, 'code' | 'reason' | 'rule'>;
type Said = { owner: Owner; given: Statement[]; refusal: Refusal | null };

/**
 * @param said    whom the grade before it in the sentence was given to
 * @param earlier what the text said before
 */
export function saidOf(rating: Rating, passage: Passage, text: WholeText, said: Mention[], earlier: Statement[]): Said {
  const { reading } = text;
  const { sentence, here, asides } = passage;
  const n = here.indexOf(rating);
  const span = { before: here[n - 1]?.mention.to ?? sentence.from, after: here[n + 1]?.mention.from ?? sentence.to };
  const owner = ownerOf(rating, span, passage, text, said);
  const nothing = (refusal: Refusal | null): Said => ({ owner, given: [], refusal });
  const cell = text.inTables.get(rating);
  const counted = isCounted(rating, owner, span, passage, text);
  if (rating.refused && !counted && !cell && !owner.anew) return nothing(rating.refused);
  if (rating.paraphrase && here.some((r) => restates(r, rating, reading))) return nothing(null);
  const ofList = cell?.target ?? text.inLists.get(rating);
  const shared = withShared(ofList ?? passage.targets.get(rating) ?? targetOf([]), rating, here, reading);
  const target = withRest(shared, rating, owner.slugs, earlier, reading);
  const listed = ofList !== undefined;
  const headed = passage.opensSection && opensSentence(rating, reading);
  if (!listed && !counted && !headed && !isShownGiven(rating, owner, target, here, text))
    return nothing(NOT_SAID_GIVEN);
  const introduces = owner.below && sentence.opens;
  if (!introduces && !headed && providerAt(rating.mention, sentence, reading, text.matter, passage.ofProvider, asides))
    return nothing(OF_PROVIDER);
  return { owner, given: statementsOf({ rating, owner, target, cell, listed, span }, passage, text), refusal: null };
}

const NOT_SAID_GIVEN: Refusal = {
  code: 'no_judging_words',
  reason: 'no word nearby says that the grade was given',
  rule: 'licence',
};
const OF_PROVIDER: Refusal = {
  code: 'provider',
  reason: 'the grade is of a single school, home or agency, not of the authority',
  rule: 'provider',
};

/** Who is named on the lines below or in the next sentence where a record falls, else who the sentence names or speaks of. */
function ownerOf(rating: Rating, { before, after }: Reach, passage: Passage, text: WholeText, said: Mention[]): Owner {
  const { reading, subjects } = text;
  const below = passage.named.length === 0 ? namesBelow(reading, rating, passage.here) : [];
  const broken = brokenNext(rating, reading);
  const named = broken && broken.length > 0 ? broken : below;
  const { slugs, mentions } =
    named.length > 0
      ? { slugs: [...new Set(named.map((m) => m.id))], mentions: named }
      : authoritiesOf(rating, before, after, reading, subjects, passage.spokenOf, passage.asides, said);
  return { slugs, mentions, below: below.length > 0, anew: broken !== null };
}

/** A count of councils is a grade of each when their names follow. */
function isCounted(
  rating: Rating,
  owner: Owner,
  span: Reach,
  { sentence, targets }: Passage,
  { reading, subjects }: WholeText,
): boolean {
  if (rating.refused?.code !== 'count') return false;
  const areas = targets.get(rating)?.areas ?? [];
  return (
    owner.below ||
    givenInYears(rating, reading).length > 1 ||
    (owner.slugs.length > 1 && takenTogether(rating, reading, subjects) !== null) ||
    namesCounted(owner.mentions, rating, span, reading) ||
    (areas.length > 0 && !isOfMany(owner.mentions, areas.length, sentence, reading))
  );
}

/** Between the grade before it in the sentence and the next one. */
interface Reach {
  before: number;
  after: number;
}

/** "Northshire" on a line of its own, and below it "Good. Children are safe", "Good, up from …". */
const opensSentence = ({ mention, sentence }: Rating, { tokens }: Reading): boolean =>
  mention.from === sentence.from && [',', '.', ';', '–', '!'].includes(tokens[mention.to]?.w ?? '');

/** A rule, several names, areas, or the shape of the text says that the grade was given. */
const isShownGiven = (
  rating: Rating,
  { mentions, below }: Owner,
  { areas, everywhere, overall }: Target,
  here: Rating[],
  { reading, subjects }: WholeText,
): boolean =>
  rating.licensed ||
  mentions.length > 1 ||
  below ||
  areas.length > 0 ||
  everywhere ||
  overall ||
  isRow(reading, rating) ||
  goesOnInRow(reading, rating, here) ||
  isAnswered(reading, rating) ||
  isHeadlineRow(rating, mentions, here) ||
  (isRoundup(subjects) && isSaidOfSubject(rating, mentions, reading));

/** "Northshire good, Southshire inadequate": a title, or the head of a sentence, that sets grades beside names. */
const isHeadlineRow = ({ sentence, mention }: Rating, names: Mention[], here: Rating[]): boolean => {
  const opens = sentence.field === 'title' || (here[0]?.mention.from ?? sentence.to) - sentence.from <= ROW_OPENS;
  return opens && here.length > 1 && names.length === 1 && names[0]?.to === mention.from;
};
/** The longest name of a council, at the head of its sentence. */
const ROW_OPENS = 5;

/** A grade that was given, with all that is known of it. */
interface Given {
  rating: Rating;
  owner: Owner;
  target: Target;
  cell: Cell | undefined;
  /** On a list or in a table. */
  listed: boolean;
  span: Reach;
}

/** What it says, and what its sentence says with it: other years, given again, others who had it too. */
function statementsOf(given: Given, passage: Passage, text: WholeText): Statement[] {
  const { rating, owner, cell, span } = given;
  const { reading } = text;
  const { sentence, here, asides } = passage;
  const published = dayOf(reading.article.published);
  const start = here[0]?.mention.from ?? sentence.from;
  // "Inadequate three years ago but has been rated good": the time is of the clause before.
  const clause = ownClause(rating.mention, sentence, reading);
  const when = yearNear(
    reading,
    { ...sentence, ...clause },
    rating.mention,
    Math.max(start, clause.from),
    Math.max(span.before, clause.from),
    Math.min(span.after, clause.to),
    published,
    asides,
  );
  const anew = owner.anew || isOneMore(reading, rating.mention);
  const ownYears = owner.below && owner.mentions.every((m) => yearOfLine(m, reading) !== null);
  const neighbours = isOfNeighbour(owner.mentions, reading, text.subjects);
  const standing = anew ? 'current' : ownYears ? 'previous' : standingOf(given, neighbours);
  const earlier = standing === 'previous' || standing === 'background';
  const year =
    (anew ? null : when?.year) ??
    (earlier && published ? lastYear(reading, rating.mention, span.before, span.after, published) : null) ??
    yearBeside(rating, reading);
  const { owners, own, others } = splitByNames(given.target, owner.slugs, reading);
  const statement: Statement = {
    rating,
    target: own,
    authorities: [...owners],
    names: owner.mentions,
    ...matterAt(rating.mention, sentence, reading, text.matter),
    standing,
    year: cell ? pastYear(cell) : year,
    month: anew ? null : (when?.month ?? null),
    depth: sentence.depth,
  };
  return [
    statement,
    // "Not since 2011 had it been good": that it was then is told with the grade of now.
    ...(owner.anew && when && rating.rules.includes(NOT_SINCE)
      ? [{ ...statement, standing: 'previous' as const, year: when.year, month: when.month }]
      : []),
    ...(cell || anew ? [] : (when?.also ?? [])).map((other) => ({ ...statement, year: other, month: null })),
    ...((statement.standing === 'previous' || statement.year !== null) && isGivenAgain(rating, span.after, reading)
      ? [{ ...statement, standing: 'current' as const, year: null, month: null }]
      : []),
    ...others.map(({ name, target }) => ({ ...statement, target, authorities: [name.id], names: [name] })),
    ...ofOthers(statement, passage, reading),
  ];
}

/** Others whom the sentence, or the next one, says had the grade too. */
function ofOthers(statement: Statement, { here }: Passage, reading: Reading): Statement[] {
  const { rating, authorities } = statement;
  const company = companionsIn(rating.sentence, reading).filter((m) => !authorities.includes(m.id));
  const inYears = givenInYears(rating, reading).filter(({ name }) => !authorities.includes(name.id));
  const also = rating === here.at(-1) ? alsoGiven(rating, reading) : null;
  return [
    ...company.map((m) => ({
      ...statement,
      authorities: [m.id],
      names: [m],
      standing: 'previous' as const,
      year: null,
      month: null,
    })),
    ...inYears.map(({ name, year }) => ({ ...statement, authorities: [name.id], names: [name], year, month: null })),
    ...(also
      ? [
          {
            ...statement,
            authorities: [...new Set(also.names.map((m) => m.id))],
            names: also.names,
            year: also.year ?? statement.year,
            depth: also.sentence.depth,
          },
        ]
      : []),
  ];
}

/** Under a line that introduces a list the grade is given here, whatever its clause; in a table the newest one is. */
function standingOf({ rating, listed, cell }: Given, neighbours: boolean): Standing {
  if (neighbours && !rating.rules.some((rule) => SAID_ANEW.includes(rule))) return 'previous';
  if (cell) return cell.newest ? 'current' : 'previous';
  return listed && rating.standing === 'background' ? 'current' : rating.standing;
}
/** "Neighbouring Southshire has kept its good rating": news, if the article is of both. */
const SAID_ANEW = ['current.keeps', 'current.has-judged'];
const pastYear = ({ newest, year }: Cell) => (newest ? null : year);
