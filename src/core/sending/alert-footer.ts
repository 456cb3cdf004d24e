/** What stands below a message: why it came, the reader's own note, how to report an error and how to end it. */
import type { Linked } from './letter.ts';
import { noteLine } from './safe.ts';

interface Asked {
  why: string;
  note: string | null;
  links: { reportError: string | null; preferences: string | null; unsubscribe: string | null };
}

/** The reader's own note, by which they know which of their wishes it was. */
export function noteFooter(note: string | null): Linked[] {
  const line = noteLine(note);
  return line ? [{ text: `Your note: ${line}` }] : [];
}

/** Of a message that one subscription asked for. */
export function alertFooter({ why, note, links }: Asked): Linked[] {
  return [
    { text: why },
    ...noteFooter(note),
    ...wrongFooter(links),
    ...(links.preferences ? [{ text: 'Change what you get', url: links.preferences }] : []),
    ...(links.unsubscribe ? [{ text: 'Unsubscribe', url: links.unsubscribe }] : []),
  ];
}

/** Where to say that something is wrong in what one event is told as. */
export const wrongFooter = ({ reportError }: Pick<Asked['links'], 'reportError'>): Linked[] =>
  reportError ? [{ text: 'Something wrong? Tell us', url: reportError }] : [];

/**
 * Of a message that several subscriptions of one reader asked for: each with its own reason and links.
 *
 * @param wrong       how to report an error
 * @param unsubscribe ends them all
 */
export function jointFooter(
  asked: readonly Asked[],
  { wrong, unsubscribe }: { wrong: readonly Linked[]; unsubscribe: string | null },
): Linked[] {
  return [
    ...asked.flatMap((one) => alertFooter({ ...one, links: { ...one.links, reportError: null } })),
    ...wrong,
    ...(unsubscribe ? [{ text: 'Unsubscribe from all of these', url: unsubscribe }] : []),
  ];
}
