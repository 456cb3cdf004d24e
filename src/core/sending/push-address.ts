/**
 * The address of a browser, as `PushSubscription.toJSON()` gives it: where its push service takes messages for it, and the
 * keys they are encrypted for. Whoever has it can write to that browser, so that no message and no list shows it whole.
 */
import { ECDH } from 'node:crypto';
import { z } from 'zod';
import { WrongUse } from '../../errors.ts';
import type { Channel } from '../types.ts';

/** The longest known, of the Windows service, have some 700. */
const MOST_CHARS = 1_500;
const AUTH_BYTES = 16;
const TAIL_CHARS = 6;

const Given = z.object({
  endpoint: z.string().max(MOST_CHARS),
  keys: z.object({ p256dh: z.string().max(200), auth: z.string().max(100) }),
});
export type PushAddress = z.infer<typeof Given>;

/**
 * @param refusal why the guard would never let a call through, as for webhooks; null where it may
 * @returns the subscription in its one spelling, as JSON
 * @throws WrongUse naming every fault, without the address
 */
export function pushAddress(text: string, { refusal }: { refusal(url: URL): string | null }): string {
  const given = Given.safeParse(asJson(text));
  if (!given.success || !URL.canParse(given.data.endpoint))
    throw new WrongUse(
      'this is no push subscription of a browser; give what PushSubscription.toJSON() returns: {"endpoint": "https://…", "keys": {"p256dh": "…", "auth": "…"}}',
    );
  const url = new URL(given.data.endpoint);
  const faults: string[] = [];
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    faults.push(`the push service ${url.host} is not at an https:// address; browsers give no other`);
  else if (url.username !== '' || url.password !== '')
    faults.push(`the push service ${url.host} stands there with a user name or password; browsers give none`);
  else {
    const refused = refusal(url);
    if (refused !== null) faults.push(refused);
  }
  const p256dh = Buffer.from(given.data.keys.p256dh, 'base64url');
  const auth = Buffer.from(given.data.keys.auth, 'base64url');
  if (!isPoint(p256dh)) faults.push('the key p256dh is not a point of the curve P-256; ask again in that browser');
  if (auth.length !== AUTH_BYTES) faults.push('the key auth does not have 16 bytes; ask again in that browser');
  if (faults.length > 0) throw new WrongUse(faults);
  url.hash = '';
  const keys = { p256dh: p256dh.toString('base64url'), auth: auth.toString('base64url') };
  return JSON.stringify({ endpoint: url.href, keys } satisfies PushAddress);
}

/** What `pushAddress` returned, read again. */
export const readPushAddress = (address: string): PushAddress => Given.parse(JSON.parse(address));

/** The host, without its port, that takes what goes to an address; the address itself for mail; null where it was removed. */
export function hostOf(channel: Channel, address: string | null): string | null {
  if (address === null || channel === 'mail') return address;
  return new URL(channel === 'push' ? readPushAddress(address).endpoint : address).hostname;
}

/** An address as lists show it: enough of a browser's to tell two apart, too little to write to one: `a browser by push.example, …x7Yz_4`. */
export function addressShown(channel: Channel, address: string | null): string | null {
  if (channel !== 'push' || address === null) return address;
  const { endpoint } = readPushAddress(address);
  return `a browser by ${new URL(endpoint).host}, …${endpoint.slice(-TAIL_CHARS)}`;
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Uncompressed and on the curve, or the encryption would fail with each message. */
function isPoint(bytes: Buffer): boolean {
  try {
    return bytes.length === 65 && bytes[0] === 4 && ECDH.convertKey(bytes, 'prime256v1').length === 65;
  } catch {
    return false;
  }
}
