/** JSON Feed 1.0/1.1, and the plain JSON lists that content systems serve (WordPress REST, search results). */
import type { Coded } from '../../core/types.ts';
import { isObject, type Json, readLoosely } from './loose-json.ts';
import { hasMarkup } from './plain-text.ts';
import { DATE_NAMES, emptyEntry, MAX_ENTRIES, type RawEntry, type RawFeed } from './raw.ts';

/** Where lists keep their entries, and what the parts are called there: JSON Feed, WordPress, GOV.UK search, Drupal. */
const LISTS = ['items', 'results', 'entries', 'articles', 'posts', 'news', 'data', 'documents'];
const KEYS = {
  id: ['id', 'guid', '_id', 'uuid', 'nid'],
  title: ['title', 'headline', 'name'],
  link: ['url', 'link', 'external_url', 'href', 'web_url', 'path', 'view_node'],
  summary: ['summary', 'excerpt', 'description', 'field_summary', 'teaser'],
  html: ['content_html', 'content', 'body'],
  text: ['content_text'],
  published: [
    'date_published',
    'date_gmt',
    'published',
    'published_at',
    'public_timestamp',
    'datePublished',
    'pubDate',
    'date',
    'created',
  ],
  updated: ['date_modified', 'modified_gmt', 'updated', 'updated_at', 'dateModified', 'changed'],
};

/** @returns null where the text is no list of entries; a broken document gives the entries that are whole */
export function readJson(text: string): RawFeed | null {
  const warnings: Coded[] = [];
  const { root, fault } = readLoosely(text);
  if (fault) warnings.push({ code: 'malformed', message: fault });
  const list = Array.isArray(root) ? root : listIn(root);
  if (!list) return null;
  const feed = (Array.isArray(root) ? {} : root) as Json;
  const isFeed = typeof feed.version === 'string' && feed.version.includes('jsonfeed.org');
  // JSON Feed keeps its entries under "items", where an id alone makes one and titles are plain text.
  const like = isFeed || list === feed.items;
  const entries = list
    .filter(isObject)
    .slice(0, MAX_ENTRIES)
    .map((item) => entryOf(item, like))
    .filter((entry) => entry !== null);
  if (entries.length === 0 && !isFeed) return null;
  if (list.length > MAX_ENTRIES)
    warnings.push({ code: 'too_many', message: `${list.length} entries; only the first ${MAX_ENTRIES} were read` });
  if (list.some((entry) => !isObject(entry)))
    warnings.push({ code: 'malformed', message: 'some entries are not objects; they were left out' });
  const link = (rel: string, value: unknown) =>
    typeof value === 'string' ? [{ href: value, rel, type: '', bases: [] }] : [];
  return {
    format: 'json',
    titles: [{ value: textIn(feed, ['title', 'name']) ?? '', type: 'text', bases: [] }],
    links: [...link('alternate', feed.home_page_url), ...link('self', feed.feed_url), ...link('next', feed.next_url)],
    entries,
    rhythm: {},
    warnings,
  };
}

function listIn(root: unknown): unknown[] | null {
  if (!isObject(root)) return null;
  for (const key of LISTS) {
    const found = root[key];
    if (Array.isArray(found)) return found;
    if (isObject(found)) {
      const inner = LISTS.map((name) => found[name]).find(Array.isArray);
      if (inner) return inner;
    }
  }
  return null;
}

function textIn(record: Json, keys: string[]): string | null {
  for (const key of keys) {
    const value = Object.hasOwn(record, key) ? record[key] : undefined;
    if (typeof value === 'string' && value.trim() !== '') return value;
    if (typeof value === 'number' || value === true) return String(value);
    // WordPress: {"title": {"rendered": "…"}}
    if (isObject(value) && typeof value.rendered === 'string') return value.rendered;
  }
  return null;
}

function entryOf(item: Json, likeJsonFeed: boolean): RawEntry | null {
  const title = textIn(item, KEYS.title);
  const links = KEYS.link.flatMap((key) => (typeof item[key] === 'string' ? [item[key]] : []));
  const text = textIn(item, KEYS.text);
  const html = textIn(item, KEYS.html);
  const summary = textIn(item, KEYS.summary);
  const id = textIn(item, KEYS.id);
  if (!title && links.length === 0 && !text && !html && !(likeJsonFeed && id)) return null;
  const authors = [item.authors, item.author]
    .flat()
    .flatMap((author) =>
      typeof author === 'string' ? [author] : isObject(author) && typeof author.name === 'string' ? [author.name] : [],
    );
  const dated = (keys: string[]) =>
    keys.flatMap((key) => (textIn(item, [key]) ? [{ key, value: dateText(key, textIn(item, [key])!) }] : []));
  return {
    ...emptyEntry(),
    id,
    // Many write references into plain titles, so those are still decoded; a tag there is text.
    titles: title ? [{ value: title, type: likeJsonFeed && hasMarkup(title) ? 'text' : 'unknown', bases: [] }] : [],
    links: links.map((href) => ({ href, rel: 'alternate', type: '', bases: [] })),
    summaries: summary ? [{ value: summary, type: 'unknown', bases: [] }] : [],
    contents: [
      ...(html ? [{ value: html, type: 'html' as const, bases: [] }] : []),
      ...(!html && text ? [{ value: text, type: 'text' as const, bases: [] }] : []),
    ],
    dates: [
      ...dated(KEYS.published).map(({ key, value }) => ({
        name: DATE_NAMES.includes(key.toLowerCase()) ? key.toLowerCase() : 'published',
        value,
        as: key,
      })),
      ...dated(KEYS.updated).map(({ key, value }) => ({ name: 'updated', value, as: key })),
    ],
    authors,
  };
}

/** `date_gmt` is UTC without saying so. */
const dateText = (key: string, value: string) => (key.endsWith('_gmt') && !/z$/i.test(value) ? `${value}Z` : value);
