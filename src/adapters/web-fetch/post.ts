/** The guarded way out for webhooks. */
import { giveUp } from '../../errors.ts';
import type { Clock } from '../../ports.ts';
import { makeAddressGuard, refusalOf } from './address-guard.ts';
import { type ConnectOptions, makeGuardedAgent, TIMEOUTS } from './connect.ts';
import { exchange } from './exchange.ts';
import { retryAfterMs } from './manners.ts';
import { userAgent } from './user-agent.ts';

export interface GuardedPost {
  /**
   * Posts once to an address a user gave: same guard as for fetching, no redirects, the answer's body dropped unread.
   *
   * @returns the status, whatever it is, and how long Retry-After asks to wait (0: nothing asked)
   * @throws GiveUp `blocked_address` for refused addresses, `tls` for plain http to a host the operator did not name;
   *   TryLater for connections that failed or answered too late
   */
  post(
    url: string,
    call: { headers: Record<string, string>; body: string | Uint8Array; timeoutMs: number },
  ): Promise<{ status: number; retryAfterMs: number; headers: Record<string, string> }>;
  /** Why `post` would never call an address, in a sentence: the same rule, for whoever gives one; null where it may. */
  refusal(url: URL): string | null;
  close(): Promise<void>;
}

export interface PostOptions extends Pick<ConnectOptions, 'proxy' | 'lookup' | 'ca'> {
  userAgentContact: string | null;
  version: string;
  allowPrivate: readonly string[];
  now: Clock;
}

export function makeGuardedPost({ allowPrivate, userAgentContact, version, now, ...rest }: PostOptions): GuardedPost {
  const guard = makeAddressGuard(allowPrivate);
  const agent = makeGuardedAgent({ guard, timeouts: TIMEOUTS, perHost: 4, ...rest });
  return {
    async post(address, { headers, body, timeoutMs }) {
      const url = guard.admit(address);
      const unencrypted = plainHttp(url);
      if (unencrypted !== null) throw giveUp(`[POST] ${unencrypted}`, { errorClass: 'tls' });
      const answer = await exchange({
        dispatcher: agent.for(url),
        url,
        method: 'POST',
        headers: { 'user-agent': userAgent(version, userAgentContact), ...headers },
        body,
        deadlineMs: timeoutMs,
        limitBytes: 0,
        beyond: 'cut',
      });
      const wait = retryAfterMs(answer.headers['retry-after'], now());
      return { status: answer.status, retryAfterMs: wait, headers: answer.headers };
    },
    refusal: (url) => refusalOf(guard, url) ?? plainHttp(url),
    close: () => agent.close(),
  };

  function plainHttp({ protocol, hostname, host }: URL): string | null {
    if (protocol === 'https:' || guard.named(hostname)) return null;
    return `${host} is called over an encrypted connection only: write its address with https://, or name the host in GRADEWATCH_ALLOW_PRIVATE if it is yours`;
  }
}
