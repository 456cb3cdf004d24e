/** HTML as a tree, for list pages and articles: bounded in size and depth before any tree is built. */
import { type CheerioAPI, load } from 'cheerio/slim';
import { Parser } from 'htmlparser2';
import { giveUp } from '../errors.ts';

/** Browsers stop nesting at 512; deeper trees overflow the stack of whatever walks them. */
const MAX_DEPTH = 512;
/** Two million characters: longer pages are cut, their article stands before that. */
const MAX_CHARS = 2 * 1024 * 1024;

/** @throws GiveUp `parse` for a page nested past any browser's limit */
export function loadHtml(html: string): CheerioAPI {
  const bounded = html.length > MAX_CHARS ? html.slice(0, MAX_CHARS) : html;
  let depth = 0;
  const parser = new Parser({
    onopentagname: () => {
      if (++depth > MAX_DEPTH)
        throw giveUp(`a page with elements nested more than ${MAX_DEPTH} deep; no browser shows such a page whole`, {
          errorClass: 'parse',
        });
    },
    onclosetag: () => {
      depth--;
    },
  });
  parser.write(bounded);
  parser.end();
  return load(bounded);
}
