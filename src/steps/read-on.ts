/** Reading a source past its first document: further pages of a list, the sitemaps an index names. */
import type { StoredSource } from '../adapters/store/sources.ts';
import { itemKeys } from '../core/polling/identity.ts';
import { childrenToRead, isSameHost, meetsKnown, mostPages } from '../core/polling/paging.ts';
import type { Coded, ParsedEntry, ParsedFeed } from '../core/types.ts';
import { GiveUp, giveUp, TryLater } from '../errors.ts';
import type { Fetched } from '../ports.ts';
import type { Deps } from './deps.ts';

/** All documents of one poll as if they were one. */
export interface WholeList {
  /** The first exchange. It has no validators where they would stand for less than what was read. */
  got: Fetched;
  parsed: ParsedFeed;
  /** Bytes that come again only when nothing has changed. */
  body: Uint8Array;
  documents: number;
  /** Entries of later pages that never met anything known: how old they are only their dates can tell. */
  unplaced: ReadonlySet<ParsedEntry>;
}

type Reading = Pick<Deps, 'web' | 'feeds' | 'store'> & { at: Date };

/**
 * Follows `next` while a page brings nothing known, and the newest sitemaps of an index, under the same manners as any
 * other request. A page that cannot be read ends the way with a warning: what was read before it counts.
 *
 * @throws TryLater, GiveUp when an index's sitemaps all fail
 */
export async function readOn(
  deps: Reading,
  source: StoredSource,
  got: Fetched,
  parsed: ParsedFeed,
): Promise<WholeList> {
  if (parsed.children && parsed.entries.length === 0) return readChildren(deps, source, got, parsed);
  return readNextPages(deps, source, got, parsed);
}

async function readNextPages(deps: Reading, source: StoredSource, got: Fetched, first: ParsedFeed): Promise<WholeList> {
  const most = mostPages(first.format, (source.state?.fullReadAt ?? null) === null);
  const asked = new Set([source.url, got.url]);
  const later: ParsedEntry[] = [];
  const warnings: Coded[] = [];
  let page = first;
  let documents = 1;
  // Most lists end at their first page: nothing is looked up for them.
  let met = !page.next || most === 1 || (await meets(deps, source, page));
  while (!met && page.next && documents < most && isSameHost(page.next, got.url) && !asked.has(page.next)) {
    asked.add(page.next);
    const read = await readDocument(deps, page.next, first.format === 'html' ? 'html' : 'feed');
    if ('failed' in read) {
      warnings.push({
        code: 'page_unread',
        message: `reading on ended at page ${documents + 1}: ${read.failed.message}`,
      });
      break;
    }
    page = read.parsed;
    documents += 1;
    met = await meets(deps, source, page);
    later.push(...page.entries);
  }
  const entries = distinct([...first.entries, ...later]);
  return {
    got,
    parsed: { ...first, entries, warnings: [...first.warnings, ...warnings] },
    body: got.body,
    documents,
    unplaced: new Set(met ? [] : later),
  };
}

async function meets({ store }: Reading, source: StoredSource, { entries, link }: ParsedFeed): Promise<boolean> {
  return meetsKnown(await store.knownAmong(source.id, itemKeys(entries, { id: source.id, link })));
}

async function readChildren(deps: Reading, source: StoredSource, got: Fetched, index: ParsedFeed): Promise<WholeList> {
  const addresses = childrenToRead(index.children ?? [], got.url, source.state?.fullReadAt ?? null);
  if (addresses.length === 0)
    throw giveUp(`${got.url}: a sitemap index that names no sitemap of its own host`, { errorClass: 'not_a_feed' });
  const bodies = [got.body];
  const entries: ParsedEntry[] = [];
  const warnings: Coded[] = [];
  const failures: (TryLater | GiveUp)[] = [];
  for (const address of addresses) {
    const read = await readDocument(deps, address, 'feed');
    if ('failed' in read) {
      failures.push(read.failed);
      warnings.push({ code: 'page_unread', message: read.failed.message });
      continue;
    }
    bodies.push(read.got.body);
    entries.push(...read.parsed.entries);
    warnings.push(...read.parsed.warnings);
  }
  if (failures[0] && bodies.length === 1) throw failures[0];
  return {
    // An index may stand unchanged while its sitemaps grow: its validators say nothing about them.
    got: { ...got, validators: { etag: null, lastModified: null } },
    parsed: { ...index, entries: distinct(entries), warnings: [...index.warnings, ...warnings] },
    body: Buffer.concat(bodies),
    documents: bodies.length,
    unplaced: new Set(),
  };
}

type Document = { got: Fetched; parsed: ParsedFeed } | { failed: TryLater | GiveUp };

async function readDocument({ web, feeds, at }: Reading, url: string, expect: 'html' | 'feed'): Promise<Document> {
  try {
    // Nobody gave us this address: robots.txt has a say.
    const got = await web.get(url, { as: 'feed', robots: true });
    return { got, parsed: await feeds.parse(got.body, { headers: got.headers, base: got.url, expect, now: at }) };
  } catch (failed) {
    if (failed instanceof TryLater || failed instanceof GiveUp) return { failed };
    throw failed;
  }
}

/** Pages overlap when something is published while they are read. */
function distinct(entries: readonly ParsedEntry[]): ParsedEntry[] {
  const seen = new Set<string>();
  return entries.filter(({ id, link, title, published }) => {
    const name = JSON.stringify([id, link, id === null && link === null ? [title, published] : null]);
    return !seen.has(name) && seen.add(name);
  });
}
