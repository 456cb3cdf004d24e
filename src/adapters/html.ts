/** HTML as a tree, for list pages and articles: bounded in size and depth before any tree is built. */
import { type CheerioAPI, load } from 'cheerio/slim';
import type { AnyNode } from 'domhandler';
import { Parser } from 'htmlparser2';
import { giveUp } from '../errors.ts';

/** Browsers stop nesting at 512; deeper trees overflow the stack of whatever walks them. */
const MAX_DEPTH = 512;
/** Two million characters: longer pages are cut, their article stands before that. */
const MAX_CHARS = 2 * 1024 * 1024;

/** Searching below an element costs the square of its children (css-select's removeSubsets): no page has more. */
const MAX_CHILDREN = 20_000;
const MAX_CHILDREN_OF_PAGE = 2_000;
/** No headline, list entry or box holds more; what does is not searched. */
const MAX_CHILDREN_OF_PART = 500;

/** @throws GiveUp `parse` for a page nested past any browser's limit, or with more neighbours than a search can bear */
export function loadHtml(html: string): CheerioAPI {
  const cut = html.length > MAX_CHARS ? html.slice(0, MAX_CHARS) : html;
  // As browsers do: there is always a body, and what comes after its end still belongs to it.
  const open = cut.replace(/<\/(?:body|html)\s*>/gi, '');
  const bounded = /<body[\s>]/i.test(open) ? open : `<body>${open}`;
  const children = [0];
  const parser = new Parser({
    onopentagname: () => {
      const siblings = ++children[children.length - 1]!;
      if (children.length > MAX_DEPTH)
        throw giveUp(`a page with elements nested more than ${MAX_DEPTH} deep; no browser shows such a page whole`, {
          errorClass: 'parse',
        });
      if (siblings > (children.length === 1 ? MAX_CHILDREN_OF_PAGE : MAX_CHILDREN))
        throw giveUp(`a page with more than ${siblings - 1} elements side by side; no page of news is built so`, {
          errorClass: 'parse',
        });
      children.push(0);
    },
    onclosetag: () => {
      children.pop();
    },
  });
  parser.write(bounded);
  parser.end();
  return load(bounded);
}

/** `find` below parts of a page, in bounded time: nothing where they have more children than any such part. */
export function within($: CheerioAPI, parts: AnyNode[], selector: string) {
  const children = parts.reduce((sum, part) => sum + ('children' in part ? part.children.length : 0), 0);
  return children > MAX_CHILDREN_OF_PART ? $('').find(selector) : $(parts).find(selector);
}
