import { webhookAddress } from '../../core/sending/address.ts';
import { slackBody } from '../../core/sending/slack.ts';
import { postChat } from './chat-post.ts';
import type { ChannelParts, Outlet } from './outlet.ts';

export const slackChannel = (parts: ChannelParts): Outlet => ({
  check: (address) => webhookAddress(address, parts),
  deliver: ({ key, address, letter }) => postChat(parts.post, address, slackBody(letter), key),
});
