/** An article as it was read (`read.ts`), and how the rest of the engine looks into it. */
import type { ArticleText } from '../../types.ts';
import type { Scene } from './pattern.ts';
import type { Sentence } from './sentences.ts';
import type { Token } from './tokens.ts';
import type { Mention } from './trie.ts';

/** A mention that was looked at and not taken, in tokens. */
export interface Refusal {
  code: string;
  reason: string;
  rule: string;
  from: number;
  to: number;
  authority: string | null;
}

export interface Firing {
  rule: string;
  spoilt: boolean;
  from: number;
  to: number;
}

export interface Reading extends Scene {
  article: ArticleText;
  sentences: Sentence[];
  /** Sentence of each token. */
  sentenceOf: Int32Array;
  mentions: Mention[];
  /** Whether an inspectorate is named anywhere, not only spoken of. */
  namesJudges: boolean;
  refusals: Refusal[];
  /** Every rule whose words were there, and whether something spoilt it. */
  firings: Firing[];
}

/** Where nothing starts or ends. */
export const NONE: Mention[] = [];

/** Mentions of one class in a stretch of tokens. */
export function mentionsIn(reading: Reading, cls: string, from: number, to: number): Mention[] {
  const found: Mention[] = [];
  for (let i = from; i < to; i++)
    for (const m of reading.startsAt[i] ?? NONE) if (m.cls === cls && m.to <= to) found.push(m);
  return found;
}

/** "it" or "they", as a council or its services are spoken of. */
export const isPronoun = ({ tokens }: Reading, at: number): boolean =>
  tokens[at]?.w === 'it' || tokens[at]?.w === 'they';

/** Whether words of one of these classes begin there. */
export const startsClass = (reading: Reading, at: number, ...classes: string[]): boolean =>
  (reading.startsAt[at] ?? NONE).some((m) => classes.includes(m.cls));

/** Whether one, or each, of the tokens between two places is so. */
export const someFrom = (from: number, to: number, is: (at: number) => boolean): boolean => {
  for (let i = from; i < to; i++) if (is(i)) return true;
  return false;
};
export const everyFrom = (from: number, to: number, is: (at: number) => boolean): boolean =>
  !someFrom(from, to, (i) => !is(i));

/** Words that begin another clause, with its own subject, time or standing. */
export const CLAUSES = ['contrast', 'time_clause', 'adverb_clause', 'relative'];

/** The text as given between two tokens. */
export function textOf(reading: Reading, from: number, to: number): string {
  const first = reading.tokens[from] as Token;
  const last = reading.tokens[to - 1] as Token;
  return (first.field === 'title' ? reading.article.title : reading.article.text).slice(first.start, last.end);
}

/** The first comma after a place, before an end; null where there is none. */
export function commaAfter(at: number, end: number, { tokens }: Reading): number | null {
  for (let i = at + 1; i < end; i++) if (tokens[i]?.w === ',') return i;
  return null;
}
