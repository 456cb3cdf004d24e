/** What the XML readers hand to `finish.ts`: everything as written, nothing resolved, decoded or chosen yet. */
import type { Coded, SourceFormat } from '../../core/types.ts';

export interface RawText {
  value: string;
  /** `text` is literal, `html` is markup, `unknown` is whatever RSS writers put there. */
  type: 'text' | 'html' | 'unknown';
  /** xml:base in force, as written by the outer elements, innermost last. */
  bases: string[];
  /** Another vocabulary's (`dc:title`, `itunes:subtitle`), used where the feed's own is missing. */
  alias?: boolean;
}

export interface RawLink {
  href: string;
  rel: string;
  type: string;
  bases: string[];
}

export interface RawDate {
  /** Name the element had, e.g. `pubDate`, `dc:date`. */
  name: string;
  value: string;
  /** What provenance shall say, where it is not `name`. */
  as?: string;
}

export interface RawEntry {
  id: string | null;
  /** xml:base in force where the id stands. */
  idBases: string[];
  /** RSS `isPermaLink`; null where there is no guid. */
  idIsLink: boolean | null;
  /** rdf:about, which RSS 1.0 items carry for an id. */
  about: string | null;
  titles: RawText[];
  links: RawLink[];
  summaries: RawText[];
  contents: RawText[];
  dates: RawDate[];
  authors: string[];
  /** A sitemap listed by a sitemap index rather than a page. */
  isSitemap: boolean;
}

export interface RawFeed {
  format: SourceFormat;
  titles: RawText[];
  links: RawLink[];
  entries: RawEntry[];
  /** ttl, skipHours, skipDays, sy:* as written. */
  rhythm: Record<string, string[]>;
  warnings: Coded[];
}

export const MAX_ENTRIES = 5_000;
export const MAX_DEPTH = 100;
/** Longest field kept; a 10 MB title is cut here. */
export const MAX_FIELD_CHARS = 500_000;

export const emptyEntry = (): RawEntry => ({
  id: null,
  idBases: [],
  idIsLink: null,
  about: null,
  titles: [],
  links: [],
  summaries: [],
  contents: [],
  dates: [],
  authors: [],
  isSitemap: false,
});

export const DATE_NAMES = [
  'pubdate',
  'published',
  'issued',
  'dcterms:issued',
  'dcterms:created',
  'created',
  'dc:date',
  'updated',
  'modified',
  'dcterms:modified',
  'atom:published',
  'atom:updated',
  'prism:publicationdate',
  'lastmod',
  'date',
];
