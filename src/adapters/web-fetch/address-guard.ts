/**
 * Which addresses the product may talk to: the public Internet on the web's ports, and what the operator named.
 * Node connects to address literals without a look-up, so the same judgement is asked for literals, for every
 * looked-up address and for the connected socket.
 */
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { GiveUp, giveUp } from '../../errors.ts';

export interface AddressGuard {
  /** The operator named this host, or a network that holds this address literal, or loopback for `localhost`. */
  named(hostname: string): boolean;
  /** May a connection for `hostname` go to this address and port? */
  permits(hostname: string, address: string, port: number): boolean;
  /**
   * The address as it may be asked: http(s), no credentials, no fragment.
   * @throws GiveUp `blocked_address` for other schemes, refused literals and ports no permitted host could answer on.
   */
  admit(url: string | URL): URL;
}

/** Why the guard would never ask an address, in a sentence; null where it may. */
export function refusalOf(guard: AddressGuard, url: URL): string | null {
  try {
    guard.admit(url);
    return null;
  } catch (error) {
    if (!(error instanceof GiveUp)) throw error;
    return error.message;
  }
}

const LOOPBACK = ['127.0.0.1', '::1'];
/** RFC 6761: these names never leave this machine. */
const isLoopbackName = (hostname: string) => /(?:^|\.)localhost$/.test(hostname);

const bare = (hostname: string) =>
  hostname
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '');

/** @returns null where the text is no address; IPv4 wrapped in IPv6 comes back as IPv4 */
function parseAddress(text: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  const address = text.split('%')[0]!;
  return isIP(address) ? ipaddr.process(address) : null;
}

function networkOf(entry: string): [ipaddr.IPv4 | ipaddr.IPv6, number] | null {
  const [host = '', bits] = entry.split('/');
  const address = parseAddress(bare(host));
  if (!address) return null;
  return [address, bits === undefined ? (address.kind() === 'ipv4' ? 32 : 128) : Number(bits)];
}

/** @param allowPrivate hosts, addresses and CIDR networks outside the public Internet that may be reached, on any port */
export function makeAddressGuard(allowPrivate: readonly string[]): AddressGuard {
  const networks = allowPrivate.map(networkOf).filter((network) => network !== null);
  const hosts = new Set(allowPrivate.filter((entry) => networkOf(entry) === null).map(bare));

  const inNamedNetwork = (text: string) => {
    const address = parseAddress(text);
    return (
      address !== null &&
      networks.some(([network, bits]) => network.kind() === address.kind() && address.match(network, bits))
    );
  };
  const named = (hostname: string) =>
    hosts.has(bare(hostname)) ||
    inNamedNetwork(bare(hostname)) ||
    (isLoopbackName(bare(hostname)) && LOOPBACK.some(inNamedNetwork));
  const isPublic = (text: string) => parseAddress(text)?.range() === 'unicast';

  return {
    named,
    permits(hostname, address, port) {
      if (hosts.has(bare(hostname)) || inNamedNetwork(address)) return true;
      return isPublic(address) && (port === 80 || port === 443);
    },
    admit(given) {
      if (!URL.canParse(String(given)))
        throw giveUp(`"${given}" is not a web address`, { errorClass: 'blocked_address' });
      const url = new URL(given);
      if (url.protocol !== 'http:' && url.protocol !== 'https:')
        throw giveUp(`${url.href.slice(0, 200)}: only http and https are fetched`, { errorClass: 'blocked_address' });
      url.username = '';
      url.password = '';
      url.hash = '';
      const hostname = bare(url.hostname);
      if (isIP(hostname) && !named(hostname) && !isPublic(hostname)) throw refusedAddress(url.hostname, hostname);
      if (isLoopbackName(hostname) && !named(hostname)) throw refusedAddress(url.hostname, '127.0.0.1');
      // A name may still resolve into a named network; only then other ports are open, so the connector decides.
      if (networks.length === 0 && !named(hostname) && url.port !== '' && !['80', '443'].includes(url.port))
        throw refusedPort(url.hostname, url.port);
      return url;
    },
  };
}

const HINT = 'name it in GRADEWATCH_ALLOW_PRIVATE if it is meant';

export const refusedAddress = (hostname: string, address: string) =>
  giveUp(
    `${hostname} is ${hostname === address ? '' : `at ${address}, `}outside the public Internet, and is not asked; ${HINT}`,
    { errorClass: 'blocked_address' },
  );

export const refusedPort = (hostname: string, port: string | number) =>
  giveUp(`${hostname}:${port}: only ports 80 and 443 are asked; ${HINT}`, { errorClass: 'blocked_address' });
