/** The headline: the heading most like what the page calls itself, without the name of the site. */
import type { CheerioAPI } from 'cheerio/slim';
import type { Element } from 'domhandler';
import { squash, textOfHtml } from '../feeds/plain-text.ts';
import type { LinkedArticle } from './json-ld.ts';
import { MAX_STATED } from './stated.ts';

export function headlineOf(
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
