/** Reading a source past its first document: further pages of a list, the sitemaps an index names. */
import type { StoredSource } from '../adapters/store/sources.ts';
import { itemKeys } from '../core/polling/identity.ts';
import { childrenOf, childrenToRead, isSameHost, isToBeReadOn, meetsKnown, mostPages } from '../core/polling/paging.ts';
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
  /** Documents read after the first. */
  others: Fetched[];
  /** A further page failed before what is known was met. */
  unread: boolean;
  /** Entries of later pages that never met anything known: how old they are only their dates can tell. */
  unplaced: ReadonlySet<ParsedEntry>;
  /** An index's other sitemaps were not read this time: what is not here may still stand there. */
  partial: boolean;
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
  const isNew = (source.state?.fullReadAt ?? null) === null;
  const most = mostPages(first.format, isNew);
  const asked = new Set([source.url, got.url]);
  const later: ParsedEntry[] = [];
  const warnings: Coded[] = [];
  const others: Fetched[] = [];
  let page = first;
  // Most lists end at their first page: nothing is looked up for them.
  let met = !page.next || most === 1 || (!isToBeReadOn(source.state?.unread) && (await meets(deps, source, page)));
  let unread = false;
  while (!met && page.next && others.length + 1 < most && isSameHost(page.next, got.url) && !asked.has(page.next)) {
    asked.add(page.next);
    const read = await readDocument(deps, page.next, first.format === 'html' ? 'html' : 'feed');
    if ('failed' in read) {
      unread = read.failed instanceof TryLater && !isNew;
      warnings.push({
        code: 'page_unread',
        message: `reading on ended at page ${others.length + 2}: ${read.failed.message}`,
      });
      break;
    }
    page = read.parsed;
    others.push(read.got);
    met = await meets(deps, source, page);
    later.push(...page.entries);
  }
  const entries = distinct([...first.entries, ...later]);
  return {
    got: unread ? withoutValidators(got) : got,
    parsed: { ...first, entries, warnings: [...first.warnings, ...warnings] },
    // So that the same first page is read again, and on from there.
    body: unread ? Buffer.concat([got.body, Buffer.from(' unread')]) : got.body,
    others,
    unread,
    unplaced: new Set(met ? [] : later),
    partial: false,
  };
}

async function meets({ store }: Reading, source: StoredSource, { entries, link }: ParsedFeed): Promise<boolean> {
  return meetsKnown(await store.knownAmong(source.id, itemKeys(entries, { id: source.id, link })));
}

async function readChildren(deps: Reading, source: StoredSource, got: Fetched, index: ParsedFeed): Promise<WholeList> {
  const addresses = childrenToRead(index.children ?? [], got.url, source.state?.fullReadAt ?? null);
  if (addresses.length === 0)
    throw giveUp(`${got.url}: a sitemap index that names no sitemap of its own host`, { errorClass: 'not_a_feed' });
  const others: Fetched[] = [];
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
    others.push(read.got);
    entries.push(...read.parsed.entries);
    warnings.push(...read.parsed.warnings);
  }
  if (failures[0] && others.length === 0) throw failures[0];
  return {
    // An index may stand unchanged while its sitemaps grow: its validators say nothing about them.
    got: withoutValidators(got),
    parsed: { ...index, entries: distinct(entries), warnings: [...index.warnings, ...warnings] },
    body: Buffer.concat([got, ...others].map(({ body }) => body)),
    others,
    unread: false,
    unplaced: new Set(),
    partial: others.length < childrenOf(index.children ?? [], got.url).size,
  };
}

const withoutValidators = (got: Fetched): Fetched => ({ ...got, validators: { etag: null, lastModified: null } });

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
