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
  const shingles = new Set<number>();
  const votes = new Int32Array(64);
  const count = Math.max(words.length - WORDS_IN_SHINGLE + 1, Math.min(words.length, 1));
  for (let i = 0; i < count; i++) {
    const shingle = words.slice(i, i + WORDS_IN_SHINGLE).join(' ');
    const high = fnv1a(shingle, 0x811c9dc5);
    const low = fnv1a(shingle, 0x9e3779b9);
    // 53 bits: the most a number holds exactly.
    const id = (high & 0x1fffff) * 0x1_0000_0000 + low;
    if (shingles.has(id)) continue;
    shingles.add(id);
    for (let bit = 0; bit < 32; bit++) {
      votes[bit]! += (high >>> bit) & 1 ? 1 : -1;
      votes[bit + 32]! += (low >>> bit) & 1 ? 1 : -1;
    }
  }
  return { hash: sha256(words.join(' ')), simhash: toHex(votes), shingles };
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

/** FNV-1a, 32 bits, with a final mix so that every bit depends on the whole shingle. */
function fnv1a(text: string, seed: number): number {
  let hash = seed;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function toHex(votes: Int32Array): string {
  let value = 0n;
  for (const [bit, vote] of votes.entries()) if (vote > 0) value |= 1n << BigInt(bit);
  return value.toString(16).padStart(16, '0');
}

/** Bits in which two SimHashes differ, 0 to 64. */
export function bitsApart(a: string, b: string): number {
  let rest = BigInt(`0x${a}`) ^ BigInt(`0x${b}`);
  let bits = 0;
  for (; rest > 0n; rest &= rest - 1n) bits++;
  return bits;
}

function sharedShingles(a: Fingerprint, b: Fingerprint): number {
  const [few, many] = a.shingles.size <= b.shingles.size ? [a.shingles, b.shingles] : [b.shingles, a.shingles];
  let shared = 0;
  for (const shingle of few) if (many.has(shingle)) shared++;
  return shared;
}

/** Share of `part` that stands in `whole`, 0 to 1. */
export const containment = (part: Fingerprint, whole: Fingerprint): number =>
  part.shingles.size === 0 ? 0 : sharedShingles(part, whole) / part.shingles.size;

/** Who was first: by day, those without one after those with, then by when we saw it, then by id. */
function byPublication(a: Candidate, b: Candidate): number {
  const [dayA, dayB] = [a.day ?? '9999', b.day ?? '9999'];
  if (dayA !== dayB) return dayA < dayB ? -1 : 1;
  return a.firstSeen.getTime() - b.firstSeen.getTime() || (a.id < b.id ? -1 : 1);
}

/**
 * The earlier article that a candidate copies.
 *
 * @returns the one most of the text was taken from (the first publisher of equal ones); null where it is no copy of
 *          any. `share` of 0.7 and more is a copy; from 0.3, part of a press release stands in the article
 */
export function findCopies(candidate: Candidate, others: readonly Candidate[]): Copy | null {
  const earlier = others
    .filter(({ id }) => id !== candidate.id)
    .sort(byPublication)
    .filter((other) => byPublication(other, candidate) < 0);
  let best: Copy | null = null;
  for (const other of earlier) {
    const share = shareTaken(candidate.fingerprint, other.fingerprint);
    if (share >= PART_SHARE && share > (best?.share ?? 0)) best = { copyOf: other.id, share };
  }
  return best;
}

function shareTaken(text: Fingerprint, from: Fingerprint): number {
  if (text.hash === from.hash) return text.shingles.size > 0 ? 1 : 0;
  if (text.shingles.size < LEAST_SHINGLES && bitsApart(text.simhash, from.simhash) > NEARLY_EQUAL_BITS) return 0;
  return containment(text, from);
}

/** Whether so much was taken that the article is no voice of its own. */
export const isCopy = (copy: Copy): boolean => copy.share >= COPY_SHARE;

/**
 * Copies among articles: each with the first publisher of its text, through chains of copies.
 *
 * @returns by article id, for those that take a share of another; originals are left out
 */
export function copiesAmong(articles: readonly Candidate[]): Map<string, Copy> {
  const found = new Map<string, Copy>();
  for (const article of [...articles].sort(byPublication)) {
    const copy = findCopies(article, articles);
    if (!copy) continue;
    const before = found.get(copy.copyOf);
    found.set(article.id, before && isCopy(before) && isCopy(copy) ? { ...copy, copyOf: before.copyOf } : copy);
  }
  return found;
}
