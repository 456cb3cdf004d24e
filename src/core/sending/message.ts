/** One message to one reader on any channel: the letter a person reads and the JSON a program reads. */
import { type AlertInput, alertContent, alertLetter } from './alert.ts';
import { jointFooter, wrongFooter } from './alert-footer.ts';
import { alertBrief, type Brief } from './brief.ts';
import type { Letter } from './letter.ts';
import { webhookBody } from './webhook-body.ts';

export interface Message {
  /** The ledger's key: Message-ID and webhook id follow from it, so a resend is the same message. */
  key: string;
  /** Where it goes, as `check` of the channel returned it. */
  address: string;
  /** For webhooks. */
  secret: string | null;
  letter: Letter;
  /** For notifications. */
  brief: Brief;
  /** Body of a webhook call. */
  json: string;
  /** One-click address (RFC 8058) for mail; null in letters that belong to no subscription. */
  unsubscribe: string | null;
}

/** What one message to a reader of several subscriptions has beside its alert: the same for the others, and what ends them all. */
interface Joint {
  also: readonly AlertInput[];
  unsubscribe: string | null;
}

/** An alert as a message, once for all subscriptions of its reader that asked for it. */
export function alertMessage(
  input: AlertInput,
  to: { key: string; address: string; secret: string | null },
  joint: Joint | null = null,
): Message {
  const content = alertContent(input);
  return {
    ...to,
    letter: joint === null ? alertLetter(content) : alertLetter(content, footerOf([input, ...joint.also], joint)),
    brief: alertBrief(input, content),
    json: webhookBody(input),
    unsubscribe: joint === null ? input.links.unsubscribe : joint.unsubscribe,
  };
}

const footerOf = (asked: readonly AlertInput[], { unsubscribe }: Joint): Letter['footer'] =>
  jointFooter(asked.map(alertContent), {
    wrong: asked.slice(0, 1).flatMap(({ links }) => wrongFooter(links)),
    unsubscribe,
  });
