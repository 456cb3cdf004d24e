import { webhookAddress } from '../../core/sending/address.ts';
import { giveUp } from '../../errors.ts';
import type { ChannelParts, Outlet } from './outlet.ts';

export const webhookChannel = ({ webhooks, refusal }: ChannelParts): Outlet => ({
  check: (address) => webhookAddress(address, { refusal }),
  async deliver({ key, address, secret, json }) {
    if (secret === null) throw giveUp('the webhook has no signing secret; end the subscription and ask for it again');
    return webhooks.call({ id: key, url: address, secret, body: json });
  },
});
