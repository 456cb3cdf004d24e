/**
 * An article out of its page: the publisher's own JSON-LD, a content system's rule, a search by prose, a last resort.
 * Pure: bytes are decoded and threads kept by `read-page.ts`.
 */
import type { CheerioAPI } from 'cheerio/slim';
import type { AnyNode, Element } from 'domhandler';
import { type ReportSite, reportSite } from '../../core/report-sites.ts';
import type { ExtractedPage } from '../../core/types.ts';
import { absolute } from '../feeds/links.ts';
import { textOfHtml } from '../feeds/plain-text.ts';
import { loadHtml } from '../html.ts';
import { type Block, blocksOf, textOf } from './blocks.ts';
import { findBody } from './body.ts';
import { cutFurniture, keepArticle } from './furniture.ts';
import { linkedArticle } from './json-ld.ts';
import { readMetadata } from './metadata.ts';
import { cutOtherStories } from './other-stories.ts';
import type { PageRule } from './page-rules.ts';

/** Shorter than this an `articleBody` is a teaser. */
const MIN_BODY_CHARS = 250;
/** A body found by rule or search below this leaves room for doubt. */
const SURE_CHARS = 600;
/** No article is longer; what is, is data. */
const MAX_TEXT = 300_000;

const NOSCRIPT = /<noscript\b/i;
const NOSCRIPT_TAGS = /<(\/?)noscript\b/gi;

/** @throws GiveUp `parse` for a page nested past any browser's limit */
export function extractPage(
  html: string,
  { url, rules, sites = [] }: { url: string | null; rules: PageRule[]; sites?: ReportSite[] },
): ExtractedPage {
  const $ = loadHtml(html);
  const linked = linkedArticle($);
  const rule = rules.find(({ when, body }) => $(when).length > 0 && $(body).length > 0);
  const about = readMetadata($, linked, url, rule);
  const root = $('body')[0] as Element;
  const links = reportLinks($, url, sites);
  cutOtherStories($, root, about.headline);
  cutFurniture($, root, rule?.remove);
  const standfirst = standfirstOf($);
  const found = findText($, root, about.headline, linked?.body ?? null, rule);
  const blocks = withStandfirst(dropTitle(found.blocks, about.title), standfirst);
  let text = textOf(blocks).slice(0, MAX_TEXT);
  let { engine, confidence } = found;
  if (text === '') {
    // Everything was taken for furniture: the page's sentences as they stand are better than nothing.
    const sentences = blocksOf(loadHtml(html)('body')[0] as Element).filter(
      ({ text: own, linkChars }) => own.length >= 40 && linkChars < own.length / 2,
    );
    text = textOf(sentences).slice(0, MAX_TEXT);
    engine = 'last-resort';
    confidence = 0.2;
  }
  if (text === '' && NOSCRIPT.test(html)) {
    // A page drawn by scripts may give those without them the whole article.
    const plain = extractPage(html.replaceAll(NOSCRIPT_TAGS, '<$1div'), { url, rules, sites });
    if (plain.text.length >= MIN_BODY_CHARS) return plain;
  }
  if (text === '' && about.description) {
    text = about.description;
    engine = 'last-resort';
    confidence = 0.2;
  }
  return {
    url,
    title: about.title,
    text,
    byline: about.byline,
    publisher: about.publisher,
    published: about.published,
    modified: about.modified,
    lang: about.lang,
    canonical: about.canonical,
    engine,
    confidence,
    bylineKind: about.bylineKind,
    publishedFrom: about.publishedFrom,
    modifiedFrom: about.modifiedFrom,
    reportLinks: links,
  };
}

interface Found {
  blocks: Block[];
  engine: string;
  confidence: number;
}

function findText(
  $: CheerioAPI,
  root: Element,
  headline: Element | null,
  articleBody: string | null,
  rule: PageRule | undefined,
): Found {
  if (articleBody && articleBody.length >= MIN_BODY_CHARS) {
    const aligned = alignTo(articleBody, keepArticle(blocksOf(root)));
    if (aligned) return { blocks: aligned, engine: 'json-ld', confidence: 0.97 };
  }
  if (rule) {
    const [first] = $(rule.body).toArray() as Element[];
    // Bodies in several parts stand side by side; another `body` elsewhere on the page is another article's.
    const parts = ($(rule.body).toArray() as Element[]).filter((node) => node.parent === first?.parent);
    const blocks = keepArticle(parts.flatMap((node) => blocksOf(node)));
    if (charsOf(blocks) >= 120) return { blocks, engine: `rule:${rule.id}`, confidence: 0.95 };
  }
  const body = findBody(root, headline);
  const blocks = body ? keepArticle([...leadsTo(body, headline), ...fromHeadline(blocksOf(body), headline)]) : [];
  const chars = charsOf(blocks);
  if (chars >= 120) return { blocks, engine: 'heuristic', confidence: chars >= SURE_CHARS ? 0.85 : 0.6 };
  if (articleBody && articleBody.length >= MIN_BODY_CHARS)
    return { blocks: paragraphsOf(articleBody, root), engine: 'json-ld', confidence: 0.8 };
  const all = keepArticle(fromHeadline(blocksOf(root), headline)).filter(
    ({ kind, text }) => kind !== 'heading' || text.length > 20,
  );
  return { blocks: all, engine: 'last-resort', confidence: 0.3 };
}

const charsOf = (blocks: Block[]) => blocks.reduce((sum, { text, linkChars }) => sum + text.length - linkChars, 0);

/** Sentences between the headline and the container of the body: a lead set apart from the rest. */
function leadsTo(body: Element, headline: Element | null): Block[] {
  let around: Element | null = body;
  for (let level = 0; around && headline && level < 6 && !isInside(headline, around); level++)
    around = around.parent && 'attribs' in around.parent ? around.parent : null;
  if (!around || !headline || around === body || !isInside(headline, around)) return [];
  const blocks = fromHeadline(blocksOf(around), headline);
  const end = blocks.findIndex(({ node }) => node === body || isInside(node, body));
  return blocks
    .slice(0, Math.max(end, 0))
    .filter(
      ({ kind, text, linkChars }) => kind === 'paragraph' && linkChars === 0 && /^.{60,600}[.!?]["'”’)]?$/s.test(text),
    );
}

function isInside(node: Element, outer: Element): boolean {
  for (let at: AnyNode | null = node.parent; at; at = at.parent) if (at === outer) return true;
  return false;
}

/** What stands above the headline inside the same container is the page's, not the article's. */
function fromHeadline(blocks: Block[], headline: Element | null): Block[] {
  const at = headline ? blocks.findIndex(({ node }) => node === headline) : -1;
  return at >= 0 ? blocks.slice(at + 1) : blocks;
}

const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/**
 * `articleBody` is the right text without its shape. The blocks of the page that occur in it are the article with its
 * paragraphs; lists and tables between them belong to it even where the publisher left them out of `articleBody`.
 * @returns null where the page shows something else
 */
function alignTo(articleBody: string, blocks: Block[]): Block[] | null {
  const whole = letters(textOfHtml(articleBody));
  const isIn = blocks.map(({ text }) => {
    const own = letters(text);
    return own.length >= 15 ? whole.includes(own) : null;
  });
  const first = isIn.indexOf(true);
  const last = isIn.lastIndexOf(true);
  if (first < 0) return null;
  const kept = blocks
    .slice(first, last + 1)
    .filter((block, i) => isIn[first + i] !== false || block.kind === 'item' || block.kind === 'row');
  // A list that ends the article, right after its last paragraph.
  for (
    let i = last + 1;
    i < blocks.length && (blocks[i]!.kind === 'item' || blocks[i]!.kind === 'row') && blocks[i]!.linkChars === 0;
    i++
  )
    kept.push(blocks[i]!);
  const covered = kept.reduce((sum, { text }) => sum + letters(text).length, 0);
  return covered >= whole.length * 0.8 ? kept : null;
}

function paragraphsOf(articleBody: string, node: Element): Block[] {
  return articleBody
    .replace(/<\/(?:p|div|li|h\d)>|<br ?\/?>/gi, '\n')
    .split(/\n+/)
    .map(textOfHtml)
    .filter((line) => line !== '')
    .map((text) => ({ kind: 'paragraph', text, linkChars: 0, node }));
}

/** The headline repeated at the head of the body is not its first sentence. */
function dropTitle(blocks: Block[], title: string): Block[] {
  const [first] = blocks;
  return first && letters(first.text) === letters(title) ? blocks.slice(1) : blocks;
}

const STANDFIRST =
  '[class*="standfirst" i], [class*="strapline" i], [class*="lead-paragraph" i], [class*="lead-text" i], [class*="article-intro" i], [class*="article__intro" i], [class*="article-summary" i], [itemprop="alternativeHeadline"], h1 + p.intro, h1 + p.lead, h1 + p.summary';

/** The sentence between headline and body often carries the grade, and stands outside the body's container. */
function standfirstOf($: CheerioAPI): Block | null {
  const node = ($(STANDFIRST).toArray() as Element[])[0];
  const [block, ...more] = node ? blocksOf(node) : [];
  return block && more.length === 0 && block.linkChars === 0 && block.text.length >= 20 && block.text.length <= 500
    ? block
    : null;
}

function withStandfirst(blocks: Block[], standfirst: Block | null): Block[] {
  if (!standfirst || blocks.length === 0) return blocks;
  const own = letters(standfirst.text);
  return blocks.slice(0, 3).some(({ text }) => letters(text).includes(own)) ? blocks : [standfirst, ...blocks];
}

function reportLinks($: CheerioAPI, url: string | null, sites: ReportSite[]): string[] {
  const found = $('a[href]')
    .toArray()
    .slice(0, 3_000)
    .map(({ attribs }) => absolute(attribs.href ?? '', url))
    .filter((href) => href !== null && reportSite(href, sites) !== null);
  return [...new Set(found as string[])].slice(0, 20);
}
