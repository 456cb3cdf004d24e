/** First reading of an article: its words, sentences and every mention of something known. Decides nothing about grades. */
import type { ArticleText } from '../types.ts';
import { acrossOwners } from './areas/across-owners.ts';
import { edgesOf, isBareOutsideList } from './areas/bare-words.ts';
import { echoesIn } from './grades/echoes.ts';
import type { Rulebook } from './rules/rulebook.ts';
import { asidesOf } from './text/asides.ts';
import { CLAUSES, mentionsIn, NONE, type Reading } from './text/reading.ts';
import { type Sentence, splitSentences } from './text/sentences.ts';
import { type Token, tokenise } from './text/tokens.ts';
import type { Mention, Meter } from './text/trie.ts';
import { authoritiesIn } from './who/places.ts';

/** Of several mentions of these classes that overlap, the longest is meant. */
const EXCLUSIVE = new Set(['grade', 'area', 'service', 'inspectorate', 'provider', 'framework']);

/** "Send letters to the editor": initials that make a word are a service only where they are written as initials. */
function isOrdinaryWord({ cls, id, from, to }: Mention, tokens: Token[], article: ArticleText): boolean {
  const { w, start, end, field } = tokens[from] as Token;
  return cls === 'service' && to - from === 1 && w === id && article[field].slice(start, end) !== w.toUpperCase();
}

export function read(article: ArticleText, rulebook: Rulebook, meter: Meter = { steps: 0 }): Reading {
  const tokens = [...tokenise(article.title, 'title'), ...tokenise(article.text, 'text')];
  mendSlips(tokens, rulebook);
  const found: Mention[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const here = rulebook.trie.at(tokens, i, meter);
    for (const mention of here)
      if (!here.some((m) => m.cls === mention.cls && m.to > mention.to && m.cls !== 'mask')) found.push(mention);
    const number = isInStamp(tokens, i) ? null : numberClass(tokens[i] as Token);
    if (number) found.push({ cls: number, id: (tokens[i] as Token).w, from: i, to: i + 1 });
  }
  const areas = edgesOf(found, tokens);
  const mentions = longest(
    found.filter((m) => !isBareOutsideList(m, areas, tokens) && !isOrdinaryWord(m, tokens, article)),
  );
  const inside = new Uint8Array(tokens.length + 1);
  const clutter = new Uint8Array(tokens.length);
  for (const { cls, from, to } of mentions) {
    if (cls === 'clutter') clutter.fill(1, from, to);
    if (cls === 'grade' || cls === 'area' || cls === 'authority_strong') inside.fill(1, from + 1, to);
  }
  for (const at of answersIn(mentions, tokens)) inside[at] = 1;
  const sentences = splitSentences(tokens, { inside, clutter, rows: rowsIn(mentions, tokens) });
  const sentenceOf = new Int32Array(tokens.length);
  for (const s of sentences) sentenceOf.fill(s.index, s.from, s.to);
  const reading: Reading = {
    article,
    tokens,
    sentences,
    sentenceOf,
    mentions,
    refusals: [],
    firings: [],
    startsAt: [],
    endsAt: [],
    beyond: new Map(),
    namesJudges: mentions.some(({ cls, id }) => cls === 'inspectorate' && id !== 'unnamed'),
    meter,
  };
  index(reading);
  reading.mentions = [
    ...mentions.filter((m) => !/^(authority_|mask$|trust$)/.test(m.cls) && !isMonth(m, tokens, sentences, sentenceOf)),
    ...authoritiesIn(reading, rulebook),
  ];
  reading.mentions.sort((a, b) => a.from - b.from || a.to - b.to);
  index(reading);
  reading.mentions = reading.mentions.filter(
    (m) => !isPartOfName(reading, m) && !isCouncilsOwn(reading, m) && !isOfServiceName(reading, m),
  );
  index(reading);
  const between = acrossOwners(reading, rulebook.trie);
  if (between.length > 0) {
    const covered = new Uint8Array(tokens.length + 1);
    for (const { from, to } of between) covered.fill(1, from, to);
    const isWithin = (m: Mention) => m.cls === 'area' && covered[m.from] === 1 && covered[m.to - 1] === 1;
    reading.mentions = [...reading.mentions.filter((m) => !isWithin(m)), ...between];
    reading.mentions.sort((a, b) => a.from - b.from || a.to - b.to);
    index(reading);
  }
  reading.mentions = onScaleOfThen(reading.mentions);
  index(reading);
  const echoed = sentences.flatMap((s) => echoesIn(reading, s));
  if (echoed.length > 0) {
    reading.mentions = [...reading.mentions, ...echoed].sort((a, b) => a.from - b.from || a.to - b.to);
    index(reading);
  }
  for (const sentence of sentences)
    for (const { from, to } of asidesOf(reading, sentence)) reading.beyond.set(from - 1, to + 1).set(to, from - 1);
  return reading;
}

/** "Adequate, the second-lowest of four marks": of an article that knows the grade of before 2013 and not the one that took its place. */
function onScaleOfThen(mentions: Mention[]): Mention[] {
  const names = (grade: string) => mentions.some(({ cls, id }) => cls === 'grade' && id === grade);
  if (!names('adequate') || names('requires_improvement')) return mentions;
  return mentions.map((m) => (m.cls === 'grade' && m.id === '~requires_improvement' ? { ...m, id: '~adequate' } : m));
}

/** "The verdict? Still inadequate.": where the answer begins that is one sentence with its question. */
function answersIn(mentions: readonly Mention[], tokens: readonly Token[]): number[] {
  const w = (i: number) => tokens[i]?.w ?? '';
  const asked = new Set(mentions.flatMap(({ cls, to }) => (cls === 'grade_asked' && w(to) === '?' ? [to + 1] : [])));
  return mentions
    .filter(({ cls }) => cls === 'grade')
    .flatMap(({ from, to }) => {
      const at = [from, from - 1].find((i) => asked.has(i));
      const ends = tokens[to] === undefined || /^[.!–;]$/.test(w(to)) || (tokens[to]?.nl ?? 0) > 0;
      return at !== undefined && ends ? [at] : [];
    });
}

/** "children in care – good" and below it "care leavers – good": where a row begins, though it begins with a small letter. */
function rowsIn(mentions: readonly Mention[], tokens: readonly Token[]): Uint8Array {
  const rows = new Uint8Array(tokens.length);
  const graded = new Set(mentions.filter(({ cls }) => cls === 'grade').map(({ to }) => to));
  for (const { cls, from, to } of mentions) {
    const line = ['the', 'its', 'our'].includes(tokens[from - 1]?.w ?? '') && tokens[from]?.nl === 0 ? from - 1 : from;
    const marked = [':', '–', '|'].includes(tokens[to]?.w ?? '') && tokens[to]?.nl === 0;
    if (cls === 'area' && marked && tokens[line]?.nl === 1 && graded.has(line)) rows[line] = 1;
  }
  return rows;
}

/** "in May", "May 2017" is no modal verb. */
function isMonth(m: Mention, tokens: Token[], sentences: Sentence[], sentenceOf: Int32Array): boolean {
  const token = tokens[m.from] as Token;
  return (
    m.cls === 'modal' &&
    token.w === 'may' &&
    token.cap &&
    (sentences[sentenceOf[m.from] as number]?.from !== m.from || /^\d{4}$/.test(tokens[m.to]?.w ?? ''))
  );
}

/** The "after" of "looked after children", the "who" of "children who need help", begin no clause. */
function isPartOfName(reading: Reading, { cls, from, to }: Mention): boolean {
  if (!CLAUSES.includes(cls)) return false;
  const lookAfter = reading.tokens[from]?.w === 'after' && reading.tokens[from - 1]?.w.startsWith('look');
  if (lookAfter) return true;
  for (let i = from - 1; i >= from - LONGEST_TITLE && i >= 0; i--)
    if ((reading.startsAt[i] ?? NONE).some((m) => (m.cls === 'area' || m.cls === 'service') && m.to >= to)) return true;
  return false;
}
const LONGEST_TITLE = 8;

/** "services for children in need of help and protection, children looked after and care leavers" are one service, and no areas of it. */
function isOfServiceName(reading: Reading, { cls, from, to }: Mention): boolean {
  if (cls !== 'area') return false;
  const before = Math.max(0, from - LONGEST_SERVICE);
  return reading.startsAt
    .slice(before, from + 1)
    .flat()
    .some(
      (name) => name.cls === 'service' && name.to >= to && mentionsIn(reading, 'area', name.from, name.to).length > 1,
    );
}
const LONGEST_SERVICE = 16;

/** "the county's care services", "social care services" are the council's; plain "care services" are a company's. */
function isCouncilsOwn(reading: Reading, { cls, from, to }: Mention): boolean {
  const either = (reading.startsAt[from] ?? NONE).some((m) => m.cls === 'own_or_company' && m.to === to);
  if (cls !== 'provider' || !either) return false;
  const before = reading.tokens[from - 1]?.w;
  if (before === 'social') return true;
  // "Northshire care services criticised", and not "Northshire Care Services"
  const named = (reading.endsAt[from - 1] ?? NONE).some((m) => m.cls === 'authority');
  if (named && !reading.tokens[from]?.cap) return true;
  const owner = reading.endsAt[from - 2] ?? NONE;
  return before === "'s" && owner.some((m) => ['authority', 'council_word', 'thing_judged'].includes(m.cls));
}

function index(reading: Reading): void {
  reading.startsAt = reading.tokens.map(() => NONE);
  reading.endsAt = [...reading.startsAt, NONE];
  for (const mention of reading.mentions) {
    put(reading.startsAt, mention.from, mention);
    put(reading.endsAt, mention.to - 1, mention);
  }
}
function put(lists: Mention[][], at: number, mention: Mention): void {
  const list = lists[at];
  if (list === NONE || list === undefined) lists[at] = [mention];
  else list.push(mention);
}

/** Words that carry a grade are read through a typing slip; what was written stays in the evidence. */
function mendSlips(tokens: Token[], rulebook: Rulebook): void {
  for (const token of tokens) {
    if (!token.word || token.w.length < 7 || token.w.length > 16) continue;
    const meant = rulebook.slips.near(token.w);
    if (meant) token.w = meant;
  }
}

/** "2018-12-19 Northshire Council is …": a page's date stamp counts nothing and dates no grade. */
function isInStamp(tokens: Token[], at: number): boolean {
  const joined = (i: number) => tokens[i] !== undefined && tokens[i]?.start === (tokens[i - 1]?.end ?? -9) + 1;
  const two = (i: number) => /^\d\d$/.test(tokens[i]?.w ?? '') && joined(i);
  return [at, at - 1, at - 2].some((i) => /^\d{4}$/.test(tokens[i]?.w ?? '') && two(i + 1) && two(i + 2));
}

function numberClass(token: Token): string | null {
  if (!token.word || !/^\d/.test(token.w)) return null;
  if (/^(19[89]|20[0-3])\d$/.test(token.w)) return 'year';
  return /^[\d.,]+$/.test(token.w) ? 'number' : null;
}

function longest(found: Mention[]): Mention[] {
  const kept: Mention[] = [];
  const lastEnd = new Map<string, number>();
  // Found in order of start: a mention that begins inside the one before it of its class is part of it.
  for (const mention of found) {
    if (EXCLUSIVE.has(mention.cls)) {
      if (mention.from < (lastEnd.get(mention.cls) ?? 0)) continue;
      lastEnd.set(mention.cls, mention.to);
    }
    kept.push(mention);
  }
  return kept;
}
