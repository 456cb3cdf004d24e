import { pushBody, pushTopic } from '../../core/sending/push.ts';
import { pushAddress } from '../../core/sending/push-address.ts';
import type { ChannelParts, Outlet } from './outlet.ts';

export const pushChannel = ({ pushes, refusal }: ChannelParts): Outlet => ({
  check: (address) => pushAddress(address, { refusal }),
  deliver: ({ key, address, letter, brief }) =>
    pushes.call({
      ...{ id: key, address, body: pushBody({ key, letter, brief }) },
      ...{ topic: pushTopic(key), urgent: brief.urgent },
    }),
});
