/** When a page was published and changed, from the best place that says so, and which place that was. */
import type { CheerioAPI } from 'cheerio/slim';
import type { Element } from 'domhandler';
import { isoUtc, readDate } from '../feeds/dates.ts';
import { squash } from '../feeds/plain-text.ts';
import { within } from '../html.ts';
import type { LinkedArticle } from './json-ld.ts';
import { firstText, type Meta } from './stated.ts';

/** ISO day, or UTC moment where a time was given; and `json-ld meta page time text url`. */
type FoundDate = [date: string | null, from: string | null];

export interface DatedPage {
  $: CheerioAPI;
  meta: Meta;
  linked: LinkedArticle | null;
  headline: Element | null;
  url: string | null;
  /** Where the content system's rule says the date stands. */
  selector: string | undefined;
}

export function publishedOf({ $, meta, linked, headline, url, selector }: DatedPage): FoundDate {
  return firstRead([
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
    ['page', selector ? firstText($, selector) : null],
    [
      'time',
      $('article time[datetime], main time[datetime], time[datetime][pubdate]').first().attr('datetime') ??
        nearestTime($, headline),
    ],
    ['text', statedDate($, headline, LABEL)],
    ['url', url ? DAY_IN_ADDRESS.exec(url)?.slice(1).join('-') : null],
  ]);
}

export function modifiedOf({ $, meta, linked }: DatedPage): FoundDate {
  return firstRead([
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
    ['text', statedDate($, null, CHANGED)],
  ]);
}

type Source = [from: string, written: string | undefined | null];

function firstRead(sources: Source[]): FoundDate {
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

const CHANGED =
  /(?:last )?(?:updated|modified|changed|reviewed)(?: date)?(?: on| at)?\s*:?\s*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?/i;
/** Many systems write the day into the address: `/2023/07/05/`. */
const DAY_IN_ADDRESS = /\/((?:19|20)\d{2})\/(\d{2})\/(\d{2})(?:\/|$)/;

/** A date as the page shows it: beside "Published", or alone on a line near the headline. */
function statedDate($: CheerioAPI, headline: Element | null, label: RegExp): string | undefined {
  const labelled = new RegExp(`${label.source}${DAY.source}`, 'i');
  const texts: string[] = [];
  for (const node of $('p, div, span, li, dd, time, small, strong, em, h2, h3, h4').toArray().slice(0, 3_000)) {
    if ($(node).children('p, div, ul, section').length) continue;
    const text = squash($(node).text());
    if (text.length >= 6 && text.length < 160) texts.push(text);
  }
  const found = texts.find(
    (text) =>
      labelled.test(text) && (label === CHANGED || !/updated|modified|review/i.test(text.slice(0, text.search(DAY)))),
  );
  if (found) return DAY.exec(found)?.[0];
  if (!headline) return undefined;
  const after = squash($(headline).parent().text() + $(headline).parent().next().text()).slice(0, 600);
  const lone = texts.find((text) => text.length < 60 && DAY.test(text) && !CHANGED.test(text) && after.includes(text));
  return lone ? DAY.exec(lone)?.[0] : undefined;
}
