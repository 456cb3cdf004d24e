/** Well-formed, plain feeds through rss-parser: documents to raw records. Decoding and choosing are ours. */
import Parser from 'rss-parser';
import { relation } from './links.ts';
import { emptyEntry, type RawEntry, type RawFeed, type RawLink, type RawText } from './raw.ts';

/** What xml2js makes of an element: its text, or an object with text in `_` and attributes in `$`. */
type Node = string | { _?: string; $?: Record<string, string>; [child: string]: unknown };
type Nodes = Record<string, Node[] | undefined>;

const DATES = [
  'pubDate',
  'published',
  'issued',
  'created',
  'updated',
  'modified',
  'date',
  'dc:date',
  'dcterms:issued',
  'dcterms:created',
  'dcterms:modified',
  'atom:published',
  'atom:updated',
  'a10:updated',
  'prism:publicationDate',
];
const DATE_NAME = new Map(DATES.map((name) => [name, name.toLowerCase().replace('a10:', 'atom:')]));
const TITLES = ['title', 'dc:title', 'media:title'];
const SUMMARIES = ['description', 'summary', 'dc:description', 'itunes:summary', 'itunes:subtitle'];
const AUTHORS = ['author', 'dc:creator', 'itunes:author', 'a10:author', 'atom:author'];
const RHYTHM = ['ttl', 'sy:updatePeriod', 'sy:updateFrequency'];

const LINKS = ['link', 'atom:link', 'a10:link'];
const OF_FEED = [...TITLES, ...LINKS, ...RHYTHM, 'skipHours', 'skipDays'];
const CONTENTS = ['content', 'content:encoded', 'fullitem'];
const OF_ITEM = [
  ...TITLES,
  ...SUMMARIES,
  ...AUTHORS,
  ...DATES,
  ...LINKS,
  ...CONTENTS,
  'guid',
  'id',
  'feedburner:origLink',
];

/**
 * Every field we read gets a name of ours before rss-parser sees it, and comes back as an array: rss-parser's own
 * choices (one link, one date), its snippets, and its refusal of an Atom feed for one bad date are not wanted.
 */
const OURS = new Map([...OF_FEED, ...OF_ITEM].map((name) => [name, `raw ${name}`]));
const all = (names: string[]): [string, string, { keepArray: true }][] =>
  names.map((name) => [`raw ${name}`, `raw ${name}`, { keepArray: true }]);

const parser = new Parser<Nodes, Nodes>({
  // rss-parser's types know three-part fields for items only; its code reads them for feeds too.
  customFields: { feed: all(OF_FEED) as never, item: all(OF_ITEM) },
  xml2js: { strict: true, tagNameProcessors: [(name: string) => OURS.get(name) ?? name] },
});

/** @returns null where rss-parser refuses the document; `readTolerantly` takes over */
export async function readPlainly(xml: string, format: 'rss' | 'rdf' | 'atom'): Promise<RawFeed | { refused: string }> {
  let parsed: Nodes & { items: Nodes[] };
  try {
    parsed = (await parser.parseString(xml)) as unknown as Nodes & { items: Nodes[] };
  } catch (error) {
    return { refused: error instanceof Error ? error.message.split('\n')[0]!.slice(0, 120) : String(error) };
  }
  const textIn = (node: Node, name: string): RawText => ({
    value: textOf(node),
    type: typeOf(name, node, format),
    bases: [],
  });
  const links = (record: Nodes): RawLink[] => [
    ...gather(record, LINKS, linkOf),
    ...gather(record, ['feedburner:origLink'], (node) => ({
      href: textOf(node),
      rel: 'original',
      type: '',
      bases: [],
    })),
  ];
  const entries = parsed.items.map((item): RawEntry => {
    const [guid] = nodesOf(item, 'guid');
    const id = guid ?? nodesOf(item, 'id')[0];
    return {
      ...emptyEntry(),
      id: id === undefined ? null : textOf(id).trim() || null,
      idIsLink: guid === undefined ? null : attributes(guid).isPermaLink?.toLowerCase() !== 'false',
      about: (item['rdf:about'] as unknown as string | undefined) ?? null,
      titles: gather(item, TITLES, textIn),
      links: links(item).filter((link) => link.href.trim() !== ''),
      summaries: gather(item, SUMMARIES, textIn).filter(filled),
      contents: gather(item, CONTENTS, textIn).filter(filled),
      dates: gather(item, DATES, (node, name) => ({ name: DATE_NAME.get(name) ?? name, value: textOf(node) })).filter(
        filled,
      ),
      authors: gather(item, AUTHORS, nameIn).filter((name) => name.trim() !== ''),
    };
  });
  const rhythm: RawFeed['rhythm'] = {};
  for (const name of RHYTHM) {
    const written = nodesOf(parsed, name).map(textOf);
    if (written.length) rhythm[name.toLowerCase()] = written;
  }
  for (const [outer, inner] of [
    ['skipHours', 'hour'],
    ['skipDays', 'day'],
  ] as const) {
    const listed = nodesOf(parsed, outer).flatMap((node) =>
      typeof node === 'string' ? [] : ((node[inner] as Node[] | undefined) ?? []),
    );
    if (listed.length) rhythm[inner] = listed.map(textOf);
  }
  return { format, titles: gather(parsed, TITLES, textIn), links: links(parsed), entries, rhythm, warnings: [] };
}

const NONE: Node[] = [];
function nodesOf(record: Nodes, name: string): Node[] {
  const nodes: unknown = record[OURS.get(name) ?? name];
  return Array.isArray(nodes) ? nodes : NONE;
}

/** What the fields of these names hold, in the order of the names. */
function gather<T>(record: Nodes, names: readonly string[], read: (node: Node, name: string) => T): T[] {
  const found: T[] = [];
  for (const name of names) for (const node of nodesOf(record, name)) found.push(read(node, name));
  return found;
}

const filled = ({ value }: { value: string }) => value.trim() !== '';
const textOf = (node: Node): string => (typeof node === 'string' ? node : (node._ ?? ''));
const attributes = (node: Node): Record<string, string> => (typeof node === 'string' ? {} : (node.$ ?? {}));

function linkOf(node: Node): RawLink {
  const { href, rel = 'alternate', type = '' } = attributes(node);
  return { href: href ?? textOf(node), rel: relation(rel), type: type.toLowerCase(), bases: [] };
}

/** Who is named by an address alone is known by that. */
function nameIn(node: Node): string {
  const inside = (field: 'name' | 'email') =>
    (typeof node === 'string' ? [] : ((node[field] as Node[] | undefined) ?? []))
      .map(textOf)
      .find((text) => text.trim());
  return inside('name') ?? (textOf(node).trim() ? textOf(node) : (inside('email') ?? ''));
}

function typeOf(name: string, node: Node, format: 'rss' | 'rdf' | 'atom'): RawText['type'] {
  if (name === 'content:encoded' || name === 'fullitem') return 'html';
  const { type } = attributes(node);
  if (format !== 'atom') return type === 'html' ? 'html' : type === 'text' ? 'text' : 'unknown';
  return type === undefined || type === 'text' || type === 'text/plain' ? 'text' : 'html';
}
