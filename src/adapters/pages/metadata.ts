/** What a page says about itself: headline, byline, dates, address; each from the best place that states it. */
import type { CheerioAPI } from 'cheerio/slim';
import type { Element } from 'domhandler';
import type { BylineKind } from '../../core/types.ts';
import { absolute } from '../feeds/links.ts';
import { textOfHtml } from '../feeds/plain-text.ts';
import { bylineOf, kindOfByline } from './byline.ts';
import { headlineOf } from './headline.ts';
import type { LinkedArticle } from './json-ld.ts';
import { type DatedPage, modifiedOf, publishedOf } from './page-dates.ts';
import { metas } from './stated.ts';

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
  const page: DatedPage = { $, meta, linked, headline, url, selector: selectors.published };
  const [published, publishedFrom] = publishedOf(page);
  const [modified, modifiedFrom] = modifiedOf(page);
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
