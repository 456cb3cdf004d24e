/** Why a subscription ended: a code, where there is more to say followed by it, as in `operator: asked by telephone`. */

const WORDS = {
  unsubscribed: 'by the link to unsubscribe',
  ended_by_reader: 'by the reader, on the preference page',
  never_confirmed: 'it was never confirmed',
  address_changed: 'the reader gave another address',
  cadence_changed: 'the reader changed how often it is sent',
  quiet_hours_changed: 'the reader changed its quiet hours',
  authority_ended: 'its authority ended, and it goes on with the successors',
  no_mailbox: 'the mailbox is not known there',
  reported_unwanted: 'the reader reported it as unwanted',
  receiver_gone: 'the receiver answered 410 Gone',
  browser_gone: 'the browser has given these messages up',
  signature_refused: 'the push service does not take our signature any more',
  secret_lost: 'its signing secret was lost in a restore',
  address_lost: 'its address was lost in a restore',
  operator: 'by an operator',
} as const;
export type EndedCode = keyof typeof WORDS;

/** @param detail what the code leaves open, in words or an id */
export const endedReason = (code: EndedCode, detail?: string): string =>
  detail === undefined ? code : `${code}: ${detail}`;

/** `by an operator: asked by telephone`. @param reason as it is kept */
export function endedWords(reason: string): string {
  const [code = '', ...detail] = reason.split(': ');
  return [WORDS[code as EndedCode] ?? code, ...detail].join(': ');
}
