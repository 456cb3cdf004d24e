/** One cheap walk over the tags, up to the first thing that rss-parser would not read as it was meant. */
import { Parser } from 'htmlparser2';
import { prefixOf } from './names.ts';
import { MAX_DEPTH, MAX_ENTRIES } from './raw.ts';

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
/** All that rss-parser sees of an author; mark-up around a name it loses. */
const IN_AUTHOR = new Set(['name', 'email', 'uri', 'url']);
const ROOTS = new Set(['rss', 'rdf:RDF', 'feed']);

class NotPlain extends Error {}

/**
 * @returns whether rss-parser sees everything in the document: usual prefixes, no xml:base, no mark-up inside text
 * fields, every element closed; and whether it may be given to it at all: no deeper and no longer than any feed
 */
export function isPlain(xml: string): boolean {
  const stack: string[] = [];
  let selfClosing = false;
  let entries = 0;
  const unless = (sign: boolean) => {
    if (sign) throw new NotPlain();
  };
  const parser = new Parser(
    {
      onopentagname: () => unless(stack.length >= MAX_DEPTH),
      onopentag: (name, attributes) => {
        const parent = stack.at(-1);
        if (parent === undefined)
          unless(!ROOTS.has(name) || (name === 'rss' && !/^\s*(2|0\.9)/.test(attributes.version ?? '')));
        else unless(FIELDS.has(parent) || (parent === 'author' && !IN_AUTHOR.has(name) && !name.includes(':')));
        // More than will be kept: the tolerant reader stops there, rss-parser would read them all.
        if (name === 'item' || name === 'entry') unless(++entries > MAX_ENTRIES);
        // Which of two summaries is the summary is a matter of their order, which rss-parser forgets.
        unless(name === 'summary' && parent === 'item');
        // Some early feeds close the channel before their items, where rss-parser does not look.
        unless(name === 'item' && parent === 'rss');
        unless(name.startsWith('xhtml:'));
        for (const key in attributes) unless(isUnusual(name, key, attributes[key]!, parent === undefined));
        selfClosing = xml[parser.endIndex - 1] === '/';
        stack.push(name);
      },
      onclosetag: (_name, implied) => {
        unless(implied && !selfClosing);
        selfClosing = false;
        stack.pop();
      },
    },
    { xmlMode: true, decodeEntities: false },
  );
  try {
    parser.write(xml);
    parser.end();
    return true;
  } catch (error) {
    if (error instanceof NotPlain) return false;
    throw error;
  }
}

/** Attributes that change what other names and addresses mean, in ways rss-parser does not follow. */
function isUnusual(name: string, key: string, value: string, onRoot: boolean): boolean {
  if (key === 'xml:base' || key === 'mode' || (key === 'src' && name === 'content')) return true;
  if (key === 'type') return FIELDS.has(name) && name !== 'link' && !/^(?:text|html|text\/(?:plain|html))$/.test(value);
  if (!key.startsWith('xmlns')) return false;
  const prefix = key === 'xmlns' ? '' : key.slice(6);
  const means = prefixOf(value);
  if (means === null) return prefix === '' && !onRoot;
  // atom:link inside RSS is read under its usual prefix.
  return means !== prefix && !(means === '' && (prefix === 'atom' || prefix === 'a10'))
    ? true
    : /purl\.org\/atom\/ns/.test(value);
}
