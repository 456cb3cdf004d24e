/** Whether a grade is of a single provider, a school, a home or an agency, and not of the council's service. */
import { besideMain } from './grades/own-clause.ts';
import type { Matter } from './matter.ts';
import { isPassing, type Span } from './text/asides.ts';
import { everyFrom, mentionsIn, type Reading, someFrom, startsClass } from './text/reading.ts';
import type { Sentence } from './text/sentences.ts';
import type { Mention } from './text/trie.ts';

/** "'It starts at breakfast club': how Northshire did it": a title opens with what somebody said, and is about the council named after it. */
export function isInSaying(reading: Reading, { from, to }: Mention, titleEnd: number): boolean {
  if (from >= titleEnd || !reading.tokens[0]?.quoteBefore) return false;
  const closes = reading.tokens.slice(0, titleEnd).findIndex((t) => t.quoteAfter);
  return closes >= FEWEST_SAID && to <= closes + 1 && mentionsIn(reading, 'authority', closes, titleEnd).length > 0;
}
/** Fewer words in quotation marks name or praise the provider. */
const FEWEST_SAID = 3;

/** "Good result for Rosebank. A rehabilitation centre in Northshire has been rated good": the first grade is of a provider. */
export function opensWithProvider(reading: Reading): boolean {
  const graded = (sentence: Sentence) => mentionsIn(reading, 'grade', sentence.from, sentence.to)[0];
  const first = reading.sentences.find((s) => s.field === 'text' && s.depth < OPENING && graded(s) !== undefined);
  const grade = first && graded(first);
  if (!first || !grade) return false;
  return mentionsIn(reading, 'provider', first.from, grade.from).some(
    (p) =>
      isDescribed(p, grade, first, reading) ||
      (p.from - first.from <= 1 &&
        mentionsIn(reading, 'service', p.to, grade.from).length === 0 &&
        !startsClause(reading, p.to, grade.from)),
  );
}
const OPENING = 3;

/** "A charity was rated outstanding by Ofsted as a fostering agency": what it was judged as. */
const isJudgedAs = ({ to }: Mention, { to: end }: Sentence, reading: Reading): boolean =>
  someFrom(to, Math.min(end, to + JUDGED_AS), (i) => {
    const article = reading.tokens[i]?.w === 'as' && ['a', 'an'].includes(reading.tokens[i + 1]?.w ?? '');
    return article && startsClass(reading, i + 2, 'provider');
  });
const JUDGED_AS = 5;

/** "The firm, which has 40 carers, is outstanding for being caring": of an article on one provider. */
const speaksOfBusiness = (at: Mention, { from }: Sentence, reading: Reading): boolean =>
  mentionsIn(reading, 'business', from, at.from).length > 0 &&
  mentionsIn(reading, 'council_word', from, at.from).length === 0;

/** "A school whose care of children was once called poor has been rated good": a provider opens the sentence, and is told of. */
const isDescribed = ({ from, to }: Mention, at: Mention, sentence: Sentence, reading: Reading): boolean =>
  from - sentence.from <= 3 &&
  DESCRIBING.has(reading.tokens[to]?.w ?? '') &&
  to < at.from &&
  // "Adult care services run by Northshire Council are good": the council's own.
  !someFrom(to, to + 4, (i) => startsClass(reading, i, 'authority')) &&
  !someFrom(
    to,
    at.from,
    (i) => [',', ';', ':', 'and'].includes(reading.tokens[i]?.w ?? '') || startsClass(reading, i, 'contrast'),
  );
/** What tells more of a provider: "a childminder who once worked in children's services", "a nursery set up by its former head". */
const DESCRIBING = new Set([
  'who',
  'whose',
  'that',
  'which',
  'where',
  'run',
  'set',
  'founded',
  'opened',
  'owned',
  'started',
]);

function startsClause(reading: Reading, from: number, to: number): boolean {
  const starts = (i: number) =>
    [',', ';', 'and'].includes(reading.tokens[i]?.w ?? '') || startsClass(reading, i, 'contrast', 'adverb_clause');
  return someFrom(from, to, starts);
}

/** "on the first day of the school term": a time of year; "children out of school", "late for school": where children are or not. */
const isOfSchoolTime = ({ tokens }: Reading, { from, to }: Mention): boolean =>
  tokens[to - 1]?.w === 'school' &&
  (SCHOOL_TIMES.has(tokens[to]?.w ?? '') || (to - from === 1 && GOING_TO.has(tokens[from - 1]?.w ?? '')));
const GOING_TO = new Set(['at', 'for', 'from', 'in', 'of', 'to']);
const SCHOOL_TIMES = new Set(['term', 'terms', 'year', 'years', 'day', 'days', 'holiday', 'holidays', 'age', 'run']);

/** "children who cannot live at home", "Northshire is home to an outstanding service" */
export function isOwnHome(reading: Reading, { from, to }: Mention): boolean {
  const [before, home, of, a] = [-1, 0, 1, 2].map((n) => reading.tokens[from + n]?.w);
  if (to - from !== 1 || home !== 'home') return false;
  if (['at', 'leave', 'from', 'back'].includes(before ?? '')) return true;
  // "Home of the Kelbury model loses its top rating": where it began.
  if (from === 0 && of === 'of' && !/^\d/.test(a ?? '')) return true;
  // "Northshire, home to more children than any other county": who lives there.
  if (of === 'to' && [',', 'is', 'and'].includes(before ?? '')) return true;
  return before !== 'a' && ['of', 'to'].includes(of ?? '') && ['a', 'an', 'one', 'the', 'some'].includes(a ?? '');
}

/**
 * "Last year Ofsted told the city that it …", "We had been rated …": of the council again, after a home or a school.
 *
 * @param ours whether "we" speaks for the council too
 */
const speaksForCouncil = ({ from, to }: Sentence, reading: Reading, ours: boolean): boolean => {
  const { tokens } = reading;
  const isTold = (i: number) => TELLS.has(tokens[i]?.w ?? '') || startsClass(reading, i, 'up', 'down');
  return someFrom(from, to, (i) => {
    const w = tokens[i]?.w ?? '';
    return (ours && OURS.has(w)) || (isTold(i - 2) && tokens[i - 1]?.w === 'the' && PLACES.has(w));
  });
};
const TELLS = new Set(['told', 'rated', 'judged', 'gave', 'found']);
/** Words by which a council speaks of itself. */
export const OURS = new Set(['we', "we're", "we've", "we'd", 'our']);
const PLACES = new Set(['city', 'county', 'borough', 'district']);

/** "In 2017 the same services were rated good": a school or a home has no services. */
const speaksOfServices = ({ from }: Sentence, { from: grade }: Mention, { tokens }: Reading): boolean =>
  someFrom(
    from,
    grade,
    (i) => tokens[i]?.w === 'services' && ['same', 'our', 'these', 'those'].includes(tokens[i - 1]?.w ?? ''),
  );

/** "a home in Northshire": where it is, not whose. */
function isPlace(reading: Reading, { from }: Mention): boolean {
  const before = reading.tokens[from - 1]?.w ?? '';
  // "in Northshire and Southshire"
  const listed = before === 'and' || before === ',';
  const other = listed ? (reading.endsAt[from - 2] ?? []).find((m) => m.cls === 'authority') : undefined;
  return other ? isPlace(reading, other) : ['in', 'near', 'across', 'around'].includes(before);
}

/** "The biggest bill was in Northshire, then rated inadequate", "Northshire, which is outstanding": the grade is of the council named. */
const isRated = ({ to }: Mention, { from }: Mention, reading: Reading): boolean =>
  reading.tokens[to]?.w === ',' &&
  from - to > 1 &&
  from - to <= NAME_TO_GRADE &&
  everyFrom(to + 1, from, (i) =>
    startsClass(reading, i, 'judged', 'be', 'relative', 'back_then', 'previous_word', 'link'),
  );
const NAME_TO_GRADE = 5;

/** "a home for older people", "a centre for up to 30 adults": whom a home is for is no service of the council's. */
const isOfHome = ({ from }: Mention, providers: readonly Mention[], { tokens }: Reading): boolean =>
  providers.some(
    ({ to }) =>
      from >= to &&
      from - to <= FOR_WHOM + WHERE &&
      tokens.slice(to, from).every(({ word }) => word) &&
      (HELPS.has(tokens[to - 1]?.w ?? '') ||
        someFrom(to, Math.min(from + 1, to + WHERE), (i) => tokens[i]?.w === 'for' && from - i <= FOR_WHOM)),
  );
/** "a service that helps disabled adults" */
const HELPS = new Set(['helps', 'supports', 'provides', 'offers', 'cares', 'looks', 'gives', 'runs']);
/** "for up to 38 older people" */
const FOR_WHOM = 4;
/** "in the north of Southshire for …" */
const WHERE = 6;

/** "a smaller staff than most primary schools": measured by it, and not about it. */
function isComparedWith(reading: Reading, { from }: Mention): boolean {
  for (let i = from - 1; i >= from - COMPARED_REACH && reading.tokens[i]?.word; i--)
    if (reading.tokens[i]?.w === 'than') return true;
  return false;
}
const COMPARED_REACH = 5;

/** "the verdict on the council, the NHS and the police": all of them are judged together. */
function isWithCouncil(reading: Reading, { from }: Mention): boolean {
  for (let i = from - 1; i >= from - LIST_REACH && i >= 0; i--) {
    if ((reading.endsAt[i] ?? []).some((m) => m.cls === 'council_word')) return i < from - 1;
    const w = reading.tokens[i]?.w ?? '';
    if (![',', 'and', 'the', 'its', 'local', 'nhs', 'health'].includes(w) && !startsClass(reading, i, 'provider'))
      return false;
  }
  return false;
}
const LIST_REACH = 8;

/** "Northshire Council, which runs four care homes, requires improvement": what the council that opens the sentence has. */
function isToldOfCouncil({ from }: Mention, sentence: Sentence, reading: Reading): boolean {
  let which = from - 1;
  while (which > from - LIST_REACH && reading.tokens[which]?.w !== 'which') which--;
  const [name] = mentionsIn(reading, 'authority', sentence.from, sentence.to);
  const council = (reading.endsAt[which - 2] ?? []).some((m) => m === name || m.cls === 'council_word');
  return (
    council &&
    reading.tokens[which]?.w === 'which' &&
    name !== undefined &&
    name.from - sentence.from <= 1 &&
    !startsClass(reading, which + 1, 'be')
  );
}

/**
 * Whether the grade is of a single provider: a provider noun before it in the sentence with no service of the council
 * between, or a sentence without either that goes on speaking of one.
 */
export function providerAt(
  at: Mention,
  sentence: Sentence,
  reading: Reading,
  matter: Matter,
  ongoing: boolean,
  asides: readonly Span[],
): boolean {
  // "Months after a row about school transport, Northshire has been rated good"
  const beside = besideMain(at, sentence, reading);
  const providers = mentionsIn(reading, 'provider', sentence.from, sentence.to).filter(
    (p) =>
      mentionsIn(reading, 'partner_word', Math.max(sentence.from, p.from - 8), p.from).length === 0 &&
      !isOwnHome(reading, p) &&
      !isOfSchoolTime(reading, p) &&
      !beside.some(({ from, to }) => p.from >= from && p.to <= to) &&
      !isComparedWith(reading, p) &&
      !isWithCouncil(reading, p) &&
      !(isPassing(asides, p.from, at) && isToldOfCouncil(p, sentence, reading)),
  );
  if (isJudgedAs(at, sentence, reading)) return true;
  if (matter.providerTitle && speaksOfBusiness(at, sentence, reading)) return true;
  const people = mentionsIn(reading, 'lay_speaker', sentence.from, at.from).filter(
    ({ to }) => reading.tokens[to]?.w === 'who',
  );
  if ([...providers, ...people].some((p) => isDescribed(p, at, sentence, reading))) return true;
  const main = (cls: string) =>
    mentionsIn(reading, cls, sentence.from, sentence.to).filter((m) => !isPassing(asides, m.from, at));
  // "a home for children": within its name.
  const isWithin = (s: Mention) => providers.some((p) => s.from > p.from && s.from < p.to);
  const services = main('service').filter((s) => !isOfHome(s, providers, reading) && !isWithin(s));
  // "Its children's services" of an article on a hospital are the hospital's.
  const opening = services[0];
  const its = opening && ['its', 'their'].includes(reading.tokens[opening.from - 1]?.w ?? '');
  if (its && opening.from - sentence.from <= 2 && matter.providerTitle && main('authority').length === 0) return true;
  if (
    services.length > 0 &&
    !providers.some((p) => p.to <= at.from && services.every((s) => s.to <= p.from || s.from >= at.to))
  )
    return false;
  if (providers.some((p) => p.to <= at.from)) return true;
  const close = providers.some((p) => p.from >= at.to && p.from - at.to <= 4 && !startsClause(reading, at.to, p.from));
  if (close && services.length === 0) return true;
  const councils = mentionsIn(reading, 'council_word', sentence.from, sentence.to);
  if (providers.length === 0 && main('authority').some((m) => isRated(m, at, reading))) return false;
  // The fostering of "a fostering agency" is no area of the council's.
  const areas = main('area').filter(
    (a) =>
      !providers.some((p) => a.from >= p.from && a.to <= p.to) &&
      !(matter.providerTitle && matter.providerAreas.has(a.id)),
  );
  if (services.length > 0 || areas.length > 0) return false;
  if (speaksForCouncil(sentence, reading, ongoing && !matter.providerTitle)) return false;
  if (!matter.providerTitle && providers.length === 0 && speaksOfServices(sentence, at, reading)) return false;
  // "An operator with homes in Northshire": nothing in the article is of a council but where it happens.
  const named = main('authority');
  const places = named.length > 0 ? named.every((m) => isPlace(reading, m)) : matter.inspectorates[0] === 'cqc';
  if (matter.services.length === 0 && matter.providers && councils.length === 0 && places) return true;
  if (matter.providerPlanned && councils.length > 0) return false;
  return (
    matter.providerTitle || (ongoing && councils.length === 0 && !main('authority').some((m) => !isPlace(reading, m)))
  );
}
