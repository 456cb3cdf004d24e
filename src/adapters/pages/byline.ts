/** Who wrote it, and what kind of writer that is. */
import type { CheerioAPI } from 'cheerio/slim';
import type { BylineKind } from '../../core/types.ts';
import { squash, textOfHtml } from '../feeds/plain-text.ts';
import type { LinkedArticle } from './json-ld.ts';
import { firstText, type Meta } from './stated.ts';

const BYLINES =
  '[itemprop="author"] [itemprop="name"], [itemprop="author"], [rel="author"], .byline, .article-byline, .author-name, .article__author, .entry-author, .post-author, .author, [class*="byline" i], [data-testid*="byline" i]';

export function bylineOf(
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

export function kindOfByline(byline: string | null, publisher: string | null, $: CheerioAPI): BylineKind | null {
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
