/**
 * The web as the product asks it: conditional GET, redirects by hand with every hop checked again, robots, a pause per
 * host, and silence where a host asked for it.
 */
import { DateTime } from 'luxon';
import { tryLater } from '../../errors.ts';
import type { Clock, Fetched, FetchOptions, Hop, Validators, Web } from '../../ports.ts';
import { makeAddressGuard } from './address-guard.ts';
import { type ConnectOptions, type Lookup, makeGuardedAgent, TIMEOUTS, type Timeouts } from './connect.ts';
import { type Answer, exchange } from './exchange.ts';
import { statusFailure } from './failures.ts';
import { type Holds, makeHolds, makeLanes, retryAfterMs } from './manners.ts';
import { makeRobots, ROBOTS_LIMIT_BYTES } from './robots.ts';
import { PRODUCT, userAgent } from './user-agent.ts';

export type { Holds } from './manners.ts';
export { type GuardedPost, makeGuardedPost } from './post.ts';

export interface WebOptions {
  /** Shown to the sites we read: an address or mail where a person answers; null leaves it out. */
  userAgentContact: string | null;
  version: string;
  /** Hosts, addresses and networks outside the public Internet that may be asked. Empty in production. */
  allowPrivate: readonly string[];
  proxy?: ConnectOptions['proxy'];
  now: Clock;
  /** Between two starts at one host. */
  gapMs?: number;
  /** Requests in flight at one host. */
  perHost?: number;
  timeouts?: Partial<Timeouts>;
  limits?: { feedBytes?: number; pageBytes?: number };
  /** Where hosts' wishes for silence are kept; this process's memory unless given. */
  holds?: Holds;
  lookup?: Lookup;
  ca?: string[];
}

const LIMITS = { feedBytes: 10 * 1_048_576, pageBytes: 3 * 1_048_576 };
const MOST_HOPS = 5;
/** A 429 without Retry-After still means "slower". */
const UNSTATED_HOLD_MS = 60_000;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

const ACCEPT = {
  feed: 'application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, text/html;q=0.7, */*;q=0.5',
  page: 'text/html, application/xhtml+xml, application/pdf;q=0.8, */*;q=0.5',
  robots: 'text/plain, */*;q=0.5',
};

/** Location comes as latin1; servers that send UTF-8 there mean UTF-8. */
function targetOf(location: string | undefined, from: URL): URL | null {
  if (!location) return null;
  const text = Buffer.from(location, 'latin1').toString('utf8');
  const readable = text.includes('\ufffd') ? location : text;
  return URL.canParse(readable, from.href) ? new URL(readable, from.href) : null;
}

interface Journey {
  as: keyof typeof ACCEPT;
  validators?: Validators | undefined;
  limitBytes: number;
  beyond: 'refuse' | 'cut';
  robots: boolean;
}

export function makeWeb(options: WebOptions): Web {
  const { now, gapMs = 1_000, perHost = 2 } = options;
  const timeouts = { ...TIMEOUTS, ...options.timeouts };
  const limits = { ...LIMITS, ...options.limits };
  const guard = makeAddressGuard(options.allowPrivate);
  const holds = options.holds ?? makeHolds();
  const lanes = makeLanes(perHost);
  // Many councils sit behind one supplier's address: once a public name has led somewhere, that address is the lane.
  const addressOf = new Map<string, string>();
  const agent = makeGuardedAgent({
    guard,
    timeouts,
    perHost,
    proxy: options.proxy,
    ca: options.ca,
    lookup: options.lookup,
    onResolved: (hostname, address) => {
      if (guard.named(hostname) || guard.named(address)) return;
      if (addressOf.size > 10_000) addressOf.clear();
      addressOf.set(hostname, address);
    },
  });
  const robots = makeRobots(
    async (url) =>
      (await travel(url, { as: 'robots', limitBytes: ROBOTS_LIMIT_BYTES, beyond: 'cut', robots: false })).body,
    PRODUCT,
    now,
  );

  function headersFor(url: URL, { as, validators }: Journey): Record<string, string> {
    const headers: Record<string, string> = {
      'user-agent': userAgent(options.version, options.userAgentContact),
      accept: ACCEPT[as],
      'accept-language': 'en-GB, en;q=0.8',
      // A robots.txt is cut at its limit, which a compressed body cannot be.
      'accept-encoding': as === 'robots' ? 'identity' : 'gzip, br',
    };
    if (!validators || (validators.from !== undefined && validators.from !== url.href)) return headers;
    if (validators.etag) headers['if-none-match'] = validators.etag;
    if (validators.lastModified) headers['if-modified-since'] = validators.lastModified;
    return headers;
  }

  async function respectHold(what: string, host: string): Promise<void> {
    const until = await holds.until(host);
    const waitMs = until ? until.getTime() - now().getTime() : 0;
    if (until && waitMs > 0)
      throw tryLater(
        `${what}: not asked; ${host} wants silence until ${DateTime.fromJSDate(until).setZone('Europe/London').toFormat('d LLL HH:mm')}`,
        { errorClass: 'rate_limited', retryAfterMs: waitMs, holdHost: host },
      );
  }

  /** What a 429 or 503 asks of everybody at this host. */
  async function noteHold(url: URL, answer: Answer): Promise<{ retryAfterMs?: number; holdHost?: string }> {
    if (answer.status !== 429 && answer.status !== 503) return {};
    const asked = retryAfterMs(answer.headers['retry-after'], now());
    const holdMs = asked || (answer.status === 429 ? UNSTATED_HOLD_MS : 0);
    if (holdMs === 0) return {};
    await holds.hold(url.host, new Date(now().getTime() + holdMs));
    return { retryAfterMs: holdMs, holdHost: url.host };
  }

  async function travel(start: string, journey: Journey): Promise<Fetched> {
    const hops: Hop[] = [];
    const visited = new Set<string>();
    let url = guard.admit(start);
    let ms = 0;
    for (;;) {
      const what = `[GET] ${url.href.slice(0, 300)}`;
      if (visited.has(url.href)) throw tryLater(`${what}: redirects lead back to it`, { errorClass: 'redirect_loop' });
      visited.add(url.href);
      await respectHold(what, url.host);
      if (journey.robots) await robots.check(url);
      const asking = url;
      const headers = headersFor(asking, journey);
      const answer = await lanes.run(
        addressOf.get(asking.hostname) ?? asking.host,
        Math.max(gapMs, robots.crawlDelayMs(asking)),
        async () => {
          await respectHold(what, asking.host);
          const began = performance.now();
          const { limitBytes, beyond } = journey;
          const deadlineMs = timeouts.totalMs - ms;
          try {
            const dispatcher = agent.for(asking);
            return await exchange({ dispatcher, url: asking, method: 'GET', headers, deadlineMs, limitBytes, beyond });
          } finally {
            ms += performance.now() - began;
          }
        },
      );
      const target = REDIRECTS.has(answer.status) ? targetOf(answer.headers.location, asking) : null;
      if (target) {
        if (hops.length >= MOST_HOPS)
          throw tryLater(`${what}: more than ${MOST_HOPS} redirects`, { errorClass: 'redirect_loop' });
        if (asking.protocol === 'https:' && target.protocol === 'http:')
          throw tryLater(`${what}: redirects from https to ${target.href.slice(0, 200)}, which is not followed`, {
            errorClass: 'tls',
            status: answer.status,
          });
        url = guard.admit(target);
        hops.push({ status: answer.status, from: asking.href, to: url.href });
        continue;
      }
      const conditional = 'if-none-match' in headers || 'if-modified-since' in headers;
      const notModified = answer.status === 304 && conditional;
      if (!notModified) {
        const failure = statusFailure(what, answer.status, answer.headers, await noteHold(asking, answer));
        if (failure) throw failure;
        if (answer.status === 206)
          throw tryLater(`${what}: 206, a part only, where the whole was asked for`, {
            errorClass: 'truncated',
            status: 206,
          });
      }
      const known = notModified ? journey.validators : undefined;
      return {
        status: answer.status,
        notModified,
        url: asking.href,
        hops,
        headers: answer.headers,
        body: answer.body,
        validators: {
          etag: answer.headers.etag ?? known?.etag ?? null,
          lastModified: answer.headers['last-modified'] ?? known?.lastModified ?? null,
          from: asking.href,
        },
        ms: Math.round(ms),
      };
    }
  }

  return {
    get: (url, { validators, as, robots: askRobots }: FetchOptions) =>
      travel(url, {
        as,
        validators,
        limitBytes: as === 'feed' ? limits.feedBytes : limits.pageBytes,
        beyond: 'refuse',
        robots: askRobots,
      }),
    close: () => agent.close(),
  };
}
