/** JSON Feed 1.0/1.1, and the plain JSON lists that content systems serve (WordPress REST, search results). */
import type { Coded } from '../../core/types.ts';
import { DATE_NAMES, emptyEntry, MAX_ENTRIES, type RawEntry, type RawFeed } from './raw.ts';

type Json = Record<string, unknown>;

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
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch {
    const whole = wholeObjects(text);
    if (whole.length === 0) return null;
    warnings.push({
      code: 'malformed',
      message: `the JSON is broken or cut short; ${whole.length} whole entries were read`,
    });
    root = { items: whole };
  }
  const list = Array.isArray(root) ? root : listIn(root);
  if (!list) return null;
  const feed = (Array.isArray(root) ? {} : root) as Json;
  const isFeed = typeof feed.version === 'string' && feed.version.includes('jsonfeed.org');
  const entries = list
    .filter(isObject)
    .slice(0, MAX_ENTRIES)
    .map(entryOf)
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

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

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
    if (typeof value === 'number') return String(value);
    // WordPress: {"title": {"rendered": "…"}}
    if (isObject(value) && typeof value.rendered === 'string') return value.rendered;
  }
  return null;
}

function entryOf(item: Json): RawEntry | null {
  const title = textIn(item, KEYS.title);
  const links = KEYS.link.flatMap((key) => (typeof item[key] === 'string' ? [item[key]] : []));
  const text = textIn(item, KEYS.text);
  const html = textIn(item, KEYS.html);
  const summary = textIn(item, KEYS.summary);
  if (!title && links.length === 0 && !text && !html) return null;
  const authors = [item.authors, item.author]
    .flat()
    .flatMap((author) =>
      typeof author === 'string' ? [author] : isObject(author) && typeof author.name === 'string' ? [author.name] : [],
    );
  const dated = (keys: string[]) =>
    keys.flatMap((key) => (textIn(item, [key]) ? [{ key, value: dateText(key, textIn(item, [key])!) }] : []));
  return {
    ...emptyEntry(),
    id: textIn(item, KEYS.id) ?? null,
    titles: title ? [{ value: title, type: 'unknown', bases: [] }] : [],
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
