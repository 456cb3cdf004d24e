/** JSON as sites serve it: what JSON.parse refuses is repaired where the meaning is plain, else read object by object. */
import { MAX_ENTRIES } from './raw.ts';
import { replaceEach } from './replace-each.ts';

export type Json = Record<string, unknown>;

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A script that hands JSON to a function, as browsers once fetched it across sites. */
const SCRIPTED = /^\s*(?:\/\*\*\/\s*)?[A-Za-z_$][\w$.]{0,99}\s*\(\s*(?=[[{])/;

/** @returns the JSON that a script (JSONP) hands over, null where the text is none */
export function withoutScript(text: string): string | null {
  const call = SCRIPTED.exec(text.slice(0, 400))?.[0];
  return call === undefined ? null : text.slice(call.length).replace(/\)[;\s]{0,20}$/, '');
}

/** @returns the document, or `{ items }` of its whole objects; and what was wrong with it, if anything */
export function readLoosely(text: string): { root: unknown; fault: string | null } {
  try {
    return { root: JSON.parse(text), fault: null };
  } catch {
    // Below.
  }
  try {
    return { root: JSON.parse(repaired(text)), fault: 'the JSON has numbers, commas or line ends that JSON forbids' };
  } catch {
    const items = wholeObjects(text);
    return { root: { items }, fault: `the JSON is broken or cut short; ${items.length} whole entries were read` };
  }
}

/** `NaN` and `Infinity` as strings, raw line ends inside strings escaped, commas before a closing bracket dropped. */
const repaired = (text: string) =>
  replaceEach(text, /"[^"\\]*(?:\\[\s\S][^"\\]*)*(?:"|$)|-?\b(?:NaN|Infinity)\b|,(?=\s{0,200}[\]}])/g, ([token]) => {
    if (token === ',') return '';
    if (!token.startsWith('"')) return `"${token}"`;
    return token.replace(/\r/g, '\\r').replace(/\n/g, '\\n').replace(/\t/g, '\\t');
  });

/** The complete objects of the first list in a broken document: one pass, strings respected. */
function wholeObjects(text: string): Json[] {
  const start = text.search(/\[\s*\{/);
  const found: Json[] = [];
  let depth = 0;
  let inString = false;
  let from = -1;
  for (let i = Math.max(start, 0); start >= 0 && i < text.length && found.length < MAX_ENTRIES; i++) {
    const c = text[i];
    if (inString) {
      if (c === '\\') i++;
      else if (c === '"') inString = false;
    } else if (c === '"') inString = true;
    else if (c === '{' && depth++ === 0) from = i;
    else if (c === '}' && --depth === 0) {
      try {
        const value: unknown = JSON.parse(text.slice(from, i + 1));
        if (isObject(value)) found.push(value);
      } catch {
        // This entry is lost, the others are not.
      }
    } else if (c === ']' && depth === 0) break;
  }
  return found;
}
