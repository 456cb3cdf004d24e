import { mailAddress } from '../../core/sending/address.ts';
import { letterText } from '../../core/sending/letter.ts';
import { letterHtml } from '../../core/sending/letter-html.tsx';
import { messageId } from '../../core/sending/message-id.ts';
import type { ChannelParts, Outlet } from './outlet.ts';

/** RFC 8058: both headers, so that a mail program can offer "unsubscribe" and act with one POST. */
const unsubscribeHeaders = (url: string | null): Record<string, string> =>
  url === null ? {} : { 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };

export const mailChannel = ({ mailer, domain }: ChannelParts): Outlet => ({
  check: mailAddress,
  deliver: ({ key, address, letter, unsubscribe }) =>
    mailer.send({
      messageId: messageId(key, domain),
      to: address,
      subject: letter.subject,
      text: letterText(letter),
      html: letterHtml(letter),
      headers: unsubscribeHeaders(unsubscribe),
    }),
});
