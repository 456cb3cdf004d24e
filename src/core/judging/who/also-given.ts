/** Others that had a grade too: of the next sentence, "So, a year later, was Southshire", or of a list, "Northshire in 2019 and Southshire in 2020". */
import type { Rating } from '../statement.ts';
import { everyFrom, mentionsIn, type Reading, startsClass } from '../text/reading.ts';
import type { Sentence } from '../text/sentences.ts';
import type { Mention } from '../text/trie.ts';

/** @returns the names the next sentence adds to the last grade of its sentence, and the year it says it of */
export function alsoGiven(
  { mention, sentence, refused }: Rating,
  reading: Reading,
): { names: Mention[]; year: number | null; sentence: Sentence } | null {
  const next = reading.sentences[sentence.index + 1];
  if (refused || next?.field !== 'text') return null;
  if (mentionsIn(reading, 'grade', mention.to, sentence.to).length > 0) return null;
  const clause = { ...next, to: endOfClause(next, reading) };
  if (mentionsIn(reading, 'grade', clause.from, clause.to).length > 0) return null;
  const names = mentionsIn(reading, 'authority', clause.from, clause.to);
  const [first, last] = [names[0], names.at(-1)];
  if (!first || !last || !SAYS.some((says) => says(first, last, clause, reading))) return null;
  // "Southshire (2014 and 2016)": years of their own.
  const own = [first, last].some(({ to }) => reading.tokens[to]?.w === '(');
  const year = own ? undefined : mentionsIn(reading, 'year', clause.from, clause.to)[0];
  return { names, year: year ? Number(year.id) : null, sentence: next };
}

/** "So does Southshire, where adoption is good.", "The same goes for Southshire, although …": up to what is told of the council besides. */
function endOfClause({ from, to }: Sentence, reading: Reading): number {
  const [first] = mentionsIn(reading, 'authority', from, to);
  const points = reading.tokens[from]?.w === 'so' || startsClass(reading, from, 'adds_names', 'same_grade');
  const comma = reading.tokens[first?.to ?? to]?.w === ',';
  const told = first && comma && (points || startsClass(reading, first.to + 1, 'relative', 'contrast'));
  return told ? first.to : to;
}

/** "rated inadequate: Northshire in 2014, Southshire in 2016 and Kelbury (2018)": each name of the list with its year. */
export function givenInYears(
  { mention, sentence, refused }: Rating,
  reading: Reading,
): { name: Mention; year: number }[] {
  if (refused && refused.code !== 'count') return [];
  if (mentionsIn(reading, 'grade', mention.to, sentence.to).length > 0) return [];
  const names = mentionsIn(reading, 'authority', sentence.from, sentence.to);
  return names.flatMap((name) => {
    const year = name.from >= mention.to && isNextOfList(name, sentence, reading) ? yearBehind(name, reading) : null;
    return year === null ? [] : [{ name, year }];
  });
}

/** After "2019 and", "2019, " or a colon. */
function isNextOfList({ from }: Mention, sentence: Sentence, reading: Reading): boolean {
  const joins = (at: number) => [',', 'and', 'then', ':', '–', ')'].includes(reading.tokens[at]?.w ?? '');
  let at = from - 1;
  while (at > sentence.from && joins(at)) at--;
  const before = reading.tokens[at + 1]?.w;
  return at < from - 1 && (before === ':' || before === '–' || /^\d{4}$/.test(reading.tokens[at]?.w ?? ''));
}

/** "Northshire in March 2019", "Northshire (2019)", "Northshire's in 2019" */
function yearBehind({ to }: Mention, reading: Reading): number | null {
  const at = ['back', "'s"].includes(reading.tokens[to]?.w ?? '') ? to + 1 : to;
  if (!['in', '('].includes(reading.tokens[at]?.w ?? '')) return null;
  const dated = startsClass(reading, at + 1, 'month') ? at + 2 : at + 1;
  const year = (reading.startsAt[dated] ?? []).find((m) => m.cls === 'year');
  return year ? Number(year.id) : null;
}

const DOES = new Set(['did', 'does', 'do']);

/** "So, in 2019, was Southshire.", "So were Southshire and Westshire." */
function isInverted({ from }: Mention, { to }: Mention, next: Sentence, reading: Reading): boolean {
  const opens = reading.tokens[next.from]?.w === 'so';
  const verb = (reading.endsAt[from - 1] ?? []).some((m) => ['be', 'has'].includes(m.cls));
  return opens && (verb || DOES.has(reading.tokens[from - 1]?.w ?? '')) && endsWith(to, next, reading);
}

/** "Southshire (2014 and 2016) and Kelbury have had the same grade more than once." */
const haveHadIt = (last: Mention, next: Sentence, reading: Reading): boolean =>
  mentionsIn(reading, 'had_same', last.to, next.to).some(({ from }) =>
    everyFrom(last.to, from, (i) => !reading.tokens[i]?.word || isOfYears(reading.tokens[i]?.w ?? '')),
  );
const isOfYears = (word: string) => word === 'and' || word === 'in' || /^\d{4}$/.test(word);

/** "Southshire was too.", "The same went for Southshire." */
function saysToo({ from }: Mention, { to }: Mention, next: Sentence, reading: Reading): boolean {
  const told = (reading.startsAt[to] ?? []).find((m) => ['be', 'has'].includes(m.cls));
  if (from === next.from && told && startsClass(reading, told.to, 'also_word'))
    return endsWith(told.to + 1, next, reading);
  // "one of three that were rated good. The others are …"
  const others = reading.tokens[next.from + 1]?.w === 'others' ? 'names_them' : '';
  const opening = (reading.startsAt[next.from] ?? []).filter((m) =>
    ['adds_names', 'same_grade', others].includes(m.cls),
  );
  return opening.some((m) => from >= m.to && from - m.to <= 2) && endsWith(to, next, reading);
}

const SAYS = [
  isInverted,
  saysToo,
  (first: Mention, last: Mention, next: Sentence, reading: Reading) =>
    first.from === next.from && haveHadIt(last, next, reading),
];

/** Nothing but a year, "'s services" or a full stop follows. */
const endsWith = (at: number, { to }: Sentence, reading: Reading): boolean =>
  everyFrom(at, to, (i) => {
    const { w = '', word = false } = reading.tokens[i] ?? {};
    return !word || w === 'in' || w === "'s" || /^\d{4}$/.test(w) || startsClass(reading, i, 'service', 'thing_judged');
  });
