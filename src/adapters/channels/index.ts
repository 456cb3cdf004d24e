/** The ways out. A new one is a file with these two functions, and a line here. */
import type { Channel } from '../../core/types.ts';
import { mailChannel } from './mail.ts';
import type { ChannelParts, Outlet } from './outlet.ts';
import { pushChannel } from './push.ts';
import { slackChannel } from './slack.ts';
import { teamsChannel } from './teams.ts';
import { webhookChannel } from './webhook.ts';

export const makeChannels = (parts: ChannelParts): Record<Channel, Outlet> => ({
  mail: mailChannel(parts),
  webhook: webhookChannel(parts),
  slack: slackChannel(parts),
  teams: teamsChannel(parts),
  push: pushChannel(parts),
});
