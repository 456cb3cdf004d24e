/** Quotation marks in a stretch of text: which of them have lost their partner. */

const CLOSES: Record<string, string> = { '“': '”', '‘': '’', '«': '»', '"': '"', "'": "'" };
const OPENS: Record<string, string> = { '”': '“', '»': '«', '"': '"', '’': '‘', "'": "'" };
/** Also an apostrophe: of these a closing one counts only where one was opened. */
const APOSTROPHES = new Set(['’', "'"]);
const isLetter = (sign: string | undefined) => sign !== undefined && /[\p{L}\p{N}]/u.test(sign);
/** What may stand between the last word of a quotation and its closing mark. */
const BEFORE_CLOSING = /^[.,!?…]?/;

interface Unpaired {
  /** Closing marks whose quotations were opened before the stretch, in their order. */
  closings: string[];
  /** Opening marks whose quotations go on after it, the innermost last. */
  openings: string[];
}

function unpaired(text: string): Unpaired {
  const openings: string[] = [];
  const closings: string[] = [];
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] as string;
    if (!(sign in CLOSES || sign in OPENS)) continue;
    const inWord = isLetter(text[at - 1]) && isLetter(text[at + 1]);
    if (inWord && sign !== '“' && sign !== '”') continue;
    const open = openings.at(-1);
    if (open !== undefined && CLOSES[open] === sign && (sign !== "'" || !isLetter(text[at + 1]))) openings.pop();
    else if (sign in CLOSES && (!(sign in OPENS) || isLetter(text[at + 1]))) openings.push(sign);
    else if (sign in OPENS && !APOSTROPHES.has(sign)) closings.push(sign);
  }
  return { closings, openings };
}

/**
 * A stretch of a text, made wider where the partner of a quotation mark in it stands directly beside it: `climbs to ‘good`
 * takes in the `’` after it.
 *
 * @returns its bounds in UTF-16 units, never narrower
 */
export function withItsMarks(text: string, start: number, end: number): { start: number; end: number } {
  const { closings, openings } = unpaired(text.slice(start, end));
  let [from, until] = [start, end];
  for (const sign of closings) if (text[from - 1] === OPENS[sign]) from--;
  for (const sign of openings.toReversed()) {
    const between = BEFORE_CLOSING.exec(text.slice(until, until + 1))?.[0].length ?? 0;
    if (text[until + between] === CLOSES[sign]) until += between + 1;
  }
  return { start: from, end: until };
}

/** The text between quotation marks of ours; marks of its own that have lost their partner get one. */
export function inMarks(text: string): string {
  const { closings, openings } = unpaired(text);
  const before = closings.map((sign) => OPENS[sign]).reverse();
  const after = openings.map((sign) => CLOSES[sign]).reverse();
  return `“${before.join('')}${text}${after.join('')}”`;
}

/** A line of a list without the mark before it: a dash, a bullet, `1.` or `a)`. What begins with a quotation or a figure stays. */
export const withoutListMark = (text: string): string => text.replace(LIST_MARK, '');
const LIST_MARK = /^\s*(?:[-–—•·*▪●◦‣⁃]|(?:\d{1,2}|[a-z])[.)])\s+(?=\S)/u;
