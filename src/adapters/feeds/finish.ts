/** Raw records to the public shape: links resolved, texts decoded, one date and one link chosen, everything bounded. */
import type { Coded, ParsedEntry, ParsedFeed, Rhythm } from '../../core/types.ts';
import { isoUtc, readDate } from './dates.ts';
import { absolute, baseWithin, withAbsoluteLinks } from './links.ts';
import { hasMarkup, squash, textOfHtml, textOfUnknown } from './plain-text.ts';
import type { RawDate, RawEntry, RawFeed, RawLink, RawText } from './raw.ts';

const MAX_TITLE = 1_000;
const MAX_SUMMARY = 5_000;
/** A description longer than this that carries mark-up is the article itself. */
const ARTICLE_CHARS = 600;
const DAY_MS = 86_400_000;

/** Names as written, best first: when it was published, then when it was made, then when it was changed. */
const PUBLISHED = [
  'pubDate',
  'published',
  'atom:published',
  'news:publication_date',
  'issued',
  'dcterms:issued',
  'dc:date',
  'date',
  'created',
  'dcterms:created',
  'prism:publicationDate',
  'updated',
  'atom:updated',
  'modified',
  'dcterms:modified',
  'lastmod',
];
const UPDATED = ['updated', 'atom:updated', 'modified', 'dcterms:modified', 'lastmod'];

export interface FinishHints {
  /** Address of the document: base of relative links. */
  base: string | null;
  /** For flagging dates in the future; they are kept. */
  now?: Date | undefined;
}

export function finish(raw: RawFeed, { base, now }: FinishHints): ParsedFeed {
  const counts = { bad: [] as string[], future: 0 };
  const link = choose(raw.links, base);
  // Without any address of its own a feed's relative links can only mean its site.
  const documentBase = base ?? link;
  const entries = raw.entries
    .filter((entry) => !entry.isSitemap)
    .map((entry) => finishEntry(entry, documentBase, counts, now));
  const warnings: Coded[] = [...raw.warnings];
  if (counts.bad.length)
    warnings.push({
      code: 'bad_date',
      message: `${counts.bad.length} date(s) could not be read, the first ${counts.bad[0]}`,
    });
  if (counts.future)
    warnings.push({ code: 'future_date', message: `${counts.future} date(s) lie more than a day in the future` });
  const feed: ParsedFeed = {
    format: raw.format,
    title: textOf(raw.titles)?.slice(0, MAX_TITLE) ?? null,
    link,
    entries,
    warnings,
  };
  const children = raw.entries.flatMap((entry) => {
    const url = entry.isSitemap ? choose(entry.links, documentBase) : null;
    const modified = firstDate(entry.dates, ['lastmod'], []);
    return url ? [{ url, modified: modified ? isoUtc(modified.at) : null }] : [];
  });
  if (children.length) feed.children = children.sort((a, b) => (b.modified ?? '').localeCompare(a.modified ?? ''));
  const rhythm = rhythmOf(raw.rhythm);
  if (rhythm) feed.rhythm = rhythm;
  for (const rel of ['next', 'hub', 'self'] as const) {
    const found = raw.links.find((l) => l.rel === rel);
    const address = found && absolute(found.href, baseWithin(documentBase, found.bases));
    if (address) feed[rel] = address;
  }
  return feed;
}

function finishEntry(
  raw: RawEntry,
  base: string | null,
  counts: { bad: string[]; future: number },
  now: Date | undefined,
): ParsedEntry {
  const published = firstDate(raw.dates, PUBLISHED, counts.bad);
  if (published && now && published.at.getTime() > now.getTime() + DAY_MS) counts.future++;
  const updated = firstDate(raw.dates, UPDATED, []);
  const [content, summary] = bodies(raw, base);
  const id = idOf(raw, base);
  const entry: ParsedEntry = {
    id,
    title: (textOf(raw.titles) ?? '').slice(0, MAX_TITLE),
    link: choose(raw.links, base) ?? linkFromIds({ ...raw, id }),
    summary,
    content,
    published: published ? isoUtc(published.at) : null,
    publishedFrom: published?.name ?? null,
    authors: authorsOf(raw.authors),
  };
  if (updated) entry.updated = isoUtc(updated.at);
  return entry;
}

/** The first that can be read, in order of preference; what cannot be read is reported, never replaced. */
function firstDate(dates: RawDate[], order: string[], bad: string[]): { at: Date; name: string } | null {
  for (const name of order)
    for (const date of dates) {
      if (date.name !== name.toLowerCase()) continue;
      const at = readDate(date.value);
      if (at) return { at, name: date.as ?? name };
      bad.push(`"${squash(date.value).slice(0, 60)}" in ${date.as ?? name}`);
    }
  return null;
}

function choose(links: RawLink[], base: string | null): string | null {
  const rank = (link: RawLink) =>
    link.rel === 'alternate' || link.rel === ''
      ? link.type === '' || link.type.includes('html')
        ? 0
        : 1
      : link.rel === 'original'
        ? 2
        : link.rel === 'content'
          ? 3
          : 9;
  const best = links.filter((link) => rank(link) < 9).sort((a, b) => rank(a) - rank(b));
  for (const link of best) {
    const found = absolute(link.href, baseWithin(base, link.bases));
    if (found) return found;
  }
  return null;
}

/**
 * As written; an id that is only a path means an address of this site (Atom 0.3 and RSS writers use them so), and where
 * an xml:base is stated, one with several steps means an address below that.
 */
function idOf({ id, idBases, idIsLink, about }: RawEntry, base: string | null): string | null {
  const written = id ?? about;
  if (!written || idIsLink === false) return written;
  const isPath = /^\.{0,2}\/[^/\s]/.test(written) || (idBases.length > 0 && /^[^\s:/?#]+\/\S*$/.test(written));
  return isPath ? (absolute(written, baseWithin(base, idBases)) ?? written) : written;
}

const linkFromIds = ({ id, idIsLink, about }: RawEntry) =>
  (id && idIsLink !== false && /^https?:\/\//i.test(id) ? absolute(id, null) : null) ??
  (about && /^https?:\/\//i.test(about) ? absolute(about, null) : null);

const plain = ({ value, type }: RawText) =>
  type === 'html' ? textOfHtml(value) : type === 'text' ? squash(value) : textOfUnknown(value);
const textOf = (texts: RawText[]): string | null => texts.map(plain).find((text) => text !== '') ?? null;

function bodies(raw: RawEntry, base: string | null): [content: string | null, summary: string | null] {
  const carried = [...raw.contents].sort((a, b) => b.value.length - a.value.length)[0];
  const first = raw.summaries.find(({ value }) => value.trim() !== '');
  const summary = first ? plain(first) : null;
  const markup = (text: RawText) =>
    text.type === 'text' ? paragraphs(text.value) : withAbsoluteLinks(text.value.trim(), baseWithin(base, text.bases));
  if (carried) return [markup(carried), summary?.slice(0, MAX_SUMMARY) ?? null];
  const isArticle = first && summary && summary.length > ARTICLE_CHARS && hasMarkup(first.value);
  return [isArticle ? markup(first) : null, summary?.slice(0, MAX_SUMMARY) ?? null];
}

/** Literal text as the HTML the contract promises for `content`. */
const paragraphs = (text: string) =>
  text
    .trim()
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/\n[ \t]*\n\s*/g, '</p><p>')
    .replace(/^([\s\S]*<\/p>[\s\S]*)$/, '<p>$1</p>');

function authorsOf(written: string[]): string[] {
  const names = written.slice(0, 20).map((author) => {
    const text = textOfUnknown(author).slice(0, 200);
    return (
      /^\S+@\S+\s*\(([^()]+)\)$/.exec(text)?.[1] ??
      /^([^()]+?)\s*\(\S+@\S+\)$/.exec(text)?.[1] ??
      /^(.+?)\s*<[^<>]*@[^<>]*>$/.exec(text)?.[1] ??
      text
    );
  });
  return [...new Set(names.filter((name) => name !== ''))];
}

const PERIOD_MINUTES: Record<string, number> = {
  hourly: 60,
  daily: 1_440,
  weekly: 10_080,
  monthly: 43_200,
  yearly: 525_600,
};
const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** What the feed says of its own pace (RSS 2.0 ttl, skipHours, skipDays; RSS 1.0 syndication module). */
function rhythmOf(raw: Record<string, string[]>): Rhythm | null {
  const whole = (text: string | undefined) =>
    text !== undefined && /^\d{1,6}$/.test(text.trim()) ? Number(text) : null;
  const ttl = whole(raw.ttl?.[0]);
  const period = PERIOD_MINUTES[raw['sy:updateperiod']?.[0]?.trim().toLowerCase() ?? ''];
  const times = whole(raw['sy:updatefrequency']?.[0]) || 1;
  const hours = (raw.hour ?? []).map(whole).filter((hour) => hour !== null && hour <= 24);
  const rhythm: Rhythm = {
    ttlMinutes: ttl || null,
    updateMinutes: period ? Math.max(1, Math.round(period / times)) : null,
    skipHours: [...new Set(hours.map((hour) => hour! % 24))].sort((a, b) => a - b),
    skipDays: DAYS.filter((day) => (raw.day ?? []).some((written) => written.trim().toLowerCase() === day)),
  };
  return rhythm.ttlMinutes || rhythm.updateMinutes || rhythm.skipHours.length || rhythm.skipDays.length ? rhythm : null;
}
