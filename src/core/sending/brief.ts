/** The same message in a line or two, for what has no room for a letter: a notification that opens a page of ours. */
import { decidingQuote } from '../deciding-quote.ts';
import { inMarks } from '../quotation.ts';
import type { AlertContent, AlertInput } from './alert.ts';
import { unmarked } from './correction-words.ts';
import type { Letter } from './letter.ts';
import { oneLine } from './safe.ts';

export interface Brief {
  text: string;
  /** Path of the page of ours to open. */
  page: string;
  /** Where its reader changes or ends it; null for what belongs to nobody yet. */
  manage: { subscription: string; page: string } | null;
  /** News, or a digest that may wait until the device is awake. */
  urgent: boolean;
}

/** Lines of a message that tells of several judgements. */
const MOST_LINES = 5;
/** The latest judgements. */
export const FIRST_PAGE = '/';

/** Path of an address of ours. */
export const pathOf = (url: string): string => {
  if (!URL.canParse(url)) return FIRST_PAGE;
  const { pathname, search, hash } = new URL(url);
  return `${pathname}${search}${hash}`;
};

/** @param preferences address of the reader's page; null where a letter carries none */
export const manageOf = (subscription: string, preferences: string | null): Brief['manage'] =>
  preferences === null ? null : { subscription, page: pathOf(preferences) };

/** The sentence a judgement rests on rather than a headline, if either is known. */
export const leadQuote = ({ event, sentence }: Pick<AlertInput, 'event' | 'sentence'>): string | null =>
  sentence ?? decidingQuote(event);

/**
 * Of one judgement: the sentence it rests on, rather than a headline, or why a person says otherwise than it; before it
 * what a correction corrects, and who says what of a grade in dispute.
 */
export function alertBrief(
  input: AlertInput,
  { correction, reason, disputed, setRight, verdict, quoteNote }: AlertContent,
): Brief {
  const { links, subscription } = input;
  const quote = leadQuote(input);
  const rests = verdict && (setRight ?? (quote && inMarks(oneLine(quote))));
  return {
    // Its title is marked.
    text: [correction && unmarked(correction), reason, disputed, rests, quoteNote].filter(Boolean).join('\n'),
    page: pathOf(links.event),
    manage: manageOf(subscription.id, links.preferences),
    urgent: true,
  };
}

/** Of several: a line each. */
export function severalBrief(lines: readonly string[], more: Omit<Brief, 'text'>): Brief {
  const shown = lines.slice(0, MOST_LINES);
  const left = lines.length - shown.length;
  return { ...more, text: [...shown, ...(left > 0 ? [`and ${left} more`] : [])].join('\n') };
}

/** Of a letter that says in its first paragraph what it is about. */
export const letterBrief = ({ blocks }: Pick<Letter, 'blocks'>, more: Partial<Brief> = {}): Brief => ({
  text: blocks.find((block) => block.kind === 'paragraph')?.text ?? '',
  page: FIRST_PAGE,
  manage: null,
  urgent: true,
  ...more,
});
