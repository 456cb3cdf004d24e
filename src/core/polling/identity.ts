/**
 * Which entries are the same item. A ladder: the entry's own id, its canonical link, its title with its date; every
 * rung an item ever had is remembered as an alias, so that churn of one of them makes no new item.
 */
import { digestId, sha256 } from '../keys.ts';
import type { ParsedEntry } from '../types.ts';
import { canonicalUrl } from './canonical-url.ts';

export { canonicalUrl } from './canonical-url.ts';

/** An entry with the names it may be known under, strongest first. */
export interface Identified {
  entry: ParsedEntry;
  /** Key a new item gets: of its source and its strongest alias. */
  key: string;
  aliases: string[];
  /** Changes when what the entry says changes; its links and ids do not count. */
  contentHash: string;
}

/** What the store knows of an alias. */
export interface KnownItem {
  key: string;
  contentHash: string | null;
}

export interface Matched {
  /** Seen for the first time. */
  fresh: Identified[];
  /** Listed again, unchanged. `newAliases` are to be remembered. */
  known: (Identified & { newAliases: string[] })[];
  /** Listed again with other words. */
  revised: (Identified & { newAliases: string[] })[];
}

const words = (text: string | null) =>
  (text ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The BBC appends `#0` to its ids and counts it up on edits. */
const plainGuid = (guid: string) =>
  /^https?:/i.test(guid) ? canonicalUrl(guid) : guid.trim().replace(/#\d{1,3}$/, '');

const guidOf = (entry: ParsedEntry) => (entry.id?.trim() ? plainGuid(entry.id) : null);
const linkOf = (entry: ParsedEntry) => (entry.link ? canonicalUrl(entry.link) : null);

/** Names that several entries of one document carry although something else tells these entries apart. */
function reused(
  entries: readonly ParsedEntry[],
  nameOf: (entry: ParsedEntry) => string | null,
  otherOf: (entry: ParsedEntry) => string,
): Set<string> {
  const others = new Map<string, Set<string>>();
  for (const entry of entries) {
    const name = nameOf(entry);
    if (name === null) continue;
    const seen = others.get(name) ?? new Set();
    others.set(name, seen.add(otherOf(entry)));
  }
  return new Set([...others].filter(([, seen]) => seen.size > 1).map(([name]) => name));
}

/** @returns the entry's words without markup, as they count for "has it changed" */
const contentHash = (entry: ParsedEntry) =>
  sha256([entry.title, entry.summary, entry.content?.replace(/<[^<>]*>/g, ' ') ?? null].map(words).join('\n'));

/** An author or a date alone is nothing to read, and nothing to know an entry by. */
export const saysAnything = ({ id, link, title, summary, content }: ParsedEntry) =>
  Boolean(id || link || title || summary || content);

/**
 * Names every entry of one document that says anything. An id or a link that stands on entries with different links or
 * titles names nothing; without a date, a title names an item only where there is nothing better.
 *
 * @param source id of the source, and the address of its site (an entry linking there has no link of its own)
 */
export function itemKeys(entries: readonly ParsedEntry[], source: { id: string; link?: string | null }): Identified[] {
  const home = source.link ? canonicalUrl(source.link) : null;
  const ownLink = (entry: ParsedEntry) => (linkOf(entry) === home ? null : linkOf(entry));
  const sharedGuids = reused(entries, guidOf, (entry) => ownLink(entry) ?? words(entry.title));
  const sharedLinks = reused(entries, ownLink, (entry) => `${words(entry.title)}\n${entry.published ?? ''}`);
  return entries.filter(saysAnything).map((entry) => {
    const guid = guidOf(entry);
    const link = ownLink(entry);
    const title = words(entry.title);
    const aliases: string[] = [];
    if (guid !== null && guid !== home && !sharedGuids.has(guid)) aliases.push(`g:${sha256(guid)}`);
    if (link !== null && !sharedLinks.has(link)) aliases.push(`l:${sha256(link)}`);
    if (title && (entry.published || aliases.length === 0))
      aliases.push(`t:${sha256(`${title}\n${entry.published ?? ''}`)}`);
    if (aliases.length === 0) aliases.push(`c:${contentHash(entry)}`);
    return { entry, key: digestId('item', source.id, aliases[0]!), aliases, contentHash: contentHash(entry) };
  });
}

/** A title with a date names an item only until something better does. */
const isStrong = (alias: string) => !alias.startsWith('t:');

/** All aliases of a document: what to look up. */
export const aliasesOf = (identified: readonly Identified[]): string[] => [
  ...new Set(identified.flatMap(({ aliases }) => aliases)),
];

/**
 * Tells new entries from known and from edited ones. Two entries of one document that are told apart by id or link stay
 * apart even with one title and date; two that share their strongest name are one, and the first listed stands.
 *
 * @param known what the store has for the aliases of {@link aliasesOf}
 */
export function matchItems(known: ReadonlyMap<string, KnownItem>, identified: readonly Identified[]): Matched {
  const matched: Matched = { fresh: [], known: [], revised: [] };
  const taken = new Set<string>();
  const pending: Identified[] = [];
  const named = new Set<string>();
  const titles = new Map<string, number>();
  for (const { aliases } of identified)
    for (const alias of aliases) if (!isStrong(alias)) titles.set(alias, (titles.get(alias) ?? 0) + 1);

  const settle = (item: Identified, found: KnownItem) => {
    if (taken.has(found.key)) return;
    taken.add(found.key);
    const newAliases = item.aliases.filter((alias) => !known.has(alias));
    const list = found.contentHash === null || found.contentHash === item.contentHash ? matched.known : matched.revised;
    list.push({ ...item, key: found.key, newAliases });
  };

  // Strong names first, so that a title never takes an item which another entry names by id or link.
  for (const item of identified) {
    const strong = item.aliases.find((alias) => isStrong(alias) && known.has(alias));
    if (strong) settle(item, known.get(strong)!);
    else pending.push(item);
  }
  for (const item of pending) {
    const title = item.aliases.find((alias) => !isStrong(alias) && known.has(alias) && titles.get(alias) === 1);
    const found = title === undefined ? undefined : known.get(title);
    if (found && !taken.has(found.key)) settle(item, found);
    else if (!item.aliases.some((alias) => isStrong(alias) && named.has(alias))) {
      for (const alias of item.aliases) named.add(alias);
      matched.fresh.push(item);
    }
  }
  return matched;
}
