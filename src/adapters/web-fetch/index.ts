/**
 * The web as the product asks it: conditional GET, redirects by hand with every hop checked again, robots, a pause per
 * host, and silence where a host asked for it.
 */
import type { HostingGroup } from '../../core/polling/hosting.ts';
import { tryLater } from '../../errors.ts';
import type { Clock, Fetched, FetchOptions, Hop, Validators, Web } from '../../ports.ts';
import { makeAddressGuard } from './address-guard.ts';
import { type ConnectOptions, type Lookup, makeGuardedAgent, TIMEOUTS, type Timeouts } from './connect.ts';
import { statusFailure } from './failures.ts';
import { askHop, type HopAnswer, type Manners } from './hop.ts';
import { makeLaneOf } from './lane-of.ts';
import { type Holds, makeHolds, makeLanes } from './manners.ts';
import { makeRobots, ROBOTS_LIMIT_BYTES } from './robots.ts';
import { PRODUCT, userAgent } from './user-agent.ts';

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
  /** The same at hosts of `allowPrivate`: the operator's own. */
  namedGapMs?: number;
  /** Publishers whose titles share their servers, each group asked like one host. */
  groups?: readonly HostingGroup[];
  /** Requests in flight at one host. */
  perHost?: number;
  timeouts?: Partial<Timeouts>;
  limits?: { feedBytes?: number; pageBytes?: number };
  /** Where hosts' wishes for silence are kept; this process's memory unless given. */
  holds?: Holds;
  lookup?: Lookup;
  ca?: string[];
  certificates?: ConnectOptions['certificates'];
}

const LIMITS = { feedBytes: 10 * 1_048_576, pageBytes: 3 * 1_048_576 };
const MOST_HOPS = 5;
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
  const { now, gapMs = 1_000, namedGapMs = gapMs, perHost = 2 } = options;
  const timeouts = { ...TIMEOUTS, ...options.timeouts };
  const limits = { ...LIMITS, ...options.limits };
  const guard = makeAddressGuard(options.allowPrivate);
  const { laneOf, gapMsAt, onResolved } = makeLaneOf({ guard, groups: options.groups ?? [], gapMs, namedGapMs });
  const readRobots = async (url: string) =>
    (await travel(url, { as: 'robots', limitBytes: ROBOTS_LIMIT_BYTES, beyond: 'cut', robots: false })).body;
  const { proxy, ca, certificates, lookup } = options;
  const manners: Manners = {
    agent: makeGuardedAgent({ guard, timeouts, perHost, proxy, ca, certificates, lookup, onResolved }),
    holds: options.holds ?? makeHolds(),
    lanes: makeLanes(perHost),
    robots: makeRobots(readRobots, PRODUCT, now),
    laneOf,
    gapMsAt,
    now,
  };

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

  /** Where a redirect leads; null where the answer is none. */
  function nextHop(from: URL, answer: HopAnswer, hops: readonly Hop[]): URL | null {
    const target = REDIRECTS.has(answer.status) ? targetOf(answer.headers.location, from) : null;
    if (!target) return null;
    const what = `[GET] ${from.href.slice(0, 300)}`;
    if (hops.length >= MOST_HOPS)
      throw tryLater(`${what}: more than ${MOST_HOPS} redirects`, { errorClass: 'redirect_loop' });
    if (from.protocol === 'https:' && target.protocol === 'http:')
      throw tryLater(`${what}: redirects from https to ${target.href.slice(0, 200)}, which is not followed`, {
        errorClass: 'tls',
        status: answer.status,
      });
    const url = guard.admit(target);
    if (url.href === from.href || hops.some((hop) => hop.from === url.href))
      throw tryLater(`${what}: redirects back to ${url.href.slice(0, 200)}`, { errorClass: 'redirect_loop' });
    return url;
  }

  /** @returns true for a 304 to a conditional request. @throws what the status means, where it is no answer */
  function judgeStatus(url: URL, sent: Record<string, string>, answer: HopAnswer): boolean {
    if (answer.status === 304 && ('if-none-match' in sent || 'if-modified-since' in sent)) return true;
    const what = `[GET] ${url.href.slice(0, 300)}`;
    const failure = statusFailure(what, answer.status, answer.headers, answer.hold);
    if (failure) throw failure;
    if (answer.status === 206)
      throw tryLater(`${what}: 206, a part where the whole was asked for`, { errorClass: 'truncated', status: 206 });
    return false;
  }

  async function travel(start: string, journey: Journey): Promise<Fetched> {
    const { limitBytes, beyond, robots } = journey;
    const hops: Hop[] = [];
    let url = guard.admit(start);
    let ms = 0;
    for (;;) {
      const headers = headersFor(url, journey);
      const deadlineMs = timeouts.totalMs - ms;
      const answer = await askHop(manners, { url, headers, deadlineMs, limitBytes, beyond, robots });
      ms += answer.ms;
      const next = nextHop(url, answer, hops);
      if (next) {
        hops.push({ status: answer.status, from: url.href, to: next.href });
        url = next;
        continue;
      }
      const notModified = judgeStatus(url, headers, answer);
      const known = notModified ? journey.validators : undefined;
      return {
        status: answer.status,
        notModified,
        url: url.href,
        hops,
        headers: answer.headers,
        body: answer.body,
        validators: {
          etag: answer.headers.etag ?? known?.etag ?? null,
          lastModified: answer.headers['last-modified'] ?? known?.lastModified ?? null,
          from: url.href,
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
    async close() {
      manners.lanes.close();
      await manners.agent.close();
    },
  };
}
