/** Headlines in the body of a newsletter, each with its link and the words beside it, and the prose that is left. */
import type { CheerioAPI } from 'cheerio/slim';
import type { AnyNode, Element } from 'domhandler';
import { loadHtml } from '../html.ts';
import { absolute } from './links.ts';
import { squash } from './plain-text.ts';

interface MailHeadline {
  title: string;
  link: string;
  blurb: string;
}

export interface MailBody {
  headlines: MailHeadline[];
  /** What stands outside the headlines: of a letter in prose, all of it. */
  rest: string;
  /** The same with its mark-up; null where the mail has none. */
  restHtml: string | null;
}

const MOST_LINKS = 300;
const MOST_HEADLINES = 60;
/** How far from a link its headline and blurb may stand. */
const MOST_CLIMB = 12;
const MAX_BLURB = 5_000;
/** A link that changes something when it is followed, or leads to the letter itself. It is never asked for. */
const SERVES_THE_LETTER =
  /unsubscribe|\bin (?:your|a|the) browser\b|^(?:click here to |to )?(?:opt(?:ing)?[ -]?out\b|subscribe\b|(?:manage|update|change|edit)\b.{0,30}\b(?:preferences|subscriptions?|profile|settings|details)\b|preferences\b|view (?:this|it|in|online)\b|forward (?:this|to a)\b|confirm\b.{0,40}\b(?:subscription|address|e-?mail|sign-?up)\b|privacy (?:policy|notice)|terms (?:and|of)\b|contact us\b|advertise (?:with|in)\b|log ?in\b|sign ?(?:in|up)\b|follow us\b)/i;
const SERVING_ADDRESS =
  /[/?&=.]unsubscri|[/?&=](?:opt-?out|confirm(?:-?(?:subscription|e-?mail))?|(?:(?:manage|e-?mail|your)-?)?preferences|login|forward-to-a?-?friend)(?:[/?&#=.]|$)|list-manage\.com\/profile/i;
const VAGUE = /^(?:(?:read|find out|see|view|learn|show|click|continue|full)\b.{0,30}|more|here|next|back|home|\d+)$/i;
const BLOCK = /^(?:p|div|td|th|li|h[1-6]|table|tr|tbody|ul|ol|section|article|blockquote|center|body)$/;

const isHeadline = (text: string) => text.length >= 15 && text.length <= 300 && /\S+\s+\S+\s+\S+/.test(text);

/** @throws GiveUp `parse` for mark-up built to exhaust whoever walks it */
export function headlinesInHtml(html: string): MailBody {
  const $ = loadHtml(html);
  $(
    'script, style, template, noscript, title, [style*="display:none" i], [style*="display: none" i], [hidden]',
  ).remove();
  const links = new Map<string, Element[]>();
  for (const anchor of $('a[href]').toArray().slice(0, MOST_LINKS)) {
    const href = absolute($(anchor).attr('href') ?? '', null);
    const text = squash($(anchor).text());
    if (href === null || SERVING_ADDRESS.test(href) || SERVES_THE_LETTER.test(text)) continue;
    links.set(href, [...(links.get(href) ?? []), anchor]);
  }
  const taken = new Map<AnyNode, Story>();
  for (const [link, anchors] of links) {
    const found = headlineAt($, link, anchors, links);
    if (found && taken.size < MOST_HEADLINES) taken.set(found.parts[0]!, found);
  }
  const headlines = [...taken.values()].map(({ headline }) => headline);
  for (const { parts } of taken.values()) for (const part of parts) $(part).remove();
  for (const anchor of $('a[href]').toArray().slice(0, MOST_LINKS))
    if (SERVES_THE_LETTER.test($(anchor).text())) $(anchor).remove();
  const body = $('body');
  return { headlines, rest: proseOf(body.get(0)), restHtml: body.html() };
}

interface Story {
  headline: MailHeadline;
  /** Neighbours that make up its surroundings. */
  parts: AnyNode[];
}

function headlineAt(
  $: CheerioAPI,
  link: string,
  anchors: Element[],
  links: ReadonlyMap<string, Element[]>,
): Story | null {
  const written = anchors.map((anchor) => ({ anchor, text: squash($(anchor).text()) }));
  const named = written.find(({ anchor, text }) => isHeadline(text) && !VAGUE.test(text) && standsAlone($, anchor));
  if (!named && !written.some(({ text }) => VAGUE.test(text))) return null;
  const others = new Set([...links].filter(([href]) => href !== link).flatMap(([, list]) => list));
  const part = partOf($, named?.anchor ?? written.find(({ text }) => VAGUE.test(text))!.anchor, others);
  const heading = squash($(part).find('h1, h2, h3, h4, h5, h6, strong, b').first().text());
  const title = named?.text ?? heading;
  if (!isHeadline(title)) return null;
  const words = written.map(({ text }) => text).filter((text) => VAGUE.test(text));
  const parts = [part, ...blurbAfter($, part, others)];
  let blurb = squash(parts.map(proseOf).join(' '));
  for (const one of [title, ...words]) blurb = squash(blurb.replace(one, ' '));
  return { parts, headline: { title, link, blurb: blurb.slice(0, MAX_BLURB) } };
}

/** A headline begins its block and is followed by nothing or a break; a link inside a sentence is none. */
function standsAlone($: CheerioAPI, anchor: Element): boolean {
  let at: AnyNode = anchor;
  let afterBreak = false;
  for (let climbed = 0; climbed < MOST_CLIMB; climbed += 1) {
    for (let before = at.prev; before; before = before.prev) {
      if (isBreak(before)) break;
      if (squash($(before).text()) !== '') return false;
    }
    for (let after = at.next; after && !afterBreak; after = after.next) {
      if (isBreak(after)) afterBreak = true;
      else if (squash($(after).text()) !== '') return false;
    }
    const parent: AnyNode | null = at.parent;
    if (!parent || !('name' in parent) || BLOCK.test(parent.name)) return true;
    at = parent;
  }
  return false;
}

const isBreak = (node: AnyNode) => 'name' in node && (node.name === 'br' || BLOCK.test(node.name));

/** The largest surroundings of a link that hold no other article's link. */
function partOf($: CheerioAPI, anchor: Element, others: ReadonlySet<Element>): AnyNode {
  let part: AnyNode = anchor;
  for (let climbed = 0; climbed < MOST_CLIMB; climbed += 1) {
    const parent: AnyNode | null = part.parent;
    if (!parent || !('name' in parent) || /^(?:body|html)$/.test(parent.name)) return part;
    if (
      $(parent)
        .find('a[href]')
        .toArray()
        .some((one) => others.has(one))
    )
      return part;
    part = parent;
  }
  return part;
}

const MOST_NEIGHBOURS = 8;

/** What follows a headline that shares its surroundings with others, up to the next of them. */
function blurbAfter($: CheerioAPI, part: AnyNode, others: ReadonlySet<Element>): AnyNode[] {
  const found: AnyNode[] = [];
  for (let at = part.next; at && found.length < MOST_NEIGHBOURS; at = at.next) {
    const name = 'name' in at ? at.name : '';
    if (/^(?:h[1-6]|hr)$/.test(name) || others.has(at as Element)) break;
    const anchors = $(at).find('a[href]').toArray();
    if (anchors.some((one) => others.has(one) || SERVES_THE_LETTER.test($(one).text()))) break;
    found.push(at);
  }
  return found;
}

/** Text of a part with a space where a block or break ends. */
function proseOf(part: AnyNode | undefined): string {
  if (!part) return '';
  const words: string[] = [];
  const walk = (node: AnyNode) => {
    if (node.type === 'text') words.push(node.data);
    else if ('children' in node) {
      for (const child of node.children) walk(child);
      if (isBreak(node)) words.push(' ');
    }
  };
  walk(part);
  return squash(words.join(''));
}

/** A mail in plain text: an address on its own, or at the end of a paragraph, under the words it belongs to. */
export function headlinesInText(text: string): MailBody {
  const headlines: MailHeadline[] = [];
  const rest: string[] = [];
  const seen = new Set<string>();
  let before: string | null = null;
  for (const paragraph of text.replace(/\r\n?/g, '\n').split(/\n[ \t]*\n/)) {
    const at = /https?:\/\/[^\s<>"()]{1,2000}/.exec(paragraph);
    const link = at ? absolute(at[0], null) : null;
    const words = at
      ? paragraph
          .replaceAll(at[0], ' ')
          .replace(/[<([]\s*[>)\]]/g, ' ')
          .trim()
      : paragraph.trim();
    const said = words === '' || VAGUE.test(squash(words)) ? before : words;
    const serves = at !== null && (SERVING_ADDRESS.test(at[0]) || SERVES_THE_LETTER.test(words));
    const [title = '', ...blurb] = (said ?? '')
      .split('\n')
      .map(squash)
      .filter((line) => line !== '');
    if (link && !serves && isHeadline(title) && !seen.has(link) && headlines.length < MOST_HEADLINES) {
      seen.add(link);
      if (said === before) rest.pop();
      headlines.push({ title, link, blurb: squash(blurb.join(' ')).slice(0, MAX_BLURB) });
      before = null;
      continue;
    }
    if (serves || words === '') continue;
    rest.push(words);
    before = words;
  }
  return { headlines, rest: squash(rest.join('\n\n')), restHtml: null };
}
