/** Where a site's news can be read: feeds it declares, feeds it links to, sitemaps, news lists. */
import { GiveUp } from '../../errors.ts';
import { decode } from '../decode.ts';
import { loadHtml } from '../html.ts';
import { absolute } from './links.ts';
import { readListPage } from './list-page.ts';
import type { ListRule } from './list-rules.ts';
import { squash } from './plain-text.ts';

export interface Candidate {
  url: string;
  kind: 'feed' | 'sitemap' | 'list';
  title: string | null;
  /** Why it is thought to be one, as a sentence. */
  why: string;
  /** 0 to 1: how likely it is the site's own news. A guess was not seen on the page. */
  score: number;
}

const FEED_TYPE = /^application\/(?:rss\+xml|atom\+xml|feed\+json|rdf\+xml)$/i;
const FEED_PATH =
  /\/(?:rss|feed|feeds|atom)(?:\/|\.xml|\.php|\.aspx)?$|\.(?:rss|atom)$|\/(?:rss|feed|atom|index)\.(?:xml|json)$|[?&](?:feed|format)=(?:rss2?|atom|feed)/i;
const NEWS_WORDS = /\b(?:news|newsroom|press releases?|media (?:centre|releases)|latest)\b/i;

/** @returns candidates best first, each address once. @throws GiveUp for pages nested too deep */
export function discover(html: string, base: string, rules: ListRule[] = []): Candidate[] {
  const $ = loadHtml(html);
  const root = absolute($('base[href]').first().attr('href') ?? '', base) ?? base;
  const found: Candidate[] = [];
  const add = (href: string | undefined, kind: Candidate['kind'], title: string, score: number, why: string) => {
    const url = absolute(href ?? '', root);
    if (!url) return;
    const off = /comment/i.test(`${url} ${title}`) ? 0.5 : 0;
    const news = NEWS_WORDS.test(`${url} ${title}`) ? 0.05 : 0;
    const elsewhere = URL.parse(url)?.host === URL.parse(root)?.host ? 0 : 0.2;
    found.push({
      url,
      kind,
      title: title || null,
      why,
      score: Math.max(0.05, Math.min(1, score + news - off - elsewhere)),
    });
  };
  for (const { attribs } of $('link[href]').toArray().slice(0, 200)) {
    if (/\balternate\b/i.test(attribs.rel ?? '') && FEED_TYPE.test(attribs.type ?? ''))
      add(attribs.href, 'feed', squash(attribs.title ?? ''), 0.95, 'the page declares it as its feed');
    if (/\bsitemap\b/i.test(attribs.rel ?? ''))
      add(attribs.href, 'sitemap', '', 0.4, 'the page declares it as its sitemap');
    if (attribs.rel === 'https://api.w.org/')
      add(
        `${attribs.href?.replace(/\/?$/, '/')}wp/v2/posts`,
        'feed',
        'WordPress posts',
        0.6,
        'the site offers WordPress’s JSON list of posts',
      );
  }
  for (const anchor of $('a[href]').toArray().slice(0, 3_000)) {
    const { href = '' } = anchor.attribs;
    const text = squash($(anchor).text()).slice(0, 100);
    const path = absolute(href, root);
    if (!path) continue;
    if (FEED_PATH.test(path) || /^(?:rss|atom|rss feeds?|news feed|subscribe by rss)$/i.test(text))
      add(href, 'feed', text, 0.8, 'the page links to it as a feed');
    else if (
      /^(?:all |latest |council |our )?(?:news|newsroom|press releases|media centre|news and (?:events|media))\b.{0,30}$/i.test(
        text,
      ) &&
      !/\?|#/.test(href)
    )
      add(href, 'list', text, 0.6, `the page links to it as "${text}"`);
  }
  const self = readListPage(html, { headers: {}, base }, rules);
  if (self.entries.length >= 4)
    add(
      base,
      'list',
      self.title ?? '',
      self.entries.filter(({ published }) => published).length >= self.entries.length / 2 ? 0.75 : 0.5,
      `the page itself lists ${self.entries.length} headlines`,
    );
  const generator = $('meta[name="generator" i]').first().attr('content') ?? '';
  if (/wordpress/i.test(generator)) add('/feed/', 'feed', '', 0.45, 'a guess: WordPress serves its feed there');
  if (/drupal/i.test(generator)) add('/rss.xml', 'feed', '', 0.3, 'a guess: Drupal serves its feed there');
  add('/sitemap.xml', 'sitemap', '', 0.15, 'a guess: sitemaps stand there');
  const best = new Map<string, Candidate>();
  for (const candidate of found.sort((a, b) => b.score - a.score))
    if (!best.has(candidate.url)) best.set(candidate.url, candidate);
  return [...best.values()].slice(0, 20);
}

/** The same from bytes as they came; a page that cannot be read leads nowhere. */
export const makeDiscover =
  (rules: ListRule[] = []) =>
  (bytes: Uint8Array, { headers, base }: { headers: Record<string, string>; base: string }): Candidate[] => {
    try {
      return discover(decode(bytes, headers['content-type']).text, base, rules);
    } catch (error) {
      if (error instanceof GiveUp) return [];
      throw error;
    }
  };
