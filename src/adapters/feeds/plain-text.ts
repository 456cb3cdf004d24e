/** Markup to plain text for short fields: titles, summaries, authors. Pages are read in `adapters/pages`. */
import { Parser } from 'htmlparser2';
import { repairC1 } from '../decode.ts';

const BREAKS = new Set([
  'br',
  'p',
  'div',
  'li',
  'ul',
  'ol',
  'tr',
  'table',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'blockquote',
  'section',
  'article',
  'td',
  'th',
  'dt',
  'dd',
  'hr',
]);
const SILENT = new Set(['script', 'style', 'noscript', 'template', 'iframe', 'object', 'svg']);
/** Elements people write into titles and summaries; anything else between angle brackets is text ("<name> withheld"). */
const TAG =
  /<(?:\/?(?:a|abbr|article|b|big|blockquote|br|center|cite|code|dd|del|div|dl|dt|em|embed|figure|font|h[1-6]|hr|i|iframe|img|ins|li|object|ol|p|pre|q|s|script|section|small|span|strike|strong|style|sub|sup|svg|table|tbody|td|th|thead|tr|tt|u|ul|video)(?:[\s/][^<>]*)?>|!--[^>]*--)/i;
/** Markup past this length cannot change a field that is capped far below it. */
const MAX_MARKUP_CHARS = 200_000;

/** Most text has single spaces only: to see that is five times cheaper than to rewrite it. */
const UNEVEN = / {2}|[^\S ]|[\u200b\ufeff]/;
export const squash = (text: string) => (UNEVEN.test(text) ? text.replace(/[\s\u200b\ufeff]+/g, ' ') : text).trim();

/** @returns one line of text with entities decoded and markup gone; blocks and breaks become spaces */
export function textOfHtml(html: string): string {
  if (!/[<&]/.test(html)) return squash(repairC1(html));
  const parts: string[] = [];
  let silent = 0;
  const parser = new Parser(
    {
      onopentagname: (name) => {
        if (SILENT.has(name)) silent++;
        else if (BREAKS.has(name)) parts.push(' ');
      },
      onclosetag: (name) => {
        if (SILENT.has(name)) silent = Math.max(0, silent - 1);
        else if (BREAKS.has(name)) parts.push(' ');
      },
      ontext: (text) => {
        if (silent === 0) parts.push(text);
      },
    },
    { decodeEntities: true },
  );
  parser.end(bounded(html));
  return squash(repairC1(parts.join('')));
}

const MAX_OPEN_TAGS = 5_000;

/** Deep nesting makes the tokenizer slow (quadratic): text this strange is cut before its tags pile up. */
function bounded(html: string): string {
  if (html.length < MAX_OPEN_TAGS * 2) return html;
  const cut = html.slice(0, MAX_MARKUP_CHARS);
  let opens = 0;
  for (const tag of cut.matchAll(/<(\/?)[A-Za-z]/g)) {
    opens += tag[1] ? -1 : 1;
    if (opens > MAX_OPEN_TAGS) return cut.slice(0, tag.index);
  }
  return cut;
}

/** A title whose type nobody stated: decoded once more only where it visibly carries markup or references. */
export function textOfUnknown(value: string): string {
  if (TAG.test(value)) return textOfHtml(value);
  const hasReference = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/i.test(value);
  return hasReference ? textOfHtml(value.replace(/</g, '&lt;')) : squash(repairC1(value));
}

export const hasMarkup = (value: string) => TAG.test(value);
