/** Whom an article is about: names in the title and the opening, the source's own council; helpers and neighbours aside. */
import { dayOf } from '../../dates.ts';
import { fires } from '../rules/fires.ts';
import type { Rulebook } from '../rules/rulebook.ts';
import { mentionsIn, type Reading, someFrom, startsClass } from '../text/reading.ts';
import type { Mention } from '../text/trie.ts';
import { entriesOf } from './entries.ts';
import { sectionsOf } from './headings.ts';
import { kindsOf } from './kinds.ts';
import { countedInAll, countsOthersGraded, isOfBatch, opensAsNeighbour } from './round-ups.ts';

export interface Subjects {
  /** Authorities the article is about, by weight; the first is "the council". */
  ranked: string[];
  /** Named in the title. */
  inTitle: Set<string>;
  /** Named in the first sentences. */
  inLead: Set<string>;
  /** Mentions that only help, compare or employ. */
  bystanders: Set<Mention>;
  /** Abolished councils whose successors the article names, with those: "both of Oldshire's councils" are they. */
  heirs: Map<string, string[]>;
  /** Of "city", "county" and other kinds the one council that is meant, where the news is of several. */
  kinds: Map<string, string>;
  /** The title speaks of several councils, or the first sentence counts them. */
  titlePlural: boolean;
  /** The title says "both" or "two councils", and the first sentences name two. */
  isPair: boolean;
  /** "one of four councils whose reports came out today": the title names one, the text tells of all. */
  isOneOfMany: boolean;
  /** Only the source tells whose news it is. */
  fromSource: string | null;
  /** Councils that the text itself tells of together, each with a grade given now; none before it has been read. */
  told: ReadonlySet<string>;
}

const LEAD_SENTENCES = 4;

export function subjectsOf(reading: Reading, rulebook: Rulebook): Subjects {
  const weights = new Map<string, number>();
  const inTitle = new Set<string>();
  const inLead = new Set<string>();
  const bystanders = new Set<Mention>();
  const rules = rulebook.rules.filter((r) => r.effect.does === 'bystander');
  const counted = countedInAll(reading);
  for (const sentence of reading.sentences) {
    const title = sentence.field === 'title';
    const named = mentionsIn(reading, 'authority', sentence.from, sentence.to);
    for (const [n, mention] of named.entries()) {
      const before = named[n - 1];
      const listed = before !== undefined && bystanders.has(before) && isListedWith(before, mention, reading);
      const isOfThem =
        !listed &&
        opensAsNeighbour(mention, sentence, reading) &&
        (counted > inTitle.size || (inTitle.size > 1 && inTitle.has(mention.id)));
      if (!isOfThem && (listed || rules.some((r) => fires(r, reading, mention, sentence) === 'fired'))) {
        bystanders.add(mention);
        // Better than nobody: "the head of Northshire's children's services" may be all the name there is.
        weights.set(mention.id, (weights.get(mention.id) ?? 0) + 0.5);
        continue;
      }
      if (title && !hasHeirsHere(mention.id, reading, rulebook)) inTitle.add(mention.id);
      else if (title) continue;
      else if (sentence.depth < LEAD_SENTENCES) inLead.add(mention.id);
      weights.set(
        mention.id,
        (weights.get(mention.id) ?? 0) + (title ? 6 : sentence.depth < 2 ? 3 : sentence.depth < LEAD_SENTENCES ? 2 : 1),
      );
    }
  }
  const source = sourceAuthority(reading, rulebook);
  if (source) weights.set(source, (weights.get(source) ?? 0) + 2);
  const ranked = [...weights].sort((a, b) => b[1] - a[1]).map(([slug]) => slug);
  const fromSource =
    source !== null && ranked.length === 1 && !inTitle.has(source) && !inLead.has(source) ? source : null;
  const titleEnd = reading.sentences.find((s) => s.field === 'text')?.from ?? reading.tokens.length;
  const opening = reading.sentences.findLast((s) => s.depth === 0)?.to ?? titleEnd;
  const lead = reading.sentences.findLast((s) => s.depth < LEAD_SENTENCES)?.to ?? opening;
  const plural = (from: number, to: number) => mentionsIn(reading, 'councils', from, to).length > 0;
  const isPair = inLead.size === 2 && speaksOfTwo(reading, titleEnd);
  const titlePlural =
    isPair ||
    plural(0, titleEnd) ||
    mentionsIn(reading, 'roundup_word', 0, inTitle.size === 0 ? opening : titleEnd).length > 0 ||
    (inTitle.size > 1 && counted > inTitle.size) ||
    (inTitle.size !== 1 && (entriesOf(reading).size > 1 || sectionsOf(reading).size > 0));
  const isOneOfMany =
    inTitle.size === 1 &&
    (counted > 1 ||
      isPublishedWithOthers(reading, titleEnd, lead) ||
      countsOthersGraded(reading, titleEnd) ||
      isOfBatch(reading, titleEnd, lead));
  return {
    ranked,
    inTitle,
    inLead,
    bystanders,
    heirs: new Map(ranked.map((slug) => [slug, heirsHere(slug, reading, rulebook)])),
    kinds: kindsOf(
      inTitle.size > 1 ? [...inTitle] : inLead.size > 1 ? [...new Set([...inTitle, ...inLead])] : [],
      rulebook,
    ),
    titlePlural: titlePlural || isOneOfMany,
    isPair,
    isOneOfMany,
    fromSource,
    told: new Set(),
  };
}

/** "it has worked with Southshire, Kelbury and others": in one list with a helper, and no subject of its own. */
function isListedWith(before: Mention, { from, to }: Mention, reading: Reading): boolean {
  if (!isListed(reading, before.to, from)) return false;
  if (['be', 'has', 'gave', 'judged', 'modal', 'up', 'down'].some((cls) => startsClass(reading, to, cls))) return false;
  return reading.tokens[to]?.w === 'and' || reading.tokens.slice(before.to, from).some(({ w }) => w === 'and');
}

/** "both", "the shire's two councils" in the title */
const speaksOfTwo = (reading: Reading, titleEnd: number): boolean =>
  someFrom(
    0,
    titleEnd,
    (i) =>
      reading.tokens[i]?.w === 'both' || (reading.tokens[i]?.w === 'two' && startsClass(reading, i + 1, 'councils')),
  );

/** "one of four councils whose reports were published today" */
function isPublishedWithOthers(reading: Reading, from: number, to: number): boolean {
  const published = mentionsIn(reading, 'published_word', from, to);
  return mentionsIn(reading, 'count_word', from, to).some(
    (count) =>
      reading.tokens[count.from - 1]?.w === 'of' &&
      reading.tokens[count.from - 2]?.w === 'one' &&
      mentionsIn(reading, 'councils', count.to, Math.min(to, count.to + 3)).length > 0 &&
      (published.some((p) => p.from > count.to && reading.sentenceOf[p.from] === reading.sentenceOf[count.from]) ||
        namesTheOthers(reading, count)),
  );
}

/** "Northshire is one of three … The others are Southshire and Kelbury." */
function namesTheOthers({ sentences, sentenceOf, startsAt, tokens }: Reading, { from }: Mention): boolean {
  const next = sentences[(sentenceOf[from] ?? 0) + 1];
  if (next?.field !== 'text' || tokens[next.from]?.w !== 'the') return false;
  return (startsAt[next.from] ?? []).some((m) => m.cls === 'names_them');
}

/** An abolished council whose successors the article names is not whom it is about. */
const hasHeirsHere = (slug: string, reading: Reading, rulebook: Rulebook): boolean =>
  heirsHere(slug, reading, rulebook).length > 0;

function heirsHere(slug: string, reading: Reading, rulebook: Rulebook): string[] {
  const successors = rulebook.index.get(slug)?.successors ?? [];
  if (successors.length === 0) return [];
  const named = new Set(mentionsIn(reading, 'authority', 0, reading.tokens.length).map(({ id }) => id));
  return successors.filter((s) => named.has(s));
}

/** The authority whose own source it is, by what is known of the source, its address or its name. A prior for who only. */
function sourceAuthority(reading: Reading, rulebook: Rulebook): string | null {
  const { homeAuthority, url, publisher } = reading.article;
  if (homeAuthority) return homeAuthority;
  const byAddress = rulebook.index.byAddress(url);
  if (byAddress) return byAddress;
  const [trusted, another] = publisher ? rulebook.index.runBy(publisher, dayOf(reading.article.published)) : [];
  if (trusted !== undefined && another === undefined) return trusted;
  if (!publisher || !/council|borough|city of/i.test(publisher)) return null;
  return rulebook.index.find(publisher).authority?.slug ?? null;
}

/** Names in one list: nothing but the words of a list stand between. */
export function isListed(reading: Reading, from: number, to: number): boolean {
  if (to < from) return false;
  let joined = false;
  let words = 0;
  for (let i = from; i < to; i++) {
    // "Northshire, which was good in 2019, and Southshire": what is said of the one in passing.
    const beyond = reading.beyond.get(i) ?? i;
    if (beyond > i && beyond < to) i = beyond;
    // "Northshire (score: 74) and Southshire"
    const closed = reading.tokens[i]?.w === '(' ? bracketEnd(reading, i, to) : null;
    if (closed !== null) {
      i = closed;
      continue;
    }
    if (++words > MOST_BETWEEN) return false;
    const w = reading.tokens[i]?.w ?? '';
    if (w === ',' || w === 'and' || w === 'nor' || w === '/' || w === '•' || w === ';' || w === 'plus') joined = true;
    // "in Northshire as well as in Southshire"
    else if (w === 'well' && reading.tokens[i - 1]?.w === 'as' && reading.tokens[i + 1]?.w === 'as') joined = true;
    else if (w === 'as' && [reading.tokens[i - 1]?.w, reading.tokens[i + 1]?.w].includes('well')) continue;
    // "services in Northshire and in Southshire", "went to Northshire and also to Southshire"
    else if (joined && ['in', 'for', 'at', 'of', 'on', 'to', 'also'].includes(w)) continue;
    // "Northshire and its neighbour Southshire"
    else if (joined && (w === 'its' || startsClass(reading, i, 'neighbour_word'))) continue;
    else if (!['the', 'both', "'s", '(', ')'].includes(w) && !/^\d{4}$/.test(w)) return false;
  }
  return joined;
}

/** Where the bracket that opens here closes; null where it tells a grade of its own. */
function bracketEnd(reading: Reading, at: number, to: number): number | null {
  for (let i = at + 1; i < to && i <= at + MOST_BETWEEN; i++) {
    if (startsClass(reading, i, 'grade')) return null;
    if (reading.tokens[i]?.w === ')') return i;
  }
  return null;
}

/** Words between two names of a list, what is said in passing left out. */
const MOST_BETWEEN = 6;

/** Several authorities are news together: in the title, or in the first sentences when the title names none. */
export function isRoundup({ inTitle, inLead, titlePlural, isPair, isOneOfMany, told }: Subjects): boolean {
  if (told.size > 1) return true;
  if (inTitle.size === 0) return inLead.size > 1 || titlePlural;
  return isOneOfMany || inTitle.size > 1 || (titlePlural && (inLead.size > 2 || isPair));
}
