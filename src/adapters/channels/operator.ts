import { mailAddress } from '../../core/sending/address.ts';
import { letterText } from '../../core/sending/letter.ts';
import { letterHtml } from '../../core/sending/letter-html.tsx';
import { messageId } from '../../core/sending/message-id.ts';
import type { OperatorMessage } from '../../core/sending/operator.ts';
import { GiveUp, TryLater, WrongUse } from '../../errors.ts';
import { postChat } from './chat-post.ts';
import type { ChannelParts } from './outlet.ts';

const isCall = (place: string): boolean => /^https?:/.test(place);

/** @throws WrongUse naming every webhook of `GRADEWATCH_OPERATOR` that would never be called: not first when it is needed */
export function checkOperator(places: readonly string[], refusal: ChannelParts['refusal']): void {
  const faults = places.filter(isCall).flatMap((place) => refusal(new URL(place)) ?? []);
  if (faults.length > 0) throw new WrongUse(faults.map((fault) => `GRADEWATCH_OPERATOR: ${fault}`));
}

export interface OperatorDoor {
  /** Tries one place after another until one takes the message. @returns how it went, null where none took it */
  tell(message: OperatorMessage): Promise<'mail' | 'call' | null>;
}

/**
 * The way to the operator, past the ledger of readers.
 *
 * @param places mail and webhook addresses, the preferred one first; a webhook's address is its own secret, as a chat's
 */
export function makeOperatorDoor(
  places: readonly string[],
  { mailer, post, domain }: Pick<ChannelParts, 'mailer' | 'post' | 'domain'>,
): OperatorDoor {
  const send = ({ key, letter, json }: OperatorMessage, place: string) =>
    isCall(place)
      ? postChat(post, place, json, key)
      : mailer.send({
          messageId: messageId(key, domain),
          to: mailAddress(place),
          subject: letter.subject,
          text: letterText(letter),
          html: letterHtml(letter),
          headers: {},
        });
  return {
    async tell(message) {
      for (const place of places)
        try {
          await send(message, place);
          return isCall(place) ? 'call' : 'mail';
        } catch (error) {
          if (!(error instanceof TryLater || error instanceof GiveUp)) throw error;
        }
      return null;
    },
  };
}
