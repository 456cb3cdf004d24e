/** Element names by what they mean: namespaces are compared by address, so any prefix (or none) will do. */

/** Namespace address (lower case, without a last slash or `#`) to the prefix we write; '' is the feed vocabulary itself. */
const PREFIXES: Record<string, string> = {
  '': '',
  'http://www.w3.org/2005/atom': '',
  'http://purl.org/atom/ns': '',
  'http://backend.userland.com/rss': '',
  'http://backend.userland.com/rss2': '',
  'http://blogs.law.harvard.edu/tech/rss': '',
  'http://backend.userland.com/rss091': '',
  'http://purl.org/rss/1.0': '',
  'http://my.netscape.com/rdf/simple/0.9': '',
  'http://my.netscape.com/publish/formats/rss-0.9': '',
  'http://channel.netscape.com/rdf/simple/0.9': '',
  'http://purl.org/net/rss1.1': '',
  'http://www.sitemaps.org/schemas/sitemap/0.9': '',
  'http://www.google.com/schemas/sitemap/0.84': '',
  'http://www.google.com/schemas/sitemap-news/0.9': 'news',
  'http://www.w3.org/1999/xhtml': 'xhtml',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns': 'rdf',
  'http://purl.org/dc/elements/1.1': 'dc',
  'http://purl.org/dc/elements/1.0': 'dc',
  'http://purl.org/dc/terms': 'dcterms',
  'http://purl.org/rss/1.0/modules/content': 'content',
  'http://purl.org/rss/1.0/modules/syndication': 'sy',
  'http://search.yahoo.com/mrss': 'media',
  'http://www.itunes.com/dtds/podcast-1.0.dtd': 'itunes',
  'http://rssnamespace.org/feedburner/ext/1.0': 'feedburner',
  'http://prismstandard.org/namespaces/1.2/basic': 'prism',
  'http://prismstandard.org/namespaces/basic/2.0': 'prism',
};

/** @returns the prefix we use for a namespace address, null for one we do not read */
export function prefixOf(namespace: string): string | null {
  return (
    PREFIXES[
      namespace
        .trim()
        .toLowerCase()
        .replace(/[/#]+$/, '')
    ] ?? null
  );
}

/** Prefix declarations in force: prefix as written to prefix as we read it (null: not read). */
export type Scope = ReadonlyMap<string, string | null>;

/** Without a declaration the usual prefixes mean what they usually mean. */
export const USUAL: Scope = new Map(
  ['dc', 'dcterms', 'content', 'sy', 'rdf', 'media', 'itunes', 'xhtml', 'news', 'feedburner', 'prism']
    .map((p) => [p, p] as [string, string])
    .concat([
      ['', ''],
      ['atom', ''],
      ['a10', ''],
      ['rss', ''],
    ]),
);

/**
 * @param root the tag's name where it is the document's first, else null
 * @returns the scope inside an element with these attributes
 */
export function withDeclarations(scope: Scope, attributes: Record<string, string>, root: string | null): Scope {
  const ownPrefix = root?.includes(':') ? root.slice(0, root.indexOf(':')).toLowerCase() : '';
  let inner: Map<string, string | null> | null = null;
  for (const [name, value] of Object.entries(attributes)) {
    if (!name.startsWith('xmlns')) continue;
    const prefix = name === 'xmlns' ? '' : name.startsWith('xmlns:') ? name.slice(6).toLowerCase() : null;
    if (prefix === null) continue;
    const known = prefixOf(value);
    inner ??= new Map(scope);
    // The namespace of the root itself, where nobody knows it, is a misprint of the feed's own.
    inner.set(prefix, known ?? (root !== null && prefix === ownPrefix ? '' : null));
  }
  return inner ?? scope;
}

/** `DC:Date` with its declarations to `dc:date`; unread vocabularies keep a marked name that no rule knows. */
export function canonical(name: string, scope: Scope): string {
  const lower = name.toLowerCase();
  const colon = lower.indexOf(':');
  const prefix = colon < 0 ? '' : lower.slice(0, colon);
  const local = colon < 0 ? lower : lower.slice(colon + 1);
  const means = scope.get(prefix);
  if (means === '') return local;
  if (means === null || means === undefined) return `?${lower}`;
  return `${means}:${local}`;
}
