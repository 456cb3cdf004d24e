/** A message as a browser's notification: a line, a sentence, and the page of ours a click opens. */
import { createHash } from 'node:crypto';
import type { Message } from './message.ts';
import { oneLine, plain, shorten } from './safe.ts';

/** Push services take four kilobytes at least (RFC 8030 section 7.2), of which encryption needs some. */
const MOST_OCTETS = 3_000;
/** Of the text: a notification shows a few lines. The shorter ones are for text that takes many octets. */
const TEXT_CHARS = [600, 300, 100, 0];
const TITLE_CHARS = 150;

/**
 * What the service worker of our pages reads. Links are paths, which it opens on the site the reader asked on and on no other.
 */
export function pushBody({ key, letter, brief }: Pick<Message, 'key' | 'letter' | 'brief'>): string {
  const body = (chars: number) =>
    JSON.stringify({
      v: 1,
      title: shorten(oneLine(letter.subject), TITLE_CHARS),
      text: shorten(plain(brief.text), chars),
      tag: key,
      page: brief.page,
      ...(brief.manage ? { subscription: brief.manage.subscription, manage: brief.manage.page } : {}),
    });
  const bodies = TEXT_CHARS.map(body);
  return bodies.find((one) => Buffer.byteLength(one) <= MOST_OCTETS) ?? (bodies.at(-1) as string);
}

/** Of a message that waits at the push service a resend takes the place: at most 32 characters of base64url. */
export const pushTopic = (key: string): string => createHash('sha256').update(key).digest('base64url').slice(0, 32);
