/**
 * Webhook calls, signed as Standard Webhooks. Hides `standardwebhooks`.
 * The exchange itself is the guarded POST of the fetch adapter: addresses checked at connect time, redirects not
 * followed, time and answer bounded; what a receiver answers is never shown to anybody.
 */
import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { endedReason } from '../../core/sending/ended.ts';
import { giveUp, tryLater } from '../../errors.ts';
import type { Clock, Webhooks } from '../../ports.ts';

/** POSTs once, follows no redirect. @throws TryLater on connection faults, GiveUp when the address is not allowed. */
export type Post = (
  url: string,
  call: { headers: Record<string, string>; body: string | Uint8Array; timeoutMs: number },
) => Promise<{ status: number; retryAfterMs: number }>;

/** What Standard Webhooks gives a receiver to answer. */
export const POST_TIMEOUT_MS = 15_000;
const GONE = 410;
const TOO_LARGE = 413;
const TOO_MANY = 429;

/** A new signing secret, 192 bits as the standard proposes: `whsec_…`. Shown once, kept by the store. */
export const newWebhookSecret = (): string => `whsec_${randomBytes(24).toString('base64')}`;

/**
 * Throws unless the receiver took the call.
 *
 * @param what how messages name the receiver
 * @throws TryLater with what Retry-After asked for, after 5xx with `details.perhaps`: the receiver had the call; also for
 * redirects and 4xx, as an address that moved or a token that ran out is mended; GiveUp for 413, which says that the message
 * itself is not taken, and for 410 with `details.ends`: the receiver wants no more
 */
export function checkAnswer(
  { status, retryAfterMs }: Awaited<ReturnType<Post>>,
  host: string,
  what: 'webhook' | 'push service' = 'webhook',
): void {
  if (status >= 200 && status < 300) return;
  const details = { status, retryAfterMs };
  if (status >= 500) throw tryLater(`${what} ${host} answered ${status}`, { ...details, perhaps: true });
  if (status === GONE)
    throw giveUp(`${what} ${host} answered 410 Gone: the subscription ends`, {
      ...details,
      ends: endedReason('receiver_gone'),
    });
  if (status === TOO_LARGE)
    throw giveUp(`${what} ${host} answered 413: the message is larger than it takes; it is not repeated`, details);
  if (status === TOO_MANY) throw tryLater(`${what} ${host} answered 429: it asks us to slow down`, details);
  if (status >= 300 && status < 400)
    throw tryLater(
      `${what} ${host} answered ${status}: redirects are not followed, if it moved subscribe with the new address`,
      details,
    );
  throw tryLater(`${what} ${host} answered ${status}: check the receiver`, details);
}

/**
 * One signature for each secret, so that a receiver can change secrets without missing a call: `call.secret` holds one
 * `whsec_…` or, during a change, two separated by a space.
 */
export function makeWebhooks({ post, now }: { post: Post; now: Clock }): Webhooks {
  return {
    async call({ id, url, secret, body }) {
      const at = now();
      const signatures = secret.split(' ').map((one) => new Webhook(one).sign(id, at, body));
      const answer = await post(url, {
        headers: {
          'content-type': 'application/json',
          'webhook-id': id,
          'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
          'webhook-signature': signatures.join(' '),
        },
        body,
        timeoutMs: POST_TIMEOUT_MS,
      });
      checkAnswer(answer, new URL(url).host);
      return { providerId: `${id} ${answer.status}`, status: answer.status };
    },
  };
}
