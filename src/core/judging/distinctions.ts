/**
 * What an article says sets a judgement apart: "only the second council in the country to be outstanding twice in a row".
 * It is told beside the judgement and decides nothing: neither which findings there are nor which inspection they mean.
 */
import { distinctionKey } from '../distinctions.ts';
import type { Claim, Distinction } from '../types.ts';
import { fires } from './rules/fires.ts';
import type { Rule, Rulebook } from './rules/rulebook.ts';
import type { Span } from './text/asides.ts';
import { evidenceAt } from './text/evidence.ts';
import { mentionsIn, type Reading } from './text/reading.ts';
import type { Sentence } from './text/sentences.ts';
import type { Mention } from './text/trie.ts';
import type { Subjects } from './who/subjects.ts';

/** More than any article makes. */
const MOST = 12;
/** Words of a claim before and after the one that counts. */
const BEFORE = 20;
const AFTER = 45;

/** @returns the claims, each with what the article says of it; those of others are left as they are */
export function withDistinctions(claims: Claim[], reading: Reading, rulebook: Rulebook, subjects: Subjects): Claim[] {
  if (claims.length === 0) return claims;
  const rules = rulebook.rules.filter(({ effect }) => effect.does === 'distinction');
  const told = new Map<Claim, Distinction[]>();
  let count = 0;
  for (const sentence of reading.sentences)
    for (const rule of rules)
      for (const { cue, within } of cuesOf(rule, reading, sentence)) {
        if (count === MOST) break;
        const distinction = distinctionAt(cue, rule, within, reading);
        if (!distinction) continue;
        const whose = claimsMeant(cue, sentence, claims, reading, subjects);
        for (const claim of whose) {
          const graded = ofClaim(distinction, claim);
          const before = told.get(claim) ?? [];
          const isNew = graded && before.every((other) => distinctionKey(other) !== distinctionKey(graded));
          if (isNew && ++count <= MOST) told.set(claim, [...before, graded]);
        }
      }
  return claims.map((claim) => {
    const distinctions = told.get(claim);
    return distinctions ? { ...claim, distinctions } : claim;
  });
}

/** Words that count councils, with as much of their sentence as may belong to the claim. */
function* cuesOf(rule: Rule, reading: Reading, sentence: Sentence): Generator<{ cue: Mention; within: Span }> {
  if (rule.cue === null) return;
  for (const cue of mentionsIn(reading, rule.cue, sentence.from, sentence.to)) {
    const within = { from: Math.max(sentence.from, cue.from - BEFORE), to: Math.min(sentence.to, cue.to + AFTER) };
    if (fires(rule, reading, cue, within) === 'fired') yield { cue, within };
  }
}

type Ungraded = Omit<Distinction, 'grade'> & { grade: string | null };

function distinctionAt(cue: Mention, { id, effect }: Rule, { from, to }: Span, reading: Reading): Ungraded | null {
  if (effect.does !== 'distinction' || isOfBefore(cue, { from, to }, reading)) return null;
  const after = mentionsIn(reading, 'grade', cue.to, to).filter((m) => !m.id.startsWith('~'));
  const points = ['grade', 'distinction_this_grade'].some((cls) => mentionsIn(reading, cls, cue.to, to).length > 0);
  const place = placeNear(cue, { from, to }, reading);
  const before = mentionsIn(reading, 'grade', from, cue.from);
  if (!points && (place === null || before.length === 0)) return null;
  const rise = after.length > 1 && reading.tokens[(after[0] as Mention).from - 1]?.w === 'from';
  const grade = (rise ? after[1] : after[0])?.id ?? null;
  const areas = new Set(
    mentionsIn(reading, 'area', cue.to, to).flatMap(({ id: area }) => (area === 'overall' ? [] : [area])),
  );
  const sentence = reading.sentences[reading.sentenceOf[cue.from] as number] as Sentence;
  return {
    rank: effect.rank,
    number: effect.rank === 'nth' ? Number(cue.id) : effect.rank === 'only' ? 1 : countAfter(cue, to, reading),
    place,
    since: sinceIn({ from, to }, reading),
    underFramework: mentionsIn(reading, 'distinction_regime', cue.to, to).some((m) => isUnder(m, reading)),
    grade,
    area: areas.size === 1 ? ([...areas][0] as string) : null,
    everyArea: mentionsIn(reading, 'all_areas', cue.to, to).length > 0,
    inARow: timesIn(cue, to, reading),
    from: rise ? (after[0] as Mention).id : null,
    evidence: evidenceAt(reading, id, sentence.from, sentence.to),
  };
}

/** With its grade, where that is one of the judgement; a grade only pointed back to is the judgement's own. */
function ofClaim(distinction: Ungraded, claim: Claim): Distinction | null {
  const { area, grade: said } = distinction;
  const ofArea = claim.judgements.find((judgement) => judgement.area === area)?.grade;
  const whole = claim.headlines.map(({ grade }) => grade);
  if (claim.grade !== null) whole.push(claim.grade);
  const grade = said ?? whole[0] ?? null;
  if (grade === null) return null;
  if (area !== null && ofArea === grade && !distinction.everyArea) return { ...distinction, grade };
  const areas = claim.judgements.map((judgement) => judgement.grade);
  const isOwn = whole.includes(grade) || (whole.length === 0 && areas.includes(grade));
  return isOwn && (area === null || distinction.everyArea) ? { ...distinction, grade, area: null } : null;
}

/** Whose it is: the name before the words that count, but for one it only joins; else the one council the article is of. */
function claimsMeant(
  cue: Mention,
  sentence: Sentence,
  claims: Claim[],
  reading: Reading,
  { bystanders, ranked }: Subjects,
): Claim[] {
  const authorities = new Set(claims.map(({ authority }) => authority));
  const named = mentionsIn(reading, 'authority', sentence.from, cue.from).filter(
    (m) => (!bystanders.has(m) || authorities.has(m.id)) && !JOINS.has(reading.tokens[m.from - 1]?.w ?? ''),
  );
  const last = named.findLastIndex((m, n) => n === 0 || !isPaired(named[n - 1] as Mention, m, reading));
  const together = authorities.size === 1 || claims.every(({ jointWith }) => jointWith.length > 0);
  const meant =
    last >= 0
      ? new Set(named.slice(last).map(({ id }) => id))
      : together
        ? authorities
        : new Set(lastNamed(sentence, reading, ranked));
  const services = new Set(mentionsIn(reading, 'service', sentence.from, sentence.to).map(({ id }) => id));
  const own = claims.filter(({ authority }) => meant.has(authority));
  const served = own.filter(({ service }) => services.has(service));
  return served.length > 0 ? served : own;
}

const JOINS = new Set([
  'joins',
  'joined',
  'joining',
  'join',
  'after',
  'alongside',
  'with',
  'behind',
  'following',
  'like',
]);

/** "Northshire and Southshire have become the first councils to …" */
const isPaired = (one: Mention, next: Mention, { tokens }: Reading): boolean =>
  tokens.slice(one.to, next.from).every(({ w }) => w === ',' || w === 'and' || w === 'the' || !/^\p{L}+$/u.test(w));

/** Of a round-up, the council of the sentence before. */
function lastNamed({ index }: Sentence, reading: Reading, ranked: string[]): string[] {
  const before = reading.sentences[index - 1];
  const named = before ? mentionsIn(reading, 'authority', before.from, before.to) : [];
  const ids = new Set(named.map(({ id }) => id));
  return ids.size === 1 && ranked.includes([...ids][0] as string) ? [...ids] : [];
}

/** A place inside the name of a council or beside another place's name is none: "North East Lincolnshire". */
function placeNear(cue: Mention, { from, to }: Span, reading: Reading): string | null {
  const inName = new Set(
    mentionsIn(reading, 'authority', from, to).flatMap((m) =>
      Array.from({ length: m.to - m.from }, (_, n) => m.from + n),
    ),
  );
  const places = mentionsIn(reading, 'distinction_place', from, to).filter((m) => !inName.has(m.from));
  // "England's second council", "the second council in England"; further off, a place is of something else.
  const owner = places.find((m) => m.to === cue.from || (m.to === cue.from - 1 && reading.tokens[m.to]?.w === "'s"));
  const following = places.filter((m) => m.from >= cue.to && m.from - cue.to <= MOST_TO_PLACE);
  const longest = following.find((m) => !following.some((o) => o !== m && o.from <= m.from && o.to >= m.to));
  return owner?.id ?? longest?.id ?? null;
}
const MOST_TO_PLACE = 14;

/** "one of only three": the figure or word after it; null for "a handful". */
function countAfter(cue: Mention, to: number, reading: Reading): number | null {
  const end = Math.min(to, cue.to + 3);
  const counts = [
    ...mentionsIn(reading, 'distinction_count', cue.to, end),
    ...mentionsIn(reading, 'number', cue.to, end),
  ];
  const n = Number(counts[0]?.id);
  return Number.isInteger(n) && n > 1 ? n : null;
}

/** "twice", "two findings running", "three times in a row", "a third consecutive". */
function timesIn(cue: Mention, to: number, reading: Reading): number | null {
  const repeated = mentionsIn(reading, 'distinction_repeat', cue.to, to)[0];
  const [row] = mentionsIn(reading, 'in_a_row', cue.to, to);
  if (!row) return repeated ? Number(repeated.id) : null;
  const numbers = ['distinction_count', 'distinction_nth', 'distinction_repeat']
    .flatMap((cls) => mentionsIn(reading, cls, cue.to, to))
    .sort((a, b) => Math.abs(a.from - row.from) - Math.abs(b.from - row.from));
  const n = Number(numbers[0]?.id ?? 2);
  return n > 1 ? n : null;
}

/** "since 2019": the year it counts from. */
function sinceIn({ from, to }: Span, reading: Reading): number | null {
  const year = mentionsIn(reading, 'year', from, to).find((m) =>
    reading.tokens.slice(Math.max(from, m.from - 3), m.from).some(({ w }) => w === 'since'),
  );
  return year ? Number(year.id) : null;
}

/** "under the new framework", "in its new assessments"; one of before is another. */
function isUnder({ from }: Mention, reading: Reading): boolean {
  const start = Math.max(0, from - 7);
  const under = reading.tokens.slice(start, from).findLastIndex(({ w }) => w === 'under' || w === 'in');
  return under >= 0 && mentionsIn(reading, 'previous_word', start + under, from).length === 0;
}

/** "In 2021 they were the first to …": told of an earlier judgement. */
function isOfBefore(cue: Mention, { from, to }: Span, reading: Reading): boolean {
  if (mentionsIn(reading, 'previous_word', from, cue.from).length > 0) return true;
  const published = reading.article.published?.slice(0, 4);
  const past = ['was', 'were', 'had'];
  const wasIt = reading.tokens.slice(Math.max(from, cue.from - 5), cue.from).some(({ w }) => past.includes(w));
  return mentionsIn(reading, 'year', from, to).some((m) => {
    const since = reading.tokens.slice(Math.max(from, m.from - 3), m.from).some(({ w }) => w === 'since');
    return !since && (published ? Number(m.id) < Number(published) - 1 : wasIt);
  });
}
