/** A letter as a Teams message. Teams obeys Markdown. The title, the verdict, the quote, the links; details stay on the event's page. */
import { inMarks } from '../quotation.ts';
import { type Block, cellsOf, type Letter, type Linked } from './letter.ts';
import { markdown, markdownLink, oneLine, shorten } from './safe.ts';

const TEAMS_OCTETS = 24_000; // a card may weigh 28 KB
const MOST_LINES = 20;

const teamsLink = ({ text, url, note }: Linked): string =>
  `${markdownLink(shorten(text, 200), url ?? null)}${note ? ` (${markdown(note)})` : ''}`;

function teamsItems(block: Block): object[] {
  const text = (said: string, more: object = {}) => ({ type: 'TextBlock', text: said, wrap: true, ...more });
  switch (block.kind) {
    case 'banner':
      return [text(markdown(block.text), { weight: 'Bolder', color: 'Attention' })];
    case 'section':
      return [text(markdown(block.title), { weight: 'Bolder', spacing: 'Large' })];
    case 'paragraph':
      return [text(markdown(block.text))];
    case 'verdict':
      return [text(`${markdown(block.label)}: **${markdown(block.text)}**`, { size: 'Large' })];
    case 'quote':
      return [
        text(`${markdown(inMarks(oneLine(block.text)))}${block.source ? ` – ${markdown(block.source)}` : ''}`, {
          isSubtle: true,
        }),
      ];
    case 'facts':
      return [
        {
          type: 'FactSet',
          facts: block.rows.map(({ label, value }) => ({ title: markdown(label), value: markdown(value) })),
        },
      ];
    case 'items':
      return block.items
        .slice(0, MOST_LINES)
        .flatMap(({ details = [], ...item }) => [
          text(teamsLink(item), details.length > 0 ? { spacing: 'Medium' } : {}),
          ...details.map((detail) => text(teamsLink(detail), { isSubtle: true, spacing: 'None' })),
        ]);
    case 'table':
      return block.rows.slice(0, MOST_LINES).map((row) => text(cellsOf(row).map(teamsLink).join(' – ')));
    case 'action':
      return [text(markdownLink(block.label, block.url))];
  }
}

/** As many items from the start as fit. */
function within(items: object[], octets: number): object[] {
  let left = octets;
  const end = items.findIndex((item) => {
    left -= Buffer.byteLength(JSON.stringify(item));
    return left < 0;
  });
  return end === -1 ? items : items.slice(0, end);
}

/** The body of a call to a Teams webhook: a message with one adaptive card. */
export function teamsBody(letter: Letter): string {
  const heading = { type: 'TextBlock', text: markdown(letter.title), wrap: true, size: 'Medium', weight: 'Bolder' };
  const foot = letter.footer.map((item) => ({
    type: 'TextBlock',
    text: teamsLink(item),
    wrap: true,
    size: 'Small',
    isSubtle: true,
  }));
  const content = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    body: [heading, ...within(letter.blocks.flatMap(teamsItems), TEAMS_OCTETS), ...foot],
  };
  return JSON.stringify({
    type: 'message',
    summary: oneLine(letter.subject),
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content }],
  });
}
