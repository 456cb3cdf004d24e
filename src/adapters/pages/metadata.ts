/** What a page says about itself: headline, byline, dates, address; each from the best place that states it. */
import type { CheerioAPI } from 'cheerio/slim';
import type { Element } from 'domhandler';
import type { BylineKind } from '../../core/types.ts';
import { isoUtc, readDate } from '../feeds/dates.ts';
import { absolute } from '../feeds/links.ts';
import { squash, textOfHtml } from '../feeds/plain-text.ts';
import { within } from '../html.ts';
import type { LinkedArticle } from './json-ld.ts';

export interface Metadata {
  title: string;
  headline: Element | null;
  byline: string | null;
  bylineKind: BylineKind | null;
  publisher: string | null;
  published: string | null;
  publishedFrom: string | null;
  modified: string | null;
  modifiedFrom: string | null;
  lang: string | null;
  canonical: string | null;
  description: string | null;
}

export interface MetadataSelectors {
  title?: string | undefined;
  byline?: string | undefined;
  published?: string | undefined;
}

export function readMetadata(
  $: CheerioAPI,
  linked: LinkedArticle | null,
  url: string | null,
  selectors: MetadataSelectors = {},
): Metadata {
  const meta = metas($);
  const siteName = meta('og:site_name') ?? meta('application-name');
  const { title, headline } = headlineOf(
    $,
    linked,
    meta('og:title') ?? meta('twitter:title'),
    siteName,
    selectors.title,
  );
  const byline = bylineOf($, linked, meta, selectors.byline);
  const [published, publishedFrom] = dateOf($, [
    ['json-ld', linked?.published],
    [
      'meta',
      meta('article:published_time') ??
        meta('og:article:published_time') ??
        meta('datepublished') ??
        meta('dc.date.issued') ??
        meta('dcterms.issued') ??
        meta('dc.date') ??
        meta('dcterms.date') ??
        meta('date') ??
        meta('pubdate') ??
        meta('publish-date') ??
        meta('sailthru.date') ??
        meta('parsely-pub-date') ??
        meta('publication_date'),
    ],
    [
      'meta',
      $('[itemprop="datePublished"]').first().attr('content') ??
        $('[itemprop="datePublished"]').first().attr('datetime'),
    ],
    ['page', selectors.published ? (firstText($, selectors.published) ?? undefined) : undefined],
    [
      'time',
      $('article time[datetime], main time[datetime], time[datetime][pubdate]').first().attr('datetime') ??
        nearestTime($, headline),
    ],
    ['text', statedDate($, headline)],
  ]);
  const [modified, modifiedFrom] = dateOf($, [
    ['json-ld', linked?.modified],
    [
      'meta',
      meta('article:modified_time') ??
        meta('og:updated_time') ??
        meta('dcterms.modified') ??
        meta('dc.date.modified') ??
        meta('datemodified') ??
        meta('last-modified'),
    ],
    [
      'meta',
      $('[itemprop="dateModified"]').first().attr('content') ?? $('[itemprop="dateModified"]').first().attr('datetime'),
    ],
  ]);
  const publisher = linked?.publisher ?? siteName ?? meta('dcterms.publisher') ?? meta('dc.publisher') ?? null;
  return {
    title,
    headline,
    byline,
    bylineKind: kindOfByline(byline, publisher, $),
    publisher: publisher === null ? null : textOfHtml(publisher).slice(0, 200),
    published,
    publishedFrom,
    modified,
    modifiedFrom,
    lang: $('html').attr('lang')?.trim().slice(0, 20) || null,
    canonical:
      absolute($('link[rel="canonical"]').first().attr('href') ?? '', url) ?? absolute(meta('og:url') ?? '', url),
    description: meta('og:description') ?? meta('description') ?? null,
  };
}

/** What a page states about itself in one place: longer is no title, name or date. */
const MAX_STATED = 2_000;

type Meta = (name: string) => string | undefined;

function metas($: CheerioAPI): Meta {
  const found = new Map<string, string>();
  for (const { attribs } of $('meta[content]').toArray().slice(0, 400)) {
    const name = (attribs.property ?? attribs.name ?? attribs.itemprop ?? '').toLowerCase();
    const content = attribs.content?.slice(0, MAX_STATED).trim();
    if (name && content && !found.has(name)) found.set(name, content);
  }
  return (name) => found.get(name);
}

const firstText = ($: CheerioAPI, selector: string) => squash($(selector).first().text().slice(0, MAX_STATED)) || null;

function headlineOf(
  $: CheerioAPI,
  linked: LinkedArticle | null,
  shared: string | undefined,
  siteName: string | undefined,
  selector: string | undefined,
): { title: string; headline: Element | null } {
  const stated = [linked?.headline, shared, $('title').first().text()]
    .map((text) => withoutSite(textOfHtml((text ?? '').slice(0, MAX_STATED)), siteName))
    .filter((text) => text !== '');
  const chosen = selector ? $(selector).first() : $('');
  const headings = ((chosen.length ? chosen : $('h1')).toArray() as Element[])
    .slice(0, 20)
    .map((node) => ({ node, text: squash($(node).text().slice(0, MAX_STATED)) }))
    .filter(({ text }) => text !== '');
  const likeness = (text: string) => Math.max(0, ...stated.map((other) => overlap(text, other)));
  const best = [...headings].sort((a, b) => likeness(b.text) - likeness(a.text))[0];
  // A short h1 that shares no word with what the page calls itself is the site's name.
  const isHeadline =
    best &&
    (stated.length === 0 ||
      chosen.length > 0 ||
      likeness(best.text) >= 0.3 ||
      (headings.length === 1 && best.text.split(' ').length >= 4));
  if (isHeadline) return { title: best.text.slice(0, 500), headline: best.node };
  const below = ($('h2, h3').toArray() as Element[])
    .slice(0, 40)
    .map((node) => ({ node, text: squash($(node).text()) }));
  const heading = below.find(
    ({ text }) =>
      text !== '' &&
      stated.some(
        (title) =>
          overlap(text, title) >= 0.8 || (title.startsWith(text) && /^\s*[|–—:»-]/.test(title.slice(text.length))),
      ),
  );
  const title = heading?.text ?? stated[0] ?? best?.text ?? '';
  return { title: title.slice(0, 500), headline: heading?.node ?? (stated.length ? null : (best?.node ?? null)) };
}

/** "Headline | Site" and "Headline - Site": the last part goes where it is the site's name, or short and the headline long. */
function withoutSite(title: string, siteName: string | undefined): string {
  const at = Math.max(
    title.lastIndexOf(' | '),
    title.lastIndexOf(' - '),
    title.lastIndexOf(' – '),
    title.lastIndexOf(' — '),
    title.lastIndexOf(' :: '),
    title.lastIndexOf(' » '),
  );
  if (at < 0) return title;
  const [head, tail] = [title.slice(0, at).trim(), title.slice(at + 3).trim()];
  const isSite = siteName !== undefined && overlap(tail, siteName) >= 0.5;
  const bar = title[at + 1] === '|' || title[at + 1] === ':' || title[at + 1] === '»';
  return head !== '' &&
    (isSite || (bar && tail.length <= 60) || (tail.split(' ').length <= 4 && head.split(' ').length >= 5))
    ? withoutSite(head, siteName)
    : title;
}

function overlap(a: string, b: string): number {
  const words = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  const [first, second] = [words(a), words(b)];
  if (first.size === 0 || second.size === 0) return 0;
  let shared = 0;
  for (const word of first) if (second.has(word)) shared++;
  return shared / Math.max(first.size, second.size);
}

const BYLINES =
  '[itemprop="author"] [itemprop="name"], [itemprop="author"], [rel="author"], .byline, .article-byline, .author-name, .article__author, .entry-author, .post-author, .author, [class*="byline" i], [data-testid*="byline" i]';

function bylineOf(
  $: CheerioAPI,
  linked: LinkedArticle | null,
  meta: Meta,
  selector: string | undefined,
): string | null {
  const shown = [selector, ...BYLINES.split(', ')]
    .filter((s) => s !== undefined)
    .map((s) => firstText($, s))
    .find((text) => text !== null && text.length > 2 && text.length < 200);
  const stated = linked?.authors.length
    ? linked.authors.join(', ')
    : (meta('author') ?? meta('article:author') ?? meta('dc.creator') ?? meta('parsely-author'));
  const written = shown ?? (stated && !/^https?:/.test(stated) ? textOfHtml(stated) : null) ?? spokenByline($);
  if (!written) return null;
  const name = written
    .replace(/^(?:(?:posted|written|published|words|report(?:ed)?|story)\s+)?by:?\s+/i, '')
    .replace(/\s*(?:\||•|·).*$/, '')
    .replace(/\s*(?:published|updated|posted)[: ].*$/i, '')
    .replace(/\s*\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+ \d{4}.*$/, '')
    .trim();
  return name.slice(0, 200) || null;
}

/** "By Jo Bloggs, Local Democracy Reporter" as a line of its own near the top. */
function spokenByline($: CheerioAPI): string | null {
  const lines = $('p, div, span')
    .toArray()
    .slice(0, 400)
    .map((node) => ($(node).children('p, div').length ? '' : squash($(node).text())));
  return (
    lines.find(
      (text) =>
        text.length < 100 && /^by [A-Z][\p{L}'’-]+ [A-Z]/u.test(text.replace(/^BY /, 'by ').replace(/^By /, 'by ')),
    ) ?? null
  );
}

const AGENCIES =
  /\b(?:PA(?: Media)?|Press Association|Reuters|AFP|Associated Press|Bloomberg|SWNS|Newsdesk Agency|News agency)\b/;

function kindOfByline(byline: string | null, publisher: string | null, $: CheerioAPI): BylineKind | null {
  const near = `${byline ?? ''} ${squash($('[class*="author" i], [class*="byline" i]').first().text()).slice(0, 300)}`;
  if (
    /local democracy report(?:er|ing)|\bLDRS?\b/i.test(near) ||
    $('img[alt*="Local Democracy Report" i], [class*="ldrs" i]').length > 0
  )
    return 'local_democracy_reporter';
  if (byline && AGENCIES.test(byline)) return 'agency';
  if (
    byline &&
    /press (?:office|team|release)|communications|media (?:team|office|relations)|news ?room|news team|comms\b/i.test(
      byline,
    )
  )
    return 'press_office';
  if (byline && /\b(?:council|borough|department|ofsted|care quality commission)\b/i.test(byline))
    return 'press_office';
  if (!byline)
    return publisher && /\b(?:council|borough|ofsted|care quality commission)\b/i.test(publisher)
      ? 'press_office'
      : null;
  return 'staff';
}

type Source = [from: string, written: string | undefined | null];

function dateOf(_$: CheerioAPI, sources: Source[]): [string | null, string | null] {
  for (const [from, written] of sources) {
    if (!written) continue;
    const at = readDate(squash(written), { zone: 'Europe/London' });
    if (at) return [/\d[:.]\d{2}|T\d{2}|^\d{10,}$/.test(written) ? isoUtc(at) : at.toISOString().slice(0, 10), from];
  }
  return [null, null];
}

/** The time element next after the headline; times of other stories come later or before it. */
function nearestTime($: CheerioAPI, headline: Element | null): string | undefined {
  if (!headline) return $('time[datetime]').length === 1 ? $('time[datetime]').attr('datetime') : undefined;
  for (let at = $(headline).parent(), level = 0; at.length && level < 4; at = at.parent(), level++) {
    const found = within($, at.toArray(), 'time').first();
    if (found.length) return found.attr('datetime') ?? found.text();
  }
  return undefined;
}

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const DAY = new RegExp(
  `\\b(\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH},? \\d{4}|${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{1,2}[/.]\\d{1,2}[/.]\\d{4}|\\d{4}-\\d{2}-\\d{2})(?:,?(?: at| -|) (\\d{1,2}[:.]\\d{2} ?(?:[ap]\\.?m)?))?`,
  'i',
);
const LABEL =
  /(?:published|posted|date|released|first published|publication date|issued|added|created)(?: date)?(?: on)?\s*:?\s*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?/i;

/** A date as the page shows it: beside "Published", or alone on a line near the headline. */
function statedDate($: CheerioAPI, headline: Element | null): string | undefined {
  const labelled = new RegExp(`${LABEL.source}${DAY.source}`, 'i');
  const texts: string[] = [];
  for (const node of $('p, div, span, li, dd, time, small, strong, em, h2, h3, h4').toArray().slice(0, 3_000)) {
    if ($(node).children('p, div, ul, section').length) continue;
    const text = squash($(node).text());
    if (text.length >= 6 && text.length < 160) texts.push(text);
  }
  const found = texts.find(
    (text) => labelled.test(text) && !/updated|modified|review/i.test(text.slice(0, text.search(DAY))),
  );
  if (found) return DAY.exec(found)?.[0];
  if (!headline) return undefined;
  const after = squash($(headline).parent().text() + $(headline).parent().next().text()).slice(0, 600);
  const lone = texts.find((text) => text.length < 60 && DAY.test(text) && after.includes(text));
  return lone ? DAY.exec(lone)?.[0] : undefined;
}
