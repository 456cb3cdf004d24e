/**
 * Words of a text with their places. One pass, no regular expression over the whole: hostile text is normal input.
 * Folding happens here and nowhere else (quotes, dashes, entities, soft hyphens, words broken over lines), so every
 * later part compares plain lower-case words while evidence keeps pointing into the text as given.
 */

export type Field = 'title' | 'text';

export interface Token {
  /** Folded, lower case. Punctuation is one of `. , ; : ! ? ( ) – • | / …`. */
  w: string;
  start: number;
  end: number;
  field: Field;
  word: boolean;
  /** First letter is a capital. */
  cap: boolean;
  /** Line breaks between the token before and this one. */
  nl: number;
  quoteBefore: boolean;
  quoteAfter: boolean;
  /** Joined to the token before by a hyphen. */
  hyphen: boolean;
}

const ENTITIES: Record<string, string> = {
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  lsquo: "'",
  rsquo: "'",
  ldquo: '"',
  rdquo: '"',
  ndash: '–',
  mdash: '–',
  hellip: '…',
  bull: '•',
  middot: '•',
  shy: '',
  lt: '<',
  gt: '>',
  pound: '£',
  zwnj: '',
  thinsp: ' ',
  ensp: ' ',
  emsp: ' ',
}; // prettier-ignore
const QUOTES = new Set([...`'"\`´‘’‚‛“”„‟«»‹›′″`]);
const DASHES = new Set([...'–—―−‒']);
const BULLETS = new Set([...'•·●▪◦‣⁃∙○■□►▶➤*']);
const SPACES = new Set([
  ...' \t\f\v\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000',
]);
const NOTHING = new Set([...'\u00ad\u200b\u200c\u200d\u2060\ufeff']);
const NEWLINES = new Set([...'\n\r\u2028\u2029\u0085']);
const PUNCTUATION = new Set([...'.,;:!?()[]{}|/…%=']);
const isWordChar = (c: string) => /[\p{L}\p{N}]/u.test(c);
const isAsciiWord = (code: number) =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
const isWord = (c: string) => (c.charCodeAt(0) < 128 ? isAsciiWord(c.charCodeAt(0)) : isWordChar(c));
const isDigit = (c: string) => c >= '0' && c <= '9';
const isLower = (c: string) => c !== c.toUpperCase() && c === c.toLowerCase();
const isUpper = (c: string) => c !== c.toLowerCase();

/** Longest word kept; the rest of a longer run of letters is dropped from the comparison, never from the text. */
const LONGEST_WORD = 60;

/** A character as later parts see it, and how many code units of the text it stands for. */
function charAt(text: string, at: number): { c: string; size: number } {
  const c = text[at] ?? '';
  if (c === '&') {
    const name = text.slice(at + 1, at + 10).split(';', 1)[0] ?? '';
    const end = at + 1 + name.length;
    if (text[end] === ';') {
      const known = ENTITIES[name];
      if (known !== undefined) return { c: known, size: end - at + 1 };
      const code = /^#(?:x([0-9a-f]{1,5})|([0-9]{1,6}))$/i.exec(name);
      if (code) {
        const point = code[1] ? Number.parseInt(code[1], 16) : Number(code[2]);
        if (point > 0 && point < 0x10000) return { c: String.fromCharCode(point), size: end - at + 1 };
      }
    }
  }
  return { c, size: 1 };
}

/** How far a hyphen, a line break and spaces reach when they only break a word over two lines; 0 when they do not. */
function brokenWord(text: string, at: number): number {
  let i = at;
  let newline = false;
  while (i < text.length && i - at < 12) {
    const c = text[i] ?? '';
    if (NEWLINES.has(c)) newline = true;
    else if (!SPACES.has(c)) break;
    i++;
  }
  return newline && isLower(text[i] ?? '') ? i - at : 0;
}

/** How far the dots of "Leadership ..... Good" reach, from a name to its grade on one line; 0 where they are none. */
function dotLeader(text: string, at: number): number {
  if (text[at] !== '.' || text[at - 1] === '.' || !(SPACES.has(text[at - 1] ?? '') || text[at + 3] === '.')) return 0;
  let i = at;
  while (text[i] === '.') i++;
  const dots = i - at;
  while (SPACES.has(text[i] ?? '')) i++;
  return dots >= 3 && isUpper(text[i] ?? '') ? dots : 0;
}

/** Splits one field into tokens. Linear in its length. */
export function tokenise(text: string, field: Field): Token[] {
  const tokens: Token[] = [];
  let nl = 0;
  let quote = false;
  let hyphen = false;
  let i = 0;
  const last = () => tokens[tokens.length - 1];
  const push = (w: string, start: number, end: number, word: boolean, cap: boolean) => {
    tokens.push({ w, start, end, field, word, cap, nl, quoteBefore: quote, quoteAfter: false, hyphen });
    nl = 0;
    quote = false;
    hyphen = false;
  };
  while (i < text.length) {
    const { c, size } = charAt(text, i);
    if (c === '' || NOTHING.has(c)) i += size;
    else if (NEWLINES.has(c)) {
      if (!(c === '\n' && text[i - 1] === '\r')) nl++;
      i += size;
    } else if (SPACES.has(c)) i += size;
    else if (isWord(c)) i = word(i);
    else if (c === '&') {
      push('and', i, i + size, true, false);
      i += size;
    } else if (QUOTES.has(c)) {
      const before = last();
      // A quotation mark that touches the word before closes; otherwise it opens for the word after.
      if (before && before.end === i && nl === 0) before.quoteAfter = true;
      else quote = true;
      i += size;
    } else {
      const leader = dotLeader(text, i);
      punctuation(leader > 0 ? '–' : c, i, leader || size);
      i += leader || size;
    }
  }
  return tokens;

  function word(from: number): number {
    let w = '';
    let at = from;
    let end = from;
    while (at < text.length) {
      const { c, size } = charAt(text, at);
      if (c === '' || NOTHING.has(c)) {
        at += size;
      } else if (isWord(c)) {
        if (w.length < LONGEST_WORD) w += c;
        at += size;
        end = at;
      } else if ((c === '.' || c === ',') && isDigit(w[w.length - 1] ?? '') && isDigit(text[at + size] ?? '')) {
        w += c;
        at += size;
      } else if (QUOTES.has(c) && c !== '"' && isWord(charAt(text, at + size).c || ' ')) {
        const after = charAt(text, at + size);
        const following = charAt(text, at + size + after.size).c;
        if ((after.c === 's' || after.c === 'S') && !(following && isWord(following))) {
          push(w.toLowerCase(), from, end, true, isUpper(w[0] ?? ''));
          push("'s", at, at + size + after.size, true, false);
          return at + size + after.size;
        }
        w += "'";
        at += size;
      } else if (c === '-' || c === '‐' || c === '‑') {
        const gap = brokenWord(text, at + size);
        if (gap > 0 && isLower(w[w.length - 1] ?? '')) at += size + gap;
        else break;
      } else break;
    }
    // Pages pasted from a word processor have "o" for a bullet.
    const bullet = w === 'o' && (nl > 0 || tokens.length === 0) && SPACES.has(text[end] ?? '');
    if (bullet) push('•', from, end, false, false);
    else push(w.toLowerCase(), from, end, true, isUpper(w[0] ?? ''));
    const next = text[end] ?? '';
    if ((next === '-' || next === '‐' || next === '‑') && isWord(charAt(text, end + 1).c || ' ')) {
      hyphen = true;
      return end + 1;
    }
    return end;
  }

  function punctuation(c: string, at: number, size: number) {
    const lineStart = nl > 0 || tokens.length === 0;
    let w = c;
    if (DASHES.has(c) || c === '-') w = lineStart ? '•' : '–';
    else if (BULLETS.has(c)) w = '•';
    else if (!PUNCTUATION.has(c)) return;
    if (w === '[' || w === '{') w = '(';
    if (w === ']' || w === '}') w = ')';
    push(w, at, at + size, false, false);
  }
}

/** The words of a phrase in rule data, folded the same way as text. */
export function wordsOf(phrase: string): { w: string; cap: boolean }[] {
  return tokenise(phrase, 'text').map(({ w, cap }) => ({ w, cap }));
}
