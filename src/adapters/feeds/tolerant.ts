/**
 * The reader that cannot fail: walks the tags of any RSS, RDF, Atom or sitemap, however broken, and keeps every entry
 * it meets. Well-formed plain feeds go to rss-parser (`plain.ts`); both hand over the same raw records.
 *
 * Longer than most files: one state machine over one stack.
 */
import { Parser } from 'htmlparser2';
import type { SourceFormat } from '../../core/types.ts';
import { decoded, isXhtml, typeOf, unescapedTags, unwrapped } from './field-text.ts';
import { baseWithin, LINKS_IN_MARKUP, relation } from './links.ts';
import { canonical, type Scope, USUAL, withDeclarations } from './names.ts';
import {
  DATE_NAMES,
  emptyEntry,
  MAX_DEPTH,
  MAX_ENTRIES,
  MAX_FIELD_CHARS,
  type RawEntry,
  type RawFeed,
  type RawText,
} from './raw.ts';

interface Frame {
  name: string;
  scope: Scope;
  bases: string[];
  attributes: Record<string, string>;
  /** Text gathered for a field, null for structure. */
  text: string[] | null;
  chars: number;
  type: RawText['type'];
  /** Mark-up written out inside a field rather than escaped. */
  markup: boolean;
  /** This frame opened the entry at hand. */
  entry: boolean;
  /** `<link/>`: its end is no omission. */
  selfClosing: boolean;
  /** Of an author: a name was given; the address that stands in for one. */
  named: boolean;
  email: string;
}

const ENTRIES = new Set(['item', 'entry']);
const SITEMAP_ENTRIES = new Set(['url', 'sitemap']);
const TEXTS = new Set([
  'title',
  'dc:title',
  'media:title',
  'news:title',
  'description',
  'summary',
  'abstract',
  'subtitle',
  'tagline',
  'content',
  'content:encoded',
  'xhtml:body',
  'xhtml:div',
  'body',
  'fullitem',
  'dc:description',
  'itunes:summary',
  'itunes:subtitle',
]);
const PLAIN = new Set([
  'link',
  'guid',
  'id',
  'loc',
  'author',
  'name',
  'email',
  'dc:creator',
  'itunes:author',
  'managingeditor',
  'news:publication_date',
  'feedburner:origlink',
  'ttl',
  'hour',
  'day',
  'sy:updateperiod',
  'sy:updatefrequency',
  'news:name',
  ...DATE_NAMES,
]);
/** Never inside a text field, so meeting one means that the field was left open. */
const CLOSES_FIELD = new Set([
  'item',
  'entry',
  'guid',
  'pubdate',
  'description',
  'content:encoded',
  'published',
  'updated',
  'dc:date',
  'dc:creator',
]);
const ASIDE = new Set([
  'image',
  'textinput',
  'source',
  'media:group',
  'media:content',
  'media:credit',
  'itunes:owner',
  'category',
  'cloud',
  'contributor',
  'rating',
]);
/** Channel Definition Format, which writes its names in capitals, states bases without a prefix. */
const CDF_BASED = new Set(['CHANNEL', 'ITEM']);
/** Inside an author, and no name. */
const AUTHOR_ADDRESSES = new Set(['uri', 'url', 'homepage']);
const VOID = new Set(['br', 'hr', 'img', 'input', 'col', 'wbr']);

/** Reading ends here: what came so far is kept. */
class Enough extends Error {}

/** @returns everything readable; warnings `truncated`, `too_deep`, `too_many` say what was not */
export function readTolerantly(xml: string): RawFeed {
  const reading = new Reading();
  const parser = new Parser(
    {
      onopentagname: () => {
        if (reading.depth < MAX_DEPTH) return;
        reading.warn('too_deep', `elements are nested more than ${MAX_DEPTH} deep; reading stopped there`);
        throw new Enough();
      },
      onopentag: (name, attributes) => reading.open(name, attributes, xml[parser.endIndex - 1] === '/'),
      ontext: (text) => reading.text(text),
      onclosetag: (name, implied) => reading.close(name, implied),
    },
    { xmlMode: true, decodeEntities: true },
  );
  try {
    parser.write(xml);
    reading.ending = true;
    parser.end();
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
    reading.finishOpen();
  }
  return reading.feed;
}

class Reading {
  readonly feed: RawFeed = { format: 'rss', titles: [], links: [], entries: [], rhythm: {}, warnings: [] };
  ending = false;
  private readonly stack: Frame[] = [];
  private entry: RawEntry | null = null;
  private field: Frame | null = null;
  /** Open elements that are about something other than the feed or entry (an image, a quoted source). */
  private aside = 0;

  get depth() {
    return this.stack.length;
  }

  warn(code: string, message: string) {
    if (!this.feed.warnings.some((w) => w.code === code)) this.feed.warnings.push({ code, message });
  }

  open(tag: string, attributes: Record<string, string>, selfClosing: boolean) {
    const outer = this.stack.at(-1);
    const scope = withDeclarations(outer?.scope ?? USUAL, attributes, outer === undefined ? tag : null);
    const name = canonical(tag, scope);
    const base = attributes['xml:base'] ?? (CDF_BASED.has(tag) ? attributes.BASE : undefined);
    const bases = base ? [...(outer?.bases ?? []), base] : (outer?.bases ?? []);
    const frame: Frame = {
      name,
      scope,
      bases,
      attributes,
      text: null,
      chars: 0,
      type: 'unknown',
      markup: false,
      entry: false,
      selfClosing,
      named: false,
      email: '',
    };
    if (this.field && (CLOSES_FIELD.has(name) || (name === 'link' && this.field.name === 'title'))) {
      this.warn('malformed', `<${this.field.name}> is not closed before <${name}>`);
      this.keep(this.field);
    }
    if (this.field) {
      this.writeMarkup(frame);
      this.stack.push(frame);
      return;
    }
    if (this.depth === 0) this.feed.format = formatOf(name, tag);
    if (ASIDE.has(name)) this.aside++;
    else if (ENTRIES.has(name) || (SITEMAP_ENTRIES.has(name) && this.feed.format === 'sitemap')) this.openEntry(frame);
    else if (this.aside === 0 && !outer?.name.startsWith('?')) this.openField(frame);
    this.stack.push(frame);
  }

  private openEntry(frame: Frame) {
    const { name, attributes, scope } = frame;
    frame.entry = true;
    if (this.entry) {
      this.warn('malformed', `<${name}> opens before the one before it is closed`);
      this.keepEntry();
    }
    this.aside = 0;
    this.entry = { ...emptyEntry(), isSitemap: name === 'sitemap' };
    for (const [key, value] of Object.entries(attributes)) {
      const means = canonical(key, scope);
      if (means === 'rdf:about' || (means === 'about' && !this.entry.about)) this.entry.about = value;
      // Channel Definition Format keeps address and date in attributes.
      if (means === 'href') this.addLink(value, 'alternate', '', frame.bases);
      if (means === 'lastmod') this.entry.dates.push({ name: 'lastmod', value });
    }
  }

  private openField(frame: Frame) {
    const { name, attributes } = frame;
    const channelHref = name === 'channel' ? attribute(frame, 'href') : undefined;
    if (channelHref) this.addLink(channelHref, 'alternate', '', frame.bases);
    if (name === 'link' && attributes.href !== undefined) {
      this.addLink(attributes.href, attributes.rel ?? 'alternate', attributes.type ?? '', frame.bases);
      return;
    }
    if (name === 'content' && attributes.src)
      this.addLink(attributes.src, 'content', attributes.type ?? '', frame.bases);
    // Channel Definition Format may give the address as an element of its own.
    if (name === 'a' && this.entry) this.addLink(attribute(frame, 'href') ?? '', 'alternate', '', frame.bases);
    if (name === 'xhtml:div' && !this.stack.at(-1)?.entry) return;
    if (TEXTS.has(name)) frame.type = typeOf(name, attributes, this.feed.format);
    else if (!PLAIN.has(name)) return;
    if ((name === 'name' || name === 'email') && this.stack.at(-1)?.name !== 'author') return;
    frame.text = [];
    // <author><name>…: the name is the field, the author only surrounds it.
    if (name !== 'author') this.field = frame;
  }

  private writeMarkup({ attributes, name, bases }: Frame) {
    const field = this.field!;
    if (!TEXTS.has(field.name) || field.type === 'text') return;
    const local = name.replace(/^xhtml:|^\?[^:]*:/, '');
    const written = Object.entries(attributes)
      .filter(([key]) => !key.startsWith('xmlns') && key !== 'xml:base')
      .map(([key, value]) => [key, LINKS_IN_MARKUP.test(key) ? this.withinBases(value, bases) : value] as const)
      .map(([key, value]) => ` ${key}="${value.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;')}"`);
    if (!field.markup) {
      // What came before as text is text: escaped, now that the field turns out to be mark-up.
      if (field.type !== 'html' || field.attributes.type === 'xhtml' || field.attributes.mode === 'xml')
        field.text = (field.text ?? []).map(escapeText);
      field.markup = true;
      field.type = 'html';
    }
    this.append(`<${local}${written.join('')}>`);
  }

  /** Mark-up may state bases of its own, below that of its field, which is applied to the whole later. */
  private withinBases(address: string, bases: string[]): string {
    const base = bases.length > this.field!.bases.length ? baseWithin(null, bases) : null;
    return base === null ? address : (URL.parse(address, base)?.href ?? address);
  }

  text(text: string) {
    if (this.field) this.append(this.field.markup || isXhtml(this.field) ? escapeText(text) : text);
    else {
      const author = this.authorAround();
      if (author?.text && author.chars < 500) {
        author.text.push(text);
        author.chars += text.length;
      }
    }
  }

  /** The open author whose text this is: its own, or in mark-up that somebody put around a name. */
  private authorAround(): Frame | undefined {
    const at = this.stack.findLastIndex(({ name }) => name === 'author');
    return this.stack.slice(at + 1).some(({ name }) => AUTHOR_ADDRESSES.has(name)) ? undefined : this.stack[at];
  }

  private append(text: string) {
    const field = this.field!;
    if (field.chars > MAX_FIELD_CHARS) return;
    field.text!.push(text.length > MAX_FIELD_CHARS ? text.slice(0, MAX_FIELD_CHARS) : text);
    field.chars += text.length;
  }

  close(_tag: string, implied: boolean) {
    const frame = this.stack.pop();
    if (!frame) return;
    if (this.ending && implied) this.warn('truncated', `the document ends inside <${frame.name.replace(/^\?/, '')}>`);
    else if (implied && !frame.selfClosing) this.warn('malformed', `<${frame.name.replace(/^\?/, '')}> is not closed`);
    if (this.field && frame !== this.field) {
      const local = frame.name.replace(/^xhtml:|^\?[^:]*:/, '');
      if (this.field.markup && !VOID.has(local)) this.append(`</${local}>`);
      return;
    }
    if (frame.text) this.keep(frame);
    if (ASIDE.has(frame.name)) this.aside = Math.max(0, this.aside - 1);
    if (frame.entry) this.keepEntry(!(this.ending && implied));
  }

  /** After an abort: what is open is kept as far as it got. */
  finishOpen() {
    if (this.feed.entries.length >= MAX_ENTRIES) return;
    if (this.field) this.keep(this.field);
    this.keepEntry();
  }

  /** @param whole its end was met; of one that was cut off nothing may have come yet */
  private keepEntry(whole = false) {
    const { entry } = this;
    this.entry = null;
    if (!entry) return;
    const { titles, links, id, about, summaries, contents, dates, authors } = entry;
    const states = id || about || [titles, links, summaries, contents, dates, authors].some(({ length }) => length > 0);
    if (!states && !whole) return;
    if (this.feed.entries.length >= MAX_ENTRIES) {
      this.warn('too_many', `more than ${MAX_ENTRIES} entries; reading stopped there`);
      throw new Enough();
    }
    this.feed.entries.push(entry);
  }

  private addLink(href: string, rel: string, type: string, bases: string[]) {
    const links = this.entry ? this.entry.links : this.feed.links;
    if (links.length < 50) links.push({ href, rel: relation(rel), type: type.toLowerCase(), bases });
  }

  private keep(frame: Frame) {
    const { name } = frame;
    const written = (frame.text ?? []).join('');
    const value =
      name === 'author' && (frame.named || written.trim() === '') ? frame.email : unescapedTags(written, frame);
    frame.text = null;
    if (this.field === frame) this.field = null;
    const text: RawText = { value: unwrapped(decoded(value, frame), frame), type: frame.type, bases: frame.bases };
    const { entry, feed } = this;
    if (value.trim() === '' && name !== 'title') return;
    switch (name) {
      case 'title':
      case 'dc:title':
      case 'media:title':
      case 'news:title':
        // The feed's own title before other vocabularies' and, of several, the first: as rss-parser has them.
        keepText((entry ?? feed).titles, text, name !== 'title');
        break;
      case 'link':
      case 'loc':
        this.addLink(value, frame.attributes.rel ?? 'alternate', frame.attributes.type ?? '', frame.bases);
        break;
      case 'feedburner:origlink':
        this.addLink(value, 'original', '', frame.bases);
        break;
      case 'guid':
      case 'id':
        if (!entry || entry.id) break;
        entry.id = value.trim();
        entry.idBases = frame.bases;
        entry.idIsLink = name === 'guid' ? attribute(frame, 'ispermalink')?.toLowerCase() !== 'false' : null;
        break;
      case 'description':
      case 'summary':
      case 'abstract':
      case 'dc:description':
      case 'itunes:summary':
      case 'itunes:subtitle':
        if (entry) keepText(entry.summaries, text, name === 'itunes:subtitle');
        break;
      case 'content':
      case 'content:encoded':
      case 'xhtml:body':
      case 'xhtml:div':
      case 'body':
      case 'fullitem':
        entry?.contents.push(text);
        break;
      case 'name':
      case 'email': {
        const author = this.stack.findLast((outer) => outer.name === 'author');
        if (author && name === 'name') author.named = true;
        if (author && name === 'email') author.email = value;
        if (name === 'name') entry?.authors.push(value);
        break;
      }
      case 'author':
      case 'dc:creator':
      case 'itunes:author':
        if (!frame.named) entry?.authors.push(value);
        break;
      case 'ttl':
      case 'hour':
      case 'day':
      case 'sy:updateperiod':
      case 'sy:updatefrequency':
        if (!entry) feed.rhythm[name] = [...(feed.rhythm[name] ?? []), value.trim()].slice(0, 31);
        break;
      case 'news:publication_date':
        entry?.dates.unshift({ name: 'news:publication_date', value });
        break;
      default:
        if (DATE_NAMES.includes(name)) entry?.dates.push({ name, value });
    }
  }
}

function keepText(texts: RawText[], text: RawText, alias: boolean) {
  const firstAlias = texts.findIndex((each) => each.alias);
  if (alias) texts.push({ ...text, alias });
  else texts.splice(firstAlias < 0 ? texts.length : firstAlias, 0, text);
}

const escapeText = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const attribute = (frame: Frame, lower: string) =>
  Object.entries(frame.attributes).find(([key]) => key.toLowerCase() === lower)?.[1];
function formatOf(name: string, tag: string): SourceFormat {
  if (name === 'feed' || name === 'entry') return 'atom';
  if (name === 'urlset' || name === 'sitemapindex') return 'sitemap';
  return name === 'rdf:rdf' || /(^|:)rdf$/i.test(tag) ? 'rdf' : 'rss';
}
