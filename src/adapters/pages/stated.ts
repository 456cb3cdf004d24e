/** What a page states in its `<meta>` elements and marked places, each bounded. */
import type { CheerioAPI } from 'cheerio/slim';
import { squash } from '../feeds/plain-text.ts';

/** What a page states about itself in one place: longer is no title, name or date. */
export const MAX_STATED = 2_000;

export type Meta = (name: string) => string | undefined;

export function metas($: CheerioAPI): Meta {
  const found = new Map<string, string>();
  for (const { attribs } of $('meta[content]').toArray().slice(0, 400)) {
    const name = (attribs.property ?? attribs.name ?? attribs.itemprop ?? '').toLowerCase();
    const content = attribs.content?.slice(0, MAX_STATED).trim();
    if (name && content && !found.has(name)) found.set(name, content);
  }
  return (name) => found.get(name);
}

export const firstText = ($: CheerioAPI, selector: string) =>
  squash($(selector).first().text().slice(0, MAX_STATED)) || null;
