/** One cheap walk over the tags: how deep it goes, and whether rss-parser reads such a document fully. */
import { Parser } from 'htmlparser2';
import { prefixOf } from './names.ts';
import { MAX_DEPTH } from './raw.ts';

export interface Survey {
  /** Nested deeper than any feed: only the bounded reader may touch it. */
  tooDeep: boolean;
  /** rss-parser sees everything in it: usual prefixes, no xml:base, no mark-up inside text fields. */
  plain: boolean;
  entries: number;
}

const FIELDS = new Set([
  'title',
  'description',
  'summary',
  'content',
  'content:encoded',
  'link',
  'guid',
  'id',
  'pubDate',
  'subtitle',
]);
const ROOTS = new Set(['rss', 'rdf:RDF', 'feed']);

class Enough extends Error {}

export function survey(xml: string): Survey {
  const seen: Survey = { tooDeep: false, plain: true, entries: 0 };
  const stack: string[] = [];
  let selfClosing = false;
  const parser = new Parser(
    {
      onopentagname: () => {
        if (stack.length >= MAX_DEPTH) {
          seen.tooDeep = true;
          throw new Enough();
        }
      },
      onopentag: (name, attributes) => {
        const parent = stack.at(-1);
        if (parent === undefined && !ROOTS.has(name)) seen.plain = false;
        if (parent === undefined && name === 'rss' && !/^\s*(2|0\.9)/.test(attributes.version ?? ''))
          seen.plain = false;
        if (parent !== undefined && FIELDS.has(parent)) seen.plain = false;
        if (name === 'item' || name === 'entry') seen.entries++;
        for (const key in attributes) if (unusual(key, attributes[key]!, parent === undefined)) seen.plain = false;
        selfClosing = xml[parser.endIndex - 1] === '/';
        stack.push(name);
      },
      onclosetag: (_name, implied) => {
        if (implied && !selfClosing) seen.plain = false;
        selfClosing = false;
        stack.pop();
      },
    },
    { xmlMode: true, decodeEntities: false },
  );
  try {
    parser.write(xml);
    parser.end();
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
    seen.plain = false;
  }
  return seen;
}

/** Attributes that change what other names and addresses mean, in ways rss-parser does not follow. */
function unusual(key: string, value: string, onRoot: boolean): boolean {
  if (key === 'xml:base' || key === 'mode') return true;
  if (key === 'type') return /xhtml|base64|xml/.test(value);
  if (!key.startsWith('xmlns')) return false;
  const prefix = key === 'xmlns' ? '' : key.slice(6);
  const means = prefixOf(value);
  if (means === null) return prefix === '' && !onRoot;
  // atom:link inside RSS is read under its usual prefix.
  return means !== prefix && !(means === '' && (prefix === 'atom' || prefix === 'a10'))
    ? true
    : /purl\.org\/atom\/ns/.test(value);
}
