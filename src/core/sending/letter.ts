/**
 * A message as a list of blocks, and its plain text and Markdown. Alerts, summaries, confirmations and digests are all
 * letters, so wording is laid out, wrapped and escaped in one place per medium. HTML stands in `letter-html.tsx`.
 */
import { inMarks } from '../quotation.ts';
import { markdown, markdownLink, oneLine, safeUrl } from './safe.ts';

/** Text with, where there is one, the address it leads to. */
export interface Linked {
  text: string;
  url?: string | null;
  /** Said after it, less loudly. */
  note?: string | null;
}

/** An entry of a list. */
export interface Item extends Linked {
  /** Said below it, a line each. */
  details?: readonly Linked[];
}

export type Block =
  | { kind: 'banner'; text: string }
  | { kind: 'section'; title: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'verdict'; label: string; text: string }
  | { kind: 'facts'; rows: readonly { label: string; value: string }[] }
  | { kind: 'quote'; text: string; source: string | null }
  | { kind: 'items'; items: readonly Item[] }
  | { kind: 'table'; columns: readonly string[]; rows: readonly (readonly (string | Linked)[])[] }
  | { kind: 'action'; label: string; url: string };

export interface Letter {
  subject: string;
  title: string;
  blocks: readonly Block[];
  /** Why it came, and how to end it. */
  footer: readonly Linked[];
}

const textOf = (cell: string | Linked): Linked => (typeof cell === 'string' ? { text: cell } : cell);
/** What a row of a table says; chats show no empty cells. */
export const cellsOf = (row: readonly (string | Linked)[]): Linked[] =>
  row.map(textOf).filter(({ text }) => text !== '');
const linkedText = ({ text, url, note }: Linked): string => {
  const address = safeUrl(url);
  const said = oneLine(note ? `${text} (${note})` : text);
  return address === null ? said : `${said}\n  ${address}`;
};

const itemText = ({ details = [], ...item }: Item): string =>
  [`- ${linkedText(item)}`, ...details.map((detail) => `  ${linkedText(detail)}`)].join('\n');

function blockText(block: Block): string {
  switch (block.kind) {
    case 'banner':
      return `*** ${oneLine(block.text)} ***`;
    case 'section':
      return `${oneLine(block.title)}\n${'-'.repeat(Math.min(60, oneLine(block.title).length))}`;
    case 'paragraph':
      return oneLine(block.text);
    case 'verdict':
      return `${oneLine(block.label)}: ${oneLine(block.text).toUpperCase()}`;
    case 'facts':
      return block.rows.map(({ label, value }) => `${oneLine(label)}: ${oneLine(value)}`).join('\n');
    case 'quote':
      return `${inMarks(oneLine(block.text))}${block.source ? `\n  ${oneLine(block.source)}` : ''}`;
    case 'items':
      return block.items.map(itemText).join(block.items.some(({ details }) => details) ? '\n\n' : '\n');
    case 'table':
      return block.rows
        .map((row) => {
          const [first, ...rest] = row.map(textOf);
          const details = rest.flatMap((cell, index) =>
            cell.text === ''
              ? []
              : [`  ${oneLine(block.columns[index + 1] ?? '')}: ${linkedText(cell).replace('\n', '\n  ')}`],
          );
          return [`- ${first ? linkedText(first) : ''}`, ...details].join('\n');
        })
        .join('\n');
    case 'action':
      return `${oneLine(block.label)}:\n${safeUrl(block.url) ?? ''}`;
  }
}

/** The letter as plain text, one blank line between blocks, lines not wrapped. */
export function letterText(letter: Letter): string {
  const title = oneLine(letter.title);
  const body = letter.blocks.map(blockText).filter((text) => text !== '');
  const footer = letter.footer.map(linkedText).join('\n');
  return `${[title, ...body, ...(footer === '' ? [] : [`--\n${footer}`])].join('\n\n')}\n`;
}

const linkedMarkdown = ({ text, url, note }: Linked): string =>
  `${markdownLink(text, url ?? null)}${note ? ` (${markdown(note)})` : ''}`;

function blockMarkdown(block: Block): string {
  switch (block.kind) {
    case 'banner':
      return `> **${markdown(block.text)}**`;
    case 'section':
      return `## ${markdown(block.title)}`;
    case 'paragraph':
      return markdown(block.text);
    case 'verdict':
      return `**${markdown(block.label)}: ${markdown(block.text)}**`;
    case 'facts':
      return block.rows.map(({ label, value }) => `- ${markdown(label)}: ${markdown(value)}`).join('\n');
    case 'quote':
      return `> ${markdown(block.text)}${block.source ? `\n>\n> ${markdown(block.source)}` : ''}`;
    case 'items':
      return block.items
        .flatMap(({ details = [], ...item }) => [
          `- ${linkedMarkdown(item)}`,
          ...details.map((detail) => `  - ${linkedMarkdown(detail)}`),
        ])
        .join('\n');
    case 'table': {
      const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
      return [
        line(block.columns.map(markdown)),
        line(block.columns.map(() => '---')),
        ...block.rows.map((row) => line(row.map((cell) => linkedMarkdown(textOf(cell))))),
      ].join('\n');
    }
    case 'action':
      return markdownLink(block.label, block.url);
  }
}

/** The letter as Markdown (GitHub tables). Everything from outside is escaped: nothing in it is obeyed. */
export function letterMarkdown(letter: Letter): string {
  const body = letter.blocks.map(blockMarkdown).filter((text) => text !== '');
  const footer = letter.footer.map((item) => `- ${linkedMarkdown(item)}`).join('\n');
  return `${[`# ${markdown(letter.title)}`, ...body, ...(footer === '' ? [] : ['---', footer])].join('\n\n')}\n`;
}
