/** Several alerts in one message: what the storm guard sends, and the daily summary. */
import { inMarks } from '../quotation.ts';
import type { Channel, Day } from '../types.ts';
import { type AlertInput, alertContent, alertLine } from './alert.ts';
import { alertFooter, jointFooter } from './alert-footer.ts';
import { FIRST_PAGE, leadQuote, manageOf, pathOf, severalBrief } from './brief.ts';
import { unmarked } from './correction-words.ts';
import { previousWords, publishedWords, SAMPLE_LINE, standingWords } from './event-words.ts';
import type { Block, Item, Letter } from './letter.ts';
import type { Message } from './message.ts';
import { counted, dayWords, headlineWords, listWords, momentWords } from './names.ts';
import { reasonSentence } from './put-right.ts';
import { headerText, oneLine, shorten } from './safe.ts';
import { isNews } from './storm.ts';
import { saidBefore } from './was-told.ts';
import { webhookBody } from './webhook-body.ts';

/** Bounded by construction: what comes on top is counted and stands on the pages. */
const MOST_LISTED = 60;

/** Of the sentence a judgement rests on; its page has more. */
const QUOTE_CHARS = 240;

/** Why several are told at once: the storm guard, or the reader asked for one message a day; `before`: said first of all. */
export type SummaryReason = 'storm' | { day: Day; before?: readonly Block[] };

/**
 * @param inputs one or more alerts of one reader, in the order in which they are told
 * @param to     `key` names the summary: the same alerts, the same key, on every resend; `unsubscribe` ends all that they are of,
 *   where that is more than one subscription
 */
export function summaryMessage(
  inputs: readonly AlertInput[],
  to: Pick<Message, 'key' | 'address' | 'secret'> & { unsubscribe?: string | null },
  reason: SummaryReason,
): Message {
  const [first] = inputs;
  if (!first) throw new Error('a summary needs at least one alert');
  const told = once(inputs);
  const calls = inputs.map((input) => JSON.parse(webhookBody(input)) as unknown);
  const { unsubscribe = first.links.unsubscribe, ...address } = to;
  return {
    ...address,
    letter: summaryLetter(told, first, reason, { asked: asked(inputs), unsubscribe }),
    brief: severalBrief(told.map(alertLine), {
      page: told.length === 1 ? pathOf(first.links.event) : FIRST_PAGE,
      manage: manageOf(first.subscription.id, first.links.preferences),
      urgent: reason === 'storm',
    }),
    json: JSON.stringify({ type: 'judgement.summary', subscription: first.subscription.id, alerts: calls }),
    unsubscribe,
  };
}

/** What several subscriptions of a reader asked for is told once. */
const once = (inputs: readonly AlertInput[]): AlertInput[] => [
  ...new Map(inputs.map((input) => [`${input.event.key} ${input.notice.notice}`, input])).values(),
];

/** One of the inputs for each subscription. */
const asked = (inputs: readonly AlertInput[]): AlertInput[] =>
  [...new Map(inputs.toReversed().map((input) => [input.subscription.id, input])).values()].reverse();

/** What a summary of alerts is sent under. @param summary what the ledger calls it */
export const summaryKey = (readerId: string, summary: string, channel: Channel): string =>
  `${readerId}.${summary}.summary.${channel}`;

/** What the ledger calls the summary that was sent under this key; null where it is no summary's. */
export const summaryNamed = (key: string): string | null => /^[^.]+\.([^.]+)\.summary\.[a-z]+$/.exec(key)?.[1] ?? null;

/** `Northshire, Southshire and 3 more councils`: each named or counted once, however many judgements are of it. */
function placesOf(inputs: readonly AlertInput[]): string {
  const places = [...new Set(inputs.map(({ event, names }) => names.authority(event.authority).shortName))];
  return listWords(places.length > 3 ? [...places.slice(0, 2), `${places.length - 2} more councils`] : places);
}

const tellsNews = ({ notice }: AlertInput): boolean => isNews(notice);

/** `2 judgements and 1 correction: Northshire, Southshire and Wading`, so that nobody takes a correction for news. */
function titleOf(inputs: readonly AlertInput[]): string {
  const news = inputs.filter(tellsNews).length;
  const kinds = [
    ...(news > 0 ? [counted(news, 'judgement')] : []),
    ...(news < inputs.length ? [counted(inputs.length - news, 'correction')] : []),
  ];
  return `${listWords(kinds)}: ${placesOf(inputs)}`;
}

/**
 * Why these come in one message, and where there is more of each. Of a storm also what its reader is to expect: news that comes next
 * is not sent at once, and then one by one again unless it is a storm itself.
 */
function reasonWords(reason: SummaryReason, inputs: readonly AlertInput[]): string {
  const only = inputs.length === 1;
  const page = `${only ? 'It' : 'Each'} stands on its page with its evidence and sources.`;
  if (reason === 'storm') {
    const told = only ? 'told briefly: its page has the evidence and sources.' : `told in one message. ${page}`;
    const next = inputs.some(tellsNews)
      ? ' What else is judged in the hour after this message is told when that hour is over.'
      : '';
    return `More came within an hour than is told one by one, so that this is ${told}${next}`;
  }
  const known = [
    ...(inputs.some(tellsNews) ? ['became known'] : []),
    ...(inputs.every(tellsNews) ? [] : ['was put right']),
  ];
  return `What ${listWords(known, 'or')} on ${dayWords(reason.day)}, in one message. ${page}`;
}

/** An alert in a few lines: whether it is in dispute, what it comes from and what is known of when, before, how surely, and by whom. */
function toldShortly(input: AlertInput): Item {
  const { event, names, previous = null } = input;
  const content = alertContent(input);
  const quote = content.verdict && leadQuote(input);
  const isAreasOnly = headlineWords(event, names) === null;
  const before = content.verdict && previousWords(event, previous, names);
  const lines = [
    content.correction && unmarked(content.correction),
    content.reason,
    sinceWords(input),
    content.disputed,
    content.setRight,
    isAreasOnly && content.areas.length > 0
      ? content.areas.map(({ label, value }) => `${label}: ${value}`).join('; ')
      : null,
    quote && !content.setRight ? inMarks(shorten(oneLine(quote), QUOTE_CHARS)) : null,
    content.quoteNote,
    content.verdict && `Published: ${publishedWords(event)}${before ? `; before: ${before}` : ''}`,
    content.verdict && !content.disputed ? `Status: ${standingWords(event, names)}` : null,
  ];
  return {
    ...{ text: alertLine(input), url: input.links.event },
    details: [
      ...lines.flatMap((text) => (text ? [{ text }] : [])),
      ...content.other,
      ...(content.lead ? [content.lead] : []),
    ],
  };
}

/** A message of a day tells what is known when it is made, and what of that was known otherwise while the day lasted. */
function sinceWords({ event, putRightSince, names }: AlertInput): string | null {
  if (!putRightSince) return null;
  const { was, at } = putRightSince;
  const reason = reasonSentence(event, was);
  return [
    `Put right after that day, on ${momentWords(at)}: until then it was ${saidBefore(was, event, names)}.`,
    reason,
  ]
    .filter(Boolean)
    .join(' ');
}

interface Footing {
  /** One input of each subscription. */
  asked: readonly AlertInput[];
  /** Ends them all. */
  unsubscribe: string | null;
}

function summaryLetter(
  inputs: readonly AlertInput[],
  first: AlertInput,
  reason: SummaryReason,
  footing: Footing,
): Letter {
  const shown = inputs.slice(0, MOST_LISTED);
  const title = inputs.length === 1 ? alertLine(first) : titleOf(inputs);
  const blocks: Block[] = [
    ...(first.sample ? [{ kind: 'banner', text: SAMPLE_LINE } as const] : []),
    ...((reason !== 'storm' && reason.before) || []),
    {
      kind: 'paragraph',
      text: reasonWords(reason, inputs),
    },
    {
      kind: 'items',
      items: shown.map(toldShortly),
    },
    ...(inputs.length > shown.length
      ? [{ kind: 'paragraph', text: `And ${inputs.length - shown.length} more, on the pages.` } as const]
      : []),
  ];
  return {
    subject: headerText(`${first.sample ? '[Sample] ' : ''}${title}`),
    title,
    blocks,
    footer: footerOf(inputs, first, footing),
  };
}

const WRONG = { text: 'Something wrong? Open the judgement above and tell us on its page.' };

/** Of several events none is named as the wrong one: each is reported from its own page. */
function footerOf(
  inputs: readonly AlertInput[],
  first: AlertInput,
  { asked: all, unsubscribe }: Footing,
): Letter['footer'] {
  const content = alertContent(first);
  if (all.length > 1) return jointFooter(all.map(alertContent), { wrong: [WRONG], unsubscribe });
  if (inputs.length === 1) return alertFooter(content);
  const [why, ...manage] = alertFooter({ ...content, links: { ...content.links, reportError: null } });
  return [...(why ? [why] : []), WRONG, ...manage];
}
