import { webhookAddress } from '../../core/sending/address.ts';
import { teamsBody } from '../../core/sending/teams.ts';
import { postChat } from './chat-post.ts';
import type { ChannelParts, Outlet } from './outlet.ts';

export const teamsChannel = (parts: ChannelParts): Outlet => ({
  check: (address) => webhookAddress(address, parts),
  deliver: ({ key, address, letter }) => postChat(parts.post, address, teamsBody(letter), key),
});
