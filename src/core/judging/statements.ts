/** What each sentence says: this authority, this grade, of this area, standing so. */
import { targetsOf } from './areas/areas.ts';
import { type Passage, saidOf, type WholeText } from './given.ts';
import { listRatings, target as targetOf } from './grades/lists.ts';
import { ratingsIn } from './grades/ratings.ts';
import { restates } from './grades/restates.ts';
import { rowName } from './grades/rows.ts';
import { yearCells } from './grades/tables.ts';
import { wholeBesideParts } from './grades/whole-beside-parts.ts';
import type { Matter } from './matter.ts';
import { isOwnHome } from './provider.ts';
import type { Rulebook } from './rules/rulebook.ts';
import type { Rating, Refused, Statement } from './statement.ts';
import { asidesOf } from './text/asides.ts';
import { mentionsIn, type Reading } from './text/reading.ts';
import type { Sentence } from './text/sentences.ts';
import type { Mention } from './text/trie.ts';
import { matterAt } from './what.ts';
import { countedInLead } from './who/counted-in-lead.ts';
import { sectionsOf } from './who/headings.ts';
import { isRoundup, type Subjects } from './who/subjects.ts';
import { toldTogether } from './who/told-together.ts';

/** What the sentences so far leave for the next one. */
interface Thread {
  /** Authorities the text last spoke of. */
  topic: string[];
  /** Whom a row told, whose grades may go on below it. */
  row: string[] | null;
  /** The text speaks of a single home or school. */
  ofProvider: boolean;
}

interface Said {
  statements: Statement[];
  refused: Refused[];
}

/**
 * @returns what the text says of grades, and which grades are nobody's judgement, in the order of the text; and whom it is
 * about, those included that it tells of together
 */
export function statementsIn(
  reading: Reading,
  rulebook: Rulebook,
  subjects: Subjects,
  matter: Matter,
): Said & { subjects: Subjects } {
  const grades = gradesIn(reading, rulebook);
  const names = new Set(mentionsIn(reading, 'authority', 0, reading.tokens.length).map(({ id }) => id));
  if (names.size > 1) {
    // Read as a round-up first: each council in its turn. It is one if the councils are then told of alike.
    const said = saidIn(grades, { ...subjects, told: names }, matter);
    const told = toldTogether(said.statements, reading, subjects);
    if (told.size > 1 || isRoundup(subjects)) return { ...said, subjects: { ...subjects, told } };
  }
  return { ...saidIn(grades, subjects, matter), subjects };
}

/** The grades of a text and where they stand, whoever they are of. */
function gradesIn(reading: Reading, rulebook: Rulebook) {
  const ratings = ratingsIn(reading, rulebook);
  return {
    reading,
    inLists: listRatings(reading, ratings),
    inTables: yearCells(reading, ratings),
    inSentence: bySentence(ratings),
    sections: sectionsOf(reading),
  };
}

function saidIn(
  { reading, inLists, inTables, inSentence, sections }: ReturnType<typeof gradesIn>,
  subjects: Subjects,
  matter: Matter,
): Said {
  const text: WholeText = { reading, subjects, matter, inLists, inTables };
  const statements: Statement[] = [];
  const refused: Refused[] = [];
  let thread: Thread = { topic: subjects.ranked.slice(0, 1), row: null, ofProvider: false };
  for (const sentence of reading.sentences) {
    const named = mentionsIn(reading, 'authority', sentence.from, sentence.to).filter(
      (m) => !subjects.bystanders.has(m),
    );
    if (sentence.newParagraph || named.length > 0) thread = { ...thread, row: null };
    const here = inSentence.get(sentence) ?? [];
    const section = sections.get(sentence.index);
    const passage: Passage = {
      sentence,
      here,
      named,
      asides: here.length > 0 ? asidesOf(reading, sentence) : [],
      targets: targetsOf(
        here.filter((r) => isLive(r, here, reading)),
        reading,
      ),
      spokenOf: thread.row ?? (section ? [section.authority] : thread.topic),
      opensSection: section?.opens ?? false,
      ofProvider: thread.ofProvider,
    };
    let said: Mention[] = [];
    const before = statements.length;
    for (const rating of here) {
      const { owner, given, refusal } = saidOf(rating, passage, text, said, statements);
      said = owner.mentions;
      statements.push(...given);
      if (refusal) refused.push({ rating, authorities: owner.slugs, ...refusal });
    }
    thread = threadAfter(passage, thread, text, statements.slice(before));
  }
  for (const each of refused) {
    const counted = countedInLead(each, statements, reading, subjects);
    if (counted) statements.push(...counted.map((slug) => told(each.rating, slug, text)));
    const ofWhole = wholeBesideParts(each, statements, reading);
    if (ofWhole) statements.push(told(each.rating, ofWhole, text));
  }
  return { statements, refused };
}

/** The grade of the whole, as the news of a council. */
const told = (rating: Rating, slug: string, { reading, matter }: WholeText): Statement => ({
  rating: { ...rating, refused: null, licensed: true },
  target: targetOf([]),
  authorities: [slug],
  names: [],
  ...matterAt(rating.mention, rating.sentence, reading, matter),
  standing: 'current',
  year: null,
  month: null,
  depth: rating.sentence.depth,
});

function bySentence(ratings: Rating[]): Map<Sentence, Rating[]> {
  const found = new Map<Sentence, Rating[]>();
  for (const rating of ratings) {
    const here = found.get(rating.sentence);
    if (here) here.push(rating);
    else found.set(rating.sentence, [rating]);
  }
  return found;
}

/** Rates something, or counts what may be named: areas may be told of it. */
const isLive = (rating: Rating, here: Rating[], reading: Reading): boolean =>
  (!rating.refused || rating.refused.code === 'count') &&
  !(rating.paraphrase && here.some((other) => restates(other, rating, reading)));

/** Of whom the sentence leaves the text speaking. */
function threadAfter(
  { sentence, here, named, asides }: Passage,
  thread: Thread,
  { reading, subjects, matter }: WholeText,
  given: readonly Statement[],
): Thread {
  const told = rowName(reading, sentence, named);
  const row = told && here.length > 0 ? [told.id] : thread.row;
  const roundup = isRoundup(subjects);
  if (sentence.field !== 'text' && !roundup) return { ...thread, row };
  // "Provided by a trust that Northshire owns with Southshire": who else owns it is not spoken of.
  const isOfTrust = here.length === 0 && mentionsIn(reading, 'trust_of_several', sentence.from, sentence.to).length > 0;
  const main = named.filter((m) => !asides.some((a) => m.from >= a.from && m.from < a.to));
  const topic =
    roundup && named.length > 0 && !isOfTrust
      ? [...new Set((main.length > 0 ? main : named).map((m) => m.id))]
      : (calledOtherwise(given, thread.topic) ?? thread.topic);
  return { topic, row, ofProvider: goesOnOfProvider(sentence, named, thread.ofProvider, reading, matter) };
}

/** "The city was inadequate in 2015. It is now good": the one whose grade it was, called by what it is and not by name. */
function calledOtherwise(given: readonly Statement[], topic: readonly string[]): string[] | null {
  const [owner, other] = new Set(given.flatMap(({ authorities }) => authorities));
  return owner !== undefined && other === undefined && !topic.includes(owner) ? [owner] : null;
}

function goesOnOfProvider(
  sentence: Sentence,
  named: Mention[],
  before: boolean,
  reading: Reading,
  matter: Matter,
): boolean {
  const speaksOf = (cls: string) => mentionsIn(reading, cls, sentence.from, sentence.to).length > 0;
  // "A council service that helps disabled people"
  const within = ({ from, to }: Mention) =>
    mentionsIn(reading, 'provider', sentence.from, sentence.to).some((p) => from >= p.from && to <= p.to);
  if (
    speaksOf('service') ||
    mentionsIn(reading, 'council_word', sentence.from, sentence.to).some((m) => !within(m)) ||
    opensWithArea(sentence, reading, matter) ||
    (named.length > 0 && !speaksOf('provider'))
  )
    return false;
  return before || speaksOfProvider(reading, sentence);
}

/** "There are too few foster homes. Care leavers did worst.": those of an area of the council's, and of no one home. */
const opensWithArea = ({ from, to }: Sentence, reading: Reading, { providerAreas, providerTitle }: Matter): boolean =>
  !providerTitle &&
  mentionsIn(reading, 'area', from, Math.min(to, from + AREA_OPENS)).some(({ id }) => !providerAreas.has(id));
const AREA_OPENS = 3;

/** "Home > Press > Children": the way to a page, in words with capitals. */
const isBreadcrumb = ({ from, to }: Mention, { tokens, sentences, sentenceOf }: Reading): boolean =>
  tokens[from]?.w === 'home' && sentences[sentenceOf[from] ?? 0]?.from === from && tokens[to]?.cap === true;

/** A board of partners, or the police, is mentioned beside the council; what follows is of the council again. */
const speaksOfProvider = (reading: Reading, { from, to }: Sentence): boolean =>
  mentionsIn(reading, 'provider', from, to).some(
    (m) => !/board|police|constabulary/i.test(m.id) && !isOwnHome(reading, m) && !isBreadcrumb(m, reading),
  );
