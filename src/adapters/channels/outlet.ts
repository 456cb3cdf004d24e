/** What every way out keeps to, and what it is made of. */
import type { Message } from '../../core/sending/message.ts';
import type { HandedOver, Mailer, Pushes, Webhooks } from '../../ports.ts';
import type { Post } from '../webhook/index.ts';

export interface Outlet {
  /** The address in its one spelling. @throws WrongUse when it is none of this channel. */
  check(address: string): string;
  /** @throws TryLater when the world may improve, GiveUp when it will not. */
  deliver(message: Message): Promise<HandedOver>;
}

export interface ChannelParts {
  mailer: Mailer;
  webhooks: Webhooks;
  pushes: Pushes;
  post: Post;
  /** Right-hand side of Message-IDs. */
  domain: string;
  /** Why no call will ever get through to an address, by the rule that delivery keeps to; null where one may. */
  refusal(url: URL): string | null;
}
