/**
 * What a mail server's refusal is about, from its reply or from a report that came back: the receiver (then nothing more is
 * sent there), or something that is none of the reader's doing.
 */
import type { EndedCode } from './ended.ts';

/**
 * `no_mailbox`: the receiver is not known there; `full`: theirs is full; `sender`: our own address is refused; `relay`: the
 * server will not pass our mail on; `other`: the message or its sender is not wanted, by a policy or a filter.
 */
export type Refusal = 'no_mailbox' | 'full' | 'sender' | 'relay' | 'other';

/** Enhanced status codes (RFC 3463, RFC 7505), class left out. */
const BY_STATUS: Record<string, Refusal> = {
  ...{ '1.1': 'no_mailbox', '1.2': 'no_mailbox', '1.3': 'no_mailbox', '1.6': 'no_mailbox', '1.10': 'no_mailbox' },
  ...{ '1.7': 'sender', '1.8': 'sender', '2.1': 'no_mailbox', '2.2': 'full' },
};
/** Reply codes (RFC 5321 section 4.2.3) to a receiver, of servers that give no enhanced one. */
const BY_CODE: Record<number, Refusal> = { 550: 'no_mailbox', 551: 'no_mailbox', 552: 'full', 553: 'no_mailbox' };
const RELAY = /\brelay/i;
/** 550 stands for policy as well: a word of it, and it is not the receiver that is unknown. */
const POLICY = /\b(?:spam|spf|dkim|dmarc|polic(?:y|ies)|reputation|black-?list|block-?list|blocked|banned|denied)/i;

/**
 * @param text   what the server said, its reply code at the start or not
 * @param code   the reply code where it answered the receiver's address; null where it answered the whole message, so that
 *               only an enhanced status tells whom it is about
 */
export function refusalOf(text: string, code: number | null): Refusal {
  const status = /(?:^|[\s-])5\.(\d{1,3}\.\d{1,3})\b/.exec(text)?.[1];
  const known = status === undefined ? undefined : BY_STATUS[status];
  // The status first: Postfix calls a reader unknown "in relay recipient table".
  if (known !== undefined) return known;
  if (RELAY.test(text)) return 'relay';
  if (status !== undefined) return 'other';
  return code === null || POLICY.test(text) ? 'other' : (BY_CODE[code] ?? 'other');
}

/** Kept with what ends because its mailbox is not known. */
export const NO_MAILBOX: EndedCode = 'no_mailbox';
