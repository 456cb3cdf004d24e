/**
 * Own sentence splitter: natural's is superlinear and splits "£1.5m", "Cllr." and "St. Helens".
 * Works on tokens, so it is linear; a boundary never falls inside a mention ("Requires" / "Improvement" over two lines).
 */
import type { Field, Token } from './tokens.ts';

export interface Sentence {
  index: number;
  field: Field;
  /** Tokens `from` to `to` (exclusive). */
  from: number;
  to: number;
  /** Starts with a bullet, a dash or a number, or is a cell of a table. */
  item: boolean;
  /** Ends with a colon or dash that introduces what follows. */
  opens: boolean;
  /** Empty lines before it. */
  newParagraph: boolean;
  /** Sentences of the text before it, bylines, buttons and other clutter not counted; -1 in the title. */
  depth: number;
}

const ABBREVIATIONS = new Set(
  'cllr cllrs coun st mr mrs ms dr rev rt hon prof sir no nos vs v jan feb mar apr jun jul aug sept sep oct nov dec ltd co inc dept approx e.g i.e etc ave rd gov'.split(
    ' ',
  ),
);
/** Nobody writes longer sentences; menus and hostile texts do. Keeps all work per sentence bounded. */
const LONGEST_SENTENCE = 150;
const TERMINAL = new Set(['.', '!', '?', '…']);
/** A line that ends without a full stop is a byline, a button or a cell unless it is this long. */
const PROSE_WORDS = 12;

/** What is known of each token before there are sentences. */
interface Marks {
  /** The boundary before it would cut a mention in two. */
  inside: Uint8Array;
  /** It is of what pages say of themselves: cookies, newsletters, signing in. */
  clutter: Uint8Array;
  /** It begins a row of a list or table. */
  rows: Uint8Array;
}

export function splitSentences(tokens: Token[], { inside, clutter, rows }: Marks): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  let depth = 0;
  const close = (to: number) => {
    if (to <= from) return;
    const first = tokens[from] as Token;
    const last = tokens[to - 1] as Token;
    const numbered =
      /^\d/.test(first.w) && (tokens[from + 1]?.w === '.' || tokens[from + 1]?.w === ')' || /^\d\.\d$/.test(first.w));
    sentences.push({
      index: sentences.length,
      field: first.field,
      from,
      to,
      item: first.w === '•' || numbered,
      opens: last.w === ':' || last.w === '–' || last.w === '…',
      newParagraph: first.nl > 1 || from === 0,
      depth: first.field === 'title' ? -1 : depth,
    });
    const isProse = (TERMINAL.has(last.w) || to - from >= PROSE_WORDS) && !clutter.subarray(from, to).includes(1);
    if (first.field === 'text' && isProse) depth++;
    from = to;
  };
  for (let i = 1; i < tokens.length; i++)
    if (!inside[i] && (rows[i] || i - from >= LONGEST_SENTENCE || startsSentence(tokens, i, from))) close(i);
  close(tokens.length);
  return sentences;
}

function startsSentence(tokens: Token[], i: number, from: number): boolean {
  const token = tokens[i] as Token;
  const before = tokens[i - 1] as Token;
  if (token.field !== before.field || token.nl > 1) return true;
  const opensLine = token.cap || !token.word || token.quoteBefore || /^\d/.test(token.w);
  if (token.nl === 1) return opensLine || TERMINAL.has(before.w) || before.w === ':' || tokens[from]?.w === '•';
  if (token.w === '•') return true;
  if (!TERMINAL.has(before.w) || !opensLine || TERMINAL.has(token.w)) return false;
  if (!token.word) return false;
  if (before.w !== '.') return true;
  // "No. 1", "St. Helens", "Cllr. Read", "1. Children who ..." and initials go on.
  const word = tokens[i - 2];
  if (!word || i - 2 < from) return false;
  if (token.start === before.end && !token.quoteBefore) return false;
  return !(
    ABBREVIATIONS.has(word.w) ||
    (word.w.length === 1 && word.cap) ||
    (/^\d{1,2}$/.test(word.w) && i - 2 === from)
  );
}
