/**
 * News lists that exist only as HTML: read by a content system's selectors where they are known, else found by shape:
 * links whose place in the page repeats, with headings and dates beside them.
 *
 * Longer than most files: the shape search is one argument from anchors to entries.
 */
import type { CheerioAPI } from 'cheerio/slim';
import type { AnyNode, Element } from 'domhandler';
import type { ParsedEntry, ParsedFeed } from '../../core/types.ts';
import type { ReadHints } from '../../ports.ts';
import { loadHtml, within } from '../html.ts';
import { isoUtc, readDate } from './dates.ts';
import { absolute } from './links.ts';
import type { ListRule } from './list-rules.ts';
import { squash } from './plain-text.ts';

export type ListRules = ListRule[];

const MAX_LINKS = 2_000;
const MAX_ITEMS = 500;
const FURNITURE =
  'nav, header nav, footer, [role="navigation"], [role="contentinfo"], [class*="breadcrumb" i], [class*="cookie" i], [class*="pagination" i], [class*="pager" i], [class*="skip" i], [class*="social-media" i], [class*="social-links" i], [class*="social-share" i], [class*="sharing" i], script, style, template, noscript, form';
const VAGUE =
  /^(?:(?:read|find out|see|view|learn|show|discover)(?: the)? (?:more|full)|more|continue reading|read (?:article|story|on)|full story|next|previous|back|home|\d+)\b/i;
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const DATE_IN_TEXT = new RegExp(
  `\\b\\d{1,2}(?:st|nd|rd|th)?(?: of)?[ -]${MONTH}\\.?,?[ -]\\d{4}(?:,?(?: at)? \\d{1,2}[:.]\\d{2} ?(?:[ap]m)?)?|\\b${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}\\b|\\b\\d{4}-\\d{2}-\\d{2}(?:T[\\d:.]+Z?)?|\\b\\d{1,2}/\\d{1,2}/(?:\\d{4}|\\d{2})\\b(?:,? (?:- |at )?\\d{1,2}:\\d{2}\\b)?|\\b\\d{1,2}\\.\\d{1,2}\\.\\d{4}\\b|\\b\\d{1,2} (?:minute|hour|day)s? ago\\b|\\byesterday\\b`,
  'i',
);

const DATE_AT_EDGE = new RegExp(`^(?:${DATE_IN_TEXT.source})[\\s|–—:-]*|[\\s|–—:-]*(?:${DATE_IN_TEXT.source})$`, 'i');
/** "Published on 5 July 2023 in People news" is no summary. */
const DATELINE = new RegExp(
  `^(?:first )?(?:published|posted|updated|added)(?: on| at)?:? .{0,20}(?:${DATE_IN_TEXT.source}).{0,80}$`,
  'i',
);
/** Many systems write the day into the address: `/2023/07/05/`. */
const DATE_IN_ADDRESS = /\/((?:19|20)\d{2})\/(\d{2})\/(\d{2})(?:\/|$)/;

/** @returns a feed of kind `html`; no entries where the page holds no list. @throws GiveUp for pages nested too deep */
export function readListPage(html: string, hints: ReadHints, rules: ListRules): ParsedFeed {
  const $ = loadHtml(html);
  const base = absolute($('base[href]').first().attr('href') ?? '', hints.base) ?? hints.base;
  const reading = { $, base, now: hints.now };
  const title = squash($('h1').first().text()) || squash($('title').first().text()) || null;
  const feed: ParsedFeed = {
    format: 'html',
    title: title?.slice(0, 300) ?? null,
    link: hints.base,
    entries: [],
    warnings: [],
  };
  const rule = rules.find((r) => applies(r, $, base));
  // Read first: the search by shape takes the furniture out, paging included.
  const next = nextPage(reading, rule);
  const byRule = rule ? entriesByRule(rule, reading) : [];
  feed.entries = byRule.length >= 2 ? byRule : entriesByShape(reading);
  if (rule && byRule.length < 2)
    feed.warnings.push({
      code: 'drift',
      message: `the rule "${rule.id}" applies but finds ${byRule.length} entries; the list was looked for by its shape`,
    });
  if (feed.entries.length && feed.entries.every(({ published }) => published === null))
    feed.warnings.push({ code: 'undated', message: 'no entry of the list shows a date' });
  if (next) feed.next = next;
  return feed;
}

interface ReadingList {
  $: CheerioAPI;
  base: string | null;
  now: Date | undefined;
}

function applies(rule: ListRule, $: CheerioAPI, base: string | null): boolean {
  const host = base ? (URL.parse(base)?.hostname ?? '') : '';
  if (rule.hosts && !rule.hosts.some((end) => host === end || host.endsWith(`.${end}`))) return false;
  return (rule.when ? $(rule.when).length > 0 : rule.hosts !== undefined) && $(rule.item).length > 0;
}

function entriesByRule(rule: ListRule, reading: ReadingList): ParsedEntry[] {
  const { $, base } = reading;
  const entries = $(rule.item)
    .toArray()
    .slice(0, MAX_ITEMS)
    .map((node) => {
      const item = $(node);
      const anchor = item.is(rule.link) ? item : within($, [node], rule.link).first();
      const title =
        squash((rule.title ? within($, [node], rule.title).first() : anchor).text()) || squash(anchor.text());
      const link = absolute(anchor.attr('href') ?? '', base);
      const dated = rule.date ? within($, [node], rule.date).first() : item;
      return entry(
        title,
        link,
        dateIn(reading, (dated.length ? dated : item).toArray(), title),
        rule.summary ? squash(within($, [node], rule.summary).first().text()) : '',
      );
    });
  return distinct(entries);
}

/** A linked headline and where it stands. */
interface Headline {
  href: string;
  anchor: Element;
  text: string;
  inHeading: boolean;
}

function entriesByShape(reading: ReadingList): ParsedEntry[] {
  const { $ } = reading;
  $(FURNITURE)
    .filter((_, node) => within($, [node], 'main, article, h1').length === 0)
    .remove();
  const groups = new Map<string, Headline[]>();
  for (const headline of headlines(reading)) {
    const place = placeOf(headline.anchor);
    const group = groups.get(place);
    if (group) group.push(headline);
    else groups.set(place, [headline]);
  }
  const read = [...groups.values()].filter((group) => group.length >= 2).map((group) => readGroup(group, reading));
  const best = read.sort((a, b) => b.score - a.score)[0];
  if (!best || best.score < MIN_SCORE) return [];
  // Where its heading is the only one of its rank, it stands alone; the list beside it bounds where it ends.
  for (const [headline, ...more] of groups.values())
    if (headline?.inHeading && more.length === 0) read.push(readGroup([headline], reading, best.headlines));
  // A featured first story stands in other mark-up; what is dated and lives under the same path belongs to the list.
  const path = commonPath(best.entries);
  const kin = read.filter(
    (group) => group !== best && group.dated >= 0.6 && path !== '' && commonPath(group.entries) === path,
  );
  return distinct([best, ...kin].flatMap(({ entries }) => entries)).slice(0, MAX_ITEMS);
}

/** One headline for each address: an item's picture, title and "read more" all link to the same page. */
function headlines({ $, base }: ReadingList): Headline[] {
  const byHref = new Map<string, Headline>();
  for (const anchor of $('a[href]').toArray().slice(0, MAX_LINKS)) {
    const href = absolute(anchor.attribs.href ?? '', base);
    if (!href || href.replace(/#.*$/, '') === base?.replace(/#.*$/, '')) continue;
    const heading = within($, [anchor], 'h1,h2,h3,h4,h5,h6').first();
    const inHeading = heading.length > 0 || $(anchor).closest('h1,h2,h3,h4,h5,h6').length > 0;
    const text = wordsOf($, anchor, heading.length ? heading.text() : '');
    const known = byHref.get(href);
    const better =
      !known ||
      (inHeading && !known.inHeading) ||
      (inHeading === known.inHeading &&
        (VAGUE.test(known.text) ? !VAGUE.test(text) : text.length > known.text.length && !VAGUE.test(text)));
    if (better) byHref.set(href, { href, anchor, text, inHeading });
  }
  return [...byHref.values()];
}

/** A link's own words; where the whole entry is one link, its title without the date beside it. */
function wordsOf($: CheerioAPI, anchor: Element, heading: string): string {
  if (squash(heading)) return squash(heading);
  const whole = squash(spacedText(anchor)).slice(0, 1_000);
  const named = within(
    $,
    [anchor],
    '[class*="title" i], [class*="heading" i], [class*="headline" i], strong, b',
  ).first();
  if (named.length && squash(named.text()).split(' ').length >= 3) return squash(named.text());
  // A date in an element of its own is not part of the title; one within the words is.
  const bare = anchor.children.some((child) => 'attribs' in child) ? whole.replace(DATE_AT_EDGE, '') : whole;
  return squash(bare) || whole || squash(anchor.attribs.title ?? anchor.attribs['aria-label'] ?? '');
}

/** Path of tag names from the body down: items of one list share it whatever their classes say. */
function placeOf(node: Element): string {
  const names: string[] = [];
  for (let at: AnyNode | null = node; at && 'attribs' in at; at = at.parent) names.unshift(at.name);
  return names.join('>');
}

const MIN_SCORE = 6;

interface Group {
  headlines: Headline[];
  entries: ParsedEntry[];
  dated: number;
  score: number;
}

/** @param beside headlines of another group, whose blocks are none of this one's */
function readGroup(group: Headline[], reading: ReadingList, beside: Headline[] = []): Group {
  const { $ } = reading;
  const holders = new Map<AnyNode, number>();
  for (const { anchor } of [...group, ...beside])
    for (let at: AnyNode | null = anchor; at; at = at.parent) holders.set(at, (holders.get(at) ?? 0) + 1);
  const blocks = group.map(({ anchor }) => {
    let at: AnyNode = anchor;
    while (at.parent && holders.get(at.parent) === 1) at = at.parent;
    return at;
  });
  const starts = new Set(blocks);
  const withNext = blocks.map((block) => [block, ...siblings(block, 'next', starts)]);
  const withPrevious = blocks.map((block) => [block, ...siblings(block, 'prev', starts)]);
  const dates = (regions: AnyNode[][]) => regions.map((region, i) => dateIn(reading, region, group[i]!.text));
  const count = (found: unknown[]) => found.filter((date) => date !== null).length;
  const [own, next, previous] = [dates(blocks.map((b) => [b])), dates(withNext), dates(withPrevious)];
  const best = count(own) >= group.length / 2 ? own : count(next) >= count(previous) ? next : previous;
  const entries = group.map((headline, i) => {
    const region = $(withNext[i]! as Element[]);
    const heading = within($, withNext[i]!, 'h1,h2,h3,h4,h5,h6').add(region.filter('h1,h2,h3,h4,h5,h6')).first();
    const title =
      VAGUE.test(headline.text) || headline.text.length < 8 ? squash(heading.text()) || headline.text : headline.text;
    const summary =
      within($, withNext[i]!, 'p')
        .add(region.filter('p'))
        .toArray()
        .map((p) => squash($(p).text()))
        .find((text) => text.replace(DATELINE, '').length > 40 && text !== title) ?? '';
    return entry(title, headline.href, best[i] ?? null, summary);
  });
  const dated = count(best) / group.length;
  const headed = group.filter(({ inHeading }) => inHeading).length / group.length;
  const wordy = entries.filter(({ title }) => title.split(' ').length >= 4).length / group.length;
  const newsy =
    entries.filter(({ link }) =>
      /\/(?:news|press|media|article|stor(?:y|ies)|blog|latest|\d{4}\/\d{2})\b|[-/]\d{5,}/i.test(link ?? ''),
    ).length / group.length;
  const inMain = $(group[0]!.anchor).closest('main, article, [role="main"], #content, #main, .main, .content').length
    ? 1
    : 0;
  const score =
    5 * dated +
    3 * headed +
    3 * wordy +
    2 * newsy +
    inMain +
    Math.min(group.length, 20) / 10 -
    (wordy < 0.3 ? 4 : 0) -
    (group.length < 3 && dated < 1 ? 3 : 0);
  return { headlines: group, entries, dated, score };
}

/** Neighbours of a block up to the next one: lists without wrappers put date and teaser beside the heading. */
function siblings(block: AnyNode, way: 'next' | 'prev', starts: Set<AnyNode>): AnyNode[] {
  const found: AnyNode[] = [];
  for (let at = block[way]; at && !starts.has(at) && found.length < 12; at = at[way]) found.push(at);
  return found;
}

interface FoundDate {
  iso: string;
  from: string;
}

function dateIn({ $, now }: ReadingList, region: AnyNode[], title: string): FoundDate | null {
  const nodes = $(region as Element[]);
  const british = { zone: 'Europe/London' as const, reference: now };
  for (const node of within($, region, 'time').add(nodes.filter('time')).toArray()) {
    const at = readDate(node.attribs.datetime ?? '', british) ?? readDate(squash($(node).text()), british);
    if (at) return { iso: isoUtc(at), from: 'time' };
  }
  for (const node of within(
    $,
    region,
    '[itemprop="datePublished"], [class*="date" i], [class*="published" i], [class*="posted" i], [data-date]',
  )
    .toArray()
    .slice(0, 10)) {
    const at =
      readDate(node.attribs.content ?? node.attribs['data-date'] ?? '', british) ??
      readDate(DATE_IN_TEXT.exec(squash(spacedText(node)).slice(0, 300))?.[0] ?? '', british);
    if (at) return { iso: isoUtc(at), from: 'text' };
  }
  // "Statement on the meeting of 1 July 2023" was not published that day.
  const text = squash(region.map(spacedText).join(' ')).replace(title, ' ');
  const written = DATE_IN_TEXT.exec(text.slice(0, 3_000))?.[0];
  const at = written ? readDate(written, british) : null;
  return at ? { iso: isoUtc(at), from: 'text' } : null;
}

/** Text with a space between neighbours: "inspectors</h2><p>5 July" is no word. */
function spacedText(node: AnyNode): string {
  if (node.type === 'text') return node.data;
  return 'children' in node ? node.children.map(spacedText).join(' ') : '';
}

function entry(title: string, link: string | null, shown: FoundDate | null, summary: string): ParsedEntry {
  const [, year, month, day] = (link && DATE_IN_ADDRESS.exec(link)) || [];
  const addressed = day ? readDate(`${year}-${month}-${day}`) : null;
  const date = shown ?? (addressed ? { iso: isoUtc(addressed), from: 'url' } : null);
  return {
    id: null,
    title: title.slice(0, 1_000),
    link,
    summary: summary.slice(0, 5_000) || null,
    content: null,
    published: date?.iso ?? null,
    publishedFrom: date?.from ?? null,
    authors: [],
  };
}

function distinct(entries: ParsedEntry[]): ParsedEntry[] {
  const seen = new Set<string>();
  return entries.filter(
    ({ link, title }) => link !== null && title !== '' && !VAGUE.test(title) && !seen.has(link) && seen.add(link),
  );
}

/** First segment of the path most entries share, `''` where they share none. */
function commonPath(entries: ParsedEntry[]): string {
  const counts = new Map<string, number>();
  for (const { link } of entries) {
    const url = link ? URL.parse(link) : null;
    const key = url ? `${url.host}/${url.pathname.split('/')[1] ?? ''}` : '';
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const [path, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? ['', 0];
  return count >= entries.length * 0.6 ? path : '';
}

function nextPage({ $, base }: ReadingList, rule: ListRule | undefined): string | null {
  const host = base ? URL.parse(base)?.host : undefined;
  const candidates = [
    rule?.next,
    'link[rel="next"]',
    'a[rel~="next"]',
    '[class*="next" i] a, a[class*="next" i]',
  ].filter((s) => s !== undefined);
  for (const selector of candidates) {
    const found = absolute($(selector).first().attr('href') ?? '', base);
    if (found && found !== base && URL.parse(found)?.host === host) return found;
  }
  const worded = $('a[href]')
    .toArray()
    .find(
      (a) =>
        /^(?:next(?: page)?|older(?: posts| news)?)?\s*[›»→>]*$/i.test(squash($(a).text())) &&
        squash($(a).text()) !== '',
    );
  const found = worded ? absolute(worded.attribs.href ?? '', base) : null;
  return found && found !== base && URL.parse(found)?.host === host ? found : null;
}
