/**
 * Where the article stands: every piece of prose gives credit to the elements around it (parent 1, grandparent 0.6,
 * great-grandparent 0.3), links take credit away, and what holds or follows the headline is preferred, so that long
 * readers' comments under any name do not win. Then the search climbs while the parent adds prose.
 */
import type { AnyNode, Element } from 'domhandler';
import { BLOCK_TAGS, SILENT_TAGS } from './blocks.ts';

interface Weighed {
  node: Element;
  score: number;
  prose: number;
  links: number;
  text: number;
  /** Position in reading order, to compare with the headline's. */
  order: number;
}

const POSITIVE = /article|body|content|entry|story|post|text|main|news|rich/i;
const NEGATIVE = /comment|related|sidebar|promo|footer|header|nav|share|social|widget|list|card|teaser|aside/i;

/** @returns the element that holds the article, null where the page has no prose */
export function findBody(root: Element, headline: Element | null): Element | null {
  const weighed = new Map<Element, Weighed>();
  let order = 0;
  let headlineOrder = -1;

  const visit = (node: Element): Weighed => {
    const own: Weighed = { node, score: 0, prose: 0, links: 0, text: 0, order: order++ };
    weighed.set(node, own);
    if (node === headline) headlineOrder = own.order;
    let direct = '';
    let directLinks = 0;
    let breaks = 0;
    const inline = (child: AnyNode, inLink: boolean) => {
      if (child.type === 'text') {
        direct += child.data;
        if (inLink) directLinks += child.data.trim().length;
      } else if ('attribs' in child && !SILENT_TAGS.has(child.name)) {
        if (child.name === 'br') breaks++;
        if (BLOCK_TAGS.has(child.name)) {
          const below = visit(child);
          own.prose += below.prose;
          own.links += below.links;
          own.text += below.text;
        } else for (const inner of child.children) inline(inner, inLink || child.name === 'a');
      }
    };
    for (const child of node.children) inline(child, false);
    const text = direct.replace(/\s+/g, ' ').trim();
    own.text += text.length;
    own.links += directLinks;
    const merit = meritOf(text, directLinks, node.name);
    if (merit > 0) {
      own.prose += text.length - directLinks;
      // A container that holds its prose itself (breaks for paragraphs) is its own parent in the credit.
      const holdsItself = breaks >= 2 || (node.name !== 'p' && node.name !== 'li' && text.length > 600);
      let holder: AnyNode | null = holdsItself ? node : node.parent;
      for (const share of [1, 0.6, 0.3]) {
        if (!holder || !('attribs' in holder)) break;
        const credit = weighed.get(holder as Element);
        if (credit) credit.score += merit * share;
        holder = holder.parent;
      }
    }
    return own;
  };
  visit(root);

  const whole = weighed.get(root)!;
  if (whole.prose === 0) return null;
  const value = (one: Weighed) =>
    one.score *
    (1 - one.links / Math.max(one.text, 1)) *
    named(one.node) *
    placed(one, headline, headlineOrder, whole.prose);
  const ranked = [...weighed.values()].filter(({ score }) => score > 0).map((one) => ({ one, worth: value(one) }));
  let best = ranked.sort((a, b) => b.worth - a.worth)[0]?.one;
  if (!best) return root;
  for (let parent = best.node.parent; parent && 'attribs' in parent; parent = parent.parent) {
    const above = weighed.get(parent as Element);
    if (!above) break;
    const adds = above.prose - best.prose;
    const linkShare = above.links / Math.max(above.text, 1);
    // More prose close by is the rest of an article split by an advert; much more noise is the page around it.
    if (adds > best.prose * 0.08 && linkShare < 0.3 && above.text - best.text < adds * 1.6 + 200) best = above;
    else if (adds > best.prose * 0.08) break;
  }
  return best.node;
}

function meritOf(text: string, linkChars: number, tag: string): number {
  if (text.length < 25 || /^h[1-6]$/.test(tag)) return 0;
  const linkShare = linkChars / text.length;
  if (linkShare > 0.5) return 0;
  const commas = Math.min(text.split(',').length - 1, 6);
  const ends = /[.!?:。！？…]["'”’)]?$/.test(text) ? 1 : 0;
  const merit = Math.min(text.length / 100, 6) + 0.3 * commas + ends;
  return merit * (1 - linkShare) * (tag === 'li' || tag === 'td' || tag === 'dd' ? 0.5 : 1);
}

function named({ attribs, name }: Element): number {
  const names = `${attribs.class ?? ''} ${attribs.id ?? ''}`;
  let factor = 1;
  if (attribs.itemprop === 'articleBody') factor *= 2;
  if (name === 'article' || name === 'main' || attribs.role === 'main') factor *= 1.25;
  if (POSITIVE.test(names)) factor *= 1.15;
  if (NEGATIVE.test(names)) factor *= 0.7;
  return factor;
}

/** Holding the headline, or coming first after it, speaks for an element; standing before it speaks against. */
function placed(one: Weighed, headline: Element | null, headlineOrder: number, allProse: number): number {
  if (!headline || headlineOrder < 0) return 1;
  if (holds(one.node, headline)) return one.prose > allProse * 0.9 ? 1.1 : 1.3;
  if (one.order < headlineOrder) return 0.5;
  return nextProseAfter(one, headlineOrder) ? 1.5 : 1;
}

const holds = (outer: Element, inner: Element) => {
  for (let at: AnyNode | null = inner.parent; at; at = at.parent) if (at === outer) return true;
  return false;
};

/** Close after the headline in reading order: within the first elements that follow it. */
const nextProseAfter = (one: Weighed, headlineOrder: number) => one.order - headlineOrder <= 12;
