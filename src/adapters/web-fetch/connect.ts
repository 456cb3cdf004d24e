/** Connections that are checked where they are made: a name may resolve differently between a check and a connect. */
import dns from 'node:dns';
import { isIP, type LookupFunction, type Socket } from 'node:net';
import { rootCertificates, TLSSocket } from 'node:tls';
import { Agent, buildConnector, type Dispatcher, ProxyAgent } from 'undici';
import { type TryLater, tryLater } from '../../errors.ts';
import { type AddressGuard, refusedAddress, refusedPort } from './address-guard.ts';

export interface Timeouts {
  connectMs: number;
  /** From the request sent to the last header. */
  headersMs: number;
  /** Whole exchange, redirects and body included, waiting for our turn at the host not. */
  totalMs: number;
}

/** Room for a slow council site. */
export const TIMEOUTS: Timeouts = { connectMs: 10_000, headersMs: 20_000, totalMs: 45_000 };

export interface ConnectOptions {
  guard: AddressGuard;
  timeouts: Timeouts;
  /** Sockets open to one origin. */
  perHost: number;
  proxy?: { https: string | null; noProxy: readonly string[] } | undefined;
  /** Certificates trusted beside the system's, PEM. */
  ca?: string[] | undefined;
  /** Certificates that need not verify: host to the SHA-256 fingerprint of the only other one it may show. */
  certificates?: ReadonlyMap<string, string> | undefined;
  /** The system's resolver unless given. */
  lookup?: Lookup | undefined;
  /** Told where a name led, so that hosts behind one address share its manners. */
  onResolved?: ((hostname: string, address: string) => void) | undefined;
}

export type Lookup = (
  hostname: string,
  options: dns.LookupAllOptions,
  callback: (error: NodeJS.ErrnoException | null, addresses: dns.LookupAddress[]) => void,
) => void;

const portOf = (protocol: string, port: string | number | null | undefined) =>
  Number(port) || (protocol === 'https:' ? 443 : 80);

/** Offers the connection only addresses the guard permits; refuses when none is. */
function guardedLookup(
  guard: AddressGuard,
  port: number,
  lookup: Lookup,
  onResolved: ConnectOptions['onResolved'],
): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true } as dns.LookupAllOptions, (error, addresses) => {
      if (error) return callback(error, []);
      const permitted = addresses.filter(({ address }) => guard.permits(hostname, address, port));
      const first = permitted[0];
      if (!first) {
        const blamed = addresses[0]?.address ?? 'no address';
        const refusal = guard.permits(hostname, blamed, 443)
          ? refusedPort(hostname, port)
          : refusedAddress(hostname, blamed);
        return callback(refusal as NodeJS.ErrnoException, []);
      }
      onResolved?.(hostname, first.address);
      if (options.all) callback(null, permitted);
      else callback(null, first.address, first.family);
    });
  };
}

const trusting = (ca: string[] | undefined) => (ca ? { ca: [...rootCertificates, ...ca] } : {});

/** Null where the socket's certificate verifies or is the one that the operator allowed for this host alone. */
function certificateFault(hostname: string, allowed: string | undefined, socket: Socket): TryLater | null {
  if (allowed === undefined || !(socket instanceof TLSSocket) || socket.authorized) return null;
  const shown = socket.getPeerCertificate().fingerprint256;
  if (shown === allowed) return null;
  return tryLater(
    `${hostname}: its certificate does not verify (${socket.authorizationError}) and is not the one allowed in GRADEWATCH_ALLOW_CERTIFICATES; it shows ${shown}`,
    { errorClass: 'tls' },
  );
}

function makeConnector({
  guard,
  timeouts,
  ca,
  certificates,
  lookup,
  onResolved,
}: ConnectOptions): buildConnector.connector {
  const resolver: Lookup = lookup ?? ((hostname, options, callback) => dns.lookup(hostname, options, callback));
  return (options, callback) => {
    const hostname = options.hostname.replace(/^\[|\]$/g, '');
    const port = portOf(options.protocol, options.port);
    if (isIP(hostname) && !guard.permits(hostname, hostname, port)) {
      const refusal = guard.permits(hostname, hostname, 443)
        ? refusedPort(hostname, port)
        : refusedAddress(hostname, hostname);
      return callback(refusal, null);
    }
    const allowed = certificates?.get(hostname.toLowerCase());
    const connect = buildConnector({
      timeout: timeouts.connectMs,
      lookup: guardedLookup(guard, port, resolver, onResolved),
      maxCachedSessions: 0,
      ...trusting(ca),
      // Judged below, before a byte is sent.
      ...(allowed === undefined ? {} : { rejectUnauthorized: false }),
    });
    connect({ ...options, hostname }, (error, socket) => {
      if (error) return callback(error, null);
      const reached = socket.remoteAddress ?? '';
      const fault = guard.permits(hostname, reached, port)
        ? certificateFault(hostname, allowed, socket)
        : refusedAddress(hostname, reached);
      if (fault === null) return callback(null, socket);
      socket.destroy();
      callback(fault, null);
    });
  };
}

const matchesNoProxy = (hostname: string, noProxy: readonly string[]) =>
  noProxy.some((entry) => {
    const suffix = entry
      .toLowerCase()
      .replace(/^\*?\.?/, '')
      .replace(/:\d+$/, '');
    return entry === '*' || hostname === suffix || hostname.endsWith(`.${suffix}`);
  });

/**
 * Where to send requests for a host: straight through the guarded connector, or to the egress proxy.
 * Behind a proxy the proxy resolves names, so only literals and ports can be judged here.
 */
export function makeGuardedAgent(options: ConnectOptions): { for(url: URL): Dispatcher; close(): Promise<void> } {
  const pool = {
    connections: options.perHost,
    pipelining: 1,
    keepAliveTimeout: 4_000,
    keepAliveMaxTimeout: 30_000,
    headersTimeout: options.timeouts.headersMs,
    bodyTimeout: options.timeouts.totalMs,
  };
  const direct = new Agent({ ...pool, connect: makeConnector(options) });
  const noProxy = options.proxy?.noProxy ?? [];
  const tunnel = options.proxy?.https
    ? new ProxyAgent({
        ...pool,
        uri: options.proxy.https,
        proxyTunnel: false,
        requestTls: trusting(options.ca),
      })
    : null;
  return {
    for: (url) =>
      tunnel && !options.guard.named(url.hostname) && !matchesNoProxy(url.hostname, noProxy) ? tunnel : direct,
    async close() {
      await Promise.all([direct.destroy(), tunnel?.destroy()]);
    },
  };
}
