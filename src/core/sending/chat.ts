/**
 * A letter as a Slack or Teams message. Slack obeys `<…>` and nothing else once its three characters are escaped; Teams
 * obeys Markdown. Both get short forms: the title, the verdict, the quote, the links; details stay on the event's page.
 */
import { inMarks } from '../quotation.ts';
import type { Block, Letter, Linked } from './letter.ts';
import { markdown, markdownLink, oneLine, safeUrl, shorten, slack } from './safe.ts';

const SLACK_BLOCKS = 45; // of 50
const SLACK_CHARS = 2_900; // of 3,000 in a section
const TEAMS_OCTETS = 24_000; // a card may weigh 28 KB
const MOST_LINES = 20;

const slackLink = ({ text, url, note }: Linked): string => {
  const address = safeUrl(url);
  const said = slack(shorten(text, 200));
  const linked = address === null ? said : `<${address.replaceAll('|', '%7C').replaceAll('>', '%3E')}|${said}>`;
  return note ? `${linked} (${slack(note)})` : linked;
};

const cells = (row: readonly (string | Linked)[]): Linked[] =>
  row.map((cell) => (typeof cell === 'string' ? { text: cell } : cell)).filter(({ text }) => text !== '');

/** An entry with lines of its own is a section of its own: a section is cut where it is too long. */
function slackTexts(block: Block): string[] {
  if (block.kind !== 'items' || !block.items.some(({ details }) => details)) return [slackText(block)];
  return block.items
    .slice(0, MOST_LINES)
    .map(({ details = [], ...item }) => [`• ${slackLink(item)}`, ...details.map(slackLink)].join('\n'));
}

function slackText(block: Block): string {
  switch (block.kind) {
    case 'banner':
    case 'section':
      return `*${slack(block.kind === 'banner' ? block.text : block.title)}*`;
    case 'paragraph':
      return slack(block.text);
    case 'verdict':
      return `${slack(block.label)}: *${slack(block.text)}*`;
    case 'quote':
      return `> ${slack(block.text)}${block.source ? `\n${slack(block.source)}` : ''}`;
    case 'facts':
      return block.rows.map(({ label, value }) => `${slack(label)}: ${slack(value)}`).join('\n');
    case 'items':
      return block.items
        .slice(0, MOST_LINES)
        .map((item) => `• ${slackLink(item)}`)
        .join('\n');
    case 'table':
      return block.rows
        .slice(0, MOST_LINES)
        .map((row) => `• ${cells(row).map(slackLink).join(' – ')}`)
        .join('\n');
    case 'action':
      return slackLink({ text: block.label, url: block.url });
  }
}

/** The body of a call to a Slack incoming webhook. */
export function slackBody(letter: Letter): string {
  const section = (text: string) => ({
    type: 'section',
    text: { type: 'mrkdwn', text: cut(text, SLACK_CHARS), verbatim: true },
  });
  const blocks = [
    { type: 'header', text: { type: 'plain_text', text: shorten(oneLine(letter.title), 150), emoji: false } },
    ...letter.blocks
      .flatMap(slackTexts)
      .filter((text) => text !== '')
      .slice(0, SLACK_BLOCKS)
      .map(section),
    {
      type: 'context',
      elements: [{ type: 'mrkdwn', text: cut(letter.footer.map(slackLink).join('\n'), SLACK_CHARS) }],
    },
  ];
  return JSON.stringify({ text: slack(letter.subject), unfurl_links: false, unfurl_media: false, blocks });
}

/** Whole lines only: a cut inside an escaped character or a link would change its meaning. */
function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  const lines = text.split('\n');
  while (lines.length > 1 && lines.join('\n').length > max - 2) lines.pop();
  const kept = lines.join('\n');
  return kept.length <= max ? `${kept}\n…` : '…';
}

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
      return block.rows.slice(0, MOST_LINES).map((row) => text(cells(row).map(teamsLink).join(' – ')));
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
