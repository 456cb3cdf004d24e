/** How far a source is read past its first document: the pages of a list, the sitemaps of an index. */
import type { ParsedFeed, SourceFormat } from '../types.ts';

/** A new source's back catalogue is of little use; a known list is read on until it meets what is known. */
const MOST_PAGES = { first: 2, later: 5 };
const MOST_CHILDREN = 3;
/** Entries that some lists keep at their head whatever their age. */
const MOST_PINNED = 2;
const DAY_MS = 86_400_000;

/**
 * Pages of one list or feed that one poll may read, the first included. A feed's older pages are an archive (RFC 5005):
 * they are looked at once, when the source is new.
 */
export function mostPages(format: SourceFormat, firstPoll: boolean): number {
  if (firstPoll) return MOST_PAGES.first;
  return format === 'html' ? MOST_PAGES.later : 1;
}

/**
 * Whether a page ends what is new: something on it was known already. A story or two pinned to its head do not count.
 *
 * @param known for each entry in the page's order, whether we have it; an empty page ends everything
 */
export const meetsKnown = (known: readonly boolean[]): boolean =>
  known.at(-1) !== false || known.some((isKnown, place) => isKnown && place >= MOST_PINNED);

/** A page that fails is asked again at the next polls, so often. */
const MOST_RETRIES = 3;
export const isToBeReadOn = (unread: number | undefined): boolean =>
  unread !== undefined && unread > 0 && unread <= MOST_RETRIES;

const bareHost = (url: string) => URL.parse(url)?.host.replace(/^www\./, '');
export const isSameHost = (one: string, other: string): boolean => bareHost(one) === bareHost(other);

type Children = NonNullable<ParsedFeed['children']>;

/** The sitemaps of an index that stand on its own host. */
export const childrenOf = (children: Children, index: string): ReadonlySet<string> =>
  new Set(children.map(({ url }) => url).filter((url) => isSameHost(url, index)));

/**
 * The sitemaps of an index that are worth asking: those of news first, then the newest; on this host only. After the
 * first reading, one whose date is a day older than that reading is left out, unless there is no other.
 *
 * @param children newest first
 * @param readAt   when the index was last read in full, ISO; null on the first poll
 */
export function childrenToRead(children: Children, index: string, readAt: string | null): string[] {
  const isNews = (url: string) => /news/i.test(new URL(url).pathname);
  const own = childrenOf(children, index);
  const sorted = children
    .filter(({ url }) => own.has(url))
    .sort((a, b) => Number(isNews(b.url)) - Number(isNews(a.url)));
  const since = readAt === null ? null : new Date(Date.parse(readAt) - DAY_MS).toISOString();
  const changed = sorted.filter(({ modified }) => since === null || modified === null || modified >= since);
  return [...new Set((changed.length > 0 ? changed : sorted.slice(0, 1)).map(({ url }) => url))].slice(
    0,
    MOST_CHILDREN,
  );
}
