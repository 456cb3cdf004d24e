/**
 * One address is told one judgement once, however many of its subscriptions asked for it: in one message, which names them
 * all. What differs in anything that it says, or in what its reader was told before, is a message of its own.
 */
import { canonicalJson } from '../keys.ts';
import type { JudgementEvent } from '../types.ts';
import type { ToldNotice } from './alert.ts';
import { isNews } from './storm.ts';

type Due = ToldNotice & { body: JudgementEvent };
/** What one message tells, each for another subscription; the first is the one that the message is of. */
export type Message<Alert> = [Alert, ...Alert[]];

/** @param due what is due to one reader, in the order in which it is told */
export function toldAsOne<Alert extends Due>(due: readonly Alert[]): Message<Alert>[] {
  return grouped(due, isSame);
}

/** The same of what was tried before: together what was told together, though its subscription has ended since. */
export function toldTogether<Alert extends Carried>(tried: readonly Alert[]): Message<Alert>[] {
  return grouped(tried, (one, other) => messageKey(one) === messageKey(other));
}

interface Carried {
  reference: string;
  carriedBy: string | null;
}

/** What the message was sent under that told an alert by itself, or with the same for other subscriptions of its reader. */
export const messageKey = ({ reference, carriedBy }: Carried): string => carriedBy ?? reference;

function isSame(one: Due, other: Due): boolean {
  return (
    one.body.key === other.body.key &&
    isNews(one) === isNews(other) &&
    canonicalJson([one.body, one.was]) === canonicalJson([other.body, other.was])
  );
}

function grouped<Alert>(alerts: readonly Alert[], isOne: (one: Alert, other: Alert) => boolean): Message<Alert>[] {
  const messages: Message<Alert>[] = [];
  for (const alert of alerts) {
    const message = messages.find(([first]) => isOne(first, alert));
    if (message) message.push(alert);
    else messages.push([alert]);
  }
  return messages;
}
