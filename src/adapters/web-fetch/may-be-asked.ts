/** Whether an address somebody gives can be polled at all, before it is stored and waited for. */
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { GiveUp } from '../../errors.ts';
import { makeAddressGuard, refusedAddress } from './address-guard.ts';

export type Resolve = (hostname: string) => Promise<{ address: string }[]>;
const systemResolve: Resolve = (hostname) => lookup(hostname, { all: true });

/**
 * The connector judges again at every poll; this tells a person at once.
 *
 * @param url         an http(s) address
 * @param allowPrivate hosts and networks the operator named
 * @param resolve     null behind a proxy, which does the resolving
 * @returns a sentence saying why it will never be asked, or null; a name that does not resolve now may later
 */
export async function whyNeverAsked(
  url: string,
  allowPrivate: readonly string[],
  resolve: Resolve | null = systemResolve,
): Promise<string | null> {
  const guard = makeAddressGuard(allowPrivate);
  try {
    const { hostname, protocol, port } = guard.admit(url);
    const name = hostname.replace(/^\[|\]$/g, '');
    if (isIP(name) || guard.named(name)) return null;
    if (!name.includes('.') && name !== 'localhost')
      return `${url} cannot be polled (blocked_address): "${name}" is no name of a site; a whole one has a dot in it`;
    const found = /(?:^|\.)localhost$/.test(name)
      ? [{ address: '127.0.0.1' }]
      : ((await resolve?.(name).catch(() => [])) ?? []);
    const asked = Number(port) || (protocol === 'https:' ? 443 : 80);
    if (found.length === 0 || found.some(({ address }) => guard.permits(name, address, asked))) return null;
    throw refusedAddress(name, found[0]!.address);
  } catch (error) {
    if (!(error instanceof GiveUp)) throw error;
    return `${url} cannot be polled (blocked_address): ${error.message}`;
  }
}
