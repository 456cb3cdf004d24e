/**
 * A letter as a Slack message, of rich text: what it says stands in fields of its own, so that no `*`, `_` or `<…>` in it is
 * obeyed. The title, the verdict, the quote, the links; details stay on the event's page.
 * Source: docs.slack.dev/reference/block-kit/blocks/rich-text-block
 */
import { type Block, cellsOf, type Letter, type Linked } from './letter.ts';
import { oneLine, safeUrl, shorten, slack } from './safe.ts';

const MOST_BLOCKS = 45; // of 50
const MOST_CHARS = 2_900; // in a block, addresses not counted
const MOST_LINES = 20;

type Run = { type: 'text'; text: string; style?: { bold: true } } | { type: 'link'; url: string; text: string };
type Line = readonly Run[];
type Part = { type: 'rich_text_section' | 'rich_text_quote'; lines: readonly Line[] };

const text = (said: string): Run => ({ type: 'text', text: oneLine(said) });
const bold = (said: string): Run => ({ type: 'text', text: oneLine(said), style: { bold: true } });
const plainRun = (said: string): Run => ({ type: 'text', text: said });

function linked({ text: said, url, note }: Linked): Line {
  const address = safeUrl(url);
  const words = oneLine(shorten(said, 200));
  const run: Run = address === null || words === '' ? text(words) : { type: 'link', url: address, text: words };
  return note ? [run, plainRun(` (${oneLine(note)})`)] : [run];
}

const bullet = (line: Line): Line => [plainRun('• '), ...line];
const section = (...lines: Line[]): Part => ({ type: 'rich_text_section', lines });

/** The blocks that one of a letter becomes: an entry with lines of its own is one, as a block is cut where it is too long. */
function partsOf(block: Block): Part[][] {
  switch (block.kind) {
    case 'banner':
      return [[section([bold(block.text)])]];
    case 'section':
      return [[section([bold(block.title)])]];
    case 'paragraph':
      return [[section([text(block.text)])]];
    case 'verdict':
      return [[section([plainRun(`${oneLine(block.label)}: `), bold(block.text)])]];
    case 'quote':
      return [
        [
          { type: 'rich_text_quote', lines: [[text(block.text)]] },
          ...(block.source ? [section([text(block.source)])] : []),
        ],
      ];
    case 'facts':
      return [[section(...block.rows.map(({ label, value }) => [text(`${label}: ${value}`)]))]];
    case 'items': {
      const entries = block.items
        .slice(0, MOST_LINES)
        .map(({ details = [], ...item }): Line[] => [bullet(linked(item)), ...details.map(linked)]);
      return block.items.some(({ details }) => details)
        ? entries.map((lines) => [section(...lines)])
        : [[section(...entries.flat())]];
    }
    case 'table':
      return [
        [
          section(
            ...block.rows
              .slice(0, MOST_LINES)
              .map((row) =>
                bullet(
                  cellsOf(row).flatMap((cell, index) => [...(index > 0 ? [plainRun(' – ')] : []), ...linked(cell)]),
                ),
              ),
          ),
        ],
      ];
    case 'action':
      return [[section(linked({ text: block.label, url: block.url }))]];
  }
}

/** Whole lines only, as many as fit. */
function within(lines: readonly Line[]): Line[] {
  let left = MOST_CHARS;
  const end = lines.findIndex((line) => {
    left -= line.reduce((sum, run) => sum + run.text.length, 1);
    return left < 0;
  });
  return end === -1 ? [...lines] : [...lines.slice(0, end), [plainRun('…')]];
}

/** One block. Slack takes none that is empty. */
function richText(parts: readonly Part[]): object[] {
  const elements = parts.flatMap(({ type, lines }) => {
    const kept = within(lines.map((line) => line.filter((run) => run.text !== '')).filter((line) => line.length > 0));
    const runs = kept.flatMap((line, index) => (index > 0 ? [plainRun('\n'), ...line] : line));
    return runs.length > 0 ? [{ type, elements: runs }] : [];
  });
  return elements.length > 0 ? [{ type: 'rich_text', elements }] : [];
}

/** The body of a call to a Slack incoming webhook. */
export function slackBody(letter: Letter): string {
  const blocks = [
    { type: 'header', text: { type: 'plain_text', text: shorten(oneLine(letter.title), 150), emoji: false } },
    ...letter.blocks.flatMap(partsOf).flatMap(richText).slice(0, MOST_BLOCKS),
    ...richText([section(...letter.footer.map(linked))]),
  ];
  // The line of a notification is read as marked up unless it is said not to be.
  return JSON.stringify({
    ...{ text: slack(letter.subject), mrkdwn: false, unfurl_links: false, unfurl_media: false },
    blocks,
  });
}
