/**
 * A tree of HTML as the lines a reader sees: paragraphs, list lines ("• area – grade"), table rows ("area – grade").
 * Evidence offsets and the reading of grade lists rest on these shapes.
 */
import type { AnyNode, Element } from 'domhandler';
import { repairC1 } from '../decode.ts';

export interface Block {
  kind: 'paragraph' | 'heading' | 'item' | 'row' | 'quote';
  text: string;
  /** Characters of the text that stand inside links. */
  linkChars: number;
  /** Element the block came from. */
  node: Element;
}

export const BLOCK_TAGS = new Set([
  'address',
  'article',
  'aside',
  'blockquote',
  'body',
  'center',
  'dd',
  'details',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figcaption',
  'figure',
  'footer',
  'form',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hr',
  'html',
  'li',
  'main',
  'nav',
  'ol',
  'p',
  'pre',
  'section',
  'summary',
  'table',
  'tbody',
  'td',
  'tfoot',
  'th',
  'thead',
  'tr',
  'ul',
]); // prettier-ignore
export const SILENT_TAGS = new Set([
  'script',
  'title',
  'style',
  'noscript',
  'template',
  'iframe',
  'object',
  'embed',
  'svg',
  'canvas',
  'video',
  'audio',
  'select',
  'textarea',
  'input',
  'button',
  'head',
  'map',
  'dialog',
]); // prettier-ignore
const HEADINGS = /^h[1-6]$/;

/** @returns the blocks below `root` in reading order, without those `skip` refuses */
export function blocksOf(root: Element, skip: (node: Element) => boolean = () => false): Block[] {
  const blocks: Block[] = [];
  let line: string[] = [];
  let linkChars = 0;

  const flush = (kind: Block['kind'], node: Element) => {
    const text = tidy(line.join(''));
    if (text !== '')
      blocks.push({
        kind,
        text: kind === 'item' ? `• ${text}` : text,
        linkChars: Math.min(linkChars, text.length),
        node,
      });
    line = [];
    linkChars = 0;
  };

  const walk = (node: AnyNode, kind: Block['kind'], holder: Element, inLink: boolean) => {
    if (node.type === 'text') {
      const text = node.data.replace(/\s+/g, ' ');
      line.push(text);
      if (inLink) linkChars += text.trim().length;
      return;
    }
    if (!('attribs' in node)) return;
    const { name } = node;
    if (SILENT_TAGS.has(name) || (node !== root && skip(node))) return;
    if (name === 'br') {
      // Two breaks in a row are a paragraph in the writing of many content systems.
      if (line.at(-1) === '\n') {
        line.pop();
        flush(kind, holder);
      } else if (line.some((part) => part.trim() !== '')) line.push('\n');
      return;
    }
    if (name === 'tr') {
      flush(kind, holder);
      row(node);
      return;
    }
    if (name === 'dl') {
      flush(kind, holder);
      definitions(node);
      return;
    }
    if (!BLOCK_TAGS.has(name)) {
      for (const child of node.children) walk(child, kind, holder, inLink || name === 'a');
      return;
    }
    flush(kind, holder);
    const inner =
      name === 'li'
        ? 'item'
        : HEADINGS.test(name)
          ? 'heading'
          : name === 'blockquote'
            ? 'quote'
            : kind === 'item' && name === 'div'
              ? 'item'
              : kind === 'item' && name === 'p'
                ? 'item'
                : kind === 'quote'
                  ? 'quote'
                  : 'paragraph';
    for (const child of node.children) walk(child, inner, node, inLink);
    flush(inner, node);
  };

  /** Cells on one line: what a table of areas and grades says, it says row by row. */
  const row = (tr: Element) => {
    const cells: string[] = [];
    let links = 0;
    let nested = false;
    for (const cell of tr.children) {
      if (!('attribs' in cell) || (cell.name !== 'td' && cell.name !== 'th') || skip(cell)) continue;
      const inner = blocksOf(cell, skip);
      if (inner.length > 3 || inner.some(({ kind }) => kind === 'row')) nested = true;
      cells.push(inner.map(({ text }) => text).join(' '));
      links += inner.reduce((sum, block) => sum + block.linkChars, 0);
    }
    const filled = cells.filter((text) => text !== '');
    // A table that only lays out the page: its cells are containers, not values.
    if (nested || filled.length === 1) {
      for (const cell of tr.children) if ('attribs' in cell && !skip(cell)) blocks.push(...blocksOf(cell, skip));
      return;
    }
    if (filled.length) blocks.push({ kind: 'row', text: filled.join(' – '), linkChars: links, node: tr });
  };

  const definitions = (dl: Element) => {
    let term: string | null = null;
    let links = 0;
    const children = dl.children.flatMap((child) =>
      'attribs' in child && child.name === 'div' ? child.children : [child],
    );
    for (const child of children) {
      if (!('attribs' in child) || skip(child)) continue;
      const inner = blocksOf(child, skip);
      const text = inner.map((block) => block.text).join(' ');
      links += inner.reduce((sum, block) => sum + block.linkChars, 0);
      if (child.name === 'dt') term = text;
      else if (text !== '') {
        blocks.push({ kind: 'row', text: term ? `${term} – ${text}` : text, linkChars: links, node: child });
        links = 0;
      }
    }
  };

  walk(root, 'paragraph', root, false);
  flush('paragraph', root);
  return blocks;
}

const tidy = (text: string) =>
  repairC1(text)
    .replace(/[\u00ad\u200b\u200c\u2060\ufeff]/g, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();

/** @returns the text of an article: paragraphs apart by blank lines, the lines of one list or table directly below each other */
export function textOf(blocks: Block[]): string {
  const listed = (block: Block | undefined) => block?.kind === 'item' || block?.kind === 'row';
  return blocks
    .map((block, i) => (i === 0 ? '' : listed(block) && listed(blocks[i - 1]) ? '\n' : '\n\n') + block.text)
    .join('');
}
