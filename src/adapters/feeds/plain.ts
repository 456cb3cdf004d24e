/** Well-formed, plain feeds through rss-parser: documents to raw records. Decoding and choosing are ours. */
import Parser from 'rss-parser';
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
const TITLES = ['title', 'dc:title', 'media:title'];
const SUMMARIES = ['description', 'summary', 'dc:description', 'itunes:summary'];
const AUTHORS = ['author', 'dc:creator', 'itunes:author', 'a10:author', 'atom:author'];
const RHYTHM = ['ttl', 'sy:updatePeriod', 'sy:updateFrequency'];

/** Every field under a name of ours, as arrays: rss-parser's own choices (one link, one date) are not wanted. */
const all = (names: string[]): [string, string, { keepArray: true }][] =>
  names.map((name) => [name, `raw ${name}`, { keepArray: true }]);

const parser = new Parser<Nodes, Nodes>({
  customFields: {
    // rss-parser's types know three-part fields for items only; its code reads them for feeds too.
    feed: all([...TITLES, 'link', 'atom:link', 'a10:link', ...RHYTHM, 'skipHours', 'skipDays']) as never,
    item: all([
      ...TITLES,
      ...SUMMARIES,
      ...AUTHORS,
      ...DATES,
      'link',
      'atom:link',
      'a10:link',
      'guid',
      'id',
      'content',
      'content:encoded',
      'fullitem',
      'feedburner:origLink',
    ]),
  },
  // A date that JavaScript cannot read makes rss-parser refuse an Atom feed; dates are read by us.
  xml2js: { strict: true },
});

/** @returns null where rss-parser refuses the document; `readTolerantly` takes over */
export async function readPlainly(xml: string, format: 'rss' | 'rdf' | 'atom'): Promise<RawFeed | { refused: string }> {
  let parsed: Nodes & { items: Nodes[] };
  try {
    parsed = (await parser.parseString(xml)) as unknown as Nodes & { items: Nodes[] };
  } catch (error) {
    return { refused: error instanceof Error ? error.message.split('\n')[0]!.slice(0, 120) : String(error) };
  }
  // An empty channel is a string to the parser, and a string has a method called `link`.
  const get = (record: Nodes, name: string): Node[] => {
    const nodes: unknown = record[`raw ${name}`];
    return Array.isArray(nodes) ? nodes : [];
  };
  const texts = (record: Nodes, names: string[]): RawText[] =>
    names.flatMap((name) =>
      get(record, name).map((node) => ({ value: textOf(node), type: typeOf(name, node, format), bases: [] })),
    );
  const links = (record: Nodes): RawLink[] => [
    ...['link', 'atom:link', 'a10:link'].flatMap((name) => get(record, name).map(linkOf)),
    ...get(record, 'feedburner:origLink').map((node) => ({ href: textOf(node), rel: 'original', type: '', bases: [] })),
  ];
  const entries = parsed.items.map((item): RawEntry => {
    const [guid] = get(item, 'guid');
    const id = guid ?? get(item, 'id')[0];
    return {
      ...emptyEntry(),
      id: id === undefined ? null : textOf(id).trim() || null,
      idIsLink: guid === undefined ? null : attributes(guid).isPermaLink?.toLowerCase() !== 'false',
      about: (item['rdf:about'] as unknown as string | undefined) ?? null,
      titles: texts(item, TITLES),
      links: links(item).filter((link) => link.href.trim() !== ''),
      summaries: texts(item, SUMMARIES).filter(filled),
      contents: texts(item, ['content', 'content:encoded', 'fullitem']).filter(filled),
      dates: DATES.flatMap((name) =>
        get(item, name).map((node) => ({ name: name.toLowerCase().replace('a10:', 'atom:'), value: textOf(node) })),
      ).filter(filled),
      authors: AUTHORS.flatMap((name) => get(item, name).map((node) => nameIn(node))).filter(
        (name) => name.trim() !== '',
      ),
    };
  });
  const rhythm: RawFeed['rhythm'] = {};
  for (const name of RHYTHM) if (get(parsed, name).length) rhythm[name.toLowerCase()] = get(parsed, name).map(textOf);
  for (const [outer, inner] of [
    ['skipHours', 'hour'],
    ['skipDays', 'day'],
  ] as const) {
    const listed = get(parsed, outer).flatMap((node) =>
      typeof node === 'string' ? [] : ((node[inner] as Node[] | undefined) ?? []),
    );
    if (listed.length) rhythm[inner] = listed.map(textOf);
  }
  return {
    format,
    titles: texts(parsed, TITLES),
    links: links(parsed),
    entries,
    rhythm,
    warnings: [],
  };
}

const filled = ({ value }: { value: string }) => value.trim() !== '';
const textOf = (node: Node): string => (typeof node === 'string' ? node : (node._ ?? ''));
const attributes = (node: Node): Record<string, string> => (typeof node === 'string' ? {} : (node.$ ?? {}));

function linkOf(node: Node): RawLink {
  const { href, rel = 'alternate', type = '' } = attributes(node);
  return { href: href ?? textOf(node), rel: rel.toLowerCase(), type: type.toLowerCase(), bases: [] };
}

function nameIn(node: Node): string {
  const [name] = typeof node === 'string' ? [] : ((node.name as Node[] | undefined) ?? []);
  return name === undefined ? textOf(node) : textOf(name);
}

function typeOf(name: string, node: Node, format: 'rss' | 'rdf' | 'atom'): RawText['type'] {
  if (name === 'content:encoded' || name === 'fullitem') return 'html';
  const { type } = attributes(node);
  if (format !== 'atom') return type === 'html' ? 'html' : type === 'text' ? 'text' : 'unknown';
  return type === undefined || type === 'text' || type === 'text/plain' ? 'text' : 'html';
}
