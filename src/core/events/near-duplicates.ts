/**
 * Copies of one text: syndicated stories, and press releases taken whole or in part.
 *
 * Word 3-shingles decide for texts of some length, a 64-bit SimHash over them for short ones. All linear in the text.
 * Source: Charikar, "Similarity estimation techniques from rounding algorithms" (2002); Manku, Jain, Das Sarma,
 * "Detecting near-duplicates for web crawling" (2007); Broder, "On the resemblance and containment of documents" (1997).
 */
import { sha256 } from '../keys.ts';

const WORDS_IN_SHINGLE = 3;
/** Longer texts are compared by their beginning: a report's news stands there. */
const MAX_WORDS = 20_000;

export interface Fingerprint {
  /** SHA-256 of the normalised text: equal for copies that differ in case, punctuation or spacing only. */
  hash: string;
  /** 64-bit SimHash as 16 hex digits. */
  simhash: string;
  shingles: ReadonlySet<number>;
}

export interface Candidate {
  id: string;
  fingerprint: Fingerprint;
  /** Who published first: the article's day, then when we first saw it. */
  day: string | null;
  firstSeen: Date;
}

export interface Copy {
  /** The article it copies. */
  copyOf: string;
  /** Share of the copy's text that stands in the other, 0 to 1. */
  share: number;
}

/** A text most of which stands in another is its copy. */
const COPY_SHARE = 0.7;
/** Below this a shared quotation or two would count. */
const PART_SHARE = 0.3;
/** Texts with fewer shingles share stock phrases too easily: only nearly equal ones are copies. */
const LEAST_SHINGLES = 20;
/** Of 64 bits; from Manku and others. */
const NEARLY_EQUAL_BITS = 3;

export function fingerprint(text: string): Fingerprint {
  const words = wordsOf(text);
  const [high, low] = [0x811c9dc5, 0x9e3779b9].map((seed) => Uint32Array.from(words, (word) => fnv1a(word, seed)));
  const shingles = new Set<number>();
  const votes = new Int32Array(64);
  const count = Math.max(words.length - WORDS_IN_SHINGLE + 1, Math.min(words.length, 1));
  for (let i = 0; i < count; i++) {
    const [upper, lower] = [shingleAt(high!, i), shingleAt(low!, i)];
    // 53 bits: the most a number holds exactly.
    const shingle = (upper & 0x1fffff) * 0x1_0000_0000 + lower;
    if (shingles.has(shingle)) continue;
    shingles.add(shingle);
    for (let bit = 0; bit < 32; bit++) {
      votes[bit]! += (upper >>> bit) & 1 ? 1 : -1;
      votes[bit + 32]! += (lower >>> bit) & 1 ? 1 : -1;
    }
  }
  return { hash: sha256(words.join(' ')), simhash: toHex(votes), shingles };
}

/** Hash of the words from `i` on, which depends on their order. */
function shingleAt(words: Uint32Array, i: number): number {
  let hash = 0;
  for (let j = i; j < Math.min(i + WORDS_IN_SHINGLE, words.length); j++) hash = mixed(Math.imul(hash, 31) ^ words[j]!);
  return hash;
}

/** Words in small letters, without accents, quotes and punctuation. */
function wordsOf(text: string): string[] {
  const folded = text
    .slice(0, MAX_WORDS * 12)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f'’‘]/g, '');
  return (folded.match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, MAX_WORDS);
}

/** FNV-1a, 32 bits. */
function fnv1a(text: string, seed: number): number {
  let hash = seed;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** Makes every bit depend on every other: the finish of MurmurHash3. */
function mixed(value: number): number {
  const once = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return (twice ^ (twice >>> 16)) >>> 0;
}

function toHex(votes: Int32Array): string {
  let value = 0n;
  for (const [bit, vote] of votes.entries()) if (vote > 0) value |= 1n << BigInt(bit);
  return value.toString(16).padStart(16, '0');
}

/** Bits in which two SimHashes differ, 0 to 64. */
function bitsApart(a: string, b: string): number {
  let rest = BigInt(`0x${a}`) ^ BigInt(`0x${b}`);
  let bits = 0;
  for (; rest > 0n; rest &= rest - 1n) bits++;
  return bits;
}

/** Who was first: by day, those without one after those with, then by when we saw it, then by id. */
function byPublication(a: Candidate, b: Candidate): number {
  const [dayA, dayB] = [a.day ?? '9999', b.day ?? '9999'];
  if (dayA !== dayB) return dayA < dayB ? -1 : 1;
  return a.firstSeen.getTime() - b.firstSeen.getTime() || (a.id < b.id ? -1 : 1);
}

interface Copies {
  /**
   * By article id, the earlier article most of its text was taken from: the first publisher of equal ones, through
   * chains of copies. A share of 0.7 or more is a copy; from 0.3, part of a press release stands in the article.
   * Originals are left out.
   */
  copies: Map<string, Copy>;
  /** By article id, one id for all articles that are nearly the same text, whoever came first. */
  texts: Map<string, string>;
}

/** Copies among articles. An index over shingles compares only texts that have some in common. */
export function copiesAmong(articles: readonly Candidate[]): Copies {
  const copies = new Map<string, Copy>();
  const texts = new Map(articles.map(({ id }) => [id, id]));
  const firstOf = new Map<string, Candidate>();
  const holders = new Map<number, Candidate[]>();
  for (const article of [...articles].sort(byPublication)) {
    const { fingerprint: print, id } = article;
    if (print.shingles.size === 0) continue;
    const original = firstOf.get(print.hash);
    const shared = original ? new Map([[original, print.shingles.size]]) : sharedWith(print, holders);
    const copy = mostTaken(print, shared);
    const before = copy && copies.get(copy.copyOf);
    if (copy) copies.set(id, before && isCopy(before) && isCopy(copy) ? { ...copy, copyOf: before.copyOf } : copy);
    for (const [holder, count] of shared) if (isSameText(print, holder.fingerprint, count)) join(texts, id, holder.id);
    if (original) continue; // its text is in the index already
    firstOf.set(print.hash, article);
    for (const shingle of print.shingles) {
      const known = holders.get(shingle);
      if (known) known.push(article);
      else holders.set(shingle, [article]);
    }
  }
  return { copies, texts };
}

/** Shingles in common with each article of the index. */
function sharedWith(print: Fingerprint, holders: Map<number, Candidate[]>): Map<Candidate, number> {
  const shared = new Map<Candidate, number>();
  for (const shingle of print.shingles)
    for (const holder of holders.get(shingle) ?? []) shared.set(holder, (shared.get(holder) ?? 0) + 1);
  return shared;
}

function mostTaken(print: Fingerprint, shared: Map<Candidate, number>): Copy | null {
  let best: Copy | null = null;
  for (const [holder, count] of [...shared].sort(([a], [b]) => byPublication(a, b))) {
    const share = count / print.shingles.size;
    if (share < PART_SHARE || share <= (best?.share ?? 0) || !isComparable(print, holder.fingerprint)) continue;
    best = { copyOf: holder.id, share };
  }
  return best;
}

const isShort = ({ shingles }: Fingerprint) => shingles.size < LEAST_SHINGLES;
const isComparable = (a: Fingerprint, b: Fingerprint) =>
  !(isShort(a) || isShort(b)) || bitsApart(a.simhash, b.simhash) <= NEARLY_EQUAL_BITS;

/** The same both ways round: who came first must not decide what belongs together. */
const isSameText = (a: Fingerprint, b: Fingerprint, shared: number) =>
  shared / Math.max(a.shingles.size, b.shingles.size) >= COPY_SHARE && isComparable(a, b);

/** Both, and all that go with either, get the smaller of their ids. */
function join(texts: Map<string, string>, a: string, b: string) {
  const [id, other] = [texts.get(a)!, texts.get(b)!].sort();
  if (id !== other) for (const [article, text] of texts) if (text === other) texts.set(article, id!);
}

/** Whether so much was taken that the article is no voice of its own. */
export const isCopy = (copy: Copy): boolean => copy.share >= COPY_SHARE;
