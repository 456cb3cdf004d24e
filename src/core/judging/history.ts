/** Earlier judgements that an article states. */
import type { HistoryEntry } from '../types.ts';
import { yearOfLine } from './grades/lists.ts';
import { GIVEN_UP } from './moves.ts';
import { areasWhere, OFF_SCALE, type Rulebook } from './rules/rulebook.ts';
import type { Statement } from './statement.ts';
import { evidenceAt } from './text/evidence.ts';
import { mentionsIn, type Reading, startsClass } from './text/reading.ts';
import { whoseEarlier } from './who/before-it.ts';

/** @param earlier statements that are not this article's news, one authority each taken at a time */
export function historyOf(earlier: Statement[], reading: Reading, rulebook: Rulebook): HistoryEntry[] {
  const parts = areasWhere(rulebook, ({ smallPart }) => smallPart);
  const found = new Map<string, HistoryEntry>();
  const headlines = earlier.filter((s) => s.target.areas.length === 0);
  for (const s of earlier) {
    // That a council once had a rating of no scale says nothing of its grades.
    if (s.target.partial || s.rating.grade === OFF_SCALE || isOfNobody(s, reading, rulebook)) continue;
    // The grade of an area stands for the whole only where none is given for it, and never that of a small part.
    const ofArea = s.target.areas.length > 0 && !s.target.overall;
    const isBesideWhole = (o: Statement) => o.rating.sentence === s.rating.sentence && !isOfOtherYear(s, o);
    if (ofArea && (headlines.some(isBesideWhole) || s.target.areas.every((a) => parts.has(a.id)))) continue;
    // "From good to inadequate. Leadership, outstanding in 2016, …": beside a grade of the whole, of the same time or of none.
    const isOfOther = (o: Statement) => s.year !== null && o.year !== s.year && !(o.year === null && isLeft(o));
    const hasWhole = (a: string) => headlines.some((o) => o.authorities.includes(a) && !isOfOther(o));
    if (ofArea && s.authorities.every(hasWhole)) continue;
    // "Voters learn that outstanding leadership wins no headlines": of nobody and no time.
    if (ofArea && !s.rating.licensed && s.names.length === 0 && s.year === null && s.standing === 'current') continue;
    for (const { named, year } of s.authorities.flatMap((a) => yearsOf(s, a, reading))) {
      const authority = whoseEarlier({ ...s, year }, named, reading, rulebook);
      const same = [...found.values()].find(
        (h) =>
          h.authority === authority &&
          h.grade === s.rating.grade &&
          (h.year === year || h.year === null || year === null),
      );
      const evidence = evidenceAt(
        reading,
        s.rating.rules[0] ?? 'area-grade',
        s.rating.sentence.from,
        s.rating.sentence.to,
      );
      if (same) {
        same.year ??= year;
        if (!same.evidence.some((e) => e.field === evidence.field && e.start === evidence.start))
          same.evidence.push(evidence);
        continue;
      }
      found.set(`${authority} ${s.rating.grade} ${year}`, {
        authority,
        inspectorate: s.inspectorate ?? 'other',
        service: s.service,
        grade: s.rating.grade,
        year,
        evidence: [evidence],
      });
    }
  }
  return [...found.values()];
}

/** "Inadequate for safeguarding in 2012 and outstanding in 2018": the whole is told of another year. */
const isOfOtherYear = (a: Statement, b: Statement): boolean => a.year !== null && b.year !== null && a.year !== b.year;

/** What the news puts an end to: the grade it had last. */
const isLeft = ({ rating: { rules } }: Statement): boolean =>
  ['previous.from-to', ...GIVEN_UP].some((rule) => rules.includes(rule));

/** "The phrase comes with inadequate ratings": said before the text names the council that it is about later. */
function isOfNobody(
  { names, authorities, year, depth, rating: { sentence, rules } }: Statement,
  reading: Reading,
  rulebook: Rulebook,
): boolean {
  // "Ofsted lifts county's inadequate tag": a title says of whom the text is what they have lost.
  if (depth < 0 && GIVEN_UP.some((rule) => rules.includes(rule))) return false;
  if (names.length > 0 || year !== null || authorities.includes(reading.article.homeAuthority ?? '')) return false;
  if (mentionsIn(reading, 'council_word', sentence.from, sentence.to).length > 0) return false;
  if (reading.tokens.slice(sentence.from, sentence.to).some(({ w }) => ['our', 'we', 'us', 'my'].includes(w)))
    return false;
  // "The group's view, by the Northshire Liberal Democrats": whose page it is says of whom.
  const place = (a: string) => rulebook.index.get(a)?.shortName ?? null;
  if (authorities.some((a) => place(a) !== null && (reading.article.publisher ?? '').includes(place(a) as string)))
    return false;
  const [first] = mentionsIn(reading, 'authority', 0, reading.tokens.length).filter((m) => authorities.includes(m.id));
  return first !== undefined && first.from >= sentence.to;
}

/** "Northshire (2018) and Southshire (2014 and 2019)": a council with each year of its own, else with that of the sentence. */
function yearsOf(s: Statement, named: string, reading: Reading): { named: string; year: number | null }[] {
  const name = s.names.find((m) => m.id === named);
  const opens = name && reading.tokens[name.to]?.w === '(';
  const first = opens ? (reading.startsAt[name.to + 1] ?? []).find((m) => m.cls === 'year') : undefined;
  const years: number[] = [];
  for (let i = first?.from ?? Infinity; isOfList(i, reading); i++)
    if (startsClass(reading, i, 'year')) years.push(Number(reading.tokens[i]?.w));
  const below = name && name.from >= s.rating.sentence.to ? yearOfLine(name, reading) : null;
  if (years.length === 0 && below !== null) return [{ named, year: below }];
  return years.length === 0 ? [{ named, year: s.year }] : years.map((year) => ({ named, year }));
}
const isOfList = (at: number, reading: Reading): boolean =>
  [',', 'and'].includes(reading.tokens[at]?.w ?? '') || startsClass(reading, at, 'year');
