/**
 * Other stories on the page of one: rows of teasers, and whole articles that follow it (endless scrolling). They look
 * like prose, and some have grades in them; what gives them away is that they repeat, each under a headline of its own.
 */
import type { CheerioAPI } from 'cheerio/slim';
import type { AnyNode, Element } from 'domhandler';
import { SILENT_TAGS } from './blocks.ts';

const HEADING = /^h[2-6]$/;
const TITLE_NAMES = /(?:^|[-_\s])(?:title|headline|heading)(?:$|[-_\s])/i;
const MAX_TEASER_CHARS = 900;
/** So much of the page has to remain, or the "other" stories are the page. */
const MIN_REMAINING_CHARS = 150;
/** A sibling with this much text under a heading of its own is a story, not a section. */
const STORY_CHARS = 200;

/** Takes other stories out of the tree. */
export function cutOtherStories($: CheerioAPI, root: Element, headline: Element | null): void {
  const found = new Set<Element>();
  const walk = (node: Element) => {
    const children = node.children.filter(
      (child): child is Element => 'attribs' in child && !SILENT_TAGS.has(child.name),
    );
    for (const group of groupsOf(children)) {
      const strangers = group.filter((child) => !holds(child, headline));
      const teasers = strangers.filter(isTeaser);
      if (teasers.length >= 3 && teasers.length >= strangers.length * 0.8)
        for (const teaser of teasers) found.add(teaser);
      const stories = strangers.filter((child) => child.name === 'article' && openingHeading(child) !== null);
      if (stories.length >= 2) for (const story of stories) found.add(story);
    }
    for (const child of children) if (!found.has(child)) walk(child);
  };
  walk(root);
  for (const story of likeTheHeadlines(headline)) found.add(story);
  const outside = textChars(root, found);
  if (outside >= MIN_REMAINING_CHARS) for (const node of found) $(node).remove();
}

/** Children of one make: the same tag and class. */
function groupsOf(children: Element[]): Element[][] {
  const groups = new Map<string, Element[]>();
  for (const child of children) {
    const make = `${child.name}.${child.attribs.class ?? ''}`;
    const group = groups.get(make);
    if (group) group.push(child);
    else groups.set(make, [child]);
  }
  return [...groups.values()].filter((group) => group.length >= 2);
}

/** Siblings made like the element around the headline and its story, each with a heading and a story of its own. */
function likeTheHeadlines(headline: Element | null): Element[] {
  for (let at: AnyNode | null | undefined = headline?.parent; at && 'attribs' in at; at = at.parent) {
    const around = at as Element;
    if (!around.parent || textChars(around) < STORY_CHARS) continue;
    const alike = around.parent.children.filter(
      (other): other is Element =>
        other !== around &&
        'attribs' in other &&
        other.name === around.name &&
        other.attribs.class === around.attribs.class &&
        isStory(other, headline) &&
        textChars(other) >= STORY_CHARS,
    );
    if (alike.length) return alike;
  }
  return [];
}

/** Sections of one article open with lesser headings than its own; the next article opens with one like it. */
const isStory = (other: Element, headline: Element | null) => {
  const heading = openingHeading(other);
  return heading !== null && (other.name === 'article' || heading === headline?.name);
};

const holds = (node: Element, headline: Element | null) => {
  for (let at: AnyNode | null = headline; at; at = at.parent) if (at === node) return true;
  return false;
};

/** Lines of the article itself may open with a link; only a box that does so is a teaser. */
const BOX = /^(?:div|section|article|figure)$/;
const OPENING_LINK_CHARS = 20;

/** A short piece whose heading, or whose opening, is a link to somewhere else. */
function isTeaser(node: Element): boolean {
  const isBox = BOX.test(node.name);
  let isLinked = false;
  let chars = 0;
  const walk = (at: AnyNode, inLink: boolean, inTitle: boolean, depth: number) => {
    if (at.type === 'text') {
      const text = at.data.trim();
      if (inLink && isBox && chars === 0 && text.length > OPENING_LINK_CHARS) isLinked = true;
      chars += text.length;
      if (inLink && inTitle && text.length > 8) isLinked = true;
    } else if ('attribs' in at && !SILENT_TAGS.has(at.name) && chars <= MAX_TEASER_CHARS && depth < 40) {
      const link = inLink || (at.name === 'a' && /^(?!#|mailto:|tel:)./.test(at.attribs.href ?? ''));
      const title = inTitle || HEADING.test(at.name) || TITLE_NAMES.test(at.attribs.class ?? '');
      for (const child of at.children) walk(child, link, title, depth + 1);
    }
  };
  walk(node, false, false, 0);
  return isLinked && chars <= MAX_TEASER_CHARS;
}

/** The heading that holds its first words, null where they stand in none. */
function openingHeading(node: Element): string | null {
  let found: string | null | undefined;
  const walk = (at: AnyNode, heading: string | null) => {
    if (found !== undefined) return;
    if (at.type === 'text') {
      if (at.data.trim().length > 3) found = heading;
    } else if ('attribs' in at && !SILENT_TAGS.has(at.name))
      for (const child of at.children) walk(child, /^h[1-6]$/.test(at.name) ? at.name : heading);
  };
  walk(node, null);
  return found ?? null;
}

function textChars(node: AnyNode, without: ReadonlySet<AnyNode> = new Set()): number {
  if (without.has(node)) return 0;
  if (node.type === 'text') return node.data.trim().length > 40 ? node.data.trim().length : 0;
  if (!('children' in node) || ('attribs' in node && SILENT_TAGS.has(node.name))) return 0;
  let sum = 0;
  for (const child of node.children) sum += textChars(child, without);
  return sum;
}
