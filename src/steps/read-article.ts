import { dropRepeated, paragraphKeys } from '../adapters/pages/repeated.ts';
import type { StoredItem } from '../adapters/store/items.ts';
import type { StoredSource } from '../adapters/store/sources.ts';
import { articleId, FULL_TEXT_CHARS, provenance, textHash, tierOfSource } from '../core/articles.ts';
import { sha256 } from '../core/keys.ts';
import type { ExtractedPage } from '../core/types.ts';
import { GiveUp, TryLater } from '../errors.ts';
import type { Fetched } from '../ports.ts';
import type { Deps } from './deps.ts';
import { keepResponse } from './keep-response.ts';

const MOST_ATTEMPTS = 4;
/** A host may ask for silence this long before the feed's own words are judged instead of its page. */
const LONGEST_WAIT_MS = 3 * 3_600_000;
/** A page that several sources list is asked for once in this time; an edit one of them shows is read at once. */
const SHARED_MS = 24 * 3_600_000;

/**
 * Gets the text behind one item: from the feed where it carries the whole article, else from the page. Safe to repeat.
 * A page that cannot be had leaves the feed's own summary to be judged: nothing a source told us is lost.
 */
export async function readArticle(deps: Deps, { itemKey }: { itemKey: string }) {
  const { store, queue, now } = deps;
  const item = await store.item(itemKey);
  if (!item || item.readAt || item.gaveUpAt) return { item: itemKey, read: false };
  const source = await store.source(item.sourceId);
  if (!source) return { item: itemKey, read: false };
  const id = articleId(item.link, item.key);
  const wasRead = await store.pageWasRead(id);
  const shared = wasRead ? await readForAnother(deps, item, id) : null;
  if (shared) {
    await store.itemReadAs(itemKey, id, shared);
    return { item: itemKey, read: true, article: id, engine: 'read before', changed: false };
  }
  try {
    const read = await readText(deps, item, source);
    if (read === null) {
      await store.itemGivenUp(itemKey, 'the item has neither text nor a link', now());
      return { item: itemKey, read: false };
    }
    const { page, got } = read;
    const rawHash = got && (await keepResponse(deps, got));
    const article = { ...toArticle(deps, item, source, await withoutFurniture(deps, page, wasRead)), rawHash };
    const { changed } = await store.keepArticle(article, itemKey, now());
    if (!wasRead) await countFurniture(deps, page);
    if (changed) await queue.put('assess-article', [{ articleId: article.id }]);
    return { item: itemKey, read: true, article: article.id, engine: page.engine, changed };
  } catch (error) {
    if (!(error instanceof TryLater)) throw error;
    const { retryAfterMs } = error.details;
    if (retryAfterMs) {
      await store.itemPostponed(itemKey, new Date(now().getTime() + retryAfterMs));
      return { item: itemKey, read: false, again: true, reason: error.message };
    }
    const again = await store.itemFailed(itemKey, error.message, now(), MOST_ATTEMPTS);
    return { item: itemKey, read: false, again, reason: error.message };
  }
}

const carriesArticle = ({ content }: StoredItem) => content !== null && content.length >= FULL_TEXT_CHARS;

/** When the page of a new item was just read because another source lists it too. */
async function readForAnother({ store, now }: Deps, item: StoredItem, id: string): Promise<Date | null> {
  if (item.articleId !== null || carriesArticle(item)) return null;
  return store.readElsewhere(item, id, new Date(now().getTime() - SHARED_MS));
}

/** The text and, where a page was fetched for it, the response. */
interface ReadText {
  page: ExtractedPage;
  got: Fetched | null;
}

async function readText({ web, pages, log }: Deps, item: StoredItem, source: StoredSource): Promise<ReadText | null> {
  if (carriesArticle(item)) {
    const page = await pages.extract(Buffer.from(item.content!), {
      headers: { 'content-type': 'text/html; charset=utf-8' },
      url: item.link,
    });
    if (page.text.length >= FULL_TEXT_CHARS / 2)
      return { page: { ...page, title: item.title || page.title, engine: `feed:${page.engine}` }, got: null };
  }
  if (item.link === null) return fromFeed(item);
  try {
    const got = await web.get(item.link, { as: 'page', robots: true });
    return { page: await pages.extract(got.body, { headers: got.headers, url: got.url }), got };
  } catch (error) {
    if (!(error instanceof GiveUp || isLastChance(error, item))) throw error;
    log.warn('read-article.page-refused', {
      source: source.id,
      item: item.key,
      class: error.details.errorClass ?? 'parse',
    });
    return fromFeed(item);
  }
}

/** Cuts what the same host showed on other pages: related links and boxes carry grades of their own. */
async function withoutFurniture({ store }: Deps, page: ExtractedPage, counted: boolean): Promise<ExtractedPage> {
  const host = hostOf(page);
  if (host === null) return page;
  const seen = await store.paragraphsSeen(host, paragraphKeys(page.text));
  // On a second reading the page's own first one is among those counted.
  if (counted) for (const [key, pages] of seen) seen.set(key, pages - 1);
  return { ...page, text: dropRepeated(page.text, seen) };
}

async function countFurniture({ store, now }: Deps, page: ExtractedPage): Promise<void> {
  const host = hostOf(page);
  if (host !== null) await store.countParagraphs(host, paragraphKeys(page.text), now());
}

const hostOf = ({ url, engine }: ExtractedPage) =>
  url !== null && !engine.startsWith('feed') && URL.canParse(url) ? new URL(url).host : null;

/** Too late to wait for the page: it failed too often, or its host wants silence for long. */
function isLastChance(error: unknown, item: StoredItem): error is TryLater {
  if (!(error instanceof TryLater)) return false;
  const { retryAfterMs = 0 } = error.details;
  return retryAfterMs > 0 ? retryAfterMs > LONGEST_WAIT_MS : item.attempts + 1 >= MOST_ATTEMPTS;
}

/** The feed's own words: better than nothing when the page refuses robots or is gone. */
function fromFeed(item: StoredItem): ReadText | null {
  const text = item.summary?.trim() ?? '';
  if (text === '' && item.title === '') return null;
  const page: ExtractedPage = {
    url: item.link,
    title: item.title,
    text,
    byline: null,
    publisher: null,
    published: null,
    modified: null,
    lang: null,
    canonical: null,
    engine: 'feed-summary',
    confidence: 0.3,
  };
  return { page, got: null };
}

/** A newsletter's date is its own, not that of the story it links to. */
const publishedOf = ({ published, publishedFrom }: StoredItem, page: ExtractedPage): string | null =>
  (publishedFrom === 'mail date' ? page.published : null) ?? published?.toISOString() ?? page.published;

function toArticle({ now, rulebook, proposals }: Deps, item: StoredItem, source: StoredSource, page: ExtractedPage) {
  const url = page.canonical ?? item.link ?? page.url;
  const title = page.title || item.title;
  const from = provenance(url, rulebook.authorities, proposals);
  const tier = tierOfSource(source.kind);
  return {
    id: articleId(item.link ?? url, item.key),
    url,
    publisher: page.publisher ?? source.name,
    tier: tier === 'other' ? from.tier : tier,
    homeAuthority: source.authority ?? from.homeAuthority,
    published: publishedOf(item, page),
    firstSeen: now(),
    alerting: item.catalogue && page.published === null ? ('never' as const) : ('normal' as const),
    textHash: textHash(title, page.text),
    title,
    text: page.text,
    revisionHash: sha256(JSON.stringify([title, page.text])),
    byline: page.byline,
    modified: page.modified,
    engine: page.engine,
    confidence: page.confidence,
    reports: page.reportLinks ?? [],
  };
}
