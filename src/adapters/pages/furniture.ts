/** What stands on a page but is not the article: cut before the body is looked for, and again inside it. */
import type { CheerioAPI } from 'cheerio/slim';
import type { AnyNode, Element } from 'domhandler';
import { within } from '../html.ts';
import { type Block, SILENT_TAGS } from './blocks.ts';

/** Class and id words of furniture. Whole words or parts between hyphens, so that "shared-lives" or "advertiser" stay. */
const NAMES =
  /(?:^|[-_\s])(?:ad|ads|adverts?|advert(?:isement|ising)|adslot|ad-?(?:slot|unit|wrapper|container|break)|mpu|sponsor(?:ed)?|promo(?:s|tion|box)?|taboola|outbrain|related|more-?on|read-?(?:more|next)|recirc(?:ulation)?|recommend(?:ed|ations?)?|also-?(?:read|like)|most-?(?:read|popular|viewed|commented)|popular|trending|latest-?(?:news|posts|stories)?|newsletter|sign-?up|subscribe|subscription|paywall|comments?|comment-?(?:list|form|thread|respond)|disqus|livefyre|viafoura|share|sharing|share-?(?:bar|tools|links|buttons)|social(?!-(?:care|work|services|housing|value))|cookie|cookies|consent|gdpr|onetrust|breadcrumbs?|pagination|pager|sidebar|side-?bar|rail|author-?(?:bio|box|info|card|profile)|about-?(?:the-?)?author|bio|profile-?card|tags|tag-?list|topics|footer|site-?header|masthead|menu|navbar|nav|navigation|skip-?link|banner|toolbar|popup|modal|overlay|lightbox|widget|feedback|page-?feedback|was-?this|rate-?(?:this|page)|print-?only|sr-only|screen-?reader(?:-text)?|visually-?hidden|visuallyhidden|donate|donation|jobs-?(?:box|widget)|vacanc(?:y|ies)|event-?list|weather|poll|quiz|gallery|carousel|slider|video-?(?:player|embed|wrapper)|embed|caption|wp-caption-text|credit|photo-?credit|image-?(?:caption|credit)|byline|dateline|meta|post-?meta|entry-?meta|entry-?footer|article-?(?:meta|footer|tags|share|comments|related)|timestamp|published|social-?embed|follow-?us|contact-?us|call-?to-?action|cta|teaser-?list|teasers|card-?(?:list|grid|deck)|cards)(?:$|[-_\s])/i;
/** Names nobody gives to an article. */
const ALWAYS =
  /(?:^|[-_\s])(?:comments?-?(?:list|area|section|container|thread|wrapper)?|disqus\w*|livefyre|viafoura|taboola|outbrain|cookie\w*|related-?(?:articles|posts|stories|content|news)|recommended|newsletter)(?:$|[-_\s])/i;
/** Names that mean the article: an element so named is kept whatever else it is called. */
const BODY_NAMES =
  /(?:^|[-_\s])(?:article-?(?:body|text|content|copy)|articlebody|story-?(?:body|text|content)|entry-?content|post-?(?:content|body)|body-?(?:text|copy|content)|main-?content|page-?content|rich-?text|wysiwyg|editor|text-formatted)(?:$|[-_\s])/i;
const ROLES = /^(?:navigation|banner|contentinfo|complementary|search|dialog|alertdialog|menu|menubar|toolbar|form)$/;
const TAGS = new Set([
  ...['nav', 'footer', 'aside', 'form', 'figcaption', 'menu'],
  ...['amp-ad', 'amp-consent', 'amp-embed', 'amp-list', 'amp-sidebar', 'amp-sticky-ad', 'amp-user-notification'],
]);

/** A line that by itself is furniture. Anchored at both ends or short by rule, so that prose survives. */
const LINES: RegExp[] = [
  /^(?:advertisement|advertisements|advert|ad|hide ad|sponsored(?: content)?|promoted(?: stories| content)?|promotion|article continues (?:below|after).*|story continues (?:below|after).*|scroll (?:down )?to continue.*|ad feature)$/i,
  /^(?:share|share this|share (?:this )?(?:article|story|page|post|on|via).{0,60}|tweet|email|print(?: this page)?|copy link|link copied|facebook|twitter|x|linkedin|whatsapp|messenger|reddit|pinterest|follow (?:us|@).{0,80}|like us on facebook.{0,60})$/i,
  /^(?:comments?|\d+ comments?|comments? \(?\d*\)?|view comments|add a comment|leave a (?:comment|reply)|have your say|log in to comment|report (?:this )?comment|join the conversation|comments are closed.{0,60}|reply|like)\.?$/i,
  /^(?:sign up|signup|subscribe|subscribe now|register|log ?in|sign in|register for free.{0,80}|already (?:a (?:subscriber|member|customer)|have an account|registered|subscribed).{0,60}|get the latest.{0,120}|sign up (?:to|for) .{0,200}|subscribe to .{0,160}|enter your (?:email|e-mail).{0,80}|join our .{0,100}(?:newsletter|whatsapp|community).{0,60}|(?:you can )?unsubscribe at any time.{0,60}|by (?:signing|subscribing|submitting).{0,200}|don.t miss (?:out|a).{0,100}|want more (?:news|stories).{0,120}|download (?:our|the) .{0,40}app.{0,80})$/i,
  /^(?:back to (?:top|news|all news|listing)|return to (?:top|home|news|listing|list|search|results|previous page)|previous(?: article| story| page)?|next(?: article| story| page)?|skip to .{0,30}|home|menu|search|close|show more|load more|view all|see all.{0,40}|all news|latest news|read time:? .{0,20}|\d+ min(?:ute)?s? read|tags?(?:: ?.{0,100})?|topics?(?:: ?.{0,60})?|filed under:?.{0,100}|categor(?:y|ies)(?:: ?.{0,100})?|posted in:?.{0,80})$/i,
  /^(?:was this (?:page|article|information) (?:helpful|useful).{0,80}|is there anything wrong with this page.{0,40}|rate this page.{0,40}|page feedback|give feedback.{0,60}|report a problem with this page|accept (?:all )?cookies|manage (?:cookies|preferences)|we use cookies.{0,300}|this (?:site|website) uses cookies.{0,300}|cookie (?:settings|preferences|policy))$/i,
  /^\(?(?:(?:main |cover |top )?(?:image|picture|photo|photograph|pic|photo credit|image credit|image source|picture credit)s?)\s*(?::|credit|courtesy|by\b|©|\/|–|—|-).{0,120}$|^(?:getty(?: images?)?|pa media|shutterstock|istock|adobe stock|supplied)$/i,
  /^(?:(?:read|see|watch|listen|click|find) (?:more|also|next|here)\b.{0,160}|read (?:the )?(?:full )?(?:article|story).{0,60}|related: .{0,160}|related (?:article|story|stories|reading|content|links?)s?:? .{0,160}|more from .{0,60}|also read:? .{0,160}|you (?:may|might) (?:also )?like.{0,60})$/i,
  /^(?:(?:first )?(?:published|posted|updated|last (?:updated|modified|reviewed)|date(?: published)?|created|added|release date)(?: on| at)?\s*[:–-]?\s*)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:the )?(?:\d{1,2}(?:st|nd|rd|th)?(?: of)? [A-Za-z]{3,9},? \d{4}|[A-Za-z]{3,9} \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d{2}-\d{2})(?:,? (?:at )?\d{1,2}[:.]\d{2} ?(?:[ap]\.?m\.?)?)?$/i,
  /^©.{0,200}$|^copyright (?:©|\d{4}|\(c\)).{0,200}$|^all rights reserved.{0,60}$|^this material may not be published, broadcast.{0,160}$/i,
  /^[A-Z][\w'’.-]{1,20}(?: [A-Z][\w'’.-]{1,20}){1,3} is (?:a|an|the) .{0,80}\b(?:reporter|correspondent|journalist|columnist|contributor|freelance writer)\b.{0,200}$/,
  /^(?:questions\? comments\?.{0,100}|follow [A-Z][\w'’ -]{2,40} on (?:twitter|x|facebook|bluesky|linkedin)\b.{0,60}|(?:you can )?follow (?:him|her|them|us) on .{0,100}|ask [A-Z][\w'’-]{1,20} a question.{0,10})$/i,
];
/** Headings after which a run of short lines is other stories' headlines, some of them with grades in them. */
const OTHER_STORIES =
  /^(?:more on this (?:topic|story|subject)|more (?:stories|news|like this|from .{1,40}|headlines|articles)|related(?: (?:articles?|stories|content|news|topics|links|posts|pages|items|documents))?|(?:you )?(?:may|might) also (?:like|be interested in)|also (?:in the news|of interest|read|on .{1,30})|read (?:next|more|also)|most (?:read|popular|viewed|recent|commented)|trending(?: now)?|popular(?: (?:stories|articles|now))?|recommended(?: for you| reading| stories)?|top stories|latest (?:news|stories|headlines|articles|posts|jobs)|other (?:news|stories|articles)|in other news|what to read next|elsewhere|editor.?s picks?|don.?t miss|featured(?: jobs| stories)?|recent (?:posts|news|articles|stories)|similar (?:articles|stories|news)|see also|sponsored links|promoted stories|from around the web|news archive|explore more(?: on .{1,60})?|find out more|share this .{1,20}|about the author|notes? to editors?:? ?none)\s*:?$/i;

/**
 * Takes the furniture out of the tree: first what is certain, then, measured against what remains, what is only named
 * like furniture. Nothing that holds most of the page's prose is taken on its name.
 */
export function cutFurniture($: CheerioAPI, root: Element, extra: string[] = []): void {
  for (const selector of extra) $(selector).remove();
  cut($, root, certain);
  cut($, root, named);
}

/** What an element is called that makes it go, or null. `share` is its own prose and that of the page. */
type Judge = ($: CheerioAPI, node: Element, inArticle: boolean, share: () => Share) => string | null;
interface Share {
  prose: number;
  total: number;
}

/** An article built of many "widgets" is still the article: what goes under one name may not be the bulk of the page. */
const MOST_UNDER_ONE_NAME = 0.4;

function cut($: CheerioAPI, root: Element, goes: Judge): void {
  const total = proseChars(root);
  const doomed = new Map<string, Element[]>();
  const walk = (node: Element, inArticle: boolean) => {
    for (const child of node.children) {
      if (!('attribs' in child)) continue;
      const name = goes($, child, inArticle, () => ({ prose: proseChars(child), total }));
      if (name === null) walk(child, inArticle || child.name === 'article' || child.name === 'main');
      else if (doomed.has(name)) doomed.get(name)?.push(child);
      else doomed.set(name, [child]);
    }
  };
  walk(root, false);
  for (const [name, nodes] of doomed) {
    const prose = nodes.reduce((sum, node) => sum + proseChars(node), 0);
    if (name === CERTAIN || prose < total * MOST_UNDER_ONE_NAME) for (const node of nodes) $(node).remove();
  }
}

const CERTAIN = 'certain';

const certain: Judge = ($, node, inArticle, share) => (isCertain($, node, inArticle, share) ? CERTAIN : null);

function isCertain($: CheerioAPI, node: Element, inArticle: boolean, share: () => Share): boolean {
  const { name, attribs } = node;
  if (SILENT_TAGS.has(name)) return true;
  if (isFrame(name)) return false;
  const below = (part: number) => {
    const { prose, total } = share();
    return prose === 0 || prose < total * part;
  };
  if (TAGS.has(name) || (name === 'header' && !inArticle)) return within($, [node], 'h1').length === 0 && below(0.7);
  const isHidden =
    attribs.hidden !== undefined ||
    attribs['aria-hidden'] === 'true' ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attribs.style ?? '');
  if (isHidden || ROLES.test(attribs.role ?? '')) return below(0.4);
  // Readers' comments may outweigh a short article.
  if (!ALWAYS.test(namesOf(node)) && !isThread(node)) return false;
  const { prose, total } = share();
  return total - prose >= 150 && within($, [node], 'h1').length === 0;
}

const named: Judge = ($, node, _inArticle, share) => {
  if (isFrame(node.name)) return null;
  const names = namesOf(node);
  if (names === '' || BODY_NAMES.test(names) || /articlebody/i.test(node.attribs.itemprop ?? '')) return null;
  const name = NAMES.exec(names)?.[0];
  if (name === undefined || within($, [node], 'h1').length > 0) return null;
  const { prose, total } = share();
  return prose === 0 || prose < total * MOST_UNDER_ONE_NAME ? name.trim() : null;
};

const isFrame = (name: string) =>
  name === 'html' || name === 'body' || name === 'main' || name === 'article' || /^h[1-6]$/.test(name);

/** Class and id as words apart: `relatedStories`, `related__stories` and `related-stories` are one name. */
const namesOf = ({ attribs }: Element) =>
  `${attribs.class ?? ''} ${attribs.id ?? ''}`
    .slice(0, 400)
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .replace(/__|--/g, '-')
    .trim();

/** Characters of sentences outside links: what an article is made of. */
function proseChars(node: AnyNode, inLink = false): number {
  if (node.type === 'text') {
    const text = node.data.trim();
    return !inLink && text.length > 40 ? text.length : 0;
  }
  if (!('children' in node) || ('attribs' in node && SILENT_TAGS.has(node.name))) return 0;
  const link = inLink || ('attribs' in node && node.name === 'a');
  let sum = 0;
  for (const child of node.children) sum += proseChars(child, link);
  return sum;
}

const REPLY =
  /^(?:reply|report|like|likes|dislike|flag|upvote|downvote|quote|\d+ (?:likes?|replies)|permalink|share|report (?:this )?comment)$/i;

/**
 * Repeated neighbours of one make, each with words of its own and a "Reply" or "Report": readers' comments under any
 * name. Two share bars around an article are alike too, but the words there are the article's.
 */
function isThread(node: Element): boolean {
  const posts = new Map<string, Element[]>();
  for (const child of node.children) {
    if (!('attribs' in child) || child.name === 'p' || child.name === 'br') continue;
    const make = `${child.name}.${child.attribs.class ?? ''}`;
    if (leaves(child).some((text) => REPLY.test(text))) posts.set(make, [...(posts.get(make) ?? []), child]);
  }
  return [...posts.values()].some(
    (alike) =>
      alike.length >= 2 &&
      alike.reduce((sum, post) => sum + proseChars(post), 0) >= proseChars(node) * MOST_UNDER_ONE_NAME,
  );
}

function leaves(node: Element): string[] {
  const found: string[] = [];
  const walk = (at: AnyNode, depth: number) => {
    if (found.length > 200 || depth > 12) return;
    if (at.type === 'text') {
      const text = at.data.trim();
      if (text !== '' && text.length < 30) found.push(text);
    } else if ('children' in at) for (const child of at.children) walk(child, depth + 1);
  };
  walk(node, 0);
  return found;
}

const linkShare = (block: Block) => block.linkChars / Math.max(block.text.length, 1);
const isSentence = (text: string) => text.length > 90 && /[.!?]["'”’)]?\s*$|[.!?]["'”’)]?\s+["'“‘(]?[A-Z]/.test(text);

/** @returns the blocks of the article among those of its container */
export function keepArticle(blocks: Block[]): Block[] {
  const kept: Block[] = [];
  let inOtherStories = false;
  for (const [i, block] of blocks.entries()) {
    const bare = block.text.replace(/^• /, '');
    if (OTHER_STORIES.test(bare) && (block.kind === 'heading' || bare.length < 45)) {
      inOtherStories = true;
      continue;
    }
    if (inOtherStories) {
      if (!(isSentence(bare) && linkShare(block) < 0.5) || block.kind === 'item') continue;
      inOtherStories = false;
    }
    if (bare.length < 320 && LINES.some((line) => line.test(bare.replace(/\s*:$/, '')))) continue;
    if (linkShare(block) > 0.7 && !(bare.length < 120 && block.kind === 'heading') && !mostlyProse(blocks, i)) continue;
    kept.push(block);
  }
  return withoutDanglingHeadings(kept);
}

/** A paragraph that is one long link still belongs where its neighbours are prose and it reads as a sentence. */
function mostlyProse(blocks: Block[], i: number): boolean {
  const block = blocks[i]!;
  return (
    block.kind === 'paragraph' &&
    isSentence(block.text) &&
    [blocks[i - 1], blocks[i + 1]].every((near) => near === undefined || linkShare(near) < 0.3)
  );
}

function withoutDanglingHeadings(blocks: Block[]): Block[] {
  const kept = [...blocks];
  while (kept.at(-1)?.kind === 'heading') kept.pop();
  return kept.filter(
    (block, i) =>
      block.kind !== 'heading' || kept[i + 1]?.kind !== 'heading' || block.node.name < kept[i + 1]!.node.name,
  );
}
